"""What the PBX says: complete in three languages, times as people say them."""

from __future__ import annotations

import wave
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.ivr import Phrase, Prompt
from onepresence_desktop.pbx.prompts.clock import moment
from onepresence_desktop.pbx.prompts.phrases import LANGUAGES, Phrases, words
from onepresence_desktop.pbx.speech import EspeakSpeech

ZONE = ZoneInfo("Europe/Copenhagen")
NOW = datetime(2026, 11, 24, 12, 3, tzinfo=ZONE)


def test_every_language_has_every_phrase_and_every_reason() -> None:
    for language in LANGUAGES.values():
        assert set(language.PHRASES) == set(Phrase) - {Phrase.BEEP}
        assert set(language.REASONS) == set(Reason)
        assert len(language.SPEAKER.hours) == len(language.SPEAKER.months) == 12
        assert set(language.SPEAKER.minutes) == set(range(0, 60, 5))
        assert len(language.SPEAKER.days) == 7


@pytest.mark.parametrize(
    ("clock", "da", "sv", "en"),
    [
        ("12:30", "klokken halv et", "klockan halv ett", "at half past twelve"),
        ("12:33", "klokken fem minutter over halv et", "klockan fem över halv ett", "at twenty-five to one"),
        ("13:00", "klokken et", "klockan ett", "at one"),
        ("14:15", "klokken kvart over to", "klockan kvart över två", "at a quarter past two"),
        ("15:45", "klokken kvart i fire", "klockan kvart i fyra", "at a quarter to four"),
        ("12:57", "klokken et", "klockan ett", "at one"),
        ("23:58", "i morgen klokken tolv", "i morgon klockan tolv", "tomorrow at twelve"),
    ],
)
def test_times_of_today(clock: str, da: str, sv: str, en: str) -> None:
    hour, minute = map(int, clock.split(":"))
    when = NOW.replace(hour=hour, minute=minute)
    assert [moment(when, NOW, LANGUAGES[name].SPEAKER) for name in ("da", "sv", "en")] == [da, sv, en]


@pytest.mark.parametrize(
    ("days", "da", "sv", "en"),
    [
        (1, "i morgen klokken otte", "i morgon klockan åtta", "tomorrow at eight"),
        (6, "på mandag klokken otte", "på måndag klockan åtta", "on Monday at eight"),
        (9, "den 3. december", "den 3:e december", "on the third of December"),
    ],
)
def test_times_of_other_days(days: int, da: str, sv: str, en: str) -> None:
    when = (NOW + timedelta(days=days)).replace(hour=8, minute=0)
    assert [moment(when, NOW, LANGUAGES[name].SPEAKER) for name in ("da", "sv", "en")] == [da, sv, en]


def test_the_reason_and_the_return_make_one_sentence() -> None:
    prompt = Prompt(Phrase.AWAY, "da", reason=Reason.LUNCH, until=NOW.replace(hour=12, minute=30))
    assert words(prompt, NOW, ZONE) == "Vedkommende er til frokost, tilbage klokken halv et."
    assert words(Prompt(Phrase.AWAY, "en", reason=Reason.TRAVEL), NOW, ZONE) == "The person you called is travelling."


def test_sickness_is_said_as_away() -> None:
    for name, language in LANGUAGES.items():
        assert language.REASONS[Reason.SICK] == language.REASONS[Reason.OTHER], name


async def test_sounds_are_telephone_wavs_and_come_from_the_cache_the_second_time(tmp_path: Path) -> None:
    speech = EspeakSpeech(tmp_path / "speech")
    phrases = Phrases(speech, tmp_path)
    prompts = [
        Prompt(Phrase.WELCOME, "da", name="Søren Ågård"),
        Prompt(Phrase.OTHER_LANGUAGE, "en"),
        Prompt(Phrase.BEEP, "da"),
    ]
    first = await phrases.render(prompts, NOW, ZONE)
    stamps = [p.stat().st_mtime_ns for p in first]
    again = await phrases.render(prompts, NOW, ZONE)
    assert again == first and [p.stat().st_mtime_ns for p in again] == stamps
    for sound, least in zip(first, (1.5, 1.5, 0.39), strict=True):
        with wave.open(str(sound)) as file:
            assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 8000)
            assert file.getnframes() / 8000 >= least
    speech.close()


async def test_another_name_is_another_sound(tmp_path: Path) -> None:
    speech = EspeakSpeech(tmp_path)
    phrases = Phrases(speech, tmp_path)
    sounds = {
        (await phrases.render([Prompt(Phrase.WELCOME, language, name=name)], NOW, ZONE))[0].read_bytes()
        for name in ("Anders", "Birgit")
        for language in ("da", "sv", "en")
    }
    speech.close()
    assert len(sounds) == 6
