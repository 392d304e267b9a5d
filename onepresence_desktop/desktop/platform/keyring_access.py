"""One request to the system's keyring.

On Linux the library for it, with all that it needs, takes 15 MiB and a quarter of a second for a token that is read
once: a child asks there and is gone (`onepresence --keyring`). Elsewhere a thread does, for those keyrings know which
program asks. Either may be made to wait by a question to the user, for as long as he thinks, and holds up nothing.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import sys
import threading
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

log = logging.getLogger(__name__)

CHILD_ON = ("linux",)


class NoKeyring(Exception):
    """There is no keyring here, or it is locked."""


class Verb(StrEnum):
    """What is wanted of the keyring."""

    GET = "get"
    SET = "set"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Request:
    """A secret of the service's under a name."""

    verb: Verb
    service: str
    name: str
    secret: str = ""


async def ask(request: Request) -> str | None:
    """The secret asked for, or None. Raises `NoKeyring`."""
    if sys.platform in CHILD_ON:
        return await _in_child(request)
    return await _in_thread(lambda: carry_out(request))


def carry_out(request: Request) -> str | None:
    """Blocks for as long as the keyring does. Raises whatever the keyring does."""
    import keyring
    import keyring.errors

    match request.verb:
        case Verb.GET:
            return keyring.get_password(request.service, request.name)
        case Verb.SET:
            keyring.set_password(request.service, request.name, request.secret)
        case Verb.DELETE:
            with contextlib.suppress(keyring.errors.PasswordDeleteError):
                keyring.delete_password(request.service, request.name)
    return None


def main() -> int:
    """The child: a request as JSON on standard input, the answer on standard output; secrets are on no command line."""
    wanted = json.load(sys.stdin)
    try:
        secret = carry_out(Request(**{**wanted, "verb": Verb(wanted["verb"])}))
    except Exception as exc:
        json.dump({"trouble": type(exc).__name__}, sys.stdout)
    else:
        json.dump({"secret": secret}, sys.stdout)
    return 0


async def _in_child(request: Request) -> str | None:
    try:
        child = await asyncio.create_subprocess_exec(*program(), stdin=PIPE, stdout=PIPE, stderr=DEVNULL)
    except OSError as exc:
        raise _none(type(exc).__name__) from exc
    try:
        said, _ = await child.communicate(json.dumps(asdict(request)).encode())
    finally:
        if child.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                child.kill()
            await child.wait()
    try:
        answer = json.loads(said)
    except ValueError:
        answer = {"trouble": f"exit {child.returncode}"}
    if "trouble" in answer:
        raise _none(str(answer["trouble"]))
    return answer["secret"] if isinstance(answer.get("secret"), str) else None


async def _in_thread(work: Callable[[], str | None]) -> str | None:
    """On a daemon thread, so that a question nobody answers doesn't keep the program from ending."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[str | None] = loop.create_future()

    def tell(result: str | None, trouble: Exception | None) -> None:
        if answer.done():
            return
        if trouble is not None:
            answer.set_exception(_none(type(trouble).__name__))
        else:
            answer.set_result(result)

    def run() -> None:
        try:
            result, trouble = work(), None
        except Exception as exc:
            result, trouble = None, exc
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(tell, result, trouble)

    threading.Thread(target=run, name="keyring", daemon=True).start()
    return await answer


def program() -> Sequence[str]:
    """How the child is started: this very program, frozen or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--keyring"]
    return [sys.executable, "-m", "onepresence_desktop", "--keyring"]


def _none(why: str) -> NoKeyring:
    log.info("the keyring can't be used: %s", why)
    return NoKeyring(why)
