"""A real CalDAV server of its own on a free port, with one account and one calendar."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import httpx

from tests.support.free_port import free_port
from tests.support.waiting import STARTING, soon

ACCOUNT, PASSWORD = "anders", "secret"


class Radicale:
    """Started and stopped by `with`; `stop` and `start` play a server that goes away and comes back."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "users").write_text(f"{ACCOUNT}:{PASSWORD}\n")
        self.port = free_port()
        (folder / "config").write_text(
            f"[server]\nhosts = 127.0.0.1:{self.port}\n"
            f"[auth]\ntype = htpasswd\nhtpasswd_filename = {folder / 'users'}\nhtpasswd_encryption = plain\n"
            f"delay = 0\n[storage]\nfilesystem_folder = {folder / 'collections'}\n"
        )
        self._process: subprocess.Popen[bytes] | None = None
        self.address = f"http://127.0.0.1:{self.port}/{ACCOUNT}/calendar/"
        self.address_book = f"http://127.0.0.1:{self.port}/{ACCOUNT}/contacts/"

    def __enter__(self) -> Radicale:
        self.start()
        self._client.request("MKCALENDAR", self.address).raise_for_status()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Start, and wait until it answers."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "radicale", "--config", str(self._folder / "config")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
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
        answer = self._client.put(
            f"{self.address}{name}.ics", content="\r\n".join(lines).encode(), headers={"Content-Type": "text/calendar"}
        )
        answer.raise_for_status()

    def make_address_book(self) -> None:
        """An address book beside the calendar."""
        kind = "<D:collection/><C:addressbook/>"
        body = (
            '<D:mkcol xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><D:set><D:prop>'
            f"<D:resourcetype>{kind}</D:resourcetype></D:prop></D:set></D:mkcol>"
        )
        self._client.request("MKCOL", self.address_book, content=body).raise_for_status()

    def put_card(self, name: str, card: str) -> None:
        """Make a card of the address book, or change it."""
        lines = ["BEGIN:VCARD", "VERSION:3.0", f"UID:{name}", *card.splitlines(), "END:VCARD", ""]
        content = "\r\n".join(lines).encode()
        answer = self._client.put(
            f"{self.address_book}{name}.vcf", content=content, headers={"Content-Type": "text/vcard"}
        )
        answer.raise_for_status()

    def remove(self, name: str) -> None:
        """Delete an entry."""
        self._client.delete(f"{self.address}{name}.ics").raise_for_status()

    @property
    def _client(self) -> httpx.Client:
        return httpx.Client(auth=(ACCOUNT, PASSWORD), trust_env=False, timeout=60)

    def _answers(self) -> bool:
        try:
            return httpx.get(f"http://127.0.0.1:{self.port}/.web/", trust_env=False, timeout=60).status_code < 500
        except httpx.HTTPError:
            return False
