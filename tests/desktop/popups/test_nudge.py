""" "You're back": asked once, and only when somebody left and is there again (spec 3.9)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.popups.nudge import Nudge, NudgeToast
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.wire import views
from tests.desktop.look.conftest import NotedActions, actions, dressed, office, session, settings

__all__ = ["actions", "dressed", "office", "session", "settings"]


class Computer:
    """How long nobody has touched it."""

    def __init__(self) -> None:
        self.idle: float | None = 0.0

    def __call__(self) -> float | None:
        return self.idle


@pytest.fixture
def computer() -> Computer:
    return Computer()


@pytest.fixture
def shown() -> list[Any]:
    return []


@pytest.fixture
def nudge(
    session: Session,
    actions: NotedActions,
    settings: Settings,
    shown: list[Any],
    computer: Computer,
    qtbot: QtBot,
    office: Callable[..., views.SnapshotView],
) -> Nudge:
    def show(toast: NudgeToast) -> None:
        qtbot.addWidget(toast)
        toast.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        toast.show()
        shown.append(toast)

    made = Nudge(session, actions, settings, show, computer)
    session.take(office(diverted=Reason.LUNCH, unread=1), "e:2")
    return made


def come_back(nudge: Nudge, computer: Computer) -> None:
    for computer.idle in (2.0, 90.0, 1.0):
        nudge.look()


def test_who_left_and_is_back_is_asked_once_and_opens_the_phone(
    nudge: Nudge, computer: Computer, actions: NotedActions, shown: list[Any], session: Session, office: Any
) -> None:
    nudge.look()
    assert shown == [], "still at the desk: nobody has left yet"
    come_back(nudge, computer)
    come_back(nudge, computer)
    assert len(shown) == 1
    assert shown[0].accessibleName().startswith("Welcome back – open the phone?, You are diverted: Lunch until ")
    QTest.mouseClick(shown[0].open_phone, Qt.MouseButton.LeftButton)
    assert actions.asked == [("open_phone", ())] and not shown[0].isVisible()


def test_keeping_it_asks_no_more_until_the_next_one(
    nudge: Nudge, computer: Computer, actions: NotedActions, shown: list[Any]
) -> None:
    come_back(nudge, computer)
    QTest.mouseClick(shown[0].keep, Qt.MouseButton.LeftButton)
    come_back(nudge, computer)
    assert len(shown) == 1 and actions.asked == []


def test_a_call_with_the_desk_phone_says_the_same(
    nudge: Nudge, computer: Computer, session: Session, shown: list[Any]
) -> None:
    computer.idle = None
    nudge.look()
    me = session.mirror.me
    assert me is not None
    devices = [structs.replace(me.devices[0], state=DeviceState.ON_CALL), *me.devices[1:]]
    session.take(structs.replace(me, devices=devices), "e:3")
    assert len(shown) == 1


@pytest.mark.parametrize("reason", [Reason.MEETING, Reason.SICK, Reason.DO_NOT_DISTURB])
def test_other_reasons_ask_nobody(
    nudge: Nudge, computer: Computer, session: Session, shown: list[Any], office: Any, reason: Reason
) -> None:
    session.take(office(diverted=reason), "e:3")
    come_back(nudge, computer)
    assert shown == [] and not nudge._looking.isActive()


def test_it_goes_with_the_diversion(
    nudge: Nudge, computer: Computer, session: Session, shown: list[Any], office: Any
) -> None:
    come_back(nudge, computer)
    session.take(office(), "e:3")
    assert not shown[0].isVisible()


def test_opening_without_asking_is_remembered_and_the_whole_can_be_switched_off(
    nudge: Nudge,
    computer: Computer,
    actions: NotedActions,
    settings: Settings,
    shown: list[Any],
    session: Session,
    office: Any,
) -> None:
    come_back(nudge, computer)
    shown[0].always.setChecked(True)
    QTest.mouseClick(shown[0].open_phone, Qt.MouseButton.LeftButton)
    assert settings.get(keys.NUDGE_OPENS)
    session.take(office(), "e:3")
    session.take(office(diverted=Reason.BREAK), "e:4")
    come_back(nudge, computer)
    assert len(shown) == 1 and actions.asked == [("open_phone", ())] * 2
    session.take(office(), "e:5")
    settings.set(keys.NUDGE, False)
    session.take(office(diverted=Reason.BREAK), "e:6")
    come_back(nudge, computer)
    assert len(actions.asked) == 2
