"""The menu of a mailbox's owner by phone (spec 6.6): PIN, new and saved messages, own name and greeting.

Keys of the main menu: 1 new, 2 saved, 3 record the name, 4 record the greeting, * ends. Of a message: 1 again, 2 keep,
3 delete (and again: undo), 4 back, 5 call back, 6 or # next, * main menu. Of a recording: 1 listen, 2 accept,
3 once more, * leave it. 0 says the keys. Whoever keys nothing hears them once more, then the end.

A message counts as read when its sound begins. A deleted one goes when its owner moves on or hangs up.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from onepresence_desktop.domain.ivr.menu import (
    CannotCall,
    CheckPin,
    DiscardMessage,
    Fetch,
    Fetched,
    HangUp,
    HungUp,
    Input,
    NotStored,
    Output,
    PinChecked,
    Play,
    Played,
    Pressed,
    RecordingEnded,
    Started,
    Stored,
    Wait,
    Waited,
)
from onepresence_desktop.domain.ivr.owner_messages import cannot_call, head, heard, listen, message_key, settled
from onepresence_desktop.domain.ivr.owner_recording import (
    ask,
    asking_key,
    record,
    recorded,
    review_key,
    spoken_kept,
    spoken_not_kept,
)
from onepresence_desktop.domain.ivr.owner_state import List, OwnerStage, OwnerState, Step, leave, say
from onepresence_desktop.domain.ivr.prompts import Phrase, Prompt
from onepresence_desktop.domain.spoken import SpokenKind

PATIENCE = 8.0
"""Seconds in which a key is waited for."""

BETWEEN_DIGITS = 4.0
"""Seconds after the last digit of a PIN that isn't ended with #."""

LONGEST_PIN = 10


@dataclass(frozen=True, slots=True)
class Owner(OwnerState):
    """One owner at their mailbox."""

    def advance(self, input_: Input) -> tuple[Owner, tuple[Output, ...]]:
        """The next state and what is to be done; an input that means nothing here changes nothing."""
        then = TABLE.get((self.stage, type(input_)))
        menu, outputs = then(self, input_) if then is not None else (self, ())
        assert isinstance(menu, Owner)
        return menu, outputs


def _started(menu: OwnerState, _: Input) -> Step:
    if not menu.ask_pin:
        return _opened(menu)
    if not menu.has_pin:
        return leave(menu, Phrase.NO_PIN)
    return replace(menu, stage=OwnerStage.PIN), (Play(menu.opening()),)


def _opened(menu: OwnerState) -> Step:
    if menu.record is not None:
        return ask(menu, menu.record)
    return replace(menu, stage=OwnerStage.FETCHING, wanted=List.NEW if menu.quick else List.MAIN), (Fetch(),)


def _pin_key(menu: OwnerState, input_: Input) -> Step:
    digit = input_.digit if isinstance(input_, Pressed) else ""
    if digit == "*":
        return replace(menu, keyed=""), (Play(menu.opening()),)
    keyed = menu.keyed + digit.replace("#", "")
    if digit == "#" or len(keyed) == LONGEST_PIN:
        return replace(menu, stage=OwnerStage.CHECKING, keyed=""), (CheckPin(keyed),)
    return replace(menu, keyed=keyed), (Wait(BETWEEN_DIGITS),)


def _pin_waited(menu: OwnerState, _: Input) -> Step:
    if menu.keyed:
        return replace(menu, stage=OwnerStage.CHECKING, keyed=""), (CheckPin(menu.keyed),)
    if menu.silent:
        return leave(menu)
    return replace(menu, silent=1), (Play(menu.opening()),)


def _pin_checked(menu: OwnerState, input_: Input) -> Step:
    assert isinstance(input_, PinChecked)
    if input_.locked:
        return leave(menu, Phrase.PIN_LOCKED)
    if not input_.right:
        wrong = menu.prompts(Phrase.PIN_WRONG)
        return replace(menu, stage=OwnerStage.PIN, silent=0), (Play((*wrong, *menu.opening())),)
    return _opened(replace(menu, silent=0))


# --- the main menu ---


def _fetched(menu: OwnerState, input_: Input) -> Step:
    assert isinstance(input_, Fetched)
    found = tuple(sorted(input_.messages, key=lambda message: message.at))
    menu = replace(menu, messages=found, silent=0)
    if menu.wanted is List.MAIN:
        return _main(menu, *_counts(menu))
    walked = tuple(message for message in found if message.read is (menu.wanted is List.SAVED))
    if not walked:
        nothing = Phrase.NO_NEW if menu.wanted is List.NEW else Phrase.NO_SAVED
        return _main(menu, Prompt(nothing, menu.language))
    return head(replace(menu, walked=walked, place=0))


def _counts(menu: OwnerState) -> tuple[Prompt, ...]:
    saved = sum(message.read for message in menu.messages)
    new = len(menu.messages) - saved
    one_new = Phrase.NO_NEW if not new else Phrase.ONE_NEW if new == 1 else Phrase.SOME_NEW
    said = [Prompt(one_new, menu.language, count=new)]
    if saved:
        said.append(Prompt(Phrase.ONE_SAVED if saved == 1 else Phrase.SOME_SAVED, menu.language, count=saved))
    return tuple(said)


def _main(menu: OwnerState, *prompts: Prompt) -> Step:
    said = (*menu.prompts(*menu.said), *prompts, *menu.prompts(Phrase.OWNER_KEYS))
    return replace(menu, stage=OwnerStage.MAIN, walked=(), said=()), (Play(said),)


def _main_key(menu: OwnerState, input_: Input) -> Step:
    menu = replace(menu, silent=0)
    match input_.digit if isinstance(input_, Pressed) else "":
        case "1":
            return replace(menu, stage=OwnerStage.FETCHING, wanted=List.NEW), (Fetch(),)
        case "2":
            return replace(menu, stage=OwnerStage.FETCHING, wanted=List.SAVED), (Fetch(),)
        case "3":
            return ask(menu, SpokenKind.NAME)
        case "4":
            return ask(menu, SpokenKind.GREETING)
        case "*":
            return leave(menu)
        case "0":
            return say(menu, OwnerStage.MAIN, Phrase.OWNER_KEYS)
        case _:
            return say(menu, OwnerStage.MAIN, Phrase.WRONG_KEY, Phrase.OWNER_KEYS)


# --- waiting, and the end ---


def _wait(menu: OwnerState, _: Input) -> Step:
    return menu, (Wait(PATIENCE),)


_KEYS = {
    OwnerStage.MAIN: Phrase.OWNER_KEYS,
    OwnerStage.AFTER: Phrase.MESSAGE_KEYS,
    OwnerStage.REVIEW: Phrase.REVIEW_KEYS,
}


def _waited(menu: OwnerState, _: Input) -> Step:
    if not menu.silent:
        return say(replace(menu, silent=1), menu.stage, _KEYS[menu.stage])
    ended, done = _gone(menu, _)
    left, more = leave(replace(ended, stage=menu.stage))
    return left, (*done, *more)


def _left(menu: OwnerState, _: Input) -> Step:
    return replace(menu, stage=OwnerStage.OVER), (HangUp(),)


def _gone(menu: OwnerState, _: Input) -> Step:
    """What was deleted goes, what was recorded and not accepted isn't kept."""
    left, done = settled(menu)
    draft = (DiscardMessage(),) if menu.stage is OwnerStage.REVIEW else ()
    return replace(left, stage=OwnerStage.OVER), (*done, *draft)


S = OwnerStage
TABLE: dict[tuple[OwnerStage, type[Input]], Callable[[OwnerState, Input], Step]] = {
    (S.ANSWERING, Started): _started,
    (S.PIN, Pressed): _pin_key,
    (S.PIN, Played): _wait,
    (S.PIN, Waited): _pin_waited,
    (S.CHECKING, PinChecked): _pin_checked,
    (S.FETCHING, Fetched): _fetched,
    (S.MAIN, Pressed): _main_key,
    (S.MAIN, Played): _wait,
    (S.MAIN, Waited): _waited,
    (S.HEAD, Played): listen,
    (S.HEAD, Pressed): message_key,
    (S.LISTENING, Played): heard,
    (S.LISTENING, Pressed): message_key,
    (S.AFTER, Played): _wait,
    (S.AFTER, Pressed): message_key,
    (S.AFTER, Waited): _waited,
    (S.HEAD, CannotCall): cannot_call,
    (S.LISTENING, CannotCall): cannot_call,
    (S.AFTER, CannotCall): cannot_call,
    (S.ASKING, Played): record,
    (S.ASKING, Pressed): asking_key,
    (S.RECORDING, RecordingEnded): recorded,
    (S.REVIEW, Played): _wait,
    (S.REVIEW, Pressed): review_key,
    (S.REVIEW, Waited): _waited,
    (S.KEEPING, Stored): spoken_kept,
    (S.KEEPING, NotStored): spoken_not_kept,
    (S.LEAVING, Played): _left,
    **{(stage, HungUp): _gone for stage in S if stage not in (S.RECORDING, S.OVER)},
}
"""While recording, hanging up comes as the end of the recording."""
