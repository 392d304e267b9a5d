"""Administration commands carried out on a store without the command line's processes: each costs a second."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from onepresence_desktop.pbx.admin import parser
from onepresence_desktop.pbx.bootstrap import beside
from onepresence_desktop.pbx.config import Config
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.commands import AnyCommand

Words = tuple[str, ...]


def carry_out(data: Path, lines: Sequence[Words]) -> None:
    """Each line as `onepresence-pbx` would, one after another, in a folder that no service runs on."""
    with ThreadPoolExecutor(1) as aside:  # the caller's loop goes on
        aside.submit(asyncio.run, _carry_out(data, lines)).result()


async def _carry_out(data: Path, lines: Sequence[Words]) -> None:
    mask = os.umask(0o077)
    try:
        async with beside(Config(data), existing=False) as commands:
            for words in lines:
                given = parser().parse_args([*words, "--data", str(data)])
                await commands.run(codec.decode(codec.encode(given.make(given)), AnyCommand))  # type: ignore[arg-type]
    finally:
        os.umask(mask)
