"""A forgotten password: a code to the user's own address, and nothing for a stranger to learn (spec 1.2)."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain.errors import WrongCredentials
from onepresence_desktop.domain.outgoing import Outgoing, OutgoingState, Way
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.pbx import adapters
from onepresence_desktop.pbx.facts import FactBus
from onepresence_desktop.pbx.ports import Receipt
from onepresence_desktop.pbx.services import password_resets
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.outbox import Outbox
from onepresence_desktop.pbx.services.password_resets import PasswordResets
from onepresence_desktop.pbx.services.passwords import Passwords
from onepresence_desktop.pbx.services.sign_in import Peer, SignIn
from onepresence_desktop.pbx.store.engine import AsyncConnection
from onepresence_desktop.pbx.store.sql import SqlStore, url_of
from onepresence_desktop.wire import commands as wire
from tests.pbx.office import PASSWORD, START, Running, running
from tests.pbx.phones import TestClock
from tests.pbx.store.stores import seeded, user
from tests.support.senders import by_way, shared
from tests.support.waiting import eventually

NUMBER = "1002101"


class Post:
    """Takes what is sent, as a mail server and an SMS gateway would."""

    def __init__(self) -> None:
        self.taken: list[Outgoing] = []

    async def send(self, outgoing: Outgoing) -> Receipt:
        self.taken.append(outgoing)
        return Receipt(OutgoingState.SENT)

    async def code(self, place: int = -1) -> str:
        await eventually(lambda: len(self.taken) > max(place, 0))
        found = re.search(r"\d{6}", self.taken[place].text)
        assert found is not None
        return found.group()


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Post:
    taking = Post()
    monkeypatch.setattr(adapters, "_shared", lambda *_: shared(taking))
    return taking


@asynccontextmanager
async def an_office(data: Path) -> AsyncIterator[Running]:
    async with running(data) as office:
        await office.company()
        await office.command(
            wire.UserAdd(
                local_number=NUMBER,
                name="Anders",
                email="anders@firma.example",
                mobile="+4520123456",
                password=PASSWORD,
            )
        )
        await office.person("1002102", "Uden adresse")
        yield office


async def ask(office: Running, number: str = NUMBER, by: str = "email") -> int:
    return (await office.http.post("/v1/password-resets", json={"local_number": number, "by": by})).status_code


async def confirm(office: Running, code: str, new: str = "7193", number: str = NUMBER) -> Any:
    body = {"local_number": number, "code": code, "new": new}
    answer = await office.http.post("/v1/password-resets/confirm", json=body)
    return answer.status_code if answer.status_code == 204 else answer.json()["code"]


@pytest.mark.parametrize(("by", "to"), [("email", "anders@firma.example"), ("sms", "+4520123456")])
async def test_with_the_code_that_was_sent_a_new_password_is_chosen_and_old_sessions_end(
    tmp_path: Path, post: Post, by: str, to: str
) -> None:
    async with an_office(tmp_path) as office:
        before = await office.caller(NUMBER)
        assert await ask(office, by=by) == 202
        code = await post.code()
        assert post.taken[0].to == to
        assert await confirm(office, f"{code[:3]} {code[3:]}") == 204
        assert (await before.get("/v1/me")).status_code == 401
        assert await office.token(NUMBER, "7193")
        old = await office.http.post("/v1/sessions", json={"local_number": NUMBER, "password": PASSWORD})
        assert old.json()["code"] == "wrong_credentials"
        assert await confirm(office, code, "8265") == "wrong_credentials", "a code works once"


async def test_the_answers_are_the_same_for_a_number_that_nobody_has_and_for_one_without_an_address(
    tmp_path: Path, post: Post
) -> None:
    async with an_office(tmp_path) as office:
        answers = []
        for number in (NUMBER, "1009999", "1002102"):
            asked = await office.http.post("/v1/password-resets", json={"local_number": number, "by": "email"})
            wrong = await office.http.post(
                "/v1/password-resets/confirm", json={"local_number": number, "code": "000000", "new": "7193"}
            )
            answers.append((asked.status_code, asked.content, wrong.status_code, wrong.content))
        assert answers[0] == answers[1] == answers[2]
        assert answers[0][0] == 202 and answers[0][2] == 401


async def test_after_five_wrong_codes_the_right_one_is_worth_nothing_for_as_long_as_it_lasts(
    tmp_path: Path, post: Post
) -> None:
    async with an_office(tmp_path) as office:
        await ask(office)
        code = await post.code()
        wrong = f"{(int(code) + 1) % 1_000_000:06}"
        for number in (NUMBER, "1009999"):
            tried = [await confirm(office, wrong, number=number) for _ in range(6)]
            assert tried == ["wrong_credentials"] * 5 + ["throttled"]
        assert await confirm(office, code) == "throttled"
        office.clock.pass_(minutes=10)
        assert await confirm(office, code) == "wrong_credentials"


async def test_a_code_is_replaced_by_the_next_and_few_are_sent_in_an_hour(tmp_path: Path, post: Post) -> None:
    async with an_office(tmp_path) as office:
        for number in (NUMBER, "1009999"):
            answers = []
            for _ in range(5):
                answers.append(await ask(office, number))
                office.clock.pass_(seconds=2)
            assert answers == [202, 202, 202, 202, 429]
        await eventually(lambda: len(post.taken) == 4)
        first, last = await post.code(0), await post.code(3)
        if first != last:
            assert await confirm(office, first) == "wrong_credentials"
        assert await confirm(office, last) == 204


async def test_a_weak_password_is_refused_by_its_rule_and_the_code_stays(tmp_path: Path, post: Post) -> None:
    async with an_office(tmp_path) as office:
        await ask(office)
        code = await post.code()
        assert await confirm(office, code, "1234") == "password_refused"
        assert await confirm(office, code, "2101") == "password_refused"
        assert await confirm(office, code) == 204


async def test_a_code_is_worth_nothing_to_somebody_who_is_closed_out_meanwhile(tmp_path: Path, post: Post) -> None:
    async with an_office(tmp_path) as office:
        boss = await office.command(
            wire.UserAdd(local_number="1002103", name="Chef", role="administrator", password=PASSWORD)
        )
        assert boss
        await ask(office)
        code = await post.code()
        chief = await office.caller("1002103")
        people = (await chief.get("/v1/people")).json()
        anders = next(one for one in people if one["local_number"] == NUMBER)
        assert (await chief.patch(f"/v1/people/{anders['id']}", {"closed": True})).status_code == 200
        assert await confirm(office, code) == "wrong_credentials"
        assert await ask(office) == 202


@pytest.mark.parametrize("after", [False, True], ids=["before the answer", "after it"])
async def test_two_hundred_tries_do_the_same_work_for_numbers_that_somebody_has_and_that_nobody_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: bool
) -> None:
    """Work is what times tell, of the answer and of whatever is asked meanwhile: statements, transactions and costly
    hashes, in order; after the answer other rows are written, as many.
    """
    done: list[str] = []

    def noted(owner: type, name: str, what: Callable[..., str]) -> None:
        original = getattr(owner, name)

        def noting(*given: Any, **named: Any) -> Any:
            done.append(what(*given, **named))
            return original(*given, **named)

        monkeypatch.setattr(owner, name, noting)

    monkeypatch.setattr(password_resets, "MOST_WAITING", 1000)
    monkeypatch.setattr(password_resets, "EVEN", 0.001)
    clock, store, passwords = TestClock(START), SqlStore(url_of(tmp_path)), Passwords(time_cost=1, memory_kib=8)
    await store.open()
    await seeded(store)
    async with store.unit() as unit:
        await unit.people.put_user(replace(user(UserId("quiet"), "1002109"), email=None))
    live = LiveState(store)
    await live.load()
    sign_in = SignIn(store, passwords, clock, FactBus())
    resets = PasswordResets(
        store, live, passwords, sign_in, Outbox(store, by_way({}), clock), lambda _: set(Way.known()), clock
    )
    noted(AsyncConnection, "execute", lambda _self, statement, *_: "execute" if after else str(statement))
    noted(SqlStore, "unit", lambda *_: "unit")
    noted(SqlStore, "reading", lambda *_: "reading")
    noted(Passwords, "verify", lambda *_, **__: "verify")
    noted(Passwords, "hash", lambda *_, **__: "hash")
    noted(Outbox, "wake", lambda *_: "wake")
    running_ = asyncio.create_task(resets.run()) if after else None
    work: dict[str, set[tuple[str, ...]]] = {"1002101": set(), "1002109": set(), "": set()}
    for turn in range(100):
        clock.pass_(hours=2)  # by then earlier tries are forgotten
        for place, number in enumerate(work):
            done.clear()
            asked = number or f"10090{turn:02}"
            peer = Peer(f"10.0.{turn}.{place}", private=True)
            await resets.ask(asked, Way.EMAIL, peer)
            if after:
                await eventually(lambda: done[-1:] == ["wake"])
            else:
                with pytest.raises(WrongCredentials):
                    await resets.confirm(asked, "000000", "7193", peer)
            work[number].add(tuple(done))
    async with store.reading() as unit:
        counts = await unit.outbox.counts()
    if running_ is not None:
        running_.cancel()
    passwords.close()
    await store.close()
    (order,) = set.union(*work.values())
    assert ("hash" if after else "verify") in order
    assert counts == ({OutgoingState.QUEUED: 100} if after else {})


async def test_the_owner_is_told_by_mail_whoever_changed_their_password(tmp_path: Path, post: Post) -> None:
    async with an_office(tmp_path) as office:
        token = await office.token(NUMBER)
        body = {"current": PASSWORD, "new": "7193"}
        changed = await office.http.put("/v1/me/password", json=body, headers={"Authorization": f"Bearer {token}"})
        assert changed.status_code == 204, changed.text
        await eventually(lambda: len(post.taken) == 1)
        assert await ask(office) == 202
        assert await confirm(office, await post.code(1), "804713") == 204
        await eventually(lambda: len(post.taken) == 3)
        await office.command(wire.PasswordReset(local_number=NUMBER))
        await eventually(lambda: len(post.taken) == 4)
        await office.command(wire.PasswordReset(local_number="1002102"))
    told = [mail for mail in post.taken if not re.search(r"\d{6}", mail.text)]
    assert len(told) == 3 and {mail.to for mail in told} == {"anders@firma.example"}
    assert {mail.subject for mail in told} == {"Din adgangskode er ændret"}
