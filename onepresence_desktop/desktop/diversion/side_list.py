"""What runs now and what is to come, with the reason why one counts and another doesn't (spec 3.8)."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from onepresence_desktop.desktop import company_time, texts
from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate
from onepresence_desktop.desktop.named_numbers import destination_words
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton
from onepresence_desktop.desktop.widgets.card import Card, Surface
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.minutes import Minutes
from onepresence_desktop.desktop.widgets.refilling import emptied, shown_now
from onepresence_desktop.domain.diversion import Why
from onepresence_desktop.wire.views import StandingView

WIDTH = 228
_WHY = {
    Why.OLDER: QT_TRANSLATE_NOOP("Diversion", "A newer one counts"),
    Why.LESS_THAN_MANUAL: QT_TRANSLATE_NOOP("Diversion", "Your own diversion counts"),
    Why.LESS_THAN_SCHEDULE: QT_TRANSLATE_NOOP("Diversion", "The schedule counts"),
}


class StandingCard(Card):
    """One diversion: reason, time, destination, and buttons to change or end it."""

    edit_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, standing: StandingView, where: str, now: datetime) -> None:
        counts = standing.why is Why.EFFECTIVE
        super().__init__(Color.DIVERTED_TINT if counts else Color.BG_CARD, None if counts else Color.LINE_HAIRLINE)
        self.standing = standing
        self._counts = counts
        self._title = texts.diversion_name(standing.title, standing.reason)
        self._when, self._where = "", where
        self._why = translate("Diversion", _WHY[standing.why]) if standing.why in _WHY else ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(84 if self._why else 68)
        self.say_when(now)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 6, 0)
        row.setSpacing(0)
        row.addStretch()
        column = QVBoxLayout()
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        change = IconButton(
            "edit", translate("Diversion", "Change {what}").format(what=self._title), size=14, extent=24
        )
        change.clicked.connect(lambda: self.edit_wanted.emit(standing))
        remove = IconButton("delete", translate("Diversion", "End {what}").format(what=self._title), size=14, extent=24)
        remove.clicked.connect(lambda: self.remove_wanted.emit(standing))
        buttons.addWidget(change)
        buttons.addWidget(remove)
        column.addLayout(buttons)
        column.addStretch()
        row.addLayout(column)

    def say_when(self, now: datetime) -> None:
        """Until when, and how long that is, as it is told now."""
        words = _when(self.standing, now)
        if words != self._when:
            self._when = words
            self.setAccessibleName(", ".join(t for t in (self._title, words, self._where, self._why) if t))
            self.update()

    def sizeHint(self) -> QSize:
        """Its height."""
        return QSize(200, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, icon and lines."""
        super().paintEvent(event)
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        ink = color(Color.DIVERTED_TEXT if self._counts else Color.TEXT_TERTIARY)
        icons.paint(painter, texts.REASON_ICONS[self.standing.reason], QRectF(11, 10, 16, 16), ink, ratio)
        small = fonts.font(fonts.Text.SMALL, tabular=True)
        strong = fonts.font(fonts.Text.SMALL, fonts.MEDIUM)
        room = self.width() - 36 - 8
        painters.text(painter, QRectF(36, 9, room - 48, 16), self._title, strong, color(Color.TEXT_PRIMARY))
        when = color(Color.DIVERTED_TEXT if self._counts else Color.TEXT_SECONDARY)
        painters.text(painter, QRectF(36, 25, room, 16), self._when, small, when)
        icons.paint(painter, "arrow-right", QRectF(36, 43, 11, 11), color(Color.TEXT_TERTIARY), ratio)
        painters.text(painter, QRectF(51, 41, room - 15, 16), self._where, small, color(Color.TEXT_TERTIARY))
        if self._why:
            painters.text(painter, QRectF(36, 58, room, 16), self._why, small, color(Color.TEXT_TERTIARY))


class SideList(Surface):
    """open_phone_wanted: end all that run."""

    edit_wanted = Signal(object)
    remove_wanted = Signal(object)
    open_phone_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(Color.BG_HEADER, "left")
        self._session = session
        self.setFixedWidth(WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(13, 14, 12, 14)
        self._column.setSpacing(8)
        self.cards: list[StandingCard] = []
        Minutes(self).passed.connect(self._say_times)
        self.refresh()

    def refresh(self) -> None:
        """Show what the mirror says."""
        emptied(self._column)
        self.cards = []
        diversions = self._session.mirror.diversions
        current = diversions.current if diversions is not None else []
        coming = diversions.coming if diversions is not None else []
        self._head(translate("Diversion", "Current"))
        for standing in current:
            self._card(standing)
        if current:
            opened = Button(translate("Diversion", "Open the phone"), icon="call", small=True)
            opened.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            opened.clicked.connect(self.open_phone_wanted)
            self._column.addWidget(opened)
        else:
            self._column.addWidget(_Plain("status-available", translate("Diversion", "The phone is open")))
        self._column.addSpacing(4)
        self._head(translate("Diversion", "Upcoming"))
        for standing in coming:
            self._card(standing)
        if not coming:
            self._column.addWidget(_Plain("", translate("Diversion", "Nothing planned")))
        self._column.addStretch()
        shown_now(self._column)

    def _say_times(self) -> None:
        for card in self.cards:
            card.say_when(self._session.now())

    def _head(self, words: str) -> None:
        self._column.addWidget(Label(words, role=fonts.Text.SMALL, weight=fonts.SEMIBOLD, tone="secondary"))

    def _card(self, standing: StandingView) -> None:
        card = StandingCard(standing, self._where(standing), self._session.now())
        card.edit_wanted.connect(self.edit_wanted)
        card.remove_wanted.connect(self.remove_wanted)
        self._column.addWidget(card)
        self.cards.append(card)

    def _where(self, standing: StandingView) -> str:
        return destination_words(self._session.mirror, standing.destination)


class _Plain(Card):
    def __init__(self, icon: str, words: str) -> None:
        super().__init__()
        self._icon, self._words = icon, words
        self.setFixedHeight(36)
        self.setAccessibleName(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        left = 11.0
        if self._icon:
            icons.paint(
                painter, self._icon, QRectF(11, 12, 12, 12), color(Color.AVAILABLE_SOLID), self.devicePixelRatioF()
            )
            left = 32
        room = QRectF(left, 0, self.width() - left - 8, self.height())
        painters.text(painter, room, self._words, fonts.font(fonts.Text.SMALL), color(Color.TEXT_SECONDARY))


def _when(standing: StandingView, now: datetime) -> str:
    if standing.starts_at <= now:
        words = texts.until(standing.until, now)
        if standing.until is not None:
            left = texts.span_short((standing.until - now).total_seconds())
            words += " · " + translate("Diversion", "{time} left").format(time=left)
        return words
    begin = f"{texts.day(standing.starts_at, now)} {texts.clock(standing.starts_at)}"
    if standing.until is None:
        return f"{begin} –"
    if company_time.local(standing.until).date() == company_time.local(standing.starts_at).date():
        return f"{begin}–{texts.clock(standing.until)}"
    return f"{begin} – {texts.day(standing.until, now)}"
