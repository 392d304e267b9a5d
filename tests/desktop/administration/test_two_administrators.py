"""Two administrators at one person, and answers that come when another person is shown."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from msgspec import UNSET, structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.people_pane import PeoplePane
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.errors import Conflict, OnePresenceError
from onepresence_desktop.domain.people import DeviceId, Role, UserId
from onepresence_desktop.wire.bodies import PersonBody
from onepresence_desktop.wire.privacy import AuditView
from onepresence_desktop.wire.versions import person_version
from onepresence_desktop.wire.views import DeviceListing, PersonView, SipSettings
from tests.client.samples import NOW
from tests.desktop.administration.test_administration import click, person, signed_in
from tests.support.dressing import dress

ANDERS, BIRGIT = UserId("u1"), UserId("u2")


class Service(Actions):
    """Keeps people as the service does, and answers when it is told to."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.waiting: list[Callable[[], None]] = []
        self.people = {
            one.id: one
            for one in (person(1, "Anders Holmvig", department="Salg"), person(2, "Birgit F", role=Role.ADMINISTRATOR))
        }

    def ask(self, name: str, verb: Callable[[Any], Awaitable[Any]], reply: Callable[[Any], None]) -> None:
        def answer() -> None:
            try:
                verb(self).__await__().send(None)
            except StopIteration as done:
                reply(done.value)
            except OnePresenceError as refused:
                reply(refused)

        self.waiting.append(answer)

    def answer(self) -> None:
        """All that was asked."""
        for one in self.waiting:
            one()
        self.waiting.clear()

    def tell(self, qtbot: QtBot, one: PersonView) -> None:
        """Somebody is another now, as the stream tells it."""
        self.people[one.id] = one
        with qtbot.waitSignal(self.session.people_changed, timeout=60_000):
            self.session.take(one, "e:1")

    async def change_person(self, user_id: UserId, body: PersonBody) -> PersonView:
        before = self.people[user_id]
        if body.version is not None and body.version != person_version(before):
            raise Conflict(what="changed", by="Line Bækvang", at="2026-05-12T13:58:00+02:00")
        said = {
            name: value
            for name in ("name", "email", "mobile", "one_number", "title", "department", "role", "closed")
            if (value := getattr(body, name)) is not UNSET
        }
        self.people[user_id] = structs.replace(before, **said)
        return self.people[user_id]

    async def audit(self, *, before: int | None = None, text: str = "") -> list[AuditView]:
        return [
            AuditView(id=2, at=NOW, who="Somebody Wrong", action="group_changed", subject="x", detail=text),
            AuditView(id=1, at=NOW, who="Sofie Lund", action="user_changed", subject=text, detail=""),
        ]

    async def reset_password(self, _user: UserId) -> str:
        return "123987"

    async def person_devices(self, _user: UserId) -> list[DeviceListing]:
        return []

    async def sip_settings(self, device_id: DeviceId) -> SipSettings:
        return SipSettings(
            device_id=device_id, server="192.0.2.9", port=5060, transport="udp", user="u", password="p",
            display_name="Anders",
        )  # fmt: skip

    async def remove_person(self, _user: UserId) -> None:
        pass


@pytest.fixture
def service(qapp: QApplication) -> Service:
    dress(qapp)
    session = Session()
    service = Service(session)
    signed_in(session, list(service.people.values()))
    return service


@pytest.fixture
def pane(qtbot: QtBot, service: Service) -> PeoplePane:
    pane = PeoplePane(service.session, service)
    qtbot.addWidget(pane)
    pane.resize(764, 640)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


def test_what_another_administrator_changed_before_the_stream_told_of_it_is_not_written_over(
    pane: PeoplePane, qtbot: QtBot, service: Service
) -> None:
    form = pane.form
    qtbot.keyClicks(form.job, "Sælger")
    service.people[ANDERS] = theirs = structs.replace(service.people[ANDERS], department="Økonomi")
    click(qtbot, form.save_button)
    service.answer()
    assert service.people[ANDERS] == theirs and form.job.text() == "Sælger"
    service.tell(qtbot, theirs)
    assert form.conflict.isVisible() and "Line Bækvang" in form.conflict.words.text()
    click(qtbot, form.conflict.mine_button)
    service.answer()
    assert service.people[ANDERS].department == "Salg" and service.people[ANDERS].title == "Sælger"
    assert not form.changed and not form.conflict.isVisible()


def test_what_another_changes_while_one_types_is_shown_beside_it(
    pane: PeoplePane, qtbot: QtBot, service: Service
) -> None:
    form = pane.form
    qtbot.keyClicks(form.job, "Sælger")
    service.tell(qtbot, structs.replace(service.people[ANDERS], mobile="+4520123475"))
    assert form.conflict.isVisible() and not form.save_button.isEnabled()
    form.job.setFocus()
    service.answer()
    assert "Sofie Lund changed this at" in form.conflict.words.text(), "who it was is asked of the log"
    assert form.job.hasFocus() or not form.job.window().isActiveWindow(), "and the caret stays where it is"
    click(qtbot, form.conflict.theirs_button)
    assert form.mobile.text() == "20 12 34 75" and form.job.text() == "" and not form.changed


def test_an_emptied_name_is_not_filled_in_again_by_what_arrives(
    pane: PeoplePane, qtbot: QtBot, service: Service
) -> None:
    pane.form.name.selectAll()
    qtbot.keyClick(pane.form.name, Qt.Key.Key_Delete)
    service.tell(qtbot, structs.replace(service.people[ANDERS], picture="v2"))
    assert pane.form.name.text() == ""


def test_the_own_saving_told_by_the_stream_before_its_answer_is_no_conflict(
    pane: PeoplePane, qtbot: QtBot, service: Service
) -> None:
    qtbot.keyClicks(pane.form.job, "Sælger")
    click(qtbot, pane.form.save_button)
    service.tell(qtbot, structs.replace(service.people[ANDERS], title="Sælger"))
    assert not pane.form.conflict.isVisible()
    service.people[ANDERS] = person(1, "Anders Holmvig", department="Salg")
    service.answer()
    assert not pane.form.conflict.isVisible() and not pane.form.changed


def test_closing_access_keeps_what_is_being_typed(pane: PeoplePane, qtbot: QtBot, service: Service) -> None:
    qtbot.keyClicks(pane.form.job, "Sælger")
    click(qtbot, pane.form.close_button)
    service.answer()
    assert service.people[ANDERS].closed and pane.form.job.text() == "Sælger"
    click(qtbot, pane.form.save_button)
    service.answer()
    assert service.people[ANDERS].title == "Sælger" and service.people[ANDERS].closed


def test_a_code_is_never_shown_under_somebody_elses_name(pane: PeoplePane, qtbot: QtBot, service: Service) -> None:
    click(qtbot, pane.form.reset_button)
    click(qtbot, pane.form.sure.agree)
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    service.answer()
    assert pane.form.person is not None and pane.form.person.id == BIRGIT
    assert not pane.form.code.isVisible()


def test_a_deletion_that_is_answered_late_leaves_the_form_that_is_shown(
    pane: PeoplePane, qtbot: QtBot, service: Service
) -> None:
    pane.deeds.remove()
    qtbot.keyClicks(pane.form.sure.typed, "anders holmvig")
    qtbot.keyClick(pane.form.sure.typed, Qt.Key.Key_Return)
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    qtbot.keyClicks(pane.form.job, "Sælger")
    service.answer()
    assert pane.form.person is not None and pane.form.person.id == BIRGIT and pane.form.job.text() == "Sælger"


def test_a_phones_password_is_never_shown_among_somebody_elses_devices(
    pane: PeoplePane, qtbot: QtBot, service: Service
) -> None:
    pane.show_part("devices")
    pane.devices.sip.emit("d1")
    service.answer()
    assert pane.devices.sip_card.isVisible()
    pane.devices.sip.emit("d1")
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    service.answer()
    assert not pane.devices.sip_card.isVisible()
