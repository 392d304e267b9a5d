"""Applies language, theme and what screen readers need, at start and whenever they are changed."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.languages import Language, load_translations, system_language
from onepresence_desktop.desktop.platform.motion import SystemMotion
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.theme.theme import Choice, Theme
from onepresence_desktop.desktop.widgets.caret import RestingCaret
from onepresence_desktop.desktop.widgets.telling import install_roles


class Appearance(QObject):
    """Made once by the wiring; holds nothing but the connection."""

    def __init__(self, app: QApplication, theme: Theme, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._theme = theme
        self._settings = settings
        install_roles()
        RestingCaret(app)
        settings.changed.connect(self._changed)
        self._speak()
        self._system = SystemMotion(self)
        self._system.changed.connect(self._move)
        self._move()
        self._system.ask()
        self._contrast()
        theme.choose(Choice(settings.get(keys.THEME)))

    def _changed(self, key: str) -> None:
        if key == keys.LANGUAGE.key:
            self._speak()
        elif key == keys.THEME.key:
            self._theme.choose(Choice(self._settings.get(keys.THEME)))
        elif key == keys.REDUCED_MOTION.key:
            self._move()
        elif key == keys.HIGH_CONTRAST.key:
            self._contrast()

    def _move(self) -> None:
        """As little as the user or the system asks for."""
        self._theme.set_reduced_motion(self._settings.get(keys.REDUCED_MOTION) or self._system.reduced)

    def _contrast(self) -> None:
        """As the user asks; PySide 6.11 loses Qt's own word of what the system asks (`QAccessibilityHints`)."""
        self._theme.set_high_contrast(self._settings.get(keys.HIGH_CONTRAST))

    def _speak(self) -> None:
        load_translations(self._app, language(self._settings))


def language(settings: Settings) -> Language:
    """The language in use: the chosen one, else the system's."""
    chosen = settings.get(keys.LANGUAGE)
    return Language(chosen) if chosen else system_language()
