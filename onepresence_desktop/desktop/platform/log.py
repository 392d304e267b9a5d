"""A small log file of our own; nothing secret is ever written to it."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler

from onepresence_desktop.desktop.platform.paths import Paths


def log_to(where: Paths) -> None:
    """Write it from now on, to standard error where its folder can't be made."""
    try:
        where.logs.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler: logging.Handler = RotatingFileHandler(
            where.logs / "onepresence.log", maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    logging.getLogger("httpx").setLevel(logging.WARNING)
