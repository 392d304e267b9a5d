"""What can be done with a person, as the menu of the form's head and of a row in the list (design, section 7.17)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.wire.views import PersonView


class PersonMenu(Menu):
    """Leaves with its choice. alone: the only administrator, who can neither be closed nor deleted.

    why_not: why nothing can be changed now; "" when it can.
    """

    edit_chosen = Signal()
    devices_chosen = Signal()
    calendar_chosen = Signal()
    reset_chosen = Signal()
    access_chosen = Signal()
    picture_chosen = Signal()
    delete_chosen = Signal()
    export_chosen = Signal()
    erase_chosen = Signal()

    def __init__(self, person: PersonView, *, alone: bool, why_not: str = "", parent: QWidget | None = None) -> None:
        super().__init__(person.name, width=220, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.add_row(translate("Administration", "Edit"), "edit").triggered.connect(self.edit_chosen)
        self.add_row(translate("Administration", "Devices"), "device-desk").triggered.connect(self.devices_chosen)
        calendar = self.add_row(translate("Administration", "Calendar"), "calendar")
        calendar.triggered.connect(self.calendar_chosen)
        looking = self.actions()
        self.addSeparator()
        self.add_row(translate("Administration", "Reset password"), "key").triggered.connect(self.reset_chosen)
        access = (
            translate("Administration", "Open access") if person.closed else translate("Administration", "Close access")
        )
        self.add_row(access, "lock", enabled=not alone).triggered.connect(self.access_chosen)
        export = self.add_row(translate("Administration", "Export data …"), "save")
        export.triggered.connect(self.export_chosen)
        if person.picture:
            row = self.add_row(translate("Administration", "Remove the picture"), "person")
            row.triggered.connect(self.picture_chosen)
        self.addSeparator()
        danger = {"ink": Color.DANGER_TEXT, "words": Color.DANGER_TEXT}
        delete = self.add_row(translate("Administration", "Delete …"), "delete", enabled=not alone, **danger)
        delete.triggered.connect(self.delete_chosen)
        erase = self.add_row(translate("Administration", "Erase all data …"), "delete", enabled=not alone, **danger)
        erase.triggered.connect(self.erase_chosen)
        self.refuse(why_not, *looking)
        if alone:
            self.add_note(translate("Administration", "The only administrator can't be closed or deleted."))
