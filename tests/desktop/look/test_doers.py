"""Who did something is named, or said in words: never by what a program calls them."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from onepresence_desktop.desktop import texts
from onepresence_desktop.domain.errors import Conflict
from tests.support.dressing import dress


def test_whoever_did_something_is_said_in_words(qapp: QApplication) -> None:
    dress(qapp)
    assert [texts.doer(who) for who in ("Line Bækvang", "192.0.2.5", "command_line", "person_left", "")] == [
        "Line Bækvang", "192.0.2.5", "The command line", "Somebody who has left the company", "Somebody",
    ]  # fmt: skip
    refused = Conflict(what="changed", by="command_line")
    assert texts.error(refused) == "The command line has changed this meanwhile."
