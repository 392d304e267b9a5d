"""What screen readers are told besides what has the focus, and what painted widgets are to them (spec 13.3)."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_installed = False

_made: list[QAccessibleInterface] = []
"""All that `_interface` has made. Qt's cache owns an interface once it was handed out, and deletes it with its widget
or with the application. PySide holds it too, and lets go of it when the application ends, before that cache is emptied:
what nobody else holds is deleted then, and by the cache once more."""


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
    """Asked for each class of a widget, from its own up to QWidget, which Qt's own widgets don't reach.

    Also for one that is being destroyed, by then a plain QWidget: the bridge to screen readers asks for it to tell that
    a part of it has gone. What is made for that is never let go by its widget, so nothing is.
    """
    if not isinstance(watched, QWidget):
        return None
    role = getattr(type(watched), "accessible_role", None)
    if role is None and name == "QWidget" and watched.accessibleName() and not watched.isWindow():
        role = QAccessible.Role.Grouping
    made = QAccessibleWidget(watched, role, "") if role is not None else None
    if made is None or not made.isValid():
        return None
    _made.append(made)
    return made
