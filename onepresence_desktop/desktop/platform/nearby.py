"""Services that say on the local network that they are there, while one looks for one's company's (spec 0.2)."""

from __future__ import annotations

import logging
import queue
import threading
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from onepresence_desktop.wire.nearby import SERVICE_TYPE, Nearby, heard

if TYPE_CHECKING:  # it may be missing
    from zeroconf import Zeroconf

log = logging.getLogger(__name__)

MOST = 20
"""Services that are listed; whoever floods the network is not heard out."""
ANSWER_MS = 2000


class NearbyServers(QObject):
    """Listens on a thread of its own from `start` to `stop`. found: all that were heard so far (list of `Nearby`)."""

    found = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: queue.Queue[tuple[str, bool]] = queue.Queue()
        self._over = threading.Event()

    def start(self) -> None:
        """Begin to listen."""
        threading.Thread(target=self._listen, name="nearby servers", daemon=True).start()

    def stop(self) -> None:
        """End; nothing is told any more."""
        self._over.set()
        self._names.put(("", False))

    # --- what zeroconf tells, on its own thread ---

    def add_service(self, _voice: Any, _kind: str, name: str) -> None:
        """A name was heard."""
        self._names.put((name, True))

    def update_service(self, _voice: Any, _kind: str, name: str) -> None:
        """The same name says something else."""
        self._names.put((name, True))

    def remove_service(self, _voice: Any, _kind: str, name: str) -> None:
        """It said goodbye, or has not been heard for long."""
        self._names.put((name, False))

    def _listen(self) -> None:
        try:
            from zeroconf import ServiceBrowser

            voice = _ears()
        except (ImportError, OSError) as exc:
            log.info("nobody is looked for on the network: %s", type(exc).__name__)
            return
        try:
            ServiceBrowser(voice, SERVICE_TYPE, self)  # type: ignore[arg-type]
            there: dict[str, Nearby] = {}
            while not self._over.is_set():
                name, comes = self._names.get()
                if not name or (comes and name not in there and len(there) >= MOST):
                    continue
                info = voice.get_service_info(SERVICE_TYPE, name, timeout=ANSWER_MS) if comes else None
                said = heard(info.properties, info.parsed_addresses(), info.port) if info is not None else None
                before = list(there.values())
                if said is not None:
                    there[name] = said
                else:
                    there.pop(name, None)
                if list(there.values()) != before and not self._over.is_set():
                    self.found.emit(sorted(set(there.values()), key=lambda one: (one.name.casefold(), one.address)))
        finally:
            voice.close()


def _ears() -> Zeroconf:
    """Over IPv6, too, where this machine has it. Raises `OSError`."""
    from zeroconf import IPVersion, Zeroconf

    try:
        return Zeroconf(ip_version=IPVersion.All)
    except OSError:
        return Zeroconf()
