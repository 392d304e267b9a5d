"""People of a sheet: chosen in the system's dialog, shown row by row, and only then taken in."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.people_import_pane import PeopleImportPane
from onepresence_desktop.desktop.administration.view import AdministrationPage
from onepresence_desktop.desktop.languages import Language, load_translations
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.widgets.buttons import Button
from onepresence_desktop.domain.errors import Conflict, Invalid, OnePresenceError, ServerAway
from onepresence_desktop.domain.people import Role
from onepresence_desktop.domain.text_files import decoded
from onepresence_desktop.pbx.services import people_csv
from onepresence_desktop.wire.commands import MOST_TEXT
from onepresence_desktop.wire.people_import import ImportedLine, LineVerdict, PeopleImportReport
from tests.desktop.administration.test_administration import click, person, signed_in
from tests.support.dressing import dress, speak

FINE = PeopleImportReport(
    dry_run=True,
    lines=[
        ImportedLine(line=2, name="Anders Holmvig", verdict=LineVerdict.CHANGED, fields=["title", "one_number"]),
        ImportedLine(line=4, name="Søren Ågård", verdict=LineVerdict.NEW),
    ],
    added=1,
    changed=1,
    unchanged=1,
    refused=0,
    version="v1",
)
BAD = structs.replace(
    FINE,
    lines=[
        ImportedLine(line=7, name="Ib", verdict=LineVerdict.REFUSED, field="local_number", problem="seven_digits"),
        *FINE.lines,
    ],
    refused=1,
)


class Service(Actions):
    """Reads the file as a client would, and answers when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[bytes, bool, str | None]] = []
        self.answers: list[PeopleImportReport | OnePresenceError] = []
        self.waiting: list[Callable[[], None]] = []

    def ask(self, name: str, verb: Callable[[Any], Awaitable[Any]], reply: Callable[[Any], None]) -> None:
        async def asked() -> Any:
            try:
                return await verb(self)
            except OnePresenceError as refusal:
                return refusal

        self.waiting.append(lambda: reply(asyncio.run(asked())))

    async def import_people(self, sheet: bytes, *, dry_run: bool, version: str | None = None) -> PeopleImportReport:
        self.asked.append((sheet, dry_run, version))
        answer = self.answers.pop(0)
        if isinstance(answer, OnePresenceError):
            raise answer
        return answer

    def answer(self, *answers: PeopleImportReport | OnePresenceError) -> None:
        """All that is asked by now."""
        self.answers.extend(answers)
        for one in self.waiting[:]:
            self.waiting.remove(one)
            one()


@pytest.fixture
def service() -> Service:
    return Service()


@pytest.fixture
def page(qtbot: QtBot, service: Service, qapp: QApplication) -> Iterator[AdministrationPage]:
    dress(qapp)
    speak(qapp)
    session = Session()
    signed_in(session, [person(1, "Anders Holmvig"), person(2, "Birgit Fuglkær", role=Role.ADMINISTRATOR)])
    page = AdministrationPage(session, service)
    qtbot.addWidget(page)
    page.resize(764, 600)
    with qtbot.waitExposed(page):
        page.show()
    yield page
    speak(qapp)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_bytes(b"local_number,name\n")
    return path


def rows(pane: PeopleImportPane) -> list[str]:
    return [str(pane.model.index(row, 0).data()) for row in range(pane.model.rowCount())]


def test_a_file_is_chosen_shown_and_only_then_taken_in(
    qtbot: QtBot, page: AdministrationPage, service: Service, file: Path
) -> None:
    people = page.people
    click(qtbot, people.importing.button)
    dialog = people.findChild(QFileDialog)
    assert dialog is not None and dialog.isVisible()
    dialog.fileSelected.emit(str(file))
    dialog.close()
    pane = people.importing.pane
    assert pane.isVisible() and pane.title.text() == "Import people.csv"
    assert pane.summary.text() == "Reading the file …" and not pane.import_button.isEnabled()
    service.answer(FINE)
    assert pane.summary.text() == "1 new · 1 changed · 1 unchanged"
    assert rows(pane) == ["Row 2, Anders Holmvig, Changed: Title, OneNumber", "Row 4, Søren Ågård, New person"]
    assert pane.import_button.text() == "Import 2 people" and not pane.band.isVisible()
    click(qtbot, pane.import_button)
    assert pane.summary.text() == "Importing 2 people …"
    assert not pane.import_button.isEnabled() and not pane.cancel_button.isEnabled() and not page.leave()
    service.answer(structs.replace(FINE, dry_run=False))
    assert service.asked == [(b"local_number,name\n", True, None), (b"local_number,name\n", False, "v1")]
    assert pane.summary.text() == "1 person added, 1 person changed."
    assert pane.band.words == "Whoever is new signs in with 0000 the first time."
    assert not pane.import_button.isVisible() and pane.cancel_button.text() == "Close"
    click(qtbot, pane.cancel_button)
    assert people.form.isVisible()


def test_wrong_rows_are_told_in_words_and_nothing_can_be_taken_in_until_they_are_mended(
    qtbot: QtBot, page: AdministrationPage, service: Service, file: Path
) -> None:
    page.people.importing.begin(file)
    pane = page.people.importing.pane
    service.answer(BAD)
    assert rows(pane)[0] == "Row 7, Ib, Local number: must have seven digits"
    assert pane.summary.text() == "1 new · 1 changed · 1 unchanged · 1 row wrong"
    assert pane.band.words.startswith("Nothing is imported while a row is wrong.")
    assert not pane.import_button.isEnabled()
    file.write_bytes(b"mended")
    click(qtbot, pane.band.findChild(Button))
    service.answer(FINE)
    assert service.asked[-1] == (b"mended", True, None)
    assert pane.import_button.isEnabled() and not pane.band.isVisible()


def test_what_another_administrator_did_meanwhile_is_said_and_the_file_looked_at_anew(
    qtbot: QtBot, page: AdministrationPage, service: Service, file: Path
) -> None:
    page.people.importing.begin(file)
    pane = page.people.importing.pane
    service.answer(FINE)
    click(qtbot, pane.import_button)
    service.answer(Conflict(what="changed", by="Line Bækvang", at="2026-05-12T13:58:00+02:00"))
    service.answer(structs.replace(FINE, version="v2", changed=0, unchanged=2, lines=FINE.lines[1:]))
    assert pane.band.words == "Line Bækvang has changed people meanwhile. Nothing was imported: look again."
    assert pane.summary.text() == "1 new · 0 changed · 2 unchanged"
    click(qtbot, pane.import_button)
    service.answer(structs.replace(FINE, dry_run=False))
    assert service.asked[-1][1:] == (False, "v2")


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (Invalid(field="", problem="empty_file"), "The file is empty."),
        (Invalid(field="", problem="not_text"), "The file holds no text. Save the table as CSV"),
        (ServerAway(detail="x"), "The telephone system can't be reached."),
    ],
)
def test_a_file_that_is_refused_says_why(
    page: AdministrationPage, service: Service, file: Path, refusal: OnePresenceError, words: str
) -> None:
    page.people.importing.begin(file)
    pane = page.people.importing.pane
    service.answer(refusal)
    assert pane.band.words.startswith(words) and pane.band.isVisible()
    assert not pane.import_button.isEnabled() and rows(pane) == []


def test_a_file_that_is_gone_or_too_large_never_leaves_the_computer(
    page: AdministrationPage, service: Service, file: Path
) -> None:
    pane = page.people.importing.pane
    with file.open("wb") as large:
        large.truncate(50 * 1024 * 1024)
    page.people.importing.begin(file)
    service.answer()
    assert pane.band.words == f"The file is larger than {MOST_TEXT // 1024 // 1024} MB. Divide it."
    file.unlink()
    pane.read_again()
    service.answer()
    assert pane.band.words == "The file can't be read." and service.asked == []


def test_a_failure_in_the_middle_is_said_and_it_can_be_tried_again(
    qtbot: QtBot, page: AdministrationPage, service: Service, file: Path
) -> None:
    page.people.importing.begin(file)
    pane = page.people.importing.pane
    service.answer(FINE)
    click(qtbot, pane.import_button)
    service.answer(ServerAway(detail="x"))
    assert pane.band.words == "The telephone system can't be reached." and pane.import_button.isEnabled()
    assert len(rows(pane)) == 2
    click(qtbot, pane.import_button)
    service.answer(structs.replace(FINE, dry_run=False))
    assert not pane.import_button.isVisible()


def test_esc_and_somebody_in_the_list_leave_it_and_what_is_so_already_is_not_imported(
    qtbot: QtBot, page: AdministrationPage, service: Service, file: Path
) -> None:
    people = page.people
    people.importing.begin(file)
    pane = people.importing.pane
    service.answer(structs.replace(FINE, lines=[], added=0, changed=0, unchanged=3))
    assert pane.band.words.startswith("There is nothing to import") and not pane.import_button.isEnabled()
    assert page.leave() and people.form.isVisible() and not page.leave()
    people.importing.begin(file)
    service.answer(FINE)
    spot = people.list.visualRect(people.model.index(1, 0)).center()
    qtbot.mouseClick(people.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(spot))
    assert people.form.isVisible() and people.form.title.text() == "Birgit Fuglkær"


@pytest.mark.parametrize("language", [Language.DANISH, Language.SWEDISH])
def test_every_reason_has_its_words_in_each_language(
    page: AdministrationPage, service: Service, file: Path, language: Language, qapp: QApplication
) -> None:
    reasons = [
        ("local_number", "twice"), ("name", "missing"), ("role", "unknown"), ("role", "self"), ("title", "too_long"),
        ("email", "malformed"), ("mobile", "invalid_number"), ("one_number", "in_use"), ("", "malformed"),
        ("", "extra_cells"), ("local_number", "missing_column"), ("name", "column_twice"), ("", "too_long"),
        ("local_number", "other_customer_code"), ("name", "directional_mark"), ("mobile", "emergency"),
    ]  # fmt: skip
    lines = [
        ImportedLine(line=n, name="Ib", verdict=LineVerdict.REFUSED, field=field, problem=problem)
        for n, (field, problem) in enumerate(reasons, 2)
    ]
    page.people.importing.begin(file)
    service.answer(structs.replace(FINE, lines=lines, refused=len(lines)))
    english = rows(page.people.importing.pane)
    load_translations(qapp, language)
    told = rows(page.people.importing.pane)
    assert len(set(told)) == len(reasons) and not set(told) & set(english)


def test_everybody_is_saved_as_a_sheet_that_is_read_again(
    qtbot: QtBot, page: AdministrationPage, service: Service, tmp_path: Path
) -> None:
    people = page.people
    click(qtbot, people.exporting.button)
    dialog = people.findChild(QFileDialog)
    assert dialog is not None and dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    path = tmp_path / "alle.csv"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    service.answer()
    assert people.form.state.text() == "Saved as alle.csv"
    sheet = people_csv.read(decoded(path.read_bytes()))
    assert not sheet.bad
    assert [(values["name"], values["role"]) for _, values in sheet.lines] == [
        ("Anders Holmvig", "user"),
        ("Birgit Fuglkær", "administrator"),
    ]


def test_a_sheet_that_can_not_be_saved_says_so(
    qtbot: QtBot, page: AdministrationPage, service: Service, tmp_path: Path
) -> None:
    page.people.exporting.save(tmp_path / "nothere" / "alle.csv")
    service.answer()
    assert page.people.form.band.isVisible() and not page.people.form.state.text()
