"""What calls and subscriptions share: phones and their states, legs, our names, time and the way out."""

from __future__ import annotations

import random
import secrets
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from onepresence_desktop import __version__
from onepresence_desktop.domain.people import CustomerId, DeviceId, SoundPath, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.steps import Ring, Step
from onepresence_desktop.pbx.ports import DeviceChanged, Line, Router, TelephonyEvent
from onepresence_desktop.pbx.telephony.sip import demanding, forked
from onepresence_desktop.pbx.telephony.sip.address import Malformed, parse_uri
from onepresence_desktop.pbx.telephony.sip.clock import Clock, Flow, Io
from onepresence_desktop.pbx.telephony.sip.dialog import LegState
from onepresence_desktop.pbx.telephony.sip.leg import Leg, Owner
from onepresence_desktop.pbx.telephony.sip.media import Media
from onepresence_desktop.pbx.telephony.sip.offers import secured
from onepresence_desktop.pbx.telephony.sip.outward import Outward, elsewhere
from onepresence_desktop.pbx.telephony.sip.registrar import Binding, Registrar
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp, Stream
from onepresence_desktop.pbx.telephony.sip.sounds import Frames, music, ringback
from onepresence_desktop.pbx.telephony.sip.txn import MAGIC, REMEMBERED, Layer

DRAWN = 256
"""Tags and branches drawn at once."""


@dataclass(slots=True, eq=False)
class Ended:
    """What is kept of a dialog that has ended, for the requests that are still under way.

    customer_id: whose phone it was with; None for a line to a provider. among: where it is kept, by `key`.
    """

    remote_tag: str
    customer_id: CustomerId | None
    key: tuple[str, str]
    among: dict[tuple[str, str], Ended]

    def expire(self, _now: float) -> None:
        """They have all come."""
        self.among.pop(self.key, None)


class Core:
    """Everything on one thread.

    secure_only: phones must come over TLS and encrypt their sound. secures: whether each phone's sound was encrypted
    when it last described it.
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
        self.layer.stray = lambda flow, response: forked.let_go(self, flow, response)
        self.registrar = Registrar(clock, self._bindings_changed)
        self.lines: dict[DeviceId, Line] = {}
        self.states: dict[DeviceId, DeviceState] = {}
        self.secures: dict[DeviceId, bool] = {}
        self.secure_only = False
        self.outward = Outward()
        self.asking: Mapping[str, Path] = {}
        """What a mobile outside is asked with, by language."""
        self.music: dict[CustomerId, Callable[[], Frames]] = {}
        """What companies play themselves to who waits; the others have ours."""
        self.legs: dict[tuple[str, str], Leg] = {}
        self.begun: dict[str, Leg] = {}  # by Call-ID, those that others have begun
        self.ended: dict[tuple[str, str], Ended] = {}
        self.line_changed: Callable[[UserId], None] = lambda _: None
        self.line_removed: Callable[[DeviceId], None] = lambda _: None
        self.registered: Callable[[], None] = lambda: None
        self._by_sip_user: dict[str, Line] = {}
        self._of_user: dict[UserId, dict[DeviceId, Line]] = {}
        self._tokens: list[str] = []
        self._device_legs: dict[DeviceId, dict[Leg, None]] = {}

    # --- what who waits hears ---

    def set_music(self, customer_id: CustomerId, own: Callable[[], Frames] | None) -> None:
        """What a company plays itself; None: nothing of its own."""
        if own is None:
            self.music.pop(customer_id, None)
        else:
            self.music[customer_id] = own

    def music_of(self, customer_id: CustomerId) -> Callable[[], Frames]:
        """For who is held or parked."""
        return self.music.get(customer_id, music)

    def waiting_for(self, customer_id: CustomerId, step: Step | None) -> Callable[[], Frames]:
        """For who was answered and waits for phones: the company's music while a group is rung, else that it rings."""
        own = self.music.get(customer_id) if isinstance(step, Ring) and step.group_id is not None else None
        return own or ringback

    # --- lines and states ---

    def set_lines(self, lines: Sequence[Line]) -> None:
        """All lines there are."""
        now = {line.device_id for line in lines}
        self.change_lines(lines, [device for device in self.lines if device not in now])

    def change_lines(self, changed: Iterable[Line], gone: Iterable[DeviceId]) -> None:
        """Some of the lines: new or other ones, and those that are none any more."""
        for device in gone:
            line = self.lines.get(device)
            if line is not None:
                self.registrar.forget(line.sip_user)
                self._drop(line)  # before its legs go: whoever it talked to isn't led on, its calls end
                self.lose(device)
                self.states.pop(device, None)
                self.line_removed(device)
        changed = list(changed)
        for line in changed:
            before = self.lines.get(line.device_id)
            if before is not None:
                if before.ha1 != line.ha1:
                    self.registrar.forget(before.sip_user)
                elif line.secure and not before.secure:
                    demanding.drop_clear(self.registrar, line)
                self._drop(before)
            self.lines[line.device_id] = line
            self._by_sip_user[line.sip_user] = line
            self._of_user.setdefault(line.user_id, {})[line.device_id] = line
        for line in changed:
            self.refresh(line.device_id)

    def _drop(self, line: Line) -> None:
        """Out of all indexes."""
        self.lines.pop(line.device_id, None)
        if self._by_sip_user.get(line.sip_user) is line:
            del self._by_sip_user[line.sip_user]
        own = self._of_user.get(line.user_id, {})
        own.pop(line.device_id, None)
        if not own:
            self._of_user.pop(line.user_id, None)

    def lines_of(self, user_id: UserId) -> list[Line]:
        """A user's phones."""
        return list(self._of_user.get(user_id, {}).values())

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
        rings = on_hold = False
        for leg in self._device_legs.get(line.device_id, ()):
            dialog = leg.dialog
            if dialog.state is LegState.ENDED or leg.taken_back:
                continue
            if dialog.state is not LegState.ANSWERED and dialog.ours:
                rings = True
            elif leg.holding:
                on_hold = True
            else:
                return DeviceState.ON_CALL
        if on_hold:
            return DeviceState.ON_HOLD
        if rings:
            return DeviceState.RINGING
        return DeviceState.IDLE if self.registrar.bindings(line.sip_user) else DeviceState.OFFLINE

    def user_states(self, user_id: UserId) -> Mapping[DeviceId, DeviceState]:
        """The phones of a user."""
        return {d: self.states[d] for d in self._of_user.get(user_id, ()) if d in self.states}

    def leg_of(self, device_id: DeviceId) -> Leg | None:
        """The call a phone is in, the one that rings before others; None when it is in none."""
        known = self._device_legs.get(device_id, ())
        alive = [leg for leg in known if leg.state is not LegState.ENDED and not leg.taken_back]
        return next((leg for leg in alive if leg.state is not LegState.ANSWERED), alive[0] if alive else None)

    def wants_secure(self, leg: Leg, otherwise: bool) -> bool:
        """Whether sound is described to a phone as secured: as it did last, or as is demanded of one that we call.

        Providers are spoken to in clear, unless they have offered encrypted sound themselves.
        """
        if leg.outside:
            return secured(leg.remote_sdp)
        demanded = self.demands(leg.device_id)
        return (demanded and leg.ours) or self.secures.get(leg.device_id, demanded or otherwise)

    def demands(self, device_id: DeviceId) -> bool:
        """Whether a phone must come over TLS and encrypt its sound."""
        line = self.lines.get(device_id)
        return line is not None and (self.secure_only or line.secure)

    def bridges(self, source: Leg, leg: Leg, sound: Stream) -> bool:
        """Whether of two parties one speaks encrypted and the other in clear, so that the engine stands between.

        sound: as `source` describes it, which is remembered.
        """
        if not sound.speaks:
            return False
        secured = sound.crypto is not None
        if not source.outside:
            self.secures[source.device_id] = secured
        return self.wants_secure(leg, secured) is not secured

    def turned(self, leg: Leg, secured: bool) -> bool:
        """Whether a phone that refused sound described so may be asked the other way round; remembered if it may.

        Keys are told over TLS only, and where all sound must be secured nothing is said in clear.
        """
        if leg.outside or (self.demands(leg.device_id) if secured else leg.flow.kind != "tls"):
            return False
        self.secures[leg.device_id] = not secured
        return True

    def relays(self, one: Leg, other: Leg, host: str) -> bool:
        """Whether sound between two phones goes through the engine; `one` has told that it listens at `host`.

        So it is towards a provider, where the phones' addresses aren't of one family, and where a line is marked so.
        Where none is marked otherwise it is so, too, when one of them is behind a router: it speaks from another
        address than the one it tells.
        """
        if one.outside or other.outside:
            return True
        if host and _mixed(host, other.flow.local[0]):
            return True
        paths = {line.sound for leg in (one, other) if (line := self.lines.get(leg.device_id)) is not None}
        if paths & {SoundPath.RELAYED, SoundPath.DIRECT}:
            return SoundPath.RELAYED in paths
        if self.outward.parted(one.flow, other.flow):
            return True
        return elsewhere(host, one.flow) or elsewhere(_contact_host(other), other.flow)

    def _bindings_changed(self, sip_user: str) -> None:
        self.registered()
        line = self._by_sip_user.get(sip_user)
        if line is not None:
            self.refresh(line.device_id)

    # --- legs ---

    def new_leg(self, owner: Owner, flow: Flow, device_id: DeviceId) -> Leg:
        """A leg for a phone we invite."""
        call_id = f"{self.unique()}@{self.domain(flow)}"
        return self.leg(owner, flow, device_id, call_id, self.token(), ours=True)

    def leg(self, owner: Owner, flow: Flow, device: DeviceId, call_id: str, tag: str, *, ours: bool) -> Leg:
        """A leg, known by its dialog from now on."""
        made = Leg(self, owner, flow, self._leg_over, device_id=device, call_id=call_id, local_tag=tag, ours=ours)
        self.legs[(call_id, tag)] = made
        if not ours:
            self.begun[call_id] = made
        self._device_legs.setdefault(device, {})[made] = None
        return made

    def legs_of(self, device_id: DeviceId) -> int:
        """How many dialogs there are with a phone, or over a line."""
        return len(self._device_legs.get(device_id, ()))

    def _leg_over(self, leg: Leg) -> None:
        legs = self._device_legs.get(leg.device_id)
        if legs is not None:
            legs.pop(leg, None)
            if not legs:
                del self._device_legs[leg.device_id]
        key = (leg.call_id, leg.local_tag)
        if self.begun.get(leg.call_id) is leg:
            del self.begun[leg.call_id]
        if self.legs.pop(key, None) is not None:
            line = self.lines.get(leg.device_id)
            customer_id = line.customer_id if line is not None else None
            ended = self.ended[key] = Ended(leg.remote_tag, customer_id, key, self.ended)
            self.layer.remember(REMEMBERED, ended)
        self.refresh(leg.device_id)

    def lose(self, device_id: DeviceId, flow: Flow | None = None) -> None:
        """A phone is gone, or the way to it: so are its legs."""
        for leg in list(self._device_legs.get(device_id, ())):
            if flow is None or leg.flow == flow:
                leg.lost()

    def moved(self, device_id: DeviceId, old: Flow, new: Flow) -> None:
        """A phone's router has given it another port: requests within its calls go there."""
        for leg in self._device_legs.get(device_id, ()):
            if leg.flow == old:
                leg.flow = new

    def probe(self, device_id: DeviceId) -> None:
        """A phone may have been restarted: those of its calls that it knows nothing of end."""
        for leg in list(self._device_legs.get(device_id, ())):
            leg.timer.probe()

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

    def unique(self) -> str:
        """The name of a call, or of a dialog of ours, that no other has had."""
        return self.token() + self.token()

    def host(self, flow: Flow) -> str:
        """Our address on a flow, where sound is received."""
        return flow.local[0]

    def told(self, flow: Flow, host: str) -> str:
        """An address of ours as the other end of a flow is told it: beyond a router, the router's."""
        return self.outward.told(flow)[0] if host == flow.local[0] else host

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
        return f"<{self.reached(flow)}>"

    def reached(self, flow: Flow, user: str = "onepresence") -> str:
        """The same as a URI."""
        host, port = self.outward.told(flow)
        transport = "" if flow.kind == "udp" else f";transport={flow.kind}"
        return f"sip:{user}@{f'[{host}]' if ':' in host else host}:{port}{transport}"


def _mixed(one: str, other: str) -> bool:
    """Whether one address is of IPv4 and the other of IPv6."""
    return (":" in one) != (":" in other)


def _contact_host(leg: Leg) -> str:
    try:
        return parse_uri(leg.dialog.target).host.strip("[]")
    except Malformed:
        return ""
