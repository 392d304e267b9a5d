"""Lamps: a message is waiting (RFC 3842, asked for or not), a colleague's line is in use (RFC 4235)."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from onepresence_desktop.domain.messages import MessageWaiting
from onepresence_desktop.domain.people import DeviceId, UserId
from onepresence_desktop.pbx.telephony.sip.msg import Message
from onepresence_desktop.pbx.telephony.sip.orders import check_settings
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.simulated_phone import Phone

NS = "{urn:ietf:params:xml:ns:dialog-info}"


def waiting(new: int, old: int = 0) -> MessageWaiting:
    return MessageWaiting(UserId("p0"), new, old)


def lamp(phone: Phone) -> list[str]:
    """The states of the message lamp that came."""
    found = [m.body.decode().splitlines() for m in phone.requests("NOTIFY") if m.get("event") == "message-summary"]
    return [f"{lines[0].split()[1]} {lines[-1].split()[1]}" for lines in found]


def lines(phone: Phone) -> list[list[str]]:
    """The states of a line's phones, in every notification that came."""
    found = [ElementTree.fromstring(m.body) for m in phone.requests("NOTIFY") if m.get("event") == "dialog"]
    return [[str(state.text) for state in one.iter(f"{NS}state")] for one in found]


def test_a_phone_that_asks_for_its_lamp_is_told_at_once_and_at_each_change() -> None:
    world = World(2)
    phone = world.phones[0]
    answers = phone.subscribe("s-p0", "message-summary")
    world.clock.run(1)
    assert answers[-1].status == 200 and answers[-1].get("expires") == "600" and lamp(phone) == ["no 0/0"]
    for state in (waiting(1), waiting(1), waiting(2, 1), waiting(0, 3)):
        world.engine.set_waiting(state)
        world.clock.run(1)
    assert lamp(phone) == ["no 0/0", "yes 1/0", "yes 2/1", "no 0/3"]
    told = phone.requests("NOTIFY")[-1]
    assert told.get("subscription-state").startswith("active;expires=59")
    assert told.get("content-type") == "application/simple-message-summary"
    assert not lamp(world.phones[1])


def test_a_phone_that_does_not_ask_is_told_all_the_same_and_when_it_comes_back() -> None:
    world = World(2)
    phone = world.phones[0]
    world.engine.set_waiting(waiting(2))
    world.clock.run(1)
    assert lamp(phone) == ["yes 2/0"] and phone.requests("NOTIFY")[0].get("subscription-state") == "active"
    phone.register(0)
    world.clock.run(1)
    world.engine.set_waiting(waiting(3))
    world.clock.run(1)
    phone.register()
    world.clock.run(1)
    assert lamp(phone) == ["yes 2/0", "yes 3/0"]


def test_a_busy_lamp_follows_each_phone_of_the_line() -> None:
    world = World(3, second=True)
    watcher, caller = world.phones[0], world.phones[2]
    answers = watcher.subscribe("2102", "dialog")
    world.clock.run(1)
    assert answers[-1].status == 200 and lines(watcher) == [["terminated", "terminated"]]
    world.phones[1].manner, world.phones[4].manner = [(0.1, "ring"), (1, "answer")], [(0.1, "ring")]
    caller.dial("2102", [(2, "hold"), (2, "bye")])
    world.clock.run(20)
    seen = lines(watcher)
    assert (
        ["early", "early"] in seen and ["confirmed", "terminated"] in seen and seen[-1] == ["terminated", "terminated"]
    )
    documents = [ElementTree.fromstring(m.body) for m in watcher.requests("NOTIFY")]
    assert [int(d.get("version", "")) for d in documents] == list(range(len(documents)))
    assert {d.get("entity") for d in documents} == {"sip:2102@10.0.0.1"} and {d.get("state") for d in documents} == {
        "full"
    }


def test_a_phone_that_wants_to_watch_for_an_hour_comes_back_within_ten_minutes() -> None:
    world = World(2)
    answers = world.phones[0].subscribe("2102", "dialog", 3600)
    world.clock.run(1)
    assert answers[-1].get("expires") == "600"


def test_a_subscription_is_renewed_runs_out_and_is_taken_back() -> None:
    world = World(2)
    phone = world.phones[0]
    phone.subscribe("2102", "dialog", 60)
    world.clock.run(30)
    assert world.engine.subscriptions.count == 1
    world.clock.run(40)
    assert world.engine.subscriptions.count == 0
    phone.subscribe("2102", "dialog", 0)
    world.clock.run(1)
    assert phone.requests("NOTIFY")[-1].get("subscription-state").startswith("terminated")
    assert world.engine.subscriptions.count == 0


@pytest.mark.parametrize(("number", "event", "seconds", "status"), [
    ("2102", "presence", 600, 489), ("2999", "dialog", 600, 404), ("2102", "dialog", 5, 423),
])  # fmt: skip
def test_what_can_not_be_watched_is_refused(number: str, event: str, seconds: int, status: int) -> None:
    world = World(2)
    answers = world.phones[0].subscribe(number, event, seconds)
    world.clock.run(1)
    assert answers[-1].status == status and world.engine.subscriptions.count == 0


def test_a_phone_that_no_longer_knows_its_subscription_is_told_nothing_more() -> None:
    world = World(2)
    phone = world.phones[0]
    phone.subscribe("2102", "dialog")
    world.clock.run(1)
    receive = phone._receive

    def forgetful(data: bytes, source: tuple[str, int]) -> None:
        if data.startswith(b"NOTIFY"):
            from onepresence_desktop.pbx.telephony.sip.msg import parse, response_to

            phone.send(phone.flow, response_to(parse(data), 481).encode())
        else:
            receive(data, source)

    world.network.places[phone.address] = forgetful
    world.phones[1].dial("2101")
    world.clock.run(2)
    assert world.engine.subscriptions.count == 0


def test_a_device_that_is_removed_hears_nothing_more() -> None:
    world = World(3)
    phone = world.phones[0]
    phone.subscribe("2102", "dialog")
    world.clock.run(1)
    world.engine.set_lines(world.lines[1:])
    before = len(phone.requests("NOTIFY"))
    world.phones[2].dial("2102")
    world.clock.run(3)
    assert len(phone.requests("NOTIFY")) == before and world.engine.subscriptions.count == 0


def test_a_stranger_can_not_watch_anybody() -> None:
    world = World(2)
    stranger = Phone(world, "s-nobody", "10.9.9.9")
    answers: list[Message] = stranger.subscribe("2102", "dialog")
    world.clock.run(2)
    assert world.engine.subscriptions.count == 0 and all(answer.status == 401 for answer in answers)


def test_a_message_lamp_says_what_the_phones_message_key_dials() -> None:
    world = World(1)
    world.phones[0].subscribe("s-p0", "message-summary")
    world.clock.run(1)
    assert b"Message-Account: sip:*98@10.0.0.1\r\n" in world.phones[0].requests("NOTIFY")[0].body


def test_a_lamp_that_rings_names_the_call_so_that_its_key_picks_it_up() -> None:
    world = World(3)
    caller, called, watcher = world.phones
    called.manner = [(0.1, "ring")]
    watcher.subscribe("2102", "dialog")
    dialog = caller.dial("2102")
    world.clock.run(2)
    (told,) = ElementTree.fromstring(watcher.requests("NOTIFY")[-1].body).iter(f"{NS}dialog")
    assert told.get("direction") == "recipient" and told.find(f"{NS}state").text == "early"  # type: ignore[union-attr]
    value = f"{told.get('call-id')};to-tag={told.get('local-tag')};from-tag={told.get('remote-tag')}"
    picked = watcher.dial("2102", headers=[("replaces", value)])
    world.clock.run(2)
    assert dialog.talking and picked.talking
    (over,) = ElementTree.fromstring(watcher.requests("NOTIFY")[-1].body).iter(f"{NS}dialog")
    assert over.get("call-id") is None


def test_a_lamp_is_found_by_whose_it_is_and_nobody_else_is_looked_at() -> None:
    """However many phones there are: what a lamp costs is what is lit."""
    world = World(3)
    for phone, number in zip(world.phones, ("2102", "2103", "2101"), strict=True):
        phone.subscribe(number, "dialog")
    world.clock.run(1)
    waiting, lines = MessageWaiting(world.lines[0].user_id, 1, 0), world.engine.lines

    class Scanned(dict[object, object]):
        def __iter__(self) -> object:  # type: ignore[override]
            raise AssertionError("all phones are looked at")

        items = keys = values = __iter__  # type: ignore[assignment]

    subscriptions = world.engine.subscriptions
    world.engine.lines = Scanned(lines)  # type: ignore[assignment]
    subscriptions._by_dialog = Scanned(subscriptions._by_dialog)  # type: ignore[assignment]
    subscriptions.set_waiting(waiting)
    world.phones[0].dial("2102")
    world.clock.run(1)
    assert "early" in world.phones[0].requests("NOTIFY")[-1].body.decode()


def test_a_phone_that_is_there_is_told_to_fetch_its_settings_without_a_restart() -> None:
    world = World(2)
    check_settings(world.engine, [*world.engine.lines, DeviceId("nobody's")])
    world.clock.run(1)
    for phone in world.phones:
        (told,) = phone.requests("NOTIFY")
        assert told.get("event") == "check-sync;reboot=false" and told.get("subscription-state") == "terminated"
    world.phones[0].register(0)
    world.clock.run(1)
    check_settings(world.engine, list(world.engine.lines))
    world.clock.run(1)
    assert [len(phone.requests("NOTIFY")) for phone in world.phones] == [1, 2], "one that is away looks when it starts"
