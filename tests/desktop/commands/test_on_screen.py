"""The commands on a real screen: windows come to the front, what is marked is dialled, links open the program."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.desktop.platform.links import XdgLinks
from tests.support.desk import Desk
from tests.support.waiting import soon

PROGRAM = str(Path(sys.executable).with_name("onepresence"))
WINDOW = (980, 680)
QUESTION_WIDTH = 340


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with Desk(tmp_path_factory.mktemp("d") / "h") as found:
        yield found


def done(desk: Desk, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, env=desk.environment, capture_output=True, text=True, timeout=60)


def calls(desk: Desk, number: str) -> bool:
    """Whether the own call is one to this number; the demo's customers call too, the first after 45 s."""
    own = status(desk).get("call")
    return own is not None and bool(own["number"] == number and own["outgoing"])


def status(desk: Desk) -> dict[str, Any]:
    said = done(desk, PROGRAM, "status", "--json")
    found: dict[str, Any] = json.loads(said.stdout) if said.returncode == 0 else {}
    return found


def in_front(desk: Desk) -> str:
    return done(desk, "xdotool", "getactivewindow", "getwindowname").stdout.strip()


def visible(desk: Desk) -> bool:
    return bool(done(desk, "xdotool", "search", "--onlyvisible", "--name", "^OnePresence").stdout.strip())


def note(desk: Desk, text: str) -> str:
    """A terminal in front with a line of text in it that a triple click marks."""
    desk.start("xterm", "-T", "note", "-geometry", "60x8+20+520", "-e", "sh", "-c", f"printf '{text}'; exec cat")
    window = desk.window("^note$")
    done(desk, "xdotool", "windowactivate", "--sync", window)
    return window


def asks(desk: Desk) -> bool:
    """Whether the question before a call can be seen; it is a window without a title."""
    found = done(desk, "xdotool", "search", "--onlyvisible", "--class", "onepresence").stdout.split()
    sizes = [done(desk, "xdotool", "getwindowgeometry", window).stdout for window in found]
    return any(f"Geometry: {QUESTION_WIDTH}x" in size for size in sizes)


@pytest.mark.screen
def test_a_second_start_brings_the_window_to_the_front_hidden_or_covered(desk: Desk) -> None:
    desk.start(PROGRAM, "--demo")
    window = desk.window("^OnePresence", size=WINDOW)
    note(desk, "in front")
    soon(lambda: in_front(desk) == "note", every=0.1)
    assert done(desk, PROGRAM, "--demo").returncode == 0
    soon(lambda: in_front(desk).startswith("OnePresence"), every=0.1)
    desk.close(window)
    soon(lambda: not visible(desk), every=0.1)
    assert done(desk, PROGRAM, "--demo").returncode == 0
    soon(lambda: visible(desk) and in_front(desk).startswith("OnePresence"), every=0.1)


@pytest.mark.screen
def test_dial_selection_calls_what_is_marked_in_another_program(desk: Desk) -> None:
    desk.start(PROGRAM, "--demo", "--minimized")
    soon(lambda: status(desk).get("live"), every=0.2)
    window = note(desk, "Tlf. 33 12 34 56 (direkte)")
    done(desk, "xdotool", "mousemove", "--window", window, "100", "8", "click", "--repeat", "3", "--delay", "40", "1")
    soon(lambda: "33 12" in done(desk, "xclip", "-o", "-selection", "primary").stdout, every=0.1)
    assert done(desk, PROGRAM, "dial-selection").returncode == 0
    soon(lambda: calls(desk, "+4533123456"), every=0.2)


@pytest.mark.screen
def test_a_link_opened_by_the_system_starts_the_program_which_asks(desk: Desk) -> None:
    data, config = (Path(desk.environment[name]) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"))
    ini = config / "onepresence" / "settings.ini"
    ini.parent.mkdir(parents=True)
    ini.write_text("[General]\nway=demo\nlanguage=en\n")
    XdgLinks(data / "applications", config / "mimeapps.list").set_enabled(True)
    try:
        desk.start("gio", "open", "tel:+45-33-12-34-56")
        soon(lambda: status(desk).get("live"), every=0.2)
        assert not calls(desk, "+4533123456")
        soon(lambda: asks(desk), every=0.1)
        assert not calls(desk, "+4533123456")
        desk.key("Return")
        soon(lambda: calls(desk, "+4533123456"), every=0.2)
    finally:
        done(desk, PROGRAM, "quit")
