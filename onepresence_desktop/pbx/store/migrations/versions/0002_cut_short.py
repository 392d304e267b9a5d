"""Messages tell why they are cut short; those of before are taken as whole."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("messages", sa.Column("cut_short", sa.Text(), nullable=True))
