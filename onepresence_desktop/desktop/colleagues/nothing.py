"""What the page shows when nothing is found, or nothing is known yet."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop.colleagues.delegate import HEAD_HEIGHT, Places
from onepresence_desktop.desktop.colleagues.outside import Scope
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius, size
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import Pressable
from onepresence_desktop.desktop.widgets.card import Card
from onepresence_desktop.desktop.widgets.key_caps import KeyCaps

CARD, STEP = 300, 36
"""Width of the card with the next steps, and height of one."""


class Loading(QWidget):
    """Bars where colleagues will be, until the first of them are known."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """As many rows as there is room for; no two names are equally long."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(Color.BG_WINDOW))
        row, lengths = size("row.comfortable"), (148, 116, 170, 132, 158)
        for place in range(self.height() // row):
            places = Places(QRectF(0, HEAD_HEIGHT + place * row, self.width(), row))
            middle = places.row.center().y()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(Color.BG_TRACK))
            painter.drawEllipse(places.avatar)
            bars = [(places.name.left(), lengths[place % 5]), (places.pill.left(), 84), (places.number.left(), 60)]
            if places.title is not None:
                bars.append((places.title.left(), 92))
            for left, wide in bars:
                painters.skeleton(painter, QRectF(left, middle - 6, wide, 12))
            painters.skeleton(painter, QRectF(places.end.right() - 76, middle - 6, 44, 12))


class Step(Pressable):
    """One of the next steps, in the line of its icon, words and key. chosen: what Enter does."""

    def __init__(self, icon: str, keys: str) -> None:
        super().__init__()
        self._icon, self.chosen = icon, False
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 10, 0)
        across.addStretch()
        across.addWidget(KeyCaps(keys))
        self.setFixedHeight(STEP)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, icon, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(Color.BG_SELECTED if self.chosen else Color.BG_HOVER))
            painter.drawRoundedRect(QRectF(self.rect()), Radius.S, Radius.S)
        middle, ink = self.height() / 2, color(Color.TEXT_SECONDARY)
        icons.paint(painter, self._icon, QRectF(12, middle - 8, 16, 16), ink, self.devicePixelRatioF())
        room = QRectF(40, 0, self.width() - 90, self.height())
        painters.text(painter, room, self.text(), fonts.font(), color(Color.TEXT_PRIMARY))


class Nothing(QWidget):
    """What was searched, and what to do next; the first step is chosen, so Enter in the search field takes it.

    phonebook_wanted: look for this text there. contact_wanted: a new contact of this name.
    """

    phonebook_wanted = Signal(str)
    contact_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._query = ""
        self._scope = Scope.ALL
        self._card = Card(parent=self)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(0)
        self.steps = (Step("nav-phonebook", "Enter"), Step("add-contact", "Ctrl+N"))
        for step, wanted in zip(self.steps, (self.phonebook_wanted, self.contact_wanted), strict=True):
            step.clicked.connect(lambda _on=False, wanted=wanted: wanted.emit(self._query))
            column.addWidget(step)
        make = QShortcut(QKeySequence("Ctrl+N"), self)
        make.activated.connect(self.steps[1].click)
        self._choose(0)

    def say(self, query: str, scope: Scope) -> None:
        """What was searched, and among whom."""
        if query != self._query:
            self._choose(0)
        self._query, self._scope = query, scope
        self.setAccessibleDescription(query)
        words = translate("Colleagues", "Search the phonebook"), translate("Colleagues", "Create a contact")
        for step, text in zip(self.steps, words, strict=True):
            step.setText(text)
            step.setAccessibleName(text)
        self.update()

    def take_key(self, event: QKeyEvent) -> bool:
        """A key pressed in the search field: Enter takes the step chosen, arrows choose another; False for others."""
        place = next(place for place, step in enumerate(self.steps) if step.chosen)
        match Qt.Key(event.key()):
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self._choose((place + 1) % len(self.steps))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.isAutoRepeat():
                self.steps[place].click()
            case _:
                return False
        return True

    def _choose(self, place: int) -> None:
        for each, step in enumerate(self.steps):
            step.chosen = each == place
            step.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The steps stand in the middle, under the words."""
        super().resizeEvent(event)
        wide = min(CARD, self.width() - 32)
        self._card.setGeometry((self.width() - wide) // 2, 192, wide, STEP * len(self.steps) + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Disc and three lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), color(Color.BG_WINDOW))
        middle = self.width() / 2
        disc = QRectF(middle - 28, 64, 56, 56)
        painters.avatar_icon(painter, disc, "nav-search", self.devicePixelRatioF())
        first = {
            Scope.ALL: translate("Colleagues", "Nobody is called “{query}”"),
            Scope.INTERNAL: translate("Colleagues", "No colleague is called “{query}”"),
            Scope.EXTERNAL: translate("Colleagues", "No shared contact is called “{query}”"),
        }[self._scope].format(query=self._query)
        second = translate("Colleagues", "Try fewer letters, a local number or a department.")
        if self._scope is Scope.EXTERNAL:
            second = translate("Colleagues", "Your own contacts are found in the phonebook.")
        third = translate("Colleagues", "Type digits to call a number with Enter.")
        for top, words, font, ink in (
            (134, first, fonts.font(fonts.Text.HEADING), Color.TEXT_PRIMARY),
            (158, second, fonts.font(), Color.TEXT_SECONDARY),
            (self._card.geometry().bottom() + 14, third, fonts.font(fonts.Text.SMALL), Color.TEXT_TERTIARY),
        ):
            room = QRectF(16, top, self.width() - 32, 20)
            painters.text(painter, room, words, font, color(ink), painters.CENTER)
