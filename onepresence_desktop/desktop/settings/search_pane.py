"""Among whom the search page searches (spec 10.3)."""

from __future__ import annotations

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.settings.rows import Pane, Row
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.widgets.fields import Select


class SearchPane(Pane):
    """Applies at once."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.scope = Select()
        self.scope.setMaximumWidth(220)
        self.scope.picked.connect(lambda key: settings.set(keys.SEARCH_SCOPE, key))
        self._scope_row = Row(self.scope, two_lines=True)
        self.add_group(self._scope_row)
        self.end()
        settings.changed.connect(self.refresh)
        self.retranslate()

    def refresh(self) -> None:
        """What is set now."""
        self.scope.set_key(self._settings.get(keys.SEARCH_SCOPE))

    def retranslate(self) -> None:
        """All texts again."""
        self.say(translate("Settings", "Search"), translate("Settings", "Applies to this computer only."))
        self._scope_row.say(
            translate("Settings", "Search among"),
            translate("Settings", "External contacts are those the company shares; your own are in the phonebook"),
        )
        self.scope.set_rows(
            [
                ("all", translate("Settings", "Everybody")),
                ("internal", translate("Settings", "Internal users")),
                ("external", translate("Settings", "External contacts")),
            ]
        )
        self.refresh()
