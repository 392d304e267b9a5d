"""All that is known of a colleague, beside the list: numbers, phones, diversion, meeting, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.desktop import company_time, texts
from onepresence_desktop.desktop.colleagues.model import ColleaguesModel
from onepresence_desktop.desktop.colleagues.rows import PersonRow
from onepresence_desktop.desktop.colleagues.standing import Standing, waiting_for
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.named_numbers import name_of_number
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton, Kind
from onepresence_desktop.desktop.widgets.card import Card, Line, Scrolled, Surface
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.presence_look import device_look
from onepresence_desktop.desktop.widgets.refilling import emptied, shown_now
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire.presence import DeviceView, PresenceView

WIDTH = 276
FACE = 56


class StateFace(QWidget):
    """Disc, name, title, and the state as a pill."""

    def __init__(self) -> None:
        super().__init__()
        self._row: PersonRow | None = None
        self.setFixedHeight(148)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_row(self, row: PersonRow) -> None:
        """Of another, or in another state."""
        self._row = row
        self.setAccessibleName(row.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Its height."""
        return QSize(WIDTH, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Centred."""
        row = self._row
        if row is None:
            return
        painter, ratio = QPainter(self), self.devicePixelRatioF()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, room = self.width() / 2, self.width() - 24.0
        painters.avatar(painter, QRectF(middle - FACE / 2, 4, FACE, FACE), row.name, row.id, ratio, stale=row.stale)
        bold, small = fonts.font(fonts.Text.HEADING), fonts.font(fonts.Text.SMALL)
        box = QRectF(12, 66, room, 20)
        painters.text(painter, box, row.name, bold, color(Color.TEXT_PRIMARY), painters.CENTER)
        words = " · ".join(part for part in (row.title, row.department) if part)
        box = QRectF(12, 87, room, 16)
        painters.text(painter, box, words, small, color(Color.TEXT_SECONDARY), painters.CENTER)
        wide = min(room, painters.pill_width(row.words, row.presence, stale=row.stale))
        at = QPointF(middle - wide / 2, 123)
        painters.pill(painter, at, row.presence, row.words, ratio, stale=row.stale, room=room)


class PhoneRow(QWidget):
    """A phone and its state, in words."""

    def __init__(self, device: DeviceView, *, stale: bool) -> None:
        super().__init__()
        self._device, self._stale = device, stale
        words = f"{texts.device(device.kind)}: {texts.device_state(device.state)}"
        row = QHBoxLayout(self)
        row.setContentsMargins(38, 6, 10, 6)
        row.addWidget(Label(words, role=fonts.Text.SMALL, tone="tertiary" if stale else "secondary", elide=True), 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The silhouette."""
        name, ink = device_look(self._device.kind, self._device.state)
        spot = QRectF(12, self.height() / 2 - 8, 16, 16)
        ground = color(Color.LINE_CONTROL if self._stale else ink)
        icons.paint(QPainter(self), name, spot, ground, self.devicePixelRatioF())


class Details(Surface):
    """called: a number. divert_to: a local number. starred, watched, picked_up, waited: a user. mailed: an address.

    left: ← or Esc.
    """

    called = Signal(str)
    divert_to = Signal(str)
    starred = Signal(str)
    watched = Signal(str)
    picked_up = Signal(str)
    waited = Signal(str)
    mailed = Signal(str)
    left = Signal()

    def __init__(self, session: Session, model: ColleaguesModel) -> None:
        super().__init__(Color.BG_HEADER, "left")
        self._session, self._model = session, model
        self.user: UserId | None = None
        self._shown: object = None
        self.back = IconButton("chevron-left")
        self.back.clicked.connect(self.left)
        self.face = StateFace()
        self.line = Label(role=fonts.Text.SMALL, wrap=True)
        self.line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.call = Button(kind=Kind.PRIMARY, icon="call")
        self.call.widen()
        self.call.clicked.connect(lambda: self.called.emit(self._number()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(self.back)
        head.addStretch()
        column.addLayout(head)
        scroll = Scrolled(Color.BG_HEADER)
        inside = scroll.column
        inside.setContentsMargins(12, 0, 12, 12)
        inside.setSpacing(10)
        inside.addWidget(self.face)
        inside.addWidget(self.line)
        inside.addWidget(self.call)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(10)
        inside.addLayout(self._parts)
        inside.addStretch()
        column.addWidget(scroll, 1)
        self.numbers: list[Button] = []
        self.deeds: dict[str, Button] = {}
        session.presence_changed.connect(self._changed)
        session.people_changed.connect(self._changed)
        back = QShortcut(QKeySequence(Qt.Key.Key_Left), self)  # buttons take arrows for themselves
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.left)
        self.hide()

    def show_user(self, user: UserId, standing: Standing) -> None:
        """Of whom, and what of the actions is done already. Nothing is built anew while it is as before."""
        self.user = user
        mirror, row = self._session.mirror, self._model.person(user)
        person, seen = mirror.people[user], mirror.presence.get(user)
        shown = (person, seen, row, standing, mirror.live, company_time.local(self._session.now()).date())
        if shown == self._shown:
            return
        self._shown = shown
        self.setAccessibleName(row.name)
        self.face.show_row(row)
        self.line.setText(row.line)
        self.line.setVisible(bool(row.line))
        self.line.set_tone("tertiary" if row.stale else "danger" if row.presence is Presence.DIVERTED else "secondary")
        self._clear()
        self._numbers(mirror, user)
        if seen is not None and seen.devices:
            phones = Card()
            inside = QVBoxLayout(phones)
            inside.setContentsMargins(0, 2, 0, 2)
            inside.setSpacing(0)
            for device in seen.devices:
                inside.addWidget(PhoneRow(device, stale=row.stale))
            self._parts.addWidget(phones)
        self._facts(mirror, user)
        self._actions(standing)
        shown_now(self._parts)

    def _clear(self) -> None:
        self.numbers, self.deeds = [], {}
        emptied(self._parts)

    def _numbers(self, mirror: Mirror, user: UserId) -> None:
        person = mirror.people[user]
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(6, 4, 6, 4)
        inside.setSpacing(0)
        known = [
            (translate("Details", "Local number"), person.local_number),
            ("OneNumber", person.one_number or ""),
            (translate("Details", "Mobile"), person.mobile or ""),
        ]
        for name, number in ((name, number) for name, number in known if number):
            if self.numbers:
                inside.addWidget(Line())
            inside.addLayout(self._pair(name, texts.number(number), number))
        if person.email:
            inside.addWidget(Line())
            inside.addLayout(self._pair(translate("Details", "E-mail"), person.email, person.email, mail=True))
        self._parts.addWidget(card)

    def _pair(self, name: str, shown: str, value: str, *, mail: bool = False) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(6, 2, 0, 2)
        row.addWidget(Label(name, role=fonts.Text.SMALL, tone="secondary"))
        row.addStretch()
        press = Button(shown, kind=Kind.LINK, small=True)
        said = translate("Details", "Write to {address}") if mail else translate("Details", "Call {address}")
        press.setAccessibleName(f"{name}: {said.format(address=shown)}")
        press.setMaximumWidth(170)
        press.setToolTip(shown)
        wanted = self.mailed if mail else self.called
        press.clicked.connect(lambda: wanted.emit(value))
        self.numbers.append(press)
        row.addWidget(press)
        return row

    def _facts(self, mirror: Mirror, user: UserId) -> None:
        """Diversion and meeting with all that may be known of them."""
        seen, now = mirror.presence.get(user), self._session.now()
        lines = []
        if (waiting := waiting_for(mirror, user)) is not None:
            when = translate("Details", "When both are free, {until}").format(until=texts.until(waiting.until, now))
            lines.append((translate("Details", "You are called"), when))
        if seen is None:
            seen = PresenceView(user_id=user, presence=Presence.UNKNOWN)
        if seen.reason is not None:
            name = texts.diversion_name(seen.title, seen.reason)
            lines.append((translate("Details", "Diversion"), f"{name} {texts.until(seen.until, now)}"))
            if seen.note:
                lines.append((translate("Details", "Note"), seen.note))
            if seen.destination:
                where = name_of_number(mirror, seen.destination) or texts.number(seen.destination)
                lines.append((translate("Details", "Calls go to"), where))
        if seen.meeting_until is not None:
            until = texts.until(seen.meeting_until, now)
            lines.append(
                (translate("Details", "Calendar"), translate("Details", "Meeting {until}").format(until=until))
            )
            if seen.meeting:
                lines.append((translate("Details", "About"), seen.meeting))
        note = mirror.reception_notes.get(user)
        if note is not None and note.note:
            lines.append((translate("Details", "For the reception"), note.note))
        if not lines:
            return
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(2)
        for name, words in lines:
            inside.addWidget(Label(name, role=fonts.Text.MICRO, tone="tertiary"))
            inside.addWidget(Label(words, role=fonts.Text.SMALL, wrap=True, tabular=True))
        self._parts.addWidget(card)

    def _actions(self, standing: Standing) -> None:
        starred, watched, waits = standing.starred, standing.watched, standing.waiting is not None
        wait = (
            translate("Details", "Don't wait any longer")
            if waits
            else translate("Colleagues", "Call when both are free")
        )
        star = translate("Colleagues", "Remove from favourites") if starred else translate("Colleagues", "Favourite")
        watch = (
            translate("Colleagues", "Don't tell me when free")
            if watched
            else translate("Colleagues", "Tell me when free")
        )
        user = self.user or ""
        rows: list[tuple[str, str, str, SignalInstance, str, bool]] = []
        if standing.rings:
            rows.append(("pickup", "answer", translate("Colleagues", "Pick up"), self.picked_up, user, True))
        if waits or standing.can_wait:
            rows.append(("wait", "msg-callback", wait, self.waited, user, True))
        rows += [
            (
                "divert",
                "forward-to",
                translate("Colleagues", "Divert my phone to here"),
                self.divert_to,
                self._number(),
                True,
            ),
            ("watch", "bell-off" if watched else "bell", watch, self.watched, user, watched or standing.can_watch),
            ("star", "star-filled" if starred else "star", star, self.starred, user, True),
        ]
        for key, icon, words, signal, value, able in rows:
            press = self.deeds[key] = Button(words, icon=icon, small=True)
            press.widen()
            press.setEnabled(able)
            press.clicked.connect(lambda _on=False, signal=signal, value=value: signal.emit(value))
            self._parts.addWidget(press)

    def _number(self) -> str:
        return self._model.person(self.user).number if self.user is not None else ""

    def _changed(self, users: list[UserId]) -> None:
        if self.user in users and self.isVisible() and self.user not in self._session.mirror.people:
            self.left.emit()

    def retranslate(self) -> None:
        """All texts again."""
        self.back.set_name(translate("Details", "Back to the list"))
        self.call.setText(translate("Colleagues", "Call"))
        self.call.updateGeometry()
        self._shown = None
