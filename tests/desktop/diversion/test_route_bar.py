"""The sentence that says where calls go takes two lines when it must."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.diversion.route_bar import Route
from onepresence_desktop.desktop.theme import fonts

WAY = "Calls now → Anders Holmvig (lunch until 20:55) → Mette Lundgaard-Riis (in a meeting until 14:00) → OneVoicemail"


def test_a_long_way_is_told_on_two_lines_and_cut_only_in_the_second(qtbot: QtBot) -> None:
    bar = Route()
    qtbot.addWidget(bar)
    bar.say(WAY, "Colleagues see: Lunch until 21:01", end_icon="nav-messages")
    font = fonts.font(weight=fonts.MEDIUM)
    assert bar._lines(font, 2000) == [WAY]
    for room in (440, 200):
        first, second = bar._lines(font, room)
        assert (first + second).replace(" ", "") == WAY.replace(" ", "")
    bar.resize(560, 54)
    assert not bar.grab().isNull()
