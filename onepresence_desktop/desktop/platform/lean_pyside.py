"""PySide6 without `from __feature__ import …`, for which it reads the source of each module that is imported after it.

That is 300 files at the start, a tenth of its CPU seconds, and their lines stay in memory. What else PySide6 does while
modules are imported goes on: `__orig_import__` is what stood there before the features came.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401  # puts its own import in place


def leave_features_out() -> None:
    """From now on importing is as it was before PySide6 looked at everything; nothing, where it doesn't look."""
    if builtins.__import__ is getattr(builtins, "__feature_import__", None):
        builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
