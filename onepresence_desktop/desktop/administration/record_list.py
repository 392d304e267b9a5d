"""The list of records at the left of a tab: a disc, a name, and one or two lines under it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout

from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import focus_ring, painters
from onepresence_desktop.desktop.widgets.card import Surface
from onepresence_desktop.desktop.widgets.labels import TONES, Label
from onepresence_desktop.desktop.widgets.row_list import RowList
from onepresence_desktop.domain.finding import found_in

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1
WIDTH = 272
NO_LIMIT = 16_777_215
"""Qt's QWIDGETSIZE_MAX."""
HEIGHT_OVER = 148
"""Of the list where there is no room beside the form."""
HEIGHT_EMPTY, HEIGHT_HINT = 56, 88
"""There, without a row; and what its words below need."""
INSET = 8


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record as a row. mark: an icon's name, or a number that stands in the disc. lines: words and their tone."""

    key: str
    title: str
    lines: tuple[tuple[str, str], ...] = ()
    mark: str = "group"


class RecordModel(QAbstractTableModel):
    """One row per record; role ROW gives the `RecordRow`."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[RecordRow] = []
        self.shown: list[RecordRow] = []
        self._query = ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many are shown."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """One."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, or what a screen reader says of it."""
        row = self.shown[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join([row.title, *(words for words, _ in row.lines)])
        return None

    def set_rows(self, rows: Iterable[RecordRow]) -> None:
        """Show these."""
        self._all = list(rows)
        self._show()

    def search(self, text: str) -> None:
        """Only those that hold the text."""
        self._query = text.strip()
        self._show()

    def _show(self) -> None:
        found = [
            row
            for row in self._all
            if found_in(self._query, " ".join(said := [row.title, *(words for words, _ in row.lines)]), said)
        ]
        if found != self.shown:
            self.beginResetModel()
            self.shown = found
            self.endResetModel()


class RecordDelegate(QStyledItemDelegate):
    """Paints a row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list."""
        return QSize(200, 52)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, disc, name, lines."""
        row: RecordRow = index.data(ROW)
        rect = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = rect.adjusted(INSET, 0, -INSET, 0)
        if state & QStyle.StateFlag.State_Selected:
            active = state & QStyle.StateFlag.State_Active
            _fill(painter, ground, Color.BG_SELECTED if active else Color.BG_SELECTED_INACTIVE)
            if state & QStyle.StateFlag.State_HasFocus and focus_ring.keyboard_used():
                painter.setPen(color(Color.ACCENT_FOCUS))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(ground.adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)
        elif state & QStyle.StateFlag.State_MouseOver:
            _fill(painter, ground, Color.BG_HOVER)
        else:
            painter.setPen(color(Color.LINE_SOFT))
            painter.drawLine(int(ground.left()) + 46, int(rect.bottom()), int(ground.right()), int(rect.bottom()))
        disc = QRectF(ground.left() + INSET, rect.center().y() - 16, 32, 32)
        if row.mark.isdigit():
            _disc(painter, disc, row.mark)
        else:
            painters.avatar_icon(painter, disc, row.mark, option.widget.devicePixelRatioF())
        left, right = disc.right() + 10, ground.right() - INSET
        top = rect.center().y() - (18 + 17 * len(row.lines)) / 2
        name = QRectF(left, top, right - left, 18)
        painters.text(painter, name, row.title, fonts.font(weight=fonts.SEMIBOLD), color(Color.TEXT_PRIMARY))
        small = fonts.font(fonts.Text.SMALL, tabular=True)
        for place, (words, tone) in enumerate(row.lines):
            line = QRectF(left, top + 18 + 17 * place, right - left, 17)
            painters.text(painter, line, words, small, color(TONES[tone]))
        painter.restore()


def _fill(painter: QPainter, rect: QRectF, ground: Color) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(ground))
    painter.drawRoundedRect(rect, 6, 6)


def _disc(painter: QPainter, disc: QRectF, number: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(Color.BG_TRACK))
    painter.drawEllipse(disc)
    font = fonts.font(weight=fonts.SEMIBOLD, tabular=True)
    painters.text(painter, disc, number, font, color(Color.TEXT_SECONDARY), painters.CENTER)


class RecordList(Surface):
    """chosen: the key of the row that the user chose."""

    chosen = Signal(str)

    def __init__(self, height: int = 52) -> None:
        super().__init__(Color.BG_WINDOW, "right")
        self.setFixedWidth(WIDTH)
        self.model = RecordModel()
        self.list = RowList(self.model, RecordDelegate(), height)
        self.count = Label(role=fonts.Text.SMALL, weight=fonts.MEDIUM, tone="secondary", wrap=True, tabular=True)
        self.count.setContentsMargins(16, 0, 16, 0)
        self.hint = Label(role=fonts.Text.SMALL, tone="secondary", wrap=True)
        self.hint.setContentsMargins(16, 8, 16, 12)
        self.hint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 1, 0)
        column.addWidget(self.count)
        column.addWidget(self.list, 1)
        column.addWidget(self.hint)
        self._over = False
        self.list.selectionModel().currentRowChanged.connect(self._moved)
        self._quiet = False

    def lie_over(self, over: bool) -> None:
        """Over the form, some rows high, or beside it."""
        if over == self._over:
            return
        self._over = over
        self.set_edges("bottom" if over else "right")
        if over:
            self.setMinimumWidth(0)
            self.setMaximumWidth(NO_LIMIT)
            self._fit()
        else:
            self.setFixedWidth(WIDTH)
            self.setMinimumHeight(0)
            self.setMaximumHeight(NO_LIMIT)

    def _fit(self) -> None:
        """Without rows it takes no room from the form under it."""
        if self._over:
            empty = HEIGHT_EMPTY + (HEIGHT_HINT if not self.hint.isHidden() else 0)
            self.setFixedHeight(HEIGHT_OVER if self.model.rowCount() else empty)

    def set_rows(self, rows: Iterable[RecordRow], chosen: str | None) -> None:
        """Other rows; who was chosen stays so."""
        self._quiet = True
        self.model.set_rows(rows)
        self._quiet = False
        self.select(chosen)
        self._fit()

    def search(self, text: str, chosen: str | None) -> None:
        """Only those that hold the text."""
        self._quiet = True
        self.model.search(text)
        self._quiet = False
        self.select(chosen)

    def select(self, key: str | None) -> None:
        """Mark a row; nothing is told."""
        self._quiet = True
        place = next((place for place, row in enumerate(self.model.shown) if row.key == key), -1)
        if place != self.list.place() or place < 0:
            self.list.choose(place)
        self._quiet = False

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            row: RecordRow = current.data(ROW)
            self.chosen.emit(row.key)
