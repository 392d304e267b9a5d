"""The settings of desk phones, as golden files for each make; nothing in a name begins another setting."""

from __future__ import annotations

import xml.etree.ElementTree as Xml
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from onepresence_desktop.domain.provisioning import Lamp, Make, PhoneSettings, directory, make_of, written

GOLDEN = Path(__file__).parent / "provisioning"
PHONE = PhoneSettings(
    user="1002112d",
    password="k7Qm2vXe9TbR4w",
    name="Anders Holmvig",
    server="192.0.2.9",
    port=5060,
    transport="udp",
    language="da",
    zone=ZoneInfo("Europe/Copenhagen"),
    again="https://192.0.2.9:8443/provisioning/abc/",
    directory="https://192.0.2.9:8443/provisioning/abc/directory.xml",
    lamps=(Lamp("Mette Lundgaard-Riis", "1002140"), Lamp("Søren & Åse", "1002147")),
)


@pytest.mark.parametrize(("make", "file"), [(Make.YEALINK, "yealink.cfg"), (Make.SNOM, "snom.xml")])
def test_a_phone_of_each_make_is_told_as_its_golden_file_says(make: Make, file: str) -> None:
    assert written(PHONE, make) == (GOLDEN / file).read_text(encoding="utf-8")


def test_over_tls_the_sound_is_encrypted_too_and_without_summer_time_none_is_set() -> None:
    phone = replace(PHONE, transport="tls", port=5061, language="en", zone=ZoneInfo("UTC"))
    cfg = written(phone, Make.YEALINK)
    assert "transport_type = 2\n" in cfg and "srtp_encryption = 2\n" in cfg
    assert "time_zone = 0\n" in cfg and "summer_time = 0\n" in cfg and "dst_time_type" not in cfg
    settings = Xml.fromstring(written(phone, Make.SNOM)).find("phone-settings")
    assert settings is not None
    assert settings.findtext("user_outbound") == "sip:192.0.2.9:5061;transport=tls"
    assert (settings.findtext("user_srtp"), settings.findtext("user_savp")) == ("on", "mandatory")
    assert (settings.findtext("utc_offset"), settings.findtext("dst"), settings.find("timezone")) == ("+0", "", None)


@pytest.mark.parametrize(
    ("zone", "said"),
    [("Europe/London", "0"), ("Asia/Kolkata", "+5:30"), ("America/St_Johns", "-3:30"), ("America/New_York", "-5")],
)
def test_a_yealink_is_told_a_time_zone_as_its_own_list_writes_it(zone: str, said: str) -> None:
    assert f"local_time.time_zone = {said}\n" in written(replace(PHONE, zone=ZoneInfo(zone)), Make.YEALINK)


def test_a_zone_that_a_snom_does_not_know_by_name_is_told_in_hours_with_its_summer_time() -> None:
    settings = Xml.fromstring(written(replace(PHONE, zone=ZoneInfo("Europe/Helsinki")), Make.SNOM)).find(
        "phone-settings"
    )
    assert settings is not None and settings.findtext("utc_offset") == "+7200"
    assert settings.findtext("dst") == "3600 03.05.07 02:00:00 10.05.07 03:00:00"


def test_a_key_is_told_the_code_that_its_phone_puts_before_the_number() -> None:
    lines = dict(line.split(" = ", 1) for line in written(PHONE, Make.YEALINK).splitlines() if " = " in line)
    assert (lines["linekey.2.value"], lines["linekey.2.extension"]) == ("1002140", "*8")
    key = Xml.fromstring(written(PHONE, Make.SNOM)).find("functionKeys/fkey[@idx='1']")
    assert key is not None and str(key.text).partition("|")[2] == "*8"


def test_a_name_can_not_begin_another_setting() -> None:
    evil = replace(PHONE, name="A\naccount.1.password = x", lamps=(Lamp('"><x y="\nlinekey.9.type = 1', "1002140"),))
    lines = written(evil, Make.YEALINK).split("\n")
    assert [line for line in lines if line.startswith("account.1.password")] == ["account.1.password = k7Qm2vXe9TbR4w"]
    assert not any(line.startswith("linekey.9") for line in lines)
    keys = Xml.fromstring(written(evil, Make.SNOM)).findall("functionKeys/fkey")
    assert [key.get("label") for key in keys] == [None, '"><x y=" linekey.9.type = 1']


@pytest.mark.parametrize(
    ("agent", "file", "make"),
    [
        ("Yealink SIP-T54W 96.86.0.23 00:15:65:a1:b2:c3", "001565a1b2c3.cfg", Make.YEALINK),
        ("Yealink SIP-T54W 96.86.0.23 00:15:65:a1:b2:c3", "y000000000096.cfg", None),
        ("Yealink SIP-T54W 96.86.0.23 00:15:65:a1:b2:c3", "y000000000000.boot", None),
        ("Mozilla/4.0 (compatible; snomD735-SIP 10.1.148.1)", "", Make.SNOM),
        ("Mozilla/4.0 (compatible; snomD735-SIP 10.1.148.1)", "snomD735-000413a1b2c3.htm", Make.SNOM),
        ("Mozilla/4.0 (compatible; snomD735-SIP 10.1.148.1)", "firmware.bin", None),
        ("curl/8", "001565a1b2c3.cfg", None),
    ],
)
def test_the_make_is_known_by_what_a_phone_calls_itself_and_which_file_it_wants(
    agent: str, file: str, make: Make | None
) -> None:
    assert make_of(agent, file) is make


@pytest.mark.parametrize("make", list(Make))
def test_the_phonebook_is_xml_whatever_people_are_called(make: Make) -> None:
    book = Xml.fromstring(directory([("Søren & <Åse>", "1002147")], make))
    assert book.findtext("DirectoryEntry/Name") == "Søren & <Åse>"
    assert book.findtext("DirectoryEntry/Telephone") == "1002147"
