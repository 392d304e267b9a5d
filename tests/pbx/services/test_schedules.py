"""Recurring absences divert calls when they come, on the server's clock (spec 3.4, 3.5, 3.8, 2.9)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain.calls import Party
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.domain.routing import Ring, Voicemail
from tests.pbx.office import START, Running, follow, running
from tests.pbx.phones import TestClock
from tests.support.waiting import eventually

VOICEMAIL = {"kind": "voicemail"}
LUNCH: dict[str, Any] = {
    "title": "Frokost",
    "rrule": "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
    "start": "2026-11-02T12:00:00",
    "duration": "PT30M",
    "reason": "lunch",
    "destination": VOICEMAIL,
    "note": "i kantinen",
    "reception_note": "haster ikke",
}
"""The office's clock begins on Tuesday, 24 November 2026, at 11:00 in Copenhagen."""


async def two(office: Running) -> None:
    await office.company()
    await office.person("1002101", "Anders Holmvig", role="administrator")
    await office.person("1002102", "Mette Lundgaard")


def step(office: Running, number: str) -> object:
    assert office.phones.router is not None
    return office.phones.router.route(Party(""), CustomerId(office.ids["100"]), number)


async def test_an_occurrence_begins_and_ends_by_itself_and_everyone_hears_of_it(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders, mette = await office.caller("1002101"), await office.caller("1002102")
        async with follow(mette) as events:
            await events.next("snapshot")
            made = await anders.post("/v1/me/schedules", LUNCH)
            assert made.status_code == 201
            assert made.json()["time_zone"] == "Europe/Copenhagen"
            listed = (await anders.get("/v1/me/diversions")).json()
            assert [(d["from"], d["origin"], d["title"]) for d in listed["coming"]] == [
                ("2026-11-24T11:00:00Z", "schedule", "Frokost"),
                ("2026-11-25T11:00:00Z", "schedule", "Frokost"),
            ]
            assert isinstance(step(office, "2101"), Ring)
            office.clock.pass_(hours=1)
            office.wake()
            _, _, seen = await events.next("presence")
            assert (seen["reason"], seen["title"], seen["note"]) == ("lunch", "Frokost", "i kantinen")
            assert seen["until"] == "2026-11-24T11:30:00Z"
            assert isinstance(step(office, "2101"), Voicemail)
            office.clock.pass_(minutes=30)
            office.wake()
            _, _, seen = await events.next("presence")
            assert seen["reason"] is None
        assert isinstance(step(office, "2101"), Ring)


async def test_it_goes_on_for_days_without_anyone_asking(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders = await office.caller("1002101")
        await anders.post("/v1/me/schedules", LUNCH)
        for day in range(1, 9):
            office.clock.moment = START + timedelta(days=day, hours=1, minutes=5)
            office.wake()
            weekend = office.clock.moment.weekday() >= 5

            async def as_it_should(weekend: bool = weekend) -> bool:
                current = (await anders.get("/v1/me/diversions")).json()["current"]
                return len(current) == (0 if weekend else 1)

            await eventually(as_it_should)
            assert isinstance(step(office, "2101"), Ring if weekend else Voicemail)


async def test_schedules_survive_a_restart_and_count_before_the_first_call(tmp_path: Path) -> None:
    clock = TestClock(START)
    async with running(tmp_path, clock=clock) as office:
        await two(office)
        anders = await office.caller("1002101")
        made = (await anders.post("/v1/me/schedules", {**LUNCH, "exdates": ["2026-11-30"]})).json()
        ids = dict(office.ids)
    clock.pass_(hours=1, minutes=10)
    async with running(tmp_path, clock=clock) as office:
        office.ids = ids
        assert isinstance(step(office, "2101"), Voicemail)
        anders = await office.caller("1002101")
        assert (await anders.get("/v1/me/schedules")).json() == [made]
        await office.person("1002103", "Ny Kollega")
        assert isinstance(step(office, "2101"), Voicemail)


async def test_by_hand_counts_before_the_schedule_and_the_schedule_comes_back(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders = await office.caller("1002101")
        await anders.post("/v1/me/schedules", LUNCH)
        office.clock.pass_(hours=1, minutes=5)
        by_hand = (await anders.post("/v1/me/diversions", {"preset": "break"})).json()
        current = (await anders.get("/v1/me/diversions")).json()["current"]
        assert [(d["origin"], d["why"]) for d in current] == [("manual", "counts"), ("schedule", "less_than_manual")]
        await anders.delete(f"/v1/me/diversions/{by_hand['id']}")
        current = (await anders.get("/v1/me/diversions")).json()["current"]
        assert [(d["origin"], d["why"]) for d in current] == [("schedule", "counts")]


async def test_opening_the_phone_skips_this_occurrence_only(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders = await office.caller("1002101")
        await anders.post("/v1/me/schedules", LUNCH)
        office.clock.pass_(hours=1, minutes=5)
        assert isinstance(step(office, "2101"), Voicemail)
        async with follow(anders) as events:
            await events.next("snapshot")
            await anders.delete("/v1/me/diversions")
            _, _, schedule = await events.next("schedule")
            assert schedule["exdates"] == ["2026-11-24"]
        assert isinstance(step(office, "2101"), Ring)
        coming = (await anders.get("/v1/me/diversions")).json()["coming"]
        assert [d["from"] for d in coming] == ["2026-11-25T11:00:00Z"]
        assert (await anders.delete(f"/v1/me/diversions/{coming[0]['id']}")).status_code == 204
        assert (await anders.get("/v1/me/diversions")).json()["coming"] == []
        (schedule,) = (await anders.get("/v1/me/schedules")).json()
        assert schedule["exdates"] == ["2026-11-24", "2026-11-25"]


async def test_an_occurrence_is_changed_in_its_schedule(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders = await office.caller("1002101")
        made = (await anders.post("/v1/me/schedules", LUNCH)).json()
        occurrence = (await anders.get("/v1/me/diversions")).json()["coming"][0]["id"]
        refused = await anders.patch(f"/v1/me/diversions/{occurrence}", {"note": "x"})
        assert (refused.status_code, refused.json()["code"]) == (409, "conflict")
        async with follow(anders) as events:
            _, _, snapshot = await events.next("snapshot")
            assert snapshot["private"]["schedules"] == [made]
            changed = await anders.patch(f"/v1/me/schedules/{made['id']}", {"start": "2026-11-02T11:00:00"})
            assert changed.json() == {**made, "start": "2026-11-02T11:00:00"}
            _, _, told = await events.next("schedule")
            assert told == changed.json()
            _, _, seen = await events.next("diversions")
            assert [d["from"] for d in seen["current"]] == ["2026-11-24T10:00:00Z"]
            assert (await anders.delete(f"/v1/me/schedules/{made['id']}")).status_code == 204
            assert (await events.next("schedule_removed"))[2] == {"id": made["id"]}
        assert isinstance(step(office, "2101"), Ring)
        assert (await anders.delete(f"/v1/me/schedules/{made['id']}")).status_code == 404


async def test_occurrences_of_a_window_say_which_counts_when(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders = await office.caller("1002101")
        schedule = (await anders.post("/v1/me/schedules", LUNCH)).json()
        body = {"reason": "meeting", "from": "2026-11-26T11:15:00Z", "duration": "PT1H"}
        meeting = (await anders.post("/v1/me/diversions", body)).json()["id"]
        window = {"from": "2026-11-26T00:00:00+01:00", "to": "2026-11-28T00:00:00+01:00"}
        answer = (await anders.get("/v1/me/occurrences", params=window)).json()
        thursday, friday = f"{schedule['id']}@2026-11-26", f"{schedule['id']}@2026-11-27"
        assert [(o["id"], o["schedule_id"], o["origin"]) for o in answer["occurrences"]] == [
            (thursday, schedule["id"], "schedule"),
            (meeting, None, "manual"),
            (friday, schedule["id"], "schedule"),
        ]
        assert [(s["id"], s["from"][11:16], s["until"][11:16]) for s in answer["counts"]] == [
            (thursday, "11:00", "11:15"),
            (meeting, "11:15", "12:15"),
            (friday, "11:00", "11:30"),
        ]
        fortnight = (await anders.get("/v1/me/occurrences")).json()
        assert len(fortnight["occurrences"]) == 11
        for bad in ({"from": "2026-11-26T00:00:00"}, {"to": "2026-11-01T00:00:00Z"}, {"to": "2036-01-01T00:00:00Z"}):
            assert (await anders.get("/v1/me/occurrences", params=bad)).status_code == 422


@pytest.mark.parametrize(
    ("wrong", "field", "problem"),
    [
        ({"rrule": "FREQ=SECONDLY"}, "rrule", "too_often"),
        ({"rrule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"}, "rrule", "never"),
        ({"rrule": "every day"}, "rrule", "malformed"),
        ({"start": "2026-11-02T12:00:00Z"}, "start", "time_zone"),
        ({"duration": "PT0S"}, "duration", "out_of_range"),
        ({"duration": "P60D"}, "duration", "out_of_range"),
        ({"time_zone": "Mars/Olympus"}, "time_zone", "unknown"),
        ({"title": "a\u202eb"}, "title", "directional_mark"),
        ({"destination": {"kind": "number"}}, "destination.number", "missing"),
        ({"reason": "do_not_disturb", "destination": {"kind": "open"}}, "destination.kind", "rings"),
    ],
)
async def test_what_cannot_be_is_refused_by_name_and_changes_nothing(
    tmp_path: Path, wrong: dict[str, Any], field: str, problem: str
) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders = await office.caller("1002101")
        answer = await anders.post("/v1/me/schedules", {**LUNCH, **wrong})
        assert answer.status_code == 422, answer.text
        assert answer.json()["details"] == {"field": field, "problem": problem}
        made = (await anders.post("/v1/me/schedules", LUNCH)).json()
        refused = await anders.patch(f"/v1/me/schedules/{made['id']}", wrong)
        assert refused.json()["details"] == {"field": field, "problem": problem}
        assert (await anders.get("/v1/me/schedules")).json() == [made]


async def test_a_circle_and_what_is_missing_are_refused(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders, mette = await office.caller("1002101"), await office.caller("1002102")
        await mette.post("/v1/me/diversions", {"reason": "other", "destination": {"kind": "number", "number": "2101"}})
        circle = {**LUNCH, "destination": {"kind": "number", "number": "2102"}}
        assert (await anders.post("/v1/me/schedules", circle)).json()["code"] == "route_loop"
        for name in ("start", "duration", "reason", "destination"):
            body = {key: value for key, value in LUNCH.items() if key != name}
            answer = await anders.post("/v1/me/schedules", body)
            assert answer.json()["details"] == {"field": name, "problem": "missing"}


async def test_public_holidays_are_left_out_and_the_company_may_say_otherwise(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders, mette = await office.caller("1002101"), await office.caller("1002102")
        known = {h["day"]: h["name"] for h in (await mette.get("/v1/company/holidays?year=2026")).json()}
        assert known["2026-12-25"] == "Juledag"
        assert "2026-12-24" not in known
        await anders.post("/v1/me/schedules", {**LUNCH, "skip_holidays": True})
        window = {"from": "2026-12-23T00:00:00Z", "to": "2026-12-29T00:00:00Z"}

        async def days() -> list[str]:
            found = (await anders.get("/v1/me/occurrences", params=window)).json()["occurrences"]
            return [o["from"][8:10] for o in found]

        assert await days() == ["23", "24", "28"]
        own = await anders.put("/v1/company/holidays/2026-12-24", {"name": "Juleaftensdag"})
        eve = {"day": "2026-12-24", "name": "Juleaftensdag", "closed": True, "own": True}
        assert own.json() == {**eve, "version": own.json()["version"]}
        assert (await anders.put("/v1/company/holidays/2026-12-25", {"closed": False})).json()["closed"] is False
        assert await days() == ["23", "25", "28"]
        await anders.delete("/v1/company/holidays/2026-12-24")
        assert await days() == ["23", "24", "25", "28"]
        assert (await anders.delete("/v1/company/holidays/2026-12-24")).status_code == 404
        await anders.put("/v1/company/holidays/2026-12-23", {"name": "Firmafest"})
        undone = (await anders.put("/v1/company/holidays/2026-12-23", {"name": "Firmafest", "closed": False})).json()
        feast = {"day": "2026-12-23", "name": "Firmafest", "closed": False, "own": False}
        assert undone == {**feast, "version": undone["version"]}
        assert "2026-12-23" not in {h["day"] for h in (await mette.get("/v1/company/holidays?year=2026")).json()}
        log = [(one["action"], one["subject"], one["detail"]) for one in (await anders.get("/v1/audit")).json()]
        assert ("holiday_set", "2026-12-24", "Juleaftensdag") in log and ("holiday_unset", "2026-12-25", "") in log
        assert ("holiday_by_calendar", "2026-12-24", "Juleaftensdag") in log
        assert (await mette.put("/v1/company/holidays/2026-12-24", {"name": "x"})).status_code == 403
        for day in ("christmas", "2300-01-01"):
            assert (await anders.put(f"/v1/company/holidays/{day}", {"name": "x"})).status_code == 422
        assert (await anders.put("/v1/company/holidays/2026-12-24", {})).status_code == 422
        assert (await anders.get("/v1/company/holidays?year=1900")).status_code == 422


async def test_a_holiday_made_today_opens_the_phone_at_once(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders = await office.caller("1002101")
        await anders.post("/v1/me/schedules", {**LUNCH, "skip_holidays": True})
        office.clock.pass_(hours=1, minutes=5)
        office.wake()
        assert isinstance(step(office, "2101"), Voicemail)
        await anders.put("/v1/company/holidays/2026-11-24", {"name": "Firmaets fødselsdag"})
        assert isinstance(step(office, "2101"), Ring)


async def test_the_day_board_shows_everyones_days_and_nothing_private(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders, mette = await office.caller("1002101"), await office.caller("1002102")
        await anders.post("/v1/me/schedules", {**LUNCH, "reception_note": "hemmelig"})
        board = (await mette.get("/v1/day-board")).json()
        assert "hemmelig" not in str(board)
        assert [row["user_id"] for row in board["rows"]] == [office.ids["1002101"], office.ids["1002102"]]
        absences = board["rows"][0]["absences"]
        assert len(absences) == 10
        assert absences[0] == {
            "reason": "lunch",
            "title": "Frokost",
            "note": "i kantinen",
            "origin": "schedule",
            "from": "2026-11-24T11:00:00Z",
            "until": "2026-11-24T11:30:00Z",
        }
        too_long = {"to": "2026-12-31T00:00:00Z"}
        assert (await mette.get("/v1/day-board", params=too_long)).status_code == 422


async def test_the_day_board_tells_a_day_off_from_somebody_without_working_hours(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders = await office.caller("1002101")
        week = [[{"start": "08:00", "end": "16:00"}]] * 5 + [[], []]
        assert (await anders.patch("/v1/me", {"hours": week})).status_code == 200
        for day, off in (("27", False), ("28", True)):
            window = {"from": f"2026-11-{day}T00:00:00+01:00", "to": f"2026-11-{day}T23:59:00+01:00"}
            rows = (await anders.get("/v1/day-board", params=window)).json()["rows"]
            assert [row.get("off", False) for row in rows] == [off, False]
