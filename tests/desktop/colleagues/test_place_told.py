"""Where one is in a long list, told at the foot while it is turned (design, section 7.3)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.colleagues.view import ColleaguesView
from onepresence_desktop.desktop.session import Session
from tests.desktop.colleagues.test_colleagues_view import actions, many, session, view
from tests.support.dressing import speak

__all__ = ["actions", "session", "view"]


def foot(view: ColleaguesView) -> list[tuple[str, str]]:
    return [(hint.keys, hint.text) for hint in view.hints()]


def test_a_long_list_tells_its_place_until_a_row_is_chosen(
    view: ColleaguesView, session: Session, qtbot: QtBot, qapp: QApplication
) -> None:
    speak(qapp)
    usual = foot(view)
    many(view, session)
    everybody = len(session.mirror.people)
    assert foot(view) == usual, "at its top it tells the keys of its rows"
    with qtbot.waitSignal(view.hints_changed, timeout=30_000):
        view.list.verticalScrollBar().setValue(view.list.verticalScrollBar().maximum())
    place = int(foot(view)[0][1].split(" of ")[0])
    assert foot(view)[0] == ("", f"{place} of {everybody}") and everybody - 15 < place < everybody
    assert ("PgUp PgDn", "Page") in foot(view)
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: foot(view) == usual, timeout=30_000)
    view.take_search("an")
    assert not foot(view)[0][1].startswith("1 of")
