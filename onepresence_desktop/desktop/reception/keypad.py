"""The reception's keys: what its foot says of them, and those of a numeric keypad, which would else be typed."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from onepresence_desktop.desktop.commands_registry import Command, Group
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.reception.calls_pane import CallsPane
from onepresence_desktop.desktop.reception.doing import Doing
from onepresence_desktop.desktop.widgets.hint_bar import Hint

PRESSES = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


def commands(doing: Doing, more: Callable[[], None]) -> list[Command]:
    """What can be pressed here, in the words of the language in use. more: shows what else there is for a colleague."""

    def command(key: str, icon: str, words: str, keys: str, run: Callable[[], None]) -> Command:
        return Command(f"reception.{key}", Group.CALL, icon, words, run, keys=keys)

    to_mailbox = partial(doing.hand_on_unanswered, mailbox=True)
    return [
        command("answer", "answer", translate("Reception", "Answer next"), "F5", doing.answer_next),
        command("hold", "pause", translate("Reception", "Hold"), "F6", doing.hold),
        command("park", "park", translate("Reception", "Park"), "F7", doing.park),
        command("hang-up", "hangup", translate("Reception", "Hang up"), "F8", doing.hang_up),
        command("hand-on", "forward-to", translate("Reception", "Hand on unanswered"), "F3", doing.hand_on_unanswered),
        command("message", "message", translate("Reception", "Message"), "Ctrl+M", doing.message),
        command(
            "mailbox", "msg-voicemail", translate("Reception", "Unanswered to the mailbox"), "Shift+F3", to_mailbox
        ),
        command("more", "person", translate("Reception", "More for the colleague"), "F4", more),
        command("fetch", "park", translate("Reception", "Fetch parked"), "F9", doing.fetch),
    ]


AT_THE_RIGHT = ("F4", "F9")
"""Keys that keep their place at the foot's right end, however narrow it is."""


def hints(given: Iterable[Command]) -> list[Hint]:
    """Commands as the foot and the key overview show them."""
    return [Hint(command.keys, command.words, right=command.keys in AT_THE_RIGHT) for command in given]


def of_calls(calls: CallsPane) -> dict[str, Callable[[], None]]:
    """Keys that move about among the calls, and are no commands."""
    return {"Ctrl+Up": partial(calls.step, -1), "Ctrl+Down": partial(calls.step, 1)}


def of_pad(doing: Doing) -> dict[Qt.Key, Callable[[], None]]:
    """+ answers, − hangs up, * holds, / parks."""
    key = Qt.Key
    return {
        key.Key_Plus: doing.answer_next,
        key.Key_Minus: doing.hang_up,
        key.Key_Asterisk: doing.hold,
        key.Key_Slash: doing.park,
    }


def bind(page: QWidget, given: Iterable[Command], more: Mapping[str, Callable[[], None]]) -> None:
    """Hear the keys of commands, and some more, while the page is shown.

    A command's key that is held down is pressed once: what it would do next, it would do with the next call.
    """
    for keys, run in ((command.keys, command.run) for command in given):
        _hear(page, keys, run).setAutoRepeat(False)
    for keys, run in more.items():
        _hear(page, keys, run)


def _hear(page: QWidget, keys: str, run: Callable[[], None]) -> QShortcut:
    shortcut = QShortcut(QKeySequence(keys), page)
    shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
    shortcut.activated.connect(run)
    return shortcut


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
