"""Time zones by the names that calendars use for them: those of the IANA database, and those of Windows."""

from __future__ import annotations

from datetime import tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON


def in_zone(name: str, otherwise: tzinfo) -> tzinfo:
    """The zone of a name; `otherwise` for a name that nobody knows."""
    return _zone(name) or otherwise


@lru_cache(maxsize=500)
def _zone(name: str) -> ZoneInfo | None:
    name = name.removeprefix("tzone://Microsoft/").strip()
    if name.casefold() == "utc":
        return ZoneInfo("UTC")
    try:
        return ZoneInfo(WINDOWS_TO_OLSON.get(name, name))
    except (OSError, ValueError, LookupError):  # no such file, or a name that is none
        return None
