"""The socket: who may use it, what it survives, who is first."""

from __future__ import annotations

import asyncio
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.commands.caller import NotRunning, ask
from onepresence_desktop.desktop.commands.instance import Instance
from onepresence_desktop.desktop.commands.place import Place, place
from onepresence_desktop.desktop.commands.request import LONGEST, REFUSED, USAGE, Reply, Request, Verb, line, read_reply
from onepresence_desktop.desktop.commands.server import CommandServer
from tests.support.waiting import eventually


@pytest.fixture
def where(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("r")))
    return place()


async def parrot(request: Request) -> Reply:
    return Reply(text=f"{request.verb.value} {request.subject}")


async def said(where: Place, raw: bytes) -> bytes:
    """What comes back for raw bytes; b"" when the server hangs up."""
    reading, writing = await asyncio.open_unix_connection(where.socket)
    writing.write(raw)
    try:
        return await asyncio.wait_for(reading.read(), 60)
    except ConnectionResetError:
        return b""
    finally:
        writing.close()


async def test_a_command_is_answered(qtbot: QtBot, where: Place) -> None:
    server = CommandServer(where.socket, parrot)
    assert server.listen()
    try:
        raw = await said(where, line(Request(Verb.CALL, subject="33 12 34 56")))
        assert read_reply(raw) == Reply(text="call 33 12 34 56")
    finally:
        await server.close()
    with pytest.raises(NotRunning):
        await asyncio.to_thread(ask, where, Request(Verb.STATUS))


async def test_only_the_same_user_can_come_near(qtbot: QtBot, where: Place) -> None:
    server = CommandServer(where.socket, parrot)
    assert server.listen()
    try:
        assert stat.S_IMODE(Path(where.socket).stat().st_mode) & 0o077 == 0
        assert stat.S_IMODE(Path(where.socket).parent.stat().st_mode) == 0o700
    finally:
        await server.close()


async def test_rubbish_is_answered_as_such_and_does_no_harm(qtbot: QtBot, where: Place) -> None:
    server = CommandServer(where.socket, parrot)
    assert server.listen()
    try:
        for raw in (b"\n", b"{}\n", b'{"verb":"dance"}\n', b"\xff\x00\n", b"GET / HTTP/1.1\r\n\r\n"):
            assert read_reply(await said(where, raw)).code == USAGE
        assert await said(where, b"x" * (LONGEST + 10)) == b""
        silent = socket.socket(socket.AF_UNIX)
        silent.connect(where.socket)
        slow_reading, slow = await asyncio.open_unix_connection(where.socket)
        for byte in line(Request(Verb.STATUS)):
            slow.write(bytes([byte]))
            await slow.drain()
        assert read_reply(await slow_reading.read()) == Reply(text="status ")
        slow.close()
        silent.close()
    finally:
        await server.close()


async def test_who_hangs_up_before_the_answer_does_no_harm(qtbot: QtBot, where: Place) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slow(request: Request) -> Reply:
        begun.set()
        await go_on.wait()
        return await parrot(request)

    server = CommandServer(where.socket, slow)
    assert server.listen()
    try:
        _, writing = await asyncio.open_unix_connection(where.socket)
        writing.write(line(Request(Verb.STATUS)))
        await asyncio.wait_for(begun.wait(), 60)
        writing.close()
        go_on.set()
        assert read_reply(await said(where, line(Request(Verb.STATUS)))) == Reply(text="status ")
    finally:
        await server.close()


async def test_who_hangs_up_just_as_the_answer_goes_out_does_no_harm(
    qtbot: QtBot, where: Place, caplog: pytest.LogCaptureFixture
) -> None:
    caller, answered = socket.socket(socket.AF_UNIX), asyncio.Event()

    async def late(_: Request) -> Reply:
        caller.close()
        answered.set()
        return Reply(text="x")

    server = CommandServer(where.socket, late)
    assert server.listen()
    try:
        caller.connect(where.socket)
        caller.sendall(line(Request(Verb.STATUS)))
        await asyncio.wait_for(answered.wait(), 60)
        await eventually(lambda: not server._conversations and not server._tasks)
        assert not [record for record in caplog.records if record.levelname == "ERROR"]
    finally:
        await server.close()


async def test_a_fault_is_a_refusal_and_the_next_command_works(qtbot: QtBot, where: Place) -> None:
    async def faulty(request: Request) -> Reply:
        if request.verb is Verb.QUIT:
            raise RuntimeError("secret")
        return await parrot(request)

    server = CommandServer(where.socket, faulty)
    assert server.listen()
    try:
        reply = read_reply(await said(where, line(Request(Verb.QUIT))))
        assert reply.code == REFUSED
        assert "secret" not in reply.reason
        assert read_reply(await said(where, line(Request(Verb.STATUS)))).code == 0
    finally:
        await server.close()


async def test_the_end_gives_up_commands_under_way(qtbot: QtBot, where: Place) -> None:
    begun = asyncio.Event()

    async def forever(_: Request) -> Reply:
        begun.set()
        await asyncio.Event().wait()
        return Reply()

    server = CommandServer(where.socket, forever)
    assert server.listen()
    _, writing = await asyncio.open_unix_connection(where.socket)
    writing.write(line(Request(Verb.STATUS)))
    await asyncio.wait_for(begun.wait(), 60)
    await server.close()
    writing.close()
    await eventually(lambda: not Path(where.socket).exists())


def test_each_profile_has_its_own_place(where: Place) -> None:
    assert place("work") != place("") == where
    assert place("work") == place("work")


def test_other_folders_are_another_program(where: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "elsewhere"))
    assert place() != where


def test_a_long_path_is_avoided(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path / ("x" * 120)
    deep.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    assert len(place().socket.encode()) < 104


def test_somebody_elses_link_in_place_of_the_folder_is_refused(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    runtime, other = tmp_path_factory.mktemp("r"), tmp_path_factory.mktemp("other")
    (runtime / "onepresence").symlink_to(other)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    with pytest.raises(PermissionError):
        place()


async def test_the_second_asks_the_first(qtbot: QtBot, where: Place) -> None:
    first = Instance(where)
    assert first.claim(Request(Verb.SHOW)) is None
    server = CommandServer(where.socket, parrot)
    assert server.listen()
    script = (
        "import sys\n"
        "from onepresence_desktop.desktop.commands.instance import Instance\n"
        "from onepresence_desktop.desktop.commands.place import place\n"
        "from onepresence_desktop.desktop.commands.request import Request, Verb\n"
        "said = Instance(place()).claim(Request(Verb.SHOW), within=30)\n"
        "sys.exit(9 if said is None else print(said.text) or said.code)\n"
    )

    def second() -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)

    try:
        done = await asyncio.to_thread(second)
        assert (done.returncode, done.stdout) == (0, "show \n")
    finally:
        await server.close()
    first.release()
    assert (await asyncio.to_thread(second)).returncode == 9


def test_a_first_that_doesnt_answer_is_told(where: Place) -> None:
    script = (
        "import sys\n"
        "from onepresence_desktop.desktop.commands.instance import Instance\n"
        "from onepresence_desktop.desktop.commands.place import place\n"
        "instance = Instance(place())\n"
        "assert instance.claim(None) is None\n"
        "print('held', flush=True)\n"
        "sys.stdin.read()\n"
    )
    holder = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdin is not None
    try:
        assert holder.stdout.readline() == "held\n"
        said = Instance(where).claim(Request(Verb.SHOW), within=0.5)
        assert said is not None
        assert said.code == REFUSED
        assert Instance(where).claim(None) == Reply()
        holder.kill()  # what it leaves behind counts for nothing
        holder.wait(60)
        after = Instance(where)
        assert after.claim(Request(Verb.SHOW), within=30) is None
        after.release()
    finally:
        holder.kill()
        holder.wait(60)
        holder.stdin.close()
        holder.stdout.close()
