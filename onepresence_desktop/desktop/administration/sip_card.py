"""What is typed into a phone: shown on request, hidden after a minute or when the window loses focus (section 7.17).

The password is kept in this widget alone; every showing is audited by the service.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop.administration.qr import QrCode, sip_uri
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.buttons import IconButton
from onepresence_desktop.desktop.widgets.card import Card, Line, into_view
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.wire.views import SipSettings

SHOWN_SECONDS = 60
DOTS = "••••••••"


class SipCard(Card):
    """closed: hidden by the user, by time or by leaving the window."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._settings: SipSettings | None = None
        self._left = 0
        self._copied = ""
        self.title = Label(role=fonts.Text.HEADING, elide=True)
        self._hides = Label(role=fonts.Text.SMALL, tone="secondary", tabular=True)
        self.close_button = IconButton("close")
        self.eye = IconButton("eye")
        self._names = [Label(tone="secondary") for _ in range(5)]
        self.values = [Label(tabular=True, elide=place in (0, 4)) for place in range(5)]
        self.copies = [IconButton("copy") for _ in range(5)]
        self.qr = QrCode()
        self._build()
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._tick)
        self._wipe = QTimer(self)
        self._wipe.setSingleShot(True)
        self._wipe.setInterval(SHOWN_SECONDS * 1000)
        self._wipe.timeout.connect(self._wipe_clipboard)
        self.close_button.clicked.connect(self.clear)
        self.eye.clicked.connect(self._toggle_eye)
        for place, button in enumerate(self.copies):
            button.clicked.connect(self._copier(place))
        QGuiApplication.instance().focusWindowChanged.connect(  # type: ignore[union-attr]
            self._window_changed
        )
        self.retranslate()
        self.hide()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 12)
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 8, 6)
        head.addWidget(self.title)
        head.addStretch()
        head.addWidget(self._hides)
        head.addWidget(self.close_button)
        column.addLayout(head)
        column.addWidget(Line())
        grid = QGridLayout()
        grid.setContentsMargins(14, 8, 0, 0)
        grid.setHorizontalSpacing(8)
        for place, (name, value, copy) in enumerate(zip(self._names, self.values, self.copies, strict=True)):
            grid.addWidget(name, place, 0)
            grid.addWidget(value, place, 1)
            if place == 3:
                grid.addWidget(self.eye, place, 2)
            grid.addWidget(copy, place, 3)
        grid.setColumnStretch(1, 1)
        self._grid = grid
        self._below = below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        below.setContentsMargins(0, 0, 14, 0)
        below.addLayout(grid, 1)
        below.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(below)

    def fit(self, width: int) -> None:
        """The code under the settings where both have no room beside one another."""
        need = self._grid.minimumSize().width() + self.qr.width() + self._below.spacing() + 14 + 2
        over = width < need
        self._below.setDirection(QBoxLayout.Direction.TopToBottom if over else QBoxLayout.Direction.LeftToRight)

    def retranslate(self) -> None:
        """All words again."""
        names = [
            translate("Administration", "Server"),
            translate("Administration", "Port"),
            translate("Administration", "User"),
            translate("Administration", "Password"),
            translate("Administration", "Transport"),
        ]
        for label, value, copy, words in zip(self._names, self.values, self.copies, names, strict=True):
            label.setText(words)
            value.setAccessibleName(words)
            copy.set_name(translate("Administration", "Copy: {what}").format(what=words))
        self.close_button.set_name(translate("Administration", "Hide the SIP settings"))
        self.qr.setAccessibleName(translate("Administration", "QR code with the settings, for a softphone"))
        self.qr.setToolTip(translate("Administration", "Scan in the softphone"))
        self._show()

    def show_settings(self, settings: SipSettings) -> None:
        """Show them, the password as dots."""
        self._settings = settings
        self._left = SHOWN_SECONDS
        self._revealed = False
        self._second.start()
        self._show()
        self.show()
        into_view(self)

    def clear(self) -> None:
        """Hide and forget."""
        was = self._settings is not None
        self._settings = None
        self.qr.show_text("")
        self._second.stop()
        for value in self.values:
            value.setText("")
        self.hide()
        if was:
            self.closed.emit()

    _revealed = False

    def _show(self) -> None:
        if self._settings is None:
            return
        s = self._settings
        self.eye.set_icon("eye-off" if self._revealed else "eye")
        hide, show = translate("Administration", "Hide the password"), translate("Administration", "Show the password")
        self.eye.set_name(hide if self._revealed else show)
        self.title.setText(translate("Administration", "SIP settings") + f" · {s.display_name}")
        secret = s.password if self._revealed else DOTS
        plain = translate("Administration", "{transport} · not encrypted")
        encrypted = translate("Administration", "{transport} · encrypted")
        secure = s.transport == "tls"
        way = (encrypted if secure else plain).format(transport=s.transport.upper())
        self.values[4].set_tone("available" if secure else "warning")
        for label, words in zip(self.values, [s.server, str(s.port), s.user, secret, way], strict=True):
            label.setText(words)
        self.qr.show_text(sip_uri(s) if self._revealed else "")
        self._countdown()

    def _countdown(self) -> None:
        clock = f"{self._left // 60}:{self._left % 60:02}"
        self._hides.setText(translate("Administration", "Hidden in {time}").format(time=clock))

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.clear()
        else:
            self._countdown()

    def _toggle_eye(self) -> None:
        self._revealed = not self._revealed
        self._show()

    def _copier(self, place: int) -> Callable[[], None]:
        def copy() -> None:
            s = self._settings
            if s is None:
                return
            self._copied = [s.server, str(s.port), s.user, s.password, s.transport][place]
            QGuiApplication.clipboard().setText(self._copied)
            self._wipe.start()

        return copy

    def _wipe_clipboard(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if self._copied and clipboard.text() == self._copied:
            clipboard.clear()
        self._copied = ""

    def _window_changed(self, window: object) -> None:
        if window is None and self._settings is not None and self._revealed:
            self._toggle_eye()
