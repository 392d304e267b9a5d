"""Sound through the engine: for phones that can't reach one another, and for who waits and is to hear something."""

from __future__ import annotations

from collections.abc import Callable

from onepresence_desktop.pbx.telephony.sip.core import Core
from onepresence_desktop.pbx.telephony.sip.leg import Leg
from onepresence_desktop.pbx.telephony.sip.media import Session
from onepresence_desktop.pbx.telephony.sip.sdp import NOWHERE, RATE, Sdp
from onepresence_desktop.pbx.telephony.sip.sounds import Frames


class Relay:
    """A session for each side; what one receives the other sends on, secured sound (SRTP) byte for byte.

    in_use: the descriptions that were exchanged last lead through it.
    """

    def __init__(self, core: Core) -> None:
        self._core = core
        self._facing: dict[str, Session] = {}
        self._secured = False
        self.in_use = False

    def lead(
        self, lines: Sdp, *, of: Leg, to: Leg, holding: bool = False, passing: bool = False, bridged: bool = False
    ) -> Sdp:
        """`of`'s description as `to` shall see it: received by the engine. Raises `BadSdp`.

        holding: `of` holds `to`, who is to listen to us all the same. passing: only until somebody else takes over from
        `of`, so `to` may go on speaking: some phones don't come back whole from a hold. bridged: one of them speaks
        secured and the other in clear, so that we open and seal what passes.
        """
        audio, secured = lines.audio(), lines.secured and not bridged
        self._secured = secured or (self.in_use and self._secured)
        self.in_use = True
        here = self._session(of, self._core.towards(of.flow, audio.host))
        there = self._session(to, self._core.host(to.flow))
        here.relay, there.relay = there, here
        sound = lines.streams()[lines.place()]
        here.onward, there.onward = (None, None) if secured else (of.onward, to.onward)
        here.set_remote(audio, of.flow.remote[0])
        if bridged:
            lines = lines.in_clear() if audio.crypto is not None else lines.with_crypto(to.onward.crypto)
        to.onward.rate = sound.names().get(audio.types[0], ("", RATE))[1] if audio.types else RATE
        told = self._core.told(to.flow, there.host)
        if holding and audio.held and not secured:
            return lines.at(told, there.port).with_direction("sendrecv" if passing else "sendonly")
        if audio.host in NOWHERE:
            return lines  # An old way to hold (RFC 3264 section 8.4): an address of ours would undo it.
        return lines.at(told, there.port)

    def _session(self, leg: Leg, host: str) -> Session:
        if leg.local_tag not in self._facing:
            self._facing[leg.local_tag] = leg.facing or leg.faces(self._core.media.open(host))
        return self._facing[leg.local_tag]

    def entertain(self, leg: Leg, make: Callable[[], Frames], *, gives_way: bool = False) -> None:
        """Let a phone that we can speak to hear a sound over and over instead of the other side (`Session.repeat`)."""
        session = self._facing.get(leg.local_tag)
        if session is not None and not self._secured:
            session.repeat(make, gives_way=gives_way)

    def leave_be(self, leg: Leg) -> None:
        """No more of that."""
        session = self._facing.get(leg.local_tag)
        if session is not None:
            session.stop_repeating()

    def part(self, leg: Leg, *stay: Leg) -> None:
        """A phone has left, or goes on with the engine's own sound; the two that stay hear one another."""
        gone = self._facing.pop(leg.local_tag, None)
        if gone is not None:
            gone.leave()
        sessions = [self._facing[one.local_tag] for one in stay if one.local_tag in self._facing]
        if len(sessions) == 2:
            sessions[0].relay, sessions[1].relay = sessions[1], sessions[0]

    def close(self) -> None:
        """The call is over, or goes on without it."""
        for session in self._facing.values():
            session.leave()
        self._facing.clear()
