"""The organisation chart: managers above, teams below, heads of departments; by pointer and keys (spec 9.1)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.profile.chart_layout import BOX_HEIGHT
from onepresence_desktop.desktop.profile.org_chart import OrgChart
from onepresence_desktop.desktop.profile.organisation import Organisation
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.views import PersonView
from tests.desktop.profile.test_profile import snapshot
from tests.support.dressing import dress, speak

STAFF = (
    ("henrik", "Henrik", "Board", None),
    ("sofie", "Sofie", "Support", "henrik"),
    ("mette", "Mette", "Support", "sofie"),
    ("freja", "Freja", "Support", "mette"),
    ("me", "Nadia", "Support", "mette"),
    ("odd", "Odd", "Support", None),
    ("sale", "Saga", "Sales", None),
)


def people(closed: str = "") -> list[PersonView]:
    return [
        PersonView(
            id=UserId(user),
            name=name,
            local_number=f"100210{n}",
            department=department,
            manager=UserId(manager) if manager else None,
            closed=user == closed,
        )
        for n, (user, name, department, manager) in enumerate(STAFF)
    ]


def organisation(closed: str = "") -> Organisation:
    return Organisation({one.id: one for one in people(closed)})


def test_at_a_departments_head_stand_those_without_a_manager_in_it() -> None:
    assert organisation().of("Support").row == ("sofie", "odd")
    assert organisation().of("Board").row == ("henrik",)
    assert organisation().of("Nowhere").row == ()


def test_round_somebody_are_their_managers_and_those_beside_them() -> None:
    seen = organisation().around(UserId("me"))
    assert (seen.chain, seen.row, seen.department) == (("henrik", "sofie", "mette"), ("freja", "me"), "Board")


def test_whoever_leads_others_stands_above_their_team() -> None:
    seen = organisation().around(UserId("sofie"))
    assert (seen.chain, seen.row) == (("henrik", "sofie"), ("mette",))


def test_whoever_has_neither_manager_nor_team_stands_among_the_heads() -> None:
    seen = organisation().around(UserId("odd"))
    assert (seen.chain, seen.row, seen.department) == ((), ("sofie", "odd"), "Support")


def test_whose_manager_is_closed_reports_to_the_next_one_above() -> None:
    assert organisation("mette").around(UserId("me")).chain == ("henrik", "sofie")
    assert "mette" not in organisation("mette").people
    assert organisation("henrik").of("Support").row == ("sofie", "odd")


@pytest.fixture
def chart(qapp: QApplication, qtbot: QtBot) -> Iterator[OrgChart]:
    dress(qapp)
    speak(qapp)
    session = Session()
    told = snapshot()
    session.take(structs.replace(told, public=structs.replace(told.public, people=people())), "e:1")
    made = OrgChart(session)
    qtbot.addWidget(made)
    made.resize(372, 400)
    made.refresh()
    made.show_own()
    with qtbot.waitExposed(made):
        made.show()
    yield made


def names(chart: OrgChart) -> list[str]:
    return [box.title for box in chart.made.boxes]


def middle(chart: OrgChart, name: str) -> QPoint:
    box = next(box for box in chart.made.boxes if box.title == name)
    return QPoint(round(box.left + box.width / 2), round(box.top + BOX_HEIGHT / 2))


def test_the_chart_stands_round_oneself_at_first(chart: OrgChart) -> None:
    assert names(chart) == ["Nordhavn", "Board", "Henrik", "Sofie", "Mette", "Freja", "Nadia"]
    assert chart.accessibleName() == "Organisation: Nadia, Unknown"
    tops = [box.top for box in chart.made.boxes]
    assert tops[:6] == sorted(set(tops)) and tops[5] == tops[6]


def test_the_arrows_go_up_to_the_managers_and_space_puts_one_in_the_middle(chart: OrgChart, qtbot: QtBot) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Up)
    assert chart.accessibleName() == "Organisation: Mette, Available, leads 2 people"
    QTest.keyClick(chart, Qt.Key.Key_Up)
    QTest.keyClick(chart, Qt.Key.Key_Space)
    assert names(chart) == ["Nordhavn", "Board", "Henrik", "Sofie", "Mette"]
    QTest.keyClick(chart, Qt.Key.Key_Down)
    with qtbot.waitSignal(chart.opened) as told:
        QTest.keyClick(chart, Qt.Key.Key_Return)
    assert told.args == ["mette"]
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert names(chart)[-1] == "Nadia"


def test_at_the_department_the_arrows_turn_to_the_next_and_its_heads_are_shown(chart: OrgChart) -> None:
    for _ in range(5):
        QTest.keyClick(chart, Qt.Key.Key_Up)
    assert chart.accessibleName() == "Organisation: Board, 1 person"
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert names(chart) == ["Nordhavn", "Support", "Odd", "Sofie"]
    assert chart.accessibleName() == "Organisation: Support, 5 people"


def test_who_is_pressed_comes_to_the_middle_and_who_is_pressed_twice_opens(chart: OrgChart, qtbot: QtBot) -> None:
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=middle(chart, "Sofie"))
    assert names(chart)[-2:] == ["Sofie", "Mette"]
    where = middle(chart, "Mette")
    with qtbot.waitSignal(chart.opened) as told:
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=where)
        QTest.mouseDClick(chart, Qt.MouseButton.LeftButton, pos=where)
    assert told.args == ["mette"]


def test_the_chart_paints_the_managers_above(chart: OrgChart) -> None:
    picture = chart.grab().toImage()
    empty = picture.pixelColor(2, 2)
    for name in ("Henrik", "Sofie", "Mette", "Freja", "Nadia"):
        at = middle(chart, name)
        box = next(box for box in chart.made.boxes if box.title == name)
        row = {picture.pixelColor(x, at.y() - 6).name() for x in range(round(box.left), round(box.left + box.width))}
        assert len(row - {empty.name()}) > 1, name
