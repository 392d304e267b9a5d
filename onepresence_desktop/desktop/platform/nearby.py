"""Services that say on the local network that they are there, while one looks for one's company's (spec 0.2)."""

from __future__ import annotations

import logging
import queue
import threading
from typing import Any

from PySide6.QtCore import QObject, Signal

from onepresence_desktop.wire.nearby import SERVICE_TYPE, Nearby, heard

log = logging.getLogger(__name__)

MOST = 20
"""Services that are listed; whoever floods the network is not heard out."""
ANSWER_MS = 2000


class NearbyServers(QObject):
    """Listens on a thread of its own from `start` to `stop`. found: all that were heard so far (list of `Nearby`)."""

    found = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: queue.Queue[str] = queue.Queue()
        self._over = threading.Event()

    def start(self) -> None:
        """Begin to listen."""
        threading.Thread(target=self._listen, name="nearby servers", daemon=True).start()

    def stop(self) -> None:
        """End; nothing is told any more."""
        self._over.set()
        self._names.put("")

    # --- what zeroconf tells, on its own thread ---

    def add_service(self, _voice: Any, _kind: str, name: str) -> None:
        """A name was heard."""
        self._names.put(name)

    def update_service(self, _voice: Any, _kind: str, name: str) -> None:
        """The same name says something else."""
        self._names.put(name)

    def remove_service(self, _voice: Any, _kind: str, _name: str) -> None:
        """One that goes stays in the list: it was there a moment ago."""

    def _listen(self) -> None:
        try:
            from zeroconf import ServiceBrowser, Zeroconf

            voice = Zeroconf()
        except (ImportError, OSError) as exc:
            log.info("nobody is looked for on the network: %s", type(exc).__name__)
            return
        try:
            ServiceBrowser(voice, SERVICE_TYPE, self)  # type: ignore[arg-type]
            there: dict[str, Nearby] = {}
            while not self._over.is_set():
                name = self._names.get()
                if not name or len(there) >= MOST:
                    continue
                info = voice.get_service_info(SERVICE_TYPE, name, timeout=ANSWER_MS)
                said = heard(info.properties, info.parsed_addresses(), info.port) if info is not None else None
                if said is not None and there.get(said.address) != said and not self._over.is_set():
                    there[said.address] = said
                    self.found.emit(sorted(there.values(), key=lambda one: one.name.casefold()))
        finally:
            voice.close()
