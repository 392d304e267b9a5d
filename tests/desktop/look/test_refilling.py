"""Rows that are put in anew while they are looked at."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.widgets.refilling import emptied, shown_now


def row(high: int) -> QLabel:
    made = QLabel("row")
    made.setFixedHeight(high)
    return made


def test_rows_put_in_anew_have_their_room_at_once_and_hidden_ones_stay_hidden(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column, inner = QVBoxLayout(box), QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    inner.setSpacing(0)
    column.addWidget(row(30))
    column.addLayout(inner)
    inner.addWidget(row(30))
    with qtbot.waitExposed(box):
        box.show()
    emptied(column)
    secret = row(500)
    secret.hide()
    for each in (row(40), row(40), secret):
        column.addWidget(each)
    deeper = QVBoxLayout()
    deeper.addWidget(row(20))
    column.addLayout(deeper)
    shown_now(column)
    assert column.minimumSize().height() == 100 and not secret.isVisible()
