"""What a colleague's program does on another computer, by the README; run by the test beside it.

usage: python -m tests.walks.colleague LOCALNUMBER PASSWORD NEW_PASSWORD SETTINGS

Prints where it found the service, the words it was shown, then the names of the colleagues it sees; or why it went no
further.
"""

from __future__ import annotations

import asyncio
import queue
import sys

from PySide6.QtCore import QSettings, Qt

from onepresence_desktop.client.event_stream import EventStream
from onepresence_desktop.desktop.platform.nearby import NearbyServers
from onepresence_desktop.desktop.servers import Servers
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.domain.errors import CertificateChanged, CertificateUnknown
from onepresence_desktop.wire.fingerprint import in_words
from onepresence_desktop.wire.nearby import Nearby
from onepresence_desktop.wire.stream import SnapshotView


def heard() -> Nearby:
    """The first service that says it is there, as the list "Connect to my company" has it."""
    told: queue.Queue[list[Nearby]] = queue.Queue()
    near = NearbyServers()
    near.found.connect(told.put, Qt.ConnectionType.DirectConnection)
    near.start()
    try:
        return told.get(timeout=60)[0]
    finally:
        near.stop()


async def main(number: str, password: str, new: str, settings: str) -> None:
    address = heard().address
    print(address)
    servers = Servers(Settings(QSettings(settings, QSettings.Format.IniFormat)))
    try:
        await servers.find(address)
    except CertificateUnknown as exc:
        shown = str(exc.details["fingerprint"])
        print(" ".join(in_words(shown)))
        servers.remember(str(exc.details["address"]), shown)
    except CertificateChanged:
        print("certificate changed")
        return
    client = await servers.find(address)
    session = await client.sign_in(number, password, device_name="colleague")
    if session.must_change_password:
        await client.change_password(password, new)
    seen: asyncio.Future[SnapshotView] = asyncio.get_running_loop().create_future()
    stream = EventStream(client, on_event=lambda event, _: _take(event, seen), on_link=lambda _: None)
    following = asyncio.create_task(stream.follow())
    snapshot = await asyncio.wait_for(seen, 60)
    following.cancel()
    print("; ".join(person.name for person in snapshot.public.people))
    print(client.token)
    await client.close()


def _take(event: object, seen: asyncio.Future[SnapshotView]) -> None:
    if isinstance(event, SnapshotView) and not seen.done():
        seen.set_result(event)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
