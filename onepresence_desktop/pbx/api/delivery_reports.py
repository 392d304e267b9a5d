"""What a gateway tells of a message it took. Nobody is signed in here: who knows its id was told it by us."""

from __future__ import annotations

from litestar import get
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, FromQuery

from onepresence_desktop.domain.outgoing import OutgoingState
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.wire import routes

REPORTED = {1: OutgoingState.DELIVERED, 2: OutgoingState.FAILED, 16: OutgoingState.FAILED}
"""Delivered, not delivered, rejected, as Kannel counts them; 4 and 8 (queued, accepted) are no news."""


@get(routes.DELIVERY_REPORT.replace("{id}", "{id:str}"), status_code=204, security=[])
async def take_report(id: FromPath[str], services: Given[Services], report: FromQuery[int] = 0) -> None:
    """Note it; what isn't known is passed over, and answered alike."""
    if report in REPORTED:
        await services.outbox.reported(id, REPORTED[report], "not_delivered" if report != 1 else "")


HANDLERS = [take_report]
