"""Everything a client needs at connect, once."""

from __future__ import annotations

from litestar import Response, get
from litestar.di import NamedDependency as Given
from litestar.openapi.datastructures import ResponseSpec

from onepresence_desktop.pbx.api.words import Words
from onepresence_desktop.pbx.services.sign_in import Caller
from onepresence_desktop.wire import routes, views


@get(routes.SNAPSHOT, responses={200: ResponseSpec(views.SnapshotView, description="The snapshot")})
async def get_snapshot(caller: Given[Caller], words: Given[Words]) -> Response[bytes]:
    """The customer's public part, shared, and the caller's own, with the event id it stands at."""
    data = await words.snapshots.whole(caller.customer_id, caller.user_id)
    return Response(data, media_type="application/json", headers={"Cache-Control": "no-store"})


HANDLERS = [get_snapshot]
