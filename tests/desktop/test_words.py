"""One word for one thing: the words of each language that belong together, and what they replace."""

from __future__ import annotations

import re
import xml.etree.ElementTree as Xml
from dataclasses import dataclass
from pathlib import Path

import pytest

TRANSLATIONS = Path(__file__).resolve().parents[2] / "translations"


@dataclass(frozen=True)
class Word:
    """english: source texts that speak of it. word: what they must say then. never: what no text may say.

    both are regular expressions, read without regard to capitals; "" is anything.
    """

    english: str
    word: str
    never: str = ""


WORDS = {
    "da": {
        "local number": Word("local number", "lokalnummer", r"\blokal \{|anknytning|lokalnr"),
        "hold": Word(r"\b(on hold|hold)$", "hold", r"\bparkér?e? (samtale|opkald)"),
        "park": Word(r"\bpark(ed)?$", "park(er|ér)"),
        "resume": Word(r"^Resume$", "genoptag", "hent fra hold"),
        "keep": Word(r"keep it|^kept$|kept messages|nothing kept", "behold"),
        "telephone system": Word("telephone system", "telefonsystem", "telefoniserver|telefonanlæg|telefonserver"),
        "mailbox": Word(r"\bmailbox\b", "postkasse", "telefonsvarer|brevkasse"),
        "password": Word(r"\bpassword", "adgangskode", "kodeord|password"),
        "quick diversion": Word("quick diversion", "hurtig(e)? viderestilling", "genvejsviderestilling"),
        "divert": Word(r"\bdivert(ed|ing)?\b", "viderestil", "omdirigér|omdirigere"),
        "missed": Word(r"\bmissed\b", "ubesvare", r"\btabte?\b (opkald|samtale)|mistet"),
        "cancel": Word(r"^Cancel$", "^Annullér$"),
        "edit": Word(r"^(Edit|Change \{)", "redigér"),
        "acute accents": Word("", "", r"\b(annuller|rediger|kopier|marker|filtrer|installer|inviter)\b"),
        "stiff words": Word("", "", r"\bvedkommende\b|blev kaldt|ende blindt|sat i hånden|\btalt\b ·"),
    },
    "sv": {
        "local number": Word("local number", "anknytning", "lokalnummer|anknytningsnummer"),
        "hold": Word(r"\b(on hold|hold)$", "vänt", "parkera samtal"),
        "park": Word(r"\bpark(ed)?$", "parker"),
        "keep": Word(r"keep it|^kept$|kept messages|nothing kept", "behåll"),
        "telephone system": Word("telephone system", "telefonsystem", "telefonserver|telefoniserver|telefonväxel"),
        "mailbox": Word(r"\bmailbox\b", "röstbrevlåda", r"(?<!röst)brevlåda|telefonsvarare"),
        "password": Word(r"\bpassword", "lösenord"),
        "quick diversion": Word("quick diversion", "snabbhänvisning", "snabbvidarekoppling"),
        "divert": Word(r"\bdivert(ed|ing)?\b", "hänvis", "vidarekoppl"),
        "missed": Word(r"\bmissed\b", "missa"),
        "cancel": Word(r"^Cancel$", "^Avbryt$"),
        "edit": Word(r"^(Edit|Change \{)", "redigera"),
    },
    "en": {
        "telephone system": Word("", "", r"\bPBX\b|switchboard|telephone server"),
        "local number": Word("", "", r"\bextension\b"),
        "stiff words": Word("", "", r"\bshall\b|\bwhom calls\b|present password|one set by hand|to come$"),
        "they for a user": Word("", "", r"\b(he|she|his|her)\b"),
    },
}
"""What people read must call a thing by one word. A new text that breaks this takes the word, or changes the list."""


def texts(language: str) -> list[tuple[str, str]]:
    """Every (English source, what is said) of a language."""
    found = []
    for message in Xml.parse(TRANSLATIONS / f"onepresence_{language}.ts").getroot().iter("message"):
        forms = [form.text or "" for form in message.iter("numerusform")]
        said = forms or [message.findtext("translation", "")]
        found += [(message.findtext("source", ""), one) for one in said]
    return found


@pytest.mark.parametrize("language", WORDS)
def test_one_thing_has_one_word(language: str) -> None:
    wrong = []
    for source, said in texts(language):
        for thing, word in WORDS[language].items():
            speaks = word.english and re.search(word.english, source, re.IGNORECASE)
            if speaks and not re.search(word.word, said, re.IGNORECASE):
                wrong.append(f"{thing}: {source!r} is said as {said!r}, without {word.word!r}")
            if word.never and re.search(word.never, said, re.IGNORECASE):
                wrong.append(f"{thing}: {said!r} says {word.never!r}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("language", "marks"), [("da", "»«"), ("sv", "””"), ("en", "“”")])
def test_each_language_quotes_in_its_own_way(language: str, marks: str) -> None:
    others = {"»", "«", "“", "”", '"'} - set(marks)
    assert not [said for _source, said in texts(language) if others & set(said)]
