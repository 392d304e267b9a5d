"""Texts to colleagues, addresses and numbers (spec 6.3, 6.4)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain.outgoing import OutgoingState
from onepresence_desktop.pbx import adapters
from onepresence_desktop.pbx.ports import Receipt
from onepresence_desktop.wire import commands as wire
from tests.pbx.office import As, Running, follow, running
from tests.support.senders import Tray, shared
from tests.support.waiting import eventually


async def three(office: Running) -> tuple[As, As, As]:
    """An administrator without address, a receptionist with mail and mobile, a user."""
    await office.company("100", "Nordisk Papir")
    await office.person("1002101", "Anders Holmvig", role="administrator")
    await office.person("1002102", "Rita Reception", role="receptionist")
    mette = wire.UserAdd(
        local_number="1002103",
        name="Mette Lundgaard",
        email="mette@papir.example",
        mobile="20 12 34 56",
        password="2580",
    )
    office.ids["1002103"] = (await office.command(mette))["id"]
    return await office.caller("1002101"), await office.caller("1002102"), await office.caller("1002103")


async def test_a_text_to_a_colleague_is_in_the_inbox_at_once_and_goes_out_as_told(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, _, mette = await three(office)
        async with follow(mette) as events:
            await events.next("snapshot")
            body = {"to": [{"user_id": office.ids["1002103"]}], "by": ["email", "sms"], "text": "Ring til Karen, tak"}
            accepted = await anders.post("/v1/messages", body)
            assert (accepted.status_code, accepted.json()["sms"], accepted.json()["alphabet"]) == (202, 1, "gsm7")
            _, _, message = await events.next("message")
            assert (message["kind"], message["text"], message["name"], message["number"]) == (
                "email", "Ring til Karen, tak", "Anders Holmvig", "1002101",
            )  # fmt: skip
        (sent,) = (await anders.get("/v1/me/sent")).json()
        assert sent["id"] == accepted.json()["id"]
        assert [(r["by"], r["state"], r["email"], r["number"]) for r in sent["recipients"]] == [
            (None, "delivered", None, None),
            ("email", "queued", "mette@papir.example", None),
            ("sms", "queued", None, "+4520123456"),
        ]
        assert (await mette.get("/v1/me/sent")).json() == []
    async with running(tmp_path) as office:
        anders = await office.caller("1002101")
        assert (await anders.get("/v1/me/sent")).json()[0]["id"] == sent["id"]


async def test_what_has_failed_is_tried_again_when_its_sender_says_so_and_by_nobody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = Receipt(OutgoingState.FAILED, "550 Not now")
    tray = Tray(refused, refused)
    monkeypatch.setattr(adapters, "_shared", lambda *_: shared(tray))
    async with running(tmp_path) as office:
        anders, rita, _ = await three(office)
        body = {"to": [{"email": "a@h.example"}, {"email": "b@h.example"}], "by": ["email"], "text": "Hej"}
        sent = (await anders.post("/v1/messages", body)).json()["id"]

        async def states(wanted: list[str]) -> bool:
            (one,) = (await anders.get("/v1/me/sent")).json()
            return [each["state"] for each in one["recipients"]] == wanted

        await eventually(lambda: states(["failed", "failed"]))
        assert (await rita.post(f"/v1/me/sent/{sent}/again")).status_code == 404
        again = await anders.post(f"/v1/me/sent/{sent}/again")
        assert again.status_code == 200 and {one["state"] for one in again.json()["recipients"]} == {"queued"}
        await eventually(lambda: states(["sent", "sent"]))
        assert (await anders.post(f"/v1/me/sent/{sent}/again")).json()["recipients"][0]["state"] == "sent"
    assert len(tray.tried) == 4 and {one.id for one in tray.tried} == set(tray.taken)


async def test_a_colleague_without_an_address_has_it_in_the_inbox_alone(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, _, mette = await three(office)
        body = {"to": [{"user_id": office.ids["1002101"]}], "by": ["sms"], "text": "Hej 👍"}
        assert (await mette.post("/v1/messages", body)).json()["sms"] == 0
        (message,) = (await anders.get("/v1/me/messages")).json()
        assert (message["kind"], message["text"], message["read"]) == ("sms", "Hej 👍", False)
        read = await anders.patch(f"/v1/me/messages/{message['id']}", {"read": True})
        assert read.status_code == 200
        assert (await anders.delete(f"/v1/me/messages/{message['id']}")).status_code == 204


async def test_addresses_and_numbers_are_written_as_they_are_reached(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, _, _ = await three(office)
        to = [{"email": "karen@kunde.example"}, {"number": "70 10 11 55"}]
        body = {"to": to, "by": ["sms", "email"], "text": "x" * 200}
        assert (await anders.post("/v1/messages", body)).json()["sms"] == 2
        (sent,) = (await anders.get("/v1/me/sent")).json()
        assert [(r["by"], r["email"] or r["number"]) for r in sent["recipients"]] == [
            ("email", "karen@kunde.example"),
            ("sms", "+4570101155"),
        ]


@pytest.mark.parametrize(
    ("wrong", "field", "problem"),
    [
        ({"to": [{}]}, "to[0]", "one_of_three"),
        ({"to": [{"email": "a@b.c", "number": "33123456"}]}, "to[0]", "one_of_three"),
        ({"to": [{"number": "33123456"}, {"email": "ingen"}], "by": ["email", "sms"]}, "to[1]", "malformed"),
        ({"to": [{"email": "a\x01@b.c"}], "by": ["email"]}, "to[0]", "malformed"),
        ({"to": [{"email": "a@b.c\r\nBcc: d@e.f"}], "by": ["email"]}, "to[0]", "malformed"),
        ({"to": [{"email": "=?utf-8?q?a=0aBcc?=@b.c"}], "by": ["email"]}, "to[0]", "malformed"),
        ({"to": [{"number": "112"}]}, "to[0]", "emergency"),
        ({"to": [{"number": "2101"}]}, "to[0]", "invalid_number"),
        ({"to": [{"email": "a@b.c"}]}, "to[0]", "no_way"),
        ({"text": "  "}, "text", "missing"),
        ({"text": "x" * 2_000}, "text", "too_long"),
        ({"text": "a\u202eb"}, "text", "directional_mark"),
    ],
)
async def test_what_cannot_be_sent_is_refused_by_name_and_nobody_gets_it(
    tmp_path: Path, wrong: dict[str, Any], field: str, problem: str
) -> None:
    async with running(tmp_path) as office:
        anders, _, _ = await three(office)
        good: dict[str, Any] = {"to": [{"number": "33123456"}], "by": ["sms"], "text": "Hej"}
        answer = await anders.post("/v1/messages", {**good, **wrong})
        assert (answer.status_code, answer.json()["details"]) == (422, {"field": field, "problem": problem})
        assert (await anders.post("/v1/messages", {**good, "to": [{"user_id": "nobody"}]})).status_code == 404
        assert (await anders.get("/v1/me/sent")).json() == []


async def test_standard_messages_are_made_by_receptionists_and_read_by_all(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        _, rita, mette = await three(office)
        assert (await mette.post("/v1/standard-messages", {"text": "x"})).status_code == 403
        made = (await rita.post("/v1/standard-messages", {"text": "Ring venligst tilbage"})).json()
        assert (await mette.get("/v1/standard-messages")).json() == [made]
        path = f"/v1/standard-messages/{made['id']}"
        assert (await mette.delete(path)).status_code == 403
        assert (await rita.delete(path)).status_code == 204
        assert (await rita.delete(path)).status_code == 404
        assert (await rita.post("/v1/standard-messages", {"text": " "})).status_code == 422


async def test_texts_of_colleagues_arrive_as_their_receiver_wants_them_also_after_a_restart(tmp_path: Path) -> None:
    async def ways(sender: As, text: str) -> list[str | None]:
        await sender.post("/v1/messages", {"to": [{"user_id": office.ids["1002103"]}], "by": ["email"], "text": text})
        sent = next(one for one in (await sender.get("/v1/me/sent")).json() if one["text"] == text)
        return [each["by"] for each in sent["recipients"]]

    async with running(tmp_path) as office:
        anders, _, mette = await three(office)
        assert await ways(anders, "1") == [None, "email"]
        answer = await mette.put("/v1/me/voicemail", {"language": "da", "arrival": "sms"})
        assert answer.json()["arrival"] == "sms"
        assert (await mette.put("/v1/me/voicemail", {"language": "da"})).json()["arrival"] == "sms", "older clients"
        refused = await mette.put("/v1/me/voicemail", {"language": "da", "arrival": "unknown"})
        assert refused.status_code == 422
        ids = office.ids
    async with running(tmp_path) as office:
        office.ids.update(ids)
        anders = await office.caller("1002101")
        assert await ways(anders, "2") == [None, "sms"]
