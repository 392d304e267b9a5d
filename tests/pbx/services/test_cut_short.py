"""What the owner is told of a message: whom it is from, and when it isn't whole why; by list, live stream, snapshot."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest

from onepresence_desktop.domain.calls import Party
from onepresence_desktop.domain.messages import CutShort
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire import commands as wire
from tests.pbx.office import Running, follow, running

CALLER = Party("+4533123456", "Marianne")


async def spoken(office: Running, user: UserId) -> str:
    """A draft with two seconds of sound; its id."""
    message_id, path = await office.service.mailbox.new_draft(user)
    with wave.open(str(path), "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(b"\x01\x02" * 16_000)
    return message_id


@pytest.mark.parametrize("why", [None, *CutShort])
async def test_the_mark_is_in_the_event_the_list_and_the_snapshot_and_stays_when_it_is_read(
    tmp_path: Path, why: CutShort | None
) -> None:
    async with running(tmp_path) as office:
        await office.company()
        user = UserId(await office.person("1002101", "Anders"))
        anders = await office.caller("1002101")
        mark = why.value if why is not None else None
        async with follow(anders) as events:
            message_id = await spoken(office, user)
            await office.service.mailbox.deposit(user, message_id, CALLER, 2.0, why)
            _, _, told = await events.next("message")
        assert (told["id"], told["cut_short"]) == (message_id, mark)
        assert (await anders.get("/v1/me/messages")).json() == [told]
        assert (await anders.get("/v1/snapshot")).json()["private"]["messages"] == [told]
        read = (await anders.patch(f"/v1/me/messages/{message_id}", {"read": True})).json()
        assert (read["read"], read["cut_short"]) == (True, mark)


@pytest.mark.parametrize(("number", "name"), [("+4520212223", "Berit"), ("1002102", "Berit"), ("+4533123456", "")])
async def test_a_message_of_a_known_number_carries_the_name(tmp_path: Path, number: str, name: str) -> None:
    async with running(tmp_path) as office:
        await office.company()
        user = UserId(await office.person("1002101", "Anders"))
        await office.command(wire.UserAdd(local_number="1002102", name="Berit", mobile="+4520212223"))
        anders = await office.caller("1002101")
        message_id = await spoken(office, user)
        await office.service.mailbox.deposit(user, message_id, Party(number), 2.0)
        (told,) = (await anders.get("/v1/me/messages")).json()
        assert (told["number"], told["name"]) == (number, name)


async def test_the_interface_says_what_marks_there_are(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        document = (await office.http.get("/v1/openapi.json")).json()
    message = document["components"]["schemas"]["Message"]
    assert "cut_short" in message["properties"] and "cut_short" not in message["required"]
    assert all(f'"{why.value}"' in str(document).replace("'", '"') for why in CutShort)


async def test_what_a_crash_cut_off_is_marked_when_it_is_rescued(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with running(tmp_path) as office:
        await office.company()
        user = UserId(await office.person("1002101", "Anders"))
        message_id = await spoken(office, user)
    async with running(tmp_path) as office:
        (message,) = (await (await office.caller("1002101")).get("/v1/me/messages")).json()
    assert (message["id"], message["cut_short"], message["seconds"]) == (message_id, "service_stopped", 2.0)
    warnings = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert f"service_stopped: 2.0 s of a message to {user} were rescued" in warnings
