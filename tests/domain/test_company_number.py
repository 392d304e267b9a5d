"""A company number: when it is open, what its menu does with keys, and what can't be saved (spec 12.4a)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from onepresence_desktop.domain.calls import TraceKind
from onepresence_desktop.domain.company_number import (
    Answer,
    CompanyMenu,
    CompanyNumber,
    CompanyNumberId,
    Leads,
    MenuKey,
    Opening,
    checked,
    in_language,
)
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.ivr import (
    Attendant,
    AttendantStage,
    Connect,
    HangUp,
    HungUp,
    Input,
    Output,
    Phrase,
    Play,
    Played,
    Pressed,
    Started,
)
from onepresence_desktop.domain.people import WorkingHours, working_hours
from onepresence_desktop.domain.routing import route
from onepresence_desktop.domain.steps import Attendant as AttendantStep
from tests.domain.company import CUSTOMER, NOW, RECEPTION_NUMBER, dial_plan

WEEK = working_hours([[(time(8), time(16))]] * 5 + [[], []])
MAIN = CompanyMenu(
    "main",
    {"da": "Tryk et for salg.", "en": "Press one for sales."},
    (
        MenuKey("1", Leads.NUMBER, number="1002500"),
        MenuKey("2", Leads.MENU, menu="support"),
        MenuKey("3", Leads.MESSAGE, text={"da": "Vi bor i Odense."}),
        MenuKey("4", Leads.MESSAGE),
        MenuKey("5", Leads.LANGUAGE, language="en"),
    ),
)
SUPPORT = CompanyMenu("support", {"da": "Tryk et for hjælp."}, (MenuKey("1", Leads.NUMBER, number="1002600"),))
NUMBER = CompanyNumber(
    CompanyNumberId("n"),
    CUSTOMER.id,
    "+4570101000",
    "Firm",
    RECEPTION_NUMBER,
    languages=("da", "en"),
    hours=WEEK,
    greeting={"da": "Velkommen til Firm."},
    queue={"da": "Vi stiller dig om."},
    menus=(MAIN, SUPPORT),
    closed=Answer({"da": "Vi har lukket."}),
    nobody=Answer({}, RECEPTION_NUMBER),
)
TUESDAY = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("number", "moment", "holidays", "opening"),
    [
        (NUMBER, TUESDAY, (), Opening.OPEN),
        (NUMBER, TUESDAY.replace(hour=6), (), Opening.CLOSED),
        (NUMBER, TUESDAY.replace(hour=15), (), Opening.CLOSED),
        (NUMBER, TUESDAY, (date(2026, 11, 24),), Opening.HOLIDAY),
        (replace(NUMBER, holidays=False), TUESDAY, (date(2026, 11, 24),), Opening.OPEN),
        (replace(NUMBER, hours=WorkingHours()), TUESDAY.replace(hour=3), (), Opening.OPEN),
    ],
)
def test_a_number_is_open_within_its_hours_and_not_on_holidays(
    number: CompanyNumber, moment: datetime, holidays: tuple[date, ...], opening: Opening
) -> None:
    assert number.opening(moment, CUSTOMER.zone, holidays) is opening


def test_a_holiday_of_which_nothing_is_said_is_as_closed() -> None:
    assert NUMBER.answer(Opening.HOLIDAY) == NUMBER.closed
    festive = replace(NUMBER, holiday=Answer({"da": "Glædelig jul."}))
    assert festive.answer(Opening.HOLIDAY).text == {"da": "Glædelig jul."}
    assert festive.answer(Opening.CLOSED) == NUMBER.closed


def test_a_text_missing_in_a_language_is_said_in_the_one_there_is() -> None:
    assert [in_language({"da": "Hej", "en": "Hi"}, "en"), in_language({"da": "Hej"}, "sv"), in_language({}, "da")] == [
        "Hi", "Hej", ""
    ]  # fmt: skip


def played(number: CompanyNumber, at: Opening, *inputs: Input) -> tuple[Attendant, list[Output]]:
    """The menu after these inputs, and all that was asked for."""
    menu, outputs = Attendant(number, at), list[Output]()
    for input_ in inputs:
        menu, more = menu.advance(input_)
        outputs += more
    return menu, outputs


def said(outputs: list[Output]) -> list[str]:
    """Texts, and phrases that have words of their own."""
    prompts = [prompt for output in outputs if isinstance(output, Play) for prompt in output.prompts]
    return [prompt.name or prompt.phrase.value for prompt in prompts if prompt.phrase is not Phrase.PAUSE]


HELLO = ["Velkommen til Firm.", "Tryk et for salg."]
S, P = Started(), Played()


@pytest.mark.parametrize(
    ("inputs", "words", "end"),
    [
        ([S, Pressed("1"), P], [*HELLO, "Vi stiller dig om."], Connect("1002500")),
        ([S, Pressed("2"), Pressed("1"), P], [*HELLO, "Tryk et for hjælp.", "Vi stiller dig om."], Connect("1002600")),
        ([S, Pressed("3"), P], [*HELLO, "Vi bor i Odense."], HangUp()),
        ([S, Pressed("4")], HELLO, HangUp()),
        ([S, P, P], [*HELLO, "Vi stiller dig om."], Connect(RECEPTION_NUMBER)),
        (
            [S, Pressed("8"), Pressed("1"), P],
            [*HELLO, "wrong_key", "Tryk et for salg.", "Vi stiller dig om."],
            Connect("1002500"),
        ),
        (
            [S, Pressed("8"), Pressed("8"), Pressed("8"), P],
            [*HELLO, "wrong_key", "Tryk et for salg.", "wrong_key", "Tryk et for salg.", "Vi stiller dig om."],
            Connect(RECEPTION_NUMBER),
        ),
        (
            [S, Pressed("5"), Pressed("1"), P],
            [*HELLO, "Press one for sales.", "Vi stiller dig om."],
            Connect("1002500"),
        ),
    ],
)
def test_keys_lead_where_they_say(inputs: list[Input], words: list[str], end: Output) -> None:
    menu, outputs = played(NUMBER, Opening.OPEN, *inputs)
    assert said(outputs) == words
    assert outputs[-1] == end
    assert menu.over


def test_texts_are_spoken_in_the_language_they_are_written_in() -> None:
    _, outputs = played(NUMBER, Opening.OPEN, S, Pressed("5"), Pressed("1"))
    spoken = [p.language for o in outputs if isinstance(o, Play) for p in o.prompts if p.phrase is Phrase.TEXT]
    assert spoken == ["da", "da", "en", "da"]


@pytest.mark.parametrize(
    ("number", "at", "words", "end"),
    [
        (NUMBER, Opening.CLOSED, ["Vi har lukket."], HangUp()),
        (replace(NUMBER, closed=Answer()), Opening.CLOSED, ["company_closed"], HangUp()),
        (NUMBER, Opening.HOLIDAY, ["Vi har lukket."], HangUp()),
        (NUMBER, Opening.NOBODY, ["company_nobody"], Connect(RECEPTION_NUMBER)),
        (replace(NUMBER, nobody=Answer()), Opening.NOBODY, ["company_nobody"], HangUp()),
        (
            replace(NUMBER, menus=()),
            Opening.OPEN,
            ["Velkommen til Firm.", "Vi stiller dig om."],
            Connect(RECEPTION_NUMBER),
        ),
    ],
)
def test_who_is_not_served_hears_why_and_is_sent_on_where_there_is_somewhere(
    number: CompanyNumber, at: Opening, words: list[str], end: Output
) -> None:
    menu, outputs = played(number, at, S, P)
    assert said(outputs) == words
    assert outputs[-1] == end
    assert menu.over


def test_a_number_without_words_connects_at_once() -> None:
    silent = replace(NUMBER, menus=(), greeting={}, queue={})
    menu, outputs = played(silent, Opening.OPEN, S)
    assert outputs == [Connect(RECEPTION_NUMBER)] and menu.over
    quick = replace(NUMBER, queue={})
    assert played(quick, Opening.OPEN, S, Pressed("1"))[1][-1] == Connect("1002500")


@pytest.mark.parametrize("before", [[], [S], [S, Pressed("1")], [S, Pressed("3")]])
def test_hanging_up_ends_it_anywhere(before: list[Input]) -> None:
    menu, _ = played(NUMBER, Opening.OPEN, *before)
    after, outputs = menu.advance(HungUp())
    assert after.stage is AttendantStage.OVER and outputs == ()


def test_keys_mean_nothing_while_somebody_is_being_connected() -> None:
    menu, _ = played(NUMBER, Opening.OPEN, S, Pressed("1"))
    assert menu.advance(Pressed("2")) == (menu, ())


def test_what_may_be_said_is_known_beforehand() -> None:
    menu = Attendant(NUMBER, Opening.OPEN)
    assert [prompt.name for prompt in menu.opening() if prompt.name] == HELLO
    assert [prompt.phrase for prompt in menu.to_come()] == [Phrase.TEXT, Phrase.WRONG_KEY]


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        (replace(NUMBER, menus=(MAIN, replace(SUPPORT, keys=(MenuKey("9", Leads.MENU, menu="main"),)))), "loop"),
        (replace(NUMBER, menus=(replace(MAIN, keys=(MenuKey("9", Leads.MENU, menu="main"),)),)), "loop"),
        (replace(NUMBER, menus=(SUPPORT,)), "no_main"),
        (replace(NUMBER, menus=(MAIN, SUPPORT, SUPPORT)), "twice"),
        (replace(NUMBER, menus=(MAIN,)), "unknown_menu"),
        (replace(NUMBER, menus=(replace(MAIN, keys=MAIN.keys[:1]), SUPPORT)), "not_reached"),
        (replace(NUMBER, menus=(replace(MAIN, keys=(MAIN.keys[0], MAIN.keys[0])),)), "key"),
        (replace(NUMBER, menus=(replace(MAIN, keys=(MenuKey("12", Leads.MESSAGE),)),)), "key"),
        (replace(NUMBER, menus=(replace(MAIN, keys=(MenuKey("1", Leads.NUMBER),)),)), "leads_nowhere"),
        (replace(NUMBER, menus=(replace(MAIN, keys=(MenuKey("1", Leads.UNKNOWN),)),)), "leads_nowhere"),
        (replace(NUMBER, languages=("da",)), "language"),
        (replace(NUMBER, menus=(), languages=()), "missing"),
    ],
)
def test_menus_that_lead_nowhere_or_back_are_refused(number: CompanyNumber, problem: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked(number)
    assert refused.value.details["problem"] == problem


def test_thirty_menus_that_all_lead_on_are_judged_though_the_ways_through_them_are_past_counting() -> None:
    names = ["main", *(f"menu {place}" for place in range(29))]
    onward = (tuple(MenuKey(key, Leads.MENU, menu=name) for key in "0123456789*#") for name in names[1:])
    menus = (
        *(CompanyMenu(name, {}, keys) for name, keys in zip(names, onward, strict=False)),
        CompanyMenu(names[-1], {}),
    )
    assert checked(replace(NUMBER, menus=menus)).menus == menus
    back = (*menus[:-1], CompanyMenu(names[-1], {}, (MenuKey("1", Leads.MENU, menu="menu 7"),)))
    with pytest.raises(Invalid, match="menu 7"):
        checked(replace(NUMBER, menus=back))


def test_a_number_in_order_is_taken_as_it_is() -> None:
    assert checked(NUMBER) is NUMBER
    assert checked(replace(NUMBER, menus=())).menus == ()


def test_a_call_to_it_is_answered_by_its_menu_and_the_trace_says_how_it_stood() -> None:
    plan = replace(dial_plan(), company_numbers={NUMBER.id: NUMBER})
    step = route("+4570101000", plan, NOW)
    assert isinstance(step, AttendantStep) and step.at is Opening.OPEN
    assert [(entry.kind, entry.name, entry.why) for entry in step.trace] == [
        (TraceKind.DIALLED, "Firm", ""),
        (TraceKind.COMPANY, "Firm", "open"),
    ]
    closed = route("+4570101000", replace(plan, holidays=frozenset({date(2026, 11, 24)})), NOW)
    assert isinstance(closed, AttendantStep) and closed.at is Opening.HOLIDAY


def test_a_number_has_one_holder_a_person_a_group_or_the_company_itself() -> None:
    plan = replace(dial_plan(), company_numbers={NUMBER.id: NUMBER})
    names = [found.name if (found := plan.holder(number)) else "" for number in ("1002101", "1002100", "+4570101000")]
    assert names == ["Anders", "Reception", "Firm"]
    assert plan.holder("+4570101999") is None
