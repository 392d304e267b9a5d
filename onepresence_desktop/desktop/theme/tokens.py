"""The design tokens as typed values; `resources/tokens.json` is the one source."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from PySide6.QtGui import QColor

from onepresence_desktop.desktop.theme import resources


class Scheme(StrEnum):
    """Which of the two sets of colours is in use."""

    LIGHT = "light"
    DARK = "dark"


class Color(StrEnum):
    """Every colour by its name in the tokens."""

    BG_WINDOW = "bg.window"
    BG_SIDEBAR = "bg.sidebar"
    BG_HEADER = "bg.header"
    BG_HOVER = "bg.hover"
    BG_PRESSED = "bg.pressed"
    BG_SELECTED = "bg.selected"
    BG_SELECTED_INACTIVE = "bg.selectedInactive"
    BG_FIELD = "bg.field"
    BG_TRACK = "bg.track"
    BG_CARD = "bg.card"
    BG_POPOVER = "bg.popover"
    BG_SIDEBAR_HOVER = "bg.sidebarHover"
    BG_SIDEBAR_SELECTED = "bg.sidebarSelected"
    BG_TOOLTIP = "bg.tooltip"
    BG_SEGMENT = "bg.segment"
    BG_POPOVER_CONTROL = "bg.popoverControl"
    BG_POPOVER_TRACK = "bg.popoverTrack"
    BG_OFF_HOURS = "bg.offHours"
    LINE_HAIRLINE = "line.hairline"
    LINE_SOFT = "line.soft"
    LINE_STRONG = "line.strong"
    LINE_CONTROL = "line.control"
    LINE_POPOVER = "line.popover"
    LINE_POPOVER_CONTROL = "line.popoverControl"
    LINE_POPOVER_EDGE = "line.popoverEdge"
    TEXT_PRIMARY = "text.primary"
    TEXT_SECONDARY = "text.secondary"
    TEXT_TERTIARY = "text.tertiary"
    TEXT_DISABLED = "text.disabled"
    TEXT_ON_ACCENT = "text.onAccent"
    TEXT_ON_TOOLTIP = "text.onTooltip"
    ACCENT_SOLID = "accent.solid"
    ACCENT_HOVER = "accent.hover"
    ACCENT_PRESSED = "accent.pressed"
    ACCENT_TEXT = "accent.text"
    ACCENT_TINT = "accent.tint"
    ACCENT_FOCUS = "accent.focus"
    AVAILABLE_SOLID = "available.solid"
    AVAILABLE_TEXT = "available.text"
    AVAILABLE_TINT = "available.tint"
    AVAILABLE_ON = "available.on"
    ONCALL_SOLID = "oncall.solid"
    ONCALL_PILL = "oncall.pill"
    ONCALL_ON_PILL = "oncall.onPill"
    ONCALL_TEXT = "oncall.text"
    ONCALL_TINT = "oncall.tint"
    ONCALL_ON = "oncall.on"
    RINGING_SOLID = "ringing.solid"
    RINGING_TEXT = "ringing.text"
    RINGING_TINT = "ringing.tint"
    RINGING_ON = "ringing.on"
    DIVERTED_SOLID = "diverted.solid"
    DIVERTED_TEXT = "diverted.text"
    DIVERTED_TINT = "diverted.tint"
    DIVERTED_ON = "diverted.on"
    MEETING_SOLID = "meeting.solid"
    MEETING_TEXT = "meeting.text"
    MEETING_TINT = "meeting.tint"
    MEETING_ON = "meeting.on"
    DND_SOLID = "dnd.solid"
    DND_PILL = "dnd.pill"
    DND_ON_PILL = "dnd.onPill"
    DND_TEXT = "dnd.text"
    DND_TINT = "dnd.tint"
    DND_ON = "dnd.on"
    OFFWORK_SOLID = "offwork.solid"
    OFFWORK_TEXT = "offwork.text"
    OFFWORK_TINT = "offwork.tint"
    OFFWORK_ON = "offwork.on"
    OFFLINE_SOLID = "offline.solid"
    OFFLINE_TEXT = "offline.text"
    OFFLINE_TINT = "offline.tint"
    OFFLINE_ON = "offline.on"
    DANGER_SOLID = "danger.solid"
    DANGER_TEXT = "danger.text"
    DANGER_TINT = "danger.tint"
    DANGER_ON = "danger.on"
    WARNING_TEXT = "warning.text"
    WARNING_TINT = "warning.tint"
    BADGE_SOLID = "badge.solid"
    BADGE_ON = "badge.on"
    WAVE_PLAYED = "wave.played"
    WAVE_REST = "wave.rest"


class Space:
    """Distances in logical pixels (design, section 4)."""

    PANE = 16
    ROW_INSET = 8
    LABEL_TO_FIELD = 5
    FIELD_TO_FIELD = 12
    GROUP_TO_GROUP = 18


class Radius:
    """Corner radii: key caps; controls and rows; cards and search; popovers; toasts and palette."""

    XS = 4
    S = 6
    M = 8
    L = 10
    XL = 12


class Motion:
    """Durations in milliseconds; all become 0 when motion is reduced."""

    QUICK = 90
    STANDARD = 140
    PULSE = 1200
    COUNTDOWN = 1000
    COUNTDOWN_CANCEL = 250


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one scheme. `avatars`: eight pairs of ground and letter colour."""

    scheme: Scheme
    colors: dict[Color, QColor]
    avatars: tuple[tuple[QColor, QColor], ...]

    def __getitem__(self, color: Color) -> QColor:
        return self.colors[color]


@cache
def raw() -> dict[str, Any]:
    """The file as it is, read once."""
    loaded: dict[str, Any] = json.loads(resources.path("tokens.json").read_text(encoding="utf-8"))
    return loaded


STRONGER = {
    Color.TEXT_SECONDARY: Color.TEXT_PRIMARY,
    Color.TEXT_TERTIARY: Color.TEXT_PRIMARY,
    Color.TEXT_DISABLED: Color.TEXT_TERTIARY,
    Color.LINE_HAIRLINE: Color.LINE_CONTROL,
    Color.LINE_SOFT: Color.LINE_CONTROL,
    Color.LINE_STRONG: Color.TEXT_SECONDARY,
    Color.LINE_CONTROL: Color.TEXT_PRIMARY,
    Color.LINE_POPOVER: Color.LINE_CONTROL,
    Color.LINE_POPOVER_CONTROL: Color.TEXT_SECONDARY,
    Color.LINE_POPOVER_EDGE: Color.TEXT_PRIMARY,
    Color.BG_HEADER: Color.BG_WINDOW,
    Color.BG_SIDEBAR: Color.BG_WINDOW,
}
"""With high contrast, whose colour each has: text is all of one ink, edges are seen, grounds are plain."""


@cache
def palette(scheme: Scheme, *, strong: bool = False) -> Palette:
    """The colours of `scheme`; strong: with high contrast."""
    tokens = raw()
    from_whom = STRONGER if strong else {}
    return Palette(
        scheme,
        {color: QColor(tokens["color"][scheme][from_whom.get(color, color)]) for color in Color},
        tuple((QColor(ground), QColor(letter)) for ground, letter in tokens["avatar"][scheme]),
    )


@cache
def size(name: str) -> int:
    """A measure in logical pixels by its name in the tokens (`row.comfortable`, `sidebar`, `hintbar` …)."""
    value = raw()["size"][name]
    if not isinstance(value, int):
        raise TypeError(f"{name} has more than one measure")
    return value


@cache
def size_pair(name: str) -> tuple[int, int]:
    """A width and height by name (`window.main`, `window.min` …)."""
    width, height = raw()["size"][name]
    return int(width), int(height)
