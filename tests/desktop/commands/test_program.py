"""The commands from outside, on the demo company: what scripts see (names and exit codes of the contract)."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.support import ended
from tests.support.waiting import STARTING, soon

PROGRAM = Path(sys.executable).with_name("onepresence")
METTE = "2104"


class Office:
    """One user's folders, and the program in them."""

    def __init__(self, home: Path) -> None:
        (home / "run").mkdir(parents=True, mode=0o700)
        self.environment = {
            **os.environ,
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home / "run"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "QT_QPA_PLATFORM": "offscreen",
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
            "LC_ALL": "C.UTF-8",
            **ended.TELLING,
        }
        self._started: list[ended.Started] = []

    def __call__(self, *words: str) -> subprocess.CompletedProcess[str]:
        """A command; ended when it returns."""
        return subprocess.run(
            [str(PROGRAM), *words],
            env=self.environment,
            cwd=self.environment["HOME"],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=STARTING,
        )

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """The program, in the background."""
        file = Path(self.environment["HOME"]) / "program.log"
        with open(file, "ab") as log:
            process = subprocess.Popen([str(PROGRAM), *words], env=self.environment, stdout=log, stderr=log)
        self._started.append(ended.Started(process, file))
        return process

    def status(self, *first: str) -> dict[str, Any]:
        """As JSON; {} when it doesn't run."""
        done = self(*first, "status", "--json")
        assert done.returncode in (0, 3), done
        found: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {}
        return found

    def calls(self, number: str) -> bool:
        """Whether the own call is one to this number; the demo's customers call too, the first after 45 s."""
        own = self.status().get("call")
        return own is not None and bool(own["number"] == number and own["outgoing"])

    def until_live(self, *first: str) -> None:
        soon(lambda: self.status(*first).get("live"), every=0.2)

    def close(self) -> None:
        wrong = ended.end(self._started)
        assert not wrong, "\n".join(wrong)


@pytest.fixture
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    found = Office(tmp_path_factory.mktemp("o"))
    try:
        yield found
    finally:
        found.close()


COMMANDS = (("call", METTE), ("dial-selection",), ("divert", "lunch"), ("open-phone",), ("status",), ("quit",))


def test_without_a_running_program_every_command_says_so_with_3(office: Office) -> None:
    for words in COMMANDS:
        done = office(*words)
        assert (done.returncode, done.stdout) == (3, ""), words
        assert "isn't running" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("dance",),
        ("call",),
        ("divert",),
        ("divert", "lunch", "--for", "soon"),
        ("divert", "lunch", "--until", "25:00"),
        ("divert", "lunch", "--for", "5m", "--until", "12:30"),
        ("status", "--xml"),
        ("open-link", "https://example.dk/"),
        ("open-link",),
        ("--profile", "../x", "status"),
    ],
)
def test_wrong_words_are_2_with_the_usage_on_standard_error(office: Office, words: tuple[str, ...]) -> None:
    done = office(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert "usage: onepresence" in done.stderr


def test_a_working_day_of_commands(office: Office) -> None:
    program = office.start("--demo", "--minimized")
    office.until_live()
    status = office.status()
    assert (status["signed_in"], status["connection"], status["error"]) == (True, "live", None)
    assert status["name"]
    assert not office.calls("+4533123456")

    done = office("call", "33 12 34 56")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    soon(lambda: office.calls("+4533123456"), every=0.2)

    assert office("divert", "lunch", "--for", "45m").returncode == 0
    lunch = soon(lambda: office.status()["diversion"], every=0.2)
    assert (lunch["reason"], lunch["preset"], lunch["destination"]["kind"]) == ("lunch", "lunch", "voicemail")
    length = datetime.fromisoformat(lunch["until"]) - datetime.fromisoformat(lunch["from"])
    assert length == timedelta(minutes=45)
    until = (datetime.now().astimezone() + timedelta(hours=2)).replace(second=0, microsecond=0)
    assert office("divert", "meeting_1h", "--until", until.strftime("%H:%M")).returncode == 0
    soon(lambda: office.status()["diversion"]["preset"] == "meeting_1h", every=0.2)
    assert datetime.fromisoformat(office.status()["diversion"]["until"]) == until
    assert "OneVoicemail" in office("status").stdout
    assert office("open-phone").returncode == 0
    soon(lambda: office.status()["diversion"] is None, every=0.2)

    for words, reason in {
        ("divert", "siesta"): "lunch, break, gone_home, meeting_1h, meeting_2h",
        ("call", "nobody"): "no number",
        ("call", "112"): "confirmed on the screen",
        ("open-link", "tel:*21*33123456%23"): "* or #",
        ("open-link", "tel:nobody"): "no number",
    }.items():
        refused = office(*words)
        assert (refused.returncode, refused.stdout) == (1, ""), words
        assert reason in refused.stderr

    assert office("open-link", "tel:+45-33-12-34-56").returncode == 0
    assert office("dial-selection").returncode == 0

    done = office("quit")
    assert (done.returncode, done.stderr) == (0, "")
    assert program.wait(STARTING) == 0
    assert office("status").returncode == 3


def test_a_second_start_leaves_it_to_the_first(office: Office) -> None:
    first = office.start("--demo")
    office.until_live()
    for words in (("--demo",), (), ("--minimized",)):
        assert office(*words).returncode == 0
    assert first.poll() is None
    assert not office.status("--profile", "other")
    office.start("--demo", "--profile", "other")
    office.until_live("--profile", "other")
    assert office("quit", "--profile", "other").returncode == 0
    assert office.status()["live"]


def test_of_many_started_at_once_one_stays(office: Office) -> None:
    many = [office.start("--demo", "--minimized") for _ in range(5)]
    office.until_live()
    soon(lambda: sum(process.poll() is None for process in many) == 1, every=0.1)
    assert [process.poll() for process in many if process.poll() is not None] == [0] * 4


def test_after_a_crash_it_starts_again_and_takes_commands(office: Office) -> None:
    first = office.start("--demo")
    office.until_live()
    first.send_signal(signal.SIGKILL)
    first.wait(60)
    assert office("status").returncode == 3
    office.start("--demo")
    office.until_live()


def test_a_command_right_after_the_start_waits_for_the_sign_in(office: Office) -> None:
    office.start("--demo", "--minimized")
    soon(lambda: office.status(), every=0.05)
    assert office("divert", "break").returncode == 0


def test_a_link_starts_the_program(office: Office) -> None:
    program = office.start("--demo", "open-link", "tel:+4533123456")
    office.until_live()
    assert not office.calls("+4533123456")  # links only ask
    assert office("quit").returncode == 0
    assert program.wait(STARTING) == 0
