"""Answers heard on the network are made harmless: a suggestion in a private network, or nothing (spec 0.2)."""

from __future__ import annotations

import pytest

from onepresence_desktop.wire.nearby import LONGEST_NAME, Nearby, heard


def test_a_service_of_the_local_network_is_suggested_by_its_name() -> None:
    assert heard({b"name": "Vindfløj A/S".encode()}, ["192.168.1.9"], 8443) == Nearby(
        "Vindfløj A/S", "192.168.1.9:8443"
    )
    assert heard({}, ["fd00::9"], 8443) == Nearby("[fd00::9]", "[fd00::9]:8443")


@pytest.mark.parametrize("address", ["130.225.1.9", "127.0.0.1", "0.0.0.0", "::1", "fe80::1", "evil.example", ""])
def test_nothing_outside_the_network_and_nothing_of_this_machine_is_suggested(address: str) -> None:
    assert heard({b"name": b"Firma"}, [address], 8443) is None


@pytest.mark.parametrize("port", [None, 0, -1, 65536])
def test_a_port_that_can_not_be_is_no_suggestion(port: int | None) -> None:
    assert heard({b"name": b"Firma"}, ["192.168.1.9"], port) is None


def test_a_name_that_lies_is_shown_without_its_tricks() -> None:
    evil = "Firma\n\u202eelgoog" + "x" * 200
    said = heard({b"name": evil.encode()}, ["10.0.0.9"], 443)
    assert said is not None and "\n" not in said.name and "\u202e" not in said.name
    assert len(said.name) == LONGEST_NAME
    garbled = heard({b"name": bytes([0xFF, 0xFE])}, ["10.0.0.9"], 443)
    assert garbled is not None and garbled.address == "10.0.0.9:443"
