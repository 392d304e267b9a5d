"""The doctor at work in a whole service: report, unblock, what lasts (spec 12.4e)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain.doctor import Block, FailedSource, Failure
from onepresence_desktop.domain.errors import StoreFull, StoreReadOnly
from onepresence_desktop.domain.steps import TrunkId
from onepresence_desktop.pbx.ports import Diagnosis, TrunkState
from onepresence_desktop.wire import commands as wire
from tests.pbx.office import START, Running, follow, running
from tests.pbx.services.test_trunks import LINE, company

UNTIL = START + timedelta(minutes=30)


def failed(user: str, address: str = "192.0.2.57", *, blocked: bool = False) -> FailedSource:
    first, last = START - timedelta(minutes=10), START - timedelta(seconds=20)
    return FailedSource(address, user, "Snom D735", Failure.WRONG_PASSWORD, 41, first, last, UNTIL if blocked else None)


def sip_user(office: Running, local_number: str) -> str:
    lines = office.phones.lines.values()
    return next(line.sip_user for line in lines if line.numbers[0] == local_number)


def codes(answer: dict[str, Any], *severities: str) -> list[str]:
    return [one["code"] for one in answer["findings"] if one["severity"] in severities]


async def test_a_phone_that_is_blocked_is_shown_with_its_reason_and_let_in_again(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await company(office)
        user = sip_user(office, "1002102")
        office.phones.diagnosis = Diagnosis((failed(user, blocked=True),), (Block("192.0.2.57", user, UNTIL),))
        anders = await office.caller("1002101")
        seen = (await anders.get("/v1/doctor")).json()
        assert codes(seen, "error") == ["phone_blocked"] and "disk_good" in codes(seen, "good", "warning")
        values = seen["findings"][0]["values"]
        assert (values["address"], values["user"], values["agent"], values["tries"]) == (
            "192.0.2.57", user, "Snom D735", "41",
        )  # fmt: skip
        other = await anders.post("/v1/doctor/unblock", {"address": "192.0.2.58", "user": user})
        assert other.json() == {"count": 0} and office.phones.diagnosis.blocks
        answer = await anders.post("/v1/doctor/unblock", {"address": "192.0.2.57", "user": user})
        assert answer.json() == {"count": 1} and not office.phones.diagnosis.blocks
        (entry,) = (await anders.get("/v1/audit?q=phone_unblocked")).json()
        assert (entry["subject"], entry["detail"]) == (user, "192.0.2.57")
        mette = await office.caller("1002102")
        assert (await mette.get("/v1/doctor")).status_code == 403
        assert (await mette.post("/v1/doctor/unblock", {"address": "192.0.2.57"})).status_code == 403


async def test_an_administrator_sees_no_phone_of_another_company(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await company(office)
        await office.company("200", "Other")
        await office.person("2002101", "Otto", role="administrator")
        ours, theirs = sip_user(office, "1002102"), sip_user(office, "2002101")
        blocks = tuple(Block("192.0.2.9", user, UNTIL) for user in (ours, theirs, ""))
        sources = tuple(failed(user) for user in (ours, theirs, "1009999-x", "2009999-x", "nobody", ""))
        office.phones.diagnosis = Diagnosis(sources, blocks)
        otto = await office.caller("2002101")
        seen = (await otto.get("/v1/doctor")).json()
        assert {one["user"] for one in seen["sources"]} == {theirs, "2009999-x"}
        assert [one["user"] for one in seen["blocks"]] == [theirs]
        assert (await otto.post("/v1/doctor/unblock", {"address": "192.0.2.9", "user": ours})).json() == {"count": 0}
        assert (await otto.post("/v1/doctor/unblock", {"address": "192.0.2.9"})).json() == {"count": 1}
        whole = await office.command(wire.Diagnose())
        assert len(whole["sources"]) == 6 and {one["user"] for one in whole["blocks"]} == {ours, ""}


async def test_the_command_line_reports_unblocks_and_rings_a_number(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await company(office)
        office.phones.diagnosis = Diagnosis((failed("x", blocked=True),), (Block("192.0.2.57", "x", UNTIL),))
        await office.command(wire.TrunkAdd(name="one", server="192.0.2.1"))
        done = await office.command(wire.Diagnose(unblock="192.0.2.57", user="x", call="33123456", customer="100"))
        assert (done["unblocked"], done["called"]["said"], done["running"]) == (1, "180 Ringing", True)
        assert ("trunk_up" in codes(done, "good")) and not done["blocks"]


async def test_what_lasts_for_five_minutes_is_told_to_administrators_alone_and_when_it_is_over(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await company(office)
        anders, mette = await office.caller("1002101"), await office.caller("1002102")
        made = (await anders.post("/v1/trunks", LINE)).json()
        line = TrunkId(made["id"])
        doctor = office.service.doctor
        async with follow(anders) as told:
            _, _, first = await told.next("snapshot")
            assert first["private"]["findings"] == {"findings": []}
            office.phones.trunk_states[line] = TrunkState(line, up=False, detail="403 Account closed", since=START)
            await doctor.watch()
            office.clock.pass_(minutes=5)
            await doctor.watch()
            _, _, news = await told.next("findings")
            ((code, said),) = [(one["code"], one["values"]["said"]) for one in news["findings"]]
            assert (code, said) == ("trunk_down", "403 Account closed")
            assert (await anders.get("/v1/snapshot")).json()["private"]["findings"]["findings"]
            assert (await mette.get("/v1/snapshot")).json()["private"]["findings"]["findings"] == []
            del office.phones.trunk_states[line]
            await doctor.watch()
            assert (await told.next("findings"))[2] == {"findings": []}


@pytest.mark.parametrize(("why", "code"), [(StoreReadOnly, "store_read_only"), (StoreFull, "disk_full")])
async def test_a_store_that_takes_nothing_is_told_to_administrators_at_once_and_when_it_is_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, why: type[Exception], code: str
) -> None:
    async with running(tmp_path) as office:
        await company(office)
        anders = await office.caller("1002101")
        doctor = office.service.doctor

        async def refuses() -> None:
            raise why

        async with follow(anders) as told:
            await told.next("snapshot")
            with monkeypatch.context() as broken:
                broken.setattr(office.service.store, "probe", refuses)
                await doctor.watch()
            assert [one["code"] for one in (await told.next("findings"))[2]["findings"]] == [code]
            await doctor.watch()
            assert (await told.next("findings"))[2] == {"findings": []}
