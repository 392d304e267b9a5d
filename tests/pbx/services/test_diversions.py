"""Diversions from the door to the disk and back (spec 3)."""

from __future__ import annotations

from pathlib import Path

from onepresence_desktop.domain.calls import Party
from onepresence_desktop.domain.diversion import Forwarding
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.domain.routing import Ring, Voicemail
from tests.pbx.office import START, Running, follow, running
from tests.pbx.phones import TestClock, TestPhones
from tests.support.waiting import eventually


async def two(office: Running) -> None:
    await office.company()
    await office.person("1002101", "Anders Holmvig")
    await office.person("1002102", "Mette Lundgaard")


def step(office: Running, number: str) -> object:
    assert office.phones.router is not None
    return office.phones.router.route(Party(""), CustomerId(office.ids["100"]), number)


async def test_lunch_sends_calls_to_the_mailbox_for_half_an_hour(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders = await office.caller("1002101")
        answer = await anders.post("/v1/me/diversions", {"preset": "lunch"})
        assert answer.status_code == 201
        assert answer.json()["why"] == "counts"
        assert answer.json()["until"] == "2026-11-24T10:30:00Z"
        found = step(office, "2101")
        assert isinstance(found, Voicemail) and found.forwarding is Forwarding.CFU


async def test_a_diversion_ends_by_itself_and_everyone_hears_of_it(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders, mette = await office.caller("1002101"), await office.caller("1002102")
        async with follow(mette) as events:
            await events.next("snapshot")
            await anders.post("/v1/me/diversions", {"preset": "break", "note": "kaffe"})
            _, _, seen = await events.next("presence")
            assert (seen["presence"], seen["reason"], seen["note"]) == ("diverted", "break", "kaffe")
            office.clock.pass_(minutes=5)
            office.wake()
            _, _, seen = await events.next("presence")
            assert (seen["presence"], seen["reason"], seen["note"]) == ("available", None, "")
        assert isinstance(step(office, "2101"), Ring)
        assert (await anders.get("/v1/me/diversions")).json() == {"current": [], "coming": [], "counts": None}


async def test_a_diversion_that_ended_while_the_service_was_down_is_over_after_the_restart(tmp_path: Path) -> None:
    clock = TestClock(START)
    async with running(tmp_path, clock=clock) as office:
        await two(office)
        anders = await office.caller("1002101")
        await anders.post("/v1/me/diversions", {"preset": "lunch"})
        await anders.post(
            "/v1/me/diversions", {"reason": "meeting", "from": "2026-11-24T11:00:00Z", "duration": "PT1H"}
        )
        ids = dict(office.ids)
    clock.pass_(hours=1, minutes=1)
    async with running(tmp_path, clock=clock) as office:
        office.ids = ids
        anders = await office.caller("1002101")
        listed = (await anders.get("/v1/me/diversions")).json()
        assert [d["reason"] for d in listed["current"]] == ["meeting"]
        presence = (await anders.get("/v1/snapshot")).json()["public"]["presence"]
        assert {p["reason"] for p in presence} == {"meeting", None}
        clock.pass_(hours=1)
        office.wake()

        async def nothing_left() -> bool:
            return (await anders.get("/v1/me/diversions")).json()["current"] == []

        await eventually(nothing_left)
        assert isinstance(step(office, "2101"), Ring)


async def test_one_that_begins_later_begins_on_the_servers_clock(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders = await office.caller("1002101")
        async with follow(anders) as events:
            await events.next("snapshot")
            body = {"reason": "course", "from": "2026-11-24T11:00:00+00:00", "until": None}
            assert (await anders.post("/v1/me/diversions", body)).json()["why"] == "coming"
            _, _, seen = await events.next("diversions")
            assert [d["reason"] for d in seen["coming"]] == ["course"]
            office.clock.pass_(hours=1)
            office.wake()
            _, _, seen = await events.next("presence")
            assert seen["reason"] == "course"
            _, _, seen = await events.next("diversions")
            assert [d["why"] for d in seen["current"]] == ["counts"]


async def test_the_same_quick_diversion_again_takes_the_place_of_its_running_self(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders = await office.caller("1002101")
        await anders.post("/v1/me/diversions", {"preset": "lunch"})
        office.clock.pass_(minutes=10)
        await anders.post("/v1/me/diversions", {"preset": "lunch"})
        current = (await anders.get("/v1/me/diversions")).json()["current"]
        assert [d["until"] for d in current] == ["2026-11-24T10:40:00Z"]


async def test_the_newer_counts_and_the_older_comes_back(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders = await office.caller("1002101")
        await anders.post("/v1/me/diversions", {"preset": "meeting_2h"})
        office.clock.pass_(minutes=1)
        await anders.post("/v1/me/diversions", {"preset": "lunch"})
        current = (await anders.get("/v1/me/diversions")).json()["current"]
        assert [(d["preset"], d["why"]) for d in current] == [("lunch", "counts"), ("meeting_2h", "older")]
        office.clock.pass_(minutes=30)
        current = (await anders.get("/v1/me/diversions")).json()["current"]
        assert [(d["preset"], d["why"]) for d in current] == [("meeting_2h", "counts")]


async def test_open_the_phone_ends_what_runs_and_keeps_what_comes(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders = await office.caller("1002101")
        await anders.post("/v1/me/diversions", {"preset": "lunch"})
        await anders.post("/v1/me/diversions", {"reason": "sick", "from": "2026-11-25T08:00:00Z", "until": None})
        assert (await anders.delete("/v1/me/diversions")).status_code == 204
        listed = (await anders.get("/v1/me/diversions")).json()
        assert listed["current"] == [] and [d["reason"] for d in listed["coming"]] == ["sick"]


async def test_a_loop_and_a_dead_end_are_refused_and_previewed(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders, mette = await office.caller("1002101"), await office.caller("1002102")
        to_anders = {"reason": "other", "destination": {"kind": "number", "number": "2101"}}
        assert (await mette.post("/v1/me/diversions", to_anders)).status_code == 201
        back = {"reason": "other", "destination": {"kind": "number", "number": "100 2102"}}
        previewed = (await anders.post("/v1/me/diversions/preview", back)).json()
        assert previewed["problem"] == "loop"
        refused = await anders.post("/v1/me/diversions", back)
        assert (refused.status_code, refused.json()["code"]) == (422, "route_loop")
        nobody = {"reason": "other", "destination": {"kind": "number", "number": "2999"}}
        refused = await anders.post("/v1/me/diversions", nobody)
        assert (refused.json()["code"], refused.json()["details"]["problem"]) == ("dead_end", "unknown_number")
        reception = await anders.post("/v1/me/diversions", {"reason": "other", "destination": {"kind": "reception"}})
        assert reception.json()["details"]["problem"] == "no_reception"
        assert (await anders.get("/v1/me/diversions")).json()["current"] == []


async def test_an_external_destination_is_checked_and_kept_as_e164(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders = await office.caller("1002101")
        body = {"reason": "travel", "destination": {"kind": "number", "number": "33 12 34 56"}}
        preview = (await anders.post("/v1/me/diversions/preview", body)).json()
        assert preview["costs"] is True and preview["parts"][-1]["number"] == "+4533123456"
        assert (await anders.post("/v1/me/diversions", body)).json()["destination"]["number"] == "+4533123456"
        for wrong, problem in (("112", "emergency"), ("12", "invalid_number"), ("*21*33123456#", "invalid_number")):
            body["destination"]["number"] = wrong  # type: ignore[index]
            answer = await anders.post("/v1/me/diversions", body)
            assert answer.status_code == 422, wrong
            assert answer.json()["details"] == {"field": "destination.number", "problem": problem}


async def test_a_change_keeps_what_was_not_sent(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders = await office.caller("1002101")
        body = {"preset": "lunch", "note": "i kantinen", "reception_note": "ring på mobilen"}
        made = (await anders.post("/v1/me/diversions", body)).json()
        changed = (await anders.patch(f"/v1/me/diversions/{made['id']}", {"until": "2026-11-24T12:00:00Z"})).json()
        assert changed == {**made, "until": "2026-11-24T12:00:00Z"}
        assert (await anders.delete(f"/v1/me/diversions/{made['id']}")).status_code == 204
        assert (await anders.delete(f"/v1/me/diversions/{made['id']}")).status_code == 404


async def test_times_that_make_no_sense_are_named(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders = await office.caller("1002101")
        for more, details in (
            ({"until": "2026-11-24T09:00:00Z"}, {"field": "until", "problem": "in_the_past"}),
            ({"until": "2026-11-24T12:00:00"}, {"field": "until", "problem": "no_time_zone"}),
            ({"until": None, "duration": "PT1H"}, {"field": "until", "problem": "both_given"}),
            ({"duration": "-PT1H"}, {"field": "duration", "problem": "out_of_range"}),
            ({"duration": "P9000D"}, {"field": "duration", "problem": "out_of_range"}),
            ({"until": "2099-01-01T00:00:00Z"}, {"field": "until", "problem": "too_far"}),
            ({"from": "2099-01-01T00:00:00Z"}, {"field": "from", "problem": "too_far"}),
        ):
            answer = await anders.post("/v1/me/diversions", {"reason": "other", **more})
            assert (answer.status_code, answer.json()["details"]) == (422, details)
        assert (await anders.post("/v1/me/diversions", {})).json()["details"] == {
            "field": "reason",
            "problem": "missing",
        }
        assert (await anders.post("/v1/me/diversions", {"preset": "siesta"})).status_code == 404


async def test_a_quick_diversion_set_again_takes_the_place_of_itself_and_of_none_to_come(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders = await office.caller("1002101")
        tomorrow = {"preset": "lunch", "from": "2026-11-25T11:00:00Z", "note": "tomorrow"}
        coming = (await anders.post("/v1/me/diversions", tomorrow)).json()
        first = (await anders.post("/v1/me/diversions", {"preset": "lunch"})).json()
        office.clock.pass_(minutes=10)
        second = (await anders.post("/v1/me/diversions", {"preset": "lunch"})).json()
        listed = (await anders.get("/v1/me/diversions")).json()
        assert [d["id"] for d in listed["current"]] == [second["id"]] != [first["id"]]
        assert [(d["id"], d["until"]) for d in listed["coming"]] == [(coming["id"], "2026-11-25T11:30:00Z")]


async def test_an_own_quick_diversion_is_set_by_its_id(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders = await office.caller("1002101")
        quick = {
            "name": "Tandlæge",
            "reason": "other",
            "destination": {"kind": "number", "number": "2102"},
            "clock": "13:15",
            "note": "tilbage kvart over et",
        }
        made = (await anders.post("/v1/me/quick-diversions", quick)).json()
        set_ = (await anders.post("/v1/me/diversions", {"preset": made["id"]})).json()
        assert set_["until"] == "2026-11-24T12:15:00Z"
        assert (set_["note"], set_["destination"]["number"]) == ("tilbage kvart over et", "1002102")
        assert set_["title"] == "Tandlæge"
        mette = await office.caller("1002102")
        assert (await mette.post("/v1/me/diversions", {"preset": made["id"]})).status_code == 404


async def test_the_name_of_an_own_quick_diversion_is_seen_by_all_until_its_reason_is_changed(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders, mette = await office.caller("1002101"), await office.caller("1002102")
        quick = {"name": "Tandlæge", "reason": "other", "destination": {"kind": "voicemail"}}
        made = (await anders.post("/v1/me/quick-diversions", quick)).json()
        running_one = (await anders.post("/v1/me/diversions", {"preset": made["id"]})).json()

        async def seen() -> set[str]:
            return {p["title"] for p in (await mette.get("/v1/snapshot")).json()["public"]["presence"]}

        assert "Tandlæge" in await seen()
        assert (await anders.delete(f"/v1/me/quick-diversions/{made['id']}")).status_code == 204
        noted = await anders.patch(f"/v1/me/diversions/{running_one['id']}", {"note": "ring til Mette"})
        assert noted.json()["title"] == "Tandlæge"
        another = await anders.patch(f"/v1/me/diversions/{running_one['id']}", {"reason": "sick"})
        assert another.json()["title"] == ""
        assert await seen() == {""}


async def test_do_not_disturb_is_seen_and_never_rings(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders = await office.caller("1002101")
        await anders.post("/v1/me/diversions", {"reason": "do_not_disturb", "duration": "PT30M"})
        presence = (await anders.get("/v1/snapshot")).json()["public"]["presence"]
        assert "do_not_disturb" in {p["presence"] for p in presence}
        assert isinstance(step(office, "2101"), Voicemail)
        rings = {"reason": "do_not_disturb", "destination": {"kind": "open"}}
        assert (await anders.post("/v1/me/diversions", rings)).status_code == 422


async def test_diversions_of_every_kind_to_a_number_outside_are_refused_without_a_line_out(tmp_path: Path) -> None:
    async with running(tmp_path, phones=TestPhones(line_out=False)) as office:
        await two(office)
        anders = await office.caller("1002101")
        body = {"reason": "travel", "destination": {"kind": "number", "number": "33 12 34 56"}}
        preview = (await anders.post("/v1/me/diversions/preview", body)).json()
        assert (preview["problem"], preview["at"]) == ("no_line_out", "+4533123456")
        mailbox = {"kind": "voicemail"}
        quick = {"name": "Out", "icon": "reason-lunch", **body}
        elsewhere = {"busy": mailbox, "no_reply": mailbox, "unreachable": mailbox, "no_reply_seconds": 20}
        refusals = [
            await anders.post("/v1/me/diversions", body),
            await anders.post("/v1/me/quick-diversions", quick),
            *[
                await anders.put("/v1/me/forwarding", {**elsewhere, kind: body["destination"]})
                for kind in ("busy", "no_reply", "unreachable")
            ],
        ]
        for refused in refusals:
            assert (refused.status_code, refused.json()["code"]) == (409, "no_line_out"), refused.json()
        assert (await anders.get("/v1/me/diversions")).json()["current"] == []
