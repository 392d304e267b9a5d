"""A new voicemail is told by mail, through a real SMTP server with TLS and sign-in (spec 6.7)."""

from __future__ import annotations

import wave
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain.calls import Party
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.outgoing import UNDER_WAY
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.pbx.delivery import smtp
from onepresence_desktop.pbx.delivery.mail_server import MailServer, Security, mail_server
from onepresence_desktop.wire import commands as wire
from tests.pbx.office import PASSWORD as SIGN_IN
from tests.pbx.office import As, Running, running
from tests.support.mail_server import ACCOUNT, PASSWORD, MailHost
from tests.support.waiting import eventually


def settings(host: MailHost, **more: Any) -> MailServer:
    known = MailServer("localhost", "onevoicemail@firma.example", host.port, Security.STARTTLS, ACCOUNT, PASSWORD)
    return replace(known, **more)


async def anders_in(office: Running, email: str = "anders@firma.example") -> tuple[As, UserId]:
    await office.company()
    added = await office.command(
        wire.UserAdd(local_number="1002101", name="Anders", email=email or None, password=SIGN_IN)
    )
    return await office.caller("1002101"), UserId(added["id"])


async def left(office: Running, owner: UserId, name: str = "Åse Lund") -> None:
    """A caller leaves two seconds."""
    mailbox = office.service.mailbox
    message_id, draft = await mailbox.new_draft(owner)
    with wave.open(str(draft), "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(32000))
    await mailbox.deposit(owner, message_id, Party("+4533123456", name), 2.0)


async def one(host: MailHost) -> EmailMessage:
    await eventually(lambda: host.taken, every=0.05)
    assert len(host.taken) == 1
    return host.taken[0]


def text_of(mail: EmailMessage, kind: str = "plain") -> str:
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content())


async def test_the_owner_is_told_who_called_and_when_in_their_language(tmp_path: Path, host: MailHost) -> None:
    async with running(tmp_path / "data", mail=settings(host, reply_to="reception@firma.example")) as office:
        anders, owner = await anders_in(office)
        assert (await anders.put("/v1/me/voicemail", {"language": "da", "email": True})).status_code == 200
        await left(office, owner)
        mail = await one(host)
    assert mail["Subject"] == "Ny besked fra Åse Lund (+4533123456)"
    assert mail["To"] == "anders@firma.example" and mail["Reply-To"] == "reception@firma.example"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert "Åse Lund (+4533123456) har lagt en besked på 0:02 den 24.11.2026 kl. 11.00." in text_of(mail)
    assert "<p>Åse Lund (+4533123456) har lagt" in text_of(mail, "html")
    assert list(mail.iter_attachments()) == [] and host.signed_in == [True]


async def test_the_recording_goes_along_where_its_owner_wants_it(tmp_path: Path, host: MailHost) -> None:
    async with running(tmp_path / "data", mail=settings(host)) as office:
        anders, owner = await anders_in(office)
        await anders.put("/v1/me/voicemail", {"language": "sv", "email": True, "email_recording": True})
        await left(office, owner, name="")
        mail = await one(host)
    (sound,) = mail.iter_attachments()
    assert sound.get_content_type() == "audio/wav" and len(sound.get_content()) == 32044
    assert mail["Subject"] == "Nytt meddelande från +4533123456" and "bifogat" in text_of(mail)


async def test_nobody_is_told_who_did_not_ask_for_it_and_nobody_can_without_an_address(
    tmp_path: Path, host: MailHost
) -> None:
    async with running(tmp_path / "data", mail=settings(host)) as office:
        anders, owner = await anders_in(office, email="")
        refused = await anders.put("/v1/me/voicemail", {"language": "da", "email": True})
        assert refused.status_code == 422 and refused.json()["details"]["field"] == "email"
        await left(office, owner)
        async with office.service.store.reading() as unit:
            assert await unit.outbox.counts() == {}
    assert host.taken == []


async def test_an_older_app_leaves_the_choice_as_it_is(tmp_path: Path, host: MailHost) -> None:
    async with running(tmp_path / "data", mail=settings(host)) as office:
        anders, _ = await anders_in(office)
        await anders.put("/v1/me/voicemail", {"language": "da", "email": True, "email_recording": True})
        await anders.put("/v1/me/voicemail", {"language": "sv"})
        kept = (await anders.get("/v1/me/voicemail")).json()
        assert kept["language"] == "sv" and kept["email"] and kept["email_recording"]


async def sent(who: As, *to: str) -> None:
    for address in to:
        body = {"to": [{"email": address}], "by": ["email"], "text": "Hej"}
        assert (await who.post("/v1/messages", body)).status_code == 202


def came(host: MailHost, *to: str) -> bool:
    return sorted(str(mail["To"]) for mail in host.taken) == sorted(to)


async def test_mails_that_follow_one_another_go_over_one_connection(
    tmp_path: Path, host: MailHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(smtp, "KEPT", 600.0)
    async with running(tmp_path / "data", mail=settings(host)) as office:
        anders, _ = await anders_in(office)
        await sent(anders, "a@firma.example")
        await eventually(lambda: came(host, "a@firma.example"))
        await sent(anders, "b@firma.example")
        await eventually(lambda: came(host, "a@firma.example", "b@firma.example"))

        async def noted() -> bool:
            return all(one["recipients"][0]["state"] == "sent" for one in (await anders.get("/v1/me/sent")).json())

        await eventually(noted)
        assert host.signed_in == [True]
        host.hang_up()
        await sent(anders, "c@firma.example")
        await eventually(lambda: came(host, "a@firma.example", "b@firma.example", "c@firma.example"))
        assert host.signed_in == [True, True]
        host.refusals["d@firma.example"] = "550 5.1.1 No such user"
        await sent(anders, "d@firma.example", "e@firma.example")
        await eventually(lambda: len(host.taken) == 4)
    assert host.left, "taken leave of when the service ends"


async def test_a_connection_is_let_go_when_nothing_follows_and_after_so_many_mails(
    tmp_path: Path, host: MailHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(smtp, "KEPT", 0.01)
    async with running(tmp_path / "data", mail=settings(host)) as office:
        anders, _ = await anders_in(office)
        await sent(anders, "a@firma.example")
        await eventually(lambda: host.left == 1)
        monkeypatch.setattr(smtp, "KEPT", 600.0)
        monkeypatch.setattr(smtp, "MOST_OVER_ONE", 1)
        await sent(anders, "b@firma.example")
        await eventually(lambda: host.left == 2)
        assert len(host.taken) == 2


async def test_a_mail_server_is_left_when_its_connection_is_removed(
    tmp_path: Path, host: MailHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(smtp, "KEPT", 600.0)
    monkeypatch.setenv("SSL_CERT_FILE", str(host.identity.certificate))
    async with running(tmp_path / "data") as office:
        await office.company()
        await office.person("1002100", "Berit", role="administrator")
        berit = await office.caller("1002100")
        known = {"host": "localhost", "port": host.port, "account": ACCOUNT, "password": PASSWORD}
        body = {"name": "Mail", "kind": "smtp", "settings": {**known, "sender": "pbx@firma.example"}}
        made = (await berit.post("/v1/connections", body)).json()
        await sent(berit, "a@firma.example")
        await eventually(lambda: came(host, "a@firma.example"))
        assert not host.left
        assert (await berit.delete(f"/v1/connections/{made['id']}")).status_code == 204
        await eventually(lambda: host.left == 1)


async def state_of(office: Running) -> tuple[str, str]:
    """State and reason of the only outgoing mail, once it was tried."""

    async def tried() -> tuple[str, str] | None:
        async with office.service.store.reading() as unit:
            ids = [f"{m.id}-mail" for m in await unit.messages.of(UserId(office.ids["anders"]))]
            found = await unit.outbox.get(ids[0]) if ids else None
        if found is None or found.reason == UNDER_WAY or not (found.tries or found.reason):
            return None
        return found.state.value, found.reason

    found = await eventually(tried, within=90, every=0.05)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("answer", "state", "reason"),
    [
        ("550 5.1.1 No such user", "failed", "550 5.1.1 No such user"),
        ("451 4.7.1 Greylisted", "queued", "451 4.7.1 Greylisted"),
    ],
)
async def test_what_the_server_says_of_a_recipient_decides(
    tmp_path: Path, host: MailHost, answer: str, state: str, reason: str
) -> None:
    host.refusals["anders@firma.example"] = answer
    async with running(tmp_path / "data", mail=settings(host)) as office:
        anders, owner = await anders_in(office)
        office.ids["anders"] = owner
        await anders.put("/v1/me/voicemail", {"language": "da", "email": True})
        await left(office, owner)
        found = await state_of(office)
        assert found[0] == state and reason in found[1]


async def test_a_server_that_lets_us_send_nothing_keeps_the_mail_waiting(tmp_path: Path, host: MailHost) -> None:
    async with running(tmp_path / "data", mail=settings(host, account="", password="")) as office:
        anders, _ = await anders_in(office)
        await sent(anders, "a@firma.example")

        async def waits() -> bool:
            to = (await anders.get("/v1/me/sent")).json()[0]["recipients"][0]
            return to["state"] == "queued" and "530" in to["reason"]

        await eventually(waits)


async def test_an_address_with_letters_that_the_server_has_not_is_refused_as_that_alone(
    tmp_path: Path, host: MailHost
) -> None:
    host.only_ascii()
    async with running(tmp_path / "data", mail=settings(host)) as office:
        anders, _ = await anders_in(office)
        await sent(anders, "åse@firma.example", "a@firma.example")

        async def as_meant() -> bool:
            found = [to for mail in (await anders.get("/v1/me/sent")).json() for to in mail["recipients"]]
            told = {to["email"]: (to["state"], "SMTPUTF8" in to["reason"]) for to in found}
            return told == {"åse@firma.example": ("failed", True), "a@firma.example": ("sent", False)}

        await eventually(as_meant)


async def test_a_mail_that_had_to_wait_goes_out_once_under_the_same_name(tmp_path: Path, host: MailHost) -> None:
    host.after_data = "452 4.3.1 Disk full"
    async with running(tmp_path / "data", mail=settings(host)) as office:
        anders, owner = await anders_in(office)
        office.ids["anders"] = owner
        await anders.put("/v1/me/voicemail", {"language": "da", "email": True})
        await left(office, owner)
        assert (await state_of(office))[0] == "queued"
        host.after_data = ""
        office.clock.pass_(minutes=10)
        office.service.outbox.wake()
        mail = await one(host)
        assert mail["Message-ID"].endswith("-mail@firma.example>")
        assert (await state_of_sent(office, owner)) == "sent"
    assert len(host.taken) == 1


async def state_of_sent(office: Running, owner: UserId) -> str:
    async def ended() -> str | None:
        async with office.service.store.reading() as unit:
            (message,) = await unit.messages.of(owner)
            found = await unit.outbox.get(f"{message.id}-mail")
        return found.state.value if found is not None and found.state.value != "queued" else None

    found = await eventually(ended, every=0.05)
    assert found is not None
    return found


@pytest.mark.parametrize("wrong", [{"password": "wrong"}, {"port": 1}])
async def test_a_server_that_refuses_the_password_or_is_away_keeps_the_mail_waiting(
    tmp_path: Path, host: MailHost, wrong: dict[str, Any]
) -> None:
    async with running(tmp_path / "data", mail=settings(host, **wrong)) as office:
        anders, owner = await anders_in(office)
        office.ids["anders"] = owner
        await anders.put("/v1/me/voicemail", {"language": "da", "email": True})
        await left(office, owner)
        state, reason = await state_of(office)
        assert state == "queued" and reason and "wrong" not in reason


@pytest.mark.parametrize(
    ("table", "field", "problem"),
    [
        ("mail.example", "mail", "wrong_type"),
        ({"host": "mail.example"}, "mail.sender", "missing"),
        ({"host": "m", "sender": "a@b", "colour": "red"}, "mail.colour", "unknown_setting"),
        ({"host": "m", "sender": "a@b", "port": "25"}, "mail.port", "wrong_type"),
        ({"host": "m", "sender": "a@b", "port": 70000}, "mail.port", "out_of_range"),
        ({"host": "m", "sender": "a@b", "security": "ssl3"}, "mail.security", "unknown"),
        ({"host": "m", "sender": "a@b", "security": "none"}, "mail.security", "not_on_a_network"),
        ({"host": "m", "sender": "a b"}, "mail.sender", "malformed"),
        ({"host": "m", "sender": "a@b", "reply_to": "x\r\nBcc: y@z"}, "mail.reply_to", "malformed"),
    ],
)
def test_a_setting_that_makes_no_sense_is_named(table: object, field: str, problem: str) -> None:
    with pytest.raises(Invalid) as refused:
        mail_server(table)
    assert refused.value.details == {"field": field, "problem": problem}


def test_the_usual_port_follows_the_security() -> None:
    assert mail_server({"host": "m", "sender": "a@b"}).port == 587
    assert mail_server({"host": "m", "sender": "a@b", "security": "tls"}).port == 465
