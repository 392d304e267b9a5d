"""Whoever is erased has an odd name, or a short one: theirs goes everywhere, and nobody else's is touched."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from onepresence_desktop.domain.calls import CallId, CallRecord, Cause, Direction, TraceEntry, TraceKind
from onepresence_desktop.domain.messages import Message, MessageId, MessageKind
from onepresence_desktop.domain.people import CustomerId, UserId
from tests.pbx.office import As, Running, running
from tests.pbx.services.test_person_data import found_in

NUMBER, ONE, MOBILE = "1002102", "+4533122102", "+4520447718"
TEXTS = {
    "Ann": (
        "Anns ven Ann spurgte Annette, Johann, Ann-Sofie",
        "Tidligere kollegas ven Tidligere kollega spurgte Annette, Johann, Ann-Sofie",
    ),
    "Bo-Ib": ("Bo-Ib og Bo-Ibsen: Bo-Ib", "Tidligere kollega og Bo-Ibsen: Tidligere kollega"),
    'Jens "Bob" Å\\Bro': ('Hils Jens "Bob" Å\\Bro!', "Hils Tidligere kollega!"),
    "שרה 🎈 100%_x": ("fra שרה 🎈 100%_x.", "fra Tidligere kollega."),
}


async def firm(office: Running, name: str) -> As:
    await office.company()
    await office.person("1002101", "Anders", role="administrator")
    await office.person(NUMBER, name)
    anders = await office.caller("1002101")
    known = {"one_number": ONE, "mobile": MOBILE}
    assert (await anders.patch(f"/v1/people/{office.ids[NUMBER]}", known)).status_code == 200
    return anders


@pytest.mark.parametrize("name", TEXTS)
async def test_only_the_whole_name_of_an_erased_person_is_replaced(tmp_path: Path, name: str) -> None:
    before, after = TEXTS[name]
    async with running(tmp_path) as office:
        anders = await firm(office, name)
        owner, now = UserId(office.ids["1002101"]), office.clock.now()
        trace = (TraceEntry(TraceKind.RANG, "1002109", name), TraceEntry(TraceKind.DIALLED, f"{ONE}9", "Annette"))
        call = CallRecord(
            "r1", CallId("c1"), owner, Direction.INCOMING, "1002109", "Annette", now, timedelta(seconds=5),
            Cause.NORMAL, trace=trace,
        )  # fmt: skip
        text = f"{before} Ring {ONE}, ikke {ONE}9; {NUMBER} eller ({MOBILE})"
        message = Message(MessageId("m1"), owner, MessageKind.EMAIL, "", "Annette", now, 0.0, text=text)
        async with office.service.store.unit(CustomerId(office.ids["100"])) as unit:
            await unit.history.put(call)
            await unit.messages.put(message)
        assert (await anders.post(f"/v1/people/{office.ids[NUMBER]}/erasure")).status_code == 204
        (kept,) = (await anders.get("/v1/me/messages")).json()
        assert kept["text"] == f"{after} Ring , ikke {ONE}9;  eller ()"
        (record,) = (await anders.get("/v1/me/calls")).json()
        told = [(entry["number"], entry["name"]) for entry in record["trace"]]
        assert told == [("1002109", "Tidligere kollega"), (f"{ONE}9", "Annette")]


@pytest.mark.parametrize("way", ["erasure", "removal"])
async def test_who_leaves_is_on_call_for_no_group_and_takes_no_group_s_calls(tmp_path: Path, way: str) -> None:
    async with running(tmp_path) as office:
        anders = await firm(office, "Mathilde")
        gone = office.ids[NUMBER]
        turns = [NUMBER, "1002101", ONE, MOBILE, "+4570102030"]
        rota = {"turns": turns, "first": date(2026, 11, 23).isoformat(), "changes_on": 0, "changes_at": "08:00:00"}
        body = {"name": "Vagt", "members": [], "rota": rota}
        first = {**body, "local_number": "1002150", "mailbox": gone, "overflow": NUMBER}
        made = (await anders.post("/v1/groups", first)).json()
        leave = ("POST", f"/v1/people/{gone}/erasure") if way == "erasure" else ("DELETE", f"/v1/people/{gone}")
        refused = await anders._do(*leave)
        assert (refused.status_code, refused.json()["details"]) == (409, {"what": "in_use", "holder": "Vagt"})
        for method, path, each in (
            ("PUT", f"/v1/groups/{made['id']}", {**first, "overflow": None, "version": made["version"]}),
            ("POST", "/v1/groups", {**body, "local_number": "1002151", "members": [gone], "overflow": "1002101"}),
        ):
            assert (await anders._do(method, path, json=each)).is_success
        assert (await anders._do(*leave)).status_code == 204
        groups = (await anders.get("/v1/groups")).json()
        assert [group["rota"]["turns"] for group in groups] == [["", "1002101", "", "", "+4570102030"]] * 2
        assert [(group["mailbox"], group["overflow"]) for group in groups] == [(None, None), (None, "1002101")]
        saved = {key: groups[0][key] for key in (*body, "local_number", "mailbox", "overflow", "version")}
        assert (await anders.put(f"/v1/groups/{groups[0]['id']}", saved)).status_code == 200, "it can still be saved"
    assert way == "removal" or not found_in(tmp_path, NUMBER, ONE, MOBILE)
