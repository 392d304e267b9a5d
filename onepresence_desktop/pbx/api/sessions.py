"""Signing in and out, the list of signed-in devices, the password."""

from __future__ import annotations

from litestar import Response, delete, get, post, put
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, JSONBody

from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Peer, Principal
from onepresence_desktop.wire import bodies, routes, views


@post(routes.SESSIONS, security=[])
async def start_session(
    data: JSONBody[bodies.SignIn], peer: Given[Peer], services: Given[Services]
) -> Response[views.SessionView]:
    """Sign in. The token is shown this once."""
    session = await services.sign_in.sign_in(data.local_number, data.password, data.device_name, peer)
    return Response(session, status_code=201, headers={"Cache-Control": "no-store"})


@delete(routes.CURRENT_SESSION)
async def end_current_session(newcomer: Given[Principal], services: Given[Services]) -> None:
    """Sign out."""
    await services.sign_in.end(newcomer, newcomer.session_id)


@get(routes.MY_SESSIONS)
async def list_sessions(principal: Given[Principal], services: Given[Services]) -> list[views.SessionListing]:
    """Where the principal is signed in, last seen first."""
    return await services.sign_in.sessions(principal)


@delete(routes.MY_SESSION.replace("{id}", "{id:str}"))
async def end_session(id: FromPath[str], principal: Given[Principal], services: Given[Services]) -> None:
    """Sign one of the principal's devices out."""
    await services.sign_in.end(principal, id)


@put(routes.MY_PASSWORD, status_code=204)
async def change_password(
    data: JSONBody[bodies.PasswordChange],
    newcomer: Given[Principal],
    peer: Given[Peer],
    services: Given[Services],
) -> None:
    """Change the password; their other sessions end."""
    await services.sign_in.change_password(newcomer, data.current, data.new, peer)


@post(routes.MY_PROOF, status_code=204)
async def prove(
    data: JSONBody[bodies.Proof], principal: Given[Principal], peer: Given[Peer], services: Given[Services]
) -> None:
    """Give the password again, for what answers `password_needed`; it counts for this session, for ten minutes."""
    await services.sign_in.proofs.prove(principal.user_id, principal.session_id, data.password, peer.address)


HANDLERS = [start_session, end_current_session, list_sessions, end_session, change_password, prove]
