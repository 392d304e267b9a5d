"""The newest tables in an empty database, without the migrations: a new store needs no history."""

from __future__ import annotations

from sqlalchemy import Connection, MetaData, inspect

from onepresence_desktop.pbx.store.migrations import HEAD, VERSION_TABLE


def is_empty(connection: Connection) -> bool:
    """Whether there is no table yet."""
    return not inspect(connection).get_table_names()


def create(connection: Connection, metadata: MetaData) -> None:
    """Make all tables and note their version; the caller commits."""
    metadata.create_all(connection)
    connection.exec_driver_sql(
        f"CREATE TABLE {VERSION_TABLE} "
        f"(version_num VARCHAR(32) NOT NULL, CONSTRAINT {VERSION_TABLE}_pkc PRIMARY KEY (version_num))"
    )
    connection.exec_driver_sql(f"INSERT INTO {VERSION_TABLE} (version_num) VALUES ('{HEAD}')")
