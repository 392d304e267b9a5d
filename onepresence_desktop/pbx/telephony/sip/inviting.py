"""The INVITE we send to a phone: provisional answers, acceptance, refusal, and taking it back (RFC 3261 9, 13)."""

from __future__ import annotations

from abc import abstractmethod

from onepresence_desktop.pbx.telephony.sip.dialog import SESSION, LegState
from onepresence_desktop.pbx.telephony.sip.msg import Message
from onepresence_desktop.pbx.telephony.sip.reinvite import Reinviting
from onepresence_desktop.pbx.telephony.sip.txn import Client

CANCEL_WAIT = 32.0
"""Seconds a phone has to end an INVITE that was cancelled."""


class Inviting(Reinviting):
    """A dialog that we may have asked for."""

    _invite: Client | None = None
    _offered = False
    _ack: bytes | None = None
    _cancel_wanted: str | None = None
    _cancel_sent = False
    _bye_wanted: str | None = None

    @property
    def taken_back(self) -> bool:
        """Whether we no longer want the phone to answer."""
        return self._cancel_wanted is not None

    @abstractmethod
    def bye(self, reason: str = "") -> None:
        """Hang up."""

    @abstractmethod
    def _end(self) -> None:
        """It is over."""

    @abstractmethod
    def _rings(self, status: int, sdp: bytes) -> None:
        """The phone rings."""

    @abstractmethod
    def _lifted(self, sdp: bytes) -> None:
        """The phone accepted."""

    @abstractmethod
    def _refused(self, status: int) -> None:
        """The phone won't, can't, or didn't answer (408), or we took it back (487)."""

    def invite(self, uri: str, local: str, remote: str, sdp: bytes, headers: list[tuple[str, str]]) -> None:
        """Send the INVITE; `sdp` empty: the phone is to offer."""
        self.local, self.remote, self.target = local, remote, uri
        self.local_sdp = sdp
        self._offered = bool(sdp)
        request = self._request("INVITE", sdp)
        request.headers += headers
        request.add("session-expires", f"{SESSION};refresher=uac")
        self._invite = self._send(request, self._invite_response, lambda: self._invite_failed(408))

    def cancel(self, reason: str = "") -> None:
        """Stop ringing; `reason` is a Reason header (RFC 3326)."""
        if self.state not in (LegState.INVITING, LegState.RINGING) or not self.ours:
            return
        if self._invite is None or self._invite.state.value == "calling":
            self._cancel_wanted = reason
            return
        self._send_cancel(reason)

    def _send_cancel(self, reason: str) -> None:
        assert self._invite is not None
        invite = self._invite.request
        cancel = Message("CANCEL", invite.uri)
        cancel.headers = [
            ("via", invite.all("via")[0]),
            ("max-forwards", "70"),
            ("from", invite.get("from")),
            ("to", invite.get("to")),
            ("call-id", invite.call_id),
            ("cseq", f"{invite.cseq[0]} CANCEL"),
        ]
        if reason:
            cancel.add("reason", reason)
        self._cancel_wanted = reason
        self._cancel_sent = True
        client = Client(self.signalling.layer, self.flow, cancel, lambda _: None, lambda: None)
        client.start()
        self._after("cancel", CANCEL_WAIT, self._cancel_ignored)

    def _cancel_ignored(self) -> None:
        if self.state in (LegState.INVITING, LegState.RINGING):
            if self._invite is not None:
                self._invite.terminate()
            self._invite_failed(487)

    def _invite_response(self, response: Message) -> None:
        if self.state is LegState.ENDED:
            if 200 <= response.status < 300:
                self._accepted_too_late(response)
        elif response.status < 200:
            self._progress(response)
        elif response.status < 300:
            self._accepted(response)
        else:
            self._invite_failed(response.status)

    def _accepted_too_late(self, response: Message) -> None:
        """After the end: acknowledge all the same, and hang up if that wasn't said yet (RFC 3261 section 9.1)."""
        if self._ack is not None:
            self.signalling.io.send(self.flow, self._ack)
        else:
            self._take_dialog(response)
            self._send_ack(b"")
            self._say_bye("")

    def _progress(self, response: Message) -> None:
        if self._cancel_wanted is not None and not self._cancel_sent:
            self._send_cancel(self._cancel_wanted)
        if response.status == 100:
            return
        if tag := response.to.tag:
            self.remote_tag = tag
        self.state = LegState.RINGING
        self._rings(response.status, response.body)

    def _accepted(self, response: Message) -> None:
        if self.state is LegState.ANSWERED:
            if self._ack is not None:
                self.signalling.io.send(self.flow, self._ack)
            return
        self._take_dialog(response)
        self.state = LegState.ANSWERED
        self.remote_sdp = response.body
        self._stop("cancel")
        self._agree(response.get("session-expires"), asked=False)
        if self._cancel_wanted is not None:
            self._send_ack(b"")
            self.bye()
            self._refused(487)
            return
        if self._offered:
            self._send_ack(b"")
        self._lifted(response.body)

    def _take_dialog(self, response: Message) -> None:
        self.remote_tag = response.to.tag
        self.remote = response.get("to")
        contact = response.contact()
        if contact is not None:
            self.target = contact.uri
        self.routes = list(reversed(response.all("record-route")))
        self.allows_update = "update" in response.tokens("allow")

    def ack(self, sdp: bytes) -> None:
        """Acknowledge with the answer to the phone's offer."""
        if self._ack is None and self.state is LegState.ANSWERED:
            self.local_sdp = sdp
            self._send_ack(sdp)
            if self._bye_wanted is not None:
                self.bye(self._bye_wanted)

    def _send_ack(self, sdp: bytes, cseq: int | None = None) -> bytes:
        number = cseq if cseq is not None else self._invite.request.cseq[0] if self._invite is not None else self.cseq
        self._ack = self._request("ACK", sdp, cseq=number).encode()
        self.signalling.io.send(self.flow, self._ack)
        return self._ack

    def _invite_failed(self, status: int) -> None:
        if self.state is LegState.ENDED:
            return
        self._end()
        self._refused(status)
