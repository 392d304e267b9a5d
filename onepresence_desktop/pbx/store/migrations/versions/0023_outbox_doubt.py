"""Texts that may have gone out twice."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    op.add_column("outbox", sa.Column("doubt", sa.Boolean(), nullable=False, server_default=sa.false()))
