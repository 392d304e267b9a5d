"""The reception's keys: what its foot says of them, and those of a numeric keypad, which would else be typed."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.reception.calls_pane import CallsPane
from onepresence_desktop.desktop.reception.doing import Doing
from onepresence_desktop.desktop.widgets.hint_bar import Hint

PRESSES = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


def hints() -> list[Hint]:
    """What can be pressed."""
    return [
        Hint("F5", translate("Reception", "Answer next")),
        Hint("F6", translate("Reception", "Hold")),
        Hint("F7", translate("Reception", "Park")),
        Hint("F8", translate("Reception", "Hang up")),
        Hint("Ctrl+M", translate("Reception", "Message")),
        Hint("F4", translate("Reception", "More for the colleague"), right=True),
        Hint("F9", translate("Reception", "Fetch parked"), right=True),
    ]


def of_calls(doing: Doing, calls: CallsPane) -> dict[str, Callable[[], None]]:
    """What function keys do with calls."""
    return {
        "F5": doing.answer_next,
        "F6": doing.hold,
        "F7": doing.park,
        "F8": doing.hang_up,
        "F9": doing.fetch,
        "Ctrl+M": doing.message,
        "Ctrl+Up": lambda: calls.step(-1),
        "Ctrl+Down": lambda: calls.step(1),
    }


def of_pad(doing: Doing) -> dict[Qt.Key, Callable[[], None]]:
    """+ answers, − hangs up, * holds, / parks."""
    key = Qt.Key
    return {
        key.Key_Plus: doing.answer_next,
        key.Key_Minus: doing.hang_up,
        key.Key_Asterisk: doing.hold,
        key.Key_Slash: doing.park,
    }


def bind(page: QWidget, keys: Mapping[str, Callable[[], None]]) -> None:
    """Hear keys while the page is shown."""
    for name, then in keys.items():
        shortcut = QShortcut(QKeySequence(name), page)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(then)


class Keypad(QObject):
    """keys: what each of them does while `page` is shown.

    It hears whatever has the focus in the page's window, and nothing else: a filter of the whole program would stand
    before every event there is, each key typed and each row painted.
    """

    def __init__(self, page: QWidget, keys: Mapping[Qt.Key, Callable[[], None]]) -> None:
        super().__init__(page)
        self._page, self._keys = page, keys
        self._heard: QWidget | None = None
        self._on = False

    def listen(self, on: bool) -> None:
        """Hear them from now on, or no longer."""
        app = QApplication.instance()
        if not isinstance(app, QApplication) or on == self._on:
            return
        self._on = on
        if on:
            app.focusChanged.connect(self._focus_moved)
            self._hear(app.focusWidget())
        else:
            app.focusChanged.disconnect(self._focus_moved)
            self._hear(None)

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        self._hear(now)

    def _hear(self, widget: QWidget | None) -> None:
        if self._heard is not None:
            with contextlib.suppress(RuntimeError):  # it may be gone by now
                self._heard.removeEventFilter(self)
        self._heard = widget if widget is not None and widget.window() is self._page.window() else None
        if self._heard is not None:
            self._heard.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """One of them is pressed."""
        if event.type() not in PRESSES or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() != Qt.KeyboardModifier.KeypadModifier:
            return False
        then = self._keys.get(Qt.Key(event.key()))
        if then is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            then()
        return True
