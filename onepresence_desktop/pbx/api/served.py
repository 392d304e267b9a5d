"""What the handlers of a request work on: said by the request, so that one set of handlers serves any service."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.types import Scope

from onepresence_desktop.pbx.api.services import Services

SERVED = "onepresence.served"
"""Key in a request's `extensions`."""


@dataclass(frozen=True, slots=True)
class Served:
    """A service's use cases, and the token of its run file."""

    services: Services
    admin_token: str


def tell(scope: Scope, served: Served) -> None:
    """Say whose request it is."""
    told: Any = scope
    told["extensions"] = {**(told.get("extensions") or {}), SERVED: served}


def served_by(connection: ASGIConnection[Any, Any, Any, Any]) -> Served:
    """Who answers the request."""
    told: Any = connection.scope
    served: Served = told["extensions"][SERVED]
    return served


def provide_services(request: Request[Any, Any, Any]) -> Services:
    """The use cases."""
    return served_by(request).services
