"""What is told of a missed call, a new voicemail, the connection; each can be turned off (spec 10.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from msgspec import structs
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.pages import Compose, MessagePlace, Place
from onepresence_desktop.desktop.popups import notifications
from onepresence_desktop.desktop.popups.notifications import Notifications
from onepresence_desktop.desktop.popups.toasts import NoteToast, Toast
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.theme.theme import Theme
from onepresence_desktop.domain.calls import CallId, CallRecord, Cause, Direction
from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.messages import CutShort, Message, MessageId, MessageKind
from onepresence_desktop.domain.outgoing import Way
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire import views
from tests.desktop.look.conftest import ME, dressed, snapshot

__all__ = ["dressed"]


class Calling(Actions):
    """Remembers whom it was to call."""

    def __init__(self) -> None:
        super().__init__()
        self.called: list[str] = []

    def call(self, number: str, device_id: Any = None) -> None:
        self.called.append(number)


class Told:
    """A signed-in user and what he is told."""

    def __init__(self, folder: Path) -> None:
        self.session, self.actions = Session(), Calling()
        self.settings = Settings(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
        self.toasts: list[NoteToast] = []
        self.take()
        self.notifications = Notifications(self.session, self.actions, self.settings, self._show)

    def _show(self, toast: Toast) -> None:
        assert isinstance(toast, NoteToast)
        self.toasts.append(toast)

    def take(self, **more: Any) -> None:
        self.session.take(snapshot(**more), "e:1")
        self.session.set_connection(Connection(ConnectionState.LIVE))

    def titles(self) -> list[str]:
        said = [toast.title.text() for toast in self.toasts]
        self.toasts.clear()
        return said

    def missed(self, name: str, *, voicemail: bool = False) -> None:
        self.session.take(
            CallRecord(
                id=name,
                call_id=CallId(name),
                user_id=ME,
                direction=Direction.MISSED,
                number="+4533123456",
                name=name,
                at=self.session.now(),
                duration=timedelta(),
                cause=Cause.NO_ANSWER,
                voicemail=voicemail,
            ),
            "",
        )

    def left(self, name: str, *, cut_short: CutShort | None = None) -> None:
        self.session.take(
            Message(
                id=MessageId(name),
                user_id=ME,
                kind=MessageKind.VOICEMAIL,
                number="+4533123456",
                name=name,
                at=self.session.now(),
                seconds=47,
                cut_short=cut_short,
            ),
            "",
        )

    def wrote(self, key: str, text: str) -> None:
        at = self.session.now()
        message = Message(MessageId(key), ME, MessageKind.SMS, "1002140", "Mette Holm", at, text=text)
        self.session.take(message, "")


@pytest.fixture
def told(qtbot: QtBot, dressed: Theme, tmp_path: Path) -> Iterator[Told]:
    told = Told(tmp_path)
    yield told
    for toast in told.toasts:
        toast.close()


def test_what_was_there_at_sign_in_is_no_news(told: Told) -> None:
    assert told.titles() == []


def test_what_came_while_the_program_was_away_is_no_news_either(told: Told) -> None:
    told.session.clear()
    copy = snapshot()
    told.session.show_copy(structs.replace(copy, private=structs.replace(copy.private, messages=[])))
    told.take(unread=3)
    assert told.titles() == []
    told.left("Now")
    assert told.titles() == ["New voicemail from Now"]


def test_a_newer_version_is_told_of_once(told: Told) -> None:
    for version, titles in [("0.0.1", []), ("99.1.0", ["Version 99.1.0 of OnePresence is out"]), ("99.1.0", [])]:
        told.session.mirror.newest_client = version
        told.session.reset.emit()
        assert told.titles() == titles


def test_a_missed_call_is_told_once_and_can_be_called_back(told: Told) -> None:
    told.missed("Troels")
    assert [toast.title.text() for toast in told.toasts] == ["Missed call from Troels"]
    told.toasts[0].action.click()
    assert told.actions.called == ["+4533123456"]
    told.titles()
    told.missed("Left a message", voicemail=True)
    told.session.reset.emit()
    assert told.titles() == []


def test_a_click_on_a_pop_up_opens_what_it_is_about_and_takes_it_away(told: Told, qtbot: QtBot) -> None:
    asked: list[object] = []
    told.notifications.wanted.connect(asked.append)
    told.notifications.window_wanted.connect(lambda: asked.append("window"))
    told.missed("Troels")
    told.left("Nordic Marine")
    told.notifications._say_lost()
    for toast in told.toasts:
        toast.show()
        qtbot.mouseClick(toast.title, Qt.MouseButton.RightButton)
        assert toast.isVisible()
        qtbot.mouseClick(toast.title, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda toast=toast: not shiboken6.isValid(toast))
    told.toasts.clear()
    assert asked == [Place(section="calls"), MessagePlace(message=MessageId("Nordic Marine")), "window"]
    assert told.actions.called == []


def test_a_missed_colleague_is_told_with_what_he_is_doing_now(told: Told) -> None:
    birk = views.PersonView(id=UserId("u9"), name="Birk Salgård", local_number="1002171", mobile="+4533123456")
    told.session.take(birk, "")
    told.session.take(views.PresenceView(user_id=birk.id, presence=Presence.BUSY), "")
    told.missed("")
    assert told.toasts[0].title.text() == "Missed call from Birk Salgård"
    assert told.toasts[0].line.text().endswith(" · now: on the phone")
    told.session.take(views.PresenceView(user_id=birk.id, presence=Presence.UNKNOWN), "")
    told.session.take(replace(told.session.mirror.history[0], id="again"), "")
    assert "now:" not in told.toasts[1].line.text()


def test_a_voicemail_is_told_and_played_by_a_button(told: Told) -> None:
    wanted: list[object] = []
    told.notifications.wanted.connect(wanted.append)
    told.left("Nordic Marine")
    assert [(t.title.text(), t.line.text()[-4:]) for t in told.toasts] == [("New voicemail from Nordic Marine", "0:47")]
    told.toasts[0].action.click()
    assert wanted == [MessagePlace(message=MessageId("Nordic Marine"), play=True)]


def test_a_text_from_a_colleague_is_told_and_answered_by_a_button(told: Told, qtbot: QtBot) -> None:
    wanted: list[Place] = []
    told.notifications.wanted.connect(wanted.append)
    with qtbot.waitSignal(told.notifications.text):
        told.wrote("t1", "Ring venligst\ntil Birk " + "hurtigt " * 30)
    (toast,) = told.toasts
    assert toast.title.text() == "Message from Mette Holm"
    assert toast.line.text().startswith("Ring venligst til Birk hurtigt") and toast.line.text().endswith("…")
    toast.action.click()
    toast.opened.emit()
    assert wanted == [Compose(to=("1002140",), by=Way.SMS), MessagePlace(message=MessageId("t1"))]
    told.titles()
    told.settings.set(keys.NOTIFY_TEXT, False)
    told.wrote("t2", "Hej")
    told.left("a")
    assert told.titles() == ["New voicemail from a"]


def test_a_voicemail_that_was_cut_short_is_told_so(told: Told) -> None:
    told.left("Nordic Marine", cut_short=CutShort.DISK_FULL)
    assert [toast.line.text().split(" · ", 1)[1] for toast in told.toasts] == ["0:47 · cut short"]


def test_a_lost_connection_is_told_after_a_while_and_when_it_is_back(
    told: Told, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told.session.set_connection(Connection(ConnectionState.STALE))
    told.session.set_connection(Connection(ConnectionState.LIVE))
    assert told.titles() == [] and notifications.LOST_FOR_MS >= 10_000
    told.session.set_connection(Connection(ConnectionState.STALE))
    told.notifications._lost.setInterval(1)
    qtbot.waitUntil(lambda: len(told.toasts) == 1)
    told.session.set_connection(Connection(ConnectionState.LIVE))
    assert told.titles() == ["No connection to the telephone system.", "Connected again"]


def test_each_kind_can_be_turned_off_alone(told: Told, qtbot: QtBot) -> None:
    told.settings.set(keys.NOTIFY_MISSED, False)
    told.missed("a")
    told.left("b")
    assert told.titles() == ["New voicemail from b"]
    told.settings.set(keys.NOTIFY_MISSED, True)
    told.settings.set(keys.NOTIFY_VOICEMAIL, False)
    told.missed("c")
    told.left("d")
    assert told.titles() == ["Missed call from c"]
    told.settings.set(keys.NOTIFY_CONNECTION, False)
    told.session.set_connection(Connection(ConnectionState.STALE))
    told.notifications._lost.setInterval(1)
    qtbot.waitUntil(lambda: not told.notifications._lost.isActive())
    told.session.set_connection(Connection(ConnectionState.LIVE))
    assert told.titles() == []


def test_do_not_disturb_silences_all_of_it(told: Told) -> None:
    told.take(diverted=Reason.DO_NOT_DISTURB)
    told.missed("a")
    told.left("b")
    assert told.titles() == []
