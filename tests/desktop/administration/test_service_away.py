"""The service goes away while something is typed: each form says at once why it can't be saved, and keeps it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.person_form import PersonForm
from onepresence_desktop.desktop.administration.person_menu import PersonMenu
from onepresence_desktop.desktop.administration.record_form import RecordForm
from onepresence_desktop.desktop.administration.view import AdministrationPage
from onepresence_desktop.desktop.languages import Language
from onepresence_desktop.desktop.needs_service import NeedsService
from onepresence_desktop.desktop.phonebook.form import ContactForm
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.widgets.buttons import IconButton
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.desktop.widgets.save_button import SaveButton
from onepresence_desktop.desktop.widgets.writing import Writing
from onepresence_desktop.domain.errors import Unavailable
from onepresence_desktop.domain.people import Role
from tests.client.samples import snapshot
from tests.desktop.administration.test_administration import person, signed_in
from tests.support.dressing import dress, speak

WORDS = "Not sent without a connection"
AWAY, BACK = Connection(ConnectionState.STALE), Connection(ConnectionState.LIVE)


class Silent(Actions):
    """A service that doesn't answer; asked: what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def ask(self, name: str, verb: Callable[[Any], Awaitable[Any]], reply: Callable[[Any], None]) -> None:
        self.asked.append(name)


@pytest.fixture
def service() -> Silent:
    return Silent()


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, service: Silent) -> AdministrationPage:
    dress(qapp)
    speak(qapp)
    session = Session()
    signed_in(session, [person(1, "Anders Holmvig"), person(2, "Birgit Fuglkær", role=Role.ADMINISTRATOR)])
    page = AdministrationPage(session, service)
    qtbot.addWidget(page)
    page.resize(900, 700)
    with qtbot.waitActive(page):
        page.show()
    page.test_session = session  # type: ignore[attr-defined]
    return page


def session_of(page: AdministrationPage) -> Session:
    session: Session = page.test_session  # type: ignore[attr-defined]
    return session


def says(button: SaveButton) -> str:
    """What stands over the foot, and is read out at the button."""
    band = button.reason()
    if not band.isVisible():
        assert button.toolTip() == button.accessibleDescription() == ""
        return ""
    assert band.words == button.toolTip() == button.accessibleDescription()
    return band.words


@pytest.mark.parametrize("tab", ["people", "groups", "company", "lines", "connections", "telephony", "privacy"])
def test_what_is_typed_waits_until_the_service_is_back(
    qtbot: QtBot, page: AdministrationPage, service: Silent, tab: str
) -> None:
    page.turn_to(tab)
    form = page.pane.form  # type: ignore[attr-defined]
    assert isinstance(form, RecordForm | PersonForm)
    if isinstance(form, PersonForm):
        page.pane.new()
        field: Field | None = form.name
    else:
        form.ready()
        if "name" in form.boxes:
            page.pane.new()
        named = form.boxes["name"].field if "name" in form.boxes else None
        field = named if isinstance(named, Field) else None
    if field is not None:
        qtbot.keyClicks(field, "Half typed")
    else:
        form.touched()  # type: ignore[union-attr]
    able = form.save_button.isEnabled()
    session_of(page).set_connection(AWAY)
    assert not form.save_button.isEnabled() and says(form.save_button) == WORDS
    before = len(service.asked)
    qtbot.keyClick(field or form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert len(service.asked) == before, "the key does no more than the button"
    if field is not None:
        qtbot.keyClicks(field, " on")
    assert form.changed and not form.save_button.isEnabled() and says(form.save_button) == WORDS
    session_of(page).set_connection(BACK)
    assert form.save_button.isEnabled() is able and says(form.save_button) == ""
    assert form.changed and (field is None or field.text() == "Half typed on")


def test_a_tab_that_is_opened_while_the_service_is_away_says_so_too(page: AdministrationPage) -> None:
    session_of(page).set_connection(AWAY)
    page.turn_to("groups")
    assert says(page.pane.form.save_button) == WORDS  # type: ignore[attr-defined]


def test_the_reason_is_in_the_language_in_use(page: AdministrationPage, qapp: QApplication) -> None:
    session_of(page).set_connection(AWAY)
    page.turn_to("groups")
    speak(qapp, Language.DANISH)
    page.retranslate()
    assert says(page.pane.form.save_button) == "Sendes ikke uden forbindelse"  # type: ignore[attr-defined]
    speak(qapp)


def test_saving_that_was_under_way_when_the_service_went_is_off_until_it_is_back(
    qtbot: QtBot, page: AdministrationPage
) -> None:
    page.turn_to("groups")
    form: RecordForm = page.pane.form  # type: ignore[attr-defined]
    form.ready()
    form.touched()
    form.saving()
    session_of(page).set_connection(AWAY)
    form.refused(Unavailable())
    assert not form.save_button.isEnabled() and says(form.save_button) == WORDS
    session_of(page).set_connection(BACK)
    assert form.save_button.isEnabled()


def test_a_contact_is_kept_as_it_was_typed(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp)
    session, form = Session(), ContactForm()
    session.take(snapshot(), "1:1")
    service = NeedsService(session, form)
    qtbot.addWidget(form)
    form.resize(480, 600)
    with qtbot.waitActive(form):
        form.show()
    service.look()
    qtbot.keyClicks(form.name, "Ivar")
    session.set_connection(AWAY)
    assert says(form.save_button) == WORDS and not form.save_button.isEnabled() and form.name.text() == "Ivar"
    session.set_connection(BACK)
    assert says(form.save_button) == ""


TABS = ["people", "groups", "company", "lines", "connections", "telephony", "privacy", "doctor"]
LEFT_ALONE = {"Export …"}
"""Asks the system where to, in a window that no test can answer."""


@pytest.mark.parametrize("tab", TABS)
def test_nothing_that_is_pressed_while_the_service_is_away_is_asked_of_it(
    qtbot: QtBot, page: AdministrationPage, service: Silent, tab: str
) -> None:
    session_of(page).set_connection(AWAY)
    page.turn_to(tab)
    for button in page.findChildren(QAbstractButton):
        if isinstance(button, Writing) and button.writes:
            assert not button.isEnabled()
            assert WORDS in (button.toolTip(), button.accessibleDescription())
    service.asked.clear()
    known: set[QAbstractButton] = set()
    while fresh := [one for one in page.findChildren(QAbstractButton) if one not in known and one.isVisible()]:
        for button in fresh:
            known.add(button)
            if button.isVisible() and button.isEnabled() and button.text() not in LEFT_ALONE:
                qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not [name for name in service.asked if name.startswith(CHANGES)], service.asked


CHANGES = (
    *("add_", "put_", "save_", "change_", "remove_", "delete_", "reset_", "order_", "try_", "import_", "unblock"),
    *("erase", "export", "log_", "close_"),
)
"""How what is asked of a service begins where it would change something."""


def test_what_can_be_done_with_a_person_says_why_it_cannot_now(page: AdministrationPage) -> None:
    session_of(page).set_connection(AWAY)
    form = page.pane.form  # type: ignore[attr-defined]
    menu = PersonMenu(person(1, "Anders Holmvig"), alone=False, why_not=form.close_button.why_not)
    shown = {action.text(): action.isEnabled() for action in menu.actions() if action.text()}
    assert [name for name, on in shown.items() if on] == ["Edit", "Devices", "Calendar"]
    assert not form.close_button.isEnabled() and form.close_button.toolTip() == WORDS
    session_of(page).set_connection(BACK)
    assert form.close_button.isEnabled() and form.close_button.toolTip() == ""


def test_a_button_that_is_made_while_the_service_is_away_says_so(qtbot: QtBot, page: AdministrationPage) -> None:
    session_of(page).set_connection(AWAY)
    late = IconButton("delete", "Delete it", parent=page).that_writes()
    late.show()
    assert not late.isEnabled() and late.toolTip() == late.accessibleDescription() == WORDS
    late.setEnabled(True)
    assert not late.isEnabled()
    session_of(page).set_connection(BACK)
    assert late.isEnabled() and late.toolTip() == "Delete it" and late.accessibleDescription() == ""
