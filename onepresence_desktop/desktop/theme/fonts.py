"""The bundled typeface and the six roles it is used in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from onepresence_desktop.desktop.theme import resources

FAMILY = "Inter"
FALLBACK = ("Segoe UI", "SF Pro Text", "Noto Sans", "sans-serif")
REGULAR, MEDIUM, SEMIBOLD = (
    QFont.Weight.Normal,
    QFont.Weight.Medium,
    QFont.Weight.DemiBold,
)


@dataclass(frozen=True, slots=True)
class Role:
    """Size and line height in logical pixels and the usual weight."""

    size: int
    line: int
    weight: QFont.Weight


class Text(Enum):
    """What a text is, not how big it is."""

    DISPLAY = Role(22, 28, SEMIBOLD)
    TITLE = Role(17, 24, SEMIBOLD)
    HEADING = Role(14, 20, SEMIBOLD)
    BODY = Role(13, 18, REGULAR)
    SMALL = Role(12, 16, REGULAR)
    MICRO = Role(11, 14, MEDIUM)

    __hash__ = object.__hash__  # fonts are looked up by it for each text that is painted; Enum's own is in Python


@cache
def load() -> bool:
    """Make the bundled files known to Qt, once; False when they are missing and the system's font serves."""
    ids = [
        QFontDatabase.addApplicationFont(str(resources.path("fonts", f"Inter-{weight}.otf")))
        for weight in ("Regular", "Medium", "SemiBold")
    ]
    return all(font_id >= 0 for font_id in ids)


@cache
def font(text: Text = Text.BODY, weight: QFont.Weight | None = None, *, tabular: bool = False) -> QFont:
    """The font of a role. `tabular`: figures of one width, for every number, time and timer. Never change it."""
    return sized(
        text.value.size,
        weight if weight is not None else text.value.weight,
        tabular=tabular,
    )


@cache
def sized(pixels: int, weight: QFont.Weight = REGULAR, *, tabular: bool = False) -> QFont:
    """A font of so many logical pixels, where no role fits (initials)."""
    made = QFont(FAMILY)
    made.setFamilies([FAMILY, *FALLBACK])
    made.setPixelSize(max(1, pixels))
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


@cache
def metrics(text: Text = Text.BODY, weight: QFont.Weight | None = None, *, tabular: bool = False) -> QFontMetricsF:
    """Measures of a role's font, for delegates."""
    return QFontMetricsF(font(text, weight, tabular=tabular))
