"""Groups have hours, a rota and a mailbox; companies have small settings of their own."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.add_column("groups", sa.Column("hours", sa.Text(), nullable=True))
    op.add_column("groups", sa.Column("rota", sa.Text(), nullable=True))
    op.add_column("groups", sa.Column("mailbox", sa.String(length=64), nullable=True))
    op.create_table(
        "company_settings",
        sa.Column("customer_id", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_company_settings_customer_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("customer_id", "key", name=op.f("pk_company_settings")),
    )
