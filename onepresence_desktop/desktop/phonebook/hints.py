"""The keys of the phonebook, as its foot shows them."""

from __future__ import annotations

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.widgets.hint_bar import Hint


def hints_of(*, writing: bool, importing: bool, chosen: bool, editable: bool) -> list[Hint]:
    """writing: the form is open. importing: a file is looked at. chosen: somebody is; editable: by the user."""
    if importing:
        decide, cancel = translate("Phonebook", "Decide"), translate("Phonebook", "Cancel")
        return [Hint("↑ ↓", translate("Phonebook", "Select")), Hint("Space", decide), Hint("Esc", cancel)]
    if writing:
        return [Hint("Ctrl+S", translate("Phonebook", "Save")), Hint("Esc", translate("Phonebook", "Cancel"))]
    new = Hint("Ctrl+N", translate("Phonebook", "New contact"), right=True)
    if not chosen:
        return [new]
    select, call = Hint("↑ ↓", translate("Phonebook", "Select")), Hint("Enter", translate("Phonebook", "Call"))
    favourite = Hint("Ctrl+B", translate("Phonebook", "Favourite"))
    if not editable:
        return [select, call, favourite, new]
    edit, delete = Hint("Ctrl+E", translate("Phonebook", "Edit")), Hint("Del", translate("Phonebook", "Delete"))
    return [select, call, edit, favourite, delete, new]
