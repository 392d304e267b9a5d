"""Pickup and parking through a whole service: by code, by API, told to everyone (spec 4.8, 12.1b)."""

from __future__ import annotations

import asyncio
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from onepresence_desktop.domain.calls import CallId, CallState, Party
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from onepresence_desktop.domain.routing import OwnPhone, Ring
from onepresence_desktop.domain.steps import Step
from onepresence_desktop.pbx import speech
from onepresence_desktop.pbx.ports import MenuReached, Sound, file_of
from onepresence_desktop.pbx.prompts import da
from onepresence_desktop.pbx.speech import EspeakSpeech
from tests.pbx.office import Running, follow, running
from tests.pbx.phones import TestPhones
from tests.support.waiting import eventually


@pytest.fixture(autouse=True)
def short_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """A voice that needs no time; what it says is known by the name of the sound."""
    monkeypatch.setattr(speech, "_speak", lambda text, language, voice: (8000, array("h", [len(text)] * 80)))


class Listening(TestPhones):
    """Remembers what is played."""

    __test__ = False

    async def play(self, call_id: CallId, sounds: Sequence[Sound]) -> bool:
        self.done.append(("play", call_id, [file_of(sound).name for sound in sounds]))
        return True


class Desks:
    """People with a desk each: Anders and Berit of one department, Carl of none."""

    def __init__(self, office: Running) -> None:
        self.office = office
        self.customer = CustomerId(office.ids["100"])
        self.codes = 0

    def party(self, number: str) -> Party:
        ids = self.office.ids
        return Party(number, number, UserId(ids[number]), DeviceId(ids[f"{number}/desk"]))

    def call(self, name: str, state: CallState, caller: str, callee: str) -> None:
        """Somebody (a number outside, or a person) calls a person."""
        party = self.party(caller) if caller in self.office.ids else Party(caller, "Marianne")
        rung = (UserId(self.office.ids[callee]),)
        self.office.phones.progress(name, self.customer, state, party, self.party(callee), rang=rung)

    def key(self, number: str, code: str, by: str = "") -> CallId:
        phones = self.office.phones
        assert phones.router is not None
        caller = self.party(number)
        self.codes += 1
        call = CallId(f"code {self.codes}")
        step = phones.router.route(caller, self.customer, code)
        phones.progress(call, self.customer, CallState.RINGING, caller, Party(code))
        phones.emit(MenuReached(call, self.customer, caller, step))  # type: ignore[arg-type]
        return call

    async def did(self, *verb: object) -> None:
        await eventually(lambda: verb in self.office.phones.done)

    async def said(self, call: CallId, phrase: str, name: str = "") -> None:
        voice = EspeakSpeech(self.office.data / "speech")
        expected = voice.where(da.PHRASES[phrase].format(name=name), "da").name  # type: ignore[index]
        voice.close()
        await self.did("play", call, [expected])


async def desks(office: Running) -> Desks:
    await office.company()
    for number in ("1002101", "1002102", "1002103"):
        await office.person(number, number, role="administrator" if number == "1002103" else "user")
    admin = await office.caller("1002103")
    for number in ("1002101", "1002102"):
        answer = await admin.patch(f"/v1/people/{office.ids[number]}", json={"department": "Salg"})
        assert answer.status_code == 200, answer.text
    return Desks(office)


async def test_a_colleagues_ringing_call_is_taken_by_code_where_they_may(tmp_path: Path) -> None:
    async with running(tmp_path, phones=Listening()) as office:
        here = await desks(office)
        await here.said(here.key("1002101", "*8"), "nothing_rings")
        here.call("k1", CallState.RINGING, "+4533123456", "1002102")
        await here.did("pick_up", here.key("1002101", "*8"), CallId("k1"))
        await here.did("pick_up", here.key("1002101", "*82102#"), CallId("k1"))
        await here.said(here.key("1002103", "*8"), "nothing_rings")
        await here.said(here.key("1002103", "*82102"), "code_refused")
        await here.said(here.key("1002101", "*82103"), "nothing_rings")


async def test_pickup_groups_decide_who_may_and_only_administrators_make_them(tmp_path: Path) -> None:
    async with running(tmp_path, phones=Listening()) as office:
        here = await desks(office)
        admin, anders = await office.caller("1002103"), await office.caller("1002101")
        body = {"name": "Two", "members": [office.ids["1002102"], office.ids["1002103"]]}
        assert (await anders.post("/v1/pickup-groups", json=body)).status_code == 403
        made = (await admin.post("/v1/pickup-groups", json=body)).json()
        here.call("k1", CallState.RINGING, "+4533123456", "1002102")
        await here.said(here.key("1002101", "*8"), "nothing_rings")
        await here.did("pick_up", here.key("1002103", "*8"), CallId("k1"))
        assert (await anders.post("/v1/calls/k1/pickup")).status_code == 404
        everyone = [*body["members"], office.ids["1002101"]]
        changed = await admin.put(f"/v1/pickup-groups/{made['id']}", json={"name": "Three", "members": everyone})
        assert changed.json()["name"] == "Three"
        assert (await anders.post("/v1/calls/k1/pickup")).status_code == 204
        assert (await admin.get("/v1/pickup-groups")).json() == [changed.json()]
        assert (await admin.delete(f"/v1/pickup-groups/{made['id']}")).status_code == 204
        assert (await admin.delete(f"/v1/pickup-groups/{made['id']}")).status_code == 404
    async with running(tmp_path) as again:
        assert list(again.service.live.companies.values())[0].pickup_groups == {}


async def test_by_api_the_call_rings_at_the_own_phone_and_goes_on_where_nobody_lifts(tmp_path: Path) -> None:
    async with running(tmp_path, phones=Listening()) as office:
        here = await desks(office)
        anders = await office.caller("1002101")
        assert (await anders.post(f"/v1/people/{office.ids['1002102']}/pickup")).status_code == 404
        here.call("k1", CallState.RINGING, "+4533123456", "1002102")
        assert (await anders.post(f"/v1/people/{office.ids['1002102']}/pickup")).status_code == 204
        step = next(verb[2] for verb in office.phones.done if verb[0] == "redirect")
        assert isinstance(step, Ring) and isinstance(step.no_reply, Ring)
        assert step.stages[0].endpoints == (OwnPhone(DeviceId(office.ids["1002101/desk"])),)
        assert step.no_reply.user_id == office.ids["1002102"]


async def test_a_held_call_is_parked_told_to_everyone_and_taken_back(tmp_path: Path) -> None:
    async with running(tmp_path, phones=Listening()) as office:
        here = await desks(office)
        carl = await office.caller("1002103")
        await here.said(here.key("1002101", "*68"), "nothing_to_park")
        here.call("k1", CallState.RINGING, "+4533123456", "1002101")
        here.call("k1", CallState.CONNECTED, "+4533123456", "1002101")
        here.call("k1", CallState.HELD, "+4533123456", "1002101")
        async with follow(carl) as events:
            _, _, snapshot = await events.next("snapshot")
            assert snapshot["public"]["parked"] == []
            parked = here.key("1002101", "*68#")
            await here.did("park", CallId("k1"), DeviceId(office.ids["1002101/desk"]))
            await here.said(parked, "parked_at", "7 0 1")
            _, _, told = await events.next("parked")
            assert (told["id"], told["name"], told["by"]) == ("701", "Marianne", office.ids["1002101"])
            assert (await carl.get("/v1/parked")).json() == [told]
            await here.said(here.key("1002103", "702"), "nobody_parked")
            await here.did("pick_up", here.key("1002103", "701"), CallId("k1"))
            here.call("k1", CallState.CONNECTED, "+4533123456", "1002103")
            _, _, gone = await events.next("parked_removed")
            assert gone["id"] == "701"
        assert (await carl.get("/v1/parked")).json() == []


async def test_by_api_too_and_after_its_time_it_rings_where_it_was_parked(tmp_path: Path) -> None:
    async with running(tmp_path, phones=Listening()) as office:
        here = await desks(office)
        anders, carl = await office.caller("1002101"), await office.caller("1002103")
        for name in ("k1", "k2"):
            here.call(name, CallState.RINGING, "+4533123456", "1002101")
            here.call(name, CallState.CONNECTED, "+4533123456", "1002101")
            assert (await anders.post(f"/v1/calls/{name}/park")).status_code == 201
        assert [one["id"] for one in (await carl.get("/v1/parked")).json()] == ["701", "702"]
        assert (await carl.post("/v1/parked/702/fetch")).status_code == 204
        assert (await carl.post("/v1/parked/702/fetch")).status_code == 404
        office.clock.pass_(minutes=3)
        await eventually(lambda: [v for v in office.phones.done if v[0] == "redirect" and v[1] == CallId("k1")])
        back = next(v[2] for v in office.phones.done if v[0] == "redirect" and v[1] == CallId("k1"))
        assert isinstance(back, Ring) and back.user_id == office.ids["1002101"]
        assert (await carl.get("/v1/parked")).json() == []


async def test_whoever_is_transferred_to_the_code_is_parked_for_the_one_who_did_it(tmp_path: Path) -> None:
    async with running(tmp_path, phones=Listening()) as office:
        here = await desks(office)
        anders = await office.caller("1002101")
        here.call("k1", CallState.RINGING, "+4533123456", "1002101")
        here.call("k1", CallState.CONNECTED, "+4533123456", "1002101")
        assert office.phones.router is not None
        step = office.phones.router.route(here.party("1002101"), here.customer, "*68")
        waiting = Party("+4533123456", "Marianne")
        office.phones.emit(
            MenuReached(CallId("k1"), here.customer, waiting, step, here.party("1002101"))  # type: ignore[arg-type]
        )
        await here.did("park", CallId("k1"), None)
        (parked,) = (await anders.get("/v1/parked")).json()
        assert (parked["id"], parked["by"], parked["number"]) == ("701", office.ids["1002101"], "+4533123456")


class Slow(Listening):
    """Phones that take a moment to be put on hold, and to ring. ends: what happens meanwhile."""

    ends: Callable[[], None] | None = None

    async def park(self, call_id: CallId, device_id: DeviceId | None) -> None:
        await asyncio.sleep(0.05)
        await super().park(call_id, device_id)
        if self.ends is not None:
            self.ends()

    async def redirect(self, call_id: CallId, step: Step) -> None:
        await asyncio.sleep(0.05)
        await super().redirect(call_id, step)


async def test_two_calls_parked_at_once_have_a_place_each(tmp_path: Path) -> None:
    async with running(tmp_path, phones=Slow()) as office:
        here = await desks(office)
        anders = await office.caller("1002101")
        for name in ("k1", "k2"):
            here.call(name, CallState.RINGING, "+4533123456", "1002101")
            here.call(name, CallState.CONNECTED, "+4533123456", "1002101")
        both = await asyncio.gather(*(anders.post(f"/v1/calls/{name}/park") for name in ("k1", "k2")))
        assert [answer.status_code for answer in both] == [201, 201]
        assert sorted(one["id"] for one in (await anders.get("/v1/parked")).json()) == ["701", "702"]


async def test_a_call_is_parked_once_and_fetched_by_one_however_many_want_it_at_once(tmp_path: Path) -> None:
    async with running(tmp_path, phones=Slow()) as office:
        here = await desks(office)
        anders, berit, carl = [await office.caller(number) for number in ("1002101", "1002102", "1002103")]
        here.call("k1", CallState.RINGING, "+4533123456", "1002101")
        here.call("k1", CallState.CONNECTED, "+4533123456", "1002101")
        twice = await asyncio.gather(*(anders.post("/v1/calls/k1/park") for _ in range(2)))
        assert [answer.json()["id"] for answer in twice] == ["701", "701"]
        assert [one["id"] for one in (await carl.get("/v1/parked")).json()] == ["701"]
        both = await asyncio.gather(*(who.post("/v1/parked/701/fetch") for who in (berit, carl)))
        assert sorted(answer.status_code for answer in both) == [204, 404]


async def test_a_call_that_ends_while_it_is_parked_takes_no_place(tmp_path: Path) -> None:
    phones = Slow()
    async with running(tmp_path, phones=phones) as office:
        here = await desks(office)
        anders = await office.caller("1002101")
        here.call("k1", CallState.RINGING, "+4533123456", "1002101")
        here.call("k1", CallState.CONNECTED, "+4533123456", "1002101")
        phones.ends = lambda: here.call("k1", CallState.ENDED, "+4533123456", "1002101")
        assert (await anders.post("/v1/calls/k1/park")).status_code == 404
        assert (await anders.get("/v1/parked")).json() == []


async def test_who_has_no_phone_leaves_a_parked_call_where_it_is(tmp_path: Path) -> None:
    async with running(tmp_path, phones=Listening()) as office:
        here = await desks(office)
        await office.person("1002109", "Dora", devices=())
        anders, dora = await office.caller("1002101"), await office.caller("1002109")
        here.call("k1", CallState.RINGING, "+4533123456", "1002101")
        here.call("k1", CallState.CONNECTED, "+4533123456", "1002101")
        assert (await anders.post("/v1/calls/k1/park")).status_code == 201
        before = (await anders.get("/v1/parked")).json()
        assert (await dora.post("/v1/parked/701/fetch")).status_code == 409
        assert (await anders.get("/v1/parked")).json() == before


async def test_a_call_stays_at_its_place_when_who_parked_it_is_gone(tmp_path: Path) -> None:
    async with running(tmp_path, phones=Listening()) as office:
        here = await desks(office)
        anders, carl = await office.caller("1002101"), await office.caller("1002103")
        here.call("k1", CallState.RINGING, "+4533123456", "1002101")
        here.call("k1", CallState.CONNECTED, "+4533123456", "1002101")
        assert (await anders.post("/v1/calls/k1/park")).status_code == 201
        assert (await carl.delete(f"/v1/people/{office.ids['1002101']}")).status_code == 204
        before = (await carl.get("/v1/parked")).json()[0]["until"]
        office.clock.pass_(minutes=3)

        async def later() -> bool:
            parked = (await carl.get("/v1/parked")).json()
            return bool(parked) and parked[0]["until"] > before

        await eventually(later)
