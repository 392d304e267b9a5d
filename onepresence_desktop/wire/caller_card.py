"""The company's last contacts with a number, and who sees them (spec 4.11)."""

from __future__ import annotations

from datetime import datetime

from onepresence_desktop.domain.caller_card import SeenBy
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.slices import View
from onepresence_desktop.wire.versions import Versioned


class LastContactView(View, frozen=True, kw_only=True):
    """A conversation with a number. user_id, name: who of the company had it. seconds: how long they spoke."""

    at: datetime
    user_id: UserId
    name: str
    outgoing: bool
    seconds: int


class CallerCardBody(Versioned, frozen=True, kw_only=True):
    """PUT /v1/company/caller-card. seen_by: who sees what others spoke."""

    seen_by: SeenBy


class CallerCardView(View, frozen=True, kw_only=True):
    """What callers' cards show in the company. version: to be sent with what replaces it."""

    seen_by: SeenBy
    version: str = ""
