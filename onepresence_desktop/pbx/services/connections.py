"""A company's connections, as administrators keep them: mail, SMS, calendars, directories (spec 6.4, 5.1, 8.3)."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import replace

from msgspec import UNSET

from onepresence_desktop.domain.connections import (
    Connection,
    ConnectionId,
    ConnectionKind,
    Purpose,
    Value,
    changed,
    checked,
    secret_names,
    shown,
)
from onepresence_desktop.domain.errors import Conflict, ConnectionFailed, Invalid, NotFound
from onepresence_desktop.domain.names import EMAIL, proper_name
from onepresence_desktop.domain.people import Customer, CustomerId
from onepresence_desktop.pbx.batching import first_then_some
from onepresence_desktop.pbx.ports.connections import Trial
from onepresence_desktop.pbx.prompts import letters
from onepresence_desktop.pbx.services.company_calendars import AT_ONCE, is_persons, people_read
from onepresence_desktop.pbx.services.connection_watch import ConnectionWatch, InUse
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.numbers import to_dial
from onepresence_desktop.pbx.services.people import Actor, PeopleService
from onepresence_desktop.pbx.services.unseen import refuse_unseen
from onepresence_desktop.wire.connections import ConnectionPatch, ConnectionTried, ConnectionView, PersonTried
from onepresence_desktop.wire.privacy import CHANGES
from onepresence_desktop.wire.versions import version_of

MOST = 20
"""Connections of one company."""

MOST_TRIED = 10
"""People whose calendars a trial reads."""


class ConnectionService:
    """Each change is written and swapped in before it is answered; the next use is by the new settings."""

    def __init__(self, live: LiveState, people: PeopleService, watch: ConnectionWatch) -> None:
        self._live = live
        self._people = people
        self._watch = watch

    def all(self, customer_id: CustomerId) -> list[ConnectionView]:
        """A company's connections in their order, each with how it stands."""
        return [_view(one) for one in self._watch.of(customer_id)]

    async def add(
        self,
        customer_id: CustomerId,
        name: str,
        kind: ConnectionKind,
        settings: Mapping[str, Value],
        actor: Actor,
        *,
        enabled: bool = True,
    ) -> ConnectionView:
        """A new one behind the others. Raises `Invalid`, `Conflict` (the name is taken, too many)."""
        made = Connection(
            ConnectionId(secrets.token_hex(6)), customer_id, _name(name), kind, checked(kind, settings), enabled
        )
        self._check(made)
        async with self._people.changing_one(customer_id, actor) as (company, change):
            _free(company.connections, made)
            if len(company.connections) >= MOST:
                raise Conflict(what="most_connections")
            made = replace(made, place=max((one.place for one in company.connections), default=0) + 1)
            await change.put_connection(made)
            await self._people.audit(change.unit, customer_id, actor, "connection_added", made.name)
        return self._seen(customer_id, made.id)

    async def change(self, customer_id: CustomerId, which: str, patch: ConnectionPatch, actor: Actor) -> ConnectionView:
        """Name, settings, whether it is used. Raises `NotFound`, `Invalid`, `Conflict` (what="changed" too)."""
        async with self._people.changing_one(customer_id, actor) as (company, change):
            before = _found(company.connections, which)
            await refuse_unseen(
                change.unit, company, patch.version, _version(before), CHANGES["connection"], before.name
            )
            made = replace(
                before,
                name=before.name if patch.name is UNSET else _name(patch.name),
                settings=before.settings if patch.settings is UNSET else changed(before, patch.settings),
                enabled=before.enabled if patch.enabled is UNSET else patch.enabled,
            )
            _free(company.connections, made)
            self._check(made)
            await change.put_connection(made)
            await self._people.audit(change.unit, customer_id, actor, "connection_changed", made.name)
        if made.settings != before.settings:
            await self._watch.forget(before)
        elif before.enabled and not made.enabled:
            await self._watch.let_go(before)
        return self._seen(customer_id, made.id)

    async def remove(self, customer_id: CustomerId, which: str, actor: Actor) -> Connection:
        """By id or name. Raises `NotFound`."""
        async with self._people.changing_one(customer_id, actor) as (company, change):
            gone = _found(company.connections, which)
            await change.remove_connection(gone)
            await self._people.audit(change.unit, customer_id, actor, "connection_removed", gone.name)
        await self._watch.forget(gone)
        return gone

    async def attempt(self, customer_id: CustomerId, which: str, to: str, actor: Actor) -> ConnectionTried:
        """Use it once and tell what happened. Raises `NotFound`, `Invalid` (to), `NumberRefused`."""
        connection = self._watch.found(customer_id, which)
        company = self._live.company(customer_id)
        if connection.purpose is Purpose.CALENDAR:
            return await self._calendars_read(company, connection, to.strip())
        trial = _trial(connection, to.strip(), company.customer)
        if trial.to:
            async with self._people.changing_one(customer_id, actor) as (_, change):
                await self._people.audit(change.unit, customer_id, actor, "connection_tried", connection.name)
        try:
            said = await self._watch.attempt(connection, trial)
        except ConnectionFailed as exc:
            return ConnectionTried(good=False, code=str(exc.details["reason"]), said=str(exc.details.get("said") or ""))
        return ConnectionTried(good=True, code="ok", said=said)

    async def _calendars_read(self, company: Company, connection: Connection, to: str) -> ConnectionTried:
        """Read the calendar of an address, or of the first people. Raises `Invalid` where there is none."""
        names = {user.email: user.name for user in company.dial_plan.users.values() if user.email}
        if to and not EMAIL.fullmatch(to):
            raise Invalid(field="to", problem="malformed")
        addresses = [to] if to else [email for _, email in people_read(company)][:MOST_TRIED]
        if not addresses:
            raise Invalid(field="to", problem="missing")
        found: dict[str, PersonTried] = {}

        async def read(email: str) -> None:
            code, said = "ok", ""
            try:
                await self._watch.attempt(connection, Trial(email))
            except ConnectionFailed as exc:
                if not is_persons(exc):
                    raise
                code, said = str(exc.details["reason"]), str(exc.details.get("said") or "")
            found[email] = PersonTried(name=names.get(email, email), code=code, said=said)

        failure: ConnectionFailed | None = None
        try:
            await first_then_some(read, addresses, at_once=AT_ONCE)
        except ConnectionFailed as exc:
            failure = exc
        people = [found[email] for email in addresses if email in found]
        if failure is not None:
            code, said = str(failure.details["reason"]), str(failure.details.get("said") or "")
            return ConnectionTried(good=False, code=code, said=said, people=people)
        good = any(one.code == "ok" for one in people)
        first = people[0]
        return ConnectionTried(
            good=good, code="ok" if good else first.code, said="" if good else first.said, people=people
        )

    def _check(self, connection: Connection) -> None:
        connector = self._watch.connector(connection.kind)
        if connector is None:
            raise Invalid(field="kind", problem="unknown")
        connector.check(connection)

    def _seen(self, customer_id: CustomerId, connection_id: ConnectionId) -> ConnectionView:
        return next(_view(one) for one in self._watch.of(customer_id) if one.connection.id == connection_id)


def _trial(connection: Connection, to: str, customer: Customer) -> Trial:
    """What is sent. Raises `Invalid`, `NumberRefused` for where it can't go."""
    if not to:
        return Trial()
    letter = letters.trial(customer.language)
    if connection.purpose is Purpose.MAIL:
        if not EMAIL.fullmatch(to):
            raise Invalid(field="to", problem="malformed")
        return Trial(to, letter.subject, letter.text)
    if connection.purpose is Purpose.SMS:
        number = to_dial(to, customer)
        if not number.startswith("+"):
            raise Invalid(field="to", problem="invalid_number")
        return Trial(number, "", letter.short)
    return Trial(to)


def _name(text: str) -> str:
    name = proper_name(text, "name")
    if not name:
        raise Invalid(field="name", problem="missing")
    return name


def _found(connections: tuple[Connection, ...], which: str) -> Connection:
    found = next((one for one in connections if which in (one.id, one.name)), None)
    if found is None:
        raise NotFound(what="connection")
    return found


def _free(connections: tuple[Connection, ...], made: Connection) -> None:
    if any(one.name == made.name and one.id != made.id for one in connections):
        raise Conflict(what="connection")


def _version(connection: Connection) -> str:
    """Of what an administrator sees and sets."""
    return version_of([connection.name, connection.kind, connection.enabled, sorted(shown(connection).items())])


def _view(one: InUse) -> ConnectionView:
    connection, standing = one.connection, one.standing
    secret = secret_names(connection.kind)
    return ConnectionView(
        id=connection.id,
        name=connection.name,
        kind=connection.kind,
        purpose=connection.purpose,
        enabled=connection.enabled,
        settings={} if one.from_file else shown(connection),
        secrets=[] if one.from_file else sorted(name for name in secret if name in connection.settings),
        counts=one.counts,
        from_file=one.from_file,
        state=standing.state,
        trouble=standing.trouble.value if standing.trouble is not None else "",
        said=standing.said,
        since=standing.since,
        checked_at=standing.checked_at,
        version=_version(connection),
    )
