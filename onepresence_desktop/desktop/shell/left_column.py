"""The left column: own card, navigation, quick diversions, connection."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.pages import Section
from onepresence_desktop.desktop.shell.navigation import Navigation
from onepresence_desktop.desktop.shell.own_card import OwnCard
from onepresence_desktop.desktop.shell.quick_list import QuickList
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, size
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import IconButton
from onepresence_desktop.desktop.widgets.card import Surface
from onepresence_desktop.desktop.widgets.labels import Label


class ConnectionLine(QWidget):
    """How the program stands to the service, in one small line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._ink, self._text = "online", Color.TEXT_TERTIARY, ""
        self.setFixedHeight(20)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def say(self, icon: str, text: str, *, alarm: bool = False) -> None:
        """Show `text`; `alarm` in red."""
        self._icon, self._text = icon, text
        self._ink = Color.DANGER_TEXT if alarm else Color.TEXT_TERTIARY
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    def sizeHint(self) -> QSize:
        """A line."""
        return QSize(100, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon and words."""
        painter = QPainter(self)
        narrow = self.width() < 60
        left = (self.width() - 13) / 2 if narrow else 8
        icons.paint(painter, self._icon, QRectF(left, 4, 13, 13), color(self._ink), self.devicePixelRatioF())
        if not narrow:
            room = QRectF(27, 3, self.width() - 35, 15)
            font = fonts.font(fonts.Text.MICRO, fonts.REGULAR, tabular=True)
            painters.text(painter, room, self._text, font, color(Color.TEXT_TERTIARY))


class LeftColumn(Surface):
    """216 wide, or the rail of 52."""

    edit_wanted = Signal()

    def __init__(self, sections: list[Section], parent: QWidget | None = None) -> None:
        super().__init__(Color.BG_SIDEBAR, "right", parent=parent)
        self.own_card = OwnCard()
        self.navigation = Navigation(sections)
        self.quick = QuickList()
        self.connection = ConnectionLine()
        self._head = Label(role=fonts.Text.MICRO, tone="tertiary")
        self._edit = IconButton("edit", size=13, extent=24, ink=Color.TEXT_TERTIARY)
        self._edit.clicked.connect(self.edit_wanted)
        self._edit.hide()
        self._head_row = QWidget()
        self._head_row.setFixedHeight(24)
        head = QHBoxLayout(self._head_row)
        head.setContentsMargins(8, 0, 2, 0)
        head.addWidget(self._head)
        head.addStretch()
        head.addWidget(self._edit)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(self._scroll.focusPolicy().NoFocus)
        holder = Surface(Color.BG_SIDEBAR)
        holder.setObjectName("scrolled")
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.quick)
        inner.addStretch()
        self._scroll.setWidget(holder)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.own_card)
        self._column.addSpacing(8)
        self._column.addWidget(self.navigation)
        self._column.addSpacing(9)
        self._column.addWidget(self._head_row)
        self._column.addSpacing(1)
        self._column.addWidget(self._scroll, 1)
        self._filler = QWidget()
        self._column.addWidget(self._filler, 1)
        self._column.addWidget(self.connection)
        self._rail: bool | None = None
        self.set_rail(False)
        self.retranslate()

    @property
    def rail(self) -> bool:
        """Whether it is the narrow form."""
        return bool(self._rail)

    def set_rail(self, rail: bool) -> None:
        """The narrow form: icons alone, quick diversions in the own card's menu."""
        if rail == self._rail:
            return
        self._rail = rail
        self.setFixedWidth(size("rail") if rail else size("sidebar"))
        self._column.setContentsMargins(8 if rail else 10, 10, 8 if rail else 10, 10)
        self.own_card.set_rail(rail)
        self.navigation.set_rail(rail)
        self._head_row.setVisible(not rail)
        self._scroll.setVisible(not rail)
        self._filler.setVisible(rail)

    def set_editable(self, editable: bool) -> None:
        """Whether there is a place to edit quick diversions at."""
        self._edit.setVisible(editable)

    def retranslate(self) -> None:
        """All texts again."""
        self._head.setText(translate("Shell", "Quick diversions"))
        self._edit.set_name(translate("Shell", "Edit quick diversions"))
        self.own_card.retranslate()
        self.navigation.retranslate()
        self.quick.retranslate()
