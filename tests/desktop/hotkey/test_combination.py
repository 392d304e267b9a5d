"""Keys as they are written, and what a held key comes to (spec 4.1)."""

from __future__ import annotations

import pytest

from onepresence_desktop.desktop.hotkey.combination import STANDARD, Combination, parse, wanted
from onepresence_desktop.desktop.hotkey.held import TABLE, Event, Key


def test_what_is_written_is_read_again() -> None:
    for combination in (*STANDARD, Combination(30, alt=True, meta=True), Combination(88)):
        assert parse(str(combination)) == combination


@pytest.mark.parametrize("text", ["", "ctrl", "ctrl+scan", "ctrl+scan0", "scan999", "hyper+scan41", "ctrl+scan41 "])
def test_what_is_no_key_means_the_standard(text: str) -> None:
    assert parse(text) is None
    assert wanted(text) == STANDARD


def test_a_key_people_write_with_is_not_taken_from_them() -> None:
    assert not Combination(41).usable and not Combination(41, shift=True).usable
    assert Combination(41, alt=True).usable and Combination(88).usable
    assert wanted("shift+scan41") == STANDARD


def test_a_held_key_fires_once() -> None:
    def fires(*events: Event) -> int:
        key, count = Key.UP, 0
        for event in events:
            key, fired = TABLE[key, event]
            count += fired
        return count

    held = [Event.PRESSED, *[Event.REPEATED, Event.PRESSED] * 20, Event.RELEASED]
    assert fires(*held) == 1
    assert fires(*held, *held) == 2
    assert fires(Event.RELEASED, Event.REPEATED) == 0
    assert set(TABLE) == {(key, event) for key in Key for event in Event}
