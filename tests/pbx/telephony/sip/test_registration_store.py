"""Registrations outlive the service: after a restart phones ring at once."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from onepresence_desktop.domain.calls import CallState
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.pbx.telephony.sip.registration_store import EVERY, SOON, Book, Kept, RegistrationStore
from onepresence_desktop.wire import codec
from tests.pbx.telephony.sip.office import Office
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.virtual import PBX


class Restarting:
    """A world whose engine forgets who is where, as a new process does, and reads what was kept."""

    def __init__(self, path: Path) -> None:
        self.path, self.world, self.unix = path, World(2), 1_700_000_000.0
        self.began = self.world.clock.now

    def wall(self) -> float:
        return self.unix + self.world.clock.now - self.began

    def store(self, address: tuple[str, int] = PBX) -> RegistrationStore:
        made = RegistrationStore(self.world.engine, self.path, address, wall=self.wall)
        made.bring_back()
        return made

    def forget(self) -> None:
        for line in self.world.lines:
            self.world.engine.registrar.forget(line.sip_user)
        assert self.world.state("d-p1") is DeviceState.OFFLINE


@pytest.fixture
def restarting(tmp_path: Path) -> Restarting:
    return Restarting(tmp_path / "registrations.json")


def test_who_was_registered_is_there_again_and_can_be_called(restarting: Restarting) -> None:
    world = restarting.world
    restarting.store().stop()
    restarting.forget()
    restarting.unix += 20
    kept = restarting.store()
    assert world.state("d-p1") is DeviceState.IDLE
    world.phones[0].dial("2102")
    world.clock.until(lambda: world.state("d-p1") in (DeviceState.RINGING, DeviceState.ON_CALL), within=5)
    kept.stop()


def test_it_is_there_no_longer_than_it_registered_for(restarting: Restarting) -> None:
    restarting.store().stop()
    restarting.forget()
    restarting.unix += 250
    restarting.store()
    assert restarting.world.state("d-p1") is DeviceState.IDLE
    for phone in restarting.world.phones:
        phone.vanish()
    restarting.world.clock.run(60)
    assert restarting.world.state("d-p1") is DeviceState.OFFLINE
    restarting.unix += 400
    restarting.store()
    assert restarting.world.state("d-p1") is DeviceState.OFFLINE


def test_a_phone_that_went_away_meanwhile_is_found_out(restarting: Restarting) -> None:
    restarting.store().stop()
    restarting.forget()
    restarting.world.phones[1].vanish()
    restarting.store()
    restarting.world.clock.run(200)
    assert restarting.world.state("d-p1") is DeviceState.OFFLINE
    assert restarting.world.state("d-p0") is DeviceState.IDLE


def test_another_password_another_address_and_an_unknown_phone_bring_nobody_back(restarting: Restarting) -> None:
    restarting.store().stop()
    restarting.forget()
    restarting.store(("10.0.0.1", 5070))
    assert restarting.world.state("d-p0") is DeviceState.OFFLINE
    book = codec.decode(restarting.path.read_bytes(), Book)
    first, second = sorted(book.kept, key=lambda kept: kept.sip_user)
    changed = Book(address=PBX, kept=(_with(first, proof="of another password"), _with(second, sip_user="s-gone")))
    restarting.path.write_bytes(codec.encode(changed))
    restarting.store()
    assert {restarting.world.state(d) for d in ("d-p0", "d-p1")} == {DeviceState.OFFLINE}


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"address":["10.0.0.1",5060],"kept":[{"sip_user":1}]}'])
def test_a_damaged_book_is_no_book(restarting: Restarting, damage: bytes) -> None:
    restarting.path.write_bytes(damage)
    restarting.store().stop()
    assert len(codec.decode(restarting.path.read_bytes(), Book).kept) == 2


def test_it_is_written_from_time_to_time_and_names_no_password(restarting: Restarting) -> None:
    kept = restarting.store()
    assert not restarting.path.exists()
    restarting.world.clock.run(EVERY + 1)
    text = restarting.path.read_text()
    assert len(codec.decode(text, Book).kept) == 2
    assert not any(line.ha1 in text or line.ha1_sha256 in text for line in restarting.world.lines)
    assert restarting.path.stat().st_mode & 0o077 == 0
    kept.stop()


def test_a_phone_that_comes_or_goes_is_written_soon(restarting: Restarting) -> None:
    kept = restarting.store()
    restarting.world.engine.registrar.forget(restarting.world.lines[0].sip_user)
    restarting.world.clock.run(SOON + 0.5)
    assert len(codec.decode(restarting.path.read_bytes(), Book).kept) == 1
    restarting.world.phones[0].register(200)
    restarting.world.clock.run(SOON + 0.5)
    assert len(codec.decode(restarting.path.read_bytes(), Book).kept) == 2
    kept.stop()


def test_where_it_cant_be_written_the_service_goes_on(restarting: Restarting) -> None:
    restarting.path.mkdir()
    kept = restarting.store()
    restarting.world.clock.run(EVERY * 3)
    kept.stop()
    assert restarting.world.state("d-p0") is DeviceState.IDLE


async def test_a_real_phone_is_called_at_once_after_a_restart(tmp_path: Path) -> None:
    async with Office(tmp_path, keeps=True) as office:
        a, b = await office.phone("a1"), await office.phone("b1")
        await office.restart()
        await office.device_is("a1", DeviceState.IDLE)
        await office.device_is("b1", DeviceState.IDLE)
        await a.dial("2102")
        await b.until("CALL_INCOMING")
        await b.accept()
        await office.call_is(CallState.CONNECTED)
        await a.hang_up()
        await office.call_is(CallState.ENDED)


def _with(kept: Kept, **changes: str) -> Kept:
    return msgspec.structs.replace(kept, **changes)
