"""What a service that is ready has read in: nothing that only documents, tests or draws."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

UNNEEDED = {
    "PySide6", "alembic", "click", "exchangelib", "faker", "hypothesis", "jinja2", "litestar.testing", "lxml", "mako",
    "numpy", "polyfactory", "pydantic", "pytest", "requests", "rich", "rich_click", "sqlalchemy.orm", "uvicorn.main",
    "yaml",
}  # fmt: skip
"""Libraries that others bring along or only some companies' servers ask for, and that no call or request needs."""

READY = """
import asyncio, json, sys
from pathlib import Path
from onepresence_desktop.pbx import app
from onepresence_desktop.pbx.config import Address, Config

async def look():
    stop, config = asyncio.Event(), Config(Path(sys.argv[1]), Address("127.0.0.1", 0), Address("127.0.0.1", 0))
    def ready(_service):
        print(json.dumps(sorted(sys.modules)))
        stop.set()
    await app.serve(config, on_ready=ready, stop=stop)

asyncio.run(look())
"""


def test_a_ready_service_has_read_in_nothing_that_only_documents_or_tests(tmp_path: Path) -> None:
    command = [sys.executable, "-c", READY, str(tmp_path / "data")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert "litestar" in loaded
    assert not loaded & UNNEEDED
