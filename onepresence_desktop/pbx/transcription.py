"""Speech to text by a program of the operator's choice, as the service's settings name it (table `[transcription]`).

The program gets the recording as a file or on its standard input, and writes what it heard to its standard output. It
runs beside telephony: with the lowest claim to the processor, for so long and no longer, and what it starts ends with
it.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from onepresence_desktop.domain.errors import Invalid, Unavailable
from onepresence_desktop.one_core import free

MOST_SAID = 64 * 1024
"""Bytes of an answer: some hours of speech."""

NICE = 15
"""How far the program stands back for telephony (setpriority(2))."""

FILE, LANGUAGE = "{file}", "{language}"
"""What stands in a command for the recording's path, and for da, sv or en."""


@dataclass(frozen=True, slots=True)
class Transcription:
    """command: program and arguments; where `{file}` stands in none, the recording comes on standard input.

    seconds: for one recording.
    """

    command: tuple[str, ...]
    seconds: float = 120.0


def transcription(table: object) -> Transcription:
    """From the settings' table `[transcription]`. Raises `Invalid` naming the setting."""
    if not isinstance(table, Mapping):
        raise Invalid(field="transcription", problem="wrong_type")
    for name in table:
        if name not in ("command", "seconds"):
            raise Invalid(field=f"transcription.{name}", problem="unknown_setting")
    command, seconds = table.get("command"), table.get("seconds", 120.0)
    if not command:
        raise Invalid(field="transcription.command", problem="missing")
    if not isinstance(command, list) or not all(isinstance(part, str) and "\0" not in part for part in command):
        raise Invalid(field="transcription.command", problem="wrong_type")
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        raise Invalid(field="transcription.seconds", problem="wrong_type")
    if not 1 <= seconds <= 3600:
        raise Invalid(field="transcription.seconds", problem="out_of_range")
    return Transcription(tuple(command), float(seconds))


class CommandTranscriber:
    """The `Transcriber` port by a program."""

    def __init__(self, settings: Transcription) -> None:
        self._settings = settings

    @property
    def longest(self) -> float:
        """See the port."""
        return self._settings.seconds

    @property
    def program(self) -> str:
        """See the port."""
        return self._settings.command[0]

    def missing(self) -> bool:
        """See the port."""
        return shutil.which(self.program) is None

    async def text(self, recording: Path, language: str) -> str:
        """What the program writes; it is ended when it takes too long, says too much or nobody waits any more."""
        command = self._settings.command
        filled = [part.replace(FILE, str(recording)).replace(LANGUAGE, language) for part in command]
        try:
            with contextlib.ExitStack() as stack:
                sound: BinaryIO | int = asyncio.subprocess.DEVNULL
                if not any(FILE in part for part in command):
                    sound = stack.enter_context(recording.open("rb"))
                transport, output = await asyncio.get_running_loop().subprocess_exec(
                    _Output,
                    *filled,
                    stdin=sound,
                    stdout=asyncio.subprocess.PIPE,
                    stderr=asyncio.subprocess.DEVNULL,
                    start_new_session=True,
                )
        except OSError as exc:
            raise Unavailable(detail=f"transcription: {exc.strerror}") from exc
        try:
            _stand_back(transport.get_pid())
            async with asyncio.timeout(self._settings.seconds):
                await output.heard.wait()
        except TimeoutError as exc:
            raise Unavailable(detail="transcription time_out") from exc
        finally:
            _end(transport)
            await output.over.wait()
        if len(output.said) > MOST_SAID:
            raise Unavailable(detail="transcription too_large")
        if code := transport.get_returncode():
            raise Unavailable(detail=f"transcription exit {code}")
        if b"\0" in output.said:  # which stands in no text, and in most of what is something else
            raise Unavailable(detail="transcription not_text")
        return output.said.decode("utf-8", "replace")


class _Output(asyncio.SubprocessProtocol):
    """What a program says. heard: all of it, or more than is wanted. over: it has ended, and its output is closed."""

    def __init__(self) -> None:
        self.said = bytearray()
        self.heard, self.over = asyncio.Event(), asyncio.Event()

    def pipe_data_received(self, fd: int, data: bytes) -> None:
        if len(self.said) <= MOST_SAID:
            self.said += data
        else:
            self.heard.set()

    def connection_lost(self, exc: Exception | None) -> None:
        self.heard.set()
        self.over.set()


def _stand_back(pid: int) -> None:
    free(pid)
    if hasattr(os, "setpriority"):
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PGRP, pid, NICE)


def _end(transport: asyncio.SubprocessTransport) -> None:
    """The program and all that it started; its output is closed here, for what it put out of reach may hold it open."""
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(transport.get_pid(), signal.SIGKILL)
    transport.close()
