"""What every telephony driver promises, told once and run over each: the engine, the simulated office, the test double.

An engine among simulated phones stands for `sip`; what it does with sockets and threads is told elsewhere.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Protocol

import pytest

from onepresence_desktop.domain.calls import CallId, CallState, Cause, Party
from onepresence_desktop.domain.errors import CallGone, DeviceNotRegistered
from onepresence_desktop.domain.people import DeviceId, UserId
from onepresence_desktop.domain.routing import Reject, Trunk
from onepresence_desktop.pbx.ports import CallProgress, TelephonyEvent
from onepresence_desktop.pbx.telephony.demo import DemoTelephony
from onepresence_desktop.pbx.telephony.sip.orders import call_of, originate
from tests.pbx.demo.test_demo_telephony import CUSTOMER, office
from tests.pbx.phones import TestPhones
from tests.pbx.telephony.sip.simulated import World
from tests.support.waiting import eventually

K = CallId("k")
OUTSIDE = "+4533123456"


class Driver(Protocol):
    """One of them with two people at its phones, of whom the first calls."""

    line_out: bool
    phones: tuple[DeviceId, DeviceId]
    second: UserId
    events: list[TelephonyEvent]

    async def originate(self, device: DeviceId, number: str) -> None: ...
    async def redirect(self, step: Trunk | Reject) -> None: ...
    async def refuse(self, user: UserId) -> None: ...
    async def hangup(self) -> None: ...
    async def until(self, condition: Callable[[], bool]) -> None: ...
    async def ring(self) -> None:
        """A call of the first that rings at the second."""
        ...

    async def close(self) -> None: ...


class Sip:
    """The engine."""

    line_out = False

    def __init__(self) -> None:
        self.world = World(2)
        self.events = self.world.events
        self.phones = (self.world.lines[0].device_id, self.world.lines[1].device_id)
        self.second = UserId("p1")
        self.world.phones[1].manner = [(0.1, "ring")]

    async def originate(self, device: DeviceId, number: str) -> None:
        originate(self.world.engine, K, device, number, answers=False)

    async def ring(self) -> None:
        await self.originate(self.phones[0], "1002102")
        await self.until(lambda: states(self)[-1:] == ["ringing"])

    async def redirect(self, step: Trunk | Reject) -> None:
        call_of(self.world.engine, K).redirect(step)

    async def refuse(self, user: UserId) -> None:
        call_of(self.world.engine, K).refuse(user)

    async def hangup(self) -> None:
        call_of(self.world.engine, K).finish(Cause.NORMAL)

    async def until(self, condition: Callable[[], bool]) -> None:
        self.world.clock.until(condition, step=0.1)

    async def close(self) -> None:
        self.world.engine.stop()


class Demo:
    """The simulated office."""

    line_out = True

    def __init__(self) -> None:
        router, self.lines = office(2)
        self.driver = DemoTelephony(pace=0.01, lively=False)
        self.router = router
        self.events: list[TelephonyEvent] = []
        self.phones = (DeviceId("d-u0"), DeviceId("d-u1"))
        self.second = UserId("u1")

    async def open(self) -> Demo:
        await self.driver.start(self.router, self.events.append)
        await self.driver.set_lines(self.lines)
        return self

    async def originate(self, device: DeviceId, number: str) -> None:
        await self.driver.originate(K, device, number)

    async def ring(self) -> None:
        self.driver._calls.me = self.second
        await self.originate(self.phones[0], "1002101")
        await self.until(lambda: states(self)[-1:] == ["ringing"])

    async def redirect(self, step: Trunk | Reject) -> None:
        await self.driver.redirect(K, step)

    async def refuse(self, user: UserId) -> None:
        await self.driver.refuse(K, user)

    async def hangup(self) -> None:
        await self.driver.hangup(K)

    async def until(self, condition: Callable[[], bool]) -> None:
        await eventually(condition)

    async def close(self) -> None:
        await self.driver.stop()


class Double:
    """The test double, with a line out or without."""

    def __init__(self, *, line_out: bool) -> None:
        router, self.lines = office(2)
        self.line_out = line_out
        self.driver = TestPhones(line_out=line_out)
        self.router = router
        self.events: list[TelephonyEvent] = []
        self.phones = (DeviceId("d-u0"), DeviceId("d-u1"))
        self.second = UserId("u1")

    async def open(self) -> Double:
        await self.driver.start(self.router, self.events.append)  # type: ignore[arg-type]
        await self.driver.set_lines(self.lines)
        return self

    async def originate(self, device: DeviceId, number: str) -> None:
        await self.driver.originate(K, device, number)

    async def ring(self) -> None:
        await self.originate(self.phones[0], "1002101")
        caller, callee = Party("1002100", "Person 0", UserId("u0")), Party("1002101", "Person 1", self.second)
        self.driver.progress(K, CUSTOMER.id, CallState.RINGING, caller, callee, rang=(self.second,))

    async def redirect(self, step: Trunk | Reject) -> None:
        await self.driver.redirect(K, step)

    async def refuse(self, user: UserId) -> None:
        await self.driver.refuse(K, user)

    async def hangup(self) -> None:
        await self.driver.hangup(K)
        if K in self.driver.calls:  # the double ends a call when a test says so
            self.driver.progress(K, CUSTOMER.id, CallState.ENDED, Party(""), Party(""), cause=Cause.NORMAL)

    async def until(self, condition: Callable[[], bool]) -> None:
        await eventually(condition)

    async def close(self) -> None:
        await self.driver.stop()


async def made(name: str) -> Driver:
    if name == "sip":
        return Sip()
    if name == "demo":
        return await Demo().open()
    return await Double(line_out=name == "double with a line out").open()


DRIVERS = ("sip", "demo", "double", "double with a line out")


def progress(driver: Driver) -> list[CallProgress]:
    return [event for event in driver.events if isinstance(event, CallProgress) and event.call_id == K]


def states(driver: Driver) -> list[str]:
    return [told.state.value for told in progress(driver)]


def run(name: str, scenario: Callable[[Driver], object]) -> None:
    async def whole() -> None:
        driver = await made(name)
        try:
            await scenario(driver)  # type: ignore[misc]
        finally:
            await driver.close()

    asyncio.run(whole())


@pytest.mark.parametrize("name", DRIVERS)
def test_a_click_rings_the_own_phone_first(name: str) -> None:
    async def scenario(driver: Driver) -> None:
        await driver.originate(driver.phones[0], "1002101" if name != "sip" else "1002102")
        assert states(driver) == ["calling"]
        assert progress(driver)[0].caller.device_id == driver.phones[0]

    run(name, scenario)


@pytest.mark.parametrize("name", DRIVERS)
def test_a_phone_that_is_not_there_can_not_call(name: str) -> None:
    async def scenario(driver: Driver) -> None:
        with pytest.raises(DeviceNotRegistered):
            await driver.originate(DeviceId("nowhere"), "1002101")
        assert not progress(driver)

    run(name, scenario)


@pytest.mark.parametrize("name", DRIVERS)
def test_a_ringing_call_that_is_sent_outside_lives_only_where_there_is_a_line_out(name: str) -> None:
    async def scenario(driver: Driver) -> None:
        await driver.ring()
        await driver.redirect(Trunk(OUTSIDE))
        if driver.line_out:
            assert states(driver)[-1] != "ended"
            return
        await driver.until(lambda: states(driver)[-1] in ("ended", "voicemail"))
        if states(driver)[-1] == "voicemail":  # the caller is told, then the call ends
            await driver.until(lambda: states(driver)[-1] == "ended")

    run(name, scenario)


@pytest.mark.parametrize("name", DRIVERS)
def test_a_call_that_is_over_takes_no_more_verbs(name: str) -> None:
    async def scenario(driver: Driver) -> None:
        await driver.ring()
        await driver.hangup()
        await driver.until(lambda: states(driver)[-1] == "ended")
        for verb in (driver.hangup, lambda: driver.redirect(Reject(Cause.BUSY)), lambda: driver.refuse(driver.second)):
            with pytest.raises(CallGone):
                await verb()

    run(name, scenario)


@pytest.mark.parametrize("name", ["sip", "demo"])
def test_the_only_one_who_is_rung_refuses_and_the_call_goes_on_as_if_busy(name: str) -> None:
    async def scenario(driver: Driver) -> None:
        await driver.ring()
        await driver.refuse(driver.second)
        await driver.until(lambda: states(driver)[-1] in ("voicemail", "ended"))

    run(name, scenario)
