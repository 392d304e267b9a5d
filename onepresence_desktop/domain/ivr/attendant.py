"""The menu of a caller at a company number: a greeting, keys, somebody's phones; or why nobody answers (spec 12.4a)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from onepresence_desktop.domain.company_number import (
    MAIN,
    Answer,
    CompanyNumber,
    Leads,
    MenuKey,
    Opening,
    Said,
    in_language,
)
from onepresence_desktop.domain.company_sounds import menu_place
from onepresence_desktop.domain.ivr.menu import Connect, HangUp, HungUp, Input, Output, Play, Played, Pressed, Started
from onepresence_desktop.domain.ivr.prompts import Phrase, Prompt

MOST_TRIES = 3
"""How often a menu is said before the caller is connected all the same."""


Recorded = Mapping[tuple[str, str], str]
"""Recordings, as whoever plays the menu knows them, by place and language."""


class AttendantStage(StrEnum):
    """Where the caller is. `connecting`: what is said before phones ring; `leaving`: the last words."""

    ANSWERING = "answering"
    CHOOSING = "choosing"
    CONNECTING = "connecting"
    LEAVING = "leaving"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Attendant:
    """One caller at one company number. name: of the menu they are in. to: who is rung after what is being said.

    recorded: what is heard instead of a text, by its place (`domain/company_sounds`) and language.
    """

    number: CompanyNumber
    at: Opening
    stage: AttendantStage = AttendantStage.ANSWERING
    language: str = ""
    name: str = MAIN
    tries: int = 1
    to: str = ""
    recorded: Recorded = field(default_factory=dict)

    @property
    def speaks(self) -> str:
        """The language in use."""
        return self.language or self.number.languages[0]

    @property
    def over(self) -> bool:
        """The caller has been served, or is gone."""
        return self.stage is AttendantStage.OVER

    def opening(self) -> tuple[Prompt, ...]:
        """What is said first."""
        if self.at is not Opening.OPEN:
            return _said(self, _place(self), self.number.answer(self.at).text, otherwise=_NOT_SERVED[self.at])
        greeting = _said(self, "greeting", self.number.greeting)
        return (*greeting, *_choices(self)) if self.number.menus else (*greeting, *_queue(self))

    def to_come(self) -> tuple[Prompt, ...]:
        """What is said before phones ring, and of a wrong key."""
        wrong = (Prompt(Phrase.WRONG_KEY, self.speaks),) if self.number.menus else ()
        return (*_queue(self), *wrong)

    def advance(self, input_: Input) -> AttendantStep:
        """The next state and what is to be done; an input that means nothing here changes nothing."""
        then = ATTENDANT_TABLE.get((self.stage, type(input_)))
        return then(self, input_) if then is not None else (self, ())


AttendantStep = tuple[Attendant, tuple[Output, ...]]
"""The next state and what is to be done."""

_NOT_SERVED = {
    Opening.CLOSED: Phrase.COMPANY_CLOSED,
    Opening.HOLIDAY: Phrase.COMPANY_CLOSED,
    Opening.NOBODY: Phrase.COMPANY_NOBODY,
    Opening.UNKNOWN: Phrase.COMPANY_CLOSED,
}


def _place(menu: Attendant) -> str:
    """Of what is said to who isn't served; a holiday of which nothing is said is as closed."""
    own = any(place == Opening.HOLIDAY for place, _ in menu.recorded) or menu.number.holiday != Answer()
    return Opening.CLOSED.value if menu.at is Opening.HOLIDAY and not own else menu.at.value


def _queue(menu: Attendant) -> tuple[Prompt, ...]:
    return _said(menu, "queue", menu.number.queue)


def _said(menu: Attendant, place: str, text: Said, otherwise: Phrase | None = None) -> tuple[Prompt, ...]:
    """A recording in the language in use, else the text; where there is none, a recording in another language."""
    sound = menu.recorded.get((place, menu.speaks), "")
    if not sound and not any(text.values()):
        sound = next((one for (known, _), one in menu.recorded.items() if known == place), "")
    if sound:
        return (Prompt(Phrase.RECORDED, menu.speaks, sound=sound),)
    words = in_language(text, menu.speaks)
    language = menu.speaks if menu.speaks in text or not words else next(key for key in text if text[key])
    if words:
        return (Prompt(Phrase.TEXT, language, name=words),)
    return (Prompt(otherwise, menu.speaks),) if otherwise is not None else ()


def _choices(menu: Attendant) -> tuple[Prompt, ...]:
    """The menu's words, and time to press a key."""
    here = menu.number.menu(menu.name)
    said = _said(menu, menu_place(menu.name), here.text if here is not None else {})
    return (*said, Prompt(Phrase.PAUSE, menu.speaks))


def _begin(menu: Attendant, _: Input) -> AttendantStep:
    first = (Play(menu.opening()),)
    if menu.at is not Opening.OPEN:
        to = menu.number.answer(menu.at).number
        return replace(menu, stage=AttendantStage.CONNECTING if to else AttendantStage.LEAVING, to=to), first
    if menu.number.menus:
        return replace(menu, stage=AttendantStage.CHOOSING), first
    if not menu.opening():
        return _connected(replace(menu, to=menu.number.number), _)
    return replace(menu, stage=AttendantStage.CONNECTING, to=menu.number.number), first


def _chosen(menu: Attendant, input_: Input) -> AttendantStep:
    digit = input_.digit if isinstance(input_, Pressed) else ""
    here = menu.number.menu(menu.name)
    key = next((key for key in (here.keys if here is not None else ()) if key.key == digit), None)
    return _follow(menu, key) if key is not None else _again(menu, Phrase.WRONG_KEY)


def _follow(menu: Attendant, key: MenuKey) -> AttendantStep:
    match key.leads:
        case Leads.MENU:
            menu = replace(menu, name=key.menu, tries=1)
            return menu, (Play(_choices(menu)),)
        case Leads.LANGUAGE:
            menu = replace(menu, language=key.language, tries=1)
            return menu, (Play(_choices(menu)),)
        case Leads.MESSAGE:
            said = _said(menu, "", key.text)
            if said:
                return replace(menu, stage=AttendantStage.LEAVING), (Play(said),)
            return replace(menu, stage=AttendantStage.OVER), (HangUp(),)
    return _connect(menu, key.number)


def _connect(menu: Attendant, number: str) -> AttendantStep:
    said = _queue(menu)
    menu = replace(menu, stage=AttendantStage.CONNECTING, to=number)
    return (menu, (Play(said),)) if said else _connected(menu, HungUp())


def _again(menu: Attendant, why: Phrase | None) -> AttendantStep:
    """Say the menu once more; who presses nothing that it knows is connected in the end."""
    if menu.tries >= MOST_TRIES:
        return _connect(menu, menu.number.number)
    first = (Prompt(why, menu.speaks),) if why is not None else ()
    return replace(menu, tries=menu.tries + 1), (Play((*first, *_choices(menu))),)


def _nothing_pressed(menu: Attendant, _: Input) -> AttendantStep:
    """No choice is a choice, too: the number's own people."""
    return _connect(menu, menu.number.number)


def _connected(menu: Attendant, _: Input) -> AttendantStep:
    return replace(menu, stage=AttendantStage.OVER), (Connect(menu.to),)


def _left(menu: Attendant, _: Input) -> AttendantStep:
    return replace(menu, stage=AttendantStage.OVER), (HangUp(),)


def _gone(menu: Attendant, _: Input) -> AttendantStep:
    return replace(menu, stage=AttendantStage.OVER), ()


_S = AttendantStage

ATTENDANT_TABLE: dict[tuple[AttendantStage, type[Input]], Callable[[Attendant, Input], AttendantStep]] = {
    (_S.ANSWERING, Started): _begin,
    (_S.CHOOSING, Pressed): _chosen,
    (_S.CHOOSING, Played): _nothing_pressed,
    (_S.CONNECTING, Played): _connected,
    (_S.LEAVING, Played): _left,
    **{(stage, HungUp): _gone for stage in (_S.ANSWERING, _S.CHOOSING, _S.CONNECTING, _S.LEAVING)},
}
"""What each input does at each stage; while somebody is being connected, keys mean nothing."""
