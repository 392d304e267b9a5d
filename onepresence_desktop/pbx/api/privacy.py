"""What is kept of people, and the audit log, for administrators."""

from __future__ import annotations

from litestar import get, put
from litestar.di import NamedDependency as Given
from litestar.params import FromQuery, JSONBody

from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.privacy import AuditView, PrivacyBody, PrivacyView


@get(routes.COMPANY_PRIVACY)
async def get_privacy(administrator: Given[Principal], services: Given[Services]) -> PrivacyView:
    """How long things are kept, and whether sickness is shown."""
    return services.privacy.now(administrator.customer_id)


@put(routes.COMPANY_PRIVACY)
async def put_privacy(
    data: JSONBody[PrivacyBody], administrator: Given[Principal], services: Given[Services]
) -> PrivacyView:
    """All of it."""
    return await services.privacy.put(administrator.customer_id, data, administrator)


@get(routes.AUDIT)
async def list_audit(
    administrator: Given[Principal],
    services: Given[Services],
    before: FromQuery[int | None] = None,
    q: FromQuery[str] = "",
) -> list[AuditView]:
    """Who did what, newest first, 200 at most. before: an entry's id, for older ones. q: what they must hold."""
    return await services.privacy.audit(administrator.customer_id, before_id=before, text=q[:100])


HANDLERS = [get_privacy, put_privacy, list_audit]
