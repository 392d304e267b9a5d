"""Contacts from files and into files, by a menu: which file, where to (spec 8.2)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.phonebook.files import Form, ask_where, ask_which
from onepresence_desktop.desktop.phonebook.menus import FilesMenu
from onepresence_desktop.desktop.phonebook.verbs import ContactVerbs


class FileWays(QObject):
    """import_wanted: the path of a file."""

    import_wanted = Signal(Path)

    def __init__(self, page: QWidget, verbs: ContactVerbs) -> None:
        super().__init__(page)
        self._page, self._verbs = page, verbs
        self.menu: FilesMenu | None = None

    def show_menu(self, button: QWidget, *, shared: bool, may_write: bool) -> None:
        """What there is for the user's own contacts, or the shared ones."""
        menu = self.menu = FilesMenu(may_write=may_write, parent=self._page)
        menu.import_chosen.connect(self.ask_which)
        menu.export_chosen.connect(lambda form: self._ask_where(form, shared))
        menu.open_at(button)

    def ask_which(self) -> None:
        """Ask for a file to import."""
        ask_which(self._page, self.import_wanted.emit)

    def _ask_where(self, form: Form, shared: bool) -> None:
        ask_where(self._page, form, lambda path: self._verbs.export(form, path, shared=shared))
