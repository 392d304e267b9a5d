"""The command palette, by its keys: people, numbers, commands with a time (spec 13.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.commands_registry import CommandRegistry, SectionWords
from onepresence_desktop.desktop.contact_keeper import ContactKeeper
from onepresence_desktop.desktop.languages import Language, load_translations
from onepresence_desktop.desktop.pages import Compose, ContactPlace, DivertTo
from onepresence_desktop.desktop.palette.opener import PaletteOpener
from onepresence_desktop.desktop.palette.query import parse
from onepresence_desktop.desktop.palette.rows import marked
from onepresence_desktop.desktop.palette.view import Palette
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.theme.theme import Choice, Theme
from onepresence_desktop.domain.calls import CallId, CallRecord, Cause, Direction
from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.outgoing import Way
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.phonebook import ContactId
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.domain.shown_kinds import ShownKind
from onepresence_desktop.wire import views
from onepresence_desktop.wire.contacts import ContactChanges
from onepresence_desktop.wire.number_shown import NumberShownBody, NumberShownView, ShownChoiceView
from tests.client.test_phonebook import contact
from tests.desktop.look.conftest import ME, NotedActions, actions, dressed, office, session

__all__ = ["actions", "dressed", "office", "session"]

ICONS = Path(__file__).resolve().parents[3] / "resources" / "icons"
FRODE, ASGER, METTE = UserId("f"), UserId("a"), UserId("m")
PEOPLE = [
    views.PersonView(id=FRODE, name="Frode Mosegård", local_number="1002193", title="Montør", department="Service Øst"),
    views.PersonView(id=ASGER, name="Asger Frostholm", local_number="1002151", title="Indkøber", department="Lager"),
    views.PersonView(
        id=METTE, name="Mette Lundgaard-Riis", local_number="1002140", mobile="+4520123440", title="Teamleder"
    ),
]


class Place:
    """A palette, and what was asked of the rest of the program."""

    def __init__(self, session: Session, actions: NotedActions) -> None:
        self.session, self.actions = session, actions
        self.called: list[str] = []
        self.gone: list[object] = []
        self.registry = CommandRegistry(session, actions)
        program = self.registry.program
        sections = [SectionWords("search", "nav-search", "Search"), SectionWords("calls", "nav-calls", "Calls")]
        program.sections = lambda: sections
        program.show_section = self.gone.append
        program.go_to = self.gone.append
        actions.call = lambda number, device_id=None: self.called.append(number)  # type: ignore[method-assign]
        self.opener = PaletteOpener(
            session,
            actions,
            self.registry,
            call=self.called.append,
            not_in=lambda: self.gone.append("sign in"),
            contacts=ContactKeeper(session, actions),
            own_key=lambda event: event.key() == Qt.Key.Key_F9,
        )
        program.palette = self.opener.toggle

    @property
    def palette(self) -> Palette:
        return self.opener.made()

    def type(self, text: str) -> list[str]:
        """Type into the field; the titles found."""
        if not self.palette.isVisible():
            self.opener.toggle()
        QTest.keyClicks(self.palette.field, text)
        return self.titles()

    def titles(self) -> list[str]:
        return [hit.title for hit in self.palette.model.hits]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.palette.field, key, modifier)


@pytest.fixture
def place(session: Session, actions: NotedActions, qtbot: QtBot) -> Iterator[Place]:
    for person in PEOPLE:
        session.take(person, "")
        session.take(views.PresenceView(user_id=person.id, presence=Presence.AVAILABLE), "")
    session.take(views.PresenceView(user_id=ASGER, presence=Presence.BUSY), "")
    made = Place(session, actions)
    yield made
    made.opener.close()


def test_the_beginning_of_a_diversion_finds_it_before_the_people_and_enter_sets_it(place: Place) -> None:
    found = place.type("br")
    assert found[0] == "Break 5 minutes"
    assert place.palette.model.hits[0].line.startswith("Until ")
    assert place.palette.model.hits[0].line.endswith(" → OneVoicemail")
    place.press(Qt.Key.Key_Return)
    [(verb, (request,))] = place.actions.asked
    assert (verb, request.preset) == ("divert", "break")
    assert not place.palette.isVisible()


def test_a_time_behind_a_diversion_is_its_end(place: Place) -> None:
    place.type("lunch 1245")
    assert place.palette.model.hits[0].title == "Lunch"
    assert "12:45 → OneVoicemail" in place.palette.model.hits[0].line
    place.press(Qt.Key.Key_Return)
    [(_, (request,))] = place.actions.asked
    assert request.preset == "lunch" and request.until.astimezone().strftime("%H:%M") == "12:45"
    assert timedelta() < request.until - datetime.now(UTC) <= timedelta(days=1)


def test_tab_writes_the_name_so_that_only_the_time_is_left_to_type(place: Place) -> None:
    place.type("lu")
    place.press(Qt.Key.Key_Tab)
    assert place.palette.field.text() == "Lunch "
    place.type("13")
    assert "13:00" in place.palette.model.hits[0].line


def test_a_colleague_is_called_by_the_beginning_of_any_name(place: Place) -> None:
    found = place.type("fro")
    assert found == ["Frode Mosegård", "Asger Frostholm"]
    assert [hit.right for hit in place.palette.model.hits] == ["100 2193", "On the phone"]
    place.press(Qt.Key.Key_Down)
    place.press(Qt.Key.Key_Return)
    assert place.called == ["1002151"]


def test_more_can_be_done_with_a_colleague_by_the_right_arrow_or_by_a_word_behind_the_name(place: Place) -> None:
    place.type("mette")
    place.press(Qt.Key.Key_Right)
    place.press(Qt.Key.Key_Return)
    assert place.called == ["+4520123440"]
    place.type("mette")
    place.press(Qt.Key.Key_Right)
    place.press(Qt.Key.Key_Right)
    place.press(Qt.Key.Key_Left)
    place.press(Qt.Key.Key_Right)
    place.press(Qt.Key.Key_Return)
    assert place.gone == [DivertTo(number="1002140")]
    assert place.type("mette mob") == ["Mette Lundgaard-Riis"]
    place.press(Qt.Key.Key_Return)
    assert place.called == ["+4520123440", "+4520123440"]


def test_a_message_is_begun_by_a_name_and_the_word_for_it(place: Place) -> None:
    assert place.type("mette sms") == ["Mette Lundgaard-Riis"]
    place.press(Qt.Key.Key_Return)
    assert place.gone == [Compose(to=(METTE,), by=Way.SMS)]


def test_contacts_are_found_after_colleagues_called_and_written_to(place: Place) -> None:
    found = [contact("k", "Karen Mettesen", "+4520123456"), contact("s", "Nordic Marine", "+4570101155", shared=True)]
    place.session.take_contacts(ContactChanges(version=1, whole=True, contacts=found[:1]), shared=False)
    place.session.take_contacts(ContactChanges(version=1, whole=True, contacts=found[1:]), shared=True)
    assert place.type("mette") == ["Mette Lundgaard-Riis", "Karen Mettesen"]
    place.press(Qt.Key.Key_Down)
    place.press(Qt.Key.Key_Return)
    assert place.called == ["+4520123456"]
    assert place.type("nord") == ["Nordic Marine"]
    place.press(Qt.Key.Key_Right)
    place.press(Qt.Key.Key_Return)
    assert place.gone == [ContactPlace(contact=ContactId("s"))]


def test_a_colleague_who_lifts_the_receiver_meanwhile_doesnt_change_what_is_chosen(place: Place, qtbot: QtBot) -> None:
    place.type("fro")
    place.press(Qt.Key.Key_Down)
    place.press(Qt.Key.Key_Right)
    place.session.take(views.PresenceView(user_id=FRODE, presence=Presence.BUSY), "")
    qtbot.waitUntil(lambda: place.palette.model.hits[0].right == "On the phone")
    place.press(Qt.Key.Key_Return)
    assert place.gone == [DivertTo(number="1002151")]


def test_a_number_is_dialled_in_any_spelling(place: Place) -> None:
    assert place.type("33 12 34 56")[0] == "Call 33 12 34 56"
    place.press(Qt.Key.Key_Return)
    place.type("+46 8 123 45 67")
    place.press(Qt.Key.Key_Return)
    assert place.called == ["33123456", "+4681234567"]


def test_commands_are_found_by_any_of_their_words_and_all_by_a_question_mark(place: Place) -> None:
    place.type("call")
    place.press(Qt.Key.Key_Return)
    assert place.gone == ["calls"]
    assert "Do not disturb: 1 hour" in place.type("disturb")
    place.press(Qt.Key.Key_Escape)
    everything = place.type("?")
    assert {"Open the phone", "All keys", "Sign out", "Quit", "Search"} <= set(everything)
    assert len(everything) > 8


def test_a_row_is_picked_by_its_number(place: Place) -> None:
    place.type("fro")
    place.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert place.called == ["1002151"]


def test_before_anything_is_typed_the_last_calls_and_two_diversions_are_offered(place: Place) -> None:
    record = CallRecord(
        id="r1",
        call_id=CallId("c1"),
        user_id=ME,
        direction=Direction.OUTGOING,
        number="1002140",
        name="",
        at=place.session.now() - timedelta(hours=1),
        duration=timedelta(minutes=2),
        cause=Cause.NORMAL,
    )
    place.session.take(record, "")
    place.session.take(replace(record, id="r2", call_id=CallId("c2")), "")
    place.opener.toggle()
    assert place.titles()[-3:] == ["Mette Lundgaard-Riis", "Lunch ½ hour", "Break 5 minutes"]
    assert place.titles().count("Mette Lundgaard-Riis") == 1


def test_the_key_that_shows_it_hides_it_and_what_was_typed_is_gone(place: Place) -> None:
    place.type("fro")
    place.opener.toggle()
    assert not place.palette.isVisible()
    place.opener.toggle()
    assert place.palette.isVisible() and place.palette.field.text() == ""


def test_its_own_key_hides_it_where_no_other_program_hears_keys_any_more(place: Place) -> None:
    place.type("fro")
    place.press(Qt.Key.Key_F9)
    assert not place.palette.isVisible()


def test_a_running_diversion_is_ended_by_its_row(place: Place, office: Callable[..., Any]) -> None:
    place.session.take(office(diverted=Reason.LUNCH), "e:2")
    place.type("lunch")
    assert (place.palette.model.hits[0].line, place.palette.model.hits[0].verb) == ("Runs now", "End it")
    place.press(Qt.Key.Key_Return)
    assert place.actions.asked == [("open_phone", ())]


def test_without_a_connection_what_cant_be_sent_says_so_and_isnt_done(place: Place) -> None:
    place.session.set_connection(Connection(ConnectionState.STALE))
    place.type("lunch")
    assert place.palette.model.hits[0].why_not == "Not connected"
    place.press(Qt.Key.Key_Return)
    assert place.palette.isVisible() and place.actions.asked == []


def test_whoever_isnt_signed_in_is_shown_the_way_in(qtbot: QtBot, dressed: Theme, actions: NotedActions) -> None:
    place = Place(Session(), actions)
    place.opener.toggle()
    assert place.gone == ["sign in"]


def test_rows_tell_those_who_listen_what_they_do(place: Place) -> None:
    place.type("fro")
    said = place.palette.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Frode Mosegård, Montør · Service Øst, 100 2193"
    assert place.palette.field.accessibleName() == "Command palette"


def test_it_speaks_the_language_in_use(place: Place, qapp: QApplication, dressed: Theme, qtbot: QtBot) -> None:
    place.palette.show()
    load_translations(qapp, Language.DANISH)
    qtbot.waitUntil(lambda: place.palette.field.placeholderText() == "Navn, nummer, kommando")
    assert place.type("fro")[0] == "Frokost ½ time"
    place.palette.field.clear()
    assert place.type("åbn")[0] == "Åbn telefonen"
    dressed.choose(Choice.DARK)
    assert place.palette.grab().width() >= 620


@pytest.mark.parametrize(
    ("text", "named", "clock"),
    [
        ("fro 1245", ("fro",), "12:45"),
        ("fro 12.45", ("fro",), "12:45"),
        ("fro 9", ("fro",), "09:00"),
        ("møde 2 timer", ("mode", "2", "timer"), None),
        ("1245", ("1245",), None),
        ("fro 2590", ("fro", "2590"), None),
        ("", (), None),
    ],
)
def test_words_and_the_time_at_their_end_are_told_apart(text: str, named: tuple[str, ...], clock: str | None) -> None:
    query = parse(text, datetime.now(UTC))
    assert query.named == named
    assert (query.until.astimezone().strftime("%H:%M") if query.until is not None else None) == clock


def test_what_was_typed_is_marked_where_a_word_begins_with_it() -> None:
    assert marked("Asger Frostholm", ("fro",)) == (6, 9)
    assert marked("Åbn telefonen", ("abn",)) == (0, 3)
    assert marked("Sofie", ("x",)) == marked("Sofie", ()) == (0, 0)


def test_every_command_has_an_icon_that_there_is(place: Place) -> None:
    place.registry.program.dial_selection = lambda: None
    assert [c.id for c in place.registry.commands() if not (ICONS / f"{c.icon}.svg").is_file()] == []


def test_which_number_is_shown_is_chosen_before_somebody_outside_is_called(place: Place) -> None:
    me = place.session.mirror.me
    assert me is not None
    own = ShownChoiceView(kind=ShownKind.OWN, number="+4533123401")
    view = NumberShownView(shown=own, choices=[own, ShownChoiceView(kind=ShownKind.WITHHELD)])
    place.session.take(msgspec.structs.replace(me, number_shown=view), "e:2")
    shown = place.palette.shown
    place.type("fro")
    assert shown.isHidden(), "colleagues see the own number"
    place.palette.field.clear()
    place.type("33123456")
    assert shown.isVisible() and shown.currentText() == "My number · 33 12 34 01"
    place.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert shown.view().isVisible()
    shown.hidePopup()
    shown.setCurrentIndex(1)
    shown.activated.emit(1)
    assert place.actions.asked[-1] == ("save_number_shown", (NumberShownBody(kind=ShownKind.WITHHELD),))
    place.press(Qt.Key.Key_Return)
    assert place.called == [], "it isn't settled which number is shown"
    place.actions.replies.pop()(None)
    place.press(Qt.Key.Key_Return)
    assert place.called == ["33123456"]
