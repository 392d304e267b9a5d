"""A layout that puts its parts side by side and goes on below when the line is full."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Parts keep their size hints; `gap` lies between them both ways, or `below` between the lines.

    parent: the widget whose only layout it is. Within another layout, what Qt has deleted would be asked for its size.
    least: how far `gap` may shrink where that keeps all parts on one line; `gap` itself when it isn't given.
    """

    def __init__(self, parent: QWidget, *, gap: int = 6, below: int | None = None, least: int | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._least = gap if least is None else least
        self._below = gap if below is None else below
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add a part."""
        self._items.append(item)

    def count(self) -> int:
        """How many parts."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """A part, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove a part."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """None."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high at `width`."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place all parts."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """The smallest."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Of the largest part."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _place(self, rect: QRect, *, move: bool) -> int:
        whole, margins = rect, self.contentsMargins()
        rect = rect.marginsRemoved(margins)
        x, y, line = rect.x(), rect.y(), 0
        gap = self._gap_in(rect.width())
        for item in self._shown():
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self._below, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + gap
            line = max(line, hint.height())
        return y + line + margins.bottom() - whole.y()

    def _shown(self) -> list[QLayoutItem]:
        """Without the parts that are hidden on purpose; others are merely not shown yet."""
        explicit = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
        return [
            item
            for item in self._items
            if (part := item.widget()) is None or not (part.isHidden() and part.testAttribute(explicit))
        ]

    def _gap_in(self, width: int) -> int:
        shown = self._shown()
        between = max(1, len(shown) - 1)
        left = (width - sum(item.sizeHint().width() for item in shown)) // between
        return left if self._least <= left < self._gap else self._gap
