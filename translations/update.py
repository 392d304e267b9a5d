"""Bring translations/*.ts up to date with the texts in the code: `python translations/update.py`.

Reads every `translate("Context", "Text", …)` and `QT_TRANSLATE_NOOP("Context", "Text")` by Python's own parser, since
lupdate misses counts that are expressions. Finished translations are kept, new texts come in as unfinished (English
ones finished, but for plurals), texts no longer used go away. Exit code 1 when something is unfinished.
"""

from __future__ import annotations

import ast
import sys
import xml.etree.ElementTree as Xml
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "onepresence_desktop" / "desktop"
FOLDER = ROOT / "translations"
LANGUAGES = {"da": "da_DK", "sv": "sv_SE", "en": "en_GB"}
NAMES = {"translate", "QT_TRANSLATE_NOOP"}

Key = tuple[str, str]
Forms = list[str]


def texts_in(code: Path = CODE) -> dict[Key, bool]:
    """Every (context, text) of the code; True when it has plural forms. Raises ValueError for an f-string."""
    found: dict[Key, bool] = {}
    for file in sorted(code.rglob("*.py")):
        for context, text in _calls(file):
            found[(context, text)] = "%n" in text
    return found


def _calls(file: Path) -> Iterator[Key]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or len(node.args) < 2:
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name not in NAMES:
            continue
        context, text = node.args[:2]
        if isinstance(text, ast.JoinedStr):
            raise ValueError(f"{file.name}:{node.lineno}: a text to translate must not be an f-string")
        if isinstance(context, ast.Constant) and isinstance(text, ast.Constant):
            yield str(context.value), str(text.value)


def read(file: Path) -> dict[Key, Forms]:
    """The finished translations of a file."""
    if not file.exists():
        return {}
    known: dict[Key, Forms] = {}
    for context in Xml.parse(file).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")]
            known[(name, message.findtext("source", ""))] = forms or [translation.text or ""]
    return known


def write(file: Path, language: str, texts: dict[Key, bool], known: dict[Key, Forms]) -> list[Key]:
    """Write a file; returns what is unfinished in it."""
    root = Xml.Element("TS", version="2.1", language=LANGUAGES[language], sourcelanguage="en")
    missing: list[Key] = []
    for name in sorted({context for context, _ in texts}):
        context = Xml.SubElement(root, "context")
        Xml.SubElement(context, "name").text = name
        for key in sorted(key for key in texts if key[0] == name):
            plural = texts[key]
            forms = known.get(key, [])
            if language == "en" and not plural:
                forms = [key[1]]
            finished = len(forms) == (2 if plural else 1) and all(forms)
            message = Xml.SubElement(context, "message", {"numerus": "yes"} if plural else {})
            Xml.SubElement(message, "source").text = key[1]
            translation = Xml.SubElement(message, "translation", {} if finished else {"type": "unfinished"})
            if not finished:
                missing.append(key)
            if plural:
                for form in forms if finished else ["", ""]:
                    Xml.SubElement(translation, "numerusform").text = form
            else:
                translation.text = forms[0] if finished else ""
    Xml.indent(root, "  ")
    body = Xml.tostring(root, encoding="unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")
    return missing


def main() -> int:
    """Update all three files and tell what is unfinished."""
    texts = texts_in()
    unfinished = 0
    for language in LANGUAGES:
        file = FOLDER / f"onepresence_{language}.ts"
        for context, text in write(file, language, texts, read(file)):
            unfinished += 1
            print(f"{language}: {context}: {text}")
    return 1 if unfinished else 0


if __name__ == "__main__":
    sys.exit(main())
