"""What a virtual screen shows, asked of the X server itself: to start a program for each look costs many times that."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from Xlib import X
from Xlib.display import Display

Pixels = np.ndarray[Any, Any]


def pixels(display: str, area: tuple[int, int, int, int] | None = None) -> Pixels:
    """Red, green and blue of each pixel, row by row; of an area (left, top, right, bottom), or of the whole screen."""
    server = Display(display)
    try:
        root = server.screen().root
        whole = root.get_geometry()
        left, top, right, bottom = area or (0, 0, whole.width, whole.height)
        left, top, right, bottom = max(left, 0), max(top, 0), min(right, whole.width), min(bottom, whole.height)
        image = root.get_image(left, top, right - left, bottom - top, X.ZPixmap, 0xFFFFFFFF)
        data = np.frombuffer(image.data, np.uint8).reshape(bottom - top, right - left, 4)
        return data[:, :, 2::-1]
    finally:
        server.close()


def save(display: str, file: Path) -> None:
    """The whole screen as a PNG."""
    seen = pixels(display)
    height, width, _ = seen.shape
    lines = np.zeros((height, 1 + 3 * width), np.uint8)  # each begins with its filter: none
    lines[:, 1:] = seen.reshape(height, -1)
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(lines.tobytes(), 1)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))
