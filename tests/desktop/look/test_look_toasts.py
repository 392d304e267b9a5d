"""Pop-ups are as high as their words need, and keep the dress of what they tell."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.popups.toasts import NoteToast
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


@pytest.mark.parametrize("title", ["Kan ikke ringes op.", TITLE, f"{TITLE}. {TITLE}."])
def test_a_pop_up_of_one_sentence_is_as_high_as_it_needs_and_not_higher(
    dressed: Theme, qtbot: QtBot, title: str
) -> None:
    toast = NoteToast("error", Color.DANGER_TINT, Color.DANGER_TEXT, title)
    qtbot.addWidget(toast)
    toast.adjustSize()
    toast.show()
    needed = toast.title.heightForWidth(toast.title.width())
    assert toast.title.height() == needed
    assert toast.height() - 2 * toast.margin == max(36, needed) + 24
