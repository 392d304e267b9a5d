"""Start with the system, on all three."""

from __future__ import annotations

import plistlib
import shlex
from pathlib import Path

import pytest

from onepresence_desktop.desktop.platform.autostart import APPROVED, RUN, LaunchAgent, RunKey, XdgAutostart
from onepresence_desktop.desktop.platform.launch import command, exec_line, windows_line
from tests.support.registry import MemoryRegistry


def value(file: Path, key: str) -> str:
    """Of a desktop entry."""
    return next(line for line in file.read_text().splitlines() if line.startswith(f"{key}=")).partition("=")[2]


def test_the_autostart_entry_starts_this_program_in_the_tray(tmp_path: Path) -> None:
    start = XdgAutostart(tmp_path / "autostart")
    assert not start.enabled()
    start.set_enabled(True)
    assert start.enabled()
    words = shlex.split(value(tmp_path / "autostart" / "onepresence.desktop", "Exec"))
    assert words == command("", "--minimized")
    assert Path(words[0]).is_absolute()
    assert Path(words[0]).exists()
    start.set_enabled(False)
    assert not start.enabled()
    assert list((tmp_path / "autostart").iterdir()) == []
    start.set_enabled(False)


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false", "Hidden = True"])
def test_what_the_desktop_has_switched_off_is_off_and_can_be_switched_on(tmp_path: Path, line: str) -> None:
    start = XdgAutostart(tmp_path)
    start.set_enabled(True)
    file = tmp_path / "onepresence.desktop"
    file.write_text(file.read_text() + line + "\n")
    assert not start.enabled()
    start.set_enabled(True)
    assert start.enabled()


def test_each_profile_starts_for_itself(tmp_path: Path) -> None:
    XdgAutostart(tmp_path, "work").set_enabled(True)
    assert not XdgAutostart(tmp_path).enabled()
    assert "--profile work" in value(tmp_path / "onepresence-work.desktop", "Exec")


def test_a_folder_that_cant_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("a file")
    with pytest.raises(OSError):
        XdgAutostart(tmp_path / "autostart").set_enabled(True)


def test_the_run_key_and_task_managers_switch() -> None:
    registry = MemoryRegistry()
    start = RunKey(registry)
    assert not start.enabled()
    start.set_enabled(True)
    assert start.enabled()
    assert "--minimized" in registry.texts[RUN, "OnePresence"]
    registry.blobs[APPROVED, "OnePresence"] = b"\x03" + bytes(11)
    assert not start.enabled()
    start.set_enabled(True)
    assert start.enabled()
    registry.blobs[APPROVED, "OnePresence"] = b"\x02" + bytes(11)
    assert start.enabled()
    start.set_enabled(False)
    assert not start.enabled()
    assert not registry.texts
    assert not registry.blobs


def test_the_launch_agent(tmp_path: Path) -> None:
    start = LaunchAgent(tmp_path / "LaunchAgents")
    assert not start.enabled()
    start.set_enabled(True)
    assert start.enabled()
    file = tmp_path / "LaunchAgents" / "dk.onepresence.desktop.plist"
    assert plistlib.loads(file.read_bytes())["ProgramArguments"] == command("", "--minimized")
    file.write_bytes(b"damaged")
    assert not start.enabled()
    start.set_enabled(False)
    assert not file.exists()


def test_paths_with_anything_in_them_are_quoted() -> None:
    words = ['/opt/One Presence/a$b`c"d\\e%f', "--profile", "work"]
    line = exec_line(words, "%u")
    assert line == r'"/opt/One Presence/a\\$b\\`c\\"d\\\\e%%f" --profile work %u'
    assert windows_line([r"C:\Program Files\One\onepresence.exe", "open-link"], "%1") == (
        r'"C:\Program Files\One\onepresence.exe" open-link "%1"'
    )
