"""Diversions keep the name of the own quick diversion they were made by; those of before have none."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("diversions", sa.Column("title", sa.Text(), nullable=False, server_default=""))
