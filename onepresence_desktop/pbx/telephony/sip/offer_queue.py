"""Offers we make in a running dialog, one after another (RFC 3261 section 14.1)."""

from __future__ import annotations

from collections.abc import Callable

from onepresence_desktop.pbx.telephony.sip.dialog import Dialog, LegState
from onepresence_desktop.pbx.telephony.sip.msg import Message
from onepresence_desktop.pbx.telephony.sip.offers import stands
from onepresence_desktop.pbx.telephony.sip.session_timer import SessionTimer
from onepresence_desktop.pbx.telephony.sip.slots import placed, taken_out
from onepresence_desktop.pbx.telephony.sip.txn import Client

Answered = Callable[[bytes], None]
Failed = Callable[[int], None]
Offer = tuple[bytes, Answered, Failed]


class OfferQueue:
    """The re-INVITEs of one dialog.

    settled: whether the last offer, of either side, is answered and acknowledged. taken: called after each that was.
    dead: called when the phone no longer answers.
    """

    __slots__ = (
        "_dead",
        "_dialog",
        "_due",
        "_lent",
        "_offers",
        "_settled",
        "_taken",
        "_timer",
        "under_way",
    )

    def __init__(
        self,
        dialog: Dialog,
        timer: SessionTimer,
        *,
        settled: Callable[[], bool],
        taken: Callable[[], None],
        dead: Callable[[], None],
    ) -> None:
        self._dialog = dialog
        self._timer = timer
        self._settled = settled
        self._taken = taken
        self._dead = dead
        self._offers: list[Offer] = []
        self._due: Answered | None = None
        self._lent = False
        self.under_way = False

    def add(self, sdp: bytes, on_answer: Answered, on_fail: Failed, *, outside: bool = False) -> None:
        """Offer other media, or with empty `sdp` ask for an offer (then `answer` is due).

        outside: to a provider, who isn't told of what changes nothing there, such as hold: many take no re-INVITE. What
        was agreed stands for their answer then, and for their offer.
        """
        kept = self._kept(sdp) if outside else b""
        if kept:
            self._lent = not sdp
            on_answer(kept)
            return
        self._offers.append((sdp, on_answer, on_fail))
        self.next()

    def _kept(self, sdp: bytes) -> bytes:
        """What stands for what the other end would say; b"" where it has to be asked."""
        dialog = self._dialog
        if self.under_way or self._offers or dialog.state is not LegState.ANSWERED or not self._settled():
            return b""
        return stands(sdp, dialog.local_sdp, dialog.remote_sdp)

    def answer(self, sdp: bytes) -> None:
        """The answer to the offer that an empty one of ours brought."""
        lent, self._lent = self._lent, False
        due, self._due = self._due, None
        if lent and sdp:
            self.add(sdp, lambda _: None, lambda _: None, outside=True)
        elif due is not None:
            self._dialog.local_sdp = sdp
            due(sdp)
            self._done()

    def release(self) -> None:
        """Acknowledge what still waits for an answer, so that the dialog may end."""
        due, self._due = self._due, None
        if due is not None:
            due(b"")

    def clear(self) -> None:
        """Nothing more is to be offered."""
        self._offers.clear()

    def next(self) -> None:
        """Make the next offer, if there is one and it may be made."""
        dialog = self._dialog
        if self.under_way or not self._offers or dialog.state is not LegState.ANSWERED:
            return
        if not self._settled():
            dialog.after("reinvite", 0.05, self.next)
            return
        self.under_way = True
        wanted, on_answer, on_fail = self._offers[0]
        sdp, places = placed(wanted, dialog.local_sdp)
        request = dialog.request("INVITE", sdp)
        request.add("session-expires", dialog.session_expires())
        number = request.cseq[0]
        taken = False
        invites: list[Client] = []

        def acknowledge(answer: bytes) -> None:
            invites[-1].acknowledged(dialog.acknowledge(number, answer))

        def again(client: Client) -> None:
            nonlocal number
            number = client.request.cseq[0]
            invites.append(client)

        def response(message: Message) -> None:
            nonlocal taken
            if message.status < 200:
                return
            if message.status >= 300:
                self._refused(message.status, on_fail)
            elif dialog.state is not LegState.ENDED and not taken:
                taken = True  # repeated until it is acknowledged, which waits for the other side's answer
                self._timer.agreed(message)
                self._accepted(message, sdp, acknowledge)
                on_answer(taken_out(message.body, places))

        invites.append(dialog.send(request, response, lambda: self._refused(408, on_fail), on_again=again))

    def _accepted(self, message: Message, sdp: bytes, acknowledge: Answered) -> None:
        self._dialog.aim(message)
        self._dialog.remote_sdp = message.body
        if sdp:
            self._dialog.local_sdp = sdp
            acknowledge(b"")
            self._done()
        else:
            self._due = acknowledge

    def _done(self) -> None:
        self.under_way = False
        if self._offers:
            del self._offers[0]
        self._taken()

    def _refused(self, status: int, on_fail: Failed) -> None:
        dialog = self._dialog
        self.under_way = False
        if dialog.state is LegState.ENDED:
            return
        if status == 491:
            low, high = (2.1, 4.0) if dialog.ours else (0.0, 2.0)
            dialog.after("reinvite", dialog.signalling.random.uniform(low, high), self.next)
            return
        if self._offers:
            del self._offers[0]
        if status in (408, 481):
            self._dead()
            return
        on_fail(status)
        self.next()
