"""A QR code painted from a matrix: dark on a white plate with its quiet zone, in both themes (design, section 7.17)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.theme import icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.wire.views import SipSettings

EXTENT = 128
QUIET = 4
"""Modules of white round the code (ISO/IEC 18004)."""
Matrix = Sequence[Sequence[bool]]


def sip_uri(settings: SipSettings) -> str:
    """What softphones read: a SIP address with its password (RFC 3261, section 19.1)."""
    from urllib.parse import quote

    host = f"[{settings.server}]" if ":" in settings.server else settings.server
    secret = quote(settings.password, safe="")
    return f"sip:{quote(settings.user)}:{secret}@{host}:{settings.port};transport={settings.transport}"


def matrix(text: str) -> Matrix:
    """The dark modules, row by row, without the quiet zone."""
    import segno  # only where a code is shown

    return tuple(tuple(bool(module) for module in row) for row in segno.make_qr(text, error="m").matrix)


class QrCode(QWidget):
    """A code, or while it is hidden a glyph in its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(EXTENT, EXTENT)
        self.matrix: Matrix = ()

    def show_text(self, text: str) -> None:
        """The code of a text; "" hides it."""
        self.matrix = matrix(text) if text else ()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """In whole device pixels, so that no module is smeared."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        rect = QRectF(self.rect())
        if not self.matrix:
            painter.setBrush(color(Color.BG_TRACK))
            painter.drawRoundedRect(rect, Radius.M, Radius.M)
            spot = QRectF(rect.center().x() - 16, rect.center().y() - 16, 32, 32)
            icons.paint(painter, "qr", spot, color(Color.TEXT_TERTIARY), self.devicePixelRatioF())
            return
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawRoundedRect(rect, Radius.M, Radius.M)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        ratio = self.devicePixelRatioF()
        whole = len(self.matrix) + 2 * QUIET
        module = max(1, int(EXTENT * ratio) // whole) / ratio
        start = (EXTENT - module * len(self.matrix)) / 2
        start = round(start * ratio) / ratio
        for y, row in enumerate(self.matrix):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(QRectF(start + x * module, start + y * module, module, module), QColor("#101828"))
