"""The members of a group in their order: logged in or out, moved by drag or Alt+arrows, taken away.

Of a pickup group, which has neither order nor log-in, they are only shown and taken away (`plain`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import focus_ring, painters
from onepresence_desktop.desktop.widgets.row_list import RowList
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence

Index = QModelIndex | QPersistentModelIndex
MEMBER = Qt.ItemDataRole.UserRole + 1
ROW = 34
MOST_SEEN = 6
"""Rows that are seen at once; more scroll."""
MIME = "application/x-onepresence-member"


@dataclass(frozen=True, slots=True)
class Member:
    """A member as they are shown."""

    id: UserId
    name: str
    extension: str
    presence: Presence
    logged_in: bool


class MembersModel(QAbstractTableModel):
    """moved: the order is another one."""

    moved = Signal()

    def __init__(self, *, plain: bool = False) -> None:
        super().__init__()
        self._plain = plain
        self.members: list[Member] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self.members)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """One."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The member, or what a screen reader says."""
        member = self.members[index.row()]
        if role == MEMBER:
            return member
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            known = [member.name, member.extension, texts.presence(member.presence)]
            if self._plain:
                return ", ".join(known)
            state = translate("Groups", "Logged in") if member.logged_in else translate("Groups", "Logged out")
            return ", ".join([*known, state])
        return None

    def show(self, members: Sequence[Member]) -> None:
        """These, in this order; when only states differ, the rows are painted again."""
        if [member.id for member in members] == [member.id for member in self.members]:
            self.members = list(members)
            if members:
                self.dataChanged.emit(self.index(0, 0), self.index(len(members) - 1, 0))
            return
        self.beginResetModel()
        self.members = list(members)
        self.endResetModel()

    def log(self, place: int, *, on: bool) -> None:
        """Show a member as logged in, or out."""
        self.members[place] = replace(self.members[place], logged_in=on)
        self.dataChanged.emit(self.index(place, 0), self.index(place, 0))

    def move(self, place: int, to: int) -> bool:
        """Put one elsewhere in the order; False when there is no such place."""
        if place == to or not (0 <= place < len(self.members) and 0 <= to < len(self.members)):
            return False
        self.beginMoveRows(QModelIndex(), place, place, QModelIndex(), to + (to > place))
        self.members.insert(to, self.members.pop(place))
        self.endMoveRows()
        self.moved.emit()
        return True

    # --- drag and drop ---

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows may be dragged, and dropped between rows."""
        base = super().flags(index)
        if self._plain:
            return base
        if index.isValid():
            return base | Qt.ItemFlag.ItemIsDragEnabled
        return base | Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Moves alone."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """A row of this list."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Which row is dragged."""
        data = QMimeData()
        data.setData(MIME, str(indexes[0].row()).encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Move it there. The view takes nothing away itself, so the answer is always False."""
        place = int(bytes(data.data(MIME).data()) or b"-1")
        to = row if row >= 0 else parent.row() if parent.isValid() else len(self.members)
        self.move(place, to - 1 if to > place else to)
        return False


class MemberDelegate(QStyledItemDelegate):
    """Paints a member. toggled, removed: a row's switch, or its cross, was pressed."""

    toggled = Signal(int)
    removed = Signal(int)

    def __init__(self, *, plain: bool = False) -> None:
        super().__init__()
        self._plain = plain

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Grip, place, face, name, extension, state, switch, cross."""
        member: Member = index.data(MEMBER)
        rect = QRectF(option.rect)
        ratio = option.widget.devicePixelRatioF()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = Color.BG_CARD
        if option.state & QStyle.StateFlag.State_Selected:
            ground = Color.BG_SELECTED
        elif option.state & QStyle.StateFlag.State_MouseOver:
            ground = Color.BG_HOVER
        painter.fillRect(rect, color(ground))
        if option.state & QStyle.StateFlag.State_HasFocus and focus_ring.keyboard_used():
            painter.setPen(QPen(color(Color.ACCENT_FOCUS), 1.5))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), color(Color.LINE_SOFT))
        middle, left = rect.center().y(), rect.left()
        small = fonts.font(fonts.Text.SMALL, tabular=True)
        cross, switch = self._spots(rect)
        if self._plain:
            face = QRectF(left + 12, middle - 13, 26, 26)
            number = QRectF(cross.left() - 52, rect.top(), 44, rect.height())
        else:
            self._order(painter, rect, index.row(), ratio)
            face = QRectF(left + 52, middle - 13, 26, 26)
            words = translate("Groups", "Logged in") if member.logged_in else translate("Groups", "Logged out")
            wide = painters.width(words, small) + 4
            state = QRectF(switch.left() - 8 - wide, rect.top(), wide, rect.height())
            painters.text(painter, state, words, small, color(Color.TEXT_SECONDARY), painters.RIGHT)
            number = QRectF(state.left() - 52, rect.top(), 44, rect.height())
            self._switch(painter, switch, on=member.logged_in)
        painters.avatar(painter, face, member.name, member.id, ratio, presence=member.presence, cut=color(ground))
        painters.text(painter, number, member.extension, small, color(Color.TEXT_SECONDARY), painters.RIGHT)
        ink = Color.TEXT_PRIMARY if member.logged_in else Color.TEXT_SECONDARY
        name = QRectF(face.right() + 10, rect.top(), number.left() - face.right() - 16, rect.height())
        painters.text(painter, name, member.name, fonts.font(), color(ink))
        icons.paint(painter, "close", cross.adjusted(6, 6, -6, -6), color(Color.TEXT_SECONDARY), ratio)
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """The switch and the cross."""
        if event.type() is QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            cross, switch = self._spots(QRectF(option.rect))
            if not self._plain and switch.adjusted(-4, -4, 4, 4).contains(event.position()):
                self.toggled.emit(index.row())
                return True
            if cross.contains(event.position()):
                self.removed.emit(index.row())
                return True
        return super().editorEvent(event, model, option, index)

    def _order(self, painter: QPainter, rect: QRectF, place: int, ratio: float) -> None:
        """The grip, and which one it is."""
        left, middle = rect.left(), rect.center().y()
        icons.paint(painter, "drag", QRectF(left + 8, middle - 8, 16, 16), color(Color.TEXT_TERTIARY), ratio)
        spot = QRectF(left + 26, rect.top(), 20, rect.height())
        small = fonts.font(fonts.Text.SMALL, tabular=True)
        painters.text(painter, spot, str(place + 1), small, color(Color.TEXT_SECONDARY), painters.CENTER)

    def _spots(self, rect: QRectF) -> tuple[QRectF, QRectF]:
        middle = rect.center().y()
        cross = QRectF(rect.right() - 34, middle - 14, 28, 28)
        return cross, QRectF(cross.left() - 42, middle - 10, 34, 20)

    def _switch(self, painter: QPainter, rect: QRectF, *, on: bool) -> None:
        painter.setPen(QPen(color(Color.ACCENT_SOLID if on else Color.LINE_CONTROL), 1))
        painter.setBrush(color(Color.ACCENT_SOLID if on else Color.BG_FIELD))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 9.5, 9.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(Color.BG_WINDOW if on else Color.LINE_CONTROL))
        painter.drawEllipse(rect.adjusted(17, 3, -3, -3) if on else rect.adjusted(4, 4, -18, -4))


class MembersList(RowList):
    """changed: other members or another order. logged: a member (id) is to be logged in (True) or out."""

    changed = Signal()
    logged = Signal(str, bool)

    def __init__(self, *, plain: bool = False) -> None:
        self._plain = plain
        self._delegate = MemberDelegate(plain=plain)
        self.members = MembersModel(plain=plain)
        super().__init__(self.members, self._delegate, ROW)
        if not plain:
            self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
            self.setDragDropOverwriteMode(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._delegate.toggled.connect(self._toggle)
        self._delegate.removed.connect(self._remove)
        self.members.moved.connect(self.changed)
        self.members.modelReset.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+arrows move, Space logs in or out, Del takes away."""
        place = self.place()
        key = Qt.Key(event.key())
        moves = event.modifiers() & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if moves and not self._plain:
            to = place + (1 if key == Qt.Key.Key_Down else -1)
            if self.members.move(place, to):
                self.choose(to)
            return
        if place >= 0 and key == Qt.Key.Key_Space and not self._plain:
            self._toggle(place)
            return
        if place >= 0 and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove(place)
            return
        super().keyPressEvent(event)

    def _toggle(self, place: int) -> None:
        member = self.members.members[place]
        self.members.log(place, on=not member.logged_in)
        self.logged.emit(member.id, not member.logged_in)

    def _remove(self, place: int) -> None:
        rest = [member for row, member in enumerate(self.members.members) if row != place]
        self.members.show(rest)
        self.choose(min(place, len(rest) - 1))
        self.changed.emit()

    def _fit(self) -> None:
        rows = min(MOST_SEEN, max(1, self.members.rowCount()))
        self.setFixedHeight(rows * ROW + 2)
