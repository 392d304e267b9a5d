"""Whom a call was for before: Diversion (RFC 5806) and History-Info (RFC 7044, 4458)."""

from __future__ import annotations

from onepresence_desktop.domain.diversion import Forwarding
from onepresence_desktop.domain.steps import Hop

DIVERSION_REASONS = {
    Forwarding.CFU: "unconditional",
    Forwarding.CFB: "user-busy",
    Forwarding.CFNR: "no-answer",
    Forwarding.CFNRC: "unavailable",
}
HISTORY_CAUSES = {Forwarding.CFU: 302, Forwarding.CFB: 486, Forwarding.CFNR: 408, Forwarding.CFNRC: 503}


def diversions(hops: tuple[Hop, ...], host: str) -> list[tuple[str, str]]:
    """The Diversion headers, last first."""
    return [
        ("diversion", f"<sip:{hop.number}@{host}>;reason={DIVERSION_REASONS[hop.forwarding]}") for hop in reversed(hops)
    ]


def history(hops: tuple[Hop, ...], number: str, host: str) -> list[tuple[str, str]]:
    """Both headers for a call that comes to `number` now."""
    if not hops:
        return []
    headers = diversions(hops, host)
    headers.append(("history-info", f"<sip:{hops[0].number}@{host}>;index=1"))
    reached = [*(hop.number for hop in hops[1:]), number]
    for n, (hop, then) in enumerate(zip(hops, reached, strict=True), start=1):
        uri = f"sip:{then}@{host};cause={HISTORY_CAUSES[hop.forwarding]}"
        headers.append(("history-info", f"<{uri}>;index=1{'.1' * n};mp=1{'.1' * (n - 1)}"))
    return headers
