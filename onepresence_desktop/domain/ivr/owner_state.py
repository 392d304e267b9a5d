"""Where the owner of a mailbox is in its menu, and what all parts of the menu share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from onepresence_desktop.domain.ivr.menu import Fetch, Output, Play
from onepresence_desktop.domain.ivr.prompts import Phrase, Prompt
from onepresence_desktop.domain.messages import Message
from onepresence_desktop.domain.spoken import SpokenKind


class OwnerStage(StrEnum):
    """Where the owner is in the menu."""

    ANSWERING = "answering"
    PIN = "pin"
    CHECKING = "checking"
    FETCHING = "fetching"
    MAIN = "main"
    HEAD = "head"
    LISTENING = "listening"
    AFTER = "after"
    ASKING = "asking"
    RECORDING = "recording"
    REVIEW = "review"
    KEEPING = "keeping"
    LEAVING = "leaving"
    OVER = "over"


class List(StrEnum):
    """What is wanted of the messages that are fetched."""

    MAIN = "main"
    NEW = "new"
    SAVED = "saved"


@dataclass(frozen=True, slots=True)
class OwnerState:
    """One owner at their mailbox.

    name: whose it is, "" at their own phone. ask_pin: it must be keyed; has_pin: there is one. quick: new messages are
    heard at once. record: what the call is for, when it is for a recording alone. keyed: digits of the PIN so far.
    messages: the voicemails; walked: those of the list being heard, oldest first, at `place`. deleted: the one heard is
    to go. silent: how often nothing was keyed. recording: what is being recorded. said: what comes before the menu.
    """

    language: str
    name: str = ""
    ask_pin: bool = True
    has_pin: bool = True
    quick: bool = False
    record: SpokenKind | None = None
    stage: OwnerStage = OwnerStage.ANSWERING
    keyed: str = ""
    wanted: List = List.MAIN
    messages: tuple[Message, ...] = ()
    walked: tuple[Message, ...] = ()
    place: int = 0
    deleted: bool = False
    silent: int = 0
    recording: SpokenKind = SpokenKind.NAME
    said: tuple[Phrase, ...] = ()

    @property
    def over(self) -> bool:
        """The owner has been served, or is gone."""
        return self.stage is OwnerStage.OVER

    @property
    def message(self) -> Message:
        """The one being heard."""
        return self.walked[self.place]

    def opening(self) -> tuple[Prompt, ...]:
        """What is said first, as far as it is known before the messages are."""
        if not self.ask_pin:
            return self.prompts(*(ASKED[self.record],) if self.record is not None else (Phrase.OWNER_KEYS,))
        return self._pin_prompts() if self.has_pin else self.prompts(Phrase.NO_PIN)

    def to_come(self) -> tuple[Prompt, ...]:
        """The keys of a message."""
        return self.prompts(Phrase.MESSAGE_KEYS)

    def prompts(self, *phrases: Phrase) -> tuple[Prompt, ...]:
        """Phrases without values, in the owner's language."""
        return tuple(Prompt(phrase, self.language) for phrase in phrases)

    def _pin_prompts(self) -> tuple[Prompt, ...]:
        return (Prompt(Phrase.PIN_OF if self.name else Phrase.PIN, self.language, name=self.name),)


Step = tuple[OwnerState, tuple[Output, ...]]
"""The next state and what is to be done."""

ASKED = {SpokenKind.NAME: Phrase.RECORD_NAME, SpokenKind.GREETING: Phrase.RECORD_GREETING}


def say(menu: OwnerState, stage: OwnerStage, *phrases: Phrase) -> Step:
    return replace(menu, stage=stage), (Play(menu.prompts(*phrases)),)


def leave(menu: OwnerState, *phrases: Phrase) -> Step:
    return say(menu, OwnerStage.LEAVING, *phrases, Phrase.GOODBYE)


def to_main(menu: OwnerState, *said: Phrase) -> Step:
    return replace(menu, stage=OwnerStage.FETCHING, wanted=List.MAIN, said=said), (Fetch(),)
