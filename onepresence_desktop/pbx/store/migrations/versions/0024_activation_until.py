"""Activation codes have an end."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    op.add_column("credentials", sa.Column("activation_until", sa.DateTime(timezone=True), nullable=True))
