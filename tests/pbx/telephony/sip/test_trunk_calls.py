"""Calls out and in over lines to providers, told with simulated ones (spec 12.1a)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from onepresence_desktop.domain.diversion import Destination, DestinationKind, Diversion, DiversionId, Reason
from onepresence_desktop.domain.people import DeviceId, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.steps import Announcement, Refusal, Trunk
from onepresence_desktop.domain.trunks import Abroad, CallerId, NumberFormat
from onepresence_desktop.pbx.ports import MenuReached, TrunkChanged
from onepresence_desktop.pbx.telephony.sip.transfer import join, start
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.simulated_phone import sdp
from tests.pbx.telephony.sip.simulated_provider import SECRET, USER, Provider
from tests.pbx.telephony.sip.test_demanding import sealed

OUTSIDE, SWEDEN = "+4533123456", "+46771234567"
FIRST, SECOND = "10.9.0.1", "10.9.0.2"


class Lines:
    """People with phones, and two providers."""

    def __init__(self, *, people: int = 3, second: bool = False, **first: Any) -> None:
        self.world = World(people)
        self.provider, self.other = Provider(self.world, FIRST), Provider(self.world, SECOND)
        lines = [self.provider.line("first", **first), *([self.other.line("second")] if second else [])]
        self.world.engine.trunks.set(lines)
        self.world.clock.run(1)

    def call_out(self, number: str = OUTSIDE, seconds: float = 3) -> Any:
        dialog = self.world.phones[0].dial(number)
        self.world.clock.run(seconds)
        return dialog

    def invites(self) -> list[Any]:
        return self.provider.requests("INVITE")

    def end(self) -> None:
        for phone in [*self.world.phones, self.provider, self.other]:
            for dialog in phone.dialogs:
                phone.hang_up(dialog)
        self.world.engine.trunks.stop()
        self.world.clock.run(70)
        assert not self.world.leftovers()

    def refused(self) -> Refusal:
        (reached,) = [event.menu for event in self.world.events if isinstance(event, MenuReached)]
        assert isinstance(reached, Announcement)
        return reached.refusal


def test_a_number_outside_is_called_over_the_line_with_the_callers_own_number() -> None:
    lines = Lines()
    dialog = lines.call_out()
    (invite,) = lines.invites()
    assert invite.uri == f"sip:{OUTSIDE}@{FIRST}"
    assert invite.from_.parsed().user == "+4570101001"
    assert f"sip:+4570101001@{FIRST}" in invite.get("p-asserted-identity")
    assert dialog.talking and lines.world.states() == ["ringing", "connected"]
    assert lines.world.progress()[-1].trace[-1].name == "first"
    lines.end()
    assert lines.world.states()[-1] == "ended"


@pytest.mark.parametrize(
    ("style", "written", "shown"),
    [(NumberFormat.NATIONAL, "33123456", "70101001"), (NumberFormat.DOUBLE_ZERO, "004533123456", "004570101001")],
)
def test_numbers_are_written_as_the_provider_wants_them(style: NumberFormat, written: str, shown: str) -> None:
    lines = Lines(format=style, caller_id=CallerId.PREFERRED)
    lines.call_out()
    (invite,) = lines.invites()
    assert invite.uri == f"sip:{written}@{FIRST}"
    assert f"<sip:{shown}@{FIRST}>" == invite.get("p-preferred-identity")
    assert not invite.has("p-asserted-identity")
    lines.end()


def test_who_has_no_number_of_their_own_shows_the_main_one() -> None:
    lines = Lines(main="+4570101000", caller_id=CallerId.FROM)
    plan = lines.world.router.dial_plan
    user = plan.users[UserId("p0")]
    lines.world.router.dial_plan = replace(plan, users={**plan.users, user.id: replace(user, one_number=None)})
    lines.call_out()
    (invite,) = lines.invites()
    assert invite.from_.parsed().user == "+4570101000" and not invite.has("p-asserted-identity")
    lines.end()


@pytest.mark.parametrize("emergency", [False, True])
def test_who_asks_not_to_be_shown_is_hidden_outside_except_from_who_sends_help(emergency: bool) -> None:
    lines, hidden = Lines(caller_id=CallerId.ASSERTED), not emergency
    lines.world.router.route = lambda *_: Trunk(OUTSIDE, emergency=emergency)  # type: ignore[method-assign]
    lines.world.phones[0].dial(OUTSIDE, headers=[("privacy", "id")])
    lines.world.clock.run(3)
    (invite,) = lines.invites()
    assert (invite.get("privacy"), invite.from_.parsed().user == "anonymous") == ("id" if hidden else "", hidden)
    assert "70101001" in invite.get("p-asserted-identity")  # the provider knows, and vouches for them
    lines.end()


def test_a_call_from_outside_rings_whoever_has_the_number() -> None:
    lines = Lines()
    dialog = lines.provider.call("+4570101002")
    lines.world.clock.run(3)
    told = lines.world.progress()[-1]
    assert dialog.talking and told.callee.user_id == "p1" and told.state == "connected"
    lines.end()


@pytest.mark.parametrize("number", ["+4570109999", "2102", "1002102", OUTSIDE, "nonsense", "112"])
def test_nobody_outside_reaches_anything_but_a_public_number(number: str) -> None:
    lines = Lines(abroad=Abroad.WORLD)
    dialog = lines.provider.call(number)
    lines.world.clock.run(3)
    assert dialog.status == 404 and not lines.world.phones[1].requests("INVITE") and not lines.invites()
    lines.end()


def test_the_number_may_stand_in_a_header_of_its_own() -> None:
    lines = Lines()
    dialog = lines.provider.call("onepresence", p_called_party_id="<sip:70101003@provider>")
    lines.world.clock.run(3)
    assert dialog.talking and lines.world.progress()[-1].callee.user_id == "p2"
    lines.end()


def test_who_calls_is_told_as_the_provider_vouches_for_it_or_not_at_all() -> None:
    lines = Lines()
    lines.provider.call("+4570101002", p_asserted_identity="<sip:004533123456@provider>")
    lines.world.clock.run(1)
    assert lines.world.progress()[-1].caller.number == OUTSIDE
    lines.provider.call("+4570101003", p_asserted_identity=f"<sip:{OUTSIDE}@provider>", privacy="id")
    lines.world.clock.run(1)
    assert {told.caller.number for told in lines.world.progress()} == {OUTSIDE, ""}
    lines.world.clock.run(3)
    lines.end()


@pytest.mark.parametrize(
    ("shows", "name"),
    [("Hotel Kontoret", "Hotel Kontoret"), (OUTSIDE, ""), ("33 12 34 56", ""), ("(+45) 33123456", ""), ("3F", "3F")],
)
def test_a_number_told_in_the_place_of_a_name_is_none(shows: str, name: str) -> None:
    lines = Lines()
    lines.provider.shows = shows
    lines.provider.call("+4570101002", p_asserted_identity=f"<sip:{OUTSIDE}@provider>")
    lines.world.clock.run(1)
    caller = lines.world.progress()[-1].caller
    assert (caller.number, caller.name) == (OUTSIDE, name)
    lines.world.clock.run(3)
    lines.end()


def test_when_the_first_provider_says_nothing_the_second_takes_the_call_within_four_seconds() -> None:
    lines = Lines(second=True)
    lines.provider.down = True
    lines.world.phones[0].dial(OUTSIDE)
    lines.world.clock.run(4)
    assert len(lines.other.requests("INVITE")) == 1
    states = {line: state.up for line, state in lines.world.engine.trunks.states().items()}
    assert states == {"first": False, "second": True}
    lines.world.clock.run(2)
    assert lines.world.states()[-1] == "connected"
    lines.end()


@pytest.mark.parametrize("status", [500, 503, 403])
def test_a_provider_that_can_not_is_passed_over_at_once(status: int) -> None:
    lines = Lines(second=True)
    lines.provider.refuses["INVITE"] = (status, "Sorry")
    lines.world.phones[0].dial(OUTSIDE)
    lines.world.clock.run(0.2)
    assert len(lines.other.requests("INVITE")) == 1
    lines.world.clock.run(2)
    assert lines.world.states()[-1] == "connected"
    lines.end()


def test_a_line_that_is_dead_is_noticed_by_asking_and_is_back_when_it_answers() -> None:
    lines = Lines(second=True)
    lines.provider.down = True
    lines.world.clock.run(60)
    assert not lines.world.engine.trunks.states()["first"].up  # type: ignore[index]
    assert lines.world.engine.trunks.states()["first"].detail == "no answer"  # type: ignore[index]
    lines.call_out()
    assert len(lines.other.requests("INVITE")) == 1
    lines.provider.down = False
    lines.world.clock.run(20)
    assert lines.world.engine.trunks.states()["first"].up  # type: ignore[index]
    lines.end()


def test_the_one_who_is_called_is_busy_over_any_line() -> None:
    lines = Lines(second=True)
    lines.provider.manner = [(0.1, "busy")]
    dialog = lines.call_out()
    assert dialog.status == 486 and not lines.other.requests("INVITE")
    assert lines.world.progress()[-1].cause == "busy"
    last = lines.world.progress()[-1].trace[-1]
    assert (last.name, last.why) == ("first", "486 Busy Here")
    lines.end()


def test_a_dead_line_does_not_keep_calls_inside() -> None:
    lines = Lines()
    lines.provider.down = True
    lines.world.clock.run(60)
    lines.call_out("2102")
    assert lines.world.states()[-1] == "connected"
    lines.end()


def test_registration_proves_itself_and_is_given_back_in_the_end() -> None:
    world = World(1)
    provider = Provider(world, FIRST)
    provider.challenges = True
    world.engine.trunks.set([provider.line("t", registers=True, user=USER, password=SECRET)])
    world.clock.run(2)
    assert world.engine.trunks.states()["t"].up  # type: ignore[index]
    assert provider.registered_as == "sip:firm@10.0.0.1:5060"
    before = len(provider.requests("REGISTER"))
    world.clock.run(500)
    assert len(provider.requests("REGISTER")) > before, "it is renewed before it ends"
    world.phones[0].dial(OUTSIDE)
    world.clock.run(3)
    assert world.states()[-1] == "connected" and "proxy" not in provider.proofs[-1]
    for phone in (*world.phones, provider):
        for dialog in phone.dialogs:
            phone.hang_up(dialog)
    world.engine.trunks.set([])
    world.clock.run(70)
    assert provider.requests("REGISTER")[-1].get("expires") == "0"
    assert not world.leftovers()


def test_a_refused_registration_is_told_in_the_providers_words_and_tried_again_later() -> None:
    world = World(1)
    provider = Provider(world, FIRST)
    provider.refuses["REGISTER"] = (403, "Account suspended")
    world.engine.trunks.set([provider.line("t", registers=True, user=USER, password=SECRET)])
    world.clock.run(2)
    state = world.engine.trunks.states()["t"]  # type: ignore[index]
    assert (state.up, state.detail) == (False, "403 Account suspended")
    assert [event.state.detail for event in world.events if isinstance(event, TrunkChanged)] == [state.detail]
    world.clock.run(3600)
    assert 10 < len(provider.requests("REGISTER")) < 25, "less and less often"
    provider.refuses.clear()
    world.clock.run(310)
    assert world.engine.trunks.states()["t"].up  # type: ignore[index]


def test_what_sounds_before_the_answer_is_heard_by_the_caller() -> None:
    lines = Lines()
    lines.provider.manner = [(0.1, "early"), (3, "answer")]
    lines.call_out(seconds=1)
    early = [m for m in lines.world.phones[0].heard if m.status == 183]
    assert early and b"m=audio" in early[-1].body
    lines.world.clock.run(3)
    assert lines.world.states()[-1] == "connected"
    lines.end()


def test_abroad_and_premium_numbers_are_refused_with_a_reason_until_they_are_allowed() -> None:
    lines = Lines()
    lines.call_out(SWEDEN)
    assert lines.refused() is Refusal.ABROAD and not lines.invites()
    assert lines.world.engine.trunks.states()["first"].refused == 1  # type: ignore[index]
    lines.world.clock.run(10)
    lines.end()
    allowed = Lines(abroad=Abroad.NORDIC)
    allowed.call_out(SWEDEN)
    assert len(allowed.invites()) == 1
    allowed.end()


def test_calls_at_once_and_calls_of_an_hour_are_limited() -> None:
    lines = Lines(max_calls=1)
    lines.call_out()
    lines.world.phones[1].dial(OUTSIDE)
    lines.world.clock.run(2)
    assert lines.refused() is Refusal.BUSY
    lines.world.clock.run(10)
    lines.end()
    few = Lines(calls_an_hour=2)
    for _ in range(3):
        few.world.phones[0].hang_up(few.call_out())
        few.world.clock.run(2)
    assert few.refused() is Refusal.TOO_MANY and len(few.invites()) == 2
    few.world.clock.run(10)
    few.end()


def test_without_a_line_the_caller_is_told_so() -> None:
    lines = Lines()
    lines.world.engine.trunks.set([])
    lines.call_out()
    assert lines.refused() is Refusal.NO_LINE
    lines.world.clock.run(10)
    lines.end()


def test_an_emergency_call_goes_out_over_any_line_whatever_its_limits() -> None:
    lines = Lines(second=True, max_calls=0, calls_an_hour=0)
    lines.provider.down = True
    lines.world.clock.run(60)
    plan = lines.world.router

    def emergency(*_: object, **__: object) -> Any:
        return Trunk("112", emergency=True)

    plan.route = emergency  # type: ignore[method-assign]
    lines.call_out("112")
    (invite,) = lines.other.requests("INVITE")
    assert invite.uri == f"sip:112@{SECOND}" and "+4570101001" in invite.get("p-asserted-identity")
    lines.end()
    lines.other.down = True
    alone = Lines(max_calls=0)
    alone.world.router.route = emergency  # type: ignore[method-assign]
    alone.call_out("112")
    assert len(alone.invites()) == 1
    alone.end()


def test_a_call_diverted_outside_tells_whom_it_was_for() -> None:
    lines = Lines()
    away = Diversion(
        DiversionId("d"), UserId("p1"), Reason.LUNCH, _now(-1), None, Destination(DestinationKind.NUMBER, OUTSIDE),
        _now(-1),
    )  # fmt: skip
    lines.world.divert(away)
    lines.provider.call("+4570101002", p_asserted_identity="<sip:+4520304050@provider>")
    lines.world.clock.run(2)
    (invite,) = lines.invites()
    assert invite.uri == f"sip:{OUTSIDE}@{FIRST}"
    assert invite.get("diversion") == f"<sip:+4570101002@{FIRST}>;reason=unconditional"
    assert invite.get("max-forwards") == "69"
    lines.end()


def _now(minutes: int) -> Any:
    return datetime.now(UTC) + timedelta(minutes=minutes)


@pytest.mark.parametrize(("follows", "asked"), [(True, [OUTSIDE, "+4530303030"]), (False, [OUTSIDE])])
def test_a_redirection_is_followed_only_where_it_is_set_so(follows: bool, asked: list[str]) -> None:
    lines = Lines(follows_redirects=follows)
    lines.provider.refuses["INVITE"] = (302, "+4530303030")
    lines.call_out()
    assert [invite.uri for invite in lines.invites()] == [f"sip:{number}@{FIRST}" for number in asked]
    lines.end()


def test_whoever_is_outside_can_not_transfer_nor_take_over() -> None:
    lines = Lines()
    dialog = lines.provider.call("+4570101002")
    lines.world.clock.run(3)
    answers = lines.provider.ask(dialog, "REFER", refer_to=f"<sip:{SWEDEN}@10.0.0.1>")
    lines.world.clock.run(1)
    assert answers[0].status == 603
    taken = lines.provider.take(dialog)
    lines.world.clock.run(1)
    assert taken.status == 481
    lines.end()


@pytest.mark.parametrize("phone_can", [True, False])
def test_a_provider_that_offers_encrypted_sound_has_it_whatever_the_phone_can(phone_can: bool) -> None:
    lines = Lines()
    world, phone = lines.world, lines.world.phones[1]
    lines.provider.offers = lambda: sealed(FIRST)
    invited = phone._invited

    def comes(server: Any, message: Any, dialog: Any) -> None:
        if b"SAVP" in message.body and not phone_can:
            server.answer(488)
        else:
            invited(server, message, dialog)

    phone._invited = comes  # type: ignore[method-assign]
    phone.answers = lambda offered: sealed(phone.host) if b"SAVP" in offered else sdp(phone.host)
    dialog = lines.provider.call("+4570101002")
    world.clock.run(4)
    (answer,) = [m.body for m in lines.provider.heard if m.status == 200 and m.cseq[1] == "INVITE"]
    assert dialog.talking and b"RTP/SAVP " in answer and b"a=crypto:1 " in answer
    (offered,) = [offer for offer, _ in phone.exchanges]
    assert (b"SAVP" in offered) is phone_can
    lines.end()


@pytest.mark.parametrize("out", [True, False])
def test_hold_and_transfers_are_done_here_and_the_provider_is_asked_for_nothing(out: bool) -> None:
    """Many a provider takes neither re-INVITE nor REFER; music and whoever comes next are heard all the same."""
    lines = Lines()
    world, desk = lines.world, lines.world.phones[0]
    dialog = lines.call_out() if out else lines.provider.call("+4570101001")
    world.clock.run(3)
    dialog = dialog if out else desk.dialogs[0]
    facing = max(world.media.sessions, key=lambda one: one.remote is not None and one.remote.host == FIRST)
    answers = desk.ask(dialog, "INVITE", sdp(desk.listens_at, version=3, direction="sendonly"))
    world.clock.run(1)
    assert b"a=recvonly" in answers[-1].body and world.state("d-p0") is DeviceState.ON_HOLD
    assert facing.repeated == "music" and not facing.remote.held
    desk.ask(dialog, "INVITE", sdp(desk.listens_at, version=4))
    world.clock.run(1)
    assert world.states()[-1] == "connected" and not facing.repeated
    first = next(iter(world.engine.calls.values()))
    second = desk.dial("2102")
    world.clock.run(3)
    other = next(call for call in world.engine.calls.values() if call is not first)
    one, two = first.leg_of(DeviceId("d-p0")), other.leg_of(DeviceId("d-p0"))
    assert second.talking and one is not None and two is not None
    join(first, one, other, two, by_phone=False)
    world.clock.run(3)
    assert {world.progress()[-1].caller.device_id, world.progress()[-1].callee.device_id} >= {"d-p1"}
    start(first, first.leg_of(DeviceId("d-p1")), "2103", by_phone=False)  # type: ignore[arg-type]
    world.clock.run(3)
    assert world.state("d-p2") is DeviceState.ON_CALL and world.state("d-p1") is DeviceState.IDLE
    assert len(lines.provider.requests("INVITE")) == int(out) and not lines.provider.requests("REFER")
    assert facing in world.media.sessions and not facing.repeated
    lines.end()


def test_a_call_that_has_been_here_already_is_a_loop() -> None:
    lines = Lines()
    again = lines.provider.call("+4570101002", via="SIP/2.0/UDP 10.0.0.1:5060;branch=z9hG4bKown")
    lines.world.clock.run(2)
    assert again.status == 482
    lines.end()


def test_strangers_are_turned_away_counted_and_then_not_answered() -> None:
    lines = Lines()
    stranger = Provider(lines.world, "203.0.113.9")
    statuses = []
    for _ in range(15):
        dialog = stranger.dial("00972599123456")
        lines.world.clock.run(1)
        statuses.append(dialog.status)
    assert statuses == [403] * 10 + [0] * 5
    assert lines.world.engine.strangers.count >= 15
    assert lines.world.progress() == []
    lines.world.clock.run(40)
    lines.end()


def test_a_provider_that_repeats_and_forgets_is_borne() -> None:
    lines = Lines()
    dialog = lines.call_out()
    lines.world.phones[0].hang_up(dialog)
    lines.world.clock.run(1)
    (there,) = lines.provider.dialogs
    there.talking, there.over = True, False
    lines.provider.hang_up(there)
    lines.world.clock.run(2)
    lines.end()
