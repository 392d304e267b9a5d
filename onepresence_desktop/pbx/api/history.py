"""The principal's call history."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from litestar import get
from litestar.di import NamedDependency as Given
from litestar.params import FromQuery, QueryParameter
from litestar.response import Stream

from onepresence_desktop.domain.calls import CallRecord, Direction
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.history import call_filter
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import routes


@get(routes.MY_CALLS)
async def list_history(
    principal: Given[Principal],
    services: Given[Services],
    start: Annotated[datetime | None, QueryParameter(name="from")] = None,
    to: FromQuery[datetime | None] = None,
    kind: FromQuery[Direction | None] = None,
    q: FromQuery[str] = "",
    before: FromQuery[datetime | None] = None,
) -> list[CallRecord]:
    """Call records, newest first, 200 at most; `before` for older ones. q: a name or number, parts of it."""
    return await services.history.listing(principal, call_filter(start, to, kind, q), before)


@get(routes.MY_CALLS_EXPORT)
async def export_history(
    principal: Given[Principal],
    services: Given[Services],
    start: Annotated[datetime | None, QueryParameter(name="from")] = None,
    to: FromQuery[datetime | None] = None,
    kind: FromQuery[Direction | None] = None,
    q: FromQuery[str] = "",
) -> Stream:
    """All that are wanted, as CSV."""
    wanted = call_filter(start, to, kind, q)
    await services.history.listing(principal, wanted, None, most=1)
    headers = {"Content-Disposition": 'attachment; filename="calls.csv"', "Cache-Control": "no-store"}
    return Stream(services.history.export(principal, wanted), media_type="text/csv; charset=utf-8", headers=headers)


HANDLERS = [list_history, export_history]
