"""Transactions as tables: RFC 3261 section 17, with the Accepted state of RFC 6026."""

from __future__ import annotations

from enum import Enum


class State(Enum):
    """Of any of the four."""

    CALLING = "calling"
    TRYING = "trying"
    PROCEEDING = "proceeding"
    ACCEPTED = "accepted"
    COMPLETED = "completed"
    CONFIRMED = "confirmed"
    TERMINATED = "terminated"


CLIENT_INVITE: dict[tuple[State, str], State] = {
    (State.CALLING, "1xx"): State.PROCEEDING,
    (State.CALLING, "2xx"): State.ACCEPTED,
    (State.CALLING, "final"): State.COMPLETED,
    (State.PROCEEDING, "1xx"): State.PROCEEDING,
    (State.PROCEEDING, "2xx"): State.ACCEPTED,
    (State.PROCEEDING, "final"): State.COMPLETED,
    (State.ACCEPTED, "2xx"): State.ACCEPTED,
    (State.COMPLETED, "final"): State.COMPLETED,
}
CLIENT_OTHER: dict[tuple[State, str], State] = {
    (State.TRYING, "1xx"): State.PROCEEDING,
    (State.TRYING, "2xx"): State.COMPLETED,
    (State.TRYING, "final"): State.COMPLETED,
    (State.PROCEEDING, "1xx"): State.PROCEEDING,
    (State.PROCEEDING, "2xx"): State.COMPLETED,
    (State.PROCEEDING, "final"): State.COMPLETED,
}
SERVER_INVITE: dict[tuple[State, str], State] = {
    (State.PROCEEDING, "1xx"): State.PROCEEDING,
    (State.PROCEEDING, "2xx"): State.ACCEPTED,
    (State.PROCEEDING, "final"): State.COMPLETED,
    (State.ACCEPTED, "2xx"): State.ACCEPTED,
    (State.COMPLETED, "ack"): State.CONFIRMED,
}
SERVER_OTHER: dict[tuple[State, str], State] = {
    (State.TRYING, "1xx"): State.PROCEEDING,
    (State.TRYING, "2xx"): State.COMPLETED,
    (State.TRYING, "final"): State.COMPLETED,
    (State.PROCEEDING, "1xx"): State.PROCEEDING,
    (State.PROCEEDING, "2xx"): State.COMPLETED,
    (State.PROCEEDING, "final"): State.COMPLETED,
}


def kind_of(status: int) -> str:
    """A status as an event of the tables."""
    return "1xx" if status < 200 else "2xx" if status < 300 else "final"
