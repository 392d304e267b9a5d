"""What an SMS gateway's answers do to the connection, and to what waits for it (spec 6.4)."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.pbx.delivery.test_sms import gateway, state_of
from tests.pbx.office import As, Running, running
from tests.support.waiting import eventually


async def sent_over(office: Running, url: str) -> tuple[As, As, str]:
    """An administrator, somebody who has sent a text, and the connection."""
    await office.company()
    await office.person("1002100", "Berit", role="administrator")
    await office.person("1002101", "Anders")
    boss, anders = await office.caller("1002100"), await office.caller("1002101")
    body = {"name": "SMS", "kind": "sms_http", "settings": {"url": url, "sender": "Firma"}}
    made = await boss.post("/v1/connections", body)
    assert made.status_code == 201, made.text
    answer = await anders.post("/v1/messages", {"to": [{"number": "+4520123456"}], "by": ["sms"], "text": "Hej"})
    assert answer.status_code == 202, answer.text
    return boss, anders, made.json()["id"]


async def stands(boss: As) -> tuple[str, str]:
    (found,) = (await boss.get("/v1/connections")).json()
    return found["state"], found["trouble"]


async def test_a_text_for_which_nobody_is_there_waits_and_goes_out_once_the_address_is_mended(tmp_path: Path) -> None:
    with gateway(404, "<html>no such page</html>") as (wrong, _), gateway() as (right, asked):
        async with running(tmp_path) as office:
            boss, anders, made = await sent_over(office, wrong)

            async def told() -> bool:
                return await stands(boss) == ("failing", "not_found")

            await eventually(told, every=0.1)
            assert (await state_of(anders))[0] == "queued"
            change = await boss.patch(f"/v1/connections/{made}", {"settings": {"url": right}})
            assert change.status_code == 200, change.text

            async def sent() -> bool:
                office.clock.pass_(minutes=1)
                office.service.outbox.wake()
                return (await state_of(anders))[0] == "sent"

            await eventually(sent, every=0.1)
            assert len(asked) == 1 and await stands(boss) == ("ok", "")


async def test_a_gateway_that_says_when_to_come_back_is_left_in_peace_until_then(tmp_path: Path) -> None:
    with gateway(429, "slow down", {"Retry-After": "600.5"}) as (url, asked):
        async with running(tmp_path) as office:
            boss, _, _ = await sent_over(office, url)
            await eventually(lambda: asked, every=0.1)

            async def busy() -> bool:
                return await stands(boss) == ("failing", "busy")

            await eventually(busy, every=0.1)
            for _ in range(4):
                office.clock.pass_(minutes=2)
                office.service.outbox.wake()
                await asyncio.sleep(0.2)
            assert len(asked) == 1

            def again() -> bool:
                office.clock.pass_(minutes=2)
                office.service.outbox.wake()
                return len(asked) == 2

            await eventually(again, every=0.2)
