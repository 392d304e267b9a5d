"""The set-up doctor of the command line (spec 12.4e)."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import msgspec

from onepresence_desktop.domain.doctor import Block, FailedSource, Finding
from onepresence_desktop.wire.bodies import Number
from onepresence_desktop.wire.commands.base import Code, Command, Result
from onepresence_desktop.wire.commands.trunks import TrunkTested


class Diagnose(Command, frozen=True, kw_only=True, tag="diagnose"):
    """What an administrator should look at. unblock: an address that may try again, for `user` or (None) altogether.

    call: a number to ring over the first line that is up. customer: None for all.
    """

    unblock: Annotated[str, msgspec.Meta(max_length=64)] | None = None
    user: Annotated[str, msgspec.Meta(max_length=80)] | None = None
    call: Number | None = None
    customer: Code | None = None


class Diagnosed(Result, frozen=True, kw_only=True):
    """Findings, the worst first. unblocked: blocks that were lifted, None when that wasn't asked for.

    called: how the trial went. running: whether a service was asked.
    """

    checked_at: datetime
    findings: list[Finding]
    sources: list[FailedSource] = []
    blocks: list[Block] = []
    running: bool = False
    unblocked: int | None = None
    called: TrunkTested | None = None
