"""People as CSV: one line a person; read completely before anything is written (spec 12.4)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from onepresence_desktop.domain.people import Role
from onepresence_desktop.domain.people_sheet import (
    COLUMNS,
    FIRST_NAME,
    LAST_NAME,
    column_of,
    from_cell,
    named,
    role_of,
)
from onepresence_desktop.domain.text_files import cells_of
from onepresence_desktop.wire.commands import BadLine

REQUIRED = ("local_number", "name")
LOCAL_NUMBERS = {"local_number", "manager"}
"""Columns in which numbers may stand as the program writes them: 100 2140."""
MOST_LINES = 100_000
LONGEST = {"name": 120, "email": 254, "title": 500, "department": 500, "mobile": 64, "one_number": 64}


@dataclass(slots=True)
class Sheet:
    """What was read: (line number, values by column) and why other lines can't be taken; names: whom bad lines name."""

    lines: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    bad: list[BadLine] = field(default_factory=list)
    names: dict[int, str] = field(default_factory=dict)


def read(text: str) -> Sheet:
    """Read a sheet: heads in English, Danish or Swedish, columns in any order, others are passed over."""
    sheet = Sheet()
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        sheet.bad.append(BadLine(line=1, field="", problem="not_text"))
        return sheet
    between, text, above = cells_of(text)
    rows = list(islice(_rows(text, between, first=1 + above), MOST_LINES + 1))
    first = rows[0] if rows else (1, [])
    if first[1] is None:
        sheet.bad.append(BadLine(line=first[0], field="", problem="malformed"))
        return sheet
    head = [column_of(name) for name in first[1]]
    if wrong := _wrong_head(head, len(rows)):
        sheet.bad.append(wrong)
        return sheet
    seen: set[str] = set()
    for number, row in rows[1:]:
        if row is None:
            sheet.bad.append(BadLine(line=number, field="", problem="malformed"))
            continue
        if not any(cell.strip() for cell in row):
            continue
        values = named({name: from_cell(cell.strip()) for name, cell in zip(head, row, strict=False) if name})
        for name in LOCAL_NUMBERS & values.keys():
            values[name] = "".join(values[name].split())
        if "role" in values:
            values["role"] = role_of(values["role"])
        problems = list(_problems(values, seen))
        if any(cell.strip() for cell in row[len(head) :]):
            problems.append(("", "extra_cells"))
        seen.add(values.get("local_number", ""))
        sheet.bad.extend(BadLine(line=number, field=column, problem=problem) for column, problem in problems)
        if problems:
            sheet.names[number] = values.get("name", "")
        else:
            sheet.lines.append((number, values))
    return sheet


def _rows(text: str, between: str, *, first: int) -> Iterator[tuple[int, list[str] | None]]:
    """Each row by its number, the first one's as given; None for one whose quotation marks don't fit.

    Where one is missing, the lines up to the next mark are taken for the same row, and what follows is read again.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
    number = first
    while True:
        begun = reader.line_num
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield number, None
            number += reader.line_num - begun
        else:
            yield number, row
            number += 1


def _wrong_head(head: list[str], rows: int) -> BadLine | None:
    """Why no line can be told by the first one."""
    there = {"name" if column in {FIRST_NAME, LAST_NAME} else column for column in head}
    missing = next((name for name in REQUIRED if name not in there), None)
    if missing is not None:
        return BadLine(line=1, field=missing, problem="missing_column")
    if rows > MOST_LINES:
        return BadLine(line=1, field="", problem="too_long")
    twice = next((name for name in (*COLUMNS, FIRST_NAME, LAST_NAME) if head.count(name) > 1), None)
    return BadLine(line=1, field=twice, problem="column_twice") if twice is not None else None


def _problems(values: dict[str, str], seen: set[str]) -> Iterable[tuple[str, str]]:
    number = values.get("local_number", "")
    if not (len(number) == 7 and number.isascii() and number.isdigit()):
        yield "local_number", "seven_digits"
    elif number in seen:
        yield "local_number", "twice"
    if not values.get("name"):
        yield "name", "missing"
    role = values.get("role", "")
    if role and role not in set(Role.known()):
        yield "role", "unknown"
    for column, most in LONGEST.items():
        if len(values.get(column, "")) > most:
            yield column, "too_long"
