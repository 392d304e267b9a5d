"""Contacts are there at once after a start and without the network, and gone after the sign-out (spec 13.2)."""

from __future__ import annotations

import asyncio
from pathlib import Path

from msgspec import structs
from pytestqt.qtbot import QtBot

from onepresence_desktop.client.local_copy import LocalCopy, parts_of
from onepresence_desktop.client.pbx_client import PbxClient
from onepresence_desktop.client.phonebook import Phonebook
from onepresence_desktop.desktop.connection import Account, SignedIn
from onepresence_desktop.desktop.contact_keeper import ContactKeeper
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.domain.phonebook import ContactId
from tests.client.test_phonebook import contact, told
from tests.desktop.test_contact_keeper import Shelves, standing

ACCOUNT = Account("http://127.0.0.1:9", "1002101")
"""Nobody answers there."""


def kept() -> Phonebook:
    book = Phonebook()
    book.own.take(told(3, *(contact(f"o{n}", f"Anna {n}", f"+45{n:08}") for n in range(500)), whole=True))
    book.shared.take(told(1, contact("s", "Kunde ApS", "+4570101155", shared=True), whole=True))
    return book


def copy(folder: Path) -> LocalCopy:
    return LocalCopy(folder, ACCOUNT.address, ACCOUNT.local_number)


async def until_shown(session: Session) -> None:
    """Wait, with a bound, for the whole copy to be shown."""
    shown = asyncio.Event()
    session.copy_shown.connect(shown.set)
    async with asyncio.timeout(60):
        await shown.wait()


async def living(session: Session, folder: Path, *, sign_out: bool = False) -> None:
    """Signed in with nobody answering, until what was kept is shown; then the program ends, or its user signs out."""
    client = PbxClient(ACCOUNT.address, token="t")
    signed_in = SignedIn(session, client, ACCOUNT, folder)
    running = asyncio.create_task(signed_in.run())
    await until_shown(session)
    if sign_out:
        signed_in.forget()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await client.close()


def test_names_and_search_know_contacts_of_the_last_time_without_the_network(qtbot: QtBot, tmp_path: Path) -> None:
    copy(tmp_path).save_contacts(parts_of(kept()))
    session, shelves = Session(), Shelves()
    keeper = ContactKeeper(session, shelves)
    asyncio.run(living(session, tmp_path))
    assert session.whose("+4500000042") == ("Anna 42", None) and session.known("+4570101155")
    keeper.search.finish()
    assert [one.id for one in keeper.search.best("anna 499", 5)] == ["o499"]
    assert len(session.phonebook) == 501 and shelves.asked == []


def test_afterwards_only_what_changed_is_asked_for_and_it_is_kept_for_the_next_time(
    qtbot: QtBot, tmp_path: Path
) -> None:
    copy(tmp_path).save_contacts(parts_of(kept()))
    session, shelves = Session(), Shelves()
    keeper = ContactKeeper(session, shelves)
    keeper.want()

    async def once() -> None:
        client = PbxClient(ACCOUNT.address, token="t")
        signed_in = SignedIn(session, client, ACCOUNT, tmp_path)
        running = asyncio.create_task(signed_in.run())
        await until_shown(session)
        shelves.own = {3: told(4, contact("new", "Birk", "+452"), removed=("o0",))}
        session.take(standing(4), "e:1")
        session.set_connection(Connection(ConnectionState.LIVE))
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await client.close()

    asyncio.run(once())
    assert shelves.asked == [(False, 3)]
    again = Session()
    asyncio.run(living(again, tmp_path))
    assert again.whose("+452") == ("Birk", None) and again.phonebook.get(ContactId("o0")) is None
    assert len(again.phonebook) == 501


def test_what_the_service_has_told_is_not_put_back_by_what_was_kept(qtbot: QtBot) -> None:
    session = Session()
    session.take_contacts(told(8, contact("a", "Ny Anna", "+451"), whole=True), shared=False)
    old = told(3, contact("a", "Anna", "+451"), contact("b", "Birk", "+452"), whole=True)
    session.show_contacts(old, shared=False)
    session.show_contacts(structs.replace(old, whole=False), shared=False)
    assert session.whose("+451") == ("Ny Anna", None) and session.whose("+452") == ("", None)


def test_nothing_is_left_on_the_disk_after_the_sign_out(qtbot: QtBot, tmp_path: Path) -> None:
    copy(tmp_path).save_contacts(parts_of(kept()))
    session = Session()
    asyncio.run(living(session, tmp_path, sign_out=True))
    assert list(tmp_path.iterdir()) == []
    session.clear()
    assert len(session.phonebook) == 0
