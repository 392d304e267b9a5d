"""The main window: navigation at the left, the top field, one page at a time, key hints at the foot."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QMoveEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.own_state import OwnState
from onepresence_desktop.desktop.pages import Page, Place, Section
from onepresence_desktop.desktop.quick_diversions import QuickItem
from onepresence_desktop.desktop.shell.bands import Bands
from onepresence_desktop.desktop.shell.building import Building
from onepresence_desktop.desktop.shell.left_column import LeftColumn
from onepresence_desktop.desktop.shell.tab_chain import first_stop, next_region, tab_chain
from onepresence_desktop.desktop.shell.top_bar import TopBar
from onepresence_desktop.desktop.shell.top_search import TopSearch
from onepresence_desktop.desktop.shell.window_place import WindowPlace
from onepresence_desktop.desktop.theme import icons
from onepresence_desktop.desktop.theme.theme import current
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import focus_ring
from onepresence_desktop.desktop.widgets.card import Surface
from onepresence_desktop.desktop.widgets.hint_bar import HintBar

RAIL_BELOW = 860
"""Window width below which the left column becomes the rail (design, section 5)."""
SEARCH_SECTION = "search"


class MainWindow(QMainWindow):
    """quick_chosen: key of a quick diversion. open_phone_wanted: by the own card. own_menu_wanted: show the menu.

    dial_wanted: a number typed into the top field. retry_wanted: connect again now. section_shown: key.
    hidden_by_user: closed to the tray.
    """

    quick_chosen = Signal(str)
    open_phone_wanted = Signal()
    own_menu_wanted = Signal()
    edit_quick_wanted = Signal()
    retry_wanted = Signal()
    section_shown = Signal(str)
    hidden_by_user = Signal()
    retranslated = Signal()
    dial_wanted = Signal(str)

    def __init__(self, sections: list[Section], settings: QSettings | None = None) -> None:
        super().__init__()
        self._sections = {section.key: section for section in sections}
        self._pages: dict[str, Page] = {}
        self._building: dict[str, Building] = {}
        self._current = ""
        self._demo = False
        self._bound: list[QShortcut] = []
        self._bar: QWidget | None = None
        self.setWindowIcon(icons.app_icon())
        self.place = WindowPlace(self, settings)
        self._build(sections)
        self._make_shortcuts()
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
        self.search = TopSearch(self.top, lambda: self.page, self._find_people, self)
        self.search.dial_wanted.connect(self.dial_wanted)

    def _make_shortcuts(self) -> None:
        """The keys that only move about in the window; the others are commands, see `bind`."""
        self._shortcut("Ctrl+F", self.focus_search)
        self._shortcut("Ctrl+Tab", lambda: self._next_pane(1))
        self._shortcut("Ctrl+Shift+Tab", lambda: self._next_pane(-1))

    def _shortcut(self, keys: str, then: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(then)
        return shortcut

    def bind(self, keys: dict[str, Callable[[], None]]) -> None:
        """What the keys of commands do from now on, those of before no more."""
        for shortcut in self._bound:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._bound = [self._shortcut(sequence, then) for sequence, then in keys.items()]

    # --- sections ---

    @property
    def current_section(self) -> str:
        """Key of the section shown."""
        return self._current

    @property
    def page(self) -> Page | None:
        """The page shown."""
        return self._pages.get(self._current)

    def section_keys(self) -> list[str]:
        """Keys in the order of the navigation."""
        return list(self._sections)

    def keys_ahead(self) -> list[str]:
        """Of those whose pages are built before anybody asks for them."""
        return [key for key, section in self._sections.items() if section.ahead]

    def set_sections(self, sections: list[Section]) -> None:
        """Others than before; the pages of those that stay are left as they are, with what was typed into them."""
        self._sections = {section.key: section for section in sections}
        self.left.navigation.set_sections(sections)
        if self._current in self._sections:
            self.left.navigation.set_current(self._current)
        elif self._current:
            self.show_section(sections[0].key)
        for key in [key for key in self._building if key not in self._sections]:
            self._building.pop(key).drop()
        for key in [key for key in self._pages if key not in self._sections]:
            self._drop(self._pages.pop(key))

    def show_section(self, key: str) -> None:
        """Bring a section to the front, building its page the first time."""
        if key not in self._sections:
            return
        page = self._pages.get(key) or self._built(key)
        if key != self._current:
            self.search.page_left()
            self._current = key
            self.left.navigation.set_current(key)
            self.stack.setCurrentWidget(page)
            self._place_bar(page)
            self._arrange_left()
            self.search.page_shown()
            self.section_shown.emit(key)
        self._show_hints()
        page.on_shown()

    def go_to(self, place: Place) -> None:
        """Bring a place inside a section to the front."""
        self.show_section(place.section)
        if self._current == place.section and self.page is not None:
            self.page.go_to(place)

    def ahead(self, key: str) -> Iterator[None]:
        """Build a section's page before anyone asks for it, in steps."""
        if key in self._pages:
            return
        building = self._begun(key)
        while building.step():
            yield
        yield
        if key in self._building:
            page = self._built(key)
            yield
            yield from page.ahead()

    def _begun(self, key: str) -> Building:
        if key not in self._building:
            self._building[key] = Building(self._sections[key].build())
        return self._building[key]

    def _built(self, key: str) -> Page:
        page = self._pages[key] = self._begun(key).finish()
        del self._building[key]
        page.hints_changed.connect(self._show_hints)
        page.want_search.connect(self.search.search_for)
        self.stack.addWidget(page)
        return page

    def forget_pages(self) -> None:
        """Drop all pages (sign-out); they are built again when shown."""
        for building in self._building.values():
            building.drop()
        self._place_bar(None)
        for page in self._pages.values():
            self._drop(page)
        self._pages.clear()
        self._building.clear()
        self._current = ""

    def _drop(self, page: Page) -> None:
        self.stack.removeWidget(page)
        page.hide()
        page.deleteLater()

    def _show_hints(self) -> None:
        self.search.show_found()
        self.search.show_placeholder()
        self.hints.set_hints(self.page.hints() if self.page is not None else [])

    def _find_people(self) -> bool:
        self.show_section(SEARCH_SECTION)
        return SEARCH_SECTION in self._sections

    def focus_search(self) -> None:
        """Put the caret into the top field."""
        self.search.focus()

    # --- what is shown ---

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
        """Put the card of the running call between page and key hints, or above the page's own foot."""
        self._bar = bar
        self._place_bar(self.page)

    def _place_bar(self, page: Page | None) -> None:
        if self._bar is not None:
            own = page.above_foot if page is not None else None
            (own if own is not None else self._call_bar).addWidget(self._bar)

    def _show_title(self) -> None:
        self.setWindowTitle(f"OnePresence – {translate('Shell', 'Demo')}" if self._demo else "OnePresence")

    def bring_to_front(self) -> None:
        """Show, raise and activate, from hidden or minimised."""
        if not self.isVisible():
            self.focus_search()
            self.place.fit()
        self.place.take()
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
            page.retranslate()
        self.search.show_placeholder()
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
        narrows = self.page is not None and self.page.narrowed_by_search
        if typed and typed.isprintable() and not typed.isspace() and plain and narrows:
            self.search.search_for(self.search.text + typed)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Swap the left column for the rail when narrow."""
        super().resizeEvent(event)
        self._arrange_left()

    def moveEvent(self, event: QMoveEvent) -> None:
        """So it is told when the desktop has put a frame around it, too."""
        super().moveEvent(event)
        self.place.framed()

    def _arrange_left(self) -> None:
        section = self._sections.get(self._current)
        self.left.set_rail(self.width() < max(RAIL_BELOW, section.rail_below if section is not None else 0))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide instead; the tray, or the owner of the window, decides about ending."""
        self.place.save()
        event.ignore()
        self.hide()
        self.hidden_by_user.emit()

    def _step_back(self) -> None:
        if self.page is not None and self.page.leave():
            return
        self.search.take_back()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab in the order people read: search, the page with its calls, then the left column.

        By region, and as each is laid out: Qt's own order is the order in which widgets were made.
        """
        here = self.focusWidget()
        chain = tab_chain([self.top, self.bands, self.stack, self._bar, self.left])
        if not chain:
            return False
        place = chain.index(here) if here in chain else -1 if forward else 0
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        chain[(place + (1 if forward else -1)) % len(chain)].setFocus(reason)
        return True

    def _next_pane(self, step: int) -> None:
        region = next_region([self.left, self.top, self.stack], self.focusWidget(), step)
        if region is self.top:
            self.focus_search()
            return
        page = first_stop(self.page) if self.page is not None else None
        to = self.left.navigation.rows.get(self._current) if region is self.left else page
        if to is not None:
            to.setFocus(Qt.FocusReason.TabFocusReason)

    def _repaint_all(self) -> None:
        for widget in self.findChildren(QWidget):
            widget.update()
        self.update()
