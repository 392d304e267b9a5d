"""Who gets through: callers whose calls ring all the same while a diversion counts (spec 3.11)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.words import Word

AGAIN_WITHIN = timedelta(minutes=3)
"""How soon after the end of a call that was diverted the same number must call again."""


class Passing(Word):
    """An exception of a diversion: whose calls ring all the same.

    `list`: the numbers of the user's own list. `twice`: a number whose call was diverted less than `AGAIN_WITHIN` ago;
    never a withheld one.
    """

    COLLEAGUES = "colleagues"
    FAVOURITES = "favourites"
    LIST = "list"
    TWICE = "twice"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PassList:
    """Whom a user lets through. numbers: their list (E.164, or local numbers of colleagues and groups), as they put it.

    usual: the exceptions of every diversion that names none itself. colleagues: favourites in the company; contacts:
    numbers of favourites outside it.
    """

    numbers: tuple[str, ...] = ()
    usual: tuple[Passing, ...] = ()
    colleagues: frozenset[UserId] = frozenset()
    contacts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls, as routing knows them. number: local number or E.164, "" when withheld.

    user_id: a colleague, on whichever phone. numbers: all that they are known by: the number, and those of a colleague.
    """

    number: str = ""
    user_id: UserId | None = None
    numbers: frozenset[str] = frozenset()


NOBODY = Caller()
"""A caller of whom nothing is known."""


def passes(
    caller: Caller, exceptions: Iterable[Passing], own: PassList, last_diverted: datetime | None, now: datetime
) -> Passing | None:
    """The first exception by which a caller gets through, None when none applies.

    last_diverted: when the last diverted call of this number ended, if there was one.
    """
    applies = {
        Passing.COLLEAGUES: caller.user_id is not None,
        Passing.FAVOURITES: caller.user_id in own.colleagues or bool(caller.numbers & own.contacts),
        Passing.LIST: bool(caller.numbers.intersection(own.numbers)),
        Passing.TWICE: bool(caller.number) and last_diverted is not None and now - last_diverted < AGAIN_WITHIN,
    }
    return next((each for each in exceptions if applies.get(each, False)), None)
