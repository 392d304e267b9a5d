"""What one phone may do within a call, and what is done with it: session timers, offers of all kinds, keys, PRACK."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onepresence_desktop.domain.calls import CallId, CallState, Cause
from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.pbx.telephony.sip.msg import Message
from onepresence_desktop.pbx.telephony.sip.orders import originate
from onepresence_desktop.pbx.telephony.sip.sdp import Sdp
from onepresence_desktop.pbx.telephony.sip.txn import Server
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.simulated_phone import Dialog, Phone, sdp

UPDATES = ("allow", "INVITE, ACK, BYE, UPDATE")


def talking(*, caller_says: str = "", called_says: str = "", update: bool = True) -> tuple[World, Phone, Phone, Dialog]:
    """Two phones in a call; what each says of the session's length."""
    world = World(3)
    caller, called = world.phones[:2]
    for phone, says in ((caller, caller_says), (called, called_says)):
        phone.says = [UPDATES] if update else []
        if says:
            phone.says += [("session-expires", says), ("supported", "timer")]
    dialog = caller.dial("2102")
    world.clock.until(lambda: CallState.CONNECTED.value in world.states())
    world.clock.run(1)
    return world, caller, called, dialog


def accepted(phone: Phone) -> Message:
    """The 200 of its INVITE."""
    return next(m for m in reversed(phone.heard) if m.status == 200 and m.cseq[1] == "INVITE")


# --- session timers (RFC 4028) ---


def test_a_phone_that_promises_to_refresh_and_does_not_is_gone() -> None:
    world, caller, _called, _dialog = talking(caller_says="120;refresher=uac")
    answer = accepted(caller)
    assert answer.get("session-expires") == "120;refresher=uac" and "timer" in answer.tokens("require")
    world.clock.run(110)
    assert world.states()[-1] == "connected"
    world.clock.run(15)
    assert world.states()[-1] == "ended"


@pytest.mark.parametrize("method", ["INVITE", "UPDATE"])
def test_a_phone_that_refreshes_stays(method: str) -> None:
    world, caller, _called, dialog = talking(caller_says="120;refresher=uac")
    body = sdp(caller.host) if method == "INVITE" else b""
    for _ in range(5):
        world.clock.run(60)
        answers = caller.ask(dialog, method, body, session_expires="120;refresher=uac", supported="timer")
        world.clock.run(1)
        assert answers[-1].status == 200 and answers[-1].get("session-expires") == "120;refresher=uac"
    assert world.states()[-1] == "connected"


def test_a_phone_that_wants_to_be_refreshed_is_in_time() -> None:
    world, caller, _called, _dialog = talking(caller_says="120;refresher=uas")
    assert accepted(caller).get("session-expires") == "120;refresher=uas"
    world.clock.run(500)
    assert len(caller.requests("UPDATE")) >= 8 and world.states()[-1] == "connected"


def test_a_called_phone_that_shortens_the_session_is_refreshed_in_time() -> None:
    world, _caller, called, _dialog = talking(called_says="90;refresher=uac")
    world.clock.run(400)
    assert len(called.requests("UPDATE")) >= 8 and world.states()[-1] == "connected"


def test_a_phone_without_update_is_refreshed_by_an_offer_that_changes_nothing() -> None:
    world, _caller, called, _dialog = talking(called_says="90;refresher=uac", update=False)
    world.clock.run(200)
    first, *again = called.requests("INVITE")
    assert len(again) >= 4 and {message.body for message in again} == {first.body}
    assert world.states().count("connected") == 1


def test_a_called_phone_that_promises_to_refresh_and_does_not_is_gone() -> None:
    world, _caller, _called, _dialog = talking(called_says="90;refresher=uas")
    world.clock.run(100)
    assert world.states()[-1] == "ended"


def test_an_offer_of_ours_settles_anew_who_refreshes() -> None:
    world, caller, called, _dialog = talking(caller_says="120;refresher=uac")
    called.ask(called.dialogs[0], "INVITE", sdp(called.host, version=4, direction="sendonly"))
    world.clock.run(1)
    assert caller.requests("INVITE")[-1].get("session-expires").endswith("refresher=uac")  # that is us
    world.clock.run(500)
    assert len(caller.requests("UPDATE")) >= 7 and world.states()[-1] == "held"


def test_a_session_without_a_timer_is_asked_after_and_does_not_expire() -> None:
    world, caller, called, _dialog = talking(update=False)
    world.clock.run(4000)
    assert called.requests("OPTIONS") and caller.requests("OPTIONS") and world.states()[-1] == "connected"


# --- offers ---


def test_a_call_without_an_offer_gets_one_and_its_answer_goes_on() -> None:
    world = World(2)
    caller, called = world.phones
    caller.dial("2102", [(2, "bye")], offer=False)
    world.clock.run(3)
    invite, ack = called.requests("INVITE")[0], called.requests("ACK")[0]
    assert not invite.body and Sdp(ack.body).audio().host == caller.host
    assert Sdp(accepted(caller).body).audio().host == called.host
    world.clock.run(10)
    assert world.states() == ["ringing", "connected", "ended"]


def test_an_offerless_reinvite_is_passed_on_both_ways() -> None:
    world, caller, called, dialog = talking()
    answers = caller.ask(dialog, "INVITE")
    world.clock.run(1)
    asked = called.requests("INVITE")[-1]
    assert not asked.body and Sdp(answers[-1].body).audio().host == called.host
    assert Sdp(called.requests("ACK")[-1].body).audio().host == caller.host
    assert world.states()[-1] == "connected"


def test_hold_by_update_is_hold() -> None:
    world, caller, _called, dialog = talking()
    answers = caller.ask(dialog, "UPDATE", sdp(caller.host, version=4, direction="sendonly"))
    world.clock.run(1)
    assert answers[-1].status == 200 and answers[-1].body and world.state("d-p0") is DeviceState.ON_HOLD
    caller.ask(dialog, "UPDATE", sdp(caller.host, version=5))
    world.clock.run(1)
    assert world.state("d-p0") is DeviceState.ON_CALL


def test_each_side_sees_one_session_whose_version_rises() -> None:
    world, caller, called, dialog = talking()
    for version in (4, 5):
        caller.ask(dialog, "INVITE", sdp(caller.host, version=version, direction="sendonly"))
        world.clock.run(1)
    origins = [Sdp(m.body).lines[1].split() for m in called.requests("INVITE")]
    assert len({words[1] for words in origins}) == 1
    versions = [int(words[2]) for words in origins]
    assert versions == sorted(set(versions)) and len(versions) == 3


def test_offers_that_cross_are_both_made_in_the_end() -> None:
    world, caller, called, dialog = talking()
    theirs = called.dialogs[0]
    first = caller.ask(dialog, "INVITE", sdp(caller.host, version=4, direction="sendonly"))
    world.clock.run(0.0015)
    second = called.ask(theirs, "INVITE", sdp(called.host, version=4))
    world.clock.run(10)
    assert first[-1].status == 200 and second[-1].status in (200, 491, 500)
    assert world.state("d-p0") is DeviceState.ON_HOLD and world.states()[-1] == "held"


def test_an_offer_that_finds_the_phone_at_its_own_is_made_again() -> None:
    world, caller, called, dialog = talking()
    refusals = iter([True])

    def accept(one: Dialog, server: Server, body: bytes, accept: Callable[..., None] = called._accept) -> None:
        if next(refusals, False):
            server.answer(491)
        else:
            accept(one, server, body)

    called._accept = accept  # type: ignore[method-assign]
    answers = caller.ask(dialog, "INVITE", sdp(caller.host, version=4, direction="sendonly"))
    world.clock.run(1)
    assert not [answer for answer in answers if answer.status >= 200]
    world.clock.run(5)
    assert answers[-1].status == 200 and world.states()[-1] == "held"


def test_an_offer_that_a_phone_refuses_leaves_the_call_as_it_was() -> None:
    world, caller, _called, dialog = talking()
    for body in (b"v=0\r\no=- 1 1 IN IP4 h\r\ns=-\r\nt=0 0\r\n", b"nonsense"):
        answers = caller.ask(dialog, "INVITE", body)
        world.clock.run(1)
        assert answers[-1].status == 488
    assert world.states()[-1] == "connected"


def test_an_offer_under_way_is_answered_when_the_other_hangs_up() -> None:
    world, caller, called, dialog = talking()
    world.network.places.pop(called.address)
    answers = caller.ask(dialog, "INVITE", sdp(caller.host, version=4))
    world.clock.run(0.5)
    call = next(iter(world.engine.calls.values()))
    call.finish(Cause.NORMAL)
    world.clock.run(1)
    assert [answer.status for answer in answers if answer.status >= 200] == [487]


def test_an_acknowledgement_that_comes_twice_counts_for_its_own_offer_only() -> None:
    world, caller, _called, dialog = talking()
    early = caller._build("ACK", dialog.target, dialog.local, dialog.remote, dialog.call_id, dialog.cseq)
    caller._acknowledge = lambda *_: None  # type: ignore[method-assign]
    caller.ask(dialog, "INVITE", sdp(caller.host, version=4))
    world.clock.run(0.1)
    caller.send(caller.flow, early.encode())
    before = len([m for m in caller.heard if m.status == 200 and m.cseq[1] == "INVITE"])
    world.clock.run(3)
    assert len([m for m in caller.heard if m.status == 200 and m.cseq[1] == "INVITE"]) > before


# --- the rest of what is said within a call ---


@pytest.mark.parametrize(("kind", "text"), [
    ("application/dtmf-relay", b"Signal=5\r\nDuration=160\r\n"), ("application/dtmf-relay", b"Signal= 5\nDuration= 9"),
    ("application/dtmf", b"5"),
])  # fmt: skip
def test_keys_told_by_info_reach_the_mailbox(kind: str, text: bytes) -> None:
    world = World(2)
    world.phones[1].register(0)
    world.clock.run(1)
    dialog = world.phones[0].dial("2102")
    world.clock.until(lambda: "voicemail" in world.states())
    world.clock.run(1)
    answers = world.phones[0].ask(dialog, "INFO", text, content_type=kind)
    world.clock.run(0.1)
    assert answers[-1].status == 200
    assert [e.digit for e in world.events if type(e).__name__ == "Digit"] == ["5"]


def test_questions_within_a_call_are_answered_and_unknown_wishes_refused() -> None:
    world, caller, _called, dialog = talking()
    expected = {"OPTIONS": 200, "INFO": 200, "NOTIFY": 200, "MESSAGE": 405, "PRACK": 481, "REFER": 400}
    answers = {method: caller.ask(dialog, method) for method in expected}
    world.clock.run(1)
    assert {method: answer[-1].status for method, answer in answers.items()} == expected
    dialog.cseq = 0
    late = caller.ask(dialog, "OPTIONS")
    world.clock.run(1)
    assert late[-1].status == 500
    assert world.states()[-1] == "connected"


def test_outside_a_call_abilities_are_told_and_what_is_not_known_is_named() -> None:
    world = World(1)
    phone = world.phones[0]
    dialog = Dialog("none", "<sip:s-p0@10.0.0.1>;tag=q", "<sip:10.0.0.1>", "sip:10.0.0.1")
    options = phone.ask(dialog, "OPTIONS")
    demanding = phone.ask(dialog, "OPTIONS", require="gruu, 100rel")
    unknown = phone.ask(dialog, "MESSAGE")
    dialog.remote += ";tag=unknown"
    stray = phone.ask(dialog, "BYE")
    world.clock.run(1)
    assert options[-1].status == 200 and {"invite", "refer", "update", "prack"} <= options[-1].tokens("allow")
    assert demanding[-1].status == 420 and demanding[-1].get("unsupported") == "gruu"
    assert unknown[-1].status == 405 and stray[-1].status == 481


def test_ringing_that_must_be_reliable_is_told_until_it_is_acknowledged() -> None:
    world = World(2)
    caller, called = world.phones
    called.manner = [(0.1, "ring")]
    caller.says = [("require", "100rel")]
    caller.dial("2102")
    world.clock.run(4)
    ringing = [m for m in caller.heard if m.status == 180]
    assert len(ringing) >= 3 and {m.get("rseq") for m in ringing} == {"1"} and ringing[0].get("require") == "100rel"
    invite = caller.dialogs[0].invite
    assert invite is not None
    asked = invite.request
    dialog = Dialog(asked.call_id, asked.get("from"), ringing[0].get("to"), asked.uri, cseq=9)
    wrong = caller.ask(dialog, "PRACK", rack="7 2 INVITE")
    right = caller.ask(dialog, "PRACK", rack=f"1 {asked.cseq[0]} INVITE")
    world.clock.run(0.1)
    assert (wrong[-1].status, right[-1].status) == (481, 200)
    before = len([m for m in caller.heard if m.status == 180])
    world.clock.run(4)
    assert len([m for m in caller.heard if m.status == 180]) == before


# --- click to call ---


def test_a_click_offers_the_engines_sound_then_brings_the_two_together_without_it() -> None:
    world = World(2)
    own, target = world.phones
    originate(world.engine, CallId("k"), DeviceId("d-p0"), "2102", answers=False)
    world.clock.run(0.5)
    first = own.requests("INVITE")[0]
    assert Sdp(first.body).audio().types[:3] == (0, 8, 9) and "P1" in first.get("from")
    assert not target.requests("INVITE")
    world.clock.run(10)
    invite = target.requests("INVITE")[0]
    assert not invite.body  # an answer with G.722 alone would have been no offer for others (RFC 3725 flow IV)
    joined = own.requests("INVITE")[1]
    assert Sdp(joined.body).audio().host == target.host
    assert Sdp(target.requests("ACK")[0].body).audio().host == own.host
    assert world.states()[-1] == "connected" and not world.media.sessions


def test_a_click_on_a_phone_that_knows_g722_alone_works() -> None:
    world = World(2)
    own, _target = world.phones
    plain = sdp(own.host).replace(b"RTP/AVP 0 8 101", b"RTP/AVP 9 101")
    own._accept = lambda dialog, server, _body, accept=own._accept: accept(dialog, server, plain)  # type: ignore[method-assign]
    originate(world.engine, CallId("k"), DeviceId("d-p0"), "2102", answers=False)
    world.clock.run(10)
    assert world.states()[-1] == "connected"


def test_a_click_that_nobody_lifts_for_ends_after_a_minute() -> None:
    world = World(2)
    own = world.phones[0]
    own.manner = [(0.1, "ring")]
    originate(world.engine, CallId("k"), DeviceId("d-p0"), "2102", answers=False)
    world.clock.run(58)
    assert world.state("d-p0") is DeviceState.RINGING
    world.clock.run(5)
    assert own.requests("CANCEL") and world.progress()[-1].cause is Cause.NO_ANSWER
    assert world.state("d-p0") is DeviceState.IDLE


def test_a_click_ends_when_the_target_can_not_take_up_the_own_phones_sound() -> None:
    world = World(2)
    own, target = world.phones
    nothing = b"v=0\r\no=- 1 1 IN IP4 10.0.1.2\r\ns=-\r\nt=0 0\r\n"
    target._accept = lambda dialog, server, _body, accept=target._accept: accept(dialog, server, nothing)  # type: ignore[method-assign]
    originate(world.engine, CallId("k"), DeviceId("d-p0"), "2102", answers=False)
    world.clock.run(200)
    for phone in (own, target):
        for dialog in phone.dialogs:
            phone.hang_up(dialog)
    world.clock.run(130)
    assert world.leftovers() == {}


def test_a_click_ends_when_the_own_phone_answers_the_joining_with_nonsense() -> None:
    world = World(2)
    own, target = world.phones
    answers = iter([sdp(own.host), b"nonsense"])
    own._accept = lambda dialog, server, _body, accept=own._accept: accept(dialog, server, next(answers))  # type: ignore[method-assign]
    originate(world.engine, CallId("k"), DeviceId("d-p0"), "2102", answers=False)
    world.clock.run(20)
    assert world.progress()[-1].cause is Cause.NOT_ACCEPTABLE
    assert own.requests("BYE") and target.requests("BYE")
    world.clock.run(110)
    assert world.leftovers() == {}


def test_a_call_whose_contact_can_not_be_read_is_refused_and_leaves_nothing() -> None:
    world = World(2)
    phone = world.phones[0]
    answers: list[Message] = []
    phone._authenticated(
        "INVITE", "sip:2102@10.0.0.1", "<sip:2102@10.0.0.1>", "c", answers.append, body=sdp(phone.host),
        headers=[("contact", "<sip:s-p0@10.0.1.1")],
    )  # fmt: skip
    world.clock.run(5)
    assert answers[-1].status == 400 and not world.engine.calls
    world.clock.run(130)
    assert world.leftovers() == {}


def test_an_error_of_ours_is_answered_and_leaves_nothing(caplog: pytest.LogCaptureFixture) -> None:
    world = World(2)
    world.router.route = lambda *_: 1 / 0  # type: ignore[method-assign]
    dialog = world.phones[0].dial("2102")
    world.clock.run(5)
    assert dialog.status == 500 and not world.engine.calls and "ZeroDivisionError" in caplog.text
    world.clock.run(130)
    assert world.leftovers() == {}
