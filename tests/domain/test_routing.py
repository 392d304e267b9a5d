"""Where calls go and why (spec 3.6, 3.7, 7.3)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onepresence_desktop.domain.calls import Cause, TraceKind
from onepresence_desktop.domain.diversion import (
    OPEN,
    RECEPTION,
    VOICEMAIL,
    Destination,
    DestinationKind,
    Forwarding,
    ForwardingDefaults,
    Reason,
)
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.routing import Hop, Reject, Ring, Step, Trunk, Voicemail, route
from tests.domain.company import ANDERS, BERIT, CARL, DORTE, NOW, NUMBERS, RECEPTION_NUMBER, dial_plan, diverted, to


def kinds(step: Step) -> list[str]:
    return [entry.kind.value for entry in step.trace]


@pytest.mark.parametrize("dialled", ["1002101", "2101", "+4533121011"])
def test_a_user_is_reached_by_local_number_extension_and_onenumber(dialled: str) -> None:
    step = route(dialled, dial_plan(), NOW)
    assert isinstance(step, Ring)
    assert step.user_id == ANDERS


def test_all_phones_of_a_user_ring_but_not_the_number_over_the_trunk() -> None:
    step = route("2101", dial_plan(), NOW)
    assert isinstance(step, Ring)
    assert step.devices == ("a1", "a2")
    assert step.seconds == 20
    assert kinds(step) == ["dialled", "rang"]


def test_no_reply_busy_and_unreachable_lead_to_the_mailbox_each_with_its_kind() -> None:
    step = route("2101", dial_plan(), NOW)
    assert isinstance(step, Ring)
    for failed, forwarding in [
        (step.busy, Forwarding.CFB),
        (step.no_reply, Forwarding.CFNR),
        (step.unreachable, Forwarding.CFNRC),
    ]:
        assert isinstance(failed, Voicemail)
        assert (failed.user_id, failed.forwarding, failed.diversion) == (ANDERS, forwarding, None)
        assert kinds(failed) == ["dialled", "rang", "forwarded", "voicemail"]
        assert failed.trace[2].why == forwarding


def test_a_diversion_sends_the_call_to_the_mailbox_with_its_reason() -> None:
    away = diverted(ANDERS, VOICEMAIL)
    step = route("2101", dial_plan(away), NOW)
    assert isinstance(step, Voicemail)
    assert step.forwarding is Forwarding.CFU
    assert step.diversion == away
    assert kinds(step) == ["dialled", "diverted", "voicemail"]
    assert (step.trace[1].why, step.trace[1].until) == (Reason.LUNCH, away.ends_at)


def test_a_diversion_to_a_colleague_rings_the_colleague_and_tells_whom_the_call_was_for() -> None:
    step = route("2101", dial_plan(diverted(ANDERS, to("2102"))), NOW)
    assert isinstance(step, Ring)
    assert step.user_id == BERIT
    assert step.hops == (Hop("1002101", Forwarding.CFU, Reason.LUNCH),)
    assert isinstance(step.no_reply, Voicemail)
    assert step.no_reply.user_id == BERIT


def test_after_its_end_a_diversion_no_longer_counts() -> None:
    away = diverted(ANDERS, VOICEMAIL)
    assert away.ends_at is not None
    assert isinstance(route("2101", dial_plan(away), away.ends_at), Ring)


def test_open_only_shows_the_reason() -> None:
    assert isinstance(route("2101", dial_plan(diverted(ANDERS, OPEN)), NOW), Ring)


def test_a_diversion_to_the_reception_rings_the_group_without_closed_members() -> None:
    step = route("2101", dial_plan(diverted(ANDERS, RECEPTION)), NOW)
    assert isinstance(step, Ring)
    assert (step.group_id, step.devices) == ("g", ("b1",))


def test_a_group_that_was_dialled_has_nowhere_else_to_lead() -> None:
    step = route(RECEPTION_NUMBER, dial_plan(), NOW)
    assert isinstance(step, Ring)
    assert step.busy == Reject(Cause.BUSY, step.hops, step.trace)
    assert isinstance(step.no_reply, Reject)
    assert step.no_reply.cause is Cause.NO_ANSWER
    assert isinstance(step.unreachable, Reject)


def test_whom_the_reception_does_not_serve_comes_to_the_mailbox_of_the_one_who_diverted_there() -> None:
    step = route("2101", dial_plan(diverted(ANDERS, RECEPTION)), NOW)
    assert isinstance(step, Ring)
    for failed in (step.busy, step.no_reply, step.unreachable):
        assert isinstance(failed, Voicemail)
        assert (failed.user_id, failed.forwarding, failed.hops) == (ANDERS, Forwarding.CFU, ())
        assert failed.diversion is not None and failed.diversion.reason is Reason.LUNCH
        assert kinds(failed) == ["dialled", "diverted", "group", "voicemail"]


def test_a_reception_without_phones_leaves_the_mailbox() -> None:
    known = dial_plan(diverted(ANDERS, RECEPTION))
    step = route("2101", replace(known, devices={ANDERS: known.devices[ANDERS]}), NOW)
    assert isinstance(step, Voicemail) and step.user_id == ANDERS
    assert kinds(step) == ["dialled", "diverted", "group", "no_device", "voicemail"]


def test_without_a_reception_the_mailbox_takes_the_call() -> None:
    step = route("2101", dial_plan(diverted(ANDERS, RECEPTION), reception=False), NOW)
    assert isinstance(step, Voicemail)
    assert step.user_id == ANDERS


def test_a_group_nobody_can_be_rung_in_is_unreachable() -> None:
    empty = dial_plan()
    step = route(
        RECEPTION_NUMBER, type(empty)(empty.customer, groups=empty.groups, groups_by_number=empty.groups_by_number), NOW
    )
    assert isinstance(step, Reject)
    assert step.cause is Cause.UNREACHABLE


def test_a_diversion_to_an_external_number_leaves_by_the_trunk() -> None:
    step = route("2101", dial_plan(diverted(ANDERS, to("+4533123456"))), NOW)
    assert isinstance(step, Trunk)
    assert (step.number, step.emergency) == ("+4533123456", False)


@pytest.mark.parametrize("forwarding", ["cfu", "busy", "no_reply", "unreachable"])
def test_while_there_is_no_line_out_the_mailbox_takes_what_was_sent_to_a_number_outside(forwarding: str) -> None:
    outside = to("+4533123456")
    if forwarding == "cfu":
        plan = dial_plan(diverted(ANDERS, outside))
        step: Step = route("2101", replace(plan, line_out=False), NOW)
    else:
        plan = dial_plan(defaults={ANDERS: ForwardingDefaults(**{forwarding: outside})})
        ring = route("2101", replace(plan, line_out=False), NOW)
        assert isinstance(ring, Ring)
        step = getattr(ring, forwarding)
    assert isinstance(step, Voicemail)
    assert step.user_id == ANDERS
    assert [entry.kind for entry in step.trace][-2:] == [TraceKind.NO_LINE_OUT, TraceKind.VOICEMAIL]


def test_who_has_no_phone_is_unreachable_and_goes_where_cfnrc_says() -> None:
    step = route("2103", dial_plan(), NOW)
    assert isinstance(step, Voicemail)
    assert (step.user_id, step.forwarding) == (CARL, Forwarding.CFNRC)
    assert TraceKind.NO_DEVICE in [e.kind for e in step.trace]


def test_a_closed_user_and_an_unknown_number_are_refused() -> None:
    closed = route("2104", dial_plan(), NOW)
    assert isinstance(closed, Reject)
    assert closed.cause is Cause.UNREACHABLE
    unknown = route("2999", dial_plan(), NOW)
    assert isinstance(unknown, Reject)
    assert unknown.cause is Cause.NUMBER_UNKNOWN


def test_a_loop_ends_in_the_mailbox_where_it_closed() -> None:
    step = route("2101", dial_plan(diverted(ANDERS, to("2102")), diverted(BERIT, to("2101"))), NOW)
    assert isinstance(step, Voicemail)
    assert step.user_id == BERIT
    assert kinds(step) == ["dialled", "diverted", "diverted", "loop", "voicemail"]


def test_defaults_may_lead_to_a_colleague_or_nowhere() -> None:
    defaults = ForwardingDefaults(busy=to("2102"), no_reply=OPEN, no_reply_seconds=9, unreachable=OPEN)
    step = route("2101", dial_plan(defaults={ANDERS: defaults}), NOW)
    assert isinstance(step, Ring)
    assert step.seconds == 9
    assert isinstance(step.busy, Ring)
    assert step.busy.user_id == BERIT
    assert step.no_reply == Reject(Cause.NO_ANSWER, (), step.no_reply.trace)
    assert isinstance(step.unreachable, Reject)
    assert step.unreachable.cause is Cause.UNREACHABLE


def _steps(step: Step) -> list[Step]:
    if isinstance(step, Ring):
        return [step] + [s for n in (step.busy, step.no_reply, step.unreachable) for s in _steps(n)]
    return [step]


destinations = st.sampled_from(
    [VOICEMAIL, RECEPTION, OPEN, to("2101"), to("2102"), to("2103"), to("2104"), to("2999"), to("+4533123456")]
    + [Destination(DestinationKind.NUMBER, None)]
)


@given(st.dictionaries(st.sampled_from([ANDERS, BERIT, CARL]), destinations), st.data())
def test_every_combination_of_diversions_and_defaults_ends_somewhere(
    away: dict[UserId, Destination], data: st.DataObject
) -> None:
    defaults = {
        user: ForwardingDefaults(data.draw(destinations), data.draw(destinations), 10, data.draw(destinations))
        for user in (ANDERS, BERIT, CARL)
    }
    firm = dial_plan(*(diverted(u, d) for u, d in away.items()), defaults=defaults)
    for step in _steps(route("2101", firm, NOW)):
        users = [h.number for h in step.hops]
        assert len(users) == len(set(users)), "nobody is passed twice"
        assert step.trace[0].kind is TraceKind.DIALLED


@pytest.mark.parametrize("left", ["1002999", NUMBERS[DORTE]])
def test_who_diverted_to_a_colleague_that_has_left_has_a_mailbox_for_their_callers(left: str) -> None:
    away = diverted(ANDERS, Destination(DestinationKind.NUMBER, left))
    step = route(NUMBERS[ANDERS], replace(dial_plan(), diversions={ANDERS: (away,)}), NOW)
    assert isinstance(step, Voicemail) and step.user_id == ANDERS
    forwarding = replace(ForwardingDefaults(), unreachable=Destination(DestinationKind.NUMBER, left))
    step = route(NUMBERS[CARL], replace(dial_plan(), defaults={CARL: forwarding}), NOW)
    assert isinstance(step, Voicemail) and step.user_id == CARL
