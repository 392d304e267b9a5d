"""Words have their room: beside keys in a menu, and under a band at sign-in."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.languages import Language
from onepresence_desktop.desktop.sign_in.sign_in import SignIn
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.menu import GAP, LEFT, Menu
from tests.support.dressing import dress, speak


@pytest.mark.parametrize("keys", ["Ctrl+Enter", "Ctrl+Alt+Shift+D", "Enter"])
def test_a_row_is_as_wide_as_its_words_and_its_keys(qapp: QApplication, qtbot: QtBot, keys: str) -> None:
    dress(qapp)
    menu, words = Menu("Row"), "Skriv ett meddelande"
    qtbot.addWidget(menu)
    row = menu.add_row(words, "msg-sms", keys)
    menu.popup(menu.pos())
    caps = sum(painters.key_cap_width(cap) + GAP for cap in keys.split("+"))
    room = menu.actionGeometry(row).width() - LEFT - caps - 9 - 10
    assert painters.width(words, fonts.font()) <= room


def test_with_a_band_all_of_the_sign_in_is_seen_without_scrolling(qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp)
    speak(qapp)
    window = SignIn(Language.ENGLISH)
    qtbot.addWidget(window)
    window.show()
    window.banner.say("You could not be signed in.")
    area = window.findChild(QScrollArea)
    assert area is not None
    qtbot.waitUntil(lambda: not window.banner.isHidden() and area.widget().minimumSizeHint().height() > 540)
    assert area.widget().minimumSizeHint().height() <= area.viewport().height()
