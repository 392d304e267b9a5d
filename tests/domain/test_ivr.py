"""The deposit menu (spec 6.5)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onepresence_desktop.domain import ivr
from onepresence_desktop.domain.diversion import Forwarding, Reason
from onepresence_desktop.domain.ivr import (
    Deposit,
    DiscardMessage,
    HangUp,
    HungUp,
    Input,
    NotStored,
    Output,
    Phrase,
    Play,
    Played,
    Pressed,
    Record,
    RecordingEnded,
    Stage,
    Started,
    Stored,
    StoreMessage,
    ToReception,
    deposit,
    greeting,
)
from onepresence_desktop.domain.messages import CutShort, VoicemailOptions
from onepresence_desktop.domain.steps import Refusal

MENU = Deposit("Anders Andersen", VoicemailOptions("da", "en"), Forwarding.CFNR, has_reception=True)


def run(menu: Deposit, *inputs: Input) -> tuple[Deposit, list[Output]]:
    done: list[Output] = []
    for input_ in inputs:
        menu, outputs = menu.advance(input_)
        done += outputs
    return menu, done


def phrases(menu: Deposit) -> list[tuple[str, str]]:
    return [(p.phrase.value, p.language) for p in greeting(menu)]


def said(output: Output) -> list[str]:
    assert isinstance(output, Play)
    return [p.phrase.value for p in output.prompts]


def test_the_greeting_says_who_was_called_why_the_keys_and_ends_with_the_tone() -> None:
    assert phrases(MENU) == [
        ("welcome", "da"),
        ("no_answer", "da"),
        ("skip", "da"),
        ("other_language", "en"),
        ("reception", "da"),
        ("leave_message", "da"),
        ("beep", "da"),
    ]
    assert [prompt.name for prompt in greeting(MENU)[:2]] == ["Anders Andersen"] * 2


@pytest.mark.parametrize(
    ("forwarding", "phrase"),
    [
        (Forwarding.CFB, Phrase.BUSY),
        (Forwarding.CFNR, Phrase.NO_ANSWER),
        (Forwarding.CFNRC, Phrase.UNREACHABLE),
        (Forwarding.CFU, Phrase.NO_ANSWER),
    ],
)
def test_each_way_into_the_mailbox_has_its_words(forwarding: Forwarding, phrase: Phrase) -> None:
    assert greeting(replace(MENU, forwarding=forwarding))[1].phrase is phrase


def test_a_diversion_says_its_reason_and_its_end() -> None:
    until = datetime(2026, 11, 24, 11, 30, tzinfo=UTC)
    away = greeting(replace(MENU, forwarding=Forwarding.CFU, reason=Reason.LUNCH, until=until))[1]
    assert (away.phrase, away.reason, away.until) == (Phrase.AWAY, Reason.LUNCH, until)


def test_what_is_turned_off_is_not_offered() -> None:
    plain = replace(MENU, options=VoicemailOptions("sv", None, False, False))
    assert phrases(plain) == [("welcome", "sv"), ("no_answer", "sv"), ("no_messages", "sv")]
    assert phrases(replace(MENU, has_reception=False))[4][0] == "leave_message"
    same = replace(MENU, options=VoicemailOptions("en", "en"))
    assert "other_language" not in [p for p, _ in phrases(same)]


def test_a_message_is_recorded_after_the_tone_and_stored_with_thanks() -> None:
    menu, done = run(MENU, Started(), Played(), RecordingEnded(7.5, "digit"), Stored(), Played())
    assert [type(o) for o in done] == [Play, Record, StoreMessage, Play, HangUp]
    assert done[1] == Record(120.0, ivr.SILENCE)
    assert done[2] == StoreMessage(7.5)
    assert isinstance(done[3], Play) and done[3].prompts[0].phrase is Phrase.THANKS
    assert menu.stage is Stage.OVER


def test_hanging_up_keeps_the_message_and_says_nothing_more() -> None:
    menu, done = run(MENU, Started(), Played(), RecordingEnded(7.5, "hangup"))
    assert done[-1] == StoreMessage(7.5)
    assert menu.stage is Stage.OVER


def test_a_breath_is_no_message() -> None:
    _, done = run(MENU, Started(), Played(), RecordingEnded(0.4, "hangup"))
    assert done[-1] == DiscardMessage()
    _, done = run(MENU, Started(), Played(), RecordingEnded(0.4, "silence"))
    assert isinstance(done[-1], Play) and done[-1].prompts[0].phrase is Phrase.NOTHING_RECORDED


def test_a_full_disk_keeps_what_there_is_and_apologises() -> None:
    _, done = run(MENU, Started(), Played(), RecordingEnded(3.0, "disk_full"), Stored())
    assert done[-2] == StoreMessage(3.0, CutShort.DISK_FULL)
    assert isinstance(done[-1], Play) and done[-1].prompts[0].phrase is Phrase.DISK_FULL


@pytest.mark.parametrize(
    ("why", "room", "mark"),
    [
        ("digit", 3600.0, None),
        ("silence", 3600.0, None),
        ("hangup", 3600.0, None),
        ("disk_full", 3600.0, CutShort.DISK_FULL),
        ("length", 3600.0, CutShort.LENGTH),
        ("length", 120.0, CutShort.LENGTH),
        ("length", 119.0, CutShort.MAILBOX_FULL),
        ("stopped", 3600.0, CutShort.SERVICE_STOPPED),
    ],
)
def test_a_message_whose_caller_did_not_end_it_is_marked_with_why(why: str, room: float, mark: CutShort | None) -> None:
    _, done = run(replace(MENU, room=room), Started(), Played(), RecordingEnded(7.5, why))
    assert done[-1] == StoreMessage(7.5, mark)


def test_when_the_service_stops_the_message_is_kept_and_nothing_more_is_said() -> None:
    menu, done = run(MENU, Started(), Played(), RecordingEnded(7.5, "stopped"))
    assert isinstance(done[-1], StoreMessage) and menu.stage is Stage.OVER


def test_a_message_that_can_not_be_stored_is_apologised_for_instead_of_thanked_for() -> None:
    menu, done = run(MENU, Started(), Played(), RecordingEnded(3.0, "digit"), NotStored())
    assert isinstance(done[-1], Play) and done[-1].prompts[0].phrase is Phrase.DISK_FULL
    assert run(menu, Played())[1] == [HangUp()]


def test_five_begins_again_in_the_second_language_once() -> None:
    menu, done = run(MENU, Started(), Pressed("5"))
    assert isinstance(done[-1], Play)
    assert {p.language for p in done[-1].prompts} == {"en"}
    assert Phrase.OTHER_LANGUAGE not in [p.phrase for p in done[-1].prompts]
    menu, more = run(menu, Pressed("5"))
    assert said(more[-1]) == ["wrong_key", "reception", "leave_message", "beep"]
    _, done = run(menu, Played(), RecordingEnded(5, "digit"), Stored())
    assert isinstance(done[-1], Play) and done[-1].prompts[0].language == "en"


def test_nine_leads_to_the_reception_only_when_there_is_one_and_it_is_allowed() -> None:
    menu, done = run(MENU, Started(), Pressed("9"))
    assert done[-1] == ToReception() and menu.stage is Stage.OVER
    for without in (replace(MENU, has_reception=False), replace(MENU, options=VoicemailOptions(reception=False))):
        menu, done = run(without, Started(), Pressed("9"))
        assert said(done[-1])[0] == "wrong_key" and menu.stage is Stage.GREETING


@pytest.mark.parametrize("digit", "0123467*")
def test_a_key_that_means_nothing_is_answered_and_the_choices_told_again(digit: str) -> None:
    menu, done = run(MENU, Started(), Pressed(digit))
    assert menu == run(MENU, Started())[0]
    assert said(done[-1]) == ["wrong_key", "other_language", "reception", "leave_message", "beep"]
    _, done = run(menu, Played())
    assert done == [Record(120.0, ivr.SILENCE)]


def test_whom_the_reception_does_not_serve_may_still_leave_a_message() -> None:
    back = replace(MENU, reception_away=True)
    assert [p for p, _ in phrases(back)] == ["reception_away", "other_language", "leave_message", "beep"]
    assert said(run(back, Started(), Pressed("9"))[1][-1])[0] == "wrong_key"


def test_all_that_may_be_said_later_is_known_beforehand() -> None:
    later = [(p.phrase.value, p.language) for p in ivr.to_come(MENU)]
    assert {("thanks", "da"), ("nothing_recorded", "da"), ("disk_full", "da"), ("welcome", "en")} <= set(later)
    english = run(MENU, Started(), Pressed("5"))[0]
    assert {p.language for p in ivr.to_come(english)} == {"en"} and len(ivr.to_come(english)) == 4
    assert later[0] == ("wrong_key", "da"), "a key may be pressed while the greeting is heard"


def test_hash_goes_straight_to_the_tone() -> None:
    menu, done = run(MENU, Started(), Pressed("#"))
    assert isinstance(done[-1], Play) and [p.phrase for p in done[-1].prompts] == [Phrase.BEEP]
    _, done = run(menu, Played())
    assert done == [Record(120.0, ivr.SILENCE)]
    menu, done = run(replace(MENU, options=VoicemailOptions(deposit=False)), Started(), Pressed("#"))
    assert said(done[-1]) == ["wrong_key", "other_language", "reception", "no_messages"]


def test_without_messages_the_call_ends_after_the_greeting() -> None:
    menu, done = run(replace(MENU, options=VoicemailOptions(deposit=False)), Started(), Played())
    assert done[-1] == HangUp() and menu.stage is Stage.OVER


def test_a_full_mailbox_says_so_and_takes_nothing() -> None:
    full = replace(MENU, room=4.0)
    assert ("mailbox_full", "da") in phrases(full) and ("leave_message", "da") not in phrases(full)
    assert run(full, Started(), Played())[1][-1] == HangUp()
    assert said(run(full, Started(), Pressed("#"))[1][-1])[0] == "wrong_key"
    nowhere = replace(full, options=VoicemailOptions(deposit=False))
    assert ("no_messages", "da") in phrases(nowhere) and ("mailbox_full", "da") not in phrases(nowhere)


def test_the_last_message_that_fits_is_no_longer_than_the_room_there_is() -> None:
    _, done = run(replace(MENU, room=30.0), Started(), Played())
    assert [output.most for output in done if isinstance(output, Record)] == [30.0]


def test_whoever_hangs_up_early_is_just_gone() -> None:
    assert run(MENU, Started(), HungUp())[0].stage is Stage.OVER


inputs = st.one_of(
    st.just(Started()),
    st.builds(Pressed, st.sampled_from("0123456789*#")),
    st.just(Played()),
    st.builds(
        RecordingEnded,
        st.floats(0, 100),
        st.sampled_from(["hangup", "digit", "silence", "length", "disk_full", "stopped"]),
    ),
    st.just(Stored()),
    st.just(NotStored()),
    st.just(HungUp()),
)


@given(st.lists(inputs, max_size=30), st.booleans(), st.booleans(), st.sampled_from([None, "sv"]))
def test_whatever_happens_nothing_follows_the_end_and_stored_is_what_was_recorded(
    sequence: list[Input], deposit: bool, reception: bool, second: str | None
) -> None:
    menu = replace(MENU, options=VoicemailOptions("da", second, deposit, reception))
    recording = False
    for input_ in sequence:
        over = menu.stage is Stage.OVER
        menu, outputs = menu.advance(input_)
        assert not (over and outputs)
        for output in outputs:
            if isinstance(output, Record):
                assert deposit and not recording
                recording = True
            if isinstance(output, StoreMessage | DiscardMessage):
                assert recording
                recording = False
            if isinstance(output, Play):
                assert output.prompts


def test_every_stage_but_the_last_has_a_way_out() -> None:
    assert {stage for stage, _ in ivr.TABLE} == set(Stage) - {Stage.OVER}


def test_an_end_of_recording_that_is_not_one_changes_nothing() -> None:
    menu = replace(MENU, stage=Stage.RECORDING)
    assert deposit._recorded(menu, Played()) == (menu, ())


def test_a_menu_says_what_comes_first_what_may_come_and_when_it_is_over() -> None:
    assert MENU.opening() == greeting(MENU) and MENU.to_come() == ivr.to_come(MENU)
    assert not MENU.over
    gone, _ = run(MENU, HungUp())
    assert gone.over


def test_an_announcement_is_said_once_and_the_call_ends() -> None:
    told = ivr.Announcement(Phrase.NO_LINE, "da")
    assert [p.phrase for p in told.opening()] == [Phrase.NO_LINE] and told.to_come() == ()
    told, said_ = told.advance(Started())
    assert said_ == (Play(told.opening()),)
    assert told.advance(Pressed("5")) == (told, ())
    over, done = told.advance(Played())
    assert over.over and done == (HangUp(),)
    gone, nothing = told.advance(HungUp())
    assert gone.over and nothing == ()
    assert set(ivr.REFUSED) == set(Refusal)
