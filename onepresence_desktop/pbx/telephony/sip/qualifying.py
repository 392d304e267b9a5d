"""Asking registered phones from time to time whether they are still there (OPTIONS, RFC 3261 section 11)."""

from __future__ import annotations

from collections.abc import Callable

from onepresence_desktop.pbx.ports import Line
from onepresence_desktop.pbx.telephony.sip.clock import Timer
from onepresence_desktop.pbx.telephony.sip.core import Core
from onepresence_desktop.pbx.telephony.sip.msg import Message
from onepresence_desktop.pbx.telephony.sip.registrar import Binding
from onepresence_desktop.pbx.telephony.sip.txn import Client

QUALIFY = 60.0
"""Seconds between questions to each phone."""

MISSES = 2
"""Unanswered questions in a row after which a phone is away."""


class Qualifying:
    """Whatever a phone answers, it is there. back: told of one that answers again."""

    def __init__(self, core: Core, back: Callable[[Line], None]) -> None:
        self._core = core
        self._back = back
        self._timer: Timer | None = core.clock.call_later(QUALIFY, self._ask_all)

    def stop(self) -> None:
        """No more questions."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _ask_all(self) -> None:
        for sip_user, binding in self._core.registrar.all():
            self.ask(sip_user, binding)
        self._timer = self._core.clock.call_later(QUALIFY, self._ask_all)

    def ask(self, sip_user: str, binding: Binding) -> None:
        """One phone, now."""
        core = self._core
        host = core.domain(binding.flow)
        request = Message("OPTIONS", binding.contact)
        request.headers = [
            ("via", core.via(binding.flow)),
            ("max-forwards", "70"),
            ("from", f"<sip:onepresence@{host}>;tag={core.token()}"),
            ("to", f"<{binding.contact}>"),
            ("call-id", f"{core.token()}@{host}"),
            ("cseq", "1 OPTIONS"),
            ("contact", core.contact(binding.flow)),
            ("user-agent", core.agent),
        ]

        def answered(_: Message) -> None:
            binding.misses = 0
            if core.registrar.heard(sip_user, binding):
                for line in [line for line in core.lines.values() if line.sip_user == sip_user]:
                    self._back(line)

        def missed() -> None:
            binding.misses += 1
            if binding.misses >= MISSES:
                core.away(sip_user, binding)

        Client(core.layer, binding.flow, request, answered, missed).start()
