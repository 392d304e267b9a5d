"""The tray's menu (design, section 7.2): one list of commands, drawn by us or by the desktop."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QAction

from onepresence_desktop.client import readings
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.command_menus import add_command, fill_do_not_disturb
from onepresence_desktop.desktop.commands_registry import CommandRegistry
from onepresence_desktop.desktop.do_not_disturb import what_happens
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.named_numbers import destination_words
from onepresence_desktop.desktop.session import ConnectionState, Session
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.tray.head import MenuHead
from onepresence_desktop.desktop.widgets.lasting_menu import LastingMenu
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.desktop.widgets.presence_look import LOOKS
from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire.views import PresenceView, StandingView

MOST_FAVOURITES = 6
TICK_MS = 1000
WIDTH, DOOR_WIDTH = 296, 236


class TrayMenu(LastingMenu):
    """Filled anew whenever something it shows has changed, so that desktops that draw it themselves have it fresh.

    later: empty until it is filled or opened for the first time, for a window that comes before it.
    """

    def __init__(self, session: Session, actions: Actions, registry: CommandRegistry, *, later: bool = False) -> None:
        super().__init__("OnePresence", width=WIDTH)
        self._session = session
        self._actions = actions
        self._registry = registry
        self._shown_head: MenuHead | None = None
        self._door_menu = LastingMenu(translate("Tray", "Do not disturb"), width=DOOR_WIDTH)
        self._door_menu.setParent(self, self._door_menu.windowFlags())
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._advance)
        self._later = later
        for signal in (session.reset, session.me_changed, session.diversions_changed, session.messages_changed):
            signal.connect(self._refill)
        session.people_changed.connect(self._people_changed)
        session.connection_changed.connect(self._refill)
        self.aboutToShow.connect(self._opened)
        self.aboutToHide.connect(self._tick.stop)
        self._refill()

    def changeEvent(self, event: QEvent) -> None:
        """Another language: desktops that draw the menu themselves have it at once too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._refill()

    def _people_changed(self, users: list[UserId]) -> None:
        me = self._session.mirror.me
        if me is not None and not set(users).isdisjoint(me.favourites):
            self._refill()

    def _opened(self) -> None:
        self.fill()
        first = self.defaultAction()
        if first is not None and first.isEnabled():
            self.setActiveAction(first)
        self._tick.start()

    def _advance(self) -> None:
        """What is left of a diversion goes on while the menu is open."""
        if self._shown_head is not None:
            able = self._session.connection.state is ConnectionState.LIVE
            self._shown_head.become(self._head(readings.effective(self._session.mirror) if able else None, able=able))

    def state_words(self) -> str:
        """The own state in one line."""
        counts = readings.effective(self._session.mirror)
        if counts is not None and counts.reason is not Reason.DO_NOT_DISTURB:
            if counts.until is None:
                return translate("Tray", "Diverted: {reason}").format(
                    reason=texts.diversion_name(counts.title, counts.reason)
                )
            return translate("Tray", "Diverted: {reason}, until {time}").format(
                reason=texts.diversion_name(counts.title, counts.reason), time=texts.clock(counts.until)
            )
        return texts.presence(readings.own_presence(self._session.mirror))

    def _refill(self) -> None:
        if not self._later:
            self.fill()

    def fill(self) -> None:
        """What is to be seen now."""
        self._later = False
        self._shown_head = None
        self.refill(self._fill)

    def _fill(self, rows: Menu) -> QAction | None:
        default = None
        everywhere = {command.id: command for command in self._registry.of_the_program()}
        if self._session.mirror.me is None:
            rows.add_row(translate("Tray", "Sign in …"), "key").triggered.connect(everywhere["show"].run)
        else:
            default = self._fill_signed_in(rows)
        rows.addSeparator()
        add_command(rows, everywhere["show"])
        if self._session.mirror.me is not None:
            if "palette" in everywhere:
                add_command(rows, everywhere["palette"])
            settings = rows.add_row(translate("Tray", "Settings"), "nav-settings")
            settings.triggered.connect(lambda: self._registry.program.show_section("settings"))
        add_command(rows, everywhere["quit"])
        return default

    def _fill_signed_in(self, rows: Menu) -> QAction | None:
        able = not self._registry.unable()
        counts = readings.effective(self._session.mirror)
        self._shown_head = self._head(counts if able else None, able=able)
        rows.add_widget(self._shown_head)
        if not able:
            rows.add_row(translate("Tray", "Not connected – trying again"), "disconnected", enabled=False)
        opening = None
        if counts is not None:
            opening = add_command(rows, self._registry.open_phone(), right="", ink=Color.AVAILABLE_TEXT)
        rows.addSeparator()
        for command in self._registry.quick():
            add_command(rows, command, words=f"{command.words} {command.detail}".strip(), right="")
        other = rows.add_row(translate("Tray", "Other diversion …"), "more")
        other.triggered.connect(lambda: self._registry.program.show_section("divert"))
        self._door(rows, able)
        self._favourites(rows)
        rows.addSeparator()
        self._messages(rows)
        for command in self._registry.calling():
            add_command(rows, command)
        return opening

    def _head(self, counts: StandingView | None, *, able: bool) -> MenuHead:
        mirror = self._session.mirror
        if counts is not None and counts.reason is not Reason.DO_NOT_DISTURB:
            now = self._session.now()
            left = readings.fraction_left(counts.starts_at, counts.until, now)
            parts = [destination_words(mirror, counts.destination)]
            if counts.until is not None:
                rest = (counts.until - now).total_seconds()
                parts.insert(0, translate("Tray", "{time} left").format(time=texts.span_short(rest)))
            icon = texts.REASON_ICONS[counts.reason]
            line = " · ".join(parts)
            return MenuHead(self.state_words(), line, icon, Color.DIVERTED_SOLID, Color.DIVERTED_TINT, left)
        look = LOOKS[readings.own_presence(mirror) if able else Presence.UNKNOWN]
        name = mirror.me.name if mirror.me is not None else ""
        closed = counts is not None
        ground = Color.DND_TINT if closed else None
        words = self.state_words() if able else translate("Tray", "Not connected")
        if counts is not None and counts.until is not None:
            words = f"{words} {texts.until(counts.until, self._session.now())}"
        return MenuHead(name, words, look.glyph, look.text, ground, None)

    def _door(self, rows: Menu, able: bool) -> None:
        words, menu = translate("Tray", "Do not disturb"), self._door_menu
        commands, note = self._registry.do_not_disturb(), what_happens(self._session.mirror)
        menu.refill(lambda inner: fill_do_not_disturb(inner, commands, note, DOOR_WIDTH))
        menu.setAccessibleName(words)
        action = rows.add_submenu(menu, words, "status-dnd", ink=Color.DND_SOLID)
        action.setEnabled(able)

    def _favourites(self, rows: Menu) -> None:
        mirror = self._session.mirror
        favourites = readings.favourites(mirror)
        if not favourites:
            return
        rows.addSeparator()
        rows.add_head(translate("Tray", "Favourites"))
        for user_id in favourites[:MOST_FAVOURITES]:
            person, seen = mirror.people[user_id], mirror.presence.get(user_id)
            known = seen if mirror.live else None
            look = LOOKS[known.presence if known is not None else Presence.UNKNOWN]
            row = rows.add_row(
                person.name,
                look.glyph,
                self._state_of(known) if known is not None else "",
                ink=look.solid if known is not None else Color.TEXT_TERTIARY,
                right_ink=look.text,
            )
            row.triggered.connect(lambda _on=False, number=person.local_number: self._actions.call(number))

    def _state_of(self, seen: PresenceView) -> str:
        if seen.reason is not None and seen.presence in (Presence.DIVERTED, Presence.MEETING):
            words = texts.diversion_name(seen.title, seen.reason, short=True)
            return words if seen.until is None else f"{words} {texts.until(seen.until, self._session.now())}"
        if seen.presence is Presence.MEETING and seen.meeting_until is not None:
            return f"{texts.presence(seen.presence)} {texts.until(seen.meeting_until, self._session.now())}"
        return texts.presence(seen.presence)

    def _messages(self, rows: Menu) -> None:
        count = readings.unread(self._session.mirror)
        words = translate("Tray", "%n new message(s)", "", count) if count else translate("Tray", "No new messages")
        row = rows.add_row(words, "nav-messages", enabled=bool(count))
        row.triggered.connect(lambda: self._registry.program.show_section("inbox"))
