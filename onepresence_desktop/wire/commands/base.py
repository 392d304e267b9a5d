"""What every command and every answer of the administration's command line is, and the words several of them use."""

from __future__ import annotations

from typing import Annotated

import msgspec

from onepresence_desktop.wire.bodies import refuse_unknown

LocalNumber = Annotated[str, msgspec.Meta(pattern="^[0-9]{7}$")]
Code = Annotated[str, msgspec.Meta(pattern="^[0-9]{3}$")]


class Command(msgspec.Struct, frozen=True, kw_only=True, tag_field="command"):
    """Base of all commands; `command` names which. Raises `Invalid` where one says `unknown`, as a body does."""

    def __post_init__(self) -> None:
        refuse_unknown(self)


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all answers."""
