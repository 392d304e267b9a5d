"""What the command line says about how the program is started."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """From the command line. profile: settings and folders of their own under a name. link: asked about at once."""

    demo: bool = False
    profile: str = ""
    minimized: bool = False
    link: str = ""
