"""Signing in and out, the list of signed-in devices, the password."""

from __future__ import annotations

from litestar import Response, delete, get, post, put
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, JSONBody

from onepresence_desktop.pbx.api.words import Words
from onepresence_desktop.pbx.services.sign_in import Caller, Peer
from onepresence_desktop.wire import bodies, routes, views


@post(routes.SESSIONS, security=[])
async def start_session(
    data: JSONBody[bodies.SignIn], peer: Given[Peer], words: Given[Words]
) -> Response[views.SessionView]:
    """Sign in. The token is shown this once."""
    session = await words.sign_in.sign_in(data.local_number, data.password, data.device_name, peer)
    return Response(session, status_code=201, headers={"Cache-Control": "no-store"})


@delete(routes.CURRENT_SESSION)
async def end_current_session(newcomer: Given[Caller], words: Given[Words]) -> None:
    """Sign out."""
    await words.sign_in.end(newcomer, newcomer.session_id)


@get(routes.MY_SESSIONS)
async def list_sessions(caller: Given[Caller], words: Given[Words]) -> list[views.SessionListing]:
    """Where the caller is signed in, last seen first."""
    return await words.sign_in.sessions(caller)


@delete(routes.MY_SESSION.replace("{id}", "{id:str}"))
async def end_session(id: FromPath[str], caller: Given[Caller], words: Given[Words]) -> None:
    """Sign one of the caller's devices out."""
    await words.sign_in.end(caller, id)


@put(routes.MY_PASSWORD, status_code=204)
async def change_password(
    data: JSONBody[bodies.PasswordChange],
    newcomer: Given[Caller],
    peer: Given[Peer],
    words: Given[Words],
) -> None:
    """Change the password; the caller's other sessions end."""
    await words.sign_in.change_password(newcomer, data.current, data.new, peer)


HANDLERS = [start_session, end_current_session, list_sessions, end_session, change_password]
