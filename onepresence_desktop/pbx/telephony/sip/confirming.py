"""Whoever lifts a mobile outside is asked to press 1: no operator's voicemail ever takes a call (spec 2.1a)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from onepresence_desktop.pbx.telephony.sip import sdp as sdp_lines
from onepresence_desktop.pbx.telephony.sip.clock import Timer
from onepresence_desktop.pbx.telephony.sip.core import Core
from onepresence_desktop.pbx.telephony.sip.leg import Leg
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp, Sdp

PATIENCE = 20.0
"""Seconds to press 1: the sentence is heard three times."""

AGAIN = 1.5
"""Seconds of silence between two times."""

TAKE, DECLINE = "1", "2"


class Confirming:
    """The engine's sound for one leg until a key decides.

    sound: what is said, None for silence. taken: called on 1. declined: on 2, or when nobody decides.
    """

    def __init__(
        self,
        core: Core,
        leg: Leg,
        sound: Path | None,
        *,
        taken: Callable[[], None],
        declined: Callable[[], None],
    ) -> None:
        self._core = core
        self._leg = leg
        self._sound = sound
        self._taken = taken
        self._declined = declined
        self._session = leg.faces(core.media.open(core.host(leg.flow), self.pressed))
        self._session.onward = leg.onward
        self._timer: Timer | None = None
        self._over = False
        self.asking = False

    def offer(self) -> bytes:
        """Our description for the INVITE."""
        session, leg = self._session, self._leg
        host = self._core.told(leg.flow, session.host)
        return sdp_lines.offer(host, session.port, leg.dialog.session, leg.next_version())

    def ask(self, sdp: bytes) -> None:
        """It was lifted; `sdp`: where the mobile listens."""
        self.asking = True
        try:
            self._session.set_remote(Sdp(sdp).audio(), self._leg.flow.remote[0])
        except BadSdp:
            self._decide(self._declined)
            return
        self._timer = self._core.clock.call_later(PATIENCE, lambda: self._decide(self._declined))
        self._say()

    def _say(self) -> None:
        if not self._over and self._sound is not None:
            self._session.play([self._sound], self._said)

    def _said(self, whole: bool) -> None:
        if whole and not self._over:
            self._core.clock.call_later(AGAIN, self._say)

    def pressed(self, digit: str) -> None:
        """A key, in the sound or by INFO."""
        if self.asking and digit in (TAKE, DECLINE):
            self._decide(self._taken if digit == TAKE else self._declined)

    def _decide(self, then: Callable[[], None]) -> None:
        if not self._over:
            self._over = True
            self._stop_timer()
            then()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def close(self) -> None:
        """No more sound of ours."""
        self._over = True
        self._stop_timer()
        self._session.leave()
