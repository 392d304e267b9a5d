"""Calls to numbers that nobody has: each has its line, with the reason and the way it went (spec 7.1, 7.3, 7.5)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain.calls import CallState, Cause, Party, TraceEntry, TraceKind
from tests.pbx.office import running
from tests.pbx.phones import TestPhones
from tests.pbx.services.test_calls import OUTSIDE, Company

ENDED = CallState.ENDED


def nobody(number: str) -> tuple[TraceEntry, ...]:
    """As the router tells it."""
    return TraceEntry(TraceKind.DIALLED, number), TraceEntry(TraceKind.UNKNOWN_NUMBER, number)


def told(record: dict[str, Any]) -> tuple[Any, ...]:
    """Which way, to or from whom, why it came to nothing, and the last step of its way."""
    last = record["trace"][-1]
    return record["direction"], record["number"], record["cause"], last["kind"], last["number"]


async def test_what_was_keyed_and_nobody_has_stands_in_the_callers_history(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        desk = firm.party("1002101", "desk")
        firm.report(ENDED, desk, Party("2999"), dialled="2999", cause=Cause.NUMBER_UNKNOWN, trace=nobody("2999"))
        (record,) = await firm.records("1002101")
        assert told(record) == ("outgoing", "2999", "number_unknown", "unknown_number", "2999")


@pytest.mark.parametrize(
    ("clicked", "code", "cause", "kind"),
    [
        ("1002999", "number_refused", "number_unknown", "unknown_number"),
        ("+45 33 12 34 56", "no_line_out", "unreachable", "no_line_out"),
    ],
)
async def test_a_click_that_rings_nowhere_stands_in_the_history_with_its_reason(
    tmp_path: Path, clicked: str, code: str, cause: str, kind: str
) -> None:
    async with running(tmp_path, phones=TestPhones(line_out=False)) as office:
        firm = await Company.made(office)
        anders = await office.caller("1002101")
        refused = await anders.post("/v1/calls", {"to": clicked})
        assert refused.json()["code"] == code
        (record,) = await firm.records("1002101")
        assert [step["kind"] for step in record["trace"]] == ["dialled", kind]
        assert (record["direction"], record["cause"], record["device"]) == ("outgoing", cause, "desk")
        assert record["number"] == record["trace"][0]["number"] == clicked.replace(" ", "")
        assert not [verb for verb in office.phones.done if verb[0] == "originate"]


@pytest.mark.parametrize("readable", [True, False])
async def test_a_number_of_the_company_that_nobody_has_is_missed_by_who_attends(tmp_path: Path, readable: bool) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        await office.person("1002104", "Rikke", role="receptionist")
        written = "+4570109999" if readable else "70-no"
        for party in (OUTSIDE, Party("")):
            office.phones.progress(
                f"c{party.number}", firm.customer, ENDED, party, Party(written), dialled=written,
                cause=Cause.NUMBER_UNKNOWN, trace=nobody(written if readable else ""),
            )  # fmt: skip
        records = await firm.records("1002104", 2)
        assert {told(one) for one in records} == {
            ("missed", number, "number_unknown", "unknown_number", written) for number in (OUTSIDE.number, "")
        }
        for number in ("1002101", "1002102", "1002103"):
            assert await firm.records(number, 0) == []


async def test_without_a_reception_the_administrators_have_missed_it(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        await office.person("1002104", "Rikke", role="administrator")
        firm.report(ENDED, OUTSIDE, Party("+4570109999"), cause=Cause.NUMBER_UNKNOWN, trace=nobody("+4570109999"))
        (record,) = await firm.records("1002104")
        assert told(record)[0] == "missed"


async def test_who_hangs_up_in_a_menu_leaves_no_line_with_anybody(tmp_path: Path) -> None:
    """Only a number that nobody has is everybody's care (spec 7.5)."""
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        await office.person("1002104", "Rikke", role="receptionist")
        company = Party("+4570102100", "Firm")
        trace = (TraceEntry(TraceKind.DIALLED, company.number), TraceEntry(TraceKind.COMPANY, company.number, "Firm"))
        firm.report(CallState.VOICEMAIL, OUTSIDE, company, trace=trace)
        firm.report(ENDED, OUTSIDE, company, cause=Cause.NORMAL, trace=trace)
        for number in ("1002101", "1002102", "1002103", "1002104"):
            assert await firm.records(number, 0) == []


async def test_what_was_answered_outside_by_who_was_rung_beside_us_is_missed_by_nobody(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        mette = firm.party("1002102")
        firm.report(CallState.RINGING, OUTSIDE, mette, rang=(mette.user_id,))
        firm.report(ENDED, OUTSIDE, mette, cause=Cause.ANSWERED_ELSEWHERE, rang=(mette.user_id,))
        (record,) = await firm.records("1002102")
        assert (record["direction"], record["cause"], record["duration"]) == ("incoming", "answered_elsewhere", "P0D")
