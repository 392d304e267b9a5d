"""The phonebook follows the service, by what changed alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import structs
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.contact_keeper import ContactKeeper
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.domain.errors import ServerAway
from onepresence_desktop.wire.contacts import ContactChanges, ContactsView, SharedContactsView
from onepresence_desktop.wire.stream import SnapshotView
from tests.client.samples import snapshot
from tests.client.test_phonebook import contact, told


class Shelves(Actions):
    """Answers what is asked for from lists of what is told after a version; None: the service is away."""

    def __init__(self) -> None:
        super().__init__()
        self.own: dict[int, ContactChanges | None] = {}
        self.asked: list[tuple[bool, int]] = []

    def ask(self, name: str, verb: Callable[[Any], Any], reply: Callable[[Any], None]) -> None:
        verb(self)
        shared, since = self.asked[-1]
        answer = self.own.get(since, told(since)) if not shared else told(1, whole=True)
        reply(answer if answer is not None else ServerAway())

    def contact_changes(self, since: int, *, shared: bool) -> None:
        self.asked.append((shared, since))


def standing(version: int) -> SnapshotView:
    first = snapshot()
    public = structs.replace(first.public, shared_contacts=SharedContactsView(version=1))
    private = structs.replace(first.private, contacts=ContactsView(version=version))
    return structs.replace(first, public=public, private=private)


def test_contacts_are_read_in_parts_when_they_are_wanted_and_afterwards_only_what_changed(qtbot: QtBot) -> None:
    session, shelves = Session(), Shelves()
    keeper = ContactKeeper(session, shelves)
    session.take(standing(3), "e:0")
    session.set_connection(Connection(ConnectionState.LIVE))
    assert shelves.asked == []
    first = structs.replace(told(2, contact("a", "Anna", "+451"), whole=True), more=True)
    shelves.own = {-1: first, 2: told(3, contact("b", "Birk", "+452")), 3: told(4, removed=("a",))}
    keeper.want()
    qtbot.waitUntil(lambda: session.phonebook.own.version == 3)
    assert shelves.asked == [(False, -1), (True, -1), (False, 2)]
    assert session.whose("+451") == ("Anna", None) and session.whose("+452") == ("Birk", None)
    touched: list[Any] = []
    session.phonebook_changed.connect(touched.append)
    session.take(ContactsView(version=4, favourites=[]), "e:1")
    qtbot.waitUntil(lambda: session.phonebook.own.version == 4)
    assert touched == [None, {"a"}] and session.whose("+451") == ("", None)
    session.take(ContactsView(version=4, favourites=[]), "e:2")
    assert len(shelves.asked) == 4


def test_after_a_refusal_the_next_word_of_the_stream_asks_again(qtbot: QtBot) -> None:
    session, shelves = Session(), Shelves()
    keeper = ContactKeeper(session, shelves)
    shelves.own = {-1: None}
    session.take(standing(3), "e:0")
    session.set_connection(Connection(ConnectionState.LIVE))
    keeper.want()
    assert session.phonebook.own.version == -1
    shelves.own = {-1: told(3, contact("a", "Anna"), whole=True)}
    session.take(standing(3), "e:1")
    assert session.phonebook.own.version == 3
    session.clear()
    assert len(session.phonebook) == 0
