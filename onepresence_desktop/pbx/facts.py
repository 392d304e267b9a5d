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
        self._sinks: list[EventSink] = []

    def subscribe(self, sink: EventSink) -> Callable[[], None]:
        """Hear every fact from now on; call what is returned to stop."""
        self._sinks.append(sink)
        return lambda: self._sinks.remove(sink)

    def publish(self, fact: Fact) -> None:
        """Pass a fact on; never raises."""
        for sink in tuple(self._sinks):
            try:
                sink.publish(fact)
            except Exception:
                log.exception("a handler failed", extra={"handler": type(sink).__name__, "fact": type(fact).__name__})
