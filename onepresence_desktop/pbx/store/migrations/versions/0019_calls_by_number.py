"""Call records are found by the other side's number, too: the reception asks whom a caller last spoke with."""

from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.create_index("ix_call_records_number_at", "call_records", ["number", "at"])
