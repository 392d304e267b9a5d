"""Everything a client needs at connect: a public part encoded once per customer, a private part of the caller's own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from onepresence_desktop import __version__
from onepresence_desktop.domain.calls import CallRecord
from onepresence_desktop.domain.errors import NotFound
from onepresence_desktop.domain.messages import Message
from onepresence_desktop.domain.people import CustomerId, User, UserId
from onepresence_desktop.domain.reception import attends
from onepresence_desktop.pbx.batching import Batched
from onepresence_desktop.pbx.event_stream import Client, EventStream
from onepresence_desktop.pbx.ports import Clock, UnitOfWork
from onepresence_desktop.pbx.services import reception_views, views
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.user_settings import UserSettings
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.calls import CALLS, CallView
from onepresence_desktop.wire.completions import COMPLETIONS, CompletionView
from onepresence_desktop.wire.contacts import CONTACTS, SHARED_CONTACTS, ContactsView
from onepresence_desktop.wire.customer import CUSTOMER
from onepresence_desktop.wire.diversions import DIVERSIONS, DiversionsView
from onepresence_desktop.wire.doctor import FINDINGS, LastingFindings
from onepresence_desktop.wire.groups import GROUPS
from onepresence_desktop.wire.history import HISTORY
from onepresence_desktop.wire.me import ME, MeView
from onepresence_desktop.wire.messages import MESSAGES
from onepresence_desktop.wire.parking import PARKED
from onepresence_desktop.wire.people import PEOPLE
from onepresence_desktop.wire.presence import PRESENCE
from onepresence_desktop.wire.reception import QUEUE, RECEPTION_DAY, QueuedCallView, ReceptionDayView
from onepresence_desktop.wire.reception_notes import RECEPTION_NOTES, ReceptionNote
from onepresence_desktop.wire.schedules import SCHEDULES, ScheduleView
from onepresence_desktop.wire.shared_calls import SHARED_CALLS, SharedCallView
from onepresence_desktop.wire.slices import Slice
from onepresence_desktop.wire.stream import PRIVATE, PUBLIC, PrivateView

AT_ONCE = 50
"""Private parts made together: few enough that others' events are not kept waiting, many enough to spare the store."""

HISTORY_AT_FIRST = 200
"""Call records in a snapshot; older ones are asked for page by page."""

_VERSION = codec.encode(__version__)
"""Of the service; client and service come in one package, so it is also the newest client that the service knows of."""


@dataclass(slots=True)
class Batch:
    """What snapshots of several users of one company are made of. unit: reads the store, for all of them at once."""

    company: Company
    users: tuple[UserId, ...]
    unit: UnitOfWork
    now: datetime
    _messages: dict[UserId, list[Message]] | None = None
    _history: dict[UserId, list[CallRecord]] | None = None

    async def messages(self) -> dict[UserId, list[Message]]:
        """Of every user that has any."""
        if self._messages is None:
            self._messages = await self.unit.messages.of_each(self.users)
        return self._messages

    async def history(self) -> dict[UserId, list[CallRecord]]:
        """Of every user that has any."""
        if self._history is None:
            self._history = await self.unit.history.of_each(self.users, most=HISTORY_AT_FIRST)
        return self._history


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose private part is wanted, as one of a batch. own: their settings."""

    batch: Batch
    user: User
    own: UserSettings

    @property
    def company(self) -> Company:
        """The user's company."""
        return self.batch.company

    @property
    def now(self) -> datetime:
        """The moment of the snapshot."""
        return self.batch.now


async def _me(asked: Asked) -> MeView:
    return views.me(asked.company, asked.user, asked.own)


async def _diversions(asked: Asked) -> DiversionsView:
    return views.diversions(asked.company, asked.user.id, asked.now)


async def _messages(asked: Asked) -> list[Message]:
    return (await asked.batch.messages()).get(asked.user.id, [])


async def _calls(asked: Asked) -> list[CallView]:
    return [calls[asked.user.id] for calls in asked.company.call_views.values() if asked.user.id in calls]


async def _history(asked: Asked) -> list[CallRecord]:
    return (await asked.batch.history()).get(asked.user.id, [])


async def _reception_notes(asked: Asked) -> list[ReceptionNote]:
    if not attends(asked.user, asked.company.dial_plan.reception):
        return []
    diverted = asked.company.dial_plan.diversions
    notes = ((user_id, views.reception_note(asked.company, user_id, asked.now)) for user_id in diverted)
    return [ReceptionNote(user_id=user_id, note=note) for user_id, note in notes if note]


async def _schedules(asked: Asked) -> list[ScheduleView]:
    return [views.schedule(each) for each in asked.company.schedules.get(asked.user.id, ())]


async def _contacts(asked: Asked) -> ContactsView:
    return views.contacts(asked.company, asked.user.id)


async def _findings(asked: Asked) -> LastingFindings:
    return views.lasting_findings(asked.company, asked.user)


async def _shared_calls(asked: Asked) -> list[SharedCallView]:
    return views.shared_calls(asked.company, asked.user.id)


async def _completions(asked: Asked) -> list[CompletionView]:
    return [views.completion(one) for one in asked.company.completions.values() if one.user_id == asked.user.id]


async def _queue(asked: Asked) -> list[QueuedCallView]:
    company, user = asked.company, asked.user
    if not attends(user, company.dial_plan.reception):
        return []
    return [reception_views.queued(company, one, user.id) for one in company.desk.queue.values()]


async def _reception_day(asked: Asked) -> ReceptionDayView | None:
    if not attends(asked.user, asked.company.dial_plan.reception):
        return None
    return reception_views.reception_day(asked.company, asked.now)


PUBLIC_SOURCES: dict[Slice[Any], Callable[[Company, bool], Any]] = {
    CUSTOMER: lambda company, demo: views.customer(company, demo=demo),
    PEOPLE: lambda company, _: list(company.people.values()),
    PRESENCE: lambda company, _: list(company.presence.values()),
    GROUPS: lambda company, _: list(company.groups.values()),
    SHARED_CONTACTS: lambda company, _: views.shared_contacts(company),
    PARKED: lambda company, _: [views.parked(one) for one in company.parked.values()],
}
"""What each public slice's field in the snapshot is made of; the second argument: whether it is the demo company."""

PRIVATE_SOURCES: dict[Slice[Any], Callable[[Asked], Awaitable[Any]]] = {
    ME: _me,
    DIVERSIONS: _diversions,
    MESSAGES: _messages,
    CALLS: _calls,
    HISTORY: _history,
    RECEPTION_NOTES: _reception_notes,
    SCHEDULES: _schedules,
    SHARED_CALLS: _shared_calls,
    CONTACTS: _contacts,
    FINDINGS: _findings,
    COMPLETIONS: _completions,
    QUEUE: _queue,
    RECEPTION_DAY: _reception_day,
}
"""The same for each private slice."""


class Snapshots:
    """Makes snapshots as pieces of JSON, so that the public bytes are shared by all clients of a customer."""

    def __init__(self, live: LiveState, clock: Clock, *, demo: bool = False) -> None:
        self._live = live
        self._clock = clock
        self._demo = demo
        self._public: dict[CustomerId, tuple[str, bytes]] = {}
        self._encoded: dict[CustomerId, dict[int, tuple[Any, bytes]]] = {}
        self._private: dict[CustomerId, Batched[UserId, bytes]] = {}
        self.stream: EventStream | None = None

    async def whole(self, customer_id: CustomerId, user_id: UserId) -> bytes:
        """One snapshot, without following the stream."""
        assert self.stream is not None
        ring = self.stream.ring(customer_id)
        return b"".join(await self._pieces(customer_id, user_id, ring.id_of(ring.head)))

    async def for_client(self, client: Client, event_id: str) -> list[bytes]:
        """The snapshot of a connected client."""
        return await self._pieces(client.customer_id, client.user_id, event_id)

    async def _pieces(self, customer_id: CustomerId, user_id: UserId, event_id: str) -> list[bytes]:
        company = self._live.company(customer_id)
        company.user(user_id)
        asking = self._private.get(customer_id)
        if asking is None:
            asking = self._private[customer_id] = Batched(partial(self._private_parts, customer_id), most=AT_ONCE)
        try:
            private = await asking.ask(user_id)
        except KeyError as exc:
            raise NotFound(what="person") from exc
        return [
            b'{"event_id":%b,"at":%b,"version":%b,"newest_client":%b,"public":'
            % (codec.encode(event_id), codec.encode(self._clock.now()), _VERSION, _VERSION),
            self._public_part(company),
            b',"private":',
            private,
            b"}",
        ]

    async def _private_parts(self, customer_id: CustomerId, user_ids: list[UserId]) -> dict[UserId, bytes]:
        """Encoded, of those who are still there. Raises `NotFound` where the whole company is gone."""
        company = self._live.company(customer_id)
        parts: dict[UserId, bytes] = {}
        async with self._live.store.reading() as unit:
            await self._live.read_own(unit, company, user_ids)
            batch = Batch(company, tuple(user_ids), unit, self._clock.now())
            for user_id in user_ids:
                user, own = company.dial_plan.users.get(user_id), company.own.get(user_id)
                if user is not None and own is not None:
                    asked = Asked(batch, user, own)
                    private = PrivateView(**{one.word: await PRIVATE_SOURCES[one](asked) for one in PRIVATE})
                    parts[user_id] = codec.encode(private)
        return parts

    def _public_part(self, company: Company) -> bytes:
        """Encoded once for all clients; a view that is still the same object is not encoded again."""
        assert self.stream is not None
        ring = self.stream.ring(company.customer.id)
        stands = ring.id_of(ring.public_head)
        cached = self._public.get(company.customer.id)
        if cached is not None and cached[0] == stands:
            return cached[1]
        known = self._encoded.get(company.customer.id, {})
        current: dict[int, tuple[Any, bytes]] = {}

        def piece(view: Any) -> bytes:
            found = known.get(id(view))
            if found is None:
                found = (view, codec.encode(view))
            current[id(view)] = found
            return found[1]

        fields = []
        for one in PUBLIC:
            value = PUBLIC_SOURCES[one](company, self._demo)
            text = b"[%b]" % b",".join(map(piece, value)) if isinstance(value, list) else codec.encode(value)
            fields.append(b'"%b":%b' % (one.word.encode(), text))
        data = b"{%b}" % b",".join(fields)
        self._encoded[company.customer.id] = current
        self._public[company.customer.id] = (stands, data)
        return data
