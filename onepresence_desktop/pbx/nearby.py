"""Says on the local network that the service is there, as long as it listens beyond this machine (spec 0.2)."""

from __future__ import annotations

import contextlib
import ipaddress
import logging
import socket
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

from onepresence_desktop.wire.nearby import LONGEST_NAME, NAME, SERVICE_TYPE

log = logging.getLogger(__name__)


@contextlib.asynccontextmanager
async def announced(name: str, url: str) -> AsyncIterator[None]:
    """Announce a URL while it lasts. Where that can't be done the service is there all the same."""
    from zeroconf import NonUniqueNameException
    from zeroconf.asyncio import AsyncServiceInfo, AsyncZeroconf

    parts = urlsplit(url)
    label = (name or socket.gethostname()).replace(".", " ")[:LONGEST_NAME]
    try:
        info = AsyncServiceInfo(
            SERVICE_TYPE,
            f"{label}.{SERVICE_TYPE}",
            port=parts.port or 443,
            properties={NAME: label},
            server=f"{socket.gethostname().split('.')[0]}.local.",
            parsed_addresses=[str(ipaddress.ip_address(parts.hostname or ""))],
        )
        voice = AsyncZeroconf()
    except (OSError, ValueError) as exc:
        log.warning("the service is not announced on the network: %s", type(exc).__name__)
        yield
        return
    try:
        with contextlib.suppress(NonUniqueNameException, OSError):
            await voice.async_register_service(info, allow_name_change=True)
        yield
    finally:
        await voice.async_unregister_all_services()
        await voice.async_close()
