"""The main window: navigation at the left, the top field, one page at a time, key hints at the foot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QEvent, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.shell.bands import Bands
from onepresence_desktop.desktop.shell.left_column import LeftColumn
from onepresence_desktop.desktop.shell.own_state import OwnState, QuickItem
from onepresence_desktop.desktop.shell.section import Page, Section, TakesSearch, TakesSearchKeys
from onepresence_desktop.desktop.shell.top_bar import TopBar
from onepresence_desktop.desktop.theme import icons
from onepresence_desktop.desktop.theme.theme import current
from onepresence_desktop.desktop.theme.tokens import Color, size_pair
from onepresence_desktop.desktop.widgets import focus_ring
from onepresence_desktop.desktop.widgets.card import Surface
from onepresence_desktop.desktop.widgets.hint_bar import HintBar

RAIL_BELOW = 860
"""Window width below which the left column becomes the rail (design, section 5)."""
SEARCH_SECTION = "search"
GEOMETRY_KEY = "window/geometry"


class MainWindow(QMainWindow):
    """quick_chosen: key of a quick diversion. open_phone_wanted: Alt+0 or the own card. own_menu_wanted: show the menu.

    retry_wanted: connect again now. key_overview_wanted: F1. section_shown: key. hidden_by_user: closed to the tray.
    """

    quick_chosen = Signal(str)
    open_phone_wanted = Signal()
    own_menu_wanted = Signal()
    edit_quick_wanted = Signal()
    retry_wanted = Signal()
    key_overview_wanted = Signal()
    section_shown = Signal(str)
    hidden_by_user = Signal()
    retranslated = Signal()

    def __init__(self, sections: list[Section], settings: QSettings | None = None) -> None:
        super().__init__()
        self._sections = {section.key: section for section in sections}
        self._pages: dict[str, QWidget] = {}
        self._made_ahead: dict[str, QWidget] = {}
        self._settings = settings
        self._current = ""
        self._demo = False
        self._placed = False
        self.setWindowIcon(icons.app_icon())
        self.setMinimumSize(*size_pair("window.min"))
        self.resize(*size_pair("window.main"))
        self._build(sections)
        self._make_shortcuts(sections)
        current().changed.connect(self._repaint_all)
        self.retranslate()

    def _build(self, sections: list[Section]) -> None:
        ground = Surface(Color.BG_WINDOW)
        self.top = TopBar()
        self.bands = Bands()
        self.bands.retry_wanted.connect(self.retry_wanted)
        self.stack = QStackedWidget()
        self.hints = HintBar()
        main = QVBoxLayout()
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(0)
        main.addWidget(self.top)
        main.addWidget(self.bands)
        main.addWidget(self.stack, 1)
        self._call_bar = QVBoxLayout()
        self._call_bar.setContentsMargins(0, 0, 0, 0)
        main.addLayout(self._call_bar)
        main.addWidget(self.hints)
        self.left = LeftColumn(sections)
        across = QHBoxLayout(ground)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.left)
        across.addLayout(main, 1)
        self.setCentralWidget(ground)
        self.left.navigation.chosen.connect(self.show_section)
        self.left.quick.chosen.connect(self.quick_chosen)
        self.left.own_card.menu_wanted.connect(self.own_menu_wanted)
        self.left.own_card.open_wanted.connect(self.open_phone_wanted)
        self.left.edit_wanted.connect(self.edit_quick_wanted)
        self.top.field.textChanged.connect(self._search_changed)
        self.top.field.key_for_list.connect(self._offer_search_key)
        self.top.field.call_wanted.connect(self._call_typed)

    def _make_shortcuts(self, sections: list[Section]) -> None:
        for place, section in enumerate(sections[:9], start=1):
            self._shortcut(f"Ctrl+{place}", lambda key=section.key: self.show_section(key))
        for place in range(1, 10):
            self._shortcut(f"Alt+{place}", lambda place=place: self.left.quick.choose(place))
        self._shortcut("Alt+0", self.open_phone_wanted.emit)
        self._shortcut("Ctrl+F", self.focus_search)
        self._shortcut("F1", self.key_overview_wanted.emit)
        self._shortcut("Ctrl+Tab", lambda: self._next_pane(1))
        self._shortcut("Ctrl+Shift+Tab", lambda: self._next_pane(-1))

    def _shortcut(self, keys: str, then: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(then)

    # --- sections ---

    @property
    def current_section(self) -> str:
        """Key of the section shown."""
        return self._current

    @property
    def page(self) -> QWidget | None:
        """The page shown."""
        return self._pages.get(self._current)

    def section_keys(self) -> list[str]:
        """Keys in the order of the navigation."""
        return list(self._sections)

    def show_section(self, key: str) -> None:
        """Bring a section to the front, building its page the first time."""
        if key not in self._sections:
            return
        page = self._pages.get(key) or self._built(key)
        if key != self._current:
            self._leave_search()
            self._current = key
            self.left.navigation.set_current(key)
            self.stack.setCurrentWidget(page)
            self._show_placeholder()
            if self.top.field.text() and not hasattr(page, "take_search"):
                self.top.field.blockSignals(True)
                self.top.field.clear()
                self.top.field.blockSignals(False)
            elif hasattr(page, "take_search"):
                cast(TakesSearch, page).take_search(self.top.field.text())
            self.section_shown.emit(key)
        self._show_hints()
        cast(Page, page).on_shown()

    def ahead(self, key: str) -> Iterator[None]:
        """Build a section's page before anyone asks for it, in steps."""
        if key in self._pages:
            return
        yield from self._sections[key].before()
        if key not in self._pages:
            self._made_ahead[key] = self._sections[key].make()
            yield
        if key not in self._pages:
            page = self._built(key)
            yield
            yield from getattr(page, "ahead", tuple)()

    def _built(self, key: str) -> QWidget:
        page = self._made_ahead.pop(key) if key in self._made_ahead else self._sections[key].make()
        self._pages[key] = page
        changed = getattr(page, "hints_changed", None)
        if changed is not None:
            changed.connect(self._show_hints)
        wants = getattr(page, "want_search", None)
        if wants is not None:
            wants.connect(self.search_for)
        self.stack.addWidget(page)
        return page

    def _leave_search(self) -> None:
        """What was searched for on one page is not meant for the next."""
        if self.top.field.text() and hasattr(self.page, "take_search"):
            self.top.field.blockSignals(True)
            self.top.field.clear()
            self.top.field.blockSignals(False)
            cast(TakesSearch, self.page).take_search("")

    def forget_pages(self) -> None:
        """Drop all pages (sign-out); they are built again when shown."""
        for page in (*self._pages.values(), *self._made_ahead.values()):
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._made_ahead.clear()
        self._current = ""

    def _show_hints(self) -> None:
        page = self.page
        self._show_found()
        self.hints.set_hints(cast(Page, page).hints() if page is not None else [])

    def _show_placeholder(self) -> None:
        words = getattr(self.page, "search_placeholder", None)
        self.top.set_placeholder(words() if words is not None else "")

    # --- search ---

    def focus_search(self) -> None:
        """Put the caret into the top field."""
        self.top.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.field.selectAll()

    def search_for(self, text: str) -> None:
        """Write `text` into the top field and go on typing there."""
        self.top.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.top.field.setText(text)

    def _search_changed(self, text: str) -> None:
        if not hasattr(self.page, "take_search") and text and SEARCH_SECTION in self._sections:
            self.show_section(SEARCH_SECTION)
            self.top.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if hasattr(self.page, "take_search"):
            cast(TakesSearch, self.page).take_search(text)
        self._show_found()

    def _show_found(self) -> None:
        found = getattr(self.page, "search_found", None)
        note, number = found() if found is not None and self.top.field.text().strip() else ("", False)
        self.top.field.show_found(note, number=number)

    def _call_typed(self) -> None:
        if hasattr(self.page, "search_key"):
            enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
            cast(TakesSearchKeys, self.page).search_key(enter)

    def _offer_search_key(self, event: QKeyEvent) -> None:
        if hasattr(self.page, "search_key") and cast(TakesSearchKeys, self.page).search_key(event):
            event.accept()

    # --- states ---

    def show_own(self, state: OwnState) -> None:
        """The user's card."""
        self.left.own_card.show_state(state)

    def show_quick(self, items: list[QuickItem], *, enabled: bool) -> None:
        """The quick diversions; disabled while nothing can be sent."""
        self.left.quick.set_items(items)
        self.left.quick.setEnabled(enabled)

    def set_badge(self, key: str, count: int) -> None:
        """How much waits in a section."""
        if key in self.left.navigation.rows:
            self.left.navigation.rows[key].set_count(count)

    def show_connection(self, icon: str, text: str, *, alarm: bool = False) -> None:
        """The line at the foot of the left column."""
        self.left.connection.say(icon, text, alarm=alarm)

    def set_demo(self, demo: bool) -> None:
        """Say "Demo" in the title (spec 0.1)."""
        self._demo = demo
        self._show_title()

    def set_call_bar(self, bar: QWidget) -> None:
        """Put the card of the running call between page and key hints."""
        self._call_bar.addWidget(bar)

    def _show_title(self) -> None:
        self.setWindowTitle(f"OnePresence – {translate('Shell', 'Demo')}" if self._demo else "OnePresence")

    # --- window ---

    def bring_to_front(self) -> None:
        """Show, raise and activate, from hidden or minimised."""
        if not self._placed and self._settings is not None:
            self._placed = True
            saved = self._settings.value(GEOMETRY_KEY)
            if saved is not None:
                self.restoreGeometry(saved)
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def retranslate(self) -> None:
        """All texts again, those of the pages too."""
        self._show_title()
        self.top.retranslate()
        self.left.retranslate()
        for page in self._pages.values():
            cast(Page, page).retranslate()
        self._show_placeholder()
        self._show_hints()
        self.retranslated.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def event(self, event: QEvent) -> bool:
        """Note that keys are in use, so that focus may be shown."""
        if event.type() == QEvent.Type.ShortcutOverride:
            focus_ring.note_key()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc steps back one level; letters nobody used go to the search field."""
        if event.key() == Qt.Key.Key_Escape:
            self._step_back()
            return
        typed = event.text()
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if typed and typed.isprintable() and not typed.isspace() and plain and hasattr(self.page, "take_search"):
            self.search_for(self.top.field.text() + typed)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Swap the left column for the rail when narrow."""
        super().resizeEvent(event)
        self.left.set_rail(self.width() < RAIL_BELOW)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide instead; the tray, or the owner of the window, decides about ending."""
        self.save_geometry()
        event.ignore()
        self.hide()
        self.hidden_by_user.emit()

    def save_geometry(self) -> None:
        """Remember where the window is."""
        if self._settings is not None:
            self._settings.setValue(GEOMETRY_KEY, self.saveGeometry())

    def _step_back(self) -> None:
        leave = getattr(self.page, "leave", None)
        if leave is not None and leave():
            return
        if self.top.field.text():
            self.top.field.clear()
            self.top.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_pane(self, step: int) -> None:
        panes: list[QWidget] = [self.left, self.top, self.stack]
        focus = self.focusWidget()
        here = next((i for i, pane in enumerate(panes) if focus is not None and pane.isAncestorOf(focus)), 0)
        pane = panes[(here + step) % len(panes)]
        if pane is self.top:
            self.focus_search()
        elif pane is self.left:
            row = self.left.navigation.rows.get(self._current)
            if row is not None:
                row.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.page is not None:
            first = next(
                (
                    w
                    for w in self.page.findChildren(QWidget)
                    if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()
                ),
                None,
            )
            if first is not None:
                first.setFocus(Qt.FocusReason.TabFocusReason)

    def _repaint_all(self) -> None:
        for widget in self.findChildren(QWidget):
            widget.update()
        self.update()
