"""Signing in by NTLM over HTTP (MS-NTHT), which Exchange on premises asks for where Basic isn't allowed.

It is the connection that signs in, not a request: requests go one after another over one connection, and only a new one
costs a sign-in. Over TLS the sign-in is tied to the server's certificate (RFC 5929, tls-server-end-point), which
Exchange demands since 2019 CU14.
"""

from __future__ import annotations

import asyncio
import base64
from typing import Any

import httpx

from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.pbx.webdav.asking import WebDav

WAYS = ("ntlm", "negotiate")
"""What servers call it, the better first; the second is also Kerberos."""


class NtlmServer:
    """Asks one server as one account. here, most_bytes: see `WebDav`."""

    def __init__(self, account: str, password: str, *, here: bool, most_bytes: int) -> None:
        self._account, self._password = account, password
        self._server = WebDav(here=here, most_bytes=most_bytes)
        self._turn = asyncio.Lock()
        self._certificate: bytes | None = None

    async def close(self) -> None:
        """Let the connection go."""
        await self._server.close()

    async def told(
        self, method: str, address: str, *, headers: dict[str, str], content: str = ""
    ) -> tuple[int, httpx.Headers, bytes]:
        """One request; status, headers and body of whatever is answered. Raises `ConnectionFailed`."""
        async with self._turn:
            status, answer, body = await self._server.told(
                method, address, headers=headers, content=content, certificate=self._shown
            )
            offered = {way.lower(): way for way in ways(answer)}
            way = next((offered[one] for one in WAYS if one in offered), "")
            if status != 401 or not way:
                return status, answer, body
            signing = await asyncio.to_thread(_Signing, self._account, self._password, self._certificate)
            status, answer, body = await self._server.told(
                method, address, headers={**headers, "Authorization": f"{way} {signing.begin()}"}
            )
            challenge = _challenge(answer, way)
            if status != 401 or not challenge:
                return status, answer, body
            signed = await asyncio.to_thread(signing.answer, challenge)
            return await self._server.told(
                method, address, headers={**headers, "Authorization": f"{way} {signed}"}, content=content
            )

    def _shown(self, certificate: bytes) -> None:
        self._certificate = certificate


def ways(answer: httpx.Headers) -> list[str]:
    """By which a server lets people sign in, as it names them."""
    offered = (one.strip().split(" ")[0] for one in answer.get_list("www-authenticate", split_commas=True))
    return [one for one in offered if one]


class _Signing:
    """One sign-in; blocking. certificate: the server's, in DER; None without TLS."""

    def __init__(self, account: str, password: str, certificate: bytes | None) -> None:
        import spnego

        self._context = spnego.client(
            account,
            password,
            protocol="ntlm",
            options=spnego.NegotiateOptions.use_ntlm,
            channel_bindings=_bindings(certificate) if certificate is not None else None,
        )

    def begin(self) -> str:
        return self._step(None)

    def answer(self, challenge: bytes) -> str:
        return self._step(challenge)

    def _step(self, heard: bytes | None) -> str:
        """Raises `ConnectionFailed` for what is no challenge."""
        import struct

        from spnego.exceptions import SpnegoError

        try:
            return base64.b64encode(self._context.step(heard) or b"").decode()
        except (SpnegoError, ValueError, LookupError, struct.error) as exc:
            raise ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD, said=type(exc).__name__) from exc


def _challenge(answer: httpx.Headers, way: str) -> bytes:
    """What the server asks; b"" where it asks nothing."""
    for one in answer.get_list("www-authenticate", split_commas=True):
        name, _, told = one.strip().partition(" ")
        if name.lower() == way.lower() and told:
            try:
                return base64.b64decode(told.strip(), validate=True)
            except ValueError:
                return b""
    return b""


def _bindings(certificate: bytes) -> Any:
    """By the hash of the certificate's own signature, SHA-256 in place of older ones (RFC 5929 section 4.1)."""
    from cryptography import x509
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives import hashes
    from spnego.channel_bindings import GssChannelBindings

    try:
        algorithm = x509.load_der_x509_certificate(certificate).signature_hash_algorithm
    except (ValueError, UnsupportedAlgorithm):
        algorithm = None
    if algorithm is None or algorithm.name in ("md5", "sha1"):
        algorithm = hashes.SHA256()
    digest = hashes.Hash(algorithm)
    digest.update(certificate)
    return GssChannelBindings(application_data=b"tls-server-end-point:" + digest.finalize())
