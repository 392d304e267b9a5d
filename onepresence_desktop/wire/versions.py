"""Which version of a thing somebody has read, so that nobody writes over what they haven't seen.

A version is a strong validator as an ETag is one (RFC 9110, section 8.8.3): the same for the same contents, opaque to
clients. It travels in the view and back in the body that replaces the thing; one that isn't the newest any more is
refused as a `Conflict` of what="changed". A body without one replaces whatever is there.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated

import msgspec

from onepresence_desktop.wire import codec
from onepresence_desktop.wire.bodies import Body
from onepresence_desktop.wire.people import PersonView

Version = Annotated[str, msgspec.Meta(max_length=64)]


class Versioned(Body, frozen=True, kw_only=True):
    """A body that replaces a thing. version: of what was read before; None: not asked."""

    version: Version | None = None


def version_of(value: object) -> str:
    """The version of what `value` says."""
    return sha256(codec.encode(value)).hexdigest()[:16]


def person_version(person: PersonView) -> str:
    """Of a person, reckoned on both sides from what everybody is told of them.

    The fields stand here one by one: one that is added to the view doesn't make older clients wrong.
    """
    return version_of(
        [
            person.name,
            person.local_number,
            person.one_number,
            person.mobile,
            person.email,
            person.title,
            person.department,
            person.role,
            person.closed,
        ]
    )
