"""A picture from a file, cut to a square and made small before it is sent; what else the file held stays here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from onepresence_desktop.domain.errors import Invalid, TooLarge
from onepresence_desktop.domain.pictures import LARGEST, MOST_BYTES, PictureKind, examined

MOST_OF_A_FILE = 30 * 1024 * 1024
QUALITIES = (88, 75, 60, 40)
"""Tried one after another until it is small enough."""


def prepared(path: Path) -> tuple[bytes, PictureKind]:
    """The middle of a picture, 256 pixels at most. Raises `Invalid` (unreadable, no_picture), `TooLarge`.

    Takes some tenths of a second for a camera's picture; not for the window's thread.
    """
    try:
        if path.stat().st_size > MOST_OF_A_FILE:
            raise TooLarge(limit=MOST_OF_A_FILE)
        path.open("rb").close()
    except OSError as exc:
        raise Invalid(field="file", problem="unreadable") from exc
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        raise Invalid(field="picture", problem="no_picture")
    side = min(image.width(), image.height())
    middle = QRect((image.width() - side) // 2, (image.height() - side) // 2, side, side)
    small = image.copy(middle)
    if side > LARGEST:
        small = small.scaled(
            QSize(LARGEST, LARGEST), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    data, kind = _written(small)
    examined(data)
    return data, kind


def _written(image: QImage) -> tuple[bytes, PictureKind]:
    if image.hasAlphaChannel():
        data = _encoded(image.convertToFormat(QImage.Format.Format_ARGB32), "PNG", -1)
        if len(data) <= MOST_BYTES:
            return data, PictureKind.PNG
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    data = b""
    for quality in QUALITIES:
        data = _encoded(plain, "JPEG", quality)
        if len(data) <= MOST_BYTES:
            break
    return data, PictureKind.JPEG


def _encoded(image: QImage, form: str, quality: int) -> bytes:
    image.setText("", "")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, form, quality)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
