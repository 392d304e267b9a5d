"""The tray's menu (design, section 7.2): one list of actions, drawn by us or by the desktop."""

from __future__ import annotations

from PySide6.QtCore import Signal

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import ConnectionState, Session
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.domain.diversion import PRESETS, VOICEMAIL, Preset, Reason
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire.bodies import DiversionRequest
from onepresence_desktop.wire.views import StandingView

MOST_FAVOURITES = 6
WIDTH = 296


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
        for signal in (
            session.reset,
            session.me_changed,
            session.diversions_changed,
            session.messages_changed,
            session.people_changed,
        ):
            signal.connect(self.fill)
        session.connection_changed.connect(lambda _: self.fill())
        self.aboutToShow.connect(self.fill)
        self.fill()

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
        self.add_row(self.state_words(), enabled=False)
        if not able:
            self.add_row(translate("Tray", "Not connected – trying again"), "disconnected", enabled=False)
        self.addSeparator()
        if self._counts() is not None:
            opening = self.add_row(translate("Tray", "Open the phone"), "call", enabled=able, ink=Color.AVAILABLE_TEXT)
            opening.triggered.connect(self._actions.open_phone)
            self.setDefaultAction(opening)
        self._quick(able)
        other = self.add_row(translate("Tray", "Other diversion …"), "forward-to")
        other.triggered.connect(lambda: self.section_wanted.emit("divert"))
        self._door(able)
        self._favourites()
        self.addSeparator()
        self._messages()
        if self.offers_selection:
            dial = self.add_row(translate("Tray", "Call selected number"), "dialpad", enabled=able)
            dial.triggered.connect(self.dial_selection_wanted)

    def _quick(self, able: bool) -> None:
        for preset in Preset:
            name, time = texts.preset(preset)
            icon = texts.REASON_ICONS[PRESETS[preset].reason]
            row = self.add_row(name, icon, time, enabled=able)
            row.triggered.connect(lambda _on=False, key=preset.value: self._actions.divert_preset(key))
        me = self._session.mirror.me
        for quick in me.quick if me is not None else []:
            row = self.add_row(quick.name, quick.icon, quick.clock or "", enabled=able)
            row.triggered.connect(lambda _on=False, key=quick.id: self._actions.divert_preset(key))

    def _door(self, able: bool) -> None:
        menu = Menu(translate("Tray", "Do not disturb"), parent=self)
        for words, minutes in (
            (translate("Tray", "30 minutes"), 30),
            (translate("Tray", "1 hour"), 60),
            (translate("Tray", "2 hours"), 120),
            (translate("Tray", "Until turned off"), None),
        ):
            menu.add_row(words).triggered.connect(lambda _on=False, minutes=minutes: self._close_door(minutes))
        action = self.add_submenu(menu, translate("Tray", "Do not disturb"), "status-dnd")
        action.setEnabled(able)

    def _close_door(self, minutes: int | None) -> None:
        from datetime import timedelta

        until = None if minutes is None else self._session.now() + timedelta(minutes=minutes)
        request = DiversionRequest(reason=Reason.DO_NOT_DISTURB, destination=VOICEMAIL, until=until)
        self._actions.divert(request)

    def _favourites(self) -> None:
        mirror = self._session.mirror
        favourites = [u for u in mirror.me.favourites if u in mirror.people] if mirror.me is not None else []
        if not favourites:
            return
        self.addSeparator()
        for user_id in favourites[:MOST_FAVOURITES]:
            person, seen = mirror.people[user_id], mirror.presence.get(user_id)
            state = texts.presence(seen.presence) if seen is not None and mirror.live else ""
            row = self.add_row(person.name, "person", state)
            row.triggered.connect(lambda _on=False, number=person.local_number: self._actions.call(number))

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
