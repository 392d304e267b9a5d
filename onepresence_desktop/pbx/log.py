"""What the service says of itself on standard error; no level makes it tell a secret or somebody's words."""

from __future__ import annotations

import logging
import sys

OWN = "onepresence_desktop"
FORM = "%(asctime)s %(levelname)s %(name)s %(message)s"


def log_at(level: str) -> None:
    """From now on: our own records from a level on, libraries' from INFO on at the least.

    Their DEBUG records hold what goes through them: every row written, password hashes and messages included.
    """
    wanted = logging.getLevelNamesMapping()[level.upper()]
    logging.basicConfig(level=max(wanted, logging.INFO), format=FORM, stream=sys.stderr)
    logging.getLogger(OWN).setLevel(wanted)
    logging.getLogger("alembic.runtime.plugins").setLevel(logging.WARNING)
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)  # it warns of each request that is none
    logging.getLogger("httpx").setLevel(logging.WARNING)  # addresses of calendars and gateways hold secrets
