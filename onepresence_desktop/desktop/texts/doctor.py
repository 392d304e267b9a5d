"""What an administrator should look at, in words (spec 12.4e): what it is, the facts, and what to do."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QLocale

from onepresence_desktop.desktop import company_time
from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate
from onepresence_desktop.desktop.texts.connections import trouble_words
from onepresence_desktop.desktop.texts.times import clock_or_more
from onepresence_desktop.domain.doctor import Finding, FindingCode, Severity
from onepresence_desktop.wire.doctor import DoctorView

_WHAT = {
    FindingCode.PHONE_WRONG_PASSWORD: QT_TRANSLATE_NOOP("Doctor", "{agent} signs in with a wrong password"),
    FindingCode.PHONE_UNKNOWN_USER: QT_TRANSLATE_NOOP("Doctor", "{agent} signs in as a user that doesn't exist"),
    FindingCode.PHONE_BLOCKED: QT_TRANSLATE_NOOP("Doctor", "{agent} is blocked until {until}"),
    FindingCode.PHONE_STRANGER: QT_TRANSLATE_NOOP("Doctor", "Somebody unknown tries to call"),
    FindingCode.PHONE_IN_CLEAR: QT_TRANSLATE_NOOP("Doctor", "{agent} isn't encrypted, and was refused"),
    FindingCode.PHONE_FETCH_REFUSED: QT_TRANSLATE_NOOP("Doctor", "{agent} was refused its settings"),
    FindingCode.TRUNK_UP: QT_TRANSLATE_NOOP("Doctor", "Line {name}"),
    FindingCode.TRUNK_DOWN: QT_TRANSLATE_NOOP("Doctor", "Line {name} doesn't work"),
    FindingCode.TRUNK_NAT: QT_TRANSLATE_NOOP("Doctor", "Address"),
    FindingCode.TRUNK_ADDRESS_OTHER: QT_TRANSLATE_NOOP("Doctor", "The public address that is set isn't ours"),
    FindingCode.PORT_OPEN: QT_TRANSLATE_NOOP("Doctor", "Port for phones"),
    FindingCode.PORT_CLOSED: QT_TRANSLATE_NOOP("Doctor", "Phones can't come in"),
    FindingCode.PORT_LOCAL: QT_TRANSLATE_NOOP("Doctor", "Only programs on this machine can be phones"),
    FindingCode.PORT_SOUND: QT_TRANSLATE_NOOP("Doctor", "Ports for sound"),
    FindingCode.PORT_SOUND_ANY: QT_TRANSLATE_NOOP("Doctor", "Ports for sound"),
    FindingCode.PORT_SOUND_FULL: QT_TRANSLATE_NOOP("Doctor", "No ports are left for sound: new calls are refused"),
    FindingCode.CERTIFICATE_GOOD: QT_TRANSLATE_NOOP("Doctor", "Certificate"),
    FindingCode.CERTIFICATE_SOON: QT_TRANSLATE_NOOP("Doctor", "The certificate runs out in {days} days"),
    FindingCode.CERTIFICATE_EXPIRED: QT_TRANSLATE_NOOP("Doctor", "The certificate has run out"),
    FindingCode.DISK_GOOD: QT_TRANSLATE_NOOP("Doctor", "Disk"),
    FindingCode.DISK_LOW: QT_TRANSLATE_NOOP("Doctor", "The disk is nearly full"),
    FindingCode.DISK_FULL: QT_TRANSLATE_NOOP("Doctor", "The disk is full"),
    FindingCode.STORE_READ_ONLY: QT_TRANSLATE_NOOP("Doctor", "The database can only be read"),
    FindingCode.SPOOL_WAITING: QT_TRANSLATE_NOOP("Doctor", "The database can't be written"),
    FindingCode.SPOOL_ASIDE: QT_TRANSLATE_NOOP("Doctor", "Some call records couldn't be written"),
    FindingCode.MAIL_FAILED: QT_TRANSLATE_NOOP("Doctor", "Mail or SMS couldn't be delivered"),
    FindingCode.CONNECTION_GOOD: QT_TRANSLATE_NOOP("Doctor", "Connection {name}"),
    FindingCode.CONNECTION_FAILED: QT_TRANSLATE_NOOP("Doctor", "Connection {name} doesn't work"),
    FindingCode.CONNECTION_PARTLY: QT_TRANSLATE_NOOP("Doctor", "Connection {name} doesn't give every calendar"),
    FindingCode.CALENDAR_UNREAD: QT_TRANSLATE_NOOP("Doctor", "Own calendars can't be read: {people}"),
    FindingCode.TRANSCRIPTION_GOOD: QT_TRANSLATE_NOOP("Doctor", "Voicemail as text"),
    FindingCode.TRANSCRIPTION_MISSING: QT_TRANSLATE_NOOP("Doctor", "Voicemail isn't written out: no program for it"),
    FindingCode.TRANSCRIPTION_SLOW: QT_TRANSLATE_NOOP("Doctor", "Voicemail isn't written out in time"),
    FindingCode.TRANSCRIPTION_FAILED: QT_TRANSLATE_NOOP("Doctor", "Voicemail can't be written out"),
    FindingCode.GROUP_LOGGED_OUT: QT_TRANSLATE_NOOP("Doctor", "Nobody is logged in to {name}"),
    FindingCode.GROUP_ROTA_GAP: QT_TRANSLATE_NOOP("Doctor", "Nobody is on call for {name}"),
    FindingCode.CLOCK_GOOD: QT_TRANSLATE_NOOP("Doctor", "Clock"),
    FindingCode.CLOCK_OFF: QT_TRANSLATE_NOOP("Doctor", "The clock is wrong"),
}

_FACTS = {
    FindingCode.PHONE_WRONG_PASSWORD: QT_TRANSLATE_NOOP("Doctor", "{address} · user {user} · {tries} tries"),
    FindingCode.PHONE_UNKNOWN_USER: QT_TRANSLATE_NOOP("Doctor", "{address} · user {user} · {tries} tries"),
    FindingCode.PHONE_BLOCKED: QT_TRANSLATE_NOOP("Doctor", "{address} · user {user} · {tries} wrong passwords"),
    FindingCode.PHONE_STRANGER: QT_TRANSLATE_NOOP("Doctor", "{agent} · {address} · {tries} tries"),
    FindingCode.PHONE_IN_CLEAR: QT_TRANSLATE_NOOP("Doctor", "{address} · user {user} · {tries} tries"),
    FindingCode.PHONE_FETCH_REFUSED: QT_TRANSLATE_NOOP("Doctor", "{address} · user {user} · {tries} tries"),
    FindingCode.TRUNK_UP: QT_TRANSLATE_NOOP("Doctor", "Works"),
    FindingCode.TRUNK_DOWN: QT_TRANSLATE_NOOP("Doctor", "The provider's answer: “{said}”"),
    FindingCode.TRUNK_NAT: QT_TRANSLATE_NOOP("Doctor", "{own} is seen from outside as {seen}"),
    FindingCode.TRUNK_ADDRESS_OTHER: QT_TRANSLATE_NOOP("Doctor", "{name} is told {told}, and sees {seen}"),
    FindingCode.PORT_OPEN: QT_TRANSLATE_NOOP("Doctor", "{address} ({kind}) is open"),
    FindingCode.PORT_CLOSED: QT_TRANSLATE_NOOP("Doctor", "{address} ({kind}) is closed"),
    FindingCode.PORT_LOCAL: QT_TRANSLATE_NOOP("Doctor", "{address} ({kind})"),
    FindingCode.PORT_SOUND: QT_TRANSLATE_NOOP("Doctor", "{first}–{last} (UDP) · {used} of {most} in use"),
    FindingCode.PORT_SOUND_ANY: QT_TRANSLATE_NOOP("Doctor", "All (UDP)"),
    FindingCode.PORT_SOUND_FULL: QT_TRANSLATE_NOOP("Doctor", "{first}–{last} (UDP) · {used} of {most} in use"),
    FindingCode.CERTIFICATE_GOOD: QT_TRANSLATE_NOOP("Doctor", "Good for {days} days"),
    FindingCode.CERTIFICATE_SOON: QT_TRANSLATE_NOOP("Doctor", "Until {until}"),
    FindingCode.CERTIFICATE_EXPIRED: QT_TRANSLATE_NOOP("Doctor", "Until {until}"),
    FindingCode.DISK_GOOD: QT_TRANSLATE_NOOP("Doctor", "{free} free"),
    FindingCode.DISK_LOW: QT_TRANSLATE_NOOP("Doctor", "{free} free"),
    FindingCode.DISK_FULL: QT_TRANSLATE_NOOP("Doctor", "{free} free"),
    FindingCode.SPOOL_WAITING: QT_TRANSLATE_NOOP("Doctor", "{count} call records and messages wait on the disk"),
    FindingCode.SPOOL_ASIDE: QT_TRANSLATE_NOOP("Doctor", "{count} lie in spool/aside"),
    FindingCode.MAIL_FAILED: QT_TRANSLATE_NOOP("Doctor", "{count} were given up"),
    FindingCode.CONNECTION_GOOD: QT_TRANSLATE_NOOP("Doctor", "Works"),
    FindingCode.CONNECTION_FAILED: QT_TRANSLATE_NOOP("Doctor", "{reason}"),
    FindingCode.CONNECTION_PARTLY: QT_TRANSLATE_NOOP("Doctor", "{count} missing: {people}"),
    FindingCode.CALENDAR_UNREAD: QT_TRANSLATE_NOOP("Doctor", "{count} in all: {reason}"),
    FindingCode.TRANSCRIPTION_GOOD: QT_TRANSLATE_NOOP("Doctor", "By {program}"),
    FindingCode.TRANSCRIPTION_MISSING: QT_TRANSLATE_NOOP("Doctor", "{program} isn't there, or may not be run"),
    FindingCode.TRANSCRIPTION_SLOW: QT_TRANSLATE_NOOP("Doctor", "{program} · {count} without a text in a row"),
    FindingCode.TRANSCRIPTION_FAILED: QT_TRANSLATE_NOOP(
        "Doctor", "{program}: {said} · {count} without a text in a row"
    ),
    FindingCode.GROUP_LOGGED_OUT: QT_TRANSLATE_NOOP("Doctor", "The group is open, and all its members are logged out"),
    FindingCode.GROUP_ROTA_GAP: QT_TRANSLATE_NOOP("Doctor", "From {from}, by the group's rota"),
    FindingCode.CLOCK_GOOD: QT_TRANSLATE_NOOP("Doctor", "{seconds} s from the provider's"),
    FindingCode.CLOCK_OFF: QT_TRANSLATE_NOOP("Doctor", "{seconds} s from the provider's"),
}

_TO_DO = {
    FindingCode.PHONE_WRONG_PASSWORD: QT_TRANSLATE_NOOP("Doctor", "Type the device's SIP password into the phone."),
    FindingCode.PHONE_UNKNOWN_USER: QT_TRANSLATE_NOOP("Doctor", "Check the user in the phone, or add the device."),
    FindingCode.PHONE_BLOCKED: QT_TRANSLATE_NOOP("Doctor", "Correct the password in the phone, then lift the block."),
    FindingCode.PHONE_STRANGER: QT_TRANSLATE_NOOP("Doctor", "Nothing, unless you know the address."),
    FindingCode.PHONE_IN_CLEAR: QT_TRANSLATE_NOOP("Doctor", "Set the phone to TLS and SRTP."),
    FindingCode.PHONE_FETCH_REFUSED: QT_TRANSLATE_NOOP(
        "Doctor", "Make a new address for the phone under Devices, and type it in."
    ),
    FindingCode.TRUNK_DOWN: QT_TRANSLATE_NOOP(
        "Doctor", "Ask the provider; without an answer, check the server's name and the network."
    ),
    FindingCode.TRUNK_ADDRESS_OTHER: QT_TRANSLATE_NOOP(
        "Doctor", "Correct --public-address, or leave it out: what the provider sees is then used."
    ),
    FindingCode.PORT_CLOSED: QT_TRANSLATE_NOOP("Doctor", "Start the service again, and look at its log."),
    FindingCode.PORT_LOCAL: QT_TRANSLATE_NOOP("Doctor", "Let the service listen on the network (--sip)."),
    FindingCode.PORT_SOUND_FULL: QT_TRANSLATE_NOOP(
        "Doctor", "Give the service more ports (--rtp-ports), and open them in the firewall."
    ),
    FindingCode.CERTIFICATE_SOON: QT_TRANSLATE_NOOP("Doctor", "Renew it, and start the service again."),
    FindingCode.CERTIFICATE_EXPIRED: QT_TRANSLATE_NOOP("Doctor", "Renew it, and start the service again."),
    FindingCode.DISK_LOW: QT_TRANSLATE_NOOP("Doctor", "Make room on the server's disk."),
    FindingCode.DISK_FULL: QT_TRANSLATE_NOOP("Doctor", "Make room now: callers can't leave messages."),
    FindingCode.STORE_READ_ONLY: QT_TRANSLATE_NOOP(
        "Doctor", "Let the service write its files: until then no change is kept."
    ),
    FindingCode.SPOOL_WAITING: QT_TRANSLATE_NOOP("Doctor", "Check the database and its disk; nothing is lost."),
    FindingCode.SPOOL_ASIDE: QT_TRANSLATE_NOOP("Doctor", "Keep the files, and report it."),
    FindingCode.MAIL_FAILED: QT_TRANSLATE_NOOP("Doctor", "Check the addresses and the mail server."),
    FindingCode.CONNECTION_FAILED: QT_TRANSLATE_NOOP("Doctor", "Mend it under Connections, and try it there."),
    FindingCode.CONNECTION_PARTLY: QT_TRANSLATE_NOOP(
        "Doctor", "Compare their e-mail addresses, and what the account may read there."
    ),
    FindingCode.CALENDAR_UNREAD: QT_TRANSLATE_NOOP(
        "Doctor", "Open the address in a browser: a page to sign in at is no calendar. Set it anew under People."
    ),
    FindingCode.TRANSCRIPTION_MISSING: QT_TRANSLATE_NOOP(
        "Doctor", "Install it on the server, or correct [transcription] in the service's settings."
    ),
    FindingCode.TRANSCRIPTION_SLOW: QT_TRANSLATE_NOOP(
        "Doctor", "Give it more seconds under [transcription], or a smaller model."
    ),
    FindingCode.TRANSCRIPTION_FAILED: QT_TRANSLATE_NOOP(
        "Doctor", "Run its command by hand on the server, and read what it says."
    ),
    FindingCode.GROUP_LOGGED_OUT: QT_TRANSLATE_NOOP(
        "Doctor", "Let a member log in, in the program or by *45*; else give the group other hours."
    ),
    FindingCode.GROUP_ROTA_GAP: QT_TRANSLATE_NOOP("Doctor", "Give the week to somebody, under Groups."),
    FindingCode.CLOCK_OFF: QT_TRANSLATE_NOOP("Doctor", "Let the server set its clock by a time server."),
}


def what(finding: Finding) -> str:
    """What is so: "Snom D735 is blocked until 12:32"; the subject alone where all is well."""
    return _said(_WHAT, finding) or translate("Doctor", "Something this program is too old to know")


def facts(finding: Finding, now: datetime) -> str:
    """Where, who, how often, since when."""
    said = _said(_FACTS, finding)
    if finding.severity is Severity.GOOD:
        return said
    since = translate("Doctor", "since {time}").format(time=clock_or_more(finding.since, now))
    return f"{said} · {since}" if said else since


def to_do(finding: Finding) -> str:
    """What mends it; "" where nothing is to be done."""
    return _said(_TO_DO, finding)


def report(view: DoctorView, now: datetime) -> str:
    """All of it as lines to be sent to somebody who helps; nothing secret is in it."""
    lines = [translate("Doctor", "Checked {time}").format(time=f"{company_time.local(view.checked_at):%d.%m.%Y %H:%M}")]
    for finding in view.findings:
        mark = "✓" if finding.severity is Severity.GOOD else "!"
        parts = (what(finding), facts(finding, now))
        lines.append(" ".join([mark, " · ".join(part for part in parts if part)]))
        if to_do(finding):
            lines.append(f"  → {to_do(finding)}")
    return "\n".join(lines) + "\n"


def _said(table: dict[FindingCode, str], finding: Finding) -> str:
    text = table.get(finding.code, "")
    return translate("Doctor", text).format_map(_Values(finding)) if text else ""


class _Values(dict[str, str]):
    """A finding's values as people read them; one that is missing is left out."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.values)
        self["agent"] = finding.values.get("agent") or translate("Doctor", "A phone")
        self["user"] = finding.values.get("user") or "–"
        if "reason" in self:
            self["reason"] = trouble_words(self["reason"], self.get("said", ""))
        for key in {"until", "from"} & self.keys():
            self[key] = clock_or_more(datetime.fromisoformat(self[key]), datetime.now(UTC))
        if "free" in self:
            self["free"] = f"{QLocale().toString(int(self['free']) / 1024**3, 'f', 1)} GB"

    def __missing__(self, key: str) -> str:
        return ""
