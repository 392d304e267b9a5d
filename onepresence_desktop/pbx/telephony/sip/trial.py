"""A call to a number over one line, to see what the provider says; nobody talks (spec 12.4e)."""

from __future__ import annotations

from collections.abc import Callable

from onepresence_desktop.pbx.telephony.sip import sdp as sdp_lines
from onepresence_desktop.pbx.telephony.sip.core import Core
from onepresence_desktop.pbx.telephony.sip.header_names import REASONS
from onepresence_desktop.pbx.telephony.sip.incoming import Exchange
from onepresence_desktop.pbx.telephony.sip.leg import Leg, Owner
from onepresence_desktop.pbx.telephony.sip.msg import Message
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp
from onepresence_desktop.pbx.telephony.sip.trunk import Trunk, in_words
from onepresence_desktop.pbx.telephony.sip.txn import Server

PATIENCE = 20.0
"""Seconds for the far phone to ring."""


class Trial(Owner):
    """Rings a number until there is a word about it; told: called once with that word."""

    def __init__(self, core: Core, line: Trunk, told: Callable[[str], None]) -> None:
        self._core = core
        self._line = line
        self._told: Callable[[str], None] | None = told

    def start(self, number: str) -> None:
        """Dial. A line whose provider isn't found says so at once."""
        line, core = self._line, self._core
        if line.flow is None:
            self._tell(line.detail)
            return
        try:
            session = self._session = core.media.open(core.host(line.flow))
        except BadSdp as exc:
            self._tell(str(exc))
            return
        leg = core.new_leg(self, line.flow, line.device_id)
        leg.outside = True
        local, headers = line.identity(None, "")
        uri = line.uri(number)
        sdp = sdp_lines.offer(core.told(line.flow, session.host), session.port, leg.dialog.session, leg.next_version())
        leg.invite(uri, f"{local};tag={leg.local_tag}", f"<{uri}>", sdp, headers, authorize=line.prover)
        self._patience = core.clock.call_later(PATIENCE, lambda: self._end(leg, "no answer"))

    def _tell(self, words: str) -> None:
        told, self._told = self._told, None
        if told is not None:
            told(words)

    def _end(self, leg: Leg, words: str) -> None:
        self._patience.cancel()
        self._session.close()
        self._tell(words)
        leg.bye()

    def leg_progress(self, leg: Leg, status: int, sdp: bytes) -> None:
        """It rings: that is all that was to be known."""
        if status in (180, 183):
            self._end(leg, f"{status} {REASONS[status]}")

    def leg_answered(self, leg: Leg, sdp: bytes) -> None:
        """Somebody lifted already."""
        self._end(leg, "200 OK")

    def leg_failed(self, leg: Leg, status: int) -> None:
        """Refused, or it was ended by us."""
        refusal = leg.outgoing.refusal
        self._end(leg, in_words(refusal) if refusal is not None else "no answer")

    def leg_offer(self, leg: Leg, sdp: bytes, exchange: Exchange) -> None:
        """Nobody talks."""
        exchange.refuse(488)

    def leg_acked(self, leg: Leg, sdp: bytes) -> None:
        """Nothing follows."""

    def leg_refer(self, leg: Leg, request: Message, server: Server) -> None:
        """Nobody is there to be transferred."""
        server.answer(603)

    def leg_digit(self, leg: Leg, digit: str) -> None:
        """Nobody listens."""

    def leg_ended(self, leg: Leg) -> None:
        """They hung up."""
        self._end(leg, "200 OK")
