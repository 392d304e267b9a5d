"""Dialling marked text: candidates, the pop-up, the dialler."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.dial.candidates import Candidate, candidates, typed
from onepresence_desktop.desktop.dial.dialler import Dialler
from onepresence_desktop.desktop.dial.popover import DialPopover
from onepresence_desktop.desktop.languages import Language, load_translations
from onepresence_desktop.desktop.selection.marked import Marked
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.domain.errors import NumberRefused, OnePresenceError
from onepresence_desktop.domain.numbering import NumberKind
from onepresence_desktop.domain.people import CustomerId, Role, UserId
from onepresence_desktop.domain.phonebook import ContactNumber, PhoneKind
from onepresence_desktop.domain.shown_kinds import ShownKind
from onepresence_desktop.wire import views
from onepresence_desktop.wire.contacts import SharedContactsView
from onepresence_desktop.wire.directories import DirectoryPersonView
from onepresence_desktop.wire.number_shown import NumberShownBody, NumberShownView, ShownChoiceView
from tests.support.dressing import dress, speak


class Phone(Actions):
    """Remembers what was dialled."""

    def __init__(self) -> None:
        super().__init__()
        self.dialled: list[str] = []

    def call(self, number: str, device_id: Any = None) -> None:
        self.dialled.append(number)


class Asked:
    """Answers what is asked of the service when the test says so."""

    def __init__(self, phone: Phone) -> None:
        self.waiting: list[tuple[str, Any]] = []
        phone.ask = lambda name, verb, reply: self.waiting.append((name, reply))  # type: ignore[method-assign,assignment]

    def answer(self, answer: Any) -> None:
        for _, reply in self.waiting:
            reply(answer)


class Desk:
    """A dialler with its surroundings."""

    def __init__(self, folder: Path) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        dress(app)
        self.session, self.phone = Session(), Phone()
        self.settings = Settings(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
        me = views.MeView(id=UserId("u0"), name="Me", local_number="1002100", role=Role.USER, language="da")
        birk = views.PersonView(id=UserId("u1"), name="Birk Salgård", local_number="1002171", mobile="+4520123471")
        customer = views.CustomerView(
            id=CustomerId("c"), code="100", name="F", region="DK", time_zone="Europe/Copenhagen"
        )
        self.session.take(
            views.SnapshotView(
                event_id="e:0",
                at=self.session.now(),
                version="0",
                public=views.PublicView(customer=customer, people=[birk], presence=[], groups=[]),
                private=views.PrivateView(
                    me=me, diversions=views.DiversionsView(current=[], coming=[]), messages=[], calls=[], history=[]
                ),
            ),
            "e:0",
        )
        self.marked, self.in_front, self.frozen = "", True, False
        self.dialler = Dialler(self.session, self.phone, self.settings, self.read)

    async def read(self) -> Marked:
        if self.frozen:
            raise TimeoutError
        return Marked(self.marked, in_front=self.in_front)

    @property
    def popover(self) -> DialPopover:
        assert self.dialler.popover is not None
        return self.dialler.popover


def kunde(name: str, number: str, company: str = "Kunde A/S") -> DirectoryPersonView:
    numbers = (ContactNumber(number, PhoneKind.WORK),)
    return DirectoryPersonView(
        directory="ad", id=name, name=name, company=company, title="", numbers=numbers, emails=()
    )


async def test_whose_a_number_is_in_the_companys_directory_is_told_while_it_is_asked_about(desk: Desk) -> None:
    asked = Asked(desk.phone)
    desk.dialler.offer("33 44 55 66", ask=True)
    assert asked.waiting == []  # the company has no directory
    desk.session.take(SharedContactsView(version=1, directories=True), "e:1")
    desk.session.mirror.live = True
    desk.dialler.offer("33 44 55 66", ask=True)
    assert desk.popover.title.text() == "Call 33 44 55 66?"
    asked.answer([kunde("Karen Bro", "+4533445566"), kunde("En anden", "+4533445567")])
    assert desk.popover.title.text() == "Call 33 44 55 66 – Karen Bro?"
    asked.waiting.clear()
    desk.dialler.offer("33 44 55 66 or 33 44 55 77 or 20 12 34 71")
    assert [name for name, _ in asked.waiting] == ["whose +4533445566", "whose +4533445577"]  # Birk is known
    both = [kunde("Karen Bro", "+4533445566"), kunde("Ole Bro", "+4533445566"), kunde("Ida", "+4533445577")]
    asked.answer(both)  # each look-up takes its own number's only
    assert [row.candidate.name for row in desk.popover.rows] == ["Kunde A/S", "Ida", "Birk Salgård"]
    assert "Ida" in desk.popover.rows[1].accessibleName()
    desk.popover.close()
    asked.answer(OnePresenceError())  # nobody is there to be told, or nothing to tell


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Any:
    desk = Desk(tmp_path)
    yield desk
    if desk.dialler.popover is not None:
        desk.dialler.popover.close()


def test_candidates_carry_the_names_of_colleagues_and_of_the_history(desk: Desk) -> None:
    found = candidates("lageret på 33 12 34 56, Birk på 20 12 34 71", "DK", desk.session.mirror)
    assert [(c.number, c.name) for c in found] == [("+4533123456", ""), ("+4520123471", "Birk Salgård")]
    assert found[1].user_id == "u1"


def test_typed_digits_are_taken_as_they_stand() -> None:
    assert typed("2140", "DK") == Candidate("2140", "2140", NumberKind.INTERNAL)
    assert typed("112", "DK") is not None and typed("112", "DK").emergency  # type: ignore[union-attr]
    assert typed("hello", "DK") is None


async def test_one_number_is_dialled_when_its_ring_has_run_down(desk: Desk, qtbot: QtBot) -> None:
    desk.marked = "Tel.: 33 12 34 56 (direkte)"
    await desk.dialler.dial_selection()
    ring = desk.popover.ring
    assert ring is not None and desk.phone.dialled == []
    ring._spent = ring._whole
    ring._tick()
    assert desk.phone.dialled == ["+4533123456"]
    assert desk.dialler.popover is None or not desk.dialler.popover.isVisible()


async def test_enter_dials_at_once_and_only_once(desk: Desk, qtbot: QtBot) -> None:
    desk.marked = "33123456"
    await desk.dialler.dial_selection()
    popover = desk.popover
    qtbot.keyClick(popover, Qt.Key.Key_Return)
    assert desk.phone.dialled == ["+4533123456"]
    popover._choose(popover.found[0])
    assert len(desk.phone.dialled) == 1


async def test_escape_stops_it(desk: Desk, qtbot: QtBot) -> None:
    desk.marked = "33123456"
    await desk.dialler.dial_selection()
    popover = desk.popover
    ring = popover.ring
    assert ring is not None
    qtbot.keyClick(popover, Qt.Key.Key_Escape)
    ring._tick()
    assert desk.phone.dialled == []


async def test_the_pointer_on_the_plate_holds_the_clock_and_on_its_shadow_does_not(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onepresence_desktop.desktop.widgets.floating.composited", lambda: True)
    desk.marked = "33123456"
    await desk.dialler.dial_selection()
    popover, ring = desk.popover, desk.popover.ring
    assert ring is not None and not ring.paused and popover.margin
    window = popover.windowHandle()
    QTest.mouseMove(window, QPoint(popover.width() // 2, 6))
    assert not ring.paused
    for inside in (popover.panel.geometry().center(), popover.call_button.mapTo(popover, QPoint(9, 9))):
        QTest.mouseMove(window, inside)
        qtbot.waitUntil(lambda: ring.paused)
    QTest.mouseMove(window, QPoint(popover.width() // 2, 6))
    qtbot.waitUntil(lambda: not ring.paused)


@pytest.mark.parametrize("share", [0.0, 0.5, 0.97, 1.0])
async def test_it_never_opens_under_the_pointer_and_never_off_the_screen(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, share: float
) -> None:
    room = QGuiApplication.primaryScreen().availableGeometry()
    pointer = QPoint(room.right() - 2, round(room.top() + share * (room.height() - 1)))
    monkeypatch.setattr(QCursor, "pos", staticmethod(lambda: pointer))
    desk.marked = "33123456"
    await desk.dialler.dial_selection()
    plate = desk.popover.panel.geometry().translated(desk.popover.pos())
    assert not plate.contains(pointer) and room.contains(plate)
    assert desk.popover.ring is not None and not desk.popover.ring.paused


async def test_of_several_a_key_or_the_mouse_chooses(desk: Desk, qtbot: QtBot) -> None:
    desk.marked = "lageret på 33 12 34 56, Birk på 20 12 34 71 eller vagt 70 12 34 00"
    await desk.dialler.dial_selection()
    assert len(desk.popover.rows) == 3 and desk.popover.ring is None
    qtbot.keyClick(desk.popover, Qt.Key.Key_2)
    assert desk.phone.dialled == ["+4520123471"]
    await desk.dialler.dial_selection()
    qtbot.mouseClick(desk.popover.rows[2], Qt.MouseButton.LeftButton)
    assert desk.phone.dialled[-1] == "+4570123400"


async def test_where_nothing_is_marked_a_number_can_be_typed(desk: Desk, qtbot: QtBot) -> None:
    desk.marked = ""
    await desk.dialler.dial_selection()
    field = desk.popover.field
    assert field is not None and desk.phone.dialled == []
    qtbot.keyClicks(field, "20123471")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.phone.dialled == ["+4520123471"]


@pytest.mark.parametrize("language", list(Language))
async def test_why_there_is_no_number_is_said_in_every_language_and_nothing_is_dialled(
    desk: Desk, language: Language
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    load_translations(app, language)
    said = set()
    try:
        for marked, frozen in (("", False), ("hej med dig", False), ("x" * 1_000_000, False), ("", True)):
            desk.marked, desk.frozen = marked, frozen
            await desk.dialler.dial_selection()
            assert desk.popover.field is not None and desk.popover.ring is None
            said.add(desk.popover.title.text())
    finally:
        speak(app)
    assert len(said) == 3 and desk.phone.dialled == []
    assert (language is Language.ENGLISH) == ("No number selected" in said)


async def test_a_text_marked_in_another_program_perhaps_long_ago_is_shown_before_it_is_dialled(desk: Desk) -> None:
    desk.settings.set(keys.CANCEL_SECONDS, 0)
    desk.marked, desk.in_front = "33123456", False
    await desk.dialler.dial_selection()
    assert desk.popover.ring is not None and desk.phone.dialled == []


async def test_the_number_in_the_first_16_kilobytes_of_a_megabyte_is_found(desk: Desk) -> None:
    desk.marked = "Tlf. 33 12 34 56, " + "x" * 1_000_000
    await desk.dialler.dial_selection()
    assert [c.number for c in desk.popover.found] == ["+4533123456"]


async def test_112_chosen_from_a_list_asks_once_more(desk: Desk, qtbot: QtBot) -> None:
    desk.marked = "Brand: 112. Vagt: 70 12 34 00"
    await desk.dialler.dial_selection()
    place = next(n for n, c in enumerate(desk.popover.found) if c.emergency)
    qtbot.keyClick(desk.popover, Qt.Key(Qt.Key.Key_1 + place))
    assert desk.phone.dialled == []
    assert [c.number for c in desk.popover.found] == ["112"] and desk.popover.ring is None
    qtbot.keyClick(desk.popover, Qt.Key.Key_Return)
    assert desk.phone.dialled == ["112"]


async def test_with_the_window_off_a_certain_number_is_dialled_at_once_but_112_never(desk: Desk) -> None:
    desk.settings.set(keys.CANCEL_SECONDS, 0)
    desk.marked = "33123456"
    await desk.dialler.dial_selection()
    assert desk.phone.dialled == ["+4533123456"] and desk.dialler.popover is None
    desk.marked = "112"
    await desk.dialler.dial_selection()
    assert desk.popover.found[0].emergency and desk.popover.ring is None
    assert len(desk.phone.dialled) == 1


async def test_always_ask_has_no_ring(desk: Desk) -> None:
    desk.settings.set(keys.CANCEL_SECONDS, -1)
    desk.marked = "33123456"
    await desk.dialler.dial_selection()
    assert desk.popover.ring is None and desk.phone.dialled == []


def test_links_are_asked_about_and_codes_in_them_refused(desk: Desk) -> None:
    desk.settings.set(keys.CANCEL_SECONDS, 0)
    desk.dialler.open_link("tel:+45-33-12-34-56")
    assert desk.popover.found[0].number == "+4533123456" and desk.phone.dialled == []
    for hostile in (
        "tel:*21*33123456#",
        "tel:%2a21%2333123456",
        "tel:33123456%23",
        "tel:33123456%2A",
        "callto:#31#33123456",
        "sip:33123456%23@example.com",
        "sip:nobody",
    ):
        with pytest.raises(NumberRefused):
            desk.dialler.open_link(hostile)


async def test_a_second_press_takes_the_place_of_the_first(desk: Desk) -> None:
    desk.marked = "33123456"
    await desk.dialler.dial_selection()
    first = desk.popover
    desk.marked = "20123471"
    await desk.dialler.dial_selection()
    assert not first.isVisible() and desk.popover.found[0].number == "+4520123471"
    assert desk.phone.dialled == []


CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
OWN = ShownChoiceView(kind=ShownKind.OWN, number="+4533122100")
WITHHELD = ShownChoiceView(kind=ShownKind.WITHHELD)


async def test_the_number_shown_is_seen_and_chosen_before_it_is_dialled(desk: Desk, qtbot: QtBot) -> None:
    saved: list[tuple[Any, Any]] = []
    desk.phone.save_number_shown = lambda body, reply=None: saved.append((body, reply))  # type: ignore[method-assign]
    me = desk.session.mirror.me
    assert me is not None
    desk.session.take(structs.replace(me, number_shown=NumberShownView(shown=OWN, choices=[OWN, WITHHELD])), "e:1")
    desk.session.set_connection(Connection(ConnectionState.LIVE))
    desk.marked = "33123456"
    await desk.dialler.dial_selection()
    popover = desk.popover
    assert popover.shown is not None and popover.shown.currentText() == "My number · 33 12 21 00"
    qtbot.keyClick(popover, Qt.Key.Key_N, CTRL_SHIFT)
    assert popover.shown.view().isVisible() and popover.ring is not None and popover.ring.paused
    popover.shown.setCurrentIndex(1)
    popover.shown.hidePopup()
    popover.shown.activated.emit(1)
    qtbot.keyClick(popover, Qt.Key.Key_Return)
    assert desk.phone.dialled == [] and not popover.call_button.isEnabled(), "not before the service has said yes"
    body, answered = saved.pop()
    assert body == NumberShownBody(kind=ShownKind.WITHHELD)
    answered(None)
    qtbot.keyClick(popover, Qt.Key.Key_Return)
    assert desk.phone.dialled == ["+4533123456"]


@pytest.mark.parametrize("marked", ["112", "2171", "33123456"])
async def test_there_is_nothing_to_choose_for_112_for_colleagues_and_where_one_number_is_allowed(
    desk: Desk, marked: str
) -> None:
    if marked != "33123456":
        me = desk.session.mirror.me
        assert me is not None
        desk.session.take(structs.replace(me, number_shown=NumberShownView(shown=OWN, choices=[OWN, WITHHELD])), "e:1")
    desk.marked = marked
    await desk.dialler.dial_selection()
    assert desk.popover.shown is None
