"""The command line's way into a running service; its token is in the service's own run file, readable by its owner."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get, post
from litestar.di import NamedDependency as Given
from litestar.params import FromQuery, JSONBody

from onepresence_desktop.pbx.api.auth import command_line_only
from onepresence_desktop.pbx.api.served import served_by
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.sound_files import MOST_BYTES
from onepresence_desktop.wire.codec import encode
from onepresence_desktop.wire.commands import ADMIN, ADMIN_PROOF, MOST_TEXT, AnyCommand, Proof, proof

MOST_BODY = max(2 * MOST_TEXT, MOST_BYTES * 3 // 2)
"""Bytes: a CSV file as JSON, in which quotes and ends of lines take two; a sound as base64, a third more."""


@post(ADMIN, status_code=200, guards=[command_line_only], request_max_body_size=MOST_BODY)
async def run_command(data: JSONBody[AnyCommand], services: Given[Services]) -> Response[bytes]:
    """One administration command; the answer depends on it."""
    result = await services.commands.run(data)
    return Response(encode(result), media_type="application/json", headers={"Cache-Control": "no-store"})


@get(ADMIN_PROOF, security=[])
async def prove(request: Request[Any, Any, Any], nonce: FromQuery[str]) -> Proof:
    """Show that this is the service of the run file, before the command line says anything to it."""
    return Proof(proof=proof(served_by(request).admin_token, nonce))


HANDLERS = [run_command, prove]
