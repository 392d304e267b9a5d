"""The key and the marked text on a real X server, whatever the layout, with programs that misbehave (spec 4.1, 4.2)."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from onepresence_desktop.desktop.hotkey.combination import STANDARD, Combination
from onepresence_desktop.desktop.hotkey.x11 import X11Keys
from onepresence_desktop.desktop.selection import x11 as selection
from tests.support.desk import Desk
from tests.support.waiting import soon

CTRL, SHIFT, CAPS, NUM, LEFT_OF_ONE = "37", "50", "66", "77", "49"

OWNER = """
import sys, time
from Xlib import X, Xatom
from Xlib.display import Display
display = Display()
window = display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
window.set_selection_owner(Xatom.PRIMARY, X.CurrentTime)
display.sync()
print("owns", flush=True)
time.sleep(60)
"""


OPENS = """
import sys
from PySide6.QtCore import QObject, QTimer, Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout
from onepresence_desktop.desktop.hotkey.combination import STANDARD
from onepresence_desktop.desktop.hotkey.x11 import X11Keys
from onepresence_desktop.desktop.theme.theme import Choice, install
from onepresence_desktop.desktop.widgets.floating import FloatingPanel

def tell(word):
    with open(sys.argv[1], "a") as said:
        said.write(word + chr(10))

class Keys(QObject):
    fired = Signal()

app = QApplication([])
app.setQuitOnLastWindowClosed(False)
install(app, Choice.LIGHT)
keys, grabber, field = Keys(), X11Keys(), QLineEdit()
panel = FloatingPanel(takes_focus=True, popup=True)
QVBoxLayout(panel.panel).addWidget(field)

def show():
    panel.show()
    field.setFocus()
    tell("open")
    look()

def look():
    if panel.has_keys:
        tell("keys")
    else:
        QTimer.singleShot(20, look)

def done():
    panel.hide()
    tell(field.text())

field.returnPressed.connect(done)
keys.fired.connect(show, Qt.ConnectionType.QueuedConnection)
grabber.start(keys.fired.emit)
grabber.take(STANDARD)
tell("ready")
app.exec()
"""


WAITING = """
import sys
from Xlib import X
from Xlib.display import Display
from Xlib.error import BadAccess, CatchError
display = Display()
root = display.screen().root
print("waits", flush=True)
while True:
    refused = CatchError(BadAccess)
    root.grab_key(int(sys.argv[1]), X.ControlMask, False, X.GrabModeAsync, X.GrabModeAsync, onerror=refused)
    display.sync()
    if refused.get_error() is None:
        print("has it", flush=True)
        break
"""


REFUSING = """
from Xlib import X, Xatom
from Xlib.display import Display
from Xlib.protocol.event import SelectionNotify
display = Display()
window = display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
window.set_selection_owner(Xatom.PRIMARY, X.CurrentTime)
display.sync()
print("owns", flush=True)
asked = 0
while True:
    event = display.next_event()
    if event.type == X.SelectionRequest:
        asked += 1
        place = event.property if asked > 2 else X.NONE
        if place:
            event.requestor.change_property(place, event.target, 8, b"2102")
        event.requestor.send_event(SelectionNotify(time=event.time, requestor=event.requestor,
            selection=event.selection, target=event.target, property=place))
        display.flush()
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with Desk(tmp_path / "desk") as screen:
        monkeypatch.setenv("DISPLAY", screen.environment["DISPLAY"])
        yield screen


@pytest.fixture
def presses(desk: Desk) -> Iterator[tuple[X11Keys, list[float]]]:
    fired: list[float] = []
    keys = X11Keys()
    keys.start(lambda: fired.append(time.monotonic()))
    yield keys, fired
    keys.stop()


def xdotool(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True, timeout=60)


def mark(text: str, selection: str = "primary") -> None:
    # The owner lives on in the background and must not hold a pipe of ours.
    quiet = subprocess.DEVNULL
    command = ["xclip", "-selection", selection]
    subprocess.run(command, input=text.encode(), check=True, timeout=60, stdout=quiet, stderr=quiet)


def press(*codes: str) -> None:
    for code in codes:
        xdotool("keydown", code)
    for code in reversed(codes):
        xdotool("keyup", code)


@pytest.mark.screen
@pytest.mark.parametrize("layout", ["dk", "se", "us", "de", "gb"])
def test_the_key_left_of_one_fires_under_every_layout_and_the_program_in_front_gets_nothing(
    desk: Desk, presses: tuple[X11Keys, list[float]], tmp_path: Path, layout: str
) -> None:
    keys, fired = presses
    assert keys.take(STANDARD) == []
    subprocess.run(["setxkbmap", layout], check=True, timeout=60)
    typed = tmp_path / "typed"
    desk.start("xterm", "-T", "victim", "-e", "sh", "-c", f"stty raw -echo; cat > {typed}")
    window = desk.window("^victim$")
    xdotool("windowactivate", "--sync", window)
    xdotool("key", "x")
    soon(lambda: typed.exists() and typed.read_bytes() == b"x")
    press(CTRL, LEFT_OF_ONE)
    soon(lambda: len(fired) == 1)
    press(CTRL, SHIFT, LEFT_OF_ONE)
    soon(lambda: len(fired) == 2)
    xdotool("key", "y")
    soon(lambda: typed.read_bytes().endswith(b"y"))
    assert typed.read_bytes() == b"xy"
    assert len(fired) == 2


@pytest.mark.screen
def test_caps_lock_and_num_lock_do_not_stand_in_its_way_and_other_keys_pass(
    desk: Desk, presses: tuple[X11Keys, list[float]]
) -> None:
    keys, fired = presses
    keys.take(STANDARD)
    for count, lock in enumerate((CAPS, NUM), start=1):
        press(lock)
        press(CTRL, LEFT_OF_ONE)
        soon(lambda count=count: len(fired) == count)
    press(LEFT_OF_ONE)
    press(CTRL, "64", LEFT_OF_ONE)
    press(CTRL, LEFT_OF_ONE)
    soon(lambda: len(fired) == 3)


@pytest.mark.screen
def test_a_held_key_calls_once(desk: Desk, presses: tuple[X11Keys, list[float]]) -> None:
    keys, fired = presses
    keys.take(STANDARD)
    subprocess.run(["xset", "r", "rate", "150", "50"], check=True, timeout=60)
    xdotool("keydown", CTRL, "keydown", LEFT_OF_ONE)
    time.sleep(0.8)  # held: the server repeats it some thirty times
    xdotool("keyup", LEFT_OF_ONE, "keyup", CTRL)
    press(CTRL, LEFT_OF_ONE)
    soon(lambda: len(fired) == 2)
    assert len(fired) == 2


@pytest.mark.screen
def test_what_opens_at_the_key_gets_what_is_typed_next_and_not_the_program_in_front(desk: Desk, tmp_path: Path) -> None:
    typed, said = tmp_path / "typed", tmp_path / "said"
    desk.start("xterm", "-T", "victim", "-e", "sh", "-c", f"stty raw -echo; cat > {typed}")
    window = desk.window("^victim$")
    desk.start(sys.executable, "-c", OPENS, str(said))

    def tells(word: str) -> None:
        soon(lambda: said.exists() and said.read_text().split()[-1:] == [word])

    tells("ready")
    xdotool("windowactivate", "--sync", window)
    xdotool("keydown", CTRL, "keydown", LEFT_OF_ONE)
    tells("open")
    xdotool("keyup", LEFT_OF_ONE, "keyup", CTRL)
    tells("keys")
    xdotool("type", "mette")
    xdotool("key", "Return")
    tells("mette")
    xdotool("key", "x")
    soon(lambda: typed.exists() and typed.read_bytes() == b"x")


@pytest.mark.screen
def test_a_layout_changed_while_running_changes_nothing_but_the_name(
    desk: Desk, presses: tuple[X11Keys, list[float]]
) -> None:
    keys, fired = presses
    keys.take(STANDARD)
    for count, (layout, name) in enumerate((("us", "`"), ("dk", "§"), ("se", "§"), ("gb", "`")), start=1):
        subprocess.run(["setxkbmap", layout], check=True, timeout=60)
        soon(lambda name=name: keys.label(STANDARD[0]) == name)
        press(CTRL, LEFT_OF_ONE)
        soon(lambda count=count: len(fired) == count)


@pytest.mark.screen
def test_a_key_that_another_program_has_is_told_and_can_be_had_once_it_lets_go(
    desk: Desk, presses: tuple[X11Keys, list[float]]
) -> None:
    keys, fired = presses
    other = X11Keys()
    other.start(lambda: None)
    assert other.take(STANDARD[:1]) == []
    assert keys.take(STANDARD) == [STANDARD[0]]
    press(CTRL, SHIFT, LEFT_OF_ONE)
    soon(lambda: len(fired) == 1)
    other.stop()
    assert keys.take([Combination(41, ctrl=True)]) == []
    press(CTRL, LEFT_OF_ONE)
    soon(lambda: len(fired) == 2)


@pytest.mark.screen
def test_marked_text_is_read_and_the_clipboard_stays(desk: Desk) -> None:
    subprocess.run(
        ["xclip", "-selection", "clipboard"], input=b"mine", check=True, timeout=60, stdout=subprocess.DEVNULL
    )
    subprocess.run(
        ["xclip", "-selection", "primary"],
        input="Tel. 33 12 34 56 – æøå".encode(),
        check=True,
        stdout=subprocess.DEVNULL,
    )
    assert selection.read().text == "Tel. 33 12 34 56 – æøå"
    assert desk.clipboard() == "mine"


@pytest.mark.screen
def test_a_text_is_known_to_be_of_the_program_in_front_or_of_another(desk: Desk, tmp_path: Path) -> None:
    windows = {}
    for name in ("first", "second"):
        desk.start("xterm", "-T", name, "-e", "sh", "-c", f"printf 'lok. 2102'; touch {tmp_path / name}; sleep 60")
        windows[name] = desk.window(f"^{name}$")
        soon((tmp_path / name).exists)
    xdotool("windowactivate", "--sync", windows["first"])
    xdotool("mousemove", "--window", windows["first"], "40", "8", "click", "--repeat", "3", "--delay", "40", "1")
    soon(lambda: "2102" in selection.read().text)
    assert selection.read().in_front
    xdotool("windowactivate", "--sync", windows["second"])
    assert "2102" in selection.read().text and not selection.read().in_front


@pytest.mark.screen
def test_an_owner_that_refuses_at_first_is_asked_again(desk: Desk) -> None:
    owner = subprocess.Popen([sys.executable, "-c", REFUSING], stdout=subprocess.PIPE, text=True, env=os.environ)
    try:
        assert owner.stdout is not None and owner.stdout.readline() == "owns\n"
        assert selection.read().text == "2102"
    finally:
        owner.kill()
        owner.communicate()


@pytest.mark.screen
def test_of_a_huge_selection_the_beginning_is_enough(desk: Desk) -> None:
    text = "+45 33 12 34 56 " + "x" * 1_500_000
    subprocess.run(
        ["xclip", "-selection", "primary"], input=text.encode(), check=True, timeout=60, stdout=subprocess.DEVNULL
    )
    assert selection.read().text.startswith("+45 33 12 34 56 xxx")


@pytest.mark.screen
def test_nothing_marked_and_an_owner_that_has_gone_are_nothing(desk: Desk) -> None:
    assert selection.read().text == ""
    owner = subprocess.Popen([sys.executable, "-c", OWNER], stdout=subprocess.PIPE, text=True, env=os.environ)
    assert owner.stdout is not None and owner.stdout.readline() == "owns\n"
    owner.kill()
    owner.wait()
    owner.stdout.close()
    soon(lambda: selection.read().text == "")


@pytest.mark.screen
def test_a_frozen_program_is_given_up_on(desk: Desk) -> None:
    owner = subprocess.Popen([sys.executable, "-c", OWNER], stdout=subprocess.PIPE, text=True, env=os.environ)
    try:
        assert owner.stdout is not None and owner.stdout.readline() == "owns\n"
        with pytest.raises(TimeoutError):
            selection.read()
    finally:
        owner.kill()
        owner.wait()
        if owner.stdout is not None:
            owner.stdout.close()


def test_without_a_screen_nothing_is_marked_and_no_key_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":987")
    assert selection.read().text == ""
    with pytest.raises(OSError, match="no X server"):
        X11Keys().start(lambda: None)


def test_the_key_is_never_let_go_while_the_layout_changes(presses: tuple[X11Keys, list[float]], desk: Desk) -> None:
    """Programs that change it with the window do so all day; what is pressed meanwhile isn't the window's."""
    keys, _fired = presses
    assert keys.take(STANDARD) == []
    waiting = [sys.executable, "-c", WAITING, LEFT_OF_ONE]
    with subprocess.Popen(waiting, stdout=subprocess.PIPE, env=desk.environment, text=True) as other:
        try:
            assert other.stdout is not None and other.stdout.readline() == "waits\n"
            for _ in range(200):
                assert keys.take(STANDARD) == []
            assert other.poll() is None
            keys.take(())
            assert other.stdout.readline() == "has it\n"
        finally:
            other.kill()
