"""Being signed in."""

from __future__ import annotations

from datetime import datetime

from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.slices import View


class SessionView(View, frozen=True, kw_only=True):
    """The answer to a sign-in. `token` is shown this once."""

    token: str
    session_id: str
    user_id: UserId
    must_change_password: bool


class SessionListing(View, frozen=True, kw_only=True):
    """A line in the list of signed-in devices."""

    id: str
    device_name: str
    created_at: datetime
    seen_at: datetime
    current: bool


class SignedOut(View, frozen=True, kw_only=True):
    """The caller's session has been ended; the stream closes after this.

    reason: ended, closed (the access), removed, password_reset; another word of a later version is none of these.
    """

    reason: str = "ended"
