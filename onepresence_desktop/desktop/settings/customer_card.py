"""Where callers' customer cards are, and when one opens (spec 4.11)."""

from __future__ import annotations

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.settings.address_row import AddressRow
from onepresence_desktop.desktop.settings.rows import Row
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.widgets.fields import Select

EXAMPLE = "https://crm.example/find?phone={number}"


class CustomerCardRows:
    """The address, and the moment."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._address = AddressRow(settings, keys.CUSTOMER_CARD, EXAMPLE)
        self.address = self._address.field
        self.opens = Select()
        self.opens.setMaximumWidth(280)
        self.opens.picked.connect(lambda key: settings.set(keys.CUSTOMER_CARD_OPENS, key))
        self._opens_row = Row(self.opens)
        self.rows = [self._address.row, self._opens_row]

    def refresh(self) -> None:
        """What is set now."""
        self._address.refresh()
        self.opens.set_key(self._settings.get(keys.CUSTOMER_CARD_OPENS))

    def retranslate(self) -> None:
        """All texts again."""
        label = translate("Settings", "Web address")
        self._address.say(label, translate("Settings", "{number} is where the caller's number goes"))
        self._opens_row.say(translate("Settings", "Opens"))
        self.opens.set_rows(_moments())
        self.opens.set_key(self._settings.get(keys.CUSTOMER_CARD_OPENS))


def _moments() -> list[tuple[str, str]]:
    return [
        ("click", translate("Settings", "By a click")),
        ("ringing", translate("Settings", "When it rings")),
        ("answer", translate("Settings", "When answered")),
    ]
