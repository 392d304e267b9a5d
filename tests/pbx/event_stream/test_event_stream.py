"""The live stream: whatever happens on the way, a client ends with the latest state, and ids only rise."""

from __future__ import annotations

import asyncio
import json
import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.event_ring import Audience
from onepresence_desktop.pbx.event_stream import MOST_WAITING, Client, EventStream
from tests.support.waiting import eventually

A = CustomerId("a")


class Pipe:
    """A connection whose other end reads when the test says so."""

    def __init__(self) -> None:
        self.data = b""
        self.full = False
        self.closed = False

    def write(self, data: bytes) -> None:
        assert not self.closed
        self.data += data

    def get_write_buffer_size(self) -> int:
        return MOST_WAITING + 1 if self.full else 0

    def is_closing(self) -> bool:
        return self.closed

    def close(self) -> None:
        self.closed = True

    def abort(self) -> None:
        self.closed = True

    def events(self) -> list[tuple[str, str, Any]]:
        """What was written, un-chunked and parsed."""
        rest, body = self.data, b""
        while rest:
            size, _, rest = rest.partition(b"\r\n")
            length = int(size, 16)
            body, rest = body + rest[:length], rest[length + 2 :]
        found = []
        for block in body.decode().split("\n\n"):
            fields = dict(line.split(": ", 1) for line in block.split("\n") if ": " in line)
            if "event" in fields:
                found.append((fields["event"], fields.get("id", ""), json.loads(fields["data"])))
        return found


class World:
    """The state that events tell of: a value per key."""

    def __init__(self, *, ring: int = 64, gap: float = 0.0) -> None:
        self.public: dict[str, int] = {}
        self.private: dict[str, dict[str, int]] = {}
        self.stream = EventStream(self.snapshot, ring=ring, gap=gap)

    async def snapshot(self, client: Client, event_id: str) -> list[bytes]:
        await asyncio.sleep(0)
        state = {"public": self.public, "private": self.private.get(client.user_id, {})}
        return [json.dumps(state).encode()]

    def set(self, key: str, value: int) -> None:
        self.public[key] = value
        self.stream.publish(A, "set", key, json.dumps([key, value]).encode())

    def set_private(self, user: str, key: str, value: int) -> None:
        self.private.setdefault(user, {})[key] = value
        self.stream.publish(A, "own", key, json.dumps([key, value]).encode(), UserId(user))

    def client(self, user: str = "u", *, receptionist: bool = False) -> tuple[Client, Pipe]:
        pipe = Pipe()
        return Client(A, UserId(user), receptionist, "s", pipe), pipe


class Mirror:
    """What a client makes of what it was sent."""

    def __init__(self) -> None:
        self.public: dict[str, int] = {}
        self.private: dict[str, int] = {}
        self.last = ""

    def take(self, pipe: Pipe) -> None:
        place = -1
        for name, event_id, data in pipe.events():
            seq = int(event_id.split(":")[1])
            assert seq > place or name == "snapshot", "ids only rise"
            place, self.last = seq, event_id
            if name == "snapshot":
                self.public, self.private = dict(data["public"]), dict(data["private"])
            else:
                (self.public if name == "set" else self.private)[data[0]] = data[1]


async def still(world: World) -> None:
    """Until nothing is waiting to be delivered."""
    await asyncio.sleep(0)
    await eventually(lambda: not world.stream._due)


async def test_superseded_changes_are_left_out_and_the_last_one_arrives() -> None:
    world = World(ring=4096, gap=0.05)
    client, pipe = world.client()
    await world.stream.join(client)
    await still(world)
    for n in range(500):
        world.set("anders", n)
        world.set("mette", -n)
    await still(world)
    sets = [data for name, _, data in pipe.events() if name == "set"]
    assert sets[-2:] == [["anders", 499], ["mette", -499]]
    assert len(sets) <= 4


async def test_what_is_held_comes_as_one_at_the_end() -> None:
    world = World(ring=4096)
    client, pipe = world.client()
    await world.stream.join(client)
    await still(world)
    before = len(pipe.data)
    world.set("anders", 1)
    world.stream.hold(A, begins=True)  # also what was due by then
    for n in range(300):
        world.set(f"k{n}", n)
        await asyncio.sleep(0)
    assert len(pipe.data) == before
    writes: list[bytes] = []
    real = pipe.write
    pipe.write = lambda data: (writes.append(data), real(data))[1]  # type: ignore[method-assign,func-returns-value]
    world.stream.hold(A, begins=False)
    await still(world)
    assert len(writes) == 1
    mirror = Mirror()
    mirror.take(pipe)
    assert mirror.public == world.public


async def test_when_events_do_not_stand_any_more_everybody_gets_a_snapshot_also_who_was_away() -> None:
    world = World()
    (here, pipe), (away, gone) = world.client(), world.client()
    refreshing = asyncio.create_task(world.stream.refresh_those_behind())
    try:
        for client in (here, away):
            await world.stream.join(client)
        world.set("anders", 1)
        await still(world)
        last = gone.events()[-1][1]
        world.stream.leave(away)
        joining, late = world.client()
        arrives = asyncio.create_task(world.stream.join(joining))  # its snapshot is being made
        await asyncio.sleep(0)
        world.stream.renew(A)
        await arrives
        world.set("anders", 2)
        back, again = world.client()
        await world.stream.join(back, last)
        await eventually(lambda: [name for name, _, _ in pipe.events()].count("snapshot") == 2)
        await still(world)
        assert again.events()[0][0] == "snapshot", "what it had doesn't stand any more"
        for one in (pipe, late, again):
            mirror = Mirror()
            mirror.take(one)
            assert mirror.public == {"anders": 2}
    finally:
        refreshing.cancel()


async def test_a_client_resumes_where_it_was_and_gets_no_snapshot() -> None:
    world = World()
    client, pipe = world.client()
    await world.stream.join(client)
    world.set("anders", 1)
    await still(world)
    last = pipe.events()[-1][1]
    world.stream.leave(client)
    world.set("anders", 2)
    world.set("mette", 3)
    again, pipe = world.client()
    await world.stream.join(again, last)
    await still(world)
    assert [(name, data) for name, _, data in pipe.events()] == [("set", ["anders", 2]), ("set", ["mette", 3])]


async def test_an_id_that_is_stale_foreign_or_nonsense_gets_a_snapshot() -> None:
    world = World(ring=8)
    for n in range(20):
        world.set("anders", n)
    epoch = world.stream.ring(A).epoch
    for last in ("", f"{epoch}:3", f"{epoch}:99", f"{epoch}:x", f"{epoch}:-1", "other:20", f"{epoch}:{'9' * 40}"):
        client, pipe = world.client()
        await world.stream.join(client, last)
        await still(world)
        assert [name for name, _, _ in pipe.events()] == ["snapshot"], last
        world.stream.leave(client)


async def test_the_oldest_place_that_is_whole_is_resumed_and_the_one_before_it_is_not() -> None:
    world = World(ring=8)
    for n in range(20):
        world.set(f"k{n}", n)
    epoch = world.stream.ring(A).epoch
    for place, expected in ((12, ["set"] * 8), (11, ["snapshot"])):
        client, pipe = world.client()
        await world.stream.join(client, f"{epoch}:{place}")
        await still(world)
        assert [name for name, _, _ in pipe.events()] == expected, place
        world.stream.leave(client)


async def test_a_client_that_does_not_read_costs_nothing_and_catches_up_with_a_snapshot() -> None:
    world = World(ring=16)
    client, pipe = world.client()
    await world.stream.join(client)
    await still(world)
    behind = asyncio.create_task(world.stream.refresh_those_behind())
    pipe.full = True
    written = len(pipe.data)
    for n in range(100):
        world.set("anders", n)
        await asyncio.sleep(0)
    await still(world)
    assert len(pipe.data) == written
    pipe.full = False
    world.set("mette", 7)
    await eventually(lambda: [name for name, _, _ in pipe.events()].count("snapshot") == 2)
    mirror = Mirror()
    mirror.take(pipe)
    assert mirror.public == world.public
    behind.cancel()
    await asyncio.gather(behind, return_exceptions=True)


async def test_what_is_for_one_user_or_for_receptionists_goes_nowhere_else() -> None:
    world = World()
    pipes = {}
    for user, receptionist in (("anders", False), ("mette", False), ("rita", True)):
        client, pipes[user] = world.client(user, receptionist=receptionist)
        await world.stream.join(client)
    world.set_private("anders", "message", 1)
    world.stream.publish(A, "note", "n", b'["n", 1]', Audience.RECEPTIONISTS)
    world.stream.publish(CustomerId("b"), "set", "x", b'["x", 1]')
    await still(world)
    names = {user: [name for name, _, _ in pipe.events()] for user, pipe in pipes.items()}
    assert names == {"anders": ["snapshot", "own"], "mette": ["snapshot"], "rita": ["snapshot", "note"]}


async def test_all_clients_at_one_place_share_the_same_bytes() -> None:
    world = World()
    ring = world.stream.ring(A)
    world.set("anders", 1)
    assert ring.after(0, UserId("x"), False) is ring.after(0, UserId("y"), False)
    world.set_private("x", "m", 1)
    assert ring.after(0, UserId("x"), False) != ring.after(0, UserId("y"), False)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("set"), st.sampled_from("abc"), st.integers(0, 9)),
        st.tuples(st.just("own"), st.sampled_from("uv"), st.integers(0, 9)),
        st.tuples(st.just("burst"), st.sampled_from("abc"), st.integers(1, 40)),
        st.tuples(st.just("block"), st.booleans(), st.just(0)),
        st.tuples(st.just("cut"), st.booleans(), st.just(0)),
        st.tuples(st.just("breathe"), st.just(""), st.integers(0, 3)),
    ),
    max_size=30,
)


@given(STEPS, st.integers(0, 2**32))
@settings(max_examples=150, deadline=None)
def test_after_any_cuts_bursts_and_blocks_the_mirror_is_the_state(steps: list[Any], seed: int) -> None:
    asyncio.run(play(steps, random.Random(seed)))


async def play(steps: list[Any], rng: random.Random) -> None:
    world = World(ring=rng.choice([4, 16, 64]))
    behind = asyncio.create_task(world.stream.refresh_those_behind())
    mirror = Mirror()
    client, pipe = world.client()
    await world.stream.join(client)
    for kind, what, n in steps:
        if kind == "set":
            world.set(what, n)
        elif kind == "own":
            world.set_private(what, "m", n)
        elif kind == "burst":
            for value in range(n):
                world.set(what, value)
        elif kind == "block":
            pipe.full = what
        elif kind == "cut":
            world.stream.leave(client)
            mirror.take(pipe)
            client, pipe = world.client()
            await world.stream.join(client, mirror.last if what else "")
        else:
            for _ in range(n):
                await asyncio.sleep(0)
    pipe.full = False
    world.set("end", 1)
    await asyncio.sleep(0.001)
    await still(world)
    await eventually(lambda: client.place == world.stream.ring(A).head and not client.snapshotting)
    mirror.take(pipe)
    assert mirror.public == world.public
    assert mirror.private == world.private.get("u", {})
    behind.cancel()
    await asyncio.gather(behind, return_exceptions=True)
