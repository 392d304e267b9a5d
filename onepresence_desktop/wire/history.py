"""The user's finished calls, newest first. A record travels as the domain has it."""

from __future__ import annotations

from onepresence_desktop.domain.calls import CallRecord
from onepresence_desktop.wire.slices import Audience, Newest

HISTORY: Newest[CallRecord] = Newest("history", "record", CallRecord, Audience.OWNER)
