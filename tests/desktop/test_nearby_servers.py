"""What was heard on the network is offered at the server's field, and chosen by its name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.languages import Language
from onepresence_desktop.desktop.sign_in.sign_in import SignIn
from onepresence_desktop.wire.nearby import Nearby
from tests.support.dressing import dress


@pytest.fixture
def dialog(qtbot: QtBot) -> SignIn:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app)
    made = SignIn(Language.ENGLISH)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_company_that_was_heard_is_chosen_by_its_name_and_then_checked(dialog: SignIn, qtbot: QtBot) -> None:
    dialog.offer_servers([Nearby("Demofirma", "192.168.1.9:8443"), Nearby("Vindfløj", "192.168.1.7:8443")])
    completer = dialog.server.completer()
    assert completer is not None
    model = completer.completionModel()
    labels = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert labels == ["Demofirma · 192.168.1.9:8443", "Vindfløj · 192.168.1.7:8443"]
    with qtbot.waitSignal(dialog.server_entered) as asked:
        completer.activated[str].emit(labels[1])  # type: ignore[index]
    assert asked.args == ["192.168.1.7:8443"] and dialog.server.text() == "192.168.1.7:8443"


def test_what_is_typed_stays_when_something_is_heard_later(dialog: SignIn, qtbot: QtBot) -> None:
    dialog.server.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.keyClicks(dialog.server, "telefoni.example")
    dialog.offer_servers([Nearby("Demofirma", "192.168.1.9:8443")])
    assert dialog.server.text() == "telefoni.example"


def test_a_short_list_is_shown_whole_without_a_bar_to_scroll(dialog: SignIn, qtbot: QtBot) -> None:
    dialog.server.setFocus(Qt.FocusReason.OtherFocusReason)
    dialog.offer_servers([Nearby("Demofirma", "192.168.1.9:8443"), Nearby("Vindfløj", "192.168.1.7:8443")])
    completer = dialog.server.completer()
    assert completer is not None
    completer.complete()
    popup = completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    last = popup.visualRect(completer.completionModel().index(1, 0))
    assert popup.verticalScrollBar().maximum() == 0 and popup.viewport().rect().contains(last)
    popup.hide()
