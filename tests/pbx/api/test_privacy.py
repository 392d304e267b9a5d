"""Inside one company: what is one person's, the receptionists' or the administrators' stays theirs (spec 1.6, 3.2)."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain.calls import CallState, Party
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from tests.pbx.api.test_isolation import WITH_ID, first_company, image, voicemail
from tests.pbx.office import As, Running, follow, running

ADMINISTRATORS = (
    "/v1/people",
    "/v1/devices",
    "/v1/trunks",
    "/v1/company/numbers",
    "/v1/pickup-groups",
    "/v1/groups",
    "/v1/directories",
    "/v1/connections",
    "/v1/company/calendar-words",
)
"""What begins so is for administrators; all else with an id is its owner's."""

EVERYONES = {
    "get /v1/people/{id}/picture",
    "post /v1/people/{id}/pickup",
    "post /v1/groups/{id}/login",
    "post /v1/groups/{id}/logout",
}
"""Begin so, and are for all: whose phone rings everyone sees (here none does); members log themselves in."""

RECEPTION = ("/v1/contacts", "/v1/standard-messages", "/v1/reception/")
"""What the whole company reads, and receptionists and administrators write; and what receptionists do for others."""


async def test_no_colleague_reads_or_changes_what_is_somebodys_own(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        ids = await first_company(office)
        await office.person("1002103", "Rita", role="receptionist")
        before = await image(office)
        for number in ("1002102", "1002103"):
            colleague = await office.caller(number)
            for operation, (kind, body) in WITH_ID.items():
                method, path = operation.split()
                if path.startswith(RECEPTION) and number == "1002103":
                    continue
                answer = await colleague._do(method.upper(), path.replace("{id}", ids[kind]), json=body)
                administrators = path.startswith(ADMINISTRATORS + RECEPTION) and operation not in EVERYONES
                expected = 403 if administrators else 404
                assert answer.status_code == expected, (number, operation, answer.text)
            borrowed = await colleague.post("/v1/calls", {"to": "1002102", "device": ids["device"]})
            assert (borrowed.status_code, borrowed.json()["details"]) == (404, {"what": "device"})
        assert await image(office) == before


async def test_a_colleague_gets_the_public_part_only_and_a_receptionist_the_notes(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company("100")
        anders = await office.person("1002101", "Anders")
        await office.person("1002102", "Mette")
        await office.person("1002103", "Rita", role="receptionist")
        owner, mette, rita = [await office.caller(n) for n in ("1002101", "1002102", "1002103")]
        async with follow(mette) as colleague, follow(rita) as reception, follow(owner) as own:
            for events in (colleague, reception, own):
                await events.next("snapshot")
            body = {"preset": "lunch", "note": "spiser", "reception_note": "hemmelig"}
            await owner.post("/v1/me/diversions", body)
            message = await voicemail(office, anders)
            ring_anders(office, anders)
            await mette.post("/v1/me/diversions", {"preset": "break"})
            mine, theirs, desk = await asyncio.gather(until_break(own), until_break(colleague), until_break(reception))
        assert {name for name, _ in mine} >= {"presence", "diversions", "message", "call"}
        assert {name for name, _ in theirs} == {"presence", "diversions"}
        assert "hemmelig" not in str(theirs) and message not in str(theirs) and "spiser" in str(theirs)
        assert all(event["current"][0]["preset"] == "break" for name, event in theirs if name == "diversions")
        assert ("reception_note", {"user_id": anders, "note": "hemmelig"}) in desk
        snapshots = {n: (await c.get("/v1/snapshot")).text for n, c in (("mette", mette), ("rita", rita))}
        assert "hemmelig" in snapshots["rita"] and "hemmelig" not in snapshots["mette"]
        for caller in (mette, rita):
            assert (await caller.get(f"/v1/me/messages/{message}/recording")).status_code == 404


def ring_anders(office: Running, anders: str) -> None:
    callee = Party("1002101", "Anders", UserId(anders), DeviceId(office.ids["1002101/desk"]))
    office.phones.progress("c1", CustomerId(office.ids["100"]), CallState.RINGING, Party("+4533123456"), callee)


async def until_break(events: Any) -> list[tuple[str, Any]]:
    """All events up to the one that tells of the break."""
    found = []
    while True:
        name, _, event = await events.next()
        found.append((name, event))
        if name == "presence" and event["reason"] == "break":
            with pytest.raises(TimeoutError):
                while True:
                    name, _, event = await events.next(within=0.3)
                    found.append((name, event))
            return found


async def test_a_role_that_changes_changes_what_the_stream_shows(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company("100")
        await office.person("1002101", "Anders", role="administrator")
        mette_id = await office.person("1002102", "Mette")
        owner, mette = await office.caller("1002101"), await office.caller("1002102")
        await owner.post("/v1/me/diversions", {"preset": "lunch", "reception_note": "hemmelig"})
        async with follow(mette) as events:
            assert "hemmelig" not in str(await events.next("snapshot"))
            assert (await owner.patch(f"/v1/people/{mette_id}", {"role": "receptionist"})).status_code == 200
            assert "hemmelig" in str(await events.next("snapshot"))
            await owner.patch(f"/v1/people/{mette_id}", {"role": "user"})
            assert "hemmelig" not in str(await events.next("snapshot"))


async def test_only_administrators_administer(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company("100")
        anders = await office.person("1002101", "Anders")
        for caller in (await office.caller("1002101"),):
            assert isinstance(caller, As)
            for method, path in (
                ("GET", "/v1/people"),
                ("POST", "/v1/people"),
                ("PATCH", f"/v1/people/{anders}"),
                ("DELETE", f"/v1/people/{anders}"),
                ("POST", f"/v1/people/{anders}/password"),
                ("GET", f"/v1/people/{anders}/devices"),
                ("POST", f"/v1/people/{anders}/devices"),
                ("DELETE", f"/v1/devices/{office.ids['1002101/desk']}"),
                ("GET", f"/v1/devices/{office.ids['1002101/desk']}/sip"),
            ):
                answer = await caller._do(method, path, json={"kind": "desk", "local_number": "1002109", "name": "x"})
                assert (answer.status_code, answer.json()["code"]) == (403, "forbidden"), (method, path)
