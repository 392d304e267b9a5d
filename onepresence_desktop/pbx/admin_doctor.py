"""`onepresence-pbx doctor`: its arguments, and what it prints for people (spec 12.4e)."""

from __future__ import annotations

import argparse
from collections import defaultdict

from onepresence_desktop.domain.doctor import Block, Finding, FindingCode, Severity
from onepresence_desktop.pbx.admin_connections import trouble_words
from onepresence_desktop.wire import commands as wire

ABOUT = "what to look at: phones that can't sign in, lines, ports, certificate, disk, clock"


def add(command: argparse.ArgumentParser) -> None:
    """Its arguments."""
    unblock = "let a phone try again: its address, and the SIP user it was blocked for (default: all of the address)"
    command.add_argument("--unblock", nargs="+", metavar=("ADDRESS", "USER"), help=unblock)
    command.add_argument("--call", metavar="NUMBER", help="ring a number over the first line that is up, and hang up")
    command.add_argument("--customer", metavar="CODE", help="of one company alone")


def asked(given: argparse.Namespace) -> wire.Diagnose:
    """What was asked for."""
    address, *user = given.unblock or [None]
    return wire.Diagnose(unblock=address, user=user[0] if user else None, call=given.call, customer=given.customer)


def exit_code(result: wire.Diagnosed) -> int:
    """1 where something doesn't work."""
    bad = any(one.severity is Severity.ERROR for one in result.findings)
    return 1 if bad or (result.called is not None and not result.called.good) else 0


SENTENCES: dict[FindingCode, tuple[str, str]] = {
    FindingCode.PHONE_WRONG_PASSWORD: (
        "{agent} at {address} signs in as {user} with a wrong password, {tries} times",
        "type the password that `device add` printed into the phone, or make the device anew",
    ),
    FindingCode.PHONE_UNKNOWN_USER: (
        "{agent} at {address} signs in as {user}, whom nobody here has, {tries} times",
        "look at the user in the phone (`list` shows them); a device that was removed must be added again",
    ),
    FindingCode.PHONE_BLOCKED: (
        "{agent} at {address} is blocked for {user} until {until}, after {tries} failures",
        "correct the password in the phone, then: doctor --unblock {address} {user}",
    ),
    FindingCode.PHONE_STRANGER: (
        "{agent} at {address} tried {tries} calls without being a phone of this service",
        "nothing, if nobody here knows the address; a phone must register before it calls",
    ),
    FindingCode.PHONE_IN_CLEAR: (
        "{agent} at {address} came in clear as {user}, {tries} times, and was refused",
        "set the phone to TLS and SRTP (SDES), which this service demands",
    ),
    FindingCode.PHONE_FETCH_REFUSED: (
        "{agent} at {address} was refused the settings of {user}, {tries} times",
        "an address is good once: make a new one (`device provision`) and type it into the phone",
    ),
    FindingCode.TRUNK_UP: ("line {name} is up", ""),
    FindingCode.TRUNK_DOWN: (
        "line {name} is down: {said}",
        "a number and words are the provider's own: ask them; `no answer` and `not found`: server, network, firewall",
    ),
    FindingCode.TRUNK_NAT: ("line {name}: our address {own} is seen from outside as {seen}", ""),
    FindingCode.TRUNK_ADDRESS_OTHER: (
        "line {name} is told that we are at {told}, but sees us at {seen}",
        "correct --public-address of `serve`, or leave it out: what the provider sees is then used",
    ),
    FindingCode.PORT_OPEN: ("phones come in by {kind} at {address}", ""),
    FindingCode.PORT_CLOSED: ("nothing listens by {kind} at {address}", "start the service again and look at its log"),
    FindingCode.PORT_LOCAL: (
        "only programs on this machine come in by {kind} at {address}",
        "give --sip 0.0.0.0:5060, or an address of the network, to `serve`",
    ),
    FindingCode.PORT_SOUND: ("sound comes in at the UDP ports {first}-{last}, {used} of {most} in use", ""),
    FindingCode.PORT_SOUND_ANY: ("sound comes in at any UDP port (`serve --rtp-ports` bounds them)", ""),
    FindingCode.PORT_SOUND_FULL: (
        "{used} of {most} ports for sound are in use: new calls are refused",
        "give `serve` more of them with --rtp-ports, and let them through the firewall",
    ),
    FindingCode.CERTIFICATE_GOOD: ("the certificate is good until {until}", ""),
    FindingCode.CERTIFICATE_SOON: (
        "the certificate runs out in {days} days, {until}",
        "renew it with the same key and start the service again",
    ),
    FindingCode.CERTIFICATE_EXPIRED: (
        "the certificate has run out, {until}",
        "renew it with the same key and start the service again",
    ),
    FindingCode.DISK_GOOD: ("{free} left on the disk", ""),
    FindingCode.DISK_LOW: ("only {free} left on the disk", "make room, or give voicemail a shorter life"),
    FindingCode.DISK_FULL: ("the disk is full: {free} left", "make room now: callers can't leave messages"),
    FindingCode.STORE_READ_ONLY: (
        "the database can only be read: no change is kept",
        "give the service the right to write its files, or the database user to write",
    ),
    FindingCode.SPOOL_WAITING: (
        "{count} call records and messages wait for the database",
        "look at the database and its disk; they are written when it can be",
    ),
    FindingCode.SPOOL_ASIDE: (
        "{count} call records couldn't be written and lie in spool/aside",
        "send them to whoever made this program; nothing else is lost",
    ),
    FindingCode.MAIL_FAILED: (
        "{count} mails or SMS couldn't be delivered",
        "look at the addresses, and at the mail server in the settings",
    ),
    FindingCode.CONNECTION_GOOD: ("connection {name} ({kind}) works", ""),
    FindingCode.CONNECTION_PARTLY: (
        "connection {name} ({kind}) doesn't give {count} calendars: {people}",
        "compare their e-mail addresses, and what the account may read there",
    ),
    FindingCode.CALENDAR_UNREAD: (
        "{count} of people's own calendars can't be read, {reason}: {people}",
        "open the address in a browser: a page to sign in at is no calendar; then: calendar set LOCALNUMBER",
    ),
    FindingCode.TRANSCRIPTION_GOOD: ("{program} writes voicemail out", ""),
    FindingCode.TRANSCRIPTION_MISSING: (
        "voicemail isn't written out: {program} isn't there, or may not be run",
        "install it, or correct `command` under [transcription] in the settings, and start the service again",
    ),
    FindingCode.TRANSCRIPTION_SLOW: (
        "{program} takes too long: {count} messages in a row have no text",
        "give it more `seconds` under [transcription], or a smaller model",
    ),
    FindingCode.TRANSCRIPTION_FAILED: (
        "{program} fails ({said}): {count} messages in a row have no text",
        "run the command of [transcription] by hand on a recording, as the service's user, and read what it says",
    ),
    FindingCode.CONNECTION_FAILED: (
        "connection {name} ({kind}) can't be used: {reason} {said}",
        "mend it, then: connection try {name}; sign_in_refused: give account and password anew",
    ),
    FindingCode.GROUP_LOGGED_OUT: (
        "group {name} is open, and all its members are logged out",
        "let a member log in (*45*NNNN#, or: group login LOCALNUMBER MEMBER)",
    ),
    FindingCode.GROUP_ROTA_GAP: (
        "nobody is on call for group {name} from {from}",
        "give the week to somebody in the group's rota",
    ),
    FindingCode.CLOCK_GOOD: ("the clock agrees with a provider's within {seconds} s", ""),
    FindingCode.CLOCK_OFF: (
        "the clock differs by {seconds} s from a provider's",
        "let the machine set its clock by a time server",
    ),
}
"""What was found, and what to do about it."""

MARKS = {Severity.ERROR: "ERROR  ", Severity.WARNING: "warning", Severity.GOOD: "ok     "}


def described(result: wire.Diagnosed) -> str:
    """All of it, the worst first."""
    lines = [] if result.running else ["the service does not run: phones, lines and ports aren't known"]
    if result.unblocked is not None:
        lines.append(f"unblocked: {result.unblocked}")
    if result.called is not None:
        lines.append(f"{result.called.number} over {result.called.name}: {result.called.said}")
    for finding in result.findings:
        lines += _finding(finding)
    lines += [_block(block) for block in result.blocks if not _told(block, result.findings)]
    return "\n".join(lines)


def _finding(finding: Finding) -> list[str]:
    what, to_do = SENTENCES[finding.code]
    values = defaultdict(str, finding.values)
    values["agent"] = values["agent"] or "a phone"
    values["user"] = values["user"] or '""'
    values["reason"] = trouble_words(values["reason"])
    if "free" in finding.values:
        values["free"] = f"{int(finding.values['free']) / 1024**2:,.0f} MiB"
    since = f" (since {finding.since:%Y-%m-%d %H:%M} UTC)" if finding.severity is not Severity.GOOD else ""
    lines = [f"{MARKS[finding.severity]} {what.format_map(values)}{since}"]
    return [*lines, f"        -> {to_do.format_map(values)}"] if to_do else lines


def _told(block: Block, findings: list[Finding]) -> bool:
    return any(
        one.code is FindingCode.PHONE_BLOCKED and one.about == f"{block.address} {block.user}" for one in findings
    )


def _block(block: Block) -> str:
    whom = f"for {block.user}" if block.user else "altogether"
    return f"{MARKS[Severity.WARNING]} {block.address} is blocked {whom} until {block.until:%H:%M:%S} UTC"
