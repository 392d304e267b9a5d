"""Lines to providers; when a device rings; groups with a number of their own, an overflow and members logged out."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "trunks",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("customer_id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_trunks_customer_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trunks")),
        sa.UniqueConstraint("customer_id", "name", name=op.f("uq_trunks_customer_id_name")),
    )
    op.add_column("devices", sa.Column("ring_after", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("devices", sa.Column("ring_in_hours", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("groups", sa.Column("overflow", sa.Text(), nullable=True))
    op.add_column("groups", sa.Column("one_number", sa.String(length=20), nullable=True))
    op.add_column("group_members", sa.Column("logged_out", sa.Boolean(), nullable=False, server_default=sa.false()))
