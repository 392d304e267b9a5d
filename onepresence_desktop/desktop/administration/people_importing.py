"""People from a sheet, by a button of the section's header: its pane stands before the others until it is left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.widgets.buttons import Button

if TYPE_CHECKING:
    from onepresence_desktop.desktop.administration.people_import_pane import PeopleImportPane


class PeopleImporting(QObject):
    """panes: among which its own, made when first needed, takes its place."""

    def __init__(self, actions: Actions, panes: QStackedWidget) -> None:
        super().__init__(panes)
        self._actions, self._panes = actions, panes
        self._pane: PeopleImportPane | None = None
        self._before: QWidget | None = None
        self.button = Button(icon="upload").that_writes()
        self.button.clicked.connect(self.ask_which)

    @property
    def pane(self) -> PeopleImportPane:
        """What a file would do."""
        if self._pane is None:
            from onepresence_desktop.desktop.administration.people_import_pane import PeopleImportPane

            self._pane = PeopleImportPane(self._actions)
            self._panes.addWidget(self._pane)
            self._pane.left.connect(self.step_aside)
            self._pane.written.connect(self._show)
        return self._pane

    def retranslate(self) -> None:
        """All words again."""
        self.button.setText(translate("Administration", "Import …"))
        self.button.updateGeometry()
        if self._pane is not None:
            self._pane.retranslate()

    def ask_which(self) -> None:
        """Ask for a file; while one is being written, that is shown instead."""
        if self._pane is not None and self._pane.writing:
            self._show()
            return
        from onepresence_desktop.desktop.administration.people_file import ask_which

        ask_which(self._panes, self.begin)

    def begin(self, path: Path) -> None:
        """Show what a file would do."""
        from onepresence_desktop.desktop.administration.people_file import PeopleFile

        pane = self.pane
        if not pane.writing:
            pane.begin(PeopleFile(path))
        self._show()

    def leave(self) -> bool:
        """Take nothing in; False when nothing was begun."""
        return self.in_front and self.pane.leave()

    @property
    def in_front(self) -> bool:
        """Whether its pane is."""
        return self._pane is not None and self._panes.currentWidget() is self._pane

    def step_aside(self) -> None:
        """What was in front before is so again."""
        if self.in_front and self._before is not None:
            self._panes.setCurrentWidget(self._before)

    def _show(self) -> None:
        if not self.in_front:
            self._before = self._panes.currentWidget()
            self._panes.setCurrentWidget(self.pane)
