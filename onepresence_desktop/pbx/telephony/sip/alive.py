"""Noticing a phone that has vanished in mid-call (RFC 4028 session timers, OPTIONS for phones without UPDATE)."""

from __future__ import annotations

from abc import abstractmethod

from onepresence_desktop.pbx.telephony.sip.dialog import SESSION, Dialog, LegState, seconds_of
from onepresence_desktop.pbx.telephony.sip.msg import Message

REFRESH = 600
"""Seconds between refreshes of a session by us; a phone that has vanished is noticed by then at the latest."""

SHORTEST = 90


class KeptAlive(Dialog):
    """A dialog that is refreshed from time to time."""

    @property
    @abstractmethod
    def offering(self) -> bool:
        """Whether an offer is under way, so that none of ours may be made now."""

    def _watch(self, session_expires: str) -> None:
        """Refresh from time to time; the phone's own refreshes are expected where it promised them."""
        if session_expires and "refresher=uas" in session_expires.replace(" ", "").lower() and self.ours:
            self._expect_refresh(seconds_of(session_expires, SESSION))
        self._after("refresh", REFRESH, self._refresh_now)

    def _refresh_now(self) -> None:
        if self.state is not LegState.ANSWERED:
            return
        if self.allows_update and not self.offering:
            request = self._request("UPDATE", b"")
            request.add("session-expires", f"{SESSION};refresher=uac")
        else:
            request = self._request("OPTIONS", b"")
        self._send(request, self._refreshed, self._dead)
        self._after("refresh", REFRESH, self._refresh_now)

    def _refreshed(self, response: Message) -> None:
        if response.status in (408, 481):
            self._dead()

    def _expect_refresh(self, seconds: int) -> int:
        """The phone will be heard of within so many seconds (at least 90: RFC 4028 section 4), or it is gone."""
        seconds = max(SHORTEST, seconds)
        self._after("expires", seconds, self._dead)
        return seconds
