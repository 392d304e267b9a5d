"""A program of ours in a process of its own that may outlive us.

Not asyncio's own subprocess, which kills what still runs when the loop's end sweeps it up.
"""

from __future__ import annotations

import asyncio
import contextlib
import subprocess
import threading


class Child:
    """process: with pipes for standard input and output.

    first_line: what it says first, "" when it ends before; ended: its exit code. Both on the loop that made it.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._loop = asyncio.get_running_loop()
        self.first_line: asyncio.Future[str] = self._loop.create_future()
        self.ended: asyncio.Future[int] = self._loop.create_future()
        threading.Thread(target=self._watch, name="child", daemon=True).start()

    def say(self, line: str) -> None:
        """A line to its standard input; nothing when it has ended."""
        assert self._process.stdin is not None
        with contextlib.suppress(OSError, ValueError):
            self._process.stdin.write(f"{line}\n".encode())
            self._process.stdin.flush()

    def let_go(self) -> None:
        """Close its standard input: it ends, or goes on alone, as it was told."""
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            self._process.stdin.close()

    def terminate(self) -> None:
        """Ask it to end."""
        with contextlib.suppress(ProcessLookupError):
            self._process.terminate()

    def kill(self) -> None:
        """End it."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()

    def _watch(self) -> None:
        assert self._process.stdout is not None
        line = self._process.stdout.readline().decode(errors="replace")
        self._tell(self.first_line, line)
        code = self._process.wait()
        self._process.stdout.close()
        self._tell(self.ended, code)

    def _tell(self, future: asyncio.Future[str] | asyncio.Future[int], value: str | int) -> None:
        def tell() -> None:
            if not future.done():
                future.set_result(value)  # type: ignore[arg-type]

        with contextlib.suppress(RuntimeError):  # the loop has ended: nobody waits any more
            self._loop.call_soon_threadsafe(tell)
