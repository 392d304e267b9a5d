"""Sounds as references."""

from pathlib import Path

import pytest

from onepresence_desktop.pbx.ports import Sound, file_of, sound_at


def test_a_reference_leads_back_to_the_file_whatever_its_name() -> None:
    for name in ("beep.wav", "da: Velkommen, Søren.wav", "100 % (1) #2.wav"):
        path = Path("/tmp/sounds") / name
        assert file_of(sound_at(path)) == path


def test_another_kind_of_reference_is_not_taken_for_a_file() -> None:
    with pytest.raises(ValueError):
        file_of(Sound("https://example.com/beep.wav"))
