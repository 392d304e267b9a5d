"""What people do all day in the office of `tests.soak.office`: each job takes free desks, and sees it through."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from tests.soak.office_floor import TEAM, Desk, Floor, both_hear, one_number
from tests.support.waiting import eventually


async def _talk(floor: Floor, caller: Desk, number: str, callee: Desk) -> None:
    """Ring, lift, hear one another."""
    await caller.phone.dial(number)
    await callee.until("CALL_INCOMING")
    await callee.phone.accept()
    await caller.until("CALL_ESTABLISHED")
    await callee.until("CALL_ESTABLISHED")
    await both_hear(caller, callee)
    await asyncio.sleep(floor.dice.uniform(0, 8))  # talking


async def _end(floor: Floor, *desks: Desk) -> None:
    """One of them puts down."""
    await floor.dice.choice(desks).phone.hang_up()
    for desk in desks:
        await desk.over()


async def inside(floor: Floor) -> None:
    """A colleague is called."""
    async with floor.taking(2) as (caller, callee):
        await _talk(floor, caller, callee.number[3:], callee)
        await _end(floor, caller, callee)


async def out(floor: Floor) -> None:
    """A call over the line."""
    async with floor.taking(1, 1) as (caller, callee):
        await _talk(floor, caller, callee.number, callee)
        await _end(floor, caller, callee)


async def from_outside(floor: Floor) -> None:
    """A call over the line, the other way."""
    async with floor.taking(1, 1) as (callee, caller):
        await _talk(floor, caller, one_number(callee.number), callee)
        await _end(floor, caller, callee)


async def given_up(floor: Floor) -> None:
    """It rings, and the caller thinks better of it."""
    async with floor.taking(2) as (caller, callee):
        await caller.phone.dial(callee.number)
        await callee.until("CALL_INCOMING")
        await caller.phone.hang_up()
        await callee.over()
        await caller.over()


async def handed_on(floor: Floor) -> None:
    """Whoever is called from outside hands the call to a colleague."""
    async with floor.taking(2, 1) as (first, second, caller):
        await _talk(floor, caller, one_number(first.number), first)
        await first.phone.command("transfer", f"sip:{second.number}@{floor.office.host}")
        await second.until("CALL_INCOMING")
        await second.phone.accept()
        await first.over()
        await both_hear(second, caller)
        await _end(floor, second, caller)


async def held(floor: Floor) -> None:
    """On hold, and back."""
    async with floor.taking(2) as (caller, callee):
        await _talk(floor, caller, callee.number, callee)
        await callee.phone.command("hold")
        await eventually(lambda: _state(callee, "on_hold"), every=0.2)
        await asyncio.sleep(floor.dice.uniform(0, 4))  # music
        await callee.phone.command("resume")
        await eventually(lambda: caller.phone.receives() and callee.phone.receives(), every=0.2)
        await _end(floor, caller, callee)


async def diverted(floor: Floor) -> None:
    """Calls go to a colleague, then to their owner again."""
    async with floor.taking(3) as (caller, away, colleague):
        body = {"preset": "lunch", "destination": {"kind": "number", "number": colleague.number}}
        await away.api("POST", "/v1/me/diversions", body)
        await _talk(floor, caller, away.number, colleague)
        await _end(floor, caller, colleague)
        await away.api("DELETE", "/v1/me/diversions")
        assert not away.phone.seen("CALL_INCOMING", away.since), "a phone rang whose calls were diverted"


async def voicemail(floor: Floor) -> None:
    """A message is left, and deleted."""
    async with floor.taking(2) as (caller, away):
        await away.api("POST", "/v1/me/diversions", {"preset": "break"})
        await caller.phone.dial(away.number)
        await caller.until("CALL_ESTABLISHED")
        await eventually(caller.phone.receives, every=0.2)
        await caller.phone.keys("#")
        await asyncio.sleep(floor.dice.uniform(4, 8))  # the tone, then speaking
        await caller.phone.hang_up()
        await caller.over()
        (message,) = await eventually(away.api.messages, every=0.2)
        assert message["number"] == caller.number and message["seconds"] > 1, message
        await away.api("DELETE", f"/v1/me/messages/{message['id']}")
        await away.api("DELETE", "/v1/me/diversions")


async def team(floor: Floor) -> None:
    """All of a team ring, one takes the call."""
    async with floor.taking(1, team=True) as (caller, *members):
        await caller.phone.dial(TEAM)
        for member in members:
            await member.until("CALL_INCOMING")
        taker = floor.dice.choice(members)
        await taker.phone.accept()
        for member in members:
            if member is not taker:
                await member.over()
        await both_hear(caller, taker)
        await _end(floor, caller, taker)


async def codes(floor: Floor) -> None:
    """Something is changed from the phone, and changed back."""
    async with floor.taking(1) as (desk,):
        first, second = floor.dice.choice([("*26#", "#26#"), ("*21#", "#21#"), ("*21*2101#", "#21#")])
        for code, there in ((first, True), (second, False)):
            desk.tidy()
            await desk.phone.dial(code.replace("#", "%23"))
            await desk.until("CALL_ESTABLISHED")
            await desk.over()
            standing = (await desk.api("GET", "/v1/me/diversions"))["current"]
            assert bool(standing) is there, (code, standing)


async def parked(floor: Floor) -> None:
    """A call is put on hold, parked, and taken back at another desk."""
    async with floor.taking(3) as (caller, first, second):
        await _talk(floor, caller, first.number, first)
        await first.phone.command("hold")
        await eventually(lambda: _state(first, "on_hold"), every=0.2)
        await first.phone.dial("*68")

        async def place() -> Any:
            known = await first.api("GET", "/v1/parked")
            return next((one["id"] for one in known if one["number"] == caller.number), None)

        where = await eventually(place, every=0.2)
        await second.phone.dial(where)
        await second.until("CALL_ESTABLISHED")
        await eventually(lambda: caller.phone.receives() and second.phone.receives(), every=0.2)
        await _end(floor, caller, second)
        await eventually(lambda: _state(first, "idle"), every=0.2)


async def restarted(floor: Floor) -> None:
    """A phone loses its power and comes back."""
    async with floor.taking(1) as (desk,):
        await desk.restart()
        await eventually(lambda: _state(desk, "idle"), every=0.2)


async def restarted_while_talking(floor: Floor) -> None:
    """The same in the middle of a call: the other end isn't left in it, and the phone is reached again."""
    async with floor.taking(2) as (desk, other):
        await _talk(floor, other, desk.number, desk)
        await desk.restart()
        await other.over()
        await eventually(lambda: _state(desk, "idle"), every=0.2)
        desk.tidy()
        other.tidy()
        await _talk(floor, other, desk.number, desk)
        await _end(floor, desk, other)


async def _state(desk: Desk, state: str) -> bool:
    """Whether the service takes the phone to be so."""
    (device,) = (await desk.api("GET", "/v1/me"))["devices"]
    return bool(device["state"] == state)


JOBS: dict[Callable[[Floor], Awaitable[None]], int] = {
    inside: 6, out: 4, from_outside: 4, given_up: 2, handed_on: 2, held: 2, diverted: 2, voicemail: 3, team: 3,
    codes: 2, parked: 1, restarted: 1, restarted_while_talking: 1,
}  # fmt: skip
"""How often each is done, beside the others."""
