"""Call handling: the global key, the time to cancel, country, phone, links (spec 10.5)."""

from __future__ import annotations

from collections.abc import Callable

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.number_shown import NumberShownSelect
from onepresence_desktop.desktop.ports import SettingsPorts
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.settings.address_row import AddressRow
from onepresence_desktop.desktop.settings.customer_card import CustomerCardRows
from onepresence_desktop.desktop.settings.rows import Pane, Row
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.fields import Field, Select
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.segmented import Segment, Segmented
from onepresence_desktop.desktop.widgets.switches import Switch

EXAMPLE_NUMBER = "33 12 34 56"
LOOKUP_EXAMPLE = "https://www.118.dk/search?what={number}"
REGIONS = (("DK", "+45"), ("SE", "+46"), ("NO", "+47"), ("FI", "+358"), ("DE", "+49"), ("GB", "+44"), ("US", "+1"))


class CallsPane(Pane):
    """Rows whose ports are missing aren't there."""

    def __init__(self, session: Session, actions: Actions, settings: Settings, ports: SettingsPorts) -> None:
        super().__init__()
        self._session = session
        self._settings = settings
        self._ports = ports
        self._stop_trial: Callable[[], None] | None = None
        self._marked_head = self.add_head()
        rows: list[Row] = []
        self._hotkey_row: Row | None = None
        self._try_row: Row | None = None
        if ports.hotkey is not None:
            self._hotkey_row = Row(ports.hotkey.recorder(), two_lines=True)
            self.example = Field(tabular=True, height=28)
            self.example.setFixedWidth(150)
            self.example.setText(EXAMPLE_NUMBER)
            self.result = Label(role=fonts.Text.SMALL, weight=fonts.MEDIUM)
            self._try_row = Row(self.example, self.result, two_lines=True)
            rows += [self._hotkey_row, self._try_row]
            ports.hotkey.follow(self._other_key)
        self.cancel = Segmented(_lengths())
        self.cancel.chosen.connect(lambda key: settings.set(keys.CANCEL_SECONDS, int(key)))
        self.region = Select()
        self.region.setMaximumWidth(280)
        self.region.picked.connect(lambda key: settings.set(keys.REGION, "" if key == "-" else key))
        self._cancel_row, self._region_row = Row(self.cancel, two_lines=True), Row(self.region)
        rows += [self._cancel_row, self._region_row]
        self.add_group(*rows)
        self._more_head = self.add_head() if ports.more_keys else None
        self._more_rows = {name: Row(port.recorder(), two_lines=True) for name, port in ports.more_keys.items()}
        if self._more_rows:
            self.add_group(*self._more_rows.values())
        self._calls_head = self.add_head()
        self.device = Select(icon="device-desk")
        self.device.setMaximumWidth(280)
        self.device.picked.connect(lambda key: settings.set(keys.CALL_DEVICE, "" if key == "-" else key))
        self.links = Switch()
        self.shown = NumberShownSelect(session, actions)
        self.shown.setMaximumWidth(280)
        self._device_row, self._links_row = Row(self.device), Row(self.links)
        self._shown_row = Row(self.shown, two_lines=True)
        call_rows = [self._device_row, self._shown_row]
        if ports.links is not None:
            self.links.clicked.connect(self._set_links)
            call_rows.append(self._links_row)
        self.add_group(*call_rows)
        self.lookup = AddressRow(settings, keys.LOOKUP, LOOKUP_EXAMPLE)
        self._lookup_head = self.add_head()
        self.add_group(self.lookup.row)
        self.customer = CustomerCardRows(settings)
        self._customer_head = self.add_head()
        self.add_group(*self.customer.rows)
        self._problem = Label(tone="danger", wrap=True)
        self._problem.hide()
        self.column.addWidget(self._problem)
        self.end()
        session.me_changed.connect(self.refresh)
        session.reset.connect(self.refresh)
        self.retranslate()

    def refresh(self) -> None:
        """What is set now; the key may be tried from now on."""
        self.cancel.set_chosen(str(self._settings.get(keys.CANCEL_SECONDS)))
        self.customer.refresh()
        self.lookup.refresh()
        self._fill()
        if self._ports.links is not None:
            self.links.setChecked(self._ports.links.enabled())
        if self._ports.hotkey is not None and self._stop_trial is None and self.isVisible():
            self._stop_trial = self._ports.hotkey.try_out(self._heard)

    def leave(self) -> None:
        """Presses of the key dial again."""
        if self._stop_trial is not None:
            self._stop_trial()
            self._stop_trial = None
            self.result.clear()

    def retranslate(self) -> None:
        """All texts again."""
        self.say(
            translate("Settings", "Call handling"),
            translate("Settings", "Call a selected number from any program."),
        )
        self._marked_head.setText(translate("Settings", "Call the selected number"))
        self._say_try()
        if self._hotkey_row is not None:
            self._hotkey_row.say(
                translate("Settings", "Key"), translate("Settings", "Select a number anywhere, and press it")
            )
        if self._more_head is not None:
            self._more_head.setText(translate("Settings", "Keys in any program"))
        for name, row in self._more_rows.items():
            row.say(*_key_words(name))
        self._cancel_row.say(
            translate("Settings", "Time to cancel before a call"),
            translate("Settings", "A ring counts down; Esc cancels"),
        )
        self.cancel.set_segments(_lengths())
        self._region_row.say(translate("Settings", "Country when it is missing"))
        self._calls_head.setText(translate("Settings", "Calls"))
        self._device_row.say(translate("Settings", "Call from"))
        self._shown_row.say(
            translate("Settings", "Number shown to whoever you call"),
            translate("Settings", "Colleagues always see who calls"),
        )
        self.shown.retranslate()
        self._lookup_head.setText(translate("Settings", "Number look-up"))
        self.lookup.say(
            translate("Settings", "Address of the directory"),
            translate("Settings", "Empty: krak.dk for Danish and hitta.se for Swedish numbers; {number} is the number"),
        )
        self._customer_head.setText(translate("Settings", "Customer card"))
        self.customer.retranslate()
        self._links_row.say(translate("Settings", "Open tel: links in OnePresence"))
        self._fill()
        self.refresh()

    def _fill(self) -> None:
        customer = self._session.mirror.customer
        usual = translate("Settings", "The company's ({country})").format(
            country=_country(customer.region if customer is not None else "DK")
        )
        self.region.set_rows([("-", usual), *((code, f"{_country(code)} {prefix}") for code, prefix in REGIONS)])
        self.region.set_key(self._settings.get(keys.REGION) or "-")
        me = self._session.mirror.me
        able = [d for d in (me.devices if me is not None else []) if d.number is None]
        devices = [(d.id, d.name or texts.device(d.kind)) for d in able]
        self.device.set_rows([("-", translate("Settings", "My desk phone")), *devices])
        self.device.set_key(self._settings.get(keys.CALL_DEVICE) or "-")

    def _other_key(self) -> None:
        """What was tried was another one."""
        self.result.clear()
        self._say_try()

    def _say_try(self) -> None:
        if self._try_row is not None and self._ports.hotkey is not None:
            words = translate("Settings", "Select the number and press {keys}")
            self._try_row.say(translate("Settings", "Try it now"), words.format(keys=self._ports.hotkey.caps()))

    def _heard(self, text: str) -> None:
        digits = "".join(c for c in text if c.isdigit())
        good = digits == "".join(c for c in EXAMPLE_NUMBER if c.isdigit())
        self.result.set_tone("available" if good else "danger")
        self.result.setText(
            translate("Settings", "Works") if good else translate("Settings", "Select the number first")
        )

    def _set_links(self, on: bool) -> None:
        if self._ports.links is None:
            return
        try:
            self._ports.links.set_enabled(on)
            self._settings.set(keys.OPEN_LINKS, on)
            self._problem.hide()
        except OSError as exc:
            words = translate("Settings", "The system refused: {reason}").format(reason=exc.strerror or str(exc))
            self._problem.setText(words)
            self._problem.show()
        self.links.setChecked(self._ports.links.enabled())


def _lengths() -> list[Segment]:
    return [
        Segment("0", translate("Settings", "None")),
        Segment("2", translate("Settings", "2 s")),
        Segment("-1", translate("Settings", "Always ask")),
    ]


def _key_words(name: str) -> tuple[str, str]:
    """What a global key does, in words and more words."""
    words = {
        "palette": (
            translate("Settings", "Command palette"),
            translate("Settings", "Find people, numbers and commands from any program"),
        ),
        "window": (
            translate("Settings", "Show or hide the window"),
            translate("Settings", "Brings OnePresence to the front, and away again"),
        ),
        "answer": (
            translate("Settings", "Answer"),
            translate("Settings", "Takes the call that rings, at your phone"),
        ),
        "hang_up": (
            translate("Settings", "Hang up"),
            translate("Settings", "Ends your call, or rejects one that rings"),
        ),
    }
    return words[name]


def _country(code: str) -> str:
    names = {
        "DK": translate("Settings", "Denmark"),
        "SE": translate("Settings", "Sweden"),
        "NO": translate("Settings", "Norway"),
        "FI": translate("Settings", "Finland"),
        "DE": translate("Settings", "Germany"),
        "GB": translate("Settings", "United Kingdom"),
        "US": translate("Settings", "United States"),
    }
    return names.get(code, code)
