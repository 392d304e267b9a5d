"""How each connection stands, and whoever sends over it: used, tried by hand, and looked at now and then (spec 6.4)."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from onepresence_desktop.domain.connections import (
    Connection,
    ConnectionId,
    ConnectionKind,
    ConnectionState,
    Purpose,
    Trouble,
    secret_values,
)
from onepresence_desktop.domain.errors import ConnectionFailed, NotFound, OnePresenceError, Unavailable
from onepresence_desktop.domain.helpers_seen import ConnectionSeen
from onepresence_desktop.domain.outgoing import Outgoing, Way
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.domain.standing import Standing, clean, failed, left_alone, reached, worked
from onepresence_desktop.pbx.ports import Clock, Receipt, Sender
from onepresence_desktop.pbx.ports.connections import Connector, Shared, Trial
from onepresence_desktop.pbx.services.live_state import LiveState

log = logging.getLogger(__name__)

LOOKED_AT_EVERY = 600.0
"""Seconds between two looks at connections that nothing has used meanwhile."""

PATIENCE = 30.0
"""Seconds for a trial."""

BY_WAY = {Way.EMAIL: Purpose.MAIL, Way.SMS: Purpose.SMS}


@dataclass(frozen=True, slots=True)
class InUse:
    """A connection and how it stands. from_file: of the service's settings; counts: the one used for its purpose."""

    connection: Connection
    standing: Standing
    counts: bool
    from_file: bool = False


class ConnectionWatch:
    """The connections of all companies as they are used.

    connectors: who can use each kind. shared: those of the service's settings, for companies without one of their own.
    """

    def __init__(
        self,
        live: LiveState,
        connectors: Mapping[ConnectionKind, Connector],
        shared: Collection[Shared],
        clock: Clock,
    ) -> None:
        self._live = live
        self._connectors = connectors
        self._of_shared = {one.connection.id: one.connector for one in shared}
        self._shared = tuple(one.connection for one in shared)
        self._secrets_of_shared = {one.connection.id: one.secrets for one in shared}
        self._clock = clock
        self._standings: dict[tuple[ConnectionId, object], Standing] = {}
        self._unread: dict[ConnectionId, set[UserId]] = {}
        self._asking: set[ConnectionId] = set()
        self._tried: Counter[tuple[ConnectionId, object]] = Counter()

    def connector(self, kind: ConnectionKind) -> Connector | None:
        """Who can use connections of a kind."""
        return self._connectors.get(kind)

    def of(self, customer_id: CustomerId) -> list[InUse]:
        """A company's connections in their order, then those of the settings that it falls back to."""
        own = self._live.company(customer_id).connections
        counting = {purpose: self.counting(customer_id, purpose) for purpose in Purpose.known()}
        served = {one.purpose for one in own if one.enabled}
        every = [*own, *(one for one in self._shared if one.purpose not in served)]
        return [
            InUse(one, self.standing(one), counting.get(one.purpose) == one, from_file=one in self._shared)
            for one in every
        ]

    def found(self, customer_id: CustomerId, which: str) -> Connection:
        """By id or name. Raises `NotFound`."""
        for one in self.of(customer_id):
            if which in (one.connection.id, one.connection.name):
                return one.connection
        raise NotFound(what="connection")

    def standing(self, connection: Connection) -> Standing:
        """How it stands as it is set now; what was known of earlier settings says nothing."""
        return self._standings.get(_key(connection), Standing())

    def seen(self, customer_id: CustomerId) -> list[ConnectionSeen]:
        """For the doctor: those that are in use and have been tried."""
        return [
            ConnectionSeen(
                one.connection.name,
                one.connection.kind.value,
                one.standing.state is ConnectionState.OK,
                one.standing.trouble,
                one.standing.said,
                one.standing.since,
                self._names(customer_id, one.connection),
            )
            for one in self.of(customer_id)
            if one.connection.enabled and one.standing.since is not None
        ]

    def ways(self, customer_id: CustomerId) -> frozenset[Way]:
        """By which something can be sent at all."""
        return frozenset(way for way, purpose in BY_WAY.items() if self.counting(customer_id, purpose) is not None)

    async def send(self, outgoing: Outgoing) -> Receipt | None:
        """Hand something over to the connection for its way; None where there is none.

        Raises `Unavailable` when it may work later, without a try where the sign-in was refused a moment ago or the
        server is to be left in peace, and where it said nothing and another message is asking whether it does now:
        waiting takes up places to send from.
        """
        connection = self.counting(outgoing.customer_id, BY_WAY[outgoing.way])
        if connection is None:
            return None
        now, standing = self._clock.now(), self.standing(connection)
        if left_alone(standing, now):
            raise ConnectionFailed(reason=standing.trouble or Trouble.SIGN_IN_REFUSED, said=standing.said)
        asks = standing.trouble is Trouble.TIME_OUT
        if asks and connection.id in self._asking:
            raise ConnectionFailed(reason=Trouble.TIME_OUT, said=standing.said)
        if asks:
            self._asking.add(connection.id)
        try:
            receipt = await self._sender(connection).send(outgoing)
        except ConnectionFailed as exc:
            raise self._failed(connection, exc) from exc
        except Unavailable as exc:
            said = str(exc.details.get("detail") or "")
            raise Unavailable(detail=clean(said, self._secrets(connection))) from exc
        finally:
            if asks:
                self._asking.discard(connection.id)
        self._note(connection, worked(self.standing(connection), self._clock.now()))
        return replace(receipt, reason=clean(receipt.reason, self._secrets(connection)))

    async def attempt(self, connection: Connection, trial: Trial) -> str:
        """Use it once, by hand or by the clock; the server's words. Raises `ConnectionFailed`."""
        connector = self._connector_of(connection)
        try:
            async with asyncio.timeout(PATIENCE):
                said = await self._attempted(connector, connection, trial)
        except TimeoutError as exc:
            raise self._failed(connection, ConnectionFailed(reason=Trouble.TIME_OUT, said="")) from exc
        except ConnectionFailed as exc:
            if exc.details.get("person"):
                self._note(connection, worked(self.standing(connection), self._clock.now()))
                raise self._cleaned(connection, exc) from exc
            raise self._failed(connection, exc) from exc
        except OnePresenceError:
            raise
        except Exception as exc:
            log.exception("what the connection %s answers is understood by nobody", connection.name)
            raise self._failed(connection, ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD, said="")) from exc
        well = worked if trial.to or connector.proves else reached
        self._note(connection, well(self.standing(connection), self._clock.now()))
        return clean(said, self._secrets(connection))

    async def _attempted(self, connector: Connector, connection: Connection, trial: Trial) -> str:
        """Nothing stays open for a connection that isn't used, once the last of its trials is over."""
        key = _key(connection)
        self._tried[key] += 1
        try:
            return await connector.attempt(connection, trial)
        finally:
            self._tried[key] -= 1
            if not self._tried[key]:
                del self._tried[key]
                if not connection.enabled:
                    await connector.let_go(connection)

    def used(self, connection: Connection, failure: ConnectionFailed | None) -> None:
        """Somebody else has used it: well, or with this failure."""
        if failure is not None:
            self._failed(connection, failure)
        else:
            self._note(connection, worked(self.standing(connection), self._clock.now()))

    def read(self, connection: Connection, user_id: UserId, *, well: bool) -> None:
        """Whether a calendar connection gives somebody's calendar."""
        unread = self._unread.setdefault(connection.id, set())
        if well:
            unread.discard(user_id)
        else:
            unread.add(user_id)

    def _names(self, customer_id: CustomerId, connection: Connection) -> tuple[str, ...]:
        users = self._live.company(customer_id).dial_plan.users
        unread = (users.get(user_id) for user_id in self._unread.get(connection.id, ()))
        return tuple(sorted(user.name for user in unread if user is not None and user.email))

    async def run(self) -> None:
        """For ever: look at what nothing has used for a while, one after another."""
        while True:
            await asyncio.sleep(LOOKED_AT_EVERY)
            for customer_id in list(self._live.companies):
                for one in self.of(customer_id) if customer_id in self._live.companies else ():
                    await self._look(one)

    async def _look(self, one: InUse) -> None:
        now, standing = self._clock.now(), one.standing
        used = standing.checked_at is not None and (now - standing.checked_at).total_seconds() < LOOKED_AT_EVERY / 2
        lasting = standing.trouble in (Trouble.SIGN_IN_REFUSED, Trouble.REFUSED)
        if not one.connection.enabled or used or lasting or one.connection.purpose is Purpose.CALENDAR:
            return  # calendars are read by themselves, twice a minute
        try:
            await self.attempt(one.connection, Trial())
        except ConnectionFailed:
            return
        except Exception:
            log.exception("the connection %s could not be looked at", one.connection.name)

    def counting(self, customer_id: CustomerId, purpose: Purpose) -> Connection | None:
        """The connection that is used for a purpose."""
        company = self._live.companies.get(customer_id)
        own = company.connections if company is not None else ()
        every = (*own, *self._shared)
        return next((one for one in every if one.enabled and one.purpose is purpose), None)

    def _sender(self, connection: Connection) -> Sender:
        sender = self._connector_of(connection).sender(connection)
        assert sender is not None, connection.kind
        return sender

    def _secrets(self, connection: Connection) -> tuple[str, ...]:
        """What of a server's words is shown to nobody."""
        return self._secrets_of_shared.get(connection.id) or secret_values(connection)

    def _connector_of(self, connection: Connection) -> Connector:
        return self._of_shared.get(connection.id) or self._connectors[connection.kind]

    def _failed(self, connection: Connection, exc: ConnectionFailed) -> ConnectionFailed:
        """Note it; the same failure with words that are fit to be shown."""
        shown = self._cleaned(connection, exc)
        trouble, said = Trouble(str(shown.details["reason"])), str(shown.details["said"])
        pause = timedelta(seconds=float(exc.details.get("retry_after") or 0))
        self._note(connection, failed(self.standing(connection), self._clock.now(), trouble, said, pause=pause))
        return shown

    def _cleaned(self, connection: Connection, exc: ConnectionFailed) -> ConnectionFailed:
        said = clean(str(exc.details.get("said") or ""), self._secrets(connection))
        kept = {name: True for name in ("person", "perhaps") if exc.details.get(name)}
        return ConnectionFailed(reason=Trouble(str(exc.details["reason"])), said=said, **kept)

    def _note(self, connection: Connection, standing: Standing) -> None:
        before = self.standing(connection)
        if before.state is not standing.state or before.trouble is not standing.trouble:
            words = f"{standing.trouble}: {standing.said}" if standing.trouble is not None else "works"
            log.log(logging.WARNING if standing.trouble else logging.INFO, "connection %s: %s", connection.name, words)
        self._standings[_key(connection)] = standing

    async def forget(self, connection: Connection) -> None:
        """It was changed or removed, and is not used any more as it was set then."""
        self._unread.pop(connection.id, None)
        self._standings.pop(_key(connection), None)
        await self.let_go(connection)

    async def let_go(self, connection: Connection) -> None:
        """It isn't used for now: keep nothing open for it."""
        await self._connector_of(connection).let_go(connection)


def _key(connection: Connection) -> tuple[ConnectionId, object]:
    """The same as long as the settings are."""
    return connection.id, tuple(sorted(connection.settings.items()))
