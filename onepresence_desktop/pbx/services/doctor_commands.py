"""The command line's way to the doctor: report, unblock, a call to try a line."""

from __future__ import annotations

from onepresence_desktop.domain.errors import NoLineOut, NotFound
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.services import trunk_views
from onepresence_desktop.pbx.services.doctor import Doctor
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.trunks import TrunkService
from onepresence_desktop.wire import commands as wire

ACTOR = "command_line"


class DoctorCommands:
    """Runs them. running: a service was asked, so that phones and lines are known."""

    def __init__(self, live: LiveState, doctor: Doctor, trunks: TrunkService, *, running: bool) -> None:
        self._live = live
        self._doctor = doctor
        self._trunks = trunks
        self._running = running

    async def diagnose(self, command: wire.Diagnose) -> wire.Diagnosed:
        """Raises `NotFound` (company, nothing blocked), `NoLineOut`, `NumberRefused`, `TelephonyAway`."""
        customer_id = self._customer(command.customer)
        unblocked = None
        if command.unblock is not None:
            unblocked = await self._doctor.unblock(customer_id, command.unblock, command.user, ACTOR)
            if not unblocked:
                raise NotFound(what="block")
        called = await self._call(customer_id, command.call) if command.call is not None else None
        report = await self._doctor.report(customer_id)
        return wire.Diagnosed(
            checked_at=report.checked_at,
            findings=list(report.findings),
            sources=list(report.sources),
            blocks=list(report.blocks),
            running=self._running,
            unblocked=unblocked,
            called=called,
        )

    async def _call(self, customer_id: CustomerId | None, number: str) -> wire.TrunkTested:
        """Over the first line that is up."""
        ids = [customer_id] if customer_id is not None else list(self._live.companies)
        found = [(one, trunk) for one in ids for trunk, state in self._trunks.all(one) if state.up]
        if not found:
            raise NoLineOut
        owner, trunk = found[0]
        _, said = await self._trunks.test(owner, trunk.id, number)
        return wire.TrunkTested(name=trunk.name, number=number, said=said, good=trunk_views.is_good(said))

    def _customer(self, code: str | None) -> CustomerId | None:
        if code is None:
            return None
        for company in self._live.companies.values():
            if company.customer.code == code:
                return company.customer.id
        raise NotFound(what="customer")
