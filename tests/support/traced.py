"""What a process asked of the disk and when, by strace: proof that what is acknowledged was synced before."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.support.waiting import soon

CALLS = (
    "read,recvfrom,recvmsg,write,pwrite64,writev,sendto,sendmsg,fsync,fdatasync,rename,renameat,renameat2,link,linkat"
)
_SYNCS = {"fsync", "fdatasync"}
_WRITES = {"write", "pwrite64", "writev", "sendto", "sendmsg"}
_READS = {"read", "recvfrom", "recvmsg"}
_NAMES = {"rename", "renameat", "renameat2", "link", "linkat"}

_LINE = re.compile(r"^(?P<pid>\d+) +(?P<rest>.*)$")
_CALL = re.compile(r"^(?P<name>\w+)\((?P<arguments>.*)$")
_RESUMED = re.compile(r"^<\.\.\. (?P<name>\w+) resumed>")
_FILE = re.compile(r"^-?\d+<(?P<path>[^>]*)>")
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True)
class Deed:
    """what: written, synced, named, told (out of a socket or pipe) or heard. where: a path, or what was said."""

    what: str
    where: str


def prefix(file: Path) -> tuple[str, ...]:
    """To put before a command: it runs as itself, watched by a process beside it."""
    return ("strace", "-D", "-f", "-y", "-s", "200", "-e", f"trace={CALLS}", "-e", "signal=none", "-o", str(file))


def finished(file: Path, pid: int) -> list[Deed]:
    """Everything in order, once the watched process has ended."""
    soon(lambda: re.search(rf"^{pid} +\+\+\+ (exited|killed)", file.read_text("utf-8", "replace"), re.M))
    return list(deeds(file.read_text("utf-8", "replace")))


def deeds(text: str) -> Iterator[Deed]:
    """A write counts from when it is begun, a sync from when it is done."""
    open_calls: dict[str, tuple[str, str]] = {}
    for line in text.splitlines():
        found = _LINE.match(line)
        if found is None:
            continue
        pid, rest = found["pid"], found["rest"]
        if resumed := _RESUMED.match(rest):
            name, arguments = open_calls.pop(pid, (resumed["name"], ""))
            yield from _ended(name, arguments + rest[resumed.end() :])
        elif call := _CALL.match(rest):
            yield from _begun(call["name"], call["arguments"])
            if rest.endswith("<unfinished ...>"):
                open_calls[pid] = (call["name"], call["arguments"].removesuffix("<unfinished ...>"))
            else:
                yield from _ended(call["name"], call["arguments"])


def _begun(name: str, arguments: str) -> Iterator[Deed]:
    if name in _WRITES and (where := _FILE.match(arguments)):
        path = where["path"]
        if path.startswith(("socket:", "pipe:")):
            said = _TEXT.search(arguments)
            yield Deed("told", said[1] if said else "")
        else:
            yield Deed("written", path)


def _ended(name: str, arguments: str) -> Iterator[Deed]:
    if re.search(r"= -1 E", arguments):
        return
    if name in _SYNCS and (where := _FILE.match(arguments)):
        yield Deed("synced", where["path"])
    elif name in _READS and (where := _FILE.match(arguments)) and where["path"].startswith("socket:"):
        said = _TEXT.search(arguments)
        yield Deed("heard", said[1] if said else "")
    elif name in _NAMES:
        yield Deed("named", " ".join(_TEXT.findall(arguments)))


def unsynced(done: list[Deed], files: str) -> set[str]:
    """Files with `files` in their path that were written and not synced afterwards."""
    dirty: set[str] = set()
    for deed in done:
        if deed.what == "written" and files in deed.where:
            dirty.add(deed.where)
        elif deed.what == "synced":
            dirty.discard(deed.where)
    return dirty


def available() -> bool:
    """Whether processes may be watched here at all."""
    return subprocess.run(["strace", "-o", "/dev/null", "true"], check=False).returncode == 0
