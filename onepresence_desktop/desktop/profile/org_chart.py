"""The organisation chart, painted: company, department, managers and teams with their states (spec 9.1)."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from onepresence_desktop.client import readings
from onepresence_desktop.desktop import alphabet, texts
from onepresence_desktop.desktop.languages import language_in_use, translate
from onepresence_desktop.desktop.profile.chart_layout import BOX_HEIGHT, DROP, Box, Chart, Member, chart, step
from onepresence_desktop.desktop.profile.organisation import Organisation
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color, current
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import focus_ring, painters
from onepresence_desktop.domain.people import UserId

DEPARTMENT = 1
"""Place of the department's box."""


class OrgChart(QWidget):
    """opened: a colleague's box was pressed twice, or Enter on it.

    centre: whose managers and team are shown; None: a department and its heads.
    """

    accessible_role = QAccessible.Role.List

    opened = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.department = ""
        self.at = DEPARTMENT
        self.made = Chart((), 0, 1)
        self.centre: UserId | None = None
        self._organisation = Organisation({})
        self._departments: list[str] = []
        self._pressed: UserId | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.update)

    def refresh(self) -> None:
        """People have come, gone or changed."""
        mirror, language = self._session.mirror, language_in_use()
        self._organisation = Organisation(mirror.people)
        names = {person.department.strip() for person in self._organisation.people.values()}
        self._departments = sorted(names, key=lambda name: (not name, alphabet.order(name, language)))
        if self.centre not in self._organisation.people and (self.centre is not None or self.department not in names):
            self.centre = self._me()
        self._arrange()

    def show_own(self) -> None:
        """Back to the user's own department and box."""
        self.show_around(self._me())

    def show_around(self, user: UserId | None) -> None:
        """Their managers and team, their own box chosen; None: the department and its heads."""
        self.centre = user
        self._arrange()
        own = (n for n, box in enumerate(self.made.boxes) if user is not None and box.user == user)
        self.at = next(own, DEPARTMENT)
        self._tell()

    def _me(self) -> UserId | None:
        me = self._session.mirror.me
        return me.id if me is not None and me.id in self._organisation.people else None

    def turn(self, by: int) -> None:
        """The next department, or the one before."""
        if self._departments:
            place = self._departments.index(self.department) if self.department in self._departments else 0
            self.department = self._departments[(place + by) % len(self._departments)]
            self.show_around(None)

    def _arrange(self) -> None:
        mirror, language = self._session.mirror, language_in_use()
        everybody = self._organisation
        seen = everybody.around(self.centre) if self.centre in everybody.people else everybody.of(self.department)
        self.department = seen.department
        there = sum(person.department.strip() == seen.department for person in everybody.people.values())
        row = sorted(seen.row, key=lambda user: alphabet.order(everybody.people[user].name, language))
        company = mirror.customer.name if mirror.customer is not None else ""
        counted = translate("Profile", "%n person(s)", "", there)
        name = self.department or translate("Profile", "Without a department")
        chain = [self._member(user) for user in seen.chain]
        width = max(200.0, float(self.width()))
        self.made = chart(company, name, counted, [self._member(user) for user in row], width, chain)
        self.at = min(self.at, len(self.made.boxes) - 1)
        self.setFixedHeight(round(self.made.height))
        self._tell()

    def _member(self, user: UserId) -> Member:
        person = self._organisation.people[user]
        return Member(user, person.name, person.title, len(self._organisation.team(user)))

    def _tell(self) -> None:
        if not self.made.boxes:
            return
        box = self.made.boxes[self.at]
        said = [box.title, box.line]
        if box.user is not None:
            said.append(texts.presence(readings.presence_of(self._session.mirror, box.user)))
        if box.team:
            said.append(translate("Profile", "leads %n person(s)", "", box.team))
        self.setAccessibleName(translate("Profile", "Organisation") + ": " + ", ".join(part for part in said if part))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its boxes."""
        return QSize(380, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer boxes side by side."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines first, then the boxes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        boxes = self.made.boxes
        if not boxes:
            return
        painter.setPen(QPen(color(Color.LINE_CONTROL), 1.5))
        middle, row = self.width() / 2, self.made.row
        for upper, lower in pairwise(boxes[:row]):
            painter.drawLine(QPointF(middle, upper.top + BOX_HEIGHT), QPointF(middle, lower.top))
        first = boxes[row : row + self.made.columns]
        if first:
            under = boxes[row - 1].top + BOX_HEIGHT
            painter.drawLine(QPointF(middle, under), QPointF(middle, under + DROP / 2))
            centres = [box.left + box.width / 2 for box in first]
            painter.drawLine(QPointF(min(centres), under + DROP / 2), QPointF(max(centres), under + DROP / 2))
            for centre in centres:
                painter.drawLine(QPointF(centre, under + DROP / 2), QPointF(centre, first[0].top))
        for number, box in enumerate(boxes):
            self._paint_box(painter, number, box)
        if self.made.more:
            words = translate("Profile", "and %n more", "", self.made.more)
            room = QRectF(0, self.height() - 26, self.width(), 18)
            painter.setFont(fonts.font(fonts.Text.SMALL))
            painter.setPen(color(Color.TEXT_SECONDARY))
            painter.drawText(room, painters.CENTER, words)

    def _paint_box(self, painter: QPainter, number: int, box: Box) -> None:
        rect = QRectF(box.left, box.top, box.width, BOX_HEIGHT)
        me = self._session.mirror.me
        own = box.user is not None and me is not None and box.user == me.id
        chosen = number == self.at and self.hasFocus() and focus_ring.keyboard_used()
        edge = QPen(color(Color.ACCENT_FOCUS), 2) if chosen or own else QPen(color(Color.LINE_HAIRLINE), 1)
        painter.setPen(edge)
        painter.setBrush(color(Color.BG_SELECTED if chosen else Color.BG_CARD))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), Radius.M, Radius.M)
        left = rect.left() + 10
        ratio = self.devicePixelRatioF()
        if box.user is not None:
            mirror = self._session.mirror
            disc = QRectF(left, rect.center().y() - 14, 28, 28)
            presence = readings.presence_of(mirror, box.user)
            ground = color(Color.BG_SELECTED if chosen else Color.BG_CARD)
            stale = not mirror.live
            painters.avatar(painter, disc, box.title, box.user, ratio, presence=presence, cut=ground, stale=stale)
            left += 38
        elif box.key is not None and len(self._departments) > 1:
            for name, at in (("chevron-left", left), ("chevron-right", rect.right() - 26)):
                spot = QRectF(at, rect.center().y() - 8, 16, 16)
                icons.paint(painter, name, spot, color(Color.TEXT_SECONDARY), ratio)
        room = rect.right() - left - 8
        if box.team and number >= self.made.row:
            room -= 16
            spot = QRectF(rect.right() - 22, rect.center().y() - 7, 14, 14)
            icons.paint(painter, "chevron-down", spot, color(Color.TEXT_SECONDARY), ratio)
        centred = box.user is None
        if centred:
            left, room = rect.left() + 30, rect.width() - 60
        align = painters.CENTER if centred else painters.LEFT
        top = rect.center().y() - (17 if box.line else 9)
        bold, small = fonts.font(fonts.Text.SMALL, fonts.SEMIBOLD), fonts.font(fonts.Text.SMALL)
        painters.text(painter, QRectF(left, top, room, 18), box.title, bold, color(Color.TEXT_PRIMARY), align)
        if box.line:
            lower = QRectF(left, top + 17, room, 16)
            painters.text(painter, lower, box.line, small, color(Color.TEXT_SECONDARY), align)

    # --- pointer and keys ---

    def _under(self, at: QPointF) -> int | None:
        for number, box in enumerate(self.made.boxes):
            if QRectF(box.left, box.top, box.width, BOX_HEIGHT).contains(at):
                return number
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Whom one presses stands in the middle; at the department's ends, another department."""
        focus_ring.note_mouse()
        number = self._under(event.position())
        self._pressed = self.made.boxes[number].user if number is not None else None
        if number == DEPARTMENT:
            box = self.made.boxes[DEPARTMENT]
            if event.position().x() < box.left + 34:
                self.turn(-1)
            elif event.position().x() > box.left + box.width - 34:
                self.turn(1)
            else:
                self.show_around(None)
        elif self._pressed is not None:
            self.show_around(self._pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the colleague who was pressed first: the boxes have moved since."""
        if self._pressed is not None:
            self.opened.emit(self._pressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows between boxes, and between departments at theirs; Enter opens; Home goes back to one's own.

        Space puts somebody in the middle, or the heads of the department.
        """
        focus_ring.note_key()
        key = Qt.Key(event.key())
        across = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key, 0)
        down = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
        if across and self.at == DEPARTMENT:
            self.turn(across)
        elif across or down:
            self.at = step(self.made, self.at, across, down)
            self._tell()
        elif key == Qt.Key.Key_Home:
            self.show_own()
        elif key == Qt.Key.Key_Space:
            self.show_around(self.made.boxes[self.at].user)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.at)
        else:
            super().keyPressEvent(event)

    def _open(self, number: int) -> None:
        user: UserId | None = self.made.boxes[number].user
        if user is not None:
            self.opened.emit(user)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which box is chosen."""
        super().focusInEvent(event)
        if event.reason() in focus_ring.KEYBOARD_REASONS:
            focus_ring.note_key()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide it."""
        super().focusOutEvent(event)
        self.update()
