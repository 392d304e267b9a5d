"""Above what it can carry the engine refuses new calls at once, and serves those it has."""

from __future__ import annotations

import socket
import time
from collections import Counter
from typing import Any

import pytest

from onepresence_desktop.domain.routing import DialPlan
from onepresence_desktop.pbx.telephony.sip.driver import SipTelephony
from onepresence_desktop.pbx.telephony.sip.load import (
    EVERY,
    LOST,
    MESSAGES,
    MOST_WAITING,
    MOST_WAITING_PROVED,
    RETRY_AFTER,
    QueueProbe,
    retry_after,
)
from tests.pbx.telephony.sip.office import CUSTOMER, TableRouter
from tests.pbx.telephony.sip.simulated import World
from tests.support.waiting import eventually


def test_a_queue_that_stands_is_known_before_it_is_worked_off() -> None:
    now, sent = [0.0], list[bytes]()
    probe = QueueProbe(lambda: now[0], sent.append)
    probe.measure()
    assert probe.waited() == 0.0 and not probe.sees(b"INVITE")
    now[0] = 0.8
    probe.measure()
    assert len(sent) == 1 and probe.sees(sent[0])
    probe.measure()
    now[0] = 1.1
    assert probe.waited() == pytest.approx(0.3)
    now[0] = 1.7
    assert probe.waited() == 0.8
    now[0] = 2.1
    assert probe.waited() == pytest.approx(1.3) and probe.sees(sent[1])
    probe.measure()
    assert probe.waited() == 0.8
    now[0] += 0.01
    assert probe.sees(sent[2]) and probe.waited() == pytest.approx(0.01)


def test_having_had_to_wait_once_is_no_queue() -> None:
    now, sent = [0.0], list[bytes]()
    probe = QueueProbe(lambda: now[0], sent.append)
    probe.measure()
    now[0] = 0.9
    assert probe.waited() == 0.0 and probe.sees(sent[0]) and probe.waited() == 0.0
    probe.measure()
    now[0] += 0.001
    assert probe.sees(sent[1]) and probe.waited() == pytest.approx(0.001)


def test_many_messages_are_a_reason_to_measure_at_once() -> None:
    sent = list[bytes]()
    probe = QueueProbe(lambda: 0.0, sent.append)
    for _ in range(2 * MESSAGES):
        probe.sees(b"INVITE")
    assert len(sent) == 1, "one at a time"
    probe.sees(sent[0])
    for _ in range(MESSAGES):
        probe.sees(b"INVITE")
    assert len(sent) == 2


def test_nothing_is_measured_while_nothing_comes() -> None:
    now, sent = [0.0], list[bytes]()
    probe = QueueProbe(lambda: now[0], sent.append)
    assert probe.at_rest
    probe.sees(b"INVITE")
    assert not probe.at_rest
    for wait in (0.5, 0.5, 0.001, 0.001):
        probe.measure()
        assert not probe.at_rest, "one is under way"
        now[0] += wait
        assert probe.sees(sent[-1]) and probe.at_rest is (now[0] > 1.0015), "what stood is measured until it has gone"
    probe.sees(b"INVITE")
    assert not probe.at_rest


class Slow:
    """A machine on which the engine needs 10 ms for each message, and so can carry twelve calls a second."""

    COST = 0.01

    def __init__(self, world: World) -> None:
        self.world = world
        self.read = world.engine.receive
        self.free_at = 0.0
        self.probe = QueueProbe(world.clock.time, lambda token: self.receive(token, None))
        world.engine.waited = self.probe.waited
        world.engine.receive = self.receive  # type: ignore[method-assign]
        self.measure()

    def measure(self) -> None:
        self.probe.measure()
        self.world.clock.call_later(EVERY, self.measure)

    def receive(self, data: bytes, flow: Any) -> None:
        now = self.world.clock.time()
        self.free_at = max(self.free_at, now) + self.COST
        self.world.clock.call_later(self.free_at - now, lambda: self.probe.sees(data) or self.read(data, flow))


def test_above_what_it_can_carry_nothing_is_sent_twice_and_calls_go_on() -> None:
    seconds, offered, pairs = 15, 20, 70
    world = World(2 * pairs)
    for phone in world.phones:
        phone.manner = [(0.01, "ring"), (0.05, "answer")]
    Slow(world)
    came: Counter[bytes] = Counter()
    for place, take in list(world.network.places.items()):

        def noted(data: bytes, source: tuple[str, int], take: Any = take) -> None:
            came[data] += not data.startswith(b"SIP/2.0 1")
            take(data, source)

        world.network.places[place] = noted
    dialled = []
    for n in range(seconds * offered):
        place = n % pairs
        dialled.append(world.phones[place].dial(f"{2101 + pairs + place}", [(0.1, "bye")]))
        world.clock.run(1 / offered)
    world.clock.run(8)
    statuses = Counter(call.status for call in dialled)
    assert statuses.keys() == {200, 503} and not world.engine.calls, statuses
    assert statuses[200] > 0.6 * 12 * seconds, statuses
    again = Counter(data.split(b" ", 1)[0] for data, times in came.items() if times > 1)
    assert not again, again


def test_a_measurement_that_is_lost_is_made_again() -> None:
    now, sent = [0.0], list[bytes]()
    probe = QueueProbe(lambda: now[0], sent.append)
    probe.measure()
    now[0] = LOST + 0.1
    probe.measure()
    assert len(sent) == 2


def test_new_calls_are_refused_while_messages_wait_and_running_ones_and_calls_for_help_go_on() -> None:
    world = World(4)
    running = world.phones[0].dial("2102")
    world.clock.run(3)
    world.engine.waited = lambda: MOST_WAITING_PROVED + 0.1
    refused, help_call = world.phones[2].dial("2104"), world.phones[3].dial("112")
    world.clock.run(1)
    answer = next(m for m in world.phones[2].heard if m.status == 503)
    assert refused.status == 503 and RETRY_AFTER[0] <= int(answer.get("retry-after")) <= RETRY_AFTER[1]
    assert help_call.status != 503
    world.phones[0].hang_up(running)
    world.clock.run(1)
    assert world.phones[1].requests("BYE")
    world.engine.waited = lambda: 0.0
    again = world.phones[2].dial("2104")
    world.clock.run(3)
    assert again.talking


def test_who_was_challenged_before_messages_waited_is_still_let_in() -> None:
    world = World(4)
    world.engine.waited = lambda: (MOST_WAITING + MOST_WAITING_PROVED) / 2
    assert _status(world, 0) == 503
    world.engine.waited = lambda: 0.0
    begun = world.phones[2].dial("2104")
    world.clock.until(lambda: any(m.status == 401 and m.cseq[1] == "INVITE" for m in world.phones[2].heard))
    world.engine.waited = lambda: (MOST_WAITING + MOST_WAITING_PROVED) / 2
    world.clock.run(3)
    assert begun.talking


def _status(world: World, phone: int) -> int:
    call = world.phones[phone].dial("2102")
    world.clock.run(1)
    return call.status


async def test_a_busy_engine_measures_that_it_is_behind() -> None:
    telephony = SipTelephony("127.0.0.1", 0)
    await telephony.start(TableRouter(DialPlan(CUSTOMER)), lambda _: None)
    engine = telephony._engine
    assert engine is not None and telephony.address is not None
    engine.receive = lambda data, flow: time.sleep(0.02)  # type: ignore[method-assign]
    host, port = telephony.address.split(":")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as phones:
        for _ in range(200):
            phones.sendto(b"OPTIONS", (host, int(port)))
    await eventually(lambda: engine.waited() >= 1.0)
    await eventually(lambda: engine.waited() < 0.1)
    await telephony.stop()


def test_who_is_refused_is_told_the_same_each_time_and_not_all_are_told_to_come_at_once() -> None:
    world = World(2)
    world.engine.waited = lambda: 10.0
    phone, sent = world.phones[0], list[bytes]()
    send = phone.send
    phone.send = lambda flow, data: sent.append(data) or send(flow, data)  # type: ignore[method-assign,func-returns-value]
    phone.dial("2102")
    world.clock.run(1)
    send(phone.flow, next(one for one in sent if one.startswith(b"INVITE")))  # the answer was late
    world.clock.run(1)
    first, second = [one.encode() for one in phone.heard if one.status == 503]
    assert first == second
    assert {retry_after(f"{n:x}") for n in range(100)} == {str(n) for n in range(RETRY_AFTER[0], RETRY_AFTER[1] + 1)}
