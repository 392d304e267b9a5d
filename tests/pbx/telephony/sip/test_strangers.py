"""What strangers may cost (bytes, lines, messages a second), and that nothing of it stands before a call for help."""

from __future__ import annotations

import pytest

from onepresence_desktop.pbx.telephony.sip.guard import (
    ALL_STRANGERS_BURST,
    BURST,
    FREE_TRIES,
    HELP_BURST,
    LARGEST,
    MOST_LINES,
    STRANGERS_BURST,
    Guard,
    too_large,
)
from onepresence_desktop.pbx.telephony.sip.msg import Message
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.test_bad_input import STRANGER, asked, request
from tests.pbx.telephony.sip.virtual import PBX

PHONE = "10.0.1.1"


def help_call(number: str = "112", call_id: str = "help", method: str = "INVITE") -> bytes:
    message = Message(method, f"sip:{number}@10.0.0.1")
    return message.add("call-id", call_id).add("cseq", f"1 {method}").encode()


@pytest.mark.parametrize(
    ("message", "large"),
    [
        (request("OPTIONS", 1).encode(), False),
        (request("OPTIONS", 1).encode() + b"x" * 8000, False),
        (request("OPTIONS", 1).encode() + b"x" * LARGEST, True),
        (request("OPTIONS", 1).encode() + b"a=x\r\n" * (MOST_LINES + 20), False),
        (request("OPTIONS", 1).encode().replace(b"Via:", b"Via: SIP/2.0/UDP a;branch=b\r\nVia:", 1) * 20, False),
        (b"OPTIONS sip:x SIP/2.0\r\n" + b"Via: SIP/2.0/UDP a;branch=b\r\n" * (MOST_LINES + 1), True),
    ],
    ids=["as phones send", "a long body", "too long", "a body of many lines", "some hops", "too many hops"],
)
def test_size_and_lines_are_bounded_before_a_message_is_read(message: bytes, large: bool) -> None:
    assert too_large(message) is large


def test_a_message_beyond_the_bounds_is_not_answered() -> None:
    world = World(1)
    message = request("OPTIONS", 1)
    message.headers += [("via", "SIP/2.0/UDP 10.8.8.8;branch=z9hG4bKa")] * MOST_LINES
    assert asked(world, message) == []
    assert [answer.status for answer in asked(world, request("OPTIONS", 2))] == [200]


def test_large_messages_cost_a_source_more_than_small_ones() -> None:
    guard = Guard(lambda: 0.0)
    assert sum(guard.let_in("10.9.9.9", b"x" * 9216) for _ in range(2000)) == STRANGERS_BURST // 10


def test_many_forged_addresses_cost_no_more_than_a_few_and_phones_are_heard() -> None:
    guard = Guard(lambda: 0.0)
    guard.proved(PHONE, "s-p0")
    assert sum(guard.let_in(f"10.9.{n // 250}.{n % 250}") for n in range(20_000)) == ALL_STRANGERS_BURST
    assert guard.let_in(PHONE)


@pytest.mark.parametrize("known", [False, True])
def test_whoever_calls_for_help_is_let_in_though_the_address_has_used_up_all(known: bool) -> None:
    now = [0.0]
    guard = Guard(lambda: now[0])
    if known:
        guard.proved(PHONE, "s-p0")
    for _ in range(int(max(BURST, STRANGERS_BURST)) + 1):
        guard.let_in(PHONE)
    assert not guard.let_in(PHONE, help_call("1002102"))
    assert guard.let_in(PHONE, help_call())
    assert guard.let_in(PHONE, help_call(method="ACK")) and guard.let_in(PHONE, help_call(method="BYE"))
    assert not guard.let_in(PHONE, help_call("1002102", "other", "BYE"))
    assert sum(guard.let_in(PHONE, help_call(call_id=f"h{n}")) for n in range(1000)) <= HELP_BURST


@pytest.mark.parametrize(("number", "refused"), [("112", False), ("2102", True)])
def test_a_locked_phone_may_still_call_for_help(number: str, refused: bool) -> None:
    world = World(2)
    phone = world.phones[0]
    for n in range(FREE_TRIES):
        challenge = asked(world, request("REGISTER", n), phone.address)[0].get("www-authenticate")
        guess = f'{challenge}, username="s-p0", uri="sip:10.0.0.1", response="{n}"'
        asked(world, request("REGISTER", 100 + n, authorization=guess), phone.address)
    world.network.places[phone.address] = phone._receive
    dialog = phone.dial(number, [(0.5, "bye")])
    world.clock.run(5)
    assert (dialog.status == 403) is refused


def test_a_flood_of_datagrams_at_the_bounds_leaves_time_for_a_call() -> None:
    world = World(2)
    largest = request("OPTIONS", 1)
    largest.headers += [("via", "SIP/2.0/UDP 10.8.8.8;branch=z9hG4bKa")] * (MOST_LINES - 20)
    for n in range(4000):
        world.clock.call_later(n / 2000, lambda: world.network.carry(largest.encode(), STRANGER, PBX))
    dialog = world.phones[0].dial("2102", [(1, "bye")])
    world.clock.run(8)
    assert dialog.status == 200 and world.engine.guard.dropped > 3500


def test_a_phone_may_call_from_where_it_has_not_registered() -> None:
    world = World(2)
    phone = world.phones[0]
    world.network.places.pop(phone.address)
    phone.host = phone.home = phone.listens_at = "10.0.7.7"
    phone.address = ("10.0.7.7", 5060)
    world.network.places[phone.address] = phone._receive
    dialog = phone.dial("2102", [(1, "bye")])
    world.clock.run(6)
    assert dialog.status == 200
