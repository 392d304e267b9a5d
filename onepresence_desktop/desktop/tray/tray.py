"""The tray icon. It knows the session and the commands."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

from onepresence_desktop.client import readings
from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.commands_registry import CommandRegistry
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import ConnectionState, Session
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.theme.theme import current
from onepresence_desktop.desktop.tray import picture
from onepresence_desktop.desktop.tray.menu import TrayMenu
from onepresence_desktop.desktop.tray.panel import panel_color
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence

STEP_MS = 1000
"""The ring and the time in the tooltip go on this often, only while a diversion with an end runs."""

CLICKS = (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick)


class Tray(QObject):
    """A click shows the window, a middle click the palette where there is one. menu_later: see `TrayMenu`."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        registry: CommandRegistry,
        settings: Settings | None = None,
        parent: QObject | None = None,
        *,
        menu_later: bool = False,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._registry = registry
        self._settings = settings
        self.menu = TrayMenu(session, actions, registry, later=menu_later)
        self._shown: picture.TrayState | None = None
        self.icon = self._make()
        self._watcher = self._watch_hosts()
        self._step = QTimer(self)
        self._step.setInterval(STEP_MS)
        self._step.timeout.connect(self.refresh)
        for signal in (
            session.reset,
            session.me_changed,
            session.diversions_changed,
            session.messages_changed,
            session.day_changed,
        ):
            signal.connect(self.refresh)
        session.connection_changed.connect(self.refresh)
        session.presence_changed.connect(self._presence)
        current().changed.connect(self.refresh)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.refresh)
        if settings is not None:
            settings.changed.connect(self._setting_changed)
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
        counts = readings.effective(self._session.mirror)
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
            self._registry.program.show()
        elif reason is QSystemTrayIcon.ActivationReason.MiddleClick and self._registry.program.palette is not None:
            self._registry.program.palette()

    def _presence(self, user_ids: list[UserId]) -> None:
        me = self._session.mirror.me
        if me is not None and me.id in user_ids:
            self.refresh()

    def _state(self) -> picture.TrayState:
        mirror = self._session.mirror
        badge = readings.unread(mirror) > 0
        panel = self._panel()
        connection = self._session.connection.state
        if connection is ConnectionState.CONNECTING:
            return picture.TrayState("connecting", panel=panel)
        if connection is not ConnectionState.LIVE:
            return picture.TrayState("offline", badge=badge and connection is ConnectionState.STALE, panel=panel)
        presence, counts = readings.own_presence(mirror), readings.effective(mirror)
        if presence in (Presence.RINGING, Presence.BUSY, Presence.DO_NOT_DISTURB):
            return picture.TrayState(picture.STATES[presence], badge=badge, panel=panel)
        if counts is not None:
            left = readings.fraction_left(counts.starts_at, counts.until, self._session.now())
            return picture.TrayState("diverted", left, badge, panel).steps()
        return picture.TrayState(picture.STATES.get(presence, "available"), badge=badge, panel=panel)

    def _panel(self) -> str:
        chosen = self._settings.get(keys.TRAY_PANEL) if self._settings is not None else "system"
        scheme = QGuiApplication.styleHints().colorScheme()
        return panel_color(chosen, dark_scheme=scheme is Qt.ColorScheme.Dark)

    def _setting_changed(self, key: str) -> None:
        if key == keys.TRAY_PANEL.key:
            self.refresh()

    def _tooltip(self) -> str:
        connection = self._session.connection.state
        if connection is ConnectionState.SIGNED_OUT:
            return "OnePresence – " + translate("Tray", "Signed out")
        if connection is not ConnectionState.LIVE:
            return "OnePresence – " + translate("Tray", "Not connected")
        customer = self._session.mirror.customer
        program = "OnePresence Demo" if customer is not None and customer.demo else "OnePresence"
        return f"{program} – {self.menu.state_words()}"
