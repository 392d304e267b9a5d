"""Every page and dialog, light and dark: each text stands out from what is behind it (WCAG 2.1 AA)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.theme.theme import Choice
from tests.desktop.test_layout import dialogs, make_window, states, what_was_looked_at_ends
from tests.support.contrast import Inked, faint
from tests.support.dressing import dress

__all__ = ["what_was_looked_at_ends"]


@pytest.mark.parametrize("look", [Choice.LIGHT, Choice.DARK])
def test_every_text_stands_out_from_its_ground(
    look: Choice, qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dress(qapp, look)
    inked = Inked(monkeypatch)
    window = make_window(tmp_path)
    qtbot.addWidget(window)
    window.resize(1366, 900)
    window.show()
    found: dict[str, list[str]] = {}
    seen: set[tuple[str, str]] = set()
    for state in states(window):
        qapp.processEvents()
        for fault in faint(window, inked, seen):
            found.setdefault(fault, []).append(state)
    for dialog in dialogs():
        qtbot.addWidget(dialog)
        dialog.show()
        qapp.processEvents()
        for fault in faint(dialog, inked, seen):
            found.setdefault(fault, []).append(type(dialog).__name__)
        dialog.close()
    dress(qapp)
    assert not found, "\n".join(f"{fault}: {', '.join(where[:3])}" for fault, where in sorted(found.items()))
