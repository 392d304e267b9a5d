"""`kill -9` amid 200 queued messages, again and again: each acknowledged one arrives, none twice by mail.

Mail goes to a real SMTP server, SMS to a real gateway (Kannel); both see what arrives. A second mail has the Message-ID
of the first, by which mail servers drop it; an SMS that went out twice must be told as "perhaps twice".
"""

from __future__ import annotations

import contextlib
import random
import sqlite3
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

import httpx

from onepresence_desktop.pbx.store.sql import FILE
from tests.support import kannel, mail_server
from tests.support.kannel import Kannel
from tests.support.mail_server import MailHost
from tests.support.service import Service
from tests.support.tls import believed
from tests.support.waiting import soon

QUEUED = 200
"""Messages before each kill, half by mail and half by SMS."""

EACH = 10
"""Recipients of one request."""

LONGEST = 2.5
"""Seconds after the last was acknowledged, at most."""


def main(kills: int = 30, seed: int | None = None) -> dict[str, Any]:
    """All kills; the figures."""
    seed = random.randrange(1 << 30) if seed is None else seed
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="onepresence-soak-") as name:
        folder = Path(name)
        with MailHost(folder / "tls") as mail, Kannel(folder / "kannel") as gateway:
            with believed(mail.identity.certificate):
                service = Service(folder / "data")
                try:
                    return _all(service, mail, gateway, rng, kills, seed)
                finally:
                    if service.process is not None:
                        service.kill()


def _all(
    service: Service, mail: MailHost, gateway: Kannel, rng: random.Random, kills: int, seed: int
) -> dict[str, Any]:
    service.start()
    (number,) = service.company(1)
    _connect(service, mail, gateway)
    token = service.token(number)
    acknowledged: set[str] = set()
    for kill in range(kills):
        acknowledged |= _queue(service.url, token, kill * QUEUED, rng)
        time.sleep(rng.uniform(0.0, LONGEST))
        service.kill()
        _due_now(service.data)
        service.start()
    soon(lambda: not _waiting(service.data), within=900, every=1.0)
    soon(lambda: not acknowledged - _arrived(mail, gateway).keys(), within=120, every=1.0)
    service.stop()
    mails = {str(one["To"]): set[str]() for one in mail.taken}
    for one in mail.taken:
        mails[str(one["To"])].add(str(one["Message-ID"]))
    twice = {to: names for to, names in mails.items() if len(names) > 1}
    assert not twice, f"seed {seed}: two mails of one message: {twice}"
    repeated = {to for to, count in Counter(one.to for one in gateway.taken).items() if count > 1}
    untold = repeated - _doubted(service.data)
    assert not untold, f"seed {seed}: an SMS went out twice and nobody is told: {sorted(untold)}"
    handed = len(mail.taken) - len(mails)
    print(f"  {kills} kills, {len(acknowledged)} acknowledged, none missing; {handed} mails handed over again under")
    print(f"  their Message-ID, {len(repeated)} SMS twice and told so")
    return {
        "seed": seed,
        "kills": kills,
        "acknowledged": len(acknowledged),
        "missing": 0,
        "mails_again": handed,
        "sms_twice": len(repeated),
    }


def _connect(service: Service, mail: MailHost, gateway: Kannel) -> None:
    account, password = mail_server.ACCOUNT, mail_server.PASSWORD
    known = {"host": "localhost", "port": mail.port, "account": account, "password": password}
    _add(service, "Mail", "smtp", {**known, "sender": "pbx@firma.example"})
    known = {"url": gateway.url, "account": kannel.ACCOUNT, "password": kannel.PASSWORD, "sender": "Firma"}
    _add(service, "SMS", "kannel", known)


def _add(service: Service, name: str, kind: str, settings: dict[str, Any]) -> None:
    service.connect(name, kind, settings)


def _queue(url: str, token: str, first: int, rng: random.Random) -> set[str]:
    """Queue messages side by side; to whom those go that were acknowledged."""
    acknowledged: set[str] = set()
    batches = [list(range(n, n + EACH)) for n in range(first, first + QUEUED, EACH)]
    rng.shuffle(batches)

    def send(mine: list[list[int]]) -> None:
        with httpx.Client(base_url=url, headers={"Authorization": f"Bearer {token}"}, timeout=60, trust_env=False) as c:
            for place, batch in enumerate(mine):
                by = "email" if place % 2 else "sms"
                to = [_to(by, n) for n in batch]
                body = {"to": [{"email" if by == "email" else "number": one} for one in to], "by": [by], "text": "Hej"}
                answer = c.post("/v1/messages", json=body)
                assert answer.status_code == 202, answer.text
                acknowledged.update(to)

    threads = [threading.Thread(target=send, args=(batches[n::2],)) for n in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert len(acknowledged) == QUEUED
    return acknowledged


def _to(by: str, n: int) -> str:
    return f"m{n}@firma.example" if by == "email" else f"+4520{n:06}"


def _arrived(mail: MailHost, gateway: Kannel) -> Counter[str]:
    return Counter([str(one["To"]) for one in mail.taken] + [one.to for one in gateway.taken])


def _database(data: Path) -> contextlib.closing[sqlite3.Connection]:
    return contextlib.closing(sqlite3.connect(data / FILE, timeout=60, isolation_level=None))


def _due_now(data: Path) -> None:
    """What was in hand is due at once, and not after the minutes that a crash leaves it alone."""
    with _database(data) as database:
        database.execute("UPDATE outbox SET next_try = created_at WHERE state = 'queued'")


def _waiting(data: Path) -> int:
    with _database(data) as database:
        return int(database.execute("SELECT count(*) FROM outbox WHERE state = 'queued'").fetchone()[0])


def _doubted(data: Path) -> set[str]:
    with _database(data) as database:
        return {str(row[0]) for row in database.execute('SELECT "to" FROM outbox WHERE doubt')}
