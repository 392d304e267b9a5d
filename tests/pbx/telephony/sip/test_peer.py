"""Whose packets are the phone's: told, learned, moved behind a router; everybody else stays out."""

from __future__ import annotations

import pytest

from onepresence_desktop.pbx.telephony.sip.peer import QUIET, Peer

TOLD, MOVED, AGAIN = ("10.0.0.5", 4000), ("10.0.0.5", 4900), ("10.0.0.5", 4950)
STRANGER = ("10.0.0.9", 4000)
OWN, OTHER = 7, 8


def heard(*, told: tuple[str, int] = TOLD) -> Peer:
    """A phone that has been heard at time 0."""
    peer = Peer()
    peer.listens(*told, "10.0.0.5", muted=False)
    assert peer.takes(b"first", told, OWN, 0.0) == [b"first"]
    return peer


def test_nobody_is_heard_before_the_phone_has_told_where_it_listens() -> None:
    peer = Peer()
    assert peer.takes(b"x", TOLD, OWN, 0.0) == [] and peer.strangers == 1 and peer.remote is None


@pytest.mark.parametrize(
    ("address", "source"), [(STRANGER, OWN), (MOVED, OTHER)], ids=["another host", "another source"]
)
def test_neither_another_host_nor_another_source_is_ever_followed(address: tuple[str, int], source: int) -> None:
    peer = heard()
    for n in range(100):
        assert peer.takes(b"x", address, source, 10.0 + n) == []
    assert peer.remote == TOLD and peer.strangers == 100


def test_a_new_port_is_followed_once_the_old_one_is_silent_and_nothing_is_lost() -> None:
    peer = heard()
    assert peer.takes(b"1", MOVED, OWN, 0.02) == [] and peer.remote == TOLD
    assert peer.takes(b"2", MOVED, OWN, QUIET + 0.02) == [b"1", b"2"] and peer.remote == MOVED
    assert peer.takes(b"3", MOVED, OTHER, QUIET + 0.04) == [b"3"]


def test_while_the_old_port_speaks_no_other_is_followed() -> None:
    peer = heard()
    for n in range(1, 100):
        assert peer.takes(b"x", MOVED, OWN, n * 0.02) == []
        assert peer.takes(b"own", TOLD, OWN, n * 0.02 + 0.01) == [b"own"]
    assert peer.remote == TOLD


def test_a_phone_that_moves_twice_and_begins_another_source_meanwhile_loses_nothing() -> None:
    peer = heard()
    assert peer.takes(b"1", MOVED, OWN, 0.02) == [] and peer.takes(b"2", MOVED, OTHER, 0.04) == []
    assert peer.takes(b"3", AGAIN, OWN, 0.06) == []
    assert peer.takes(b"4", AGAIN, OTHER, QUIET + 0.08) == [b"1", b"2", b"3", b"4"] and peer.remote == AGAIN


def test_a_port_that_is_told_at_last_brings_what_came_from_it_before() -> None:
    peer = heard()
    assert peer.takes(b"1", MOVED, OWN, 0.02) == []
    peer.listens(*MOVED, "10.0.0.5", muted=False)
    assert peer.takes(b"late", TOLD, OWN, 0.03) == [b"late"]
    assert peer.takes(b"2", MOVED, OTHER, 0.04) == [b"1", b"2"] and peer.remote == MOVED


def test_on_hold_nothing_may_be_sent_and_afterwards_it_goes_where_it_went() -> None:
    peer = heard()
    for told in (("0.0.0.0", 4000), ("::", 4000), TOLD):
        peer.listens(*told, "10.0.0.5", muted=True)
        assert peer.remote is None
    assert peer.takes(b"music", TOLD, OWN, 1.0) == [b"music"]
    peer.listens(*TOLD, "10.0.0.5", muted=False)
    assert peer.remote == TOLD


def test_a_host_name_is_heard_and_answered_where_its_sip_comes_from() -> None:
    peer = Peer()
    peer.listens("phone.example.org", 4000, "10.0.0.5", muted=False)
    assert peer.remote == ("10.0.0.5", 4000)
    assert peer.takes(b"x", MOVED, OWN, 0.0) == [b"x"] and peer.remote == MOVED
    assert peer.takes(b"x", STRANGER, OWN, 9.0) == []


def test_an_address_is_the_same_however_it_is_written() -> None:
    peer = Peer()
    peer.listens("fd00:0::5", 4000, "", muted=False)
    assert peer.takes(b"x", ("fd00::5", 4000), OWN, 0.0) == [b"x"]
