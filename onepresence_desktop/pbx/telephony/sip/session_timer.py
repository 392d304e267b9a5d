"""Noticing a phone that has vanished in mid-call (RFC 4028 session timers, OPTIONS for phones without UPDATE)."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from onepresence_desktop.pbx.telephony.sip.dialog import SESSION, Dialog, LegState, seconds_of
from onepresence_desktop.pbx.telephony.sip.msg import Message

REFRESH = 600
"""Seconds between refreshes of a session by us."""

ASKED_EVERY, PATIENCE = 7.5, 24.0
"""Seconds between questions whether the phone is still there, and for an answer: whoever talks to one that has lost its
power is let go within 32 seconds. Until then a question is sent nine times, so that a bad network ends nothing."""

UNSENT = 5.0
"""Seconds until the next question where one couldn't be sent: the connection is gone, and may come back."""

SHORTEST = 90
"""Seconds a session lasts at least (RFC 4028 section 4)."""

LEAST = 20
"""Seconds of a session that are refreshed in time even if one message is lost."""


def too_short(request: Message) -> bool:
    """Whether a phone asks for a shorter session than we let it have; only one that knows of timers is told so
    (RFC 4028 section 9).
    """
    asked = request.get("session-expires")
    return bool(asked) and "timer" in request.tokens("supported") and seconds_of(asked, SESSION) < SHORTEST


class Vanished(Enum):
    """How a phone was lost: it doesn't answer at all, or is there no more (for this call, or on this way)."""

    SILENT = auto()
    GONE = auto()


class SessionTimer:
    """Refreshes a dialog from time to time, and ends it when the other side doesn't.

    offering: whether an offer is under way, so that none of ours may be made now. offer: repeats our description.
    dead: called when the phone knows nothing of the call any more, or is taken to be gone; silent: when it doesn't
    answer at all.
    """

    __slots__ = (
        "_dead",
        "_dialog",
        "_interval",
        "_length",
        "_offer",
        "_offering",
        "_promised",
        "_silent",
    )

    def __init__(
        self,
        dialog: Dialog,
        *,
        offering: Callable[[], bool],
        offer: Callable[[bytes], None],
        dead: Callable[[], None],
        silent: Callable[[], None],
    ) -> None:
        self._silent = silent
        self._dialog = dialog
        self._offering = offering
        self._offer = offer
        self._dead = dead
        self._length = SESSION
        self._interval = REFRESH
        self._promised = False
        """The phone hangs up when it isn't refreshed by us."""

    def answer(self, request: Message) -> tuple[tuple[str, str], ...]:
        """Take on the Session-Expires of a phone's request; the headers to answer it with.

        A proxy may have put it in: a phone that knows nothing of timers doesn't refresh, so we do (RFC 4028 section 9,
        table 2). Without the header nothing expires.
        """
        asked = request.get("session-expires")
        knows = "timer" in request.tokens("supported")
        ours = not knows or "refresher=uas" in asked.replace(" ", "").lower()
        seconds = self._take(asked, ours=ours)
        if not seconds:
            return ()
        agreed = (("session-expires", f"{seconds};refresher={'uas' if ours else 'uac'}"),)
        return (*agreed, ("require", "timer")) if knows else agreed

    def agreed(self, response: Message) -> None:
        """Take on what a phone says to ours, or that it says nothing."""
        said = response.get("session-expires")
        self._take(said, ours="refresher=uas" not in said.replace(" ", "").lower())

    def _take(self, session_expires: str, *, ours: bool) -> int:
        """ours: we refresh. The seconds that are agreed, 0 for none."""
        dialog = self._dialog
        dialog.stop("expires")
        self._promised, self._length, self._interval, seconds = False, SESSION, REFRESH, 0
        if session_expires:
            seconds = max(LEAST, seconds_of(session_expires, SESSION))
            if ours:
                self._promised, self._length, self._interval = True, seconds, min(REFRESH, seconds // 2)
            else:
                dialog.after("expires", seconds, self._dead)
        dialog.after("refresh", self._interval, self._refresh)
        dialog.after("ask", ASKED_EVERY, self._ask)
        return seconds

    def _ask(self) -> None:
        """Is the phone still there? Whatever it answers, it is, unless it knows nothing of the call."""
        dialog = self._dialog
        if dialog.state is LegState.ANSWERED:
            dialog.after("answer", PATIENCE, self._silent)
            dialog.send(dialog.request("OPTIONS"), self._there, lambda: self._ask_again(UNSENT))

    def _there(self, response: Message) -> None:
        if response.status == 481:
            self._dead()
        else:
            self._ask_again(ASKED_EVERY)

    def _ask_again(self, seconds: float) -> None:
        if self._dialog.state is LegState.ANSWERED:
            self._dialog.stop("answer")
            self._dialog.after("ask", seconds, self._ask)

    def probe(self) -> None:
        """Find out at once whether the phone still knows this call: it may have been restarted."""
        dialog = self._dialog
        if dialog.state is not LegState.ANSWERED or self._offering():
            return
        if dialog.allows_update:
            dialog.send(dialog.request("UPDATE"), self._refreshed, self._dead)
        elif dialog.local_sdp:
            self._offer(dialog.local_sdp)

    def _refresh(self) -> None:
        dialog = self._dialog
        if dialog.state is not LegState.ANSWERED:
            return
        dialog.after("refresh", self._interval, self._refresh)
        if dialog.allows_update and not self._offering():
            request = dialog.request("UPDATE")
            request.add("session-expires", f"{self._length};refresher=uac")
        elif self._promised and dialog.local_sdp:
            self._offer(dialog.local_sdp)
            return
        else:
            request = dialog.request("OPTIONS")
        dialog.send(request, self._refreshed, self._dead)

    def _refreshed(self, response: Message) -> None:
        dialog = self._dialog
        if response.status in (408, 481):
            self._dead()
        elif response.status == 491:
            dialog.after("refresh", dialog.signalling.random.uniform(2.1, 4.0), self._refresh)
        elif 200 <= response.status < 300 and response.has("session-expires"):
            self.agreed(response)
