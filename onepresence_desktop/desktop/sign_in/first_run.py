"""The first thing seen: demo, a company's server, or a telephone system of one's own (spec 0.1 to 0.3)."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout

from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, Language, translate
from onepresence_desktop.desktop.sign_in.frame import FixedDialog, language_select
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius, size_pair
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import Button, Kind, Pressable
from onepresence_desktop.desktop.widgets.card import Footer
from onepresence_desktop.desktop.widgets.labels import Label


class Way(StrEnum):
    """How to run the program."""

    DEMO = "demo"
    COMPANY = "company"
    LOCAL = "local"


_WORDS = {
    Way.DEMO: (
        "demo",
        QT_TRANSLATE_NOOP("SignIn", "Try with a demo company"),
        QT_TRANSLATE_NOOP("SignIn", "A living company of 40 colleagues on this computer. No real calls are made."),
        "clock",
        QT_TRANSLATE_NOOP("SignIn", "Ready in a few seconds"),
    ),
    Way.COMPANY: (
        "connect",
        QT_TRANSLATE_NOOP("SignIn", "Connect to my company"),
        QT_TRANSLATE_NOOP("SignIn", "You need the server address, your local number and your password."),
        "key",
        QT_TRANSLATE_NOOP("SignIn", "From your administrator"),
    ),
    Way.LOCAL: (
        "server",
        QT_TRANSLATE_NOOP("SignIn", "Run on this computer"),
        QT_TRANSLATE_NOOP("SignIn", "Start your own telephone system here, and invite colleagues afterwards."),
        "shield",
        QT_TRANSLATE_NOOP("SignIn", "Data stays on this machine"),
    ),
}


class WayCard(Pressable):
    """One of the three ways."""

    ring_radius = Radius.L

    def __init__(self, way: Way, place: int) -> None:
        super().__init__()
        self.way = way
        self._place = place
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(230)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        """All texts again."""
        _icon, title, words, _foot_icon, foot = _WORDS[self.way]
        self.setText(translate("SignIn", title))
        self.setAccessibleName(translate("SignIn", title))
        self.setAccessibleDescription(f"{translate('SignIn', words)} {translate('SignIn', foot)}")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on with what is chosen, which is the dialog's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Plate, key cap, title, words, foot."""
        icon, title, words, foot_icon, foot = _WORDS[self.way]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, ratio, on = QRectF(self.rect()), self.devicePixelRatioF(), self.isChecked()
        pen = QPen(color(Color.ACCENT_FOCUS), 2) if on else QPen(color(Color.LINE_STRONG), 1)
        inset = pen.widthF() / 2
        painter.setPen(pen)
        ground = Color.BG_SELECTED if on else Color.BG_HOVER if self.underMouse() else Color.BG_FIELD
        painter.setBrush(color(ground))
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), Radius.M, Radius.M)
        plate = QRectF(17, 17, 40, 40)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(Color.ACCENT_SOLID if on else Color.BG_TRACK))
        painter.drawRoundedRect(plate, 10, 10)
        ink = color(Color.TEXT_ON_ACCENT if on else Color.TEXT_SECONDARY)
        icons.paint(painter, icon, plate.adjusted(10, 10, -10, -10), ink, ratio)
        cap = str(self._place)
        painters.key_cap(painter, QPointF(rect.right() - 15 - painters.key_cap_width(cap), 37), cap)
        room = rect.width() - 34
        top = 70.0
        for line in painters.wrapped(translate("SignIn", title), fonts.font(fonts.Text.HEADING), room):
            box = QRectF(17, top, room, 20)
            painters.text(painter, box, line, fonts.font(fonts.Text.HEADING), color(Color.TEXT_PRIMARY))
            top += 20
        told = translate("SignIn", words)
        box = QRectF(17, top + 3, room, 90)
        painters.paragraph(painter, box, told, fonts.Text.BODY, color(Color.TEXT_SECONDARY))
        small = fonts.font(fonts.Text.SMALL)
        lines = painters.wrapped(translate("SignIn", foot), small, room - 19)
        top = rect.bottom() - 18 - 16 * len(lines)
        icons.paint(painter, foot_icon, QRectF(17, top + 1, 14, 14), color(Color.TEXT_TERTIARY), ratio)
        for line in lines:
            painters.text(painter, QRectF(36, top, room - 19, 16), line, small, color(Color.TEXT_TERTIARY))
            top += 16


class FirstRun(FixedDialog):
    """Keys 1 2 3 choose, Enter continues. chosen: a Way; language_chosen: a Language."""

    chosen = Signal(object)
    language_chosen = Signal(object)

    def __init__(self, language: Language) -> None:
        super().__init__(*size_pair("window.firstRun"))
        body = QVBoxLayout()
        body.setContentsMargins(32, 30, 32, 0)
        body.setSpacing(0)
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        self._title = Label(role=fonts.Text.DISPLAY, wrap=True)
        self._line = Label(tone="secondary", wrap=True)
        words.addWidget(self._title)
        words.addWidget(self._line)
        head.addLayout(words, 1)
        self._language = language_select(bare=False)
        self._language.setFixedSize(max(112, self._language.sizeHint().width()), 32)
        self._language.set_key(language.value)
        self._language.picked.connect(lambda key: self.language_chosen.emit(Language(key)))
        body.addLayout(head)
        body.addSpacing(24)
        row = QHBoxLayout()
        row.setSpacing(12)
        group = QButtonGroup(self)
        self.cards: dict[Way, WayCard] = {}
        for place, way in enumerate((Way.DEMO, Way.COMPANY, Way.LOCAL), start=1):
            card = self.cards[way] = WayCard(way, place)
            group.addButton(card)
            row.addWidget(card, 1)
        self.cards[Way.DEMO].setChecked(True)
        body.addLayout(row)
        head.addWidget(self._language, 0, Qt.AlignmentFlag.AlignVCenter)
        body.addStretch()
        self.column.addLayout(body, 1)
        footer = Footer(60, 32)
        self._later = Label(role=fonts.Text.SMALL, tone="tertiary")
        self._continue = Button(kind=Kind.PRIMARY)
        self._continue.clicked.connect(self._finish)
        footer.row.addWidget(self._later)
        footer.row.addStretch()
        footer.row.addWidget(self._continue)
        self.column.addWidget(footer)
        self.cards[Way.DEMO].setFocus()
        self.retranslate()

    @property
    def way(self) -> Way:
        """The card chosen."""
        return next(way for way, card in self.cards.items() if card.isChecked())

    def set_busy(self, busy: bool) -> None:
        """While the chosen way is being prepared."""
        self._continue.set_busy(busy)
        for card in self.cards.values():
            card.setEnabled(not busy)

    def retranslate(self) -> None:
        """All texts again."""
        self.setWindowTitle("OnePresence")
        self._title.setText(translate("SignIn", "Welcome to OnePresence"))
        self._line.setText(
            translate("SignIn", "See who is free, call with one click, and divert your phone when you leave.")
        )
        self._language.setAccessibleName(translate("SignIn", "Language"))
        self._later.setText(translate("SignIn", "Can be changed later in Settings"))
        self._continue.setText(translate("SignIn", "Continue"))
        self._continue.updateGeometry()
        for card in self.cards.values():
            card.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 2 3, arrows, Enter."""
        ways = list(self.cards)
        key = event.key()
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_3:
            self._choose(ways[key - Qt.Key.Key_1])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self._choose(ways[(ways.index(self.way) + step) % len(ways)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        else:
            super().keyPressEvent(event)

    def _choose(self, way: Way) -> None:
        self.cards[way].setChecked(True)
        self.cards[way].setFocus(Qt.FocusReason.TabFocusReason)

    def _finish(self) -> None:
        if self._continue.isEnabled():
            self.chosen.emit(self.way)
