"""`python -m onepresence_desktop.pbx`, also installed as `onepresence-pbx`."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code."""
    gc.disable()  # what is read in now stays: looking for garbage in it, over and over, is a fifth of the start
    from onepresence_desktop.pbx.admin_run import main as run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
