"""One's own phones: their state, which of them calls go out from, and when each rings (spec 3.6b, 9.1)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.widgets.card import Card, Line
from onepresence_desktop.desktop.widgets.fields import Select
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.presence_look import device_look
from onepresence_desktop.desktop.widgets.refilling import emptied, shown_now
from onepresence_desktop.desktop.widgets.switches import CheckBox
from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.wire.me import OwnDeviceView

DELAYS = (0, 5, 10, 15, 20, 30)
"""Seconds after which a phone joins in that are offered."""


class DeviceGlyph(QWidget):
    """A phone's silhouette in the colour of its state."""

    def __init__(self, device: OwnDeviceView) -> None:
        super().__init__()
        self._device = device
        self.setFixedSize(20, 20)

    def sizeHint(self) -> QSize:
        """Its fixed size."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon."""
        name, ink = device_look(self._device.kind, self._device.state)
        icons.paint(QPainter(self), name, QRectF(0, 0, 20, 20), color(ink), self.devicePixelRatioF())


class DeviceRow(QWidget):
    """changed: (id, seconds, only within working hours)."""

    changed = Signal(str, int, bool)

    def __init__(self, device: OwnDeviceView, *, calls_out: bool, able: bool) -> None:
        super().__init__()
        self.device = device
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        name = texts.device(device.kind)
        own_name = "" if device.name.casefold() == name.casefold() else device.name
        number = f" {texts.number(device.number)}" if device.number else f" · {own_name}" if own_name else ""
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(12)
        row.addWidget(DeviceGlyph(device), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(5)
        self.title = Label(name + number, weight=fonts.MEDIUM, elide=True)
        state = texts.device_state(device.state)
        words = state[:1].upper() + state[1:]
        if calls_out:
            words += " · " + translate("Profile", "calls go out from here")
        ready = device.state not in (DeviceState.OFFLINE, DeviceState.UNKNOWN)
        self.state = Label(words, role=fonts.Text.SMALL, tone="available" if ready else "tertiary", elide=True)
        self.after = Select(translate("Profile", "When {phone} rings").format(phone=self.title.text()))
        self.after.set_rows([(str(seconds), _after(seconds)) for seconds in _delays(device.ring_after)])
        self.after.set_key(str(device.ring_after))
        self.in_hours = CheckBox(translate("Profile", "Only within working hours"))
        self.in_hours.setChecked(device.ring_in_hours)
        self.after.picked.connect(lambda _key: self._tell())
        self.in_hours.clicked.connect(lambda _on=False: self._tell())
        for part in (self.after, self.in_hours):
            part.setEnabled(able)
        column.addWidget(self.title)
        column.addWidget(self.state)
        column.addSpacing(4)
        column.addWidget(self.after, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.in_hours, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(column, 1)

    def _tell(self) -> None:
        self.changed.emit(self.device.id, int(self.after.key), self.in_hours.isChecked())


class DevicesCard(Card):
    """changed: as of a row."""

    changed = Signal(str, int, bool)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.rows: dict[DeviceId, DeviceRow] = {}
        self._shown: tuple[object, ...] | None = None

    def show_devices(self, devices: list[OwnDeviceView], usual: DeviceId | None, *, able: bool) -> None:
        """All there are; nothing is built anew while they are as before."""
        shown = (tuple(devices), usual, able)
        if shown == self._shown:
            return
        self._shown = shown
        emptied(self._column)
        self.rows = {}
        for number, device in enumerate(devices):
            if number:
                self._column.addWidget(Line())
            row = self.rows[device.id] = DeviceRow(device, calls_out=device.id == usual, able=able)
            row.changed.connect(self.changed)
            self._column.addWidget(row)
        if not devices:
            empty = Label(
                translate("Profile", "No phones yet. Your administrator adds them."), tone="tertiary", wrap=True
            )
            empty.setContentsMargins(14, 12, 14, 12)
            self._column.addWidget(empty)
        shown_now(self._column)

    def forget(self) -> None:
        """Build them anew next time (another language, or what was chosen has been refused)."""
        self._shown = None


def _delays(own: int) -> list[int]:
    return sorted({*DELAYS, own})


def _after(seconds: int) -> str:
    if not seconds:
        return translate("Profile", "Rings at once")
    return translate("Profile", "Rings after %n second(s)", "", seconds)
