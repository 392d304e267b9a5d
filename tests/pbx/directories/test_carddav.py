"""A company's address book on a real CardDAV server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.directory import DirectoryKind, DirectorySource
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.pbx.directories import carddav
from onepresence_desktop.pbx.directories.carddav import CardDavDirectory
from onepresence_desktop.pbx.ports.directories import DirectoryAccess, Page
from tests.support.radicale import ACCOUNT, PASSWORD, Radicale

KAREN = """FN:Karen Kunde
N:Kunde;Karen;;;
ORG:Kunde ApS
item1.TEL:tel:+45-70-10-11-55
item1.X-ABLabel:_$!<Work>!$_
EMAIL;TYPE=WORK:karen@k.example"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Radicale]:
    with Radicale(tmp_path / "radicale") as running:
        running.make_address_book()
        yield running


async def test_cards_are_read_some_at_a_time_and_not_again_while_nothing_changes(
    server: Radicale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carddav, "PAGE", 2)
    server.put_card("karen", KAREN)
    for n in range(3):
        server.put_card(f"p{n}", f"FN:Person {n}\nN:{n};Person;;;\nTEL;TYPE=CELL:201234{n:02}")
    source = DirectorySource("book", "100", DirectoryKind.CARDDAV, server.address_book, ACCOUNT)
    directory = CardDavDirectory(here=True)

    async def read(mark: str, password: str = PASSWORD) -> list[Page]:
        return [page async for page in directory.read(DirectoryAccess(source, password), mark)]

    try:
        pages = await read("")
        assert [len(page.people) for page in pages] == [2, 2, 0]
        found = {person.name: person for page in pages for person in page.people}
        assert sorted(found) == ["Karen Kunde", "Person 0", "Person 1", "Person 2"]
        karen = found["Karen Kunde"]
        assert (karen.company, [(n.number, n.kind.value) for n in karen.numbers]) == (
            "Kunde ApS", [("+45-70-10-11-55", "work")],
        )  # fmt: skip
        mark = pages[-1].mark
        assert [page.same for page in await read(mark)] == [True]
        server.put_card("karen", KAREN.replace("Karen Kunde", "Karen Larsen"))
        again = [person for page in await read(mark) for person in page.people]
        assert {person.key: person.name for person in again}[karen.key] == "Karen Larsen"
        with pytest.raises(ConnectionFailed) as refused:
            await read("", password="wrong")
        assert refused.value.details["reason"] == Trouble.SIGN_IN_REFUSED
    finally:
        await directory.close()
