"""Handing on among several calls of one's own, and colleagues by department (spec 11.1; design, 7.13)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.reception.view import ReceptionView
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.calls import CallId, CallState
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.reception import QueueState
from tests.client.samples import ME, NOW
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
    waits,
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


@pytest.mark.parametrize("state", [CallState.CALLING, CallState.RINGING])
def test_hanging_up_while_the_colleague_has_not_answered_leaves_the_caller_on_hold(
    qtbot: QtBot, page: ReceptionView, session: Session, service: Service, state: CallState
) -> None:
    session.take(structs.replace(talks("k1", CallState.HELD, name="Dorthea"), **later(0)), "")
    session.take(structs.replace(talks("k2", state, outgoing=True), started_at=NOW, answered_at=None), "")
    type_(qtbot, page, Key.Key_F8)
    type_(qtbot, page, Key.Key_Minus, Mod.KeypadModifier)
    assert service.asked == [("hang_up", "k2")] * 2


def test_a_call_from_the_other_receptionist_is_answered_by_the_key_and_others_see_where_it_rings(
    qtbot: QtBot, page: ReceptionView, session: Session, service: Service
) -> None:
    names: dict[str, Any] = {"state": QueueState.HANDED_ON, "taken_by": OTHER}
    session.take(waits("k1", handed_to=WANTED, handed_name="Kasper Dalbyager", **names), "")
    session.take(waits("k2", handed_to=ME, handed_name="Rita Me", **names), "")
    session.take(talks("k2", CallState.RINGING), "")
    assert [(case.id, case.more) for case in page.calls.pane.waiting] == [("k2", "Bodil Kragelund hands the call on")]
    assert [(case.id, case.line) for case in page.calls.pane.taken] == [
        ("k1", "Bodil Kragelund: rings at Kasper Dalbyager")
    ]
    type_(qtbot, page, Key.Key_F5)
    assert service.asked == [("answer_queued", "k2")]


def test_whoever_is_still_in_the_menu_is_not_answered_before_those_who_wait(
    qtbot: QtBot, page: ReceptionView, session: Session, service: Service
) -> None:
    session.take(waits("k1", 90, state=QueueState.MENU), "")
    type_(qtbot, page, Key.Key_F5)
    session.take(waits("k2", 20), "")
    type_(qtbot, page, Key.Key_F5)
    assert [case.id for case in page.calls.pane.waiting] == ["k1", "k2"], "the order stays"
    assert service.asked == [("answer_queued", "k1"), ("answer_queued", "k2")]


def test_the_next_call_is_one_that_no_colleague_is_answering(
    qtbot: QtBot, page: ReceptionView, session: Session, service: Service
) -> None:
    session.take(waits("k1", 90, taken_by=OTHER), "")
    session.take(waits("k2", 20), "")
    type_(qtbot, page, Key.Key_F5)
    assert service.asked == [("answer_queued", "k2")]
    session.take(waits("k2", 20, taken_by=ME), "")
    session.take(waits("k3", 10), "")
    type_(qtbot, page, Key.Key_F5)
    assert service.asked[-1] == ("answer_queued", "k2"), "it is still to be lifted for"


def test_nobody_is_asked_to_call_back_who_withheld_their_number(
    qtbot: QtBot, page: ReceptionView, session: Session, service: Service
) -> None:
    wanted: list[tuple[str, str]] = []
    page.message_wanted.connect(lambda user, text: wanted.append((user, text)))
    session.take(waits("k1", number="", name=""), "")
    page.choose(WANTED)
    type_(qtbot, page, Key.Key_M, Mod.ControlModifier)
    session.take(waits("k1", number="+4533123456", name=""), "")
    type_(qtbot, page, Key.Key_M, Mod.ControlModifier)
    assert wanted == [(WANTED, ""), (WANTED, "Please call back: 33 12 34 56")]


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
