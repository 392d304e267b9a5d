"""A session bus with an unlocked keyring on it, as a desktop gives its programs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.support.waiting import STARTING, soon


class KeyringSession:
    """Entered: `environment` (given, and added to) leads to the bus. Left: bus and keyring have ended."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment
        self._started: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> KeyringSession:
        reading, writing = os.pipe()
        command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--print-address={writing}"]
        quiet = subprocess.DEVNULL
        self._started.append(
            subprocess.Popen(command, pass_fds=[writing], env=self.environment, stdout=quiet, stderr=quiet)
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            self.environment["DBUS_SESSION_BUS_ADDRESS"] = told.readline().strip()
        Path(self.environment["XDG_RUNTIME_DIR"]).mkdir(parents=True, exist_ok=True, mode=0o700)
        keyring = subprocess.Popen(
            ["gnome-keyring-daemon", "--unlock", "--foreground", "--components=secrets"],
            stdin=subprocess.PIPE,
            stdout=quiet,
            stderr=quiet,
            env=self.environment,
        )
        self._started.append(keyring)
        assert keyring.stdin is not None
        keyring.stdin.write(b"keyring\n")
        keyring.stdin.close()
        soon(self._serves, within=STARTING, every=0.1)
        return self

    def keep(self, service: str, name: str, secret: str) -> None:
        """Put a secret in, as another program would."""
        code = "import sys, keyring; keyring.set_password(*sys.argv[1:3], sys.stdin.read())"
        subprocess.run(
            [sys.executable, "-c", code, service, name],
            input=secret.encode(),
            env=self.environment,
            check=True,
            timeout=60,
        )

    def __exit__(self, *_: object) -> None:
        for process in reversed(self._started):
            process.terminate()
            process.wait(60)

    def _serves(self) -> bool:
        """Asked of the bus, not of the keyring: a call to a name nobody has yet makes the bus start a locked keyring of
        its own in its place, and that one would ask somebody for a password."""
        held = self._call("DBus", "/org/freedesktop/DBus", "DBus.NameHasOwner", "org.freedesktop.secrets")
        if "true" not in held:
            return False
        return "false" in self._call(
            "secrets",
            "/org/freedesktop/secrets/aliases/default",
            "DBus.Properties.Get",
            "org.freedesktop.Secret.Collection",
            "Locked",
        )

    def _call(self, name: str, path: str, method: str, *arguments: str) -> str:
        command = ["gdbus", "call", "--session", "-d", f"org.freedesktop.{name}", "-o", path]
        command += ["-m", f"org.freedesktop.{method}", *arguments]
        said = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=60)
        return said.stdout
