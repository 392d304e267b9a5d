"""The mailbox by phone in settings: PIN, own name and greeting, as a user sets them with mouse and keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.ports import SettingsPorts
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.settings.own_sounds import OwnSound
from onepresence_desktop.desktop.settings.voicemail_pane import VoicemailPane
from onepresence_desktop.desktop.sound_file import MOST_BYTES
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.domain.errors import DeviceNotRegistered, Invalid, PasswordRefused, TooLarge
from onepresence_desktop.domain.spoken import SpokenKind
from tests.desktop.look.conftest import NotedActions

LEFT = Qt.MouseButton.LeftButton


class Client:
    """Notes what it is asked to do."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []

    def __getattr__(self, verb: str) -> Callable[..., Any]:
        async def noted(*args: Any) -> None:
            self.asked.append((verb, *args))

        return noted


class Asked(NotedActions):
    """Keeps the verbs of views, to be carried out by `answer`."""

    def __init__(self) -> None:
        super().__init__()
        self.verbs: list[Callable[[Any], Any]] = []

    def ask(self, name: str, verb: Any, reply: Any) -> None:
        self.asked.append((name, ()))
        self.verbs.append(verb)
        self.replies.append(reply)


@pytest.fixture
def actions(qapp: Any) -> Asked:
    """Actions that only note, of views' own verbs too."""
    return Asked()


@pytest.fixture
def played() -> list[bytes]:
    """What was played."""
    return []


@pytest.fixture
def pane(session: Session, actions: Asked, settings: Settings, played: list[bytes], qtbot: QtBot) -> VoicemailPane:
    """The page, shown."""
    ports = SettingsPorts(
        version="1",
        server=str,
        diagnostics=str,
        open_log_folder=lambda: None,
        sign_out=lambda: None,
        show_keys=lambda: None,
        sections=list,
        play=played.append,
        stop_playing=lambda: None,
    )
    made = VoicemailPane(session, actions, settings, ports)
    qtbot.addWidget(made)
    made.resize(620, 1100)
    made.show()
    return made


def tell(session: Session, **changes: Any) -> None:
    """The server says something else of the user."""
    session.take(structs.replace(session.mirror.me, **changes), "")  # type: ignore[type-var]


def line(row: QWidget) -> str:
    """The smaller line of a row."""
    return row._line.text()  # type: ignore[attr-defined, no-any-return]


async def test_a_pin_is_typed_and_set_and_forgotten_here(
    pane: VoicemailPane, actions: Asked, session: Session, qtbot: QtBot
) -> None:
    pin, client = pane.pin, Client()
    assert line(pin) == "None: you can't listen from other phones" and pin.remove.isHidden()
    qtbot.keyClicks(pin.field, "83a61")
    qtbot.keyClick(pin.field, Qt.Key.Key_Return)
    assert actions.asked == [("set_mailbox_pin", ())] and not pin.set.isEnabled()
    await actions.verbs[0](client)
    assert client.asked == [("set_mailbox_pin", "8361")], "letters aren't taken"
    actions.replies.pop()(None)
    tell(session, mailbox_pin=True)
    assert pin.field.text() == "" and line(pin) == "A PIN is set" and pin.set.text() == "Change"
    qtbot.mouseClick(pin.remove, LEFT)
    await actions.verbs[1](client)
    assert client.asked[1:] == [("remove_mailbox_pin",)]


def test_a_pin_that_breaks_a_rule_is_refused_beside_the_field(
    pane: VoicemailPane, actions: Asked, qtbot: QtBot
) -> None:
    pin = pane.pin
    for typed, words in (("", "At least 4 digits."), ("2141", "Not your local number."), ("123456", "Too easy: dig")):
        pin.field.clear()
        qtbot.keyClicks(pin.field, typed)
        qtbot.mouseClick(pin.set, LEFT)
        assert line(pin).startswith(words) and pin.field.property("error") and not actions.asked
    pin.field.clear()
    qtbot.keyClicks(pin.field, "8361")
    assert not pin.field.property("error"), "typing on takes the refusal away"
    qtbot.mouseClick(pin.set, LEFT)
    actions.replies.pop()(PasswordRefused(rule="same_as_password"))
    assert line(pin) == pin.field.accessibleDescription() == "Not the password that you sign in with."


def test_whether_the_own_phone_needs_the_pin_and_quick_listening_are_sent(
    pane: VoicemailPane, actions: Asked, qtbot: QtBot
) -> None:
    assert pane.ask_pin.isChecked() and not pane.quick_listening.isChecked()
    qtbot.mouseClick(pane.ask_pin, LEFT)
    qtbot.mouseClick(pane.quick_listening, LEFT)
    body = actions.asked[-1][1][0]
    assert (body.ask_pin, body.quick_listening) == (False, True)


@pytest.fixture
def name(pane: VoicemailPane) -> OwnSound:
    """The row of the own name."""
    return pane.sounds[SpokenKind.NAME]


async def test_the_own_name_is_recorded_by_phone_and_then_played(
    name: OwnSound, actions: Asked, session: Session, played: list[bytes], qtbot: QtBot
) -> None:
    assert name.listen.isHidden() and name.delete.isHidden()
    qtbot.mouseClick(name.record, LEFT)
    assert line(name) == "Your phone is being called …" and not name.record.isEnabled()
    client = Client()
    await actions.verbs[0](client)
    assert client.asked == [("record_own_sound", SpokenKind.NAME)]
    actions.replies.pop()("call")
    assert line(name) == "Your phone rings. Speak after the tone."
    tell(session, spoken_name=3.2)
    assert line(name) == "Recorded: 3 seconds"
    qtbot.mouseClick(name.listen, LEFT)
    actions.replies.pop()(b"RIFF")
    assert played == [b"RIFF"] and name.listen.isEnabled()


def test_a_phone_that_is_away_is_said_in_words(name: OwnSound, actions: Asked, qtbot: QtBot) -> None:
    qtbot.mouseClick(name.record, LEFT)
    actions.replies.pop()(DeviceNotRegistered())
    assert line(name) == "Your phone isn't connected. Choose another one." and name.record.isEnabled()


async def test_a_file_becomes_the_greeting_and_one_that_cannot_be_is_refused(
    pane: VoicemailPane, actions: Asked, qtbot: QtBot, tmp_path: Path
) -> None:
    greeting, client = pane.sounds[SpokenKind.GREETING], Client()
    qtbot.mouseClick(greeting.choose, LEFT)
    [dialog] = greeting.findChildren(QFileDialog)
    file = tmp_path / "hello.wav"
    file.write_bytes(b"RIFF")
    dialog.fileSelected.emit(str(file))
    dialog.close()
    assert line(greeting) == "Sending the file …"
    await actions.verbs.pop()(client)
    assert client.asked == [("save_own_sound", SpokenKind.GREETING, b"RIFF")]
    actions.replies.pop()(Invalid(field="sound", problem="not_wav"))
    assert line(greeting) == "It isn't a sound file that can be read. Choose a WAV file."
    with file.open("wb") as sparse:
        sparse.truncate(MOST_BYTES + 1)
    for path, refusal in ((file, TooLarge), (tmp_path / "gone.wav", Invalid)):
        greeting.take(path)
        with pytest.raises(refusal):
            await actions.verbs.pop()(client)


async def test_a_recording_is_deleted_when_it_can_no_longer_be_undone(
    pane: VoicemailPane, name: OwnSound, actions: Asked, session: Session, qtbot: QtBot
) -> None:
    tell(session, spoken_name=3.2)
    qtbot.mouseClick(name.delete, LEFT)
    assert line(name) == "Deleted" and not actions.asked
    qtbot.mouseClick(name.undo, LEFT)
    assert line(name) == "Recorded: 3 seconds" and not actions.asked
    qtbot.mouseClick(name.delete, LEFT)
    pane.leave()
    client = Client()
    await actions.verbs[0](client)
    assert client.asked == [("remove_own_sound", SpokenKind.NAME)]
    tell(session, spoken_name=0.0)
    actions.replies.pop()(None)
    assert line(name) == "Not recorded: the computer voice says it"


def test_everything_has_a_name_and_is_locked_without_a_connection(
    pane: VoicemailPane, name: OwnSound, session: Session
) -> None:
    tell(session, spoken_name=3.2, mailbox_pin=True)
    parts = [name.listen, name.choose, name.delete, name.record, pane.pin.field, pane.pin.set, pane.pin.remove]
    names = [part.accessibleName() for part in parts]
    assert all(names) and len(set(names)) == len(names)
    session.set_connection(Connection(ConnectionState.STALE))
    assert not any(part.isEnabled() for part in parts)
