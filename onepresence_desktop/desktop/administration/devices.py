"""A person's devices: kind, state, SIP settings, add and remove (spec 0.2, 12.4c)."""

from __future__ import annotations

from msgspec import structs
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.administration.fetch_card import FetchCard
from onepresence_desktop.desktop.administration.public_number import e164, international
from onepresence_desktop.desktop.administration.sip_card import SipCard
from onepresence_desktop.desktop.administration.sure_card import SureCard
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton, Kind
from onepresence_desktop.desktop.widgets.card import Card, Footer, Line, Scrolled
from onepresence_desktop.desktop.widgets.face import Face
from onepresence_desktop.desktop.widgets.fields import Field, Select
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.desktop.widgets.refilling import emptied, shown_now
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.numbering import format_number
from onepresence_desktop.domain.people import DeviceId, DeviceKind, SoundPath
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.wire.bodies import DeviceBody, DevicePatch
from onepresence_desktop.wire.views import DeviceListing, PersonView, SipSettings

ICONS = {
    DeviceKind.DESK: "device-desk",
    DeviceKind.MOBILE: "device-mobile",
    DeviceKind.SOFTPHONE: "device-headset",
    DeviceKind.UNKNOWN: "device-desk",
}


MARGIN = 20
"""At both sides of what the page holds."""
DELAYS = (0, 5, 10, 15, 20, 30)
"""Seconds after which a phone joins in that are offered."""


def kind_words(kind: DeviceKind) -> str:
    """The kind of phone in words."""
    words = {
        DeviceKind.DESK: translate("Administration", "Desk phone"),
        DeviceKind.MOBILE: translate("Administration", "Mobile"),
        DeviceKind.SOFTPHONE: translate("Administration", "Softphone"),
    }
    return words[kind] if kind in words else texts.device(kind)


def state_words(device: DeviceListing) -> tuple[str, str]:
    """State in words, and the tone they are shown in."""
    if device.number is not None:
        return translate("Administration", "Rung over the trunk"), "tertiary"
    if device.state is DeviceState.OFFLINE:
        return translate("Administration", "Not registered"), "tertiary"
    if device.state is DeviceState.UNKNOWN:
        return translate("Administration", "Unknown"), "tertiary"
    return translate("Administration", "Registered"), "available"


def sound_words(sound: SoundPath) -> str:
    """How a phone's sound goes, in words."""
    words = {
        SoundPath.AUTOMATIC: translate("Administration", "Automatic"),
        SoundPath.RELAYED: translate("Administration", "Through the service"),
        SoundPath.DIRECT: translate("Administration", "Straight from phone to phone"),
    }
    return words.get(sound, sound)


def after_words(seconds: int) -> str:
    """When a phone joins in, in words."""
    if not seconds:
        return translate("Administration", "Rings at once")
    return translate("Administration", "Rings after %n second(s)", "", seconds)


class DeviceRow(QWidget):
    """One device: glyph, name and kind, state, its buttons."""

    def __init__(self, device: DeviceListing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.device = device
        self.setFixedHeight(50)
        row = QHBoxLayout(self)
        row.setContentsMargins(46, 6, 10, 6)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(device.name or kind_words(device.kind), weight=fonts.MEDIUM, elide=True))
        which = texts.number(device.number) if device.number else device.sip_user
        path = "" if device.sound is SoundPath.AUTOMATIC else sound_words(device.sound)
        later = after_words(device.ring_after) if device.ring_after else ""
        hours = translate("Administration", "Only within working hours") if device.ring_in_hours else ""
        secure = translate("Administration", "Encrypted only") if device.secure else ""
        second = " · ".join(part for part in (kind_words(device.kind), which, later, hours, path, secure) if part)
        words.addWidget(Label(second, role=fonts.Text.SMALL, tone="secondary", tabular=True, elide=True))
        row.addLayout(words, 1)
        state, tone = state_words(device)
        self.state = Label(state, role=fonts.Text.SMALL, tone=tone)
        row.addWidget(self.state)
        self.show_sip = Button(translate("Administration", "Show SIP settings"), small=True).that_writes()
        self.show_sip.setAccessibleName(f"{self.show_sip.text()}: {device.name or kind_words(device.kind)}")
        if device.number is not None:
            self.show_sip.hide()
        row.addWidget(self.show_sip)
        self.more = IconButton(
            "more",
            translate("Administration", "More for {device}").format(device=device.name or kind_words(device.kind)),
        )
        row.addWidget(self.more)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The glyph of its kind."""
        painter = QPainter(self)
        spot = QRectF(14, self.height() / 2 - 9, 18, 18)
        icons.paint(painter, ICONS[self.device.kind], spot, color(Color.TEXT_SECONDARY), self.devicePixelRatioF())


class DevicesPane(QWidget):
    """add: a `DeviceBody`; remove, sip: a device id; change: a device id and a `DevicePatch`."""

    add = Signal(object)
    change = Signal(str, object)
    remove = Signal(str)
    sip = Signal(str)
    provision = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.region = "DK"
        self.face = Face(36)
        self.title = Label(role=fonts.Text.HEADING, elide=True)
        self.line = Label(role=fonts.Text.SMALL, tone="secondary", tabular=True, elide=True)
        self.empty = Label(tone="secondary", wrap=True)
        self.list = Card()
        self._rows = QVBoxLayout(self.list)
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._rows.setSpacing(0)
        self.rows: list[DeviceRow] = []
        self._devices: list[DeviceListing] = []
        self.sip_card = SipCard()
        self.fetching = FetchCard()
        self.sure = SureCard()
        self._going = ""
        self.band = Banner(Tone.DANGER)
        self.kind = Select()
        self.kind.setFixedHeight(32)
        self.name = Field()
        self.number = Field(tabular=True)
        self.add_button = Button(kind=Kind.PRIMARY, icon="add").that_writes()
        self._audit = Label(role=fonts.Text.SMALL, tone="secondary", elide=True)
        self._build()
        self.kind.currentIndexChanged.connect(lambda _row: self._kind_changed())
        self.add_button.clicked.connect(self._add)
        self.sure.agreed.connect(self._agreed)
        self.number.editingFinished.connect(self._group_number)
        self.retranslate()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        pane = self._pane = Scrolled()
        inner = QVBoxLayout()
        inner.setContentsMargins(MARGIN, 14, MARGIN, 14)
        inner.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.line)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.face)
        head.addLayout(words, 1)
        inner.addLayout(head)
        inner.addWidget(self.empty)
        inner.addWidget(self.list)
        inner.addWidget(self.sure)
        adding = QHBoxLayout()
        adding.setSpacing(8)
        adding.addWidget(self.kind)
        adding.addWidget(self.name, 1)
        adding.addWidget(self.number, 1)
        adding.addWidget(self.add_button)
        inner.addLayout(adding)
        inner.addWidget(self.sip_card)
        inner.addWidget(self.fetching)
        inner.addWidget(self.band)
        inner.addStretch()
        pane.column.addLayout(inner)
        column.addWidget(pane, 1)
        foot = Footer(56)
        foot.row.addWidget(self._audit, 1)
        column.addWidget(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is typed into a phone has room in small windows too."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.sip_card.fit(self.width() - 2 * MARGIN)

    def retranslate(self) -> None:
        """All words again."""
        self.kind.set_rows([(kind.value, kind_words(kind)) for kind in DeviceKind.known()])
        self.kind.setAccessibleName(translate("Administration", "Kind of device"))
        self.name.setPlaceholderText(translate("Administration", "Name of the device"))
        self.name.setAccessibleName(self.name.placeholderText())
        self.number.setPlaceholderText(translate("Administration", "Mobile number (empty: softphone)"))
        self.number.setAccessibleName(self.number.placeholderText())
        self.add_button.setText(translate("Administration", "Add device"))
        self.empty.setText(translate("Administration", "No devices yet. Add a desk phone, a softphone or a mobile."))
        self._audit.setText(translate("Administration", "Every showing of a password is written to the audit log"))
        self.sip_card.retranslate()
        self._fit()
        self.fetching.retranslate()
        self._kind_changed()
        self.show_devices(self._devices)

    def show_person(self, person: PersonView | None) -> None:
        """Whose devices these are; they follow by `show_devices`."""
        self._pane.verticalScrollBar().setValue(0)
        self.sip_card.clear()
        self.fetching.clear()
        self.sure.clear()
        self.band.hide()
        self.title.setText(person.name if person else "")
        self.face.show_person(person.name if person else "", person.id if person else None)
        number = ""
        if person is not None:
            number = international(person.one_number) if person.one_number else texts.number(person.local_number)
        self.line.setText(
            translate("Administration", "A call to {number} rings all devices that are on").format(number=number)
            if person
            else ""
        )
        self.add_button.setEnabled(person is not None)
        self.show_devices([])

    def show_devices(self, devices: list[DeviceListing]) -> None:
        """The devices, one row each."""
        self._devices = devices
        emptied(self._rows)
        self.rows = []
        for place, device in enumerate(devices):
            if place:
                self._rows.addWidget(Line(Color.LINE_SOFT))
            row = DeviceRow(device)
            row.show_sip.clicked.connect(lambda _on=False, key=device.id: self.sip.emit(key))
            row.more.clicked.connect(lambda _on=False, row=row: self._show_menu(row))
            self.rows.append(row)
            self._rows.addWidget(row)
        shown_now(self._rows)
        self.list.setVisible(bool(devices))
        self.empty.setVisible(not devices)

    def set_state(self, device_id: DeviceId, state: DeviceState) -> None:
        """A device's state changed while it is shown."""
        self._devices = [structs.replace(one, state=state) if one.id == device_id else one for one in self._devices]
        for row in self.rows:
            if row.device.id == device_id:
                words, tone = state_words(structs.replace(row.device, state=state))
                row.state.setText(words)
                row.state.set_tone(tone)

    def show_sip(self, settings: SipSettings) -> None:
        """The card with what is typed into the phone."""
        self.sip_card.show_settings(settings)
        self._fit()

    def added(self) -> None:
        """The new device is there."""
        self.add_button.set_busy(False)
        self.name.clear()
        self.number.clear()

    def refused(self, error: OnePresenceError) -> None:
        """Tell why."""
        self.add_button.set_busy(False)
        self.band.say(texts.error(error))

    def _show_menu(self, row: DeviceRow) -> None:
        device = row.device
        name = device.name or kind_words(device.kind)
        menu = Menu(name, width=200, parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.add_head(translate("Administration", "When it rings"))
        for seconds in sorted({*DELAYS, device.ring_after}):
            choice = menu.add_row(after_words(seconds))
            choice.setCheckable(True)
            choice.setChecked(seconds == device.ring_after)
            choice.triggered.connect(
                lambda _on=False, seconds=seconds: self.change.emit(device.id, DevicePatch(ring_after=seconds))
            )
        hours = menu.add_row(translate("Administration", "Only within working hours"))
        hours.setCheckable(True)
        hours.setChecked(device.ring_in_hours)
        hours.triggered.connect(
            lambda _on=False: self.change.emit(device.id, DevicePatch(ring_in_hours=not device.ring_in_hours))
        )
        menu.addSeparator()
        if device.number is None:
            show = menu.add_row(translate("Administration", "Show SIP settings"), "key")
            show.triggered.connect(lambda: self.sip.emit(device.id))
            if device.kind is DeviceKind.DESK:
                fetch = menu.add_row(translate("Administration", "Let the phone fetch its settings …"), "server")
                fetch.triggered.connect(lambda: self.provision.emit(device.id))
            menu.addSeparator()
            menu.add_head(translate("Administration", "Sound of calls"))
            for path in SoundPath.known():
                choice = menu.add_row(sound_words(path))
                choice.setCheckable(True)
                choice.setChecked(path is device.sound)
                choice.triggered.connect(
                    lambda _on=False, path=path: self.change.emit(device.id, DevicePatch(sound=path))
                )
            menu.addSeparator()
            secure = menu.add_row(translate("Administration", "Must be encrypted (TLS and SRTP)"), "lock")
            secure.setCheckable(True)
            secure.setChecked(device.secure)
            secure.triggered.connect(
                lambda _on=False: self.change.emit(device.id, DevicePatch(secure=not device.secure))
            )
            menu.addSeparator()
        remove = menu.add_row(
            translate("Administration", "Remove {device}").format(device=name),
            "delete",
            ink=Color.DANGER_TEXT,
            words=Color.DANGER_TEXT,
        )
        remove.triggered.connect(lambda: self._ask_to_remove(device))
        menu.refuse(self.add_button.why_not)
        menu.popup_under(row.more)

    def _ask_to_remove(self, device: DeviceListing) -> None:
        self._going = device.id
        words = translate("Administration", "{device} rings no more; what stands in the phone is of no use then.")
        name = device.name or kind_words(device.kind)
        verb = translate("Administration", "Remove {device}").format(device=name)
        self.sure.ask(words.format(device=name), verb)

    def _agreed(self) -> None:
        self.remove.emit(self._going)

    def _group_number(self) -> None:
        number = e164(self.number.text(), self.region)
        if number.startswith("+"):
            self.number.setText(format_number(number, self.region))

    def _kind_changed(self) -> None:
        self.number.setVisible(self.kind.key == DeviceKind.MOBILE.value)

    def _add(self) -> None:
        self.band.hide()
        self.add_button.set_busy(True)
        kind = DeviceKind(self.kind.key)
        number = e164(self.number.text(), self.region) if kind is DeviceKind.MOBILE else ""
        self.add.emit(DeviceBody(kind=kind, name=self.name.text().strip(), number=number or None))
