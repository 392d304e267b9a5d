"""What the service's log may hold (spec 12.5)."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import logging
from onepresence_desktop.pbx.log import log_at
log_at("DEBUG")
for name in ("aiosqlite", "sqlalchemy.engine", "httpcore.http11", "httpx", "asyncio"):
    logging.getLogger(name).debug("INSERT INTO outbox 735412")
logging.getLogger("httpx").info("GET https://calendar.example/secret-735412")
logging.getLogger("onepresence_desktop.pbx.services").debug("ours")
logging.getLogger("somebody.else").warning("theirs")
"""


def test_at_the_finest_level_libraries_tell_nothing_of_what_goes_through_them() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=60, check=True)
    assert "735412" not in done.stderr
    assert "ours" in done.stderr and "theirs" in done.stderr
