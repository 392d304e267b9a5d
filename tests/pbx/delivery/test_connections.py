"""A company's connections over the API, used against real servers: set up, tried, broken, mended (spec 6.4, 12.4)."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.wire import commands as wire
from tests.pbx.delivery.test_mail import left, one, settings, text_of
from tests.pbx.delivery.test_sms import gateway
from tests.pbx.office import As, Running, running
from tests.support.mail_server import ACCOUNT, PASSWORD, MailHost
from tests.support.waiting import eventually

AT = "/v1/connections"


def mail(host: MailHost, **more: Any) -> dict[str, Any]:
    known = {"host": "localhost", "port": host.port, "account": ACCOUNT, "password": PASSWORD}
    return {"name": "Mail", "kind": "smtp", "settings": {**known, "sender": "pbx@firma.example", **more}}


async def boss_of(office: Running) -> As:
    await office.company()
    await office.person("1002100", "Bodil", role="administrator")
    return await office.caller("1002100")


async def stands(boss: As) -> dict[str, Any]:
    (found,) = (await boss.get(AT)).json()
    return dict(found)


async def test_a_mail_server_is_set_up_tried_broken_and_mended_without_a_restart(
    tmp_path: Path,
    host: MailHost,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG, "onepresence_desktop")
    async with running(tmp_path / "data") as office:
        boss = await boss_of(office)
        made = (await boss.post(AT, mail(host))).json()
        assert made["state"] == "untried" and made["secrets"] == ["password"] and made["counts"]
        where = f"{AT}/{made['id']}"
        reached = (await boss.post(f"{where}/try", {})).json()
        assert reached["good"] and reached["code"] == "ok" and reached["said"].startswith("250")
        assert host.taken == [] and (await stands(boss))["state"] == "ok"

        sent = (await boss.post(f"{where}/try", {"to": "bodil@firma.example"})).json()
        assert sent["good"], sent
        assert (await one(host))["Subject"] == "Prøve fra OnePresence"

        wrong = await boss.patch(where, {"settings": {"password": "forkert-kode"}})
        assert wrong.status_code == 200 and wrong.json()["state"] == "untried"
        refused = (await boss.post(f"{where}/try", {})).json()
        assert not refused["good"] and refused["code"] == "sign_in_refused" and "535" in refused["said"]
        failing = await stands(boss)
        assert failing["state"] == "failing" and failing["trouble"] == "sign_in_refused" and failing["since"]
        findings = (await boss.get("/v1/doctor")).json()["findings"]
        (told,) = [f for f in findings if f["code"] == "connection_failed"]
        assert told["severity"] == "error" and told["values"]["reason"] == "sign_in_refused"

        tries = len(host.signed_in)
        anders, owner = await anders_in_firm(office)
        await anders.put("/v1/me/voicemail", {"language": "da", "email": True})
        await left(office, owner)
        waiting = await eventually(lambda: waits(office), every=0.05)
        assert "sign_in_refused" in str(waiting) and len(host.signed_in) == tries  # not tried into a lock-out

        assert (await boss.patch(where, {"settings": {"password": PASSWORD}})).status_code == 200
        office.clock.pass_(seconds=60)
        office.service.outbox.wake()
        await eventually(lambda: len(host.taken) == 2, every=0.05)
        assert "Åse Lund" in text_of(host.taken[1])

        async def well() -> bool:
            return bool((await stands(boss))["state"] == "ok")

        await eventually(well, every=0.05)
        every = json.dumps([(await boss.get(AT)).json(), (await boss.get("/v1/doctor")).json()])
        assert PASSWORD not in every and "forkert-kode" not in every
        assert (await boss.delete(where)).status_code == 204 and (await boss.get(AT)).json() == []
    ours = [one.getMessage() for one in caplog.records if one.name.startswith("onepresence_desktop")]
    assert any("sign_in_refused" in text for text in ours)
    assert not [text for text in ours if PASSWORD in text or "forkert-kode" in text]


async def anders_in_firm(office: Running) -> Any:
    await office.person("1002101", "Anders")
    boss = await office.caller("1002100")
    people = (await boss.get("/v1/people")).json()
    found = next(one["id"] for one in people if one["local_number"] == "1002101")
    assert (await boss.patch(f"/v1/people/{found}", {"email": "anders@firma.example"})).status_code == 200
    return await office.caller("1002101"), found


async def waits(office: Running) -> str | None:
    """Why the only outgoing thing waits, once it was tried."""
    async with office.service.store.reading() as unit:
        found = await unit.outbox.counts()
        ids = [m.id for user in office.service.live.customer_of_user for m in await unit.messages.of(user)]
        kept = await unit.outbox.get(f"{ids[0]}-mail") if ids else None
    return kept.reason if found and kept is not None and kept.tries else None


async def test_a_connection_is_kept_over_a_restart_and_goes_before_the_file_s(
    tmp_path: Path,
    host: MailHost,
) -> None:
    other = replace(settings(host), host="mail.nowhere.example")
    async with running(tmp_path / "data", mail=other) as office:
        boss = await boss_of(office)
        (shared,) = (await boss.get(AT)).json()
        assert shared["from_file"] and shared["counts"] and shared["settings"] == {} and shared["kind"] == "smtp"
        assert (await boss.patch(f"{AT}/{shared['id']}", {"name": "x"})).status_code == 404
        assert (await boss.post(AT, mail(host))).status_code == 201
        assert [one["name"] for one in (await boss.get(AT)).json()] == ["Mail"]
    async with running(tmp_path / "data", mail=other) as office:
        boss = await office.caller("1002100")
        kept = await stands(boss)
        assert (await boss.post(f"{AT}/{kept['id']}/try", {"to": "a@firma.example"})).json()["good"]
        off = await boss.patch(f"{AT}/{kept['id']}", {"enabled": False})
        assert not off.json()["counts"]
        assert [one["from_file"] for one in (await boss.get(AT)).json()] == [False, True]
    assert len(host.taken) == 1


@pytest.mark.parametrize(
    ("body", "field", "problem"),
    [
        ({"kind": "smtp", "settings": {"sender": "a@b.example"}}, "settings.host", "missing"),
        ({"kind": "smtp", "settings": {"host": "h.example", "sender": "nobody"}}, "settings.sender", "malformed"),
        (
            {"kind": "smtp", "settings": {"host": "h.example", "sender": "a@b.example", "security": "none"}},
            "settings.security",
            "not_on_a_network",
        ),
        ({"kind": "kannel", "settings": {"url": "ftp://x", "sender": "Firma"}}, "settings.url", "malformed"),
        ({"kind": "sms_http", "settings": {"url": "https://x.example", "sender": "Alt for langt navn"}},
         "settings.sender", "malformed"),
        ({"kind": "carrier_pigeon", "settings": {}}, "kind", "wrong_type"),
    ],
)  # fmt: skip
async def test_what_is_wrong_is_told_at_its_field_and_nothing_is_kept(
    tmp_path: Path, body: dict[str, Any], field: str, problem: str
) -> None:
    async with running(tmp_path / "data") as office:
        boss = await boss_of(office)
        refused = await boss.post(AT, {"name": "Server", **body})
        assert refused.status_code == 422 and refused.json()["details"]["field"] == field, refused.text
        assert refused.json()["details"]["problem"] == problem
        assert (await boss.get(AT)).json() == []


async def test_an_sms_gateway_is_tried_with_a_number_and_its_words_are_told_without_the_password(
    tmp_path: Path,
) -> None:
    with gateway(403, "no such password: hemmelig") as (url, asked):
        async with running(tmp_path / "data") as office:
            boss = await boss_of(office)
            body = {"url": url, "sender": "Firma", "account": "firma", "password": "hemmelig"}
            made = (await boss.post(AT, {"name": "SMS", "kind": "sms_http", "settings": body})).json()
            assert (await boss.post(f"{AT}/{made['id']}/try", {})).json()["good"]
            assert [one["method"] for one in asked] == ["HEAD"]  # is it there? no text is sent
            tried = (await boss.post(f"{AT}/{made['id']}/try", {"to": "20 12 34 56"})).json()
            assert tried == {"good": False, "code": "sign_in_refused", "said": "403 no such password: …", "people": []}
            wrong = await boss.post(f"{AT}/{made['id']}/try", {"to": "not a number"})
            assert wrong.status_code == 422
            moved = await boss.patch(f"{AT}/{made['id']}", {"settings": {"url": "https://elsewhere.example/"}})
            assert moved.status_code == 422 and moved.json()["details"]["problem"] == "again"


async def test_only_this_service_s_own_people_may_name_servers_on_its_machine(tmp_path: Path) -> None:
    from onepresence_desktop.domain.connections import Connection, ConnectionId, ConnectionKind
    from onepresence_desktop.domain.errors import ConnectionFailed
    from onepresence_desktop.domain.people import CustomerId
    from onepresence_desktop.pbx.delivery.connecting import SmsConnector, SmtpConnector
    from onepresence_desktop.pbx.ports.connections import Trial
    from onepresence_desktop.pbx.store.recordings import FileRecordings

    recordings = FileRecordings(tmp_path)
    inside = {"host": "127.0.0.1", "port": 25, "sender": "a@b.example", "url": "http://localhost:13013/"}
    for connector, kind in (
        (SmtpConnector(recordings, here=False), ConnectionKind.SMTP),
        (SmsConnector(here=False), ConnectionKind.KANNEL),
    ):
        wanted = {k: v for k, v in inside.items() if k in ("url", "sender")} if kind != ConnectionKind.SMTP else {
            k: v for k, v in inside.items() if k != "url"}  # fmt: skip
        if kind is ConnectionKind.KANNEL:
            wanted["sender"] = "Firma"
        connection = Connection(ConnectionId("c"), CustomerId("f"), "x", kind, wanted)
        with pytest.raises(ConnectionFailed) as refused:
            await connector.attempt(connection, Trial())
        assert refused.value.details["reason"] == "not_allowed"


async def test_the_command_line_adds_lists_tries_and_removes(tmp_path: Path, host: MailHost) -> None:
    async with running(tmp_path / "data") as office:
        await office.company()
        body = mail(host)
        from onepresence_desktop.domain.connections import ConnectionKind

        await office.command(wire.ConnectionAdd(name="Mail", kind=ConnectionKind.SMTP, settings=body["settings"]))
        tried = await office.command(wire.ConnectionTry(name="Mail"))
        assert tried["good"] and tried["code"] == "ok"
        listed = await office.command(wire.ConnectionList())
        assert [one["state"] for one in listed["connections"]] == ["ok"] and PASSWORD not in str(listed)
        await office.command(wire.ConnectionRemove(name="Mail"))
        assert (await office.command(wire.ConnectionList()))["connections"] == []
