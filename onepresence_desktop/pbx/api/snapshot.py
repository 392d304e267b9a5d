"""Everything a client needs at connect, once."""

from __future__ import annotations

from litestar import Response, get
from litestar.di import NamedDependency as Given
from litestar.openapi.datastructures import ResponseSpec

from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import routes, views


@get(routes.SNAPSHOT, responses={200: ResponseSpec(views.SnapshotView, description="The snapshot")})
async def get_snapshot(principal: Given[Principal], services: Given[Services]) -> Response[bytes]:
    """The customer's public part, shared, and the principal's own, with the event id it stands at."""
    data = await services.snapshots.whole(principal.customer_id, principal.user_id)
    return Response(data, media_type="application/json", headers={"Cache-Control": "no-store"})


HANDLERS = [get_snapshot]
