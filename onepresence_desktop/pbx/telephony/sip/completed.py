"""A call that rang here and was completed at another phone (RFC 3326): told to our phones, and by whoever rings us."""

from __future__ import annotations

from onepresence_desktop.pbx.telephony.sip.address import parameters, split_list

ELSEWHERE = 'SIP;cause=200;text="Call completed elsewhere"'


def elsewhere(reason: str) -> bool:
    """Whether a Reason header says so: then nobody here has missed it."""
    reasons = (split_list(value, ";") for value in split_list(reason))
    return any(kind.upper() == "SIP" and parameters(said).get("cause") == "200" for kind, *said in reasons if kind)
