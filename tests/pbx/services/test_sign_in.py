"""Who may come in, how often one may try, and how little a stranger learns (spec 1.1 to 1.3)."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from onepresence_desktop.domain.errors import NotSignedIn, StoreFull, Throttled, WrongCredentials
from onepresence_desktop.domain.people import Customer, CustomerId
from onepresence_desktop.pbx.api.auth import peer_at
from onepresence_desktop.pbx.ports import UnitOfWork
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.passwords import Passwords
from onepresence_desktop.pbx.services.people import PeopleService, new_user
from onepresence_desktop.pbx.services.sign_in import Peer, SignIn
from onepresence_desktop.pbx.store.recordings import FileRecordings
from onepresence_desktop.pbx.store.sql import SqlStore, url_of
from onepresence_desktop.wire import commands as wire
from tests.pbx.office import START, running
from tests.pbx.phones import TestClock
from tests.support.waiting import eventually

HERE = Peer("192.168.1.20", private=True)
AFAR = Peer("203.0.113.7", private=False)


class Door:
    """Sign-in on a real store, without HTTP."""

    def __init__(self, folder: Path, passwords: Passwords | None = None) -> None:
        self.clock = TestClock(START)
        self.store = SqlStore(url_of(folder))
        self.passwords = passwords or Passwords(time_cost=1, memory_kib=8)
        self.sign_in = SignIn(self.store, self.passwords, self.clock, self)
        self.live = live = LiveState(self.store)
        self.people = PeopleService(
            self.store, live, self.passwords, self.sign_in, FileRecordings(folder / "r"), self.clock, self, self.lines
        )
        self.code = ""

    def publish(self, fact: object) -> None:
        """Nobody listens."""

    async def lines(self, *_: object) -> None:
        """No phones."""

    async def __aenter__(self) -> Door:
        await self.store.open()
        customer = Customer(CustomerId("c"), "100", "Firma")
        await self.people.add_customer(customer, "test")
        await self.people.add_user(customer.id, new_user(customer, "1002101", "Anders"), "test", password="2580")
        _, self.code = await self.people.add_user(customer.id, new_user(customer, "1002102", "Ny"), "test")
        return self

    async def __aexit__(self, *_: object) -> None:
        self.passwords.close()
        await self.store.close()

    async def tries(self, number: str, password: str, peer: Peer) -> str:
        try:
            await self.sign_in.sign_in(number, password, "", peer)
        except WrongCredentials:
            return "wrong"
        except Throttled as exc:
            return f"wait {exc.details['retry_after']}"
        return "in"


async def test_ten_wrong_tries_lock_a_number_from_whatever_address_they_come(tmp_path: Path) -> None:
    async with Door(tmp_path) as door:
        made = 0
        for turn in range(1000):
            answer = await door.tries("1002101", "9999", Peer(f"203.0.113.{turn % 250}", private=False))
            if answer == "wrong":
                made += 1
            elif answer.startswith("wait ") and int(answer[5:]) > 600:
                break
            door.clock.pass_(seconds=1)
        assert made == 10
        assert (await door.tries("1002101", "2580", HERE)).startswith("wait")
        door.clock.pass_(minutes=16)
        assert await door.tries("1002101", "2580", HERE) == "in"


async def test_a_number_that_nobody_has_is_throttled_just_the_same(tmp_path: Path) -> None:
    async with Door(tmp_path) as door:
        there = [await door.tries("1002101", "9999", AFAR) for _ in range(6)]
        nobody = [await door.tries("1009999", "9999", Peer("203.0.113.8", private=False)) for _ in range(6)]
        assert there == nobody == ["wrong", "wrong", "wrong", "wait 1", "wait 1", "wait 1"]


async def test_one_address_trying_many_numbers_is_locked_out(tmp_path: Path) -> None:
    async with Door(tmp_path) as door:
        answers = [await door.tries(f"100{n:04}", "1234", AFAR) for n in range(200)]
        assert answers.count("wrong") == 20
        assert await door.tries("1002101", "2580", HERE) == "in"


async def test_each_try_after_the_lock_out_doubles_it_up_to_an_hour(tmp_path: Path) -> None:
    async with Door(tmp_path) as door:
        waits = []
        for _ in range(13):
            assert await door.tries("1002101", "9999", AFAR) == "wrong"
            answer = await door.tries("1002101", "9999", AFAR)
            wait = int(answer.removeprefix("wait ")) if answer != "wrong" else 0
            waits.append(wait)
            door.clock.pass_(seconds=wait)
        # Two tries without a wait are one turn here.
        assert waits == [0, 1, 2, 4, 8, 16, 32, 64, 900, 1800, 3600, 3600, 3600]


async def test_a_right_sign_in_takes_back_its_own_try_and_no_other_of_its_address(tmp_path: Path) -> None:
    async with Door(tmp_path) as door:
        wrong = 0
        for n in range(60):
            wrong += await door.tries(f"100{3000 + n}", "1234", AFAR) == "wrong"
            if n % 5 == 4 and n < 20:
                assert await door.tries("1002101", "2580", AFAR) in {"in", "wait 1"}
        assert wrong == 20


def test_an_ipv6_client_counts_with_its_network_and_a_mapped_one_as_ipv4() -> None:
    assert peer_at("2001:470:1:2::5") == peer_at("2001:470:1:2:ffff::9") == Peer("2001:470:1:2::/64", False)
    assert peer_at("::ffff:192.168.1.20") == HERE
    assert peer_at("fd00::1").private and peer_at("::1").private
    assert not peer_at("::").private and not peer_at("0.0.0.0").private
    assert peer_at(None) == Peer("unknown", False)


async def test_many_tries_at_once_are_counted_one_by_one(tmp_path: Path) -> None:
    async with Door(tmp_path) as door:
        answers = await asyncio.gather(*(door.tries("1002101", "9999", AFAR) for _ in range(30)))
        assert answers.count("wrong") == 3


async def test_a_right_password_clears_the_count(tmp_path: Path) -> None:
    async with Door(tmp_path) as door:
        for _ in range(4):
            assert await door.tries("1002101", "9999", HERE) == "wrong"
            assert await door.tries("1002101", "9999", HERE) == "wrong"
            assert await door.tries("1002101", "2580", HERE) == "in"


async def test_the_first_password_works_here_and_the_activation_code_from_afar(tmp_path: Path) -> None:
    async with Door(tmp_path) as door:
        assert await door.tries("1002102", "0000", AFAR) == "wrong"
        assert await door.tries("1002102", "0000", HERE) == "in"
        assert await door.tries("1002102", door.code.lower().replace("-", " "), AFAR) == "in"
        session = await door.sign_in.sign_in("1002102", door.code, "", AFAR)
        assert session.must_change_password
        principal = await door.sign_in.authenticate(session.token)
        await door.sign_in.change_password(principal, door.code, "7319", AFAR)
        assert await door.tries("1002102", door.code, AFAR) == "wrong"
        assert await door.tries("1002102", "0000", HERE) == "wrong"
        assert await door.tries("1002102", "7319", AFAR) == "in"


async def test_an_activation_code_is_good_for_a_week(tmp_path: Path) -> None:
    async with Door(tmp_path) as door:
        door.clock.pass_(hours=7 * 24 - 1)
        assert await door.tries("1002102", door.code, AFAR) == "in"
        session = await door.sign_in.sign_in("1002102", door.code, "", AFAR)
        principal = await door.sign_in.authenticate(session.token)
        door.clock.pass_(hours=1)
        assert await door.tries("1002102", door.code, AFAR) == "wrong"
        with pytest.raises(WrongCredentials):
            await door.sign_in.change_password(principal, door.code, "7319", AFAR)
        assert await door.tries("1002102", "0000", HERE) == "in"


class Counted(Passwords):
    """Passwords that count the computations that cost time."""

    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_kib=8)
        self.computed: list[str] = []

    def _check(self, password_hash: str, password: str) -> bool:
        self.computed.append("$".join(password_hash.split("$")[:4]))  # algorithm and cost
        return super()._check(password_hash, password)


async def test_who_exists_cannot_be_told_by_time_for_everybody_costs_the_same_computation(tmp_path: Path) -> None:
    passwords = Counted()
    async with Door(tmp_path, passwords) as door:
        spent: dict[tuple[str, str], list[str]] = {}
        for number in ("1002101", "1009999", "1002102", "nonsense"):
            for password in ("9999", "ABCD-EFGH"):
                door.clock.pass_(hours=30)
                passwords.computed.clear()
                assert await door.tries(number, password, AFAR) == "wrong"
                spent[number, password] = list(passwords.computed)
        for password in ("9999", "ABCD-EFGH"):
            assert len({tuple(spent[number, p]) for number, p in spent if p == password}) == 1, spent
            assert spent["nonsense", password]


async def test_a_new_user_must_change_the_password_before_anything_else(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.command(wire.UserAdd(local_number="1002102", name="Ny"))
        answer = await office.http.post("/v1/sessions", json={"local_number": "100 2102", "password": "0000"})
        assert answer.json()["must_change_password"] is True
        headers = {"Authorization": f"Bearer {answer.json()['token']}"}
        for path in ("/v1/snapshot", "/v1/me", "/v1/events", "/v1/me/diversions"):
            refused = await office.http.get(path, headers=headers)
            assert (refused.status_code, refused.json()["code"]) == (403, "password_change_required"), path
        rules = {"0000": "first_password", "1111": "repeat", "1234": "run", "2102": "local_number"}
        for new, rule in {**rules, "12a4": "digits_only", "12": "too_short"}.items():
            body = {"current": "0000", "new": new}
            refused = await office.http.put("/v1/me/password", json=body, headers=headers)
            assert (refused.status_code, refused.json()["details"]) == (422, {"rule": rule})
        changed = await office.http.put("/v1/me/password", json={"current": "0000", "new": "7319"}, headers=headers)
        assert changed.status_code == 204
        assert (await office.http.get("/v1/snapshot", headers=headers)).status_code == 200


async def test_what_comes_through_a_proxy_is_not_from_here(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.command(wire.UserAdd(local_number="1002102", name="Ny"))
        body = {"local_number": "1002102", "password": "0000"}
        through = await office.http.post("/v1/sessions", json=body, headers={"X-Forwarded-For": "203.0.113.9"})
        assert through.status_code == 401
        assert (await office.http.post("/v1/sessions", json=body)).status_code == 201


async def test_a_signed_out_device_hears_so_and_its_token_is_dead(tmp_path: Path) -> None:
    from tests.pbx.office import As, follow

    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002101", "Anders")
        first, second = await office.caller("1002101"), await office.caller("1002101")
        listed = (await first.get("/v1/me/sessions")).json()
        assert [line["current"] for line in listed].count(True) == 1 and len(listed) == 2
        other = next(line["id"] for line in listed if not line["current"])
        async with follow(second) as events:
            await events.next("snapshot")
            assert (await first.delete(f"/v1/me/sessions/{other}")).status_code == 204
            await events.next("signed_out")
            with pytest.raises(StopAsyncIteration):
                await events.next()
        assert (await second.get("/v1/me")).status_code == 401
        assert (await first.delete("/v1/sessions/current")).status_code == 204
        assert (await first.get("/v1/me")).json()["code"] == "not_signed_in"
        assert (await As(office.http, "nonsense").get("/v1/me")).status_code == 401


async def test_a_session_ended_while_it_was_looked_up_stays_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Door(tmp_path) as door:
        session = await door.sign_in.sign_in("1002101", "2580", "", HERE)
        other = await door.sign_in.sign_in("1002101", "2580", "", HERE)
        restarted = SignIn(door.store, door.passwords, door.clock, door)
        principal = await restarted.authenticate(other.token)
        reading, ended = door.store.reading, []

        @asynccontextmanager
        async def ended_meanwhile() -> AsyncIterator[UnitOfWork]:
            async with reading() as unit:
                yield unit
            if not ended:
                ended.append(session.session_id)
                await restarted.end(principal, session.session_id)

        monkeypatch.setattr(door.store, "reading", ended_meanwhile)
        for _ in range(2):
            with pytest.raises(NotSignedIn):
                await restarted.authenticate(session.token)
        assert ended


async def test_a_new_password_ends_the_other_sessions(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002101", "Anders")
        first, second = await office.caller("1002101"), await office.caller("1002101")
        wrong = await first.put("/v1/me/password", {"current": "1111", "new": "7319"})
        assert (wrong.status_code, wrong.json()["code"]) == (401, "wrong_credentials")
        assert (await first.put("/v1/me/password", {"current": "2580", "new": "7319"})).status_code == 204
        assert (await first.get("/v1/me")).status_code == 200
        assert (await second.get("/v1/me")).status_code == 401


async def test_sessions_outlive_a_restart_and_hold_no_token(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002101", "Anders")
        token = await office.token("1002101")
    assert token.encode() not in b"".join(file.read_bytes() for file in tmp_path.iterdir() if file.is_file())
    async with running(tmp_path) as office:
        assert (await office.http.get("/v1/me", headers={"Authorization": f"Bearer {token}"})).status_code == 200


async def test_sessions_end_by_age_and_by_disuse(tmp_path: Path) -> None:
    async with Door(tmp_path) as door:
        used, unused = [await door.sign_in.sign_in("1002101", "2580", "", HERE) for _ in range(2)]
        principal = await door.sign_in.authenticate(used.token)
        for _ in range(2):
            door.clock.pass_(days=20)
            await door.sign_in.authenticate(used.token)
        with pytest.raises(NotSignedIn):
            await door.sign_in.authenticate(unused.token)
        await door.sign_in.end_those_over()
        assert [listed.id for listed in await door.sign_in.sessions(principal)] == [used.session_id]
        for _ in range(8):
            door.clock.pass_(days=20)
            with contextlib.suppress(NotSignedIn):
                await door.sign_in.authenticate(used.token)
        with pytest.raises(NotSignedIn):
            await door.sign_in.authenticate(used.token)
        restarted = SignIn(door.store, door.passwords, door.clock, door)
        with pytest.raises(NotSignedIn):
            await restarted.authenticate(used.token)


async def test_a_session_with_a_live_stream_is_in_use_though_it_asks_for_nothing(tmp_path: Path) -> None:
    async with Door(tmp_path) as door:
        session = await door.sign_in.sign_in("1002101", "2580", "", HERE)
        keeping = asyncio.create_task(door.sign_in.keep_seen(lambda: [session.session_id], every=0.001))
        for _ in range(4):
            door.clock.pass_(days=20)
            async with asyncio.timeout(60):
                while door.sign_in._seen.get(session.session_id) != door.clock.now():
                    await asyncio.sleep(0.005)
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)
        assert (await door.sign_in.authenticate(session.token)).session_id == session.session_id


@contextlib.contextmanager
def full(door: Door) -> Iterator[None]:
    """Nothing can be written."""
    room = door.store.unit

    @asynccontextmanager
    async def no_room(*_: object) -> AsyncIterator[UnitOfWork]:
        raise StoreFull
        yield

    door.store.unit = no_room  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        door.store.unit = room  # type: ignore[method-assign]


@pytest.mark.parametrize("what", ["nothing", "another password", "closed", "removed"])
async def test_a_session_made_on_a_full_disk_is_judged_again_when_it_is_written(tmp_path: Path, what: str) -> None:
    async with Door(tmp_path) as door:
        with full(door):
            token = (await door.sign_in.sign_in("1002101", "2580", "", HERE)).token
        user_id = (await door.sign_in.authenticate(token)).user_id
        async with door.store.unit() as unit:  # a commit whose word of it is still on its way
            user, credential = await unit.people.user(user_id), await unit.credentials.credential(user_id)
            assert user is not None and credential is not None
            if what == "another password":
                await unit.credentials.put_credential(replace(credential, password_hash="other"))
            elif what == "closed":
                await unit.people.put_user(replace(user, closed=True))
            elif what == "removed":
                await unit.people.remove_user(user_id)

        async def kept() -> bool:
            async with door.store.reading() as unit:
                return bool(await unit.credentials.sessions(user_id))

        async def ended() -> bool:
            try:
                return not door.sign_in.again(token)
            except NotSignedIn:
                return True

        writing = asyncio.create_task(door.sign_in.keep_seen(every=0.01))
        await eventually(kept if what == "nothing" else ended)
        writing.cancel()
        assert await kept() is not await ended() is (what != "nothing")


async def test_who_came_in_on_a_full_disk_can_sign_out_there(tmp_path: Path) -> None:
    async with Door(tmp_path) as door:
        with full(door):
            token = (await door.sign_in.sign_in("1002101", "2580", "", HERE)).token
            principal = await door.sign_in.authenticate(token)
            await door.sign_in.end(principal, principal.session_id)
            with pytest.raises(NotSignedIn):
                await door.sign_in.authenticate(token)
