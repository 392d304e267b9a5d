"""The number that is shown to whoever is called."""

from __future__ import annotations

from typing import Annotated

import msgspec

from onepresence_desktop.domain.shown_kinds import ShownKind
from onepresence_desktop.wire.bodies import Body, Number
from onepresence_desktop.wire.slices import View
from onepresence_desktop.wire.versions import Versioned


class ShownChoiceView(View, frozen=True, kw_only=True):
    """Something the user may choose. number: E.164, None when withheld; name: of the company number or group."""

    kind: ShownKind
    number: str | None = None
    name: str = ""


class NumberShownView(View, frozen=True, kw_only=True):
    """What those outside see of the user's calls, and what may be chosen. once: of the next call, None: as always."""

    shown: ShownChoiceView = ShownChoiceView(kind=ShownKind.OWN)
    choices: list[ShownChoiceView] = []
    once: ShownChoiceView | None = None


class NumberShownBody(Body, frozen=True, kw_only=True):
    """PUT /v1/me/number-shown. number: which of the company's or the groups' numbers. once: for the next call alone."""

    kind: ShownKind
    number: Number | None = None
    once: bool = False


class NumbersShownBody(Versioned, frozen=True, kw_only=True):
    """PUT /v1/company/numbers-shown. kinds: what users may choose of; none: everybody shows their own."""

    kinds: Annotated[list[ShownKind], msgspec.Meta(max_length=4)]


class NumbersShownView(View, frozen=True, kw_only=True):
    """What the administrator lets users choose of. version: to be sent with what replaces it."""

    kinds: list[ShownKind]
    version: str = ""
