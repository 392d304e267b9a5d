"""The section "Divert my phone": form, list, and the foot that says what will happen (spec 3.2, 3.7)."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.diversion.draft import Draft, Wrong, again, of_standing
from onepresence_desktop.desktop.diversion.form import DiversionForm
from onepresence_desktop.desktop.diversion.route_bar import Route
from onepresence_desktop.desktop.diversion.sentence import ICONS, done_sentence, route_sentence
from onepresence_desktop.desktop.diversion.side_list import SideList
from onepresence_desktop.desktop.diversion.wrong import sentence
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.named_numbers import name_of_number
from onepresence_desktop.desktop.pages import DivertTo, Page, Place
from onepresence_desktop.desktop.session import ConnectionState, Session
from onepresence_desktop.desktop.theme.theme import current
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.card import Footer, Scrolled, Surface
from onepresence_desktop.domain.diversion import DestinationKind, Origin, Preset, QuickDiversion
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.preview import PartKind, RoutePreview
from onepresence_desktop.wire.views import StandingView

SIDE_FROM = 750
"""Page width from which the list stands beside the form."""
ASK_AFTER_MS = 150
"""Pause in typing after which the route is asked for."""
UNDO_MS = 6000
"""How long one that was ended can be had back."""


class DiversionView(Page):
    """Form, list, and foot. series_wanted: one that a schedule brings is changed there, by its id."""

    series_wanted = Signal(str)

    def __init__(self, session: Session, actions: Actions, form: DiversionForm | None = None) -> None:
        super().__init__()
        self._session = session
        self._actions = actions
        self._editing: StandingView | None = None
        self._routed = False
        self._busy = False
        self._done = ""
        self._removed: StandingView | None = None
        self.form = form or DiversionForm(session)
        self.side = SideList(session)
        self.route = Route()
        self.divert = Button(kind=Kind.PRIMARY)
        self.give_up = Button(kind=Kind.QUIET)
        self.give_up.hide()
        self.banner = Banner(Tone.DANGER)
        self._build()
        self._ask = QTimer(self)
        self._ask.setSingleShot(True)
        self._ask.setInterval(ASK_AFTER_MS)
        self._ask.timeout.connect(self._ask_route)
        self._undo_ends = QTimer(self)
        self._undo_ends.setSingleShot(True)
        self._undo_ends.setInterval(UNDO_MS)
        self._undo_ends.timeout.connect(self._no_undo)
        self.form.changed.connect(self._touched)
        self.form.moved.connect(self._ask.start)
        self.form.submitted.connect(self._send)
        self.form.passes.list_wanted.connect(self._save_list)
        self.divert.clicked.connect(self._send)
        self.give_up.clicked.connect(self._stop_editing)
        self.side.edit_wanted.connect(self.edit)
        self.side.remove_wanted.connect(self._remove)
        self.banner.action_clicked.connect(self._undo)
        self.side.open_phone_wanted.connect(actions.open_phone)
        session.diversions_changed.connect(self._diversions_changed)
        for signal in (session.reset, session.day_changed):
            signal.connect(self._diversions_changed)
        session.connection_changed.connect(self._connection_changed)
        current().changed.connect(self.update)
        self._label()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        scroll = Scrolled()
        scroll.column.addWidget(self.form)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(scroll, 1)
        holder = Surface(Color.BG_WINDOW)
        around = QHBoxLayout(holder)
        around.setContentsMargins(16, 0, 16, 8)
        around.addWidget(self.banner)
        left.addWidget(holder)
        middle.addLayout(left, 1)
        middle.addWidget(self.side)
        column.addLayout(middle, 1)
        self.above_foot = QVBoxLayout()
        column.addLayout(self.above_foot)
        footer = Footer()
        footer.row.addWidget(self.route, 1)
        footer.row.addWidget(self.give_up)
        footer.row.addWidget(self.divert)
        column.addWidget(footer)

    def ahead(self) -> Iterator[None]:
        """Make what is needed for a number."""
        self.form.make_target()
        yield

    def go_to(self, place: Place) -> None:
        """Come here for a colleague's number."""
        if isinstance(place, DivertTo):
            self.form.divert_to(place.number)

    def edit(self, standing: StandingView) -> None:
        """Change one that runs or is to come; the series of one that a schedule brings."""
        if standing.origin is Origin.SCHEDULE:
            self.series_wanted.emit(standing.id.partition("@")[0])
            return
        self._editing = standing
        self.form.fill(of_standing(standing, self._session.now()))
        self.give_up.show()
        self._name_button()

    # --- route ---

    def _connection_changed(self, _connection: object) -> None:
        self._changed()

    def _touched(self) -> None:
        """The user is at another one."""
        self._done = ""
        self._changed()

    def _changed(self) -> None:
        self._routed = False
        self._name_button()
        self._judge()
        self._ask.start()

    def _ask_route(self) -> None:
        if not self.isVisible():
            return
        draft = self.form.draft
        if self._session.connection.state is not ConnectionState.LIVE:
            self._say_route(translate("Diversion", "Not sent without a connection"), end_icon="disconnected")
            return
        if self._done:
            more = translate("Diversion", "Change something above to set another one.")
            self._say_route(self._done, more, end_icon="success")
            return
        if draft.wrong is not None:
            missing = draft.wrong is Wrong.TARGET_MISSING
            self._say_route(sentence(draft.wrong), end_icon="person" if missing else "clock", wrong=not missing)
            return
        replaces = self._editing.id if self._editing is not None else None
        self._actions.preview(draft.preview_request(replaces), self._show_route)

    def _show_route(self, answer: RoutePreview | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            self._say_route(texts.error(answer), end_icon="error", wrong=True)
            self._judge()
            return
        if self._done:
            return
        wrong = answer.problem is not None
        last = answer.parts[-1].kind if answer.parts else PartKind.VOICEMAIL
        rings = bool(answer.parts) and answer.parts[0].kind is PartKind.PHONE
        end = PartKind.PHONE if rings else last
        words = route_sentence(answer, self._session.now(), self._name_of)
        if wrong and self.form.draft.destination.kind is DestinationKind.NUMBER:
            self.form.target.complain(words)
        self._say_route(words, self._second_line(), end_icon=ICONS[end], wrong=wrong, open_phone=rings)
        self._routed = answer.problem is None
        self._judge()

    def _say_route(
        self, first: str, second: str = "", *, end_icon: str, wrong: bool = False, open_phone: bool = False
    ) -> None:
        """In the foot, which is also the reason why the button is off."""
        self.route.say(first, second, end_icon=end_icon, wrong=wrong, open_phone=open_phone)
        self._judge()

    def _name_of(self, number: str) -> str:
        return name_of_number(self._session.mirror, number)

    def _second_line(self) -> str:
        draft, now = self.form.draft, self._session.now()
        diversions = self._session.mirror.diversions
        running = diversions.current if diversions is not None else []
        other = next((d for d in running if self._editing is None or d.id != self._editing.id), None)
        if other is not None and draft.starts_at is None:
            what = f"{texts.diversion_name(other.title, other.reason)} {texts.until(other.until, now)}"
            return translate("Diversion", "Takes precedence over “{what}”, which is running now").format(what=what)
        seen = f"{texts.reason(draft.reason)} {texts.until(draft.ends_at, now)}"
        if draft.note:
            seen += f" – {draft.note}"
        return translate("Diversion", "Colleagues see: {words}").format(words=seen)

    def _judge(self) -> None:
        able = self._session.connection.state is ConnectionState.LIVE
        ready = able and self._routed and not self._busy and not self._done
        self.divert.setEnabled(ready and self.form.draft.complete)
        reason = "" if self.divert.isEnabled() or self._busy else self.route.sentence
        self.divert.setToolTip(reason)
        self.divert.setAccessibleDescription(reason)

    def _name_button(self) -> None:
        if self._editing is not None:
            words = translate("Diversion", "Save the change")
        elif self.form.draft.starts_at is not None:
            words = translate("Diversion", "Plan")
        else:
            words = translate("Diversion", "Divert")
        self.divert.setText(words)
        self.divert.updateGeometry()

    # --- doing ---

    def _save_list(self, numbers: list[str]) -> None:
        """The list of who gets through is the user's, whatever becomes of the draft."""

        def saved(answer: object) -> None:
            if isinstance(answer, OnePresenceError):
                self.form.passes.complain(texts.error(answer))

        self._actions.save_exceptions(saved, numbers=numbers)

    def _send(self) -> None:
        if not self.divert.isEnabled():
            return
        draft = self.form.draft
        unnamed = self.form.keeping.wrong
        if unnamed is not None:
            self.form.keeping.complain(unnamed)
            return
        self._busy = True
        self.divert.set_busy(True)
        self._judge()
        self._no_undo()
        if self.form.keeping.wanted:
            name = self.form.keeping.name.text().strip()
            body = draft.quick(name, texts.REASON_ICONS[draft.reason], self._session.now())
            self._actions.add_quick(body, lambda answer: self._kept(draft, answer))
        else:
            self._set(draft, None)

    def _set(self, draft: Draft, preset: str | None) -> None:
        def answered(answer: object) -> None:
            self._answered(draft, answer)

        if self._editing is not None:
            self._actions.change_diversion(self._editing.id, draft.request(preset), answered)
        else:
            self._actions.divert(draft.request(preset), answered)

    def _kept(self, draft: Draft, answer: object) -> None:
        """The quick diversion is made; what is set now bears its name."""
        if isinstance(answer, QuickDiversion):
            self.form.remember.setChecked(False)
            self._set(draft, answer.id)
        else:
            self._answered(draft, answer)

    def _answered(self, draft: Draft, answer: object) -> None:
        self._busy = False
        self.divert.set_busy(False)
        if isinstance(answer, OnePresenceError):
            self._say(answer)
            self._judge()
            return
        self.form.used()
        changed = self._editing is not None
        title = answer.title if isinstance(answer, StandingView) else ""
        self._stop_editing()
        self.form.start_anew()
        self._done = done_sentence(draft, title, self._session.now(), changed=changed)
        self._name_button()
        self._ask_route()

    def _say(self, problem: OnePresenceError) -> None:
        strong = translate("Diversion", "The diversion wasn't saved.")
        self.banner.set_tone(Tone.DANGER)
        self.banner.set_action("")
        self.banner.say(texts.error(problem), strong=strong)

    def _remove(self, standing: StandingView) -> None:
        """End or cancel one, and offer it back for a while."""
        self._actions.remove_diversion(standing.id)
        self._removed = standing
        name = texts.diversion_name(standing.title, standing.reason)
        words = translate("Diversion", "“{what}” has been ended.")
        if standing.starts_at > self._session.now():
            words = translate("Diversion", "“{what}” has been cancelled.")
        self.banner.set_tone(Tone.NEUTRAL)
        self.banner.set_action(translate("Diversion", "Undo"))
        self.banner.say(words.format(what=name))
        self._undo_ends.start()

    def _undo(self) -> None:
        """Have the one back that was ended."""
        standing = self._removed
        self._no_undo()
        if standing is not None:
            me = self._session.mirror.me
            known = {quick.id for quick in me.quick} if me is not None else set()
            known.update(Preset)
            self._actions.divert(again(standing, named=standing.preset in known), self._returned)

    def _returned(self, answer: object) -> None:
        if isinstance(answer, OnePresenceError):
            self._say(answer)

    def _no_undo(self) -> None:
        self._undo_ends.stop()
        self._removed = None
        self.banner.hide()

    def _stop_editing(self) -> None:
        self._editing = None
        self.give_up.hide()
        self._name_button()
        self._changed()

    def _diversions_changed(self) -> None:
        self.side.refresh()
        if self._editing is not None:
            diversions = self._session.mirror.diversions
            known = [*diversions.current, *diversions.coming] if diversions is not None else []
            if not any(d.id == self._editing.id for d in known):
                self._stop_editing()
        self._changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list at the right gives way when narrow."""
        super().resizeEvent(event)
        self.side.setVisible(self.width() >= SIDE_FROM)

    # --- as a page of the window ---

    def retranslate(self) -> None:
        """All texts again."""
        self.form.retranslate()
        self.side.refresh()
        self._label()

    def _label(self) -> None:
        """The page's own words; form and list have said theirs."""
        self.give_up.setText(translate("Diversion", "Discard the change"))
        self.give_up.updateGeometry()
        self._changed()

    def showEvent(self, event: QShowEvent) -> None:
        """Also from a hidden window: the route may be another."""
        super().showEvent(event)
        self._ask.start()

    def on_shown(self) -> None:
        """Begin at the reason."""
        self.side.refresh()
        self._done = ""
        self.form.reasons[self.form.reason].setFocus(Qt.FocusReason.OtherFocusReason)
        self._changed()

    def leave(self) -> bool:
        """Esc gives up a change."""
        if self._editing is None:
            return False
        self._stop_editing()
        return True
