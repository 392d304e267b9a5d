"""The settings section: a list of pages at the left, rows at the right, all applied at once (design, section 7.12)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.pages import Page, Place, SettingsPlace
from onepresence_desktop.desktop.ports import SettingsPorts
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.settings.about_pane import AboutPane
from onepresence_desktop.desktop.settings.calendar_pane import CalendarPane
from onepresence_desktop.desktop.settings.calls_pane import CallsPane
from onepresence_desktop.desktop.settings.divert_pane import DivertPane
from onepresence_desktop.desktop.settings.notify_pane import NotifyPane
from onepresence_desktop.desktop.settings.password_pane import PasswordPane
from onepresence_desktop.desktop.settings.rows import Pane
from onepresence_desktop.desktop.settings.search_pane import SearchPane
from onepresence_desktop.desktop.settings.sessions_pane import SessionsPane
from onepresence_desktop.desktop.settings.start_pane import StartPane
from onepresence_desktop.desktop.settings.voicemail_pane import VoicemailPane
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import Pressable
from onepresence_desktop.desktop.widgets.card import Surface
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.domain.names import fold

FIRST = "start"
"""The page shown until another was chosen."""


@dataclass(frozen=True, slots=True)
class _Entry:
    key: str
    icon: str
    title: Callable[[], str]
    make: Callable[[], Pane]


LIST_WIDTH = 184
"""Of the list of pages; more where a language's words are long."""


class PaneRow(Pressable):
    """One page in the list."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(30)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return QSize(42 + round(painters.width(self.text(), fonts.font(weight=fonts.MEDIUM))), 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, icon, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        on = self.isChecked()
        ground = Color.BG_SELECTED if on else Color.BG_HOVER if self.underMouse() else None
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(ground))
            painter.drawRoundedRect(rect, Radius.S, Radius.S)
        ink = color(Color.ACCENT_TEXT if on else Color.TEXT_SECONDARY)
        spot = QRectF(10, rect.center().y() - 8, 16, 16)
        icons.paint(painter, self._icon, spot, ink, self.devicePixelRatioF())
        room = QRectF(35, 0, rect.width() - 40, rect.height())
        painters.text(painter, room, self.text(), fonts.font(weight=fonts.MEDIUM), ink)


class SettingsView(Page):
    """A page of the window. Pages of it are built when first shown; the top field searches them."""

    narrowed_by_search = True

    def __init__(self, session: Session, actions: Actions, settings: Settings, ports: SettingsPorts) -> None:
        super().__init__()
        self._entries = {
            entry.key: entry
            for entry in (
                _Entry(
                    "divert",
                    "nav-divert",
                    lambda: translate("Settings", "Diversion"),
                    lambda: DivertPane(session, actions),
                ),
                _Entry(
                    "calendar",
                    "calendar",
                    lambda: translate("Settings", "Calendar"),
                    lambda: CalendarPane(session, actions),
                ),
                _Entry(
                    "start",
                    "language",
                    lambda: translate("Settings", "Language and start"),
                    lambda: StartPane(settings, ports),
                ),
                _Entry(
                    "search",
                    "nav-search",
                    lambda: translate("Settings", "Search"),
                    lambda: SearchPane(settings),
                ),
                _Entry(
                    "password",
                    "key",
                    lambda: translate("Settings", "Password"),
                    lambda: PasswordPane(session, actions, settings),
                ),
                _Entry(
                    "sessions",
                    "device-computer",
                    lambda: translate("Settings", "Signed in on"),
                    lambda: SessionsPane(session, actions),
                ),
                _Entry(
                    "calls",
                    "call",
                    lambda: translate("Settings", "Call handling"),
                    lambda: CallsPane(session, actions, settings, ports),
                ),
                _Entry(
                    "messages",
                    "nav-messages",
                    lambda: translate("Settings", "Message"),
                    lambda: VoicemailPane(session, actions, settings, ports),
                ),
                _Entry("notify", "bell", lambda: translate("Settings", "Notifications"), lambda: NotifyPane(settings)),
                _Entry("about", "info", lambda: translate("Settings", "About"), lambda: AboutPane(session, ports)),
            )
        }
        self._panes: dict[str, Pane] = {}
        self._made_ahead: dict[str, Pane] = {}
        self._current = ""
        self._list = Surface(Color.BG_WINDOW, "right")
        self._list.setFixedWidth(LIST_WIDTH)
        self._stack = QStackedWidget()
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._list)
        across.addWidget(self._stack, 1)
        ground = Surface(Color.BG_WINDOW, "top")
        ground.setLayout(across)
        across.setContentsMargins(0, 1, 0, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ground)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(8, 10, 9, 10)
        column.setSpacing(1)
        group = QButtonGroup(self)
        self.rows: dict[str, PaneRow] = {}
        for entry in self._entries.values():
            row = self.rows[entry.key] = PaneRow(entry.icon)
            row.clicked.connect(lambda _on=False, key=entry.key: self._chosen(key))
            group.addButton(row)
            column.addWidget(row)
        self._nothing = Label(tone="tertiary", wrap=True)
        self._nothing.hide()
        column.addWidget(self._nothing)
        column.addStretch()
        self.retranslate()

    @property
    def pane(self) -> Pane | None:
        """The page shown."""
        return self._panes.get(self._current)

    def show_pane(self, key: str) -> None:
        """Bring a page to the front, building it the first time."""
        if key not in self._entries:
            return
        if self.pane is not None and key != self._current:
            self.pane.leave()
        pane = self._built(key)
        self._current = key
        self.rows[key].setChecked(True)
        self._stack.setCurrentWidget(pane)
        pane.refresh()

    def _chosen(self, key: str) -> None:
        """Arrows go on from the row that was clicked, and no other shows a ring."""
        self.show_pane(key)
        self.rows[key].setFocus(Qt.FocusReason.MouseFocusReason)

    # --- as a page of the window ---

    def go_to(self, place: Place) -> None:
        """One of the panes."""
        if isinstance(place, SettingsPlace):
            self.show_pane(place.pane)

    def retranslate(self) -> None:
        """All texts again."""
        self._list.setAccessibleName(translate("App", "Settings"))
        for key, entry in self._entries.items():
            self.rows[key].setText(entry.title())
            self.rows[key].setAccessibleName(entry.title())
        widest = max(row.sizeHint().width() for row in self.rows.values())
        self._list.setFixedWidth(max(LIST_WIDTH, widest + 17))
        self._nothing.setText(translate("Settings", "No setting matches"))
        for pane in self._panes.values():
            pane.retranslate()

    def on_shown(self) -> None:
        """Show the page one was on."""
        self.show_pane(self._current or FIRST)
        self.rows[self._current].setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another section: forget what was typed, stop what was tried."""
        if self.pane is not None:
            self.pane.leave()

    def search_placeholder(self) -> str:
        """What the top field looks for here."""
        return translate("Settings", "Search in settings")

    def take_search(self, text: str) -> None:
        """Leave only the pages that say the words."""
        words = fold(text).split()
        shown = []
        for key in self._entries:
            found = not words or all(word in self._said(key) for word in words)
            self.rows[key].setVisible(found)
            if found:
                shown.append(key)
        self._nothing.setVisible(not shown)
        if words and shown and self._current not in shown:
            self.show_pane(shown[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down in the list; right goes into the page."""
        rows = [(key, row) for key, row in self.rows.items() if row.isVisible()]
        here = next((i for i, (_key, row) in enumerate(rows) if row.hasFocus()), None)
        if here is None:
            event.ignore()
            return
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            key, row = rows[(here + step) % len(rows)]
            row.setFocus(Qt.FocusReason.TabFocusReason)
            self.show_pane(key)
        elif event.key() == Qt.Key.Key_Right:
            self.focusNextPrevChild(True)
        else:
            event.ignore()

    def ahead(self) -> Iterator[None]:
        """Build the page that is shown first; the others are small, and together take 5 MiB."""
        if FIRST not in self._panes:
            self._made_ahead[FIRST] = self._entries[FIRST].make()
            yield
            self._built(FIRST)
            yield

    def _built(self, key: str) -> Pane:
        pane = self._panes.get(key)
        if pane is None:
            pane = self._made_ahead.pop(key) if key in self._made_ahead else self._entries[key].make()
            self._panes[key] = pane
            self._stack.addWidget(pane)
        return pane

    def _said(self, key: str) -> str:
        return fold(" ".join([self._entries[key].title(), *self._built(key).said()]))
