"""SMS through a real gateway (Kannel), and through any that takes an HTTP request (spec 6.4)."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import json
import threading
import tracemalloc
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from onepresence_desktop.domain.calls import Party
from onepresence_desktop.domain.errors import ConnectionFailed, Invalid, Unavailable
from onepresence_desktop.domain.outgoing import Outgoing, OutgoingState, Way
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.delivery.sms import SmsSender
from onepresence_desktop.pbx.delivery.sms_gateway import Form, GatewayKind, SmsGateway, sms_gateway
from onepresence_desktop.wire import commands as wire
from tests.pbx.office import PASSWORD as SIGN_IN
from tests.pbx.office import As, Running, running
from tests.support.kannel import ACCOUNT, PASSWORD, Kannel
from tests.support.waiting import eventually

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
TEXT = Outgoing("o1", CustomerId("c"), Way.SMS, "+4520123456", "Ring til Åse {password}", NOW, NOW)


async def sent_to(office: Running, number: str, text: str) -> As:
    await office.company()
    await office.person("1002101", "Anders")
    anders = await office.caller("1002101")
    answer = await anders.post("/v1/messages", {"to": [{"number": number}], "by": ["sms"], "text": text})
    assert answer.status_code == 202, answer.text
    return anders


async def state_of(anders: As) -> tuple[str, str]:
    sent = (await anders.get("/v1/me/sent")).json()
    to = sent[0]["recipients"][0]
    return to["state"], to.get("reason", "")


async def test_a_text_reaches_the_network_as_it_was_written(tmp_path: Path) -> None:
    with Kannel(tmp_path / "kannel") as kannel:
        gateway = SmsGateway(kannel.url, "Firma", GatewayKind.KANNEL, ACCOUNT, PASSWORD)
        async with running(tmp_path / "data", sms=gateway) as office:
            anders = await sent_to(office, "+4520123456", "Ring til Åse, 5 € + moms")
            await eventually(lambda: state_is(anders, "sent"), every=0.2)
            await eventually(lambda: kannel.taken, every=0.2)
        assert [(one.sender, one.to, one.text) for one in kannel.taken] == [
            ("Firma", "+4520123456", "Ring til Åse, 5 € + moms")
        ]


@pytest.mark.parametrize(
    ("report", "state"), [(1, "delivered"), (2, "failed"), (16, "failed"), (8, "sent"), (4, "sent")]
)
async def test_what_the_gateway_reports_is_what_the_sender_sees(tmp_path: Path, report: int, state: str) -> None:
    with gateway() as (url, asked):
        async with running(tmp_path) as office:
            port = int(office.service.url.rpartition(":")[2])
        told = SmsGateway(url, "Firma", report_url=f"http://127.0.0.1:{port}/", fields={"tell": "{report}?report=%d"})
        async with running(tmp_path, sms=told, port=port) as office:
            anders = await sent_to(office, "+4520123456", "Hej")
            await eventually(lambda: state_is(anders, "sent"), every=0.1)
            answer = await office.http.get(asked[0]["fields"]["tell"].replace("%d", str(report)))
            assert answer.status_code == 204
            assert (await state_of(anders))[0] == state


async def state_is(anders: As, state: str) -> bool:
    return (await state_of(anders))[0] == state


async def test_a_text_with_other_letters_arrives_whole_in_its_parts(tmp_path: Path) -> None:
    text = "Ő" * 75
    with Kannel(tmp_path / "kannel") as kannel:
        gateway = SmsGateway(kannel.url, "+4533123456", GatewayKind.KANNEL, ACCOUNT, PASSWORD)
        async with running(tmp_path / "data", sms=gateway) as office:
            anders = await sent_to(office, "+4520123456", text)
            await eventually(lambda: state_is(anders, "sent"), every=0.2)
            await eventually(lambda: len(kannel.taken) == 2, every=0.2)
        assert "".join(one.text for one in kannel.taken) == text


async def test_what_waits_for_a_gateway_that_is_away_goes_out_when_it_is_back(tmp_path: Path) -> None:
    with Kannel(tmp_path / "kannel") as kannel:
        kannel.stop()
        gateway = SmsGateway(kannel.url, "Firma", GatewayKind.KANNEL, ACCOUNT, PASSWORD)
        async with running(tmp_path / "data", sms=gateway) as office:
            anders = await sent_to(office, "+4520123456", "Hej")
            await eventually(lambda: waits(anders, "reason=unreachable"), every=0.2)
            kannel.start()
            office.clock.pass_(seconds=30)
            office.service.outbox.wake()
            await eventually(lambda: state_is(anders, "sent"), every=0.2)
        await eventually(lambda: len(kannel.taken) == 1, every=0.2)


async def waits(anders: As, reason: str) -> bool:
    state, said = await state_of(anders)
    return state == "queued" and reason in said


async def test_a_refused_password_keeps_the_text_waiting_and_is_told(tmp_path: Path) -> None:
    with Kannel(tmp_path / "kannel") as kannel:
        gateway = SmsGateway(kannel.url, "Firma", GatewayKind.KANNEL, ACCOUNT, "wrong")
        async with running(tmp_path / "data", sms=gateway) as office:
            anders = await sent_to(office, "+4520123456", "Hej")
            await eventually(lambda: waits(anders, "sign_in_refused"), every=0.2)
        assert kannel.taken == []


async def test_a_new_voicemail_is_told_by_sms_to_who_wants_it(tmp_path: Path) -> None:
    with gateway() as (url, asked):
        async with running(tmp_path, sms=SmsGateway(url, "Firma")) as office:
            await office.company()
            made = await office.command(
                wire.UserAdd(local_number="1002101", name="Anders", mobile="+4520123456", password=SIGN_IN)
            )
            anders, owner = await office.caller("1002101"), UserId(made["id"])
            assert (await anders.put("/v1/me/voicemail", {"language": "da", "sms": True})).status_code == 200
            message_id, draft = await office.service.mailbox.new_draft(owner)
            with wave.open(str(draft), "wb") as sound:
                sound.setparams((1, 2, 8000, 0, "NONE", ""))
                sound.writeframes(bytes(32000))
            await office.service.mailbox.deposit(owner, message_id, Party("+4533123456", "Åse Lund"), 2.0)
            await eventually(lambda: asked)
    assert asked[0]["fields"] == {
        "to": "+4520123456",
        "from": "Firma",
        "text": "Ny talebesked (0:02) fra Åse Lund (+4533123456) kl. 11.00.",
    }


async def test_who_has_no_mobile_is_told_so(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002101", "Anders")
        anders = await office.caller("1002101")
        refused = await anders.put("/v1/me/voicemail", {"language": "da", "sms": True})
        assert (refused.status_code, refused.json()["details"]) == (422, {"field": "mobile", "problem": "missing"})


class Asked(BaseHTTPRequestHandler):
    """Answers as it is told, and keeps what was asked."""

    status, said, keep, more = 200, b"ok", list[dict[str, Any]](), dict[str, str]()

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        query = dict(parse_qsl(self.path.partition("?")[2]))
        kind = self.headers.get("Content-Type", "")
        fields = json.loads(body) if "json" in kind else dict(parse_qsl(body)) or query
        self.keep.append({"method": self.command, "fields": fields, "headers": dict(self.headers)})
        self.send_response(self.status)
        for name, value in self.more.items():
            self.send_header(name, value)
        self.end_headers()
        with contextlib.suppress(ConnectionError):  # who has read enough goes
            self.wfile.write(self.said)

    do_GET = do_POST = do_HEAD = _answer

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@contextmanager
def gateway(
    status: int = 200, said: str | bytes = "ok", more: dict[str, str] | None = None
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    kept: list[dict[str, Any]] = []
    said = said.encode() if isinstance(said, str) else said
    handler = type("Handler", (Asked,), {"status": status, "said": said, "keep": kept, "more": more or {}})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/send", kept
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize(("form", "method"), [(Form.JSON, "POST"), (Form.FORM, "POST"), (Form.QUERY, "GET")])
async def test_any_gateway_is_asked_in_the_form_it_wants(form: Form, method: str) -> None:
    with gateway() as (url, asked):
        sender = SmsSender(
            SmsGateway(
                url,
                "Firma",
                account="a",
                password="s",
                form=form,
                fields={"msisdn": "{to}", "body": "{text}", "key": "{password}"},
                headers={"X-From": "{sender}"},
            )  # fmt: skip
        )
        assert (await sender.send(TEXT)).state is OutgoingState.SENT
    assert asked[0]["method"] == method and asked[0]["headers"]["X-From"] == "Firma"
    assert asked[0]["fields"] == {"msisdn": "+4520123456", "body": "Ring til Åse {password}", "key": "s"}
    assert "Authorization" not in asked[0]["headers"]


async def test_a_password_in_a_header_of_ones_own_is_the_whole_sign_in() -> None:
    with gateway() as (url, asked):
        headers = {"Authorization": "App {password}"}
        await SmsSender(SmsGateway(url, "Firma", account="a", password="s", headers=headers)).send(TEXT)
    assert asked[0]["headers"]["Authorization"] == "App s"


async def test_whoever_sends_a_text_is_not_told_the_secrets_that_a_gateway_repeats(tmp_path: Path) -> None:
    said = f"{'x' * 140} no such page: /sendsms?username=firma&password=hush%2Fhush&key=k3y and hush/hush"
    with gateway(400, said) as (url, _):
        settings = SmsGateway(url, "Firma", account="firma", password="hush/hush", headers={"X-Key": "k3y"})
        async with running(tmp_path, sms=settings) as office:
            anders = await sent_to(office, "+4520123456", "Hej")
            await eventually(lambda: state_is(anders, "failed"), every=0.1)
            state, reason = await state_of(anders)
    assert reason.startswith("400 xxx") and not any(part in reason for part in ("hush", "k3", "k…"))


async def test_an_answer_that_unpacks_to_gigabytes_takes_no_memory() -> None:
    packed = gzip.compress(b"0" * 256 * 1024 * 1024, 1)
    for coding, said in (("gzip", packed), ("gzip, gzip", gzip.compress(packed))):
        with gateway(200, said, {"Content-Encoding": coding}) as (url, _):
            tracemalloc.start()
            receipt = await SmsSender(SmsGateway(url, "Firma")).send(TEXT)
            most = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        assert receipt.state is OutgoingState.SENT and most < 32 * 1024 * 1024


async def test_an_account_that_no_field_names_signs_in_as_http_does() -> None:
    with gateway() as (url, asked):
        await SmsSender(SmsGateway(url, "Firma", account="a", password="s")).send(TEXT)
    assert asked[0]["headers"]["Authorization"] == "Basic YTpz"


@pytest.mark.parametrize(
    ("status", "said", "outcome"),
    [
        (200, '{"status": "queued"}', "sent"),
        (202, "queued", "sent"),
        (200, '{"status": "no credit"}', "failed"),
        (400, "bad number", "failed"),
        (404, "<html>no such page</html>", "later"),
        (405, "", "later"),
        (302, "", "later"),
        (401, "", "later"),
        (403, "", "later"),
        (408, "", "later"),
        (429, "slow down", "later"),
        (500, "<html>oops</html>", "later"),
        (503, "", "later"),
    ],
)
async def test_an_answer_means_sent_or_failed_or_later(status: int, said: str, outcome: str) -> None:
    with gateway(status, said) as (url, _):
        sender = SmsSender(SmsGateway(url, "Firma", accepted="queued"))
        try:
            receipt = await sender.send(TEXT)
        except Unavailable as exc:
            assert outcome == "later" and "secret" not in str(exc)
            return
    assert receipt.state.value == outcome
    assert receipt.state is OutgoingState.SENT or str(status) in receipt.reason


async def test_a_gateway_that_takes_a_text_and_says_nothing_has_it_perhaps() -> None:
    async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(hang_up, "127.0.0.1", 0)
    sender = SmsSender(SmsGateway(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/", "Firma"))
    with pytest.raises(ConnectionFailed) as failure:
        await sender.send(TEXT)
    assert failure.value.details.get("perhaps")
    server.close()
    with pytest.raises(ConnectionFailed) as failure:
        await sender.send(TEXT)
    assert not failure.value.details.get("perhaps")


async def test_a_report_of_something_unknown_changes_nothing(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        for path in ("o1?report=1", "o1?report=99", "o1", "x%00y?report=1"):
            assert (await office.http.get(f"/v1/delivery-reports/{path}")).status_code in (204, 404)


GOOD = {"url": "https://sms.example/send", "sender": "Firma"}


@pytest.mark.parametrize(
    ("table", "field", "problem"),
    [
        ("x", "sms", "wrong_type"),
        ({}, "sms.url", "missing"),
        (GOOD | {"sender": ""}, "sms.sender", "missing"),
        (GOOD | {"sender": "Firma med langt navn"}, "sms.sender", "malformed"),
        (GOOD | {"url": "http://sms.example/send"}, "sms.url", "not_on_a_network"),
        (GOOD | {"url": "ftp://sms.example/"}, "sms.url", "malformed"),
        (GOOD | {"url": "https://me:secret@sms.example/"}, "sms.url", "malformed"),
        (GOOD | {"report_url": "http://pbx.example"}, "sms.report_url", "not_on_a_network"),
        (GOOD | {"kind": "pigeon"}, "sms.kind", "unknown"),
        (GOOD | {"form": "xml"}, "sms.form", "unknown"),
        (GOOD | {"fields": {"to": 1}}, "sms.fields", "wrong_type"),
        *(
            (GOOD | {"accepted": pattern}, "sms.accepted", "malformed")
            for pattern in (
                "(",
                "(a+)+$",
                "(a|a)*b",
                r"(?:\s|x)+ok",
                r"[)]*(.*)\1",
                "a*b*c*d",
                "a{4294967296}",
                "a?" * 4 + "b",
                "(" * 900 + ")" * 900,
            )
        ),
        (GOOD | {"colour": "red"}, "sms.colour", "unknown_setting"),
        (GOOD | {"url": 5}, "sms.url", "wrong_type"),
    ],
)
def test_a_wrong_setting_is_named(table: Any, field: str, problem: str) -> None:
    with pytest.raises(Invalid) as refused:
        sms_gateway(table)
    assert refused.value.details == {"field": field, "problem": problem}


@pytest.mark.parametrize(
    "pattern", ["", "OK", r"^ID: \d+", r'"status"\s*:\s*"(ok|queued)"', "(?i)sent", r"\(ok\)+", "[*+?{)]ok", "0: ?Acc?"]
)
def test_a_pattern_of_a_yes_is_taken_and_takes_a_moment_whatever_is_answered(pattern: str) -> None:
    assert sms_gateway(GOOD | {"accepted": pattern}).accepted == pattern


def test_a_good_table_is_taken_and_its_password_is_not_printed() -> None:
    made = sms_gateway(GOOD | {"kind": "kannel", "account": "a", "password": "hush"})
    assert made.kind is GatewayKind.KANNEL and "hush" not in repr(made)
