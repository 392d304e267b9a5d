"""Pictures of people: what is taken for one, by its first bytes and its measures, without decoding it (spec 9.1).

PNG: W3C PNG section 5 and 11.2.2. JPEG: ITU-T T.81 annex B.
"""

from __future__ import annotations

import struct
from enum import StrEnum

from onepresence_desktop.domain.errors import Invalid

MOST_BYTES = 100 * 1024
LARGEST = 256
"""Pixels of a side."""

_PNG, _PNG_END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"
_JPEG, _JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers without a segment after them."""
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive: what every program reads."""


class PictureKind(StrEnum):
    """What a picture is, as a media type."""

    PNG = "image/png"
    JPEG = "image/jpeg"


def examined(data: bytes) -> PictureKind:
    """What kind of picture it is. Raises `Invalid` (picture): too_large, no_picture, too_many_pixels."""
    if len(data) > MOST_BYTES:
        raise Invalid(field="picture", problem="too_large")
    kind, size = (PictureKind.PNG, _png_size(data)) if data.startswith(_PNG) else (PictureKind.JPEG, _jpeg_size(data))
    if size is None or 0 in size:
        raise Invalid(field="picture", problem="no_picture")
    if max(size) > LARGEST:
        raise Invalid(field="picture", problem="too_many_pixels")
    return kind


def _png_size(data: bytes) -> tuple[int, int] | None:
    if data[8:16] != b"\x00\x00\x00\rIHDR" or not data.endswith(_PNG_END):
        return None
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """From the first frame header; the segments before it are stepped over."""
    if not (data.startswith(_JPEG) and data.endswith(_JPEG_END)):
        return None
    place = 2
    while place + 9 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker in _ALONE:
            place += 2
            continue
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return width, height
        length = struct.unpack(">H", data[place + 2 : place + 4])[0]
        if length < 2:
            return None
        place += 2 + length
    return None
