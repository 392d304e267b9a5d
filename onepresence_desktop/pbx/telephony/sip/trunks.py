"""All lines to providers: which may carry a call, whose a request is, and what they may not be used for."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Mapping, Sequence

from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.domain.steps import External, Refusal, TrunkId
from onepresence_desktop.domain.trunks import refusal
from onepresence_desktop.pbx.ports import TrunkChanged, TrunkLine, TrunkState
from onepresence_desktop.pbx.telephony.sip import diagnosis
from onepresence_desktop.pbx.telephony.sip.core import Core
from onepresence_desktop.pbx.telephony.sip.trunk import Trunk

log = logging.getLogger(__name__)

HOUR = 3600.0


class Trunks:
    """told: called with each change of a line's state. trusted: told an address that has proved to be a provider's."""

    def __init__(
        self, core: Core, told: Callable[[TrunkChanged], None], trusted: Callable[[str], None] = lambda _: None
    ) -> None:
        self._core = core
        self._told = told
        self._trusted = trusted
        self._trunks: dict[TrunkId, Trunk] = {}
        self._made: dict[UserId, deque[float]] = {}

    def set(self, lines: Sequence[TrunkLine]) -> None:
        """All lines there are, in their order; those that are as before go on undisturbed."""
        now = {line.trunk.id: line for line in lines}
        for trunk_id, trunk in list(self._trunks.items()):
            if now.get(trunk_id) != trunk.line:
                trunk.stop()
                del self._trunks[trunk_id]
        for trunk_id, line in now.items():
            if trunk_id not in self._trunks:
                made = self._trunks[trunk_id] = Trunk(self._core, line, self._changed)
                made.start()
        self._trunks = {trunk_id: self._trunks[trunk_id] for trunk_id in now}

    def stop(self) -> None:
        """Give all registrations back."""
        for trunk in self._trunks.values():
            trunk.stop()
        self._trunks.clear()

    def states(self) -> Mapping[TrunkId, TrunkState]:
        """How each line stands."""
        return {trunk_id: self._state(trunk) for trunk_id, trunk in list(self._trunks.items())}

    def _state(self, trunk: Trunk) -> TrunkState:
        time = self._core.clock.time
        own = f"{trunk.flow.local[0]}:{trunk.flow.local[1]}" if trunk.flow is not None else ""
        told = "{}:{}".format(*self._core.outward.told(trunk.flow)) if trunk.flow is not None else ""
        return TrunkState(
            trunk.config.id,
            trunk.up,
            trunk.detail,
            self.calls(trunk),
            trunk.refused,
            diagnosis.moment(time, trunk.since),
            own,
            trunk.seen if trunk.flow is not None and not trunk.flow.reliable else "",
            told,
            diagnosis.ahead(time, trunk.their_time),
        )

    def _changed(self, trunk: Trunk) -> None:
        if trunk.up and trunk.flow is not None:
            self._trusted(trunk.flow.remote[0])
        log.info("the line %s is %s %s", trunk.config.name, "up" if trunk.up else "down:", trunk.detail)
        self._told(TrunkChanged(self._state(trunk)))

    def calls(self, trunk: Trunk) -> int:
        """Calls over a line now."""
        return self._core.legs_of(trunk.device_id)

    def of_source(self, host: str) -> Trunk | None:
        """Whose address this is."""
        for trunk in self._trunks.values():
            if host in trunk.config.sources or (trunk.flow is not None and trunk.flow.remote[0] == host):
                return trunk
        return None

    def connection_lost(self, connection: int) -> None:
        """A stream has gone; the lines that were on it make another."""
        for trunk in list(self._trunks.values()):
            if trunk.flow is not None and trunk.flow.reliable and trunk.flow.connection == connection:
                trunk.lost()

    def named(self, trunk_id: TrunkId) -> Trunk | None:
        """A certain line."""
        return self._trunks.get(trunk_id)

    def choose(self, customer_id: CustomerId, wanted: External, user_id: UserId | None) -> list[Trunk] | Refusal:
        """The lines to try one after another, or why there is none. user_id: who calls.

        An emergency call goes over any line there is, those that are down at last, and nothing is asked about it.
        """
        reached = [t for t in self._trunks.values() if t.flow is not None]
        if wanted.emergency:
            own = [t for t in reached if t.config.customer_id == customer_id]
            others = [t for t in reached if t.config.customer_id != customer_id]
            found = [*(t for t in own if t.up), *(t for t in others if t.up), *(t for t in own if not t.up)]
            return found or Refusal.NO_LINE
        mine = [t for t in reached if t.config.customer_id == customer_id and wanted.trunk in (None, t.config.id)]
        up = [trunk for trunk in mine if trunk.up]
        refusals: list[Refusal] = []
        allowed: list[Trunk] = []
        for trunk in up:
            made = self._this_hour(user_id) if user_id is not None else 0
            no = refusal(wanted.number, trunk.config, trunk.line.region, calls=self.calls(trunk), this_hour=made)
            if no is None:
                allowed.append(trunk)
            else:
                trunk.refused += 1
                refusals.append(no)
                log.warning(
                    "a call to %s isn't let out over %s: %s", wanted.number[:-4] + "****", trunk.config.name, no
                )
        if allowed:
            if user_id is not None:
                self._made.setdefault(user_id, deque()).append(self._core.clock.time())
            return allowed
        return refusals[0] if refusals else Refusal.NO_LINE

    def _this_hour(self, user_id: UserId) -> int:
        made = self._made.get(user_id)
        if made is None:
            return 0
        while made and made[0] < self._core.clock.time() - HOUR:
            made.popleft()
        if not made:
            del self._made[user_id]
        return len(made)
