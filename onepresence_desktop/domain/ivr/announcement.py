"""One thing said to a caller whose call can't go on, and the end (spec 12.1a)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onepresence_desktop.domain.ivr.menu import HangUp, HungUp, Input, Output, Play, Played, Started
from onepresence_desktop.domain.ivr.prompts import Phrase, Prompt
from onepresence_desktop.domain.steps import Refusal

REFUSED = {
    Refusal.NO_LINE: Phrase.NO_LINE,
    Refusal.ABROAD: Phrase.NOT_ABROAD,
    Refusal.PREMIUM: Phrase.NOT_PREMIUM,
    Refusal.BUSY: Phrase.LINES_BUSY,
    Refusal.TOO_MANY: Phrase.TOO_MANY_CALLS,
    Refusal.BLOCKED: Phrase.NOT_LET_IN,
    Refusal.ANONYMOUS: Phrase.NOT_ANONYMOUS,
    Refusal.PHONE_LOST: Phrase.PHONE_LOST,
}
GOES_ON = {**REFUSED, Refusal.PHONE_LOST: Phrase.PHONE_LOST_WAIT}
"""What is said to who isn't rung off then."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is said, and the name in it."""

    phrase: Phrase
    name: str = ""


@dataclass(frozen=True, slots=True)
class Announcement:
    """Says `phrase` in a language, then hangs up. name: what stands in the phrase."""

    phrase: Phrase
    language: str
    name: str = ""
    over: bool = False

    def opening(self) -> tuple[Prompt, ...]:
        """All that is said."""
        return (Prompt(self.phrase, self.language, name=self.name),)

    def to_come(self) -> tuple[Prompt, ...]:
        """Nothing more."""
        return ()

    def advance(self, input_: Input) -> tuple[Announcement, tuple[Output, ...]]:
        """From answering to the end; keys mean nothing here."""
        match input_:
            case Started():
                return self, (Play(self.opening()),)
            case Played():
                return replace(self, over=True), (HangUp(),)
            case HungUp():
                return replace(self, over=True), ()
            case _:
                return self, ()
