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
        here, there = self._session(of), self._session(to)
        here.set_remote(audio)
        here.relay, there.relay = there, here
        return lines.at(self._core.host(to.flow), there.port)

    def _session(self, leg: Leg) -> Session:
        if leg.local_tag not in self._facing:
            self._facing[leg.local_tag] = self._core.media.open(self._core.host(leg.flow))
        return self._facing[leg.local_tag]

    def close(self) -> None:
        """The call is over."""
        for session in self._facing.values():
            session.close()
        self._facing.clear()
