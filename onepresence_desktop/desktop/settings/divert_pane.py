"""Diversion: the quick ones, and what happens to calls that aren't answered (spec 3.3, 3.6, 10.1)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.settings.quick_editor import QuickEditor
from onepresence_desktop.desktop.settings.rows import Pane, Row
from onepresence_desktop.desktop.settings.saved_destinations import SavedDestinations
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton, Kind
from onepresence_desktop.desktop.widgets.card import Card, Line
from onepresence_desktop.desktop.widgets.fields import Select
from onepresence_desktop.desktop.widgets.key_caps import KeyCaps
from onepresence_desktop.domain.diversion import (
    PRESETS,
    RECEPTION,
    VOICEMAIL,
    Destination,
    DestinationKind,
    QuickDiversion,
)
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.wire.bodies import ForwardingBody, QuickDiversionBody

SECONDS = (5, 10, 15, 20, 30, 45, 60)
"""Offered times a phone rings before the call goes on."""
BUTTONS = 60
"""Room for the two of an own quick diversion."""
KEYS = 9
"""Quick diversions that have a key, Alt+1 to Alt+9."""


class QuickRow(QWidget):
    """Icon, name, time, destination, key, and the buttons of own ones."""

    def __init__(self, icon: str, name: str, time: str, where: str, place: int, *buttons: IconButton) -> None:
        super().__init__()
        self._icon, self._name, self._time, self._where = icon, name, time, where
        self.setFixedHeight(38)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(part for part in (name, time, where) if part))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.addStretch()
        if place <= KEYS:
            row.addWidget(KeyCaps(f"Alt+{place}"))
        for button in buttons:
            row.addWidget(button)
        if not buttons:
            row.addSpacing(BUTTONS)
        row.setSpacing(2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Four columns."""
        painter = QPainter(self)
        ratio, high = self.devicePixelRatioF(), self.height()
        icons.paint(painter, self._icon, QRectF(12, high / 2 - 8, 16, 16), color(Color.TEXT_SECONDARY), ratio)
        small = fonts.font(fonts.Text.SMALL, tabular=True)
        strong = fonts.font(weight=fonts.MEDIUM)
        painters.text(painter, QRectF(40, 0, 122, high), self._name, strong, color(Color.TEXT_PRIMARY))
        painters.text(painter, QRectF(166, 0, 84, high), self._time, small, color(Color.TEXT_SECONDARY))
        icons.paint(painter, "arrow-right", QRectF(254, high / 2 - 6, 12, 12), color(Color.TEXT_SECONDARY), ratio)
        room = self.width() - 270 - 76 - BUTTONS
        painters.text(painter, QRectF(270, 0, room, high), self._where, small, color(Color.TEXT_SECONDARY))


class DivertPane(Pane):
    """A change is sent at once and rolled back with a line in red when it is refused."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self._session = session
        self._actions = actions
        self.banner = Banner(Tone.DANGER, below=10)
        self.column.addWidget(self.banner)
        self._quick_head = self.add_head()
        self._quick = Card()
        self._quick_column = QVBoxLayout(self._quick)
        self._quick_column.setContentsMargins(1, 1, 1, 1)
        self._quick_column.setSpacing(0)
        self.column.addWidget(self._quick)
        self.column.addSpacing(6)
        self.add = Button(kind=Kind.LINK, icon="add")
        self.add.clicked.connect(lambda: self._edit(None))
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._editing: QuickDiversion | None = None
        self.editor = QuickEditor(lambda: self._destinations())
        self.editor.saved.connect(self._save_quick)
        self.editor.cancelled.connect(self._stop_editing)
        self.column.addWidget(self.editor)
        self.column.addSpacing(14)
        self._saved_head = self.add_head()
        self.saved = SavedDestinations()
        self.saved.added.connect(lambda name, number: actions.save_destination(name, number, self._destination_saved))
        self.saved.removed.connect(actions.remove_destination)
        self.column.addWidget(self.saved)
        self.column.addSpacing(14)
        self._else_head = self.add_head()
        self.busy, self.no_reply, self.unreachable, self.seconds = Select(), Select(), Select(), Select()
        for select in (self.busy, self.no_reply, self.unreachable, self.seconds):
            select.setFixedWidth(200)
            select.picked.connect(self._save)
        self._seconds_row, self._no_reply_row = Row(self.seconds, two_lines=True), Row(self.no_reply)
        self._busy_row, self._unreachable_row = Row(self.busy), Row(self.unreachable)
        self.add_group(self._seconds_row, self._no_reply_row, self._busy_row, self._unreachable_row)
        self.end()
        session.me_changed.connect(self.refresh)
        session.reset.connect(self.refresh)
        session.connection_changed.connect(self._connection)
        self.retranslate()

    def refresh(self) -> None:
        """What the server says."""
        self._fill_quick()
        me = self._session.mirror.me
        self.saved.show_destinations(list(me.destinations) if me is not None else [])
        if me is None:
            return
        forwarding = me.forwarding
        for select, chosen in (
            (self.busy, forwarding.busy),
            (self.no_reply, forwarding.no_reply),
            (self.unreachable, forwarding.unreachable),
        ):
            select.set_rows(self._destinations(chosen))
            select.set_key(_key(chosen))
        lengths = sorted({*SECONDS, forwarding.no_reply_seconds})
        self.seconds.set_rows([(str(seconds), texts.span(seconds)) for seconds in lengths])
        self.seconds.set_key(str(forwarding.no_reply_seconds))
        self._connection(self._session.connection)

    def retranslate(self) -> None:
        """All texts again."""
        self.say(
            translate("Settings", "Diversion"),
            translate("Settings", "Quick diversions, and what happens to calls you don't take."),
        )
        self._quick_head.setText(translate("Settings", "Quick diversions"))
        self.add.setText(translate("Settings", "Add one of your own"))
        self.add.updateGeometry()
        self.editor.retranslate()
        self._saved_head.setText(translate("Settings", "Saved destinations"))
        self.saved.retranslate()
        self._else_head.setText(translate("Settings", "Calls you don't take"))
        self._seconds_row.say(
            translate("Settings", "The phone rings for"),
            translate("Settings", "Doesn't apply while you are diverted"),
        )
        self._no_reply_row.say(translate("Settings", "Then, when I don't answer"))
        self._busy_row.say(translate("Settings", "When I am on the phone"))
        self._unreachable_row.say(translate("Settings", "When my phone can't be reached"))
        self.refresh()

    def _fill_quick(self) -> None:
        while (item := self._quick_column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        place = 0
        for preset, rule in PRESETS.items():
            place += 1
            name, time = texts.preset(preset)
            self._add_quick(QuickRow(texts.REASON_ICONS[rule.reason], name, time, "OneVoicemail", place))
        me = self._session.mirror.me
        for own in me.quick if me is not None else []:
            place += 1
            remove = IconButton("delete", translate("Settings", "Remove {name}").format(name=own.name), size=14)
            remove.clicked.connect(lambda _on=False, quick_id=own.id: self._actions.remove_quick(quick_id))
            change = IconButton("edit", translate("Settings", "Change {name}").format(name=own.name), size=14)
            change.clicked.connect(lambda _on=False, own=own: self._edit(own))
            where = self._name_of(own.destination)
            self._add_quick(QuickRow(own.icon, own.name, _time(own), where, place, change, remove))

    def _add_quick(self, row: QuickRow) -> None:
        if self._quick_column.count():
            self._quick_column.addWidget(Line())
        self._quick_column.addWidget(row)

    def _edit(self, quick: QuickDiversion | None) -> None:
        self._editing = quick
        self.add.hide()
        self.editor.begin(quick)
        QTimer.singleShot(0, self.editor, lambda: self.ensureWidgetVisible(self.editor))

    def _stop_editing(self) -> None:
        self._editing = None
        self.editor.hide()
        self.add.show()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save_quick(self, body: QuickDiversionBody) -> None:
        if self._editing is not None:
            self._actions.put_quick(self._editing.id, body, self._quick_saved)
        else:
            self._actions.add_quick(body, self._quick_saved)

    def _quick_saved(self, answer: object) -> None:
        if isinstance(answer, OnePresenceError):
            self.editor.say(texts.error(answer))
        else:
            self._stop_editing()

    def _destination_saved(self, answer: object) -> None:
        if isinstance(answer, OnePresenceError):
            self.banner.say(texts.error(answer))
        else:
            self.banner.hide()
            self.saved.taken()

    def _name_of(self, where: Destination) -> str:
        me = self._session.mirror.me
        saved = {kept.number: kept.name for kept in me.destinations} if me is not None else {}
        return saved.get(where.number or "", texts.destination(where))

    def _destinations(self, chosen: Destination = VOICEMAIL) -> list[tuple[str, str]]:
        rows = [(_key(VOICEMAIL), "OneVoicemail"), (_key(RECEPTION), texts.destination(RECEPTION))]
        me = self._session.mirror.me
        if me is not None and me.mobile:
            rows.append((me.mobile, translate("Settings", "My mobile")))
        for saved in me.destinations if me is not None else []:
            rows.append((saved.number, saved.name))
        if _key(chosen) not in dict(rows):
            rows.append((_key(chosen), texts.destination(chosen)))
        return rows

    def _connection(self, connection: Connection) -> None:
        live = connection.state is ConnectionState.LIVE
        for control in (self._quick, self.add, self.editor, self.saved):
            control.setEnabled(live)
        for select in (self.busy, self.no_reply, self.unreachable, self.seconds):
            select.setEnabled(live)

    def _save(self, *_args: object) -> None:
        body = ForwardingBody(
            busy=_destination(self.busy.key),
            no_reply=_destination(self.no_reply.key),
            no_reply_seconds=int(self.seconds.key),
            unreachable=_destination(self.unreachable.key),
        )
        self._actions.save_forwarding(body, self._answered)

    def _answered(self, answer: object) -> None:
        if isinstance(answer, OnePresenceError):
            self.banner.say(texts.error(answer))
            self.refresh()
        else:
            self.banner.hide()


def _key(where: Destination) -> str:
    return where.number if where.number is not None else where.kind.value


def _destination(key: str) -> Destination:
    if key in set(DestinationKind):
        return Destination(DestinationKind(key))
    return Destination(DestinationKind.NUMBER, key)


def _time(own: QuickDiversion) -> str:
    if own.minutes is not None:
        return texts.span(own.minutes * 60)
    if own.clock is not None:
        return translate("Texts", "until {time}").format(time=own.clock)
    return translate("Texts", "until further notice")
