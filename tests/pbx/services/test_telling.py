"""The facts of a large change: all of them are told, others have the loop in between, clients hear of one change."""

from __future__ import annotations

import asyncio

import pytest

from onepresence_desktop.domain.events import Fact, ManyAtOnce, PeopleChanged
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.services.telling import tell

A = CustomerId("a")
MANY: list[Fact] = [PeopleChanged(A, UserId(f"u{n}")) for n in range(500)]


class Heard:
    """A sink, and how many facts others found told whenever they had the loop."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self.seen: list[int] = []

    def publish(self, fact: Fact) -> None:
        self.facts.append(fact)

    async def others(self) -> None:
        while True:
            self.seen.append(len(self.facts))
            await asyncio.sleep(0)


async def test_others_have_the_loop_while_many_facts_are_told_between_a_beginning_and_an_end() -> None:
    heard = Heard()
    other = asyncio.create_task(heard.others())
    await tell(heard, MANY, [A])
    other.cancel()
    assert heard.facts == [ManyAtOnce(A, begins=True), *MANY, ManyAtOnce(A, begins=False)]
    assert len(set(heard.seen)) >= 8, "they were let in between"


async def test_few_facts_are_told_at_once() -> None:
    heard = Heard()
    await tell(heard, MANY[:3], [A])
    assert heard.facts == MANY[:3]


async def test_what_is_committed_is_told_though_whoever_asked_has_gone() -> None:
    heard = Heard()
    telling = asyncio.create_task(tell(heard, MANY, [A]))
    await asyncio.sleep(0)
    telling.cancel()
    with pytest.raises(asyncio.CancelledError):
        await telling
    assert heard.facts[1:-1] == MANY and heard.facts[-1] == ManyAtOnce(A, begins=False)
