"""The call history, filtered and as a sheet; and what a user may change of their own (spec 7.4, 9.1)."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain.calls import CallId, CallRecord, Cause, Direction
from onepresence_desktop.domain.people import CustomerId, UserId
from tests.pbx.office import START, As, Running, running

IN, OUT, MISSED = Direction.INCOMING, Direction.OUTGOING, Direction.MISSED
CALLS = (
    ("1", IN, "+4570101155", "Karen Kunde", 0, 65),
    ("2", OUT, "+4533123456", "Søren Ågård", 60, 5),
    ("3", MISSED, "+4520123456", "", 120, 0),
    ("4", MISSED, "", "", 24 * 60, 0),
    ("5", IN, "+46812345678", "=cmd|' /C calc'!A0", 48 * 60, 600),
)
"""id, direction, number, name, minutes before the office's clock, seconds talked."""


async def filled(office: Running) -> tuple[As, As]:
    """Two users, the first with calls."""
    customer = CustomerId(await office.company())
    user = UserId(await office.person("1002101", "Anders Holmvig"))
    other = UserId(await office.person("1002102", "Mette Lundgaard"))
    async with office.service.store.unit(customer) as unit:
        for id, direction, number, name, minutes, seconds in CALLS:
            record = CallRecord(
                id,
                CallId(id),
                user,
                direction,
                number,
                name,
                START - timedelta(minutes=minutes),
                timedelta(seconds=seconds),
                Cause.NORMAL,
                device="desk",
            )
            await unit.history.put(record)
        await unit.history.put(replace(record, id="other", user_id=other))
    return await office.caller("1002101"), await office.caller("1002102")


@pytest.mark.parametrize(
    ("params", "ids"),
    [
        ({}, "12345"),
        ({"kind": "missed"}, "34"),
        ({"kind": "incoming"}, "15"),
        ({"q": "karen"}, "1"),
        ({"q": "soren ag"}, "2"),
        ({"q": "33 12 34"}, "2"),
        ({"q": "+46 8 123"}, "5"),
        ({"q": "004520"}, "3"),
        ({"q": "%"}, ""),
        ({"q": "_"}, ""),
        ({"q": "k", "kind": "incoming"}, "1"),
        ({"from": "2026-11-24T00:00:00Z"}, "123"),
        ({"to": "2026-11-24T00:00:00Z"}, "45"),
        ({"from": "2026-11-23T00:00:00+01:00", "to": "2026-11-24T00:00:00+01:00"}, "4"),
        ({"before": "2026-11-24T09:00:00Z"}, "345"),
    ],
)
async def test_the_history_is_filtered(tmp_path: Path, params: dict[str, str], ids: str) -> None:
    async with running(tmp_path) as office:
        anders, _ = await filled(office)
        found = (await anders.get("/v1/me/calls", params=params)).json()
        assert "".join(record["id"] for record in found) == ids


async def test_a_name_that_was_not_known_then_is_todays_contacts(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, mette = await filled(office)
        await anders.post("/v1/me/contacts", {"name": "Ole", "numbers": [{"number": "20123456"}]})
        assert (await anders.get("/v1/me/calls", params={"kind": "missed"})).json()[0]["name"] == "Ole"
        assert [r["id"] for r in (await mette.get("/v1/me/calls")).json()] == ["other"]


async def test_the_history_goes_out_as_a_sheet_that_runs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onepresence_desktop.pbx.services.history.EXPORTED_AT_ONCE", 2)
    async with running(tmp_path) as office:
        anders, _ = await filled(office)
        answer = await anders.get("/v1/me/calls/export")
        assert answer.headers["content-type"].startswith("text/csv")
        rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
        assert [row["name"] for row in rows] == ["Karen Kunde", "Søren Ågård", "", "", "'=cmd|' /C calc'!A0"]
        assert rows[0] == {
            "at": "2026-11-24 11:00:00",
            "kind": "incoming",
            "number": "+4570101155",
            "name": "Karen Kunde",
            "seconds": "65",
            "device": "desk",
            "forwarded_by": "",
            "cause": "normal",
            "voicemail": "no",
        }
        one = await anders.get("/v1/me/calls/export", params={"q": "karen"})
        assert one.text.count("\r\n") == 2


@pytest.mark.parametrize(
    "params",
    [{"from": "2026-11-24T00:00:00"}, {"to": "2026-11-24T00:00:00"}, {"kind": "strange"}, {"q": "a b c d e f g h i"}],
)
async def test_a_filter_that_makes_no_sense_is_refused(tmp_path: Path, params: dict[str, str]) -> None:
    async with running(tmp_path) as office:
        anders, _ = await filled(office)
        for path in ("/v1/me/calls", "/v1/me/calls/export"):
            assert (await anders.get(path, params=params)).status_code == 422


WEEK: list[list[dict[str, str]]] = [[{"start": "08:00", "end": "12:00"}, {"start": "12:30", "end": "16:00"}]] * 5 + [
    [],
    [],
]


async def test_a_user_changes_mobile_language_and_hours_and_nothing_else(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, _ = await filled(office)
        body = {"mobile": "20 12 34 56", "language": "sv", "hours": WEEK, "role": "administrator", "name": "Chef"}
        me = (await anders.patch("/v1/me", body)).json()
        assert (me["mobile"], me["language"], me["role"], me["name"]) == ("+4520123456", "sv", "user", "Anders Holmvig")
        assert me["hours"]["days"][0] == [
            {"start": "08:00:00", "end": "12:00:00"},
            {"start": "12:30:00", "end": "16:00:00"},
        ]
        assert me == (await anders.get("/v1/me")).json()
        assert (await anders.patch("/v1/me", {})).json() == me
        assert (await anders.patch("/v1/me", {"mobile": None})).json()["mobile"] is None


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"mobile": "mette"}, "mobile"),
        ({"hours": [[{"start": "08:00", "end": "08:00"}]] + [[]] * 6}, "hours[0]"),
        ({"hours": [[]] * 6 + [[{"start": "08:00", "end": "12:00"}, {"start": "11:00", "end": "13:00"}]]}, "hours[6]"),
    ],
)
async def test_what_cannot_be_is_refused_by_name(tmp_path: Path, body: dict[str, Any], field: str) -> None:
    async with running(tmp_path) as office:
        anders, _ = await filled(office)
        before = (await anders.get("/v1/me")).json()
        answer = await anders.patch("/v1/me", body)
        assert (answer.status_code, answer.json()["details"]["field"]) == (422, field)
        assert (await anders.patch("/v1/me", {"hours": [[]]})).status_code == 422
        assert (await anders.patch("/v1/me", {"hours": [[{"start": "8", "end": "9"}]] * 7})).status_code == 422
        assert (await anders.get("/v1/me")).json() == before
