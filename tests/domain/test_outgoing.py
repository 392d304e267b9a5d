"""Mail and SMS on their way out: states, pauses, and when it is given up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from onepresence_desktop.domain.outgoing import (
    FIRST_PAUSE,
    GIVEN_UP_AFTER,
    LONGEST_PAUSE,
    UNDER_WAY,
    Outgoing,
    OutgoingState,
    Way,
    moved,
    taken,
    tried_anew,
    tried_in_vain,
)
from onepresence_desktop.domain.people import CustomerId

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
MAIL = Outgoing("o", CustomerId("firm"), Way.EMAIL, "mette@example.com", "Hej", NOW, NOW)


def test_pauses_between_tries_double_up_to_an_hour() -> None:
    outgoing, pauses, now = MAIL, [], NOW
    for _ in range(20):
        outgoing = tried_in_vain(outgoing, now, "refused_for_now")
        pauses.append(outgoing.next_try - now)
        now = outgoing.next_try
    assert pauses[:3] == [FIRST_PAUSE, FIRST_PAUSE * 2, FIRST_PAUSE * 4]
    assert max(pauses) == LONGEST_PAUSE
    assert (outgoing.tries, outgoing.reason, outgoing.state) == (20, "refused_for_now", OutgoingState.QUEUED)


def test_the_last_try_is_made_a_day_after_it_was_written_and_then_it_has_failed() -> None:
    late = tried_in_vain(MAIL, NOW + GIVEN_UP_AFTER - timedelta(seconds=1), "away")
    assert (late.state, late.next_try) == (OutgoingState.QUEUED, NOW + GIVEN_UP_AFTER)
    failed = tried_in_vain(late, NOW + GIVEN_UP_AFTER, "away")
    assert (failed.state, failed.reason, failed.tries) == (OutgoingState.FAILED, "away", 2)


def test_a_state_only_moves_forward() -> None:
    sent = moved(MAIL, OutgoingState.SENT, reference="gateway-1")
    delivered = moved(sent, OutgoingState.DELIVERED)
    assert (sent.state, delivered.state, delivered.reference) == (
        OutgoingState.SENT, OutgoingState.DELIVERED, "gateway-1"
    )  # fmt: skip
    assert moved(delivered, OutgoingState.FAILED, reason="late news") is delivered
    assert moved(sent, OutgoingState.QUEUED) is sent


def test_what_is_soon_worth_nothing_is_given_up_then() -> None:
    code = replace(MAIL, ends_at=NOW + timedelta(minutes=10))
    waiting = tried_in_vain(replace(code, tries=9), NOW + timedelta(minutes=9), "away")
    assert (waiting.state, waiting.next_try) == (OutgoingState.QUEUED, NOW + timedelta(minutes=10))
    assert tried_in_vain(code, NOW + timedelta(minutes=10), "away").state is OutgoingState.FAILED


def test_an_sms_whose_try_nobody_noted_is_in_doubt_and_a_mail_is_not() -> None:
    sms = replace(MAIL, way=Way.SMS)
    once = taken(sms)
    assert (once.doubt, once.reason) == (False, UNDER_WAY)
    assert taken(once).doubt
    assert taken(replace(taken(once), reason="")).doubt
    assert not taken(taken(replace(sms, way=Way.EMAIL))).doubt


def test_what_has_failed_is_tried_anew_for_another_day_and_under_its_name() -> None:
    failed = replace(MAIL, state=OutgoingState.FAILED, tries=9, reason="550 No such user", doubt=True)
    later = NOW + timedelta(days=3)
    assert tried_anew(failed, later) == replace(MAIL, created_at=later, next_try=later, doubt=True)
    for state in set(OutgoingState) - {OutgoingState.FAILED}:
        other = replace(MAIL, state=state)
        assert tried_anew(other, later) is other


def test_an_sms_that_was_handed_over_without_an_answer_may_come_twice_and_a_mail_has_its_name() -> None:
    for way, doubt in ((Way.SMS, True), (Way.EMAIL, False)):
        assert tried_in_vain(replace(MAIL, way=way), NOW, "time_out", perhaps=True).doubt is doubt
        assert not tried_in_vain(replace(MAIL, way=way), NOW, "unreachable").doubt
