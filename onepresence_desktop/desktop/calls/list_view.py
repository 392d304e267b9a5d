"""The list of calls: keys and pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from onepresence_desktop.desktop.calls.delegate import HEAD_HEIGHT, ROW_HEIGHT, CallDelegate, Places
from onepresence_desktop.desktop.calls.model import CallsModel
from onepresence_desktop.desktop.calls.rows import Head
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.widgets import focus_ring


class CallList(QTableView):
    """called: a place to call back. why_wanted: (place, where on the screen) a menu. details_wanted: a place."""

    called = Signal(int)
    why_wanted = Signal(int, QPoint)
    details_wanted = Signal(int)

    def __init__(self, model: CallsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.delegate = CallDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(24)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)

    def fit_heads(self) -> None:
        """Give every row the height of its kind; after each reset, which keeps those of before."""
        header = self.verticalHeader()
        for place, row in enumerate(self._model.rows):
            height = HEAD_HEIGHT if isinstance(row, Head) else ROW_HEIGHT
            if header.sectionSize(place) != height:
                header.resizeSection(place, height)

    def choose(self, place: int) -> None:
        """Select a row and bring it into view."""
        index = self._model.index(place, 0)
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)

    def place(self) -> int:
        """The row chosen, -1 for none."""
        return self.currentIndex().row()

    def show_why(self) -> None:
        """The way of the chosen call, below its row."""
        rect = self.visualRect(self.currentIndex())
        if rect.isValid():
            self.why_wanted.emit(self.place(), self.viewport().mapToGlobal(rect.bottomLeft() + QPoint(80, 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and pages move over heads; Enter calls; the rest is the page's."""
        focus_ring.note_key()
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        page = max(1, self.viewport().height() // ROW_HEIGHT - 1)
        moves = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -self._model.rowCount(),
            Qt.Key.Key_End: self._model.rowCount(),
        }
        if plain and key in moves:
            self._step(moves[key])
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # A held Enter, perhaps of the page before, calls nobody.
            if not event.isAutoRepeat():
                self.called.emit(self.place())
        else:
            event.ignore()

    def _step(self, by: int) -> None:
        last = self._model.rowCount() - 1
        wanted = max(0, min(last, self.place() + by))
        way = 1 if by > 0 else -1
        while 0 <= wanted <= last and self._model.entry(wanted) is None:
            wanted += way
        if not 0 <= wanted <= last:
            wanted = next((p for p in range(last + 1) if self._model.entry(p) is not None), -1)
        if wanted >= 0:
            self.choose(wanted)

    # --- pointer ---

    def _places(self, point: QPoint) -> tuple[int, Places] | None:
        place = self.rowAt(point.y())
        if self._model.entry(place) is None:
            return None
        return place, Places(QRectF(self.visualRect(self._model.index(place, 0))))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select."""
        focus_ring.note_mouse()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Carry out what was clicked."""
        super().mouseReleaseEvent(event)
        found = self._places(event.position().toPoint())
        if found is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        place, places = found
        if places.call.contains(event.position()) or places.number.contains(event.position()):
            self.called.emit(place)
        elif places.why.contains(event.position()):
            self.details_wanted.emit(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Twice on a row calls back."""
        found = self._places(event.position().toPoint())
        if found is not None and not found[1].why.contains(event.position()):
            self.called.emit(found[0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the button under the pointer."""
        super().mouseMoveEvent(event)
        self.delegate.pointer = event.position().toPoint()
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        super().leaveEvent(event)
        self.delegate.pointer = None

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the buttons do."""
        pointer = self.delegate.pointer
        if event.type() == QEvent.Type.ToolTip and pointer is not None:
            found = self._places(pointer)
            if found is not None:
                at = QPointF(pointer)
                words = ""
                if found[1].call.contains(at) or found[1].number.contains(at):
                    words = translate("Calls", "Call back")
                elif found[1].why.contains(at):
                    words = translate("Calls", "Details")
                QToolTip.showText(self.viewport().mapToGlobal(pointer), words, self)
                return True
        return bool(super().viewportEvent(event))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The way of a call, by mouse or key."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            place = self.rowAt(event.pos().y())
            if self._model.entry(place) is not None:
                self.why_wanted.emit(place, event.globalPos())
        else:
            self.show_why()
