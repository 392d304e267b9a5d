"""The field in the settings that shows the global key and records another."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop.hotkey.combination import Combination
from onepresence_desktop.desktop.hotkey.hotkey import Hotkey
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton
from onepresence_desktop.desktop.widgets.key_caps import KeyCaps
from onepresence_desktop.desktop.widgets.labels import Label

_MODIFIERS = {
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
}


class Recorder(QWidget):
    """Caps, a button that listens for other ones, and a way back to the standard. What is wrong stands below."""

    def __init__(self, hotkey: Hotkey) -> None:
        super().__init__()
        self._hotkey = hotkey
        self.caps = KeyCaps("")
        self.listen = Listener()
        self.back = IconButton("refresh")
        self.problem = Label(role=fonts.Text.SMALL, tone="danger", wrap=True)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addStretch(1)
        for widget in (self.caps, self.listen, self.back):
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.problem)
        self.listen.listening.connect(self._listening)
        self.listen.pressed_keys.connect(self._recorded)
        self.listen.nothing_came.connect(self._explain)
        self.back.clicked.connect(lambda: self._choose(None))
        hotkey.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """The key in use, and what stands in its way."""
        self.caps.set_keys(self._hotkey.caps())
        self.listen.say()
        self.back.set_name(translate("Hotkey", "Back to the usual key"))
        self.back.setVisible(not self._hotkey.standard)
        self._tell(
            {
                "": "",
                "taken": translate("Hotkey", "Another program has this key. Choose another one, or change it there."),
                "away": translate("Hotkey", "The system doesn't let a program take a key for itself here."),
            }[self._hotkey.problem]
        )

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def _listening(self, on: bool) -> None:
        self._hotkey.lend(lent=on)
        if on:
            self._tell("")

    def _recorded(self, scan_code: int, virtual_key: int, modifiers: Qt.KeyboardModifier) -> None:
        combination = self._hotkey.combination(scan_code, virtual_key, modifiers)
        if not combination.scan:
            self._tell(translate("Hotkey", "This key can't be used."))
        elif not combination.usable:
            self._tell(translate("Hotkey", "Hold Ctrl or Alt as well: the key alone is needed for writing."))
        else:
            self._choose(None if combination in self._hotkey.standard_combinations else combination)

    def _explain(self) -> None:
        """A key that another program has taken never gets here: only its Ctrl and Alt do."""
        self._tell(
            translate("Hotkey", "Only Ctrl, Alt or Shift arrived. Another program may have that key; choose another.")
        )

    def _choose(self, combination: Combination | None) -> None:
        if not self._hotkey.choose(combination):
            self._tell(translate("Hotkey", "Another program has that key already; the old one stays."))

    def _tell(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))


class Listener(Button):
    """Pressed once it waits for keys; Esc, or leaving it, ends that. nothing_came: modifiers alone came and went."""

    listening = Signal(bool)
    nothing_came = Signal()
    pressed_keys = Signal(int, int, Qt.KeyboardModifier)

    def __init__(self) -> None:
        super().__init__(small=True)
        self.on = False
        self.clicked.connect(lambda: self._set(not self.on))

    def say(self) -> None:
        """Its words."""
        self.setText(translate("Hotkey", "Press the keys …") if self.on else translate("Hotkey", "Change"))

    def event(self, event: QEvent) -> bool:
        """While listening no key is a shortcut."""
        if self.on and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The combination."""
        if not self.on:
            super().keyPressEvent(event)
            return
        event.accept()
        if event.key() in _MODIFIERS or event.isAutoRepeat():
            return
        self._set(on=False)
        if event.key() != Qt.Key.Key_Escape:
            self.pressed_keys.emit(event.nativeScanCode(), event.nativeVirtualKey(), event.modifiers())

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The last modifier is up, and no key was with it."""
        if self.on and event.key() in _MODIFIERS and not event.isAutoRepeat():
            event.accept()
            if not event.modifiers():
                self.nothing_came.emit()
            return
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Not listening any more."""
        self._set(on=False)
        super().focusOutEvent(event)

    def _set(self, on: bool) -> None:
        if self.on != on:
            self.on = on
            self.say()
            self.listening.emit(on)
            if on:
                self.setFocus()
