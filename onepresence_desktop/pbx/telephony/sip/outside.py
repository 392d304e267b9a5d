"""A number outside being rung: over the first line that takes it, failing over to the next (spec 12.1a)."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from onepresence_desktop.domain.number_shown import Shown
from onepresence_desktop.domain.steps import External, Hop
from onepresence_desktop.pbx.telephony.sip.address import Malformed, parse_uri
from onepresence_desktop.pbx.telephony.sip.clock import Timer
from onepresence_desktop.pbx.telephony.sip.core import Core
from onepresence_desktop.pbx.telephony.sip.leg import Leg
from onepresence_desktop.pbx.telephony.sip.msg import Message
from onepresence_desktop.pbx.telephony.sip.trunk import Trunk, in_words

SILENT = 3.0
"""Seconds a provider has for the first word about a call, be it 100 Trying; then the next line is tried."""

FAILED = {401, 403, 407, 408, 500, 502, 503, 504}
"""Answers that speak of the line, not of the one who is called: another line may do better."""

DEAD = {408, 500, 502, 503, 504}
"""Those of a line that no further call should be tried over until it answers again."""


class Outside:
    """One number, and the lines still to be tried. leg: the present try. answer: what the provider said last.

    new_leg makes a leg on a line; describe gives our description for it, b"" for none.
    """

    def __init__(
        self,
        core: Core,
        wanted: External,
        lines: list[Trunk],
        caller: Shown,
        hops: tuple[Hop, ...],
        *,
        new_leg: Callable[[Trunk], Leg],
        describe: Callable[[Leg], bytes],
    ) -> None:
        self._core = core
        self.wanted = wanted
        self._lines = deque(lines)
        self._caller = caller
        self._hops = hops
        self._new_leg = new_leg
        self._describe = describe
        self._timer: Timer | None = None
        self._heard = False
        self._redirected = False
        self.line: Trunk | None = None
        self.leg: Leg | None = None
        self.answer = ""

    @property
    def line_name(self) -> str:
        """Of the line that is being tried, or was last."""
        return self.line.config.name if self.line is not None else ""

    def next(self) -> Leg | None:
        """Try the next line; None when there is none left."""
        while self._lines:
            line = self._lines.popleft()
            if line.flow is not None:  # its way may have gone since it was chosen
                self.line = line
                return self._dial(line, line.uri(self.wanted.number))
        return None

    def _dial(self, line: Trunk, uri: str) -> Leg:
        self._heard = False
        leg = self.leg = self._new_leg(line)
        local, headers = line.identity(
            self._caller.number, self._caller.name, hops=self._hops, hidden=self._caller.hidden
        )
        remote = f"<{uri}>"
        sdp = self._describe(leg)
        leg.invite(uri, f"{local};tag={leg.local_tag}", remote, sdp, headers, authorize=line.prover)
        self._timer = self._core.clock.call_later(SILENT, lambda: self._silent(leg))
        return leg

    def _silent(self, leg: Leg) -> None:
        if leg is self.leg and not leg.outgoing.heard:
            leg.outgoing.give_up(408)

    def heard(self) -> None:
        """The called one rings: from here on the line has done its part."""
        self._heard = True

    def go_on(self, status: int) -> Leg | None:
        """After a refusal: the next try, or None when the refusal stands."""
        line, leg = self.line, self.leg
        self.stop()
        if line is None or leg is None:
            return None
        refusal = leg.outgoing.refusal
        self.answer = in_words(refusal) if refusal is not None else "no answer"
        if refusal is not None and 300 <= status < 400 and line.config.follows_redirects and not self._redirected:
            self._redirected = True
            moved = _moved(refusal)
            return self._dial(line, line.uri(moved) if moved else line.uri(self.wanted.number)) if moved else None
        if self._heard or status not in FAILED:
            return None
        if status in DEAD:
            line.failed(self.answer)
        return self.next()

    def stop(self) -> None:
        """No more waiting."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


def _moved(response: Message) -> str:
    """Where a 3xx sends the call: the number in its first Contact, or ""."""
    try:
        contact = response.contact()
        return parse_uri(contact.uri).user if contact is not None else ""
    except Malformed:
        return ""
