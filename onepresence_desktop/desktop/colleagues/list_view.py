"""The table that shows the rows: keys, pointer, and the pulse of what rings in view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from onepresence_desktop.desktop.colleagues.delegate import HEAD_HEIGHT, ColleagueDelegate, Places, Spot
from onepresence_desktop.desktop.colleagues.gestures import Gesture, gesture, menu_at
from onepresence_desktop.desktop.colleagues.model import ColleaguesModel
from onepresence_desktop.desktop.colleagues.ringing import Ringing
from onepresence_desktop.desktop.colleagues.rows import Head, PersonRow
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme.tokens import size
from onepresence_desktop.desktop.widgets import focus_ring


class ColleagueList(QTableView):
    """called: place of a row to call. spot_clicked: (place, Spot). menu_wanted: (place, where on the screen).

    typed: a letter that belongs to the search field. details_wanted: right was pressed. left_at_top: up was pressed on
    the first row.
    """

    called = Signal(int)
    spot_clicked = Signal(int, object)
    menu_wanted = Signal(int, QPoint)
    typed = Signal(str)
    details_wanted = Signal()
    left_at_top = Signal()

    def __init__(self, model: ColleaguesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._heads: set[int] = set()
        self.dense = False
        self.setModel(model)
        self.delegate = ColleagueDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(24)
        self.verticalHeader().setDefaultSectionSize(size("row.comfortable"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.ringing = Ringing(self, model, self.seen, lambda row: Places(QRectF(row)).pill.toAlignedRect())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.ringing.watch())

    def set_dense(self, dense: bool) -> None:
        """One line for each row, or room to breathe (design, section 7.3)."""
        if dense != self.dense:
            self.dense = dense
            self.verticalHeader().setDefaultSectionSize(size("row.compact" if dense else "row.comfortable"))
            self._heads.clear()
            self.fit_heads()

    def fit_heads(self) -> None:
        """Give the heads their height; to be called after each reset."""
        header = self.verticalHeader()
        heads = {place: HEAD_HEIGHT + (6 if place else 0) for place in self._model.heads()}
        for place in self._heads - heads.keys():
            # A reset to as many rows as before keeps the heights of before.
            if place < header.count():
                header.resizeSection(place, header.defaultSectionSize())
        for place, height in heads.items():
            header.resizeSection(place, height)
        self._heads = set(heads)

    def update_marks(self, *, names_only: bool) -> None:
        """Something else is underlined in the same rows; of colleagues the rest stays when it is in `names_only`."""
        names = Places(QRectF(self.viewport().rect()), dense=self.dense).name.toAlignedRect()
        colleagues = all(isinstance(self._model.row(place), PersonRow | Head) for place in self.seen())
        self.viewport().update(names if colleagues and names_only else self.viewport().rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or that part of them that is out of date."""
        self.delegate.exposed = event.rect()
        super().paintEvent(event)

    def seen(self) -> range:
        """Places in view."""
        top = self.rowAt(0)
        if top < 0:
            return range(0)
        bottom = self.rowAt(self.viewport().height() - 1)
        return range(top, (bottom if bottom >= 0 else self._model.rowCount() - 1) + 1)

    def choose(self, place: int) -> None:
        """Select a row and bring it into view, the first one with the head over it."""
        index = self._model.index(place, 0)
        self.setCurrentIndex(index)
        if place == self._model.first_row():
            self.scrollToTop()
        else:
            self.scrollTo(index)

    def step(self, by: int) -> bool:
        """Select the next row that can be chosen, `by` rows on; False at the end."""
        place = self.currentIndex().row()
        last = self._model.rowCount() - 1
        wanted = max(0, min(last, place + by))
        for direction in (1, -1) if by > 0 else (-1, 1):
            found = wanted
            while 0 <= found <= last and isinstance(self._model.row(found), Head):
                found += direction
            if 0 <= found <= last and found != place:
                self.choose(found)
                return True
            if found == place:
                return False
        return False

    def page_rows(self) -> int:
        """How many rows a page is."""
        return max(1, self.viewport().height() // self.verticalHeader().defaultSectionSize() - 1)

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rows by arrows and pages; letters go to the search field."""
        focus_ring.note_key()
        key = Qt.Key(event.key())
        moves = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -self.page_rows(),
            Qt.Key.Key_PageDown: self.page_rows(),
            Qt.Key.Key_Home: -self._model.rowCount(),
            Qt.Key.Key_End: self._model.rowCount(),
        }
        match gesture(event):
            case Gesture.MOVE if key in moves:
                if not self.step(moves[key]) and key == Qt.Key.Key_Up:
                    self.left_at_top.emit()
            case Gesture.MOVE if key == Qt.Key.Key_Right:
                self.details_wanted.emit()
            case Gesture.CALL:
                self.called.emit(self.currentIndex().row())
            case Gesture.SEARCH:
                self.typed.emit(event.text())
            case Gesture.MOVE | Gesture.OTHER:
                event.ignore()

    # --- pointer ---

    def _spot(self, place: int, point: QPoint) -> Spot | None:
        row = self._model.row(place)
        if not isinstance(row, PersonRow):
            return None
        return Places(QRectF(self.visualRect(self._model.index(place, 0)))).spot_at(point, row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a button or number of a row doesn't select."""
        focus_ring.note_mouse()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Carry out what was clicked."""
        super().mouseReleaseEvent(event)
        place = self.rowAt(event.position().toPoint().y())
        if event.button() is not Qt.MouseButton.LeftButton or place < 0:
            return
        spot = self._spot(place, event.position().toPoint())
        if spot is not None:
            self.spot_clicked.emit(place, spot)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Twice on a row calls; on a button or number the first click has done it."""
        place = self.rowAt(event.position().toPoint().y())
        if place >= 0 and self._spot(place, event.position().toPoint()) is None:
            self.called.emit(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the button under the pointer."""
        super().mouseMoveEvent(event)
        before = self.delegate.pointer
        self.delegate.pointer = event.position().toPoint()
        for point in (before, self.delegate.pointer):
            place = self.rowAt(point.y()) if point is not None else -1
            if place >= 0:
                self.viewport().update(self.visualRect(self._model.index(place, 0)))
        place = self.rowAt(self.delegate.pointer.y())
        over = place >= 0 and self._spot(place, self.delegate.pointer) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        super().leaveEvent(event)
        self.delegate.pointer = None

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the buttons do."""
        if event.type() == QEvent.Type.ToolTip and self.delegate.pointer is not None:
            place = self.rowAt(self.delegate.pointer.y())
            spot = self._spot(place, self.delegate.pointer) if place >= 0 else None
            if spot is not None:
                QToolTip.showText(self.viewport().mapToGlobal(self.delegate.pointer), spot_words(spot), self)
                return True
        return bool(super().viewportEvent(event))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a row, by mouse or key."""
        wanted = menu_at(self, event)
        if wanted is not None:
            self.menu_wanted.emit(*wanted)


def spot_words(spot: Spot) -> str:
    """What a button of a row does."""
    return {
        Spot.NUMBER: translate("Colleagues", "Call"),
        Spot.CALL: translate("Colleagues", "Call"),
        Spot.WAIT: translate("Colleagues", "Call when both are free"),
        Spot.MESSAGE: translate("Commands", "Write a message"),
        Spot.DIVERT: translate("Colleagues", "Divert my phone to here"),
        Spot.STAR: translate("Colleagues", "Favourite"),
    }[spot]
