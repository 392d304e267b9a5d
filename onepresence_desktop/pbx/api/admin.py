"""The command line's way into a running service; its token is in the service's own run file, readable by its owner."""

from __future__ import annotations

from litestar import Response, post
from litestar.di import NamedDependency as Given
from litestar.params import JSONBody

from onepresence_desktop.pbx.api.auth import command_line_only
from onepresence_desktop.pbx.api.words import Words
from onepresence_desktop.wire.codec import encode
from onepresence_desktop.wire.commands import ADMIN, MOST_TEXT, AnyCommand

MOST_BODY = 2 * MOST_TEXT
"""Bytes: a CSV file as JSON, in which quotes and ends of lines take two."""


@post(ADMIN, status_code=200, guards=[command_line_only], request_max_body_size=MOST_BODY)
async def run_command(data: JSONBody[AnyCommand], words: Given[Words]) -> Response[bytes]:
    """One administration command; the answer depends on it."""
    result = await words.commands.run(data)
    return Response(encode(result), media_type="application/json", headers={"Cache-Control": "no-store"})


HANDLERS = [run_command]
