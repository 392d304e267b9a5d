"""Text files from other programs: which encoding they are in, and cells that a spreadsheet would run as a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onepresence_desktop.domain.errors import Invalid

_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+\-]?[0-9][0-9 ]*")
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def decoded(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or, failing those, Windows' Western European. Raises `Invalid`.

    UTF-16 is known by its mark, or by the zero bytes between Latin letters.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    head = data[:400]
    if encoding is None and head.count(0) > len(head) // 3:
        encoding = "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"
    for name in (encoding,) if encoding is not None else ("utf-8", "cp1252", "latin-1"):
        try:
            text = data.decode(name)
            break
        except UnicodeDecodeError:
            continue
    else:
        text = data[: len(data) // 2 * 2].decode(encoding or "utf-8", errors="replace")
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        raise Invalid(field="", problem="not_text")
    return text


def cell(text: str) -> str:
    """A cell of a CSV file that no spreadsheet runs: what begins like a formula and is no number is marked as text."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def from_cell(text: str) -> str:
    """A cell without the mark that `cell` set."""
    return text[1:] if len(text) > 1 and text[0] == "'" and _FORMULA.match(text[1]) else text


def delimiter(first_line: str) -> str:
    """What stands between the cells of a sheet: the commonest of comma, semicolon and tab in its first line."""
    return max(",;\t", key=first_line.count)


def csv_line(values: Iterable[str]) -> str:
    """One line of a CSV file (RFC 4180) with a line end."""
    quoted = []
    for value in map(cell, values):
        quoted.append('"' + value.replace('"', '""') + '"' if re.search(r'[",;\r\n]', value) else value)
    return ",".join(quoted) + "\r\n"
