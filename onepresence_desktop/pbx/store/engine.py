"""SQLAlchemy's Core for the loop: connections whose statements are awaited.

`sqlalchemy.ext.asyncio` does the same and much more, and brings the whole ORM along, which nothing here uses: that was
a tenth of the service's start. As there, Core runs in a greenlet that hands over to the loop whenever the driver waits.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from typing import Any, TypeVar, TypeVarTuple

import sqlalchemy
from sqlalchemy import CursorResult, Executable
from sqlalchemy.engine import URL
from sqlalchemy.util import greenlet_spawn

Given = TypeVarTuple("Given")
Answer = TypeVar("Answer")


class AsyncConnection:
    """A connection of the pool. Raises what SQLAlchemy raises."""

    def __init__(self, connection: sqlalchemy.Connection) -> None:
        self.sync_connection = connection

    @property
    def dialect(self) -> sqlalchemy.Dialect:
        """Which SQL the database speaks."""
        return self.sync_connection.dialect

    async def execute(
        self, statement: Executable, parameters: Sequence[dict[str, Any]] | dict[str, Any] | None = None
    ) -> CursorResult[*tuple[Any, ...]]:
        """Carry a statement out, once or for each of the parameters; all its rows are fetched."""
        return await greenlet_spawn(self.sync_connection.execute, statement, parameters)

    async def exec_driver_sql(self, statement: str) -> CursorResult[*tuple[Any, ...]]:
        """The same for a text that goes to the driver as it is."""
        return await greenlet_spawn(self.sync_connection.exec_driver_sql, statement)

    async def run_sync(
        self,
        work: Callable[[sqlalchemy.Connection, *Given], Answer],
        *given: *Given,
    ) -> Answer:
        """Do work that is written without waiting."""
        return await greenlet_spawn(work, self.sync_connection, *given)

    async def execution_options(self, **options: Any) -> None:
        """Set options of this connection for as long as it is taken."""
        await greenlet_spawn(self.sync_connection.execution_options, **options)

    async def commit(self) -> None:
        """Commit what has been done since the last time."""
        await greenlet_spawn(self.sync_connection.commit)

    async def driver_connection(self) -> Any:
        """The driver's own object."""
        proxied = await greenlet_spawn(getattr, self.sync_connection, "connection")
        return proxied.driver_connection

    async def invalidate(self) -> None:
        """Throw it away: its server may be gone."""
        await greenlet_spawn(self.sync_connection.invalidate)

    async def close(self) -> None:
        """Give it back to the pool; what wasn't committed is rolled back."""
        await greenlet_spawn(self.sync_connection.close)


class AsyncEngine:
    """A database and the pool of connections to it. options: as `sqlalchemy.create_engine`; the driver is async."""

    def __init__(self, url: URL, **options: Any) -> None:
        self.sync_engine = sqlalchemy.create_engine(url, **options)
        self._kept: sqlalchemy.Connection | None = None

    @property
    def pool(self) -> sqlalchemy.Pool:
        """Where connections wait for their next use."""
        return self.sync_engine.pool

    async def open(self) -> AsyncConnection:
        """A connection that the caller closes."""
        return AsyncConnection(await greenlet_spawn(self.sync_engine.connect))

    @asynccontextmanager
    async def connect(self) -> AsyncGenerator[AsyncConnection, None]:
        """A connection for a block."""
        connection = await self.open()
        try:
            yield connection
        finally:
            await _to_its_end(connection.close())

    @asynccontextmanager
    async def begin(self, *, keep: bool = False, **options: Any) -> AsyncGenerator[AsyncConnection, None]:
        """A connection with these options in a transaction: committed when the block ends, rolled back when it raises.

        Taken and begun in one go, ended and given back in another: each way into Core and back costs as much as what
        a small unit does there. keep: unless something went wrong it stays out of the pool for the next such block,
        which asks for the same options; to take one and to give it back is as much again.
        """
        kept = None
        if keep:
            kept, self._kept = self._kept, None
        connection, transaction = await greenlet_spawn(_begun, kept or self.sync_engine, options)
        problem: BaseException | None = None
        try:
            yield AsyncConnection(connection)
        except BaseException as exc:
            problem = exc
            raise
        finally:
            await _to_its_end(self._end(connection, transaction, problem, keep and problem is None))

    async def _end(
        self,
        connection: sqlalchemy.Connection,
        transaction: sqlalchemy.RootTransaction,
        problem: BaseException | None,
        keep: bool,
    ) -> None:
        keep = keep and self._kept is None
        await greenlet_spawn(_ended, connection, transaction, problem, keep)
        if keep:
            self._kept = connection

    async def dispose(self) -> None:
        """Close all connections that wait in the pool, or are kept."""
        kept, self._kept = self._kept, None
        if kept is not None:
            await greenlet_spawn(kept.close)
        await greenlet_spawn(self.sync_engine.dispose)


def _begun(
    found: sqlalchemy.Engine | sqlalchemy.Connection, options: dict[str, Any]
) -> tuple[sqlalchemy.Connection, sqlalchemy.RootTransaction]:
    connection = found
    if isinstance(connection, sqlalchemy.Engine):
        connection = connection.connect()
        connection.execution_options(**options)
    try:
        return connection, connection.begin()
    except BaseException:
        connection.close()
        raise


def _ended(
    connection: sqlalchemy.Connection,
    transaction: sqlalchemy.RootTransaction,
    problem: BaseException | None,
    keep: bool,
) -> None:
    try:
        if problem is None:
            transaction.__exit__(None, None, None)
        else:
            transaction.__exit__(type(problem), problem, problem.__traceback__)
    except BaseException:
        keep = False
        raise
    finally:
        if not keep:
            connection.close()


async def _to_its_end(work: Coroutine[Any, Any, None]) -> None:
    """Wait for work also when the task is cancelled meanwhile: a connection is back in the pool before we go on."""
    task = asyncio.get_running_loop().create_task(work, name="giving a connection back")
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError as exc:
            cancelled = exc
    if cancelled is not None:
        raise cancelled
    task.result()
