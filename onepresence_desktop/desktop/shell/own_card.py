"""The user's own card at the top of the left column; of one height in every state, so the navigation never moves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.own_state import OwnState
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import Button, Pressable
from onepresence_desktop.desktop.widgets.presence_look import LOOKS
from onepresence_desktop.domain.presence import Presence

HEIGHT = 48
RING_STEPS = 110
"""Circumference of the ring in pixels: it is redrawn when its end moves by about one of them."""


class OwnCard(Pressable):
    """Avatar, name and state; ring and "Open" while diverted. Clicked, Enter or Alt+Down: `menu_wanted`."""

    menu_wanted = Signal()
    open_wanted = Signal()
    ring_radius = Radius.M

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._state = OwnState()
        self._rail = False
        self._open = Button(small=True, parent=self)
        self._open.clicked.connect(self.open_wanted)
        self._open.hide()
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._advance)
        self._clock: Callable[[], datetime] = _here
        self.clicked.connect(self.menu_wanted)
        self.retranslate()

    def set_clock(self, clock: Callable[[], datetime]) -> None:
        """Where the present moment comes from (the server's clock); aware."""
        self._clock = clock

    def show_state(self, state: OwnState) -> None:
        """Show the user as he stands now."""
        self._state = state
        self._arrange()

    def set_rail(self, rail: bool) -> None:
        """The avatar alone, for the narrow left column."""
        self._rail = rail
        self.setFixedHeight(36 if rail else HEIGHT)
        self._arrange()

    def retranslate(self) -> None:
        """Texts in the language in use."""
        self._open.setText(translate("Shell", "Open"))
        self._open.setToolTip(translate("Shell", "Open the phone"))
        self._open.setAccessibleName(translate("Shell", "Open the phone"))
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down opens the menu as on any list."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.menu_wanted.emit()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Its fixed height."""
        return QSize(196, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the right."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Count down only while seen."""
        super().showEvent(event)
        self._schedule()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop counting."""
        super().hideEvent(event)
        self._tick.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Follow enabling."""
        super().changeEvent(event)
        self.update()

    def lines(self) -> tuple[str, str]:
        """The two lines as shown."""
        state = self._state
        if not state.connected:
            words = translate("Shell", "Connecting …") if state.connecting else translate("Shell", "Not connected")
            return state.name, words
        if state.closed_door:
            return state.name, _sentence(translate("Shell", "Do not disturb"), state, self._moment())
        if state.diverted and state.reason is not None:
            return texts.diversion_name(state.title, state.reason, short=True), texts.until(
                state.ends_at, self._moment()
            )
        return state.name, texts.presence(state.presence)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, avatar or ring, and two lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state, ratio = self._state, self.devicePixelRatioF()
        rect = QRectF(self.rect())
        shown = state if state.connected else OwnState(state.user_id, state.name)
        ground: Color | None = None
        if shown.diverted:
            ground = Color.DIVERTED_TINT
        elif shown.closed_door:
            ground = Color.DND_TINT
        elif self.underMouse():
            ground = Color.BG_SIDEBAR_HOVER
        if ground is not None and not self._rail:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(ground))
            painter.drawRoundedRect(rect, Radius.M, Radius.M)
        left = 0.0 if self._rail else 8.0
        disc = QRectF(left, rect.center().y() - 18, 36, 36)
        if not state.name:
            self._paint_bars(painter, disc)
            return
        self._paint_disc(painter, disc, shown, ratio)
        if self._rail:
            return
        first, second = self.lines()
        right = self._open.x() - 6 if self._open.isVisible() else rect.width() - 25
        room = right - 52
        painters.text(
            painter, QRectF(52, 7, room, 18), first, fonts.font(weight=fonts.SEMIBOLD), color(Color.TEXT_PRIMARY)
        )
        self._paint_second(painter, second, room, shown, ratio)
        if not self._open.isVisible():
            spot = QRectF(rect.width() - 22, rect.center().y() - 7, 14, 14)
            icons.paint(painter, "chevron-down", spot, color(Color.TEXT_TERTIARY), ratio)

    def _paint_bars(self, painter: QPainter, disc: QRectF) -> None:
        """Nothing is known of the user yet."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(Color.BG_TRACK))
        painter.drawEllipse(disc)
        if not self._rail:
            painters.skeleton(painter, QRectF(52, 11, 96, 11))
            painters.skeleton(painter, QRectF(52, 28, 64, 9))

    def _paint_disc(self, painter: QPainter, disc: QRectF, shown: OwnState, ratio: float) -> None:
        if shown.diverted:
            painters.avatar(painter, disc.adjusted(4, 4, -4, -4), shown.name, shown.user_id, ratio)
            painters.ring(painter, disc, shown.fraction_left(self._moment()), 2.5)
        elif shown.closed_door and not self._rail:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(Color.DND_PILL))
            painter.drawEllipse(disc)
            icons.paint(painter, "status-dnd", disc.adjusted(9, 9, -9, -9), color(Color.DND_ON_PILL), ratio)
        else:
            glyph = shown.presence if self._rail else None
            ground = color(Color.BG_SIDEBAR)
            painters.avatar(painter, disc, shown.name, shown.user_id, ratio, presence=glyph, cut=ground)

    def _paint_second(self, painter: QPainter, words: str, room: float, shown: OwnState, ratio: float) -> None:
        font = fonts.font(fonts.Text.SMALL, tabular=not shown.closed_door)
        left, ink = 52.0, Color.DIVERTED_TEXT
        if shown.closed_door:
            ink = Color.DND_TEXT
        elif not shown.diverted:
            connected = self._state.connected
            look = LOOKS[shown.presence if connected else Presence.OFFLINE]
            ink = look.text
            glyph = look.glyph if connected or not self._state.connecting else "status-connecting"
            icons.paint(painter, glyph, QRectF(left, 27, 10, 10), color(look.solid), ratio)
            left += 14
        painters.text(painter, QRectF(left, 24, room - left + 52, 16), words, font, color(ink))

    def _arrange(self) -> None:
        shown = self._state.connected and self._state.diverted and not self._rail
        self._open.setVisible(shown)
        if shown:
            self._open.resize(self._open.sizeHint())
            self._open.move(self.width() - self._open.width() - 8, (self.height() - self._open.height()) // 2)
        first, second = self.lines()
        name = f"{self._state.name}, {second}" if first == self._state.name else f"{self._state.name}, {first} {second}"
        self.setAccessibleName(name.strip(", "))
        self.setToolTip(name.strip(", ") if self._rail else "")
        self._schedule()
        self.update()

    def _schedule(self) -> None:
        state = self._state
        if not self.isVisible() or state.ends_at is None or state.starts_at is None:
            self._tick.stop()
            return
        whole = (state.ends_at - state.starts_at).total_seconds() * 1000
        self._tick.start(max(1000, min(60_000, round(whole / RING_STEPS))))

    def _advance(self) -> None:
        self.update()

    def _moment(self) -> datetime:
        return self._clock()


def _here() -> datetime:
    return datetime.now(UTC)


def _sentence(words: str, state: OwnState, now: datetime) -> str:
    return f"{words} {texts.until(state.ends_at, now)}" if state.ends_at is not None else words
