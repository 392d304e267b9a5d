"""What is written into an INVITE so that the phone lifts by itself (spec 11.1)."""

from __future__ import annotations


def lifting(host: str) -> tuple[tuple[str, str], ...]:
    """What asks a phone to lift by itself: by RFC 5373, and by what Snom, Yealink and others read.

    A phone that knows none of it, or isn't set to obey, rings.
    """
    return (
        ("answer-mode", "Auto"),
        ("call-info", f"<sip:{host}>;answer-after=0"),
        ("alert-info", f"<http://{host}>;info=alert-autoanswer;delay=0"),
    )
