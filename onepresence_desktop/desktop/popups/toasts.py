"""Where pop-ups stand: bottom right of the screen, newest nearest the tray, at most three (design, section 7.15)."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QGuiApplication, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, size
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton
from onepresence_desktop.desktop.widgets.floating import FloatingPanel
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.telling import tell

MOST = 3
RAISE_EVERY_MS = 1000
"""On X11 no window manager keeps a pop-up on top; windows that are raised would cover it."""
EDGE, GAP = 14, 10
STAY_MS = 8000


class Toast(FloatingPanel):
    """A pop-up that never takes the focus; `leave_after` closes it, and waits while the pointer is on it.

    resized: it says more or less than before.
    """

    resized = Signal()

    def __init__(self) -> None:
        super().__init__(takes_focus=False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(size("toast") + 2 * self.margin)
        self._stays_for = 0
        self._leave = QTimer(self)
        self._leave.setSingleShot(True)
        self._leave.timeout.connect(self.close)

    def leave_after(self, milliseconds: int) -> None:
        """Close by itself."""
        self._stays_for = milliseconds
        if not self.underMouse():
            self._leave.start(milliseconds)

    @property
    def leaves(self) -> bool:
        """Whether it closes by itself."""
        return self._stays_for > 0

    def mark_demo(self) -> None:
        """Say at its top that all this is simulated."""
        column = self.panel.layout()
        if isinstance(column, QVBoxLayout):
            words = translate("Shell", "Demo – simulated calls and colleagues")
            column.insertWidget(0, Label(words, role=fonts.Text.MICRO, tone="tertiary"))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while it is looked at."""
        super().enterEvent(event)
        self._leave.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """And then leave as if it had just come."""
        super().leaveEvent(event)
        if self.leaves:
            self._leave.start(self._stays_for)


class ToastStack(QObject):
    """Shows pop-ups and keeps them in their places."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.toasts: list[Toast] = []
        self.demo: Callable[[], bool] = lambda: False
        self._raise = QTimer(self)
        self._raise.setInterval(RAISE_EVERY_MS)
        self._raise.timeout.connect(self._on_top)

    def show(self, toast: Toast) -> None:
        """Show one; when there are too many the oldest gives way that would leave anyway: no call that still rings."""
        if self.demo():
            toast.mark_demo()
        self.toasts.append(toast)
        toast.destroyed.connect(lambda _gone=None, toast=toast: self._gone(toast))
        while len(self.toasts) > MOST:
            gives_way = next((shown for shown in self.toasts if shown.leaves), self.toasts[0])
            self.toasts.remove(gives_way)
            gives_way.close()
        toast.resized.connect(self.place)
        toast.adjustSize()
        toast.show()
        tell(toast, toast.accessibleName())
        self.place()
        if QGuiApplication.platformName() == "xcb":
            self._raise.start()

    def place(self) -> None:
        """Bottom right, the newest lowest."""
        room = QGuiApplication.primaryScreen().availableGeometry()
        bottom = room.bottom() + 1 - EDGE
        for toast in reversed(self.toasts):
            toast.adjustSize()
            plate = toast.height() - 2 * toast.margin
            left = room.right() + 1 - EDGE - toast.width() + toast.margin
            toast.move(left, bottom - plate - toast.margin)
            bottom -= plate + GAP

    def close_all(self) -> None:
        """Take all away."""
        for toast in list(self.toasts):
            toast.close()

    def _on_top(self) -> None:
        for toast in self.toasts:
            # What was opened from a pop-up stays over it.
            if QApplication.activePopupWidget() is None:
                toast.raise_()

    def _gone(self, toast: Toast) -> None:
        if toast in self.toasts:
            self.toasts.remove(toast)
            self.place()
        if not self.toasts:
            with contextlib.suppress(RuntimeError):  # when the program ends the timer may be gone before pop-ups
                self._raise.stop()


class Disc(QWidget):
    """A round ground with an icon. unread: with a red dot, as in the list."""

    def __init__(self, icon: str, ground: Color, ink: Color, extent: int = 36, *, unread: bool = False) -> None:
        super().__init__()
        self._icon, self._ground, self._ink, self._unread = icon, ground, ink, unread
        self.setFixedSize(extent, extent)

    def sizeHint(self) -> QSize:
        """Its extent."""
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Disc and icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(self._ground))
        painter.drawEllipse(QRectF(self.rect()))
        inset = self.width() / 4 + 0.5
        spot = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        icons.paint(painter, self._icon, spot, color(self._ink), self.devicePixelRatioF())
        if self._unread:
            painter.setPen(QPen(color(Color.BG_POPOVER), 2))
            painter.setBrush(color(Color.BADGE_SOLID))
            painter.drawEllipse(QRectF(self.width() - 11, 0, 10, 10))


class NoteToast(Toast):
    """One thing that happened, a line about it, and perhaps a button under it; leaves by itself.

    unread: of a message, whose button stands beside the words. opened: a click beside the buttons, which takes it away.
    """

    opened = Signal()

    def __init__(
        self,
        icon: str,
        ground: Color,
        ink: Color,
        title: str,
        line: str = "",
        action: str = "",
        *,
        unread: bool = False,
    ) -> None:
        super().__init__()
        self.setAccessibleName(", ".join(words for words in (title, line) if words))
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Disc(icon, ground, ink, unread=unread))
        self.title = Label(title, weight=fonts.SEMIBOLD, wrap=True)
        self.line = Label(line, role=fonts.Text.SMALL, tone="tertiary", wrap=True, tabular=True)
        if line:
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(self.title)
            words.addWidget(self.line)
            row.addLayout(words, 1)
        else:
            row.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
        self.action = Button(action, small=True)
        self.action.on_popover = True
        if not action:
            self.action.hide()
        self.action.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if unread:
            row.addWidget(self.action)
        close = self.leave_button = IconButton("close", translate("Shell", "Close"), size=13, extent=24)
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.close)
        if unread:
            close.hide()
        row.addWidget(close)
        column.addLayout(row)
        if action and not unread:
            below = QHBoxLayout()
            below.addSpacing(48)
            below.addWidget(self.action)
            below.addStretch()
            column.addLayout(below)
        self.action.clicked.connect(self.close)
        self.panel.setCursor(Qt.CursorShape.PointingHandCursor)
        self.leave_after(STAY_MS)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere shows what it is about."""
        on_it = self.panel.geometry().contains(event.position().toPoint())
        if on_it and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit()
            self.close()
