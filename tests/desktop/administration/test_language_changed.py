"""The language is changed while a form is half filled: what is typed stays, what is told of it is said anew."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.administration.person_form import PersonForm
from onepresence_desktop.desktop.administration.record_form import RecordForm
from onepresence_desktop.desktop.administration.view import AdministrationPage
from onepresence_desktop.desktop.languages import Language
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.domain.errors import Conflict, Unavailable
from tests.desktop.administration.test_service_away import page, service
from tests.support.dressing import speak

__all__ = ["page", "service"]
REFUSED = Unavailable()
TAKEN = Conflict(what="local_number", number="1002101", holder="Anders Holmvig")


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    yield
    speak(qapp)


def in_danish(qapp: QApplication, page: AdministrationPage) -> None:
    speak(qapp, Language.DANISH)
    page.retranslate()


def test_a_person_half_filled_in_stays_and_all_that_is_told_is_in_the_new_language(
    qtbot: QtBot, qapp: QApplication, page: AdministrationPage
) -> None:
    page.people.new()
    form: PersonForm = page.people.form
    qtbot.keyClicks(form.name, "Halvdan")
    form.refused(REFUSED)
    english = form.band.words
    assert form.state.text() == "Not saved"
    in_danish(qapp, page)
    assert form.name.text() == "Halvdan" and form.changed and form.state.text() == "Ikke gemt"
    assert form.band.isVisible() and form.band.words == texts.error(REFUSED) != english
    qtbot.keyClicks(form.name, "s")
    speak(qapp)
    page.retranslate()
    assert not form.band.isVisible(), "what was mended isn't said again"


def test_a_groups_complaint_and_its_foot_are_in_the_new_language(
    qtbot: QtBot, qapp: QApplication, page: AdministrationPage
) -> None:
    page.turn_to("groups")
    form: RecordForm = page.pane.form  # type: ignore[attr-defined]
    page.pane.new()
    name = form.boxes["name"].field
    assert isinstance(name, Field)
    qtbot.keyClicks(name, "Salg")
    form.refused(TAKEN)
    english, foot = form.boxes["local_number"].complaint, form.state.text()
    assert english and foot == "Nobody is a member yet"
    page.pane.new()
    asked = form.band.words
    assert form.band.isVisible(), "what isn't saved is asked about"
    in_danish(qapp, page)
    assert name.text() == "Salg" and form.changed
    assert form.boxes["local_number"].complaint == texts.error(TAKEN) != english
    assert form.state.text() not in ("", foot) and form.band.isVisible() and form.band.words != asked


def test_who_was_quicker_is_named_also_where_nothing_is_compared() -> None:
    assert texts.error(Conflict(what="changed", by="Sofie Lund")) == "Sofie Lund has changed this meanwhile."
    assert texts.error(Conflict(what="changed")) == "Somebody has changed this meanwhile."
