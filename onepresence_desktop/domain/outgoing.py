"""What goes out of the house: mail, SMS and other notices, kept until sent or given up (RFC 5321 section 4.5.4).

A state only moves forward, as the table says. A try that fails for now is made again after a pause that grows; what has
not gone out a day after it was written has failed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from onepresence_desktop.domain.messages import MessageId
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.domain.words import Word


class Way(Word):
    """How something is delivered; a sender stands for each."""

    EMAIL = "email"
    SMS = "sms"
    UNKNOWN = "unknown"


class OutgoingState(Word):
    """How far it has come. sent: the next host has taken it. delivered: it is told to have reached its receiver."""

    QUEUED = "queued"
    SENT = "sent"
    DELIVERED = "delivered"
    FAILED = "failed"
    UNKNOWN = "unknown"


TRANSITIONS: dict[OutgoingState, frozenset[OutgoingState]] = {
    OutgoingState.QUEUED: frozenset({OutgoingState.SENT, OutgoingState.DELIVERED, OutgoingState.FAILED}),
    OutgoingState.SENT: frozenset({OutgoingState.DELIVERED, OutgoingState.FAILED}),
    OutgoingState.DELIVERED: frozenset(),
    OutgoingState.FAILED: frozenset(),
    OutgoingState.UNKNOWN: frozenset(),
}
"""Which state may follow which."""

FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=15), timedelta(hours=1)
"""Between two tries: doubled from the first to the longest."""

GIVEN_UP_AFTER = timedelta(days=1)
"""How long something is tried; news older than that misleads."""


UNDER_WAY = "under_way"
"""The reason while a try is being made: found there by another try, that one was never noted."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Something to be delivered to somebody.

    user_id: for or about whom, who may see its state. to: an address of its way: a mail address, an E.164 number.
    recording: a message whose sound goes along. next_try: not before. reason: why the last try failed, a stable word
    or the other side's own. reference: the name by which the other side tells of its delivery later. ends_at: when it
    is worth nothing any more, where that is before a day. doubt: it may have gone out twice, since the service fell
    between sending and noting; never of mail, which has a name (Message-ID) by which a second one is dropped.
    """

    id: str
    customer_id: CustomerId
    way: Way
    to: str
    text: str
    created_at: datetime
    next_try: datetime
    subject: str = ""
    user_id: UserId | None = None
    recording: MessageId | None = None
    state: OutgoingState = OutgoingState.QUEUED
    tries: int = 0
    reason: str = ""
    reference: str = ""
    ends_at: datetime | None = None
    doubt: bool = False

    @property
    def given_up_at(self) -> datetime:
        """Until when it is tried."""
        last = self.created_at + GIVEN_UP_AFTER
        return last if self.ends_at is None else min(last, self.ends_at)


def taken(outgoing: Outgoing) -> Outgoing:
    """For a try, which is the second one of a kind when nobody noted what became of the one before."""
    twice = outgoing.reason == UNDER_WAY and outgoing.way is Way.SMS
    return replace(outgoing, reason=UNDER_WAY, doubt=outgoing.doubt or twice)


def moved(outgoing: Outgoing, state: OutgoingState, *, reason: str = "", reference: str = "") -> Outgoing:
    """The same in another state; unchanged where the table doesn't lead there."""
    if state not in TRANSITIONS[outgoing.state]:
        return outgoing
    return replace(outgoing, state=state, reason=reason, reference=reference or outgoing.reference)


def tried_anew(outgoing: Outgoing, now: datetime) -> Outgoing:
    """By whoever wrote it: what has failed is tried once more, as long as at first; all else stays as it is.

    It keeps its name, by which a mail that arrived all the same is dropped when it comes twice.
    """
    if outgoing.state is not OutgoingState.FAILED:
        return outgoing
    return replace(outgoing, state=OutgoingState.QUEUED, created_at=now, next_try=now, tries=0, reason="")


def tried_in_vain(outgoing: Outgoing, now: datetime, reason: str, *, perhaps: bool = False) -> Outgoing:
    """After a try that failed for now: when the next is due, or that it is given up.

    perhaps: it was handed over, and no answer came; an SMS that is tried again may then come twice.
    """
    outgoing = replace(outgoing, doubt=outgoing.doubt or (perhaps and outgoing.way is Way.SMS))
    tries = outgoing.tries + 1
    if now >= outgoing.given_up_at:
        return replace(moved(outgoing, OutgoingState.FAILED, reason=reason), tries=tries)
    pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(outgoing.tries, 16))
    due = min(now + pause, max(outgoing.given_up_at, now))
    return replace(outgoing, tries=tries, reason=reason, next_try=due)
