"""SMS gateways that take texts and never say what became of them: "sent" is all that is known, nothing is repeated."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.pbx.delivery.sms_gateway import GatewayKind, SmsGateway
from onepresence_desktop.pbx.services.outbox import AT_ONCE, IN_HAND
from tests.pbx.office import As, Running, running
from tests.support import kannel, smsc
from tests.support.waiting import eventually

SILENT = [f"+4520{n:05}7" for n in range(AT_ONCE + 2)]
"""More than go out side by side; the centre takes them and reports none."""


async def sent(who: As, text: str, *numbers: str) -> None:
    body = {"to": [{"number": number} for number in numbers], "by": ["sms"], "text": text}
    answer = await who.post("/v1/messages", body)
    assert answer.status_code == 202, answer.text


async def told(who: As, text: str) -> list[tuple[str, str, bool]]:
    """State, reason and doubt for each recipient; none for a text that is no longer shown."""
    found = [one for one in (await who.get("/v1/me/sent")).json() if one["text"] == text]
    recipients: list[dict[str, Any]] = [to for one in found for to in one["recipients"]]
    return [(to["state"], to.get("reason", ""), bool(to.get("doubt"))) for to in recipients]


async def are(who: As, text: str, state: str, many: int = 1) -> None:
    async def so() -> bool:
        return await told(who, text) == [(state, "", False)] * many

    await eventually(so, every=0.1)


async def later(office: Running, who: As, text: str, **time: float) -> None:
    """That time passes, and what is written then goes out: so the outbox has looked at all that is due."""
    office.clock.pass_(**time)
    office.service.outbox.wake()
    await sent(who, text, "+4520123450")


async def administrator(office: Running) -> As:
    await office.company()
    await office.person("1002100", "Berit", role="administrator")
    return await office.caller("1002100")


async def test_a_centre_that_never_reports_has_them_sent_once_and_keeps_nobody_waiting(tmp_path: Path) -> None:
    if smsc.missing():
        pytest.skip("Net::SMPP is not installed")
    with smsc.Center(tmp_path / "center") as center:
        async with running(tmp_path / "data") as office:
            berit = await administrator(office)
            settings = {"host": "127.0.0.1", "port": center.port, "security": "none", "account": smsc.ACCOUNT}
            settings |= {"password": smsc.PASSWORD, "sender": "Firma"}
            made = await berit.post("/v1/connections", {"name": "SMSC", "kind": "smpp", "settings": settings})
            assert made.status_code == 201, made.text
            await sent(berit, "Tavs", *SILENT)
            await are(berit, "Tavs", "sent", len(SILENT))
            steps: list[dict[str, float]] = [{"seconds": IN_HAND.total_seconds() + 1}, {"hours": 25}, {"days": 20}]
            for step in steps:
                await later(office, berit, f"Efter {step}", **step)
                await are(berit, f"Efter {step}", "delivered")
                assert await told(berit, "Tavs") == [("sent", "", False)] * len(SILENT)
            assert (await berit.get("/v1/connections")).json()[0]["state"] == "ok"
            office.clock.pass_(days=10)
            assert await told(berit, "Tavs") == []  # nobody says that it arrived, nor that it didn't
            came = Counter(to for to, _, text in center.taken if text == "Tavs")
            assert came == Counter(number.removeprefix("+") for number in SILENT)


async def test_a_gateway_that_lost_its_network_is_told_as_sent_until_it_reports(tmp_path: Path) -> None:
    with kannel.Kannel(tmp_path / "kannel") as gateway:
        async with running(tmp_path / "data") as office:
            port = int(office.service.url.rpartition(":")[2])
        known = SmsGateway(
            gateway.url,
            "Firma",
            GatewayKind.KANNEL,
            kannel.ACCOUNT,
            kannel.PASSWORD,
            report_url=f"http://127.0.0.1:{port}/",
        )
        async with running(tmp_path / "data", sms=known, port=port) as office:
            berit = await administrator(office)
            gateway.leave_network()
            await sent(berit, "Tavs", "+4520123451")
            await are(berit, "Tavs", "sent")
            await later(office, berit, "Senere", days=2)
            await are(berit, "Senere", "sent")
            assert await told(berit, "Tavs") == [("sent", "", False)]
            assert gateway.taken == []
            gateway.join_network()
            await are(berit, "Senere", "delivered")
            await are(berit, "Tavs", "delivered")
        assert sorted(one.text for one in gateway.taken) == ["Senere", "Tavs"]
