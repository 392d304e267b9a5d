"""Contacts as sheets (CSV): columns of other programs known by their heads, or told by hand; written with our own."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.names import fold
from onepresence_desktop.domain.phonebook import Contact, ContactEmail, ContactNumber, EmailKind, PhoneKind
from onepresence_desktop.domain.text_files import cells_of, csv_line, from_cell
from onepresence_desktop.domain.vcard import Card

FIELDS = ("name", "first_name", "last_name", "company", "title", "note", "email", "email_work", "email_home") + tuple(
    f"phone_{kind}" for kind in PhoneKind.known()
)
"""What a column can hold."""
MOST_COLUMNS = 300

_HEADS: tuple[tuple[str, str], ...] = (
    ("first_name", r"(?:first|given) ?name|fornavn|förnamn|vorname|forename"),
    ("last_name", r"(?:last|family) ?name|surname|efternavn|efternamn|nachname|slaegtsnavn"),
    ("name", r"(?:full |display |file as ?)?name|navn|namn|fulde navn|visningsnavn|contact|kontakt"),
    ("company", r"company(?: name)?|organi[sz]ation(?: name| 1 name)?|firma|virksomhed|foeretag|foretag|unternehmen"),
    ("title", r"(?:job |organi[sz]ation (?:1 )?)?title|stilling(?:sbetegnelse)?|(?:job)?titel|befattning|position"),
    ("note", r"notes?|noter?|notat(?:er)?|noteringar|anteckningar|bemaerkninger|notizen|comments?|kommentar(?:er)?"),
    ("email_home", r"(?:home|private?) e ?mail.*|e ?mail (?:privat|home)"),
    ("email_work", r"(?:work|business) e ?mail.*|e ?mail (?:work|arbejde)"),
    ("email", r"e ?(?:mail|post)(?: ?\d)?(?: ?(?:address|adresse|adress|value))?|e ?mail \d value|mail"),
    ("phone_fax", r".*\bfax\b.*|telefax"),
    (
        "phone_mobile",
        r"(?:privat )?mobil\w*(?: (?:phone|nr|number|nummer))?|cell(?: ?phone)?|handy|(?:phone|tlf) ?mobile?",
    ),
    ("phone_main", r"(?:company )?main phone|hovednummer|vaexel|switchboard"),
    (
        "phone_home",
        r"home(?: phone| tel\w*| number)?(?: \d)?|hjem(?:men?telefon)?|telefon (?:hjem|privat)|hemtelefon"
        r"|privat(?:telefon)?",
    ),
    (
        "phone_work",
        r"(?:business|work|office|direct)(?: phone| tel\w*| number)?(?: \d)?|telefon (?:arbejde|arbete)"
        r"|arbejde|arbejdstelefon|arbetstelefon|direkte(?: (?:nr|nummer))?|direktnummer",
    ),
    (
        "phone_other",
        r"(?:other |prim(?:ary|aer) )?(?:phone|tel\w*|tlf)(?: ?(?:nr|number|nummer))?(?: ?\d)?(?: value)?"
        r"|nummer|number",
    ),
)
_OWN = {f"phone_{kind}": kind for kind in PhoneKind.known()}
_EMAILS = {"email": EmailKind.OTHER, "email_work": EmailKind.WORK, "email_home": EmailKind.HOME}


def head_line(text: str) -> list[str]:
    """The heads of a sheet's columns."""
    rows = _rows(text)
    return [head.strip() for head in next(rows, [])][:MOST_COLUMNS]


def fields_of(heads: Sequence[str]) -> list[str]:
    """What each column holds, by its head; "" for what isn't known."""
    return [_field(head) for head in heads]


def _field(head: str) -> str:
    if head.strip().lower() in FIELDS:
        return head.strip().lower()
    words = " ".join(re.sub(r"[^\w]+", " ", fold(head)).split())
    return next((name for name, pattern in _HEADS if re.fullmatch(fold(pattern), words)), "")


def read(text: str, columns: Sequence[str]) -> Iterator[Card]:
    """The lines below the heads as cards. columns: what each holds. Raises `Invalid` for a sheet that can't be read."""
    if not any(columns):
        raise Invalid(field="columns", problem="none_known")
    unknown = [name for name in columns if name and name not in FIELDS]
    if unknown:
        raise Invalid(field="columns", problem="unknown")
    rows = _rows(text)
    next(rows, None)
    for row in rows:
        if any(cell.strip() for cell in row):
            yield _card(dict_of(columns, row))


def dict_of(columns: Sequence[str], row: Sequence[str]) -> list[tuple[str, str]]:
    """What a line holds by field, in the order of its columns."""
    return [(name, from_cell(cell.strip())) for name, cell in zip(columns, row, strict=False) if name and cell.strip()]


def _card(values: list[tuple[str, str]]) -> Card:
    card = Card()
    first = last = ""
    for name, value in values:
        if name in _OWN:
            card.numbers += (
                ContactNumber(part.strip(), _OWN[name]) for part in re.split(r" ::: |;", value) if part.strip()
            )
        elif name in _EMAILS:
            card.emails += (
                ContactEmail(part.strip(), _EMAILS[name]) for part in re.split(r" ::: |;", value) if part.strip()
            )
        elif name == "first_name":
            first = first or value
        elif name == "last_name":
            last = last or value
        elif name == "note":
            card.note = "\n".join(filter(None, (card.note, value)))
        else:
            setattr(card, name, getattr(card, name) or value)
    card.name = card.name or " ".join(filter(None, (first, last)))
    if not (card.name or card.company or card.numbers or card.emails):
        card.problem = "empty"
    return card


def _rows(text: str) -> Iterator[list[str]]:
    between, text, _above = cells_of(text)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=between)
    except csv.Error as exc:
        raise Invalid(field="", problem="malformed") from exc


def write(contacts: Iterable[Contact]) -> str:
    """A sheet with a column for each kind of number; several of a kind stand in one cell, between semicolons."""
    heads = ("name", "company", "title", *_OWN, *_EMAILS, "note")
    lines = [csv_line(heads)]
    for contact in contacts:
        numbers = ("; ".join(n.number for n in contact.numbers if n.kind is kind) for kind in _OWN.values())
        emails = ("; ".join(e.address for e in contact.emails if e.kind is kind) for kind in _EMAILS.values())
        lines.append(csv_line((contact.name, contact.company, contact.title, *numbers, *emails, contact.note)))
    return "".join(lines)
