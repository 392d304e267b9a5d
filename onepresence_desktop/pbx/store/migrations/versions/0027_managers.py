"""Whom people report to. No foreign key: a sheet may name a manager who comes further down in it."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    op.add_column("users", sa.Column("manager", sa.String(64), nullable=True))
