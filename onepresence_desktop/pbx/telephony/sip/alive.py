"""Noticing a phone that has vanished in mid-call (RFC 4028 session timers, OPTIONS for phones without UPDATE)."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from onepresence_desktop.pbx.telephony.sip.dialog import SESSION, Dialog, LegState, seconds_of
from onepresence_desktop.pbx.telephony.sip.msg import Message

REFRESH = 600
"""Seconds between refreshes of a session by us; a phone that has vanished is noticed by then at the latest."""

SHORTEST = 90
"""Seconds a session lasts at least (RFC 4028 section 4)."""


class KeptAlive(Dialog):
    """A dialog that is refreshed from time to time."""

    _length = SESSION
    _interval = REFRESH
    _promised = False
    """The phone hangs up when it isn't refreshed by us."""

    @property
    @abstractmethod
    def offering(self) -> bool:
        """Whether an offer is under way, so that none of ours may be made now."""

    @abstractmethod
    def reinvite(self, sdp: bytes, on_answer: Callable[[bytes], None], on_fail: Callable[[int], None]) -> None:
        """Offer media."""

    def _agree(self, session_expires: str, *, asked: bool) -> str:
        """Take on a Session-Expires that the phone asked for, or else answered with; the value that is agreed, or "".

        Whoever refreshes is in the phone's hands (RFC 4028 section 9, table 2). Without the header nothing expires.
        """
        self._stop("expires")
        self._promised, self._length, self._interval, agreed = False, SESSION, REFRESH, ""
        if session_expires:
            seconds = max(SHORTEST, seconds_of(session_expires, SESSION))
            refresher = "uas" if "refresher=uas" in session_expires.replace(" ", "").lower() else "uac"
            agreed = f"{seconds};refresher={refresher}"
            if (refresher == "uas") is asked:
                self._promised, self._length, self._interval = True, seconds, min(REFRESH, seconds // 2)
            else:
                self._after("expires", seconds, self._dead)
        self._after("refresh", self._interval, self._refresh_now)
        return agreed

    def _refresh_now(self) -> None:
        if self.state is not LegState.ANSWERED:
            return
        self._after("refresh", self._interval, self._refresh_now)
        if self.allows_update and not self.offering:
            request = self._request("UPDATE", b"")
            request.add("session-expires", f"{self._length};refresher=uac")
        elif self._promised and self.local_sdp:
            self.reinvite(self.local_sdp, lambda _: None, lambda _: None)
            return
        else:
            request = self._request("OPTIONS", b"")
        self._send(request, self._refreshed, self._dead)

    def _refreshed(self, response: Message) -> None:
        if response.status in (408, 481):
            self._dead()
        elif response.status == 491:
            self._after("refresh", self.signalling.random.uniform(2.1, 4.0), self._refresh_now)
        elif 200 <= response.status < 300 and (agreed := response.get("session-expires")):
            self._agree(agreed, asked=False)
