"""The set-up doctor, for administrators (spec 12.4e)."""

from __future__ import annotations

from litestar import get, post
from litestar.di import NamedDependency as Given
from litestar.params import JSONBody

from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.doctor import DoctorView, UnblockBody, Unblocked


@get(routes.DOCTOR)
async def examine(administrator: Given[Principal], services: Given[Services]) -> DoctorView:
    """What was found in the caller's company and beneath it, the worst first."""
    report = await services.doctor.report(administrator.customer_id)
    return DoctorView(
        checked_at=report.checked_at,
        findings=list(report.findings),
        sources=list(report.sources),
        blocks=list(report.blocks),
    )


@post(routes.DOCTOR_UNBLOCK, status_code=200)
async def unblock(data: JSONBody[UnblockBody], administrator: Given[Principal], services: Given[Services]) -> Unblocked:
    """Let a phone that guessed too often try again; the next wrong password blocks it anew."""
    customer_id, who = administrator.customer_id, administrator.user_id
    count = await services.doctor.unblock(customer_id, data.address, data.user, who)
    return Unblocked(count=count)


HANDLERS = [examine, unblock]
