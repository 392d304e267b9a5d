"""Sound through the engine for phones that can't reach one another (device flag `relay`)."""

from __future__ import annotations

from onepresence_desktop.pbx.telephony.sip.core import Core
from onepresence_desktop.pbx.telephony.sip.leg import Leg
from onepresence_desktop.pbx.telephony.sip.media import Session
from onepresence_desktop.pbx.telephony.sip.sdp import Sdp


class Relay:
    """A session for each side; what one receives the other sends on, byte for byte."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._facing: dict[str, Session] = {}

    def lead(self, lines: Sdp, *, of: Leg, to: Leg) -> Sdp:
        """`of`'s description as `to` shall see it: received by the engine. Raises `BadSdp`."""
        audio = lines.audio()
        here = self._session(of, self._core.towards(of.flow, audio.host))
        there = self._session(to, self._core.host(to.flow))
        here.set_remote(audio, of.flow.remote[0])
        here.relay, there.relay = there, here
        return lines.at(there.host, there.port)

    def _session(self, leg: Leg, host: str) -> Session:
        if leg.local_tag not in self._facing:
            self._facing[leg.local_tag] = self._core.media.open(host)
        return self._facing[leg.local_tag]

    def part(self, leg: Leg, *stay: Leg) -> None:
        """A phone has left; the two that stay hear one another."""
        gone = self._facing.pop(leg.local_tag, None)
        if gone is not None:
            gone.close()
        sessions = [self._facing[one.local_tag] for one in stay if one.local_tag in self._facing]
        if len(sessions) == 2:
            sessions[0].relay, sessions[1].relay = sessions[1], sessions[0]

    def close(self) -> None:
        """The call is over."""
        for session in self._facing.values():
            session.close()
        self._facing.clear()
