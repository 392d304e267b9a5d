"""The way round by copying, on a clipboard and a keyboard that behave as the systems' own were seen to (spec 4.2)."""

from __future__ import annotations

from collections.abc import Callable

from onepresence_desktop.desktop.selection.copying import LET_GO, Copying
from onepresence_desktop.desktop.selection.limits import PATIENCE


class Desk:
    """Clipboard, keyboard and time. held_until: the user's fingers. copies: what the program in front copies."""

    def __init__(self, *, held_until: float = 0.0, copies: str | None = "33 12 34 56", after: float = 0.05) -> None:
        self.time = 0.0
        self.changes = 7
        self.content: object = "mine"
        self.held_until, self._copies, self._after = held_until, copies, after
        self.pressed: list[float] = []
        self.put_back_times = 0
        self._due: list[tuple[float, Callable[[], None]]] = []
        self.copying = Copying(self, self, sleep=self._sleep, now=lambda: self.time)

    def _sleep(self, seconds: float) -> None:
        self.time += seconds
        for at, deed in list(self._due):
            if at <= self.time:
                self._due.remove((at, deed))
                deed()

    def later(self, seconds: float, content: str) -> None:
        def deed() -> None:
            self.content, self.changes = content, self.changes + 1

        self._due.append((self.time + seconds, deed))

    def held(self) -> bool:
        return self.time < self.held_until

    def copy(self) -> None:
        self.pressed.append(self.time)
        if self._copies is not None:
            self.later(self._after, self._copies)

    def count(self) -> int:
        return self.changes

    def keep(self) -> object | None:
        return self.content

    def text(self) -> str:
        return str(self.content)

    def put_back(self, kept: object) -> None:
        self.content, self.changes = kept, self.changes + 1
        self.put_back_times += 1


def test_what_is_marked_is_read_and_the_clipboard_is_as_it_was() -> None:
    desk = Desk()
    assert desk.copying.read() == "33 12 34 56"
    assert desk.content == "mine" and desk.put_back_times == 1


def test_copy_is_pressed_only_when_the_fingers_are_off_the_hotkey() -> None:
    desk = Desk(held_until=0.4)
    assert desk.copying.read() == "33 12 34 56"
    assert desk.pressed[0] >= 0.4


def test_a_hotkey_held_for_long_copies_nothing() -> None:
    desk = Desk(held_until=LET_GO + 5)
    assert desk.copying.read() == "" and desk.pressed == [] and desk.content == "mine"


def test_nothing_marked_is_nothing_and_takes_no_longer_than_the_patience() -> None:
    desk = Desk(copies=None)
    assert desk.copying.read() == ""
    assert desk.time <= PATIENCE + 0.05 and desk.put_back_times == 0


def test_a_clipboard_that_cannot_be_kept_is_not_touched() -> None:
    desk = Desk()
    desk.keep = lambda: None  # type: ignore[method-assign]
    assert desk.copying.read() == "" and desk.pressed == []


def test_what_somebody_else_copied_meanwhile_stays() -> None:
    desk = Desk()
    once = desk.text

    def text() -> str:
        found = once()
        desk.content, desk.changes = "theirs", desk.changes + 1
        return found

    desk.text = text  # type: ignore[method-assign]
    assert desk.copying.read() == "33 12 34 56"
    assert desk.content == "theirs" and desk.put_back_times == 0


def test_a_second_press_meanwhile_gets_nothing() -> None:
    desk = Desk()
    again: list[str] = []
    desk.keep = lambda: again.append(desk.copying.read()) or "mine"  # type: ignore[func-returns-value, method-assign]
    assert desk.copying.read() == "33 12 34 56" and again == [""]


def test_a_huge_selection_is_cut_off() -> None:
    assert len(Desk(copies="1" * 1_000_000).copying.read()) == 16_384
