"""What runs on Windows and macOS is importable there: no room asks for what only another system has."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

MISSING = {
    "win32": {
        "modules": [
            *("fcntl", "resource", "termios", "tty", "pty", "pwd", "grp", "syslog", "posix", "readline", "curses"),
            *("Xlib", "jeepney", "dbus"),
        ],
        "os": ["getuid", "geteuid", "getgid", "fork", "setsid", "fchmod", "chown", "mkfifo", "statvfs", "fdatasync"]
        + ["sync", "O_NOFOLLOW", "O_DIRECTORY", "O_CLOEXEC", "sched_getaffinity", "posix_fallocate", "uname", "killpg"],
        "signal": ["SIGKILL", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGCHLD", "setitimer", "pthread_sigmask"],
        "socket": ["AF_UNIX", "SO_REUSEPORT", "MSG_DONTWAIT", "AF_NETLINK", "AF_PACKET", "socketpair"],
    },
    "darwin": {
        "modules": ["Xlib", "jeepney", "dbus", "msvcrt", "winreg", "comtypes", "spwd", "ossaudiodev"],
        "os": ["fdatasync", "sched_getaffinity", "posix_fallocate", "memfd_create", "eventfd"],
        "signal": ["SIGPWR", "SIGSTKFLT"],
        "socket": ["AF_NETLINK", "AF_PACKET", "SO_TIMESTAMPNS", "IP_RECVERR"],
    },
}
ELSEWHERE = ("desktop.hotkey.x11", "desktop.selection.x11")
"""Rooms that `for_this_system` enters on Linux only."""

CODE = """
import importlib, json, os, pkgutil, signal, socket, sys, types
sys.argv = ["onepresence"]
platform, missing, elsewhere = json.loads(sys.stdin.read())
import onepresence_desktop as root

def names():
    found = [m.name for m in pkgutil.walk_packages(root.__path__, "onepresence_desktop.", onerror=print)]
    left_out = ("onepresence_desktop.pbx.store.migrations", *(f"onepresence_desktop.{name}" for name in elsewhere))
    return [name for name in found if not name.startswith(left_out) and not name.endswith("__main__")]

wanted = names()
for name in wanted:  # brings the libraries along; they know their systems by themselves
    importlib.import_module(name)
for name in [name for name in sys.modules if name.startswith("onepresence_desktop")]:
    del sys.modules[name]
for name in missing["modules"]:
    for loaded in [loaded for loaded in sys.modules if loaded == name or loaded.startswith(name + ".")]:
        del sys.modules[loaded]
    sys.modules[name] = None
for module in (os, signal, socket):
    for name in missing[module.__name__]:
        if hasattr(module, name):
            delattr(module, name)
if platform == "win32":  # its own, which the rooms may ask for
    sys.modules.update({name: types.ModuleType(name) for name in ("winreg", "msvcrt")})
sys.platform = platform
os.name = "nt" if platform == "win32" else "posix"
failed = {}
for name in wanted:
    try:
        importlib.import_module(name)
    except Exception as exc:
        failed[name] = f"{type(exc).__name__}: {exc}"
print(json.dumps([len(wanted), failed]))
"""


@pytest.mark.parametrize("platform", MISSING)
def test_every_room_can_be_entered_there(platform: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        input=json.dumps([platform, MISSING[platform], ELSEWHERE]),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    count, failed = json.loads(done.stdout.splitlines()[-1])
    assert count > 250 and not failed
