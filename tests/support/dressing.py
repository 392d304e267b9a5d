"""The application of a run of tests in its own look and language.

Either reaches every widget that any test before has left, so it is changed only where it is another.
"""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from onepresence_desktop.desktop import languages
from onepresence_desktop.desktop.languages import Language, load_translations
from onepresence_desktop.desktop.theme import theme as theme_module
from onepresence_desktop.desktop.theme.theme import Choice, Theme, install


def dress(app: QApplication, choice: Choice = Choice.LIGHT) -> Theme:
    """The theme of `app` as a program starts with it, in these colours."""
    theme = theme_module._current
    if theme is None or theme._app is not app:
        theme = install(app, choice)
    theme.set_reduced_motion(False)
    theme.set_high_contrast(False)
    theme.choose(choice)
    return theme


def speak(app: QApplication, language: Language = Language.ENGLISH) -> None:
    """Texts, numbers and dates of `app` in a language."""
    if not languages._installed or languages.language_in_use() != language.value:
        load_translations(app, language)
