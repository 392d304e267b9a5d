"""Dialling marked text: candidates, the pop-up, the dialler."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, QSettings, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.dial.candidates import Candidate, candidates, typed
from onepresence_desktop.desktop.dial.dialler import Dialler
from onepresence_desktop.desktop.dial.popover import DialPopover
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.settings import keys
from onepresence_desktop.desktop.settings.keys import Settings
from onepresence_desktop.desktop.theme.theme import Choice, install
from onepresence_desktop.domain.errors import NumberRefused
from onepresence_desktop.domain.numbering import NumberKind
from onepresence_desktop.domain.people import CustomerId, Role, UserId
from onepresence_desktop.wire import views


class Phone(Actions):
    """Remembers what was dialled."""

    def __init__(self) -> None:
        super().__init__()
        self.dialled: list[str] = []

    def call(self, number: str, device_id: Any = None) -> None:
        self.dialled.append(number)


class Desk:
    """A dialler with its surroundings."""

    def __init__(self, folder: Path) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        install(app, Choice.LIGHT)
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
        self.marked = ""
        self.dialler = Dialler(self.session, self.phone, self.settings, self.read)

    async def read(self) -> str:
        return self.marked

    @property
    def popover(self) -> DialPopover:
        assert self.dialler.popover is not None
        return self.dialler.popover


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


async def test_the_pointer_inside_holds_the_clock(desk: Desk, qtbot: QtBot) -> None:
    desk.marked = "33123456"
    await desk.dialler.dial_selection()
    popover, ring = desk.popover, desk.popover.ring
    assert ring is not None and not ring.paused
    middle = QPointF(popover.rect().center())
    QApplication.sendEvent(popover, QEnterEvent(middle, middle, middle))
    assert ring.paused
    QApplication.sendEvent(popover, QEvent(QEvent.Type.Leave))
    assert not ring.paused


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
    for hostile in ("tel:*21*33123456#", "tel:%2a21%2333123456", "sip:nobody"):
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
