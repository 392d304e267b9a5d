"""Who did something, as the audit log and refusals tell it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onepresence_desktop.domain.people import User, UserId
from onepresence_desktop.wire.privacy import LEFT

_ID = re.compile("[0-9a-f]{12}")


def doer(people: Mapping[UserId, User], actor: str) -> str:
    """A name as it is now, LEFT for the id of somebody who is gone, or what stands there."""
    user = people.get(UserId(actor))
    if user is not None:
        return user.name
    return LEFT if _ID.fullmatch(actor) else actor
