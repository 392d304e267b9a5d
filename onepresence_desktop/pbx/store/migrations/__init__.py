"""The tables' versions. Alembic itself is imported only when there is something to migrate."""

HEAD = "0028"
"""The newest version; a test holds it against the scripts."""

VERSION_TABLE = "alembic_version"
