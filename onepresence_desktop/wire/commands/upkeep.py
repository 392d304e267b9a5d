"""Backups, checks, and the proof that it is really the service that answers."""

from __future__ import annotations

import hmac

from onepresence_desktop.wire.commands.base import Command, Result


def proof(admin_token: str, nonce: str) -> str:
    """What only a service that knows the token can say to a nonce; says nothing of the token."""
    return hmac.new(admin_token.encode(), f"service {nonce}".encode(), "sha256").hexdigest()


class Backup(Command, frozen=True, kw_only=True, tag="backup"):
    """A consistent copy to a path on the service's machine."""

    path: str


class BackedUp(Result, frozen=True, kw_only=True):
    """Where the copy lies and how many bytes it has."""

    path: str
    size: int


class Restored(Result, frozen=True, kw_only=True):
    """What came back from a backup. aside: where what lay there before is now. replaced: how much of it was newer."""

    people: int
    messages: int
    sounds: int
    aside: str = ""
    replaced: dict[str, int] = {}


class Check(Command, frozen=True, kw_only=True, tag="check"):
    """Whether the store is whole."""


class Checked(Result, frozen=True, kw_only=True):
    """How many of each there are in a whole store.

    sounds_aside: recordings that belong to no message. sounds_missing: messages without their recording. waiting: call
    records and messages for the store to be back. aside: records that can't be written. outgoing, undeliverable: mail
    and SMS queued, and given up.
    """

    customers: int
    users: int
    devices: int
    groups: int
    running: bool = False
    sounds_aside: int = 0
    sounds_missing: int = 0
    waiting: int = 0
    aside: int = 0
    outgoing: int = 0
    undeliverable: int = 0


class Proof(Result, frozen=True, kw_only=True):
    """The answer to a nonce (`proof`)."""

    proof: str
