"""A company that has administrators is never left without one, by whatever way (spec 12.4)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from onepresence_desktop.domain.people import CustomerId, Role, User, UserId
from onepresence_desktop.pbx import run_file
from onepresence_desktop.pbx.services.people_edits import PeopleEdits, orphaned
from onepresence_desktop.wire import codec
from onepresence_desktop.wire import commands as wire
from tests.pbx.office import Running, running

SHEET = "local_number;name;role\n1002101;Anders;user\n"
WAYS: dict[str, Callable[[], wire.AnyCommand]] = {
    "removed": lambda: wire.Remove(which="1002101"),
    "erased": lambda: wire.UserErase(local_number="1002101", name="Anders"),
    "lowered by a sheet": lambda: wire.ImportPeople(text=SHEET),
}


async def refused(office: Running, command: wire.AnyCommand) -> dict[str, object]:
    """The command line's refusal."""
    found = run_file.read(office.data)
    assert found is not None
    head = {"Authorization": f"Bearer {found.admin_token}", "Content-Type": "application/json"}
    answer = await office.http.post(wire.ADMIN, content=codec.encode(command), headers=head)
    assert answer.status_code == 409, answer.text
    said: dict[str, object] = answer.json()
    return said


@pytest.mark.parametrize("way", WAYS)
async def test_the_command_line_leaves_no_company_without_an_administrator(tmp_path: Path, way: str) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002101", "Anders", role="administrator")
        await office.person("1002102", "Mette")
        said = await refused(office, WAYS[way]())
        assert (said["code"], said["details"]) == ("conflict", {"what": "last_administrator"})
        anders = await office.caller("1002101")
        roles = {one["local_number"]: one["role"] for one in (await anders.get("/v1/people")).json()}
        assert roles == {"1002101": "administrator", "1002102": "user"}, "nothing was done"
        mette = f"/v1/people/{office.ids['1002102']}"
        assert (await anders.patch(mette, {"role": "administrator"})).status_code == 200
        await office.command(WAYS[way]())
        assert [one["role"] for one in (await (await office.caller("1002102")).get("/v1/people")).json()].count(
            "administrator"
        ) == 1


async def test_of_two_administrators_who_lower_each_other_at_once_one_stays(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        ids = [await office.person(number, number, role="administrator") for number in ("1002101", "1002102")]
        one, other = [await office.caller(number) for number in ("1002101", "1002102")]
        assert (await one.patch(f"/v1/people/{ids[0]}", {"role": "user"})).json()["details"] == {"what": "self"}
        assert (await one.patch(f"/v1/people/{ids[0]}", {"closed": True})).json()["details"] == {"what": "self"}
        assert (await one.delete(f"/v1/people/{ids[0]}")).json()["details"] == {"what": "self"}
        assert (await one.patch(f"/v1/people/{ids[1]}", {"role": "user"})).status_code == 200
        assert (await other.patch(f"/v1/people/{ids[0]}", {"role": "user"})).status_code == 403


def test_only_edits_that_lower_the_last_one_are_meant() -> None:
    def user(n: int, role: Role, *, closed: bool = False) -> User:
        return User(
            id=UserId(f"u{n}"), customer_id=CustomerId("c"), local_number=f"100210{n}", name=f"{n}", role=role,
            closed=closed,
        )  # fmt: skip

    boss, second, clerk = user(1, Role.ADMINISTRATOR), user(2, Role.ADMINISTRATOR, closed=True), user(3, Role.USER)
    before = {one.id: one for one in (boss, second, clerk)}
    assert orphaned(before, PeopleEdits(users={boss.id: None}))
    assert orphaned(before, PeopleEdits(users={boss.id: user(1, Role.ADMINISTRATOR, closed=True)}))
    assert not orphaned(before, PeopleEdits(users={boss.id: None, clerk.id: user(3, Role.ADMINISTRATOR)}))
    assert not orphaned(before, PeopleEdits(users={boss.id: user(1, Role.ADMINISTRATOR)}))
    assert not orphaned({clerk.id: clerk}, PeopleEdits(users={clerk.id: None}))
