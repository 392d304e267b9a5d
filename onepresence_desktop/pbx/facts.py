"""How services tell one another what happened: a bus that passes each fact to everyone who subscribed."""

from __future__ import annotations

import logging
from collections.abc import Callable

from onepresence_desktop.domain.events import Fact
from onepresence_desktop.pbx.ports import EventSink

log = logging.getLogger(__name__)


class FactBus:
    """Passes facts on in the order of subscription.

    A fact is published after the commit it tells of: a handler that fails is logged, undoes nothing, and silences no
    other handler.
    """

    def __init__(self) -> None:
        self._sinks: list[tuple[EventSink, tuple[type[Fact], ...]]] = []
        self._hearing: dict[type[Fact], list[EventSink]] = {}

    def subscribe(self, sink: EventSink, *kinds: type[Fact]) -> Callable[[], None]:
        """Hear every fact from now on, or those of these kinds; call what is returned to stop."""
        one = (sink, kinds)
        self._sinks.append(one)
        self._hearing.clear()

        def stop() -> None:
            self._sinks.remove(one)
            self._hearing.clear()

        return stop

    def publish(self, fact: Fact) -> None:
        """Pass a fact on; never raises."""
        kind = type(fact)
        hearing = self._hearing.get(kind)
        if hearing is None:
            hearing = [sink for sink, kinds in self._sinks if not kinds or kind in kinds]
            self._hearing[kind] = hearing
        for sink in hearing:
            try:
                sink.publish(fact)
            except Exception:
                log.exception("a handler failed", extra={"handler": type(sink).__name__, "fact": type(fact).__name__})
