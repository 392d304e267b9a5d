"""What is kept and for how long, sickness as any absence, and the audit log (spec 12.4d)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from onepresence_desktop.domain.calls import CallId, CallRecord, Cause, Direction
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.services.privacy import PrivacyService
from tests.pbx.office import As, Running, follow, running


async def firm(office: Running) -> tuple[As, As]:
    await office.company()
    await office.person("1002101", "Anders", role="administrator")
    await office.person("1002102", "Mette")
    return await office.caller("1002101"), await office.caller("1002102")


async def test_colleagues_see_sickness_as_another_absence_where_the_company_says_so(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, mette = await firm(office)
        body = {"reason": "sick", "until": None, "destination": {"kind": "voicemail"}}
        async with follow(anders) as events:
            await events.next("snapshot")
            await mette.post("/v1/me/diversions", body)
            _, _, told = await events.next("presence")
            assert told["reason"] == "sick"
            settings = (await anders.get("/v1/company/privacy")).json()
            changed = {"sickness_shown": False, "version": settings["version"]}
            assert (await anders.put("/v1/company/privacy", changed)).status_code == 200
            _, _, told = await events.next("presence")
            assert told["reason"] == "other"
        stale = await anders.put("/v1/company/privacy", changed)
        assert stale.json()["details"]["what"] == "changed"
        rows = (await anders.get("/v1/day-board")).json()["rows"]
        assert {absence["reason"] for row in rows for absence in row["absences"]} == {"other"}
        assert (await mette.get("/v1/me/diversions")).json()["current"][0]["reason"] == "sick"
    async with running(tmp_path) as again:
        again.ids = dict(office.ids)
        assert (await (await again.caller("1002101")).get("/v1/company/privacy")).json()["sickness_shown"] is False


async def test_what_has_reached_its_age_goes_by_itself(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, mette = await firm(office)
        customer, user = CustomerId(office.ids["100"]), UserId(office.ids["1002102"])
        now = office.clock.now()
        for days in (1, 40):
            at = now - timedelta(days=days)
            number, talked = "+4533123456", timedelta(seconds=5)
            made = CallRecord(
                f"r{days}", CallId(f"c{days}"), user, Direction.INCOMING, number, "", at, talked, Cause.NORMAL
            )
            async with office.service.store.unit(customer) as unit:
                await unit.history.put(made)
        assert (await anders.put("/v1/company/privacy", {"calls_days": 0})).json()["details"]["field"] == "calls_days"
        await anders.put("/v1/company/privacy", {"calls_days": 30, "sent_days": 30, "messages_days": 30})
        service = office.service
        nobody: Any = None
        privacy = PrivacyService(service.store, service.live, nobody, service.inbox, nobody, office.clock)
        await privacy.forget_old(now)
        assert [record["id"] for record in (await mette.get("/v1/me/calls")).json()] == ["r1"]


async def test_the_audit_log_names_who_did_what_and_is_searched_and_turned(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, mette = await firm(office)
        assert (await mette.get("/v1/audit")).status_code == 403
        await anders.put("/v1/company/privacy", {"calls_days": 90})
        log = (await anders.get("/v1/audit")).json()
        assert (log[0]["who"], log[0]["action"], log[0]["subject"]) == ("Anders", "privacy_changed", "privacy")
        assert [entry["id"] for entry in log] == sorted((entry["id"] for entry in log), reverse=True)
        older = (await anders.get(f"/v1/audit?before={log[0]['id']}")).json()
        assert older == log[1:]
        found = (await anders.get("/v1/audit?q=privacy_")).json()
        assert found == log[:1], "a wildcard of the database is a letter here"
        for odd in (f"before={10**30}", "before=-1", "q=%00"):
            assert (await anders.get(f"/v1/audit?{odd}")).status_code in (200, 400, 422), odd
        by_name = (await anders.get("/v1/audit?q=Anders")).json()
        await anders.put("/v1/me/mailbox-pin", {"pin": "8361"})
        await anders.delete("/v1/me/mailbox-pin")
        pin = (await anders.get("/v1/audit?q=mailbox_pin")).json()
        assert [entry["action"] for entry in pin] == ["mailbox_pin_removed", "mailbox_pin_set"]
        assert log[0] in by_name and all(entry["who"] == "Anders" or "1002101" in str(entry) for entry in by_name)
