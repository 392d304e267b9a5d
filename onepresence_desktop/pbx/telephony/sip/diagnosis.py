"""From the engine's memory and clock to what an administrator reads: moments of the day, blocks, ports (spec 12.4e)."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from onepresence_desktop.domain.doctor import Block, FailedSource, PortSeen, SoundPorts
from onepresence_desktop.pbx.ports import Diagnosis
from onepresence_desktop.pbx.telephony.sip.failures import Failures
from onepresence_desktop.pbx.telephony.sip.guard import Guard


def moment(time: Callable[[], float], seconds: float) -> datetime:
    """When it was `seconds` by the clock that `time` reads."""
    return datetime.now(UTC) - timedelta(seconds=time() - seconds)


def ahead(time: Callable[[], float], theirs: tuple[str, float] | None) -> timedelta | None:
    """How far our clock is ahead of what a Date header said at a moment; None when it said nothing of use."""
    if theirs is None:
        return None
    try:
        said = parsedate_to_datetime(theirs[0])
        return moment(time, theirs[1]) - (said if said.tzinfo is not None else said.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return None


def diagnosed(
    time: Callable[[], float],
    failures: Failures,
    guard: Guard,
    ports: list[tuple[str, str, int, bool]],
    sound: SoundPorts | None = None,
) -> Diagnosis:
    """What was seen. ports: kind, host and port of every door for phones, and whether it is open."""
    blocked = {key: datetime.now(UTC) + timedelta(seconds=left) for key, left in guard.blocked().items()}
    sources = tuple(
        FailedSource(
            address,
            user,
            failed.agent,
            failed.failure,
            failed.tries,
            moment(time, failed.first),
            moment(time, failed.last),
            blocked.get((address, user)),
        )
        for (address, user), failed in failures.seen().items()
    )
    return Diagnosis(
        sources,
        tuple(Block(address, user, until) for (address, user), until in blocked.items()),
        tuple(PortSeen(kind, _written(host, port), is_open, _local(host)) for kind, host, port, is_open in ports),
        sound,
    )


def _written(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
