"""The owner's menu by phone (spec 6.6), told as what is keyed and what comes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from onepresence_desktop.domain.ivr import (
    CallBack,
    CannotCall,
    CheckPin,
    Fetch,
    Fetched,
    HungUp,
    Input,
    KeepMessage,
    KeepSpoken,
    MarkRead,
    NotStored,
    Output,
    Owner,
    OwnerStage,
    PinChecked,
    Play,
    Played,
    Pressed,
    Record,
    RecordingEnded,
    RemoveMessage,
    Started,
    Stored,
    Wait,
    Waited,
)
from onepresence_desktop.domain.messages import Message, MessageId, MessageKind
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.spoken import SpokenKind

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
OPEN = Owner("da", ask_pin=False)
P, W = Played(), Waited()


def message(id_: str, minutes: int, *, read: bool = False, number: str = "+4533123456", name: str = "") -> Message:
    at = NOW - timedelta(minutes=minutes)
    return Message(MessageId(id_), UserId("a"), MessageKind.VOICEMAIL, number, name, at, 5.0, read=read)


A, B, C = message("a", 30, name="Mette"), message("b", 20), message("c", 90, read=True, number="")
BOX = Fetched((C, B, A))


def keys(text: str) -> list[Input]:
    return [Pressed(key) for key in text]


def run(menu: Owner, *inputs: Input) -> tuple[Owner, list[Output]]:
    done: list[Output] = []
    for input_ in inputs:
        menu, outputs = menu.advance(input_)
        done += outputs
    return menu, done


def told(outputs: list[Output]) -> list[str]:
    """What is said, sounds by their name, and what is done, by its kind."""
    lines: list[str] = []
    for output in outputs:
        if isinstance(output, Play):
            lines += [prompt.sound or prompt.phrase.value for prompt in output.prompts]
        elif isinstance(output, MarkRead | KeepMessage | RemoveMessage):
            lines.append(f"{type(output).__name__} {output.message_id}")
        elif not isinstance(output, Fetch | Wait):
            lines.append(type(output).__name__)
    return lines


def walk(*inputs: Input, menu: Owner = OPEN, box: Fetched = BOX) -> list[str]:
    """From lifting on; what the mailbox holds is told whenever it is looked into."""
    done: list[Output] = []
    for input_ in (Started(), *inputs):
        menu, outputs = menu.advance(input_)
        done += outputs
        if any(isinstance(output, Fetch) for output in outputs):
            menu, outputs = menu.advance(box)
            done += outputs
    return told(done)


def test_the_main_menu_counts_the_messages_and_says_the_keys() -> None:
    assert walk() == ["some_new", "one_saved", "owner_keys"]
    _, done = run(OPEN, Started(), BOX)
    assert isinstance(done[1], Play) and [prompt.count for prompt in done[1].prompts] == [2, 1, 0]
    assert walk(box=Fetched((A,))) == ["one_new", "owner_keys"]
    assert walk(box=Fetched((C, replace(C, id=MessageId("d"))))) == ["no_new", "some_saved", "owner_keys"]


MAIN = ["some_new", "one_saved", "owner_keys"]


@pytest.mark.parametrize(
    ("inputs", "after"),
    [
        ([*keys("1")], ["message_from"]),
        ([*keys("1"), P], ["message_from", "a", "MarkRead a"]),
        ([*keys("1"), P, P, P], ["message_from", "a", "MarkRead a", "message_keys"]),
        ([*keys("1"), P, *keys("1"), P], ["message_from", "a", "MarkRead a", "message_from", "a"]),
        ([*keys("16"), P], ["message_from", "message_from", "b", "MarkRead b"]),
        ([*keys("1#4"), P], ["message_from", "message_from", "message_from", "a", "MarkRead a"]),
        ([*keys("14")], ["message_from", "message_from"]),
        ([*keys("166")], ["message_from", "message_from", "no_more", *MAIN]),
        ([*keys("12")], ["message_from", "message_kept", "KeepMessage a"]),
        ([*keys("13")], ["message_from", "message_deleted"]),
        ([*keys("133")], ["message_from", "message_deleted", "message_restored"]),
        ([*keys("1336")], ["message_from", "message_deleted", "message_restored", "message_from"]),
        ([*keys("136"), P], ["message_from", "message_deleted", "RemoveMessage a", "message_from", "b", "MarkRead b"]),
        ([*keys("1634"), P], ["message_from"] * 2 + ["message_deleted", "RemoveMessage b", "message_from", "a",
                                                    "MarkRead a"]),
        ([*keys("1636")], ["message_from"] * 2 + ["message_deleted", "RemoveMessage b", "no_more", *MAIN]),
        ([*keys("13*")], ["message_from", "message_deleted", "RemoveMessage a", *MAIN]),
        ([*keys("13"), HungUp()], ["message_from", "message_deleted", "RemoveMessage a"]),
        ([*keys("132"), HungUp()], ["message_from", "message_deleted", "message_kept", "KeepMessage a"]),
        ([*keys("10")], ["message_from", "message_keys"]),
        ([*keys("18")], ["message_from", "wrong_key", "message_keys"]),
        ([*keys("15")], ["message_from", "CallBack"]),
        ([*keys("15"), CannotCall()], ["message_from", "CallBack", "cannot_call"]),
        ([*keys("2"), P], ["message_withheld", "c"]),
        ([*keys("25")], ["message_withheld", "cannot_call"]),
        ([*keys("0")], ["owner_keys"]),
        ([*keys("7")], ["wrong_key", "owner_keys"]),
        ([*keys("*"), P], ["goodbye", "HangUp"]),
        ([P, W, P, W, P], ["owner_keys", "goodbye", "HangUp"]),
        ([*keys("13"), P, W, P, W, P], ["message_from", "message_deleted", "message_keys", "RemoveMessage a", "goodbye",
                                        "HangUp"]),
        ([*keys("3"), P], ["record_name", "beep", "Record"]),
        ([*keys("4"), P], ["record_greeting", "beep", "Record"]),
        ([*keys("3*")], ["record_name", "beep", *MAIN]),
        ([*keys("31#")], ["record_name", "beep", "beep"]),
        ([*keys("3"), P, RecordingEnded(0.2, "silence")], ["record_name", "beep", "Record", "DiscardMessage",
                                                          "nothing_heard", *MAIN]),
        ([*keys("3"), P, RecordingEnded(2.0, "hangup")], ["record_name", "beep", "Record", "DiscardMessage"]),
    ],
)  # fmt: skip
def test_keys(inputs: list[Input], after: list[str]) -> None:
    assert walk(*inputs) == [*MAIN, *after]


REVIEW: list[Input] = [*keys("4"), P, RecordingEnded(4.0, "digit")]
SAID = ["record_greeting", "beep", "Record", "draft", "review_keys"]


@pytest.mark.parametrize(
    ("inputs", "after"),
    [
        ([*keys("1")], ["draft", "review_keys"]),
        ([*keys("2")], ["KeepSpoken"]),
        ([*keys("2"), Stored()], ["KeepSpoken", "spoken_kept", *MAIN]),
        ([*keys("2"), NotStored()], ["KeepSpoken", "DiscardMessage", "code_refused", *MAIN]),
        ([*keys("3"), P], ["DiscardMessage", "record_greeting", "beep", "Record"]),
        ([*keys("*")], ["DiscardMessage", *MAIN]),
        ([*keys("0")], ["review_keys"]),
        ([*keys("9")], ["wrong_key", "review_keys"]),
        ([P, W, P, W, P], ["review_keys", "DiscardMessage", "goodbye", "HangUp"]),
        ([HungUp()], ["DiscardMessage"]),
    ],
)
def test_a_recording_is_listened_to_accepted_made_again_or_left(inputs: list[Input], after: list[str]) -> None:
    assert walk(*REVIEW, *inputs) == [*MAIN, *SAID, *after]


def test_name_and_greeting_have_limits_of_their_own_and_are_kept_as_what_they_are() -> None:
    menu, done = run(OPEN, Started(), BOX, Pressed("3"), P)
    assert isinstance(done[-1], Record) and done[-1].most == 10
    _, done = run(menu, RecordingEnded(2.0, "digit"), Pressed("2"))
    assert done[-1] == KeepSpoken(SpokenKind.NAME)


def test_who_is_heard_is_said_by_name_else_by_digits() -> None:
    menu, done = run(OPEN, Started(), BOX, Pressed("1"), BOX)
    assert isinstance(done[-1], Play) and (done[-1].prompts[0].name, done[-1].prompts[0].at) == ("Mette", A.at)
    _, done = run(menu, Pressed("6"))
    assert isinstance(done[-1], Play) and done[-1].prompts[0].name == "4 5 3 3 1 2 3 4 5 6"


def test_calling_back_names_the_number_and_a_deleted_message_goes() -> None:
    menu, done = run(OPEN, Started(), BOX, Pressed("1"), BOX, *keys("35"))
    assert done[-1] == CallBack("+4533123456")
    menu, done = run(menu, HungUp())
    assert (menu.over, done) == (True, [RemoveMessage(A.id)])


def test_quick_listening_goes_straight_to_the_new_messages() -> None:
    quick = replace(OPEN, quick=True)
    assert walk(P, menu=quick) == ["message_from", "a", "MarkRead a"]
    assert walk(menu=quick, box=Fetched((C,))) == ["no_new", "owner_keys"]
    assert walk(Pressed("2"), box=Fetched((A,))) == ["one_new", "owner_keys", "no_saved", "owner_keys"]


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        ([*keys("4711#"), PinChecked(True), BOX], ["pin", "CheckPin", *MAIN]),
        ([P, *keys("4711"), W, PinChecked(True), BOX], ["pin", "CheckPin", *MAIN]),
        ([*keys("1*4711#")], ["pin", "pin", "CheckPin"]),
        ([*keys("4712#"), PinChecked(False)], ["pin", "CheckPin", "pin_wrong", "pin"]),
        ([*keys("4712#"), PinChecked(False, locked=True), P], ["pin", "CheckPin", "pin_locked", "goodbye", "HangUp"]),
        ([P, W, P, W, P], ["pin", "pin", "goodbye", "HangUp"]),
    ],
)
def test_the_door(inputs: list[Input], said: list[str]) -> None:
    assert told(run(Owner("da"), Started(), *inputs)[1]) == said


def test_ten_digits_are_a_whole_pin_and_what_was_keyed_is_checked() -> None:
    _, done = run(Owner("da"), Started(), *keys("1234567890"))
    assert done[-1] == CheckPin("1234567890")
    _, done = run(Owner("da"), Started(), *keys("9*4711#"))
    assert done[-1] == CheckPin("4711")


def test_a_mailbox_without_a_pin_stays_closed_and_says_why() -> None:
    closed = Owner("sv", has_pin=False)
    assert told(run(closed, Started(), P)[1]) == ["no_pin", "goodbye", "HangUp"]
    assert [prompt.phrase.value for prompt in closed.opening()] == ["no_pin"]


def test_somebody_elses_mailbox_is_asked_for_by_name() -> None:
    (prompt,) = Owner("da", "Mette").opening()
    assert (prompt.phrase.value, prompt.name) == ("pin_of", "Mette")


def test_a_call_for_a_recording_does_that_and_ends() -> None:
    alone = replace(OPEN, record=SpokenKind.GREETING)
    assert [prompt.phrase.value for prompt in alone.opening()] == ["record_greeting"]
    said = walk(P, RecordingEnded(4.0, "silence"), Pressed("2"), Stored(), P, menu=alone)
    assert said == [*SAID, "KeepSpoken", "spoken_kept", "goodbye", "HangUp"]
    assert walk(Pressed("*"), P, menu=alone) == ["record_greeting", "beep", "goodbye", "HangUp"]


def test_what_may_be_said_first_and_next_is_known_before() -> None:
    assert [prompt.phrase.value for prompt in OPEN.opening()] == ["owner_keys"]
    assert [prompt.phrase.value for prompt in OPEN.to_come()] == ["message_keys"]


def test_an_input_that_means_nothing_changes_nothing() -> None:
    menu, _ = run(OPEN, Started(), BOX)
    assert menu.advance(Stored()) == (menu, ())
    gone, done = run(menu, HungUp())
    assert (gone.stage, done) == (OwnerStage.OVER, [])
