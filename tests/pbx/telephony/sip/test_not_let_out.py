"""Calls that are told why they aren't let out end with that reason, not as if somebody had spoken (spec 7.1, 12.1a)."""

from __future__ import annotations

from typing import Any

import pytest

from onepresence_desktop.domain.calls import Cause, TraceEntry, TraceKind
from onepresence_desktop.domain.steps import Trunk
from tests.pbx.telephony.sip.test_trunk_calls import OUTSIDE, SWEDEN, Lines


def no_line() -> Lines:
    lines = Lines()
    lines.world.engine.trunks.set([])
    return lines


def no_line_for_help() -> Lines:
    lines = no_line()
    step = Trunk("112", emergency=True, trace=(TraceEntry(TraceKind.EMERGENCY, "112"),))
    lines.world.router.route = lambda *_, **__: step  # type: ignore[method-assign]
    return lines


def all_lines_down() -> Lines:
    lines = Lines()
    lines.provider.vanish()
    lines.world.clock.run(200)
    return lines


def too_many() -> Lines:
    lines = Lines(calls_an_hour=1)
    lines.world.phones[0].hang_up(lines.call_out())
    lines.world.clock.run(2)
    return lines


def all_busy() -> Lines:
    lines = Lines(max_calls=1)
    lines.world.phones[1].dial(OUTSIDE)
    lines.world.clock.run(3)
    return lines


WAYS: dict[str, tuple[Any, str, Cause]] = {
    "no line": (no_line, OUTSIDE, Cause.UNREACHABLE),
    "no line for help": (no_line_for_help, "112", Cause.UNREACHABLE),
    "all lines down": (all_lines_down, OUTSIDE, Cause.UNREACHABLE),
    "abroad": (Lines, SWEDEN, Cause.REJECTED),
    "premium": (Lines, "+4590123456", Cause.REJECTED),
    "too many within an hour": (too_many, OUTSIDE, Cause.REJECTED),
    "all lines busy": (all_busy, OUTSIDE, Cause.BUSY),
}


@pytest.mark.parametrize("listens", [True, False], ids=["listens to the end", "hangs up before"])
@pytest.mark.parametrize(("make", "number", "cause"), WAYS.values(), ids=WAYS)
def test_a_call_that_is_not_let_out_ends_with_the_reason(make: Any, number: str, cause: Cause, listens: bool) -> None:
    lines = make()
    dialog = lines.world.phones[0].dial(number)
    lines.world.clock.run(2)
    if not listens:
        lines.world.phones[0].hang_up(dialog)
    lines.world.clock.run(15)
    told = [event for event in lines.world.progress() if event.dialled == number and event.cause is not None]
    assert told[-1].cause is cause


def test_a_call_for_help_without_a_line_is_still_told_as_one() -> None:
    lines = no_line_for_help()
    lines.world.phones[0].dial("112")
    lines.world.clock.run(15)
    kinds = [entry.kind for entry in lines.world.progress()[-1].trace]
    assert TraceKind.EMERGENCY in kinds and kinds[-1] is TraceKind.TRUNK
