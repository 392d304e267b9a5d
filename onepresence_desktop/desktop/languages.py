"""The languages of the program and their translators; switching works at once, without a restart (spec 10.2)."""

from __future__ import annotations

import logging
import subprocess
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QStandardPaths, QTranslator

from onepresence_desktop.desktop.theme import resources

log = logging.getLogger(__name__)
COMPILE_SECONDS = 20


class Language(StrEnum):
    """What the screen can speak."""

    DANISH = "da"
    SWEDISH = "sv"
    ENGLISH = "en"

    @property
    def own_name(self) -> str:
        """What its speakers call it; never translated."""
        return {"da": "Dansk", "sv": "Svenska", "en": "English"}[self.value]


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` in a table for lupdate, which knows this name; translated where it is used."""
    return text


def translate(context: str, text: str, comment: str = "", many: int = -1) -> str:
    """`text` (English, literal) in the language in use; "%n" becomes `many` and picks the plural."""
    return QCoreApplication.translate(context, text, comment, many)


_installed: list[QTranslator] = []


def system_language() -> Language:
    """The first of the system's languages that we have, else English."""
    for name in QLocale.system().uiLanguages():
        code = name.split("-")[0].lower()
        if code in {language.value for language in Language}:
            return Language(code)
    return Language.ENGLISH


def language_in_use() -> str:
    """The value of the `Language` spoken now; English for any other of the system's."""
    code = QLocale().name()[:2]
    return code if code in {language.value for language in Language} else Language.ENGLISH.value


def load_translations(app: QCoreApplication, language: Language) -> bool:
    """Speak `language` from now on; every widget gets a LanguageChange. False: texts stay English, numbers don't.

    The compiled file comes from `translations/`; a checkout without one has it compiled into the cache folder.
    """
    for translator in _installed:
        app.removeTranslator(translator)
    _installed.clear()
    QLocale.setDefault(QLocale({"da": "da_DK", "sv": "sv_SE", "en": "en_GB"}[language.value]))
    qt_own = QTranslator(app)
    if qt_own.load(f"qtbase_{language.value}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qt_own)
        _installed.append(qt_own)
    compiled = _compiled(language)
    ours = QTranslator(app)
    if compiled is None or not ours.load(str(compiled)):
        log.warning("no translation for %s", language.value)
        return False
    app.installTranslator(ours)
    _installed.append(ours)
    return True


def _compiled(language: Language) -> Path | None:
    source = resources.root() / "translations" / f"onepresence_{language.value}.ts"
    beside = source.with_suffix(".qm")
    if beside.exists() and (not source.exists() or beside.stat().st_mtime >= source.stat().st_mtime):
        return beside
    if not source.exists():
        return None
    cache = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation))
    target = cache / "onepresence" / f"{source.stem}-{source.stat().st_mtime_ns}.qm"
    if target.exists() or _compile(source, target):
        return target
    return beside if beside.exists() else None


def _compile(source: Path, target: Path) -> bool:
    import PySide6

    tool = Path(PySide6.__file__).parent / "lrelease"
    if not tool.exists():
        return False
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [tool, "-silent", source, "-qm", target], check=True, capture_output=True, timeout=COMPILE_SECONDS
        )
    except (OSError, subprocess.SubprocessError) as exc:
        log.warning("%s can't be compiled: %s", source.name, exc)
        return False
    return True
