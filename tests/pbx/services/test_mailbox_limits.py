"""What a mailbox holds and for how long, on a real service (spec 6.2, 6.8)."""

from __future__ import annotations

import wave
from datetime import timedelta
from pathlib import Path

from onepresence_desktop.domain.calls import Party
from onepresence_desktop.domain.messages import Room
from onepresence_desktop.domain.people import UserId
from tests.pbx.office import As, Running, follow, running

CALLER = Party("+4533123456", "Marianne")


async def left(office: Running, user: UserId, seconds: float) -> Path:
    """A message in the mailbox, as a caller leaves it; where its sound lies."""
    message_id, path = await office.service.mailbox.new_draft(user)
    with wave.open(str(path), "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(b"\x01\x02" * int(8000 * seconds))
    await office.service.mailbox.deposit(user, message_id, CALLER, seconds)
    return path.with_name(f"{message_id}.wav")


async def ids(anders: As) -> list[str]:
    return [message["id"] for message in (await anders.get("/v1/me/messages")).json()]


async def test_what_was_heard_goes_at_the_age_its_owner_set_with_its_sound_and_what_he_keeps_stays(
    tmp_path: Path,
) -> None:
    async with running(tmp_path) as office:
        await office.company()
        user = UserId(await office.person("1002101", "Anders"))
        anders = await office.caller("1002101")
        await left(office, user, 2.0)
        await left(office, user, 2.0)
        await left(office, user, 2.0)
        new, kept, heard = await ids(anders)
        await anders.patch(f"/v1/me/messages/{kept}", {"read": True, "kept": True})
        await anders.patch(f"/v1/me/messages/{heard}", {"read": True})
        body = {"language": "da", "second_language": "en", "keep_days": 7}
        assert (await anders.put("/v1/me/voicemail", body)).json()["keep_days"] == 7
        # A client of before that knows no age leaves it as it is.
        assert (await anders.put("/v1/me/voicemail", {"language": "sv"})).json()["keep_days"] == 7
        inbox = office.service.inbox
        async with follow(anders) as events:
            await inbox.remove_overdue(office.clock.now() + timedelta(days=6, hours=23))
            assert sorted(await ids(anders)) == sorted([new, kept, heard])
            await inbox.remove_overdue(office.clock.now() + timedelta(days=7))
            _, _, removed = await events.next("message_removed")
        assert removed["id"] == heard
        assert sorted(await ids(anders)) == sorted([new, kept])
        assert (await anders.get(f"/v1/me/messages/{heard}/recording")).status_code == 404
        assert not [file for file in tmp_path.rglob("*.wav") if heard in file.name]


async def test_an_age_that_is_none_is_refused(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002101", "Anders")
        anders = await office.caller("1002101")
        refused = await anders.put("/v1/me/voicemail", {"language": "da", "keep_days": -1})
        assert refused.status_code == 422 and refused.json()["code"] == "invalid"


async def test_the_owner_is_told_how_much_his_mailbox_holds_and_each_has_his_own(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        anders = UserId(await office.person("1002101", "Anders"))
        berit = UserId(await office.person("1002102", "Berit"))
        await left(office, anders, 12.0)
        assert await office.service.mailbox.room(anders) == Room(12.0, 3600.0)
        assert await office.service.mailbox.room(berit) == Room(0.0, 3600.0)
        snapshot = (await (await office.caller("1002101")).get("/v1/snapshot")).json()
        assert snapshot["private"]["me"]["mailbox_seconds"] == 3600.0
