"""The colour of the panel that the icon stands in, as far as the system tells it; without Qt.

Windows has a taskbar theme of its own beside the programs' theme. macOS colours the icon itself when it is a template.
Elsewhere a desktop whose panel is known for its colour is taken at that, any other follows the colour scheme.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Literal

from onepresence_desktop.desktop.platform.registry import Registry

Panel = Literal["light", "dark", "mono"]

THEMES = r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"
DARK_PANELS = frozenset({"gnome", "gnome-classic", "unity", "ubuntu", "pop", "budgie"})
"""Words of XDG_CURRENT_DESKTOP whose panel is dark whatever the colour scheme is."""


def panel_color(
    chosen: str,
    *,
    dark_scheme: bool,
    system: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
    registry: Registry | None = None,
) -> Panel:
    """Which of the design's three icons fits. chosen: "light" or "dark" by the user, else as the system has it."""
    if chosen == "light":
        return "light"
    if chosen == "dark":
        return "dark"
    if system == "darwin":
        return "mono"
    if system == "win32":
        light = _taskbar_is_light(registry if registry is not None else _registry())
        if light is not None:
            return "light" if light else "dark"
    elif DARK_PANELS & set(environment.get("XDG_CURRENT_DESKTOP", "").casefold().split(":")):
        return "dark"
    return "dark" if dark_scheme else "light"


def _registry() -> Registry | None:
    if sys.platform == "win32":
        from onepresence_desktop.desktop.platform.registry import WindowsRegistry

        return WindowsRegistry()
    return None


def _taskbar_is_light(registry: Registry | None) -> bool | None:
    """None where Windows doesn't say (before Windows 10)."""
    value = registry.get_number(THEMES, "SystemUsesLightTheme") if registry is not None else None
    return None if value is None else value != 0
