"""The demo's messages are spoken when there is time for it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any, cast

import pytest

from onepresence_desktop.domain.errors import Unavailable
from onepresence_desktop.domain.messages import MessageId
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.demo_messages import SPOKEN, Sounds


class Voice:
    """Notes what it is asked to say, and can't."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def render(self, text: str, language: str, *, voice: str = "") -> Path:
        self.asked.append(text)
        raise Unavailable(what="speech")


class Recordings:
    """There are none yet."""

    def path(self, _message_id: MessageId) -> Path:
        return Path("/nowhere/at/all.wav")


async def test_nothing_is_spoken_while_the_window_comes_up_but_what_is_asked_for() -> None:
    voice = Voice()
    nothing = cast("Any", None)
    sounds = Sounds(nothing, cast("Any", Recordings()), cast("Any", voice), nothing, CustomerId("c"))
    running = asyncio.create_task(sounds.run())
    await asyncio.sleep(0)
    with pytest.raises(Unavailable):
        await sounds.needed(MessageId("demo-m1"))
    assert voice.asked == [SPOKEN[1][3]] and not running.done()
    running.cancel()
