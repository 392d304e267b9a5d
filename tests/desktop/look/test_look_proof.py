"""The password, asked for again: what was begun is done once it is given, and nothing that was typed is lost."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.commands_registry import CommandRegistry
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.settings.mailbox_pin import MailboxPin
from onepresence_desktop.desktop.sign_in.proof import PasswordAsker, Proof
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.windows import Windows
from onepresence_desktop.domain.errors import PasswordNeeded, WrongCredentials
from tests.support.waiting import eventually


class Client:
    """A service that wants the password first. done: what was done, refused: how often it was not."""

    def __init__(self) -> None:
        self.proved = False
        self.refused = 0
        self.done: list[str] = []

    async def prove(self, password: str) -> None:
        await asyncio.sleep(0)
        if password != "2580":
            raise WrongCredentials
        self.proved = True

    async def set_mailbox_pin(self, pin: str) -> None:
        if not self.proved:
            self.refused += 1
            raise PasswordNeeded
        self.done.append(pin)


@pytest.fixture(autouse=True)
def stays_when_the_last_window_is_closed(qapp: QApplication) -> Iterator[None]:
    qapp.setQuitOnLastWindowClosed(False)
    yield
    qapp.setQuitOnLastWindowClosed(True)


@pytest.fixture
def client() -> Client:
    return Client()


@pytest.fixture
def asker() -> PasswordAsker:
    return PasswordAsker(lambda: True, lambda: None)


@pytest.fixture
def actions(qapp: QApplication, client: Any, asker: PasswordAsker) -> Actions:
    made = Actions()
    made.connect_client(client)
    made.prove = asker.prove
    return made


@pytest.fixture
def pin(session: Session, actions: Actions, qtbot: QtBot) -> MailboxPin:
    row = MailboxPin(session, actions)
    qtbot.addWidget(row)
    row.retranslate()
    row.show()
    return row


def shown() -> list[Proof]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, Proof) and w.isVisible()]


async def asked_at(pin: MailboxPin) -> Proof:
    """A PIN is typed, and the password is asked for."""
    QTest.keyClicks(pin.field, "8361")
    QTest.keyClick(pin.field, Qt.Key.Key_Return)
    await eventually(lambda: len(shown()) == 1)
    return shown()[0]


def give(dialog: Proof, password: str) -> None:
    QTest.keyClicks(dialog.password, password)
    QTest.keyClick(dialog.password, Qt.Key.Key_Return)


async def test_a_wrong_password_is_typed_over_and_with_the_right_one_the_pin_is_set(
    pin: MailboxPin, client: Client
) -> None:
    dialog = await asked_at(pin)
    assert not dialog.isModal() and dialog.line.text().endswith("In the demo the password is 2580.")
    assert not dialog.going_on.isEnabled() and pin.field.text() == "8361"
    give(dialog, "1111")
    await eventually(lambda: bool(dialog.password.property("error")))
    assert dialog.banner.isVisible() and dialog.password.selectedText() == "1111" and client.done == []
    give(dialog, "2580")
    await eventually(lambda: client.done == ["8361"])
    await eventually(lambda: pin.field.text() == "")
    assert shown() == [] and client.refused == 1


@pytest.mark.parametrize("way", ["Cancel", "Esc", "closed", "signed out"])
async def test_who_gives_up_is_told_so_beside_the_field_and_what_was_typed_stays(
    way: str, pin: MailboxPin, client: Client, asker: PasswordAsker
) -> None:
    dialog = await asked_at(pin)
    if way == "Cancel":
        QTest.mouseClick(dialog.leaving, Qt.MouseButton.LeftButton)
    elif way == "Esc":
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    elif way == "closed":
        dialog.close()
    else:
        asker.close()
    await eventually(lambda: bool(pin.field.property("error")))
    assert pin.field.accessibleDescription() == "That needs your password. Nothing was changed."
    assert (pin.field.text(), client.done, client.refused, shown()) == ("8361", [], 1, [])
    assert pin.set.isEnabled(), "it can be tried again"


async def test_what_asks_at_the_same_time_shares_one_dialog(pin: MailboxPin, actions: Actions, client: Client) -> None:
    dialog = await asked_at(pin)
    answers: list[object] = []
    actions.ask("set_mailbox_pin", lambda c: c.set_mailbox_pin("7302"), answers.append)
    await eventually(lambda: client.refused == 2)
    give(dialog, "2580")
    await eventually(lambda: answers == [None])
    assert sorted(client.done) == ["7302", "8361"] and shown() == []


async def test_what_was_asked_by_one_user_is_not_done_for_the_next(
    pin: MailboxPin, actions: Actions, client: Client
) -> None:
    dialog = await asked_at(pin)
    actions.connect_client(None)
    give(dialog, "2580")
    await eventually(lambda: bool(pin.field.property("error")))
    assert client.done == []


async def test_in_the_program_the_window_asks_and_signing_out_takes_the_question_away(
    pin: MailboxPin, session: Session, actions: Actions, settings: Settings, client: Client, tmp_path: Path
) -> None:
    anything: Any = tmp_path
    registry = CommandRegistry(session, actions)
    windows = Windows(session, actions, settings, anything, registry=registry, tray=anything, diagnostics=str)
    dialog = await asked_at(pin)
    assert "2580" not in dialog.line.text(), "this company is no demo"
    windows.hide()
    await eventually(lambda: bool(pin.field.property("error")))
    assert shown() == [] and client.done == []
    give(await asked_at(pin), "2580")
    await eventually(lambda: client.done == ["8361"])
