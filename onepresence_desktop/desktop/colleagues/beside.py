"""The rows with the details of one beside them, or in their place where there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onepresence_desktop.desktop.colleagues.details import WIDTH, Details
from onepresence_desktop.desktop.colleagues.doing import Doing
from onepresence_desktop.desktop.widgets.floating import UNBOUNDED
from onepresence_desktop.domain.people import UserId

BESIDE_FROM = 620
"""Width from which both have room."""


class Beside(QWidget):
    """changed: the details were opened or closed."""

    changed = Signal()

    def __init__(self, rows: QWidget, details: Details, doing: Doing) -> None:
        super().__init__()
        self._rows, self._details, self._doing = rows, details, doing
        details.picked_up.connect(lambda user: doing.pick_up(UserId(user)))
        details.waited.connect(lambda user: doing.wait(UserId(user)))
        doing.changed.connect(lambda: self.follow(None))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(rows, 1)
        across.addWidget(details)

    def open(self, user: UserId | None) -> None:
        """Show somebody's details, with the keys."""
        if user is None:
            return
        self._doing.details_of(self._details, user)
        self._details.show()
        self._fit()
        self._details.call.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def close_details(self) -> bool:
        """Back to the rows alone; whether there was anything to close."""
        if self._details.isHidden():
            return False
        self._details.hide()
        self._fit()
        self.changed.emit()
        return True

    def follow(self, user: UserId | None) -> None:
        """The row chosen, in the state it is in now; None: the one shown."""
        user = user or self._details.user
        if self._details.isVisible() and user is not None:
            self._doing.details_of(self._details, user)

    def _fit(self) -> None:
        alone = not self._details.isHidden() and self.width() < BESIDE_FROM
        self._rows.setVisible(not alone)
        self._details.setMinimumWidth(0 if alone else WIDTH)
        self._details.setMaximumWidth(UNBOUNDED if alone else WIDTH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Room for both, or for one."""
        super().resizeEvent(event)
        self._fit()
