"""Phones that lose their power, are restarted, or move behind their router in the middle of a call."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onepresence_desktop.domain.people import SoundPath
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.steps import PhoneLost
from onepresence_desktop.pbx.ports import MenuReached
from onepresence_desktop.pbx.telephony.sip.msg import Message
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.simulated_phone import Dialog


def talking(*, update: bool = True, relay: bool = False) -> tuple[World, Dialog]:
    world = World(3, relay=relay)
    for phone in world.phones:
        phone.says = [("allow", "INVITE, ACK, BYE, UPDATE" if update else "INVITE, ACK, BYE")]
    dialog = world.phones[0].dial("2102")
    world.clock.until(lambda: dialog.talking)
    world.clock.run(3)
    return world, dialog


@pytest.mark.parametrize("who", [0, 1])
@pytest.mark.parametrize("after", [0, 5, 7, 11])
def test_a_phone_that_loses_its_power_is_noticed_within_33_seconds_and_the_other_is_asked_after(
    who: int, after: int
) -> None:
    world, _ = talking()
    world.clock.run(after)
    world.phones[who].vanish()
    world.clock.run(33)
    (lost,) = [event.menu for event in world.events if isinstance(event, MenuReached)]
    assert isinstance(lost, PhoneLost) and lost.whose.user_id == f"p{who}"
    assert (lost.called, lost.held) == (who == 1, False)
    assert world.state(f"d-p{who}") is DeviceState.OFFLINE
    world.clock.run(6)
    assert world.states()[-1] == "ended" and world.phones[1 - who].requests("BYE")


def test_a_call_goes_on_for_as_long_as_both_are_there_also_on_a_bad_network() -> None:
    world, dialog = talking()
    world.network.loss = 0.2
    world.clock.run(3000)
    assert not dialog.over and world.states()[-1] == "connected"


@pytest.mark.parametrize("update", [True, False])
@pytest.mark.parametrize("who", [0, 1])
def test_a_phone_that_was_restarted_in_a_call_is_free_at_once(who: int, update: bool) -> None:
    world, _ = talking(update=update)
    phone, other = world.phones[who], world.phones[1 - who]
    phone.dialogs.clear()  # it knows nothing of before

    invited = phone._invited

    def unknown(server: object, message: Message, dialog: Dialog | None) -> None:
        if message.to.tag:
            server.answer(481)  # type: ignore[attr-defined]
        else:
            invited(server, message, dialog)  # type: ignore[arg-type]

    phone._invited = unknown  # type: ignore[method-assign,assignment]
    phone.register()
    world.clock.run(2)
    (lost,) = [event.menu for event in world.events if isinstance(event, MenuReached)]
    assert isinstance(lost, PhoneLost) and lost.whose.user_id == f"p{who}" and not other.requests("BYE")
    assert world.state(f"d-p{who}") is DeviceState.IDLE
    dialog = world.phones[2].dial(f"210{who + 1}")
    world.clock.run(3)
    assert dialog.talking


def test_a_phone_that_registers_anew_under_another_call_id_keeps_its_call() -> None:
    world, dialog = talking()
    world.phones[1].register()
    world.clock.run(60)
    assert not dialog.over and world.states()[-1] == "connected"


def test_requests_of_a_call_follow_a_phone_whose_router_gives_it_another_port() -> None:
    world, dialog = talking()
    phone = world.phones[1]
    world.network.places.pop(phone.address)
    phone.address = (phone.host, 6123)
    world.network.places[phone.address] = phone._receive
    call_id = next(m.call_id for m in phone.heard if m.status == 200 and m.cseq[1] == "REGISTER")
    phone._call_id = lambda: call_id  # type: ignore[method-assign]
    phone.register()
    world.clock.run(1)
    world.phones[0].hang_up(dialog)
    world.clock.run(2)
    assert phone.requests("BYE")


@pytest.mark.parametrize(
    ("told", "relayed"), [("10.0.1.2", False), ("192.168.7.7", True), ("0.0.0.0", False), ("phone.example", False)]
)
def test_the_sound_of_a_phone_behind_a_router_goes_through_the_engine(told: str, relayed: bool) -> None:
    world = World(2)
    world.phones[1].listens_at = told
    world.phones[0].dial("2102")
    world.clock.run(4)
    assert (len(world.media.sessions) == 2) is relayed


@pytest.mark.parametrize(
    ("paths", "relayed"),
    [
        ((SoundPath.AUTOMATIC, SoundPath.DIRECT), False),
        ((SoundPath.DIRECT, SoundPath.DIRECT), False),
        ((SoundPath.DIRECT, SoundPath.RELAYED), True),
    ],
)
def test_what_is_set_for_a_device_stands_over_what_the_engine_finds(
    paths: tuple[SoundPath, SoundPath], relayed: bool
) -> None:
    world = World(2)
    world.engine.set_lines([replace(line, sound=path) for line, path in zip(world.lines, paths, strict=True)])
    world.phones[1].listens_at = "192.168.7.7"
    world.phones[0].dial("2102")
    world.clock.run(4)
    assert (len(world.media.sessions) == 2) is relayed


@pytest.mark.parametrize(
    ("body", "digit"), [(b"Signal=5\r\nDuration=100", "5"), (b"Signal=11\r\n", "#"), (b"Signal=10", "*")]
)
def test_keys_told_by_info_pass_between_two_phones(body: bytes, digit: str) -> None:
    world, dialog = talking()
    caller, called = world.phones[:2]
    caller.ask(dialog, "INFO", body, content_type="application/dtmf-relay")
    world.clock.run(1)
    (told,) = called.requests("INFO")
    assert told.body.startswith(f"Signal={digit}\r\n".encode()) and not caller.requests("INFO")
