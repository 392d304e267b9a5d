"""Everything a client needs at connect: a public part encoded once per customer, a private part of the caller's own."""

from __future__ import annotations

from onepresence_desktop import __version__
from onepresence_desktop.domain.people import CustomerId, Role, User, UserId
from onepresence_desktop.pbx.event_stream import Client, EventStream
from onepresence_desktop.pbx.ports import Clock
from onepresence_desktop.pbx.services import views
from onepresence_desktop.pbx.services.office import Company, Office
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.views import PrivateView, PublicView, ReceptionNote

HISTORY = 200
"""Call records in a snapshot; older ones are asked for page by page."""


class Snapshots:
    """Makes snapshots as pieces of JSON, so that the public bytes are shared by all clients of a customer."""

    def __init__(self, office: Office, clock: Clock, *, demo: bool = False) -> None:
        self._office = office
        self._clock = clock
        self._demo = demo
        self._public: dict[CustomerId, tuple[str, bytes]] = {}
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
        company = self._office.company(customer_id)
        user = company.user(user_id)
        own = await self._office.own(company, user_id)
        async with self._office.store.reading() as unit:
            messages = await unit.messages.of(user_id)
            history = await unit.history.of(user_id, most=HISTORY)
        now = self._clock.now()
        private = PrivateView(
            me=views.me(company, user, own),
            diversions=views.diversions(company, user_id, now),
            messages=messages,
            calls=[calls[user_id] for calls in company.call_views.values() if user_id in calls],
            history=history,
            reception_notes=self._notes(company, user),
        )
        return [
            b'{"event_id":%b,"at":%b,"version":%b,"public":'
            % (codec.encode(event_id), codec.encode(now), codec.encode(__version__)),
            self._public_part(company),
            b',"private":',
            codec.encode(private),
            b"}",
        ]

    def _notes(self, company: Company, user: User) -> list[ReceptionNote]:
        if user.role is not Role.RECEPTIONIST:
            return []
        now = self._clock.now()
        notes = ((user_id, views.reception_note(company, user_id, now)) for user_id in company.directory.diversions)
        return [ReceptionNote(user_id=user_id, note=note) for user_id, note in notes if note]

    def _public_part(self, company: Company) -> bytes:
        assert self.stream is not None
        ring = self.stream.ring(company.customer.id)
        stands = ring.id_of(ring.public_head)
        cached = self._public.get(company.customer.id)
        if cached is not None and cached[0] == stands:
            return cached[1]
        public = PublicView(
            customer=views.customer(company, demo=self._demo),
            people=[views.person(user) for user in company.directory.users.values()],
            presence=list(company.presence.values()),
            groups=[views.group(group) for group in company.directory.groups.values()],
        )
        data = codec.encode(public)
        self._public[company.customer.id] = (stands, data)
        return data
