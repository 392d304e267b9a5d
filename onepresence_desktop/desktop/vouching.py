"""Whether a server is believed: people compare its eight words once, and type them when it shows another key."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from onepresence_desktop.desktop.servers import Servers
from onepresence_desktop.desktop.sign_in.asking import Asking, Closed, OtherWay
from onepresence_desktop.domain.errors import CertificateChanged, CertificateUnknown, OnePresenceError
from onepresence_desktop.wire.fingerprint import in_words

if TYPE_CHECKING:
    from onepresence_desktop.client.pbx_client import PbxClient

log = logging.getLogger(__name__)


class Vouching:
    """Finds servers, and asks about their keys in dialogs."""

    def __init__(self, servers: Servers, asking: Asking) -> None:
        self._servers = servers
        self._asking = asking

    async def find(self, typed: str) -> PbxClient:
        """The server that was typed, once somebody has vouched for its key. Raises what `Servers.find` does."""
        try:
            return await self._servers.find(typed)
        except (CertificateUnknown, CertificateChanged) as exc:
            if not await self._vouched(exc):
                raise
            return await self._servers.find(str(exc.details["address"]))

    async def anew(self, client: PbxClient) -> bool:
        """The server of a client shows another key: whether somebody has typed its words, and it is believed now."""
        if self._asking.raise_dialog():
            return False
        try:
            found = await self._servers.find(client.address)
            await found.close()
        except CertificateChanged as exc:
            if not await self._vouched(exc):
                return False
            await client.believe(str(exc.details["fingerprint"]))
        except OnePresenceError as exc:
            log.info("the server's key can't be compared: %s", exc)
        return True

    async def _vouched(self, problem: CertificateUnknown | CertificateChanged) -> bool:
        from onepresence_desktop.desktop.sign_in.changed_key import ChangedKey
        from onepresence_desktop.desktop.sign_in.fingerprint import Fingerprint

        address, shown = str(problem.details["address"]), str(problem.details["fingerprint"])
        server = address.removeprefix("https://")
        dialog: Fingerprint | ChangedKey
        if isinstance(problem, CertificateChanged):
            dialog = ChangedKey(server, in_words(str(problem.details["known"])), in_words(shown))
        else:
            dialog = Fingerprint(server, in_words(shown))
        try:
            await self._asking.ask(dialog, dialog.accepted_words, dialog.back_wanted)
        except (OtherWay, Closed):
            return False
        finally:
            dialog.close()
        self._servers.remember(address, shown)
        return True
