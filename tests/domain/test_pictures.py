"""What is taken for a picture of somebody (spec 9.1)."""

from __future__ import annotations

import struct

import pytest

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.pictures import MOST_BYTES, PictureKind, examined


def png(width: int, height: int) -> bytes:
    head = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", width, height) + bytes(9)
    return head + b"\x00\x00\x00\x00IEND\xaeB`\x82"


def jpeg(width: int, height: int, frame: int = 0xC0, before: bytes = b"\xff\xe0\x00\x04ab") -> bytes:
    head = bytes((0xFF, frame)) + struct.pack(">HBHH", 17, 8, height, width)
    return b"\xff\xd8" + before + head + bytes(20) + b"\xff\xd9"


def test_png_and_jpeg_are_known_by_their_contents() -> None:
    assert examined(png(256, 256)) is PictureKind.PNG
    assert examined(jpeg(256, 1)) is PictureKind.JPEG
    assert examined(jpeg(64, 64, 0xC2, b"\xff\x01" + b"\xff\xd0")) is PictureKind.JPEG


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "no_picture"),
        (b"GIF89a" + bytes(40), "no_picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no_picture"),
        (png(64, 64)[:-1], "no_picture"),
        (png(64, 64) + b"<script>", "no_picture"),
        (png(64, 64).replace(b"IHDR", b"tEXt"), "no_picture"),
        (png(0, 64), "no_picture"),
        (jpeg(64, 0), "no_picture"),
        (jpeg(64, 64)[:-2], "no_picture"),
        (jpeg(64, 64, 0xDA), "no_picture"),
        (jpeg(64, 64, before=b"\xff\xe0\xff\xff"), "no_picture"),
        (jpeg(64, 64, before=b"\xff\xe0\x00\x00"), "no_picture"),
        (b"\xff\xd8\xff\xd9", "no_picture"),
        (png(257, 10), "too_many_pixels"),
        (png(65_535, 65_535), "too_many_pixels"),
        (jpeg(10, 300), "too_many_pixels"),
        (png(64, 64) + bytes(MOST_BYTES), "too_large"),
    ],
)
def test_anything_else_is_refused_with_the_reason(data: bytes, problem: str) -> None:
    with pytest.raises(Invalid) as refused:
        examined(data)
    assert refused.value.details == {"field": "picture", "problem": problem}
