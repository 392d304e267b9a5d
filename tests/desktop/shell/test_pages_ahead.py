"""Pages are built while nothing happens, in steps, so that nobody waits for one. How long a step takes is a bench's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.commands_registry import CommandRegistry
from onepresence_desktop.desktop.sections import PAGES
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.shell.ahead import read_in, spread
from onepresence_desktop.desktop.shell.window import MainWindow
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.windows import Windows
from onepresence_desktop.domain.people import GroupId, Role
from onepresence_desktop.wire.groups import GroupRemoved, GroupView
from tests.bench.roster import _snapshot
from tests.support.dressing import dress


class Asking(Actions):
    """Counts what is asked of the service."""

    asked = 0

    def _start(self, name: str, work: Any) -> None:
        work.close()
        self.asked += 1


class Tray:
    """What `Windows` needs of it."""

    available = True


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[MainWindow, Asking, Session]]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app)
    session, actions, tray = Session(), Asking(), Tray()
    snapshot = _snapshot(500)
    administrator = msgspec.structs.replace(snapshot.private.me, role=Role.ADMINISTRATOR)
    private = msgspec.structs.replace(snapshot.private, me=administrator)
    session.take(msgspec.structs.replace(snapshot, private=private), "e:1")
    session.set_connection(Connection(ConnectionState.LIVE))
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    paths = SimpleNamespace(voicemail=tmp_path / "voicemail", logs=tmp_path)
    windows = Windows(
        session, actions, settings, paths, registry=CommandRegistry(session, actions), tray=tray, diagnostics=str
    )  # type: ignore[arg-type]
    windows.show()
    assert windows.window is not None
    qtbot.waitExposed(windows.window)
    for room in ("shell", *PAGES):
        for _ in read_in(f"onepresence_desktop.desktop.{room}"):
            pass
    yield windows.window, actions, session
    windows.window.hide()
    windows.window.deleteLater()
    windows.popups.stack.close_all()


@pytest.fixture
def made(shown: tuple[MainWindow, Asking, Session]) -> tuple[MainWindow, Asking]:
    return shown[:2]


def test_pages_are_built_in_steps_and_opening_one_builds_nothing(made: tuple[MainWindow, Asking], qtbot: QtBot) -> None:
    window, actions = made
    window.forget_pages()
    window.show_section("search")
    grown: dict[str, list[int]] = {}
    for key in window.section_keys():
        before = len(QApplication.allWidgets())
        for _step in window.ahead(key):
            now = len(QApplication.allWidgets())
            grown.setdefault(key, []).append(now - before)
            before = now
        assert actions.asked == 0 or key == "admin"
    built_ahead = {key: steps for key, steps in grown.items() if sum(steps) > 0}
    assert len(built_ahead) >= len(window.section_keys()) - 1
    assert {key: steps for key, steps in built_ahead.items() if len(steps) < 2} == {}
    for key, steps in built_ahead.items():
        before = len(QApplication.allWidgets())
        window.show_section(key)
        assert len(QApplication.allWidgets()) - before <= sum(steps) / 5, key


def test_pages_that_open_fast_are_not_built_before_anybody_asks(made: tuple[MainWindow, Asking]) -> None:
    window, _ = made
    assert window.keys_ahead() == ["divert", "calls", "admin"]


async def test_nothing_is_built_ahead_for_whom_nobody_is_signed_in(made: tuple[MainWindow, Asking]) -> None:
    window, _ = made
    window.forget_pages()
    before = set(QApplication.allWidgets())
    for key in window.section_keys():
        await spread(window.ahead(key), lambda: window.page is not None)
    assert set(QApplication.allWidgets()) <= before


async def test_what_was_being_built_when_the_user_signed_out_is_dropped(made: tuple[MainWindow, Asking]) -> None:
    window, _ = made
    steps = window.ahead("inbox")
    next(steps)
    next(steps)
    window.forget_pages()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not [widget for widget in QApplication.allWidgets() if type(widget).__name__ == "InboxView"]


def test_who_begins_to_serve_the_reception_keeps_the_page_and_what_was_typed(
    shown: tuple[MainWindow, Asking, Session], qtbot: QtBot
) -> None:
    window, _, session = shown
    me = session.mirror.me
    assert me is not None
    window.show_section("admin")
    page = window.page
    assert "reception" not in window.section_keys()
    reception = GroupView(id=GroupId("g9"), local_number="1002050", name="Reception", members=(me.id,), reception=True)
    session.take(reception, "e:2")
    qtbot.waitUntil(lambda: "reception" in window.section_keys())
    assert (window.isVisible(), window.current_section, window.page) == (True, "admin", page)
    assert window.left.navigation.rows["admin"].isChecked()
    window.left.navigation.rows["reception"].click()
    assert window.current_section == "reception"
    session.take(GroupRemoved(id=reception.id), "e:3")
    qtbot.waitUntil(lambda: "reception" not in window.section_keys())
    assert (window.isVisible(), window.current_section) == (True, window.section_keys()[0])
    window.show_section("admin")
    assert window.page is page
