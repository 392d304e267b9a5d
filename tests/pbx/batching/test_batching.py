"""Many questions become few, and nobody is left without an answer."""

from __future__ import annotations

import asyncio

import pytest

from onepresence_desktop.domain.errors import StoreDamaged
from onepresence_desktop.pbx.batching import Batched


class Book:
    """Answers n by 2n and notes the batches; `hold` keeps an answer back."""

    def __init__(self, most: int = 10) -> None:
        self.batches: list[list[int]] = []
        self.hold = asyncio.Event()
        self.hold.set()
        self.refuse = False
        self.batched = Batched(self._answer, most=most)

    async def _answer(self, questions: list[int]) -> dict[int, int]:
        self.batches.append(questions)
        await self.hold.wait()
        if self.refuse:
            raise StoreDamaged
        return {n: 2 * n for n in questions if n >= 0}


async def test_what_is_asked_at_once_is_answered_in_batches_of_bounded_size() -> None:
    book = Book(most=10)
    answers = await asyncio.gather(*(book.batched.ask(n) for n in range(25)))
    assert answers == [2 * n for n in range(25)]
    assert [len(batch) for batch in book.batches] == [10, 10, 5]


async def test_the_same_question_is_answered_once_but_anew_when_asked_later() -> None:
    book = Book()
    assert await asyncio.gather(*(book.batched.ask(7) for _ in range(5))) == [14] * 5
    assert book.batches == [[7]]
    assert await book.batched.ask(7) == 14
    assert book.batches == [[7], [7]]


async def test_what_fails_fails_for_all_of_its_batch_and_for_no_other() -> None:
    book = Book()
    book.refuse = True
    found = await asyncio.gather(*(book.batched.ask(n) for n in range(3)), return_exceptions=True)
    assert [type(one) for one in found] == [StoreDamaged] * 3
    book.refuse = False
    assert await book.batched.ask(1) == 2


async def test_a_question_without_an_answer_is_a_key_error() -> None:
    book = Book()
    found = await asyncio.gather(book.batched.ask(-1), book.batched.ask(1), return_exceptions=True)
    assert isinstance(found[0], KeyError) and found[1] == 2


@pytest.mark.parametrize("cancelled", [0, 1, 2])
async def test_who_gives_up_leaves_the_others_their_answer(cancelled: int) -> None:
    book = Book()
    book.hold.clear()
    tasks = [asyncio.create_task(book.batched.ask(n)) for n in range(3)]
    async with asyncio.timeout(60):
        while not book.batches:
            await asyncio.sleep(0)
        tasks[cancelled].cancel()
        await asyncio.sleep(0)
        book.hold.set()
        found = await asyncio.gather(*tasks, return_exceptions=True)
    assert isinstance(found[cancelled], asyncio.CancelledError)
    assert [one for n, one in enumerate(found) if n != cancelled] == [2 * n for n in range(3) if n != cancelled]
