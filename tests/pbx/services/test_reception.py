"""The reception through a whole service: who sees the queue, who takes what, and what comes back (spec chapter 11)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain.calls import CallId, CallState, Party, TraceEntry, TraceKind
from onepresence_desktop.domain.errors import CallGone, CallRefused
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.routing import OwnPhone, Ring, RingStage, Step, Voicemail
from onepresence_desktop.wire import commands as wire
from tests.pbx.office import Running, follow, running
from tests.support.waiting import eventually

RECEPTION = "1002100"
BERIT, BODIL, ANDERS, DORTE = "1002101", "1002102", "1002103", "1002104"
R, C, H = CallState.RINGING, CallState.CONNECTED, CallState.HELD
CALLER = "+4533123456"


class Front:
    """Berit and Bodil are receptionists, Dorte administers, Anders works in sales; calls come in for the group."""

    def __init__(self, office: Running) -> None:
        self.office = office
        self.customer = CustomerId(office.ids["100"])

    def at(self, number: str) -> Party:
        ids = self.office.ids
        return Party(number, number, UserId(ids[number]), DeviceId(ids[f"{number}/desk"]))

    def comes(self, call: str, state: CallState = R, callee: Party | None = None) -> None:
        """A call from outside to the group, where both receptionists' phones ring."""
        way = (TraceEntry(TraceKind.DIALLED, RECEPTION), TraceEntry(TraceKind.GROUP, RECEPTION, "Reception"))
        rang = tuple(UserId(self.office.ids[one]) for one in (BERIT, BODIL))
        whom = callee or Party(RECEPTION, "Reception")
        self.office.phones.progress(call, self.customer, state, Party(CALLER, "Marianne"), whom, trace=way, rang=rang)

    def sent_to(self) -> Step:
        """The step that the last redirect led to."""
        verb = next(verb for verb in reversed(self.office.phones.done) if verb[0] == "redirect")
        step: Any = verb[2]
        return step  # type: ignore[no-any-return]


async def front(office: Running) -> Front:
    await office.company()
    office.phones.by_hand = True
    roles = {BERIT: "receptionist", BODIL: "receptionist", ANDERS: "user", DORTE: "administrator"}
    for number, role in roles.items():
        await office.person(number, f"Navn {number[-1]}", role=role)
    members = [BERIT, BODIL]
    await office.command(wire.GroupAdd(local_number=RECEPTION, name="Reception", members=members, reception=True))
    return Front(office)


def queue(answer: Any) -> list[tuple[str, str, str | None]]:
    return [(one["id"], one["state"], one["taken_by"]) for one in answer.json()["calls"]]


async def test_only_those_who_attend_see_the_queue_and_all_of_them_at_once(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        here = await front(office)
        berit, bodil, anders, dorte = [await office.caller(one) for one in (BERIT, BODIL, ANDERS, DORTE)]
        async with follow(bodil) as events, follow(anders) as others:
            _, _, snapshot = await events.next("snapshot")
            assert snapshot["private"]["queue"] == [] and snapshot["private"]["reception_day"]["calls"] == 0
            _, _, theirs = await others.next("snapshot")
            assert theirs["private"]["queue"] == [] and theirs["private"]["reception_day"] is None
            here.comes("k1")
            _, _, seen = await events.next("queued_call")
            assert (seen["name"], seen["called_number"], seen["state"]) == ("Marianne", RECEPTION, "waiting")
            here.comes("k1", C, here.at(BERIT))
            _, _, seen = await events.next("queued_call")
            assert (seen["state"], seen["taken_by"]) == ("taken", office.ids[BERIT])
            assert queue(await berit.get("/v1/reception")) == [("k1", "taken", office.ids[BERIT])]
            here.comes("k1", CallState.ENDED, here.at(BERIT))
            await events.next("queued_call_removed")
            day = (await berit.get("/v1/reception")).json()["day"]
            assert (day["calls"], day["answered"]) == (1, 1)
            for caller in (anders, dorte):
                assert (await caller.get("/v1/reception")).status_code == 403
            group = next(group for group in (await dorte.get("/v1/groups")).json() if group["reception"])
            body = {"local_number": RECEPTION, "name": "Reception", "reception": True}
            members = [*group["members"], office.ids[DORTE]]
            changed = await dorte.put(f"/v1/groups/{group['id']}", {**body, "members": members})
            assert changed.status_code == 200, changed.text
            assert (await dorte.get("/v1/reception")).status_code == 200
            await anders.post("/v1/me/diversions", {"preset": "break"})
            while (name := (await others.next())[0]) != "diversions":
                assert not name.startswith("queued")


async def test_of_two_who_press_answer_one_gets_the_call_and_the_other_is_told_who(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        here = await front(office)
        berit, bodil = await office.caller(BERIT), await office.caller(BODIL)
        here.comes("k0", C, here.at(BERIT))
        here.comes("k1")
        assert (await berit.post("/v1/reception/calls/k1/answer")).status_code == 204
        assert ("hold", CallId("k0"), DeviceId(office.ids[f"{BERIT}/desk"])) in office.phones.done
        step = here.sent_to()
        assert isinstance(step, Ring) and isinstance(step.no_reply, Ring) and step.no_reply.group_id is not None
        assert step.stages == (RingStage((OwnPhone(DeviceId(office.ids[f"{BERIT}/desk"]), waits=True, answers=True),)),)
        refused = await bodil.post("/v1/reception/calls/k1/answer")
        assert (refused.status_code, refused.json()["details"]) == (409, {"what": "taken", "holder": "Navn 1"})
        here.comes("k1", R, here.at(BERIT))
        here.comes("k1")  # Berit doesn't lift
        assert queue(await bodil.get("/v1/reception"))[1] == ("k1", "waiting", None)
        assert (await bodil.post("/v1/reception/calls/k1/answer")).status_code == 204
        assert (await bodil.post("/v1/reception/calls/k7/answer")).json()["code"] == "call_gone"
        office.phones.calls.discard(CallId("k1"))
        office.phones.by_hand = False
        here.comes("k2")
        assert (await berit.post("/v1/reception/calls/k2/answer")).status_code == 204
        assert ("lift", CallId("k2"), UserId(office.ids[BERIT])) in office.phones.done


async def test_a_call_is_announced_or_handed_on_and_comes_back_where_nobody_takes_it(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        here = await front(office)
        berit, bodil, dorte = await office.caller(BERIT), await office.caller(BODIL), await office.caller(DORTE)
        here.comes("k1")
        assert (await berit.post("/v1/reception/calls/k1/announce", {"to": ANDERS})).status_code == 409
        here.comes("k1", C, here.at(BERIT))
        desk = DeviceId(office.ids[f"{BERIT}/desk"])
        office.phones.report(desk, DeviceState.ON_CALL)
        assert (await berit.post("/v1/reception/calls/k1/announce", {"to": ANDERS})).status_code == 202
        assert [v[0] for v in office.phones.done[-2:]] == ["hold", "originate"] and office.phones.done[-1][1] == desk
        nowhere = await berit.post("/v1/reception/calls/k1/hand-on", {"to": "1002999"})
        assert nowhere.json()["code"] == "number_refused" and not any(v[0] == "park" for v in office.phones.done)
        assert (await bodil.post("/v1/reception/calls/k1/hand-on", {"to": ANDERS})).status_code == 409
        assert (await dorte.post("/v1/reception/calls/k1/hand-on", {"to": ANDERS})).status_code == 403
        assert (await berit.post("/v1/reception/calls/k1/hand-on", {"to": ANDERS})).status_code == 204
        assert ("park", CallId("k1"), DeviceId(office.ids[f"{BERIT}/desk"])) in office.phones.done
        step = here.sent_to()
        assert isinstance(step, Ring) and step.seconds <= 25 and isinstance(step.busy, Ring)
        assert step.busy == step.no_reply == step.unreachable and step.busy.hops[-1].number == ANDERS
        assert step.busy.devices == (DeviceId(office.ids[f"{BERIT}/desk"]),)
        here.comes("k1", R, here.at(ANDERS))
        seen = (await bodil.get("/v1/reception")).json()["calls"][0]
        assert (seen["state"], seen["handed_to"]) == ("handed_on", office.ids[ANDERS])
        here.comes("k1", R, here.at(BERIT))
        seen = (await bodil.get("/v1/reception")).json()["calls"][0]
        assert (seen["state"], seen["back_from"]) == ("waiting", "Navn 3")
        assert (await bodil.post("/v1/reception/calls/k1/hand-on", {"to": ANDERS, "mailbox": True})).status_code == 204
        mailbox = here.sent_to()
        assert isinstance(mailbox, Voicemail) and mailbox.user_id == office.ids[ANDERS]
        gone = await bodil.post("/v1/reception/calls/k1/hand-on", {"to": "+4544556677", "mailbox": True})
        assert gone.json()["details"] == {"what": "mailbox"}
        here.comes("k2")
        here.comes("k2", C, here.at(BERIT))
        assert (await berit.post("/v1/calls/k2/park")).status_code == 201
        here.comes("k2", H, here.at(BERIT))
        assert [one["id"] for one in (await berit.get("/v1/reception")).json()["calls"]] == ["k1"]
        office.clock.pass_(minutes=3)
        await eventually(lambda: office.phones.done[-1][:2] == ("redirect", CallId("k2")))
        here.comes("k2", R, here.at(BERIT))
        seen = {one["id"]: one["back_from"] for one in (await berit.get("/v1/reception")).json()["calls"]}
        assert seen["k2"] == "701"


async def test_a_call_handed_to_the_other_receptionist_is_theirs_to_answer_until_it_comes_back(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        here = await front(office)
        berit, bodil = await office.caller(BERIT), await office.caller(BODIL)
        await office.person("1002105", "Navn 5", role="receptionist")
        third = await office.caller("1002105")
        here.comes("k1")
        here.comes("k1", C, here.at(BERIT))
        assert (await berit.post("/v1/reception/calls/k1/hand-on", {"to": BODIL})).status_code == 204
        here.comes("k1", R, here.at(BODIL))
        assert queue(await berit.get("/v1/reception")) == [("k1", "handed_on", office.ids[BERIT])]
        assert (await third.post("/v1/reception/calls/k1/answer")).json()["details"]["holder"] == "Navn 1"
        assert (await bodil.post("/v1/reception/calls/k1/answer")).status_code == 204
        here.comes("k1", R, here.at(BERIT))  # Bodil doesn't lift
        seen = (await bodil.get("/v1/reception")).json()["calls"][0]
        assert (seen["state"], seen["back_from"], seen["taken_by"]) == ("waiting", "Navn 2", None)
        assert (await berit.post("/v1/reception/calls/k1/answer")).status_code == 204
        here.comes("k1", C, here.at(BERIT))
        assert (await berit.post("/v1/reception/calls/k1/hand-on", {"to": RECEPTION})).status_code == 204
        here.comes("k1")
        assert queue(await bodil.get("/v1/reception")) == [("k1", "waiting", None)], "it waits for all again"
        assert (await bodil.post("/v1/reception/calls/k1/answer")).status_code == 204


async def test_whom_a_caller_last_spoke_with_is_told_and_the_day_outlives_a_restart(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        here = await front(office)
        berit = await office.caller(BERIT)
        office.phones.progress("k0", here.customer, R, Party(CALLER), here.at(ANDERS))
        office.phones.progress("k0", here.customer, C, Party(CALLER), here.at(ANDERS))
        office.clock.pass_(minutes=2)
        office.phones.progress("k0", here.customer, CallState.ENDED, Party(CALLER), here.at(ANDERS))
        async with follow(berit) as events:
            await events.next("history", "snapshot")

            async def kept() -> bool:
                anders = await office.caller(ANDERS)
                return bool((await anders.get("/v1/me/calls")).json())

            await eventually(kept)
            here.comes("k1")
            while (seen := (await events.next("queued_call"))[2])["last_with"] is None:
                pass
            assert seen["last_with"] == office.ids[ANDERS]
        here.comes("k1", C, here.at(BERIT))
        desk = office.service.live.company(here.customer).desk

        async def written() -> bool:
            async with office.service.store.reading() as unit:
                text = await unit.company_numbers.setting(here.customer, "reception_day")
            return text is not None and '"answered":1' in text

        await eventually(written)
        assert desk.day is not None
    async with running(tmp_path) as again:
        day = next(iter(again.service.live.companies.values())).desk.day
        assert day is not None and (day.calls, day.answered) == (1, 1)


async def test_a_colleagues_diversion_is_set_audited_and_told_and_who_pauses_is_seen(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        here = await front(office)
        berit, anders, dorte = await office.caller(BERIT), await office.caller(ANDERS), await office.caller(DORTE)
        path = f"/v1/reception/people/{office.ids[ANDERS]}/diversions"
        assert (await dorte.post(path, {"preset": "lunch"})).status_code == 403
        async with follow(anders) as events:
            await events.next("snapshot")
            assert (await berit.post(path, {"preset": "lunch"})).status_code == 201
            assert (await berit.delete(path)).status_code == 204
            told = [(await events.next("message"))[2] for _ in range(2)]
        assert [one["name"] for one in told] == ["Navn 1", "Navn 1"]
        assert told[0]["text"] == "Navn 1 har viderestillet din telefon."
        assert (await anders.get("/v1/me/diversions")).json()["current"] == []
        async with office.service.store.reading() as unit:
            log = await unit.credentials.audit_log(here.customer)
        acts = {entry.action: (entry.actor, entry.subject) for entry in log}
        assert acts["colleague_diverted"] == acts["colleague_opened"] == (office.ids[BERIT], ANDERS)
        assert (await berit.post("/v1/reception/people/nobody/diversions", {"preset": "lunch"})).status_code == 404

        async def states() -> dict[str, str]:
            day = (await berit.get("/v1/reception")).json()["day"]
            return {one["user_id"]: one["state"] for one in day["attendants"]}

        for state in ("paused", "in", "out"):
            assert (await berit.put("/v1/reception/desk", {"state": state})).status_code == 204
            assert await states() == {office.ids[BERIT]: state, office.ids[BODIL]: "in"}
        assert (await berit.put("/v1/reception/desk", {"state": "unknown"})).json()["code"] == "invalid"


async def test_talks_that_end_while_they_are_held_keep_nobody_from_answering(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path) as office:
        here = await front(office)
        berit = await office.caller(BERIT)
        for talk in ("k0", "k9"):
            here.comes(talk, C, here.at(BERIT))
        here.comes("k1")

        async def over(_call: CallId, _device: DeviceId) -> None:
            for talk in ("k0", "k9"):
                here.comes(talk, CallState.ENDED, here.at(BERIT))
            raise CallGone

        monkeypatch.setattr(office.phones, "hold", over)
        assert (await berit.post("/v1/reception/calls/k1/answer")).status_code == 204
        assert queue(await berit.get("/v1/reception")) == [("k1", "waiting", office.ids[BERIT])]


async def test_whoever_fails_to_answer_leaves_the_call_to_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path) as office:
        here = await front(office)
        berit, bodil = await office.caller(BERIT), await office.caller(BODIL)
        here.comes("k1")

        async def broken(_call: CallId, _user: UserId) -> None:
            raise RuntimeError

        with monkeypatch.context() as once:
            once.setattr(office.phones, "lift", broken)
            assert (await berit.post("/v1/reception/calls/k1/answer")).status_code == 500
        assert queue(await bodil.get("/v1/reception")) == [("k1", "waiting", None)]
        assert (await bodil.post("/v1/reception/calls/k1/answer")).status_code == 204


async def test_a_caller_is_not_left_on_hold_for_a_colleague_who_cant_be_called(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        here = await front(office)
        berit = await office.caller(BERIT)
        desk = DeviceId(office.ids[f"{BERIT}/desk"])
        here.comes("k1", C, here.at(BERIT))
        office.phones.report(desk, DeviceState.ON_CALL)
        refused = await berit.post("/v1/reception/calls/k1/announce", {"to": "1002999"})
        assert refused.json()["code"] == "number_refused"
        assert [verb[0] for verb in office.phones.done if verb[0] in ("hold", "resume")] in ([], ["hold", "resume"])


async def test_a_call_that_could_not_be_handed_on_does_not_come_back_from_anybody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path) as office:
        here = await front(office)
        berit = await office.caller(BERIT)
        here.comes("k1")

        async def refused(_call: CallId, _step: Step) -> None:
            raise CallRefused

        with monkeypatch.context() as once:
            once.setattr(office.phones, "redirect", refused)
            assert (await berit.post("/v1/reception/calls/k1/hand-on", {"to": ANDERS})).status_code >= 400
        here.comes("k1", R, here.at(BERIT))
        assert (await berit.get("/v1/reception")).json()["calls"][0]["back_from"] == ""


async def test_administrators_see_the_notes_for_the_reception_while_they_are_in_its_group(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await front(office)
        anders, dorte = await office.caller(ANDERS), await office.caller(DORTE)
        note = {"preset": "break", "reception_note": "Kun hastende sager"}
        assert (await anders.post("/v1/me/diversions", note)).status_code == 201
        group = next(group for group in (await dorte.get("/v1/groups")).json() if group["reception"])
        body = {"local_number": RECEPTION, "name": "Reception", "reception": True}
        members = group["members"]
        async with follow(dorte) as events:
            for there in ([*members, office.ids[DORTE]], members):
                _, _, snapshot = await events.next("snapshot")
                seen = [one["note"] for one in snapshot["private"]["reception_notes"]]
                assert seen == ([] if there != members else ["Kun hastende sager"])
                changed = await dorte.put(f"/v1/groups/{group['id']}", {**body, "members": there})
                assert changed.status_code == 200, changed.text
            _, _, snapshot = await events.next("snapshot")
            assert snapshot["private"]["reception_notes"] == []


async def test_after_how_long_calls_come_back_is_the_companys_to_set_and_outlives_a_restart(tmp_path: Path) -> None:
    path = "/v1/company/reception"
    async with running(tmp_path) as office:
        here = await front(office)
        berit, dorte = await office.caller(BERIT), await office.caller(DORTE)
        first = (await dorte.get(path)).json()
        assert (first["back_after"], first["parked_for"]) == (25, 120)
        assert (await berit.put(path, {"back_after": 40})).status_code == 403
        assert (await dorte.put(path, {"back_after": 1})).status_code == 422
        said = {"back_after": 40, "parked_for": 60, "version": first["version"]}
        assert (await dorte.put(path, said)).status_code == 200
        assert (await dorte.put(path, said)).json()["details"]["by"] == "Navn 4"
        here.comes("k1")
        assert (await berit.post("/v1/reception/calls/k1/hand-on", {"to": ANDERS})).status_code == 204
        step = here.sent_to()
        assert isinstance(step, Ring) and step.seconds == 40
        here.comes("k2", C, here.at(BERIT))
        parked = (await berit.post("/v1/calls/k2/park")).json()
        waits = datetime.fromisoformat(parked["until"]) - datetime.fromisoformat(parked["since"])
        assert waits.total_seconds() == 60
        told = await office.command(wire.ReceptionTimes(customer="100", parked_for=90))
        assert (told["back_after"], told["parked_for"]) == (40, 90)
    async with running(tmp_path) as office:
        told = await office.command(wire.ReceptionTimes(customer="100"))
        assert (told["back_after"], told["parked_for"]) == (40, 90)


async def test_a_colleague_on_the_line_is_neither_handed_on_to_themselves_nor_asked_about_it(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        here = await front(office)
        berit = await office.caller(BERIT)
        office.phones.progress("own", here.customer, C, here.at(BERIT), here.at(ANDERS))
        office.phones.progress("came", here.customer, C, here.at(DORTE), here.at(BERIT))
        for call, number in (("own", ANDERS), ("own", ANDERS[-4:]), ("came", DORTE)):
            for verb in ("hand-on", "announce"):
                refused = await berit.post(f"/v1/reception/calls/{call}/{verb}", {"to": number})
                assert (refused.status_code, refused.json()["code"]) == (422, "number_refused"), refused.text
        assert not [verb for verb in office.phones.done if verb[0] in ("park", "redirect", "originate", "hold")]
        assert (await berit.post("/v1/reception/calls/own/hand-on", {"to": DORTE})).status_code == 204
