"""What screen readers are told besides what has the focus, and what painted widgets are to them (spec 13.3)."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_installed = False


def tell(widget: QWidget, words: str) -> None:
    """Have it said, where somebody listens: an error, or that something which is looked at has changed."""
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def install_roles() -> None:
    """Have widgets that paint themselves called what their class says in `accessible_role`: Qt knows only its own.

    A plain widget with a name is a group, so that the name is read with what it holds.
    """
    global _installed
    if not _installed:
        _installed = True
        QAccessible.installFactory(_interface)


def _interface(name: str, watched: QObject) -> QAccessibleInterface | None:
    """Asked for each class of a widget, from its own up to QWidget, which Qt's own widgets don't reach."""
    if not isinstance(watched, QWidget):
        return None
    role = getattr(type(watched), "accessible_role", None)
    if role is None and name == "QWidget" and watched.accessibleName() and not watched.isWindow():
        role = QAccessible.Role.Grouping
    return QAccessibleWidget(watched, role, "") if role is not None else None
