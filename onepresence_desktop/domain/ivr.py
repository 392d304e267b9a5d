"""Menus a caller hears, sans-IO: (state, input) -> (state, outputs). It emits prompt keys, never sentences (spec 6.5).

The deposit menu: a greeting that says who was called and why he isn't there, key 5 for the second language, key 9 to
the reception, a tone, a recording ended by #, silence, length or hanging up.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from onepresence_desktop.domain.diversion import Forwarding, Reason
from onepresence_desktop.domain.messages import LEAST_ROOM, VoicemailOptions

SHORTEST = 1.0
"""Seconds of sound below which nothing was left: a click, a breath, a change of mind."""

SILENCE = 6.0
"""Seconds of silence that end a message."""


class Phrase(StrEnum):
    """What can be said; the words are in `pbx/prompts`."""

    WELCOME = "welcome"
    AWAY = "away"
    NO_ANSWER = "no_answer"
    BUSY = "busy"
    UNREACHABLE = "unreachable"
    OTHER_LANGUAGE = "other_language"
    RECEPTION = "reception"
    LEAVE_MESSAGE = "leave_message"
    NO_MESSAGES = "no_messages"
    MAILBOX_FULL = "mailbox_full"
    THANKS = "thanks"
    NOTHING_RECORDED = "nothing_recorded"
    DISK_FULL = "disk_full"
    BEEP = "beep"


@dataclass(frozen=True, slots=True)
class Prompt:
    """A phrase in a language. name: who was called. reason, until: of the diversion, for `AWAY`."""

    phrase: Phrase
    language: str
    name: str = ""
    reason: Reason | None = None
    until: datetime | None = None


# --- inputs ---


@dataclass(frozen=True, slots=True)
class Started:
    """The call has been answered."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A key: 0-9, * or #."""

    digit: str


@dataclass(frozen=True, slots=True)
class Played:
    """A `Play` has ended by itself."""


@dataclass(frozen=True, slots=True)
class RecordingEnded:
    """A `Record` has ended; why: hangup, digit, silence, length or disk_full."""

    seconds: float
    why: str


@dataclass(frozen=True, slots=True)
class NotStored:
    """The message of a `StoreMessage` could not be put into the mailbox."""


@dataclass(frozen=True, slots=True)
class HungUp:
    """The caller is gone."""


Input = Started | Pressed | Played | RecordingEnded | NotStored | HungUp

# --- outputs ---


@dataclass(frozen=True, slots=True)
class Play:
    """Say these, one after another, instead of whatever is being said."""

    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """Record the caller; seconds."""

    most: float
    silence: float


@dataclass(frozen=True, slots=True)
class StoreMessage:
    """Put what was recorded into the mailbox."""

    seconds: float


@dataclass(frozen=True, slots=True)
class DiscardMessage:
    """Throw away what was recorded."""


@dataclass(frozen=True, slots=True)
class ToReception:
    """Connect the caller to the reception group."""


@dataclass(frozen=True, slots=True)
class HangUp:
    """End the call."""


Output = Play | Record | StoreMessage | DiscardMessage | ToReception | HangUp


class Stage(StrEnum):
    """Where the caller is in the menu."""

    ANSWERING = "answering"
    GREETING = "greeting"
    TONE = "tone"
    RECORDING = "recording"
    LEAVING = "leaving"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Deposit:
    """One caller at one mailbox. has_reception: there is a group for key 9. forwarding: why the caller is here.

    room: seconds that the mailbox still takes.
    """

    name: str
    options: VoicemailOptions
    forwarding: Forwarding
    reason: Reason | None = None
    until: datetime | None = None
    has_reception: bool = False
    room: float = math.inf
    stage: Stage = Stage.ANSWERING
    language: str = ""

    @property
    def takes(self) -> bool:
        """A message can be left."""
        return self.options.deposit and self.room >= LEAST_ROOM

    @property
    def speaks(self) -> str:
        """The language in use."""
        return self.language or self.options.language


Step = tuple[Deposit, tuple[Output, ...]]

_REASONS = {
    Forwarding.CFB: Phrase.BUSY,
    Forwarding.CFNR: Phrase.NO_ANSWER,
    Forwarding.CFNRC: Phrase.UNREACHABLE,
    Forwarding.CFU: Phrase.NO_ANSWER,
}


def greeting(menu: Deposit) -> tuple[Prompt, ...]:
    """What a caller hears first, in order, up to and with the tone."""
    language, options = menu.speaks, menu.options
    said = [Prompt(Phrase.WELCOME, language, name=menu.name)]
    if menu.reason is not None:
        said.append(Prompt(Phrase.AWAY, language, reason=menu.reason, until=menu.until))
    else:
        said.append(Prompt(_REASONS[menu.forwarding], language))
    if options.second_language not in (None, language) and language == options.language:
        said.append(Prompt(Phrase.OTHER_LANGUAGE, options.second_language or ""))
    if options.reception and menu.has_reception:
        said.append(Prompt(Phrase.RECEPTION, language))
    if menu.takes:
        said += [Prompt(Phrase.LEAVE_MESSAGE, language), Prompt(Phrase.BEEP, language)]
    elif options.deposit:
        said.append(Prompt(Phrase.MAILBOX_FULL, language))
    else:
        said.append(Prompt(Phrase.NO_MESSAGES, language))
    return tuple(said)


def _greet(menu: Deposit, _: Input) -> Step:
    return replace(menu, stage=Stage.GREETING), (Play(greeting(menu)),)


def _greeted(menu: Deposit, _: Input) -> Step:
    if menu.takes:
        return _record(menu, _)
    return replace(menu, stage=Stage.OVER), (HangUp(),)


def _record(menu: Deposit, _: Input) -> Step:
    return replace(menu, stage=Stage.RECORDING), (Record(min(float(menu.options.max_seconds), menu.room), SILENCE),)


def _key_while_greeting(menu: Deposit, input_: Input) -> Step:
    digit = input_.digit if isinstance(input_, Pressed) else ""
    options = menu.options
    if digit == "5" and options.second_language not in (None, menu.speaks):
        other = replace(menu, language=options.second_language or "")
        return other, (Play(greeting(other)),)
    if digit == "9" and options.reception and menu.has_reception:
        return replace(menu, stage=Stage.OVER), (ToReception(),)
    if digit == "#" and menu.takes:
        return replace(menu, stage=Stage.TONE), (Play((Prompt(Phrase.BEEP, menu.speaks),)),)
    return menu, ()


def _recorded(menu: Deposit, input_: Input) -> Step:
    if not isinstance(input_, RecordingEnded):
        return menu, ()
    kept: Output = StoreMessage(input_.seconds) if input_.seconds >= SHORTEST else DiscardMessage()
    if input_.why == "hangup":
        return replace(menu, stage=Stage.OVER), (kept,)
    if input_.why == "disk_full":
        return replace(menu, stage=Stage.LEAVING), (kept, Play(apology(menu.speaks)))
    last = Phrase.THANKS if isinstance(kept, StoreMessage) else Phrase.NOTHING_RECORDED
    return replace(menu, stage=Stage.LEAVING), (kept, Play((Prompt(last, menu.speaks),)))


def apology(language: str) -> tuple[Prompt, ...]:
    """What is said when there is no room for a message; to be had ready before there is none for these words either."""
    return (Prompt(Phrase.DISK_FULL, language),)


def _not_stored(menu: Deposit, _: Input) -> Step:
    return menu, (Play(apology(menu.speaks)),)


def _left(menu: Deposit, _: Input) -> Step:
    return replace(menu, stage=Stage.OVER), (HangUp(),)


def _gone(menu: Deposit, _: Input) -> Step:
    return replace(menu, stage=Stage.OVER), ()


TABLE: dict[tuple[Stage, type[Input]], Callable[[Deposit, Input], Step]] = {
    (Stage.ANSWERING, Started): _greet,
    (Stage.GREETING, Played): _greeted,
    (Stage.GREETING, Pressed): _key_while_greeting,
    (Stage.TONE, Played): _record,
    (Stage.RECORDING, RecordingEnded): _recorded,
    (Stage.LEAVING, NotStored): _not_stored,
    (Stage.LEAVING, Played): _left,
    (Stage.ANSWERING, HungUp): _gone,
    (Stage.GREETING, HungUp): _gone,
    (Stage.TONE, HungUp): _gone,
    (Stage.LEAVING, HungUp): _gone,
}
"""While recording, hanging up comes as the end of the recording, so that what was said is kept."""


def advance(menu: Deposit, input_: Input) -> Step:
    """The next state and what is to be done; an input that means nothing here changes nothing."""
    then = TABLE.get((menu.stage, type(input_)))
    return then(menu, input_) if then is not None else (menu, ())
