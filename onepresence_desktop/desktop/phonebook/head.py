"""The head of the phonebook: which contacts are shown, and what brings more of them."""

from __future__ import annotations

from onepresence_desktop.desktop.contact_index import Shelf
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton
from onepresence_desktop.desktop.widgets.card import SectionHeader
from onepresence_desktop.desktop.widgets.segmented import Segment, Segmented


class PhonebookHead(SectionHeader):
    """shelf: its `chosen` tells of another. files: for import and export. new: for a new contact."""

    def __init__(self) -> None:
        super().__init__()
        self.shelf = Segmented([Segment(shelf.value, " ") for shelf in Shelf])
        self.shelf.set_chosen(Shelf.OWN.value)
        self.row.addSpacing(8)
        self.row.addWidget(self.shelf)
        self.row.addStretch()
        self.files = IconButton("upload", size=18)
        self.row.addWidget(self.files)
        self.new = Button(icon="add", small=True)
        self.row.addWidget(self.new)

    @property
    def chosen(self) -> Shelf:
        """Which contacts are shown."""
        return Shelf(self.shelf.key or Shelf.OWN)

    def retranslate(self) -> None:
        """All texts again."""
        self.set_title(translate("Phonebook", "Phonebook"))
        self.shelf.set_segments(
            [
                Segment(Shelf.FAVOURITES.value, translate("Phonebook", "Favourites"), "star"),
                Segment(Shelf.OWN.value, translate("Phonebook", "Personal"), "person"),
                Segment(Shelf.SHARED.value, translate("Phonebook", "Shared"), "group"),
            ]
        )
        self.shelf.setAccessibleName(translate("Phonebook", "Which contacts"))
        self.files.set_name(translate("Phonebook", "Import and export"))
        self.new.setText(translate("Phonebook", "New contact"))
        self.new.updateGeometry()
