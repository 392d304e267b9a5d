"""The tray icon. It knows the session and the commands, and tells the app what else was wanted."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import ConnectionState, Session
from onepresence_desktop.desktop.theme.theme import current
from onepresence_desktop.desktop.tray import picture
from onepresence_desktop.desktop.tray.menu import TrayMenu
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire.views import StandingView

STEP_MS = 1000
"""The ring and the time in the tooltip go on this often, only while a diversion with an end runs."""

CLICKS = (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick)


class Tray(QObject):
    """show_wanted: the window. section_wanted: a section of it. quit_wanted: end the program."""

    show_wanted = Signal()
    section_wanted = Signal(str)
    dial_selection_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, session: Session, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.menu = TrayMenu(session, actions)
        self.menu.show_wanted.connect(self.show_wanted)
        self.menu.section_wanted.connect(self.section_wanted)
        self.menu.dial_selection_wanted.connect(self.dial_selection_wanted)
        self.menu.quit_wanted.connect(self.quit_wanted)
        self._shown: picture.TrayState | None = None
        self.icon = self._make()
        self._watcher = self._watch_hosts()
        self._step = QTimer(self)
        self._step.setInterval(STEP_MS)
        self._step.timeout.connect(self.refresh)
        for signal in (session.reset, session.me_changed, session.diversions_changed, session.messages_changed):
            signal.connect(self.refresh)
        session.connection_changed.connect(lambda _: self.refresh())
        session.presence_changed.connect(self._presence)
        current().changed.connect(self.refresh)
        self.refresh()

    @property
    def available(self) -> bool:
        """Whether there is a tray to be seen in; without one the window must stay (spec 13.4)."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> None:
        """Appear, now or as soon as there is a tray."""
        self.icon.show()

    def hide(self) -> None:
        """Disappear."""
        self.icon.hide()

    def retranslate(self) -> None:
        """All words again."""
        self.refresh()

    def refresh(self) -> None:
        """Show the own state as it is now."""
        state = self._state()
        if state != self._shown:
            self._shown = state
            self.icon.setIcon(picture.icon(state))
        self.icon.setToolTip(self._tooltip())
        counts = self._counts()
        ticking = counts is not None and counts.until is not None
        if ticking != self._step.isActive():
            self._step.start() if ticking else self._step.stop()

    def _make(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(self)
        icon.setContextMenu(self.menu)
        icon.activated.connect(self._activated)
        return icon

    def _watch_hosts(self) -> QObject | None:
        """A tray that starts after us (panel restarted, session still starting): make the icon anew for it."""
        if sys.platform != "linux":
            return None
        from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return None
        watcher = QDBusServiceWatcher(
            "org.kde.StatusNotifierWatcher", bus, QDBusServiceWatcher.WatchModeFlag.WatchForRegistration, self
        )
        watcher.serviceRegistered.connect(lambda _name: self._again())
        return watcher

    def _again(self) -> None:
        visible, old = self.icon.isVisible(), self.icon
        old.hide()
        old.deleteLater()
        self.icon = self._make()
        self._shown = None
        self.refresh()
        if visible:
            self.icon.show()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in CLICKS:
            self.show_wanted.emit()

    def _presence(self, user_ids: list[UserId]) -> None:
        me = self._session.mirror.me
        if me is not None and me.id in user_ids:
            self.refresh()

    def _counts(self) -> StandingView | None:
        diversions = self._session.mirror.diversions
        if diversions is None or diversions.counts is None:
            return None
        return next((d for d in diversions.current if d.id == diversions.counts), None)

    def _presence_now(self) -> Presence:
        me = self._session.mirror.me
        seen = self._session.mirror.presence.get(me.id) if me is not None else None
        return seen.presence if seen is not None else Presence.UNKNOWN

    def _state(self) -> picture.TrayState:
        mirror = self._session.mirror
        badge = any(not message.read for message in mirror.messages.values())
        panel = "dark" if current().dark else "light"
        connection = self._session.connection.state
        if connection is ConnectionState.CONNECTING:
            return picture.TrayState("connecting", panel=panel)
        if connection is not ConnectionState.LIVE:
            return picture.TrayState("offline", badge=badge and connection is ConnectionState.STALE, panel=panel)
        presence, counts = self._presence_now(), self._counts()
        if presence in (Presence.RINGING, Presence.BUSY, Presence.DO_NOT_DISTURB):
            return picture.TrayState(picture.STATES[presence], badge=badge, panel=panel)
        if counts is not None:
            return picture.TrayState("diverted", self._left(counts), badge, panel).steps()
        return picture.TrayState(picture.STATES.get(presence, "available"), badge=badge, panel=panel)

    def _left(self, counts: StandingView) -> float:
        if counts.until is None:
            return 1.0
        whole = (counts.until - counts.starts_at).total_seconds()
        return min(1.0, max(0.0, (counts.until - self._session.now()).total_seconds() / whole)) if whole > 0 else 0.0

    def _tooltip(self) -> str:
        connection = self._session.connection.state
        if connection is ConnectionState.SIGNED_OUT:
            return "OnePresence – " + translate("Tray", "Signed out")
        if connection is not ConnectionState.LIVE:
            return "OnePresence – " + translate("Tray", "Not connected")
        return "OnePresence – " + self.menu.state_words()
