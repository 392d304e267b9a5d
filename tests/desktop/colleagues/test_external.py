"""The company's contacts among the hits of the search page, and among whom is searched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.colleagues import section
from onepresence_desktop.desktop.colleagues.outside import Outside, Scope
from onepresence_desktop.desktop.colleagues.rows import Head, PersonRow
from onepresence_desktop.desktop.colleagues.view import ColleaguesView
from onepresence_desktop.desktop.contact_keeper import ContactKeeper
from onepresence_desktop.desktop.pages import PageContext, Place
from onepresence_desktop.desktop.platform.paths import paths
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.settings.search_pane import SearchPane
from onepresence_desktop.desktop.stored_settings import SEARCH_SCOPE, Settings
from onepresence_desktop.desktop.watches import Watches
from onepresence_desktop.domain.phonebook import ContactNumber
from onepresence_desktop.wire.contacts import ContactChanges, SharedContactsView
from onepresence_desktop.wire.directories import DirectoryPersonView
from tests.client.test_phonebook import contact
from tests.desktop.colleagues.test_colleagues_view import NotedActions, snapshot
from tests.support.dressing import dress, speak

SHARED = [
    contact("k1", "Mette Kunde", "+4533123480", "+4520304050", shared=True),
    contact("k2", "Lyngkær Tryk", "+4670304050", shared=True),
]
OWN = contact("o1", "Mette Tandlæge", "+4533123481")


class Office:
    """The page with the settings it follows. went: where it wanted to go."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.session, self.actions = Session(), NotedActions()
        self.session.take(snapshot(), "e:1")
        self.session.set_connection(Connection(ConnectionState.LIVE))
        self.settings = Settings(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
        self.went: list[Place] = []
        keeper = ContactKeeper(self.session, self.actions)
        self.session.take_contacts(ContactChanges(version=1, whole=True, contacts=SHARED), shared=True)
        self.session.take_contacts(ContactChanges(version=1, whole=True, contacts=[OWN]), shared=False)
        keeper.search.finish()
        context = PageContext(
            self.session,
            self.actions,
            self.settings,
            paths("external"),
            self.went.append,
            lambda: pytest.fail("no ports are needed"),
            Watches(self.session),
            keeper,
        )
        steps = section.section(context).build()
        try:
            while True:
                next(steps)
        except StopIteration as done:
            self.page: ColleaguesView = done.value
        qtbot.addWidget(self.page)
        self.page.resize(764, 560)
        with qtbot.waitActive(self.page):
            self.page.show()

    def found(self, query: str) -> list[str]:
        """Heads and names of what a text finds."""
        self.page.take_search(query)
        names = []
        for place in range(self.page.model.rowCount()):
            match self.page.model.row(place):
                case Head() as head:
                    names.append(f"# {head.text} {head.count}".strip())
                case PersonRow(name=name):
                    names.append(name)
                case Outside(contact=one, number=number):
                    names.append(f"{one.name} {number}")
        return names

    def choose(self, scope: Scope) -> None:
        """By the menu of the button."""
        menu = self.page.tools.scope.menu_of_scopes()
        menu.actions()[list(Scope).index(scope)].trigger()


@pytest.fixture
def office(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    dress(qapp)
    speak(qapp)
    yield Office(tmp_path, qtbot)


def test_shared_contacts_are_found_beside_colleagues_and_own_ones_never(office: Office) -> None:
    assert office.found("mette") == [
        "# Colleagues 1",
        "Mette Lundgaard-Riis",
        "# External contacts 1",
        "Mette Kunde +4533123480",
    ]
    assert office.page.search_found() == ("2 found", False)
    assert office.found("tandl") == []


def test_the_number_that_was_typed_is_the_one_that_is_shown_called_and_copied(office: Office) -> None:
    assert office.found("203040")[-1] == "Mette Kunde +4520304050"
    office.page.list.choose(office.page.model.rowCount() - 1)
    QTest.keyClick(office.page.list, Qt.Key.Key_Return)
    assert office.actions.called == ["+4520304050"]
    QTest.keyClick(office.page.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "+4520304050"
    QTest.keyClick(office.page.list, Qt.Key.Key_Right)
    assert [getattr(place, "contact", None) for place in office.went] == ["k1"]


def test_one_searches_among_all_colleagues_or_contacts_by_the_button(office: Office) -> None:
    button = office.page.tools.scope
    assert button.isHidden(), "before anything is typed there is nothing to choose"
    assert len(office.found("mette")) == 4 and button.isVisible()
    office.choose(Scope.INTERNAL)
    assert office.found("mette") == ["# Colleagues 1", "Mette Lundgaard-Riis"]
    office.choose(Scope.EXTERNAL)
    assert office.found("mette") == ["# External contacts 1", "Mette Kunde +4533123480"]
    assert office.found("anders") == []
    assert office.settings.get(SEARCH_SCOPE) == "all", "the usual scope is chosen in the settings alone"
    assert len([name for name in office.found("") if not name.startswith("#")]) == 6, "unsearched, colleagues are shown"


def test_the_usual_scope_of_the_settings_counts_at_once(office: Office, qtbot: QtBot) -> None:
    pane = SearchPane(office.settings)
    qtbot.addWidget(pane)
    pane.scope.picked.emit("external")
    assert office.found("mette") == ["# External contacts 1", "Mette Kunde +4533123480"]
    assert pane.scope.key == "external"


def test_contacts_are_found_in_the_list_also_where_colleagues_are_tiles(office: Office) -> None:
    office.page.show_as("tiles")
    office.found("mette")
    assert office.page.tiled, "a colleague is found, as a tile"
    office.found("lyng")
    assert not office.page.tiled and office.page.list.isVisible()
    office.found("")
    assert office.page.tiled


def test_nobody_found_says_among_whom_was_searched(office: Office) -> None:
    for scope in Scope:
        office.choose(scope)
        office.found("zzzz")
        office.page.grab()
    assert office.page.nothing.isVisible()


ANNA = DirectoryPersonView(directory="ad", id="a", name="Anna Leverandør", numbers=(ContactNumber("+4533129900"),))
"""Somebody whom the company's directory has."""


def test_people_of_the_directory_are_found_while_one_types(office: Office, qtbot: QtBot) -> None:
    asked: list[str] = []

    class Client:
        async def search_directory(self, query: str) -> list[DirectoryPersonView]:
            asked.append(query)
            return [ANNA] if "anna leverandør".startswith(query) else []

    def answer(_name: str, verb: Any, reply: Any) -> None:
        try:
            verb(Client()).send(None)
        except StopIteration as done:
            reply(done.value)

    office.actions.ask = answer  # type: ignore[method-assign]
    assert office.found("anna l") == []
    office.session.take(SharedContactsView(version=1, directories=True), "e:2")
    office.found("anna l")
    qtbot.waitUntil(lambda: asked == ["anna l"])
    assert office.found("anna l") == ["# External contacts 1", "Anna Leverandør +4533129900"]
    assert office.found("anna leve")[-1] == "Anna Leverandør +4533129900"  # before the service has answered
    QTest.keyClick(office.page.shown, Qt.Key.Key_Return)
    assert office.actions.called == ["+4533129900"]
