"""After any sequence of changes, cuts and restarts the client's mirror equals a fresh snapshot."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.client.event_stream import EventStream, Link
from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.client.pbx_client import PbxClient
from onepresence_desktop.domain.diversion import RECEPTION, VOICEMAIL, Reason
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire import bodies, views
from tests.support.cut import Wire
from tests.support.phones import free_host
from tests.support.service import Service
from tests.support.waiting import eventually


def comparable(snapshot: views.SnapshotView | None) -> Any:
    """A snapshot without what differs by nature: the event id, the clock, the order of maps."""
    if snapshot is None:
        return None
    public, private = snapshot.public, snapshot.private
    return (
        public.customer,
        sorted(public.people, key=lambda p: p.id),
        sorted(public.presence, key=lambda p: p.user_id),
        sorted(public.groups, key=lambda g: g.id),
        private.me,
        private.diversions,
        sorted(private.messages, key=lambda m: m.id),
        sorted(private.calls, key=lambda c: c.id),
        [record.id for record in private.history],
        sorted((n.user_id, n.note) for n in private.reception_notes if n.note),
    )


async def something(rng: random.Random, clients: list[PbxClient], admin: PbxClient, people: list[UserId]) -> None:
    """One random change by someone; refusals are part of life."""
    client = rng.choice(clients)
    try:
        match rng.randrange(9):
            case 0 | 1:
                await client.divert(bodies.DiversionRequest(preset=rng.choice(["lunch", "break", "meeting_1h"])))
            case 2:
                await client.open_phone()
            case 3:
                request = bodies.DiversionRequest(
                    reason=rng.choice(list(Reason)[:6]),
                    until=None,
                    destination=rng.choice([VOICEMAIL, RECEPTION]),
                    note=f"note {rng.random()}",
                    reception_note="ask" if rng.random() < 0.5 else "",
                )
                await client.divert(request)
            case 4:
                diversions = await client.diversions()
                if diversions.current:
                    await client.remove_diversion(rng.choice(diversions.current).id)
            case 5:
                shown = (await client.snapshot()).public.people
                await client.set_favourites([person.id for person in shown if rng.random() < 0.5])
            case 6:
                number = f"100{3000 + rng.randrange(40)}"
                made = await admin.add_person(bodies.PersonBody(local_number=number, name=f"New {number}"))
                people.append(made.person.id)
            case 7 if people:
                await admin.remove_person(people.pop(rng.randrange(len(people))))
            case 8:
                await client.save_voicemail(bodies.VoicemailBody(language=rng.choice(["da", "sv", "en"])))
    except OnePresenceError:
        pass


DEMO = ["1002101", "1002102", "1002104"]
"""An administrator, a receptionist and a colleague where calls and voicemails come by themselves."""


@pytest.mark.parametrize(("driver", "seed"), [("sip", 1), ("sip", 2), ("demo", 3)])
async def test_the_mirror_equals_a_fresh_snapshot_after_events_cuts_and_restarts(
    tmp_path: Path, driver: str, seed: int
) -> None:
    await walk(tmp_path, driver, random.Random(seed))


async def walk(folder: Path, driver: str, rng: random.Random) -> None:
    """Eight rounds of changes, each with a cut, a kill, a restart or none of them; after each the two must agree."""
    own_host = f"{free_host()}:5060" if driver == "sip" else "127.0.0.1:0"  # where nobody listens while it is away
    service = Service(folder / "data", driver=driver, sip=own_host)
    await asyncio.to_thread(service.start)
    try:
        numbers = DEMO if driver == "demo" else await asyncio.to_thread(service.company, 3)
        tokens = [await asyncio.to_thread(service.token, number) for number in numbers]
        host, port = service.url.removeprefix("http://").split(":")
        clients = [PbxClient(service.url, token=token) for token in tokens]
        mirror, links = Mirror(), list[Link]()
        async with Wire((host, int(port))) as wire:
            watcher = PbxClient(wire.url, token=tokens[1])
            stream = EventStream(
                watcher,
                on_event=lambda event, event_id: mirror.apply(event) and None,
                on_link=links.append,
                jitter=lambda: 0.0,
            )
            following = asyncio.create_task(stream.follow())
            try:
                await eventually(lambda: mirror.me is not None)
                people: list[UserId] = []
                for round_ in range(8):
                    for _ in range(rng.randrange(3, 9)):
                        await something(rng, clients, clients[0], people)
                    match rng.randrange(4):
                        case 0:
                            wire.cut()
                        case 1 if round_ % 2:
                            await asyncio.to_thread(service.kill)
                            await asyncio.to_thread(service.start)
                        case 2:
                            await asyncio.to_thread(service.stop)
                            await asyncio.to_thread(service.start)
                    for _ in range(rng.randrange(3)):
                        await something(rng, clients, clients[0], people)
                    wire.mend()
                    stream.retry_now()

                    async def agrees() -> bool:
                        fresh = await clients[1].snapshot()
                        stream.retry_now()
                        return comparable(mirror.snapshot()) == comparable(fresh)

                    await eventually(agrees, every=0.05)
            finally:
                following.cancel()
                await asyncio.gather(following, return_exceptions=True)
                await watcher.close()
                for client in clients:
                    await client.close()
    finally:
        await asyncio.to_thread(service.stop)
