"""Pop-ups are as high as their words need, and keep the dress of what they tell."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.shell.toasts import NoteToast
from onepresence_desktop.desktop.theme.theme import Theme
from onepresence_desktop.desktop.theme.tokens import Color

TITLE = "Nytt röstmeddelande från Ida Marie Svanholm-Pedersen"


@pytest.mark.parametrize("unread", [True, False])
def test_a_long_title_takes_the_lines_it_needs(dressed: Theme, qtbot: QtBot, unread: bool) -> None:
    toast = NoteToast(
        "msg-voicemail", Color.ACCENT_TINT, Color.ACCENT_TEXT, TITLE, "20:06 · 0:06", "Spela", unread=unread
    )
    qtbot.addWidget(toast)
    toast.adjustSize()
    toast.show()
    assert toast.title.height() >= toast.title.heightForWidth(toast.title.width()) > 18
    assert toast.panel.width() == 380
    assert toast.action.geometry().right() <= 380 - 12
