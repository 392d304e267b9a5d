"""What holds for every service in every test of this folder."""

from __future__ import annotations

from array import array
from functools import cache

import pytest

from onepresence_desktop.pbx import speech
from tests.support import same_store
from tests.support.quick_resample import resample

same_store.compile_once()

_speak = speech._speak


@cache
def _spoken(text: str, language: str, voice: str) -> tuple[int, array[int]]:
    return _speak(text, language, voice)


@cache
def _brought(samples: bytes, source: int, target: int) -> array[int]:
    return resample(array("h", samples), source, target)


def _resampled(samples: array[int], source: int, target: int) -> array[int]:
    return array("h", _brought(samples.tobytes(), source, target))  # anew for each: it is changed in its place


@pytest.fixture(autouse=True)
def the_same_words_are_spoken_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each service says the same few sentences, in a folder of its own; to speak them and bring them to telephone sound
    each time would be half of what such a test costs. The voice itself is tried in `test_prompts.py`."""
    if request.path.name != "test_prompts.py":
        monkeypatch.setattr(speech, "_speak", _spoken)
        monkeypatch.setattr(speech, "resample", _resampled)
