"""Where callers' customer cards are, and when one opens (spec 4.11)."""

from __future__ import annotations

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.settings.rows import Row
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.widgets.fields import Field, Select
from onepresence_desktop.domain.caller_card import checked_address
from onepresence_desktop.domain.errors import Invalid

EXAMPLE = "https://crm.example/find?phone={number}"


class CustomerCardRows:
    """An address that leads nowhere is not kept; what was typed stays, with the reason under it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._problem = ""
        self.address = Field(height=28)
        self.address.setMinimumWidth(100)
        self.address.setMaximumWidth(280)
        self.address.setPlaceholderText(EXAMPLE)
        self.address.editingFinished.connect(self._typed)
        self.opens = Select()
        self.opens.setMaximumWidth(280)
        self.opens.picked.connect(lambda key: settings.set(keys.CUSTOMER_CARD_OPENS, key))
        self._address_row, self._opens_row = Row(self.address, two_lines=True), Row(self.opens)
        self.rows = [self._address_row, self._opens_row]

    def refresh(self) -> None:
        """What is set now; what is wrong stays to be mended."""
        if not self._problem and not self.address.hasFocus():
            self.address.setText(self._settings.get(keys.CUSTOMER_CARD))
        self.opens.set_key(self._settings.get(keys.CUSTOMER_CARD_OPENS))

    def retranslate(self) -> None:
        """All texts again."""
        self._address_row.say(translate("Settings", "Web address"))
        self._opens_row.say(translate("Settings", "Opens"))
        self.opens.set_rows(_moments())
        self.opens.set_key(self._settings.get(keys.CUSTOMER_CARD_OPENS))
        self._say()

    def _typed(self) -> None:
        try:
            address = checked_address(self.address.text())
        except Invalid as exc:
            self._problem = str(exc.details["problem"])
        else:
            self._problem = ""
            self._settings.set(keys.CUSTOMER_CARD, address)
        self._say()

    def _say(self) -> None:
        words = {
            "": translate("Settings", "{number} is where the caller's number goes"),
            "no_number": translate("Settings", "{number} must stand in it, after the server's name"),
            "too_long": translate("Settings", "This address is too long"),
        }.get(self._problem, translate("Settings", "This is no address that begins with http:// or https://"))
        self._address_row.say_line(words, "danger" if self._problem else "tertiary")


def _moments() -> list[tuple[str, str]]:
    return [
        ("click", translate("Settings", "By a click")),
        ("ringing", translate("Settings", "When it rings")),
        ("answer", translate("Settings", "When answered")),
    ]
