"""A window on a screen of 1366 × 768 at 200 %: 683 logical pixels wide, of which a page has 631."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from msgspec import structs
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.calls.view import CallsView
from onepresence_desktop.desktop.inbox.reading import ReadingPane
from onepresence_desktop.desktop.inbox.view import LEAST_LIST_WIDTH
from onepresence_desktop.desktop.languages import Language, load_translations
from onepresence_desktop.desktop.phonebook.details import ContactDetails
from onepresence_desktop.desktop.phonebook.listing import NARROW_WIDTH
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.widgets.card import Scrolled
from onepresence_desktop.domain.messages import Message, MessageId, MessageKind
from onepresence_desktop.domain.people import GroupId
from onepresence_desktop.wire import views
from tests.client.samples import ME, NOW, snapshot
from tests.support.dressing import dress, speak

PAGE = 631
SCROLL_BAR = 10


@pytest.fixture(autouse=True, params=list(Language))
def language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    """Each in turn."""
    dress(qapp)
    load_translations(qapp, request.param)
    yield
    speak(qapp)


@pytest.mark.parametrize("kind", [MessageKind.VOICEMAIL, MessageKind.SMS])
def test_a_message_and_all_that_can_be_done_with_it_fit_beside_the_list(qtbot: QtBot, kind: MessageKind) -> None:
    pane = ReadingPane()
    qtbot.addWidget(pane)
    seconds = 6.0 if kind is MessageKind.VOICEMAIL else 0.0
    message = Message(MessageId("m"), ME, kind, "+4570109933", "", NOW, seconds=seconds, text="Call me back")
    pane.show_message(message, Session().mirror, NOW + timedelta(days=200), known=False)
    fits(pane, PAGE - LEAST_LIST_WIDTH)


def test_a_contact_and_all_that_can_be_done_with_it_fit_beside_the_list(qtbot: QtBot) -> None:
    pane = ContactDetails()
    qtbot.addWidget(pane)
    fits(pane, PAGE - NARROW_WIDTH)


def fits(pane: Scrolled, width: int) -> None:
    content = pane.widget()
    assert content is not None
    pane.resize(width, 300)
    pane.show()
    assert content.minimumSizeHint().width() <= width - SCROLL_BAR


def test_all_filters_of_the_calls_are_read_whole(qtbot: QtBot) -> None:
    session, first = Session(), snapshot()
    group = views.GroupView(id=GroupId("g"), local_number="1002199", name="Sales", members=(ME,))
    session.take(structs.replace(first, public=structs.replace(first.public, groups=[group])), "e:0")
    view = CallsView(session, Actions())
    qtbot.addWidget(view)
    view.resize(PAGE, 400)
    with qtbot.waitExposed(view):
        view.show()
    filters = [button for button in view.filter.findChildren(QAbstractButton) if button.isVisible()]
    assert len(filters) == 5
    assert [(one.text(), one.width()) for one in filters if one.width() < one.sizeHint().width()] == []
