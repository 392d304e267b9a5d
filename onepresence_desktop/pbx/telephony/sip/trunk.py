"""One line to a provider: where it is, registration with refresh and back-off, and the watch over it by OPTIONS.

Trouble is kept in the provider's own words, for the administrator.
"""

from __future__ import annotations

from collections.abc import Callable

from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.domain.steps import Hop
from onepresence_desktop.domain.trunks import CallerId, Transport, written
from onepresence_desktop.pbx.ports import TrunkLine
from onepresence_desktop.pbx.telephony.sip.address import named
from onepresence_desktop.pbx.telephony.sip.clock import Flow, Reached, Timer
from onepresence_desktop.pbx.telephony.sip.core import Core
from onepresence_desktop.pbx.telephony.sip.header_names import REASONS
from onepresence_desktop.pbx.telephony.sip.history_headers import diversions
from onepresence_desktop.pbx.telephony.sip.msg import Message
from onepresence_desktop.pbx.telephony.sip.proving import Prover
from onepresence_desktop.pbx.telephony.sip.txn import Client

ANONYMOUS = '"Anonymous" <sip:anonymous@anonymous.invalid>'
"""The From of who isn't to be shown (RFC 3323 section 4.1.1.3)."""

EXPIRES = 600
"""Seconds of a registration, unless the provider says otherwise."""

EARLY = 0.8
"""Part of a registration's life after which it is renewed."""

SHORTEST = 20.0
"""Seconds between two renewals at least, whatever a provider grants."""

FIRST_PAUSE, LONGEST_PAUSE = 4.0, 300.0
"""Seconds until another try after trouble; it doubles each time."""

SOON = 1.0
"""Seconds until a connection that was lost is made anew."""

WATCH, WATCH_DOWN, NO_ANSWER = 30.0, 10.0, 4.0
"""Seconds between questions to a line that is up, to one that is down, and until one counts as unanswered."""

MISSES = 2
"""Unanswered questions in a row after which a line is down."""


class Trunk:
    """changed: called when its state is another.

    up: calls may be tried over it. detail: why it isn't, in the provider's words where it said something.
    refused: calls that were not let out over it, for the administrator. since: the moment (of the clock) it came to
    stand as it does. seen: our address as the provider sees it (RFC 3581), "" where it doesn't say. their_time: what
    the provider's clock said (RFC 3261 section 20.17), and when.
    """

    def __init__(self, core: Core, line: TrunkLine, changed: Callable[[Trunk], None]) -> None:
        self._core = core
        self.line = line
        self.config = line.trunk
        self._changed = changed
        self.device_id = DeviceId(f"trunk {line.trunk.id}")
        self.flow: Flow | None = None
        self.up = False
        self.detail = "starting"
        self.refused = 0
        self.since = core.clock.time()
        self.seen = ""
        self.their_time: tuple[str, float] | None = None
        self.prover = Prover(line.trunk.user, line.trunk.password)
        self._call_id = f"{core.token()}@onepresence"
        self._cseq = 0
        self._tag = core.token()
        self._pause = FIRST_PAUSE
        self._misses = 0
        self._turn = 0
        self._told = self._left = ""
        self._moved = False
        self._timers: dict[str, Timer] = {}
        self._stopped = False

    # --- its life ---

    def start(self) -> None:
        """Find the provider, and register where that is wanted."""
        if self._stopped:
            return
        self._reach(self._reached)

    def stop(self) -> None:
        """No more timers; the registration is given back."""
        registered = self.config.registers and self.up
        self._stopped = True
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()
        if registered and self.flow is not None:
            self._send_register(self.flow, 0, lambda _: None, lambda: None)

    def _after(self, name: str, seconds: float, then: Callable[[], None]) -> None:
        if (known := self._timers.pop(name, None)) is not None:
            known.cancel()
        if not self._stopped:
            self._timers[name] = self._core.clock.call_later(seconds, then)

    def _reach(self, then: Reached) -> None:
        """By its name: the port it was given, or where DNS says."""
        config = self.config
        port = 0 if config.by_name else config.port
        self._core.io.reach(config.transport.value, config.host, port, then, self._turn)

    def lost(self) -> None:
        """Its connection has gone: another one is made."""
        self._stand(False, "connection lost")
        self._after("again", SOON, self.start)

    def _reached(self, flow: Flow | None, why: str) -> None:
        if self._stopped:
            return
        if flow is None:
            self._trouble(why)
            return
        self.flow = flow
        if self.config.registers:
            self._register()
        else:
            self._ask()

    def _stand(self, up: bool, detail: str = "") -> None:
        if self.up != up:
            self.since = self._core.clock.time()
        if (self.up, self.detail) != (up, detail):
            self.up, self.detail = up, detail
            self._changed(self)

    def _trouble(self, detail: str) -> None:
        """It can't be used; another try follows, later each time."""
        self._stand(False, detail)
        self._turn += 1
        self._after("again", self._pause, self.start)
        self._pause = min(LONGEST_PAUSE, self._pause * 2)

    def _well(self) -> None:
        self._pause = FIRST_PAUSE
        self._misses = 0
        self._stand(True)
        self._after("watch", WATCH, self._ask)

    def failed(self, detail: str) -> None:
        """A call showed that it doesn't work; it is asked soon whether it does again."""
        self._stand(False, detail)
        self._turn += 1
        self._after("watch", WATCH_DOWN, self._ask)

    # --- registration (RFC 3261 section 10) ---

    def _register(self, seconds: int = EXPIRES) -> None:
        """Under the address we are seen at; one that was told before and isn't ours any more is given up."""
        flow = self.flow
        if flow is None or self._stopped:
            return

        def answered(response: Message) -> None:
            if response.status < 200 or self._stopped:
                return
            if response.status < 300:
                self._registered(response, seconds)
            elif response.status == 423 and (least := _number(response.get("min-expires"))) > seconds:
                self._register(least)
            else:
                self._trouble(in_words(response))

        self._send_register(flow, seconds, answered, lambda: self._trouble("no answer"))

    def _registered(self, response: Message, asked: int) -> None:
        if self._elsewhere() and not self._moved:
            self._moved = True  # once: behind some routers we are seen elsewhere each time
            self._register(asked)
            return
        self._moved, self._left = False, ""
        granted = asked
        for value in response.all("contact"):
            expires = next((p for p in value.split(";") if p.strip().lower().startswith("expires=")), "")
            if self._mine(value) and expires:
                granted = _number(expires.partition("=")[2])
        if response.has("expires") and granted == asked:
            granted = _number(response.get("expires")) or asked
        self._well()
        self._after("register", max(SHORTEST, granted * EARLY), self._register)

    def _mine(self, contact: str) -> bool:
        return self._told.strip("<>") in contact or contact.count("sip:") == 1

    def _elsewhere(self) -> bool:
        """Whether the provider sees us where it wasn't told that we are."""
        return self.flow is not None and self._told != self.contact(self.flow)

    def _send_register(
        self, flow: Flow, seconds: int, on_response: Callable[[Message], None], on_timeout: Callable[[], None]
    ) -> None:
        config = self.config
        own = f"<sip:{config.user}@{self.domain}>"
        self._send(flow, "REGISTER", f"sip:{self.domain}", own, on_response, on_timeout, seconds=seconds)

    def _send(
        self,
        flow: Flow,
        method: str,
        uri: str,
        to: str,
        on_response: Callable[[Message], None],
        on_timeout: Callable[[], None],
        *,
        seconds: int | None = None,
        proof: tuple[str, str] | None = None,
    ) -> None:
        core = self._core
        self._cseq += 1
        contact = self.contact(flow)
        headers = [("contact", contact)]
        if seconds is not None:
            if self._told not in ("", contact):
                self._left = self._told
            self._told = contact
            headers += [("contact", f"{self._left};expires=0")] if self._left else []
            headers.append(("expires", str(seconds)))
        request = Message(method, uri)
        request.headers = [
            ("via", core.via(flow)),
            ("max-forwards", "70"),
            ("from", f"<sip:{self.config.user or 'onepresence'}@{self.domain}>;tag={self._tag}"),
            ("to", to),
            ("call-id", self._call_id),
            ("cseq", f"{self._cseq} {method}"),
            ("user-agent", core.agent),
            *headers,
        ]
        if proof is not None:
            request.add(*proof)

        def response(message: Message) -> None:
            self._look_at(message)
            challenged = message.status in (401, 407) and proof is None
            answer = self.prover(message, request) if challenged else None
            if answer is None:
                on_response(message)
            else:
                self._send(flow, method, uri, to, on_response, on_timeout, seconds=seconds, proof=answer)

        Client(core.layer, flow, request, response, on_timeout).start()

    def _look_at(self, response: Message) -> None:
        """What an answer tells of ourselves: where we are seen, and what time it is there."""
        seen = response.via.params
        host, port = seen.get("received", ""), seen.get("rport", "")
        if self.flow is not None and (host or port):
            place = (host or self.flow.local[0], _number(port) or self.flow.local[1])
            self.seen = f"{place[0]}:{place[1]}"
            self._core.outward.saw(self.flow, *place)
        if response.has("date"):
            self.their_time = (response.get("date"), self._core.clock.time())

    # --- the watch ---

    def _ask(self) -> None:
        """Whether it is there: anything it answers means yes."""
        flow = self.flow
        if flow is None or self._stopped:
            return
        answered = False

        def response(_: Message) -> None:
            nonlocal answered
            answered = True
            if self._stopped:
                return
            self._misses = 0
            if self.up:
                self._after("watch", WATCH, self._ask)
                if self.config.registers and self._elsewhere():
                    self._register()
            elif self.config.registers:
                self._register()
            else:
                self._well()

        def unanswered() -> None:
            if answered or self._stopped:
                return
            self._misses += 1
            if self._misses >= MISSES or not self.up:
                self._stand(False, "no answer")
                self._turn += 1
            self._after("watch", WATCH_DOWN if not self.up else NO_ANSWER, self._ask_anew)

        uri = f"sip:{self.domain}"
        self._send(flow, "OPTIONS", uri, f"<{uri}>", response, lambda: None)
        self._after("unanswered", NO_ANSWER, unanswered)

    def _ask_anew(self) -> None:
        """By the name: its address may be another by now, and a connection must be made again."""

        def reached(flow: Flow | None, why: str) -> None:
            if flow is not None:
                self.flow = flow
                self._ask()
            else:
                self._trouble(why)

        self._reach(reached)

    # --- what is written to it ---

    @property
    def domain(self) -> str:
        """The provider as it stands in URIs."""
        config = self.config
        host = f"[{config.host}]" if ":" in config.host else config.host
        usual = 5061 if config.transport is Transport.TLS else 5060
        return host if config.port == usual else f"{host}:{config.port}"

    def contact(self, flow: Flow) -> str:
        """Where the provider reaches us."""
        return f"<{self._core.reached(flow, self.config.user or 'onepresence')}>"

    def uri(self, number: str) -> str:
        """A number (E.164, or an emergency number) as the provider is to dial it."""
        transport = "" if self.config.transport is Transport.UDP else f";transport={self.config.transport.value}"
        return f"sip:{self._written(number)}@{self.domain}{transport}"

    def identity(
        self, number: str | None, name: str, *, hops: tuple[Hop, ...] = (), hidden: bool = False
    ) -> tuple[str, list[tuple[str, str]]]:
        """Who calls: the From without its tag, and further headers. number: E.164, None for the line's main number.

        hops: whom the call was for before (RFC 5806), with numbers in E.164. hidden: the called one isn't to see it.
        """
        config = self.config
        shown = number or config.main or (config.numbers[0] if config.numbers else None)
        user = self._written(shown) if shown is not None else config.user or "anonymous"
        ours = f"sip:{user}@{self.domain}"
        headers: list[tuple[str, str]] = []
        if config.caller_id is not CallerId.FROM:
            kind = "p-asserted-identity" if config.caller_id is CallerId.ASSERTED else "p-preferred-identity"
            headers.append((kind, f"<{ours}>"))
        if hidden:
            headers.append(("privacy", "id"))
        written_hops = tuple(Hop(self._written(hop.number), hop.forwarding, hop.reason) for hop in hops)
        headers += diversions(written_hops, self.domain)
        return ANONYMOUS if hidden else named(name, ours), headers

    def _written(self, number: str) -> str:
        return written(number, self.config.format, self.line.region)


def in_words(response: Message) -> str:
    """What a provider answered: "403 Forbidden", with its Warning or Reason where it gave one."""
    reason = response.reason or REASONS.get(response.status, "")
    more = response.get("warning") or response.get("reason")
    return f"{response.status} {reason}{f' ({more})' if more else ''}"[:200]


def _number(text: str) -> int:
    digits = text.strip().strip('"')
    return int(digits[:6]) if digits.isascii() and digits.isdigit() else 0
