"""What a company recorded, by where it is said; and a menu that plays it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onepresence_desktop.domain.company_number import Answer, CompanyMenu, CompanyNumberId, Leads, MenuKey, Opening
from onepresence_desktop.domain.company_sounds import (
    LONGEST_SAID,
    MUSIC,
    CompanySound,
    SaidAt,
    checked_place,
    left_over,
    longest,
    menu_place,
    recorded,
    renamed,
    said_at,
)
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.ivr.attendant import Attendant
from onepresence_desktop.domain.ivr.menu import Play, Pressed, Started
from tests.domain.test_company_number import NUMBER

SOUND = CompanySound(2.0, "d1")
HELLO = SaidAt(NUMBER.id, "greeting", "da")
SUPPORT = SaidAt(NUMBER.id, menu_place("the support line"), "en")


def test_a_key_says_where_it_is_and_music_is_nowhere() -> None:
    assert said_at(SUPPORT.key) == SUPPORT and said_at(MUSIC) is None
    assert (longest(MUSIC), longest(HELLO.key)) == (180.0, LONGEST_SAID)


@pytest.mark.parametrize(
    ("at", "wrong"),
    [
        (HELLO, ""),
        (SaidAt(NUMBER.id, menu_place("main"), "en"), ""),
        (SaidAt(NUMBER.id, "goodbye", "da"), "place"),
        (SaidAt(NUMBER.id, menu_place("gone"), "da"), "place"),
        (SaidAt(NUMBER.id, "greeting", "sv"), "language"),
    ],
)
def test_only_what_a_number_says_can_be_recorded(at: SaidAt, wrong: str) -> None:
    if not wrong:
        assert checked_place(NUMBER, at) == at
        return
    with pytest.raises(Invalid) as refused:
        checked_place(NUMBER, at)
    assert refused.value.details["field"] == wrong


def test_what_menus_said_that_are_gone_is_left_over() -> None:
    main, gone = SaidAt(NUMBER.id, menu_place("main"), "da"), SaidAt(NUMBER.id, menu_place("gone"), "da")
    other = SaidAt(CompanyNumberId("other"), menu_place("gone"), "da")
    sounds = dict.fromkeys((MUSIC, HELLO.key, main.key, gone.key, other.key), SOUND)
    assert left_over(NUMBER, sounds) == [gone.key]
    assert recorded(NUMBER.id, {MUSIC: SOUND, HELLO.key: SOUND, other.key: SOUND}) == {("greeting", "da"): "d1"}


OWN, PLAIN = CompanyMenu("hours", {"da": "Vi har åbent."}), CompanyMenu("way", {}, (MenuKey("1", Leads.MESSAGE),))


@pytest.mark.parametrize(
    ("before", "now", "moved"),
    [
        ((OWN,), (replace(OWN, name="opening"),), {"hours": "opening"}),
        ((PLAIN,), (replace(PLAIN, name="route", text={"da": "Kør."}),), {"way": "route"}),
        ((OWN, PLAIN), (replace(PLAIN, name="a"), replace(OWN, name="b")), {"hours": "b", "way": "a"}),
        ((OWN,), (OWN, replace(OWN, name="copy")), {}),
        ((OWN,), (replace(OWN, name="other", text={"da": "Noget andet."}),), {}),
        ((CompanyMenu("x", {}),), (CompanyMenu("y", {}),), {}),
        ((OWN, replace(OWN, name="twin")), (replace(OWN, name="one"),), {"hours": "one"}),
    ],
)
def test_what_a_menu_says_goes_with_it_to_its_new_name(
    before: tuple[CompanyMenu, ...], now: tuple[CompanyMenu, ...], moved: dict[str, str]
) -> None:
    def at(name: str, number: CompanyNumberId = NUMBER.id) -> str:
        return SaidAt(number, menu_place(name), "da").key

    keys = [at(menu.name) for menu in before]
    sounds = dict.fromkeys((MUSIC, HELLO.key, at(before[0].name, CompanyNumberId("other")), *keys), SOUND)
    found = renamed(replace(NUMBER, menus=before), replace(NUMBER, menus=now), sounds)
    assert found == {at(old): at(new) for old, new in moved.items()}


def heard(menu: Attendant, *keys: str) -> list[str]:
    """Texts, phrases, and recordings in brackets."""
    found = []
    for input_ in (Started(), *(Pressed(key) for key in keys)):
        menu, outputs = menu.advance(input_)
        prompts = [prompt for output in outputs if isinstance(output, Play) for prompt in output.prompts]
        found += [f"[{p.sound}]" if p.sound else p.name or p.phrase.value for p in prompts if p.phrase != "pause"]
    return found


@pytest.mark.parametrize(
    ("at", "sounds", "keys", "words"),
    [
        (Opening.OPEN, {("greeting", "da"): "g"}, "", ["[g]", "Tryk et for salg."]),
        (Opening.OPEN, {("menu.main", "da"): "m", ("queue", "da"): "q"}, "1", ["Velkommen til Firm.", "[m]", "[q]"]),
        (Opening.OPEN, {("greeting", "en"): "g"}, "", ["Velkommen til Firm.", "Tryk et for salg."]),
        (Opening.CLOSED, {("closed", "da"): "c"}, "", ["[c]"]),
        (Opening.HOLIDAY, {("closed", "da"): "c"}, "", ["[c]"]),
        (Opening.HOLIDAY, {("closed", "da"): "c", ("holiday", "da"): "h"}, "", ["[h]"]),
        (Opening.NOBODY, {("nobody", "en"): "n"}, "", ["[n]"]),
        (Opening.NOBODY, {}, "", ["company_nobody"]),
    ],
)
def test_a_recording_is_heard_instead_of_its_text(
    at: Opening, sounds: dict[tuple[str, str], str], keys: str, words: list[str]
) -> None:
    assert heard(Attendant(NUMBER, at, recorded=sounds), *keys) == words


def test_a_holiday_of_which_something_is_written_is_not_as_closed() -> None:
    festive = replace(NUMBER, holiday=Answer({"da": "Glædelig jul."}))
    assert heard(Attendant(festive, Opening.HOLIDAY, recorded={("closed", "da"): "c"})) == ["Glædelig jul."]
