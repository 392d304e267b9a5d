"""Making or changing a schedule: the form, the route that calls would take, and the buttons that decide."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.diversion.draft import Wrong
from onepresence_desktop.desktop.diversion.route_bar import Route
from onepresence_desktop.desktop.diversion.schedule import faults, words
from onepresence_desktop.desktop.diversion.schedule.draft import ScheduleDraft
from onepresence_desktop.desktop.diversion.schedule.form import ScheduleForm
from onepresence_desktop.desktop.diversion.sentence import ICONS, route_sentence
from onepresence_desktop.desktop.diversion.wrong import sentence
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.named_numbers import name_of_number
from onepresence_desktop.desktop.session import ConnectionState, Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import Color, Space
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.card import Footer, Scrolled, Surface
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.domain.errors import Invalid, OnePresenceError
from onepresence_desktop.domain.preview import PartKind, RoutePreview
from onepresence_desktop.domain.schedule import in_zone
from onepresence_desktop.wire.bodies import PreviewRequest
from onepresence_desktop.wire.schedules import ScheduleView

ASK_AFTER_MS = 150
"""Pause in typing after which the route is asked for."""


class Editor(QWidget):
    """closed: back to the week. saved: (day) it stands in the week of that day."""

    closed = Signal()
    saved = Signal(object)

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self._session, self._actions = session, actions
        self._editing: ScheduleView | None = None
        self._routed, self._busy = False, False
        self.title = Label(role=fonts.Text.HEADING)
        self.form = ScheduleForm(session)
        self.banner = Banner(Tone.DANGER)
        self.route = Route()
        self.give_up = Button(kind=Kind.QUIET)
        self.save = Button(kind=Kind.PRIMARY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = Surface(Color.BG_WINDOW)
        row = QHBoxLayout(head)
        row.setContentsMargins(Space.PANE, 12, Space.PANE, 0)
        row.addWidget(self.title)
        row.addStretch()
        column.addWidget(head)
        scroll = Scrolled()
        scroll.column.addWidget(self.form)
        column.addWidget(scroll, 1)
        holder = Surface(Color.BG_WINDOW)
        around = QHBoxLayout(holder)
        around.setContentsMargins(Space.PANE, 0, Space.PANE, 8)
        around.addWidget(self.banner)
        column.addWidget(holder)
        footer = Footer()
        footer.row.addWidget(self.route, 1)
        footer.row.addWidget(self.give_up)
        footer.row.addWidget(self.save)
        column.addWidget(footer)
        self._ask = QTimer(self)
        self._ask.setSingleShot(True)
        self._ask.setInterval(ASK_AFTER_MS)
        self._ask.timeout.connect(self._ask_route)
        self.form.changed.connect(self._changed)
        self.form.submitted.connect(self._send)
        self.save.clicked.connect(self._send)
        self.give_up.clicked.connect(self.closed)
        session.connection_changed.connect(self._changed)
        self.retranslate()

    @property
    def editing(self) -> ScheduleView | None:
        """The schedule that is changed; None: a new one is made."""
        return self._editing

    def open(self, draft: ScheduleDraft, today: date, editing: ScheduleView | None = None) -> None:
        """Show a draft of a new one, or of `editing`."""
        self._editing, self._busy = editing, False
        self.banner.hide()
        self.save.set_busy(False)
        self.form.fill(draft, today)
        self.retranslate()
        self.form.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the route ---

    def _changed(self) -> None:
        self._routed = False
        self.banner.hide()
        self._judge()
        if self.isVisible():
            self._ask.start()

    def _ask_route(self) -> None:
        if self._session.connection.state is not ConnectionState.LIVE:
            self._say(translate("Diversion", "Not sent without a connection"), icon="disconnected")
            return
        if self.form.fault is not None:
            self._say(faults.sentence(self.form.fault), icon="clock", wrong=True)
            return
        wrong, draft = self.form.target_wrong, self.form.draft
        if wrong is not None or draft is None:
            missing = wrong is Wrong.TARGET_MISSING
            self._say(sentence(wrong) if wrong is not None else "", icon="person", wrong=not missing)
            return
        body = draft.body()
        assert isinstance(body.start, datetime)
        starts = in_zone(body.start, ZoneInfo(draft.zone))
        request = PreviewRequest(
            reason=draft.reason,
            starts_at=starts if starts > self._session.now() else None,
            until=max(starts, self._session.now()) + draft.duration,
            destination=draft.destination,
        )
        self._actions.preview(request, self._show_route)

    def _show_route(self, answer: RoutePreview | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            self._say(texts.error(answer), icon="error", wrong=True)
            return
        draft = self.form.draft
        rings = bool(answer.parts) and answer.parts[0].kind is PartKind.PHONE
        end = PartKind.PHONE if rings else answer.parts[-1].kind if answer.parts else PartKind.VOICEMAIL
        zone = ZoneInfo(draft.zone) if draft is not None else None
        said = route_sentence(answer, self._session.now(), self._name_of, zone)
        self._routed = answer.problem is None
        second = words.repeat(draft.repeat, draft.day) if draft is not None else ""
        self._say(said, second, icon=ICONS[end], wrong=not self._routed, rings=rings)

    def _say(self, first: str, second: str = "", *, icon: str, wrong: bool = False, rings: bool = False) -> None:
        self.route.say(first, second, end_icon=icon, wrong=wrong, open_phone=rings)
        self._judge()

    def _name_of(self, number: str) -> str:
        return name_of_number(self._session.mirror, number)

    def _judge(self) -> None:
        live = self._session.connection.state is ConnectionState.LIVE
        ready = live and self._routed and not self._busy and self.form.draft is not None
        self.save.setEnabled(ready and self.form.target_wrong is None)
        reason = "" if self.save.isEnabled() or self._busy else self.route.sentence
        self.save.setToolTip(reason)
        self.save.setAccessibleDescription(reason)

    # --- saving ---

    def _send(self) -> None:
        draft = self.form.draft
        if not self.save.isEnabled() or draft is None:
            return
        self._busy = True
        self.save.set_busy(True)
        body, editing = draft.body(), self._editing
        if editing is not None:
            self._actions.ask("save_schedule", lambda client: client.change_schedule(editing.id, body), self._answered)
        else:
            self._actions.ask("save_schedule", lambda client: client.add_schedule(body), self._answered)

    def _answered(self, answer: ScheduleView | OnePresenceError) -> None:
        self._busy = False
        self.save.set_busy(False)
        self._judge()
        if not isinstance(answer, OnePresenceError):
            self.saved.emit(answer.start.date())
            return
        said = faults.refusal(answer) if isinstance(answer, Invalid) else ""
        if said:
            self.form.complain(said, faults.REFUSED.get(str(answer.details.get("field"))))
        self.banner.say(said or texts.error(answer), strong=translate("Schedule", "The schedule wasn't saved."))

    def retranslate(self) -> None:
        """All texts again."""
        changing = self._editing is not None
        self.title.setText(
            translate("Schedule", "Change recurring diversion")
            if changing
            else translate("Schedule", "New recurring diversion")
        )
        self.save.setText(translate("Diversion", "Save the change") if changing else translate("Schedule", "Save"))
        self.give_up.setText(translate("Schedule", "Cancel"))
        for button in (self.save, self.give_up):
            button.updateGeometry()
        self.form.retranslate()
        self._changed()
