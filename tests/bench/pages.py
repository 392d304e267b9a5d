"""The pages of the window: each opened for the first time and again, the week and the day board painted, 5,000 cards.

By the Qt thread's own work, not by the clock: other programs don't lengthen it.
"""

from __future__ import annotations

import asyncio
import gc
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from msgspec import structs

from onepresence_desktop.domain.diversion import VOICEMAIL, DiversionId, Origin, Reason
from onepresence_desktop.domain.people import Role
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.contacts import ContactChanges, ImportReport
from onepresence_desktop.wire.schedules import (
    AbsenceView,
    DayBoardRow,
    DayBoardView,
    OccurrencesView,
    OccurrenceView,
    WorkView,
)
from tests.bench.limits import Limit, most
from tests.bench.roster import _snapshot
from tests.pbx.office import running

PEOPLE, ENTRIES, CARDS = 500, 200, 5_000
ROUNDS, PAINTINGS = 4, 40
SIZE = (980, 680)
PART = 500
"""Contacts that the service tells at once of what changed."""


def limits(found: dict[str, Any]) -> list[Limit]:
    """The slowest page; medians of the paintings."""
    lines = []
    for key, words, limit in (
        ("built_ahead", "a page opened first, built ahead", 100),
        ("not_built", "a page opened first, nothing built", 100),
        ("again", "a page opened again", 30),
    ):
        slowest = max(found[key], key=found[key].get)
        lines.append(most(f"{words}: the slowest ({slowest})", found[key][slowest], limit, "ms"))
    return [
        *lines,
        most(f"a week of {ENTRIES} entries painted, p50", statistics.median(found["week_ms"]), 8, "ms"),
        most("the day board painted, p50", statistics.median(found["day_ms"]), 8, "ms"),
        most(f"{CARDS:,} vCards: read, shown and written, CPU", found["import_s"], 5, "s"),
        most("the same, longest stretch of the Qt thread", max(found["stretch_ms"]), 16, "ms"),
    ]


def main() -> dict[str, Any]:
    """Run, print a table, return the figures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = {**_opening(), **_painting(), **_importing()}
    print("  opened, ms of the thread's work     first, built ahead   first, nothing built   again")
    for key in found["again"]:
        print(
            f"    {key:32} {found['built_ahead'][key]:18.1f}   {found['not_built'][key]:20.1f}"
            f"   {found['again'][key]:5.1f}"
        )
    for key, words in (("week_ms", f"a week of {ENTRIES} entries"), ("day_ms", f"the day of {PEOPLE} colleagues")):
        values = sorted(found[key])
        print(f"  {words} painted: p50 {statistics.median(values):.2f}, worst {values[-1]:.2f} ms")
    stretches = found["stretch_ms"]
    print(
        f"  {CARDS:,} vCards: service {found['service_s']:.2f} s, Qt thread {sum(stretches) / 1000:.2f} s in "
        f"{len(stretches)} stretches, the longest {max(stretches):.1f} ms"
    )
    return found


def _work(of: Callable[[], Any]) -> float:
    begun = time.thread_time()
    of()
    return (time.thread_time() - begun) * 1000


def _session() -> Any:
    from onepresence_desktop.desktop.session import Connection, ConnectionState, Session

    session, snapshot = Session(), _snapshot(PEOPLE)
    me = structs.replace(snapshot.private.me, role=Role.ADMINISTRATOR)
    session.take(structs.replace(snapshot, private=structs.replace(snapshot.private, me=me)), "e:1")
    session.set_connection(Connection(ConnectionState.LIVE))
    return session


def _app() -> Any:
    from PySide6.QtWidgets import QApplication

    from onepresence_desktop.desktop.theme.theme import Choice, install

    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    install(app, Choice.LIGHT)
    return app


def _windows(folder: Path) -> Any:
    from PySide6.QtCore import QSettings

    from onepresence_desktop.desktop.actions import Actions
    from onepresence_desktop.desktop.commands_registry import CommandRegistry
    from onepresence_desktop.desktop.stored_settings import Settings
    from onepresence_desktop.desktop.windows import Windows

    class Silent(Actions):
        def _start(self, name: str, work: Any) -> None:
            work.close()

    session, actions = _session(), Silent()
    settings = Settings(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
    places = SimpleNamespace(voicemail=folder / "voicemail", logs=folder)
    tray = SimpleNamespace(available=True)
    return Windows(
        session, actions, settings, places, registry=CommandRegistry(session, actions), tray=tray, diagnostics=str
    )  # type: ignore[arg-type]


def _opening() -> dict[str, dict[str, float]]:
    from onepresence_desktop.desktop.sections import PAGES
    from onepresence_desktop.desktop.shell.ahead import read_in

    app = _app()
    with tempfile.TemporaryDirectory() as folder:
        windows = _windows(Path(folder))
        windows.show()
        window = windows.window
        window.resize(*SIZE)
        app.processEvents()
        for room in ("shell", *PAGES):
            for _ in read_in(f"onepresence_desktop.desktop.{room}"):
                pass
        keys = [key for key in window.section_keys() if key != "search"]

        def opened(key: str) -> float:
            def do() -> None:
                window.show_section(key)
                app.processEvents()

            window.show_section("search")
            app.processEvents()
            return _work(do)

        found: dict[str, dict[str, list[float]]] = {"built_ahead": {}, "not_built": {}, "again": {}}
        for turn in range(ROUNDS):
            for key in keys:
                window.forget_pages()
                window.show_section("search")
                app.processEvents()
                if turn % 2 == 0:
                    for _ in window.ahead(key):
                        app.processEvents()
                first = "built_ahead" if turn % 2 == 0 else "not_built"
                found[first].setdefault(key, []).append(opened(key))
                found["again"].setdefault(key, []).append(opened(key))
        windows.popups.stack.close_all()
        window.hide()
        window.deleteLater()
        app.processEvents()
    return {way: {key: statistics.median(times) for key, times in of.items()} for way, of in found.items()}


def _painting() -> dict[str, list[float]]:
    from onepresence_desktop.desktop.actions import Actions
    from onepresence_desktop.desktop.colleagues.view import ColleaguesView
    from onepresence_desktop.desktop.diversion.schedule.view import SchedulePane

    app, session = _app(), _session()

    class Told(Actions):
        def _start(self, name: str, work: Any) -> None:
            work.close()

        def ask(self, name: str, verb: Any, reply: Any) -> None:
            if name == "occurrences":
                reply(_week(session.now()))
            elif name == "day_board":
                reply(_days(session))

    pane = SchedulePane(session, Told())
    pane.resize(764, 560)
    pane.show()
    app.processEvents()
    week = [_work(pane.grid.viewport().repaint) for _ in range(PAINTINGS)]
    pane.close()
    page = ColleaguesView(session, Told())
    page.resize(764, 620)
    page.show()
    page.show_as("day")
    app.processEvents()
    assert len(page.board.rows) == PEOPLE
    day = [_work(page.days.list.viewport().repaint) for _ in range(PAINTINGS)]
    page.close()
    app.processEvents()
    return {"week_ms": week, "day_ms": day}


def _week(now: datetime) -> OccurrencesView:
    monday = (now - timedelta(days=now.weekday())).replace(hour=6, minute=0, second=0, microsecond=0)
    entries = []
    for n in range(ENTRIES):
        starts = monday + timedelta(days=n % 7, minutes=15 * (n // 7 % 40))
        entries.append(
            OccurrenceView(
                id=DiversionId(f"o{n}"), schedule_id=None, origin=Origin.MANUAL, reason=Reason.MEETING,
                title=f"Møde {n}", starts_at=starts, until=starts + timedelta(minutes=45), destination=VOICEMAIL,
                note="", reception_note="",
            )
        )  # fmt: skip
    return OccurrencesView(occurrences=entries, counts=[])


def _days(session: Any) -> DayBoardView:
    begin = session.now().replace(hour=7, minute=0, second=0, microsecond=0)
    work = [WorkView(starts_at=begin + timedelta(hours=1), until=begin + timedelta(hours=9))]
    rows = [
        DayBoardRow(user_id=user, absences=list(_absences(begin, n)), work=work)
        for n, user in enumerate(session.mirror.people)
    ]
    return DayBoardView(starts_at=begin, until=begin + timedelta(days=1), rows=rows)


def _absences(begin: datetime, n: int) -> Iterator[AbsenceView]:
    for place in range(3):
        starts = begin + timedelta(hours=2 * place + n % 3)
        yield AbsenceView(
            starts_at=starts,
            until=starts + timedelta(hours=1),
            origin=Origin.MANUAL,
            reason=Reason.MEETING,
            title="",
            note="",
        )


def _importing() -> dict[str, Any]:
    cards = "".join(
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person {n}\r\nORG:Firma {n % 50}\r\nTEL;TYPE=CELL:+4520{n:06}\r\n"
        f"TEL;TYPE=WORK:+4533{n:06}\r\nEMAIL:p{n}@example.com\r\nEND:VCARD\r\n"
        for n in range(CARDS)
    ).encode()
    spent, dry, done, changes = asyncio.run(_served(cards))
    stretches = _shown(cards, dry, done, changes)
    return {"service_s": spent, "stretch_ms": stretches, "import_s": spent + sum(stretches) / 1000}


async def _served(cards: bytes) -> tuple[float, bytes, bytes, list[bytes]]:
    """CPU seconds of the service, its two answers, and what it tells of the contacts then."""
    with tempfile.TemporaryDirectory() as folder:
        async with running(Path(folder)) as office:
            await office.company()
            await office.person("1002101", "Anders")
            anders = await office.caller("1002101")
            heads = {"content-type": "text/vcard"}
            begun = time.process_time()
            dry = await anders.post("/v1/me/contacts/import", content=cards, headers=heads, params={"dry_run": "1"})
            done = await anders.post("/v1/me/contacts/import", content=cards, headers=heads)
            spent = time.process_time() - begun
            assert done.status_code == 200, done.text
            told, since, more = [], 0, True
            while more:
                answer = await anders.get("/v1/me/contacts/changes", params={"since": str(since)})
                changes = codec.read(answer.content, ContactChanges)
                told.append(answer.content)
                since, more = changes.version, changes.more
            return spent, dry.content, done.content, told


def _shown(cards: bytes, dry: bytes, done: bytes, told: list[bytes]) -> list[float]:
    """Milliseconds of each stretch of the Qt thread, from the file chosen to all contacts in the list."""
    from onepresence_desktop.desktop.actions import Actions
    from onepresence_desktop.desktop.contact_index import Shelf
    from onepresence_desktop.desktop.contact_search import ContactSearch
    from onepresence_desktop.desktop.phonebook.view import PhonebookPage
    from onepresence_desktop.desktop.platform.collector import Collector

    app, session = _app(), _session()
    collector = Collector()  # as the program does it: in its own time, and not what stays
    answers: list[tuple[bytes, Any]] = []

    class Told(Actions):
        def _start(self, name: str, work: Any) -> None:
            work.close()

        def ask(self, name: str, verb: Any, reply: Any) -> None:
            if name == "import_contacts":
                answers.append((dry if not answers else done, reply))

    search = ContactSearch(session)
    page = PhonebookPage(session, Told(), search, lambda _place: None)
    page.resize(764, 560)
    page.show()
    app.processEvents()
    collector.settle()
    stretches: list[float] = []

    def stretch(do: Callable[[], Any]) -> None:
        stretches.append(_work(do))
        stretches.append(_work(app.processEvents))
        stretches.append(_work(collector.idle))

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "cards.vcf"
        file.write_bytes(cards)
        stretch(lambda: page.begin_import(file))
        stretch(lambda: answers[0][1](codec.read(answers[0][0], ImportReport)))
        stretch(page.importing.import_button.click)
        stretch(lambda: answers[1][1](codec.read(answers[1][0], ImportReport)))
        for part in told:
            stretch(lambda part=part: session.take_contacts(codec.read(part, ContactChanges), shared=False))
        ends = time.monotonic() + 60
        while search.count(Shelf.OWN) < CARDS and time.monotonic() < ends:
            stretches.append(_work(app.processEvents))
    assert search.count(Shelf.OWN) == CARDS
    gc.unfreeze()
    gc.enable()
    page.close()
    page.deleteLater()
    app.processEvents()
    return stretches


if __name__ == "__main__":
    main()
