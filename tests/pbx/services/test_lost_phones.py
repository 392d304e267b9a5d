"""A phone lost in a call, through a whole service: where the other one goes, and what is seen and kept (spec 11.5)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from onepresence_desktop.domain.calls import CallId, CallState, Cause, Party, TraceEntry, TraceKind
from onepresence_desktop.domain.steps import Announcement, PhoneLost, Refusal, Ring, Voicemail
from onepresence_desktop.pbx.ports import MenuReached
from tests.pbx.office import running
from tests.pbx.services.test_reception import ANDERS, BERIT, BODIL, CALLER, RECEPTION, C, Front, H, R, front
from tests.support.waiting import eventually


def loses(here: Front, call: str, whose: str, *, held: bool, called: bool = True) -> None:
    """The driver tells that a person's phone was lost in a call."""
    step = PhoneLost(here.at(whose), called=called, held=held)
    here.office.phones.emit(MenuReached(CallId(call), here.customer, Party(CALLER, "Marianne"), step))


async def led(here: Front, call: str, times: int = 1) -> Any:
    """The step that the call is led on to by its so manyeth redirect."""
    verbs = here.office.phones.done

    def steps() -> list[Any]:
        return [verb[2] for verb in verbs if verb[:2] == ("redirect", CallId(call))]

    await eventually(lambda: len(steps()) >= times)
    return steps()[times - 1]


def goes_on(here: Front, call: str, state: CallState, callee: Party, step: Any, **more: Any) -> None:
    here.office.phones.progress(call, here.customer, state, Party(CALLER, "Marianne"), callee, trace=step.trace, **more)


async def test_a_held_caller_waits_again_with_whose_phone_it_was_however_often_and_is_missed_by_the_group(
    tmp_path: Path,
) -> None:
    async with running(tmp_path) as office:
        here = await front(office)
        bodil = await office.caller(BODIL)
        here.comes("k1")
        for time in (1, 2):
            here.comes("k1", C, here.at(BERIT))
            here.comes("k1", H, here.at(BERIT))
            taken = (await bodil.get("/v1/reception")).json()["calls"][0]
            assert (taken["state"], taken["back_from"], taken["lost"]) == ("taken", "", False)
            loses(here, "k1", BERIT, held=True)
            step = await led(here, "k1", time)
            assert isinstance(step, Ring) and step.group_id is not None
            goes_on(here, "k1", R, Party(RECEPTION, "Reception"), step)
            back = (await bodil.get("/v1/reception")).json()["calls"][0]
            assert (back["state"], back["back_from"], back["lost"]) == ("waiting", BERIT, True)
            assert back["since"] >= taken["taken_at"] and back["taken_by"] is None
        day = (await bodil.get("/v1/reception")).json()["day"]
        assert (day["calls"], day["answered"]) == (1, 1)
        goes_on(here, "k1", CallState.ENDED, Party(RECEPTION, "Reception"), step, cause=Cause.CANCELLED)

        async def missed() -> bool:
            return [one["number"] for one in (await bodil.get("/v1/shared-calls")).json()] == [CALLER]

        await eventually(missed)
        berit = await office.caller(BERIT)

        async def kept() -> Any:
            return (await berit.get("/v1/me/calls")).json()

        (record,) = await eventually(kept)
        kinds = [entry["kind"] for entry in record["trace"]]
        assert kinds == ["dialled", *["group", "answered", "phone_lost"] * 2, "group"]


async def test_who_talked_hears_a_sentence_first_and_nobody_else_sees_it_as_a_message_to_anybody(
    tmp_path: Path,
) -> None:
    async with running(tmp_path) as office:
        here = await front(office)
        berit = await office.caller(BERIT)
        here.comes("k1")
        here.comes("k1", C, here.at(BERIT))
        loses(here, "k1", BERIT, held=False)
        said = await led(here, "k1")
        assert isinstance(said, Announcement) and said.refusal is Refusal.PHONE_LOST
        office.phones.emit(MenuReached(CallId("k1"), here.customer, Party(CALLER), said))
        goes_on(here, "k1", CallState.VOICEMAIL, here.at(BERIT), said)
        step = await led(here, "k1", 2)  # once it has been said
        assert step == said.then and isinstance(step, Ring)
        goes_on(here, "k1", R, Party(RECEPTION, "Reception"), step)
        goes_on(here, "k1", C, here.at(BODIL), step)
        goes_on(here, "k1", CallState.ENDED, here.at(BODIL), step, cause=Cause.NORMAL)

        async def kept() -> Any:
            return (await berit.get("/v1/me/calls")).json()

        (record,) = await eventually(kept)
        assert not record["voicemail"] and record["direction"] == "incoming"


async def test_a_colleague_who_is_told_that_nobody_can_be_rung_has_reached_no_mailbox(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        here = await front(office)
        anders, berit = await office.caller(ANDERS), await office.caller(BERIT)

        def goes(state: CallState, callee: Party, **more: Any) -> None:
            office.phones.progress("k1", here.customer, state, here.at(ANDERS), callee, **more)

        way = (TraceEntry(TraceKind.DIALLED, RECEPTION), TraceEntry(TraceKind.GROUP, RECEPTION, "Reception"))
        for state in (R, C, H):
            goes(state, here.at(BERIT) if state is not R else Party(RECEPTION, "Reception"), trace=way)
        loses(here, "k1", BERIT, held=True)
        step = await led(here, "k1")
        said = step.unreachable
        assert isinstance(said, Announcement) and said.trace[-1].kind is not TraceKind.PHONE_LOST
        office.clock.pass_(minutes=1)
        goes(CallState.VOICEMAIL, Party(RECEPTION, "Reception"), trace=said.trace)
        goes(CallState.ENDED, Party(RECEPTION, "Reception"), trace=said.trace, cause=Cause.LOST)

        async def kept() -> Any:
            both = [record for one in (anders, berit) for record in (await one.get("/v1/me/calls")).json()]
            return both if len(both) == 2 else None

        made, taken = await eventually(kept)
        assert (made["voicemail"], taken["voicemail"]) == (False, False)
        assert (made["name"], made["cause"]) == (BERIT, "lost") and taken["direction"] == "incoming"


async def test_whom_somebody_had_called_is_told_and_rung_off(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        here = await front(office)
        here.comes("k1", C, here.at(ANDERS))
        loses(here, "k1", ANDERS, held=True, called=False)
        said = await led(here, "k1")
        assert isinstance(said, Announcement) and said.then is None
        office.phones.emit(MenuReached(CallId("k1"), here.customer, Party(CALLER), said))
        await eventually(lambda: ("hangup", CallId("k1"), Cause.NORMAL) in office.phones.done)


async def test_a_call_that_is_over_before_it_is_led_on_is_left_alone(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        here = await front(office)
        here.comes("k1", C, here.at(BERIT))
        here.comes("k1", CallState.ENDED, here.at(BERIT))
        loses(here, "k1", BERIT, held=True)
        here.comes("k2", C, here.at(BERIT))
        loses(here, "k2", BERIT, held=True)
        await led(here, "k2")
        assert not [verb for verb in office.phones.done if verb[0] in ("redirect", "hangup") and verb[1] == "k1"]


async def test_a_parked_call_goes_back_to_its_queue_when_the_phones_of_who_parked_it_are_gone(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        here = await front(office)
        berit = await office.caller(BERIT)
        here.comes("k1")
        here.comes("k1", C, here.at(BERIT))
        assert (await berit.post("/v1/calls/k1/park")).status_code == 201
        here.comes("k1", H, here.at(BERIT))
        office.clock.pass_(minutes=3)
        step = await led(here, "k1")
        assert isinstance(step, Ring) and step.user_id == office.ids[BERIT]
        assert isinstance(step.unreachable, Ring) and step.unreachable.group_id is not None
        assert isinstance(step.no_reply, Voicemail) and TraceKind.GROUP not in {e.kind for e in step.no_reply.trace}
