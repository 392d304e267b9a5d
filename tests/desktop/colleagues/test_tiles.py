"""Colleagues as tiles by department: where they stand, keys, pointer, what is live (spec 2.3)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.colleagues.tile_layout import HEAD, HEIGHT, TileLayout
from onepresence_desktop.desktop.colleagues.view import ColleaguesView
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.theme.theme import Choice, current
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence
from tests.desktop.colleagues.test_colleagues_view import NotedActions, actions, presence, session, shown

__all__ = ["actions", "session"]

TWO = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def board(session: Session, actions: NotedActions, qtbot: QtBot) -> ColleaguesView:
    """The page showing tiles, wide enough for two columns."""
    made = ColleaguesView(session, actions, shows="tiles")
    qtbot.addWidget(made)
    made.resize(340, 560)
    with qtbot.waitActive(made):
        made.show()
    return made


def chosen(board: ColleaguesView) -> UserId | None:
    return board.model.user_at(board.tiles.currentIndex().row())


def middle(board: ColleaguesView, user: str) -> QPoint:
    place = board.model.place_of(UserId(user))
    assert place is not None
    return board.tiles.visualRect(board.model.index(place, 0)).center()


def test_people_stand_under_their_departments(board: ColleaguesView) -> None:
    assert shown(board) == [
        "# Kundeservice 2",
        "Freja Nørlund",
        "Mette Lundgaard-Riis",
        "# Lager 1",
        "Karin Åstrand",
        "# Økonomi 1",
        "Birgit Fuglkær",
        "# Salg 2",
        "Anders Holmvig",
        "Søren Kjærby",
    ]
    assert board.tiles.isVisible() and not board.list.isVisible()


def test_the_arrows_go_from_tile_to_tile_and_enter_calls(board: ColleaguesView, actions: NotedActions) -> None:
    board.tiles.setFocus()
    for key, expected in (
        (Qt.Key.Key_Down, "freja"),
        (Qt.Key.Key_Right, "mette"),
        (Qt.Key.Key_Down, "karin"),
        (Qt.Key.Key_Down, "birgit"),
        (Qt.Key.Key_Right, "anders"),
        (Qt.Key.Key_Right, "soren"),
        (Qt.Key.Key_Home, "freja"),
        (Qt.Key.Key_End, "soren"),
        (Qt.Key.Key_Up, "birgit"),
        (Qt.Key.Key_Left, "karin"),
    ):
        QTest.keyClick(board.tiles, key)
        assert chosen(board) == expected, key
    QTest.keyClick(board.tiles, Qt.Key.Key_Return)
    assert actions.called == ["1002166"]


def test_up_in_the_first_row_and_letters_lead_to_the_search_field(board: ColleaguesView, qtbot: QtBot) -> None:
    QTest.keyClick(board.tiles, Qt.Key.Key_Down)
    with qtbot.waitSignal(board.want_search) as told:
        QTest.keyClick(board.tiles, Qt.Key.Key_Up)
    assert told.args == [""]
    with qtbot.waitSignal(board.want_search) as told:
        QTest.keyClick(board.tiles, "m")
    assert told.args == ["m"]


def test_a_click_chooses_and_a_double_click_calls(board: ColleaguesView, actions: NotedActions) -> None:
    QTest.mouseClick(board.tiles.viewport(), Qt.MouseButton.LeftButton, pos=middle(board, "mette"))
    assert chosen(board) == "mette" and actions.called == []
    QTest.mouseDClick(board.tiles.viewport(), Qt.MouseButton.LeftButton, pos=middle(board, "anders"))
    assert actions.called == ["1002112"]


def test_search_and_filters_narrow_the_tiles_and_a_number_is_found_in_the_list(board: ColleaguesView) -> None:
    board.take_search("so")
    assert shown(board) == ["# Salg 1", "Søren Kjærby"]
    board.take_search("2112")
    assert board.list.isVisible() and shown(board)[1] == "dial 2112"
    board.take_search("")
    assert board.tiles.isVisible()


def test_keys_turn_tiles_into_the_list_and_back_and_the_choice_stays(board: ColleaguesView, qtbot: QtBot) -> None:
    QTest.mouseClick(board.tiles.viewport(), Qt.MouseButton.LeftButton, pos=middle(board, "mette"))
    with qtbot.waitSignal(board.view_chosen) as told:
        QTest.keyClick(board.tiles, Qt.Key.Key_1, TWO)
    assert told.args == ["list"] and board.list.isVisible()
    assert board.model.user_at(board.list.currentIndex().row()) == "mette"
    with qtbot.waitSignal(board.view_chosen) as told:
        QTest.keyClick(board.list, Qt.Key.Key_2, TWO)
    assert told.args == ["tiles"] and chosen(board) == "mette"
    assert [hint.keys for hint in board.hints()][-1] == "Ctrl+Shift+1"


def test_the_heads_count_who_is_free_and_claim_nothing_without_a_connection(
    board: ColleaguesView, session: Session, qtbot: QtBot
) -> None:
    assert board.model.free_in(range(1, 3)) == 1
    session.take(presence("freja", Presence.AVAILABLE), "")
    assert board.model.free_in(range(1, 3)) == 2
    session.set_connection(Connection(ConnectionState.STALE))
    assert board.model.free_in(range(1, 3)) is None


def test_it_is_painted_in_both_themes_with_what_each_state_looks_like(board: ColleaguesView) -> None:
    pictures = []
    for choice in (Choice.LIGHT, Choice.DARK):
        current().choose(choice)
        picture = board.grab().toImage()
        spots = [middle(board, user) + QPoint(0, 40 + 14) for user in ("freja", "mette")]
        pictures.append({picture.pixelColor(spot).name() for spot in spots})
    current().choose(Choice.LIGHT)
    assert all(len(colors) == 2 for colors in pictures) and pictures[0] != pictures[1]


def test_tiles_are_read_out_as_rows_are(board: ColleaguesView) -> None:
    place = board.model.place_of(UserId("freja"))
    assert place is not None
    said = str(board.model.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.startswith("Freja Nørlund, On the phone")


def test_places_are_worked_out_by_arithmetic_alone() -> None:
    layout = TileLayout([(0, 5), (6, 2000), (2007, 0)], width=16 * 2 + 3 * 140 + 2 * 8)
    assert layout.columns == 3
    assert layout.rect(1).top() == HEAD and layout.rect(4).top() > layout.rect(3).top()
    for place in (0, 1, 5, 6, 7, 1500, 2006, 2007):
        assert layout.place_at(layout.rect(place).center()) == place
    assert layout.rect(2008).isEmpty() and layout.place_at(QPoint(0, -5)) == -1
    middle_of = layout.rect(1000)
    places = layout.between(middle_of.top(), middle_of.top() + 3 * HEIGHT)
    assert 1000 in places and len(places) < 20
    assert layout.between(0, 10).start == 0
    assert layout.vertical(1, 1) == 4 and layout.vertical(4, 1) == 7 and layout.vertical(7, -1) == 4
    assert layout.vertical(3, 1) == 5 and layout.vertical(1, -1) == 1


def test_nobody_at_all_is_no_tiles() -> None:
    layout = TileLayout()
    assert layout.height == 0 and layout.between(0, 100) == range(0) and layout.place_at(QPoint(5, 5)) == -1
