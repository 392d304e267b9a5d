"""What is told to people outside the app: a new voicemail by mail and SMS (spec 6.7), queued with what it tells of."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from onepresence_desktop.domain.messages import Message, MessageKind, VoicemailOptions
from onepresence_desktop.domain.outgoing import Outgoing, Way
from onepresence_desktop.pbx.ports import Clock, UnitOfWork
from onepresence_desktop.pbx.prompts import letters
from onepresence_desktop.pbx.services.live_state import Company
from onepresence_desktop.pbx.services.outbox import Outbox
from onepresence_desktop.wire import routes


class Notices:
    """Puts notices into the outbox. public_url: where links to messages lead, "" for none.

    held: how long a mail waits for its voicemail's text (`of_text`).
    """

    def __init__(self, outbox: Outbox, clock: Clock, *, public_url: str = "", held: timedelta = timedelta(0)) -> None:
        self._outbox = outbox
        self._clock = clock
        self._public_url = public_url.rstrip("/")
        self._held = held

    async def of_message(self, unit: UnitOfWork, company: Company, message: Message) -> None:
        """Queue what a new message's owner wants to be told of it; call within the unit that commits the message."""
        for outgoing in self._for_owner(company, message):
            await self._outbox.put(unit, outgoing)

    async def of_text(self, unit: UnitOfWork, company: Company, message: Message) -> None:
        """Let the mail that tells of a voicemail go, with its text; one that has gone already is left alone."""
        for outgoing in self._for_owner(company, message):
            waits = await unit.outbox.get(outgoing.id)
            if waits is not None and waits.next_try == message.at + self._held and outgoing.way is Way.EMAIL:
                await self._outbox.put(unit, replace(outgoing, next_try=self._clock.now()))

    def _for_owner(self, company: Company, message: Message) -> list[Outgoing]:
        owner = company.user(message.user_id)
        options = company.dial_plan.voicemail.get(owner.id, VoicemailOptions())
        if message.kind is not MessageKind.VOICEMAIL:
            return []
        letter = letters.voicemail(
            options.language,
            name=message.name,
            number=message.number,
            seconds=message.seconds,
            at=message.at.astimezone(company.customer.zone),
            attached=options.email_recording,
            link=self._public_url + routes.path(routes.MESSAGE_LINK, message.id) if self._public_url else "",
            heard=message.text,
        )
        queued = []
        if options.email and owner.email:
            mail = _outgoing(company, message, Way.EMAIL, owner.email, letter.text)
            recording = message.id if options.email_recording else None
            held = message.at + self._held
            queued.append(replace(mail, subject=letter.subject, recording=recording, next_try=held))
        if options.sms and owner.mobile:
            queued.append(_outgoing(company, message, Way.SMS, owner.mobile, letter.short))
        return queued


def _outgoing(company: Company, message: Message, way: Way, to: str, text: str) -> Outgoing:
    """One for each message and way, however often it is asked for."""
    ending = "mail" if way is Way.EMAIL else "sms"
    return Outgoing(
        id=f"{message.id}-{ending}",
        customer_id=company.customer.id,
        way=way,
        to=to,
        text=text,
        created_at=message.at,
        next_try=message.at,
        user_id=message.user_id,
    )
