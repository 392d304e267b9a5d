"""A virtual screen with a window manager and a tray, and hands on mouse and keyboard: the program as users run it."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
from pathlib import Path
from types import TracebackType

from Xlib.error import ConnectionClosedError, DisplayError

from tests.support import ended, screen
from tests.support.waiting import PATIENCE, STARTING, soon

_BAR = '<?xml version="1.0"?><JWM><Tray x="0" y="-1" height="28"><TaskList/>{dock}</Tray></JWM>'

_CLOSE = (-18, -35)
"""The title bar's button, from the upper right corner that xdotool tells for a window in a frame."""


class Desk:
    """Entered: screen and manager run. Left: all that was started here has ended, and none of ours by falling over.

    Places are inside a window. environment: variables for the programs started here. tray: whether there is one from
    the start.
    """

    def __init__(self, home: Path, *, size: str = "1280x800x24", tray: bool = True, **environment: str) -> None:
        self._home, self._size, self._tray = home, size, tray
        self._started: list[ended.Started] = []
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")},
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home / "run"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "QT_QPA_PLATFORM": "xcb",
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",  # or a keyring is woken that asks people for a password
            "LC_ALL": "C.UTF-8",
            **ended.TELLING,
            **environment,
        }

    def __enter__(self) -> Desk:
        (self._home / "run").mkdir(parents=True, mode=0o700)
        self._configure(self._tray)
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", self._size, "-nolisten", "tcp", "-noreset"]
        process = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
        self._started.append(ended.Started(process, Path(os.devnull), ours=False))
        os.close(writing)
        with os.fdopen(reading) as told:
            self.environment["DISPLAY"] = f":{int(told.readline())}"
        self.start("jwm")
        soon(lambda: "_NET_SUPPORTING_WM_CHECK" in self._said("xprop", "-root"), within=STARTING, every=0.1)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        wrong = "\n".join(ended.end(self._started))
        if error is not None and wrong:
            error.add_note(wrong)
        assert error is not None or not wrong, wrong

    def bring_tray(self) -> None:
        """A tray comes late."""
        self._configure(tray=True)
        subprocess.run(["jwm", "-restart"], env=self.environment, check=True, timeout=60)

    def _configure(self, tray: bool) -> None:
        (self._home / ".jwmrc").write_text(_BAR.format(dock="<Dock/>" if tray else ""))

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """A program on this screen; ended with it at the latest."""
        file = self._home / f"{Path(command[0]).name}.log"
        with open(file, "ab") as log:
            process = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log)
        ours = Path(command[0]).parent == Path(sys.executable).parent
        self._started.append(ended.Started(process, file, ours))
        return process

    def window(self, title: str, *, size: tuple[int, int] | None = None, within: float = STARTING) -> str:
        """The id of the window with this title (a regular expression), of this size, once it is there to stay."""
        before: list[str] = []

        def found() -> str:
            window = seen()
            before.append(window)
            return window if before[-8:] == [window] * 8 else ""

        def seen() -> str:
            for window in self._said("xdotool", "search", "--onlyvisible", "--name", title).split():
                geometry = self._said("xdotool", "getwindowgeometry", window)
                if size is None or f"Geometry: {size[0]}x{size[1]}" in geometry:
                    return window
            return ""

        return soon(found, within=within, every=0.1)

    def front(self, window: str) -> str:
        """The window, once keys go there: a manager gives it the focus some time after it can be seen."""
        soon(lambda: self._said("xdotool", "getactivewindow") == window, within=STARTING, every=0.1)
        return window

    def menu(self, *, within: float = PATIENCE) -> str:
        """The id of the menu or list that is open, once it is; pop-ups with news are none."""

        def seen() -> str:
            for window in self._said("xdotool", "search", "--onlyvisible", "--class", ".").split():
                kind = self._said("xprop", "-id", window, "_NET_WM_WINDOW_TYPE")
                if any(f"_NET_WM_WINDOW_TYPE_{word}" in kind for word in ("MENU", "POPUP_MENU", "COMBO")):
                    return window
            return ""

        return soon(seen, within=within, every=0.1)

    def click(self, window: str, x: int, y: int) -> None:
        """With the left button."""
        self._do("mousemove", "--window", window, str(x), str(y), "click", "1")

    def close(self, window: str) -> None:
        """By the title bar's button, as users do."""
        told = self._said("xdotool", "getwindowgeometry", "--shell", window)
        place = {name: int(value) for name, value in (line.split("=") for line in told.split())}
        x, y = place["X"] + place["WIDTH"] + _CLOSE[0], place["Y"] + _CLOSE[1]
        self._do("mousemove", str(x), str(y), "click", "1")

    def key(self, *names: str) -> None:
        """Keys one after another, as xdotool calls them."""
        self._do("key", "--delay", "30", *names)

    def type(self, text: str) -> None:
        """Text into what has the focus."""
        self._do("type", "--delay", "15", text)

    def clipboard(self) -> str:
        """What was copied last."""
        return self._said("xclip", "-o", "-selection", "clipboard")

    def picture(self, file: Path) -> None:
        """The whole screen, if it is still there."""
        with contextlib.suppress(DisplayError, ConnectionClosedError):
            screen.save(self.environment["DISPLAY"], file)

    def _do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environment, check=True, timeout=60)

    def _said(self, *command: str) -> str:
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=60)
        return re.sub(r"\s+$", "", done.stdout)
