"""Handing on among several calls of one's own, and colleagues by department (spec 11.1; design, 7.13)."""

from __future__ import annotations

from datetime import timedelta

from msgspec import structs
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.reception.view import ReceptionView
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.calls import CallId, CallState
from onepresence_desktop.domain.people import UserId
from tests.client.samples import NOW
from tests.desktop.reception.test_reception_page import (
    DEPUTY,
    OTHER,
    WANTED,
    Service,
    page,
    service,
    session,
    talks,
    type_,
)

__all__ = ["page", "service", "session"]
Key, Mod = Qt.Key, Qt.KeyboardModifier


def later(minutes: int) -> dict[str, object]:
    """Of a call that began, and was answered, then."""
    return {"started_at": NOW + timedelta(minutes=minutes), "answered_at": NOW + timedelta(minutes=minutes)}


def test_with_two_callers_held_the_colleague_is_connected_with_the_one_they_were_asked_about(
    qtbot: QtBot, page: ReceptionView, session: Session, service: Service
) -> None:
    session.take(structs.replace(talks("k1", CallState.HELD, name="Dorthea"), **later(0)), "")
    session.take(structs.replace(talks("k2", CallState.HELD, name="Ivar"), **later(1)), "")
    session.take(structs.replace(talks("k3", outgoing=True, name="Kasper"), **later(2)), "")
    assert page.bar.words.text() == "Ivar → Kasper"
    type_(qtbot, page, Key.Key_Return, Mod.ShiftModifier)
    type_(qtbot, page, Key.Key_Return)
    assert service.asked == [("hold", "k3"), ("resume", "k2"), ("join", "k2", "k3")], "the first caller is left alone"


def test_a_caller_who_was_taken_back_first_is_the_one_the_colleague_is_asked_about(
    qtbot: QtBot, page: ReceptionView, session: Session, service: Service
) -> None:
    session.take(structs.replace(talks("k1", name="Dorthea"), **later(0)), "")
    session.take(structs.replace(talks("k2", CallState.HELD, name="Ivar"), **later(1)), "")
    service.announced = CallId("k3")
    page.take_search("kasper")
    type_(qtbot, page, Key.Key_Return, Mod.ShiftModifier)
    assert service.asked == [("announce", "k1", "1002175")]
    session.take(structs.replace(talks("k1", CallState.HELD, name="Dorthea"), **later(0)), "")
    session.take(structs.replace(talks("k3", outgoing=True, name="Kasper"), **later(2)), "")
    assert page.bar.words.text() == "Dorthea → Kasper"


def test_a_call_of_ones_own_that_was_there_before_is_about_nobody(
    qtbot: QtBot, page: ReceptionView, session: Session, service: Service
) -> None:
    session.take(structs.replace(talks("k1", CallState.HELD, outgoing=True, name="Bank"), **later(0)), "")
    session.take(structs.replace(talks("k2", name="Dorthea"), **later(1)), "")
    page.take_search("kasper")
    assert page.bar.words.text() == "Dorthea → Kasper Dalbyager"
    type_(qtbot, page, Key.Key_Return)
    assert service.asked == [("hand_on", "k2", "1002175", False)]


def shown(page: ReceptionView) -> list[UserId | None]:
    return [page.model.row(place).user for place in range(page.model.rowCount())]


def test_the_colleagues_are_narrowed_to_a_department_by_chip_or_alt_with_arrows(
    qtbot: QtBot, page: ReceptionView, session: Session
) -> None:
    people = session.mirror.people
    with qtbot.waitSignal(session.people_changed, timeout=60_000):
        session.take(structs.replace(people[OTHER], department="Salg"), "")
    assert list(page.departments.chips) == ["", "Udvikling", "Salg"], "the largest stands first"
    qtbot.mouseClick(page.departments.chips["Salg"], Qt.MouseButton.LeftButton)
    assert shown(page) == [OTHER]
    page.take_search("dalby")
    assert shown(page) == []
    page.take_search("")
    type_(qtbot, page, Key.Key_Left, Mod.AltModifier)
    assert page.departments.key == "Udvikling" and set(shown(page)) == {WANTED, DEPUTY}
    page.choose(OTHER)
    assert page.departments.key == "" and page.details.user == OTHER
    page.departments.choose("Salg")
    with qtbot.waitSignal(session.people_changed, timeout=60_000):
        session.take(structs.replace(people[OTHER], department="Udvikling"), "")
    assert page.departments.key == "" and len(shown(page)) == 3, "a department that is no more hides nobody"


def test_departments_there_is_no_room_for_are_in_a_menu_and_the_one_chosen_is_seen(
    qtbot: QtBot, page: ReceptionView, session: Session
) -> None:
    base = session.mirror.people[OTHER]
    with qtbot.waitSignal(session.people_changed, timeout=60_000):
        for number in range(30):
            one = structs.replace(base, id=UserId(f"x{number}"), department=f"Afdeling {number:02}")
            session.take(one, "")
    chips = page.departments.chips
    assert page.departments.more.isVisible() and not chips["Afdeling 29"].isVisible()
    page.departments.choose("Afdeling 29")
    assert chips["Afdeling 29"].isVisible() and shown(page) == ["x29"]
    seen = [chip for chip in (*chips.values(), page.departments.more) if chip.isVisible()]
    assert max(chip.geometry().right() for chip in seen) <= page.departments.width()
