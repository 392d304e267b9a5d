"""Foreign errors of database and disk, translated once at the edge."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from onepresence_desktop.domain.errors import Conflict, Invalid, StoreDamaged, StoreFull, StoreReadOnly, Unavailable

FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}

SQLITE_FULL = {"SQLITE_FULL", "SQLITE_IOERR_SHMSIZE"}
"""The second is said when the index of the write-ahead log finds no room, as at a start."""

READ_ONLY = {"25006"}
"""SQLSTATE of PostgreSQL for a transaction that may not write, as on a standby server."""


@contextmanager
def translated() -> Iterator[None]:
    """Raises `Conflict`, `Invalid`, `StoreFull`, `StoreDamaged` or `Unavailable` instead of the driver's own errors."""
    try:
        yield
    except IntegrityError as exc:
        raise Conflict(what=_column(str(exc.orig))) from exc
    except PoolTimeout as exc:
        raise Unavailable(detail="no_connection_free") from exc
    except UnicodeEncodeError as exc:
        raise Invalid(field="", problem="no_text") from exc
    except DBAPIError as exc:
        raise _of(exc.orig) from exc
    except StatementError as exc:
        if isinstance(exc.orig, OverflowError):
            raise Invalid(field="", problem="out_of_range") from exc
        raise
    except sqlite3.Error as exc:
        raise _of(exc) from exc
    except OSError as exc:
        if exc.errno in FULL:
            raise StoreFull from exc
        if isinstance(exc, ConnectionError | TimeoutError):
            raise Unavailable(detail=type(exc).__name__) from exc
        raise


def _of(original: BaseException | None) -> Exception:
    code = getattr(original, "sqlite_errorname", "") or ""
    state = getattr(original, "sqlstate", "") or getattr(getattr(original, "__cause__", None), "sqlstate", "") or ""
    if state.startswith("22"):  # a data exception: the value itself is refused, now and later
        return Invalid(field="", problem="no_text")
    if code in SQLITE_FULL or state == "53100":
        return StoreFull()
    if code.startswith("SQLITE_READONLY") or state in READ_ONLY:
        return StoreReadOnly()
    if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return StoreDamaged()
    return Unavailable(detail=code or state or type(original).__name__)


def _column(text: str) -> str:
    """The last word of "UNIQUE constraint failed: users.local_number", or of a constraint's name."""
    for name in ("local_number", "one_number", "sip_user", "code"):
        if name in text:
            return name
    return ""
