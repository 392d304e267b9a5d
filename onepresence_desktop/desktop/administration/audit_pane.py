"""The tab Log: who did what, newest first, narrowed by the top field."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout

from onepresence_desktop.desktop import company_time, texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.audit_words import action_words, subject_words, who_words
from onepresence_desktop.desktop.administration.pane import AdminPane
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.row_list import RowList
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.wire.privacy import AuditView

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole + 1
ROW = 34
PAGE = 200
"""Entries that the service sends at once; fewer means that there are no older ones."""
TYPING_MS = 250
"""Rest after the last key before the service is asked."""


class AuditModel(QAbstractTableModel):
    """One row per entry; role ENTRY gives the `AuditView`."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[AuditView] = []
        self.now = company_time.local(datetime.now(UTC))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """One."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The entry, or what a screen reader says of it."""
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return " ".join([self.when(entry), who_words(entry), action_words(entry.action), subject_words(entry)])
        return None

    def when(self, entry: AuditView) -> str:
        """Day and time."""
        at = company_time.local(entry.at)
        return f"{texts.day(at, self.now)} {at:%H:%M}"

    def tell_day(self, now: datetime) -> None:
        """It is another day: what is said of days is said again."""
        self.now = company_time.local(now)
        if self.entries:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.entries) - 1, 0))

    def show(self, entries: list[AuditView]) -> None:
        """These alone."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def add(self, entries: list[AuditView]) -> None:
        """These behind the others."""
        first = len(self.entries)
        self.beginInsertRows(QModelIndex(), first, first + len(entries) - 1)
        self.entries += entries
        self.endInsertRows()


class AuditDelegate(QStyledItemDelegate):
    """When, who, what, to what."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list."""
        return QSize(300, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Four columns on a line."""
        entry: AuditView = index.data(ENTRY)
        model = index.model()
        assert isinstance(model, AuditModel)
        rect = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, color(Color.BG_SELECTED))
        painter.fillRect(QRectF(rect.left() + 20, rect.bottom() - 1, rect.width() - 40, 1), color(Color.LINE_SOFT))
        small = fonts.font(fonts.Text.SMALL, tabular=True)
        left = rect.left() + 20
        room = rect.width() - 40
        columns = ((0.19, model.when(entry), small, Color.TEXT_SECONDARY),
                   (0.22, who_words(entry), fonts.font(weight=fonts.MEDIUM), Color.TEXT_PRIMARY),
                   (0.29, action_words(entry.action), fonts.font(), Color.TEXT_PRIMARY),
                   (0.30, subject_words(entry), small, Color.TEXT_SECONDARY))  # fmt: skip
        for share, words, font, ink in columns:
            wide = room * share
            painters.text(painter, QRectF(left, rect.top(), wide - 10, rect.height()), words, font, color(ink))
            left += wide
        painter.restore()


class AuditPane(AdminPane):
    """The log, for administrators."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self._session, self._actions = session, actions
        self._text = ""
        self.model = AuditModel()
        self.list = RowList(self.model, AuditDelegate(), ROW)
        self.band = Banner(Tone.DANGER)
        self.count = Label(role=fonts.Text.SMALL, weight=fonts.MEDIUM, tone="secondary")
        self.older = Button(icon="chevron-down", small=True)
        self.again = Button(icon="refresh", small=True)
        head = QHBoxLayout()
        head.setContentsMargins(20, 10, 16, 6)
        head.addWidget(self.count, 1)
        head.addWidget(self.older)
        head.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.band)
        column.addWidget(self.list, 1)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.load)
        self.older.clicked.connect(self._load_older)
        self.again.clicked.connect(self.load)
        self.older.setEnabled(False)
        session.day_changed.connect(self._another_day)

    def retranslate(self) -> None:
        """All words again."""
        self.older.setText(translate("Audit", "Older ones"))
        self.again.setText(translate("Audit", "Again"))
        for button in (self.older, self.again):
            button.updateGeometry()
        self.list.setAccessibleName(translate("Audit", "Log"))
        self._counted()

    def _another_day(self) -> None:
        self.model.tell_day(self._session.now())

    def load(self) -> None:
        """The newest entries."""
        text = self._text

        def arrived(answer: list[AuditView] | OnePresenceError) -> None:
            if text != self._text:
                return
            if isinstance(answer, OnePresenceError):
                self.band.say(texts.error(answer))
                return
            self.band.hide()
            self.model.now = company_time.local(self._session.now())
            self.model.show(answer)
            self.older.setEnabled(len(answer) == PAGE)
            self._counted()

        self._actions.ask("audit", lambda client: client.audit(text=text), arrived)

    def take_search(self, text: str) -> None:
        """Ask for what holds it, when typing rests."""
        if text.strip() != self._text:
            self._text = text.strip()
            self._typing.start()

    def search_placeholder(self) -> str:
        """What the top field finds here."""
        return translate("Audit", "Search who, number or word")

    def _load_older(self) -> None:
        if not self.model.entries:
            return
        last, text = self.model.entries[-1].id, self._text

        def arrived(answer: list[AuditView] | OnePresenceError) -> None:
            if isinstance(answer, OnePresenceError):
                self.band.say(texts.error(answer))
            elif text == self._text and self.model.entries and self.model.entries[-1].id == last:
                if answer:
                    self.model.add(answer)
                self.older.setEnabled(len(answer) == PAGE)
                self._counted()

        self._actions.ask("audit", lambda client: client.audit(before=last, text=text), arrived)

    def _counted(self) -> None:
        self.count.setText(translate("Audit", "%n entry(ies)", "", self.model.rowCount()))
