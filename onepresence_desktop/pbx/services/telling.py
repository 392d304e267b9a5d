"""The facts of a change are told, of a large one in parts, so that calls and clients have the loop in between."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Collection, Sequence

from onepresence_desktop.domain.events import Fact, ManyAtOnce
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.ports import EventSink

AT_ONCE = 50
"""Facts told without others having the loop; a few milliseconds."""


async def tell(sink: EventSink, facts: Sequence[Fact], whose: Collection[CustomerId]) -> None:
    """All of them, whoever may have gone meanwhile; clients of these companies hear of many as of one."""
    if len(facts) <= AT_ONCE:
        for fact in facts:
            sink.publish(fact)
        return
    left = deque(facts)
    for customer_id in whose:
        sink.publish(ManyAtOnce(customer_id, begins=True))
    try:
        while left:
            for _ in range(min(AT_ONCE, len(left))):
                sink.publish(left.popleft())
            await asyncio.sleep(0)
    finally:  # whoever asked may have hung up: what is committed is told all the same
        while left:
            sink.publish(left.popleft())
        for customer_id in whose:
            sink.publish(ManyAtOnce(customer_id, begins=False))
