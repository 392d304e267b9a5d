"""The order in which the keyboard goes through a window, by regions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def tab_chain(window: QWidget, regions: list[QWidget | None]) -> list[QWidget]:
    """The widgets that Tab stops at now, region after region and within each as Qt has it.

    Of the buttons of an exclusive group only the chosen one is a stop; the others are reached by the arrow keys.
    """
    stops: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if _stops(widget):
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return [stop for region in regions if region is not None for stop in stops if region.isAncestorOf(stop)]


def next_region(regions: list[QWidget], focus: QWidget | None, step: int) -> QWidget:
    """The region `step` after the one that has the focus, round and round; after the first where none has it."""
    here = next((i for i, region in enumerate(regions) if focus is not None and region.isAncestorOf(focus)), 0)
    return regions[(here + step) % len(regions)]


def first_stop(page: QWidget) -> QWidget | None:
    """Where the keyboard comes to in a page."""
    focusable = (w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible())
    return next(focusable, None)


def _stops(widget: QWidget) -> bool:
    wanted = Qt.FocusPolicy.TabFocus
    if not (widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & wanted == wanted):
        return False
    if widget.focusProxy() is not None:
        return False
    if isinstance(widget, QAbstractButton) and widget.isCheckable() and not widget.isChecked():
        group = widget.group()
        return group is None or not group.exclusive() or group.checkedButton() is None
    return True
