"""The phonebook's menus: what can be done with a contact, and files in and out."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.menu import Menu


class _OpenedOnce(Menu):
    def open_at(self, where: QPoint | QWidget) -> None:
        """At a point, or under a button."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(where, QWidget):
            self.popup_under(where)
        else:
            self.popup(where)


class ContactMenu(_OpenedOnce):
    """star: what the star would do, in words. editable: whether the contact may be changed and deleted."""

    call_chosen = Signal()
    divert_chosen = Signal()
    star_chosen = Signal()
    edit_chosen = Signal()
    delete_chosen = Signal()

    def __init__(self, *, star: str, editable: bool, parent: QWidget) -> None:
        super().__init__(translate("Phonebook", "Contact"), parent=parent)
        rows = [
            (translate("Phonebook", "Call"), "call", "Enter", self.call_chosen),
            (translate("Phonebook", "Divert to here"), "forward-to", "Ctrl+D", self.divert_chosen),
            (star, "star", "Ctrl+B", self.star_chosen),
        ]
        for words, icon, keys, chosen in rows:
            self.add_row(words, icon, keys).triggered.connect(chosen)
        if editable:
            self.addSeparator()
            self.add_row(translate("Phonebook", "Edit"), "edit", "Ctrl+E").triggered.connect(self.edit_chosen)
            delete = self.add_row(translate("Phonebook", "Delete"), "delete", "Del", ink=Color.DANGER_TEXT)
            delete.triggered.connect(self.delete_chosen)


class FilesMenu(_OpenedOnce):
    """export_chosen: "vcard" or "csv". may_write: whether contacts may be taken in here."""

    import_chosen = Signal()
    export_chosen = Signal(str)

    def __init__(self, *, may_write: bool, parent: QWidget) -> None:
        super().__init__(translate("Phonebook", "Import and export"), parent=parent)
        if may_write:
            row = self.add_row(translate("Phonebook", "Import from a file …"), "upload")
            row.triggered.connect(self.import_chosen)
            self.addSeparator()
        for form, words in (
            ("vcard", translate("Phonebook", "Export as cards (vCard) …")),
            ("csv", translate("Phonebook", "Export as a table (CSV) …")),
        ):
            row = self.add_row(words, "save")
            row.triggered.connect(lambda _on=False, form=form: self.export_chosen.emit(form))
