"""Diversion: the quick ones, and what happens to calls that aren't answered (spec 3.3, 3.6, 10.1)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.deleting import Deleting
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.settings.blocked_callers import BlockedCallers
from onepresence_desktop.desktop.settings.forwarding_rows import ForwardingRows, destination_rows
from onepresence_desktop.desktop.settings.quick_editor import QuickEditor
from onepresence_desktop.desktop.settings.rows import Pane
from onepresence_desktop.desktop.settings.saved_destinations import SavedDestinations
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.who_gets_through import WhoGetsThrough
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton, Kind
from onepresence_desktop.desktop.widgets.card import Card, Line
from onepresence_desktop.desktop.widgets.key_caps import KeyCaps
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.refilling import emptied, shown_now
from onepresence_desktop.domain.diversion import (
    PRESETS,
    Destination,
    QuickDiversion,
    QuickDiversionId,
)
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.wire.bodies import QuickDiversionBody
from onepresence_desktop.wire.groups import GROUPS

BUTTONS = 60
"""Room for the two of an own quick diversion."""
USUAL_WIDTH = 500
"""Of a row in the window as it comes; what a larger one has more is shared by the columns."""
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
        """Four columns; where there is no room for them, what stands third and fourth is one."""
        painter = QPainter(self)
        ratio, high = self.devicePixelRatioF(), self.height()
        icons.paint(painter, self._icon, QRectF(12, high / 2 - 8, 16, 16), color(Color.TEXT_SECONDARY), ratio)
        small = fonts.font(fonts.Text.SMALL, tabular=True)
        strong = fonts.font(weight=fonts.MEDIUM)
        more = max(0, self.width() - USUAL_WIDTH) / 3
        name, time, where = 40.0, 166.0 + more, 254.0 + 2 * more
        lines = painters.wrapped(self._name, strong, 122 + more)[:2]
        for place, line in enumerate(lines):
            box = QRectF(name, (high - 17 * len(lines)) / 2 + 17 * place, 122 + more, 17)
            painters.text(painter, box, line, strong, color(Color.TEXT_PRIMARY))
        ink, right = color(Color.TEXT_SECONDARY), self.width() - 76 - BUTTONS
        if right - where - 16 < painters.width(self._where, small):  # narrow: below the time
            room = right - time
            above = 17 if self._time else 17 / 2
            painters.text(painter, QRectF(time, high / 2 - 17, room, 17), self._time, small, ink)
            painters.text(painter, QRectF(time, high / 2 - 17 + above, room, 17), self._where, small, ink)
            return
        painters.text(painter, QRectF(time, 0, 84 + more, high), self._time, small, ink)
        icons.paint(painter, "arrow-right", QRectF(where, high / 2 - 6, 12, 12), ink, ratio)
        painters.text(painter, QRectF(where + 16, 0, right - where - 16, high), self._where, small, ink)


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
        self._removing_quick: Deleting[QuickDiversionId] = Deleting(actions.remove_quick, self)
        self._removing_saved: Deleting[str] = Deleting(actions.remove_destination, self)
        self.undo = Banner(Tone.NEUTRAL, icon="delete", link=True)
        self.column.addWidget(self.undo)
        self.column.addSpacing(6)
        self.add = Button(kind=Kind.LINK, icon="add")
        self.add.clicked.connect(lambda: self._edit(None))
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._editing: QuickDiversion | None = None
        self.editor = QuickEditor(lambda chosen: destination_rows(session.mirror, chosen))
        self.editor.saved.connect(self._save_quick)
        self.editor.cancelled.connect(self._stop_editing)
        self.column.addWidget(self.editor)
        self.column.addSpacing(14)
        self._saved_head = self.add_head()
        self.saved = SavedDestinations()
        self.saved.added.connect(lambda name, number: actions.save_destination(name, number, self._destination_saved))
        self.saved.removed.connect(lambda destination_id: self._remove(self._removing_saved, destination_id))
        self.saved_undo = Banner(Tone.NEUTRAL, icon="delete", link=True)
        self.column.addWidget(self.saved)
        self.column.addWidget(self.saved_undo)
        for removing, band in ((self._removing_quick, self.undo), (self._removing_saved, self.saved_undo)):
            removing.changed.connect(self._removing_changed)
            band.action_clicked.connect(removing.undo)
        actions.failed.connect(self._action_failed)
        self.column.addSpacing(14)
        self._else_head = self.add_head()
        self.forwarding = ForwardingRows(self)
        self.forwarding.wanted.connect(lambda body: actions.save_forwarding(body, self._answered))
        self.add_group(*self.forwarding.rows)
        self._colleagues_head = self.add_head()
        self.add_group(*self.forwarding.for_colleagues)
        self._through_head = self.add_head()
        self.through = WhoGetsThrough(session, folded=False)
        self.through.fill(None)
        self.through.changed.connect(self._save_usual)
        self.through.list_wanted.connect(lambda numbers: actions.save_exceptions(self._listed, numbers=numbers))
        self.add_group(_with_margins(self.through))
        self._through_note = Label(role=fonts.Text.SMALL, tone="tertiary", wrap=True)
        self.column.addWidget(self._through_note)
        self.column.addSpacing(14)
        self._blocked_head = self.add_head()
        self.blocked = BlockedCallers(session, actions)
        self.column.addWidget(self.blocked)
        self.rows.append(self.blocked.row)
        self.end()
        session.me_changed.connect(self.refresh)
        session.changed(GROUPS).connect(self.refresh)
        session.reset.connect(self.refresh)
        session.connection_changed.connect(self._connection)
        self.retranslate()

    def refresh(self) -> None:
        """What the server says."""
        self._fill_quick()
        me = self._session.mirror.me
        kept = me.destinations if me is not None else []
        self.saved.show_destinations([one for one in kept if one.id not in self._removing_saved.hidden])
        if me is None:
            return
        self.forwarding.show_me(me, self._session.mirror)
        self._connection(self._session.connection)

    def retranslate(self) -> None:
        """All texts again."""
        self.say(
            translate("Settings", "Diversion"),
            translate("Settings", "Quick diversions, and what happens to calls you don't take."),
        )
        self._quick_head.setText(translate("Settings", "Quick diversions"))
        for band in (self.undo, self.saved_undo):
            band.set_action(translate("Settings", "Undo"))
        self.add.setText(translate("Settings", "Add one of your own"))
        self.add.updateGeometry()
        self.editor.retranslate()
        self._saved_head.setText(translate("Settings", "Saved destinations"))
        self.saved.retranslate()
        self._else_head.setText(translate("Settings", "Calls you don't take"))
        self._colleagues_head.setText(translate("Settings", "When a colleague calls"))
        self.forwarding.retranslate()
        self._through_head.setText(translate("Settings", "Who gets through as usual"))
        self._through_note.setText(
            translate("Settings", "Counts for Do not disturb, and for diversions where you choose nobody else.")
        )
        self.through.retranslate()
        self._blocked_head.setText(translate("Settings", "Blocked callers"))
        self.blocked.retranslate()
        self.refresh()

    def _fill_quick(self) -> None:
        emptied(self._quick_column)
        place = 0
        for preset, rule in PRESETS.items():
            place += 1
            name, time = texts.preset(preset)
            self._add_quick(QuickRow(texts.REASON_ICONS[rule.reason], name, time, "OneVoicemail", place))
        me = self._session.mirror.me
        for own in me.quick if me is not None else []:
            place += 1
            if own.id in self._removing_quick.hidden:
                continue
            remove = IconButton("delete", translate("Settings", "Remove {name}").format(name=own.name), size=14)
            remove.clicked.connect(lambda _on=False, quick_id=own.id: self._remove(self._removing_quick, quick_id))
            change = IconButton("edit", translate("Settings", "Change {name}").format(name=own.name), size=14)
            change.clicked.connect(lambda _on=False, own=own: self._edit(own))
            where = self._name_of(own.destination)
            self._add_quick(QuickRow(own.icon, own.name, _time(own), where, place, change, remove))
        shown_now(self._quick_column)

    def _add_quick(self, row: QuickRow) -> None:
        if self._quick_column.count():
            self._quick_column.addWidget(Line())
        self._quick_column.addWidget(row)

    def _remove(self, removing: Deleting[Any], key: str) -> None:
        removing.begin(key)
        if removing is self._removing_quick:
            self.undo.say(translate("Settings", "Quick diversion deleted"))
        else:
            self.saved_undo.say(translate("Settings", "Destination deleted"))

    def _removing_changed(self) -> None:
        self.undo.setVisible(self._removing_quick.waiting)
        self.saved_undo.setVisible(self._removing_saved.waiting)
        self.refresh()

    def _action_failed(self, name: str, error: OnePresenceError) -> None:
        every: dict[str, Deleting[Any]] = {
            "remove_quick": self._removing_quick,
            "remove_destination": self._removing_saved,
        }
        removing = every.get(name)
        if removing is not None:
            removing.failed()
            self.banner.say(texts.error(error))

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever leaves has made up their mind."""
        self._removing_quick.carry_out()
        self._removing_saved.carry_out()
        super().hideEvent(event)

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
            self.saved.complain(texts.error(answer))
        else:
            self.saved.taken()

    def _name_of(self, where: Destination) -> str:
        me = self._session.mirror.me
        saved = {kept.number: kept.name for kept in me.destinations} if me is not None else {}
        return saved.get(where.number or "", texts.destination(where))

    def _connection(self, connection: Connection) -> None:
        live = connection.state is ConnectionState.LIVE
        for control in (self._quick, self.add, self.editor, self.saved, self.through):
            control.setEnabled(live)
        self.forwarding.set_enabled(live)

    def _save_usual(self) -> None:
        def saved(answer: object) -> None:
            if isinstance(answer, OnePresenceError):
                self.through.fill(None)
                self.through.complain(texts.error(answer))
            else:
                self.through.complain("")

        self._actions.save_exceptions(saved, usual=list(self.through.ticked))

    def _listed(self, answer: object) -> None:
        self.through.complain(texts.error(answer) if isinstance(answer, OnePresenceError) else "")

    def _answered(self, answer: object) -> None:
        if isinstance(answer, OnePresenceError):
            self.banner.say(texts.error(answer))
            self.refresh()
        else:
            self.banner.hide()


def _with_margins(inside: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(12, 10, 12, 12)
    column.addWidget(inside)
    return box


def _time(own: QuickDiversion) -> str:
    if own.minutes is not None:
        return texts.span(own.minutes * 60)
    if own.clock is not None:
        return translate("Texts", "until {time}").format(time=own.clock)
    return translate("Texts", "until further notice")
