"""The user's running calls at the foot of the window: time, hold, transfer by typing a name, hang up (spec 4.6)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from onepresence_desktop.client import readings
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.caller_cards import CallerCards
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius, Space
from onepresence_desktop.desktop.whom_field import WhomField
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton, Kind
from onepresence_desktop.desktop.widgets.card import Surface
from onepresence_desktop.domain.calls import CallId, CallState
from onepresence_desktop.wire.parking import PARKED
from onepresence_desktop.wire.views import CallView

HEIGHT = 44
LASTS = (CallState.CONNECTED, CallState.HELD)


class CallCard(QWidget):
    """One call. transfer_wanted: number to transfer to; consult_wanted: number to ask first; join_wanted: connect it
    with the other call; take_wanted: speak with somebody who leaves a message; card_wanted: the customer card."""

    hang_up_wanted = Signal()
    hold_wanted = Signal(bool)
    transfer_wanted = Signal(str)
    consult_wanted = Signal(str)
    join_wanted = Signal()
    take_wanted = Signal()
    card_wanted = Signal()

    def __init__(self, call: CallView, session: Session) -> None:
        super().__init__()
        self._session = session
        self.call = call
        self._name = ""
        self._can_join = False
        self._line = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(4)
        row.addStretch()
        self.field = WhomField(session, height=28)
        self.field.setFixedWidth(220)
        self.field.returnPressed.connect(self._transfer)
        self.go = Button(kind=Kind.PRIMARY, small=True)
        self.ask = Button(small=True, icon="transfer-consult")
        self.field.textChanged.connect(self._typed)
        self.go.clicked.connect(self._transfer)
        self.ask.clicked.connect(self._consult)
        self.join = Button(small=True, icon="transfer-consult")
        self.join.clicked.connect(self.join_wanted)
        self.take = Button(small=True, kind=Kind.ANSWER, icon="answer")
        self.take.clicked.connect(self.take_wanted)
        self.card = IconButton("id-card")
        self.card.clicked.connect(self.card_wanted)
        self.hold = IconButton("pause")
        self.hold.clicked.connect(lambda: self.hold_wanted.emit(self.call.state is not CallState.HELD))
        self.forward = IconButton("transfer")
        self.forward.setCheckable(True)
        self.forward.clicked.connect(self._show_transfer)
        self.end = Button(kind=Kind.DANGER, icon="hangup", small=True)
        self.end.clicked.connect(self.hang_up_wanted)
        transfer = (self.field, self.go, self.ask)
        for widget in (*transfer, self.join, self.take, self.card, self.hold, self.forward, self.end):
            row.addWidget(widget)
        self._show_transfer(False)
        self.retranslate()

    def show_call(self, call: CallView, *, can_join: bool, line: str = "", card: bool = False) -> None:
        """The call as it stands now. line: what was last with the caller. card: there is a customer card."""
        self.call = call
        self._line = line
        self.card.setVisible(card)
        self._name = call.name or self._session.whose(call.number)[0]
        self._can_join = can_join
        self._arrange()

    def retranslate(self) -> None:
        """All texts again."""
        self.go.setText(translate("Shell", "Transfer"))
        self.ask.setText(translate("Shell", "Ask first"))
        self.ask.setToolTip(translate("Shell", "Call them from your phone, then connect the two"))
        self.join.setText(translate("Shell", "Connect the two"))
        self.take.setText(translate("Shell", "Take the call"))
        self.forward.set_name(translate("Shell", "Transfer"))
        self.card.set_name(translate("Shell", "Open the customer card"))
        self.end.setAccessibleName(translate("Shell", "Hang up"))
        self.end.setToolTip(translate("Shell", "Hang up"))
        words = translate("Shell", "Name or number")
        self.field.setPlaceholderText(words)
        self.field.set_name(translate("Shell", "Transfer to"))
        for button in (self.go, self.ask, self.join, self.take):
            button.updateGeometry()
        self._arrange()

    def title(self) -> str:
        """Who is at the other end."""
        return self._name or texts.number(self.call.number) or translate("Shell", "Withheld number")

    def state_words(self) -> str:
        """What goes on; the time once they speak."""
        call = self.call
        match call.state:
            case CallState.CALLING:
                return translate("Shell", "Lift your phone")
            case CallState.RINGING:
                return translate("Shell", "Ringing") if call.outgoing else translate("Shell", "Is calling you")
            case CallState.HELD:
                return f"{translate('Shell', 'On hold')} · {self._time()}"
            case CallState.VOICEMAIL:
                where = "OneVoicemail" if call.outgoing else translate("Shell", "Is leaving a message")
                return f"{where} · {self._time()}"
            case CallState.UNKNOWN:
                return translate("Shell", "State unknown")
            case _:
                return self._time()

    def sizeHint(self) -> QSize:
        """Its height."""
        return QSize(400, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, handset, name, state."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rings = self.call.state in (CallState.CALLING, CallState.RINGING)
        ground, ink = (Color.RINGING_TINT, Color.RINGING_TEXT) if rings else (Color.ONCALL_TINT, Color.ONCALL_SOLID)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(ground))
        painter.drawRoundedRect(QRectF(self.rect()), Radius.M, Radius.M)
        middle = self.height() / 2
        glyph = "status-ringing" if rings else "pause" if self.call.state is CallState.HELD else "status-oncall"
        icons.paint(painter, glyph, QRectF(13, middle - 7, 14, 14), color(ink), self.devicePixelRatioF())
        bold = fonts.font(weight=fonts.SEMIBOLD)
        controls = (self.field, self.join, self.take, self.card, self.hold, self.end)
        right = min((w.x() for w in controls if w.isVisible()), default=self.width())
        words = self.state_words()
        state_font = fonts.font(tabular=True)
        wide = painters.width(words, state_font) + 2
        room = max(40.0, right - 36 - wide - 24)
        name = self.title()
        upper = 24.0 if self._line else float(self.height())
        top = 4.0 if self._line else 0.0
        painters.text(painter, QRectF(36, top, room, upper - top), name, bold, color(Color.TEXT_PRIMARY))
        left = 36 + min(room, painters.width(name, bold)) + 14
        box = QRectF(left, top, wide, upper - top)
        painters.text(painter, box, words, state_font, color(Color.TEXT_SECONDARY))
        if self._line:
            icons.paint(
                painter, "history", QRectF(36, 26, 12, 12), color(Color.TEXT_TERTIARY), self.devicePixelRatioF()
            )
            small = fonts.font(fonts.Text.SMALL, tabular=True)
            below = QRectF(53, 24, right - 53 - 12, 16)
            painters.text(painter, below, self._line, small, color(Color.TEXT_SECONDARY))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the transfer field."""
        if event.key() == Qt.Key.Key_Escape and self.field.isVisible():
            self._show_transfer(False)
            return
        super().keyPressEvent(event)

    def _time(self) -> str:
        since = self.call.answered_at
        return texts.duration((self._session.now() - since).total_seconds()) if since is not None else ""

    def _arrange(self) -> None:
        lasts = self.call.state in LASTS
        self.hold.setVisible(lasts)
        held = self.call.state is CallState.HELD
        self.hold.set_icon("play" if held else "pause")
        self.hold.set_name(translate("Shell", "Resume") if held else translate("Shell", "Hold"))
        self.forward.setVisible(lasts)
        self.take.setVisible(self.call.state is CallState.VOICEMAIL and not self.call.outgoing)
        self.join.setVisible(lasts and self._can_join)
        if not lasts:
            self._show_transfer(False)
        self.setAccessibleName(", ".join(part for part in (self.title(), self.state_words(), self._line) if part))
        self.update()

    def _show_transfer(self, shown: bool) -> None:
        self.forward.setChecked(shown)
        for widget in (self.field, self.go, self.ask):
            widget.setVisible(shown)
        self._typed()
        if shown:
            self.field.offer()
        else:
            self.field.clear()
        self.update()

    def _typed(self, _text: str = "") -> None:
        known = bool(self.field.number())
        self.go.setEnabled(known)
        self.ask.setEnabled(known)

    def _transfer(self) -> None:
        number = self.field.number()
        if number:
            self._show_transfer(False)
            self.transfer_wanted.emit(number)

    def _consult(self) -> None:
        number = self.field.number()
        if number:
            self._show_transfer(False)
            self.consult_wanted.emit(number)


class CallBar(Surface):
    """All calls the user is in; hidden when there is none. One that still rings at the user is the pop-up's."""

    def __init__(self, session: Session, actions: Actions, cards: CallerCards) -> None:
        super().__init__(Color.BG_WINDOW)
        self._session = session
        self._callers = cards
        cards.told.connect(self.refresh)
        self._actions = actions
        self.cards: dict[CallId, CallCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.PANE, 6, Space.PANE, 6)
        self._column.setSpacing(6)
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._advance)
        session.calls_changed.connect(self._changed)
        session.changed(PARKED).connect(self.refresh)
        session.reset.connect(self.refresh)
        self.refresh()

    def _changed(self, _call: CallView) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Show what the mirror says."""
        calls = [
            call
            for call in sorted(readings.own_calls(self._session.mirror), key=lambda c: c.started_at)
            if call.outgoing or call.state is not CallState.RINGING
        ]
        for gone in set(self.cards) - {call.id for call in calls}:
            card = self.cards.pop(gone)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        lasting = [call for call in calls if call.state in LASTS]
        for call in calls:
            card = self.cards.get(call.id) or self._add(call)
            joins = len(lasting) == 2 and call.state is CallState.CONNECTED
            line = next((line.words for line in self._callers.lines(call)), "")
            card.show_call(call, can_join=joins, line=line, card=bool(self._callers.address(call)))
        self.setVisible(bool(calls))
        if calls:
            self._tick.start()
        else:
            self._tick.stop()

    def retranslate(self) -> None:
        """All texts again."""
        for card in self.cards.values():
            card.retranslate()

    def _add(self, call: CallView) -> CallCard:
        card = CallCard(call, self._session)
        actions, call_id = self._actions, call.id
        card.hang_up_wanted.connect(lambda: actions.hang_up(call_id))
        card.hold_wanted.connect(lambda on: actions.hold(call_id) if on else actions.resume(call_id))
        card.transfer_wanted.connect(lambda number: actions.transfer(call_id, number))
        card.consult_wanted.connect(lambda number: actions.call(number, card.call.device_id))
        card.take_wanted.connect(lambda: actions.answer(call_id))
        card.join_wanted.connect(lambda: self._join(call_id))
        card.card_wanted.connect(lambda: self._callers.open(card.call))
        self.cards[call.id] = card
        # Above those there are: they keep their place, and nobody hangs up the wrong call.
        self._column.insertWidget(0, card)
        return card

    def _join(self, call_id: CallId) -> None:
        other = next((o for o, card in self.cards.items() if o != call_id and card.call.state in LASTS), None)
        if other is not None:
            self._actions.join(other, call_id)

    def _advance(self) -> None:
        for card in self.cards.values():
            card.update()
