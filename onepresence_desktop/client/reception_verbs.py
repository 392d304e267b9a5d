"""The verbs of those who attend to the reception; `Forbidden` for others."""

from __future__ import annotations

from onepresence_desktop.client.requests import Requests
from onepresence_desktop.domain.calls import CallId
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.reception import DeskState
from onepresence_desktop.wire import bodies, routes, views
from onepresence_desktop.wire.reception import AnnounceBody, DeskBody, HandOnBody, ReceptionView


class ReceptionVerbs(Requests):
    """The queue, and colleagues' diversions."""

    async def reception(self) -> ReceptionView:
        """Who waits, longest first, and the day."""
        return await self._ask(ReceptionView, "GET", routes.RECEPTION)

    async def at_desk(self, state: DeskState) -> None:
        """Log in, log out, pause. Raises `NotFound` for who isn't in the group."""
        await self._do("PUT", routes.RECEPTION_DESK, DeskBody(state=state))

    async def answer_queued(self, call_id: CallId) -> None:
        """A call that waits, or is parked, at one's own phone. Raises `Conflict` (`taken`), `CallGone`, `NoDevice`."""
        await self._do("POST", routes.path(routes.RECEPTION_ANSWER, call_id))

    async def hand_on(self, call_id: CallId, to: str, *, mailbox: bool = False) -> None:
        """To a number, or a colleague's mailbox; nobody takes it: it comes back. Raises `CallGone`, `Conflict`."""
        await self._do("POST", routes.path(routes.RECEPTION_HAND_ON, call_id), HandOnBody(to=to, mailbox=mailbox))

    async def announce(self, call_id: CallId, to: str) -> CallId:
        """Hold a call, and call somebody about it; the new call. Raises `CallGone`, `NumberRefused`."""
        path = routes.path(routes.RECEPTION_ANNOUNCE, call_id)
        return (await self._ask(views.CallAccepted, "POST", path, AnnounceBody(to=to))).call_id

    async def divert_colleague(self, user_id: UserId, body: bodies.DiversionRequest) -> views.StandingView:
        """Set a colleague's diversion; they are told."""
        return await self._ask(views.StandingView, "POST", routes.path(routes.RECEPTION_DIVERSIONS, user_id), body)

    async def open_colleagues_phone(self, user_id: UserId) -> None:
        """End a colleague's diversions; they are told."""
        await self._do("DELETE", routes.path(routes.RECEPTION_DIVERSIONS, user_id))
