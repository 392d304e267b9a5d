"""What the PBX says: complete in three languages, times as people say them."""

from __future__ import annotations

import math
import os
import subprocess
import sys
import wave
from array import array
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.errors import Unavailable
from onepresence_desktop.domain.ivr import Phrase, Prompt
from onepresence_desktop.pbx import speech as speech_room
from onepresence_desktop.pbx.prompts.clock import moment, past_moment
from onepresence_desktop.pbx.prompts.phrases import LANGUAGES, Phrases, words
from onepresence_desktop.pbx.speech import EspeakSpeech, keep, prune, used
from tests.support import quick_resample
from tests.support.phones import read_wav
from tests.support.service import ROOT
from tests.support.small_disk import SmallDisk

ZONE = ZoneInfo("Europe/Copenhagen")
NOW = datetime(2026, 11, 24, 12, 3, tzinfo=ZONE)


async def no_room() -> None:
    """A disk that isn't full, or has nothing to give back."""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    (tmp_path / "nothing").mkdir()
    with SmallDisk(tmp_path / "disk", megabytes=2, holding=tmp_path / "nothing") as disk:
        yield disk


WORDLESS = {Phrase.RECORDED, Phrase.PAUSE}
"""Somebody's own sound, and none at all."""


def test_every_language_has_every_phrase_and_every_reason() -> None:
    for language in LANGUAGES.values():
        assert set(language.PHRASES) == set(Phrase) - {Phrase.BEEP, *WORDLESS}
        assert set(language.REASONS) == set(Reason.known())
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
        ("20:00", "klokken otte", "klockan åtta", "at eight"),
        ("23:58", "i morgen", "i morgon", "tomorrow"),
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
        (7, "den første december", "den första december", "on the first of December"),
        (9, "den tredje december", "den tredje december", "on the third of December"),
        (37, "den enogtredivte december", "den trettioförsta december", "on the thirty-first of December"),
    ],
)
def test_times_of_other_days(days: int, da: str, sv: str, en: str) -> None:
    when = (NOW + timedelta(days=days)).replace(hour=8, minute=0)
    assert [moment(when, NOW, LANGUAGES[name].SPEAKER) for name in ("da", "sv", "en")] == [da, sv, en]


@pytest.mark.parametrize(
    ("now", "when", "da", "sv", "en"),
    [
        ("24 23:50", "25 00:20", "klokken tyve minutter over tolv", "klockan tjugo över tolv", "at twenty past twelve"),
        ("24 22:00", "25 00:00", "ved midnat", "vid midnatt", "at midnight"),
        ("24 12:00", "25 00:00", "i morgen", "i morgon", "tomorrow"),
        ("24 12:00", "27 00:00", "på fredag", "på fredag", "on Friday"),
        ("24 07:00", "24 20:00", "klokken otte om aftenen", "klockan åtta på kvällen", "at eight in the evening"),
        ("24 12:00", "25 19:30", "i morgen klokken halv otte om aftenen", "i morgon klockan halv åtta på kvällen",
         "tomorrow at half past seven in the evening"),
        ("24 12:00", "24 12:30:59", "klokken halv et", "klockan halv ett", "at half past twelve"),
        ("24 12:00", "24 11:58", "klokken tolv", "klockan tolv", "at twelve"),
    ],
)  # fmt: skip
def test_times_past_midnight_in_the_evening_and_gone_by(now: str, when: str, da: str, sv: str, en: str) -> None:
    then, at = (
        datetime.fromisoformat(f"2026-11-{text.replace(' ', 'T')}").replace(tzinfo=ZONE) for text in (when, now)
    )
    assert [moment(then, at, LANGUAGES[name].SPEAKER) for name in ("da", "sv", "en")] == [da, sv, en]


@pytest.mark.parametrize(
    ("when", "da", "sv", "en"),
    [
        ("24 08:17", "i dag klokken kvart over otte om morgenen", "i dag klockan kvart över åtta på morgonen",
         "today at a quarter past eight in the morning"),
        ("23 14:30", "i går klokken halv tre om eftermiddagen", "i går klockan halv tre på eftermiddagen",
         "yesterday at half past two in the afternoon"),
        ("20 23:59", "i fredags klokken fem minutter i tolv om aftenen", "i fredags klockan fem i tolv på kvällen",
         "on Friday at five to twelve in the evening"),
        ("02 03:00", "den anden november klokken tre om natten", "den andra november klockan tre på natten",
         "on the second of November at three at night"),
    ],
)  # fmt: skip
def test_when_a_message_came(when: str, da: str, sv: str, en: str) -> None:
    then = datetime.fromisoformat(f"2026-11-{when.replace(' ', 'T')}").replace(tzinfo=ZONE)
    assert [past_moment(then, NOW, LANGUAGES[name].SPEAKER) for name in ("da", "sv", "en")] == [da, sv, en]


def test_a_message_is_announced_with_who_and_when_and_counted() -> None:
    at = datetime(2026, 11, 24, 8, 40, tzinfo=UTC)
    told = [words(Prompt(Phrase.MESSAGE_FROM, name, name="Mette", at=at), NOW, ZONE) for name in LANGUAGES]
    assert told == [
        "Besked fra Mette, i dag klokken tyve minutter i ti om formiddagen.",
        "Meddelande från Mette, i dag klockan tjugo i tio på förmiddagen.",
        "Message from Mette, today at twenty to ten in the morning.",
    ]
    assert words(Prompt(Phrase.SOME_NEW, "en", count=3), NOW, ZONE) == "There are 3 new messages."


def test_beside_a_recorded_name_the_sentence_is_said_without_one() -> None:
    assert words(Prompt(Phrase.WELCOME, "da"), NOW, ZONE) == "Velkommen. Du har ringet til"
    assert words(Prompt(Phrase.AWAY, "en", reason=Reason.LUNCH), NOW, ZONE) == "is at lunch."


def test_a_return_is_told_in_the_time_of_the_company_also_when_the_clocks_change() -> None:
    sunday = datetime(2027, 3, 28, 11, 0, tzinfo=UTC)
    prompt = Prompt(Phrase.AWAY, "da", name="Bo", reason=Reason.LUNCH, until=sunday)
    before = datetime(2027, 3, 26, 12, 0, tzinfo=UTC)
    assert words(prompt, before, ZONE) == "Bo er til frokost, tilbage på søndag klokken et."
    assert "klokken tolv." in words(prompt, before, ZoneInfo("Europe/London"))


def test_every_reason_makes_a_sentence_with_and_without_a_return() -> None:
    """What callers hear, all of it, as somebody who speaks the language has read it."""
    told = {
        name: [
            words(Prompt(Phrase.AWAY, name, name="Bo", reason=reason, until=until), NOW, ZONE)
            for reason in Reason.known()
        ]
        for name in LANGUAGES
        for until in (NOW.replace(hour=14, minute=0),)
    }
    assert told["da"] == [
        f"Bo {what} klokken to."
        for what in (
            "er til frokost, tilbage", "holder pause, tilbage", "er gået for i dag, tilbage", "er til møde, tilbage",
            "er ikke til stede, tilbage", "er på ferie, tilbage", "er bortrejst, tilbage", "er på kursus, tilbage",
            "arbejder hjemme, tilbage", "er på besøg hos en kunde, tilbage", "er ikke til stede, tilbage",
            "er ikke til at træffe, kan træffes igen",
        )
    ]  # fmt: skip
    assert told["sv"] == [
        f"Bo {what} klockan två."
        for what in (
            "är på lunch, tillbaka", "tar en paus, tillbaka", "har gått för dagen, tillbaka",
            "sitter i möte, tillbaka", "är inte på plats, tillbaka", "är på semester, tillbaka",
            "är bortrest, tillbaka", "är på kurs, tillbaka", "arbetar hemifrån, tillbaka",
            "är på kundbesök, tillbaka", "är inte på plats, tillbaka", "är inte anträffbar, kan nås igen",
        )
    ]  # fmt: skip
    assert told["en"] == [
        f"Bo {what} at two."
        for what in (
            "is at lunch, back", "is on a break, back", "has gone for the day, back", "is in a meeting, back",
            "is away, back", "is on holiday, back", "is travelling, back", "is on a course, back",
            "is working from home, back", "is visiting a customer, back", "is away, back",
            "cannot be disturbed, available again",
        )
    ]  # fmt: skip


def test_the_reason_and_the_return_make_one_sentence() -> None:
    prompt = Prompt(Phrase.AWAY, "da", name="Bo", reason=Reason.LUNCH, until=NOW.replace(hour=12, minute=30))
    assert words(prompt, NOW, ZONE) == "Bo er til frokost, tilbage klokken halv et."
    assert words(Prompt(Phrase.AWAY, "en", name="Bo", reason=Reason.TRAVEL), NOW, ZONE) == "Bo is travelling."


def test_sickness_is_said_as_away() -> None:
    for name, language in LANGUAGES.items():
        assert language.REASONS[Reason.SICK] == language.REASONS[Reason.OTHER], name


async def test_sounds_are_telephone_wavs_and_come_from_the_cache_the_second_time(tmp_path: Path) -> None:
    speech = EspeakSpeech(tmp_path / "speech")
    phrases = Phrases(speech, tmp_path, no_room)
    prompts = [
        Prompt(Phrase.WELCOME, "da", name="Søren Ågård"),
        Prompt(Phrase.OTHER_LANGUAGE, "en"),
        Prompt(Phrase.BEEP, "da"),
    ]
    first = await phrases.render(prompts, NOW, ZONE)
    stamps = [p.stat().st_ino for p in first]
    again = await phrases.render(prompts, NOW, ZONE)
    assert again == first and [p.stat().st_ino for p in again] == stamps
    for sound, least in zip(first, (1.5, 1.5, 0.39), strict=True):
        with wave.open(str(sound)) as file:
            assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 8000)
            assert file.getnframes() / 8000 >= least
    speech.close()


def test_the_tests_bring_sounds_to_telephone_sound_as_the_service_does() -> None:
    for seconds, rate in ((0.5, 22_050), (0.3, 16_000), (0.2, 48_000), (0.3, 11_025)):
        loud = np.random.default_rng(rate).integers(-32_768, 32_768, int(seconds * rate)).astype(np.int16)
        samples = array("h", loud.tobytes())
        one, other = speech_room.resample(samples, rate, 8000), quick_resample.resample(samples, rate, 8000)
        assert len(one) == len(other) and np.abs(np.subtract(one, other, dtype=int)).max() <= 1, rate


async def test_what_is_said_is_neither_clipped_nor_shouted_and_clicks_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech_room, "resample", quick_resample.resample)  # it is ten minutes of speech
    speech = EspeakSpeech(tmp_path)
    phrases = Phrases(speech, tmp_path, no_room)
    away = Prompt(Phrase.AWAY, "da", name="Bo", reason=Reason.LUNCH, until=NOW.replace(hour=12, minute=30))
    away = replace(away, at=NOW, count=2)
    prompts = [
        replace(away, phrase=phrase, language=language, name="Søren Ågård")
        for language in LANGUAGES
        for phrase in Phrase
        if phrase not in WORDLESS
    ]
    levels = {}
    for prompt, sound in zip(prompts, await phrases.render(prompts, NOW, ZONE), strict=True):
        samples = read_wav(sound)
        assert abs(samples).max() < 26_000, prompt
        assert abs(samples[0]) < 330 and abs(samples[-1]) < 330, prompt
        loud = samples[abs(samples) > 200]
        levels[prompt.phrase, prompt.language] = 20 * math.log10(math.sqrt((loud**2).mean()) / 32768)
        quiet = np.flatnonzero(abs(samples) > 200)
        assert quiet[0] < 0.1 * 8000 and np.diff(quiet).max() < 0.6 * 8000, prompt
        if prompt.phrase is not Phrase.BEEP:
            assert 0.2 < (len(samples) - quiet[-1]) / 8000 < 0.4, prompt
    speech.close()
    assert all(-26 < level < -17 for level in levels.values()), levels
    assert max(levels.values()) - min(levels.values()) < 6


async def test_without_a_voice_the_service_lives_and_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    import espeakng_loader

    monkeypatch.setattr(espeakng_loader, "get_library_path", lambda: str(tmp_path / "nothing.so"))
    monkeypatch.setattr(speech_room, "_engine", speech_room._engine.__wrapped__)
    speech = EspeakSpeech(tmp_path)
    phrases = Phrases(speech, tmp_path, no_room)
    with pytest.raises(Unavailable):
        await phrases.render([Prompt(Phrase.THANKS, "da")], NOW, ZONE)
    prompts = [Prompt(Phrase.THANKS, "da"), Prompt(Phrase.BEEP, "da")]
    assert [sound.name for sound in await phrases.render_what_can_be(prompts, NOW, ZONE)] == ["beep.wav"]
    assert "thanks can't be said in da" in caplog.text
    speech.close()


def test_a_voice_whose_data_is_missing_does_not_end_the_program() -> None:
    """The library would exit(1) by itself; so this is tried in a process of its own."""
    program = """
import espeakng_loader
espeakng_loader.get_data_path = lambda: "/nowhere"
from onepresence_desktop.domain.errors import Unavailable
from onepresence_desktop.pbx.speech import _speak
try:
    _speak("Hej", "da", "")
except Unavailable:
    print("alive")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, cwd=ROOT)
    assert done.stdout == "alive\n", done.stderr


async def test_on_a_full_disk_the_apology_is_made_from_the_reserve_and_nothing_half_written_stays(
    tmp_path: Path, small_disk: SmallDisk
) -> None:
    """Other words are left out: the reserve is for the messages of those who could speak."""
    folder = small_disk.inside / "speech"
    speech = EspeakSpeech(folder)
    reserve = small_disk.inside / "reserve"
    reserve.write_bytes(bytes(512 * 1024))
    small_disk.fill()
    asked = []

    async def give_back() -> None:
        asked.append(reserve.exists())
        reserve.unlink(missing_ok=True)

    phrases = Phrases(speech, folder, give_back)
    prompts = [Prompt(phrase, "da", name="Anders") for phrase in (Phrase.WELCOME, Phrase.BEEP, Phrase.DISK_FULL)]
    (apology,) = await phrases.render_what_can_be(prompts, NOW, ZONE)
    with wave.open(str(apology)) as sound:
        assert sound.getnframes() > 2 * 8000
    assert asked == [True] and list(folder.iterdir()) == [apology]
    speech.close()


async def test_another_name_is_another_sound(tmp_path: Path) -> None:
    speech = EspeakSpeech(tmp_path)
    phrases = Phrases(speech, tmp_path, no_room)
    sounds = {
        (await phrases.render([Prompt(Phrase.WELCOME, language, name=name)], NOW, ZONE))[0].read_bytes()
        for name in ("Anders", "Birgit")
        for language in ("da", "sv", "en")
    }
    speech.close()
    assert len(sounds) == 6


async def test_the_same_words_in_another_language_or_voice_are_another_sound(tmp_path: Path) -> None:
    speech = EspeakSpeech(tmp_path)
    one = await speech.render("Anders Andersen", "da")
    others = [await speech.render("Anders Andersen", "sv"), await speech.render("Anders Andersen", "da", voice="f2")]
    speech.close()
    assert len({sound.read_bytes() for sound in (one, *others)}) == 3


def test_the_cache_of_sentences_lets_go_of_those_not_said_for_longest(tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.wav" for n in range(10)]
    for age, path in enumerate(paths):
        keep(path, array("h", bytes(2000)))
        os.utime(path, (1_000_000 - age, 1_000_000 - age))
    assert used(paths[9]) and not used(tmp_path / "none.wav")
    prune(tmp_path, 5 * 2100)
    assert sorted(path for path in paths if path.exists()) == [*paths[:4], paths[9]]


def test_a_sentence_that_a_caller_may_be_hearing_stays_however_large_the_cache_is(tmp_path: Path) -> None:
    for n in range(10):
        keep(tmp_path / f"{n}.wav", array("h", bytes(2000)))
    prune(tmp_path, 0)
    assert len(list(tmp_path.iterdir())) == 10


@pytest.mark.parametrize(
    ("name", "da"),
    [
        ("Jens Kjærgaard", "Jens Kjærgård"),
        ("Aage Højgaard-Aaen", "Åge Højgård-Åen"),
        ("AABENRAA", "ÅBENRÅ"),
        ("Isaac Aaron Saad", "Isaac Aaron Saad"),
        ("Bo Hansen", "Bo Hansen"),
    ],
)
def test_the_old_way_to_write_a_danish_letter_is_read_as_that_letter(name: str, da: str) -> None:
    assert da in words(Prompt(Phrase.WELCOME, "da", name=name), NOW, ZONE)
    assert name in words(Prompt(Phrase.WELCOME, "sv", name=name), NOW, ZONE)
