"""A line whose provider doesn't let us in, or none at all: what is said of it, and of the calls (spec 12.4e, 7.1)."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from tests.support.exchange import Exchange
from tests.support.phones import free_host
from tests.support.provider import ACCOUNT, Provider
from tests.support.waiting import eventually
from tests.walks.test_calls import history

pytestmark = pytest.mark.phones


async def test_a_refused_registration_stands_in_the_doctors_report_with_what_the_provider_said(tmp_path: Path) -> None:
    async with (
        Exchange(tmp_path, people=1) as office,
        Provider(tmp_path / "provider", {"+4520304050": free_host()}) as at,
    ):
        line = ("--server", at.host, "--user", ACCOUNT, "--password", "wrong", "--register")
        await asyncio.to_thread(office.service.cli, "trunk", "add", "Line", *line)

        async def down() -> dict[str, Any] | None:
            report = await asyncio.to_thread(office.service.cli, "doctor", check=False)
            return next((one for one in report["findings"] if one["code"] == "trunk_down"), None)

        found = await eventually(down, every=1.0)
        assert found is not None and found["values"]["said"].startswith("401"), found
        administrator = await office.client(office.numbers[0])
        seen = await administrator("GET", "/v1/doctor")
        assert found["values"]["said"] in {one["values"].get("said") for one in seen["findings"]}


async def test_a_call_out_of_a_company_without_a_line_is_kept_as_not_reached_wherever_it_is_read(
    tmp_path: Path,
) -> None:
    async with Exchange(tmp_path, people=1) as office:
        anders = await office.client(office.numbers[0])
        phone = await office.phone(office.numbers[0])
        live = await office.follow(anders)
        for number in ("+4533123456", "112"):
            since = len(phone.events)
            await phone.dial(number)
            await phone.until("CALL_CLOSED", since=since)
        for record in await history(anders, least=2):
            assert (record["direction"], record["cause"]) == ("outgoing", "unreachable"), record
            assert record["duration"] == "P0D" and not record.get("voicemail"), record
            assert record["trace"][-1]["why"] == "no_line", record
        ended = [data for _, event, data in live.events if event == "call" and data["state"] == "ended"]
        assert {call["cause"] for call in ended} == {"unreachable"}
        exported = await anders("GET", "/v1/me/calls/export")
        lines = [line.split(",") for line in exported.decode().splitlines()[1:]]
        assert [line[-2:] for line in lines] == [["unreachable", "no"]] * 2
