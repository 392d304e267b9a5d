"""Providers that don't do as they should: a reason is given, nothing hangs, nothing is left (spec 12.1a)."""

from __future__ import annotations

from typing import Any

import pytest

from onepresence_desktop.domain.diversion import Destination, DestinationKind, Diversion, DiversionId, Reason
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.pbx.ports import MenuReached
from onepresence_desktop.pbx.telephony.sip.clock import Reached
from onepresence_desktop.pbx.telephony.sip.msg import Message, parse, response_to
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.simulated_phone import sdp
from tests.pbx.telephony.sip.simulated_provider import SECRET, USER, Provider
from tests.pbx.telephony.sip.test_trunk_calls import FIRST, OUTSIDE, Lines, _now

LONGEST = 32.0
"""Seconds after which nothing of a call may hang."""


def over(lines: Lines, seconds: float = LONGEST + 1) -> None:
    """The last call has ended in time, for everybody."""
    lines.world.clock.run(seconds)
    assert lines.world.states()[-1] == "ended" and not lines.world.engine.calls
    assert all(dialog.over for phone in lines.world.phones for dialog in phone.dialogs)


def test_a_provider_that_never_acknowledges_an_answer_is_hung_up_on() -> None:
    lines = Lines()
    lines.provider._acknowledge = lambda *_: None  # type: ignore[method-assign]
    lines.provider.call("+4570101002")
    lines.world.clock.run(3)
    assert lines.world.states()[-1] == "connected"
    over(lines)
    assert lines.provider.requests("BYE")
    lines.end()


def test_a_provider_that_hangs_up_twice_is_answered_both_times() -> None:
    lines = Lines()
    dialog = lines.provider.call("+4570101002")
    lines.world.clock.run(3)
    first = lines.provider.ask(dialog, "BYE")
    second = lines.provider.ask(dialog, "BYE")
    lines.world.clock.run(1)
    assert first[-1].status == 200 and second[-1].status in (200, 481)
    dialog.over = True
    over(lines)
    lines.end()


@pytest.mark.parametrize("late", [0.05, 5.0, 31.0])
def test_an_answer_after_it_was_taken_back_is_acknowledged_and_hung_up(late: float) -> None:
    lines = Lines()
    lines.provider.manner = [(0.1, "ring")]
    lines.world.phones[0].dial(OUTSIDE)
    lines.world.clock.run(1)
    (there,) = lines.provider.dialogs
    receive = lines.provider._receive

    def deaf_to_cancel(data: bytes, source: tuple[str, int]) -> None:
        message = parse(data)
        if message.method != "CANCEL":
            receive(data, source)
        else:
            answer = response_to(message, 200, to_tag="c")
            lines.world.network.carry(answer.encode(), lines.provider.address, lines.provider.flow.remote)

    lines.world.network.places[lines.provider.address] = deaf_to_cancel
    lines.world.phones[0].cancel(lines.world.phones[0].dialogs[-1])
    lines.world.clock.call_later(late, lambda: lines.provider._do(there, "answer"))
    over(lines, LONGEST + 5)
    assert there.acked and lines.provider.requests("BYE")
    lines.end()


def test_a_provider_that_says_nothing_more_after_it_was_taken_back_is_left() -> None:
    lines = Lines()
    lines.provider.manner = [(0.1, "ring")]
    lines.world.phones[0].dial(OUTSIDE)
    lines.world.clock.run(1)
    lines.provider.down = True
    lines.world.phones[0].cancel(lines.world.phones[0].dialogs[-1])
    over(lines, LONGEST * 2)
    lines.end()


AUDIO = b"m=audio 5004 RTP/AVP 0 8 101\r\n"
BAD_ANSWERS = {
    "none": b"",
    "nonsense": b"hello\r\n",
    "without sound": sdp(FIRST).partition(b"m=audio")[0],
    "only video": sdp(FIRST).replace(b"m=audio", b"m=video"),
    "refused": sdp(FIRST).replace(b"m=audio 5004", b"m=audio 0"),
    "another codec": sdp(FIRST).replace(AUDIO, b"m=audio 5004 RTP/AVP 97\r\na=rtpmap:97 opus/48000/2\r\n"),
    "port too high": sdp(FIRST).replace(b"5004", b"70000"),
    "no address": sdp(FIRST).replace(f"c=IN IP4 {FIRST}\r\n".encode(), b""),
    "another way to carry it": sdp(FIRST).replace(b"RTP/AVP", b"UDP/TLS/RTP/SAVPF"),
    "binary": bytes(range(256)),
}


@pytest.mark.parametrize("which", BAD_ANSWERS)
def test_an_answer_that_can_not_be_used_ends_the_call_with_a_reason(which: str) -> None:
    lines = Lines()
    lines.provider.answers = lambda _: BAD_ANSWERS[which]
    dialog = lines.call_out()
    assert dialog.status == 488, dialog.status
    over(lines)
    assert lines.world.progress()[-1].cause == "not_acceptable"
    assert lines.provider.requests("ACK") and lines.provider.requests("BYE")
    lines.end()


@pytest.mark.parametrize(
    ("number", "reached"),
    [
        ("+45%2070%2010%2010%2002", True), ("0045-7010.1002", True), ("(70)%20101002", True), ("70101002;npdi", True),
        ("7010100x", False), ("+45seventy", False), ("%00", False), ("70101002%0d%0aX:1", False), ("9" * 300, False),
    ],
)  # fmt: skip
def test_numbers_are_read_as_providers_write_them_and_others_are_refused(number: str, reached: bool) -> None:
    lines = Lines()
    dialog = lines.provider.call(number)
    lines.world.clock.run(3)
    assert (dialog.talking, dialog.status) == (True, 200) if reached else dialog.status in (400, 404, 484), dialog
    lines.end()


@pytest.mark.parametrize("name", ['"' + "A" * 4096 + '"', '"' + 'Å"' * 9 + '"', '"a\x01\u202eb"'])
def test_a_caller_with_an_endless_or_broken_name_is_told_short_or_refused(name: str) -> None:
    lines = Lines()
    provider = lines.provider
    build = provider._build
    provider._build = lambda method, uri, local, *more: build(  # type: ignore[method-assign,misc]
        method, uri, f"{name} {local}" if method == "INVITE" else local, *more
    )
    dialog = provider.call("+4570101002")
    lines.world.clock.run(3)
    assert dialog.talking or dialog.status == 400
    for told in lines.world.progress():
        assert len(told.caller.name) <= 80 and told.caller.name.isprintable()
    lines.world.clock.run(LONGEST)
    lines.end()


@pytest.mark.parametrize("after", [10.0, 200.0])
def test_a_name_that_is_found_late_or_not_is_said_and_holds_up_no_call(after: float) -> None:
    world = World(2)
    provider = Provider(world, FIRST)
    reach, failing = world.engine.io.reach, [True]

    def late(kind: str, host: str, port: int, then: Reached, turn: int = 0) -> None:
        if failing[0]:
            world.clock.call_later(after, lambda: then(None, "name not found"))
        else:
            reach(kind, host, port, then, turn)

    world.engine.io.reach = late  # type: ignore[method-assign]
    world.engine.trunks.set([provider.line("t")])
    world.phones[0].dial(OUTSIDE)
    world.clock.run(2)
    assert [event for event in world.events if isinstance(event, MenuReached)], "said at once that there is no line"
    inside = world.phones[0].dial("2102")
    world.clock.run(15)
    assert inside.talking
    world.phones[0].hang_up(inside)
    world.clock.run(after)
    assert world.engine.trunks.states()["t"].detail == "name not found"  # type: ignore[index]
    failing[0] = False
    world.clock.run(600)
    assert world.engine.trunks.states()["t"].up  # type: ignore[index]
    failing[0] = True
    world.engine.trunks.set([])
    world.clock.run(after + 70)
    assert not world.leftovers()


def test_a_password_that_is_refused_is_said_and_not_tried_without_end() -> None:
    world = World(1)
    provider = Provider(world, FIRST)
    provider.challenges = True
    world.engine.trunks.set([provider.line("t", registers=True, user=USER, password="wrong")])
    world.clock.run(3)
    state = world.engine.trunks.states()["t"]  # type: ignore[index]
    assert not state.up and state.detail.startswith("401")
    assert len(provider.requests("REGISTER")) == 2
    world.clock.run(3600)
    assert len(provider.requests("REGISTER")) < 60
    world.engine.trunks.set([provider.line("t", registers=True, user=USER, password=SECRET)])
    world.clock.run(2)
    assert world.engine.trunks.states()["t"].up  # type: ignore[index]


def test_a_call_whose_proof_is_refused_goes_over_the_next_line_or_ends_with_the_answer() -> None:
    lines = Lines(user=USER, password="wrong")
    lines.provider.challenges = True
    dialog = lines.call_out()
    assert len(lines.invites()) == 2 and dialog.over
    assert lines.world.progress()[-1].trace[-1].why.startswith("407")
    lines.end()


def test_a_flood_of_calls_from_everywhere_leaves_nothing_and_holds_up_nobody() -> None:
    lines = Lines()
    for place in range(400):
        stranger = Provider(lines.world, f"198.51.{place // 200}.{place % 200 + 1}")
        stranger.dial("00972599123456")
    dialog = lines.provider.call("+4570101002")
    lines.world.clock.run(3)
    assert dialog.talking and lines.world.engine.strangers.count == 400
    assert len(lines.world.engine.calls) == 1
    lines.world.clock.run(40)
    lines.end()


def diverted(who: str, number: str) -> Diversion:
    to = Destination(DestinationKind.NUMBER, number)
    return Diversion(DiversionId(who), UserId(who), Reason.OTHER, _now(-1), None, to, _now(-1))


@pytest.mark.parametrize(("keeps_vias", "counts"), [(True, True), (False, True), (False, False)])
def test_a_call_that_two_lines_send_back_and_forth_ends(keeps_vias: bool, counts: bool) -> None:
    """The provider sends our calls to +45 30 30 30 30 back to us as calls for a user who is diverted there."""
    lines = Lines()
    lines.world.divert(diverted("p1", "+4530303030"))
    receive = lines.provider._receive
    refused: list[int] = []

    def back(data: bytes, source: tuple[str, int]) -> None:
        message = parse(data)
        if message.method != "INVITE":
            receive(data, source)
            return
        forwards = int(message.get("max-forwards"))
        trying = response_to(message, 100)
        lines.world.network.carry(trying.encode(), lines.provider.address, source)
        headers = [("via", via) for via in message.all("via")] if keeps_vias else []
        build = lines.provider._build

        def one_less(*asked: Any) -> Message:
            made = build(*asked)
            made.headers = [(k, str(forwards - 1) if k == "max-forwards" and counts else v) for k, v in made.headers]
            return made

        lines.provider._build = one_less  # type: ignore[method-assign]
        again = lines.provider.dial("+4570101002", headers=[*headers, ("p-asserted-identity", f"<sip:{OUTSIDE}@p>")])
        lines.provider._build = build  # type: ignore[method-assign]

        def told() -> None:
            if not again.over:
                lines.world.clock.call_later(0.2, told)
                return
            refused.append(again.status)
            answer = response_to(message, again.status, to_tag="b")
            lines.world.network.carry(answer.encode(), lines.provider.address, source)

        told()

    lines.world.network.places[lines.provider.address] = back
    begun = lines.world.phones[0].dial("2102")
    lines.world.clock.run(LONGEST)
    assert refused and refused[0] in (482, 483), refused
    assert len(refused) <= 70
    lines.world.network.places[lines.provider.address] = receive
    lines.world.clock.run(10)
    assert begun.over or begun.talking  # in the mailbox of who had diverted
    lines.world.phones[0].hang_up(begun)
    lines.world.clock.run(LONGEST)
    lines.end()


def test_a_provider_that_dies_in_the_middle_of_twenty_calls_is_noticed_and_leaves_nothing() -> None:
    lines = Lines(people=20, second=True)
    calls = []
    for phone in lines.world.phones:  # so that each is asked whether it is there at a moment of its own
        calls.append(phone.dial(OUTSIDE))
        lines.world.clock.run(0.55)
    lines.world.clock.run(3)
    assert all(dialog.talking for dialog in calls)
    lines.provider.down = True
    lines.world.phones[0].hang_up(calls[0])
    assert lines.call_out(seconds=5).talking, "the next one goes over the second line"
    lines.world.clock.run(LONGEST - 5)
    assert [call.caller.user_id for call in lines.world.engine.calls.values()] == ["p0"], "the one over the other line"
    assert not lines.world.engine.trunks.states()["first"].up  # type: ignore[index]
    for phone in lines.world.phones:
        for dialog in phone.dialogs:
            phone.hang_up(dialog)
    over(lines, LONGEST + 2)
    lines.end()
