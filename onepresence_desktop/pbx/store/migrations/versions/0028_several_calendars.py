"""Several calendars of each user, one of which may divert.

Whoever had one of their own has had the company's left aside for it: so it stays, until somebody says otherwise.
"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"

COMPANYS, OWN = "company", "own"


def upgrade() -> None:
    before = op.get_bind().execute(sa.text("SELECT * FROM calendars")).mappings().all()
    op.drop_table("calendars")
    table = op.create_table(
        "calendars",
        sa.Column("user_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("use", sa.String(length=16), nullable=False),
        sa.Column("show_subject", sa.Boolean(), nullable=False),
        sa.Column("out_of_office", sa.Boolean(), nullable=False),
        sa.Column("diverts", sa.Boolean(), nullable=False),
        sa.CheckConstraint("diverts OR \"use\" <> 'divert'", name="ck_calendars_diverts"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_calendars_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_calendars")),
    )
    op.create_index(
        "uq_calendars_diverts",
        "calendars",
        ["user_id"],
        unique=True,
        sqlite_where=sa.text("diverts"),
        postgresql_where=sa.text("diverts"),
    )
    rows = []
    for row in before:
        companys = row["kind"] == COMPANYS
        kept = {**row, "show_subject": bool(row["show_subject"]), "out_of_office": bool(row["out_of_office"])}
        rows.append({**kept, "id": COMPANYS if companys else OWN, "place": 0, "diverts": True})
        if not companys:
            aside = {"kind": COMPANYS, "address": "", "account": "", "password": "", "use": "never"}
            bare = {"show_subject": False, "out_of_office": False, "diverts": False}
            rows.append({"user_id": row["user_id"], "id": COMPANYS, "place": 1, **aside, **bare})
    if rows:
        op.bulk_insert(table, rows)
