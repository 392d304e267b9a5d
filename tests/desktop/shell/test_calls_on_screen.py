"""The user's calls on the screen: the pop-up of one that comes in, the cards of those that last (spec 4.6, 4.7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from msgspec import structs
from PySide6.QtCore import QEvent, QPointF, QSettings, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtMultimedia import QMediaDevices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.caller_cards import CallerCards
from onepresence_desktop.desktop.commands_registry import CommandRegistry
from onepresence_desktop.desktop.popups.incoming import IncomingCalls
from onepresence_desktop.desktop.popups.toasts import NoteToast, ToastStack
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.shell.call_bar import CallBar
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.windows import Windows
from onepresence_desktop.domain.calls import CallId, CallRecord, CallState, Cause, Direction
from onepresence_desktop.domain.diversion import VOICEMAIL, Destination, DestinationKind
from onepresence_desktop.domain.errors import DeviceNotRegistered, NumberRefused
from onepresence_desktop.domain.people import CustomerId, DeviceId, DeviceKind, Role, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.wire import views
from tests.support.dressing import dress

DESK, SOFT, MOBILE = DeviceId("desk"), DeviceId("soft"), DeviceId("mobile")


class Noted(Actions):
    """Notes what was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[Any, ...]] = []
        self.replies: list[Any] = []

    def _do(self, name: str, verb: Any, reply: Any = None) -> None:
        noted = self.asked

        class Client:
            def __getattr__(self, word: str) -> Any:
                return lambda *values, **more: noted.append((word, *values, *more.values()))

        verb(Client())

    def ask(self, name: str, verb: Any, reply: Any) -> None:
        self.replies.append(reply)


class Shown:
    """A user with two phones and three colleagues, two of one name."""

    def __init__(self, folder: Path) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        dress(app)
        self.session, self.actions = Session(), Noted()
        self.settings = Settings(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
        now = self.session.now()
        devices = [
            views.OwnDeviceView(id=DESK, kind=DeviceKind.DESK, name="", state=DeviceState.OFFLINE),
            views.OwnDeviceView(id=MOBILE, kind=DeviceKind.MOBILE, name="", state=DeviceState.UNKNOWN, number="+4520"),
            views.OwnDeviceView(id=SOFT, kind=DeviceKind.SOFTPHONE, name="Headset", state=DeviceState.IDLE),
        ]
        me = views.MeView(
            id=UserId("u0"), name="Me", local_number="1002100", role=Role.USER, language="da", devices=devices
        )
        people = [
            views.PersonView(id=UserId("u1"), name="Mette Lundgaard", local_number="1002102"),
            views.PersonView(id=UserId("u2"), name="Mette Lundgaard", local_number="1002108"),
            views.PersonView(id=UserId("u3"), name="Birk Salgård", local_number="1002171"),
        ]
        customer = views.CustomerView(
            id=CustomerId("c"), code="100", name="F", region="DK", time_zone="Europe/Copenhagen"
        )
        spoken = CallRecord(
            id="r1",
            call_id=CallId("c0"),
            user_id=UserId("u0"),
            direction=Direction.INCOMING,
            number="+4533123456",
            name="",
            at=now - timedelta(days=1),
            duration=timedelta(seconds=250),
            cause=Cause.NORMAL,
        )
        self.session.take(
            views.SnapshotView(
                event_id="e:0",
                at=now,
                version="0",
                public=views.PublicView(customer=customer, people=people, presence=[], groups=[]),
                private=views.PrivateView(
                    me=me,
                    diversions=views.DiversionsView(current=[], coming=[]),
                    messages=[],
                    calls=[],
                    history=[spoken],
                ),
            ),
            "e:0",
        )
        self.session.set_connection(Connection(ConnectionState.LIVE))
        self.stack = ToastStack()
        self.opened: list[str] = []
        self.cards = CallerCards(self.session, self.actions, self.settings, open_address=self.opened.append)
        self.incoming = IncomingCalls(self.session, self.actions, self.settings, self.stack, self.cards)

    def call(self, state: CallState, *, name: str = "k1", outgoing: bool = False, **more: Any) -> None:
        number = more.pop("number", "+4533123456")
        self.session.take(
            views.CallView(
                id=CallId(name), state=state, outgoing=outgoing, number=number, started_at=self.session.now(), **more
            ),
            "",
        )


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[Shown]:
    shown = Shown(tmp_path)
    yield shown
    shown.stack.close_all()


# --- the pop-up ---


def test_a_call_pops_up_with_what_was_last_and_leaves_with_the_call(shown: Shown) -> None:
    shown.call(CallState.RINGING)
    toast = shown.incoming.toasts[CallId("k1")]
    assert toast.isVisible() and toast.title.text() == "33 12 34 56"
    assert [(line.icon, line.right) for line in toast.lines.shown] == [("history", "4:10")]
    # That the program in front keeps the keys is seen by the walk of a day, with a window manager.
    assert toast.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    shown.call(CallState.ENDED)
    assert not shown.incoming.toasts and not toast.isVisible()


def test_a_caller_without_a_name_gets_the_one_the_number_has_among_colleagues_or_had_before(shown: Shown) -> None:
    bar = CallBar(shown.session, shown.actions, shown.cards)
    marine = CallRecord(
        id="r2",
        call_id=CallId("c2"),
        user_id=UserId("u0"),
        direction=Direction.INCOMING,
        number="+46770109944",
        name="Nordic Marine",
        at=shown.session.now() - timedelta(hours=1),
        duration=timedelta(),
        cause=Cause.NO_ANSWER,
    )
    shown.session.take(marine, "")
    shown.call(CallState.CALLING, name="out", outgoing=True, number="+46770109944")
    assert bar.cards[CallId("out")].title() == "Nordic Marine"
    assert bar.cards[CallId("out")].accessibleName().startswith("Nordic Marine")
    shown.call(CallState.RINGING, name="in", number="+46770109944")
    toast = shown.incoming.toasts[CallId("in")]
    assert (toast.title.text(), toast.number.text()) == ("Nordic Marine", "+46 77 010 99 44")
    birk = next(p for p in shown.session.mirror.people.values() if p.name == "Birk Salgård")
    shown.session.take(structs.replace(birk, mobile="+4520123456", title="Seller"), "")
    shown.call(CallState.RINGING, name="mobile", number="+4520123456")
    toast = shown.incoming.toasts[CallId("mobile")]
    assert (toast.title.text(), toast._about()) == ("Birk Salgård", "Seller")


def test_a_call_that_was_answered_is_sent_nowhere_from_what_was_still_open(shown: Shown, qtbot: QtBot) -> None:
    shown.call(CallState.RINGING)
    toast = shown.incoming.toasts[CallId("k1")]
    toast._ask_whom()
    asking = toast.asking
    assert asking is not None and asking.isVisible()
    toast._show_menu()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    shown.call(CallState.CONNECTED)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    assert toast.isVisible() and shown.actions.asked == []


def test_a_call_that_rings_again_at_once_leaves_no_pop_up_behind(shown: Shown, qtbot: QtBot) -> None:
    shown.call(CallState.RINGING)
    shown.call(CallState.VOICEMAIL)
    shown.call(CallState.RINGING)
    qtbot.waitUntil(lambda: len(shown.stack.toasts) == 1)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shown.call(CallState.ENDED)
    qtbot.waitUntil(lambda: not shown.stack.toasts)


def test_a_ringing_pop_up_leaves_when_the_connection_does_and_is_back_with_it(shown: Shown, qtbot: QtBot) -> None:
    shown.call(CallState.RINGING)
    shown.session.set_connection(Connection(ConnectionState.STALE))
    assert not shown.incoming.toasts
    shown.session.set_connection(Connection(ConnectionState.LIVE))
    shown.session.reset.emit()
    assert list(shown.incoming.toasts) == [CallId("k1")]


def test_turned_off_no_call_pops_up(shown: Shown) -> None:
    shown.settings.set(keys.NOTIFY_INCOMING, False)
    shown.call(CallState.RINGING)
    assert not shown.incoming.toasts and not shown.stack.toasts


def test_a_ringing_call_goes_to_voicemail_or_is_rejected_by_a_button(shown: Shown) -> None:
    shown.call(CallState.RINGING)
    toast = shown.incoming.toasts[CallId("k1")]
    toast.voicemail.click()
    toast.reject.click()
    assert shown.actions.asked == [("redirect", "k1", VOICEMAIL), ("hang_up", "k1")]


def test_a_ringing_call_goes_to_any_colleague_by_name(shown: Shown, qtbot: QtBot) -> None:
    shown.call(CallState.RINGING)
    toast = shown.incoming.toasts[CallId("k1")]
    toast._ask_whom()
    asking = toast.asking
    assert asking is not None and asking.isVisible()
    qtbot.keyClicks(asking.field, "mette")
    assert not asking.go.isEnabled()  # there are two
    asking.field.setText("birk")
    qtbot.keyClick(asking.field, Qt.Key.Key_Return)
    assert shown.actions.asked == [("redirect", "k1", Destination(DestinationKind.NUMBER, "1002171"))]


def test_answered_on_a_phone_it_says_on_which(shown: Shown) -> None:
    shown.call(CallState.RINGING)
    toast = shown.incoming.toasts[CallId("k1")]
    shown.call(CallState.CONNECTED, device_id=SOFT, answered_at=shown.session.now())
    assert toast.number.text() == "Answered on Headset"


# --- the cards ---


def bar_with(shown: Shown, qtbot: QtBot, *calls: str) -> CallBar:
    bar = CallBar(shown.session, shown.actions, shown.cards)
    qtbot.addWidget(bar)
    for name in calls:
        shown.call(
            CallState.CONNECTED,
            name=name,
            outgoing=True,
            device_id=SOFT,
            answered_at=shown.session.now(),
            number="2171",
        )
    bar.show()
    return bar


def test_a_call_can_be_held_taken_back_and_ended(shown: Shown, qtbot: QtBot) -> None:
    card = bar_with(shown, qtbot, "k1").cards[CallId("k1")]
    card.hold.click()
    shown.call(CallState.HELD, outgoing=True, device_id=SOFT, answered_at=shown.session.now())
    card.hold.click()
    card.end.click()
    assert shown.actions.asked == [("hold", "k1"), ("resume", "k1"), ("hang_up", "k1")]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("birk", "1002171"),
        ("Birk Salgård", "1002171"),
        ("Mette Lundgaard", ""),
        ("mette lundgaard · 100 2108", "1002108"),
        ("2102", "2102"),
        ("+45 33 12 34 56", "+4533123456"),
        ("nobody", ""),
        ("", ""),
    ],
)
def test_a_transfer_goes_to_whom_the_text_means_and_nowhere_while_that_is_not_clear(
    shown: Shown, qtbot: QtBot, typed: str, number: str
) -> None:
    card = bar_with(shown, qtbot, "k1").cards[CallId("k1")]
    card.forward.click()
    card.field.setText(typed)
    assert card.go.isEnabled() == card.ask.isEnabled() == bool(number)
    qtbot.keyClick(card.field, Qt.Key.Key_Return)
    assert shown.actions.asked == ([("transfer", "k1", number)] if number else [])


def test_a_name_taken_from_the_list_by_enter_waits_for_a_second_enter(shown: Shown, qtbot: QtBot) -> None:
    card = bar_with(shown, qtbot, "k1").cards[CallId("k1")]
    card.window().activateWindow()
    card.forward.click()
    qtbot.waitUntil(card.field.hasFocus)
    qtbot.keyClicks(card.field, "mette")
    completer = card.field.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QApplication.sendEvent(popup, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))
    assert card.field.text() == "Mette Lundgaard · 100 2102" and shown.actions.asked == []
    qtbot.keyClick(card.field, Qt.Key.Key_Return)
    assert shown.actions.asked == [("transfer", "k1", "1002102")]


def test_asked_first_the_target_is_called_from_the_same_phone_and_then_the_two_are_connected(
    shown: Shown, qtbot: QtBot
) -> None:
    bar = bar_with(shown, qtbot, "k1")
    card = bar.cards[CallId("k1")]
    assert not card.join.isVisible()
    card.forward.click()
    card.field.setText("birk")
    card.ask.click()
    assert shown.actions.asked == [("call", "1002171", SOFT)]
    shown.call(CallState.HELD, outgoing=True, device_id=SOFT, answered_at=shown.session.now())
    shown.call(CallState.CONNECTED, name="k2", outgoing=True, device_id=SOFT, answered_at=shown.session.now())
    bar.cards[CallId("k2")].join.click()
    assert shown.actions.asked[-1] == ("join", "k1", "k2")


# --- which phone calls ---


def test_every_call_starts_from_the_chosen_phone_unless_another_is_named(shown: Shown) -> None:
    shown.actions.usual_phone = lambda: SOFT
    shown.actions.call("2102")
    shown.actions.call("2102", DESK)
    assert shown.actions.asked == [("call", "2102", SOFT), ("call", "2102", DESK)]


class Tray:
    """What `Windows` needs of it."""

    available = True


@pytest.fixture
def windows(shown: Shown, tmp_path: Path) -> Iterator[Windows]:
    tray: Any = Tray()
    paths: Any = tmp_path
    made = Windows(
        shown.session,
        shown.actions,
        shown.settings,
        paths,
        registry=CommandRegistry(shown.session, shown.actions),
        tray=tray,
        diagnostics=str,
    )
    yield made
    made.popups.stack.close_all()


def test_with_the_window_hidden_another_phone_is_offered_when_the_desk_phone_is_away(
    shown: Shown, windows: Windows
) -> None:
    shown.actions.call("2102")
    windows.failed(DeviceNotRegistered(device=DESK))
    (toast,) = windows.popups.stack.toasts
    assert isinstance(toast, NoteToast) and toast.action.text() == "Call from Headset"
    toast.action.click()
    assert shown.actions.asked == [("call", "2102", None), ("call", "2102", SOFT)]


def test_what_the_window_cant_say_a_pop_up_says_once_and_a_click_on_it_opens_what_it_is_about(
    shown: Shown, windows: Windows, qtbot: QtBot
) -> None:
    asked: list[str] = []
    windows.show_wanted.connect(lambda: asked.append("window"))
    for _ in range(3):
        windows.failed(NumberRefused(number="+4570999999"))
    windows.toast("Another program has the key.", lambda: asked.append("settings"))
    titles = [toast.title.text() for toast in windows.popups.stack.toasts if isinstance(toast, NoteToast)]
    assert titles == ["70 99 99 99 can't be called.", "Another program has the key."]
    for toast in list(windows.popups.stack.toasts):
        qtbot.mouseClick(toast.panel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not windows.popups.stack.toasts)
    assert asked == ["window", "settings"]


def test_after_signing_out_no_pop_up_tells_of_the_user(shown: Shown, windows: Windows) -> None:
    windows.toast("Somebody called.")
    (toast,) = windows.popups.stack.toasts
    windows.hide()
    assert not toast.isVisible()


def test_a_pop_up_waits_while_the_pointer_is_on_it_and_leaves_after(shown: Shown, qtbot: QtBot) -> None:
    toast = NoteToast("info", Color.ACCENT_TINT, Color.ACCENT_TEXT, "Read me")
    shown.stack.show(toast)
    toast.leave_after(30)
    here = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(here, here, here))
    with pytest.raises(qtbot.TimeoutError):
        qtbot.waitUntil(toast.isHidden, timeout=150)
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not shiboken6.isValid(toast) or toast.isHidden())


def test_news_never_push_a_ringing_call_off_the_screen(shown: Shown) -> None:
    shown.call(CallState.RINGING)
    for n in range(4):
        shown.stack.show(NoteToast("info", Color.ACCENT_TINT, Color.ACCENT_TEXT, f"News {n}"))
    assert shown.incoming.toasts[CallId("k1")].isVisible()
    assert [t.title.text() for t in shown.stack.toasts if isinstance(t, NoteToast)] == ["News 2", "News 3"]


def test_a_greeting_that_cant_be_played_is_told(
    windows: Windows, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QMediaDevices, "audioOutputs", staticmethod(list))
    windows._player.play(b"RIFF")
    qtbot.waitUntil(lambda: len(windows.popups.stack.toasts) > 0)
    (toast,) = windows.popups.stack.toasts
    assert isinstance(toast, NoteToast)
    assert toast.title.text() == "There is no loudspeaker or headset to play it on."
