"""How OneVoicemail meets callers (spec 10.6 in part); kept on the server."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import Language, translate
from onepresence_desktop.desktop.ports import SettingsPorts
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.settings.mailbox_pin import MailboxPin
from onepresence_desktop.desktop.settings.own_sounds import OwnSound
from onepresence_desktop.desktop.settings.rows import Pane, Row
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button
from onepresence_desktop.desktop.widgets.fields import Select
from onepresence_desktop.desktop.widgets.segmented import Segment, Segmented
from onepresence_desktop.desktop.widgets.switches import Switch
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.messages import Arrival
from onepresence_desktop.domain.spoken import SpokenKind
from onepresence_desktop.wire.bodies import VoicemailBody

NONE = "none"
INSIDE, OUTSIDE = "inside", "outside"
LENGTHS = (30, 60, 120, 180, 300)
"""Offered lengths of a message in seconds."""
AGES = (7, 14, 30, 90, 365, 0)
"""Offered days after which heard messages go; 0 is never."""


class VoicemailPane(Pane):
    """A change is shown at once and rolled back with a line in red when the server refuses it."""

    def __init__(self, session: Session, actions: Actions, settings: Settings, ports: SettingsPorts) -> None:
        super().__init__()
        self._settings = settings
        self._session = session
        self._actions = actions
        self._ports = ports
        self.banner = Banner(Tone.WARNING, below=10)
        self.column.addWidget(self.banner)
        self._greeting_head = self.add_head()
        self.listen = Button(small=True, icon="play")
        self.listen.clicked.connect(self._listen)
        self._listen_row = Row(self.listen, two_lines=True)
        self.language, self.second, self.longest, self.age = Select(), Select(), Select(), Select()
        self.deposit, self.reception = Switch(), Switch()
        self.email, self.email_recording, self.sms = Switch(), Switch(), Switch()
        self.ask_pin, self.quick_listening = Switch(), Switch()
        self.pin = MailboxPin(session, actions)
        self.sounds = {
            kind: OwnSound(kind, session, actions, ports.play) for kind in (SpokenKind.NAME, SpokenKind.GREETING)
        }
        for select in (self.language, self.second, self.longest, self.age):
            select.setFixedWidth(160)
            select.picked.connect(self._save)
        told = (self.email, self.email_recording, self.sms)
        for switch in (self.deposit, self.reception, *told, self.ask_pin, self.quick_listening):
            switch.clicked.connect(self._save)
        self._language_row, self._second_row = Row(self.language), Row(self.second, two_lines=True)
        greeting = [*self.sounds.values(), self._language_row, self._second_row]
        if ports.play is not None:
            greeting.insert(0, self._listen_row)
        self.add_group(*greeting)
        self._box_head = self.add_head()
        self._deposit_row, self._longest_row = Row(self.deposit, two_lines=True), Row(self.longest)
        self._age_row = Row(self.age, two_lines=True)
        self._reception_row = Row(self.reception)
        self.add_group(self._deposit_row, self._longest_row, self._age_row, self._reception_row)
        self._phone_head = self.add_head()
        self._ask_row, self._quick_row = Row(self.ask_pin, two_lines=True), Row(self.quick_listening, two_lines=True)
        self.add_group(self.pin, self._ask_row, self._quick_row)
        self._notice_head = self.add_head()
        self._email_row, self._recording_row = Row(self.email, two_lines=True), Row(self.email_recording)
        self._sms_row = Row(self.sms, two_lines=True)
        self.add_group(self._email_row, self._recording_row, self._sms_row)
        self._texts_head = self.add_head()
        self.arrival = Select()
        self.arrival.setFixedWidth(160)
        self.arrival.picked.connect(self._save)
        self._arrival_row = Row(self.arrival, two_lines=True)
        self.add_group(self._arrival_row)
        self._own_head = self.add_head()
        self.outside = Segmented(_players())
        self.outside.chosen.connect(lambda key: settings.set(keys.VOICEMAIL_OUTSIDE, key == OUTSIDE))
        self._outside_row = Row(self.outside)
        self.add_group(self._outside_row)
        settings.changed.connect(self._show_own)
        self.end()
        session.me_changed.connect(self.refresh)
        session.reset.connect(self.refresh)
        session.connection_changed.connect(self._connection)
        self.retranslate()
        self.refresh()

    def controls(self) -> tuple[QWidget, ...]:
        """All that changes something on the server, whoever the user is; e-mail needs an address besides."""
        choices = (self.language, self.second, self.longest, self.age, self.arrival)
        switches = (self.deposit, self.reception, self.ask_pin, self.quick_listening)
        own = (row.controls_box for row in self.sounds.values())
        return (*choices, *switches, *own, self.pin.controls_box, self.listen)

    def refresh(self) -> None:
        """What the server says."""
        me = self._session.mirror.me
        if me is not None:
            options = me.voicemail
            self.language.set_key(options.language)
            self.second.set_key(options.second_language or NONE)
            self.deposit.setChecked(options.deposit)
            self.reception.setChecked(options.reception)
            self.ask_pin.setChecked(options.ask_pin)
            self.quick_listening.setChecked(options.quick_listening)
            self.email.setChecked(options.email)
            self.email_recording.setChecked(options.email_recording)
            self.sms.setChecked(options.sms)
            self.arrival.set_key(options.arrival.value)
            self._say_addresses(me.email or "", me.mobile or "")
            if self.longest.findData(str(options.max_seconds)) < 0:
                self._fill_lengths(options.max_seconds)
            self.longest.set_key(str(options.max_seconds))
            if self.age.findData(str(options.keep_days)) < 0:
                self._fill_ages(options.keep_days)
            self.age.set_key(str(options.keep_days))
            self.pin.refresh()
            for row in self.sounds.values():
                row.refresh()
        self._connection(self._session.connection)

    def _say_addresses(self, email: str, mobile: str) -> None:
        to = translate("Settings", "To {address}")
        no_mail = translate("Settings", "Your administrator hasn't entered an e-mail address for you")
        self._email_row.say(
            translate("Settings", "Tell me of new messages by e-mail"), to.format(address=email) if email else no_mail
        )
        no_mobile = translate("Settings", "You have no mobile number; enter it under My details")
        number = to.format(address=texts.number(mobile)) if mobile else no_mobile
        self._sms_row.say(translate("Settings", "Tell me of new messages by SMS"), number)

    def _show_own(self) -> None:
        self.outside.set_chosen(OUTSIDE if self._settings.get(keys.VOICEMAIL_OUTSIDE) else INSIDE)

    def leave(self) -> None:
        """Be silent, forget a PIN that was typed, and carry out a deletion that could still be undone."""
        self.pin.leave()
        for row in self.sounds.values():
            row.leave()
        if self._ports.stop_playing is not None:
            self._ports.stop_playing()

    def retranslate(self) -> None:
        """All texts again."""
        self.say(translate("Settings", "Message"), translate("Settings", "How OneVoicemail meets your callers."))
        self._greeting_head.setText(translate("Settings", "Greeting"))
        self._listen_row.say(
            translate("Settings", "Listen to how it sounds"),
            translate("Settings", "What a caller would hear now"),
        )
        self.listen.setText(translate("Settings", "Play"))
        self.listen.updateGeometry()
        spoken = [(language.value, _spoken(language)) for language in Language]
        self.language.set_rows(spoken)
        self.second.set_rows([(NONE, translate("Settings", "None")), *spoken])
        self._language_row.say(translate("Settings", "Language of the greeting"))
        self._second_row.say(
            translate("Settings", "Second language"),
            translate("Settings", "Callers press 5 to hear it"),
        )
        self._box_head.setText(translate("Settings", "Mailbox"))
        self._deposit_row.say(
            translate("Settings", "Take messages"),
            translate("Settings", "Off: callers hear the greeting alone"),
        )
        self._longest_row.say(translate("Settings", "Longest message"))
        self._fill_lengths()
        self._age_row.say(
            translate("Settings", "Delete heard messages after"),
            translate("Settings", "Kept messages are never deleted"),
        )
        self._fill_ages()
        self._reception_row.say(translate("Settings", "Callers can press 9 for reception"))
        self._phone_head.setText(translate("Settings", "Listening by phone"))
        self.pin.retranslate()
        self._ask_row.say(
            translate("Settings", "Ask for the PIN from my own phone"),
            translate("Settings", "From other phones it is always asked for"),
        )
        self._quick_row.say(
            translate("Settings", "Quick listening"),
            translate("Settings", "New messages are played at once, without a menu"),
        )
        for row in self.sounds.values():
            row.retranslate()
        self._notice_head.setText(translate("Settings", "New messages"))
        self._say_addresses("", "")
        self._recording_row.say(translate("Settings", "Attach the recording"))
        self._texts_head.setText(translate("Settings", "Texts from colleagues"))
        self._arrival_row.say(
            translate("Settings", "Arrive by"),
            translate("Settings", "They are always in the inbox, too"),
        )
        self.arrival.set_rows(
            [
                (Arrival.AS_SENT.value, translate("Settings", "As sent")),
                (Arrival.EMAIL.value, translate("Settings", "E-mail")),
                (Arrival.SMS.value, translate("Settings", "SMS")),
                (Arrival.BOTH.value, translate("Settings", "E-mail and SMS")),
            ]
        )
        self._own_head.setText(translate("Settings", "On this computer"))
        self._outside_row.say(translate("Settings", "Play messages in"))
        self.outside.set_segments(_players())
        self._show_own()
        self.refresh()

    def _fill_lengths(self, also: int | None = None) -> None:
        lengths = sorted({*LENGTHS, *([also] if also is not None else [])})
        self.longest.set_rows([(str(seconds), texts.span(seconds)) for seconds in lengths])

    def _fill_ages(self, also: int | None = None) -> None:
        ages = sorted({*AGES, *([also] if also is not None else [])}, key=lambda days: days or 10_000)
        never = translate("Settings", "Never")
        self.age.set_rows(
            [(str(days), translate("Settings", "%n day(s)", "", days) if days else never) for days in ages]
        )

    def _connection(self, connection: Connection) -> None:
        live = connection.state is ConnectionState.LIVE
        for control in self.controls():
            control.setEnabled(live)
        me = self._session.mirror.me
        self.email.setEnabled(live and me is not None and bool(me.email))
        self.email_recording.setEnabled(self.email.isEnabled() and self.email.isChecked())
        self.sms.setEnabled(live and me is not None and bool(me.mobile))
        if not live:
            self.banner.set_tone(Tone.WARNING)
            self.banner.say(translate("Settings", "Can be changed when you are connected again."))
        elif self.banner.words == translate("Settings", "Can be changed when you are connected again."):
            self.banner.hide()

    def _save(self, *_args: object) -> None:
        second = self.second.key
        body = VoicemailBody(
            language=self.language.key,
            second_language=None if second in (NONE, self.language.key) else second,
            deposit=self.deposit.isChecked(),
            reception=self.reception.isChecked(),
            max_seconds=int(self.longest.key),
            keep_days=int(self.age.key),
            email=self.email.isChecked(),
            email_recording=self.email_recording.isChecked(),
            sms=self.sms.isChecked(),
            quick_listening=self.quick_listening.isChecked(),
            ask_pin=self.ask_pin.isChecked(),
            arrival=Arrival(self.arrival.key or Arrival.AS_SENT),
        )
        self._actions.save_voicemail(body, self._answered)

    def _answered(self, answer: object) -> None:
        if isinstance(answer, OnePresenceError):
            self.banner.set_tone(Tone.DANGER)
            self.banner.say(texts.error(answer))
            self.refresh()
        else:
            self.banner.hide()

    def _listen(self) -> None:
        self.listen.set_busy(True)
        self._actions.fetch_greeting(self._play)

    def _play(self, answer: object) -> None:
        self.listen.set_busy(False)
        if isinstance(answer, bytes) and self._ports.play is not None:
            self._ports.play(answer)
        elif isinstance(answer, OnePresenceError):
            self.banner.set_tone(Tone.DANGER)
            self.banner.say(texts.error(answer))


def _players() -> list[Segment]:
    return [
        Segment(INSIDE, translate("Settings", "OnePresence")),
        Segment(OUTSIDE, translate("Settings", "The system's player")),
    ]


def _spoken(language: Language) -> str:
    return {
        Language.DANISH: translate("Settings", "Danish"),
        Language.SWEDISH: translate("Settings", "Swedish"),
        Language.ENGLISH: translate("Settings", "English"),
    }[language]
