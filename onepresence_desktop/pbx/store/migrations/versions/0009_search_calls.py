"""Call records are found by name and number."""

import sqlalchemy as sa
from alembic import op

from onepresence_desktop.domain.calls import call_search_key

revision = "0009"
down_revision = "0008"

AT_ONCE = 1000


def upgrade() -> None:
    op.add_column("call_records", sa.Column("search", sa.String(length=200), nullable=False, server_default=""))
    connection = op.get_bind()
    records = sa.table("call_records", sa.column("id"), sa.column("number"), sa.column("name"), sa.column("search"))
    change = sa.update(records).where(records.c.id == sa.bindparam("key")).values(search=sa.bindparam("words"))
    rows = connection.execute(sa.select(records.c.id, records.c.number, records.c.name)).all()
    for first in range(0, len(rows), AT_ONCE):
        some = rows[first : first + AT_ONCE]
        connection.execute(change, [{"key": r.id, "words": call_search_key(r.number, r.name)} for r in some])
    op.drop_index("ix_call_records_user_at", table_name="call_records")
    op.create_index("ix_call_records_user_at_search", "call_records", ["user_id", "at", "direction", "search", "id"])
