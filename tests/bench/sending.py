"""1,000 messages through a real mail server and SMS gateway; and a mail beside a gateway that says nothing."""

from __future__ import annotations

import socket
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx

from tests.bench.limits import Limit, most
from tests.support import chasquid, kannel
from tests.support.chasquid import Chasquid
from tests.support.kannel import Kannel
from tests.support.service import Service
from tests.support.tls import believed
from tests.support.waiting import soon

MANY, EACH = 1000, 10
"""Messages, half by mail and half by SMS; recipients of one request."""

SILENT = 100
"""SMS that wait for a gateway which says nothing, when the mail is written."""

PEOPLE = [f"p{n}" for n in range(EACH)]


def main() -> dict[str, Any]:
    """Run, print, return the figures."""
    found = {**_many(), **_beside_silence()}
    print(
        f"  {MANY:,} messages: acknowledged after {found['acknowledged_s']:.1f} s, sent after {found['sent_s']:.1f} s; "
        f"a mail beside {SILENT} SMS for a gateway that says nothing: {found['beside_s']:.1f} s"
    )
    return found


def limits(found: dict[str, Any]) -> list[Limit]:
    """What issue 13 asks for; half a minute is one try's patience with a server that says nothing."""
    return [
        most(f"{MANY:,} queued messages sent, by mail and SMS", found["sent_s"], 60, "s"),
        most("a mail beside SMS for a gateway that says nothing", found["beside_s"], 35, "s"),
    ]


def _many() -> dict[str, float]:
    with ExitStack() as stack:
        folder, service, mail = _service(stack)
        gateway = stack.enter_context(Kannel(folder / "kannel"))
        known = {"account": kannel.ACCOUNT, "password": kannel.PASSWORD, "sender": "Firma"}
        _add(service, "SMS", "kannel", {"url": gateway.url, **known})
        begun = time.perf_counter()
        with service.http(service.token("1002101")) as http:
            for n in range(0, MANY, EACH):
                mails = (n // EACH) % 2 == 0
                to = [_mail(name) if mails else {"number": f"+4520{n + k:06}"} for k, name in enumerate(PEOPLE)]
                _send(http, to, "email" if mails else "sms", f"Nummer {n}")
            acknowledged = time.perf_counter() - begun
            soon(lambda: len(mail.names) == MANY // 2 and len(gateway.taken) == MANY // 2, within=600, every=0.2)
            return {"acknowledged_s": acknowledged, "sent_s": time.perf_counter() - begun}


def _beside_silence() -> dict[str, float]:
    with ExitStack() as stack:
        _, service, mail = _service(stack)
        silent = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=1000))
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        _add(service, "SMS", "sms_http", {"url": url, "sender": "Firma"})
        with service.http(service.token("1002101")) as http:
            for n in range(0, SILENT, EACH):
                _send(http, [{"number": f"+4520{n + k:06}"} for k in range(EACH)], "sms", "Hej")
            begun = time.perf_counter()
            _send(http, [_mail(PEOPLE[0])], "email", "Hej")
            soon(lambda: mail.names, within=600, every=0.1)
        return {"beside_s": time.perf_counter() - begun}


def _service(stack: ExitStack) -> tuple[Path, Service, Chasquid]:
    """A company of one and a mail server."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="onepresence-bench-")))
    mail = stack.enter_context(Chasquid(folder / "mail", *PEOPLE))
    stack.enter_context(believed(mail.identity.certificate))
    service = stack.enter_context(Service(folder / "data"))
    service.company(1)
    known = {"host": "localhost", "port": mail.port, "account": chasquid.ACCOUNT, "password": chasquid.PASSWORD}
    _add(service, "Mail", "smtp", {**known, "sender": chasquid.ACCOUNT})
    return folder, service, mail


def _add(service: Service, name: str, kind: str, settings: dict[str, Any]) -> None:
    service.connect(name, kind, settings)


def _mail(name: str) -> dict[str, str]:
    return {"email": f"{name}@{chasquid.DOMAIN}"}


def _send(http: httpx.Client, to: list[dict[str, str]], by: str, text: str) -> None:
    answer = http.post("/v1/messages", json={"to": to, "by": [by], "text": text})
    assert answer.status_code == 202, answer.text


if __name__ == "__main__":
    main()
