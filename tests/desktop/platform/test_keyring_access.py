"""The keyring, asked by a child: a real one, none, and one that makes the program wait."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from onepresence_desktop.desktop.platform import keyring_access
from onepresence_desktop.desktop.platform.keyring_access import NoKeyring
from onepresence_desktop.desktop.platform.token_store import TokenStore
from tests.support.keyring_session import KeyringSession
from tests.support.waiting import eventually

ROOT = Path(__file__).resolve().parents[3]
ADDRESS, NUMBER = "https://pbx.example", "1002140"


@pytest.fixture
def keyring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[KeyringSession]:
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path / "run")}
    environment["XDG_DATA_HOME"] = str(tmp_path / "data")
    with KeyringSession(environment) as session:
        for name in ("DBUS_SESSION_BUS_ADDRESS", "HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME"):
            monkeypatch.setenv(name, session.environment[name])
        yield session


async def test_a_token_is_kept_found_and_forgotten(keyring: KeyringSession, tmp_path: Path) -> None:
    tokens = TokenStore(tmp_path / "tokens.json")
    assert await tokens.load(ADDRESS, NUMBER) is None
    await tokens.save(ADDRESS, NUMBER, "tøken")
    assert await TokenStore(tmp_path / "tokens.json").load(ADDRESS, NUMBER) == "tøken"
    await tokens.remove(ADDRESS, NUMBER)
    await tokens.remove(ADDRESS, NUMBER)  # what isn't there is forgotten already
    assert await tokens.load(ADDRESS, NUMBER) is None
    assert not (tmp_path / "tokens.json").exists()
    assert "keyring" not in {name.partition(".")[0] for name in vars(keyring_access)}


async def test_without_a_keyring_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    tokens = TokenStore(tmp_path / "tokens.json")
    with pytest.raises(NoKeyring):
        await tokens.load(ADDRESS, NUMBER)
    with pytest.raises(NoKeyring):
        await tokens.save(ADDRESS, NUMBER, "token")
    await tokens.remove(ADDRESS, NUMBER)


async def test_a_child_that_cant_be_started_is_no_keyring(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(keyring_access, "program", lambda: ["/nowhere/at/all"])
    with pytest.raises(NoKeyring):
        await TokenStore(tmp_path / "tokens.json").load(ADDRESS, NUMBER)


async def test_who_gives_up_waiting_leaves_no_child(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.support.asking_keyring.Keyring")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    asking = asyncio.create_task(TokenStore(tmp_path / "tokens.json").load(ADDRESS, NUMBER))
    me = psutil.Process()
    child = (await eventually(lambda: _asking(me)))[0]
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE


async def test_on_other_systems_a_thread_asks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(keyring_access, "CHILD_ON", ())
    monkeypatch.setattr(keyring_access, "carry_out", lambda request: f"{request.verb} {request.name}")
    assert await TokenStore(tmp_path / "tokens.json").load(ADDRESS, NUMBER) == f"get {NUMBER}@{ADDRESS}"

    def locked(request: object) -> str:
        raise RuntimeError("locked")

    monkeypatch.setattr(keyring_access, "carry_out", locked)
    with pytest.raises(NoKeyring):
        await TokenStore(tmp_path / "tokens.json").load(ADDRESS, NUMBER)


def _asking(me: psutil.Process) -> list[psutil.Process]:
    return [child for child in me.children() if "--keyring" in child.cmdline()]
