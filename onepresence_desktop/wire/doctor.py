"""What an administrator should look at: the report when it is asked for, and what lasts without being asked (12.4e)."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import msgspec

from onepresence_desktop.domain.doctor import Block, FailedSource, Finding
from onepresence_desktop.wire.bodies import Body
from onepresence_desktop.wire.slices import Audience, Single, View


class DoctorView(View, frozen=True, kw_only=True):
    """GET /v1/doctor: findings, the worst first, the good ones too; sources that failed in the last day; blocks."""

    checked_at: datetime
    findings: list[Finding]
    sources: list[FailedSource]
    blocks: list[Block]


class UnblockBody(Body, frozen=True, kw_only=True):
    """POST /v1/doctor/unblock. user: "" for the address as a whole, null for all of its blocks."""

    address: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
    user: Annotated[str, msgspec.Meta(max_length=80)] | None = None


class Unblocked(View, frozen=True, kw_only=True):
    """How many blocks were lifted."""

    count: int


class LastingFindings(View, frozen=True, kw_only=True):
    """What doesn't work and hasn't for five minutes; empty when all is well, and for who is no administrator."""

    findings: list[Finding] = []


FINDINGS: Single[LastingFindings] = Single("findings", "findings", LastingFindings, Audience.OWNER)
