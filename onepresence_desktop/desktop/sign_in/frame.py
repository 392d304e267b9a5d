"""What the dialogs of this room share: fixed size, language at hand, one column."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from onepresence_desktop.desktop.languages import Language
from onepresence_desktop.desktop.theme import icons
from onepresence_desktop.desktop.theme.theme import color, current
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import focus_ring
from onepresence_desktop.desktop.widgets.fields import Select

SCROLL_BAR = 12
"""Beside a dialog that is higher than the screen."""
TITLE_BAR = 32
"""The sizes of the design include a title bar, which the system draws."""


class FixedDialog(QDialog):
    """A window of fixed content size that follows language and theme; fill `column`."""

    def __init__(self, width: int, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowIcon(icons.app_icon())
        wanted = QSize(width, height - TITLE_BAR)
        self.setFixedSize(fitting(wanted, screen_room()))
        content = QWidget()
        content.setObjectName("scrolled")
        content.setMinimumSize(wanted)
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(content)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._scroll)
        current().changed.connect(self._repaint_all)

    def retranslate(self) -> None:
        """All texts again."""

    def setVisible(self, visible: bool) -> None:
        """Qt gives the first focus as if by Tab; a ring shows only when a key was really used."""
        by_key = focus_ring.keyboard_used()
        super().setVisible(visible)
        focus = self.focusWidget()
        if visible and not by_key and isinstance(focus, focus_ring.Ringed):
            focus.hide_ring()
            focus_ring.note_mouse()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _repaint_all(self) -> None:
        for widget in self.findChildren(QWidget):
            widget.update()


def screen_room() -> QSize:
    """What a window may take of the screen."""
    return QGuiApplication.primaryScreen().availableGeometry().size()


def fitting(wanted: QSize, room: QSize) -> QSize:
    """The size of a dialog that stays on the screen: what doesn't fit into its height is scrolled to."""
    if wanted.height() <= room.height() - TITLE_BAR:
        return wanted
    return QSize(wanted.width() + SCROLL_BAR, room.height() - TITLE_BAR)


class IconPlate(QWidget):
    """A rounded plate with an icon, at the head of a dialog or card."""

    def __init__(self, icon: str, *, extent: int = 48, icon_size: int = 22, radius: float = Radius.XL) -> None:
        super().__init__()
        self._icon = icon
        self._icon_size = icon_size
        self._radius = radius
        self.ground, self.ink = Color.ACCENT_TINT, Color.ACCENT_TEXT
        self.setFixedSize(extent, extent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Plate and icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(color(self.ground))
        painter.setBrush(color(self.ground))
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, self._radius, self._radius)
        half = self._icon_size / 2
        spot = QRectF(rect.center().x() - half, rect.center().y() - half, self._icon_size, self._icon_size)
        icons.paint(painter, self._icon, spot, color(self.ink), self.devicePixelRatioF())


class AppMark(QWidget):
    """The program's own icon."""

    def __init__(self, extent: int) -> None:
        super().__init__()
        self.setFixedSize(extent, extent)

    def sizeHint(self) -> QSize:
        """Its fixed size."""
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon."""
        QPainter(self).drawPixmap(0, 0, icons.app_pixmap(self.width(), self.devicePixelRatioF()))


def language_select(*, bare: bool) -> Select:
    """The three languages in their own words."""
    select = Select(icon="" if bare else "language", bare=bare)
    select.set_rows([(language.value, language.own_name) for language in Language])
    return select
