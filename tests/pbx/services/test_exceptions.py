"""Who gets through, from the door to the route: list, favourites, colleagues, a second call (spec 3.11, 3.6a)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from onepresence_desktop.domain.calls import CallState, Cause, Party, TraceEntry, TraceKind
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.domain.routing import Ring, Step, Voicemail
from tests.pbx.office import As, Running, running
from tests.support.waiting import eventually

STRANGER, REGULAR = Party("+4533123456"), Party("+4570102030")


async def two(office: Running) -> tuple[As, Party]:
    await office.company()
    await office.person("1002101", "Anders Holmvig")
    mette = await office.person("1002102", "Mette Lundgaard")
    return await office.caller("1002101"), Party("1002102", "Mette Lundgaard", UserId(mette))


def called(office: Running, party: Party) -> Step:
    assert office.phones.router is not None
    return office.phones.router.route(party, CustomerId(office.ids["100"]), "2101")


def rings(office: Running, party: Party) -> bool:
    step = called(office, party)
    assert isinstance(step, Ring | Voicemail)
    return isinstance(step, Ring)


async def divert(anders: As, **more: Any) -> dict[str, Any]:
    answer = await anders.post("/v1/me/diversions", {"preset": "lunch", **more})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def test_list_favourites_and_colleagues_get_through_and_all_of_it_outlives_a_restart(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, mette = await two(office)
        star = {"name": "Nordic Marine", "numbers": [{"number": "70 10 20 30", "kind": "main"}], "favourite": True}
        assert (await anders.post("/v1/me/contacts", star)).status_code == 201
        await anders.put("/v1/me/favourites", {"user_ids": [mette.user_id]})
        put = await anders.put(
            "/v1/me/exceptions", {"numbers": ["33 12 34 56", "+4533123456"], "usual": ["favourites"]}
        )
        assert put.json() == {"numbers": ["+4533123456"], "usual": ["favourites"]}
        assert (await anders.put("/v1/me/exceptions", {"usual": ["list"]})).json()["numbers"] == ["+4533123456"]
        made = await divert(anders, exceptions=["favourites"])
        assert made["exceptions"] == ["favourites"]
        assert [rings(office, who) for who in (mette, REGULAR, STRANGER)] == [True, True, False]
        changed = {"exceptions": None}
        await anders.patch(f"/v1/me/diversions/{made['id']}", changed)
        assert [rings(office, who) for who in (mette, REGULAR, STRANGER)] == [False, False, True]
        ids = dict(office.ids)
    async with running(tmp_path) as office:
        office.ids = ids
        anders = await office.caller("1002101")
        assert [rings(office, who) for who in (mette, REGULAR, STRANGER)] == [False, False, True]
        me = (await anders.get("/v1/me")).json()
        assert me["exceptions"] == {"numbers": ["+4533123456"], "usual": ["list"]}
        await anders.patch(f"/v1/me/diversions/{made['id']}", {"exceptions": ["favourites", "colleagues"]})
        assert [rings(office, who) for who in (mette, REGULAR, STRANGER)] == [True, True, False]


async def test_a_second_call_within_three_minutes_rings_through_do_not_disturb(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, _ = await two(office)
        request = {"reason": "do_not_disturb", "destination": {"kind": "voicemail"}, "exceptions": ["twice"]}
        assert (await anders.post("/v1/me/diversions", request)).status_code == 201
        customer, own = CustomerId(office.ids["100"]), Party("1002101", "Anders Holmvig", UserId(office.ids["1002101"]))
        for number, caller in enumerate((STRANGER, Party(""))):
            step = called(office, caller)
            assert isinstance(step, Voicemail)
            call = f"c{number}"
            office.phones.progress(call, customer, CallState.VOICEMAIL, caller, own, trace=step.trace)
            office.phones.progress(call, customer, CallState.ENDED, caller, own, trace=step.trace, cause=Cause.NORMAL)
        office.clock.pass_(minutes=2)
        assert rings(office, STRANGER)
        assert not rings(office, Party("")), "a withheld number never gets through by calling twice"
        assert not rings(office, REGULAR)
        office.clock.pass_(minutes=1)
        assert not rings(office, STRANGER)


async def test_colleagues_go_elsewhere_than_others_and_the_preview_tells_both(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, mette = await two(office)
        carl = Party("1002103", "Carl", UserId(await office.person("1002103", "Carl Bo")))
        inside = {"kind": "number", "number": "2102"}
        ask = {"preset": "lunch", "destination_internal": inside, "exceptions": ["favourites"]}
        seen = (await anders.post("/v1/me/diversions/preview", ask)).json()
        assert [part["kind"] for part in seen["parts"]] == ["voicemail"]
        assert seen["internal"][0]["name"] == "Mette Lundgaard"
        assert seen["exceptions"] == ["favourites"]
        made = await divert(anders, destination_internal=inside)
        assert made["destination_internal"] == {"kind": "number", "number": "1002102"}
        step = called(office, carl)
        assert isinstance(step, Ring) and step.user_id == mette.user_id
        assert isinstance(called(office, STRANGER), Voicemail)


async def test_what_is_wrong_is_named_and_changes_nothing(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, _ = await two(office)
        for body, field in (
            ({"numbers": ["70102030", "hello"]}, "numbers[1]"),
            ({"numbers": ["112"]}, "numbers[0]"),
            ({"usual": ["unknown"]}, "usual"),
        ):
            answer = await anders.put("/v1/me/exceptions", body)
            assert (answer.status_code, answer.json()["details"]["field"]) == (422, field), answer.text
        assert (await anders.get("/v1/me/exceptions")).json() == {"numbers": [], "usual": []}
        refused = await anders.post(
            "/v1/me/diversions",
            {"reason": "do_not_disturb", "destination_internal": {"kind": "open"}},
        )
        assert refused.json()["details"]["field"] == "destination_internal.kind"


async def test_the_caller_is_not_told_whom_others_let_through(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, mette = await two(office)
        customer, own = CustomerId(office.ids["100"]), Party("1002101", "Anders Holmvig", UserId(office.ids["1002101"]))
        await divert(anders, exceptions=["colleagues"])
        trace = called(office, mette).trace
        assert trace[1] == TraceEntry(TraceKind.LET_THROUGH, "1002101", "Anders Holmvig", own.user_id, why="colleagues")
        rang = (own.user_id,) if own.user_id is not None else ()
        for state, cause in ((CallState.RINGING, None), (CallState.ENDED, Cause.CANCELLED)):
            office.phones.progress("c", customer, state, mette, own, trace=trace, rang=rang, cause=cause)
        kinds = {}
        for number in ("1002101", "1002102"):
            asking = await office.caller(number)

            async def records(asking: As = asking) -> list[dict[str, Any]]:
                found: list[dict[str, Any]] = (await asking.get("/v1/me/calls")).json()
                return found

            (record,) = await eventually(records)
            kinds[number] = [entry["kind"] for entry in record["trace"]]
        assert "let_through" in kinds["1002101"] and "let_through" not in kinds["1002102"]
