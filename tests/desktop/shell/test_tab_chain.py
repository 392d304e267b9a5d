"""Tab follows the layout: what is added later comes where it is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.shell.tab_chain import first_stop, tab_chain


def named(names: str) -> list[QLineEdit]:
    made = [QLineEdit() for _ in names.split()]
    for field, name in zip(made, names.split(), strict=True):
        field.setObjectName(name)
    return made


def names(stops: list[QWidget]) -> str:
    return " ".join(stop.objectName() for stop in stops)


def test_rows_that_are_added_or_moved_later_are_reached_where_they_stand(qtbot: QtBot) -> None:
    part = QWidget()
    qtbot.addWidget(part)
    column, row = QVBoxLayout(part), QHBoxLayout()
    first, beside, last, late, hidden = named("first beside last late hidden")
    row.addWidget(first)
    row.addWidget(beside)
    column.addLayout(row)
    column.addWidget(last)
    part.show()
    assert names(tab_chain([part])) == "first beside last"
    column.insertWidget(1, late)
    column.insertWidget(1, hidden)
    late.show()
    hidden.hide()
    assert names(tab_chain([part])) == "first beside late last"
    row.removeWidget(first)
    row.addWidget(first)
    assert names(tab_chain([part])) == "beside first late last"
    beside.setEnabled(False)
    assert first_stop(part) is first


def test_of_pages_only_the_one_in_front_counts_and_what_floats_comes_after_what_is_laid_out(qtbot: QtBot) -> None:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    front, behind = QWidget(), QWidget()
    floating, laid, unseen = named("floating laid unseen")
    floating.setParent(front)
    QVBoxLayout(front).addWidget(laid)
    QVBoxLayout(behind).addWidget(unseen)
    for page in (front, behind):
        stack.addWidget(page)
    stack.show()
    assert names(tab_chain([None, stack])) == "laid floating"
    stack.setCurrentWidget(behind)
    assert names(tab_chain([stack])) == "unseen"
    assert first_stop(QPushButton()) is None


def test_a_part_of_two_regions_is_come_to_once(qtbot: QtBot) -> None:
    page, bar = QWidget(), QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    above, within, below = named("above within below")
    QVBoxLayout(bar).addWidget(within)
    for part in (above, bar, below):
        column.addWidget(part)
    page.show()
    assert names(tab_chain([page, bar])) == "above within below"


@pytest.mark.parametrize("grouped", [True, False])
def test_the_choice_of_a_group_is_come_to_also_when_the_program_made_it(qtbot: QtBot, grouped: bool) -> None:
    part = QWidget()
    qtbot.addWidget(part)
    column, group, buttons = QVBoxLayout(part), QButtonGroup(part), [QPushButton(name) for name in ("one", "two")]
    for button in buttons:
        button.setObjectName(button.text())
        button.setCheckable(True)
        button.setAutoExclusive(True)
        column.addWidget(button)
        if grouped:
            group.addButton(button)
    buttons[0].setChecked(True)
    with qtbot.waitActive(part):
        part.show()
    buttons[0].setFocus()
    qtbot.waitUntil(buttons[0].hasFocus)
    buttons[1].setChecked(True)
    assert "two" in names(tab_chain([part]))
    lone = QPushButton("lone", part)
    lone.setCheckable(True)
    lone.setChecked(True)
    lone.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    lone.show()
    assert "lone" not in names(tab_chain([part]))
