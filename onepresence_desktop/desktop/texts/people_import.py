"""A sheet of people, in words: its columns, and why a line of it can't be taken."""

from __future__ import annotations

from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate
from onepresence_desktop.desktop.texts.errors import error
from onepresence_desktop.domain.errors import Invalid

_COLUMNS = {
    "local_number": QT_TRANSLATE_NOOP("Texts", "Local number"),
    "name": QT_TRANSLATE_NOOP("Texts", "Name"),
    "email": QT_TRANSLATE_NOOP("Texts", "E-mail"),
    "mobile": QT_TRANSLATE_NOOP("Texts", "Mobile"),
    "title": QT_TRANSLATE_NOOP("Texts", "Title"),
    "department": QT_TRANSLATE_NOOP("Texts", "Department"),
    "role": QT_TRANSLATE_NOOP("Texts", "Role"),
    "manager": QT_TRANSLATE_NOOP("Texts", "Manager"),
}
_PROBLEMS = {
    "missing": QT_TRANSLATE_NOOP("Texts", "There is no name"),
    "twice": QT_TRANSLATE_NOOP("Texts", "{column}: stands in an earlier row, too"),
    "in_use": QT_TRANSLATE_NOOP("Texts", "{column}: belongs to somebody else"),
    "too_long": QT_TRANSLATE_NOOP("Texts", "{column}: too long"),
    "invalid_number": QT_TRANSLATE_NOOP("Texts", "{column}: no telephone number"),
    "emergency": QT_TRANSLATE_NOOP("Texts", "{column}: an emergency number"),
    "seven_digits": QT_TRANSLATE_NOOP("Texts", "{column}: must have seven digits"),
    "other_customer_code": QT_TRANSLATE_NOOP("Texts", "{column}: not the company's three digits"),
    "extra_cells": QT_TRANSLATE_NOOP("Texts", "There are more cells than the first row has columns"),
    "malformed": QT_TRANSLATE_NOOP("Texts", "A quotation mark is missing, or is one too many"),
    "self": QT_TRANSLATE_NOOP("Texts", "Nobody can take the role of administrator from themselves"),
    "missing_column": QT_TRANSLATE_NOOP("Texts", "No column has {column} or {head} in the first row"),
    "column_twice": QT_TRANSLATE_NOOP("Texts", "Two columns have {column} or {head} in the first row"),
}
_OF_A_COLUMN = {
    ("email", "malformed"): QT_TRANSLATE_NOOP("Texts", "{column}: no e-mail address"),
    ("role", "unknown"): QT_TRANSLATE_NOOP("Texts", "{column}: only user, receptionist or administrator"),
    ("manager", "unknown_number"): QT_TRANSLATE_NOOP("Texts", "{column}: nobody has that local number"),
    ("manager", "own_manager"): QT_TRANSLATE_NOOP("Texts", "{column}: nobody can be above themselves, by whatever way"),
    ("", "too_long"): QT_TRANSLATE_NOOP("Texts", "The file has too many rows"),
}


def column(name: str) -> str:
    """A column's word, as in the person's form."""
    return translate("Texts", _COLUMNS[name]) if name in _COLUMNS else "OneNumber" if name == "one_number" else name


def line_problem(field: str, problem: str) -> str:
    """Why a line can't be taken; in general words for a reason of a newer service."""
    words = _OF_A_COLUMN.get((field, problem)) or _PROBLEMS.get(problem)
    if words is None:
        general = error(Invalid(field="", problem=problem))
        return f"{column(field)}: {general}" if field else general
    return translate("Texts", words).format(column=column(field), head=field)
