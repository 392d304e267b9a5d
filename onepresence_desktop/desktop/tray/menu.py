"""The tray's menu (design, section 7.2): one list of actions, drawn by us or by the desktop."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QAction

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.do_not_disturb import LengthsMenu, lengths
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import ConnectionState, Session
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.tray.head import MenuHead
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.desktop.widgets.presence_look import LOOKS
from onepresence_desktop.domain.diversion import PRESETS, VOICEMAIL, Preset, Reason
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire.bodies import DiversionRequest
from onepresence_desktop.wire.views import PresenceView, StandingView

MOST_FAVOURITES = 6
TICK_MS = 1000
WIDTH, DOOR_WIDTH = 296, 236


class TrayMenu(Menu):
    """Built anew whenever something it shows has changed, so that desktops that draw it themselves have it fresh."""

    show_wanted = Signal()
    section_wanted = Signal(str)
    dial_selection_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__("OnePresence", width=WIDTH)
        self._session = session
        self._actions = actions
        self.offers_selection = False
        self.selection_keys: Callable[[], str] = lambda: ""
        self._shown_head: MenuHead | None = None
        self._first: QAction | None = None
        self._door_menu: LengthsMenu | None = None
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._advance)
        for signal in (
            session.reset,
            session.me_changed,
            session.diversions_changed,
            session.messages_changed,
            session.people_changed,
        ):
            signal.connect(self.fill)
        session.connection_changed.connect(lambda _: self.fill())
        self.aboutToShow.connect(self._opened)
        self.aboutToHide.connect(self._tick.stop)
        self.fill()

    def changeEvent(self, event: QEvent) -> None:
        """Another language: desktops that draw the menu themselves have it at once too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.fill()

    def _opened(self) -> None:
        self.fill()
        if self._first is not None and self._first.isEnabled():
            self.setActiveAction(self._first)
        self._tick.start()

    def _advance(self) -> None:
        """What is left of a diversion goes on while the menu is open."""
        if self._shown_head is not None:
            able = self._session.connection.state is ConnectionState.LIVE
            self._shown_head.become(self._head(self._counts() if able else None, able=able))

    def state_words(self) -> str:
        """The own state in one line."""
        counts = self._counts()
        if counts is not None and counts.reason is not Reason.DO_NOT_DISTURB:
            if counts.until is None:
                return translate("Tray", "Diverted: {reason}").format(reason=texts.reason(counts.reason))
            return translate("Tray", "Diverted: {reason}, until {time}").format(
                reason=texts.reason(counts.reason), time=texts.clock(counts.until)
            )
        mirror = self._session.mirror
        seen = mirror.presence.get(mirror.me.id) if mirror.me is not None else None
        return texts.presence(seen.presence if seen is not None else Presence.UNKNOWN)

    def fill(self) -> None:
        """All rows anew."""
        self.clear()
        self._shown_head = self._first = None
        if self._door_menu is not None:
            self._door_menu.deleteLater()
            self._door_menu = None
        if self._session.mirror.me is None:
            self.add_row(translate("Tray", "Sign in …"), "key").triggered.connect(self.show_wanted)
        else:
            self._fill_signed_in()
        self.addSeparator()
        self.add_row(translate("Tray", "Show OnePresence"), "compact").triggered.connect(self.show_wanted)
        if self._session.mirror.me is not None:
            settings = self.add_row(translate("Tray", "Settings"), "nav-settings")
            settings.triggered.connect(lambda: self.section_wanted.emit("settings"))
        self.add_row(translate("Tray", "Quit"), "quit").triggered.connect(self.quit_wanted)

    def _fill_signed_in(self) -> None:
        able = self._session.connection.state is ConnectionState.LIVE
        counts = self._counts()
        self._shown_head = self._head(counts if able else None, able=able)
        self.add_widget(self._shown_head)
        if not able:
            self.add_row(translate("Tray", "Not connected – trying again"), "disconnected", enabled=False)
        if counts is not None:
            words = translate("Tray", "Open the phone")
            if counts.reason is Reason.DO_NOT_DISTURB:
                words = translate("Shell", "Turn off Do not disturb")
            opening = self.add_row(words, "call", enabled=able, ink=Color.AVAILABLE_TEXT)
            opening.triggered.connect(self._actions.open_phone)
            self.setDefaultAction(opening)
            self._first = opening
        self.addSeparator()
        self._quick(counts, able)
        other = self.add_row(translate("Tray", "Other diversion …"), "more")
        other.triggered.connect(lambda: self.section_wanted.emit("divert"))
        self._door(able)
        self._favourites()
        self.addSeparator()
        self._messages()
        if self.offers_selection:
            words = translate("Tray", "Call selected number")
            dial = self.add_row(words, "dialpad", self.selection_keys(), enabled=able)
            dial.triggered.connect(self.dial_selection_wanted)

    def _head(self, counts: StandingView | None, *, able: bool) -> MenuHead:
        mirror = self._session.mirror
        if counts is not None and counts.reason is not Reason.DO_NOT_DISTURB:
            now = self._session.now()
            left, parts = 1.0, [texts.destination(counts.destination)]
            if counts.until is not None:
                rest = (counts.until - now).total_seconds()
                whole = (counts.until - counts.starts_at).total_seconds()
                left = min(1.0, max(0.0, rest / whole)) if whole > 0 else 0.0
                parts.insert(0, translate("Tray", "{time} left").format(time=texts.span_short(rest)))
            icon = texts.REASON_ICONS[counts.reason]
            line = " · ".join(parts)
            return MenuHead(self.state_words(), line, icon, Color.DIVERTED_SOLID, Color.DIVERTED_TINT, left)
        seen = mirror.presence.get(mirror.me.id) if mirror.me is not None else None
        look = LOOKS[seen.presence if seen is not None and able else Presence.UNKNOWN]
        name = mirror.me.name if mirror.me is not None else ""
        closed = counts is not None
        ground = Color.DND_TINT if closed else None
        words = self.state_words() if able else translate("Tray", "Not connected")
        if counts is not None and counts.until is not None:
            words = f"{words} {texts.until(counts.until, self._session.now())}"
        return MenuHead(name, words, look.glyph, look.text, ground, None)

    def _quick(self, counts: StandingView | None, able: bool) -> None:
        running = counts.preset if counts is not None else None
        offered = [(p.value, texts.REASON_ICONS[PRESETS[p].reason], " ".join(texts.preset(p)).strip()) for p in Preset]
        me = self._session.mirror.me
        for quick in me.quick if me is not None else []:
            words = quick.name
            if quick.clock is not None:
                words += " " + translate("Texts", "until {time}").format(time=quick.clock)
            elif quick.minutes is not None:
                words += " " + texts.span(quick.minutes * 60)
            offered.append((quick.id, quick.icon, words))
        for key, icon, words in offered:
            row = self.add_row(words, icon, enabled=able)
            row.setCheckable(key == running)
            row.setChecked(key == running)
            row.triggered.connect(lambda _on=False, key=key: self._actions.divert_preset(key))

    def _door(self, able: bool) -> None:
        menu = LengthsMenu(lengths(self._session.mirror, self._session.now()), DOOR_WIDTH, able=able)
        menu.setParent(self, menu.windowFlags())
        self._door_menu = menu
        menu.chosen.connect(self._close_door)
        action = self.add_submenu(menu, translate("Tray", "Do not disturb"), "status-dnd", ink=Color.DND_SOLID)
        action.setEnabled(able)

    def _close_door(self, until: datetime | None) -> None:
        request = DiversionRequest(reason=Reason.DO_NOT_DISTURB, destination=VOICEMAIL, until=until)
        self._actions.divert(request)

    def _favourites(self) -> None:
        mirror = self._session.mirror
        favourites = [u for u in mirror.me.favourites if u in mirror.people] if mirror.me is not None else []
        if not favourites:
            return
        self.addSeparator()
        self.add_head(translate("Tray", "Favourites"))
        for user_id in favourites[:MOST_FAVOURITES]:
            person, seen = mirror.people[user_id], mirror.presence.get(user_id)
            known = seen if mirror.live else None
            look = LOOKS[known.presence if known is not None else Presence.UNKNOWN]
            row = self.add_row(
                person.name,
                look.glyph,
                self._state_of(known) if known is not None else "",
                ink=look.solid if known is not None else Color.TEXT_TERTIARY,
                right_ink=look.text,
            )
            row.triggered.connect(lambda _on=False, number=person.local_number: self._actions.call(number))

    def _state_of(self, seen: PresenceView) -> str:
        if seen.reason is not None and seen.presence in (Presence.DIVERTED, Presence.MEETING):
            words = texts.reason_short(seen.reason)
            return words if seen.until is None else f"{words} {texts.until(seen.until, self._session.now())}"
        return texts.presence(seen.presence)

    def _messages(self) -> None:
        count = sum(1 for message in self._session.mirror.messages.values() if not message.read)
        words = translate("Tray", "%n new message(s)", "", count) if count else translate("Tray", "No new messages")
        row = self.add_row(words, "nav-messages", enabled=bool(count))
        row.triggered.connect(lambda: self.section_wanted.emit("inbox"))

    def _counts(self) -> StandingView | None:
        diversions = self._session.mirror.diversions
        if diversions is None or diversions.counts is None:
            return None
        return next((d for d in diversions.current if d.id == diversions.counts), None)
