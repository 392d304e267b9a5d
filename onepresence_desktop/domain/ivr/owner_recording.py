"""The owner of a mailbox records their name or greeting: listen, accept, once more (spec 6.5, 6.6)."""

from __future__ import annotations

from dataclasses import replace

from onepresence_desktop.domain.ivr.menu import (
    DiscardMessage,
    Input,
    KeepSpoken,
    Play,
    Pressed,
    Record,
    RecordingEnded,
)
from onepresence_desktop.domain.ivr.owner_state import ASKED, OwnerStage, OwnerState, Step, leave, say, to_main
from onepresence_desktop.domain.ivr.prompts import Phrase, Prompt
from onepresence_desktop.domain.spoken import LONGEST, SHORTEST, SpokenKind

SILENCE = 4.0
"""Seconds of silence that end a recording of name or greeting."""

DRAFT = "draft"
"""The sound of what has just been recorded, among the prompts' sounds."""


def ask(menu: OwnerState, kind: SpokenKind) -> Step:
    return say(replace(menu, recording=kind), OwnerStage.ASKING, ASKED[kind], Phrase.BEEP)


def record(menu: OwnerState, _: Input) -> Step:
    return replace(menu, stage=OwnerStage.RECORDING), (Record(LONGEST[menu.recording], SILENCE),)


def asking_key(menu: OwnerState, input_: Input) -> Step:
    if isinstance(input_, Pressed) and input_.digit == "#":
        return say(menu, OwnerStage.ASKING, Phrase.BEEP)
    return _done(menu) if isinstance(input_, Pressed) and input_.digit == "*" else (menu, ())


def recorded(menu: OwnerState, input_: Input) -> Step:
    assert isinstance(input_, RecordingEnded)
    if input_.why in ("hangup", "stopped"):
        return replace(menu, stage=OwnerStage.OVER), (DiscardMessage(),)
    if input_.seconds < SHORTEST:
        left, more = _done(menu, Phrase.NOTHING_HEARD)
        return left, (DiscardMessage(), *more)
    return review(menu)


def review(menu: OwnerState) -> Step:
    sound = Prompt(Phrase.RECORDED, menu.language, sound=DRAFT)
    return replace(menu, stage=OwnerStage.REVIEW, silent=0), (Play((sound, *menu.prompts(Phrase.REVIEW_KEYS))),)


def review_key(menu: OwnerState, input_: Input) -> Step:
    match input_.digit if isinstance(input_, Pressed) else "":
        case "1":
            return review(menu)
        case "2" | "#":
            return replace(menu, stage=OwnerStage.KEEPING), (KeepSpoken(menu.recording),)
        case "3":
            left, more = ask(menu, menu.recording)
            return left, (DiscardMessage(), *more)
        case "*":
            left, more = _done(menu)
            return left, (DiscardMessage(), *more)
        case "0":
            return say(menu, OwnerStage.REVIEW, Phrase.REVIEW_KEYS)
        case _:
            return say(menu, OwnerStage.REVIEW, Phrase.WRONG_KEY, Phrase.REVIEW_KEYS)


def spoken_kept(menu: OwnerState, _: Input) -> Step:
    return _done(menu, Phrase.SPOKEN_KEPT)


def spoken_not_kept(menu: OwnerState, _: Input) -> Step:
    left, more = _done(menu, Phrase.CODE_REFUSED)
    return left, (DiscardMessage(), *more)


def _done(menu: OwnerState, *said: Phrase) -> Step:
    """The recording is over: to the main menu, or the end where the call was for it alone."""
    return leave(menu, *said) if menu.record is not None else to_main(menu, *said)
