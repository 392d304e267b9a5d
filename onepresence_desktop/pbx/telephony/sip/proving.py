"""Answering a provider's challenges (digest authentication as a client, RFC 7616, RFC 3261 section 22)."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable

from onepresence_desktop.pbx.telephony.sip.address import parameters, split_list
from onepresence_desktop.pbx.telephony.sip.msg import Message

_ALGORITHMS: dict[str, Callable[[bytes], str]] = {
    "MD5": lambda data: hashlib.md5(data, usedforsecurity=False).hexdigest(),
    "SHA-256": lambda data: hashlib.sha256(data).hexdigest(),
}
"""By rising strength: the last one a provider offers is taken (RFC 8760 section 2.3)."""


class Prover:
    """Proves one account. Nonces are used again with a rising count for as long as the provider takes them."""

    def __init__(self, user: str, password: str) -> None:
        self._user = user
        self._password = password
        self._nonce = ""
        self._count = 0

    def __call__(self, challenge: Message, request: Message) -> tuple[str, str] | None:
        """The header that answers a 401 or 407; None when there is nothing to answer with, or it was in vain before."""
        proxy = challenge.status == 407
        name = "proxy-authorization" if proxy else "authorization"
        if not self._password or request.has(name):
            return None
        offered: dict[str, dict[str, str]] = {}
        for value in challenge.all("proxy-authenticate" if proxy else "www-authenticate"):
            scheme, _, rest = value.strip().partition(" ")
            fields = parameters(split_list(rest))
            algorithm = fields.get("algorithm", "MD5").upper() or "MD5"
            if scheme.lower() == "digest" and algorithm in _ALGORITHMS:
                offered.setdefault(algorithm, fields)
        chosen = next((a for a in reversed(_ALGORITHMS) if a in offered), None)
        return (name, self._proof(chosen, offered[chosen], request)) if chosen is not None else None

    def _proof(self, algorithm: str, fields: dict[str, str], request: Message) -> str:
        digest = _ALGORITHMS[algorithm]

        def hashed(*parts: str) -> str:
            return digest(":".join(parts).encode("utf-8", "surrogateescape"))

        realm, nonce = fields.get("realm", ""), fields.get("nonce", "")
        ha1 = hashed(self._user, realm, self._password)
        ha2 = hashed(request.method, request.uri)
        words = [f'username="{self._user}"', f'realm="{realm}"', f'nonce="{nonce}"', f'uri="{request.uri}"']
        if "auth" in [word.strip().lower() for word in fields.get("qop", "").split(",")]:
            self._count = self._count + 1 if nonce == self._nonce else 1
            self._nonce = nonce
            cnonce, count = secrets.token_hex(8), f"{self._count:08x}"
            words += [
                f'response="{hashed(ha1, nonce, count, cnonce, "auth", ha2)}"', f'cnonce="{cnonce}"', f"nc={count}",
                "qop=auth",
            ]  # fmt: skip
        else:
            words.append(f'response="{hashed(ha1, nonce, ha2)}"')
        words.append(f"algorithm={algorithm}")
        if "opaque" in fields:
            words.append(f'opaque="{fields["opaque"]}"')
        return "Digest " + ", ".join(words)
