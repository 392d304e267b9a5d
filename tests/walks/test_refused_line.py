"""A line whose provider doesn't let us in: the doctor says so, in the provider's own words (spec 12.4e)."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from tests.support.exchange import Exchange
from tests.support.phones import free_host
from tests.support.provider import ACCOUNT, Provider
from tests.support.waiting import eventually

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
