"""All that is kept of a person, and the settings that desk phones fetch."""

from __future__ import annotations

from typing import Annotated

import msgspec

from onepresence_desktop.wire.commands.base import Command, LocalNumber, Result


class UserExport(Command, frozen=True, kw_only=True, tag="user_export"):
    """Everything of one person as an archive, at a path on the service's machine."""

    local_number: LocalNumber
    path: str


class UserErase(Command, frozen=True, kw_only=True, tag="user_erase"):
    """Remove a person, and what names them in what others keep. name: as it is written, so that nobody errs."""

    local_number: LocalNumber
    name: Annotated[str, msgspec.Meta(max_length=200)]


class UserErased(Result, frozen=True, kw_only=True):
    """Who is no more."""

    local_number: str


class DeviceProvision(Command, frozen=True, kw_only=True, tag="device_provision"):
    """An address that is good once, for a desk phone to fetch its settings. server: the service, as phones reach it."""

    sip_user: Annotated[str, msgspec.Meta(max_length=64)]
    server: Annotated[str, msgspec.Meta(max_length=300)]


class DeviceProvisioned(Result, frozen=True, kw_only=True):
    """What is typed into the phone."""

    sip_user: str
    address: str
