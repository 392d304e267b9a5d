"""The call history by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.calls.delegate import HEAD_HEIGHT, ROW_HEIGHT, Places
from onepresence_desktop.desktop.calls.rows import Entry, Head, rows_of
from onepresence_desktop.desktop.calls.trace import way
from onepresence_desktop.desktop.calls.view import CallsView
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.calls import CallId, CallRecord, Cause, Direction, TraceEntry, TraceKind
from onepresence_desktop.domain.presence import Presence
from tests.client.samples import ME, presence, snapshot
from tests.client.test_phonebook import contact
from tests.support.dressing import dress

NOW = datetime.now(UTC).replace(hour=12, minute=0)
Key = Qt.Key


class Asked(Actions):
    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[Any, ...]] = []
        self.reply: Any = None

    def ask(self, name: str, verb: Any, reply: Any) -> None:
        """What a search asks the service for; nobody answers."""

    def call(self, number: str, device_id: Any = None) -> None:
        self.asked.append(("call", number))

    def fetch_history(self, before: datetime | None, reply: Any) -> None:
        self.asked.append(("fetch", before))
        self.reply = reply


def record(n: int, direction: Direction, number: str, *, name: str = "", seconds: int = 0, **more: Any) -> CallRecord:
    at = NOW - timedelta(minutes=n)
    cause = Cause.NORMAL if seconds else Cause.NO_ANSWER
    spent = timedelta(seconds=seconds)
    return CallRecord(f"r{n}", CallId(f"c{n}"), ME, direction, number, name, at, spent, cause, "desk", **more)


MISSED, IN, OUT = Direction.MISSED, Direction.INCOMING, Direction.OUTGOING
HISTORY = [
    record(1, MISSED, "+4533123456", name="Nordic Marine"),
    record(2, MISSED, "+4533123456", name="Nordic Marine"),
    record(3, IN, "1002101", name="Person 1", seconds=134),
    record(4, OUT, "+4570123499", seconds=48),
    record(5, IN, "+4520111111", name="Birk", seconds=9, forwarded_by="1002102"),
    record(60 * 24 + 1, MISSED, "", voicemail=True),
]


class Desk:
    def __init__(self) -> None:
        self.session = Session()
        self.actions = Asked()
        first = snapshot()
        private = msgspec.structs.replace(first.private, history=HISTORY)
        self.session.take(msgspec.structs.replace(first, private=private), "e:0")
        self.view = CallsView(self.session, self.actions)

    def entries(self) -> list[Entry]:
        return [row for row in self.view.model.rows if isinstance(row, Entry)]


def test_a_call_without_a_name_has_the_one_its_number_has_elsewhere(desk: Desk) -> None:
    mirror = desk.session.mirror
    person = next(p for p in mirror.people.values() if p.name == "Person 2")
    desk.session.take(msgspec.structs.replace(person, mobile="+4520123456"), "")
    for number in ("+4533123456", "+4520123456"):
        desk.session.take(replace(record(-1, OUT, number, seconds=4), id=number), "")
    titles = {entry.record.id: entry.title for entry in desk.entries()}
    assert titles["+4533123456"] == "Nordic Marine"
    assert titles["+4520123456"] == "Person 2"
    desk.view.take_search("nordic")
    assert "+4533123456" in [entry.record.id for entry in desk.entries()]


def test_each_row_has_the_height_of_its_kind_after_every_change_of_filter(desk: Desk) -> None:
    header = desk.view.list.verticalHeader()

    def heights_fit() -> bool:
        rows = desk.view.model.rows
        return all(
            header.sectionSize(place) == (HEAD_HEIGHT if isinstance(row, Head) else ROW_HEIGHT)
            for place, row in enumerate(rows)
        )

    assert heights_fit()
    for key in ("missed", "all", "incoming", "outgoing", "all"):
        desk.view.filter.set_chosen(key)
        desk.view.refill()
        assert heights_fit(), key


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    dress(qapp)
    made = Desk()
    qtbot.addWidget(made.view)
    made.view.resize(764, 600)
    made.view.show()
    made.view.on_shown()
    yield made


async def test_days_are_heads_and_repeated_missed_calls_fold(desk: Desk) -> None:
    heads = [row for row in desk.view.model.rows if isinstance(row, Head)]
    assert [head.count for head in heads] == ["5", "1"]
    assert [entry.title for entry in desk.entries()] == [
        "Nordic Marine (2)",
        "Person 1",
        "70 12 34 99",
        "Birk",
        "Withheld number",
    ]
    assert [entry.length for entry in desk.entries()] == ["Not answered", "2:14", "0:48", "0:09", "Not answered"]
    assert desk.entries()[3].line == "diverted by Person 2"


async def test_the_filter_and_the_field_narrow_the_list(desk: Desk, qtbot: QtBot) -> None:
    for key, titles in (
        ("missed", ["Nordic Marine (2)", "Withheld number"]),
        ("outgoing", ["70 12 34 99"]),
        ("incoming", ["Nordic Marine (2)", "Person 1", "Birk", "Withheld number"]),
    ):
        desk.view.filter.set_chosen(key)
        desk.view.filter.chosen.emit(key)
        assert [entry.title for entry in desk.entries()] == titles
    desk.view.filter.set_chosen("all")
    qtbot.keyClicks(desk.view.narrow, "3312")
    assert [entry.title for entry in desk.entries()] == ["Nordic Marine (2)"]
    desk.view.narrow.setText("zzz")
    assert desk.view._pages.currentWidget() is desk.view._nothing


async def test_enter_calls_back_and_arrows_pass_over_heads(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.view.list, Key.Key_Return)
    for _ in range(4):
        qtbot.keyClick(desk.view.list, Key.Key_Down)
    assert desk.view.model.entry(desk.view.list.place()).title == "Withheld number"  # type: ignore[union-attr]
    qtbot.keyClick(desk.view.list, Key.Key_Return)
    assert [asked for asked in desk.actions.asked if asked[0] == "call"] == [("call", "+4533123456")]
    qtbot.keyClick(desk.view.list, Key.Key_Home)
    qtbot.keyClick(desk.view.list, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "+4533123456"


async def test_a_number_is_called_by_a_click(desk: Desk, qtbot: QtBot) -> None:
    from PySide6.QtCore import QRectF

    places = Places(QRectF(desk.view.list.visualRect(desk.view.model.index(2, 0))))
    at = places.number.center().toPoint()
    qtbot.mouseClick(desk.view.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert ("call", "1002101") in desk.actions.asked


async def test_a_colleagues_state_is_the_one_of_now(desk: Desk, qtbot: QtBot) -> None:
    desk.session.take(presence(1, Presence.BUSY), "")
    qtbot.waitUntil(lambda: desk.entries()[1].presence is Presence.BUSY)
    assert desk.view.list.place() == 1


async def test_a_call_that_ends_now_comes_on_top_and_the_chosen_stays(desk: Desk) -> None:
    chosen = desk.view.model.entry(desk.view.list.place())
    desk.session.take(record(-1, OUT, "1002102", name="Person 2", seconds=5), "")
    assert desk.entries()[0].title == "Person 2"
    assert desk.view.model.entry(desk.view.list.place()) == chosen


async def test_older_calls_are_fetched_once_when_scrolled_to(desk: Desk) -> None:
    index = desk.view.list.rootIndex()
    assert desk.view.model.canFetchMore(index) or ("fetch", HISTORY[-1].at) in desk.actions.asked
    desk.view.model.fetchMore(index)
    assert [asked for asked in desk.actions.asked if asked[0] == "fetch"] == [("fetch", HISTORY[-1].at)]
    desk.actions.reply([record(60 * 24 * 3, IN, "1002102", name="Person 2", seconds=3)])
    assert desk.entries()[-1].title == "Person 2"
    assert not desk.view.model.canFetchMore(index)


async def test_the_way_of_a_call_is_told_step_by_step(desk: Desk, qtbot: QtBot) -> None:
    trace = (
        TraceEntry(TraceKind.DIALLED, "1002102", "Person 2"),
        TraceEntry(TraceKind.DIVERTED, "1002102", "Person 2", why="lunch", until=NOW + timedelta(minutes=20)),
        TraceEntry(TraceKind.RANG, "1002101", "Person 1"),
        TraceEntry(TraceKind.FORWARDED, "1002101", "Person 1", why="cfnr"),
        TraceEntry(TraceKind.VOICEMAIL, "1002101", "Person 1"),
    )
    lines = way(record(1, MISSED, "+4533123456", trace=trace), NOW)
    assert lines[0] == "100 2102 was dialled"
    assert lines[1].startswith("Person 2 had diverted (Lunch, until ")
    assert lines[2:] == ["Rang at Person 1", "Person 1 did not answer", "To Person 1's mailbox"]
    qtbot.keyClick(desk.view.list, Key.Key_I)
    assert desk.view.details.isVisible()


def test_a_transfer_is_told_by_whom_and_a_picked_up_call_too() -> None:
    """The step of a transfer names whoever handed the call on; who has it then is the next step."""
    steps = [(TraceKind.TRANSFERRED, "Person 1"), (TraceKind.ANSWERED, "Person 2"), (TraceKind.PICKED_UP, "Person 3")]
    trace = tuple(TraceEntry(kind, "1002101", name) for kind, name in steps)
    assert way(record(1, IN, "1", trace=trace), NOW) == [
        "Transferred by Person 1", "Answered by Person 2", "Picked up by Person 3",
    ]  # fmt: skip


def test_every_kind_of_step_has_words() -> None:
    for kind in TraceKind:
        assert way(record(1, IN, "1", trace=(TraceEntry(kind, "1002101", "Person 1"),)), NOW), kind


@pytest.mark.parametrize(
    ("name", "why", "said"),
    [
        ("", "", "Out to 33 12 34 56"),
        ("Fjord", "", "Out to 33 12 34 56 over Fjord"),
        (
            "Fjord",
            "404 No such number",
            "Out to 33 12 34 56 over Fjord: the provider answered “404 No such number”",
        ),
        ("", "abroad", "33 12 34 56 is in a country that may not be called"),
        ("", "no_line", "No line to the outside worked for 33 12 34 56"),
    ],
)
def test_a_call_out_says_over_which_line_and_what_the_provider_answered(name: str, why: str, said: str) -> None:
    entry = TraceEntry(TraceKind.TRUNK, "+4533123456", name, why=why)
    assert [line.replace("\xa0", " ") for line in way(record(1, OUT, "+4533123456", trace=(entry,)), NOW)] == [said]


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        (Cause.UNREACHABLE, "Not connected"),
        (Cause.NUMBER_UNKNOWN, "No such number"),
        (Cause.REJECTED, "Rejected"),
        (Cause.BUSY, "Busy"),
    ],
)
def test_a_call_that_reached_nobody_says_why_where_others_have_their_length(cause: Cause, said: str) -> None:
    refused = replace(record(1, OUT, "+4533123456"), cause=cause)
    entries = [row for row in rows_of([refused], Mirror(), {}, NOW) if isinstance(row, Entry)]
    assert [entry.length for entry in entries] == [said]


def test_a_page_that_is_gone_hears_of_nothing_more(qapp: QApplication, qtbot: QtBot) -> None:
    gone = Desk()
    shiboken6.delete(gone.view)
    with qtbot.captureExceptions() as failures:
        gone.session.presence_changed.emit([])
    assert not failures


def test_a_call_has_the_name_that_the_phonebook_has_for_its_number(desk: Desk) -> None:
    desk.session.put_contact(contact("b", "Birk Salgård", "+4570123499"))
    titles = {entry.record.id: entry.title for entry in desk.entries()}
    assert titles["r4"] == "Birk Salgård"
