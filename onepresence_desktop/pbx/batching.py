"""Many single questions at once become few: a thousand clients after a restart are answered by dozens of look-ups."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Batched(Generic[K, V]):
    """Answers questions in batches, one batch at a time: who asks while one is being answered is in the next.

    answer: gives the answers to some questions; it raises for all of them. A question that is asked twice before it is
    answered is answered once. Whoever is at the front answers for the others, so there is no task of its own.
    """

    def __init__(self, answer: Callable[[list[K]], Awaitable[Mapping[K, V]]], *, most: int) -> None:
        self._answer = answer
        self._most = most
        self._waiting: dict[K, asyncio.Future[V]] = {}
        self._turn = asyncio.Lock()

    async def ask(self, question: K) -> V:
        """The answer. Raises what `answer` raised, `KeyError` where it left the question out."""
        future = self._waiting.get(question)
        if future is None:
            future = self._waiting[question] = asyncio.get_running_loop().create_future()
        async with self._turn:
            if not future.done():
                await asyncio.sleep(0)  # whoever asks in the same round of the loop is in this batch
                await self._answer_with(question)
        return future.result()

    async def _answer_with(self, question: K) -> None:
        """One batch with this question in it."""
        others = [one for one in self._waiting if one != question][: self._most - 1]
        batch = {one: self._waiting.pop(one) for one in [question, *others]}
        try:
            answers = await self._answer(list(batch))
        except Exception as exc:
            for future in batch.values():
                future.set_exception(exc)
                future.exception()  # somebody who asked may have been cancelled: not an error of its own
        except BaseException:
            self._waiting = batch | self._waiting  # cancelled: the next in line answers for the others
            raise
        else:
            for one, future in batch.items():
                if one in answers:
                    future.set_result(answers[one])
                else:
                    future.set_exception(KeyError(one))
                    future.exception()


async def first_then_some(work: Callable[[T], Awaitable[None]], items: Sequence[T], *, at_once: int) -> None:
    """Do something for each, the first alone and then so many at the same time.

    So what is wrong with all of them (a password) is found by one try. The first that fails ends the others, and is
    raised as it is.
    """
    for item in items[:1]:
        await work(item)
    places = asyncio.Semaphore(at_once)

    async def one(item: T) -> None:
        async with places:
            await work(item)

    try:
        async with asyncio.TaskGroup() as group:
            for item in items[1:]:
                group.create_task(one(item))
    except ExceptionGroup as several:
        raise several.exceptions[0] from None
