"""The section "Divert my phone": form, list, and the foot that says what will happen (spec 3.2, 3.7)."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.diversion.draft import of_standing
from onepresence_desktop.desktop.diversion.form import DiversionForm
from onepresence_desktop.desktop.diversion.route_bar import Route
from onepresence_desktop.desktop.diversion.sentence import ICONS, route_sentence
from onepresence_desktop.desktop.diversion.side_list import SideList
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import ConnectionState, Session
from onepresence_desktop.desktop.theme.theme import current
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.card import Footer, Scrolled, SectionHeader, Surface
from onepresence_desktop.desktop.widgets.hint_bar import Hint
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.preview import PartKind, RoutePreview
from onepresence_desktop.wire.views import StandingView

SIDE_FROM = 750
"""Page width from which the list stands beside the form."""
ASK_AFTER_MS = 150
"""Pause in typing after which the route is asked for."""


class DiversionView(QWidget):
    """A page of the window."""

    def __init__(self, session: Session, actions: Actions, form: DiversionForm | None = None) -> None:
        super().__init__()
        self._session = session
        self._actions = actions
        self._editing: StandingView | None = None
        self._routed = False
        self._busy = False
        self.header = SectionHeader()
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
        self.form.changed.connect(self._changed)
        self.form.submitted.connect(self._send)
        self.divert.clicked.connect(self._send)
        self.give_up.clicked.connect(self._stop_editing)
        self.side.edit_wanted.connect(self.edit)
        self.side.remove_wanted.connect(lambda standing: actions.remove_diversion(standing.id))
        self.side.open_phone_wanted.connect(actions.open_phone)
        session.diversions_changed.connect(self._diversions_changed)
        session.reset.connect(self._diversions_changed)
        session.connection_changed.connect(self._connection_changed)
        current().changed.connect(self.update)
        self._label()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self.header.row.addStretch()
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
        footer = Footer()
        footer.row.addWidget(self.route, 1)
        footer.row.addWidget(self.give_up)
        footer.row.addWidget(self.divert)
        column.addWidget(footer)

    def ahead(self) -> Iterator[None]:
        """Make what is needed for a number."""
        self.form.make_target()
        yield

    def divert_to(self, number: str) -> None:
        """Come here for a colleague's number."""
        self.form.divert_to(number)

    def edit(self, standing: StandingView) -> None:
        """Change one that runs or is to come."""
        self._editing = standing
        self.form.fill(of_standing(standing, self._session.now()))
        self.give_up.show()
        self._name_button()

    # --- route ---

    def _connection_changed(self, _connection: object) -> None:
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
            self.route.say(translate("Diversion", "Not sent without a connection"), "", end_icon="disconnected")
            return
        if draft.wrong:
            words = translate("Diversion", "The end must lie after the beginning")
            self.route.say(words, "", end_icon="clock", wrong=True)
            return
        if not draft.complete:
            self.route.say(translate("Diversion", "Choose whom calls shall go to"), "", end_icon="person")
            return
        replaces = self._editing.id if self._editing is not None else None
        self._actions.preview(draft.preview_request(replaces), self._show_route)

    def _show_route(self, answer: RoutePreview | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            self.route.say(texts.error(answer), "", end_icon="error", wrong=True)
            self._judge()
            return
        wrong = answer.problem is not None or not answer.line_out
        last = answer.parts[-1].kind if answer.parts else PartKind.VOICEMAIL
        rings = bool(answer.parts) and answer.parts[0].kind is PartKind.PHONE
        end = PartKind.PHONE if rings else last
        sentence = route_sentence(answer, self._session.now())
        self.route.say(sentence, self._second_line(), end_icon=ICONS[end], wrong=wrong, open_phone=rings)
        self._routed = answer.problem is None
        self._judge()

    def _second_line(self) -> str:
        draft, now = self.form.draft, self._session.now()
        diversions = self._session.mirror.diversions
        running = diversions.current if diversions is not None else []
        other = next((d for d in running if self._editing is None or d.id != self._editing.id), None)
        if other is not None and draft.starts_at is None:
            what = f"{texts.reason(other.reason)} {texts.until(other.until, now)}"
            return translate("Diversion", "Goes before “{what}”, which runs now").format(what=what)
        seen = f"{texts.reason(draft.reason)} {texts.until(draft.ends_at, now)}"
        if draft.note:
            seen += f" – {draft.note}"
        return translate("Diversion", "Colleagues see: {words}").format(words=seen)

    def _judge(self) -> None:
        able = self._session.connection.state is ConnectionState.LIVE
        self.divert.setEnabled(able and self._routed and not self._busy and self.form.draft.complete)

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

    def _send(self) -> None:
        if not self.divert.isEnabled():
            return
        draft = self.form.draft
        self._busy = True
        self.divert.set_busy(True)
        self.banner.hide()
        if self._editing is not None:
            self._actions.change_diversion(self._editing.id, draft.request(), self._answered)
        else:
            self._actions.divert(draft.request(), self._answered)
        if self.form.remember.isChecked():
            icon = texts.REASON_ICONS[draft.reason]
            self._actions.add_quick(draft.quick(texts.reason(draft.reason), icon, self._session.now()), self._kept)

    def _answered(self, answer: object) -> None:
        self._busy = False
        self.divert.set_busy(False)
        if isinstance(answer, OnePresenceError):
            self._say(answer)
        else:
            self.form.used()
            self._stop_editing()
        self._judge()

    def _kept(self, answer: object) -> None:
        if isinstance(answer, OnePresenceError):
            self._say(answer)
        else:
            self.form.remember.setChecked(False)

    def _say(self, problem: OnePresenceError) -> None:
        strong = translate("Diversion", "The diversion wasn't saved.")
        self.banner.say(texts.error(problem), strong=strong)

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
        self.header.set_title(translate("Diversion", "Divert my phone"))
        self.give_up.setText(translate("Diversion", "Give up the change"))
        self.give_up.updateGeometry()
        self._changed()

    def showEvent(self, event: QShowEvent) -> None:
        """Also from a hidden window: the route may be another."""
        super().showEvent(event)
        self._ask.start()

    def on_shown(self) -> None:
        """Begin at the reason."""
        self.side.refresh()
        self.form.reasons[self.form.reason].setFocus(Qt.FocusReason.OtherFocusReason)
        self._changed()

    def hints(self) -> list[Hint]:
        """The foot is the route's."""
        return []

    def leave(self) -> bool:
        """Esc gives up a change."""
        if self._editing is None:
            return False
        self._stop_editing()
        return True
