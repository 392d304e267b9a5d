"""Sounds of events: only those that are switched on, and none in do-not-disturb (spec 10.7)."""

from __future__ import annotations

import io
import wave
from typing import Any

import pytest

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.player import Player
from onepresence_desktop.desktop.popups.sounds import TONES, Sounds, sound
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.domain.diversion import Reason
from tests.desktop.look.conftest import dressed, office, session, settings

__all__ = ["dressed", "office", "session", "settings"]


def test_each_event_has_a_short_sound_of_its_own() -> None:
    made = {event: sound(event) for event in TONES}
    assert len(set(made.values())) == len(TONES)
    for data in made.values():
        with wave.open(io.BytesIO(data)) as file:
            assert 0.2 < file.getnframes() / file.getframerate() < 0.6
            assert file.readframes(2)[:2] == b"\x00\x00"


def test_an_event_is_heard_when_that_is_wanted_and_nobody_is_disturbed(
    session: Session, settings: Settings, office: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[bytes] = []
    monkeypatch.setattr(Player, "play", lambda _player, data, **_more: heard.append(data))
    sounds = Sounds(session, settings)
    sounds.play(keys.SOUND_VOICEMAIL)
    assert heard == []
    settings.set(keys.SOUND_VOICEMAIL, True)
    sounds.play(keys.SOUND_VOICEMAIL)
    assert heard == [sound(keys.SOUND_VOICEMAIL)]
    session.take(office(diverted=Reason.DO_NOT_DISTURB), "e:2")
    sounds.play(keys.SOUND_VOICEMAIL)
    assert len(heard) == 1
