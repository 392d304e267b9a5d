"""Devices that must come over TLS and encrypt their sound (spec 12.1c)."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.add_column("devices", sa.Column("secure", sa.Boolean, nullable=False, server_default=sa.false()))
