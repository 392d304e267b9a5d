"""The player of a voicemail: button, waveform, time, speed (design, section 7.8)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.inbox.waveform import Waveform
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.buttons import IconButton, Pressable
from onepresence_desktop.desktop.widgets.card import Card
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.segmented import Segment, Segmented

RATES = {"1": 1.0, "1.5": 1.5, "2": 2.0}


class PlayButton(Pressable):
    """The round button of 40 pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(40, 40)
        self.ring_radius = 20
        self._icon = "play"

    def show_playing(self, playing: bool) -> None:
        """Show what a press would do."""
        self._icon = "pause" if playing else "play"
        self.setAccessibleName(translate("Inbox", "Pause") if playing else translate("Inbox", "Play"))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        """Round."""
        return QSize(40, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Disc and icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = Color.ACCENT_SOLID
        if not self.isEnabled():
            ground = Color.BG_TRACK
        elif self.isDown():
            ground = Color.ACCENT_PRESSED
        elif self.underMouse():
            ground = Color.ACCENT_HOVER
        painter.setBrush(color(ground))
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawEllipse(rect)
        ink = color(Color.TEXT_ON_ACCENT if self.isEnabled() else Color.TEXT_DISABLED)
        inner = QRectF(rect.center().x() - 9, rect.center().y() - 9, 18, 18)
        icons.paint(painter, self._icon, inner, ink, self.devicePixelRatioF())


class PlayerCard(Card):
    """Knows times, not sound: toggled, sought (seconds), skipped (seconds), rate_chosen (factor), outlets_wanted."""

    toggled = Signal()
    sought = Signal(float)
    skipped = Signal(float)
    rate_chosen = Signal(float)
    outlets_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._seconds = 0.0
        self.button = PlayButton()
        self.button.clicked.connect(self.toggled)
        self.wave = Waveform()
        self.wave.sought.connect(lambda place: self.sought.emit(place * self._seconds))
        self._at = Label(weight=fonts.MEDIUM, tabular=True)
        self._of = Label(tone="tertiary", tabular=True)
        self._note = Label(role=fonts.Text.SMALL, tone="danger", wrap=True)
        self._note.hide()
        self._back = IconButton("seek-back")
        self._on = IconButton("seek-forward")
        self._back.clicked.connect(lambda: self.skipped.emit(-5.0))
        self._on.clicked.connect(lambda: self.skipped.emit(5.0))
        self.rate = Segmented([Segment(key, key) for key in RATES])
        self.rate.chosen.connect(lambda key: self.rate_chosen.emit(RATES[key]))
        self.outlets = IconButton("speaker")
        self.outlets.clicked.connect(self.outlets_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(self.button)
        upper.addWidget(self.wave, 1)
        column.addLayout(upper)
        lower = QHBoxLayout()
        lower.setContentsMargins(52, 0, 0, 0)
        lower.setSpacing(6)
        lower.addWidget(self._at)
        lower.addWidget(self._of)
        lower.addStretch()
        lower.addWidget(self._back)
        lower.addWidget(self._on)
        lower.addWidget(self.rate)
        lower.addWidget(self.outlets)
        column.addLayout(lower)
        column.addWidget(self._note)
        self.retranslate()

    def retranslate(self) -> None:
        """Names again."""
        self._back.set_name(translate("Inbox", "Back 5 seconds"))
        self._on.set_name(translate("Inbox", "Forward 5 seconds"))
        self.outlets.set_name(translate("Inbox", "Where to play"))
        self.rate.setAccessibleName(translate("Inbox", "Speed"))
        comma = translate("Inbox", "1.5×")
        self.rate.set_segments([Segment("1", "1×"), Segment("1.5", comma), Segment("2", "2×")])
        self.button.show_playing(False)
        self.wave.setAccessibleName(translate("Inbox", "Sound"))

    def show_sound(self, peaks: tuple[float, ...], seconds: float, at: float) -> None:
        """Another recording; no peaks while it loads."""
        self._seconds = seconds
        self.wave.set_peaks(peaks)
        self.button.setEnabled(True)
        self._note.hide()
        self.show_time(at)

    def show_time(self, at: float) -> None:
        """Where one is."""
        self._at.setText(texts.duration(min(at, self._seconds)))
        self._of.setText(f"/ {texts.duration(self._seconds)}")
        self.wave.set_place(at / self._seconds if self._seconds else 0.0)

    def say(self, words: str) -> None:
        """Why there is no sound."""
        self._note.setText(words)
        self._note.show()
