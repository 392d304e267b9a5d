"""Colleagues as tiles by department (design, section 7.5): the list's selection, keys and menu in another shape."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.colleagues.gestures import Gesture, gesture, menu_at
from onepresence_desktop.desktop.colleagues.model import ColleaguesModel
from onepresence_desktop.desktop.colleagues.ringing import Ringing
from onepresence_desktop.desktop.colleagues.rows import Head, PersonRow
from onepresence_desktop.desktop.colleagues.tile_layout import GAP, HEAD, HEIGHT, TileLayout
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import focus_ring, painters
from onepresence_desktop.desktop.widgets.presence_look import LOOKS
from onepresence_desktop.desktop.widgets.pulse import pulse
from onepresence_desktop.desktop.widgets.telling import tell
from onepresence_desktop.domain.presence import Presence

Index = QModelIndex | QPersistentModelIndex

GROUNDS = {
    Presence.RINGING: Color.RINGING_TINT,
    Presence.BUSY: Color.ONCALL_TINT,
    Presence.DO_NOT_DISTURB: Color.DND_TINT,
    Presence.DIVERTED: Color.DIVERTED_TINT,
    Presence.MEETING: Color.MEETING_TINT,
}
"""Of tiles that aren't plain."""
DASHED = (Presence.OFFLINE, Presence.UNKNOWN)


class Tiles(QAbstractItemView):
    """called: place of a tile to call. menu_wanted: (place, where on the screen). typed: a letter for the search field.

    left_at_top: up was pressed in the first row.
    """

    accessible_role = QAccessible.Role.List

    called = Signal(int)
    menu_wanted = Signal(int, QPoint)
    typed = Signal(str)
    left_at_top = Signal()

    def __init__(self, model: ColleaguesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = model
        self._layout = TileLayout()
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.ringing = Ringing(self, model, self.seen, lambda tile: tile)

    # --- where things stand ---

    def arrange(self) -> None:
        """Work out the places anew: after a reset of the model, or another width."""
        heads = self._people.heads() if self.isVisible() or self._people.rowCount() else []
        groups = [(place, row.over) for place in heads if isinstance(row := self._people.row(place), Head)]
        self._layout = TileLayout(groups, self.viewport().width())
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(HEIGHT + GAP)
        bar.setRange(0, max(0, self._layout.height - self.viewport().height()))
        self.viewport().update()

    def visualRect(self, index: Index) -> QRect:
        """Of a place, in the viewport."""
        return self._layout.rect(index.row()).translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """What is under a point of the viewport; a head is nothing one can choose."""
        place = self._layout.place_at(point + QPoint(0, self.verticalOffset()))
        return self._people.index(place, 0) if place >= 0 else QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a tile into view, those of a first row with their head."""
        rect = self._layout.rect(index.row())
        group = self._layout.group_of(index.row())
        if group is None:
            return
        top = group.top if rect.top() <= group.top + HEAD else rect.top() - GAP
        bar, high = self.verticalScrollBar(), self.viewport().height()
        if top < bar.value():
            bar.setValue(top)
        elif rect.bottom() + GAP > bar.value() + high:
            bar.setValue(rect.bottom() + GAP - high)

    def horizontalOffset(self) -> int:
        """Never sideways."""
        return 0

    def verticalOffset(self) -> int:
        """How far it is scrolled."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        """Nothing is."""
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """What the pointer marks: the tile it is on."""
        index = self.indexAt(rect.center())
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.selectionModel().select(index, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What is to be painted anew when the choice moves."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index).adjusted(-3, -3, 3, 3)
        return region

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The arrows are ours, see `keyPressEvent`."""
        return self.currentIndex()

    # --- as the list ---

    def seen(self) -> range:
        """Places in view."""
        top = self.verticalOffset()
        found = self._layout.between(top, top + self.viewport().height())
        return range(found.start, min(found.stop, self._people.rowCount()))

    def choose(self, place: int) -> None:
        """Select a tile and bring it into view."""
        index = self._people.index(place, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def step(self, by: int) -> bool:
        """Select the tile `by` rows on; False at the end."""
        here = self.currentIndex().row()
        place = self._layout.vertical(here, by)
        if place == here:
            return False
        self.choose(place)
        return True

    def page_rows(self) -> int:
        """How many rows a page is."""
        return max(1, self.viewport().height() // (HEIGHT + GAP) - 1)

    def update_marks(self, *, names_only: bool) -> None:
        """Nothing is underlined in tiles."""

    def update_heads(self) -> None:
        """States have changed: the heads in view count anew who is free."""
        for place in self.seen():
            if isinstance(self._people.row(place), Head):
                self.viewport().update(self.visualRect(self._people.index(place, 0)))

    def _sideways(self, by: int) -> None:
        place = self.currentIndex().row() + by
        while 0 <= place < self._people.rowCount():
            if not isinstance(self._people.row(place), Head):
                self.choose(place)
                return
            place += by

    # --- events ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tiles by arrows and pages; letters go to the search field."""
        focus_ring.note_key()
        key = Qt.Key(event.key())
        page = self.page_rows()
        rows = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        sideways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        first = self._people.first_row()
        match gesture(event):
            case Gesture.MOVE if (key in rows or key in sideways) and self.currentIndex().row() < 0:
                if first is not None:
                    self.choose(first)
            case Gesture.MOVE if key in rows:
                if not self.step(rows[key]) and key == Qt.Key.Key_Up:
                    self.left_at_top.emit()
            case Gesture.MOVE if key in sideways:
                self._sideways(sideways[key])
            case Gesture.MOVE if key in (Qt.Key.Key_Home, Qt.Key.Key_End) and first is not None:
                self.choose(first if key == Qt.Key.Key_Home else self._people.rowCount() - 1)
            case Gesture.CALL:
                self.called.emit(self.currentIndex().row())
            case Gesture.SEARCH:
                self.typed.emit(event.text())
            case Gesture.MOVE | Gesture.OTHER:
                event.ignore()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Qt reads no cells out of a view of one's own: the chosen tile is told."""
        super().currentChanged(current, previous)
        words = str(current.data(Qt.ItemDataRole.AccessibleTextRole)) if current.isValid() else ""
        self.setAccessibleDescription(words)
        if self.hasFocus():
            tell(self, words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press selects the tile."""
        focus_ring.note_mouse()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Twice on a tile calls."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.called.emit(index.row())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a tile, by mouse or key."""
        wanted = menu_at(self, event)
        if wanted is not None:
            self.menu_wanted.emit(*wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other columns; the chosen tile stays in view."""
        super().resizeEvent(event)
        self.arrange()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint what comes into view."""
        self.viewport().update()
        self.ringing.watch()

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        """The heads and tiles in view."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.currentIndex().row()
        for place in self.seen():
            rect = self.visualRect(self._people.index(place, 0))
            if not rect.adjusted(-3, -3, 3, 3).intersects(event.rect()):
                continue
            row = self._people.row(place)
            if isinstance(row, Head):
                self._paint_head(painter, QRectF(rect), row, place)
            elif isinstance(row, PersonRow):
                self._paint_tile(painter, QRectF(rect), row, chosen=place == chosen)

    def _paint_head(self, painter: QPainter, rect: QRectF, head: Head, place: int) -> None:
        font = fonts.font(fonts.Text.SMALL, fonts.SEMIBOLD)
        line = QRectF(rect.left(), rect.top() + 8, rect.width() - 140, 18)
        painters.text(painter, line, head.text, font, color(Color.TEXT_SECONDARY))
        small = fonts.font(fonts.Text.SMALL, tabular=True)
        line.setLeft(line.left() + painters.width(head.text, font) + 6)
        painters.text(painter, line, head.count, small, color(Color.TEXT_TERTIARY))
        free = self._people.free_in(range(place + 1, place + 1 + head.over))
        if free is None:
            return
        words = translate("Colleagues", "%n free", "", free)
        wide = painters.width(words, small)
        room = QRectF(rect.right() - wide - 2, rect.top() + 8, wide + 2, 18)
        painters.text(painter, room, words, small, color(Color.AVAILABLE_TEXT), painters.RIGHT)
        spot = QRectF(room.left() - 15, room.center().y() - 5, 10, 10)
        painters.glyph(painter, spot, Presence.AVAILABLE, self.devicePixelRatioF())

    def _paint_tile(self, painter: QPainter, rect: QRectF, row: PersonRow, *, chosen: bool) -> None:
        look, plate = LOOKS[row.presence], rect.adjusted(0.5, 0.5, -0.5, -0.5)
        ground = None if row.stale else GROUNDS.get(row.presence)
        edge = QPen(color(Color.LINE_HAIRLINE), 1)
        if row.presence in DASHED or row.stale:
            edge = QPen(color(Color.LINE_CONTROL), 1, Qt.PenStyle.DashLine)
        painter.setPen(Qt.PenStyle.NoPen if ground is not None else edge)
        painter.setBrush(color(ground or Color.BG_CARD))
        painter.drawRoundedRect(plate, Radius.M, Radius.M)
        if chosen:
            by_key = focus_ring.keyboard_used() and self.hasFocus()
            painter.setPen(QPen(color(Color.ACCENT_FOCUS if by_key else Color.ACCENT_SOLID), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), Radius.M + 1, Radius.M + 1)
        faint = row.stale or row.presence in DASHED
        inner = rect.adjusted(11, 8, -11, -8)
        spot = QRectF(inner.right() - 14, inner.top() + 2, 13, 13)
        opacity = pulse().opacity if row.presence is Presence.RINGING and not row.stale else 1.0
        ratio = self.devicePixelRatioF()
        painters.glyph(painter, spot, row.presence, ratio, stale=row.stale, opacity=opacity)
        name = QRectF(inner.left(), inner.top(), inner.width() - 20, 18)
        ink = color(Color.TEXT_SECONDARY if faint else Color.TEXT_PRIMARY)
        painters.text(painter, name, row.name, fonts.font(fonts.Text.SMALL, fonts.SEMIBOLD), ink)
        small = fonts.font(fonts.Text.SMALL, tabular=True)
        number = QRectF(inner.left(), inner.top() + 17, inner.width(), 16)
        painters.text(painter, number, texts.number(row.number), small, color(Color.TEXT_SECONDARY))
        words = row.words if row.presence is not Presence.DIVERTED or not row.line else row.line
        foot = QRectF(inner.left(), inner.bottom() - 16, inner.width(), 16)
        ink = color(Color.TEXT_TERTIARY if row.stale else look.text)
        painters.text(painter, foot, row.line if row.stale else words, small, ink)
