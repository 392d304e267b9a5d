"""What is kept of people and for how long, and the audit log (administrators; spec 12.4d)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import msgspec

from onepresence_desktop.domain.privacy import Privacy
from onepresence_desktop.wire.slices import View
from onepresence_desktop.wire.versions import Versioned


class PrivacyBody(Versioned, frozen=True, kw_only=True):
    """PUT /v1/company/privacy. Fields as of `domain.privacy.Privacy`; null: for ever."""

    calls_days: int | None = None
    messages_days: int | None = None
    sent_days: int | None = None
    audit_days: int | None = None
    sickness_shown: bool = True


class PrivacyView(View, frozen=True, kw_only=True):
    """As set now."""

    calls_days: int | None
    messages_days: int | None
    sent_days: int | None
    audit_days: int | None
    sickness_shown: bool
    version: str


COMMAND_LINE = "command_line"
"""Who did it: somebody at the command line of the service's machine."""
LEFT = "person_left"
"""Who did it: somebody who has left the company."""

CHANGES: Mapping[str, frozenset[str]] = {
    "person": frozenset({"user_added", "user_changed"}),
    "group": frozenset({"group_added", "group_changed", "group_hours"}),
    "pickup_group": frozenset({"pickup_group_put"}),
    "company_number": frozenset({"company_number_added", "company_number_changed"}),
    "line": frozenset({"trunk_added", "trunk_changed"}),
    "connection": frozenset({"connection_added", "connection_changed"}),
    "calendar": frozenset({"calendar_set", "calendar_removed"}),
    "holiday": frozenset({"holiday_set", "holiday_unset", "holiday_by_calendar"}),
    "standard_message": frozenset({"standard_message_added", "standard_message_changed"}),
}
"""What the log calls the deeds that make a thing another: not each that names it is one (a sign-in, a trial)."""


class AuditView(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the audit log. who: a name; an address or a phone that no name is known of; or one of the words
    below. subject: what it was done to.
    """

    id: int
    at: datetime
    who: str
    action: str
    subject: str
    detail: str


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    """`company_settings` under "privacy"."""

    privacy: Privacy
    v: int = 1
