"""Runs the migrations on a connection."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import Connection

from onepresence_desktop.domain.errors import StoreDamaged


def config(connection: Connection | None = None) -> Config:
    """Alembic's configuration, without a file."""
    made = Config()
    made.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    made.attributes["connection"] = connection
    return made


def upgrade(connection: Connection) -> None:
    """Up to the newest version; raises `StoreDamaged` for tables of a version unknown here."""
    try:
        command.upgrade(config(connection), "head")
    except CommandError as exc:
        raise StoreDamaged(detail="newer_version") from exc
