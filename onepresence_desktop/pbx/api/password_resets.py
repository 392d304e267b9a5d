"""A forgotten password: a code is asked for, and used. Nobody is signed in here."""

from __future__ import annotations

from litestar import post
from litestar.di import NamedDependency as Given
from litestar.params import JSONBody

from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Peer
from onepresence_desktop.wire import bodies, routes


@post(routes.PASSWORD_RESETS, status_code=202, security=[])
async def ask_for_code(
    data: JSONBody[bodies.PasswordResetRequest], peer: Given[Peer], services: Given[Services]
) -> None:
    """Send a code to the user's own address; the answer is the same whether or not the number is somebody's."""
    await services.password_resets.ask(data.local_number, data.by, peer)


@post(routes.PASSWORD_RESET, status_code=204, security=[])
async def choose_by_code(
    data: JSONBody[bodies.PasswordResetConfirmation], peer: Given[Peer], services: Given[Services]
) -> None:
    """Set a new password by the code; all sessions of the user end."""
    await services.password_resets.confirm(data.local_number, data.code, data.new, peer)


HANDLERS = [ask_for_code, choose_by_code]
