"""The steps a driver carries out."""

from __future__ import annotations

from onepresence_desktop.domain.calls import Cause
from onepresence_desktop.domain.people import DeviceId, DeviceKind
from onepresence_desktop.domain.steps import External, OwnPhone, Refusal, Reject, Ring, RingStage, Trunk, ring_outside
from onepresence_desktop.domain.words import UNKNOWN


def test_a_number_outside_rings_alone_and_its_refusals_are_told_by_cause() -> None:
    ring = ring_outside(Trunk("+4533123456"))
    (stage,) = ring.stages
    assert stage.endpoints == (External("+4533123456"),)
    told = [step.cause for step in (ring.busy, ring.no_reply, ring.unreachable) if isinstance(step, Reject)]
    assert told == [Cause.BUSY, Cause.NO_ANSWER, Cause.UNREACHABLE]


def test_a_phone_lifts_by_itself_when_its_owner_has_said_that_they_take_the_call() -> None:
    taker, other = OwnPhone(DeviceId("a"), answers=True), OwnPhone(DeviceId("b"))
    stage = RingStage((External("+4533123456"), taker, other))
    no = Reject(Cause.NO_ANSWER)
    ring = Ring((stage,), 20, busy=no, no_reply=no, unreachable=no)
    assert [ring.lifts(DeviceId(device)) for device in ("a", "b", "c")] == [True, False, False]


def test_nobody_chooses_the_word_of_a_newer_version() -> None:
    assert UNKNOWN not in {kind.value for kind in DeviceKind.known()}
    assert len(DeviceKind.known()) == len(DeviceKind) - 1
    assert DeviceKind.offered(DeviceKind.DESK) == DeviceKind.offered(None) == DeviceKind.known()
    assert DeviceKind.offered(DeviceKind.UNKNOWN) == tuple(DeviceKind)


def test_a_call_that_is_not_let_out_is_recorded_by_what_kept_it_in() -> None:
    causes = {refusal: refusal.cause for refusal in Refusal}
    assert causes.pop(Refusal.NO_LINE) is Cause.UNREACHABLE and causes.pop(Refusal.BUSY) is Cause.BUSY
    assert causes.pop(Refusal.PHONE_LOST) is Cause.LOST
    assert set(causes.values()) == {Cause.REJECTED}
