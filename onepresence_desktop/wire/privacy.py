"""What is kept of people and for how long, and the audit log (administrators; spec 12.4d)."""

from __future__ import annotations

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


class AuditView(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the audit log. who: a name, or a word for a program (command_line). subject: what it was done to."""

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
