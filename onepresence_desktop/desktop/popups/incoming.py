"""The pop-up for a call that comes in: who it is, what was last, and where to send it; when it is shown (spec 4.7)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.client import readings
from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.caller_cards import CallerCards
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.popups.card_lines import CardLines
from onepresence_desktop.desktop.popups.toasts import Toast, ToastStack
from onepresence_desktop.desktop.popups.whom_popover import WhomPopover
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.desktop.widgets.presence_look import LOOKS
from onepresence_desktop.domain.calls import CallId, CallState, TraceKind
from onepresence_desktop.domain.diversion import RECEPTION, VOICEMAIL, Destination, DestinationKind
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire.reception import QUEUE
from onepresence_desktop.wire.views import CallView

LAST_WORD_MS = 3000
FILLED_WITHIN_MS = 200
"""How long a pop-up may still grow: nobody is on it with the pointer yet."""
MOST_COLLEAGUES = 6


class _Caller(QWidget):
    def __init__(self, name: str, user_id: UserId | None) -> None:
        super().__init__()
        self._name, self._user_id = name, user_id
        self.setFixedSize(50, 50)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ratio, disc = self.devicePixelRatioF(), QRectF(0, 0, 44, 44)
        if self._user_id is not None:
            painters.avatar(painter, disc, self._name, self._user_id, ratio)
        else:
            icon = "person" if self._name else "call"
            painters.avatar_icon(painter, disc, icon, ratio, ground=Color.BG_POPOVER_TRACK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(Color.BG_POPOVER))
        painter.drawEllipse(QRectF(28, 28, 20, 20))
        painter.setBrush(color(Color.RINGING_SOLID))
        painter.drawEllipse(QRectF(30, 30, 16, 16))
        icons.paint(painter, "status-ringing", QRectF(33.5, 33.5, 9, 9), color(Color.RINGING_ON), ratio)


def called_group(call: CallView, mirror: Mirror) -> str:
    """Which group an incoming call is for, "To Support"; "" where it is for the user alone."""
    asked = next((entry.name for entry in reversed(call.trace) if entry.kind is TraceKind.GROUP), "")
    if not asked:
        asked = next((group.name for group in mirror.groups.values() if group.local_number == call.dialled), "")
    return translate("Shell", "To {group}").format(group=asked) if asked else ""


class CallToast(Toast):
    """taken: lift the phone. sent: a Destination. rejected: hang up.

    answered: it rings no more, so it can't be sent anywhere.
    """

    answered = Signal()
    taken = Signal()
    sent = Signal(object)
    rejected = Signal()

    def __init__(self, call: CallView, session: Session, cards: CallerCards) -> None:
        super().__init__()
        self.call = call
        self._session = session
        self._cards = cards
        name, user_id = session.whose(call.number)
        self._name, self._user_id = call.name or name, call.user_id or user_id
        self.asking: WhomPopover | None = None
        column = self._column = QVBoxLayout(self.panel)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(11)
        column.addLayout(self._head())
        self.lines = CardLines()
        column.addWidget(self.lines)
        self.lines.show_lines(cards.lines(call))
        self.customer_card = Button(translate("Shell", "Open the customer card"), icon="id-card")
        self.customer_card.on_popover = True
        self.customer_card.widen()
        self.customer_card.clicked.connect(lambda: cards.open(call))
        column.addWidget(self.customer_card)
        self.customer_card.setVisible(bool(cards.address(call)))
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.voicemail = Button("OneVoicemail", icon="nav-messages")
        self.take = Button(translate("Shell", "Answer"), kind=Kind.ANSWER, icon="answer")
        self.take.clicked.connect(self.taken)
        customer = session.mirror.customer
        simulated = customer is not None and customer.demo
        # A row of four has no room for its picture.
        self.forward = Button(translate("Shell", "Divert"), icon="" if simulated else "forward-to")
        self.reject = Button(kind=Kind.DANGER, icon="hangup")
        self.reject.setAccessibleName(translate("Shell", "Reject"))
        self.reject.setToolTip(translate("Shell", "Reject"))
        self.reject.setFixedWidth(32)
        buttons = (self.take, self.voicemail, self.forward) if simulated else (self.voicemail, self.forward)
        if not simulated:
            # A telephone is lifted by hand; only the demo's have nobody's hand but ours.
            self.take.setParent(self._buttons)
            self.take.hide()
        for button in buttons:
            button.on_popover = True
            button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
            row.addWidget(button)
        row.addWidget(self.reject)
        for pressable in (self.take, self.voicemail, self.forward, self.reject, self.customer_card):
            pressable.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self._buttons)
        self.voicemail.clicked.connect(lambda: self.sent.emit(VOICEMAIL))
        self.forward.clicked.connect(self._show_menu)
        self.reject.clicked.connect(self.rejected)
        self._fresh = QTimer(self)
        self._fresh.setSingleShot(True)
        self._fresh.start(FILLED_WITHIN_MS)
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._advance)
        self._tick.start()
        self._advance()
        said = translate("Shell", "{name} is calling, {number}")
        said = said.format(name=self.title.text(), number=self.number.text())
        self.setAccessibleName(", ".join(part for part in (said, self.group.text()) if part))

    def _head(self) -> QHBoxLayout:
        call = self.call
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(_Caller(self._name, self._user_id), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        number = texts.number(call.number)
        name = self._name or number or translate("Shell", "Withheld number")
        self.title = Label(name, role=fonts.Text.HEADING, elide=True)
        words.addWidget(self.title)
        self.number = Label(number if self._name else "", role=fonts.Text.SMALL, tone="tertiary", tabular=True)
        about = self._about()
        if about:
            words.addWidget(Label(about, tone="secondary"))
        words.addWidget(self.number)
        words.addStretch()
        head.addLayout(words, 1)
        self.time = Label(role=fonts.Text.SMALL, tone="tertiary", tabular=True)
        side = QVBoxLayout()
        side.setSpacing(2)
        side.addWidget(self.time, 0, Qt.AlignmentFlag.AlignRight)
        self.group = Label(called_group(call, self._session.mirror), role=fonts.Text.SMALL, tone="secondary")
        if not self.group.text():
            self.group.hide()
        side.addWidget(self.group, 0, Qt.AlignmentFlag.AlignRight)
        side.addStretch()
        head.addLayout(side)
        return head

    def _about(self) -> str:
        call, mirror = self.call, self._session.mirror
        if call.diverted_from:
            return translate("Shell", "Diverted from {name}").format(name=", ".join(call.diverted_from))
        person = mirror.people.get(self._user_id) if self._user_id is not None else None
        if person is not None:
            return " · ".join(part for part in (person.title, person.department) if part)
        return ""

    def fill(self) -> None:
        """The service has told more of the caller; later than in a moment nothing moves any more (design, 7.26)."""
        lines = self._cards.lines(self.call)
        if self._fresh.isActive() or len(lines) == len(self.lines.shown):
            self.lines.show_lines(lines)
            self.resized.emit()

    def say_last(self, words: str) -> None:
        """The call goes on elsewhere: say so, and leave."""
        self._tick.stop()
        self.answered.emit()
        self._buttons.hide()
        self._column.removeWidget(self._buttons)
        self.time.setText("")
        self.number.setText(words)
        self.resized.emit()
        self.leave_after(LAST_WORD_MS)

    def _advance(self) -> None:
        seconds = (self._session.now() - self.call.started_at).total_seconds()
        self.time.setText(texts.duration(seconds))

    def _show_menu(self) -> None:
        mirror = self._session.mirror
        menu = Menu(translate("Shell", "Divert"), parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows = []
        if DestinationKind.RECEPTION in readings.destination_kinds(mirror):
            rows.append(("nav-reception", texts.destination(RECEPTION), RECEPTION, Color.TEXT_TERTIARY))
        if mirror.me is not None and mirror.me.mobile:
            mobile = Destination(DestinationKind.NUMBER, mirror.me.mobile)
            rows.append(("device-mobile", translate("Shell", "My mobile"), mobile, Color.TEXT_TERTIARY))
        for icon, words, where, ink in rows:
            row = menu.add_row(words, icon, ink=ink)
            row.triggered.connect(lambda _on=False, where=where: self.sent.emit(where))
        if rows:
            menu.addSeparator()
        starred = mirror.me.favourites if mirror.me is not None else []
        for user in [user for user in starred if user in mirror.people][:MOST_COLLEAGUES]:
            person, seen = mirror.people[user], mirror.presence.get(user)
            look = LOOKS[seen.presence if seen is not None else Presence.UNKNOWN]
            where = Destination(DestinationKind.NUMBER, person.local_number)
            row = menu.add_row(person.name, look.glyph, texts.number(person.local_number), ink=look.solid)
            row.triggered.connect(lambda _on=False, where=where: self.sent.emit(where))
        other = menu.add_row(translate("Shell", "Somebody else …"), "nav-search")
        other.triggered.connect(self._ask_whom)
        self.answered.connect(menu.close)
        menu.popup(self.forward.mapToGlobal(QPoint(0, self.forward.height() + 4)))

    def _ask_whom(self) -> None:
        self.asking = WhomPopover(self._session)
        self.asking.chosen.connect(lambda number: self.sent.emit(Destination(DestinationKind.NUMBER, number)))
        self.destroyed.connect(self.asking.close)
        self.answered.connect(self.asking.close)
        self.asking.show_over(self.forward)


class IncomingCalls(QObject):
    """Shows a pop-up for each call that rings at the user, and takes it away when it stops; none when turned off.

    rings: one has begun to be shown. queue_seen: whether the reception's queue is in front of somebody, who reads
    there who calls, and has the pop-ups lie over the buttons.
    """

    rings = Signal()

    def __init__(
        self,
        session: Session,
        actions: Actions,
        settings: Settings,
        stack: ToastStack,
        cards: CallerCards,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._cards = cards
        cards.told.connect(self._told)
        self._actions = actions
        self._settings = settings
        self._stack = stack
        self.queue_seen: Callable[[], bool] = lambda: False
        self.toasts: dict[CallId, CallToast] = {}
        self._heard: set[CallId] = set()
        session.changed(QUEUE).connect(self._queue_changed)
        session.calls_changed.connect(self._changed)
        session.reset.connect(self._reset)
        session.connection_changed.connect(self._connection)

    def _changed(self, call: CallView) -> None:
        rings = not call.outgoing and call.state is CallState.RINGING
        toast = self.toasts.get(call.id)
        if rings and toast is None:
            if self._settings.get(keys.NOTIFY_INCOMING):
                if call.id not in self._session.mirror[QUEUE] or not self.queue_seen():
                    self._show(call)
                elif call.id not in self._heard:
                    self._heard.add(call.id)
                    self.rings.emit()
        elif not rings:
            self._heard.discard(call.id)
        if not rings and toast is not None:
            del self.toasts[call.id]
            if call.state is CallState.CONNECTED:
                toast.say_last(self._answered_words(call))
            else:
                toast.close()

    def _queue_changed(self) -> None:
        if not self.toasts or not self.queue_seen():
            return
        for call_id in [call_id for call_id in self.toasts if call_id in self._session.mirror[QUEUE]]:
            self.toasts.pop(call_id).close()

    def _told(self, call_id: CallId) -> None:
        if call_id in self.toasts:
            self.toasts[call_id].fill()

    def _answered_words(self, call: CallView) -> str:
        me = self._session.mirror.me
        device = next((d for d in (me.devices if me is not None else []) if d.id == call.device_id), None)
        if device is None:
            return translate("Shell", "Answered")
        where = device.name or texts.device(device.kind)
        return translate("Shell", "Answered on {device}").format(device=where)

    def _show(self, call: CallView) -> None:
        toast = CallToast(call, self._session, self._cards)
        call_id = call.id
        toast.taken.connect(lambda: self._actions.answer(call_id))
        toast.sent.connect(lambda where: self._actions.redirect(call_id, where))
        toast.rejected.connect(lambda: self._actions.hang_up(call_id))
        toast.destroyed.connect(lambda _gone=None: self._gone(call_id, toast))
        self.toasts[call_id] = toast
        self._stack.show(toast)
        self.rings.emit()

    def _gone(self, call_id: CallId, toast: CallToast) -> None:
        """Not the next one of the same call, which may ring again before the first is taken down."""
        if self.toasts.get(call_id) is toast:
            del self.toasts[call_id]

    def _connection(self, connection: Connection) -> None:
        """Without one nobody knows whether it still rings, and nothing can be done about it from here."""
        if connection.state is ConnectionState.STALE:
            for call_id in list(self.toasts):
                self.toasts.pop(call_id).close()

    def _reset(self) -> None:
        ringing = self._session.mirror.calls
        for call_id in [call_id for call_id in self.toasts if call_id not in ringing]:
            self.toasts.pop(call_id).close()
        for call in ringing.values():
            self._changed(call)
