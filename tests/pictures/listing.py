"""The list of colleagues in all its states, and the widths of the window."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QCursor
from PySide6.QtWidgets import QApplication

from onepresence_desktop.desktop.colleagues.model import ROW_ROLE
from onepresence_desktop.desktop.colleagues.view import ColleaguesView
from onepresence_desktop.desktop.session import Connection, ConnectionState
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire import views
from tests.pictures.camera import Camera

MANY = 5012


async def plain(camera: Camera) -> None:
    page = await camera.show("search")
    at_work = (Presence.RINGING, Presence.BUSY)
    rows = [page.model.index(n, 0) for n in range(12)]

    def lively() -> bool:
        shown = [getattr(row.data(ROW_ROLE), "presence", None) for row in rows]
        return all(state in shown for state in at_work)

    with contextlib.suppress(AssertionError):
        await camera.wait(lively, within=25)
    await camera.take("03a-search-list", settle=0.1)


async def _looked_up(camera: Camera, text: str, name: str) -> None:
    camera.window.search.search_for(text)
    await camera.take(name)


async def query(camera: Camera) -> None:
    await _looked_up(camera, "han", "03a-search-query")


async def dialled(camera: Camera) -> None:
    await _looked_up(camera, "331221", "03a-search-dial")


async def nothing(camera: Camera) -> None:
    await _looked_up(camera, "svendsen lager", "03a-search-empty")


async def keyboard(camera: Camera) -> None:
    page = await camera.show("search")
    assert isinstance(page, ColleaguesView)
    camera.press(camera.window.top.field, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    await camera.take("03a-search-keyboard")


async def pointer(camera: Camera) -> None:
    page = await camera.show("search")
    rect = page.list.visualRect(page.model.index(2, 0))
    QCursor.setPos(page.list.viewport().mapToGlobal(rect.center()))
    await camera.take("03a-search-pointer")


async def menu(camera: Camera) -> None:
    page = await camera.show("search")
    page.list.choose(2)
    centre = page.list.visualRect(page.model.index(2, 0)).center()
    where = page.list.viewport().mapToGlobal(centre)
    QApplication.postEvent(page.list.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, centre, where))
    await camera.take("03a-search-menu")


async def stale(camera: Camera) -> None:
    session, page = camera.desktop.session, await camera.show("search")
    before = session.connection
    now = datetime.now(UTC)
    session.set_connection(
        Connection(ConnectionState.STALE, now - timedelta(minutes=2, seconds=10), now + timedelta(seconds=9))
    )
    await camera.take("03a-search-stale")
    session.set_connection(replace(before))
    page.list.viewport().update()


async def loading(camera: Camera) -> None:
    session = camera.desktop.session
    snapshot, before = _snapshot(camera), session.connection
    session.clear()
    session.set_connection(Connection(ConnectionState.CONNECTING))
    camera.desktop.windows.show()
    await camera.take("03a-search-loading")
    session.show_copy(snapshot)
    await camera.take("03a-search-loading-copy")
    session.take(snapshot, "")
    session.set_connection(replace(before))


async def many(camera: Camera) -> None:
    session = camera.desktop.session
    snapshot, before = _snapshot(camera), session.connection
    await camera.show("search")
    known = snapshot.public.people
    people = list(known)
    for n in range(MANY - len(known)):
        model = known[n % len(known)]
        first, last = model.name.split()[0], known[(n * 7) % len(known)].name.split()[-1]
        name = f"{first} {last}" if n % 40 else f"{first} Maximiliane von Hohenstein-Wartenberg {last}"
        person = structs.replace(model, id=UserId(f"many-{n}"), name=name, local_number=f"100{3000 + n}")
        people.append(person)
    seen = [views.PresenceView(user_id=p.id, presence=Presence.AVAILABLE) for p in people[len(known) :]]
    public = structs.replace(snapshot.public, people=people, presence=[*snapshot.public.presence, *seen])
    session.take(structs.replace(snapshot, public=public), "")
    await camera.take("03a-search-5000", settle=1.5)
    camera.window.search.search_for("hohen")
    await camera.take("03a-search-5000-query")
    camera.window.search.search_for("")
    session.take(snapshot, "")
    session.set_connection(replace(before))


def _snapshot(camera: Camera) -> views.SnapshotView:
    snapshot = camera.desktop.session.mirror.snapshot("1")
    assert snapshot is not None
    return structs.replace(snapshot, at=datetime.now(UTC))


async def widths(camera: Camera) -> None:
    for wide, high in ((1240, 780), (920, 680), (720, 480)):
        camera.window.resize(wide, high)
        await camera.take(f"03a-search-{wide}", settle=0.6)
    for section in ("divert", "inbox", "calls", "settings", "admin"):
        await camera.show(section)
        await camera.take(f"{section}-720")


SCENES = {
    "list": plain,
    "query": query,
    "dial": dialled,
    "empty": nothing,
    "keyboard": keyboard,
    "pointer": pointer,
    "menu": menu,
    "stale": stale,
    "loading": loading,
    "many": many,
    "widths": widths,
}
