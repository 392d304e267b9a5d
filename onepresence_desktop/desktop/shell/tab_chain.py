"""The order in which the keyboard goes through a window: by regions, and within each as it is laid out."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLayout, QWidget


def tab_chain(regions: list[QWidget | None]) -> list[QWidget]:
    """The widgets that Tab stops at now, region after region and within each as people read it.

    Qt's own order is the order in which widgets were made: a row that is added later would come behind all else. A part
    that two regions share is come to once, or Tab would never leave it. Of the buttons of an exclusive group only the
    chosen one is a stop; the others are reached by the arrow keys.
    """
    seen = (widget for region in regions if region is not None for widget in _within(region))
    return [widget for widget in dict.fromkeys(seen) if _stops(widget)]


def next_region(regions: list[QWidget], focus: QWidget | None, step: int) -> QWidget:
    """The region `step` after the one that has the focus, round and round; after the first where none has it."""
    here = next((i for i, region in enumerate(regions) if focus is not None and region.isAncestorOf(focus)), 0)
    return regions[(here + step) % len(regions)]


def first_stop(page: QWidget) -> QWidget | None:
    """Where the keyboard comes to in a page."""
    return next((widget for widget in _within(page) if _stops(widget)), None)


def _within(part: QWidget) -> Iterator[QWidget]:
    """All that is seen within a part: what is laid out in that order, then what stands in it by itself."""
    layout = part.layout()
    laid = dict.fromkeys(_laid(layout)) if layout is not None else {}
    free = (child for child in part.children() if isinstance(child, QWidget) and not child.isWindow())
    for child in dict.fromkeys([*laid, *free]):
        if child.isVisible():
            yield child
            yield from _within(child)


def _laid(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is not None and (widget := item.widget()) is not None:
            yield widget
        elif item is not None and (inner := item.layout()) is not None:
            yield from _laid(inner)


def _stops(widget: QWidget) -> bool:
    if not (widget.isVisible() and widget.isEnabled() and _takes_tab(widget)):
        return False
    if widget.focusProxy() is not None:
        return False
    if isinstance(widget, QAbstractButton) and widget.isCheckable() and not widget.isChecked():
        group = widget.group()
        return group is None or not group.exclusive() or group.checkedButton() is None
    return True


def _takes_tab(widget: QWidget) -> bool:
    """By its policy, or in the stead of one that stood for all of its group before.

    Where an exclusive group has had the focus, Qt takes Tab from all but the button chosen then, and gives it to none
    that the program chooses later.
    """
    if isinstance(widget, QAbstractButton) and widget.isChecked():
        return any(_by_policy(one) for one in [widget, *_alternatives(widget)])
    return _by_policy(widget)


def _by_policy(widget: QWidget) -> bool:
    wanted = Qt.FocusPolicy.TabFocus
    return widget.focusPolicy() & wanted == wanted


def _alternatives(button: QAbstractButton) -> list[QAbstractButton]:
    group: QButtonGroup | None = button.group()
    parent = button.parentWidget()
    if group is not None:
        return group.buttons() if group.exclusive() else []
    if not button.autoExclusive() or parent is None:
        return []
    beside = parent.findChildren(QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [one for one in beside if one.autoExclusive() and one.group() is None]
