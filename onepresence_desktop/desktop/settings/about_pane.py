"""Version, connection, log folder, diagnostics without secrets (spec 10.9)."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.client import readings
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.ports import SettingsPorts
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.settings.rows import Pane, Row
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.widgets.buttons import Button
from onepresence_desktop.desktop.widgets.key_caps import KeyCaps
from onepresence_desktop.desktop.widgets.labels import Label

COPIED_MS = 3000


class _Mark(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(64, 64)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(0, 0, icons.app_pixmap(64, self.devicePixelRatioF()))


class AboutPane(Pane):
    """What one is asked for when something doesn't work."""

    def __init__(self, session: Session, ports: SettingsPorts) -> None:
        super().__init__()
        self._session = session
        self._ports = ports
        head = QHBoxLayout()
        head.setContentsMargins(0, 4, 0, 18)
        head.setSpacing(16)
        head.addWidget(_Mark())
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label("OnePresence Desktop", role=fonts.Text.HEADING))
        self.version = Label(tone="secondary", tabular=True)
        self.licence = Label(role=fonts.Text.SMALL, tone="tertiary", wrap=True)
        words.addWidget(self.version)
        words.addWidget(self.licence)
        head.addLayout(words, 1)
        words.insertStretch(0)
        words.addStretch()
        self.add_layout(head)
        self._connection_head = self.add_head()
        self.state = Label(role=fonts.Text.SMALL)
        self.leave_button = Button(small=True, icon="sign-out")
        self.leave_button.clicked.connect(ports.sign_out)
        self._server_row, self._user_row = Row(self.state, two_lines=True), Row(self.leave_button, two_lines=True)
        self._network_row, self._words_row = Row(two_lines=True), Row(two_lines=True)
        self.add_group(self._server_row, self._user_row, self._network_row, self._words_row)
        self._help_head = self.add_head()
        self.keys, self.logs, self.copy = Button(small=True), Button(small=True), Button(small=True, icon="copy")
        self.keys.clicked.connect(ports.show_keys)
        self.logs.clicked.connect(ports.open_log_folder)
        self.copy.clicked.connect(self._copy)
        self._keys_row = Row(self.keys, KeyCaps("F1"))
        self._logs_row, self._copy_row = Row(self.logs), Row(self.copy, two_lines=True)
        self.add_group(self._keys_row, self._logs_row, self._copy_row)
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.setInterval(COPIED_MS)
        self._copied.timeout.connect(self._name_copy)
        self.end()
        session.connection_changed.connect(self._connection)
        session.reset.connect(self.refresh)
        session.me_changed.connect(self.refresh)
        self.retranslate()

    def refresh(self) -> None:
        """Who and where."""
        me = self._session.mirror.me
        who = f"{texts.number(me.local_number)} · {me.name}" if me is not None else "–"
        customer = self._session.mirror.customer
        demo = customer is not None and customer.demo
        server = translate("Settings", "The demo company on this computer") if demo else self._ports.server()
        self._server_row.say(translate("Settings", "Server"), server)
        self._user_row.say(translate("Settings", "Signed in as"), who)
        network, known_by = self._ports.colleagues()
        self._network_row.say(translate("Settings", "For colleagues' computers"), network)
        self._words_row.say(translate("Settings", "The eight words they compare"), known_by)
        for row in (self._network_row, self._words_row):
            row.setVisible(bool(network))
        self.leave_button.setAccessibleName(translate("Settings", "Sign out"))
        version = translate("Settings", "Version {version}").format(version=self._ports.version)
        newer = readings.newer_client(self._session.mirror, self._ports.version)
        if newer:
            version += " – " + translate("Settings", "version {version} is out").format(version=newer)
        self.version.setText(version)
        self._connection(self._session.connection)

    def retranslate(self) -> None:
        """All texts again."""
        self.say(translate("Settings", "About"), translate("Settings", "Version and connection."))
        self.licence.setText(translate("Settings", "Free software under the GNU GPL, version 3 or later"))
        self._connection_head.setText(translate("Settings", "Connection"))
        self.leave_button.setText(translate("Settings", "Sign out"))
        self._help_head.setText(translate("Settings", "Help"))
        self._keys_row.say(translate("Settings", "Keys"))
        self.keys.setText(translate("Settings", "Show"))
        self._logs_row.say(translate("Settings", "Log folder"))
        self.logs.setText(translate("Settings", "Open"))
        self._copy_row.say(
            translate("Settings", "Diagnostics"),
            translate("Settings", "Without numbers, names, messages or passwords"),
        )
        self._name_copy()
        for button in (self.leave_button, self.keys, self.logs):
            button.updateGeometry()
        self.refresh()

    def _connection(self, connection: Connection) -> None:
        words, tone = {
            ConnectionState.LIVE: (translate("Settings", "Connected"), "available"),
            ConnectionState.CONNECTING: (translate("Settings", "Connecting …"), "tertiary"),
            ConnectionState.STALE: (translate("Settings", "Not connected"), "danger"),
            ConnectionState.SIGNED_OUT: (translate("Settings", "Signed out"), "tertiary"),
        }[connection.state]
        self.state.setText(words)
        self.state.set_tone(tone)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._ports.diagnostics())
        self.copy.setText(translate("Settings", "Copied"))
        self.copy.updateGeometry()
        self._copied.start()

    def _name_copy(self) -> None:
        self.copy.setText(translate("Settings", "Copy"))
        self.copy.updateGeometry()
