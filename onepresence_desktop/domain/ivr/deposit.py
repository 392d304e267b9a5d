"""The menu of a caller at somebody's mailbox (spec 6.5).

A greeting that says who was called and why they aren't there, key 5 for the second language, key 9 to the reception, a
tone, a recording ended by #, silence, length or hanging up. Whom the reception doesn't answer is back here.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from onepresence_desktop.domain.diversion import Forwarding, Reason
from onepresence_desktop.domain.ivr.menu import (
    DiscardMessage,
    HangUp,
    HungUp,
    Input,
    NotStored,
    Output,
    Play,
    Played,
    Pressed,
    Record,
    RecordingEnded,
    Started,
    Stored,
    StoreMessage,
    ToReception,
)
from onepresence_desktop.domain.ivr.prompts import Phrase, Prompt
from onepresence_desktop.domain.messages import LEAST_ROOM, CutShort, VoicemailOptions

SHORTEST = 1.0
"""Seconds of sound below which nothing was left: a click, a breath, a change of mind."""

SILENCE = 6.0
"""Seconds of silence that end a message."""


class Stage(StrEnum):
    """Where the caller is in the menu."""

    ANSWERING = "answering"
    GREETING = "greeting"
    TONE = "tone"
    RECORDING = "recording"
    STORING = "storing"
    LEAVING = "leaving"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Deposit:
    """One caller at one mailbox. has_reception: there is a group for key 9. forwarding: why the caller is here.

    spoken_name, own_greeting: the owner's own recordings, "" without one; who chose the second language hears no
    greeting. room: seconds that the mailbox still takes. reception_away: the caller comes back from there, unanswered.
    last: what is said in the end.
    """

    name: str
    options: VoicemailOptions
    forwarding: Forwarding
    reason: Reason | None = None
    until: datetime | None = None
    has_reception: bool = False
    room: float = math.inf
    reception_away: bool = False
    spoken_name: str = ""
    own_greeting: str = ""
    stage: Stage = Stage.ANSWERING
    language: str = ""
    last: Phrase = Phrase.THANKS

    @property
    def takes(self) -> bool:
        """A message can be left."""
        return self.options.deposit and self.room >= LEAST_ROOM

    @property
    def speaks(self) -> str:
        """The language in use."""
        return self.language or self.options.language

    @property
    def over(self) -> bool:
        """The caller has been served, or is gone."""
        return self.stage is Stage.OVER

    def opening(self) -> tuple[Prompt, ...]:
        """The greeting."""
        return greeting(self)

    def to_come(self) -> tuple[Prompt, ...]:
        """Of a wrong key, the last words, and the greeting in the second language where key 5 is offered."""
        return to_come(self)

    def advance(self, input_: Input) -> Step:
        """The next state and what is to be done; an input that means nothing here changes nothing."""
        then = TABLE.get((self.stage, type(input_)))
        return then(self, input_) if then is not None else (self, ())


Step = tuple[Deposit, tuple[Output, ...]]
"""The next state and what is to be done."""

_REASONS = {
    Forwarding.CFB: Phrase.BUSY,
    Forwarding.CFNR: Phrase.NO_ANSWER,
    Forwarding.CFNRC: Phrase.UNREACHABLE,
    Forwarding.CFU: Phrase.NO_ANSWER,
}


def greeting(menu: Deposit) -> tuple[Prompt, ...]:
    """What a caller hears first, in order, up to and with the tone."""
    if menu.reception_away:
        return (Prompt(Phrase.RECEPTION_AWAY, menu.speaks), *_choices(menu))
    name = "" if menu.spoken_name else menu.name
    if menu.reason is not None:
        why = Prompt(Phrase.AWAY, menu.speaks, name=name, reason=menu.reason, until=menu.until)
    else:
        why = Prompt(_REASONS[menu.forwarding], menu.speaks, name=name)
    said = _recorded_sound(menu, menu.spoken_name)
    own = _recorded_sound(menu, menu.own_greeting if menu.speaks == menu.options.language else "")
    skip = (Prompt(Phrase.SKIP, menu.speaks),) if menu.takes else ()
    return (Prompt(Phrase.WELCOME, menu.speaks, name=name), *said, *said, why, *own, *skip, *_choices(menu))


def _recorded_sound(menu: Deposit, sound: str) -> tuple[Prompt, ...]:
    return (Prompt(Phrase.RECORDED, menu.speaks, sound=sound),) if sound else ()


def to_come(menu: Deposit) -> tuple[Prompt, ...]:
    """What may have to be said later on, so that it can be made in time, and before a disk is full.

    First what a key is answered by: it may be pressed while the greeting is heard.
    """
    last = (Phrase.WRONG_KEY, Phrase.THANKS, Phrase.NOTHING_RECORDED, Phrase.DISK_FULL)
    other = _in_second_language(menu)
    return (*(Prompt(phrase, menu.speaks) for phrase in last), *(greeting(other) if other is not None else ()))


def _choices(menu: Deposit) -> tuple[Prompt, ...]:
    """The keys, and the tone."""
    language, options = menu.speaks, menu.options
    said = []
    if _in_second_language(menu) is not None:
        said.append(Prompt(Phrase.OTHER_LANGUAGE, options.second_language or ""))
    if _reception(menu):
        said.append(Prompt(Phrase.RECEPTION, language))
    if menu.takes:
        said += [Prompt(Phrase.LEAVE_MESSAGE, language), Prompt(Phrase.BEEP, language)]
    elif options.deposit:
        said.append(Prompt(Phrase.MAILBOX_FULL, language))
    else:
        said.append(Prompt(Phrase.NO_MESSAGES, language))
    return tuple(said)


def _in_second_language(menu: Deposit) -> Deposit | None:
    """The menu after key 5; None where it isn't offered, or was pressed already."""
    second = menu.options.second_language
    offered = second not in (None, menu.options.language) and menu.speaks == menu.options.language
    return replace(menu, language=second or "") if offered else None


def _reception(menu: Deposit) -> bool:
    return menu.options.reception and menu.has_reception and not menu.reception_away


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
    if digit == "5" and (other := _in_second_language(menu)) is not None:
        return other, (Play(greeting(other)),)
    if digit == "9" and _reception(menu):
        return replace(menu, stage=Stage.OVER), (ToReception(),)
    if digit == "#" and menu.takes:
        return replace(menu, stage=Stage.TONE), (Play((Prompt(Phrase.BEEP, menu.speaks),)),)
    return menu, (Play((Prompt(Phrase.WRONG_KEY, menu.speaks), *_choices(menu))),)


def _recorded(menu: Deposit, input_: Input) -> Step:
    if not isinstance(input_, RecordingEnded):
        return menu, ()
    kept = input_.seconds >= SHORTEST
    done: Output = StoreMessage(input_.seconds, _cut_short(menu, input_.why)) if kept else DiscardMessage()
    if input_.why in ("hangup", "stopped"):
        return replace(menu, stage=Stage.OVER), (done,)
    if input_.why == "disk_full":
        last = Phrase.DISK_FULL
    else:
        last = Phrase.THANKS if kept else Phrase.NOTHING_RECORDED
    if kept:
        return replace(menu, stage=Stage.STORING, last=last), (done,)
    return replace(menu, stage=Stage.LEAVING), (done, Play((Prompt(last, menu.speaks),)))


def _cut_short(menu: Deposit, why: str) -> CutShort | None:
    """Whether the end of a recording wasn't the caller's choice."""
    if why == "length":
        return CutShort.MAILBOX_FULL if menu.room < menu.options.max_seconds else CutShort.LENGTH
    return {"disk_full": CutShort.DISK_FULL, "stopped": CutShort.SERVICE_STOPPED}.get(why)


def _stored(menu: Deposit, _: Input) -> Step:
    return replace(menu, stage=Stage.LEAVING), (Play((Prompt(menu.last, menu.speaks),)),)


def _not_stored(menu: Deposit, _: Input) -> Step:
    return replace(menu, stage=Stage.LEAVING), (Play((Prompt(Phrase.DISK_FULL, menu.speaks),)),)


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
    (Stage.STORING, Stored): _stored,
    (Stage.STORING, NotStored): _not_stored,
    (Stage.LEAVING, Played): _left,
    (Stage.ANSWERING, HungUp): _gone,
    (Stage.GREETING, HungUp): _gone,
    (Stage.TONE, HungUp): _gone,
    (Stage.STORING, HungUp): _gone,
    (Stage.LEAVING, HungUp): _gone,
}
"""While recording, hanging up comes as the end of the recording, so that what was said is kept."""
