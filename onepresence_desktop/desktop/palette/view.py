"""The palette's window: a field, what it finds, and the keys that work (design, section 7.16)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QCursor, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.number_shown import KEYS, NumberShownSelect
from onepresence_desktop.desktop.palette.finder import MOST, Finder, Hit
from onepresence_desktop.desktop.palette.query import parse
from onepresence_desktop.desktop.palette.rows import HEAD, MORE, ROW, HitDelegate, HitsModel
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color, current
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.floating import FloatingPanel
from onepresence_desktop.desktop.widgets.hint_bar import Hint, HintBar
from onepresence_desktop.desktop.widgets.key_caps import KeyCaps

WIDTH, FIELD = 620, 56
TALLEST = MOST * ROW + 4 * HEAD
"""Of the list; more is scrolled."""
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -MOST, Qt.Key.Key_PageDown: MOST}


class Palette(FloatingPanel):
    """Made once and kept hidden, so that it is there within a frame; `toggle` shows it, and hides it again.

    own_key: whether a key is the one for that; while it is open nobody else hears keys. shown: to choose the number
    that somebody outside is shown, there while such a row is chosen.
    """

    def __init__(
        self,
        session: Session,
        finder: Finder,
        shown: NumberShownSelect,
        own_key: Callable[[QKeyEvent], bool] = lambda _event: False,
    ) -> None:
        super().__init__(takes_focus=True, radius=Radius.XL, popup=True)
        self._own_key = own_key
        self._session, self._finder = session, finder
        self.model = HitsModel(self)
        self.field = QLineEdit()
        self.list = QListView()
        self.delegate = HitDelegate(self.model, session, self.list)
        self.hints = HintBar()
        self.shown = shown
        self._build()
        self.field.textChanged.connect(self.refill)
        self.field.installEventFilter(self)
        self.list.clicked.connect(lambda index: self.carry_out(index.row()))
        for signal in (session.reset, session.me_changed, session.diversions_changed, session.presence_changed):
            signal.connect(self._changed)
        session.connection_changed.connect(self._changed)
        finder.contacts.changed.connect(self._changed)
        current().changed.connect(self._dress)
        self._dress()
        self.retranslate()

    def _build(self) -> None:
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        top = QWidget()
        top.setFixedSize(WIDTH - 2, FIELD)
        across = QHBoxLayout(top)
        across.setContentsMargins(18, 0, 18, 0)
        across.setSpacing(14)
        across.addWidget(_Glass())
        self.field.setFrame(False)
        self.field.setFont(fonts.sized(18, fonts.REGULAR))
        across.addWidget(self.field, 1)
        self.shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is typed stays in the field
        self.shown.hide()
        across.addWidget(self.shown)
        across.addWidget(KeyCaps("Esc"))
        column.addWidget(top)
        line = QFrame()
        line.setFixedHeight(1)
        self._line = line
        column.addWidget(line)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setViewportMargins(0, 4, 0, 8)
        column.addWidget(self.list)
        column.addWidget(self.hints)
        for layout in (column, self.layout()):
            if layout is not None:
                layout.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The foot keeps within the plate's round corners."""
        super().resizeEvent(event)
        round_foot = QRectF(0, -20, self.hints.width(), self.hints.height() + 20)
        path = painters.rounded(round_foot, Radius.XL - 1)
        self.hints.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def _dress(self) -> None:
        ink = color(Color.TEXT_PRIMARY).name()
        self.field.setStyleSheet(f"QLineEdit {{ background: transparent; border: none; color: {ink}; }}")
        self.list.setStyleSheet("QListView { background: transparent; border: none; }")
        self._line.setStyleSheet(f"background: {color(Color.LINE_POPOVER).name()};")

    def retranslate(self) -> None:
        """All words again."""
        name = translate("Palette", "Command palette")
        self.setAccessibleName(name)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(translate("Palette", "Name, number, command"))
        self.list.setAccessibleName(translate("Palette", "Found"))
        self.shown.retranslate()
        self.refill()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # --- showing ---

    def toggle(self) -> None:
        """Show it in the upper third of the screen with the pointer; the same key hides it."""
        if self.isVisible():
            self.hide()
            return
        self.field.clear()
        self.refill()
        self._place()
        self.show()
        self.raise_()
        self.activateWindow()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _place(self) -> None:
        pointer = QCursor.pos()
        screen = QGuiApplication.screenAt(pointer) or QGuiApplication.primaryScreen()
        if screen is not None:
            room = screen.availableGeometry()
            left = room.left() + (room.width() - WIDTH) // 2 - self.margin
            self.move(QPoint(left, room.top() + room.height() // 6 - self.margin))

    def _changed(self, *_: object) -> None:
        """Something else than what is typed: what is chosen stays chosen."""
        if not self.isVisible():
            return
        before, more = self.chosen(), self.delegate.more
        self.refill()
        same = next((n for n, hit in enumerate(self.model.hits) if before and hit.title == before.title), None)
        if same is not None:
            self._choose(same)
            if more >= 0:
                self._turn(min(more, len(self.model.hits[same].more) - 1))

    def refill(self) -> None:
        """Find anew, and choose the first that can be done."""
        typed = self.field.text()
        self.delegate.words = parse(typed, self._session.now()).named
        hits = self._finder.find(typed)
        self.model.show_hits(hits)
        usable = (n for n, hit in enumerate(hits) if not hit.why_not)
        self._choose(next(usable, 0 if hits else -1))

    def _fit(self) -> None:
        heads = sum(self.model.starts_group(row) for row in range(len(self.model.hits)))
        more = MORE if self.delegate.more >= 0 else 0
        high = min(TALLEST, len(self.model.hits) * ROW + heads * HEAD + more)
        self.list.setFixedHeight(high + 12 if high else 0)
        self.list.doItemsLayout()

    # --- choosing ---

    def chosen(self) -> Hit | None:
        """The row that Enter is for."""
        row = self.list.currentIndex().row()
        return self.model.hits[row] if 0 <= row < len(self.model.hits) else None

    def _choose(self, row: int) -> None:
        self.delegate.chosen, self.delegate.more = row, -1
        self.list.setCurrentIndex(self.model.index(row, 0))
        self._fit()
        self._hint()

    def _hint(self) -> None:
        hit = self.chosen()
        outside = hit is not None and hit.outside and not hit.why_not and self.delegate.more < 0
        self.shown.setVisible(outside and self.shown.choice)
        shown = []
        if hit is not None and not hit.why_not:
            verb = hit.more[self.delegate.more].words if self.delegate.more >= 0 else hit.verb
            shown.append(Hint("Enter", verb))
            if hit.more:
                shown.append(Hint("→", translate("Palette", "More to do")))
            if hit.diverts and hit.completes:
                shown.append(Hint("Tab", translate("Palette", "Add a time, as 1245")))
            if outside and self.shown.choice:
                shown.append(Hint(KEYS, translate("Palette", "Number shown")))
        elif hit is None and self.field.text().strip():
            shown.append(Hint("", translate("Palette", "Nothing found")))
        self.hints.set_hints([*shown, Hint("?", translate("Palette", "All commands"), right=True)])

    def carry_out(self, row: int) -> None:
        """Do what a row, or the further thing chosen in it, is for."""
        if not 0 <= row < len(self.model.hits) or self.model.hits[row].why_not:
            return
        hit = self.model.hits[row]
        if hit.outside and self.shown.unsettled:
            return  # nothing is dialled while it isn't settled which number is shown
        run = hit.more[self.delegate.more].run if self.delegate.shows_more(row) else hit.run
        self.hide()
        run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field's keys that are for the list."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key, mods = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        row, hit = self.list.currentIndex().row(), self.chosen()
        if self._own_key(event):
            if not event.isAutoRepeat():
                self.hide()
        elif not self.shown.isHidden() and self.shown.take_key(event):
            pass
        elif key == Qt.Key.Key_Escape:
            self.hide()
        elif key in STEPS:
            self._step(STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.carry_out(row)
        elif mods == Qt.KeyboardModifier.ControlModifier and Qt.Key.Key_1 <= key <= Qt.Key.Key_8:
            self.delegate.more = -1
            self.carry_out(key - Qt.Key.Key_1)
        elif key == Qt.Key.Key_Tab:
            if hit is not None and hit.completes:
                self.field.setText(f"{hit.completes} ")
        elif key == Qt.Key.Key_Right and not mods and hit is not None and hit.more and self._at_end():
            self._turn(min(self.delegate.more + 1, len(hit.more) - 1))
        elif key == Qt.Key.Key_Left and not mods and self.delegate.more >= 0:
            self._turn(self.delegate.more - 1)
        else:
            return False
        return True

    def _at_end(self) -> bool:
        return self.field.cursorPosition() == len(self.field.text())

    def _step(self, by: int) -> None:
        many = len(self.model.hits)
        if many:
            row = self.list.currentIndex().row() + by
            self._choose(row % many if abs(by) == 1 else max(0, min(many - 1, row)))
            self.list.scrollTo(self.list.currentIndex())

    def _turn(self, place: int) -> None:
        self.delegate.more = place
        self._fit()
        self._hint()
        self.list.viewport().update()


class _Glass(QWidget):
    """The magnifying glass before the field."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(20, 20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.paint(painter, "nav-search", self.rect().toRectF(), color(Color.ACCENT_TEXT), self.devicePixelRatioF())
