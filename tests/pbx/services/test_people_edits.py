"""One person changed: what is live follows by key and is what a restart would read."""

from __future__ import annotations

import asyncio
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from onepresence_desktop.domain.errors import Conflict, TelephonyAway
from onepresence_desktop.domain.events import Fact, GroupChanged, PeopleChanged
from onepresence_desktop.domain.people import Customer, CustomerId, DeviceKind, User
from onepresence_desktop.pbx.facts import FactBus
from onepresence_desktop.pbx.services import lines as telling_phones
from onepresence_desktop.pbx.services.groups import GroupService
from onepresence_desktop.pbx.services.lines import Lines
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.passwords import Passwords
from onepresence_desktop.pbx.services.people import PeopleService, new_user
from onepresence_desktop.pbx.services.sign_in import SignIn
from onepresence_desktop.pbx.store.recordings import FileRecordings
from onepresence_desktop.pbx.store.sql import SqlStore, url_of
from tests.pbx.office import START
from tests.pbx.phones import TestClock, TestPhones
from tests.support.waiting import eventually

KINDS = (DeviceKind.DESK, DeviceKind.SOFTPHONE, DeviceKind.MOBILE)
FIRM = Customer(CustomerId("firm"), "100", "Firma")


class Heard:
    """Every fact that is told."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []

    def publish(self, fact: Fact) -> None:
        self.facts.append(fact)


class House:
    """Administration on a real store with test phones."""

    def __init__(self, folder: Path) -> None:
        self.store, self.phones, self.heard = SqlStore(url_of(folder)), TestPhones(), Heard()
        clock, passwords = TestClock(START), Passwords(time_cost=1, memory_kib=8)
        self.facts = facts = FactBus()
        facts.subscribe(self.heard)
        self.passwords, self.live = passwords, LiveState(self.store)
        self.lines = Lines(self.store, self.live, self.phones)
        sign_in = SignIn(self.store, passwords, clock, facts)
        recordings = FileRecordings(folder / "recordings")
        self.people = PeopleService(
            self.store, self.live, passwords, sign_in, recordings, clock, facts, self.lines.follow
        )  # fmt: skip

    async def __aenter__(self) -> House:
        await self.store.open()
        await self.phones.start(None, lambda _: None)  # type: ignore[arg-type]
        self.groups = GroupService(self.people, self.live)
        await self.people.add_customer(FIRM, "test")
        return self

    async def __aexit__(self, *_: object) -> None:
        self.passwords.close()
        await self.store.close()

    async def person(self, number: int) -> User:
        user = new_user(FIRM, f"100{number:04}", f"Person {number}")
        return (await self.people.add_user(FIRM.id, user, "test", password="2580"))[0]

    async def agrees_with_the_store(self) -> None:
        """What is live, and what the phones know, is what a restart would read."""
        anew, phones = LiveState(self.store), TestPhones()
        await phones.start(None, lambda _: None)  # type: ignore[arg-type]
        await anew.load()
        await Lines(self.store, anew, phones).tell()
        here, there = self.live.company(FIRM.id), anew.company(FIRM.id)
        assert here.dial_plan == there.dial_plan
        assert (here.devices, self.live.customer_of_device) == (there.devices, anew.customer_of_device)
        assert self.live.customer_of_user == anew.customer_of_user
        assert self.phones.lines == phones.lines


@pytest.mark.parametrize("seed", range(4))
async def test_after_any_edits_what_is_live_is_what_a_restart_would_read(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    async with House(tmp_path) as house:
        people, company = house.people, house.live.company(FIRM.id)
        for n in range(4):
            await house.person(n)
        for n in range(40):
            users, devices = list(company.dial_plan.users.values()), list(company.devices.values())
            one = chance.choice(users)
            number = f"+45331234{chance.randint(10, 13)}"
            try:
                match chance.randint(0, 7):
                    case 0:
                        await house.person(10 + n)
                    case 1:
                        await people.change_user(
                            FIRM.id, one.id, lambda user, to=number: replace(user, one_number=to), "test"
                        )  # fmt: skip
                    case 2:
                        moved = f"100{chance.randint(0, 60):04}"
                        await people.change_user(
                            FIRM.id, one.id, lambda of, to=moved: replace(of, local_number=to, one_number=None), "test"
                        )  # fmt: skip
                    case 3:
                        closed = chance.random() < 0.5
                        await people.change_user(
                            FIRM.id, one.id, lambda user, to=closed: replace(user, closed=to), "test"
                        )  # fmt: skip
                    case 4:
                        await people.add_device(FIRM.id, one.id, chance.choice(KINDS), "", None, "test")
                    case 5 if devices:
                        await people.remove_device(FIRM.id, chance.choice(devices).id, "test")
                    case 6:
                        members = tuple(user.id for user in users[:2])
                        number = f"100{200 + n:04}"
                        reception = chance.random() < 0.5
                        await house.groups.add(FIRM.id, number, "Alle", members, "test", reception=reception)
                    case 7 if len(users) > 3:
                        await people.remove_user(FIRM.id, one.id, "test")
            except Conflict:
                pass  # the number is somebody's
        for group_id in list(company.dial_plan.groups)[:1]:
            await house.groups.remove(FIRM.id, group_id, "test")
        await house.agrees_with_the_store()


async def test_an_edit_tells_of_who_is_concerned_and_reads_no_one_else(tmp_path: Path) -> None:
    async with House(tmp_path) as house:
        anders, berit = await house.person(1), await house.person(2)
        await house.people.add_device(FIRM.id, anders.id, DeviceKind.DESK, "", None, "test")
        assert house.store._engine is not None
        asked: list[str] = []

        def executed(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
            asked.append(statement)

        async def edit() -> int:
            asked.clear()
            house.heard.facts.clear()
            await house.people.change_user(
                FIRM.id, anders.id, lambda user: replace(user, title=f"{user.title}x"), "test"
            )  # fmt: skip
            assert house.heard.facts == [PeopleChanged(FIRM.id, anders.id)]
            return len(asked)

        event.listen(house.store._engine.sync_engine, "before_cursor_execute", executed)
        alone = await edit()
        for n in range(3, 30):
            await house.person(n)
        assert await edit() == alone
        for statement in asked:
            assert not statement.startswith("SELECT") or "password" in statement, statement
            assert "FROM users" not in statement, statement
        group = await house.groups.add(FIRM.id, "1000999", "Alle", (anders.id, berit.id), "test")
        house.heard.facts.clear()
        await house.people.remove_user(FIRM.id, berit.id, "test")
        told = [fact for fact in house.heard.facts if isinstance(fact, PeopleChanged | GroupChanged)]
        assert told == [PeopleChanged(FIRM.id, berit.id), GroupChanged(FIRM.id, group.id)]


async def test_a_change_that_does_not_commit_changes_nothing_that_is_live(tmp_path: Path) -> None:
    async with House(tmp_path) as house:
        anders = await house.person(1)
        before = house.live.company(FIRM.id).dial_plan
        with pytest.raises(ZeroDivisionError):
            async with house.people.changing([FIRM.id]) as change:
                await change.put_user(replace(anders, name="Somebody else"))
                raise ZeroDivisionError
        assert house.live.company(FIRM.id).dial_plan is before
        await house.agrees_with_the_store()


async def test_phones_that_could_not_be_told_of_a_change_are_told_until_they_know(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling_phones, "AGAIN_AFTER", 0.01)
    async with House(tmp_path) as house:
        user = await house.person(2101)
        telling = house.phones.set_lines, house.phones.change_lines
        tries = 0

        async def away(*_: object) -> None:
            nonlocal tries
            tries += 1
            raise TelephonyAway

        house.phones.set_lines = house.phones.change_lines = away  # type: ignore[method-assign]
        work = asyncio.create_task(house.lines.run())
        device, _ = await house.people.add_device(FIRM.id, user.id, DeviceKind.DESK, "", None, "test")
        await eventually(lambda: tries > 3)
        assert device.id not in house.phones.lines
        house.phones.set_lines, house.phones.change_lines = telling  # type: ignore[method-assign]
        await eventually(lambda: device.id in house.phones.lines)
        work.cancel()
        await house.agrees_with_the_store()
