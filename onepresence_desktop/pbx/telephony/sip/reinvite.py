"""Offers we make in a running dialog, one after another (RFC 3261 section 14.1)."""

from __future__ import annotations

from abc import abstractmethod
from collections import deque
from collections.abc import Callable

from onepresence_desktop.pbx.telephony.sip.alive import KeptAlive
from onepresence_desktop.pbx.telephony.sip.dialog import SESSION, LegState
from onepresence_desktop.pbx.telephony.sip.msg import Message

Answered = Callable[[bytes], None]
Failed = Callable[[int], None]
Offer = tuple[bytes, Answered, Failed]


class Reinviting(KeptAlive):
    """A dialog in which we may offer other media."""

    _reinvites: deque[Offer]
    _reinviting = False
    _due: Answered | None = None

    @property
    @abstractmethod
    def settled(self) -> bool:
        """Whether the last offer, of either side, is answered and acknowledged."""

    @abstractmethod
    def _send_ack(self, sdp: bytes, cseq: int) -> bytes:
        """Acknowledge; the bytes sent, to be sent again when the 200 is."""

    @abstractmethod
    def _reinvited(self) -> None:
        """An offer of ours has been taken."""

    def reinvite(self, sdp: bytes, on_answer: Answered, on_fail: Failed) -> None:
        """Offer other media, or with empty `sdp` ask for an offer (then `ack_reinvite` is due). One at a time."""
        self._reinvites.append((sdp, on_answer, on_fail))
        self._next_reinvite()

    def _next_reinvite(self) -> None:
        if self._reinviting or not self._reinvites or self.state is not LegState.ANSWERED:
            return
        if not self.settled:
            self._after("reinvite", 0.05, self._next_reinvite)
            return
        self._reinviting = True
        sdp, on_answer, on_fail = self._reinvites[0]
        request = self._request("INVITE", sdp)
        request.add("session-expires", f"{SESSION};refresher=uac")
        number = request.cseq[0]
        acked: list[bytes] = []
        taken = False

        def acknowledge(answer: bytes) -> None:
            acked.append(self._send_ack(answer, number))

        def response(message: Message) -> None:
            nonlocal taken
            if message.status < 200:
                return
            if message.status >= 300:
                self._reinvite_refused(message.status, on_fail)
            elif acked:
                self.signalling.io.send(self.flow, acked[0])
            elif self.state is not LegState.ENDED and not taken:
                taken = True  # repeated until it is acknowledged, which waits for the other side's answer
                self._agree(message.get("session-expires"), asked=False)
                self._reinvite_taken(message, sdp, acknowledge)
                on_answer(message.body)

        self._send(request, response, lambda: self._reinvite_refused(408, on_fail))

    def _reinvite_taken(self, message: Message, sdp: bytes, acknowledge: Answered) -> None:
        contact = message.contact()
        if contact is not None:
            self.target = contact.uri
        self.remote_sdp = message.body
        if sdp:
            self.local_sdp = sdp
            acknowledge(b"")
            self._reinvite_done()
        else:
            self._due = acknowledge

    def ack_reinvite(self, sdp: bytes) -> None:
        """The answer to the offer that an empty `reinvite` brought."""
        due, self._due = self._due, None
        if due is not None:
            self.local_sdp = sdp
            due(sdp)
            self._reinvite_done()

    def _reinvite_done(self) -> None:
        self._reinviting = False
        if self._reinvites:
            self._reinvites.popleft()
        self._reinvited()

    def _reinvite_refused(self, status: int, on_fail: Failed) -> None:
        self._reinviting = False
        if self.state is LegState.ENDED:
            return
        if status == 491:
            low, high = (2.1, 4.0) if self.ours else (0.0, 2.0)
            self._after("reinvite", self.signalling.random.uniform(low, high), self._next_reinvite)
            return
        if self._reinvites:
            self._reinvites.popleft()
        if status in (408, 481):
            self._dead()
            return
        on_fail(status)
        self._next_reinvite()
