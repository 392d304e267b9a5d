"""Grounds and edges: card, hairline, section header, footer, scrolled pane."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius, Space
from onepresence_desktop.desktop.widgets.labels import Label


class Surface(QWidget):
    """A plain ground of one token's colour, with an edge on chosen sides ("left", "right", "top", "bottom")."""

    def __init__(self, ground: Color, *edges: str, line: Color = Color.LINE_HAIRLINE, parent: QWidget | None = None):
        super().__init__(parent)
        self.ground = ground
        self._edges = edges
        self._line = line

    def set_edges(self, *edges: str) -> None:
        """On other sides."""
        self._edges = edges
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill and edges."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(self.ground))
        ink = color(self._line)
        wide, high = self.width(), self.height()
        for edge in self._edges:
            match edge:
                case "left":
                    painter.fillRect(0, 0, 1, high, ink)
                case "right":
                    painter.fillRect(wide - 1, 0, 1, high, ink)
                case "top":
                    painter.fillRect(0, 0, wide, 1, ink)
                case "bottom":
                    painter.fillRect(0, high - 1, wide, 1, ink)


class Card(QFrame):
    """A rounded ground with a hairline. `ground` and `line` may be changed, with `update` after."""

    def __init__(
        self,
        ground: Color = Color.BG_CARD,
        line: Color | None = Color.LINE_HAIRLINE,
        *,
        radius: float = Radius.M,
        dashed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ground = ground
        self.line = line
        self._radius = radius
        self._dashed = dashed

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = 0.0
        painter.setPen(Qt.PenStyle.NoPen)
        if self.line is not None:
            pen = QPen(color(self.line), 1)
            if self._dashed:
                pen.setDashPattern([4, 3])
            painter.setPen(pen)
            inset = 0.5
        painter.setBrush(color(self.ground))
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, self._radius - inset, self._radius - inset)


class Line(QWidget):
    """A hairline across."""

    def __init__(self, ink: Color = Color.LINE_HAIRLINE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        self.setFixedHeight(1)

    def sizeHint(self) -> QSize:
        """One pixel."""
        return QSize(10, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill."""
        QPainter(self).fillRect(self.rect(), color(self._ink))


class SectionHeader(Surface):
    """The 46 pixel head of a section: its title, then `row` for chips and buttons.

    Where there is room for these alone the title goes: the navigation says it too.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(Color.BG_WINDOW, "bottom", parent=parent)
        self.setFixedHeight(46)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(Space.PANE, 0, Space.PANE, 1)
        self.row.setSpacing(12)
        self._title = Label(title, role=fonts.Text.TITLE)
        self.row.addWidget(self._title)

    def set_title(self, title: str) -> None:
        """The section's name."""
        self._title.setText(title)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Without the title."""
        return QSize(self._others(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The title comes and goes."""
        super().resizeEvent(event)
        self._arrange()

    def _others(self) -> int:
        whole = self.row.minimumSize().width()
        return whole if self._title.isHidden() else whole - self._title_width()

    def _title_width(self) -> int:
        return self._title.sizeHint().width() + self.row.spacing()

    def _arrange(self) -> None:
        self._title.setVisible(self.width() >= self._others() + self._title_width())


class Footer(Surface):
    """The foot of a form, 64 high (60 in dialogs); `row` takes its parts."""

    def __init__(self, height: int = 64, inset: int = Space.PANE, parent: QWidget | None = None) -> None:
        super().__init__(Color.BG_HEADER, "top", parent=parent)
        self.setFixedHeight(height)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(inset, 1, inset, 0)
        self.row.setSpacing(12)


class Scrolled(QScrollArea):
    """A pane that scrolls down; add to `column`. The scroll bar lies in the margin, so nothing reflows."""

    def __init__(self, ground: Color = Color.BG_WINDOW, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = ground
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        content = Surface(ground)
        content.setObjectName("scrolled")
        content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.setWidget(content)


def into_view(widget: QWidget) -> None:
    """Turn the pane round a widget that has just been shown until it is seen whole, once it has its place there."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        area = above
        QTimer.singleShot(0, widget, lambda: area.ensureWidgetVisible(widget))
