"""An employee at a screen: the real program, signed in to a company's service by keyboard."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any, Self

import numpy as np

from tests.support import screen
from tests.support.desk import Desk
from tests.support.loudspeaker import Loudspeaker
from tests.support.waiting import PATIENCE, soon

PROGRAM = str(Path(sys.executable).with_name("onepresence"))
WINDOW = (980, 680)
FREE, BUSY, DIVERTED, BADGE = (0x11, 0x82, 0x57), (0xC2, 0x41, 0x0C), (0xC2, 0x18, 0x3F), (0xD3, 0x20, 0x3F)
RINGING = (0xF2, 0xB2, 0x1B)
TRAY = (1252, 772, 1280, 800)
"""Where the icon is on the screen, at the right end of the bar."""

_ROWS, _ROW = 176 - 52, 52

Area = tuple[int, int, int, int]


class Employee:
    """Starts the program on a screen of its own. sound: with a loudspeaker. settings: more lines of that file."""

    def __init__(
        self, folder: Path, server: str, number: str, *, password: str = "2580", sound: bool = False, **settings: object
    ) -> None:
        folder.mkdir(parents=True)
        self.folder = folder
        self.desk = Desk(folder / "home", PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring")
        self._password = password
        self._sound = sound
        self.loudspeaker: Loudspeaker | None = None
        values = {"server": server, "local_number": number, "way": "company", "language": "en", **settings}
        config = folder / "home" / "config" / "onepresence"
        config.mkdir(parents=True)
        lines = [f"{name}={value}" for name, value in values.items()]
        (config / "settings.ini").write_text("[General]\n" + "\n".join(lines) + "\n")
        self.window = ""
        self.program: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        try:
            self.desk.__enter__()
            if self._sound:
                self.loudspeaker = Loudspeaker(self.desk, self.folder)
            self._begin()
        except BaseException:
            self.__exit__(*sys.exc_info())
            raise
        return self

    def _begin(self) -> None:
        self.program = self.desk.start(PROGRAM)
        self.desk.front(self.desk.window("^(Sign in|Log ind|Logga in|OnePresence)"))
        self.desk.type(self._password)
        self.desk.key("Return")
        self.window = self.desk.window("^OnePresence", size=WINDOW)

    def gone(self) -> None:
        """Wait until the main window is no longer on the screen."""
        command = ["xwininfo", "-id", self.window]

        def away() -> bool:
            done = subprocess.run(command, env=self.desk.environment, capture_output=True, text=True, timeout=60)
            return "IsViewable" not in done.stdout

        soon(away, every=0.2)

    def look_up(self, text: str) -> None:
        """Type into the search field, instead of what stood there."""
        self.hands("key", "--delay", "30", "ctrl+f", "ctrl+a")
        self.desk.type(text)

    def __exit__(self, *error: Any) -> None:
        try:
            if error[0] is not None:
                self.picture("failed")
        finally:
            self.desk.__exit__(*error)

    def longest_stretch(self) -> float:
        """Milliseconds of work at a stretch in the window's thread, as the program noted when it ended."""
        log = (self.folder / "home" / "data" / "onepresence" / "logs" / "onepresence.log").read_text()
        return float(re.findall(r"the window's thread: .* the longest ([\d.]+) ms", log)[-1])

    def picture(self, name: str) -> Path:
        """The screen as it is."""
        file = self.folder / f"{name}.png"
        self.desk.picture(file)
        return file

    def state_of(self, row: int) -> Area:
        """Where the state of the list's row (0: the first) is drawn, on the screen."""
        left, top = self.corner()
        return (left + 500, top + _ROWS + row * _ROW, left + 720, top + _ROWS + (row + 1) * _ROW)

    def name_in(self, row: int) -> Area:
        """Where the name in the list's row is drawn, on the screen."""
        left, top = self.corner()
        return (left + 270, top + _ROWS + row * _ROW, left + 480, top + _ROWS + (row + 1) * _ROW)

    def darkness(self, area: Area) -> int:
        """How many dark pixels are there: something is written."""
        return self.shows((0x14, 0x17, 0x1C), area)

    def corner(self) -> tuple[int, int]:
        """Where the window's content begins on the screen."""
        # Not xdotool's getwindowgeometry, which counts this window manager's frame twice.
        command = ["xwininfo", "-id", self.window]
        environment = self.desk.environment
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
        x, y = (int(word) for word in re.findall(r"Absolute upper-left [XY]: +(-?\d+)", done.stdout))
        return x, y

    def hands(self, *words: str) -> str:
        """Mouse and keyboard, and what is in front, by xdotool."""
        done = subprocess.run(
            ["xdotool", *words], env=self.desk.environment, check=True, timeout=60, capture_output=True, text=True
        )
        return done.stdout.strip()

    def shows(self, color: tuple[int, int, int], area: Area, *, near: int = 24) -> int:
        """How many pixels of the screen's area (left, top, right, bottom) have about this colour.

        near: what still counts as it; `BADGE` and `DIVERTED` are told apart by 8.
        """
        part = screen.pixels(self.desk.environment["DISPLAY"], area).astype(int)
        return int((np.abs(part - np.array(color)).max(axis=2) < near).sum())

    def goes(self, color: tuple[int, int, int], area: Area, *, within: float = PATIENCE) -> None:
        """Wait until a colour is no longer there."""
        soon(lambda: self.shows(color, area) == 0, within=within, every=0.2)

    def comes(
        self, color: tuple[int, int, int], area: Area, *, least: int = 20, near: int = 24, within: float = PATIENCE
    ) -> None:
        """Wait until a colour is there."""
        soon(lambda: self.shows(color, area, near=near) >= least, within=within, every=0.2)


@contextlib.asynccontextmanager
async def at_work(*people: Employee) -> AsyncIterator[None]:
    """They come one after another, and leave whatever happens; when something failed, each with a picture of it."""
    async with contextlib.AsyncExitStack() as stack:
        for person in people:
            await asyncio.to_thread(person.__enter__)
            stack.push_async_exit(_leaves(person))
        yield


def _leaves(person: Employee) -> Callable[..., Awaitable[None]]:
    async def leave(*error: object) -> None:
        await asyncio.to_thread(person.__exit__, *error)

    return leave


class Newcomer(Employee):
    """Somebody who tries the demo: `make run`, without its set-up."""

    def __init__(self, folder: Path, *, sound: bool = False) -> None:
        super().__init__(folder, "", "", sound=sound)

    def _begin(self) -> None:
        self.program = self.desk.start(PROGRAM, "--demo")
        self.window = self.desk.window("^OnePresence", size=WINDOW)

    def service(self) -> str:
        """Where the demo's own service is."""
        run = self.folder / "home" / "cache" / "onepresence" / "demo" / "run.json"
        return str(json.loads(run.read_text())["address"])
