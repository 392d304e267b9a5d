"""A real calendar and address book server (Xandikos) of its own on a free port; whoever asks is let in."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import httpx

from tests.support.free_port import free_port
from tests.support.waiting import STARTING, soon

USER = "anders"


def missing() -> bool:
    """Whether it isn't installed."""
    return shutil.which("xandikos") is None


class Xandikos:
    """Started and stopped by `with`; `stop` and `start` play a server that goes away and comes back."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self._root = f"http://127.0.0.1:{self.port}"
        self.address = f"{self._root}/{USER}/calendars/calendar/"
        self.address_book = f"{self._root}/{USER}/contacts/addressbook/"

    def __enter__(self) -> Xandikos:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Start, and wait until it answers."""
        place = ["-d", str(self._folder / "collections"), "-l", "127.0.0.1", "-p", str(self.port)]
        with (self._folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                ["xandikos", *place, "--defaults", f"--current-user-principal=/{USER}/"], stdout=log, stderr=log
            )
        soon(self._answers, within=STARTING, every=0.1)

    def stop(self) -> None:
        """Stop it."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(60)
            self._process = None

    def put(self, name: str, entry: str) -> None:
        """Make an entry, or change it."""
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "BEGIN:VEVENT", f"UID:{name}"]
        lines += ["DTSTAMP:20260101T000000Z", *entry.strip().splitlines(), "END:VEVENT", "END:VCALENDAR", ""]
        self._put(f"{self.address}{name}.ics", "\r\n".join(lines), "text/calendar")

    def remove(self, name: str) -> None:
        """Delete an entry."""
        httpx.delete(f"{self.address}{name}.ics", trust_env=False, timeout=60).raise_for_status()

    def put_card(self, name: str, card: str) -> None:
        """Make a card of the address book, or change it."""
        lines = ["BEGIN:VCARD", "VERSION:3.0", f"UID:{name}", *card.splitlines(), "END:VCARD", ""]
        self._put(f"{self.address_book}{name}.vcf", "\r\n".join(lines), "text/vcard")

    def _put(self, address: str, text: str, kind: str) -> None:
        answer = httpx.put(address, content=text.encode(), headers={"Content-Type": kind}, trust_env=False, timeout=60)
        answer.raise_for_status()

    def _answers(self) -> bool:
        try:
            return httpx.get(self.address, trust_env=False).status_code < 500
        except httpx.HTTPError:
            return False
