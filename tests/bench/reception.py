"""The reception's page with 5,000 colleagues: a key pressed, a call that comes, a person edited -> painted."""

from __future__ import annotations

import os
import time
from datetime import timedelta
from typing import Any

from msgspec import structs

from tests.bench.limits import Limit, most

PEOPLE, ROUNDS, CALLS, PERSONS = 5_000, 4, 200, 40
QUERIES = ("anders", "mette lund", "2140", "kundes", "jens", "zimm")
SIZE = (1040, 680)


def limits(found: dict[str, Any]) -> list[Limit]:
    """Of the thread's own work, which other programs don't lengthen."""
    parts = {key: sorted(values) for key, values in found.items()}
    return [
        most("reception, key pressed -> painted, 5,000, p95", _part(parts["key_ms"], 0.95), 8, "ms"),
        most("reception, a call comes or goes -> painted, p99", _part(parts["queue_ms"], 0.99), 20, "ms"),
        most("reception, a person edited, p50", _part(parts["person_ms"], 0.5), 2, "ms"),
    ]


def _part(values: list[float], share: float) -> float:
    return values[min(len(values) - 1, int(len(values) * share))]


def main() -> dict[str, Any]:
    """Run, print, return the figures in milliseconds of CPU."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = _measure()
    for key, values in found.items():
        ordered = sorted(values)
        print(f"  {key:10}{len(ordered):5}  p50 {_part(ordered, 0.5):6.2f}  p95 {_part(ordered, 0.95):6.2f}"
              f"  p99 {_part(ordered, 0.99):6.2f}  worst {ordered[-1]:6.2f} ms")  # fmt: skip
    return found


def _measure() -> dict[str, list[float]]:
    from PySide6.QtWidgets import QApplication

    from onepresence_desktop.desktop.actions import Actions
    from onepresence_desktop.desktop.reception.view import ReceptionView
    from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
    from onepresence_desktop.desktop.theme.theme import Choice, install
    from onepresence_desktop.desktop.watches import Watches
    from onepresence_desktop.domain.calls import CallId
    from onepresence_desktop.domain.reception import QueueState
    from onepresence_desktop.wire.reception import QueuedCallRemoved, QueuedCallView
    from tests.bench.roster import _snapshot

    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    install(app, Choice.LIGHT)
    session = Session()
    session.take(_snapshot(PEOPLE), "e:1")
    session.set_connection(Connection(ConnectionState.LIVE))
    page = ReceptionView(session, Actions(), Watches(session))
    page.resize(*SIZE)
    page.show()
    app.processEvents()

    def spent(did: Any) -> float:
        begun = time.thread_time()
        did()
        session._flush()
        app.processEvents()
        return (time.thread_time() - begun) * 1000

    found: dict[str, list[float]] = {"key_ms": [], "queue_ms": [], "person_ms": []}
    for _ in range(ROUNDS):
        for query in QUERIES:
            for end in range(1, len(query) + 1):
                found["key_ms"].append(spent(lambda text=query[:end]: page.take_search(text)))
            page.take_search("")
            app.processEvents()
    now = session.now()
    for n in range(CALLS):
        call = QueuedCallView(
            id=CallId(f"k{n}"), state=QueueState.WAITING, number=f"+45331{n:05}", name="", called_number="+4533100000",
            called_name="Main", since=now - timedelta(seconds=n),
        )  # fmt: skip
        found["queue_ms"].append(spent(lambda call=call: session.take(call, "")))
        if n >= 4:
            found["queue_ms"].append(spent(lambda n=n: session.take(QueuedCallRemoved(id=CallId(f"k{n - 4}")), "")))
    users = list(session.mirror.people)
    for n in range(PERSONS):
        person = session.mirror.people[users[n * 97 % len(users)]]
        changed = structs.replace(person, title=f"Title {n}")
        found["person_ms"].append(spent(lambda changed=changed: session.take(changed, "")))
    page.close()
    return found


if __name__ == "__main__":
    main()
