"""Before people of a sheet are taken in: who is new, who becomes another, and each line that is wrong (spec 12.4)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.people_file import PeopleFile
from onepresence_desktop.desktop.administration.people_import_rows import LinesModel
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.widgets.banner import Tone
from onepresence_desktop.desktop.widgets.file_report import FileReport
from onepresence_desktop.domain.errors import Conflict, OnePresenceError, TooLarge
from onepresence_desktop.wire.people_import import PeopleImportReport

MEGABYTE = 1024 * 1024


class PeopleImportPane(FileReport):
    """left: there is nothing more to look at. written: the service has taken it all in."""

    left = Signal()
    written = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        self.model = LinesModel()
        super().__init__(self.model, parent)
        self._actions = actions
        self._file: PeopleFile | None = None
        self._report: PeopleImportReport | None = None
        self._refusal: OnePresenceError | None = None
        self._conflict: Conflict | None = None
        self.writing = False
        self.band.action_clicked.connect(self.read_again)
        self.cancel_button.clicked.connect(self.leave)
        self.import_button.clicked.connect(self._write)
        self.retranslate()

    def retranslate(self) -> None:
        """All words again."""
        self.list.setAccessibleName(translate("Administration", "Rows of the file"))
        self._say()

    # --- a file ---

    def begin(self, file: PeopleFile) -> None:
        """Have a file read, and show what it would do."""
        self._file, self._conflict = file, None
        self._look()

    def read_again(self) -> None:
        """It was mended meanwhile."""
        if self._file is not None:
            self.begin(PeopleFile(self._file.path))

    def leave(self) -> bool:
        """Take nothing in; False while it is being written, or when there is no file."""
        if self.writing or self._file is None:
            return False
        self._file = self._report = None
        self.model.show_entries([])
        self.left.emit()
        return True

    def _look(self) -> None:
        file, self._report, self._refusal = self._file, None, None
        if file is None:
            return
        self.model.show_entries([])
        self._say()
        self._actions.ask("import_people", lambda client: file.send(client, version=None), partial(self._looked, file))

    def _looked(self, file: PeopleFile, answer: PeopleImportReport | OnePresenceError) -> None:
        if file is not self._file:
            return
        if isinstance(answer, OnePresenceError):
            self._refusal = answer
        else:
            self._report = answer
            self.model.show_entries(answer.lines)
            self.list.choose(0 if answer.lines else -1)
        self._say()
        (self.list if self.model.entries else self.cancel_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self) -> None:
        file, report = self._file, self._report
        if file is None or report is None:
            return
        self.writing, self._conflict, self._refusal = True, None, None
        self._say()
        self._actions.ask(
            "import_people", lambda client: file.send(client, version=report.version), partial(self._wrote, file)
        )

    def _wrote(self, file: PeopleFile, answer: PeopleImportReport | OnePresenceError) -> None:
        if file is not self._file:
            return
        self.writing = False
        if isinstance(answer, Conflict) and answer.details.get("what") == "changed":
            self._conflict = answer
            self._look()
            return
        if isinstance(answer, OnePresenceError):
            self._refusal = answer
        else:
            self._report, self._refusal = answer, None
            self.model.show_entries(answer.lines)
            self.written.emit()
        self._say()
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- words ---

    def _say(self) -> None:
        file, report = self._file, self._report
        done = report is not None and not report.dry_run and not report.refused
        many = report.added + report.changed if report is not None and not report.refused else 0
        name = file.path.name if file is not None else ""
        self.title.setText(translate("Administration", "Import {file}").format(file=name))
        self.summary.setText(self._summary())
        tone, words = self._band()
        self.band.set_tone(tone)
        self.band.set_action(translate("Administration", "Read again") if tone is Tone.DANGER else "")
        if words:
            self.band.say(words)
        else:
            self.band.hide()
        waiting = self.writing or (report is None and self._refusal is None)
        self.cancel_button.setText(
            translate("Administration", "Close") if done else translate("Administration", "Cancel")
        )
        self.cancel_button.updateGeometry()
        self.cancel_button.setEnabled(not self.writing)
        self.import_button.setText(translate("Administration", "Import %n person(s)", "", many))
        self.import_button.updateGeometry()
        self.import_button.setVisible(not done)
        self.import_button.set_busy(waiting and file is not None)
        self.import_button.setEnabled(not waiting and many > 0)

    def _summary(self) -> str:
        report = self._report
        if report is None:
            reading = self._file is not None and self._refusal is None
            return translate("Administration", "Reading the file …") if reading else ""
        if self.writing:
            many = report.added + report.changed
            return translate("Administration", "Importing %n person(s) …", "", many)
        if not report.dry_run and not report.refused:
            parts = [
                translate("Administration", "%n person(s) added", "", report.added) if report.added else "",
                translate("Administration", "%n person(s) changed", "", report.changed) if report.changed else "",
            ]
            return ", ".join(part for part in parts if part) + "."
        parts = [
            translate("Administration", "%n new", "", report.added),
            translate("Administration", "%n changed", "", report.changed),
            translate("Administration", "%n unchanged", "", report.unchanged),
            translate("Administration", "%n row(s) wrong", "", report.refused) if report.refused else "",
        ]
        return " · ".join(part for part in parts if part)

    def _band(self) -> tuple[Tone, str]:
        """What stands above the lines: first what went wrong."""
        if isinstance(self._refusal, TooLarge):
            most = int(str(self._refusal.details.get("limit") or 0)) // MEGABYTE
            words = translate("Administration", "The file is larger than {most} MB. Divide it.")
            return Tone.DANGER, words.format(most=most)
        if self._refusal is not None:
            return Tone.DANGER, texts.error(self._refusal)
        report = self._report
        if report is not None and report.refused:
            words = translate(
                "Administration", "Nothing is imported while a row is wrong. Mend the file, then read it again."
            )
            return Tone.DANGER, words
        if self._conflict is not None:
            by = texts.doer(str(self._conflict.details.get("by") or ""))
            words = translate(
                "Administration", "{name} has changed people meanwhile. Nothing was imported: look again."
            )
            return Tone.WARNING, words.format(name=by)
        if report is not None and not report.dry_run and report.added:
            return Tone.INFO, translate("Administration", "Whoever is new signs in with 0000 the first time.")
        if report is not None and report.dry_run and not report.added + report.changed:
            return Tone.INFO, translate("Administration", "There is nothing to import: all in the file is so already.")
        return Tone.INFO, ""
