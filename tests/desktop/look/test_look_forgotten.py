"""The way of a forgotten password in the app: number, code, new password (spec 1.2)."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.languages import Language
from onepresence_desktop.desktop.sign_in.asking import Asking
from onepresence_desktop.desktop.sign_in.forgotten import ChosenByCode, CodeWanted, Forgotten, choose_by_code
from onepresence_desktop.desktop.sign_in.sign_in import Forgot, SignIn
from onepresence_desktop.desktop.theme.theme import Theme
from onepresence_desktop.domain.errors import PasswordRefused, WrongCredentials
from onepresence_desktop.domain.outgoing import Way
from onepresence_desktop.domain.password import Rule


@pytest.fixture(autouse=True)
def stays_when_the_last_window_is_closed(qapp: QApplication) -> Iterator[None]:
    qapp.setQuitOnLastWindowClosed(False)
    yield
    qapp.setQuitOnLastWindowClosed(True)


@pytest.fixture
def dialog(dressed: Theme, qtbot: QtBot) -> Forgotten:
    made = Forgotten("1002101")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def heard(dialog: Forgotten) -> list[object]:
    said: list[object] = []
    dialog.submitted.connect(said.append)
    return said


def to_the_code(dialog: Forgotten) -> None:
    QTest.keyClick(dialog.number, Qt.Key.Key_Return)
    dialog.show_sent()


def test_the_keyboard_alone_leads_from_number_to_new_password(dialog: Forgotten) -> None:
    said = heard(dialog)
    to_the_code(dialog)
    QTest.keyClicks(dialog.focusWidget(), "735412")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClicks(dialog.focusWidget(), "7193")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClicks(dialog.focusWidget(), "7193")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert said == [CodeWanted("1002101", Way.EMAIL), ChosenByCode("1002101", "735412", "7193")]


def test_a_code_is_pasted_with_its_words_and_the_digits_stay(dialog: Forgotten) -> None:
    to_the_code(dialog)
    QGuiApplication.clipboard().setText("735 412\n")
    QTest.keyClick(dialog.code, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dialog.code.text() == "735412" and dialog.code.whole


def test_by_sms_is_chosen_with_the_mouse(dialog: Forgotten) -> None:
    said = heard(dialog)
    QTest.mouseClick(dialog.ways[Way.SMS], Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog.number, Qt.Key.Key_Return)
    assert said == [CodeWanted("1002101", Way.SMS)]


def test_nothing_is_sent_for_half_a_number(dialog: Forgotten) -> None:
    said = heard(dialog)
    dialog.number.set_number("1002")
    QTest.keyClick(dialog.number, Qt.Key.Key_Return)
    assert not said


def test_a_wrong_code_is_typed_anew_and_the_new_password_stays(dialog: Forgotten) -> None:
    to_the_code(dialog)
    QTest.keyClicks(dialog.code, "111111")
    QTest.keyClick(dialog.code, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.fields.first, "7193")
    dialog.show_error(WrongCredentials())
    assert dialog.code.isVisible() and not dialog.code.text()
    assert dialog.fields.password == "7193"
    assert dialog.banner.isVisible()


def test_a_refused_password_is_marked_at_its_rule(dialog: Forgotten) -> None:
    to_the_code(dialog)
    QTest.keyClicks(dialog.code, "111111")
    QTest.keyClick(dialog.code, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.fields.first, "7193")
    dialog.show_error(PasswordRefused(rule=Rule.SAME_AS_BEFORE))
    assert dialog.fields.first.property("error")


def test_the_sign_in_takes_along_what_was_typed(dressed: Theme, qtbot: QtBot) -> None:
    page = SignIn(Language.ENGLISH, server="phones.example", local_number="1002101")
    qtbot.addWidget(page)
    page.show()
    said: list[object] = []
    page.submitted.connect(said.append)
    QTest.mouseClick(page.forgot, Qt.MouseButton.LeftButton)
    assert said == [Forgot("phones.example", "1002101", True)]


class Service:
    """Knows one code."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Way]] = []

    async def ask_password_reset(self, local_number: str, by: Way) -> None:
        self.asked.append((local_number, by))

    async def confirm_password_reset(self, local_number: str, code: str, new: str) -> None:
        if code != "735412":
            raise WrongCredentials


async def test_the_walk_ends_with_the_password_that_the_service_has_taken(dressed: Theme, qtbot: QtBot) -> None:
    dialog, service = Forgotten("1002101"), Service()
    qtbot.addWidget(dialog)
    walk = asyncio.ensure_future(choose_by_code(dialog, Asking(), service))
    await asyncio.sleep(0)
    QTest.keyClick(dialog.number, Qt.Key.Key_Return)
    while not dialog.code.isVisible():
        await asyncio.sleep(0.01)
    for code in ("111111", "735412"):
        QTest.keyClicks(dialog.code, code)
        QTest.keyClick(dialog.code, Qt.Key.Key_Return)
        if code == "111111":
            QTest.keyClicks(dialog.fields.first, "7193")
            QTest.keyClicks(dialog.fields.second, "7193")
        QTest.keyClick(dialog.fields.second, Qt.Key.Key_Return)
        while not (walk.done() or dialog.code.isVisible()):
            await asyncio.sleep(0.01)
    chosen = await walk
    assert chosen is not None and chosen.new == "7193"
    assert service.asked == [("1002101", Way.EMAIL)]


async def test_going_back_leaves_everything_as_it_was(dressed: Theme, qtbot: QtBot) -> None:
    dialog = Forgotten("")
    qtbot.addWidget(dialog)
    walk = asyncio.ensure_future(choose_by_code(dialog, Asking(), Service()))
    await asyncio.sleep(0)
    dialog.back_wanted.emit()
    assert await walk is None
