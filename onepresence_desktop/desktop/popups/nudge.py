"""Who is at the computer or the desk phone again during lunch or a break is asked to open the phone (spec 3.9)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.client import readings
from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.platform.idle import IdleSeconds
from onepresence_desktop.desktop.popups.toasts import Toast
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton, Kind
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.switches import CheckBox
from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.people import DeviceKind
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.wire.diversions import StandingView

REASONS = (Reason.LUNCH, Reason.BREAK)
"""From which one comes back to the same desk."""
AWAY = timedelta(minutes=1)
"""Untouched for so long: they have left."""
BACK = 5.0
"""Seconds: touched so lately: they are there."""
LOOK_MS = 4000
"""How often that is looked at, while such a diversion counts and only then."""


class Nudge(QObject):
    """Asks once for each diversion. idle: how long nobody has touched anything, None where that can't be told."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        settings: Settings,
        show: Callable[[Toast], None],
        idle: IdleSeconds,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._actions, self._settings = session, actions, settings
        self._show, self._idle = show, idle
        self._of = ""
        self._left = self._asked = False
        self._unread = 0
        self.toast: NudgeToast | None = None
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_MS)
        self._looking.timeout.connect(self.look)
        session.diversions_changed.connect(self._follow)
        session.reset.connect(self._follow)
        session.me_changed.connect(self._phone)
        self._follow()

    def _follow(self) -> None:
        """Another diversion counts, or none."""
        counts = readings.effective(self._session.mirror)
        wanted = counts is not None and counts.reason in REASONS and self._settings.get(keys.NUDGE)
        if counts is None or not wanted:
            self._looking.stop()
            self._of = ""
            self._close()
            return
        if counts.id != self._of:
            self._close()
            self._of, self._left, self._asked = counts.id, False, False
            self._unread = readings.unread(self._session.mirror)
            self._looking.start()

    def look(self) -> None:
        """Have they left, and come back?"""
        idle = self._idle()
        if idle is None:
            self._looking.stop()  # the desk phone is told of by itself
        elif idle >= AWAY.total_seconds():
            self._left = True
        elif self._left and idle < BACK:
            self.ask()

    def _phone(self) -> None:
        """A call with the own desk phone: somebody sits there."""
        me = self._session.mirror.me
        desk = [device for device in (me.devices if me is not None else []) if device.kind is DeviceKind.DESK]
        if any(device.state in (DeviceState.ON_CALL, DeviceState.ON_HOLD) for device in desk):
            self.ask()

    def ask(self) -> None:
        """Ask, or open at once when that is wanted."""
        counts = readings.effective(self._session.mirror)
        if counts is None or counts.id != self._of or self._asked or not self._session.mirror.live:
            return
        self._asked = True
        self._looking.stop()
        if self._settings.get(keys.NUDGE_OPENS):
            self._actions.open_phone()
            return
        heard = max(0, readings.unread(self._session.mirror) - self._unread)
        toast = self.toast = NudgeToast(self._session, counts, heard)
        toast.destroyed.connect(self._gone)
        toast.open_phone.clicked.connect(lambda: self._open(toast))
        self._show(toast)

    def _open(self, toast: NudgeToast) -> None:
        self._settings.set(keys.NUDGE_OPENS, toast.always.isChecked())
        toast.close()
        self._actions.open_phone()

    def _close(self) -> None:
        if self.toast is not None:
            self.toast.close()

    def _gone(self) -> None:
        self.toast = None


class Left(QWidget):
    """What is left of the diversion as a ring, with the reason's icon."""

    def __init__(self, icon: str, fraction: float) -> None:
        super().__init__()
        self._icon, self._fraction = icon, fraction
        self.setFixedSize(40, 40)

    def sizeHint(self) -> QSize:
        """Its fixed size."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ring and icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painters.ring(painter, QRectF(0, 0, 40, 40), self._fraction, 3)
        ink = color(Color.DIVERTED_TEXT)
        icons.paint(painter, self._icon, QRectF(12, 12, 16, 16), ink, self.devicePixelRatioF())


class NudgeToast(Toast):
    """Stays until it is answered, or the diversion is over. It takes no focus: the keys go on where they went."""

    def __init__(self, session: Session, counts: StandingView, heard: int) -> None:
        super().__init__()
        now = session.now()
        title = translate("Shell", "Welcome back – open the phone?")
        name = texts.diversion_name(counts.title, counts.reason)
        what = translate("Shell", "You are diverted: {reason} {until}").format(
            reason=name, until=texts.until(counts.until, now)
        )
        more = []
        if counts.until is not None:
            left = texts.span_short((counts.until - now).total_seconds())
            more.append(translate("Diversion", "{time} left").format(time=left))
        if heard:
            more.append(translate("Shell", "%n voicemail(s) meanwhile", "", heard))
        self.setAccessibleName(", ".join([title, what, *more]))
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        fraction = readings.fraction_left(counts.starts_at, counts.until, now)
        head.addWidget(Left(texts.REASON_ICONS[counts.reason], fraction), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(title, weight=fonts.SEMIBOLD, wrap=True))
        words.addWidget(Label(what, tone="secondary", wrap=True, tabular=True))
        if more:
            words.addWidget(Label(" · ".join(more), role=fonts.Text.SMALL, tone="tertiary", wrap=True, tabular=True))
        head.addLayout(words, 1)
        close = self.leave_button = IconButton("close", translate("Shell", "Close"), size=13, extent=24)
        close.clicked.connect(self.close)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self.open_phone = Button(translate("Diversion", "Open the phone"), kind=Kind.PRIMARY, icon="call")
        self.open_phone.widen()
        self.keep = Button(translate("Shell", "Keep {until}").format(until=texts.until(counts.until, now)))
        self.keep.on_popover = True
        self.keep.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.open_phone, 1)
        buttons.addWidget(self.keep)
        column.addLayout(buttons)
        self.always = CheckBox(translate("Shell", "Open without asking from now on"))
        column.addWidget(self.always)
        for part in (close, self.open_phone, self.keep, self.always):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
