"""The guard over all tests of this folder: it finds what flashes on the screen, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QStackedWidget, QWidget

from tests.support.strays import looked_for


def shown_then_laid_out(window: QWidget, part: QWidget) -> None:
    part.show()
    QHBoxLayout(window).addWidget(part)


def made_visible_then_stacked(window: QWidget, part: QWidget) -> None:
    part.setVisible(True)
    QStackedWidget(window).addWidget(part)


def shown_then_given_a_parent(window: QWidget, part: QWidget) -> None:
    part.setHidden(False)
    part.hide()
    part.setParent(window)


@pytest.mark.parametrize(
    "flashes", [shown_then_laid_out, made_visible_then_stacked, shown_then_given_a_parent], ids=lambda way: way.__name__
)
def test_a_part_that_was_a_window_before_is_found(
    qapp: QApplication, flashes: Callable[[QWidget, QWidget], None]
) -> None:
    window, part = QWidget(), QLabel("part", accessibleName="part")
    with looked_for() as strays:
        window.show()
        flashes(window, part)
    assert strays.found == ["QLabel 'part'"]


def test_windows_dialogs_and_parts_in_their_places_are_none(qapp: QApplication) -> None:
    with looked_for() as strays:
        window = QWidget()
        inside = QHBoxLayout(window)
        window.show()
        part = QLabel("part")
        inside.addWidget(part)
        part.show()
        dialog = QDialog(window)
        dialog.open()
        dialog.close()
        window.hide()
        window.show()
    assert strays.found == []
