"""Callers who are not let in: numbers, and calls without one; a company's and each user's (spec 12.4a)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onepresence_desktop.domain.passing import Caller


class Blocked(StrEnum):
    """Why a caller is refused."""

    NUMBER = "blocked"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class Blocking:
    """numbers: E.164. anonymous: calls whose number is withheld are refused, too."""

    numbers: frozenset[str] = frozenset()
    anonymous: bool = False

    def refuses(self, caller: Caller) -> Blocked | None:
        """Why a caller isn't let in, None when they are; colleagues always are."""
        if caller.user_id is not None:
            return None
        if not caller.number:
            return Blocked.ANONYMOUS if self.anonymous else None
        return Blocked.NUMBER if caller.number in self.numbers else None
