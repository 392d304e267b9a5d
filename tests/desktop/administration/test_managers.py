"""Whom a person reports to, in an administrator's form (spec 9.1)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.people_pane import PeoplePane
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.errors import Invalid, OnePresenceError
from onepresence_desktop.domain.people import Role, UserId
from onepresence_desktop.wire.bodies import PersonBody
from onepresence_desktop.wire.views import DeviceListing, PersonView
from tests.desktop.administration.test_administration import click, person, signed_in
from tests.support.dressing import dress

ANDERS, EMIL = UserId("u1"), UserId("u3")


class Service(Actions):
    """Answers at once; refuse: what the next change is answered with."""

    def __init__(self, people: list[PersonView]) -> None:
        super().__init__()
        self.people = {one.id: one for one in people}
        self.asked: list[PersonBody] = []
        self.refuse: OnePresenceError | None = None

    def ask(self, name: str, verb: Callable[[Any], Awaitable[Any]], reply: Callable[[Any], None]) -> None:
        try:
            verb(self).__await__().send(None)
        except StopIteration as done:
            reply(done.value)
        except OnePresenceError as refused:
            reply(refused)

    async def change_person(self, user_id: UserId, body: PersonBody) -> PersonView:
        if self.refuse is not None:
            raise self.refuse
        self.asked.append(body)
        manager = body.manager if isinstance(body.manager, str) else None
        self.people[user_id] = structs.replace(self.people[user_id], manager=manager)
        return self.people[user_id]

    async def person_devices(self, _user: UserId) -> list[DeviceListing]:
        return []


@pytest.fixture
def service() -> Service:
    return Service(
        [
            structs.replace(person(1, "Anders Holmvig"), manager=UserId("u2")),
            person(2, "Birgit Fuglkær", role=Role.ADMINISTRATOR),
            person(3, "Emil Storbæk"),
            person(4, "Emil Storbæk"),
        ]
    )


@pytest.fixture
def pane(qtbot: QtBot, service: Service) -> PeoplePane:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app)
    session = Session()
    signed_in(session, list(service.people.values()))
    made = PeoplePane(session, service)
    qtbot.addWidget(made)
    made.resize(764, 700)
    with qtbot.waitActive(made):
        made.show()
    return made


def typed(qtbot: QtBot, pane: PeoplePane, words: str) -> None:
    field = pane.form.manager
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field, words)
    click(qtbot, pane.form.save_button)


def test_the_manager_is_shown_by_name_and_chosen_by_a_part_of_it(
    pane: PeoplePane, service: Service, qtbot: QtBot
) -> None:
    assert pane.form.manager.text() == "Birgit Fuglkær"
    assert pane.form.manager.accessibleName() == "Manager"
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    typed(qtbot, pane, "holm")
    assert service.asked[-1].manager == ANDERS
    assert pane.form.manager.text() == "Anders Holmvig"


def test_an_emptied_field_means_nobody(pane: PeoplePane, service: Service, qtbot: QtBot) -> None:
    typed(qtbot, pane, "")
    assert service.asked[-1].manager is None and pane.form.manager.text() == ""


def test_two_of_one_name_are_told_apart_by_their_numbers(pane: PeoplePane, service: Service, qtbot: QtBot) -> None:
    typed(qtbot, pane, "Emil Storbæk")
    assert service.asked == []
    assert pane.form.band.isVisible() and "Nobody here has that name or number" in pane.form.band.words
    assert pane.form.manager.text() == "Emil Storbæk"
    typed(qtbot, pane, service.people[EMIL].local_number)
    assert service.asked[-1].manager == EMIL


def test_a_loop_is_told_at_the_field_and_what_was_typed_stays(pane: PeoplePane, service: Service, qtbot: QtBot) -> None:
    service.refuse = Invalid(field="manager", problem="own_manager")
    typed(qtbot, pane, "anders")
    assert pane.form.band.words.startswith("Nobody can be their own manager")
    assert pane.form.manager.text() == "anders" and pane.form.manager.hasFocus()
    service.refuse = None
    typed(qtbot, pane, "birgit")
    assert service.asked[-1].manager == UserId("u2") and not pane.form.band.isVisible()


def test_saving_something_else_keeps_the_manager(pane: PeoplePane, service: Service, qtbot: QtBot) -> None:
    pane.form.job.setFocus()
    qtbot.keyClicks(pane.form.job, "Chef")
    click(qtbot, pane.form.save_button)
    assert service.asked[-1].manager == UserId("u2")
