"""A layout that is filled again while it is looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout


def emptied(layout: QLayout) -> None:
    """Everything in it goes, what lies in layouts inside it too."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            emptied(inner)


def shown_now(layout: QLayout) -> None:
    """What was put in is there at once, unless it was hidden on purpose.

    Qt shows it only in the loop's next turn. Until then it takes no room, and what is laid out meanwhile is squeezed.
    """
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                widget.show()
        elif (inner := item.layout()) is not None:
            shown_now(inner)
