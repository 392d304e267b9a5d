"""Computing passwords is dear: strangers wait among themselves, in short queues, and one password is not sprayed."""

from __future__ import annotations

import asyncio
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from onepresence_desktop.domain.errors import Throttled
from onepresence_desktop.pbx.services.passwords import MOST_WAITING, Lane, Passwords
from onepresence_desktop.pbx.services.sign_in import Peer
from onepresence_desktop.pbx.services.throttle import PER_PASSWORD
from tests.pbx.services.test_sign_in import AFAR, HERE, Door


class Slow(Passwords):
    """Each verifying waits until `go` is set; of one password alone, if that is said."""

    def __init__(self, only: str = "") -> None:
        super().__init__(time_cost=1, memory_kib=8)
        self.go = threading.Event()
        self._only = only

    def _check(self, password_hash: str, password: str) -> bool:
        if self._only in ("", password):
            self.go.wait(60)
        return super()._check(password_hash, password)


async def test_strangers_fill_their_own_queue_and_nobody_elses() -> None:
    passwords = Slow(only="1")
    hashed = await passwords.hash("2580")
    far = [asyncio.create_task(passwords.verify(None, "1", lane=Lane.FAR)) for _ in range(100)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    turned_away = [task for task in far if task.done()]
    assert len(turned_away) == 100 - MOST_WAITING - 1
    for task in turned_away:
        assert isinstance(task.exception(), Throttled)
    assert await passwords.verify(hashed, "2580", lane=Lane.KNOWN)
    assert await passwords.verify(hashed, "2580", lane=Lane.NEAR)
    waiting = set(far) - set(turned_away)
    assert not any(task.done() for task in waiting), "nobody had to wait for strangers"
    passwords.go.set()
    assert await asyncio.gather(*waiting) == [False] * (MOST_WAITING + 1)
    passwords.close()


async def test_who_gives_up_waiting_leaves_the_queue_in_order() -> None:
    passwords = Slow()
    tasks = [asyncio.create_task(passwords.verify(None, "1", lane=Lane.NEAR)) for _ in range(6)]
    await asyncio.sleep(0)
    tasks[3].cancel()
    passwords.go.set()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    assert [result for result in results if not isinstance(result, asyncio.CancelledError)] == [False] * 5
    assert not await passwords.verify(None, "1", lane=Lane.FAR)
    passwords.close()


async def test_one_password_tried_at_many_numbers_from_many_addresses_is_stopped(tmp_path: Path) -> None:
    async with Door(tmp_path) as door:
        assert await door.tries("1002101", "2580", HERE) == "in"
        answers = [await door.tries(f"100{3000 + n}", "2580", Peer(f"203.0.113.{n}", private=False)) for n in range(60)]
        assert answers.count("wrong") == PER_PASSWORD.free
        # The owner of that password comes in where they came in before, and any other password is judged as ever.
        assert await door.tries("1002101", "2580", HERE) == "in"
        assert await door.tries("1002101", "1111", AFAR) == "wrong"
        door.clock.pass_(hours=2)
        assert await door.tries("1002101", "2580", AFAR) == "in"


@pytest.mark.parametrize("ahead", [timedelta(minutes=20), timedelta(days=4000)])
async def test_failures_stamped_in_the_future_lock_nobody_longer_than_others(tmp_path: Path, ahead: timedelta) -> None:
    async with Door(tmp_path) as door:
        now = datetime(2026, 11, 24, 10, tzinfo=UTC)
        door.clock.moment = now + ahead
        for _ in range(40):
            if (await door.tries("1002101", "9999", AFAR)).startswith("wait 9"):
                break
            door.clock.pass_(seconds=130)
        door.clock.moment = now
        assert (await door.tries("1002101", "2580", AFAR)).startswith("wait")
        door.clock.pass_(hours=1)
        assert await door.tries("1002101", "2580", AFAR) == "in"
