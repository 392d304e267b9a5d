"""A company's people as a sheet: its columns, and the words that other programs put over them (spec 12.4)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from onepresence_desktop.domain.people import Role, UserId

COLUMNS = ("local_number", "name", "email", "mobile", "one_number", "title", "department", "role", "manager")
FIRST_NAME, LAST_NAME = "first_name", "last_name"
"""Columns of sheets that keep a name in two."""

_HEADS = {
    "local_number": "local number extension ext lokalnummer lokalnr lokal anknytning anknytningsnummer ankn",
    "name": "name fullname displayname navn fuldenavn namn fullständigtnamn",
    FIRST_NAME: "firstname givenname fornavn fornavne förnamn",
    LAST_NAME: "lastname surname familyname efternavn efternavne efternamn",
    "email": "email emailaddress mail epost epostadress epostadresse emailadresse mailadresse mejl",
    "mobile": "mobile mobilephone mobilenumber cell mobil mobilnummer mobilnr mobiltelefon mobiltlf",
    "one_number": "onenumber publicnumber directnumber direkte direktnummer direktenummer direktnr",
    "title": "title jobtitle titel stilling befattning",
    "department": "department afdeling avdelning",
    "role": "role rolle roll",
    "manager": "manager leder nærmesteleder chef närmastechef",
}
_COLUMN_OF = {word: column for column, words in _HEADS.items() for word in words.split()} | {
    column.replace("_", ""): column for column in COLUMNS
}
_ROLES = {
    Role.USER: "user bruger användare",
    Role.RECEPTIONIST: "receptionist omstilling reception",
    Role.ADMINISTRATOR: "administrator administratör admin",
}
_ROLE_OF = {word: role for role, words in _ROLES.items() for word in words.split()}
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""What a cell begins with that a spreadsheet computes instead of showing it."""
_PLAIN_NUMBER = re.compile(r"\+[0-9]+")


class Row(Protocol):
    """A person, as far as a sheet tells of them."""

    @property
    def id(self) -> UserId: ...
    @property
    def local_number(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def email(self) -> str | None: ...
    @property
    def mobile(self) -> str | None: ...
    @property
    def one_number(self) -> str | None: ...
    @property
    def title(self) -> str: ...
    @property
    def department(self) -> str: ...
    @property
    def role(self) -> Role: ...
    @property
    def manager(self) -> UserId | None: ...


def column_of(head: str) -> str:
    """The column that a head names, in English, Danish or Swedish; "" for one that isn't taken."""
    return _COLUMN_OF.get(re.sub(r"[\s_.\-/:]", "", head.casefold()), "")


def role_of(word: str) -> str:
    """A role's word, in any of the languages; what is none stays as it is."""
    return str(_ROLE_OF.get(word.casefold(), word))


def named(values: Mapping[str, str]) -> dict[str, str]:
    """A row's values with the name whole: where the sheet has it in two columns, first and last name."""
    whole = {column: value for column, value in values.items() if column not in {FIRST_NAME, LAST_NAME}}
    if "name" not in whole and (FIRST_NAME in values or LAST_NAME in values):
        whole["name"] = f"{values.get(FIRST_NAME, '')} {values.get(LAST_NAME, '')}".strip()
    return whole


def written(people: Iterable[Row], separator: str = ",", end: str = "\n") -> str:
    """The sheet that is read again: a head with the names of `COLUMNS`, a row for each, managers by local number."""
    people = list(people)
    numbers = {one.id: one.local_number for one in people}
    out = io.StringIO(newline="")
    sheet = csv.writer(out, delimiter=separator, lineterminator=end)
    sheet.writerow(COLUMNS)
    for one in people:
        sheet.writerow([cell(value) for value in _values(one, numbers)])
    return out.getvalue()


def _values(one: Row, numbers: Mapping[UserId, str]) -> Sequence[str]:
    plain = [str(getattr(one, column) or "") for column in COLUMNS if column != "manager"]
    return [*plain, numbers.get(one.manager, "") if one.manager is not None else ""]


def cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula; a number such as +4533123456 is none that does anything."""
    return f"'{text}" if _FORMULA.match(text) and not _PLAIN_NUMBER.fullmatch(text) else text


def from_cell(text: str) -> str:
    """A cell without the mark that `cell` set."""
    return text[1:] if text[:1] == "'" and _FORMULA.match(text[1:]) else text
