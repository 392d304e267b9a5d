"""A click beside an open list of names does what it would do without the list; Qt's own completer swallows it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget


class ClickThrough(QObject):
    """Belongs to the list of a completer, and must be made once the completer watches it."""

    def __init__(self, popup: QAbstractItemView) -> None:
        super().__init__(popup)
        self._popup = popup
        popup.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide the list, and press what lies under the pointer."""
        if watched is not self._popup or event.type() is not QEvent.Type.MouseButtonPress:
            return False
        if not isinstance(event, QMouseEvent) or self._popup.rect().contains(event.position().toPoint()):
            return False
        self._popup.hide()
        where = event.globalPosition()
        target = QApplication.widgetAt(where.toPoint())
        if target is not None:
            _give_focus(target)
            pressed = QMouseEvent(
                event.type(), target.mapFromGlobal(where), where, event.button(), event.buttons(), event.modifiers()
            )
            QApplication.sendEvent(target, pressed)
        return True


def _give_focus(target: QWidget) -> None:
    """As a click does: to the first round it that takes the focus by one."""
    widget: QWidget | None = target
    while widget is not None and not (widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.ClickFocus):
        widget = None if widget.isWindow() else widget.parentWidget()
    if widget is not None:
        widget.setFocus(Qt.FocusReason.MouseFocusReason)
