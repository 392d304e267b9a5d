"""What is seen of the window while the program is still being read in: its shape, empty, and on demand a line of words.

Imports as little as it can: nothing else is on the screen yet.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.options import Options
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.theme.tokens import Color, Palette, Scheme, palette, size, size_pair

ROWS = 8
"""Empty rows, as the list of colleagues has."""


class FirstLook(QWidget):
    """It leaves by itself as soon as any other window of the program is painted. given_up: the user closed it."""

    given_up = Signal()

    def __init__(self, colors: Palette, geometry: QByteArray | None) -> None:
        super().__init__()
        self._colors = colors
        self._words = ""
        self._next: QObject | None = None
        self.painted = False
        self.setWindowTitle("… OnePresence")  # in no language yet, and not taken for the window itself
        self.setAccessibleName("OnePresence")
        self.resize(*size_pair("window.main"))
        if geometry is not None:
            self.restoreGeometry(geometry)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def say(self, words: str) -> None:
        """What is waited for, when that takes a while."""
        self._words = words
        self.setAccessibleDescription(words)
        self.update()

    def say_later(self, words: str, milliseconds: int) -> None:
        """The same for a start that takes longer than that."""
        QTimer.singleShot(milliseconds, self, lambda: self.say(words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another window is shown, and then painted: this one has done its work."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            if watched is not self and watched.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog):
                self._next = watched
        elif event.type() is QEvent.Type.Paint and watched is self._next:
            QTimer.singleShot(0, self, self.leave)
        return False

    def leave(self) -> None:
        """Give way to the window."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by the user, who doesn't want to wait."""
        super().closeEvent(event)
        self.given_up.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Left column, top field, rows."""
        self.painted = True
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        wide, high, side = self.width(), self.height(), size("sidebar")
        painter.fillRect(0, 0, wide, high, self._colors[Color.BG_WINDOW])
        painter.fillRect(0, 0, side, high, self._colors[Color.BG_SIDEBAR])
        painter.fillRect(side - 1, 0, 1, high, self._colors[Color.LINE_HAIRLINE])
        painter.setBrush(self._colors[Color.BG_TRACK])
        painter.drawRoundedRect(QRectF(10, 10, side - 21, 52), 8, 8)
        painter.drawRoundedRect(QRectF(side + 16, 10, wide - side - 32, 36), 8, 8)
        for row in range(ROWS):
            top = 112 + row * 48
            painter.drawEllipse(QRectF(side + 16, top, 32, 32))
            painter.drawRoundedRect(QRectF(side + 60, top + 5, 150 + 37 * (row % 3), 9), 4, 4)
            painter.drawRoundedRect(QRectF(side + 60, top + 20, 90 + 23 * (row % 4), 8), 4, 4)
        if self._words:
            painter.setPen(self._colors[Color.TEXT_SECONDARY])
            room = QRectF(side, high - 64, wide - side, 24)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._words)


def is_wanted(settings: Settings, options: Options) -> bool:
    """Whether a window will be there in a moment, and not a question or nothing but the tray."""
    if options.minimized or settings.get(keys.START_HIDDEN):
        return False
    known = bool(settings.get(keys.SERVER) and settings.get(keys.LOCAL_NUMBER))
    return options.demo or settings.get(keys.WAY) == "demo" or (settings.get(keys.WAY) != "" and known)


def show_first_look(settings: Settings) -> FirstLook:
    """Show it, painted when this returns unless the screen is slow."""
    chosen = settings.get(keys.THEME)
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark if chosen == "system" else chosen == "dark"
    geometry = settings.store.value("window/geometry")
    look = FirstLook(
        palette(Scheme.DARK if dark else Scheme.LIGHT), geometry if isinstance(geometry, QByteArray) else None
    )
    look.show()
    for _ in range(5):
        QApplication.processEvents()
        if look.painted:
            break
    return look
