"""What calls and subscriptions share: phones and their states, legs, our names, time and the way out."""

from __future__ import annotations

import random
import secrets
from collections.abc import Callable, Collection, Mapping, Sequence
from uuid import uuid4

from onepresence_desktop import __version__
from onepresence_desktop.domain.people import DeviceId, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.pbx.ports import DeviceChanged, Line, Router, TelephonyEvent
from onepresence_desktop.pbx.telephony.sip.clock import Clock, Flow, Io
from onepresence_desktop.pbx.telephony.sip.dialog import LegState
from onepresence_desktop.pbx.telephony.sip.leg import Leg, Owner
from onepresence_desktop.pbx.telephony.sip.media import Media
from onepresence_desktop.pbx.telephony.sip.registrar import Binding, Registrar
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp
from onepresence_desktop.pbx.telephony.sip.txn import MAGIC, Layer

DRAWN = 256
"""Tags and branches drawn at once."""

REMEMBERED = 32.0
"""Seconds a dialog that has ended is known, for the requests that are still under way."""


class Core:
    """Everything on one thread.

    line_changed: told when some phone of a user has another state. line_removed: told that a phone is no longer ours.
    registered: told when some phone has come or gone.
    """

    def __init__(
        self,
        clock: Clock,
        io: Io,
        media: Media,
        router: Router,
        emit: Callable[[TelephonyEvent], None],
        *,
        rng: random.Random | None = None,
    ) -> None:
        self.clock = clock
        self.io = io
        self.media = media
        self.router = router
        self.emit = emit
        self.random = rng if rng is not None else random.Random()
        self.agent = f"OnePresence/{__version__}"
        self.layer = Layer(clock, io)
        self.registrar = Registrar(clock, self._bindings_changed)
        self.lines: dict[DeviceId, Line] = {}
        self.states: dict[DeviceId, DeviceState] = {}
        self.legs: dict[tuple[str, str], Leg] = {}
        self.line_changed: Callable[[UserId], None] = lambda _: None
        self.line_removed: Callable[[DeviceId], None] = lambda _: None
        self.registered: Callable[[], None] = lambda: None
        self._by_sip_user: dict[str, Line] = {}
        self._tokens: list[str] = []
        self._device_legs: dict[DeviceId, dict[Leg, None]] = {}

    # --- lines and states ---

    def set_lines(self, lines: Sequence[Line]) -> None:
        """All lines there are."""
        now = {line.device_id: line for line in lines}
        for device, line in self.lines.items():
            changed = now.get(device)
            if changed is None or changed.ha1 != line.ha1:
                self.registrar.forget(line.sip_user)
            if changed is None:
                self.lose(device)
                self.states.pop(device, None)
                self.line_removed(device)
        self.lines = now
        self._by_sip_user = {line.sip_user: line for line in lines}
        for device in now:
            self.refresh(device)

    def refresh(self, device_id: DeviceId) -> None:
        """Find a phone's state anew and tell it when it is another."""
        line = self.lines.get(device_id)
        if line is None:
            return
        state = self._state(line)
        if self.states.get(device_id) is not state:
            self.states[device_id] = state
            self.emit(DeviceChanged(device_id, state))
            self.line_changed(line.user_id)

    def refresh_legs(self, *legs: Leg) -> None:
        """The phones of several legs."""
        for leg in legs:
            self.refresh(leg.device_id)

    def _state(self, line: Line) -> DeviceState:
        all_legs = self._device_legs.get(line.device_id, ())
        legs = [leg for leg in all_legs if leg.state is not LegState.ENDED and not leg.taken_back]
        answered = [leg for leg in legs if leg.state is LegState.ANSWERED or not leg.ours]
        if any(leg.ours and leg.state in (LegState.RINGING, LegState.INVITING) for leg in legs) and not answered:
            return DeviceState.RINGING
        if answered:
            return DeviceState.ON_HOLD if all(leg.holding for leg in answered) else DeviceState.ON_CALL
        return DeviceState.IDLE if self.registrar.bindings(line.sip_user) else DeviceState.OFFLINE

    def user_states(self, user_id: UserId) -> Mapping[DeviceId, DeviceState]:
        """The phones of a user."""
        return {d: self.states[d] for d, line in self.lines.items() if line.user_id == user_id and d in self.states}

    def relays(self, one: Leg, other: Leg, host: str) -> bool:
        """Whether sound between two phones goes through the engine; `one` has told that it listens at `host`.

        So it is where a line is marked so, and where the phones' addresses aren't of one family.
        """
        if host and _mixed(host, other.flow.local[0]):
            return True
        lines = (self.lines.get(one.device_id), self.lines.get(other.device_id))
        return any(line is not None and line.relay for line in lines)

    def _bindings_changed(self, sip_user: str) -> None:
        self.registered()
        line = self._by_sip_user.get(sip_user)
        if line is not None:
            self.refresh(line.device_id)

    # --- legs ---

    def new_leg(self, owner: Owner, flow: Flow, device_id: DeviceId) -> Leg:
        """A leg for a phone we invite."""
        call_id = f"{uuid4().hex}@{self.domain(flow)}"
        return self.leg(owner, flow, device_id, call_id, self.token(), ours=True)

    def leg(self, owner: Owner, flow: Flow, device: DeviceId, call_id: str, tag: str, *, ours: bool) -> Leg:
        """A leg, known by its dialog from now on."""
        made = Leg(self, owner, flow, self._leg_over, device_id=device, call_id=call_id, local_tag=tag, ours=ours)
        self.legs[(call_id, tag)] = made
        self._device_legs.setdefault(device, {})[made] = None
        return made

    def _leg_over(self, leg: Leg) -> None:
        legs = self._device_legs.get(leg.device_id)
        if legs is not None:
            legs.pop(leg, None)
            if not legs:
                del self._device_legs[leg.device_id]
        self.clock.call_later(REMEMBERED, lambda: self._forget(leg))
        self.refresh(leg.device_id)

    def _forget(self, leg: Leg) -> None:
        self.legs.pop((leg.call_id, leg.local_tag), None)

    def lose(self, device_id: DeviceId, flow: Flow | None = None) -> None:
        """A phone is gone, or the way to it: so are its legs."""
        for leg in list(self._device_legs.get(device_id, ())):
            if flow is None or leg.flow == flow:
                leg.lost()

    def away(self, sip_user: str, binding: Binding) -> None:
        """A contact that no longer answers: its phone is gone, and so are its legs."""
        self.registrar.drop(sip_user, binding)
        line = self._by_sip_user.get(sip_user)
        if line is not None:
            self.lose(line.device_id, binding.flow)

    def on_connection(self, connection: int) -> list[Leg]:
        """The legs that have a TCP connection for their way to the phone."""
        alive = (leg for leg in self.legs.values() if leg.state is not LegState.ENDED)
        return [leg for leg in alive if leg.flow.reliable and leg.flow.connection == connection]

    def move(self, device_id: DeviceId, connections: Collection[int], flow: Flow) -> None:
        """A phone is back: its legs on connections that have gone go on here."""
        for leg in self._device_legs.get(device_id, ()):
            if leg.flow.reliable and leg.flow.connection in connections:
                leg.flow = flow

    # --- names ---

    def token(self) -> str:
        """A tag, a branch. The system is asked for many at once: a call takes ten."""
        if not self._tokens:
            drawn = secrets.token_hex(8 * DRAWN)
            self._tokens = [drawn[start : start + 16] for start in range(0, len(drawn), 16)]
        return self._tokens.pop()

    def host(self, flow: Flow) -> str:
        """Our address on a flow, for sound."""
        return flow.local[0]

    def towards(self, flow: Flow, host: str) -> str:
        """Our address for sound with `host`, which may be of the other family than the flow. Raises `BadSdp`."""
        ours = flow.local[0]
        if _mixed(ours, host):
            ours = self.io.local(host)[0]
            if _mixed(ours, host):
                raise BadSdp("address family")
        return ours

    def domain(self, flow: Flow) -> str:
        """Our address on a flow as it stands in URIs."""
        host = flow.local[0]
        return f"[{host}]" if ":" in host else host

    def via(self, flow: Flow) -> str:
        """A Via of ours with a new branch."""
        transport = flow.kind.upper()
        return f"SIP/2.0/{transport} {self.domain(flow)}:{flow.local[1]};branch={MAGIC}{self.token()};rport"

    def contact(self, flow: Flow) -> str:
        """Where we are reached on a flow."""
        transport = "" if flow.kind == "udp" else f";transport={flow.kind}"
        return f"<sip:onepresence@{self.domain(flow)}:{flow.local[1]}{transport}>"


def _mixed(one: str, other: str) -> bool:
    """Whether one address is of IPv4 and the other of IPv6."""
    return (":" in one) != (":" in other)
