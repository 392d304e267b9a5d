"""How a phone's sound goes is one of three words; those whose sound was relayed keep it so."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.add_column("devices", sa.Column("sound", sa.String(length=16), nullable=False, server_default="automatic"))
    devices = sa.table("devices", sa.column("sound", sa.String()), sa.column("relay", sa.Boolean()))
    op.execute(devices.update().where(devices.c.relay.is_(sa.true())).values(sound="relayed"))
    op.drop_column("devices", "relay")
