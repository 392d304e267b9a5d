"""A global key as the program knows it: taken, told when pressed, changed and tried out in the settings."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.hotkey.combination import SPACE, STANDARD, Combination, wanted
from onepresence_desktop.desktop.hotkey.grabber import Grabber
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.stored_settings import Setting, Settings

log = logging.getLogger(__name__)


class Hotkey(QObject):
    """pressed: as it says. changed: another key, or it can't be had (`problem`).

    setting: where another one than `standard` is kept. The usual key is the one that dials what is marked.
    """

    pressed = Signal()
    changed = Signal()
    _fired = Signal()

    def __init__(
        self,
        settings: Settings,
        grabber: Grabber,
        setting: Setting[str] = keys.HOTKEY,
        standard: tuple[Combination, ...] = STANDARD,
    ) -> None:
        super().__init__()
        self._settings, self._setting, self._standard = settings, setting, standard
        self.grabber = grabber
        self.problem = ""
        self._lent = False
        self._heard: Callable[[str], None] | None = None
        self._fired.connect(self.pressed, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Take the key of the settings."""
        try:
            self.grabber.start(self._fired.emit)
        except OSError as exc:
            log.warning("no global key: %s", exc)
            self.problem = "away"
        else:
            self._take()
        self.changed.emit()

    def stop(self) -> None:
        """Let it go."""
        try:
            self.grabber.stop()
        except OSError:
            log.info("the key was gone already")

    @property
    def combinations(self) -> tuple[Combination, ...]:
        """Those in use."""
        return wanted(self._settings.get(self._setting), self._standard)

    def choose(self, combination: Combination | None) -> bool:
        """Use another one (None: the standard); False when another program has it, and the old one stays."""
        before = self._settings.get(self._setting)
        self._settings.set(self._setting, str(combination) if combination is not None else "")
        self._take()
        taken = self.problem == ""
        if not taken:
            self._settings.set(self._setting, before)
            self._take()
        self.changed.emit()
        return taken

    def lend(self, *, lent: bool) -> None:
        """Let go for a while, so that a field can hear the key itself."""
        self._lent = lent
        self._take()

    def _take(self) -> None:
        try:
            lost = self.grabber.take(() if self._lent else self.combinations)
        except OSError as exc:
            log.warning("the key can't be taken: %s", exc)
            self.problem = "away"
            return
        # Of the standard's two one is enough.
        self.problem = "taken" if lost and len(lost) == len(self.combinations) else ""
        if lost:
            log.warning("another program has the key: %s", ", ".join(str(one) for one in lost))

    # --- for the settings ---

    def name(self, combination: Combination) -> list[str]:
        """Its caps: ["Ctrl", "§"]."""
        if sys.platform == "darwin":
            words = {"ctrl": "⌃", "shift": "⇧", "alt": "⌥", "meta": "⌘"}
        else:
            words = {"ctrl": "Ctrl", "shift": translate("Hotkey", "Shift"), "alt": "Alt", "meta": "Win"}
        try:
            label = self.grabber.label(combination)
        except OSError:
            label = ""
        if combination.scan == SPACE:
            label = translate("Hotkey", "Space")
        shown = [word for name, word in words.items() if getattr(combination, name)]
        return [*shown, label or translate("Hotkey", "the key left of 1")]

    def caps(self) -> str:
        """The key in use in words: "Ctrl+§"; "" as long as there is none."""
        return "+".join(self.name(self.combinations[0])) if self.combinations else ""

    def tried(self, text: str) -> bool:
        """What a press found; True when the key is being tried out, and nothing is to be dialled."""
        if self._heard is None:
            return False
        self._heard(text)
        return True

    def try_out(self, heard: Callable[[str], None]) -> Callable[[], None]:
        """Until the returned function is called, a press gives the text it found to `heard` instead of dialling."""
        self._heard = heard
        if self.problem == "taken":
            # Who had it may have let it go since.
            self._take()
            self.changed.emit()

        def stop() -> None:
            if self._heard is heard:
                self._heard = None

        return stop

    def combination(self, scan_code: int, virtual_key: int, modifiers: Qt.KeyboardModifier) -> Combination:
        """What a key event of Qt's is as a combination; its `scan` is 0 where it can't be told."""
        return Combination(
            self.grabber.place(scan_code, virtual_key),
            ctrl=bool(modifiers & Qt.KeyboardModifier.ControlModifier),
            shift=bool(modifiers & Qt.KeyboardModifier.ShiftModifier),
            alt=bool(modifiers & Qt.KeyboardModifier.AltModifier),
            meta=bool(modifiers & Qt.KeyboardModifier.MetaModifier),
        )

    def is_it(self, event: QKeyEvent) -> bool:
        """Whether a key that one of our own windows got is this one."""
        typed = self.combination(event.nativeScanCode(), event.nativeVirtualKey(), event.modifiers())
        return typed.scan != 0 and typed in self.combinations

    @property
    def standard_combinations(self) -> tuple[Combination, ...]:
        """Those we come with."""
        return self._standard

    @property
    def standard(self) -> bool:
        """Whether it is the one we come with."""
        return self.combinations == self._standard


def for_this_system() -> Grabber | None:
    """The way to take keys here; None where there is none."""
    if sys.platform == "win32":
        from onepresence_desktop.desktop.hotkey.windows import WindowsKeys

        return WindowsKeys()
    if sys.platform == "darwin":
        from onepresence_desktop.desktop.hotkey.macos import MacKeys

        return MacKeys()
    if QGuiApplication.platformName() == "xcb":
        from onepresence_desktop.desktop.hotkey.x11 import X11Keys

        return X11Keys()
    return None


def another_for_this_system() -> Grabber | None:
    """A second one beside the first, for another key with another meaning; None where two would hear each other."""
    return for_this_system() if sys.platform != "darwin" else None
