"""Diversions know who gets through and where colleagues' calls go; those of before say nothing of it."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.add_column("diversions", sa.Column("destination_internal", sa.Text(), nullable=True))
    op.add_column("diversions", sa.Column("exceptions", sa.Text(), nullable=True))
