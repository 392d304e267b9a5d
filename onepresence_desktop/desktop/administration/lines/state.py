"""How a line stands, in words; without Qt but for the language."""

from __future__ import annotations

from datetime import datetime

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.domain.numbering import format_number
from onepresence_desktop.domain.trunks import Abroad, NumberFormat, Transport
from onepresence_desktop.wire.trunks import TrunkView

UP_FIXED, UP_REGISTERED = "fixed", "registered"
STARTING = "starting"
"""What a line says before its provider has answered for the first time."""
EXAMPLE = "+4533122000"
"""A number to show each way of writing numbers with."""


def state_words(line: TrunkView, now: datetime) -> tuple[str, str]:
    """Whether it is up, and since when where it isn't; and the tone they are shown in."""
    if line.up:
        up = translate("Lines", "Registered") if line.register else translate("Lines", "Ready")
        if line.max_calls is None:
            return f"{up} · {translate('Lines', '%n call(s)', '', line.calls)}", "available"
        some = translate("Lines", "{calls} of {most} calls").format(calls=line.calls, most=line.max_calls)
        return f"{up} · {some}", "available"
    if line.detail == STARTING:
        return translate("Lines", "Connecting …"), "secondary"
    if line.since is None:
        return translate("Lines", "Doesn't answer yet"), "danger"
    down = translate("Lines", "Refused since {time}") if line.detail else translate("Lines", "No answer since {time}")
    return down.format(time=texts.clock_or_more(line.since, now)), "danger"


def said_words(line: TrunkView) -> str:
    """The provider's own words, or where the line leads."""
    if line.detail not in ("", STARTING) and not line.up:
        return translate("Lines", "“{words}”").format(words=line.detail)
    if line.register:
        return line.server
    return translate("Lines", "Fixed address {server}").format(server=line.server)


def format_words(form: NumberFormat) -> str:
    """A way to write numbers, with an example of it."""
    return {
        NumberFormat.E164: f"{EXAMPLE} (E.164)",
        NumberFormat.NATIONAL: f"{EXAMPLE[3:]} ({translate('Lines', 'national')})",
        NumberFormat.DOUBLE_ZERO: f"00{EXAMPLE[1:]}",
        NumberFormat.UNKNOWN: translate("Lines", "Unknown to this version"),
    }[form]


def abroad_words(where: Abroad) -> str:
    """Which other countries may be called."""
    return {
        Abroad.NONE: translate("Lines", "Blocked"),
        Abroad.NORDIC: translate("Lines", "The Nordic countries"),
        Abroad.EU: translate("Lines", "The EU"),
        Abroad.WORLD: translate("Lines", "The whole world"),
        Abroad.UNKNOWN: translate("Lines", "Unknown to this version"),
    }[where]


def transport_words(transport: Transport) -> str:
    """How SIP reaches the provider."""
    return translate("Lines", "Unknown") if transport is Transport.UNKNOWN else transport.value.upper()


def numbers_words(numbers: list[str], region: str) -> str:
    """Numbers as they are typed, with commas between them."""
    return ", ".join(format_number(number, region) for number in numbers)
