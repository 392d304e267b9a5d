"""Sentences for codes, in three languages; nothing is left untranslated."""

from __future__ import annotations

import importlib.util
import re
import string
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtWidgets import QApplication

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import Language, load_translations
from onepresence_desktop.desktop.theme import resources
from onepresence_desktop.desktop.theme.theme import Theme
from onepresence_desktop.domain.calls import Cause
from onepresence_desktop.domain.diversion import Destination, DestinationKind, Preset, Reason
from onepresence_desktop.domain.errors import (
    CallRefused,
    Conflict,
    ConnectionFailed,
    DeadEnd,
    NumberRefused,
    PasswordRefused,
    Throttled,
    by_code,
)
from onepresence_desktop.domain.password import Rule
from onepresence_desktop.domain.people import DeviceKind, Role
from onepresence_desktop.domain.presence import DeviceState, Presence
from tests.support.dressing import speak


@pytest.fixture(scope="module")
def update() -> ModuleType:
    """The program that keeps the .ts files."""
    spec = importlib.util.spec_from_file_location("update", resources.root() / "translations" / "update.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(params=list(Language))
def spoken(request: pytest.FixtureRequest, dressed: Theme, qapp: QApplication) -> Iterator[Language]:
    """Each language in turn."""
    load_translations(qapp, request.param)
    yield request.param


def file_of(language: Language) -> Path:
    return resources.root() / "translations" / f"onepresence_{language.value}.ts"


@pytest.mark.parametrize("language", list(Language))
def test_every_text_of_the_code_is_translated_with_all_its_forms(update: ModuleType, language: Language) -> None:
    known = update.read(file_of(language))
    wanted = update.texts_in()
    missing = [key for key, plural in wanted.items() if len(known.get(key, [])) != (2 if plural else 1)]
    assert missing == []
    unused = sorted(set(known) - set(wanted))
    assert unused == []


@pytest.mark.parametrize("language", list(Language))
def test_a_translation_keeps_the_places_for_numbers_and_names(update: ModuleType, language: Language) -> None:
    def places(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name} | set(re.findall("%n", text))

    for (context, source), forms in update.read(file_of(language)).items():
        for form in forms:
            assert places(form) == places(source), (language, context, source)


@pytest.mark.parametrize("language", [Language.DANISH, Language.SWEDISH])
def test_few_texts_are_the_same_as_in_english(update: ModuleType, language: Language) -> None:
    known = update.read(file_of(language))
    same = [source for (_, source), forms in known.items() if forms[0] == source and len(source.split()) > 3]
    assert same == []


def test_an_f_string_in_a_text_is_found(update: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "bad.py").write_text('translate("Shell", f"Hello {name}")\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.py:1"):
        update.texts_in(tmp_path)


def test_every_error_has_a_sentence_of_its_own_in_every_language(spoken: Language) -> None:
    sentences = {code: texts.error(kind()) for code, kind in by_code().items()}
    for code, sentence in sentences.items():
        assert len(sentence) > 8, code
        assert sentence[0].isupper() and sentence.endswith("."), code
        assert code not in sentence
    alone = {code for code in sentences if list(sentences.values()).count(sentences[code]) > 1}
    assert alone <= {"call_gone"}


def test_details_of_an_error_are_told(dressed: Theme) -> None:
    assert texts.error(Throttled(retry_after=90)) == "Too many tries. Try again in 2 minutes."
    assert texts.error(NumberRefused(number="+4533123456")) == "33 12 34 56 can't be called."
    assert texts.error(PasswordRefused(rule="run")) == "Too easy: digits in a row."
    assert texts.error(DeadEnd(at="1002141")) == "Calls would end nowhere. (100 2141)"
    assert texts.error(ConnectionFailed(reason="time_out")) == "The other server doesn't answer in time."
    assert texts.error(KeyError("x")) == "Something unexpected went wrong. Try again."


def test_every_word_of_the_domain_has_a_word_for_people(spoken: Language) -> None:
    words = (
        [texts.presence(p) for p in Presence]
        + [texts.reason(r) for r in Reason]
        + [texts.reason_short(r) for r in Reason]
        + [texts.preset(p)[0] for p in Preset]
        + [texts.device(k) for k in DeviceKind]
        + [texts.device_state(s) for s in DeviceState]
        + [texts.role(r) for r in Role]
        + [texts.cause(c) for c in Cause]
        + [texts.rule(r) for r in Rule]
        + [texts.destination(Destination(k, "1002141")) for k in DestinationKind]
    )
    assert all(words)
    assert len({texts.presence(p) for p in Presence}) == len(Presence)


def test_presence_words_are_those_of_the_design(dressed: Theme, qapp: QApplication) -> None:
    names = {
        Presence.RINGING: "ringing",
        Presence.BUSY: "oncall",
        Presence.DO_NOT_DISTURB: "dnd",
        Presence.DIVERTED: "diverted",
        Presence.MEETING: "meeting",
        Presence.OFF_WORK: "offwork",
        Presence.OFFLINE: "offline",
        Presence.AVAILABLE: "available",
        Presence.UNKNOWN: "unknown",
    }
    from onepresence_desktop.desktop.theme import tokens

    for language in Language:
        load_translations(qapp, language)
        for presence, name in names.items():
            assert texts.presence(presence) == tokens.raw()["presence"][name][language.value]


@pytest.mark.parametrize(
    ("language", "number"), [(Language.DANISH, "5.012"), (Language.SWEDISH, "5\u00a0012"), (Language.ENGLISH, "5,012")]
)
def test_numbers_follow_the_language(dressed: Theme, qapp: QApplication, language: Language, number: str) -> None:
    load_translations(qapp, language)
    assert texts.count(5012) == number


@pytest.mark.parametrize(
    ("digits", "shown"),
    [
        ("1002141", "100 2141"),
        ("+4533123456", "33 12 34 56"),
        ("33123456", "33 12 34 56"),
        ("+46846500412", "+46 8 465 004 12"),
        ("2141", "2141"),
        ("", ""),
        ("*21*", "*21*"),
    ],
)
def test_numbers_are_grouped_for_reading(digits: str, shown: str) -> None:
    assert texts.number(digits) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00"), (47.4, "0:47"), (723, "12:03"), (3729, "1:02:09"), (-3, "0:00")]
)
def test_durations_read_like_a_clock(seconds: float, shown: str) -> None:
    assert texts.duration(seconds) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(1, "1 second"), (8, "8 seconds"), (60, "1 minute"), (1800, "30 minutes"), (7200, "2 hours"), (86400, "24 hours")],
)
def test_spans_have_their_plurals(dressed: Theme, seconds: int, shown: str) -> None:
    assert texts.span(seconds) == shown


def test_days_and_ends_are_told_relative_to_now(dressed: Theme) -> None:
    now = datetime(2025, 5, 14, 10, 0, tzinfo=UTC).astimezone()
    assert texts.day(now, now) == "Today"
    assert texts.day(now - timedelta(days=1), now) == "Yesterday"
    assert texts.day(now + timedelta(days=2), now) == "Friday"
    assert texts.day(now - timedelta(days=20), now) == "24 Apr"
    assert texts.day(now - timedelta(days=400), now) == "9 Apr 2024"
    assert texts.day_within(now, now) == "today"
    assert texts.day_within(now + timedelta(days=2), now) == "Friday"
    assert texts.day_within(now - timedelta(days=20), now) == "24 Apr"
    assert texts.until(now + timedelta(minutes=30), now) == f"until {texts.clock(now + timedelta(minutes=30))}"
    assert texts.until(now + timedelta(days=1), now).startswith("until tomorrow ")
    assert texts.until(now + timedelta(days=30), now) == "until 13 Jun"
    assert texts.until(None, now) == "until further notice"
    assert texts.ago(now - timedelta(minutes=2), now) == "2 min ago"
    assert texts.time_or_day(now, now) == texts.clock(now)


def test_a_missing_language_file_leaves_english_and_says_so(
    dressed: Theme, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(resources, "root", lambda: tmp_path)
    assert not load_translations(qapp, Language.DANISH)
    assert texts.presence(Presence.AVAILABLE) == "Available"


def test_whoever_is_signed_out_by_others_reads_why_and_a_taken_number_says_whose_it_is(qapp: QApplication) -> None:
    speak(qapp)
    assert texts.signed_out("closed") == "Your access has been closed. Ask your administrator."
    assert texts.signed_out("password_reset").startswith("Your password has been reset.")
    assert texts.signed_out("for a reason of later versions") == "You are not signed in any more. Sign in again."
    taken = Conflict(what="local_number", number="1002101", holder="Anders Holm")
    assert texts.error(taken) == "100 2101 belongs to Anders Holm."


@pytest.mark.parametrize(
    ("what", "said"), [("hold", "couldn't be put on hold"), ("resume", "still on hold"), ("transfer", "transferred")]
)
def test_what_could_not_be_done_to_a_call_is_said_by_its_name(what: str, said: str) -> None:
    assert said in texts.error(CallRefused(what=what)) and "can't be made" in texts.error(CallRefused())
