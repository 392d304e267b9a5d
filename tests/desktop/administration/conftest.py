"""The page with three people, for what is tested of it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.administration.view import AdministrationPage
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.people import Role
from tests.desktop.administration.test_administration import Now, Server, person, signed_in
from tests.support.dressing import dress


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def page(qtbot: QtBot, server: Server) -> AdministrationPage:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app)
    session = Session()
    signed_in(
        session,
        [
            person(1, "Anders Holmvig", department="Salg"),
            person(2, "Birgit Fuglkær", role=Role.ADMINISTRATOR),
            person(3, "Emil Storbæk", closed=True),
        ],
    )
    page = AdministrationPage(session, Now(server))
    qtbot.addWidget(page)
    page.resize(764, 600)
    with qtbot.waitExposed(page):
        page.show()
    page.test_session = session  # type: ignore[attr-defined]
    return page
