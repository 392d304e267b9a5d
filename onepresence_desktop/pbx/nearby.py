"""Says on the local network that the service is there, as long as it listens beyond this machine (spec 0.2)."""

from __future__ import annotations

import contextlib
import ipaddress
import logging
import socket
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from onepresence_desktop.domain.names import cleaned_name
from onepresence_desktop.wire.nearby import LONGEST_NAME, NAME, SERVICE_TYPE

if TYPE_CHECKING:  # zeroconf is read in where it is used
    from zeroconf.asyncio import AsyncZeroconf

LONGEST_LABEL = 60
"""Bytes: three are left for the number that is put to a name which is there already."""

log = logging.getLogger(__name__)


@contextlib.asynccontextmanager
async def announced(name: str, url: str) -> AsyncIterator[None]:
    """Announce a URL while it lasts. Where that can't be done the service is there all the same."""
    from zeroconf import Error
    from zeroconf.asyncio import AsyncServiceInfo

    parts = urlsplit(url)
    label = label_of(name) or label_of(socket.gethostname())
    try:
        info = AsyncServiceInfo(
            SERVICE_TYPE,
            f"{label}.{SERVICE_TYPE}",
            port=parts.port or 443,
            properties={NAME: (cleaned_name(name) or label)[:LONGEST_NAME]},
            server=f"{socket.gethostname().split('.')[0]}.local.",
            parsed_addresses=[str(ipaddress.ip_address(parts.hostname or ""))],
        )
        voice = _voice()
    except (OSError, ValueError, Error) as exc:
        log.warning("the service is not announced on the network: %s", type(exc).__name__)
        yield
        return
    try:
        with contextlib.suppress(Error, OSError):
            await voice.async_register_service(info, allow_name_change=True)
        yield
    finally:
        await voice.async_unregister_all_services()
        await voice.async_close()


def label_of(name: str) -> str:
    """A company's name as one label of a domain name, cut where its bytes wouldn't fit (RFC 6763 section 4.1.1)."""
    return cleaned_name(name.replace(".", " ")).encode()[:LONGEST_LABEL].decode(errors="ignore").strip()


def _voice() -> AsyncZeroconf:
    """Over IPv6, too, where this machine has it."""
    from zeroconf import IPVersion
    from zeroconf.asyncio import AsyncZeroconf

    try:
        return AsyncZeroconf(ip_version=IPVersion.All)
    except OSError:
        return AsyncZeroconf()
