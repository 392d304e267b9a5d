"""The PBX as the program's child: ended with it, watched, kept and adopted (spec 0.5). Real processes."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.entry import Entry, port_of
from onepresence_desktop.desktop.platform.free_port import free_port
from onepresence_desktop.desktop.platform.local_pbx import LocalPbx, Where
from onepresence_desktop.desktop.platform.paths import paths
from onepresence_desktop.desktop.platform.token_store import TokenStore
from onepresence_desktop.desktop.sign_in.port_taken import PortTaken
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.domain.errors import AddressInUse, Conflict, NotFound
from onepresence_desktop.pbx import run_file
from tests.support.dressing import speak
from tests.support.waiting import eventually, soon

PARENT = """
import asyncio, sys
from pathlib import Path
from onepresence_desktop.desktop.platform.local_pbx import LocalPbx

async def main():
    pbx = LocalPbx(Path(sys.argv[1]), driver="demo", keep_running=lambda: sys.argv[2] == "keep")
    await pbx.start()
    print("started", flush=True)
    await asyncio.sleep(60)

asyncio.run(main())
"""


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # A dead child of nobody who waits is still listed.
    return ") Z " not in Path(f"/proc/{pid}/stat").read_text() if Path(f"/proc/{pid}").exists() else False


def pid_of(folder: Path) -> int:
    found = run_file.read(folder)
    return found.pid if found is not None else 0


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A data folder; whatever serves it in the end is ended."""
    data = tmp_path / "pbx"
    yield data
    pid = pid_of(data)
    if pid and alive(pid):
        os.kill(pid, signal.SIGTERM)
        soon(lambda: not alive(pid))


async def killed_parent(folder: Path, word: str) -> int:
    """Start the service by another program, kill -9 that; the service's process."""
    parent = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PARENT, str(folder), word, stdout=subprocess.PIPE
    )
    assert parent.stdout is not None and await asyncio.wait_for(parent.stdout.readline(), 60) == b"started\n"
    pid = pid_of(folder)
    assert pid and alive(pid)
    parent.kill()
    await parent.wait()
    return pid


async def test_a_port_that_is_taken_is_named_and_another_is_offered(
    folder: Path,
) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
        other.bind(("0.0.0.0", 0))
        taken = other.getsockname()[1]
        ports = [0, taken]
        pbx = LocalPbx(folder, driver="sip", ports=lambda: (ports[0], ports[1]))
        await pbx.command("migrate")
        with pytest.raises(AddressInUse) as refused:
            await pbx.start()
        assert port_of(refused.value) == (taken, True)
        offered = free_port(taken)
        assert offered is not None and offered > taken
        ports[1] = offered
        try:
            where = await pbx.start()
            assert where.sip.endswith(f":{offered}")
        finally:
            await pbx.stop()


def test_the_dialog_says_which_port_and_what_can_be_done(qapp: QApplication) -> None:
    speak(qapp)
    dialog = PortTaken(5060, 5062, phones=True)
    assert dialog.words.startswith("Port 5060 is taken")
    chosen: list[int] = []
    dialog.chosen.connect(chosen.append)
    dialog.use.click()
    dialog.again.click()
    assert chosen == [5062, 5060]
    dialog.close()


async def test_it_ends_with_the_program_even_when_that_is_killed(folder: Path) -> None:
    pid = await killed_parent(folder, "end")
    await eventually(lambda: not alive(pid), every=0.1)
    assert run_file.read(folder) is None


async def test_kept_running_it_outlives_a_kill_is_adopted_and_ends_once_that_is_switched_off(folder: Path) -> None:
    pid = await killed_parent(folder, "keep")
    keep = [True]
    pbx = LocalPbx(folder, driver="demo", keep_running=lambda: keep[0])
    where = await pbx.start()
    found = run_file.read(folder)
    assert found is not None and where.address == found.address and found.pid == pid
    await pbx.stop()
    assert alive(pid)

    await pbx.start()
    keep[0] = False
    pbx.keep_changed()
    await pbx.stop()
    await eventually(lambda: not alive(pid), every=0.1)


async def test_one_that_runs_is_found_whatever_proxy_the_system_has(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pid = await killed_parent(folder, "keep")
    for name in ("http_proxy", "HTTP_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    pbx = LocalPbx(folder, driver="demo")
    await pbx.start()
    found = run_file.read(folder)
    assert found is not None and found.pid == pid
    await pbx.stop()


async def test_one_that_was_running_before_is_left_alone_by_a_program_that_keeps_nothing(folder: Path) -> None:
    pid = await killed_parent(folder, "keep")
    pbx = LocalPbx(folder, driver="demo")
    await pbx.start()
    await pbx.stop()
    assert alive(pid)


async def test_killed_it_is_started_again_and_its_new_place_is_told(folder: Path) -> None:
    told: list[Where] = []
    pbx = LocalPbx(folder, driver="demo")
    pbx.on_moved = told.append
    before = await pbx.start()
    pid = pid_of(folder)
    os.kill(pid, signal.SIGKILL)
    await eventually(lambda: len(told) == 1, every=0.1)
    assert pbx.where == told[0] != before
    assert pid_of(folder) not in (0, pid)
    await pbx.stop()
    assert not alive(pid_of(folder)) and run_file.read(folder) is None


async def test_an_adopted_one_that_dies_is_started_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onepresence_desktop.desktop.platform.local_pbx.LOOK_EVERY", 0.1)
    pid = await killed_parent(folder, "keep")
    told: list[Where] = []
    pbx = LocalPbx(folder, driver="demo")
    pbx.on_moved = told.append
    await pbx.start()
    os.kill(pid, signal.SIGKILL)
    await eventually(lambda: len(told) == 1, every=0.1)
    assert pid_of(folder) not in (0, pid)
    await pbx.stop()
    assert run_file.read(folder) is None


async def test_keeping_can_be_chosen_and_taken_back_while_it_runs(folder: Path) -> None:
    keep = [False]
    pbx = LocalPbx(folder, driver="demo", keep_running=lambda: keep[0])
    await pbx.start()
    pid = pid_of(folder)
    keep[0] = True
    pbx.keep_changed()
    await pbx.stop()
    assert alive(pid)
    keep[0] = False
    other = LocalPbx(folder, driver="demo", keep_running=lambda: keep[0])
    await other.start()
    await other.stop()
    assert alive(pid)


def test_the_setting_reaches_the_running_service_at_once(tmp_path: Path) -> None:
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    entry = Entry(settings, paths(), TokenStore(tmp_path / "tokens"), demo_only=False)
    told: list[bool] = []

    class Running:
        def keep_changed(self) -> None:
            told.append(settings.get(keys.KEEP_PBX_RUNNING))

    running: Any = Running()
    entry.pbx = running
    settings.set(keys.KEEP_PBX_RUNNING, True)
    settings.set(keys.START_HIDDEN, True)
    settings.set(keys.KEEP_PBX_RUNNING, False)
    assert told == [True, False]


async def test_commands_work_on_a_folder_before_anything_runs_there(folder: Path) -> None:
    pbx = LocalPbx(folder, driver="demo")
    with pytest.raises(NotFound):
        await pbx.command("list")
    await pbx.command("migrate")
    assert (await pbx.command("list"))["customers"] == []
    await pbx.command("customer", "add", "100", "Papir")
    with pytest.raises(Conflict):
        await pbx.command("customer", "add", "100", "Papir")
    assert [customer["name"] for customer in (await pbx.command("list"))["customers"]] == ["Papir"]
