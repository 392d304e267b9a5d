"""A temporary PostgreSQL cluster, and a database per test (it refuses to run as root, so it runs as nobody)."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from tests.support.free_port import free_port

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


def _as_nobody(*command: str) -> list[str]:
    if os.geteuid() != 0:
        return list(command)
    return ["setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups", *command]


class Cluster:
    """A running server on a free loopback port."""

    def __init__(self, port: int) -> None:
        self.port = port

    def database(self) -> str:
        """The URL of a new empty database."""
        name = f"test_{uuid4().hex[:12]}"
        self.sql(f"CREATE DATABASE {name}")
        return f"postgresql://one@127.0.0.1:{self.port}/{name}"

    def sql(self, statement: str) -> None:
        """Run one statement."""
        subprocess.run(
            ["psql", "-q", "-h", "127.0.0.1", "-p", str(self.port), "-U", "one", "-d", "postgres", "-c", statement],
            check=True,
            capture_output=True,
        )

    def ask(self, database: str, question: str) -> list[str]:
        """The first column of the rows that answer it."""
        told = subprocess.run(
            ["psql", "-qAt", "-h", "127.0.0.1", "-p", str(self.port), "-U", "one", "-d", database, "-c", question],
            check=True,
            capture_output=True,
            text=True,
        )
        return [line.partition("|")[0] for line in told.stdout.splitlines()]


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Start one in a temporary folder and take it away again."""
    assert BINARIES, "PostgreSQL is not installed"
    binaries = BINARIES[-1]
    port = free_port()
    folder = Path(tempfile.mkdtemp(prefix="onepresence-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "nobody", 65534)
    data = folder / "data"
    quiet = {"check": True, "capture_output": True, "cwd": "/"}
    try:
        init = _as_nobody(
            str(binaries / "initdb"), "-D", str(data), "-U", "one", "-A", "trust", "-E", "UTF8", "--locale=C"
        )
        subprocess.run(init, **quiet)  # type: ignore[call-overload]
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
        start = _as_nobody(
            str(binaries / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start"
        )
        subprocess.run(start, **quiet)  # type: ignore[call-overload]
        try:
            yield Cluster(port)
        finally:
            stop = _as_nobody(str(binaries / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")
            subprocess.run(stop, **quiet)  # type: ignore[call-overload]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
