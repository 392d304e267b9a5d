"""The simulated office behaves as real phones would, as far as the services can tell."""

from __future__ import annotations

import asyncio
import wave
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from onepresence_desktop.domain.calls import TRANSITIONS, CallId, CallState, Cause, Party
from onepresence_desktop.domain.diversion import VOICEMAIL, Diversion, DiversionId, Reason
from onepresence_desktop.domain.errors import CallGone, Conflict, DeviceNotRegistered
from onepresence_desktop.domain.people import Customer, CustomerId, Device, DeviceId, DeviceKind, User, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.routing import DialPlan, Hop, Step, Voicemail, route
from onepresence_desktop.pbx.ports import CallProgress, DeviceChanged, Line, MenuReached, TelephonyEvent, sound_at
from onepresence_desktop.pbx.telephony.demo import DemoTelephony

CUSTOMER = Customer(CustomerId("c"), "100", "Firm")
NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
PACE = 0.002


@dataclass
class OfficeRouter:
    """The domain's routing over a fixed directory."""

    dial_plan: DialPlan

    def route(self, caller: Party, customer_id: CustomerId, dialled: str, hops: tuple[Hop, ...] = ()) -> Step:
        return route(dialled, self.dial_plan, NOW, hops=hops)

    def party(self, customer_id: CustomerId, number: str) -> Party:
        found = self.dial_plan.find(number)
        return Party(number, found.name if found else "", found.id if isinstance(found, User) else None)


def office(people: int, *, away: set[int] = frozenset()) -> tuple[OfficeRouter, list[Line]]:  # type: ignore[assignment]
    users = {
        UserId(f"u{n}"): User(UserId(f"u{n}"), CUSTOMER.id, f"100{2100 + n}", f"Person {n}") for n in range(people)
    }
    devices = {u: (Device(DeviceId(f"d-{u}"), CUSTOMER.id, u, DeviceKind.DESK, str(u)),) for u in users}
    diversions = {
        UserId(f"u{n}"): (
            Diversion(DiversionId("x"), UserId(f"u{n}"), Reason.LUNCH, NOW, NOW + timedelta(hours=1), VOICEMAIL, NOW),
        )
        for n in away
    }
    dial_plan = DialPlan(CUSTOMER, users, devices, diversions, by_number={u.local_number: u.id for u in users.values()})
    lines = [
        Line(d.id, u, CUSTOMER.id, d.sip_user, "", "", users[u].name, (users[u].local_number,))
        for u, (d,) in devices.items()
    ]
    return OfficeRouter(dial_plan), lines


@dataclass
class Seen:
    """What the services would be told."""

    events: list[TelephonyEvent] = field(default_factory=list)

    def emit(self, event: TelephonyEvent) -> None:
        self.events.append(event)

    def calls(self, call_id: str) -> list[CallProgress]:
        return [e for e in self.events if isinstance(e, CallProgress) and e.call_id == call_id]

    def state(self, device: str) -> DeviceState | None:
        return next(
            (e.state for e in reversed(self.events) if isinstance(e, DeviceChanged) and e.device_id == device), None
        )

    async def until(self, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(60):
            while not condition():
                await asyncio.sleep(0.002)


def play(scenario: Callable[[DemoTelephony, Seen], Coroutine[None, None, None]], **office_args: object) -> Seen:
    async def run() -> Seen:
        router, lines = office(4, **office_args)  # type: ignore[arg-type]
        phones, seen = DemoTelephony(me=UserId("u0"), pace=PACE, lively=False), Seen()
        await phones.start(router, seen.emit)
        await phones.set_lines(lines)
        try:
            await scenario(phones, seen)
        finally:
            await phones.stop()
        return seen

    return asyncio.run(run())


def states(seen: Seen, call_id: str) -> list[CallState]:
    return list(dict.fromkeys(e.state for e in seen.calls(call_id)))


def test_a_call_asked_for_rings_the_own_phone_first_then_the_colleague_who_answers() -> None:
    async def scenario(phones: DemoTelephony, seen: Seen) -> None:
        await phones.originate(CallId("k"), DeviceId("d-u0"), "2101")
        assert phones.devices()[DeviceId("d-u0")] is DeviceState.RINGING
        await seen.until(lambda: bool(seen.calls("k")) and seen.calls("k")[-1].state is not CallState.CALLING)
        await seen.until(
            lambda: (
                seen.calls("k")[-1].state in (CallState.CONNECTED, CallState.VOICEMAIL)
                or seen.state("d-u1") is DeviceState.IDLE
            )
        )
        if seen.calls("k")[-1].state is CallState.CONNECTED:
            assert seen.state("d-u1") is DeviceState.ON_CALL
            assert seen.calls("k")[-1].callee.device_id == "d-u1"
        await phones.hangup(CallId("k"))
        await seen.until(lambda: seen.calls("k")[-1].state is CallState.ENDED)
        assert seen.state("d-u0") is DeviceState.IDLE
        assert seen.state("d-u1") is DeviceState.IDLE
        with pytest.raises(CallGone):
            await phones.hangup(CallId("k"))

    seen = play(scenario)
    assert states(seen, "k")[:2] == [CallState.CALLING, CallState.RINGING]


def test_a_phone_that_is_not_there_is_refused() -> None:
    async def scenario(phones: DemoTelephony, seen: Seen) -> None:
        with pytest.raises(DeviceNotRegistered):
            await phones.originate(CallId("k"), DeviceId("nobody"), "2101")

    play(scenario)


def test_a_diverted_colleague_is_reached_at_his_mailbox_where_a_message_is_left(tmp_path: Path) -> None:
    said = tmp_path / "said.wav"
    with wave.open(str(said), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(b"\x01\x00" * 8000)

    async def sound() -> Path:
        return said

    async def run() -> None:
        router, lines = office(3, away={1})
        phones, seen = DemoTelephony(sounds=sound, pace=PACE, lively=False), Seen()
        await phones.start(router, seen.emit)
        await phones.set_lines(lines)
        await phones.originate(CallId("k"), DeviceId("d-u0"), "2101")
        await seen.until(lambda: any(isinstance(e, MenuReached) for e in seen.events))
        (reached,) = [e for e in seen.events if isinstance(e, MenuReached)]
        assert isinstance(reached.menu, Voicemail) and reached.menu.user_id == "u1"
        await phones.answer(CallId("k"))
        assert seen.calls("k")[-1].state is CallState.VOICEMAIL
        assert await phones.play(CallId("k"), [sound_at(said), sound_at(said)])
        recorded = await phones.record(
            CallId("k"), tmp_path / "draft.wav", most=timedelta(seconds=60), silence=timedelta(seconds=5)
        )
        assert (recorded.seconds, recorded.why) == (1.0, "hangup")
        assert (tmp_path / "draft.wav").read_bytes() == said.read_bytes()
        await seen.until(lambda: seen.calls("k")[-1].state is CallState.ENDED)
        await phones.stop()

    asyncio.run(run())


def test_a_ringing_call_can_be_sent_elsewhere() -> None:
    async def scenario(phones: DemoTelephony, seen: Seen) -> None:
        router, _ = office(4)
        phones._dial(Party("+4570109911"), None, phones._calls.lines[DeviceId("d-u0")])
        await seen.until(lambda: seen.state("d-u0") is DeviceState.RINGING)
        call_id = next(iter(phones._calls.under_way))
        await phones.redirect(call_id, router.route(Party(""), CUSTOMER.id, "2102"))
        await seen.until(lambda: seen.state("d-u2") in (DeviceState.RINGING, DeviceState.ON_CALL))
        assert seen.state("d-u0") is DeviceState.IDLE
        assert seen.calls(call_id)[-1].rang == ("u0", "u2")

    play(scenario)


def test_who_is_on_the_phone_stays_so_when_a_second_call_stops_ringing() -> None:
    async def scenario(phones: DemoTelephony, seen: Seen) -> None:
        phones._dial(Party("+4570109911"), None, phones._calls.lines[DeviceId("d-u0")])
        await seen.until(lambda: seen.state("d-u0") is DeviceState.RINGING)
        ringing = next(iter(phones._calls.under_way))
        await phones.originate(CallId("k"), DeviceId("d-u0"), "+4533123456")
        await seen.until(lambda: bool(seen.calls("k")) and seen.calls("k")[-1].state is CallState.CONNECTED)
        await phones.hangup(ringing)
        await seen.until(lambda: seen.calls(ringing)[-1].state is CallState.ENDED)
        assert phones.devices()[DeviceId("d-u0")] is DeviceState.ON_CALL
        await phones.hangup(CallId("k"))
        await seen.until(lambda: seen.state("d-u0") is DeviceState.IDLE)

    play(scenario)


def test_an_incoming_call_is_answered_by_the_program() -> None:
    async def scenario(phones: DemoTelephony, seen: Seen) -> None:
        phones._dial(Party("+4570109911"), None, phones._calls.lines[DeviceId("d-u0")])
        await seen.until(lambda: seen.state("d-u0") is DeviceState.RINGING)
        call_id = next(iter(phones._calls.under_way))
        with pytest.raises(Conflict):
            await phones.lift(call_id, UserId("u1"))
        await phones.lift(call_id, UserId("u0"))
        await seen.until(lambda: seen.calls(call_id)[-1].state is CallState.CONNECTED)
        assert seen.state("d-u0") is DeviceState.ON_CALL
        assert seen.calls(call_id)[-1].callee.device_id == "d-u0"

    play(scenario)


def test_voicemail_does_not_pile_up(tmp_path: Path) -> None:
    said = tmp_path / "said.wav"
    with wave.open(str(said), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(b"\x01\x00" * 800)

    async def sound() -> Path:
        return said

    async def run() -> list[float]:
        router, lines = office(2, away={1})
        phones, seen = DemoTelephony(sounds=sound, pace=PACE, lively=False), Seen()
        await phones.start(router, seen.emit)
        await phones.set_lines(lines)
        kept = []
        for place in range(5):
            call = CallId(f"k{place}")
            await phones.originate(call, DeviceId("d-u0"), "2101")
            await seen.until(lambda: sum(isinstance(e, MenuReached) for e in seen.events) == place + 1)  # noqa: B023
            await phones.answer(call)
            draft = tmp_path / f"{place}.wav"
            recorded = await phones.record(call, draft, most=timedelta(60), silence=timedelta(5))
            kept.append(recorded.seconds)
            if not recorded.seconds:
                await phones.hangup(call)
            await seen.until(lambda: seen.calls(call)[-1].state is CallState.ENDED)  # noqa: B023
        await phones.stop()
        return kept

    assert [seconds > 0 for seconds in asyncio.run(run())] == [True, True, False, False, False]


def test_a_transfer_takes_the_phone_out_of_the_call() -> None:
    async def scenario(phones: DemoTelephony, seen: Seen) -> None:
        await phones.originate(CallId("k"), DeviceId("d-u0"), "+4533123456")
        await seen.until(lambda: bool(seen.calls("k")) and seen.calls("k")[-1].state is CallState.CONNECTED)
        await phones.transfer(CallId("k"), DeviceId("d-u0"), "2103")
        assert phones.devices()[DeviceId("d-u0")] is DeviceState.IDLE
        await seen.until(lambda: seen.state("d-u3") in (DeviceState.RINGING, DeviceState.ON_CALL))

    play(scenario)


def test_hold_is_seen_and_ends() -> None:
    async def scenario(phones: DemoTelephony, seen: Seen) -> None:
        await phones.originate(CallId("k"), DeviceId("d-u0"), "+4533123456")
        await seen.until(lambda: bool(seen.calls("k")) and seen.calls("k")[-1].state is CallState.CONNECTED)
        await phones.hold(CallId("k"), DeviceId("d-u0"))
        assert seen.state("d-u0") is DeviceState.ON_HOLD
        await phones.resume(CallId("k"), DeviceId("d-u0"))
        assert seen.state("d-u0") is DeviceState.ON_CALL
        assert states(seen, "k")[-2:] == [CallState.CONNECTED, CallState.HELD]

    play(scenario)


def test_the_office_lives_and_only_makes_transitions_there_are() -> None:
    async def run() -> Seen:
        router, lines = office(20)
        phones, seen = DemoTelephony(seed=7, me=UserId("u0"), pace=PACE), Seen()
        await phones.set_lines(lines)
        await phones.start(router, seen.emit)
        await seen.until(lambda: sum(1 for e in seen.events if isinstance(e, CallProgress) and e.cause) >= 25)
        await phones.stop()
        return seen

    seen = asyncio.run(run())
    by_call: Mapping[CallId, list[CallProgress]] = {
        e.call_id: seen.calls(e.call_id) for e in seen.events if isinstance(e, CallProgress)
    }
    assert len(by_call) >= 25
    for progress in by_call.values():
        for before, after in zip(progress, progress[1:], strict=False):
            assert after.state in TRANSITIONS[before.state]
        assert all((e.cause is not None) == (e.state is CallState.ENDED) for e in progress)
    ringing = {e.device_id for e in seen.events if isinstance(e, DeviceChanged) and e.state is DeviceState.RINGING}
    assert len(ringing) > 5
    assert Cause.NORMAL in {e.cause for progress in by_call.values() for e in progress}
