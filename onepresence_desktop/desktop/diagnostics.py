"""What one is asked for when something doesn't work; nothing secret in it (spec 10.9)."""

from __future__ import annotations

import platform
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from onepresence_desktop import __version__
from onepresence_desktop.desktop.session import Session


def diagnostics(session: Session, *, tray: bool, way: str, thread: str, logs: Path) -> str:
    """Lines of text. way: how one gets in. thread: what the watch over the window's thread has seen."""
    connection = session.connection
    lines = [
        f"OnePresence Desktop {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        f"Screen system: {QGuiApplication.platformName()}, tray: {tray}",
        f"Way: {way}, connection: {connection.state.value}, since: {connection.since}",
        f"Error: {connection.error.code if connection.error else '-'}",
        f"People: {len(session.mirror.people)}, event: {session.mirror.event_id}",
        f"Window's thread: {thread}",
        f"Log: {logs}",
    ]
    return "\n".join(lines)
