"""A long roster in the real page: a key pressed -> the filtered list painted, and one colleague's state -> his row."""

from __future__ import annotations

import os
import random
import statistics
import time
from datetime import UTC, datetime
from typing import Any

from msgspec import structs

from onepresence_desktop.domain.people import CustomerId, DeviceId, DeviceKind, Role, UserId
from onepresence_desktop.domain.presence import DeviceState, Presence
from onepresence_desktop.wire import views
from tests.bench.limits import Limit, most

SIZES = {10_000: 8.0, 100_000: 16.0}
"""People, and the milliseconds a keystroke may take."""
ROUNDS = 4
QUERIES = ("anders", "mette lund", "2140", "kundes", "søren k", "jens", "zimm", "and")
CHANGES, CHANGE_LIMIT = 400, 1.0
PERSONS = 40
SIZE = (764, 560)
"""Of the page in the window as it comes."""

FIRST = ("Anders", "Mette", "Søren", "Freja", "Birgit", "Jens", "Karin", "Åse", "Ulla", "Emil", "Oliver", "Ida")
LAST = ("Holmvig", "Lundgaard", "Kjærby", "Nørlund", "Fuglkær", "Ågård", "Åstrand", "Storbæk", "Winsløw", "Zimmer")
PARTS = ("Salg", "Kundeservice", "Lager", "Økonomi", "Ledelse", "Udvikling", "Service Vest")


def limits(found: dict[str, Any]) -> list[Limit]:
    """Medians by the wall clock; the 95th in a hundred by the thread's own, which other programs don't lengthen."""
    lines = []
    for people, limit in SIZES.items():
        one = {
            key: sorted(values)
            for key, values in found[str(people)].items()
            if key.endswith("_ms") and key != "shown_ms"
        }
        lines += [
            most(f"key pressed -> list painted, {people:,} people, p50", _part(one["key_ms"], 0.5), limit, "ms"),
            most(f"the same, p95 of the thread's work, {people:,}", _part(one["key_cpu_ms"], 0.95), limit, "ms"),
            most(f"a state changed -> row painted, {people:,} people, p50", _part(one["change_ms"], 0.5), 1, "ms"),
            most(f"the same, worst of the thread's work, {people:,}", one["change_cpu_ms"][-1], 16, "ms"),
            most(f"a person changed -> list right again, {people:,}, p50", _part(one["person_cpu_ms"], 0.5), 2, "ms"),
        ]
    return lines


def main() -> dict[str, Any]:
    """Run, print a table, return the figures in milliseconds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = {str(people): _measure(people) for people in SIZES}
    print(f"the colleagues' page, {SIZE[0]} x {SIZE[1]}; wall time until the list's own painting is over")
    print("                                                 n   p50 ms   p95 ms   p99 ms   worst   limit (p95)")
    for people, limit in SIZES.items():
        one = found[str(people)]
        for key, words, bound in (
            ("key_ms", "key pressed -> filtered list painted", limit),
            ("key_cpu_ms", "  the same, by the thread's own clock", limit),
            ("change_ms", "state changed -> its row painted", CHANGE_LIMIT),
            ("person_cpu_ms", "somebody's title changed, out of view", 2.0),
            ("unseen_ms", "state changed of somebody out of view", CHANGE_LIMIT),
        ):
            values = sorted(one[key])
            print(
                f"  {people:7}  {words:38}{len(values):4}   {_part(values, 0.5):6.2f}   {_part(values, 0.95):6.2f}"
                f"   {_part(values, 0.99):6.2f}   {values[-1]:5.2f}   {bound:g}"
            )
        print(
            f"  {people:7}  rows painted for one change: {one['rows_painted']}; shown first in {one['shown_ms']:.0f} ms"
        )
    return found


def _measure(people: int) -> dict[str, Any]:
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

    from onepresence_desktop.desktop.actions import Actions
    from onepresence_desktop.desktop.colleagues.view import ColleaguesView
    from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
    from onepresence_desktop.desktop.shell.top_bar import TopBar
    from onepresence_desktop.desktop.theme.theme import Choice, install

    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    install(app, Choice.LIGHT)
    session = Session()
    session.take(_snapshot(people), "e:1")
    session.set_connection(Connection(ConnectionState.LIVE))

    begun = time.perf_counter()
    window = QWidget()
    column = QVBoxLayout(window)
    bar, page = TopBar(), ColleaguesView(session, Actions())
    bar.field.textChanged.connect(page.take_search)
    column.addWidget(bar)
    column.addWidget(page)
    window.resize(SIZE[0], SIZE[1] + 60)
    window.show()
    app.processEvents()
    shown = time.perf_counter() - begun

    class Painted(QObject):
        """Counts paintings of the list, as they end."""

        count = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                self.count += 1
            return False

    painted = Painted()
    page.list.viewport().installEventFilter(painted)
    rows = [0]
    paint = page.list.delegate.paint

    def counted(*arguments: Any) -> None:
        rows[0] += 1
        paint(*arguments)

    page.list.delegate.paint = counted  # type: ignore[method-assign]

    def until_painted(before: int, what: str) -> None:
        ends = time.perf_counter() + 5
        while painted.count == before:
            app.processEvents()
            assert time.perf_counter() < ends, f"not painted: {what}"

    keys: list[float] = []
    work: list[float] = []
    for _ in range(ROUNDS):
        for query in QUERIES:
            for letter in query:
                before = painted.count
                begun, worked = time.perf_counter(), time.thread_time()
                QTest.keyClicks(bar.field, letter)
                until_painted(before, bar.field.text())
                keys.append((time.perf_counter() - begun) * 1000)
                work.append((time.thread_time() - worked) * 1000)
                _rest(app)
            bar.field.clear()
            _rest(app)
    users = list(session.mirror.presence)
    in_view = [user for place in page.list.seen() if (user := page.model.user_at(place)) is not None]
    changes, change_work, unseen, persons = [], [], [], []
    rows[0] = 0
    for n in range(CHANGES):
        state = Presence.BUSY if n % 2 else Presence.AVAILABLE
        seen = in_view[n // 2 % len(in_view)]
        before = painted.count
        begun, worked = time.perf_counter(), time.thread_time()
        session.take(_presence(seen, state), "")
        session._flush()
        until_painted(before, seen)
        changes.append((time.perf_counter() - begun) * 1000)
        change_work.append((time.thread_time() - worked) * 1000)
    painted_rows = rows[0]
    far = [user for user in users if user not in set(in_view)]
    for n in range(CHANGES):
        begun = time.perf_counter()
        session.take(_presence(far[n * 7 % len(far)], Presence.BUSY), "")
        session._flush()
        app.processEvents()
        unseen.append((time.perf_counter() - begun) * 1000)
    for n in range(PERSONS):
        person = session.mirror.people[far[n * 7 % len(far)]]
        worked = time.thread_time()
        session.take(structs.replace(person, title=f"Title {n}"), "")
        session._flush()
        app.processEvents()
        persons.append((time.thread_time() - worked) * 1000)
    window.close()
    window.deleteLater()
    app.processEvents()
    return {
        "key_ms": keys,
        "key_cpu_ms": work,
        "change_ms": changes,
        "change_cpu_ms": change_work,
        "person_cpu_ms": persons,
        "unseen_ms": unseen,
        "rows_painted": f"{painted_rows / CHANGES:g} each",
        "shown_ms": shown * 1000,
    }


def _rest(app: Any) -> None:
    """As long as between two keys of a fast typist, so that what is done later (counts) is not counted with a key."""
    ends = time.perf_counter() + 0.08
    while time.perf_counter() < ends:
        app.processEvents()
        time.sleep(0.002)


def _presence(user: UserId, state: Presence) -> views.PresenceView:
    phone = DeviceState.ON_CALL if state is Presence.BUSY else DeviceState.IDLE
    desk = views.DeviceView(id=DeviceId(f"{user}-d"), kind=DeviceKind.DESK, state=phone)
    return views.PresenceView(user_id=user, presence=state, devices=(desk,))


def _snapshot(count: int) -> views.SnapshotView:
    chance = random.Random(1)
    people = [
        views.PersonView(
            id=UserId(f"u{n:06}"),
            name=f"{chance.choice(FIRST)} {chance.choice(LAST)} {chance.choice(LAST)}",
            local_number=f"100{n:06}",
            department=chance.choice(PARTS),
            title="Konsulent",
            mobile=f"+45{20_000_000 + n}",
        )
        for n in range(count)
    ]
    states = (Presence.AVAILABLE, Presence.AVAILABLE, Presence.BUSY, Presence.OFF_WORK)
    return views.SnapshotView(
        event_id="e:1",
        at=datetime.now(UTC),
        version="1",
        public=views.PublicView(
            customer=views.CustomerView(
                id=CustomerId("c"), code="100", name="N", region="DK", time_zone="Europe/Copenhagen"
            ),
            people=people,
            presence=[_presence(person.id, chance.choice(states)) for person in people],
            groups=[],
        ),
        private=views.PrivateView(
            me=views.MeView(
                id=people[0].id,
                name=people[0].name,
                local_number=people[0].local_number,
                role=Role.USER,
                language="da",
                department="Salg",
                favourites=[person.id for person in people[100:104]],
            ),
            diversions=views.DiversionsView(current=[], coming=[]),
            messages=[],
            calls=[],
            history=[],
        ),
    )


def _part(values: list[float], part: float) -> float:
    return values[min(len(values) - 1, int(len(values) * part))] if values else statistics.nan


if __name__ == "__main__":
    main()
