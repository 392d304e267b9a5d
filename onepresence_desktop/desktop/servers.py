"""Servers: from what is typed to a client, and which of them are known by their fingerprint (spec 0.2, 0.3)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.domain.errors import CertificateChanged, CertificateUnknown, OnePresenceError, ServerAway

if TYPE_CHECKING:
    from onepresence_desktop.client.pbx_client import PbxClient

USUAL_PORT = 8480
"""Where a company's own service listens unless it is told otherwise."""

HERE = ("localhost", "127.0.0.1", "[::1]")


class Servers:
    """Makes clients, and keeps the fingerprints that people have compared."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def client(self, address: str, token: str | None = None) -> PbxClient:
        """A client of a server's URL. Raises `Invalid` for what is no address, `NotEncrypted`."""
        from onepresence_desktop.client.pbx_client import PbxClient

        return PbxClient(address, token=token, pin=self._known().get(address))

    def remember(self, address: str, fingerprint: str) -> None:
        """Somebody has compared the words: this key is the server's, and no other that was."""
        self._settings.set(keys.KNOWN_SERVERS, json.dumps({**self._known(), address: fingerprint}))

    async def find(self, typed: str) -> PbxClient:
        """The first of the places meant by what was typed where a service answers.

        Raises `ServerAway`, `CertificateUnknown` (with `address` and `fingerprint`) for a server nobody has vouched for
        yet, `CertificateChanged` (with `known` as well), `NotEncrypted`, `Invalid`.
        """
        from onepresence_desktop.client.trust import shown_by

        for address in addresses_of(typed):
            client = self.client(address)
            try:
                if await client.healthy():
                    return client
            except CertificateUnknown as exc:
                await client.close()
                shown = await shown_by(client.http.base_url)
                raise CertificateUnknown(address=address, fingerprint=shown) from exc
            except CertificateChanged as exc:
                await client.close()
                shown = await shown_by(client.http.base_url)
                raise CertificateChanged(address=address, known=self._known()[address], fingerprint=shown) from exc
            except OnePresenceError:
                await client.close()
                raise
            await client.close()
        raise ServerAway(detail="nobody_answers")

    def _known(self) -> dict[str, str]:
        try:
            found = json.loads(self._settings.get(keys.KNOWN_SERVERS) or "{}")
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}


def addresses_of(typed: str) -> list[str]:
    """The URLs that may be meant: TLS unless it is this machine; without a port the service's own, then the web's."""
    typed = typed.strip().rstrip("/")
    if "://" in typed:
        return [typed]
    host, colon, port = typed.rpartition(":")
    with_port = bool(colon) and "]" not in port and (":" not in host or host.startswith("["))
    if typed in HERE or host in HERE:
        return [f"http://{typed}" if with_port else f"http://{typed}:{USUAL_PORT}"]
    return [f"https://{typed}"] if with_port else [f"https://{typed}:{USUAL_PORT}", f"https://{typed}"]
