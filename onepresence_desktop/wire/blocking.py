"""Callers who are not let in."""

from __future__ import annotations

from typing import Annotated

import msgspec

from onepresence_desktop.wire.bodies import Body, Number
from onepresence_desktop.wire.slices import View
from onepresence_desktop.wire.versions import Version


class BlockingBody(Body, frozen=True, kw_only=True):
    """PUT /v1/me/blocked. numbers: in any spelling. anonymous: withheld numbers, too."""

    numbers: Annotated[list[Number], msgspec.Meta(max_length=1000)] = []
    anonymous: bool = False


class CompanyBlockingBody(BlockingBody, frozen=True, kw_only=True):
    """PUT /v1/company/blocked. version: of what was read before; None: not asked."""

    version: Version | None = None


class BlockingView(View, frozen=True, kw_only=True):
    """Who is refused: numbers (E.164), and calls without a number. version: to be sent with what replaces it."""

    numbers: list[str] = []
    anonymous: bool = False
    version: str = ""
