"""Desk phones fetch their settings as each make does: by a secret once, then by their password; guesses are counted."""

from __future__ import annotations

import xml.etree.ElementTree as Xml
from pathlib import Path
from typing import Any

import httpx
import pytest

from onepresence_desktop.domain.people import CustomerId, DeviceId
from onepresence_desktop.pbx.services import settings_watch
from tests.pbx.office import As, Running, running
from tests.support.waiting import eventually

YEALINK = {"User-Agent": "Yealink SIP-T54W 96.86.0.23 00:15:65:a1:b2:c3"}
SNOM = {"User-Agent": "Mozilla/4.0 (compatible; snomD735-SIP 10.1.148.1)"}
BASE = "https://phones.example:8443"


MODELS = [
    ("Yealink SIP-T21P_E2 52.80.0.3 00:15:65:4c:4c:26", "y000000000052.cfg", "0015654c4c26.cfg"),
    ("Yealink SIP-T33G 124.85.257.55 80:5e:c0:bd:ea:ef", "y000000000124.cfg", "805ec0bdeaef.cfg"),
    ("Yealink SIP-T54W 96.86.0.23 00:15:65:a1:b2:c3", "y000000000096.cfg", "001565a1b2c3.cfg"),
    ("Mozilla/4.0 (compatible; snom320-SIP 8.4.18 1.1.3-s)", "", "snom320-000413A1B2C3.htm"),
    (
        "Mozilla/4.0 (compatible; snom710-SIP 8.7.5.35 1.1.5-IFX-05.01.12 000413741767)",
        "snom710.htm",
        "snom710-000413741767.htm",
    ),
    (
        "Mozilla/4.0 (compatible; snomD785-SIP 10.1.33.33 2010.12-00004-g9ba52f5 000413922D24 SXM:0 UXM:0)",
        "snomD785.xml",
        "000413922D24.xml",
    ),
]
"""What phones call themselves (as Wazo's plugins saw them), the model's file they ask for first, and their own."""


async def firm(office: Running) -> tuple[As, str]:
    await office.company()
    await office.person("1002101", "Anders", role="administrator")
    await office.person("1002102", "Mette")
    return await office.caller("1002101"), office.ids["1002102/desk"]


async def address(office: Running, device: str) -> str:
    """As through the door that encrypts: the test's own is plain."""
    customer = CustomerId(office.ids["100"])
    made = await office.service.provisioning.make_address(customer, DeviceId(device), BASE, "test")
    return made.removeprefix(BASE)


async def get(
    office: Running, path: str, headers: dict[str, str], auth: tuple[str, str] | None = None
) -> httpx.Response:
    return await office.http.get(path, headers=headers, auth=auth)


async def test_a_yealink_fetches_once_by_the_secret_and_then_by_its_password(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, device = await firm(office)
        refused = await anders.post(f"/v1/devices/{device}/provisioning")
        assert refused.json()["code"] == "not_encrypted", "never over a way that others can read"
        path = await address(office, device)
        for other in ("y000000000000.boot", "y000000000096.cfg"):
            assert (await get(office, f"{path}{other}", YEALINK)).status_code == 404, "not its own file, not used up"
        told = await get(office, f"{path}001565a1b2c3.cfg", YEALINK)
        assert told.status_code == 200 and told.headers["cache-control"] == "no-store"
        lines = dict(line.split(" = ", 1) for line in told.text.splitlines() if " = " in line)
        sip = (await anders.get(f"/v1/devices/{device}/sip")).json()
        assert (lines["account.1.user_name"], lines["account.1.password"]) == (sip["user"], sip["password"])
        assert (lines["linekey.2.value"], lines["linekey.2.label"]) == ("1002101", "Anders")
        assert (await get(office, f"{path}001565a1b2c3.cfg", YEALINK)).status_code == 404, "replayed"
        again = lines["static.auto_provision.server.url"].split("/", 3)[3]
        mine = (lines["static.auto_provision.server.username"], lines["static.auto_provision.server.password"])
        asked = await get(office, f"/{again}", YEALINK)
        assert asked.status_code == 401 and asked.headers["www-authenticate"].startswith("Basic")
        fetched = await get(office, f"/{again}001565a1b2c3.cfg", YEALINK, mine)
        assert fetched.status_code == 200 and fetched.text == told.text
        book = await get(office, f"/{again}directory.xml", YEALINK, mine)
        assert [entry.findtext("Telephone") for entry in Xml.fromstring(book.text)] == ["1002101", "1002102"]
        assert (await get(office, f"/{again}001565a1b2c3.cfg", YEALINK, (mine[0], "wrong"))).status_code == 401


async def test_a_snom_fetches_the_address_as_it_was_typed(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        _, device = await firm(office)
        told = await get(office, await address(office, device), SNOM)
        settings = Xml.fromstring(told.text).find("phone-settings")
        assert settings is not None and settings.findtext("user_mailbox") == "*98"
        again = "/" + str(settings.findtext("setting_server")).split("/", 3)[3]
        mine = (str(settings.findtext("http_client_user")), str(settings.findtext("http_client_pass")))
        assert (await get(office, again, SNOM, mine)).text == told.text


@pytest.mark.parametrize(("agent", "general", "own"), MODELS, ids=lambda value: value.split("-SIP ")[0][-20:])
async def test_each_model_gets_its_settings_in_the_order_in_which_it_asks_for_files(
    tmp_path: Path, agent: str, general: str, own: str
) -> None:
    async with running(tmp_path) as office:
        anders, device = await firm(office)
        path, called = await address(office, device), {"User-Agent": agent}
        sip = (await anders.get(f"/v1/devices/{device}/sip")).json()
        if agent.startswith("Yealink"):
            general_files = ["y000000000000.boot", own.replace(".cfg", ".boot"), general]
            assert {(await get(office, path + file, called)).status_code for file in general_files} == {404}
            told = await get(office, path + own, called)
        else:
            told = await get(office, path + general, called)
            if general:
                assert (await get(office, path + own, called)).status_code == 404, "it has them by then"
        assert told.status_code == 200 and sip["password"] in told.text
        again = f"/v1/provisioning/{device}/"
        for file in (general, own, "directory.xml"):
            asked = await get(office, again + file, called)
            assert asked.status_code == 401, "a phone is asked for its password before it gives it"
            assert asked.headers["www-authenticate"].startswith("Basic")
        fetched = await get(office, again + own, called, (sip["user"], sip["password"]))
        assert fetched.status_code == 200 and fetched.text == told.text
        assert office.service.provisioning.refused().get("127.0.0.1", 0) <= 1, "none of that was a guess"


async def test_guessed_addresses_are_refused_counted_and_then_not_even_looked_at(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, device = await firm(office)
        path = await address(office, device)
        newer = await address(office, device)
        assert (await get(office, f"{path}001565a1b2c3.cfg", YEALINK)).status_code == 404, "a newer one is in its place"
        seen = {
            (await get(office, f"/v1/provisioning/{device}/guess{n}/001565a1b2c3.cfg", YEALINK)).status_code
            for n in range(30)
        }
        assert seen == {404, 429}
        assert (await get(office, f"{newer}001565a1b2c3.cfg", YEALINK)).status_code == 429, "whoever guesses waits"
        assert sum(office.service.provisioning.refused().values()) >= 20
        log = (await anders.get("/v1/audit?q=provisioning_refused")).json()
        assert log and log[0]["subject"] == (await anders.get(f"/v1/devices/{device}/sip")).json()["user"]
        office.clock.pass_(hours=2)
        assert (await get(office, f"{newer}001565a1b2c3.cfg", YEALINK)).status_code == 200


async def test_only_a_desk_phone_has_settings_to_fetch(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, device = await firm(office)
        unknown = await get(office, "/v1/provisioning/nothere/secret/001565a1b2c3.cfg", YEALINK)
        wrong = await get(office, f"/v1/provisioning/{device}/secret/001565a1b2c3.cfg", YEALINK)
        assert unknown.content == wrong.content, "an answer doesn't tell which phones there are"


async def test_a_phone_that_has_fetched_is_told_once_when_its_settings_are_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings_watch, "SETTLES", 0.0)
    async with running(tmp_path) as office:
        anders, device = await firm(office)

        def told() -> list[Any]:
            return [verb[1:] for verb in office.phones.done if verb[0] == "check_settings"]

        mette = f"/v1/people/{office.ids['1002102']}"
        await anders.patch(mette, {"name": "Mette Holm"})
        path = await address(office, device)
        assert "Mette Holm" in (await get(office, f"{path}001565a1b2c3.cfg", YEALINK)).text
        assert told() == [], "who has fetched nothing has nothing that is old"
        await anders.patch(f"/v1/people/{office.ids['1002101']}", {"name": "Anders Bro"})
        await eventually(told)
        await anders.patch(mette, {"email": "mette@example.com"})
        await anders.patch(mette, {"title": "Chef"})
        await anders.patch(mette, {"name": "Mette Bro"})
        await eventually(lambda: len(told()) == 2)
        assert told() == [(device,), (device,)], "once for each change that stands in it, and for no other"
    async with running(tmp_path) as office:
        await eventually(lambda: [verb for verb in office.phones.done if verb[0] == "check_settings"])


async def test_refused_fetches_are_a_finding_until_the_phone_gets_its_settings(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, device = await firm(office)
        user = (await anders.get(f"/v1/devices/{device}/sip")).json()["user"]
        path = await address(office, device)
        await get(office, f"/v1/provisioning/{device}/guess/001565a1b2c3.cfg", YEALINK)

        async def found() -> list[dict[str, Any]]:
            report = (await anders.get("/v1/doctor")).json()["findings"]
            return [one for one in report if one["code"] == "phone_fetch_refused"]

        (finding,) = await found()
        assert finding["severity"] == "warning"
        assert (finding["values"]["user"], finding["values"]["agent"]) == (user, YEALINK["User-Agent"])
        assert (await get(office, f"{path}001565a1b2c3.cfg", YEALINK)).status_code == 200
        assert await found() == []
