"""The inbox by mouse and keyboard: reading, listening, keeping, deleting with a way back."""

from __future__ import annotations

import io
import math
import struct
import wave
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.inbox.listening import Listening
from onepresence_desktop.desktop.inbox.outlet import Outlet, OutletMenu, forget_recordings
from onepresence_desktop.desktop.inbox.rows import Filter
from onepresence_desktop.desktop.inbox.sound import shape_of
from onepresence_desktop.desktop.inbox.view import InboxView
from onepresence_desktop.desktop.languages import Language, load_translations
from onepresence_desktop.desktop.pages import MessagePlace
from onepresence_desktop.desktop.player import TAIL, Player, with_quiet_end
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.calls import CallId, CallRecord, Cause, Direction
from onepresence_desktop.domain.errors import ServerAway
from onepresence_desktop.domain.messages import CutShort, Message, MessageId, MessageKind
from onepresence_desktop.wire.messages import MessageRemoved
from tests.client.samples import ME, snapshot
from tests.client.test_phonebook import contact
from tests.support.dressing import dress, speak

Key = Qt.Key


def sound(seconds: float = 6.0) -> bytes:
    """A WAV that grows louder."""
    whole = io.BytesIO()
    with wave.open(whole, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(8000)
        count = int(seconds * 8000)
        out.writeframes(b"".join(struct.pack("<h", int(9000 * n / count * math.sin(n / 5))) for n in range(count)))
    return whole.getvalue()


class Asked(Actions):
    """Notes what is asked; recordings are answered at once."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[Any, ...]] = []
        self.answer: Any = sound()

    def call(self, number: str, device_id: Any = None) -> None:
        self.asked.append(("call", number))

    def mark_message(self, message_id: MessageId, *, read: bool | None = None, kept: bool | None = None) -> None:
        self.asked.append(("mark", message_id, read, kept))

    def delete_message(self, message_id: MessageId) -> None:
        self.asked.append(("delete", message_id))

    def fetch_recording(self, message_id: MessageId, reply: Any) -> None:
        self.asked.append(("fetch", message_id))
        reply(self.answer)


class Deck(Player):
    """A player without sound: time passes when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[tuple[Any, ...]] = []

    def play(self, data: bytes, *, start: float = 0.0, rate: float = 1.0) -> None:
        self.done.append(("play", start, rate))
        self._set(True)

    def ready(self, then: Callable[[], None]) -> None:
        then()

    def devices(self) -> list[tuple[str, str]]:
        return [("desk", "Loudspeaker"), ("head", "Headset")]

    def use(self, device: str) -> None:
        self.device = device
        self.done.append(("use", device))

    def pause(self) -> None:
        self._set(False)

    def resume(self) -> None:
        self._set(True)

    def stop(self) -> None:
        self._set(False)

    def seek(self, seconds: float) -> None:
        self.done.append(("seek", seconds))

    def set_rate(self, rate: float) -> None:
        self.done.append(("rate", rate))

    def run(self, start: float, end: float) -> None:
        at = start
        while at <= end:
            self.moved.emit(at)
            at += 0.25

    def _set(self, playing: bool) -> None:
        if playing != self.playing:
            self.playing = playing
            self.playing_changed.emit(playing)


def message(n: int, *, read: bool = False, kept: bool = False, name: str = "", number: str = "") -> Message:
    at = datetime.now(UTC) - timedelta(hours=n)
    return Message(MessageId(f"m{n}"), ME, MessageKind.VOICEMAIL, number or f"+453312345{n}", name, at, 6.0, read, kept)


class Choices:
    """What the settings would keep."""

    def __init__(self, folder: Path) -> None:
        self.outside = False
        self.device = ""
        self.outlet = Outlet(
            folder / "voicemail",
            outside=lambda: self.outside,
            device=lambda: self.device,
            choose_outside=lambda on: setattr(self, "outside", on),
            choose_device=lambda device: setattr(self, "device", device),
        )


class Desk:
    def __init__(self, folder: Path) -> None:
        self.choices = Choices(folder)
        self.session = Session()
        self.actions = Asked()
        self.deck = Deck()
        first = snapshot()
        messages = [message(1, name="Nordic Marine"), message(2), message(3, read=True, kept=True, name="Mette")]
        record = CallRecord(
            "r", CallId("c"), ME, Direction.MISSED, "+4533123451", "", first.at, timedelta(), Cause.BUSY
        )
        private = msgspec.structs.replace(first.private, messages=messages, history=[record])
        self.session.take(msgspec.structs.replace(first, private=private), "e:0")
        self.view = InboxView(self.session, self.actions, self.choices.outlet, player=self.deck)

    def told(self, changed: Any) -> None:
        self.session.take(changed, "")

    def titles(self) -> list[str]:
        return [row.title for row in self.view.model.rows]


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    dress(qapp)
    made = Desk(tmp_path)
    qtbot.addWidget(made.view)
    made.view.resize(764, 600)
    made.view.show()
    made.view.on_shown()
    yield made
    made.view.deleting._timer.stop()


def press(qtbot: QtBot, desk: Desk, key: Qt.Key, mods: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(desk.view.list, key, mods)


async def test_messages_are_listed_newest_first_and_filtered(desk: Desk, qtbot: QtBot) -> None:
    assert desk.titles() == ["Nordic Marine", "33 12 34 52", "Mette"]
    qtbot.mouseClick(desk.view.chips[Filter.UNREAD], Qt.MouseButton.LeftButton)
    assert desk.titles() == ["Nordic Marine", "33 12 34 52"]
    qtbot.mouseClick(desk.view.chips[Filter.KEPT], Qt.MouseButton.LeftButton)
    assert desk.titles() == ["Mette"]
    qtbot.mouseClick(desk.view.chips[Filter.ALL], Qt.MouseButton.LeftButton)
    desk.view.take_search("mett")
    assert desk.titles() == ["Mette"]


async def test_a_message_asked_for_is_shown_and_played_though_the_list_was_narrowed(desk: Desk, qtbot: QtBot) -> None:
    searched: list[str] = []
    desk.view.want_search.connect(searched.append)
    desk.view.want_search.connect(desk.view.take_search)
    qtbot.mouseClick(desk.view.chips[Filter.KEPT], Qt.MouseButton.LeftButton)
    desk.view.take_search("mett")
    assert not desk.view.show_message(MessageId("gone"))
    desk.view.chips[Filter.KEPT].click()
    desk.view.take_search("mett")
    desk.view.go_to(MessagePlace(message=MessageId("m1"), play=True))
    chosen = desk.view.chosen()
    assert chosen is not None and chosen.id == "m1"
    assert searched == ["", ""] and desk.deck.done == [("play", 0.0, 1.0)]


async def test_a_voicemail_is_played_and_read_after_three_seconds_not_by_being_chosen(desk: Desk, qtbot: QtBot) -> None:
    assert not any(asked[0] == "mark" for asked in desk.actions.asked)
    press(qtbot, desk, Key.Key_Space)
    assert desk.deck.done == [("play", 0.0, 1.0)]
    desk.deck.run(0, 2.5)
    assert not any(asked[0] == "mark" for asked in desk.actions.asked)
    desk.deck.run(2.75, 3.5)
    assert desk.actions.asked.count(("mark", "m1", True, None)) == 1
    desk.told(message(1, read=True, name="Nordic Marine"))
    assert desk.deck.playing, "a mark doesn't stop the sound"


async def test_place_and_speed_are_kept_for_each_message(desk: Desk, qtbot: QtBot) -> None:
    press(qtbot, desk, Key.Key_Space)
    desk.deck.run(0, 2.0)
    press(qtbot, desk, Key.Key_3)
    press(qtbot, desk, Key.Key_Down)
    assert not desk.deck.playing
    press(qtbot, desk, Key.Key_Space)
    assert desk.deck.done[-1] == ("play", 0.0, 1.0)
    press(qtbot, desk, Key.Key_Up)
    press(qtbot, desk, Key.Key_Space)
    assert desk.deck.done[-1] == ("play", 2.0, 2.0)
    press(qtbot, desk, Key.Key_Right)
    assert desk.deck.done[-1] == ("seek", 6.0)
    press(qtbot, desk, Key.Key_Left)
    assert desk.deck.done[-1] == ("seek", 1.0)


async def test_a_deleted_message_can_be_brought_back_and_is_gone_otherwise(desk: Desk, qtbot: QtBot) -> None:
    press(qtbot, desk, Key.Key_Delete)
    assert desk.titles() == ["33 12 34 52", "Mette"] and desk.view.undo.isVisible()
    desk.view.undo.action_clicked.emit()
    assert desk.titles()[0] == "Nordic Marine" and desk.view.chosen().id == "m1"  # type: ignore[union-attr]
    assert not any(asked[0] == "delete" for asked in desk.actions.asked)
    press(qtbot, desk, Key.Key_Delete)
    desk.view.deleting._timer.timeout.emit()
    assert ("delete", "m1") in desk.actions.asked
    desk.session.take(MessageRemoved(id=MessageId("m1")), "")
    assert desk.titles() == ["33 12 34 52", "Mette"]


async def test_leaving_the_page_deletes_at_once(desk: Desk, qtbot: QtBot) -> None:
    press(qtbot, desk, Key.Key_Delete)
    desk.view.hide()
    assert ("delete", "m1") in desk.actions.asked


async def test_a_kept_message_is_asked_about_once(desk: Desk, qtbot: QtBot) -> None:
    desk.view.list.choose(2)
    press(qtbot, desk, Key.Key_Delete)
    assert "Mette" in desk.titles() and desk.view.undo.isVisible()
    press(qtbot, desk, Key.Key_Delete)
    assert "Mette" not in desk.titles()


async def test_keep_mark_and_call_back_by_key_and_button(desk: Desk, qtbot: QtBot) -> None:
    press(qtbot, desk, Key.Key_B)
    press(qtbot, desk, Key.Key_R)
    press(qtbot, desk, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(desk.view.pane.keep, Qt.MouseButton.LeftButton)
    assert [asked for asked in desk.actions.asked if asked[0] != "fetch"] == [
        ("mark", "m1", None, True),
        ("mark", "m1", True, None),
        ("call", "+4533123451"),
        ("mark", "m1", None, True),
    ]


CUT_SHORT = {
    Language.ENGLISH: (
        "cut short",
        "The recording stopped because the telephone system's disk was full: the end is missing.",
    ),
    Language.DANISH: ("afbrudt", "Optagelsen stoppede, fordi telefonsystemets disk var fuld: slutningen mangler."),
    Language.SWEDISH: ("avbrutet", "Inspelningen avbröts eftersom telefonsystemets disk var full: slutet saknas."),
}


@pytest.fixture(params=list(Language))
def language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Language]:
    load_translations(qapp, request.param)
    yield request.param
    speak(qapp)


async def test_the_owner_sees_and_is_read_that_a_message_was_cut_short_and_why(language: Language, desk: Desk) -> None:
    band, (word, sentence) = desk.view.pane.cut_short, CUT_SHORT[language]
    assert not band.isVisible()
    desk.told(replace(message(1, name="Nordic Marine"), cut_short=CutShort.DISK_FULL))
    assert band.isVisible() and band.words == band.accessibleName() == sentence
    row = desk.view.model.index(0, 0)
    read_out = row.data(Qt.ItemDataRole.AccessibleTextRole)
    assert f"0:06 · {word}" in read_out and word not in desk.view.model.index(1, 0).data(Qt.ItemDataRole.DisplayRole)
    desk.view.list.choose(1)
    assert not band.isVisible()
    others = set()
    for why in CutShort:
        desk.told(replace(message(2), cut_short=why))
        assert band.isVisible()
        others.add(band.words)
    assert len(others) == len(CutShort) and sentence in others


async def test_the_number_over_a_message_is_called_by_a_click(desk: Desk, qtbot: QtBot) -> None:
    desk.view.list.choose(2)
    assert desk.view.pane.number.isVisible()
    qtbot.mouseClick(desk.view.pane.number, Qt.MouseButton.LeftButton)
    assert [asked[0] for asked in desk.actions.asked if asked[0] != "fetch"] == ["call"]


async def test_sound_that_can_not_be_fetched_says_so_and_is_tried_again(desk: Desk, qtbot: QtBot) -> None:
    desk.actions.answer = ServerAway()
    desk.view.list.choose(1)  # the first one's sound may have been fetched ahead
    press(qtbot, desk, Key.Key_Space)
    assert desk.view.pane.player._note.isVisible() and not desk.deck.playing
    desk.actions.answer = sound()
    press(qtbot, desk, Key.Key_Space)
    assert desk.deck.playing and not desk.view.pane.player._note.isVisible()


async def test_it_is_saved_where_one_says(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    press(qtbot, desk, Key.Key_Space)
    desk.view._write(tmp_path / "a.wav", desk.view.listening.data or b"")
    assert shape_of((tmp_path / "a.wav").read_bytes()) is not None
    desk.view._write(tmp_path / "no" / "a.wav", b"")
    assert desk.view.pane.player._note.isVisible()


async def test_the_owner_is_warned_before_callers_are_turned_away(desk: Desk, qtbot: QtBot) -> None:
    me = desk.session.mirror.me
    assert me is not None and not desk.view.room.isVisible()
    desk.told(replace(message(1, name="Nordic Marine"), seconds=60.0))
    desk.told(msgspec.structs.replace(me, mailbox_seconds=80.0))
    assert desk.view.room.words == "The mailbox is 90 % full. Delete messages you no longer need."
    desk.told(msgspec.structs.replace(me, mailbox_seconds=72.0))
    assert desk.view.room.words == "The mailbox is full: callers can't leave messages. Delete some."
    press(qtbot, desk, Key.Key_Delete)
    assert not desk.view.room.isVisible(), "what is about to be deleted counts no more"


class Opened(QObject):
    """Stands where the system's player would be asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.files.append(Path(url.toLocalFile()))


@pytest.fixture
def system() -> Iterator[Opened]:
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "open")
    yield opened
    QDesktopServices.unsetUrlHandler("file")


def offered(desk: Desk, qtbot: QtBot) -> dict[str, QAction]:
    qtbot.mouseClick(desk.view.pane.player.outlets, Qt.MouseButton.LeftButton)
    menu = desk.view.findChildren(OutletMenu)[-1]
    qtbot.waitExposed(menu)
    menu.close()
    return {action.text(): action for action in menu.actions() if action.text()}


async def test_it_is_heard_on_the_loudspeaker_one_chooses(desk: Desk, qtbot: QtBot) -> None:
    choices = offered(desk, qtbot)
    assert list(choices) == ["System default", "Loudspeaker", "Headset", "In the system's player"]
    choices["Headset"].trigger()
    assert desk.choices.device == "head" and desk.deck.done == [("use", "head")]
    press(qtbot, desk, Key.Key_Space)
    assert desk.deck.device == "head"


async def test_in_the_systems_player_it_is_a_file_only_the_user_can_read_and_counts_as_heard(
    desk: Desk, qtbot: QtBot, system: Opened
) -> None:
    offered(desk, qtbot)["In the system's player"].trigger()
    press(qtbot, desk, Key.Key_Space)
    assert [file.read_bytes() for file in system.files] == [desk.actions.answer]
    assert system.files[0].name.startswith("Nordic Marine") and system.files[0].suffix == ".wav"
    assert desk.choices.outlet.folder.stat().st_mode & 0o077 == 0
    assert ("mark", "m1", True, None) in desk.actions.asked and not desk.deck.playing
    press(qtbot, desk, Key.Key_Down)
    press(qtbot, desk, Key.Key_Space)
    assert [file.exists() for file in system.files] == [False, True], "one at a time"
    forget_recordings(desk.choices.outlet.folder)
    assert not desk.choices.outlet.folder.exists()
    offered(desk, qtbot)["System default"].trigger()
    press(qtbot, desk, Key.Key_Space)
    assert len(system.files) == 2 and desk.deck.playing


async def test_a_player_that_can_not_be_given_the_file_is_told(desk: Desk, qtbot: QtBot, system: Opened) -> None:
    desk.choices.outside = True
    desk.choices.outlet.folder.parent.joinpath("voicemail").write_text("a file where the folder should be")
    press(qtbot, desk, Key.Key_Space)
    assert desk.view.pane.player._note.isVisible() and not system.files
    assert ("mark", "m1", True, None) not in desk.actions.asked


async def test_every_control_has_a_name(desk: Desk) -> None:
    from PySide6.QtWidgets import QAbstractButton

    for button in desk.view.findChildren(QAbstractButton):
        if button.objectName() == "qt_tableview_cornerbutton" or button.isHidden():
            continue
        assert button.accessibleName() or button.text(), button
    assert desk.view.list.accessibleName()
    assert desk.view.model.data(desk.view.model.index(0, 0)) == (
        "Nordic Marine, Voicemail · 0:06, " + desk.view.model.rows[0].when + ", unread"
    )


def test_the_shape_of_broken_sound_is_none() -> None:
    assert shape_of(b"") is None
    assert shape_of(b"RIFF" + b"\0" * 100) is None
    shape = shape_of(sound(2.0))
    assert shape is not None and shape.seconds == 2.0 and len(shape.peaks) == 75
    assert shape.peaks[-1] > shape.peaks[10]


def test_what_is_played_ends_in_silence_and_what_is_no_sound_is_left_alone() -> None:
    played = with_quiet_end(sound(2.0))
    assert played.startswith(sound(2.0)[:4]) and sound(2.0)[44:] in played
    shape = shape_of(played, 130)
    assert shape is not None and round(shape.seconds, 3) == 2.0 + TAIL
    assert max(shape.peaks[-28:]) == 0
    assert with_quiet_end(b"RIFF") == b"RIFF"


def test_of_a_long_message_no_more_is_looked_at_than_of_a_short_one(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = {"short": 0, "long": 0}
    for name, seconds in {"short": 10.0, "long": 600.0}.items():

        def counting(value: int, name: str = name) -> int:
            looked[name] += 1
            return -value if value < 0 else value

        monkeypatch.setattr("onepresence_desktop.desktop.inbox.sound.abs", counting, raising=False)
        assert shape_of(sound(seconds)) is not None
    assert 0 < looked["long"] <= 1.5 * looked["short"]


async def test_what_is_still_to_be_played_when_the_page_is_left_is_not_played(desk: Desk, qtbot: QtBot) -> None:
    waiting: list[Callable[[], None]] = []
    player = Player()
    player._load_on = lambda: waiting.append(player.stop)  # type: ignore[method-assign]
    listening = Listening(desk.actions, player)
    listening.choose(desk.view.listening._message)
    listening.toggle()
    assert player.coming and waiting
    for take_back in (listening.stop, listening.toggle):
        take_back()
        assert not player.coming
        listening.toggle()
        assert player.coming


async def test_a_voicemail_without_a_name_has_the_one_its_number_has_elsewhere(desk: Desk, qtbot: QtBot) -> None:
    private = desk.session.mirror.history
    desk.told(replace(private[0], id="named", number="+4533123452", name="Nordic Marine Øst"))
    assert desk.titles()[1] == "Nordic Marine Øst"
    desk.view.list.choose(1)
    assert desk.view.pane._name.text() == "Nordic Marine Øst" and desk.view.pane.number.text() == "33 12 34 52"
    desk.view.take_search("marine øst")
    assert desk.titles() == ["Nordic Marine Øst"]
    desk.view.take_search("")
    desk.session.put_contact(contact("n", "Birk Salgård", "+4533123452"))
    assert desk.titles()[1] == "Birk Salgård"
