"""Who calls, as it is written into the INVITE to one of our phones."""

from __future__ import annotations

from onepresence_desktop.domain.calls import Party
from onepresence_desktop.pbx.telephony.sip.address import named
from onepresence_desktop.pbx.telephony.sip.trunk import ANONYMOUS


def who_calls(caller: Party, host: str) -> tuple[str, tuple[str, str]]:
    """From, without a tag, and the header that vouches for it; for who is hidden the one that says so (RFC 3325)."""
    if caller.hidden:
        return ANONYMOUS, ("privacy", "id")
    shown = named(caller.name, f"sip:{caller.number or 'anonymous'}@{host}")
    return shown, ("p-asserted-identity", shown)
