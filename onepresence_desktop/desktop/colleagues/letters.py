"""The letters A–Å at the right of a long list: a click or drag goes to the names under a letter (design, section 7.3).

For the pointer; with keys, typing a name is faster.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onepresence_desktop.desktop import alphabet
from onepresence_desktop.desktop.colleagues.list_view import ColleagueList
from onepresence_desktop.desktop.colleagues.model import ColleaguesModel
from onepresence_desktop.desktop.languages import language_in_use, translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.domain.people import UserId

LONG_FROM = 100
"""People from which the list has letters: fewer are three turns of the wheel."""
WIDTH, BUBBLE = 14, 44
TELL_EVERY_MS = 60
"""While the list is turned, its place is told no more often: nobody reads faster."""
MOST_HEIGHT = 21
"""Of one letter, in pixels; less where the list is low."""


class LetterStrip(QWidget):
    """pressed_on: a letter. released: the pointer has let go."""

    pressed_on = Signal(str)
    released = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.letters = ""
        self.current = ""
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_letters(self, letters: str) -> None:
        """These; "" for none."""
        self.letters = letters
        self.setEnabled(bool(letters))
        self.setAccessibleName(
            translate("Colleagues", "Letters {first} to {last}").format(first=letters[0], last=letters[-1])
            if letters
            else ""
        )
        self.update()

    def show_current(self, letter: str) -> None:
        """Mark the letter the list stands at."""
        if letter != self.current:
            self.current = letter
            self.update()

    def rect_of(self, letter: str) -> QRectF:
        """Where a letter stands."""
        high = min(float(MOST_HEIGHT), self.height() / max(1, len(self.letters)))
        top = (self.height() - high * len(self.letters)) / 2
        return QRectF(0, top + high * self.letters.index(letter), self.width(), high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The letters, the current one on a small plate."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = fonts.sized(10, fonts.MEDIUM)
        for letter in self.letters:
            rect, ink = self.rect_of(letter), Color.TEXT_TERTIARY
            if letter == self.current:
                high = min(15.0, rect.height())
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color(Color.ACCENT_SOLID))
                painter.drawRoundedRect(QRectF(1, rect.center().y() - high / 2, WIDTH - 3, high), 4, 4)
                ink = Color.TEXT_ON_ACCENT
            painters.text(painter, rect.adjusted(0, 0, -1, 0), letter, font, color(ink), painters.CENTER)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """To the letter under the pointer."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._at(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """And on, while it is dragged."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._at(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Done."""
        self.released.emit()

    def _at(self, event: QMouseEvent) -> None:
        if not self.letters:
            return
        first = self.rect_of(self.letters[0])
        place = int((event.position().y() - first.top()) // first.height())
        self.pressed_on.emit(self.letters[max(0, min(len(self.letters) - 1, place))])


class Bubble(QWidget):
    """The letter, big, beside the pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.letter = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(BUBBLE, BUBBLE)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dark disc in both schemes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(Color.BG_TOOLTIP))
        painter.drawEllipse(QRectF(self.rect()))
        ink = color(Color.TEXT_ON_TOOLTIP)
        painters.text(painter, QRectF(self.rect()), self.letter, fonts.font(fonts.Text.TITLE), ink, painters.CENTER)


class ListWithLetters(QWidget):
    """The list and, when it is long and in the order of names, its letters. name_of: of a person in the list.

    moved: `where` is another.
    """

    moved = Signal()

    def __init__(self, view: ColleagueList, model: ColleaguesModel, name_of: Callable[[UserId], str]) -> None:
        super().__init__()
        self._view, self._model, self._name_of = view, model, name_of
        self.strip = LetterStrip()
        self.bubble = Bubble(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(view, 1)
        row.addWidget(self.strip)
        self.strip.pressed_on.connect(self._go)
        self.strip.released.connect(self.bubble.hide)
        self.strip.hide()
        self._where: tuple[int, int] | None = None
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(TELL_EVERY_MS)
        self._telling.timeout.connect(self._tell)
        selection = view.selectionModel()
        selection.currentChanged.connect(lambda _new, _old: self._telling.start())
        view.verticalScrollBar().valueChanged.connect(lambda _value: self._scrolled())

    def refresh(self, *, everyone: int, by_name: bool) -> None:
        """The list has other rows. everyone: how many people there are; by_name: those under the last head are in the
        order of names. The room for the letters stays while they are away, so that nothing moves."""
        self.strip.setVisible(everyone >= LONG_FROM)
        letters = alphabet.LETTERS[language_in_use()] if by_name and everyone >= LONG_FROM else ""
        if letters != self.strip.letters:
            self.strip.show_letters(letters)
        if letters:
            self._scrolled()

    def where(self) -> tuple[int, int] | None:
        """The place of the first person seen and how many there are, once the list is turned by hand.

        None at its top, while it has no letters, and while a row is chosen, whose keys are told instead.
        """
        place = self._view.rowAt(0)
        if not self.strip.letters or place < self._first() or self._view.currentIndex().isValid():
            return None
        heads = len(self._model.heads())
        return place + 1 - heads, self._model.rowCount() - heads

    def _tell(self) -> None:
        if self.where() != self._where:
            self._where = self.where()
            self.moved.emit()

    def _first(self) -> int:
        heads = self._model.heads()
        return heads[-1] + 1 if heads else 0

    def _scrolled(self) -> None:
        if not self._telling.isActive():
            self._telling.start()
        if not self.strip.letters:
            return
        place = self._view.rowAt(0)
        user = self._model.user_at(place) if place >= self._first() else None
        self.strip.show_current(alphabet.letter(self._name_of(user), language_in_use()) if user is not None else "")

    def _go(self, letter: str) -> None:
        language = language_in_use()

        def key(place: int) -> str:
            user = self._model.user_at(place)
            return alphabet.order(self._name_of(user), language) if user is not None else ""

        places = range(self._first(), self._model.rowCount())
        found = bisect_left(places, alphabet.key_of(letter, language), key=key)
        if places:
            place = places[min(found, len(places) - 1)]
            self._view.scrollTo(self._model.index(place, 0), ColleagueList.ScrollHint.PositionAtTop)
        self.strip.show_current(letter)
        self.bubble.letter = letter
        middle = self.strip.rect_of(letter).center().y()
        top = max(0, min(self.height() - BUBBLE, round(middle) - BUBBLE // 2))
        self.bubble.move(self.strip.x() - BUBBLE - 8, top)
        self.bubble.show()
        self.bubble.raise_()
        self.bubble.update()
