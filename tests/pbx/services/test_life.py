"""Starts, ends and crashes of a service: nothing acknowledged, spoken or ended is lost."""

from __future__ import annotations

import asyncio
import wave
from datetime import time
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain.calls import CallState, Cause, Party
from onepresence_desktop.domain.errors import StoreFull, StoreReadOnly
from onepresence_desktop.domain.people import CustomerId, DeviceId, Opening, SoundPath, UserId, WorkingHours
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.pbx.config import Address
from onepresence_desktop.pbx.ports import Health
from onepresence_desktop.pbx.services import messages as messages_room
from onepresence_desktop.supervise import supervise
from onepresence_desktop.wire import commands as wire
from tests.pbx.office import START, As, follow, running
from tests.pbx.phones import TestClock, TestPhones
from tests.support.waiting import eventually


async def test_a_message_that_a_crash_cut_off_is_there_after_the_restart(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        user = UserId(await office.person("1002101", "Anders"))
        _, path = await office.service.mailbox.new_draft(user)
        with wave.open(str(path), "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(2)
            sound.setframerate(8000)
            sound.writeframes(b"\x01\x02" * 16000)
        _, stranger = await office.service.mailbox.new_draft(user)
        stranger.with_name(stranger.name.replace(user, "nobody")).write_bytes(path.read_bytes())
    async with running(tmp_path) as office:
        anders = await office.caller("1002101")
        messages = (await anders.get("/v1/me/messages")).json()
        assert [(m["number"], m["seconds"], m["read"]) for m in messages] == [("", 2.0, False)]
        recording = await anders.get(f"/v1/me/messages/{messages[0]['id']}/recording")
        assert recording.content.startswith(b"RIFF")


async def test_a_message_that_the_store_has_no_room_for_is_stored_as_soon_as_there_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages_room, "PAUSE_WHEN_AWAY", 0.05)
    async with running(tmp_path) as office:
        await office.company()
        user = UserId(await office.person("1002101", "Anders"))
        anders = await office.caller("1002101")
        message_id, path = await office.service.mailbox.new_draft(user)
        with wave.open(str(path), "wb") as sound:
            sound.setparams((1, 2, 8000, 0, "NONE", ""))
            sound.writeframes(b"\x01\x02" * 16000)
        put = office.service.mailbox._commit
        tried: list[str] = []
        full = True

        async def commit(*given: Any) -> None:
            tried.append(message_id)
            if full:
                raise StoreFull
            await put(*given)

        monkeypatch.setattr(office.service.mailbox, "_commit", commit)
        with pytest.raises(StoreFull):
            await office.service.mailbox.deposit(user, message_id, Party("+4533123456", "Marianne"), 2.0)
        await eventually(lambda: len(tried) >= 4)
        full = False

        async def there() -> Any:
            return (await anders.get("/v1/me/messages")).json()

        (message,) = await eventually(there)
        assert (message["name"], message["seconds"], message["read"]) == ("Marianne", 2.0, False)
        assert len((await anders.get(f"/v1/me/messages/{message['id']}/recording")).content) == 32044
        await eventually(lambda: user in office.phones.lamps)
        assert office.phones.lamps[user].new == 1


async def test_a_message_that_waited_for_the_store_keeps_its_caller_over_a_restart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path) as office:
        await office.company()
        user = UserId(await office.person("1002101", "Anders"))
        message_id, path = await office.service.mailbox.new_draft(user)
        with wave.open(str(path), "wb") as sound:
            sound.setparams((1, 2, 8000, 0, "NONE", ""))
            sound.writeframes(b"\x01\x02" * 16000)

        async def full(*_: Any) -> None:
            raise StoreFull

        monkeypatch.setattr(office.service.mailbox, "_commit", full)
        with pytest.raises(StoreFull):
            await office.service.mailbox.deposit(user, message_id, Party("+4533123456", "Marianne"), 2.0)
        assert len(list((tmp_path / "spool" / "message").iterdir())) == 1
    async with running(tmp_path) as office:
        anders = await office.caller("1002101")
        (message,) = (await anders.get("/v1/me/messages")).json()
        assert (message["name"], message["number"], message["seconds"]) == ("Marianne", "+4533123456", 2.0)
        assert message.get("cut_short") is None
        assert not list((tmp_path / "spool" / "message").iterdir())


async def test_health_tells_of_a_database_that_can_only_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path) as office:
        assert (await office.http.get("/healthz")).status_code == 200

        async def read_only() -> None:
            raise StoreReadOnly

        monkeypatch.setattr(office.service.store, "probe", read_only)
        answer = await office.http.get("/healthz")
        assert (answer.status_code, answer.json()["code"]) == (503, "store_read_only")


class Hanging(TestPhones):
    """A driver that ends its calls when it is stopped, as real ones do."""

    async def stop(self) -> None:
        customer, caller, callee = self.ends
        self.progress("c1", customer, CallState.ENDED, caller, callee, cause=Cause.LOST)

    ends: tuple[CustomerId, Party, Party]


async def test_calls_cut_off_by_the_end_of_the_service_are_in_the_history(tmp_path: Path) -> None:
    phones = Hanging()
    async with running(tmp_path, phones=phones) as office:
        await office.company()
        user = UserId(await office.person("1002101", "Anders"))
        phones.ends = (CustomerId(office.ids["100"]), Party("+4533123456"), Party("1002101", "Anders", user))
        phones.progress("c1", phones.ends[0], CallState.CONNECTED, *phones.ends[1:])
    async with running(tmp_path) as office:
        anders = await office.caller("1002101")
        assert [r["cause"] for r in (await anders.get("/v1/me/calls")).json()] == ["lost"]


async def test_every_lamp_is_set_anew_after_a_start(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        user = UserId(await office.person("1002101", "Anders"))
    async with running(tmp_path) as office:
        await eventually(lambda: user in office.phones.lamps)


async def test_phones_are_unknown_while_telephony_is_away_and_known_again_after(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002101", "Anders")
        anders = await office.caller("1002101")
        async with follow(anders) as events:
            await events.next("snapshot")
            known = dict(office.phones.states)
            office.phones.states.clear()
            office.phones.emit(Health(False, "gone"))
            assert (await events.next("presence"))[2]["presence"] == "unknown"
            office.phones.states = known
            office.phones.emit(Health(True))
            assert (await events.next("presence"))[2]["presence"] == "available"


async def test_working_hours_begin_and_end_by_themselves(tmp_path: Path) -> None:
    from dataclasses import replace

    clock = TestClock(START.replace(hour=14, minute=50))
    async with running(tmp_path, clock=clock) as office:
        await office.company()
        user = UserId(await office.person("1002101", "Anders"))
        company = office.service.live.company(CustomerId(office.ids["100"]))
        week = WorkingHours(tuple((Opening(time(8), time(16)),) if day < 5 else () for day in range(7)))
        async with office.service.store.unit() as unit:
            await unit.people.put_user(replace(company.user(user), hours=week))
        ids = dict(office.ids)
    async with running(tmp_path, clock=clock) as office:
        office.ids = ids
        anders = await office.caller("1002101")
        async with follow(anders) as events:
            await events.next("snapshot")
            clock.pass_(minutes=10)
            office.wake()
            seen = (await events.next("presence"))[2]
            assert (seen["presence"], seen["returns_at"]) == ("off_work", "2026-11-25T07:00:00Z")
            clock.pass_(hours=16)
            office.wake()
            assert (await events.next("presence"))[2]["presence"] == "available"


async def test_gone_for_the_day_ends_with_the_next_working_hour(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002101", "Anders")
        anders = await office.caller("1002101")
        made = (await anders.post("/v1/me/diversions", {"preset": "gone_home"})).json()
        assert made["until"] == "2026-11-25T07:00:00Z"


async def test_a_removed_person_is_gone_everywhere(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002101", "Anders", role="administrator")
        mette = await office.person("1002102", "Mette")
        admin, her = await office.caller("1002101"), await office.caller("1002102")
        await office.phones.set_lines(list(office.phones.lines.values()))
        _, path = await office.service.mailbox.new_draft(UserId(mette))
        path.write_bytes(b"RIFF")
        message = path.stem
        await office.service.mailbox.deposit(UserId(mette), message, Party("1"), 1.0)  # type: ignore[arg-type]
        sound = office.service.mailbox._recordings.path(message)  # type: ignore[arg-type]
        assert sound.exists()
        async with follow(admin) as events, follow(her) as hers:
            await events.next("snapshot")
            await hers.next("snapshot")
            assert (await admin.delete(f"/v1/people/{mette}")).status_code == 204
            assert (await events.next("person_removed"))[2] == {"id": mette}
            await hers.next("signed_out")
        assert (await her.get("/v1/me")).status_code == 401
        assert not sound.exists()
        assert len(office.phones.lines) == 1
        assert (await admin.delete(f"/v1/people/{office.ids['1002101']}")).json()["code"] == "conflict"


async def test_a_closed_person_is_signed_out_and_may_not_come_back(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002101", "Anders", role="administrator")
        mette = await office.person("1002102", "Mette")
        admin, her = await office.caller("1002101"), await office.caller("1002102")
        assert (await admin.patch(f"/v1/people/{mette}", {"closed": True})).json()["closed"] is True
        assert (await her.get("/v1/me")).status_code == 401
        answer = await office.http.post("/v1/sessions", json={"local_number": "1002102", "password": "2580"})
        assert answer.json()["code"] == "wrong_credentials"
        to_her = {"reason": "other", "destination": {"kind": "number", "number": "2102"}}
        refused = (await admin.post("/v1/me/diversions", to_her)).json()
        assert (refused["code"], refused["details"]["problem"]) == ("dead_end", "closed")


async def test_how_a_devices_sound_goes_is_set_by_page_and_command_line_and_told_to_the_engine(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002101", "Anders", role="administrator")
        admin, device = await office.caller("1002101"), DeviceId(office.ids["1002101/desk"])
        assert office.phones.lines[device].sound is SoundPath.AUTOMATIC
        before = office.phones.lines[device].ha1
        changed = await admin.patch(f"/v1/devices/{device}", {"sound": "relayed"})
        assert changed.json()["sound"] == "relayed" and office.phones.lines[device].sound is SoundPath.RELAYED
        await office.command(wire.DeviceSet(which="1002101d", sound=SoundPath.DIRECT))
        assert (office.phones.lines[device].sound, office.phones.lines[device].ha1) == (SoundPath.DIRECT, before)
        for wrong in ("unknown", "loud", None):
            assert (await admin.patch(f"/v1/devices/{device}", {"sound": wrong})).status_code in (400, 422)
        assert office.phones.lines[device].sound is SoundPath.DIRECT
        (user,) = (await office.command(wire.Listing()))["customers"][0]["users"]
        assert user["devices"][0]["sound"] == "direct"


async def test_that_phones_must_be_encrypted_is_set_for_one_and_for_all_where_they_can_come_so(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002101", "Anders", role="administrator")
        admin, device = await office.caller("1002101"), office.ids["1002101/desk"]
        for path, body in (
            (f"/v1/devices/{device}", {"secure": True}),
            ("/v1/company/secure-phones", {"secure": True}),
        ):
            verb = admin.patch if "devices" in path else admin.put
            refused = await verb(path, body)
            assert (refused.status_code, refused.json()["details"]) == (409, {"what": "no_tls"})
        assert (await admin.get("/v1/company/secure-phones")).json() == {"secure": False, "possible": False}
    async with running(tmp_path, sips=Address("127.0.0.1", 5061)) as office:
        admin = await office.caller("1002101")

        def secure() -> bool:
            return office.phones.lines[DeviceId(device)].secure

        changed = (await admin.patch(f"/v1/devices/{device}", {"secure": True})).json()
        assert changed["secure"] and changed["sound"] == "automatic" and secure()
        sip = (await admin.get(f"/v1/devices/{device}/sip")).json() if office.phones.address else {}
        assert not sip or (sip["transport"], sip["port"]) == ("tls", 5061)
        await admin.patch(f"/v1/devices/{device}", {"secure": False})
        assert not secure()
        assert (await admin.put("/v1/company/secure-phones", {"secure": True})).json()["secure"] and secure()
    async with running(tmp_path, sips=Address("127.0.0.1", 5061)) as office:
        assert secure()
        admin = await office.caller("1002101")
        await admin.put("/v1/company/secure-phones", {"secure": False})
        assert not secure()


async def test_sip_settings_are_shown_to_administrators_and_written_down(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002101", "Anders", role="administrator")
        admin = await office.caller("1002101")
        device = office.ids["1002101/desk"]
        shown = (await admin.get(f"/v1/devices/{device}/sip")).json()
        assert (shown["server"], shown["port"], shown["user"]) == ("127.0.0.1", 5060, "1002101d")
        line = office.phones.lines[device]  # type: ignore[index]
        import hashlib

        digest = hashlib.md5(f"1002101d:onepresence:{shown['password']}".encode()).hexdigest()
        assert line.ha1 == digest and shown["password"] not in repr(line)
        async with office.service.store.reading() as unit:
            log = await unit.credentials.audit_log(CustomerId(office.ids["100"]))
        assert "sip_settings_shown" in {entry.action for entry in log}
        assert not any(shown["password"] in repr(entry) for entry in log)


async def test_a_supervised_task_is_started_again_and_ends_when_cancelled() -> None:
    runs = 0

    async def work() -> None:
        nonlocal runs
        runs += 1
        if runs < 3:
            raise RuntimeError("fell over")
        await asyncio.Event().wait()

    task = asyncio.create_task(supervise("test", work, first_pause=0.001))
    await eventually(lambda: runs == 3)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert task.cancelled()


def test_states_of_phones_are_never_guessed() -> None:
    assert TestPhones().devices() == {}
    assert DeviceState.UNKNOWN.value == "unknown"


async def test_a_phone_that_was_taken_away_may_report_what_it_will(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002101", "Anders", devices=("desk", "softphone"))
        gone = DeviceId(office.ids["1002101/desk"])
        await office.command(wire.Remove(which=gone))
        office.phones.report(gone, DeviceState.ON_CALL)
        anders = await office.caller("1002101")
        (presence,) = (await anders.get("/v1/snapshot")).json()["public"]["presence"]
        assert gone not in {device["id"] for device in presence["devices"]} and presence["presence"] != "busy"


async def test_a_password_set_back_ends_every_session_for_good(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002101", "Anders")
        caller = await office.caller("1002101")
        await office.command(wire.PasswordReset(local_number="1002101"))
        assert (await caller.get("/v1/me")).status_code == 401
        again = await office.http.post("/v1/sessions", json={"local_number": "1002101", "password": "0000"})
        assert again.json()["must_change_password"] is True
    async with running(tmp_path) as office:
        assert (await As(office.http, caller.token).get("/v1/me")).status_code == 401
