"""What a screen reader toggles counts as a click: Qt would only turn the button, and what it is for wouldn't happen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    _Mixed = QAbstractButton
else:
    _Mixed = object


class Toggled(_Mixed):
    """Mix-in, named first. `follow_toggles` once it can be checked; what the program sets stays without a click."""

    _known = False

    def follow_toggles(self) -> None:
        """Tell of what comes neither from the program nor by mouse or key."""
        self.toggled.connect(self._heed)

    def setChecked(self, checked: bool) -> None:
        """By the program."""
        before, self._known = self._known, True
        super().setChecked(checked)
        self._known = before

    def nextCheckState(self) -> None:
        """By mouse or key, which click by themselves."""
        before, self._known = self._known, True
        super().nextCheckState()
        self._known = before

    def _heed(self, checked: bool) -> None:
        group = self.group()
        one_of_several = self.autoExclusive() or (group is not None and group.exclusive())
        if self._known or (one_of_several and not checked):
            return
        if not one_of_several:
            blocker = QSignalBlocker(self)
            self.setChecked(not checked)
            blocker.unblock()
        self.click()
