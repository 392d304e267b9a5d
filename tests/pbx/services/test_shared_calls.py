"""Missed calls of a group, from the phones to the members' lists (spec 7.5)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from onepresence_desktop.domain.calls import CallState, Cause, Party, TraceEntry, TraceKind
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.wire import commands as wire
from tests.pbx.office import As, Running, follow, running
from tests.support.waiting import eventually

CALLER = Party("+4533123456", "Nordic Marine")
SALES = Party("1002500", "Salg")
GROUP = TraceEntry(TraceKind.GROUP, "1002500", "Salg")


class Sales:
    """Mette and Birk answer for Salg, Anders doesn't."""

    def __init__(self, office: Running) -> None:
        self.office = office
        self.customer = CustomerId(office.ids["100"])
        self.calls = 0

    @classmethod
    async def made(cls, office: Running) -> Sales:
        await office.company()
        for number, name in (("1002101", "Anders"), ("1002102", "Mette"), ("1002103", "Birk")):
            await office.person(number, name)
        await office.command(wire.GroupAdd(local_number="1002500", name="Salg", members=["1002102", "1002103"]))
        return cls(office)

    def party(self, number: str, name: str) -> Party:
        return Party(number, name, UserId(self.office.ids[number]))

    def call(self, caller: Party, callee: Party, *states: CallState, trace: tuple[TraceEntry, ...] = ()) -> None:
        self.calls += 1
        dialled = TraceEntry(TraceKind.DIALLED, callee.number)
        for state in (*states, CallState.ENDED):
            self.office.phones.progress(
                f"c{self.calls}",
                self.customer,
                state,
                caller,
                callee,
                trace=(dialled, *trace),
                cause=Cause.NO_ANSWER if state is CallState.ENDED else None,
            )

    def missed(self, caller: Party = CALLER) -> None:
        self.call(caller, SALES, CallState.RINGING, trace=(GROUP,))


async def items(member: As, **wanted: Any) -> list[dict[str, Any]]:
    """The list, once its first item is as wanted."""

    async def as_wanted() -> list[dict[str, Any]] | None:
        found: list[dict[str, Any]] = (await member.get("/v1/shared-calls")).json()
        return found if found and wanted.items() <= found[0].items() else None

    return await eventually(as_wanted)


async def test_a_call_nobody_took_stands_in_every_members_list_and_in_no_other(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        sales = await Sales.made(office)
        mette, anders = await office.caller("1002102"), await office.caller("1002101")
        async with follow(mette) as events:
            await events.next("snapshot")
            sales.missed()
            _, _, seen = await events.next("shared_call")
            assert (seen["number"], seen["state"], seen["tries"]) == ("+4533123456", "open", 1)
            sales.missed()
            _, _, seen = await events.next("shared_call")
            assert seen["tries"] == 2
        assert len(await items(await office.caller("1002103"))) == 1
        assert (await anders.get("/v1/shared-calls")).json() == []
        refused = await anders.patch(f"/v1/shared-calls/{seen['id']}", {"state": "taken"})
        assert refused.status_code == 404
        assert len((await mette.get("/v1/snapshot")).json()["private"]["shared_calls"]) == 1


async def test_one_member_takes_it_another_is_told_who_has_it_and_it_falls_open_again(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        sales = await Sales.made(office)
        sales.missed()
        mette, birk = await office.caller("1002102"), await office.caller("1002103")
        (item,) = await items(mette)
        path = f"/v1/shared-calls/{item['id']}"
        taken = (await mette.patch(path, {"state": "taken", "memo": "Vil have et tilbud"})).json()
        assert (taken["taken_by"], taken["memo"]) == (office.ids["1002102"], "Vil have et tilbud")
        refused = await birk.patch(path, {"state": "taken"})
        assert (refused.status_code, refused.json()["details"]["what"]) == (409, "taken")
        names = {one["id"]: one["name"] for one in (await birk.get("/v1/snapshot")).json()["public"]["people"]}
        assert refused.json()["details"]["holder"] == names[office.ids["1002102"]]
        office.clock.pass_(minutes=30)
        office.service.shared_calls.look()
        (item,) = await items(birk, state="open")
        assert [deed["deed"] for deed in item["deeds"]] == ["missed", "taken", "noted", "lapsed"]
        assert (await birk.patch(path, {"state": "done"})).json()["state"] == "done"
        assert (await birk.patch(path, {"state": "open"})).json()["state"] == "open"


async def test_one_that_is_opened_again_at_the_end_of_its_time_stays(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        sales = await Sales.made(office)
        sales.missed()
        mette = await office.caller("1002102")
        (item,) = await items(mette)
        path = f"/v1/shared-calls/{item['id']}"
        assert (await mette.patch(path, {"state": "done"})).status_code == 200
        office.clock.pass_(hours=24)
        mette = await office.caller("1002102")
        opened = await mette.patch(path, {"state": "open"})
        assert (opened.status_code, opened.json()["state"]) == (200, "open")
        assert [one["state"] for one in (await mette.get("/v1/shared-calls")).json()] == ["open"]
        assert (await mette.patch(path, {"state": "done"})).status_code == 200
        office.clock.pass_(hours=24)
        mette = await office.caller("1002102")
        assert (await mette.patch(path, {"memo": "Ring igen"})).status_code == 404


async def test_calling_back_takes_it_and_getting_through_closes_it(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        sales = await Sales.made(office)
        sales.missed()
        mette = await office.caller("1002102")
        await items(mette)
        own = sales.party("1002102", "Mette")
        sales.call(own, Party(CALLER.number), CallState.CALLING, CallState.RINGING)
        (item,) = await items(mette, state="taken")
        office.clock.pass_(minutes=1)
        sales.call(own, Party(CALLER.number), CallState.CALLING, CallState.CONNECTED)
        (item,) = await items(mette, state="done")
        assert [deed["deed"] for deed in item["deeds"]] == ["missed", "called", "called", "called_back"]


async def test_it_closes_itself_when_the_caller_gets_through(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        sales = await Sales.made(office)
        sales.missed()
        mette = await office.caller("1002102")
        await items(mette)
        sales.call(CALLER, sales.party("1002101", "Anders"), CallState.RINGING, CallState.CONNECTED)
        assert (await items(mette))[0]["state"] == "open", "Anders isn't of the group"
        sales.call(CALLER, sales.party("1002103", "Birk"), CallState.RINGING, CallState.CONNECTED, trace=(GROUP,))
        (item,) = await items(mette, state="done")
        assert item["deeds"][-1] == {**item["deeds"][-1], "deed": "called_again", "by": office.ids["1002103"]}


async def test_withheld_callers_have_an_item_each_and_the_list_outlives_a_restart(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        sales = await Sales.made(office)
        sales.missed(Party(""))
        sales.missed(Party(""))
        mette = await office.caller("1002102")
        assert [item["number"] for item in await eventually(lambda: both(mette))] == ["", ""]
        ids = dict(office.ids)
    async with running(tmp_path) as office:
        office.ids = ids
        assert len(await items(await office.caller("1002102"))) == 2


async def both(member: As) -> list[dict[str, Any]] | None:
    found: list[dict[str, Any]] = (await member.get("/v1/shared-calls")).json()
    return found if len(found) == 2 else None


async def test_a_memo_that_somebody_wrote_meanwhile_is_not_written_over_unseen(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        sales = await Sales.made(office)
        sales.missed()
        mette, birk = await office.caller("1002102"), await office.caller("1002103")
        (item,) = await items(mette)
        path = f"/v1/shared-calls/{item['id']}"
        first = {"memo": "Vil have et tilbud", "memo_before": ""}
        assert (await mette.patch(path, first)).status_code == 200
        refused = (await birk.patch(path, {"memo": "Ring inden fredag", "memo_before": ""})).json()
        names = {one["id"]: one["name"] for one in (await birk.get("/v1/snapshot")).json()["public"]["people"]}
        assert refused["details"] == {"what": "changed", "by": names[office.ids["1002102"]]}
        (item,) = await items(birk)
        assert item["memo"] == "Vil have et tilbud"
        seen = {"memo": "Tilbud inden fredag", "memo_before": item["memo"]}
        assert (await birk.patch(path, seen)).json()["memo"] == "Tilbud inden fredag"
