"""Which number is shown to whoever is called: in the settings, and where a number is typed (spec 4.9)."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.caller_cards import CallerCards
from onepresence_desktop.desktop.commands_registry import CommandRegistry
from onepresence_desktop.desktop.number_shown import NumberShownSelect
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.shell.own_menu import NumberShownMenu
from onepresence_desktop.desktop.shell.presenter import WindowPresenter
from onepresence_desktop.desktop.shell.window import MainWindow
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.shown_kinds import ShownKind
from onepresence_desktop.wire.number_shown import NumberShownBody, NumberShownView, ShownChoiceView

OWN = ShownChoiceView(kind=ShownKind.OWN, number="+4533123401")
SALES = ShownChoiceView(kind=ShownKind.GROUP, number="+4533123450", name="Sales")
WITHHELD = ShownChoiceView(kind=ShownKind.WITHHELD)
ROWS = ["My number · 33 12 34 01", "Sales · 33 12 34 50", "Withheld"]


def tell(
    session: Session, shown: ShownChoiceView, *choices: ShownChoiceView, once: ShownChoiceView | None = None
) -> None:
    me = session.mirror.me
    assert me is not None
    view = NumberShownView(shown=shown, choices=list(choices) or [OWN, SALES, WITHHELD], once=once)
    session.take(msgspec.structs.replace(me, number_shown=view), "e:2")


def choose(select: NumberShownSelect, row: int) -> None:
    select.setCurrentIndex(row)
    select.activated.emit(row)


@pytest.fixture
def select(session: Session, actions: Any, qtbot: QtBot) -> NumberShownSelect:
    """As the settings have it."""
    tell(session, OWN)
    made = NumberShownSelect(session, actions)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_settings_offer_what_may_be_shown_and_take_back_what_is_refused(
    select: NumberShownSelect, session: Session, actions: Any
) -> None:
    assert [select.itemText(row) for row in range(select.count())] == ROWS
    assert select.accessibleName() == "Number shown to whoever you call"
    choose(select, 1)
    assert actions.asked[-1] == (
        "save_number_shown", (NumberShownBody(kind=ShownKind.GROUP, number="+4533123450"),)
    )  # fmt: skip
    actions.replies.pop()(Invalid(field="number", problem="not_allowed"))
    assert select.currentText() == ROWS[0]
    tell(session, WITHHELD)
    assert select.currentText() == "Withheld"
    choose(select, 0)
    assert actions.asked[-1][1] == (NumberShownBody(kind=ShownKind.OWN),)
    session.set_connection(Connection(ConnectionState.STALE))
    assert not select.isEnabled()


def test_it_stands_beside_a_number_that_is_typed_while_there_is_a_choice(
    session: Session, actions: Any, settings: Settings, qtbot: QtBot
) -> None:
    tell(session, OWN)
    window = MainWindow([])
    qtbot.addWidget(window)
    WindowPresenter(
        window, session, actions, CommandRegistry(session, actions), CallerCards(session, actions, settings)
    )
    window.resize(1100, 700)
    window.show()
    field = window.top.field
    select = field.findChild(NumberShownSelect)
    assert isinstance(select, NumberShownSelect) and not select.isVisible()
    QTest.keyClicks(field, "33123456")
    assert select.isVisible() and select.geometry().right() < field.call.geometry().left()
    choose(select, 2)
    assert actions.asked[-1] == ("save_number_shown", (NumberShownBody(kind=ShownKind.WITHHELD),))
    tell(session, WITHHELD)
    assert select.currentText() == "Withheld" and field.text() == "33123456"
    tell(session, OWN, OWN)
    QTest.keyClicks(field, "7")
    assert not select.isVisible()


def test_the_own_cards_menu_says_which_is_shown_and_takes_another(
    session: Session, actions: Any, settings: Settings, qtbot: QtBot
) -> None:
    tell(session, SALES)
    window = MainWindow([])
    qtbot.addWidget(window)
    cards = CallerCards(session, actions, settings)
    presenter = WindowPresenter(window, session, actions, CommandRegistry(session, actions), cards)
    presenter.show_menu()
    menu = presenter._menu
    assert menu is not None
    row = next(action for action in menu.actions() if action.text().startswith("Shows"))
    assert row.text() == "Shows\t33 12 34 50"
    choices = row.menu()
    assert isinstance(choices, NumberShownMenu)
    offered = [action for action in choices.actions() if "\t" in action.text() or action.text() == "Withheld"]
    assert [action.text() for action in offered] == ["My number\t33 12 34 01", "Sales\t33 12 34 50", "Withheld"]
    assert [action.isChecked() for action in offered] == [False, True, False]
    offered[2].trigger()
    assert actions.asked[-1] == ("save_number_shown", (NumberShownBody(kind=ShownKind.WITHHELD),))
    menu.close()
    tell(session, OWN, OWN)
    presenter.show_menu()
    again = presenter._menu
    assert again is not None and not any(action.text().startswith("Shows") for action in again.actions())
    again.close()


def test_a_choice_for_the_next_call_alone_is_ticked_first_and_taken_back_by_unticking(
    session: Session, actions: Any, settings: Settings, qtbot: QtBot
) -> None:
    tell(session, OWN)
    window = MainWindow([])
    qtbot.addWidget(window)
    cards = CallerCards(session, actions, settings)
    presenter = WindowPresenter(window, session, actions, CommandRegistry(session, actions), cards)

    def choices() -> NumberShownMenu:
        presenter.show_menu()
        assert presenter._menu is not None
        found = next(one.menu() for one in presenter._menu.actions() if one.text().startswith("Shows"))
        assert isinstance(found, NumberShownMenu)
        return found

    menu = choices()
    menu.popup(window.pos())
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.once).center())
    assert menu.once.isChecked() and menu.isVisible() and not actions.asked
    menu.setActiveAction(menu.once)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert not menu.once.isChecked() and menu.isVisible() and not actions.asked
    QTest.keyClick(menu, Qt.Key.Key_Return)
    next(one for one in menu.actions() if one.text() == "Withheld").trigger()
    assert actions.asked[-1] == ("save_number_shown", (NumberShownBody(kind=ShownKind.WITHHELD, once=True),))
    tell(session, OWN, once=WITHHELD)
    again = choices()
    assert presenter._menu is not None
    assert any(one.text() == "Shows next\tWithheld" for one in presenter._menu.actions())
    assert again.once.isChecked()
    assert [one.text() for one in again.actions() if one.isChecked()] == ["Withheld", "Only the next call"]
    again.once.trigger()
    assert actions.asked[-1] == ("save_number_shown", (NumberShownBody(kind=ShownKind.OWN),))


def test_where_one_dials_what_counts_for_the_next_call_is_seen_and_chosen(
    session: Session, actions: Any, qtbot: QtBot
) -> None:
    tell(session, OWN, once=WITHHELD)
    dial, rule = NumberShownSelect(session, actions, bare=True), NumberShownSelect(session, actions)
    for one in (dial, rule):
        qtbot.addWidget(one)
    assert (dial.currentText(), rule.currentText()) == ("Withheld", ROWS[0])
    choose(dial, 1)
    assert actions.asked[-1][1] == (NumberShownBody(kind=ShownKind.GROUP, number="+4533123450", once=True),)
    choose(rule, 1)
    assert actions.asked[-1][1] == (NumberShownBody(kind=ShownKind.GROUP, number="+4533123450"),)
    tell(session, SALES)
    assert dial.currentText() == ROWS[1]
    choose(dial, 0)
    assert actions.asked[-1][1] == (NumberShownBody(kind=ShownKind.OWN),)
