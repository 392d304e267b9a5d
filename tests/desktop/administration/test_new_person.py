"""Somebody new: which number is proposed, and where their one-time code is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.administration.model import next_number
from onepresence_desktop.desktop.administration.people_pane import PeoplePane
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.people import GroupId
from onepresence_desktop.wire import views
from tests.desktop.administration.test_administration import Now, Server, click, person, signed_in
from tests.support.dressing import dress


@pytest.fixture
def pane(qtbot: QtBot) -> PeoplePane:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app)
    session = Session()
    signed_in(session, [person(1, "Anders Holmvig"), person(7, "Birgit Fuglkær")])
    session.take(views.GroupView(id=GroupId("g"), local_number="1002500", name="Salg"), "e:1")
    pane = PeoplePane(session, Now(Server()))
    qtbot.addWidget(pane)
    pane.resize(764, 545)  # as in the window as it comes
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


@pytest.mark.parametrize(
    ("people", "groups", "proposed"),
    [
        (("1002001",), (), "1002002"),
        (("1002001", "1002140"), (), "1002141"),
        (("1002001",), ("1002002", "1002003"), "1002004"),
        (("1009999",), (), ""),
        (("1012001",), (), ""),
        ((), (), ""),
    ],
)
def test_the_first_free_number_after_those_of_people_is_proposed(
    people: tuple[str, ...], groups: tuple[str, ...], proposed: str
) -> None:
    assert next_number("100", people, groups) == proposed


def test_before_anything_is_known_of_the_company_no_number_is_proposed() -> None:
    assert next_number("", ["1002001"], []) == ""


def test_a_name_is_enough_for_somebody_new(pane: PeoplePane, qtbot: QtBot) -> None:
    click(qtbot, pane.new_button)
    assert pane.form.local.text() == "100 2108" and not pane.form.save_button.isEnabled()
    qtbot.keyClicks(pane.form.name, "Freja Nørlund")
    assert pane.form.save_button.isEnabled()


def test_the_one_time_code_is_and_a_question_are_seen_whole_in_a_small_window(pane: PeoplePane, qtbot: QtBot) -> None:
    form = pane.form
    form.code.show_code("K7QX-M2PD")
    assert form.code.code.text() == "K7QX-M2PD"
    assert form.code.code.accessibleName().endswith(": K7QX-M2PD")
    qtbot.waitUntil(lambda: form.code.visibleRegion().boundingRect() == form.code.rect())
    form.sure.ask("Everything goes. Type the name:", "Delete Anders for good", "Anders Holmvig")
    qtbot.waitUntil(lambda: form.sure.visibleRegion().boundingRect() == form.sure.rect())
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    assert "K7QX" not in form.code.code.accessibleName()


def test_what_was_typed_is_asked_about_once_before_another_person_takes_its_place(
    pane: PeoplePane, qtbot: QtBot
) -> None:
    click(qtbot, pane.new_button)
    qtbot.keyClicks(pane.form.name, "Freja Nørlund")

    def choose(row: int) -> None:
        spot = pane.list.visualRect(pane.model.index(row, 0)).center()
        qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    choose(1)
    qtbot.waitUntil(lambda: not pane.list.selectionModel().hasSelection())
    assert pane.form.name.text() == "Freja Nørlund"
    assert pane.form.band.isVisible()
    choose(1)
    qtbot.waitUntil(lambda: pane.form.name.text() == "Birgit Fuglkær")
    qtbot.keyClicks(pane.form.name, "!")
    click(qtbot, pane.new_button)
    assert pane.form.name.text() == "Birgit Fuglkær!"
    click(qtbot, pane.new_button)
    assert pane.form.name.text() == ""


def test_a_local_number_that_is_taken_says_whose_it_is_while_it_is_typed(pane: PeoplePane, qtbot: QtBot) -> None:
    form = pane.form
    click(qtbot, pane.new_button)
    for typed, note in (("1002107", "Birgit Fuglkær"), ("1002500", "Salg"), ("1002109", ""), ("100210", "")):
        form.local.clear()
        qtbot.keyClicks(form.local, typed)
        assert (form.local_holder.text(), form.local_holder.isVisibleTo(form)) == (
            (f"{note} has that local number.", True) if note else ("", False)
        )
    qtbot.keyClicks(form.one, "33122107")
    assert form.local_holder.text().startswith("Birgit")
    form.show_person(person(7, "Birgit Fuglkær"), "100")
    assert not form.local_holder.isVisibleTo(form), "it is theirs"
