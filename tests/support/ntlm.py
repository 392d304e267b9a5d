"""The server's side of NTLM over HTTP, by connection, as IIS does it; the messages are those of pyspnego's acceptor."""

from __future__ import annotations

import base64
import binascii
from pathlib import Path
from typing import Any

import pytest


class NtlmDoor:
    """Lets one account in. certificate: DER of what the server shows; a sign-in by it alone is taken then (RFC 5929).

    signed: sign-ins so far.
    """

    def __init__(
        self,
        monkeypatch: pytest.MonkeyPatch,
        folder: Path,
        account: str,
        password: str,
        certificate: bytes | None = None,
    ) -> None:
        domain, _, user = account.partition("\\")
        known = folder / "ntlm-users"
        known.write_text(f"{domain}:{user}:{password}\n")
        monkeypatch.setenv("NTLM_USER_FILE", str(known))
        self._certificate = certificate
        self._under_way: dict[str, Any] = {}
        self._inside: set[str] = set()
        self.signed = 0

    def knock(self, connection: str, authorization: str) -> tuple[int, dict[str, str]]:
        """0 for somebody who is in; 401 with what is asked next; 403 for who may not come in, and is asked anew."""
        import spnego
        from spnego.exceptions import SpnegoError

        anew = {"WWW-Authenticate": "Negotiate, NTLM"}
        if not authorization:
            return (0, {}) if connection in self._inside else (401, anew)
        way, _, told = authorization.partition(" ")
        if way != "NTLM":
            return 401, anew
        try:
            context = self._under_way.get(connection) or spnego.server(
                protocol="ntlm", options=spnego.NegotiateOptions.use_ntlm, channel_bindings=self._bindings()
            )
            answer = context.step(base64.b64decode(told, validate=True))
        except (SpnegoError, binascii.Error):
            self._under_way.pop(connection, None)
            return 403, anew
        if context.complete:
            self._inside.add(connection)
            self.signed += 1
            return 0, {}
        self._under_way[connection] = context
        return 401, {"WWW-Authenticate": f"NTLM {base64.b64encode(answer or b'').decode()}"}

    def _bindings(self) -> Any:
        import hashlib

        from spnego.channel_bindings import GssChannelBindings

        if self._certificate is None:
            return None
        return GssChannelBindings(
            application_data=b"tls-server-end-point:" + hashlib.sha256(self._certificate).digest()
        )
