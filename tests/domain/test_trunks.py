"""What may be dialled over a trunk and how it is written there (spec 12.1a)."""

from dataclasses import replace

import pytest

from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.domain.steps import Refusal, TrunkId
from onepresence_desktop.domain.trunks import (
    Abroad,
    NumberFormat,
    SipTrunk,
    Transport,
    is_premium,
    read,
    refusal,
    region_of,
    written,
)

HOME, SWEDEN, GERMANY, JAPAN, PREMIUM = "+4533123456", "+4687712345", "+493012345678", "+81312345678", "+4590123456"


def trunk(**changes: object) -> SipTrunk:
    made = SipTrunk(TrunkId("t"), CustomerId("c"), "Provider", "sip.example.com")
    return replace(made, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("style", "number", "region", "expected"),
    [
        (NumberFormat.E164, HOME, "DK", "+4533123456"),
        (NumberFormat.NATIONAL, HOME, "DK", "33123456"),
        (NumberFormat.NATIONAL, SWEDEN, "SE", "087712345"),
        (NumberFormat.NATIONAL, SWEDEN, "DK", "004687712345"),
        (NumberFormat.DOUBLE_ZERO, HOME, "DK", "004533123456"),
        (NumberFormat.DOUBLE_ZERO, "112", "DK", "112"),
        (NumberFormat.NATIONAL, "112", "SE", "112"),
    ],
)
def test_a_number_is_written_as_the_provider_wants_it(
    style: NumberFormat, number: str, region: str, expected: str
) -> None:
    assert written(number, style, region) == expected


@pytest.mark.parametrize(
    ("text", "region", "expected"),
    [
        ("+4533123456", "DK", HOME),
        ("004533123456", "DK", HOME),
        ("4533123456", "DK", HOME),
        ("33123456", "DK", HOME),
        ("08-771 23 45", "SE", SWEDEN),
        ("+46 (8) 771 23 45", "DK", SWEDEN),
        ("anonymous", "DK", None),
        ("", "DK", None),
        ("12", "DK", None),
        ("+999999999999", "DK", None),
        ("٣٣١٢٣٤٥٦", "DK", None),
    ],
)
def test_what_a_provider_wrote_is_read_in_any_format(text: str, region: str, expected: str | None) -> None:
    assert read(text, region) == expected


@pytest.mark.parametrize(
    ("allowed", "refused"),
    [
        (Abroad.NONE, {SWEDEN, GERMANY, JAPAN}),
        (Abroad.NORDIC, {GERMANY, JAPAN}),
        (Abroad.EU, {JAPAN}),
        (Abroad.WORLD, set()),
    ],
)
def test_other_countries_are_called_only_when_allowed(allowed: Abroad, refused: set[str]) -> None:
    line = trunk(abroad=allowed)
    found = {number for number in (HOME, SWEDEN, GERMANY, JAPAN) if refusal(number, line, "DK") is Refusal.ABROAD}
    assert found == refused


def test_premium_numbers_are_called_only_when_allowed() -> None:
    assert is_premium(PREMIUM) and not is_premium(HOME) and not is_premium("112")
    assert refusal(PREMIUM, trunk(), "DK") is Refusal.PREMIUM
    assert refusal(PREMIUM, trunk(premium=True), "DK") is None


def test_calls_at_once_and_calls_of_an_hour_have_their_limits() -> None:
    assert refusal(HOME, trunk(max_calls=2), "DK", calls=1) is None
    assert refusal(HOME, trunk(max_calls=2), "DK", calls=2) is Refusal.BUSY
    assert refusal(HOME, trunk(), "DK", calls=500) is None
    assert refusal(HOME, trunk(calls_an_hour=10), "DK", this_hour=10) is Refusal.TOO_MANY


@pytest.mark.parametrize(
    ("server", "transport", "host", "port"),
    [
        ("sip.example.com", Transport.UDP, "sip.example.com", 5060),
        ("sip.example.com:5070", Transport.TCP, "sip.example.com", 5070),
        ("sip.example.com", Transport.TLS, "sip.example.com", 5061),
        ("192.0.2.1:x", Transport.UDP, "192.0.2.1", 5060),
        ("[2001:db8::1]:5062", Transport.UDP, "2001:db8::1", 5062),
        ("[2001:db8::1]", Transport.UDP, "2001:db8::1", 5060),
        ("2001:db8::1", Transport.UDP, "2001:db8::1", 5060),
    ],
)
def test_a_server_is_a_host_and_perhaps_a_port(server: str, transport: Transport, host: str, port: int) -> None:
    line = trunk(server=server, transport=transport)
    assert (line.host, line.port) == (host, port)


@pytest.mark.parametrize(("server", "asked"), [("sip.example.com", True), ("sip.example.com:5060", False)])
def test_dns_says_where_the_servers_are_unless_a_port_is_named(server: str, asked: bool) -> None:
    assert trunk(server=server).by_name is asked


def test_a_country_is_told_by_the_number() -> None:
    numbers = (HOME, SWEDEN, "+1268", "+1999", "+999123", "nonsense")
    assert [region_of(number) for number in numbers] == ["DK", "SE", "AG", "US", "", ""]


def test_a_password_is_not_shown_by_mistake() -> None:
    assert "hunter2" not in repr(trunk(password="hunter2"))
