"""Who signs in to the demo company: known to the service that makes it and to the program that shows it."""

from __future__ import annotations

LOCAL_NUMBER = "1002101"
PASSWORD = "2580"
"""Of every demo user; the demo service listens on this machine only and forgets everything when it ends."""
