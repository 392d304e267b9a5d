"""Mobiles rung over a line: whoever lifts presses 1, or the own mailbox takes the call (spec 2.1a, 3.6b)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from onepresence_desktop.domain.calls import CallId
from onepresence_desktop.domain.people import Device, DeviceId, DeviceKind, UserId
from onepresence_desktop.pbx.ports import MenuReached
from onepresence_desktop.pbx.telephony.sip.orders import originate
from tests.pbx.telephony.sip.office import CUSTOMER
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.simulated_provider import Provider

MOBILE = "+4520202020"
LIFTS = [(0.1, "ring"), (2.0, "answer")]


class Street:
    """P1 has a desk phone and a mobile, which lies behind the provider."""

    def __init__(self, *, after: int = 0, seconds: int = 30) -> None:
        self.world = World(2, seconds=seconds)
        self.provider = Provider(self.world, "10.9.0.1")
        self.world.engine.trunks.set([self.provider.line()])
        self.world.engine.asking = {"da": Path("press-one.wav")}
        mobile = Device(
            DeviceId("m"), CUSTOMER.id, UserId("p1"), DeviceKind.MOBILE, "m", number=MOBILE, ring_after=after
        )
        plan = self.world.router.dial_plan
        devices = {**plan.devices, UserId("p1"): (*plan.devices[UserId("p1")], mobile)}
        self.world.router.dial_plan = replace(plan, devices=devices, line_out=True)
        self.world.phones[1].manner = [(0.1, "ring")]
        self.provider.manner = LIFTS
        self.world.clock.run(1)
        self.dialog = self.world.phones[0].dial("1002102")

    def run(self, seconds: float) -> None:
        self.world.clock.run(seconds)

    def press(self, digit: str) -> None:
        (there,) = self.provider.dialogs
        self.provider.ask(there, "INFO", f"Signal={digit}\r\n".encode(), content_type="application/dtmf-relay")
        self.run(1)

    def mailbox(self) -> bool:
        return any(isinstance(event, MenuReached) for event in self.world.events)

    def end(self) -> None:
        for phone in [*self.world.phones, self.provider]:
            for dialog in phone.dialogs:
                phone.hang_up(dialog)
        self.run(20)
        self.world.engine.trunks.stop()
        self.run(70)
        assert not self.world.leftovers()


def ringing(street: Street) -> bool:
    return street.world.engine.states[street.world.lines[1].device_id].value == "ringing"


def test_one_pressed_takes_the_call_and_the_desk_phone_stops() -> None:
    street = Street()
    street.run(4)
    assert street.world.media.played == [[Path("press-one.wav")]]
    assert ringing(street) and street.world.states()[-1] == "ringing"
    street.press("1")
    assert not ringing(street) and street.world.states()[-1] == "connected" and street.dialog.talking
    told = street.world.progress()[-1]
    assert told.callee.user_id == "p1" and (told.trace[-1].name, told.trace[-1].number) == ("t", "")
    street.end()
    assert street.world.states()[-1] == "ended"


def test_nobody_presses_and_the_own_mailbox_takes_the_call() -> None:
    street = Street(seconds=15)
    street.run(14)
    assert not street.mailbox()
    street.run(12)
    assert street.mailbox() and street.world.states()[-1] == "voicemail"
    (there,) = street.provider.dialogs
    assert there.over
    street.end()


def test_whoever_is_being_asked_when_time_is_up_may_still_press() -> None:
    street = Street(seconds=5)
    street.run(8)
    assert not street.mailbox()
    street.press("1")
    assert street.world.states()[-1] == "connected"
    street.end()


def test_two_pressed_declines_and_the_desk_phone_rings_on() -> None:
    street = Street()
    street.run(4)
    street.press("2")
    assert ringing(street) and street.provider.dialogs[0].over
    street.end()


def test_the_desk_phone_is_lifted_while_the_mobile_is_asked() -> None:
    street = Street()
    street.world.phones[1].manner = [(0.1, "ring"), (5, "answer")]
    street.world.clock.run(0)
    street.run(8)
    assert street.world.states()[-1] == "connected" and street.provider.dialogs[0].over
    street.end()


def test_the_caller_gives_up_while_the_mobile_is_asked() -> None:
    street = Street()
    street.run(4)
    street.world.phones[0].cancel(street.dialog)
    street.run(2)
    assert street.world.states()[-1] == "ended" and street.provider.dialogs[0].over
    street.end()


def test_the_mobile_joins_in_at_its_time() -> None:
    street = Street(after=10)
    street.run(8)
    assert not street.provider.requests("INVITE")
    street.run(3)
    assert len(street.provider.requests("INVITE")) == 1
    street.end()


def test_a_mobile_is_not_rung_while_its_owner_is_on_the_desk_phone() -> None:
    street = Street()
    street.end()
    world = street.world
    world.engine.trunks.set([street.provider.line()])
    world.phones[1].manner = [(0.1, "ring"), (0.5, "answer")]
    street.provider.manner = [(0.1, "ring")]
    world.phones[0].dial("1002102")
    world.clock.run(3)
    before = len(street.provider.requests("INVITE"))
    world.phones[0].dial("1002102")
    world.clock.run(2)
    assert len(street.provider.requests("INVITE")) == before
    street.end()


def test_a_click_at_the_desk_reaches_the_mobile_of_a_colleague() -> None:
    street = Street()
    street.end()
    world: Any = street.world
    world.engine.trunks.set([street.provider.line()])
    world.clock.run(1)
    street.provider.dialogs.clear()
    originate(world.engine, CallId("click"), world.lines[0].device_id, "1002102", answers=False)
    world.clock.run(6)
    street.press("1")
    world.clock.run(2)
    assert world.states()[-1] == "connected"
    street.end()
