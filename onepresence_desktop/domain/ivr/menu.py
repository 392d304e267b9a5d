"""What every menu has in common: the inputs it may be given and the outputs it may ask for (sans-IO).

A menu is an unchanging value. `advance` gives the next value and what is to be done meanwhile; whoever plays it over a
telephony driver feeds it with keys and with the ends of what it asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, Self

from onepresence_desktop.domain.ivr.prompts import Prompt
from onepresence_desktop.domain.messages import CutShort, Message, MessageId
from onepresence_desktop.domain.spoken import SpokenKind

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
    """A `Record` has ended; why: hangup, digit, silence, length, disk_full or stopped (the service ends).

    seconds: until the last word.
    """

    seconds: float
    why: str


@dataclass(frozen=True, slots=True)
class Stored:
    """A `StoreMessage` is done."""


@dataclass(frozen=True, slots=True)
class NotStored:
    """A `StoreMessage` failed: the disk is full, or the store away."""


@dataclass(frozen=True, slots=True)
class HungUp:
    """The caller is gone."""


@dataclass(frozen=True, slots=True)
class Waited:
    """A `Wait` has passed without a key."""


@dataclass(frozen=True, slots=True)
class PinChecked:
    """What came of a `CheckPin`; locked: no PIN is tried for the time being."""

    right: bool
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """The voicemails of the mailbox, as they are now."""

    messages: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class CannotCall:
    """A `CallBack` leads nowhere."""


Input = (
    Started
    | Pressed
    | Played
    | RecordingEnded
    | Stored
    | NotStored
    | HungUp
    | Waited
    | PinChecked
    | Fetched
    | CannotCall
)

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
    """Put what was recorded into the mailbox; answered with `Stored` or `NotStored`. cut_short: why it isn't whole."""

    seconds: float
    cut_short: CutShort | None = None


@dataclass(frozen=True, slots=True)
class DiscardMessage:
    """Throw away what was recorded."""


@dataclass(frozen=True, slots=True)
class ToReception:
    """Connect the caller to the reception group."""


@dataclass(frozen=True, slots=True)
class Connect:
    """Connect the caller to a number (local, or E.164)."""

    number: str


@dataclass(frozen=True, slots=True)
class HangUp:
    """End the call."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Be silent, and answer `Waited` after so many seconds, unless something else is asked for before."""

    seconds: float


@dataclass(frozen=True, slots=True)
class CheckPin:
    """Whether these digits open the mailbox; answered with `PinChecked`."""

    pin: str


@dataclass(frozen=True, slots=True)
class Fetch:
    """Look into the mailbox; answered with `Fetched`."""


@dataclass(frozen=True, slots=True)
class MarkRead:
    """The owner hears a message."""

    message_id: MessageId


@dataclass(frozen=True, slots=True)
class KeepMessage:
    """Exempt a message from age limits."""

    message_id: MessageId


@dataclass(frozen=True, slots=True)
class RemoveMessage:
    """Delete a message for good."""

    message_id: MessageId


@dataclass(frozen=True, slots=True)
class CallBack:
    """Connect the owner to a number; answered with `CannotCall` where it leads nowhere."""

    number: str


@dataclass(frozen=True, slots=True)
class KeepSpoken:
    """What was recorded becomes the owner's name or greeting; answered with `Stored` or `NotStored`."""

    kind: SpokenKind


Output = (
    Play
    | Record
    | StoreMessage
    | DiscardMessage
    | ToReception
    | Connect
    | HangUp
    | Wait
    | CheckPin
    | Fetch
    | MarkRead
    | KeepMessage
    | RemoveMessage
    | CallBack
    | KeepSpoken
)


class Menu(Protocol):
    """One caller in one menu."""

    @property
    def over(self) -> bool:
        """Nothing is left to be done."""
        ...

    def opening(self) -> tuple[Prompt, ...]:
        """What is said first, so that it can be made before the call is answered."""
        ...

    def to_come(self) -> tuple[Prompt, ...]:
        """What may have to be said later on, so that it can be made in time, and before a disk is full."""
        ...

    def advance(self, input_: Input) -> tuple[Self, tuple[Output, ...]]:
        """The next state and what is to be done; an input that means nothing here changes nothing."""
        ...
