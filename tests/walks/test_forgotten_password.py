"""The password is forgotten: the real program, a code from a real mail server or SMS gateway, a new password (1.2)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from tests.support import chasquid, kannel
from tests.support.chasquid import Chasquid
from tests.support.employee import PROGRAM, WINDOW, Employee
from tests.support.kannel import Kannel
from tests.support.service import Service
from tests.support.waiting import soon

NEW = "719304"
MOBILE = "+4520123456"


class Forgetful(Employee):
    """Reads the code where it came, and comes in with another password, by the keyboard alone."""

    def __init__(self, folder: Path, server: str, number: str, by: str, code: Callable[[], str]) -> None:
        super().__init__(folder, server, number)
        self._by, self._code = by, code

    def _begin(self) -> None:
        self.program = self.desk.start(PROGRAM)
        self.desk.window("^Sign in")
        self.desk.type("forkert")
        self.desk.key("Tab", "Tab", "Tab", "space")
        self.desk.window("^Forgotten password")
        if self._by == "sms":
            self.desk.key("Tab", "Down", "shift+Tab")
        self.desk.picture(self.folder / "1-how.png")
        self.desk.key("Return")
        code = soon(self._code, every=0.2)
        self.desk.picture(self.folder / "2-code.png")
        self.desk.type(code)
        self.desk.key("Return")
        for _ in range(2):
            self.desk.type(NEW)
            self.desk.key("Return")
        try:
            self.window = self.desk.window("^OnePresence", size=WINDOW)
        finally:
            self.desk.picture(self.folder / "3-in.png")


def six_digits(texts: list[str]) -> str:
    found = [code for text in texts for code in re.findall(r"\b\d{6}\b", text)]
    return found[-1] if found else ""


class By:
    """A way by which codes come. read: the code that has come, "" while there is none."""

    def __init__(self, name: str, kind: str, settings: dict[str, object], read: Callable[[], str]) -> None:
        self.name, self.kind, self.settings, self.read = name, kind, settings, read


@pytest.fixture(params=["email", "sms"])
def by(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[By]:
    with ExitStack() as stack:
        if request.param == "sms":
            gateway = stack.enter_context(Kannel(tmp_path / "kannel"))
            known = {"url": gateway.url, "account": kannel.ACCOUNT, "password": kannel.PASSWORD, "sender": "Firma"}
            yield By("sms", "kannel", known, lambda: six_digits([m.text for m in gateway.taken if m.to == MOBILE]))
            return
        if chasquid.missing():
            pytest.skip("chasquid is not installed")
        server = stack.enter_context(Chasquid(tmp_path / "mail", "anders"))
        monkeypatch.setenv("SSL_CERT_FILE", server.identity.certificate)
        known = {"host": "localhost", "port": str(server.port), "sender": chasquid.ACCOUNT}
        known |= {"account": chasquid.ACCOUNT, "password": chasquid.PASSWORD}

        def read() -> str:
            bodies = [one.get_body(("plain",)) for one in server.taken if one["To"] == f"anders@{chasquid.DOMAIN}"]
            return six_digits([body.get_content() for body in bodies if body is not None])

        yield By("email", "smtp", known, read)


def signs_in(service: Service, number: str, password: str) -> int:
    who = {"local_number": number, "password": password}
    return httpx.post(f"{service.url}/v1/sessions", json=who, trust_env=False, timeout=60).status_code


@pytest.mark.screen
def test_a_code_that_came_by_mail_or_sms_leads_in_with_a_new_password(tmp_path: Path, by: By) -> None:
    service = Service(tmp_path / "pbx")
    with service:
        (number,) = service.company(1)
        token = service.token(number)
        with service.http(token) as http:
            (anders,) = http.get("/v1/people").json()
            reached = {"email": f"anders@{chasquid.DOMAIN}", "mobile": MOBILE}
            assert http.patch(f"/v1/people/{anders['id']}", json=reached).status_code == 200
        service.connect("Out", by.kind, by.settings)
        with Forgetful(tmp_path / "desk", service.url, number, by.name, by.read):
            assert signs_in(service, number, "2580") == 401
            assert signs_in(service, number, NEW) == 201
            with service.http(token) as http:
                assert http.get("/v1/me").status_code == 401  # signed out everywhere else
