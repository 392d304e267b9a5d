"""Call completion through a whole service (spec 4.10)."""

from __future__ import annotations

import asyncio
from pathlib import Path

from onepresence_desktop.domain.calls import CallId, CallState, Cause, Party
from onepresence_desktop.domain.feature_codes import read_code
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.routing import FeatureCode
from onepresence_desktop.pbx.ports import MenuReached
from tests.pbx.office import As, Running, follow, running
from tests.pbx.phones import TestPhones
from tests.support.waiting import eventually


class GivesUpAtOnce(TestPhones):
    """The own phone refuses in the moment in which it is rung."""

    __test__ = False

    async def originate(self, call_id: CallId, device_id: DeviceId, dialled: str, *, answers: bool = False) -> None:
        await super().originate(call_id, device_id, dialled)
        line = self.lines[device_id]
        caller = Party(line.numbers[0], line.display_name, line.user_id, device_id)
        self.progress(call_id, line.customer_id, CallState.ENDED, caller, Party(dialled), cause=Cause.REJECTED)
        self.report(device_id, DeviceState.IDLE)
        await asyncio.sleep(0.05)


class Pair:
    """Anders and Mette, each with a desk."""

    def __init__(self, office: Running) -> None:
        self.office = office
        self.customer = CustomerId(office.ids["100"])
        self.anders, self.mette = (self._party(number) for number in ("1002101", "1002102"))

    def _party(self, number: str) -> Party:
        ids = self.office.ids
        return Party(number, number, UserId(ids[number]), DeviceId(ids[f"{number}/desk"]))

    def mette_is(self, state: DeviceState) -> None:
        assert self.mette.device_id is not None
        self.office.phones.report(self.mette.device_id, state)

    def made(self) -> list[str]:
        return [str(verb[2]) for verb in self.office.phones.done if verb[0] == "originate"]

    def goes_on(self, state: CallState, cause: Cause | None = None) -> None:
        """The newest call that was made."""
        call = sorted(self.office.service.live.company(self.customer).calls.values(), key=lambda c: c.started_at)[-1]
        self.office.phones.progress(call.id, self.customer, state, self.anders, self.mette, cause=cause)
        assert self.anders.device_id is not None
        self.office.phones.report(self.anders.device_id, DeviceState.IDLE)


async def pair(office: Running) -> tuple[Pair, As]:
    await office.company()
    await office.person("1002101", "Anders")
    await office.person("1002102", "Mette")
    return Pair(office), await office.caller("1002101")


async def test_when_both_are_free_the_own_phone_rings_and_lifting_it_ends_the_wait(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        here, anders = await pair(office)
        here.mette_is(DeviceState.ON_CALL)
        body = {"user_id": office.ids["1002102"]}
        async with follow(anders) as events:
            _, _, snapshot = await events.next("snapshot")
            assert snapshot["private"]["completions"] == []
            first = await anders.post("/v1/me/completions", json=body)
            assert first.status_code == 201, first.text
            assert (await anders.post("/v1/me/completions", json=body)).json() == first.json()
            _, _, told = await events.next("completion")
            assert told == first.json()
            assert here.made() == []
            here.mette_is(DeviceState.IDLE)
            await eventually(lambda: here.made() == ["1002102"])
            here.goes_on(CallState.RINGING)
            _, _, gone = await events.next("completion_removed")
            assert gone["id"] == told["id"]
        assert (await anders.get("/v1/me/completions")).json() == []


async def test_an_own_phone_that_nobody_lifts_rings_once_more_after_two_minutes_and_never_again(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        here, anders = await pair(office)
        await anders.post("/v1/me/completions", json={"user_id": office.ids["1002102"]})
        await eventually(lambda: len(here.made()) == 1)
        here.goes_on(CallState.ENDED, Cause.NO_ANSWER)
        company = office.service.live.company(here.customer)
        await eventually(lambda: [one.tries for one in company.completions.values()] == [1])
        assert len(here.made()) == 1
        office.clock.pass_(minutes=3)
        await eventually(lambda: len(here.made()) == 2)
        here.goes_on(CallState.ENDED, Cause.NO_ANSWER)
        await eventually(lambda: not company.completions)


async def test_it_outlives_a_restart_and_ends_with_the_day_or_when_it_is_given_up(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        here, anders = await pair(office)
        await (await office.caller("1002102")).post("/v1/me/diversions", json={"reason": "meeting", "until": None})
        made = (await anders.post("/v1/me/completions", json={"user_id": office.ids["1002102"]})).json()
        ids, clock = office.ids, office.clock
    async with running(tmp_path, clock=clock) as again:
        again.ids = ids
        here = Pair(again)
        anders, mette = await again.caller("1002101"), await again.caller("1002102")
        assert (await anders.get("/v1/me/completions")).json() == [made]
        assert (await mette.delete(f"/v1/me/completions/{made['id']}")).status_code == 404
        clock.pass_(hours=24)
        await eventually(lambda: not again.service.live.company(here.customer).completions)
        other = (await anders.post("/v1/me/completions", json={"user_id": ids["1002102"]})).json()
        assert (await anders.delete(f"/v1/me/completions/{other['id']}")).status_code == 204
        own = await anders.post("/v1/me/completions", json={"user_id": ids["1002101"]})
        assert (own.status_code, own.json()["details"]["problem"]) == (422, "own")


async def test_the_code_waits_for_whom_one_called_last_in_vain(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        here, anders = await pair(office)
        here.mette_is(DeviceState.ON_CALL)
        office.phones.progress("k", here.customer, CallState.RINGING, here.anders, here.mette)
        office.phones.progress("k", here.customer, CallState.ENDED, here.anders, here.mette, cause=Cause.BUSY)
        office.phones.progress("code", here.customer, CallState.RINGING, here.anders, Party("*37#"))
        office.phones.emit(
            MenuReached("code", here.customer, here.anders, FeatureCode(read_code("*37#")))  # type: ignore[arg-type]
        )

        async def waits() -> bool:
            return [one["user_id"] for one in (await anders.get("/v1/me/completions")).json()] == [here.mette.user_id]

        await eventually(waits)


async def test_an_own_phone_that_refuses_at_once_is_rung_once_more_all_the_same(tmp_path: Path) -> None:
    async with running(tmp_path, phones=GivesUpAtOnce(line_out=True)) as office:
        here, anders = await pair(office)
        assert (await anders.post("/v1/me/completions", {"user_id": office.ids["1002102"]})).status_code == 201
        company = office.service.live.company(here.customer)
        await eventually(lambda: [one.tries for one in company.completions.values()] == [1])
        assert here.made() == ["1002102"]
        office.clock.pass_(minutes=3)
        await eventually(lambda: here.made() == ["1002102"] * 2)

        async def over() -> bool:
            return (await anders.get("/v1/me/completions")).json() == []

        await eventually(over)
