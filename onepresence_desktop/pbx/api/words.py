"""What the interface offers: the use cases, as one thing that handlers ask for.

As one, because a framework that has several to give starts a task for each, with every request.
"""

from __future__ import annotations

from dataclasses import dataclass

from onepresence_desktop.pbx.event_stream import EventStream
from onepresence_desktop.pbx.services.administration import Administration
from onepresence_desktop.pbx.services.calls import Calls
from onepresence_desktop.pbx.services.commands import Commands
from onepresence_desktop.pbx.services.diversions import DiversionService
from onepresence_desktop.pbx.services.greeting import Greetings
from onepresence_desktop.pbx.services.history import HistoryService
from onepresence_desktop.pbx.services.messages import Inbox
from onepresence_desktop.pbx.services.office import Office
from onepresence_desktop.pbx.services.settings import Settings
from onepresence_desktop.pbx.services.sign_in import SignIn
from onepresence_desktop.pbx.services.snapshot import Snapshots


@dataclass(frozen=True, slots=True)
class Words:
    """The use cases that the interface offers."""

    office: Office
    stream: EventStream
    sign_in: SignIn
    snapshots: Snapshots
    diversions: DiversionService
    settings: Settings
    inbox: Inbox
    calls: Calls
    history: HistoryService
    administration: Administration
    commands: Commands
    greetings: Greetings
