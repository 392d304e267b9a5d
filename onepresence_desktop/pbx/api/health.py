"""Health and metrics (spec 12.5). Counts only: nothing here tells of a customer."""

from __future__ import annotations

import asyncio
import time

from litestar import Response, get
from litestar.di import NamedDependency as Given

from onepresence_desktop import __version__
from onepresence_desktop.domain.errors import Unavailable
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.views import View

PATIENCE = 5.0
"""Seconds the store may take for a look-up before it counts as away."""


class Health(View, frozen=True, kw_only=True):
    """A service that is well."""

    status: str
    version: str


@get(routes.HEALTH, security=[])
async def get_health(services: Given[Services]) -> Health:
    """200 when requests can be served, else 503."""
    try:
        async with asyncio.timeout(PATIENCE):
            await services.live.store.probe()
    except TimeoutError as exc:
        raise Unavailable from exc
    return Health(status="ok", version=__version__)


@get(routes.METRICS, security=[], media_type="text/plain; version=0.0.4")
async def get_metrics(services: Given[Services]) -> Response[str]:
    """Prometheus text."""
    companies = services.live.companies.values()
    counters = services.stream.counters
    figures = {
        ("process_cpu_seconds_total", "counter"): time.process_time(),
        ("onepresence_customers", "gauge"): len(companies),
        ("onepresence_users", "gauge"): sum(len(c.dial_plan.users) for c in companies),
        ("onepresence_calls", "gauge"): sum(len(c.calls) for c in companies),
        ("onepresence_event_clients", "gauge"): services.stream.connected,
        ("onepresence_events_published_total", "counter"): counters.published,
        ("onepresence_event_chunks_delivered_total", "counter"): counters.delivered,
        ("onepresence_snapshots_total", "counter"): counters.snapshots,
        ("onepresence_streams_resumed_total", "counter"): counters.resumed,
        ("onepresence_streams_dropped_total", "counter"): counters.dropped,
    }
    lines = [f"# TYPE {name} {kind}\n{name} {value}\n" for (name, kind), value in figures.items()]
    return Response("".join(lines), media_type="text/plain; version=0.0.4; charset=utf-8")


HANDLERS = [get_health, get_metrics]
