"""The end of programs that tests start: none may fall over on its way out, where nobody looks any more."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.support.waiting import STARTING

TELLING = {"PYTHONFAULTHANDLER": "1"}
"""For a program's environment: when it falls over, it writes where it was to its standard error."""

GIVEN = {0, -signal.SIGTERM, -signal.SIGKILL}
"""How a program may end at a test's own wish, besides with an exit code: told to before it listened, or killed."""


@dataclass(frozen=True, slots=True)
class Started:
    """A program and the file that has its output. ours: the product, which must end in order; else a tool's."""

    process: subprocess.Popen[bytes]
    log: Path
    ours: bool = True


def end(started: Iterable[Started]) -> list[str]:
    """End what still runs, the last first; of ours, those that ended otherwise than they may, with their last words."""
    wrong = []
    for one in reversed(list(started)):
        one.process.terminate()
        try:
            one.process.wait(STARTING)
        except subprocess.TimeoutExpired:
            one.process.kill()
            one.process.wait()
            if one.ours:
                wrong.append(_told(one, "didn't end when it was told to"))
        if one.ours and one.process.returncode < 0 and one.process.returncode not in GIVEN:
            wrong.append(_told(one, f"was ended by {signal.Signals(-one.process.returncode).name}"))
    return wrong


def _told(one: Started, what: str) -> str:
    return f"{one.process.args!r} {what}:\n{one.log.read_text(errors='replace')[-6000:]}"
