"""Which number callers show: chosen by users of what the administrator allows (spec 4.9)."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from onepresence_desktop.domain.calls import CallState, Party, TraceEntry, TraceKind
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.steps import External
from tests.pbx.office import Running, follow, running
from tests.support.waiting import eventually

OWN, MAIN, SALES, OUTSIDE = "+4533123401", "+4533123400", "+4533123450", "+4570109999"


def seen(office: Running, user: str) -> tuple[str | None, bool]:
    router = office.phones.router
    assert router is not None
    caller = Party("1002102", "Berit", UserId(user), DeviceId("x"))
    shown = router.shown(CustomerId(office.ids["100"]), caller, External(OUTSIDE))
    return shown.number, shown.hidden


async def test_a_choice_counts_at_once_is_told_to_every_client_and_outlives_a_restart(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002101", "Anders", role="administrator")
        user = await office.person("1002102", "Berit")
        anders, berit = await office.caller("1002101"), await office.caller("1002102")
        assert (await anders.patch(f"/v1/people/{user}", {"one_number": OWN})).status_code == 200
        number = {"one_number": MAIN, "name": "Firm", "number": "1002102"}
        assert (await anders.post("/v1/company/numbers", number)).status_code == 201
        async with follow(berit) as events:
            await events.next("snapshot")
            group = {"local_number": "1002200", "name": "Sales", "members": [user], "number": SALES}
            await anders.post("/v1/groups", group)
            choices = (await events.next("me"))[2]["number_shown"]["choices"]
            assert [one.get("number") for one in choices] == [OWN, MAIN, SALES, None]
            assert seen(office, user) == (OWN, False)
            answer = await berit.put("/v1/me/number-shown", {"kind": "group", "number": "33 12 34 50"})
            assert answer.json()["shown"] == {"kind": "group", "number": SALES, "name": "Sales"}
            assert (await events.next("me"))[2]["number_shown"]["shown"]["number"] == SALES
        assert seen(office, user) == (SALES, False)
        refused = await berit.put("/v1/me/number-shown", {"kind": "group", "number": "33123499"})
        assert refused.status_code == 422 and seen(office, user) == (SALES, False)
        await berit.put("/v1/me/number-shown", {"kind": "withheld"})
        assert seen(office, user) == (OWN, True)
        desk = DeviceId(office.ids["1002102/desk"])
        office.phones.report(desk, DeviceState.IDLE)
        assert (await berit.post("/v1/calls", {"to": "#31* 70 10 99 99"})).status_code == 202
        assert office.phones.done[-1] == ("originate", desk, f"#31*{OUTSIDE}")
        ids = office.ids
    async with running(tmp_path) as office:
        office.ids.update(ids)
        assert seen(office, user) == (OWN, True)
        anders, berit = await office.caller("1002101"), await office.caller("1002102")
        async with follow(berit) as events:
            await events.next("snapshot")
            kinds = (await anders.put("/v1/company/numbers-shown", {"kinds": ["company"]})).json()
            assert kinds["kinds"] == ["company"] and seen(office, user) == (MAIN, False)
            assert (await events.next("me"))[2]["number_shown"]["shown"]["number"] == MAIN
        assert (await berit.put("/v1/me/number-shown", {"kind": "withheld"})).status_code == 422
        assert (await berit.put("/v1/company/numbers-shown", {"kinds": []})).status_code == 403
        assert (await anders.put("/v1/company/numbers-shown", {"kinds": ["x"]})).status_code == 422
        stale = await anders.put("/v1/company/numbers-shown", {"kinds": [], "version": "of before"})
        assert stale.status_code == 409 and stale.json()["details"]["what"] == "changed"
        assert stale.json()["details"]["by"] == "Anders" or stale.json()["details"]["at"]
        fresh = {"kinds": ["own"], "version": kinds["version"]}
        assert (await anders.put("/v1/company/numbers-shown", fresh)).json()["kinds"] == ["own"]


def once_kept(office: Running) -> list[str]:
    """What the database has of choices for one call."""
    with contextlib.closing(sqlite3.connect(office.data / "onepresence.sqlite3")) as database:
        rows = database.execute("SELECT value FROM preferences WHERE key = 'number_shown_once' AND value != ''")
        return [value for (value,) in rows]


def calls_out(office: Running, user: str, call_id: str, *states: CallState) -> None:
    """The user calls somebody outside, as the driver tells it."""
    caller = Party("1002102", "Berit", UserId(user), DeviceId(office.ids["1002102/desk"]))
    for state in states:
        office.phones.progress(
            call_id,
            CustomerId(office.ids["100"]),
            state,
            caller,
            Party(OUTSIDE),
            trace=(TraceEntry(TraceKind.TRUNK, OUTSIDE),),
        )


async def test_a_choice_for_one_call_holds_over_a_restart_and_falls_back_after_that_call(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002101", "Anders", role="administrator")
        user = await office.person("1002102", "Berit")
        anders, berit = await office.caller("1002101"), await office.caller("1002102")
        assert (await anders.patch(f"/v1/people/{user}", {"one_number": OWN})).status_code == 200
        calls_out(office, user, "before", CallState.CALLING)
        office.clock.pass_(seconds=5)
        answer = (await berit.put("/v1/me/number-shown", {"kind": "withheld", "once": True})).json()
        assert (answer["shown"]["kind"], answer["once"]["kind"]) == ("own", "withheld")
        assert seen(office, user) == (OWN, True)
        calls_out(office, user, "before", CallState.CONNECTED, CallState.ENDED)
        assert seen(office, user) == (OWN, True), "that call began before"
        ids = office.ids
    async with running(tmp_path) as office:
        office.ids.update(ids)
        assert seen(office, user) == (OWN, True)
        berit = await office.caller("1002102")
        async with follow(berit) as events:
            await events.next("snapshot")
            office.clock.pass_(seconds=60)
            calls_out(office, user, "next", CallState.CALLING, CallState.RINGING)
            assert seen(office, user) == (OWN, True)
            calls_out(office, user, "next", CallState.CONNECTED)
            assert (await events.next("me"))[2]["number_shown"].get("once") is None
        assert seen(office, user) == (OWN, False)
        await eventually(lambda: not once_kept(office))


async def test_a_choice_for_one_call_is_taken_back_by_another_or_by_what_counts_anyhow(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        user = await office.person("1002102", "Berit")
        await office.person("1002101", "Anders", role="administrator")
        anders, berit = await office.caller("1002101"), await office.caller("1002102")
        await anders.patch(f"/v1/people/{user}", {"one_number": OWN})
        await berit.put("/v1/me/number-shown", {"kind": "withheld", "once": True})
        again = (await berit.put("/v1/me/number-shown", {"kind": "own", "once": True})).json()
        assert again.get("once") is None and again["shown"]["kind"] == "own"
        await berit.put("/v1/me/number-shown", {"kind": "withheld", "once": True})
        for_good = (await berit.put("/v1/me/number-shown", {"kind": "own"})).json()
        assert for_good.get("once") is None and seen(office, user) == (OWN, False)
        refused = await berit.put("/v1/me/number-shown", {"kind": "group", "number": "33123499", "once": True})
        assert refused.status_code == 422
