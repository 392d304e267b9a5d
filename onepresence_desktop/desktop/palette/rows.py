"""The palette's rows: hits under their heads as a model, and how each is painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.palette.finder import Hit
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.presence_look import LOOKS
from onepresence_desktop.domain.names import fold
from onepresence_desktop.domain.presence import Presence

HEAD, ROW, MORE = 28, 46, 36
HIT = Qt.ItemDataRole.UserRole
SIDE = 10

Index = QModelIndex | QPersistentModelIndex


class HitsModel(QAbstractListModel):
    """Each hit is an item; the first of a group carries the group's head over it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show others."""
        self.beginResetModel()
        self.hits = list(hits)
        self.endResetModel()

    def starts_group(self, row: int) -> bool:
        """Whether a head stands over it."""
        return row == 0 or self.hits[row].group != self.hits[row - 1].group

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A hit, or its words for those who listen."""
        hit = self.hits[index.row()]
        if role == HIT:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (hit.title, hit.line, hit.right, hit.why_not) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """One that can't be done now can't be chosen."""
        usable = not self.hits[index.row()].why_not
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled if usable else Qt.ItemFlag.ItemIsSelectable


class HitDelegate(QStyledItemDelegate):
    """words: folded, as typed; they are marked in titles. more: the further thing chosen in the chosen row, -1 none."""

    def __init__(self, model: HitsModel, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model, self._session = model, session
        self.words: tuple[str, ...] = ()
        self.more = -1
        self.chosen = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A head, the row, and its further things when they are shown."""
        row = index.row()
        high = ROW + (HEAD if self._model.starts_group(row) else 0)
        return QSize(200, high + (MORE if self.shows_more(row) else 0))

    def shows_more(self, row: int) -> bool:
        """Whether the further things of a row stand under it."""
        return row == self.chosen and self.more >= 0

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Head, ground, face or icon, two lines, right end, further things."""
        hit: Hit = index.data(HIT)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._model.starts_group(index.row()):
            room = QRectF(rect.left() + SIDE + 8, rect.top() + 4, rect.width() - 36, HEAD - 6)
            font = fonts.font(fonts.Text.SMALL, fonts.MEDIUM)
            painters.text(painter, room, hit.group, font, color(Color.TEXT_SECONDARY))
            rect.setTop(rect.top() + HEAD)
        plate = QRectF(rect.left() + 8, rect.top(), rect.width() - 16, ROW)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(Color.BG_SELECTED))
            painter.drawRoundedRect(plate, Radius.M, Radius.M)
        self._face(painter, QRectF(plate.left() + SIDE, plate.top() + 7, 32, 32), hit, chosen)
        end = self._end(painter, plate, hit, chosen)
        left = plate.left() + SIDE + 44
        self._title(painter, QRectF(left, plate.top() + 4, end - left, 20), hit)
        line = hit.why_not or hit.line
        room = QRectF(left, plate.top() + 24, end - left, 17)
        painters.text(painter, room, line, fonts.font(fonts.Text.SMALL, tabular=True), color(Color.TEXT_SECONDARY))
        if self.shows_more(index.row()):
            self._more(painter, QRectF(left, plate.bottom() + 3, plate.right() - left, 26), hit)
        painter.restore()

    def _face(self, painter: QPainter, spot: QRectF, hit: Hit, chosen: bool) -> None:
        ratio = painter.device().devicePixelRatioF()
        mirror = self._session.mirror
        if hit.user is not None and hit.user in mirror.people:
            seen = mirror.presence.get(hit.user)
            presence = seen.presence if seen is not None and mirror.live else None
            cut = color(Color.BG_SELECTED if chosen else Color.BG_POPOVER)
            name = mirror.people[hit.user].name
            painters.avatar(painter, spot, name, hit.user, ratio, presence=presence, cut=cut, stale=not mirror.live)
            return
        ground, ink = Color.BG_POPOVER_TRACK, Color.TEXT_SECONDARY
        if hit.diverts:
            ground, ink = Color.DIVERTED_TINT, Color.DIVERTED_TEXT
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(ground))
        painter.drawRoundedRect(spot, Radius.M, Radius.M)
        inner = QRectF(spot.center().x() - 8, spot.center().y() - 8, 16, 16)
        icons.paint(painter, hit.icon, inner, color(ink), ratio)

    def _end(self, painter: QPainter, plate: QRectF, hit: Hit, chosen: bool) -> float:
        """Paint the right end; where it begins."""
        right = plate.right() - SIDE
        if chosen and not hit.why_not and self.more < 0:
            key = translate("Palette", "Enter")
            right -= painters.key_cap_width(key)
            painters.key_cap(painter, QPointF(right, plate.center().y()), key, ground=Color.BG_POPOVER)
            return right - 10
        ink = color(Color.TEXT_SECONDARY)
        if hit.user is not None and self._session.mirror.live:
            seen = self._session.mirror.presence.get(hit.user)
            if seen is not None and seen.presence not in (Presence.AVAILABLE, Presence.UNKNOWN):
                ink = color(LOOKS[seen.presence].text)
        font = fonts.font(fonts.Text.SMALL, tabular=True)
        wide = painters.width(hit.right, font) + 1 if hit.right else 0
        painters.text(painter, QRectF(right - wide, plate.top(), wide, ROW), hit.right, font, ink, painters.RIGHT)
        return right - wide - 10

    def _title(self, painter: QPainter, room: QRectF, hit: Hit) -> None:
        """The title, with what was typed marked in it."""
        ink = color(Color.TEXT_DISABLED if hit.why_not else Color.TEXT_PRIMARY)
        plain, strong = fonts.font(weight=fonts.MEDIUM), fonts.font(weight=fonts.SEMIBOLD)
        begin, end = marked(hit.title, self.words)
        if begin == end:
            painters.text(painter, room, hit.title, plain, ink)
            return
        left = room.left()
        for part, font in ((hit.title[:begin], plain), (hit.title[begin:end], strong), (hit.title[end:], plain)):
            wide = min(painters.width(part, font), room.right() - left)
            if part and wide > 0:
                painters.text(painter, QRectF(left, room.top(), wide + 1, room.height()), part, font, ink)
                if font is strong:
                    painter.fillRect(QRectF(left, room.bottom() - 2, wide, 2), color(Color.ACCENT_SOLID))
            left += wide

    def _more(self, painter: QPainter, room: QRectF, hit: Hit) -> None:
        left = room.left()
        font = fonts.font(fonts.Text.SMALL, fonts.MEDIUM, tabular=True)
        for place, more in enumerate(hit.more):
            wide = painters.width(more.words, font) + 42
            chip = QRectF(left + 0.5, room.top() + 0.5, wide - 1, room.height() - 1)
            on = place == self.more
            painter.setPen(Qt.PenStyle.NoPen if on else QPen(color(Color.LINE_POPOVER_CONTROL), 1))
            painter.setBrush(color(Color.BG_SELECTED) if on else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(chip, 13, 13)
            ink = color(Color.ACCENT_TEXT if on else Color.TEXT_PRIMARY)
            spot = QRectF(left + 11, room.center().y() - 7, 14, 14)
            icons.paint(painter, more.icon, spot, ink, painter.device().devicePixelRatioF())
            painters.text(painter, QRectF(left + 31, room.top(), wide - 36, room.height()), more.words, font, ink)
            left += wide + 6


def marked(title: str, words: Sequence[str]) -> tuple[int, int]:
    """Where in the title the first word typed stands at the beginning of one of its words; (0, 0) nowhere."""
    if not words:
        return 0, 0
    begin = 0
    for part in title.split(" "):
        if fold(part).startswith(words[0]):
            end = next((n for n in range(1, len(part) + 1) if len(fold(part[:n])) >= len(words[0])), len(part))
            return begin, begin + end
        begin += len(part) + 1
    return 0, 0
