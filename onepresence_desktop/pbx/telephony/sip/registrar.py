"""Who is where: SIP users and the contacts they registered (RFC 3261 section 10), each bound to its flow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onepresence_desktop.pbx.telephony.sip.address import Malformed, NameAddr, parse_name_addr, parse_uri
from onepresence_desktop.pbx.telephony.sip.clock import Clock, Flow, Timer
from onepresence_desktop.pbx.telephony.sip.msg import Message

LONGEST, SHORTEST = 300, 30
"""Seconds a phone is taken to be there, whatever it asked for: so soon it is back when the service was restarted."""

DEFAULT = 300
MOST_BINDINGS = 4
"""Contacts per SIP user; a phone that changes its address keeps the newest."""


@dataclass(slots=True, eq=False)
class Binding:
    """One contact of a SIP user. misses: unanswered qualifies in a row. quiet: nobody answers there for the moment.

    instance: `+sip.instance` and `reg-id` of the phone, if it tells both (RFC 5626 section 4.2), else "".
    """

    contact: str
    flow: Flow
    expires_at: float
    call_id: str
    cseq: int
    user_agent: str
    misses: int = 0
    instance: str = ""
    quiet: bool = False

    def replaced_by(self, contact: NameAddr) -> bool:
        """Whether a REGISTER for `contact` is about this binding: the same URI, or the same phone at another place."""
        if parse_uri(contact.uri).key == parse_uri(self.contact).key:
            return True
        return bool(self.instance) and self.instance == instance_of(contact)


def instance_of(contact: NameAddr) -> str:
    """What tells a phone's registration from all others wherever it is; "" when the phone doesn't say."""
    instance, number = contact.params.get("+sip.instance", ""), contact.params.get("reg-id", "")
    return f"{instance} {number}" if instance and number else ""


class BadRegister(ValueError):
    """A REGISTER that is refused with `status`."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Registrar:
    """Bindings by SIP user. on_change: told the SIP user whose bindings came or went."""

    def __init__(self, clock: Clock, on_change: Callable[[str], None]) -> None:
        self._clock = clock
        self._on_change = on_change
        self._bindings: dict[str, list[Binding]] = {}
        self._timer: Timer | None = None

    def bindings(self, sip_user: str) -> list[Binding]:
        """Those at which somebody answers, newest first."""
        return [b for b in self.known(sip_user) if not b.quiet]

    def known(self, sip_user: str) -> list[Binding]:
        """All that are alive, the quiet ones too, newest first."""
        now = self._clock.time()
        return [b for b in self._bindings.get(sip_user, ()) if b.expires_at > now]

    def all(self) -> list[tuple[str, Binding]]:
        """Every live binding with its SIP user, the quiet ones too."""
        return [(user, b) for user in self._bindings for b in self.known(user)]

    def register(self, sip_user: str, request: Message, flow: Flow) -> list[tuple[str, int]]:
        """Take in a REGISTER; the contacts with their seconds left. Raises `BadRegister` and changes nothing then.

        Where somebody answers again, what was quiet on the same flow is of a phone before its restart.
        """
        contacts = request.all("contact")
        header = request.get("expires")
        default = _seconds(header) if header else DEFAULT
        known = [b for b in self.known(sip_user) if not (b.quiet and b.flow == flow)]
        changed = False
        if contacts == ["*"]:
            if header.strip() != "0":
                raise BadRegister(400)
            changed, known = bool(known), []
        else:
            wanted: list[tuple[NameAddr, int]] = []
            for value in contacts:
                try:
                    contact = parse_name_addr(value)
                    contact.parsed()
                except Malformed as exc:
                    raise BadRegister(400) from exc
                given = contact.params.get("expires")
                wanted.append((contact, _seconds(given) if given else default))
            for _, seconds in wanted:
                if 0 < seconds < SHORTEST:
                    raise BadRegister(423)
            cseq = request.cseq[0]
            for contact, seconds in wanted:
                same = [b for b in known if b.replaced_by(contact)]
                if any(b.call_id == request.call_id and cseq < b.cseq for b in same):
                    raise BadRegister(500)
                changed = changed or any(not b.quiet for b in same) is not bool(seconds)
                known = [b for b in known if b not in same]
                if seconds:
                    until = self._clock.time() + min(seconds, LONGEST)
                    agent = request.get("user-agent")[:80]
                    own = instance_of(contact)
                    known.insert(0, Binding(contact.uri, flow, until, request.call_id, cseq, agent, instance=own))
        self._bindings[sip_user] = known[:MOST_BINDINGS]
        if not known:
            self._bindings.pop(sip_user, None)
        self._wake()
        if changed:
            self._on_change(sip_user)
        now = self._clock.time()
        return [(b.contact, max(1, round(b.expires_at - now))) for b in known[:MOST_BINDINGS]]

    def bring_back(self, sip_user: str, binding: Binding) -> None:
        """A contact that was known before this process began; what has registered since goes before it."""
        known = self.bindings(sip_user)
        key = parse_uri(binding.contact).key
        if any(parse_uri(b.contact).key == key for b in known):
            return
        self._bindings[sip_user] = [*known, binding][:MOST_BINDINGS]
        self._wake()
        self._on_change(sip_user)

    def forget(self, sip_user: str) -> None:
        """The device is no longer ours."""
        if self._bindings.pop(sip_user, None):
            self._on_change(sip_user)

    def drop_flow(self, connection: int) -> None:
        """A TCP connection has gone, and the bindings on it."""
        for user in list(self._bindings):
            left = [b for b in self._bindings[user] if b.flow.connection != connection or b.flow.kind == "udp"]
            if len(left) != len(self._bindings[user]):
                self._replace(user, left)

    def drop(self, sip_user: str, binding: Binding) -> None:
        """A contact that no longer answers."""
        left = [b for b in self._bindings.get(sip_user, ()) if b is not binding]
        self._replace(sip_user, left)

    def hush(self, sip_user: str, flow: Flow) -> bool:
        """Nobody answers on a flow: whoever is there is passed over until they do. Whether that is new."""
        found = [b for b in self._bindings.get(sip_user, ()) if b.flow == flow and not b.quiet]
        for binding in found:
            binding.quiet = True
        if found:
            self._on_change(sip_user)
        return bool(found)

    def heard(self, sip_user: str, binding: Binding) -> bool:
        """Somebody answers at a contact. Whether nobody did before."""
        if not binding.quiet:
            return False
        binding.quiet = False
        self._on_change(sip_user)
        return True

    def stop(self) -> None:
        """No more timers."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _replace(self, user: str, left: list[Binding]) -> None:
        if left:
            self._bindings[user] = left
        else:
            self._bindings.pop(user, None)
        self._on_change(user)

    def _wake(self) -> None:
        """One timer, for the next binding that runs out."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        moments = [b.expires_at for found in self._bindings.values() for b in found]
        if moments:
            delay = max(0.0, min(moments) - self._clock.time())
            self._timer = self._clock.call_later(delay + 0.01, self._expire)

    def _expire(self) -> None:
        now = self._clock.time()
        for user in list(self._bindings):
            left = [b for b in self._bindings[user] if b.expires_at > now]
            if len(left) != len(self._bindings[user]):
                self._replace(user, left)
        self._wake()


def _seconds(text: str) -> int:
    digits = text.strip()
    if not digits.isascii() or not digits.isdigit():
        return DEFAULT
    return min(int(digits[:10]), LONGEST)
