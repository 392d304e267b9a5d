"""What a company keeps of people and for how long, who sees sickness, and the audit log (spec 12.4d)."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from datetime import datetime

from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.errors import NotFound
from onepresence_desktop.domain.events import DiversionsChanged
from onepresence_desktop.domain.names import fold
from onepresence_desktop.domain.people import CustomerId, User, UserId
from onepresence_desktop.domain.privacy import Privacy, before, checked
from onepresence_desktop.pbx.ports import AuditEntry, Clock, EventSink, Store
from onepresence_desktop.pbx.services.doers import doer
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.messages import Inbox
from onepresence_desktop.pbx.services.people import Actor, PeopleService
from onepresence_desktop.pbx.services.unseen import refuse_unseen
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.privacy import AuditView, PrivacyBody, PrivacyView, Stored
from onepresence_desktop.wire.versions import version_of

KEY = "privacy"
"""Of the company's setting."""
SUBJECT = "privacy"
"""What the audit log calls it."""
HIGHEST_ID = 2**31 - 1
"""Of an entry, in either database."""
MOST = 200
"""Entries of the audit log in one answer."""


class PrivacyService:
    """Each change is written and swapped in before it is answered; what is too old goes by `forget_old`."""

    def __init__(
        self, store: Store, live: LiveState, people: PeopleService, inbox: Inbox, sink: EventSink, clock: Clock
    ) -> None:
        self._store, self._live, self._people = store, live, people
        self._inbox, self._sink, self._clock = inbox, sink, clock

    async def load(self) -> None:
        """Read all of it at the start."""
        async with self._store.reading() as unit:
            for customer_id, company in self._live.companies.items():
                text = await unit.company_numbers.setting(customer_id, KEY)
                company.privacy = codec.decode(text, Stored).privacy if text is not None else Privacy()

    def now(self, customer_id: CustomerId) -> PrivacyView:
        """As it is set."""
        return _view(self._live.company(customer_id).privacy)

    async def put(self, customer_id: CustomerId, body: PrivacyBody, actor: Actor) -> PrivacyView:
        """Set it. Raises `Invalid`, `Forbidden`, `Conflict` (changed)."""
        wanted = checked(
            Privacy(body.calls_days, body.messages_days, body.sent_days, body.audit_days, body.sickness_shown)
        )
        async with self._people.changing_one(customer_id, actor) as (company, change):
            await refuse_unseen(change.unit, company, body.version, version_of(company.privacy), {"privacy_changed"})
            text = codec.encode(Stored(privacy=wanted)).decode()
            await change.unit.company_numbers.put_setting(customer_id, KEY, text)
            await self._people.audit(change.unit, customer_id, actor, "privacy_changed", SUBJECT)
        shown_before, company.privacy = company.privacy.sickness_shown, wanted
        if shown_before != wanted.sickness_shown:
            self._tell_of_the_sick(company)
        return _view(wanted)

    async def audit(self, customer_id: CustomerId, *, before_id: int | None = None, text: str = "") -> list[AuditView]:
        """The newest entries that hold a text, or those before one; names are as they are now."""
        people = self._live.company(customer_id).dial_plan.users
        wanted = text.replace("\0", "").strip()
        if before_id is not None:
            before_id = max(0, min(before_id, HIGHEST_ID))
        actors = [user.id for user in people.values() if wanted and fold(wanted) in fold(user.name)]
        async with self._store.reading() as unit:
            found = await unit.privacy.audit_page(
                customer_id, before_id=before_id, text=wanted, actors=[str(actor) for actor in actors], most=MOST
            )
        return [_entry(number, entry, people) for number, entry in found]

    async def forget_old(self, now: datetime) -> None:
        """What has reached its age, in every company."""
        for customer_id, company in list(self._live.companies.items()):
            kept = company.privacy
            calls, sent, audit = (before(days, now) for days in (kept.calls_days, kept.sent_days, kept.audit_days))
            async with self._store.unit(customer_id) as unit:
                if calls is not None:
                    await unit.privacy.forget_calls(customer_id, calls)
                if sent is not None:
                    await unit.privacy.forget_sent(customer_id, sent)
                if audit is not None:
                    await unit.privacy.forget_audit(customer_id, audit)
            await self._forget_messages(company, before(kept.messages_days, now))

    async def _forget_messages(self, company: Company, too_old: datetime | None) -> None:
        if too_old is None:
            return
        async with self._store.reading() as unit:
            heard = await unit.messages.heard(too_old)
        for message in heard:
            if message.user_id in company.dial_plan.users and not message.kept:
                with contextlib.suppress(NotFound):
                    await self._inbox.remove(company.customer.id, message.user_id, message.id)

    def _tell_of_the_sick(self, company: Company) -> None:
        for user_id, diversions in company.dial_plan.diversions.items():
            if any(diversion.reason is Reason.SICK for diversion in diversions):
                self._sink.publish(DiversionsChanged(company.customer.id, user_id))


def _view(privacy: Privacy) -> PrivacyView:
    return PrivacyView(
        calls_days=privacy.calls_days,
        messages_days=privacy.messages_days,
        sent_days=privacy.sent_days,
        audit_days=privacy.audit_days,
        sickness_shown=privacy.sickness_shown,
        version=version_of(privacy),
    )


def _entry(number: int, entry: AuditEntry, people: Mapping[UserId, User]) -> AuditView:
    who = doer(people, entry.actor)
    return AuditView(id=number, at=entry.at, who=who, action=entry.action, subject=entry.subject, detail=entry.detail)
