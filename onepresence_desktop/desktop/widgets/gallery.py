"""Pictures of people for those who paint them: round, at the size asked for, and only so many in memory.

It knows nothing of where pictures come from: who fills it is told by `wanted` that somebody's is to be painted. As long
as nobody has a picture, asking costs one look into an empty table.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QImage, QImageReader, QPainter, QPixmap

MOST_IMAGES = 200
"""Pictures in memory, 64 KiB each; what was painted longest ago goes first."""
MOST_ROUND = 400
"""The same cut round at one size, 20 KiB each in the list."""
SIDE = 128
"""Pixels kept of each side: the largest disc is 56, at twice the density."""
LARGEST = 512
"""Pixels of a side that are decoded at all."""


class Gallery(QObject):
    """wanted: somebody's picture, by the person's id, is to be painted and isn't here; told once for each picture."""

    wanted = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._which: dict[str, str] = {}
        self._images: OrderedDict[str, QImage | None] = OrderedDict()
        self._round: OrderedDict[tuple[str, int], QPixmap] = OrderedDict()

    def set_which(self, which: Mapping[str, str]) -> None:
        """Who has a picture, and which: person's id to its digest. What has changed is wanted anew."""
        for person in [one for one in self._images if which.get(one) != self._which.get(one)]:
            self.forget(person)
        self._which = dict(which)

    def which(self, person: str) -> str:
        """The digest of somebody's picture, "" for none."""
        return self._which.get(person, "")

    def forget(self, person: str) -> None:
        """Let go of a picture, so that it is wanted anew."""
        self._images.pop(person, None)
        for key in [key for key in self._round if key[0] == person]:
            del self._round[key]

    def put(self, person: str, data: bytes) -> bool:
        """Take somebody's in; whether it is a picture."""
        image = decoded(data)
        self._images[person] = image
        while len(self._images) > MOST_IMAGES:
            self.forget(next(iter(self._images)))
        return image is not None

    def picture(self, person: str, side: int) -> QPixmap | None:
        """Somebody's picture as a disc of so many pixels; None while there is none."""
        if person not in self._which:
            return None
        found = self._round.get((person, side))
        if found is None:
            found = self._cut(person, side)
        else:
            self._round.move_to_end((person, side))
        return found

    def _cut(self, person: str, side: int) -> QPixmap | None:
        if person not in self._images:
            self._images[person] = None
            self.wanted.emit(person)
        image = self._images[person]
        self._images.move_to_end(person)
        if image is None:
            return None
        made = self._round[(person, side)] = _disc(image, side)
        while len(self._round) > MOST_ROUND:
            self._round.popitem(last=False)
        return made


def decoded(data: bytes) -> QImage | None:
    """A picture as it is kept; None for what is none, or too large to be a person's."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if bytes(reader.format().data()) not in (b"png", b"jpeg") or max(size.width(), size.height()) > LARGEST:
        return None
    image = reader.read()
    if image.isNull():
        return None
    return image.scaled(
        QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )


def _disc(image: QImage, side: int) -> QPixmap:
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    shown = image.scaled(
        QSize(side, side), Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    painter.setBrush(QBrush(shown))
    painter.drawEllipse(QRectF(0, 0, side, side))
    painter.end()
    return made


_gallery: list[Gallery] = []


def gallery() -> Gallery:
    """The one of the program."""
    if not _gallery:
        _gallery.append(Gallery())
    return _gallery[0]
