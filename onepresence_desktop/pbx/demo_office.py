"""What the demo has beside the services of every company: its people, what they do by themselves, and its voices.

Nothing of it is read in by a service for real phones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onepresence_desktop.pbx.adapters import Ports
    from onepresence_desktop.pbx.config import Config
    from onepresence_desktop.pbx.demo_life import DemoLife
    from onepresence_desktop.pbx.demo_messages import Sounds
    from onepresence_desktop.pbx.facts import FactBus
    from onepresence_desktop.pbx.ports import Clock
    from onepresence_desktop.pbx.services.diversions import DiversionService
    from onepresence_desktop.pbx.services.live_state import LiveState


async def fill(ports: Ports, config: Config) -> None:
    """The demo company, once."""
    from onepresence_desktop.pbx.demo import seed

    async with ports.store.reading() as unit:
        if await unit.people.customers():
            return
    now = ports.clock.now()
    await seed(ports.store, ports.passwords.hash, now, seed=config.demo_seed)


def life(config: Config, live: LiveState, diversions: DiversionService, clock: Clock) -> DemoLife:
    """What the demo company's people do by themselves."""
    from onepresence_desktop.pbx.demo import CUSTOMER, ME
    from onepresence_desktop.pbx.demo_life import DemoLife

    return DemoLife(live, diversions, clock, customer=CUSTOMER.id, me=ME, seed=config.demo_seed)


def sounds(ports: Ports, facts: FactBus) -> Sounds:
    """What is heard of the demo company's messages."""
    from onepresence_desktop.pbx.demo import CUSTOMER
    from onepresence_desktop.pbx.demo_messages import Sounds

    return Sounds(ports.store, ports.recordings, ports.speech, facts, CUSTOMER.id)
