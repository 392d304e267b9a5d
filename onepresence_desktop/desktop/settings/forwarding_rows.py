"""What happens to calls the user doesn't take, each kind for all callers and for colleagues (spec 3.6, 3.6a)."""

from __future__ import annotations

from msgspec import UNSET, UnsetType
from PySide6.QtCore import QObject, Signal

from onepresence_desktop.client import readings
from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.settings.rows import Row
from onepresence_desktop.desktop.widgets.fields import Select
from onepresence_desktop.desktop.widgets.switches import Switch
from onepresence_desktop.desktop.word_table import destination_key, destination_of
from onepresence_desktop.domain.diversion import RECEPTION, VOICEMAIL, Destination, DestinationKind
from onepresence_desktop.wire.bodies import ForwardingBody
from onepresence_desktop.wire.views import MeView

SECONDS = (5, 10, 15, 20, 30, 45, 60)
"""Offered times a phone rings before the call goes on."""
THE_SAME = "same"
"""Key of the row that sends colleagues where all go."""


class ForwardingRows(QObject):
    """Rows for two cards: `rows` for all calls, `for_colleagues` for what is different for them.

    wanted: the `ForwardingBody` that says what the rows say now.
    """

    wanted = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.busy, self.no_reply, self.unreachable, self.seconds = Select(), Select(), Select(), Select()
        self.busy_internal, self.no_reply_internal, self.unreachable_internal = Select(), Select(), Select()
        self._selects = (
            *(self.busy, self.no_reply, self.unreachable, self.seconds),
            *(self.busy_internal, self.no_reply_internal, self.unreachable_internal),
        )
        for select in self._selects:
            select.setFixedWidth(200)
            select.picked.connect(self._changed)
        self.waiting = Switch()
        self.waiting.clicked.connect(lambda: self._changed(call_waiting=self.waiting.isChecked()))
        self._seconds_row, self._waiting_row = Row(self.seconds, two_lines=True), Row(self.waiting, two_lines=True)
        self._no_reply_row, self._busy_row, self._unreachable_row = self._inner = (
            Row(self.no_reply),
            Row(self.busy),
            Row(self.unreachable),
        )
        self.rows = (self._seconds_row, *self._inner, self._waiting_row)
        self.for_colleagues = (
            Row(self.no_reply_internal),
            Row(self.busy_internal),
            Row(self.unreachable_internal),
        )

    def show_me(self, me: MeView, mirror: Mirror) -> None:
        """What the server says."""
        forwarding = me.forwarding
        for select, chosen in (
            (self.busy, forwarding.busy),
            (self.no_reply, forwarding.no_reply),
            (self.unreachable, forwarding.unreachable),
        ):
            select.set_rows(destination_rows(mirror, chosen))
            select.set_key(destination_key(chosen))
        the_same = (THE_SAME, translate("Diversion", "The same for all"))
        for select, other in (
            (self.busy_internal, forwarding.busy_internal),
            (self.no_reply_internal, forwarding.no_reply_internal),
            (self.unreachable_internal, forwarding.unreachable_internal),
        ):
            select.set_rows([the_same, *destination_rows(mirror, other or VOICEMAIL)])
            select.set_key(destination_key(other) if other is not None else THE_SAME)
        lengths = sorted({*SECONDS, forwarding.no_reply_seconds})
        self.seconds.set_rows([(str(seconds), texts.span(seconds)) for seconds in lengths])
        self.seconds.set_key(str(forwarding.no_reply_seconds))
        self.waiting.setChecked(bool(forwarding.call_waiting))

    def set_enabled(self, on: bool) -> None:
        """Whether any of it can be changed now."""
        for control in (*self._selects, self.waiting):
            control.setEnabled(on)

    def retranslate(self) -> None:
        """All texts again, but for those that `show_me` fills in."""
        self._seconds_row.say(
            translate("Settings", "The phone rings for"),
            translate("Settings", "Doesn't apply while you are diverted"),
        )
        self._no_reply_row.say(translate("Settings", "Then, when I don't answer"))
        self._busy_row.say(translate("Settings", "When I am on the phone"))
        self._unreachable_row.say(translate("Settings", "When my phone can't be reached"))
        self._waiting_row.say(
            translate("Settings", "A second call rings while I speak"),
            translate("Settings", "Off: whoever calls then finds me busy"),
        )
        words = (
            translate("Settings", "When I don't answer"),
            translate("Settings", "When I am on the phone"),
            translate("Settings", "When my phone can't be reached"),
        )
        for row, each in zip(self.for_colleagues, words, strict=True):
            row.say(each)
            row.controls[0].setAccessibleName(translate("Diversion", "Colleagues: {where}").format(where=each))

    def _changed(self, *_args: object, call_waiting: bool | UnsetType = UNSET) -> None:
        body = ForwardingBody(
            busy=destination_of(self.busy.key),
            no_reply=destination_of(self.no_reply.key),
            no_reply_seconds=int(self.seconds.key),
            unreachable=destination_of(self.unreachable.key),
            busy_internal=_or_none(self.busy_internal.key),
            no_reply_internal=_or_none(self.no_reply_internal.key),
            unreachable_internal=_or_none(self.unreachable_internal.key),
            call_waiting=call_waiting,
        )
        self.wanted.emit(body)


def destination_rows(mirror: Mirror, chosen: Destination = VOICEMAIL) -> list[tuple[str, str]]:
    """Keys and words of where calls may be sent, with the one chosen whatever it is."""
    me = mirror.me
    rows = [(destination_key(VOICEMAIL), "OneVoicemail")]
    if DestinationKind.RECEPTION in readings.destination_kinds(mirror):
        rows.append((destination_key(RECEPTION), texts.destination(RECEPTION)))
    if me is not None and me.mobile:
        rows.append((me.mobile, translate("Settings", "My mobile")))
    for saved in me.destinations if me is not None else []:
        rows.append((saved.number, saved.name))
    if destination_key(chosen) not in dict(rows):
        rows.append((destination_key(chosen), texts.destination(chosen)))
    return rows


def _or_none(key: str) -> Destination | None:
    return destination_of(key) if key != THE_SAME else None
