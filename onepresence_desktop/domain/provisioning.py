"""What a desk phone is told when it fetches its settings (spec 12.4b), in the words of its maker.

Yealink: the parameters of a CFG file (Administrator's Guide for SIP-T2, T4 and T5 series, appendix "Configuration
Parameters"; phonebook with a password from version 84 on). Snom: the settings of an XML file (Snom Service Hub, "Desk
Phone Configuration Files", "Function Key Types"). The names of both were compared with the templates that Wazo
(wazo-provd-plugins: yealink v86, snom) and FusionPBX publish.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from xml.sax.saxutils import escape, quoteattr
from zoneinfo import ZoneInfo


class Make(StrEnum):
    """Makers whose phones are told."""

    YEALINK = "yealink"
    SNOM = "snom"


@dataclass(frozen=True, slots=True)
class Lamp:
    """A key with a lamp: a colleague's name and local number."""

    name: str
    number: str


@dataclass(frozen=True, slots=True)
class Codes:
    """Feature codes that the phone's own keys send: mailbox, pick-up of a colleague's call,
    do-not-disturb on and off. The number picked up follows its code: keys are told the code alone.
    """

    mailbox: str = "*98"
    pickup: str = "*8"
    dnd_on: str = "*26#"
    dnd_off: str = "#26#"


@dataclass(frozen=True, slots=True)
class PhoneSettings:
    """All of one phone. language: da, sv, en. server, port: where it registers, over `transport` (udp, tcp, tls).

    again: the address where it fetches its settings from now on, with `user` and `password`. directory: the address of
    its phonebook, which it asks with the same.
    """

    user: str
    password: str
    name: str
    server: str
    port: int
    transport: str
    language: str
    zone: ZoneInfo
    again: str
    directory: str
    lamps: tuple[Lamp, ...] = ()
    codes: Codes = Codes()


YEALINK_LANGUAGES = {"da": "Danish", "sv": "Swedish", "en": "English"}
SNOM_LANGUAGES = {"da": "Dansk", "sv": "Svenska", "en": "English"}
TRANSPORTS = {"udp": 0, "tcp": 1, "tls": 2}
TONES = {"da": ("Denmark", "DNK"), "sv": ("Sweden", "SWE"), "en": ("Great Britain", "GBR")}
"""Countries whose tones are heard, for Yealink and Snom."""
BLF = 16
"""Yealink's number for the kind of key that shows a colleague's lamp."""
SNOM_ZONES = {"Europe/Copenhagen": "DNK+1", "Europe/Stockholm": "SWE+1", "Europe/London": "GBR-0"}
"""Time zones that a Snom knows by name, with their summer time; of others it is told the hours."""
MOST_LAMPS = 20
DAY_MINUTES = 1440
"""How often a phone looks for newer settings by itself."""

_SETTINGS_FILE = re.compile(r"[0-9a-f]{12}\.cfg", re.IGNORECASE)


def make_of(agent: str, file: str) -> Make | None:
    """Whose settings are asked for, by what the phone calls itself and the file it wants; None: not for settings.

    A Yealink asks for several files, of which the one named after its MAC address is its own; a Snom for the address
    as it was typed.
    """
    said = agent.casefold()
    if "yealink" in said:
        return Make.YEALINK if _SETTINGS_FILE.fullmatch(file) else None
    if "snom" in said:
        return Make.SNOM if not file or file.endswith((".xml", ".htm")) else None
    return None


def written(settings: PhoneSettings, make: Make) -> str:
    """The file that a phone of that make reads."""
    return "\n".join(_yealink(settings) if make is Make.YEALINK else _snom(settings)) + "\n"


def directory(entries: Sequence[tuple[str, str]], make: Make) -> str:
    """A phonebook of names and numbers in the XML that the make reads."""
    if make is Make.YEALINK:
        root, entry, name, number = "YealinkIPPhoneDirectory", "DirectoryEntry", "Name", "Telephone"
    else:
        root, entry, name, number = "SnomIPPhoneDirectory", "DirectoryEntry", "Name", "Telephone"
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<{root}>"]
    lines += [
        f"  <{entry}><{name}>{escape(who)}</{name}><{number}>{escape(digits)}</{number}></{entry}>"
        for who, digits in entries
    ]
    return "\n".join([*lines, f"</{root}>"]) + "\n"


def _line(text: str) -> str:
    """On one line: a name can't begin another setting."""
    return " ".join(text.split())


def _hours(zone: ZoneInfo) -> tuple[int, bool]:
    """Seconds from UTC in winter, and whether there is a summer time as the European Union has it."""
    winter = datetime(2026, 1, 15, tzinfo=zone).utcoffset()
    summer = datetime(2026, 7, 15, tzinfo=zone).utcoffset()
    assert winter is not None and summer is not None
    return int(winter.total_seconds()), summer > winter


def _yealink(s: PhoneSettings) -> Iterator[str]:
    offset, summer = _hours(s.zone)
    hours, minutes = divmod(abs(offset) // 60, 60)
    ahead = "-" if offset < 0 else "+"
    zone = f"{ahead}{hours}:{minutes:02}" if minutes else f"{ahead}{hours}" if hours else "0"
    yield "#!version:1.0.0.1"
    yield "account.1.enable = 1"
    yield f"account.1.label = {_line(s.name)}"
    yield f"account.1.display_name = {_line(s.name)}"
    yield f"account.1.user_name = {s.user}"
    yield f"account.1.auth_name = {s.user}"
    yield f"account.1.password = {s.password}"
    yield f"account.1.sip_server.1.address = {s.server}"
    yield f"account.1.sip_server.1.port = {s.port}"
    yield f"account.1.sip_server.1.transport_type = {TRANSPORTS[s.transport]}"
    yield f"account.1.srtp_encryption = {2 if s.transport == 'tls' else 0}"
    yield "account.1.subscribe_mwi = 1"
    yield f"voice_mail.number.1 = {s.codes.mailbox}"
    yield f"features.dnd.on_code = {s.codes.dnd_on}"
    yield f"features.dnd.off_code = {s.codes.dnd_off}"
    yield "features.pickup.direct_pickup_enable = 1"
    yield f"features.pickup.direct_pickup_code = {s.codes.pickup}"
    yield f"lang.gui = {YEALINK_LANGUAGES[s.language]}"
    yield f"lang.wui = {YEALINK_LANGUAGES[s.language]}"
    yield f"voice.tone.country = {TONES[s.language][0]}"
    yield f"local_time.time_zone = {zone}"
    yield f"local_time.summer_time = {1 if summer else 0}"
    if summer:
        yield "local_time.dst_time_type = 1"
        yield "local_time.start_time = 3/5/7/2"
        yield "local_time.end_time = 10/5/7/3"
        yield "local_time.offset_time = 60"
    yield "local_time.time_format = 1"
    yield "remote_phonebook.data.1.name = OnePresence"
    yield f"remote_phonebook.data.1.url = {s.directory}"
    yield f"remote_phonebook.data.1.username = {s.user}"
    yield f"remote_phonebook.data.1.password = {s.password}"
    yield f"static.auto_provision.server.url = {s.again}"
    yield f"static.auto_provision.server.username = {s.user}"
    yield f"static.auto_provision.server.password = {s.password}"
    yield "static.auto_provision.repeat.enable = 1"
    yield f"static.auto_provision.repeat.minutes = {DAY_MINUTES}"
    yield "sip.notify_reboot_enable = 0"
    yield "linekey.1.type = 15"
    yield "linekey.1.line = 1"
    for place, lamp in enumerate(s.lamps[:MOST_LAMPS], 2):
        yield f"linekey.{place}.type = {BLF}"
        yield f"linekey.{place}.line = 1"
        yield f"linekey.{place}.value = {lamp.number}"
        yield f"linekey.{place}.label = {_line(lamp.name)}"
        yield f"linekey.{place}.extension = {s.codes.pickup}"


def _snom(s: PhoneSettings) -> Iterator[str]:
    offset, summer = _hours(s.zone)
    transport = "" if s.transport == "udp" else f";transport={s.transport}"

    def setting(name: str, value: str, idx: int | None = None) -> str:
        which = f' idx="{idx}"' if idx is not None else ""
        return f'    <{name}{which} perm="R">{escape(_line(value))}</{name}>'

    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield "<settings>"
    yield "  <phone-settings>"
    yield setting("setting_server", s.again)
    yield setting("http_client_user", s.user)
    yield setting("http_client_pass", s.password)
    yield setting("settings_refresh_timer", str(DAY_MINUTES * 60))
    yield setting("user_active", "on", 1)
    yield setting("user_realname", s.name, 1)
    yield setting("user_idle_text", s.name, 1)
    yield setting("user_name", s.user, 1)
    yield setting("user_pname", s.user, 1)
    yield setting("user_pass", s.password, 1)
    yield setting("user_host", s.server, 1)
    yield setting("user_outbound", f"sip:{s.server}:{s.port}{transport}", 1)
    yield setting("user_mailbox", s.codes.mailbox, 1)
    yield setting("user_srtp", "on" if s.transport == "tls" else "off", 1)
    yield setting("user_savp", "mandatory" if s.transport == "tls" else "off", 1)
    yield setting("dnd_on_code", s.codes.dnd_on)
    yield setting("dnd_off_code", s.codes.dnd_off)
    yield setting("language", SNOM_LANGUAGES[s.language])
    yield setting("web_language", SNOM_LANGUAGES[s.language])
    yield setting("tone_scheme", TONES[s.language][1])
    yield setting("date_us_format", "off")
    yield setting("time_24_format", "on")
    if s.zone.key in SNOM_ZONES:
        yield setting("timezone", SNOM_ZONES[s.zone.key])
    else:
        yield setting("utc_offset", f"{offset:+d}")
        yield setting("dst", "3600 03.05.07 02:00:00 10.05.07 03:00:00" if summer else "")
    yield setting("dkey_directory", f"url {s.directory}")
    yield "  </phone-settings>"
    yield "  <functionKeys>"
    yield '    <fkey idx="0" context="active" perm="R">line</fkey>'
    for place, lamp in enumerate(s.lamps[:MOST_LAMPS], 1):
        value = f"blf sip:{lamp.number}@{s.server};user=phone|{s.codes.pickup}"
        label = quoteattr(_line(lamp.name))
        yield f'    <fkey idx="{place}" context="1" label={label} perm="R">{escape(value)}</fkey>'
    yield "  </functionKeys>"
    yield "</settings>"
