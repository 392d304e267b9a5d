"""A row for a web address with a number in it, which is kept only if it leads somewhere."""

from __future__ import annotations

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.settings.rows import Row
from onepresence_desktop.desktop.stored_settings import Setting, Settings
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.domain.caller_card import checked_address
from onepresence_desktop.domain.errors import Invalid


class AddressRow:
    """An address that leads nowhere is not kept; what was typed stays, with the reason under it."""

    def __init__(self, settings: Settings, setting: Setting[str], example: str) -> None:
        self._settings, self._setting = settings, setting
        self._problem = self._note = ""
        self.field = Field(height=28)
        self.field.setMinimumWidth(100)
        self.field.setMaximumWidth(280)
        self.field.setPlaceholderText(example)
        self.field.editingFinished.connect(self._typed)
        self.row = Row(self.field, two_lines=True)

    def refresh(self) -> None:
        """What is set now; what is wrong stays to be mended."""
        if not self._problem and not self.field.hasFocus():
            self.field.setText(self._settings.get(self._setting))

    def say(self, label: str, note: str) -> None:
        """Its words. note: what stands under it while nothing is wrong."""
        self._note = note
        self.row.say(label)
        self._say()

    def _typed(self) -> None:
        try:
            address = checked_address(self.field.text())
        except Invalid as exc:
            self._problem = str(exc.details["problem"])
        else:
            self._problem = ""
            self._settings.set(self._setting, address)
        self._say()

    def _say(self) -> None:
        words = {
            "": self._note,
            "no_number": translate("Settings", "{number} must stand in it, after the server's name"),
            "too_long": translate("Settings", "This address is too long"),
        }.get(self._problem, translate("Settings", "This is no address that begins with http:// or https://"))
        self.row.say_line(words, "danger" if self._problem else "tertiary")
