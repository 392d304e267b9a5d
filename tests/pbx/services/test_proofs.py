"""What nobody may do at a computer that was left alone: the password is asked for again (spec 1.3; ASVS 2.2, 3.7.1)."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.client.pbx_client import PbxClient
from onepresence_desktop.domain.errors import PasswordNeeded, WrongCredentials
from onepresence_desktop.domain.people import Role
from onepresence_desktop.pbx.services.proofs import COUNTS
from onepresence_desktop.wire import commands as wire
from tests.pbx.api.test_isolation import image
from tests.pbx.office import As, Running, running

ANDERS, METTE, RITA, OLE = "1002101", "1002102", "1002103", "1002104"
"""Two administrators, and two who aren't."""

Act = Callable[[As, Running], Awaitable[Any]]


def person(office: Running, number: str, more: str = "") -> str:
    return f"/v1/people/{office.ids[number]}{more}"


async def sheet(who: As, text: str) -> Any:
    return await who.post("/v1/people/import", content=text, headers={"Content-Type": "text/csv"})


ACTS: dict[str, Act] = {
    "set the mailbox PIN": lambda who, _: who.put("/v1/me/mailbox-pin", {"pin": "4711"}),
    "remove the mailbox PIN": lambda who, _: who.delete("/v1/me/mailbox-pin"),
    "give another a new password": lambda who, office: who.post(person(office, RITA, "/password")),
    "make an administrator": lambda who, office: who.patch(person(office, RITA), {"role": "administrator"}),
    "take the role away": lambda who, office: who.patch(person(office, METTE), {"role": "user"}),
    "add an administrator": lambda who, _: who.post(
        "/v1/people", {"local_number": "1002177", "name": "Ny", "role": "administrator"}
    ),
    "make an administrator by a sheet": lambda who, _: sheet(
        who, f"local_number,name,role\n{OLE},{OLE},administrator\n"
    ),
    "take the role away by a sheet": lambda who, _: sheet(who, f"local_number,name,role\n{METTE},{METTE},user\n"),
    "export a person": lambda who, office: who.get(person(office, RITA, "/export")),
    "remove an administrator": lambda who, office: who.delete(person(office, METTE)),
    "erase a person": lambda who, office: who.post(person(office, OLE, "/erasure")),
}
"""In an order in which all of them can be done."""

FREE: dict[str, Act] = {
    "end the own sessions elsewhere": lambda who, _: who.delete("/v1/me/sessions/none"),
    "change titles by a sheet": lambda who, _: sheet(who, f"local_number,name,title\n{OLE},{OLE},Chef\n"),
    "change a title": lambda who, office: who.patch(person(office, RITA), {"title": "Chef"}),
    "make a receptionist": lambda who, office: who.patch(person(office, RITA), {"role": "receptionist"}),
    "close somebody's access": lambda who, office: who.patch(person(office, METTE), {"closed": True}),
    "add somebody": lambda who, _: who.post("/v1/people", {"local_number": "1002178", "name": "Ny"}),
    "remove somebody": lambda who, office: who.delete(person(office, RITA)),
}


async def house(office: Running) -> As:
    """A company, and an administrator who signed in and has been away for a while."""
    await office.company()
    for number, role in ((ANDERS, "administrator"), (METTE, "administrator"), (RITA, "user"), (OLE, "user")):
        await office.person(number, number, role=role)
    anders = await office.caller(ANDERS)
    office.clock.moment += COUNTS + timedelta(seconds=1)
    return anders


def code(answer: Any) -> tuple[int, str]:
    return answer.status_code, "" if answer.is_success else str(answer.json()["code"])


async def prove(who: As, password: str = "2580") -> tuple[int, str]:  # noqa: S107  (everybody's, here)
    return code(await who.post("/v1/me/proof", {"password": password}))


async def test_each_sensitive_act_is_refused_until_the_password_is_given_and_then_done(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders = await house(office)
        before = await image(office)
        for name, act in ACTS.items():
            assert code(await act(anders, office)) == (403, "password_needed"), name
        assert await image(office) == before
        assert await prove(anders) == (204, "")
        for name, act in ACTS.items():
            assert code(await act(anders, office))[0] < 300, name


async def test_everything_else_is_free_and_so_is_the_command_line(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders = await house(office)
        for name, act in FREE.items():
            assert code(await act(anders, office))[1] in {"", "not_found"}, name
        await office.command(wire.UserErase(local_number=OLE, name=OLE))
        await office.command(wire.UserAdd(local_number="1002179", name="Ny", role=Role.ADMINISTRATOR))


async def test_signing_in_counts_for_ten_minutes_and_so_does_each_proof(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders = await house(office)
        pin = ACTS["set the mailbox PIN"]
        fresh = await office.caller(ANDERS)
        for who in (fresh, anders):
            if who is anders:
                assert code(await pin(who, office)) == (403, "password_needed"), "another session's is not this one's"
                assert await prove(who) == (204, "")
            office.clock.moment += COUNTS
            assert code(await pin(who, office)) == (204, "")
            office.clock.moment += timedelta(seconds=1)
            assert code(await pin(who, office)) == (403, "password_needed")
        assert code(await fresh.put("/v1/me/password", {"current": "2580", "new": "7319"})) == (204, "")
        assert code(await pin(fresh, office)) == (204, ""), "who changes the password has given it"
        assert await prove(anders, "7319") == (401, "not_signed_in")


async def test_nobody_guesses_the_password_by_proving_nor_by_the_mailbox_pin(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders = await house(office)
        said = [await prove(anders, guess) for guess in ("1111", "2222", "3333", "2580")]
        assert said == [(401, "wrong_credentials")] * 3 + [(429, "throttled")]
        signing_in = await office.http.post("/v1/sessions", json={"local_number": ANDERS, "password": "2580"})
        assert code(signing_in) == (429, "throttled"), "the tries are counted together"
        guess = await anders.put("/v1/me/mailbox-pin", {"pin": "2580"})
        assert code(guess) == (403, "password_needed"), "it must not tell that the PIN would be the password"
        office.clock.pass_(hours=1)
        assert await prove(anders) == (204, "")
        rows = (await anders.get("/v1/audit?q=proof_failed")).json()
        assert len(rows) == 3 and "1111" not in str(rows)


async def test_what_is_proved_while_the_password_is_reset_is_worth_nothing(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders = await house(office)
        mette = await office.caller(METTE)
        answers = await asyncio.gather(prove(anders), mette.post(person(office, ANDERS, "/password")))
        assert answers[1].status_code == 201
        assert code(await ACTS["set the mailbox PIN"](anders, office)) == (401, "not_signed_in")


async def test_a_proof_without_a_password_is_refused_at_the_door(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders = await house(office)
        bodies: list[Any] = [{}, {"password": None}, {"password": "2" * 200}]
        for body in bodies:
            assert code(await anders.post("/v1/me/proof", body))[0] == 422, body


async def test_after_a_restart_a_client_is_asked_anew(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await house(office)
        token = await office.token(ANDERS)
        assert code(await As(office.http, token).put("/v1/me/mailbox-pin", {"pin": "4711"})) == (204, "")
    async with running(tmp_path) as office:
        client = PbxClient(office.service.url, token=token)
        with pytest.raises(PasswordNeeded):
            await client.set_mailbox_pin("7302")
        with pytest.raises(WrongCredentials):
            await client.prove("1111")
        await client.prove("2580")
        await client.set_mailbox_pin("7302")
        await client.close()
