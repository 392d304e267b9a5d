"""The INVITE we send: provisional answers, acceptance, refusal, and taking it back (RFC 3261 sections 9 and 13)."""

from __future__ import annotations

from typing import Protocol

from onepresence_desktop.pbx.telephony.sip.dialog import Dialog, LegState
from onepresence_desktop.pbx.telephony.sip.msg import Message
from onepresence_desktop.pbx.telephony.sip.session_timer import SessionTimer
from onepresence_desktop.pbx.telephony.sip.txn import Client
from onepresence_desktop.pbx.telephony.sip.txn_states import State

CANCEL_WAIT = 32.0
"""Seconds a phone has to end an INVITE that was cancelled."""


class Inviter(Protocol):
    """Who invites: the leg."""

    def rings(self, status: int, sdp: bytes) -> None:
        """A provisional answer."""

    def lifted(self, sdp: bytes) -> None:
        """The phone accepted."""

    def refused(self, status: int) -> None:
        """The phone won't, can't, or didn't answer (408), or we took it back (487)."""

    def bye(self, reason: str = "") -> None:
        """Hang up."""

    def end(self) -> None:
        """It is over."""


class OutgoingInvite:
    """The first INVITE of a dialog of ours. refusal: the response that refused it, when there was one."""

    __slots__ = (
        "_ack",
        "_cancel_sent",
        "_cancel_wanted",
        "_client",
        "_dialog",
        "_early",
        "_inviter",
        "_offered",
        "_timer",
        "refusal",
    )

    def __init__(self, dialog: Dialog, timer: SessionTimer, inviter: Inviter) -> None:
        self._dialog = dialog
        self._timer = timer
        self._inviter = inviter
        self._client: Client | None = None
        self._offered = False
        self._early = ("", b"")
        self._ack: bytes | None = None
        self._cancel_wanted: str | None = None
        self._cancel_sent = False
        self.refusal: Message | None = None

    @property
    def taken_back(self) -> bool:
        """Whether we no longer want the phone to answer."""
        return self._cancel_wanted is not None

    @property
    def acknowledged(self) -> bool:
        """Whether the phone's 200 has had its ACK."""
        return self._ack is not None

    @property
    def heard(self) -> bool:
        """Whether anything at all has come back."""
        return self._client is not None and self._client.state is not State.CALLING

    def send(self, uri: str, local: str, remote: str, sdp: bytes, headers: list[tuple[str, str]]) -> None:
        """Send it; `sdp` empty: the phone is to offer."""
        dialog = self._dialog
        dialog.local, dialog.remote, dialog.target = local, remote, uri
        dialog.local_sdp = sdp
        self._offered = bool(sdp)
        request = dialog.request("INVITE", sdp)
        request.headers += headers
        request.add("session-expires", dialog.session_expires())
        self._client = dialog.send(request, self._response, lambda: self.fail(408), on_again=self._again)

    def _again(self, client: Client) -> None:
        """Sent anew with an answer to a challenge; what was to be cancelled is, once the phone has heard of it."""
        self._client = client

    def cancel(self, reason: str = "") -> None:
        """Stop ringing; `reason` is a Reason header (RFC 3326). Before a provisional answer it must wait."""
        if self._dialog.state not in (LegState.INVITING, LegState.RINGING):
            return
        if self.heard:
            self._send_cancel(reason)
        else:
            self._cancel_wanted = reason

    def _send_cancel(self, reason: str) -> None:
        assert self._client is not None
        dialog, invite = self._dialog, self._client.request
        cancel = Message("CANCEL", invite.uri)
        cancel.headers = [
            ("via", invite.all("via")[0]),
            ("max-forwards", "70"),
            ("from", invite.get("from")),
            ("to", invite.get("to")),
            ("call-id", invite.call_id),
            ("cseq", f"{invite.cseq[0]} CANCEL"),
            *((name, value) for name, value in invite.headers if name == "route"),
        ]
        if reason:
            cancel.add("reason", reason)
        self._cancel_wanted = reason
        self._cancel_sent = True
        Client(dialog.signalling.layer, dialog.flow, cancel, lambda _: None, lambda: None).start()
        dialog.after("cancel", CANCEL_WAIT, self._cancel_ignored)

    def _cancel_ignored(self) -> None:
        if self._dialog.state in (LegState.INVITING, LegState.RINGING):
            self.give_up(487)

    def give_up(self, status: int) -> None:
        """Wait for no answer any more."""
        if self._client is not None:
            self._client.terminate()
        self.fail(status)

    def _response(self, response: Message) -> None:
        if self._dialog.state is LegState.ENDED:
            if 200 <= response.status < 300:
                self._accepted_too_late(response)
        elif response.status < 200:
            self._progress(response)
        elif response.status < 300:
            self._accepted(response)
        else:
            self.refusal = response
            self.fail(response.status)

    def _accepted_too_late(self, response: Message) -> None:
        """After the end: acknowledge all the same, and hang up (RFC 3261 section 9.1)."""
        self._dialog.take(response)
        self._acknowledge(b"")
        self._dialog.say_bye()

    def _progress(self, response: Message) -> None:
        if self._cancel_wanted is not None and not self._cancel_sent:
            self._send_cancel(self._cancel_wanted)
        if response.status == 100:
            return
        if tag := response.to.tag:
            self._dialog.remote_tag = tag
        if response.body:
            self._early = (response.to.tag, response.body)
        self._dialog.state = LegState.RINGING
        self._inviter.rings(response.status, response.body)

    def _accepted(self, response: Message) -> None:
        dialog = self._dialog
        if dialog.state is LegState.ANSWERED:
            return  # Its ACK waits for the other side's answer.
        dialog.take(response)
        dialog.state = LegState.ANSWERED
        early, answer = self._early
        if self._offered and not response.body and early == response.to.tag:
            response.body = answer  # some gateways describe themselves once, before they answer
        dialog.remote_sdp = response.body
        dialog.stop("cancel")
        self._timer.agreed(response)
        if self._cancel_wanted is not None:
            self._acknowledge(b"")
            self._inviter.bye()
            self._inviter.refused(487)
            return
        if self._offered:
            self._acknowledge(b"")
        self._inviter.lifted(response.body)

    def acknowledge(self, sdp: bytes) -> None:
        """The ACK, with the answer to the phone's offer where it made one; once."""
        if self._ack is None and self._dialog.state is LegState.ANSWERED:
            self._dialog.local_sdp = sdp
            self._acknowledge(sdp)

    def _acknowledge(self, sdp: bytes) -> None:
        assert self._client is not None
        self._ack = self._dialog.acknowledge(self._client.request.cseq[0], sdp)
        self._client.acknowledged(self._ack)

    def fail(self, status: int) -> None:
        """It is over without an answer."""
        if self._dialog.state is not LegState.ENDED:
            self._inviter.end()
            self._inviter.refused(status)
