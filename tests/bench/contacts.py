"""20,000 contacts: shown from the local copy, found as one types; by the thread's own work, not by the clock."""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from onepresence_desktop.client.local_copy import LocalCopy, parts_of
from onepresence_desktop.client.phonebook import Phonebook
from onepresence_desktop.domain.phonebook import ContactId, ContactNumber, PhoneKind
from onepresence_desktop.wire.contacts import ContactChanges, ContactView
from tests.bench.limits import Limit, most

CONTACTS = 20_000
ROUNDS = 3
QUERIES = ("anders", "mette lund", "+4570", "havblik", "søren k", "zimm")
FIRST = ("Anders", "Mette", "Søren", "Freja", "Birgit", "Jens", "Karin", "Åse", "Ulla", "Emil", "Oliver", "Ida")
LAST = ("Holmvig", "Lundgaard", "Kjærby", "Nørlund", "Fuglkær", "Ågård", "Åstrand", "Storbæk", "Winsløw", "Zimmer")
FIRMS = ("Havblik Logistik", "Nordlys A/S", "Kyst & Fjord", "Skovgård ApS", "Tangen AB", "")


def limits(found: dict[str, Any]) -> list[Limit]:
    """The keystroke's median and the longest stretch while the copy is shown."""
    keys = sorted(found["key_ms"])
    return [
        most(f"key pressed -> phonebook painted, {CONTACTS:,}, p50 of the work", statistics.median(keys), 8, "ms"),
        most("the same, p95", keys[int(len(keys) * 0.95)], 8, "ms"),
        most(f"{CONTACTS:,} kept contacts shown, longest stretch", max(found["part_ms"]), 16, "ms"),
        most("the same, all of the thread's work", sum(found["part_ms"]) / 1000, 1, "s"),
    ]


def main() -> dict[str, Any]:
    """Run, print, return the figures in milliseconds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = _measure()
    keys = sorted(found["key_ms"])
    part = found["part_ms"]
    p95 = keys[int(len(keys) * 0.95)]
    print(f"  {len(keys)} keys: p50 {statistics.median(keys):.2f}, p95 {p95:.2f}, worst {keys[-1]:.2f} ms")
    print(f"  {len(part)} stretches while it is shown: longest {max(part):.2f} ms, all {sum(part):.0f} ms")
    print(f"  the copy read from the disk in {found['read_ms']:.0f} ms of work, {found['size_mb']:.1f} MB")
    return found


def _contacts() -> list[ContactView]:
    chance = random.Random(7)
    return [
        ContactView(
            id=ContactId(f"c{n}"),
            name=f"{chance.choice(FIRST)} {chance.choice(LAST)}",
            company=chance.choice(FIRMS),
            title="",
            numbers=(ContactNumber(f"+4570{n:06}", PhoneKind.WORK), ContactNumber(f"+4520{n:06}", PhoneKind.MOBILE)),
            emails=(),
            note="",
            shared=n % 2 == 0,
            favourite=False,
        )
        for n in range(CONTACTS)
    ]


def _measure() -> dict[str, Any]:
    from PySide6.QtWidgets import QApplication

    from onepresence_desktop.desktop.actions import Actions
    from onepresence_desktop.desktop.contact_index import Shelf
    from onepresence_desktop.desktop.contact_search import ContactSearch
    from onepresence_desktop.desktop.phonebook.view import PhonebookPage
    from onepresence_desktop.desktop.session import Session
    from onepresence_desktop.desktop.theme.theme import Choice, install

    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    install(app, Choice.LIGHT)
    everyone, book = _contacts(), Phonebook()
    for shared in (False, True):
        some = [one for one in everyone if one.shared == shared]
        book.shelf(shared=shared).take(ContactChanges(version=1, whole=True, contacts=some))
    with tempfile.TemporaryDirectory() as folder:
        copy = LocalCopy(Path(folder), "http://here", "1002101")
        copy.save_contacts(parts_of(book))
        size = sum(file.stat().st_size for file in Path(folder).iterdir())
        worked = time.thread_time()
        parts = copy.load_contacts()
        read = time.thread_time() - worked
    session = Session()
    search = ContactSearch(session)
    page = PhonebookPage(session, Actions(), search, lambda _place: None)
    page.resize(764, 560)
    page.show()
    app.processEvents()
    stretches = []
    for part in parts:
        worked = time.thread_time()
        session.show_contacts(part.changes, shared=part.shared)
        stretches.append((time.thread_time() - worked) * 1000)
        worked = time.thread_time()
        app.processEvents()
        stretches.append((time.thread_time() - worked) * 1000)
    while search.count(Shelf.SHARED) + search.count(Shelf.OWN) < CONTACTS:
        worked = time.thread_time()
        app.processEvents()
        stretches.append((time.thread_time() - worked) * 1000)
    page.shelf.set_chosen(Shelf.SHARED)
    page.refill()
    page.list.choose(0)
    app.processEvents()
    assert search.count(Shelf.SHARED) == search.count(Shelf.OWN) == CONTACTS // 2
    keys = []
    for _ in range(ROUNDS):
        for query in QUERIES:
            for end in range(1, len(query) + 1):
                worked = time.thread_time()
                page.take_search(query[:end])
                page.listing.list.viewport().repaint()
                keys.append((time.thread_time() - worked) * 1000)
                app.processEvents()
            page.take_search("")
            app.processEvents()
    page.close()
    page.deleteLater()
    app.processEvents()
    return {"key_ms": keys, "part_ms": stretches, "read_ms": read * 1000, "size_mb": size / 1e6}


if __name__ == "__main__":
    main()
