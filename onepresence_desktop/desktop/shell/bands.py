"""The bands over a page: how the connection stands, and for some seconds what didn't work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop.theme.tokens import Space
from onepresence_desktop.desktop.widgets.banner import Banner, Tone

NOTICE_MS = 10_000
"""How long a failed command is told of."""


class Bands(QWidget):
    """retry_wanted: connect again now."""

    retry_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.banner, self.notice = Banner(), Banner(Tone.DANGER)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._banner_row, self._notice_row = (self._row(column, band) for band in (self.banner, self.notice))
        self._then: Callable[[], None] | None = None
        self._gone = QTimer(self)
        self._gone.setSingleShot(True)
        self._gone.setInterval(NOTICE_MS)
        self._gone.timeout.connect(self.hide_notice)
        self.banner.action_clicked.connect(self.retry_wanted)
        self.notice.action_clicked.connect(self._act)

    def _row(self, column: QVBoxLayout, band: Banner) -> QWidget:
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(Space.PANE, 0, Space.PANE, 6)
        inside.addWidget(band)
        row.hide()
        column.addWidget(row)
        return row

    def show_banner(self, strong: str, words: str, action: str) -> None:
        """How the connection stands."""
        self.banner.say(words, strong=strong)
        self.banner.set_action(action)
        self._banner_row.show()

    def hide_banner(self) -> None:
        """Take it away."""
        self._banner_row.hide()
        self.banner.hide()

    def show_notice(self, words: str, action: str = "", then: Callable[[], None] | None = None) -> None:
        """Say for some seconds that something didn't work, with a way out if there is one."""
        self.notice.say(words)
        self.notice.set_action(action)
        self._then = then
        self._notice_row.show()
        self._gone.start()

    def hide_notice(self) -> None:
        """Take it away."""
        self._gone.stop()
        self._notice_row.hide()
        self.notice.hide()

    def _act(self) -> None:
        then = self._then
        self.hide_notice()
        if then is not None:
            then()
