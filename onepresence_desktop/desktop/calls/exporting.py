"""The calls the page shows now, written to a file: older ones are fetched first, so that none is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from onepresence_desktop.desktop.calls.csv_file import csv_bytes
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.domain.calls import CallRecord


class Exporting(QObject):
    """found: the calls as filtered, of those known. fetch_older: asks for more, False when there are none.

    problem: a sentence. busy_changed: older ones are being fetched. `go_on` is called when they have come, `gave_up`
    when they didn't.
    """

    problem = Signal(str)
    busy_changed = Signal(bool)

    def __init__(self, page: QWidget, found: Callable[[], list[CallRecord]], fetch_older: Callable[[], bool]) -> None:
        super().__init__(page)
        self._page, self._found, self._fetch_older = page, found, fetch_older
        self.busy = False

    def begin(self) -> None:
        """Fetch what is missing, then ask where."""
        if not self.busy:
            self._set_busy(True)
            self.go_on()

    def go_on(self) -> None:
        """More are known now: fetch still older ones, or ask where to write."""
        if self.busy and not self._fetch_older():
            self._set_busy(False)
            self._ask_where()

    def gave_up(self) -> None:
        """Not all could be fetched: half a history is no export."""
        if self.busy:
            self._set_busy(False)
            self.problem.emit(translate("Calls", "The older calls couldn't be fetched, so nothing was exported."))

    def write(self, path: Path) -> None:
        """To the place chosen."""
        try:
            path.write_bytes(csv_bytes(self._found()))
        except OSError:
            self.problem.emit(translate("Calls", "The file couldn't be written there."))

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit(busy)

    def _ask_where(self) -> None:
        name = translate("Calls", "Calls")
        dialog = QFileDialog(self._page, translate("Calls", "Export calls"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(translate("Calls", "Table (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"{name}.csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.write(Path(path)))
        dialog.open()
