"""Calls told as tables of what the driver reports, and what each party's history then holds (spec 7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain.calls import CallState, Cause, Party, TraceEntry, TraceKind
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.routing import Ring, Voicemail
from tests.pbx.office import As, Running, follow, running
from tests.pbx.phones import TestPhones
from tests.support.waiting import eventually

C, R, T, H, V, E = (
    CallState.CALLING,
    CallState.RINGING,
    CallState.CONNECTED,
    CallState.HELD,
    CallState.VOICEMAIL,
    CallState.ENDED,
)
OUTSIDE = Party("+4533123456", "Marianne Tofte")


class Company:
    """Three colleagues and a hunt group; parties by first letter."""

    def __init__(self, office: Running) -> None:
        self.office = office
        self.customer = CustomerId(office.ids["100"])

    @classmethod
    async def made(cls, office: Running) -> Company:
        await office.company()
        await office.person("1002101", "Anders", devices=("desk", "softphone"))
        await office.person("1002102", "Mette")
        await office.person("1002103", "Birgit")
        return cls(office)

    def user(self, number: str) -> UserId:
        return UserId(self.office.ids[number])

    def party(self, number: str, kind: str = "") -> Party:
        device = DeviceId(self.office.ids[f"{number}/{kind}"]) if kind else None
        name = {"1002101": "Anders", "1002102": "Mette", "1002103": "Birgit"}[number]
        return Party(number, name, self.user(number), device)

    def report(self, state: CallState, caller: Party, callee: Party, **more: Any) -> None:
        self.office.phones.progress("c1", self.customer, state, caller, callee, **more)

    async def records(self, number: str, count: int = 1) -> list[dict[str, Any]]:
        caller = await self.office.caller(number)

        async def all_there() -> list[dict[str, Any]] | None:
            found: list[dict[str, Any]] = (await caller.get("/v1/me/calls")).json()
            return found if len(found) >= count else None

        return await eventually(all_there) if count else (await caller.get("/v1/me/calls")).json()


async def test_an_answered_call_is_in_both_histories_with_its_talk_time(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        anders, mette = firm.party("1002101", "desk"), firm.party("1002102")
        firm.report(R, anders, mette, rang=(mette.user_id,))
        office.clock.pass_(seconds=7)
        firm.report(T, anders, firm.party("1002102", "desk"))
        office.clock.pass_(seconds=65)
        firm.report(E, anders, firm.party("1002102", "desk"), cause=Cause.NORMAL)
        out = (await firm.records("1002101"))[0]
        into = (await firm.records("1002102"))[0]
        assert (out["direction"], out["name"], out["duration"], out["device"]) == ("outgoing", "Mette", "PT65S", "desk")
        assert (into["direction"], into["name"], into["duration"]) == ("incoming", "Anders", "PT65S")
        (answered,) = [entry for entry in into["trace"] if entry["kind"] == "answered"]
        spoke = datetime.fromisoformat(answered["at"]) - datetime.fromisoformat(into["at"])
        assert spoke == timedelta(seconds=7)


async def test_who_is_hidden_is_named_to_nobody_and_keeps_their_own_history(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        anders, mette = replace(firm.party("1002101", "desk"), hidden=True), firm.party("1002102")
        async with follow(await office.caller("1002102")) as events:
            await events.next("snapshot")
            firm.report(R, anders, mette, rang=(mette.user_id,))
            _, _, seen = await events.next("call")
        assert (seen["number"], seen["name"], seen.get("user_id")) == ("", "", None)
        firm.report(E, anders, mette, rang=(mette.user_id,), cause=Cause.CANCELLED)
        missed, out = (await firm.records("1002102"))[0], (await firm.records("1002101"))[0]
        assert (missed["direction"], missed["number"], missed["name"]) == ("missed", "", "")
        assert (out["direction"], out["name"]) == ("outgoing", "Mette")


async def test_a_second_device_that_stops_ringing_leaves_no_missed_call(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        anders = firm.party("1002101")
        firm.report(R, OUTSIDE, anders, rang=(anders.user_id,))
        firm.report(T, OUTSIDE, firm.party("1002101", "softphone"))
        firm.report(E, OUTSIDE, firm.party("1002101", "softphone"), cause=Cause.NORMAL)
        records = await firm.records("1002101")
        assert [(r["direction"], r["device"]) for r in records] == [("incoming", "softphone")]


@pytest.mark.parametrize("cause", [Cause.NO_ANSWER, Cause.CANCELLED, Cause.BUSY])
async def test_a_call_that_rang_in_vain_is_missed(tmp_path: Path, cause: Cause) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        firm.report(R, OUTSIDE, firm.party("1002101"), rang=(firm.user("1002101"),))
        firm.report(E, OUTSIDE, firm.party("1002101"), cause=cause)
        record = (await firm.records("1002101"))[0]
        assert (record["direction"], record["cause"], record["duration"]) == ("missed", cause, "P0D")


async def test_a_group_call_that_one_takes_is_missed_by_nobody(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        group = Party("1002100", "Reception")
        members = (firm.user("1002101"), firm.user("1002102"))
        trace = (TraceEntry(TraceKind.GROUP, "1002100", "Reception"),)
        anders, mette = await office.caller("1002101"), await office.caller("1002102")
        async with follow(anders) as events:
            await events.next("snapshot")
            firm.report(R, OUTSIDE, group, rang=members, trace=trace)
            _, _, seen = await events.next("call")
            assert (seen["state"], seen["number"], seen["outgoing"]) == ("ringing", "+4533123456", False)
            firm.report(T, OUTSIDE, firm.party("1002102", "desk"), rang=members, trace=trace)
            _, _, seen = await events.next("call")
            assert seen["state"] == "ended"
        assert [c["state"] for c in (await mette.get("/v1/snapshot")).json()["private"]["calls"]] == ["connected"]
        firm.report(E, OUTSIDE, firm.party("1002102", "desk"), rang=members, trace=trace, cause=Cause.NORMAL)
        assert [r["direction"] for r in await firm.records("1002102")] == ["incoming"]
        assert await firm.records("1002101", 0) == []


async def test_who_declines_a_groups_call_is_done_with_it_while_the_others_still_ring(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        group = Party("1002100", "Reception")
        members = (firm.user("1002101"), firm.user("1002102"))
        anders, mette = await office.caller("1002101"), await office.caller("1002102")
        async with follow(anders) as events:
            await events.next("snapshot")
            firm.report(R, OUTSIDE, group, rang=members)
            assert (await events.next("call"))[2]["state"] == "ringing"
            firm.report(R, OUTSIDE, group, rang=members, declined=members[:1])
            assert (await events.next("call"))[2]["state"] == "ended"
        calls = [(await one.get("/v1/snapshot")).json()["private"]["calls"] for one in (anders, mette)]
        assert [[call["state"] for call in mine] for mine in calls] == [[], ["ringing"]]


async def test_a_call_on_its_way_to_the_mailbox_rings_at_nobody_and_is_its_owners_again_there(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        mette = firm.party("1002102")
        async with follow(await office.caller("1002102")) as events:
            await events.next("snapshot")
            states = []
            for state, declined in ((R, ()), (R, (mette.user_id,)), (V, ())):
                firm.report(state, OUTSIDE, mette, rang=(mette.user_id,), declined=declined)
                states.append((await events.next("call"))[2]["state"])
        assert states == ["ringing", "ended", "voicemail"]


async def test_a_diverted_call_says_who_sent_it_on(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        rang = (firm.user("1002102"),)
        firm.report(R, OUTSIDE, firm.party("1002102"), rang=rang, diverted_from=("1002101",))
        firm.report(E, OUTSIDE, firm.party("1002102"), rang=rang, diverted_from=("1002101",), cause=Cause.NO_ANSWER)
        record = (await firm.records("1002102"))[0]
        assert (record["direction"], record["forwarded_by"]) == ("missed", "1002101")
        assert await firm.records("1002101", 0) == []


async def test_a_call_that_ends_in_the_mailbox_is_missed_by_its_owner_once(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        anders, mette = firm.party("1002101", "desk"), firm.party("1002102")
        firm.report(R, anders, mette, rang=(mette.user_id,))
        firm.report(V, anders, mette, rang=(mette.user_id,))
        office.clock.pass_(seconds=20)
        firm.report(E, anders, mette, rang=(mette.user_id,), cause=Cause.NORMAL)
        missed = await firm.records("1002102")
        assert [(r["direction"], r["voicemail"]) for r in missed] == [("missed", True)]
        out = (await firm.records("1002101"))[0]
        assert (out["voicemail"], out["duration"]) == (True, "PT20S")


async def test_a_transferred_call_gives_each_his_own_time(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        mette, birgit = firm.party("1002102", "desk"), firm.party("1002103", "desk")
        firm.report(R, OUTSIDE, mette, rang=(mette.user_id,))
        firm.report(T, OUTSIDE, mette)
        office.clock.pass_(seconds=30)
        firm.report(H, OUTSIDE, mette)
        firm.report(R, OUTSIDE, birgit, rang=(mette.user_id, birgit.user_id))
        office.clock.pass_(seconds=5)
        firm.report(T, OUTSIDE, birgit)
        office.clock.pass_(seconds=60)
        firm.report(E, OUTSIDE, birgit, cause=Cause.NORMAL)
        assert [(r["direction"], r["duration"]) for r in await firm.records("1002102")] == [("incoming", "PT30S")]
        assert [(r["direction"], r["duration"]) for r in await firm.records("1002103")] == [("incoming", "PT60S")]


async def test_a_report_that_can_not_follow_changes_nothing(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        anders, mette = firm.party("1002101", "desk"), firm.party("1002102", "desk")
        firm.report(R, anders, mette)
        firm.report(T, anders, mette)
        firm.report(C, anders, mette)
        caller = await office.caller("1002101")
        assert [c["state"] for c in (await caller.get("/v1/snapshot")).json()["private"]["calls"]] == ["connected"]


async def test_lifting_the_receiver_turns_the_dot_red_and_putting_it_down_green(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        mette = await office.caller("1002102")
        desk, soft = DeviceId(office.ids["1002101/desk"]), DeviceId(office.ids["1002101/softphone"])
        async with follow(mette) as events:
            await events.next("snapshot")
            for device, state, presence in (
                (desk, DeviceState.RINGING, "ringing"),
                (desk, DeviceState.ON_CALL, "busy"),
                (soft, DeviceState.OFFLINE, "busy"),
                (desk, DeviceState.IDLE, "available"),
                (desk, DeviceState.OFFLINE, "offline"),
            ):
                office.phones.report(device, state)
                _, _, seen = await events.next("presence")
                assert (seen["user_id"], seen["presence"]) == (firm.user("1002101"), presence)


async def verbs(office: Running, firm: Company) -> tuple[As, str]:
    anders = await office.caller("1002101")
    answer = await anders.post("/v1/calls", {"to": "2102"})
    assert answer.status_code == 202
    return anders, answer.json()["call_id"]


async def test_a_call_is_made_from_the_desk_phone_and_handled(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        anders, call = await verbs(office, firm)
        desk = office.ids["1002101/desk"]
        assert ("originate", desk, "1002102") in office.phones.done
        assert (await anders.post(f"/v1/calls/{call}/hold")).json()["code"] == "conflict"
        me, other = firm.party("1002101", "desk"), firm.party("1002102", "desk")
        office.phones.progress(call, firm.customer, R, me, other)
        office.phones.progress(call, firm.customer, T, me, other)
        assert (await anders.post(f"/v1/calls/{call}/hold")).status_code == 204
        assert (await anders.post(f"/v1/calls/{call}/resume")).status_code == 204
        assert (await anders.post(f"/v1/calls/{call}/transfer", {"to": "2103"})).status_code == 204
        assert (await anders.post(f"/v1/calls/{call}/transfer", {"to": "2999"})).json()["code"] == "number_refused"
        assert (await anders.post(f"/v1/calls/{call}/transfer", {})).status_code == 422
        assert (await anders.delete(f"/v1/calls/{call}")).status_code == 204
        assert [done[0] for done in office.phones.done[-4:]] == ["hold", "resume", "transfer", "hangup"]
        stranger = await office.caller("1002103")
        assert (await stranger.delete(f"/v1/calls/{call}")).status_code == 404


async def test_a_ringing_call_is_sent_to_the_mailbox_or_to_a_colleague(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        firm.report(R, OUTSIDE, firm.party("1002101"), rang=(firm.user("1002101"),))
        anders = await office.caller("1002101")
        to_mailbox = {"destination": {"kind": "voicemail"}}
        assert (await anders.post("/v1/calls/c1/redirect", to_mailbox)).status_code == 204
        assert isinstance(office.phones.done[-1][2], Voicemail)
        to_mette = {"destination": {"kind": "number", "number": "2102"}}
        assert (await anders.post("/v1/calls/c1/redirect", to_mette)).status_code == 204
        step = office.phones.done[-1][2]
        assert isinstance(step, Ring) and [hop.number for hop in step.hops] == ["1002101"]
        reception = await anders.post("/v1/calls/c1/redirect", {"destination": {"kind": "reception"}})
        assert reception.json()["code"] == "dead_end"


async def test_who_leaves_a_message_is_taken_back_to_the_phone_whatever_is_diverted(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        anders, mette = await office.caller("1002101"), await office.caller("1002102")
        await anders.post("/v1/me/diversions", {"preset": "lunch"})
        firm.report(R, OUTSIDE, firm.party("1002101"), rang=(firm.user("1002101"),))
        assert (await anders.post("/v1/calls/c1/answer")).status_code == 204
        assert office.phones.done[-1][0] == "lift"
        firm.report(CallState.VOICEMAIL, OUTSIDE, firm.party("1002101"))
        assert (await anders.post("/v1/calls/c1/answer")).status_code == 204
        assert isinstance(office.phones.done[-1][2], Ring)
        assert (await mette.post("/v1/calls/c1/answer")).status_code in (404, 409), "a stranger's call"


async def test_why_a_call_can_not_be_made_is_said(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        await office.person("1002104", "Uden telefon", devices=())
        anders, without = await office.caller("1002101"), await office.caller("1002104")
        desk, soft = office.ids["1002101/desk"], office.ids["1002101/softphone"]
        assert (await without.post("/v1/calls", {"to": "2101"})).json()["code"] == "no_device"
        for wrong in ("2999", "*21#", "hello", "999 2101"):
            assert (await anders.post("/v1/calls", {"to": wrong})).json()["code"] == "number_refused", wrong
        office.phones.report(DeviceId(desk), DeviceState.OFFLINE)
        refused = (await anders.post("/v1/calls", {"to": "2102"})).json()
        assert (refused["code"], refused["details"]["device"]) == ("device_not_registered", desk)
        assert (await anders.post("/v1/calls", {"to": "2102", "device": soft})).status_code == 202
        other = office.ids["1002102/desk"]
        assert (await anders.post("/v1/calls", {"to": "2102", "device": other})).status_code == 404
        assert firm.customer


async def test_the_lamp_follows_the_mailbox(tmp_path: Path) -> None:
    from tests.pbx.api.test_isolation import voicemail

    async with running(tmp_path) as office:
        firm = await Company.made(office)
        user = firm.user("1002101")
        message = await voicemail(office, user)
        assert (office.phones.lamps[user].new, office.phones.lamps[user].old) == (1, 0)
        anders = await office.caller("1002101")
        await anders.patch(f"/v1/me/messages/{message}", {"read": True})
        assert (office.phones.lamps[user].new, office.phones.lamps[user].old) == (0, 1)
        path = office.service.mailbox._recordings.path(message)  # type: ignore[arg-type]
        assert path.exists()
        await anders.delete(f"/v1/me/messages/{message}")
        assert (office.phones.lamps[user].new, office.phones.lamps[user].old) == (0, 0)
        assert not path.exists()


async def test_whom_key_nine_led_to_the_reception_has_spoken_with_it_and_left_no_message(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        anders, mette, birgit = firm.party("1002101", "desk"), firm.party("1002102"), firm.party("1002103", "desk")
        trace = (TraceEntry(TraceKind.GROUP, "1002100", "Reception"),)
        firm.report(R, anders, mette, rang=(mette.user_id,))
        firm.report(V, anders, mette, rang=(mette.user_id,))
        office.clock.pass_(seconds=5)
        both = {"rang": (mette.user_id, birgit.user_id), "diverted_from": ("1002102",), "trace": trace}
        firm.report(R, anders, Party("1002100", "Reception"), **both)
        office.clock.pass_(seconds=3)
        firm.report(T, anders, birgit, **both)
        firm.report(E, anders, birgit, cause=Cause.NORMAL, **both)
        out, into = (await firm.records("1002101"))[0], (await firm.records("1002103"))[0]
        assert (out["direction"], out["name"], out["voicemail"]) == ("outgoing", "Birgit", False)
        assert (into["direction"], into["forwarded_by"]) == ("incoming", "1002102")
        missed = (await firm.records("1002102"))[0]
        assert (missed["direction"], missed["voicemail"]) == ("missed", False)


@pytest.mark.parametrize(("kind", "cause"), [(TraceKind.RANG, Cause.BUSY), (TraceKind.NO_DEVICE, Cause.UNREACHABLE)])
async def test_a_call_that_met_a_busy_or_absent_phone_is_missed_although_nothing_rang(
    tmp_path: Path, kind: TraceKind, cause: Cause
) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        mette = firm.party("1002102")
        trace = (TraceEntry(kind, mette.number, mette.name, mette.user_id),)
        firm.report(E, firm.party("1002101", "desk"), mette, cause=cause, trace=trace)
        (missed,) = await firm.records("1002102")
        assert (missed["direction"], missed["cause"]) == ("missed", cause)


async def test_a_click_whose_own_phone_is_not_lifted_is_missed_by_nobody(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        anders, mette = firm.party("1002101", "desk"), firm.party("1002102")
        firm.report(C, anders, mette)
        firm.report(E, anders, mette, cause=Cause.NO_ANSWER)
        assert [r["direction"] for r in await firm.records("1002101")] == ["outgoing"]
        assert await firm.records("1002102", 0) == []


async def test_a_caller_who_hands_the_called_one_on_keeps_his_call_and_the_third_knows_by_whom(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        anders, mette, birgit = (firm.party(n, "desk") for n in ("1002101", "1002102", "1002103"))
        firm.report(R, anders, mette, rang=(mette.user_id,))
        firm.report(T, anders, mette)
        office.clock.pass_(seconds=10)
        trace = (TraceEntry(TraceKind.TRANSFERRED, anders.number, anders.name),)
        firm.report(T, mette, birgit, trace=trace, rang=(mette.user_id, birgit.user_id))
        office.clock.pass_(seconds=20)
        firm.report(E, mette, birgit, cause=Cause.NORMAL, trace=trace)
        (made,), (first,), (second,) = [await firm.records(n) for n in ("1002101", "1002102", "1002103")]
        assert (made["direction"], made["name"], made["device"]) == ("outgoing", "Mette", "desk")
        assert (first["direction"], first["name"], first["duration"]) == ("incoming", "Anders", "PT30S")
        assert (second["direction"], second["name"], second["duration"]) == ("incoming", "Mette", "PT20S")
        assert (first["forwarded_by"], second["forwarded_by"]) == ("", "1002101")


async def test_a_call_that_a_colleague_picked_up_is_missed_by_nobody(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        anders, mette, birgit = (firm.party(n, "desk") for n in ("1002101", "1002102", "1002103"))
        rang = TraceEntry(TraceKind.RANG, mette.number, mette.name, mette.user_id)
        picked = TraceEntry(TraceKind.PICKED_UP, birgit.number, birgit.name, birgit.user_id)
        firm.report(R, anders, mette, rang=(mette.user_id,), trace=(rang,))
        firm.report(T, anders, birgit, rang=(mette.user_id,), trace=(rang, picked))
        office.clock.pass_(seconds=10)
        firm.report(E, anders, birgit, cause=Cause.NORMAL, rang=(mette.user_id,), trace=(rang, picked))
        (made,), (taken,) = [await firm.records(n) for n in ("1002101", "1002103")]
        assert (made["direction"], made["name"]) == ("outgoing", "Birgit")
        assert (taken["direction"], taken["name"], taken["duration"]) == ("incoming", "Anders", "PT10S")
        assert [entry["kind"] for entry in taken["trace"]] == ["rang", "picked_up", "answered"]
        assert await firm.records("1002102", 0) == []


async def test_a_click_between_ones_own_two_phones_is_missed_by_nobody(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        anders = firm.party("1002101", "desk")
        firm.report(C, firm.party("1002101"), firm.party("1002101"))
        firm.report(R, anders, firm.party("1002101"), rang=(anders.user_id,))
        firm.report(E, anders, firm.party("1002101"), cause=Cause.CANCELLED)
        records = await firm.records("1002101")
        assert [(r["direction"], r["device"]) for r in records] == [("outgoing", "desk")]


async def test_a_number_outside_is_refused_beforehand_where_there_is_no_line_out(tmp_path: Path) -> None:
    async with running(tmp_path, phones=TestPhones(line_out=False)) as office:
        await Company.made(office)
        anders = await office.caller("1002101")
        for outside in ("33 12 34 56", "+4633123456", "112"):
            refused = await anders.post("/v1/calls", {"to": outside})
            assert (refused.status_code, refused.json()["code"]) == (409, "no_line_out"), outside
        assert not [verb for verb in office.phones.done if verb[0] == "originate"]
        assert (await anders.post("/v1/calls", {"to": "2102"})).status_code == 202


async def test_a_ringing_call_is_not_sent_outside_where_there_is_no_line_out(tmp_path: Path) -> None:
    async with running(tmp_path, phones=TestPhones(line_out=False)) as office:
        firm = await Company.made(office)
        firm.report(R, OUTSIDE, firm.party("1002101"), rang=(firm.user("1002101"),))
        anders = await office.caller("1002101")
        to_mobile = {"destination": {"kind": "number", "number": "20 12 34 56"}}
        refused = await anders.post("/v1/calls/c1/redirect", to_mobile)
        assert (refused.status_code, refused.json()["code"]) == (409, "no_line_out")
        assert not [verb for verb in office.phones.done if verb[0] == "redirect"]


async def test_a_member_who_hangs_up_a_groups_ringing_call_leaves_it_to_the_others(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        rang = (firm.user("1002101"), firm.user("1002102"))
        firm.report(R, OUTSIDE, Party("1002190", "Sales"), rang=rang)
        anders = await office.caller("1002101")
        assert (await anders.delete("/v1/calls/c1")).is_success
        assert office.phones.done[-1] == ("refuse", "c1", firm.user("1002101"))


async def test_routing_knows_who_hung_up_last(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        anders, mette = firm.party("1002101", "desk"), firm.party("1002102", "desk")
        firm.report(R, anders, mette)
        firm.report(T, anders, mette)
        office.clock.pass_(seconds=65)
        firm.report(E, anders, mette, cause=Cause.NORMAL)
        await office.person("1002104", "Carla")
        plan = office.service.live.dial_plan(firm.customer)
        assert plan is not None and dict(plan.last_calls) == {
            firm.user("1002101"): office.clock.now(),
            firm.user("1002102"): office.clock.now(),
        }


async def test_a_call_that_was_turned_away_stands_in_the_history_with_the_reason(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        firm = await Company.made(office)
        anders, mette = firm.party("1002101", "desk"), firm.party("1002102")
        why = (TraceEntry(TraceKind.DIALLED, "+4533123456"), TraceEntry(TraceKind.TURNED_AWAY))
        firm.report(E, anders, OUTSIDE, dialled=OUTSIDE.number, cause=Cause.FAILED, trace=why)
        (out,) = await firm.records("1002101")
        assert (out["direction"], out["number"], out["cause"]) == ("outgoing", OUTSIDE.number, "failed")
        assert [entry["kind"] for entry in out["trace"]] == ["dialled", "turned_away"]
        why = (TraceEntry(TraceKind.DIALLED, "+4570101002", "Mette"), TraceEntry(TraceKind.TURNED_AWAY))
        firm.office.phones.progress(
            "c2", firm.customer, E, OUTSIDE, mette, cause=Cause.FAILED, trace=why, rang=(mette.user_id,)
        )
        (missed,) = await firm.records("1002102")
        assert (missed["direction"], missed["number"], missed["cause"]) == ("missed", OUTSIDE.number, "failed")
        assert missed["trace"][-1]["kind"] == "turned_away"
