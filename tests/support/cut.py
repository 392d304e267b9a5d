"""A wire between client and service that can be cut, frozen and mended."""

from __future__ import annotations

import asyncio


class Wire:
    """Forwards TCP from a free port to `target`; `cut` drops all connections and refuses new ones."""

    def __init__(self, target: tuple[str, int]) -> None:
        self._target = target
        self._pairs: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._whole = True
        self._flowing = asyncio.Event()
        self._flowing.set()

    async def __aenter__(self) -> Wire:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self.cut()
        self._server.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def cut(self) -> None:
        """Everything connected is dropped; nobody gets through."""
        self._whole = False
        for writer in list(self._pairs):
            writer.transport.abort()

    def mend(self) -> None:
        """Let everyone through again."""
        self._whole = True
        self._flowing.set()

    def freeze(self) -> None:
        """Connections stay, no byte passes: a dead link that nobody closes."""
        self._flowing.clear()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self._whole:
            writer.transport.abort()
            return
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            far_reader, far_writer = await asyncio.open_connection(*self._target)
        except OSError:
            writer.transport.abort()
            return
        self._pairs |= {writer, far_writer}
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._pump(reader, far_writer))
                group.create_task(self._pump(far_reader, writer))
        except* OSError:
            pass
        except* asyncio.CancelledError:
            pass  # by `__aexit__`; asyncio's own callback can't take a cancelled task on Python 3.11
        finally:
            self._pairs -= {writer, far_writer}
            writer.close()
            far_writer.close()
            self._tasks.discard(task)

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            await self._flowing.wait()
            writer.write(data)
            await writer.drain()
        writer.close()
