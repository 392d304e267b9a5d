"""Text messages to colleagues, mail addresses and numbers (spec 6.3, 6.4).

What is acknowledged is on disk: the text, colleagues' inboxes, and what goes out of the house, in one unit.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from onepresence_desktop.domain.errors import Conflict, Invalid, NotFound
from onepresence_desktop.domain.events import MessageChanged
from onepresence_desktop.domain.messages import Message, MessageId, MessageKind, VoicemailOptions
from onepresence_desktop.domain.messaging import (
    Recipient,
    SentId,
    SentMessage,
    StandardMessage,
    StandardMessageId,
    checked_text,
    sms_parts,
    ways_to,
)
from onepresence_desktop.domain.names import EMAIL, proper_text
from onepresence_desktop.domain.outgoing import Outgoing, OutgoingState, Way, tried_anew
from onepresence_desktop.domain.people import CustomerId, Role, User
from onepresence_desktop.pbx.ports import Clock, EventSink, Store, UnitOfWork
from onepresence_desktop.pbx.services.acting import acting, deed
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.numbers import public
from onepresence_desktop.pbx.services.outbox import KEPT, Outbox
from onepresence_desktop.pbx.services.people import Actor
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.pbx.services.unseen import refuse_unseen
from onepresence_desktop.wire.bodies import MessageBody, RecipientBody, StandardMessageBody
from onepresence_desktop.wire.messaging import (
    MessageAccepted,
    RecipientView,
    SentMessageView,
    StandardMessageView,
)
from onepresence_desktop.wire.privacy import CHANGES
from onepresence_desktop.wire.versions import version_of

MOST_SHOWN = 200
"""Sent messages in a list."""
MOST_STANDARD = 200
"""Standard messages of a company."""
WRITERS = frozenset({Role.ADMINISTRATOR, Role.RECEPTIONIST})


class MessagingService:
    """Sending texts, seeing what became of them, and the texts that a company keeps."""

    def __init__(self, store: Store, live: LiveState, outbox: Outbox, clock: Clock, sink: EventSink) -> None:
        self._store = store
        self._live = live
        self._outbox = outbox
        self._clock = clock
        self._sink = sink

    async def send(self, principal: Principal, body: MessageBody) -> MessageAccepted:
        """Take a text for all recipients, or for none. Raises `Invalid` naming the field, `NotFound` (a colleague)."""
        company = self._live.company(principal.customer_id)
        sender = company.user(principal.user_id)
        text = checked_text(proper_text(body.text, "text"), by_sms=Way.SMS in body.by)
        recipients = [
            recipient
            for place, each in enumerate(body.to)
            for recipient in _recipients(company, each, body, f"to[{place}]")
        ]
        now = self._clock.now()
        sent = SentMessage(SentId(secrets.token_hex(8)), sender.id, now, text, tuple(recipients))
        arrived = [self._arrived(sender, r, text, body.by) for r in recipients if r.way is None]
        async with company.acting(sender.id), self._store.unit(principal.customer_id) as unit:
            await unit.messaging.forget_sent(sender.id, now - KEPT)
            await unit.messaging.put_sent(sent)
            for message in arrived:
                await unit.messages.put(message)
            for recipient in recipients:
                if recipient.way is not None:
                    await self._put_out(unit, company, sender, recipient, text)
        for message in arrived:
            self._sink.publish(MessageChanged(principal.customer_id, message))
        self._outbox.wake()
        by_sms = sms_parts(text) if any(r.way is Way.SMS for r in recipients) else None
        return MessageAccepted(
            id=sent.id,
            alphabet=by_sms.alphabet if by_sms is not None else None,
            sms=by_sms.parts if by_sms is not None else 0,
        )

    async def sent(self, principal: Principal) -> list[SentMessageView]:
        """The caller's of the last 30 days, newest first, with the state for each recipient."""
        async with self._store.reading() as unit:
            found = await unit.messaging.sent(principal.user_id, self._since, MOST_SHOWN)
            states = await unit.outbox.among(_outgoing(found))
        return [_view(sent, states) for sent in found]

    async def again(self, principal: Principal, sent_id: SentId) -> SentMessageView:
        """Try once more what has failed of a text that the caller sent. Raises `NotFound`."""
        company = self._live.company(principal.customer_id)
        async with company.acting(principal.user_id), self._store.unit(principal.customer_id) as unit:
            found = await unit.messaging.sent(principal.user_id, self._since, MOST_SHOWN)
            sent = next((one for one in found if one.id == sent_id), None)
            if sent is None:
                raise NotFound(what="message")
            states = await unit.outbox.among(_outgoing([sent]))
            for before in list(states.values()):
                anew = tried_anew(before, self._clock.now())
                if anew != before:
                    await unit.outbox.put(anew)
                    states[anew.id] = anew
        self._outbox.wake()
        return _view(sent, states)

    @property
    def _since(self) -> datetime:
        """Older ones may have lost what became of them."""
        return self._clock.now() - KEPT + timedelta(days=1)

    async def standard(self, customer_id: CustomerId) -> list[StandardMessageView]:
        """The company's texts for sending."""
        async with self._store.reading() as unit:
            found = await unit.messaging.standard(customer_id)
        return [_standard(each) for each in found]

    async def add_standard(
        self, customer_id: CustomerId, body: StandardMessageBody, actor: Actor
    ) -> StandardMessageView:
        """Keep a text for all. Raises `Forbidden`, `Invalid`, `Conflict` when there are too many."""
        company = self._live.company(customer_id)
        text = checked_text(proper_text(body.text, "text"), by_sms=False)
        made = StandardMessage(StandardMessageId(secrets.token_hex(6)), customer_id, text)
        async with acting(company, actor, *WRITERS), self._store.unit(customer_id) as unit:
            if len(await unit.messaging.standard(customer_id)) >= MOST_STANDARD:
                raise Conflict(what="too_many")
            await unit.messaging.put_standard(made)
            entry = deed(self._clock.now(), customer_id, actor, "standard_message_added", made.id)
            await unit.credentials.audit(entry)
        return _standard(made)

    async def change_standard(
        self, customer_id: CustomerId, standard_id: StandardMessageId, body: StandardMessageBody, actor: Actor
    ) -> StandardMessageView:
        """Another text in its place. Raises `Forbidden`, `Invalid`, `NotFound`, `Conflict` (changed)."""
        company = self._live.company(customer_id)
        text = checked_text(proper_text(body.text, "text"), by_sms=False)
        async with acting(company, actor, *WRITERS), self._store.unit(customer_id) as unit:
            before = await _found(unit, customer_id, standard_id)
            await refuse_unseen(unit, company, body.version, _version(before), CHANGES["standard_message"], standard_id)
            made = replace(before, text=text)
            await unit.messaging.put_standard(made)
            entry = deed(self._clock.now(), customer_id, actor, "standard_message_changed", standard_id)
            await unit.credentials.audit(entry)
        return _standard(made)

    async def remove_standard(
        self, customer_id: CustomerId, standard_id: StandardMessageId, actor: Actor, *, seen: str | None = None
    ) -> None:
        """Drop one. Raises `Forbidden`, `NotFound`, `Conflict` (changed: `seen` isn't its version)."""
        company = self._live.company(customer_id)
        async with acting(company, actor, *WRITERS), self._store.unit(customer_id) as unit:
            before = await _found(unit, customer_id, standard_id)
            await refuse_unseen(unit, company, seen, _version(before), CHANGES["standard_message"], standard_id)
            await unit.messaging.remove_standard(customer_id, standard_id)
            entry = deed(self._clock.now(), customer_id, actor, "standard_message_removed", standard_id)
            await unit.credentials.audit(entry)

    def _arrived(self, sender: User, to: Recipient, text: str, by: list[Way]) -> Message:
        assert to.user_id is not None
        kind = MessageKind.EMAIL if Way.EMAIL in by else MessageKind.SMS
        return Message(
            MessageId(secrets.token_hex(8)),
            to.user_id,
            kind,
            sender.local_number,
            sender.name,
            self._clock.now(),
            text=text,
        )

    async def _put_out(self, unit: UnitOfWork, company: Company, sender: User, to: Recipient, text: str) -> None:
        assert to.way is not None
        now = self._clock.now()
        outgoing = Outgoing(
            to.outgoing,
            company.customer.id,
            to.way,
            (to.email if to.way is Way.EMAIL else to.number) or "",
            text,
            now,
            now,
            subject=f"{sender.name} ({company.customer.name})",
            user_id=sender.id,
        )
        await self._outbox.put(unit, outgoing)


async def _found(unit: UnitOfWork, customer_id: CustomerId, standard_id: StandardMessageId) -> StandardMessage:
    found = next((one for one in await unit.messaging.standard(customer_id) if one.id == standard_id), None)
    if found is None:
        raise NotFound(what="standard_message")
    return found


def _version(standard: StandardMessage) -> str:
    return version_of(standard.text)


def _standard(standard: StandardMessage) -> StandardMessageView:
    return StandardMessageView(id=standard.id, text=standard.text, version=_version(standard))


def _recipients(company: Company, body: RecipientBody, message: MessageBody, field: str) -> list[Recipient]:
    given = [body.user_id, body.email, body.number]
    if sum(each is not None for each in given) != 1:
        raise Invalid(field=field, problem="one_of_three")
    if body.user_id is not None:
        user = company.user(body.user_id)
        arrival = company.dial_plan.voicemail.get(user.id, VoicemailOptions()).arrival
        out = ways_to(arrival, message.by, message.text, email=bool(user.email), mobile=bool(user.mobile))
        return [
            Recipient(user.name, user.id),
            *(Recipient(user.name, user.id, user.email, user.mobile, way, secrets.token_hex(8)) for way in out),
        ]
    way = Way.EMAIL if body.email is not None else Way.SMS
    if way not in message.by:
        raise Invalid(field=field, problem="no_way")
    if body.email is not None and (not EMAIL.fullmatch(body.email) or len(body.email) > 254):
        raise Invalid(field=field, problem="malformed")
    number = public(body.number, company.customer, field)
    return [Recipient("", None, body.email, number, way, secrets.token_hex(8))]


def _outgoing(sent: Sequence[SentMessage]) -> list[str]:
    """Ids of what went out of the house."""
    return [r.outgoing for one in sent for r in one.recipients if r.outgoing]


def _view(sent: SentMessage, states: Mapping[str, Outgoing]) -> SentMessageView:
    return SentMessageView(
        id=sent.id,
        at=sent.at,
        text=sent.text,
        recipients=[_state(r, states.get(r.outgoing)) for r in sent.recipients],
    )


def _state(to: Recipient, outgoing: Outgoing | None) -> RecipientView:
    state = outgoing.state if outgoing is not None else OutgoingState.DELIVERED
    return RecipientView(
        name=to.name,
        user_id=to.user_id,
        email=to.email if to.way is Way.EMAIL else None,
        number=to.number if to.way is Way.SMS else None,
        by=to.way,
        state=state,
        reason=outgoing.reason if outgoing is not None else "",
        doubt=outgoing is not None and outgoing.doubt,
    )
