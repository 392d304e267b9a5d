"""What is shown of a caller: who may see the company's contacts with a number, and the address of their customer card.

Spec 4.11 and its decision in section 14.
"""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.people import Role
from onepresence_desktop.domain.words import Word

MOST_CONTACTS = 3
"""Contacts told of a number: more has no room on a card."""
PLACE = "{number}"
"""Where the number goes in an address."""
LONGEST_ADDRESS = 2_000


class SeenBy(Word):
    """Who sees with whom in the company a number has spoken. Own calls everybody sees."""

    EVERYONE = "everyone"
    MEMBERS = "members"
    NOBODY = "nobody"
    UNKNOWN = "unknown"


def may_see(seen_by: SeenBy, role: Role, *, in_group: bool) -> bool:
    """Whether somebody sees what others spoke with a number. MEMBERS: receptionists, and members of any group."""
    match seen_by:
        case SeenBy.EVERYONE:
            return True
        case SeenBy.MEMBERS:
            return in_group or role is Role.RECEPTIONIST
        case _:
            return False


def checked_address(template: str) -> str:
    """An address with `{number}` in it, as it may be kept; "" for none. Raises `Invalid` naming `address`.

    Only http and https, and the number never stands where the server is named: whoever calls can't choose where the
    browser goes.
    """
    template = template.strip()
    if not template:
        return ""
    if len(template) > LONGEST_ADDRESS:
        raise Invalid(field="address", problem="too_long")
    if any(char.isspace() or not char.isprintable() for char in template):
        raise Invalid(field="address", problem="malformed")
    try:
        parts = urlsplit(template)
        host, _ = parts.hostname, parts.port
    except ValueError as exc:
        raise Invalid(field="address", problem="malformed") from exc
    if parts.scheme not in ("http", "https") or not host:
        raise Invalid(field="address", problem="not_a_web_address")
    if PLACE in parts.netloc or PLACE not in template:
        raise Invalid(field="address", problem="no_number")
    return template


def card_address(template: str, number: str) -> str:
    """The address for a number; "" without a number or a usable template."""
    try:
        usable = checked_address(template) if number else ""
    except Invalid:
        return ""
    return usable.replace(PLACE, quote(number, safe=""))
