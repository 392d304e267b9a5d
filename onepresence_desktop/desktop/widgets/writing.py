"""Buttons and switches that change something at the service at once: off while nothing can be, and they say why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

if TYPE_CHECKING:
    _Mixed = QAbstractButton
else:
    _Mixed = object

WHY_NOT = "why_not"
"""The property of a page that says why nothing can be changed on it; "" when it can."""


class Writing(_Mixed):
    """Mix-in, named first. What its page thinks of it counts again as soon as the reason is gone."""

    writes = False
    _able, _why_not, _tip, _said = True, "", "", ""

    def that_writes(self) -> Self:
        """It changes something at once, and so needs the service."""
        self.writes = True
        return self

    @property
    def why_not(self) -> str:
        """Why it can't be pressed now, whatever its page says; "" when it can."""
        return self._why_not

    def setEnabled(self, on: bool) -> None:
        """As far as its page is concerned."""
        self._able = on
        super().setEnabled(on and not self._why_not)

    def set_why_not(self, words: str) -> None:
        """Nothing can be changed, and why; "" when it can."""
        if not words and not self._why_not:
            return
        if self.toolTip() != self._why_not:
            self._tip = self.toolTip()
        if self.accessibleDescription() != self._why_not:
            self._said = self.accessibleDescription()
        self._why_not = words
        self.setToolTip(words or self._tip)
        self.setAccessibleDescription(words or self._said)
        self.setEnabled(self._able)

    def showEvent(self, event: QShowEvent) -> None:
        """Made while the service was away, it says so, too."""
        if self.writes:
            place: QWidget | None = self.parentWidget()
            while place is not None and place.property(WHY_NOT) is None:
                place = place.parentWidget()
            if place is not None and place.property(WHY_NOT) != self._why_not:
                self.set_why_not(place.property(WHY_NOT))
        super().showEvent(event)
