"""Lines of what was when, in panes of any width."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.dated_lines import DatedLine, DatedLines
from tests.support.dressing import dress
from tests.support.looking import Painted

LINES = [
    DatedLine("call", Color.TEXT_SECONDARY, "Mette Lundgaard got through", "Yesterday 23:48"),
    DatedLine("call", Color.TEXT_SECONDARY, "Called, nobody answered", "Yesterday 23:40"),
]


@pytest.mark.parametrize("width", [400, 251])
def test_who_did_what_is_read_whole_beside_when_or_above_it(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    dress(qapp)
    painted, lines = Painted(monkeypatch), DatedLines()
    qtbot.addWidget(lines)
    lines.resize(width, 10)
    lines.show_lines(LINES)
    lines.show()
    qtbot.waitExposed(lines)
    lines.grab()
    assert not painted.cut and lines.width() == width
    narrow = lines.height()
    lines.resize(600, lines.height())
    qtbot.waitUntil(lambda: lines.height() <= narrow)
    lines.grab()
    assert not painted.cut
