"""Phones made of nothing but what they fetched, as a Yealink and a Snom do: they register, call and pick up (12.4b)."""

from __future__ import annotations

import asyncio
import ssl
import xml.etree.ElementTree as Xml
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from onepresence_desktop.pbx import run_file
from tests.support.hearing import hears
from tests.support.phones import Phone, free_host, speech_like
from tests.support.service import Service
from tests.support.waiting import eventually

YEALINK = ("Yealink SIP-T54W 96.86.0.23 00:15:65:a1:b2:c3", "001565a1b2c3.cfg")
SNOM = ("Mozilla/4.0 (compatible; snomD735-SIP 10.1.148.1 2010.12 000413A1B2C3)", "snomD735.htm")


@dataclass(frozen=True)
class Told:
    """What a phone read in its file. keys: a colleague's name to what pressing that key dials while theirs rings."""

    user: str
    password: str
    server: str
    port: str
    mailbox: str
    keys: dict[str, str]


def read_yealink(text: str) -> Told:
    lines = dict(line.split(" = ", 1) for line in text.splitlines() if " = " in line)
    lamps = [
        name.removesuffix(".type") for name, value in lines.items() if name.startswith("linekey.") and value == "16"
    ]
    return Told(
        lines["account.1.auth_name"],
        lines["account.1.password"],
        lines["account.1.sip_server.1.address"],
        lines["account.1.sip_server.1.port"],
        lines["voice_mail.number.1"],
        {lines[f"{key}.label"]: lines[f"{key}.extension"] + lines[f"{key}.value"] for key in lamps},
    )


def read_snom(text: str) -> Told:
    root = Xml.fromstring(text)
    settings = {setting.tag: str(setting.text or "") for setting in root.findall("phone-settings/*")}
    host, _, port = settings["user_outbound"].removeprefix("sip:").partition(";")[0].partition(":")
    assert settings["user_host"] == host
    keys: dict[str, str] = {}
    for key in root.findall("functionKeys/fkey"):
        kind, _, value = str(key.text).partition(" ")
        if kind == "blf":
            uri, _, code = value.partition("|")
            keys[key.get("label", "")] = code + uri.removeprefix("sip:").partition("@")[0]
    return Told(settings["user_pname"], settings["user_pass"], host, port, settings["user_mailbox"], keys)


def fetch(service: Service, number: str, what: tuple[str, str]) -> str:
    """An address made beside the service, and the file fetched there over the network."""
    device = service.cli("device", "add", number, "desk")
    found = run_file.read(service.data)
    assert found is not None and found.address.startswith("http://127.0.0.1")
    who = {"local_number": "1002101", "password": "2580"}
    with httpx.Client(base_url=found.address, trust_env=False, timeout=60) as beside:
        token = beside.post("/v1/sessions", json=who).json()["token"]
        made = beside.post(f"/v1/devices/{device['id']}/provisioning", headers={"Authorization": f"Bearer {token}"})
    assert made.status_code == 201, made.text
    address = str(made.json()["address"])
    assert address.startswith("https://") and "127.0.0.1:" not in address.partition("/v1/")[0], address
    agent, file = what
    believed = ssl.create_default_context(cafile=str(service.data / "tls" / "cert.pem"))
    with httpx.Client(verify=believed, trust_env=False, timeout=60) as phone:
        told = phone.get(address + file, headers={"User-Agent": agent})
        assert phone.get(address + file, headers={"User-Agent": agent}).status_code == 404, "replayed"
    assert told.status_code == 200, told.text
    return told.text


@pytest.mark.phones
async def test_phones_made_of_what_they_fetched_register_call_and_pick_up(tmp_path: Path) -> None:
    host = free_host()
    service = Service(tmp_path / "pbx", http="0.0.0.0:0", sip=f"{host}:5060")
    await asyncio.to_thread(service.company)
    phones: list[Phone] = []
    with service:
        together = ("--members", "1002101", "1002102")  # who take one another's calls
        await asyncio.to_thread(service.cli, "pickup-group", "set", "100", "Office", *together)
        anders, mette, birgit = [
            read(await asyncio.to_thread(fetch, service, number, what))
            for number, what, read in (
                ("1002101", YEALINK, read_yealink),
                ("1002102", SNOM, read_snom),
                ("1002103", YEALINK, read_yealink),
            )
        ]
        try:
            for n, told in enumerate((anders, mette, birgit)):
                assert (told.server, told.port, told.mailbox) == (host, "5060", "*98")
                folder = tmp_path / f"phone-{n}"
                folder.mkdir()
                says = speech_like(folder / "says.wav", 20, seed=n)
                phone = Phone(folder, server=told.server, user=told.user, password=told.password, says=says)
                phones.append(phone)
                await phone.start()
            of_anders, of_mette, of_birgit = phones
            await of_birgit.dial("1002102")
            await of_mette.until("CALL_INCOMING")
            await of_anders.dial(anders.keys["Mette Lundgaard"])
            for phone in (of_birgit, of_anders):
                await phone.until("CALL_ESTABLISHED")
            await of_mette.until("CALL_CLOSED")
            await eventually(lambda: hears(of_birgit, of_anders.says) >= 0.99, every=0.5)
            await of_anders.hang_up()
            await of_birgit.until("CALL_CLOSED")
            since = len(of_birgit.events)
            await of_mette.dial(mette.keys["Birgit Fuglkær"].removeprefix("*8"))
            await of_birgit.until("CALL_INCOMING", since=since)
            await of_mette.hang_up()
        finally:
            for phone in phones:
                await phone.stop()
