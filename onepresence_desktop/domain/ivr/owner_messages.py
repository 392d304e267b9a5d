"""The owner of a mailbox hears messages: again, keep, delete and undo, back, call back, next (spec 6.6)."""

from __future__ import annotations

from dataclasses import replace

from onepresence_desktop.domain.ivr.menu import (
    CallBack,
    Input,
    KeepMessage,
    MarkRead,
    Play,
    Pressed,
    RemoveMessage,
)
from onepresence_desktop.domain.ivr.owner_state import OwnerStage, OwnerState, Step, say, to_main
from onepresence_desktop.domain.ivr.prompts import Phrase, Prompt
from onepresence_desktop.domain.messages import Message


def head(menu: OwnerState) -> Step:
    message = menu.message
    who = message.name or " ".join(message.number.removeprefix("+"))
    phrase = Phrase.MESSAGE_FROM if who else Phrase.MESSAGE_WITHHELD
    head = Prompt(phrase, menu.language, name=who, at=message.at)
    return replace(menu, stage=OwnerStage.HEAD, silent=0), (Play((head,)),)


def listen(menu: OwnerState, _: Input) -> Step:
    message = menu.message
    sound = Play((Prompt(Phrase.RECORDED, menu.language, sound=message.id),))
    heard = replace(menu, stage=OwnerStage.LISTENING)
    if message.read:
        return heard, (sound,)
    return _changed(heard, replace(message, read=True)), (sound, MarkRead(message.id))


def _changed(menu: OwnerState, message: Message) -> OwnerState:
    walked = (*menu.walked[: menu.place], message, *menu.walked[menu.place + 1 :])
    return replace(menu, walked=walked)


def heard(menu: OwnerState, _: Input) -> Step:
    return say(menu, OwnerStage.AFTER, Phrase.MESSAGE_KEYS)


def message_key(menu: OwnerState, input_: Input) -> Step:
    menu = replace(menu, silent=0)
    match input_.digit if isinstance(input_, Pressed) else "":
        case "1":
            return head(menu)
        case "2":
            kept = _changed(replace(menu, deleted=False, stage=OwnerStage.AFTER), replace(menu.message, kept=True))
            return kept, (Play(menu.prompts(Phrase.MESSAGE_KEPT)), KeepMessage(menu.message.id))
        case "3":
            said = Phrase.MESSAGE_RESTORED if menu.deleted else Phrase.MESSAGE_DELETED
            return say(replace(menu, deleted=not menu.deleted), OwnerStage.AFTER, said)
        case "4":
            return _move(menu, -1)
        case "5":
            return _call_back(menu)
        case "6" | "#":
            return _move(menu, +1)
        case "*":
            left, done = settled(menu)
            left, more = to_main(left)
            return left, (*done, *more)
        case "0":
            return say(menu, OwnerStage.AFTER, Phrase.MESSAGE_KEYS)
        case _:
            return say(menu, OwnerStage.AFTER, Phrase.WRONG_KEY, Phrase.MESSAGE_KEYS)


def settled(menu: OwnerState) -> Step:
    """Leave the message: a deleted one goes, and the place is where the next one is now."""
    if not menu.deleted:
        return menu, ()
    walked = (*menu.walked[: menu.place], *menu.walked[menu.place + 1 :])
    return replace(menu, walked=walked, place=menu.place, deleted=False), (RemoveMessage(menu.message.id),)


def _move(menu: OwnerState, by: int) -> Step:
    left, done = settled(menu)
    place = menu.place + by - (1 if done and by > 0 else 0)
    if place >= len(left.walked):
        left, more = to_main(left, Phrase.NO_MORE)
    else:
        left, more = head(replace(left, place=max(0, place)))
    return left, (*done, *more)


def _call_back(menu: OwnerState) -> Step:
    if not menu.message.number:
        return say(menu, OwnerStage.AFTER, Phrase.CANNOT_CALL)
    return menu, (CallBack(menu.message.number),)


def cannot_call(menu: OwnerState, _: Input) -> Step:
    return say(menu, OwnerStage.AFTER, Phrase.CANNOT_CALL)
