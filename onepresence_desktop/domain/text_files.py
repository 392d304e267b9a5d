"""Text files from other programs: which encoding they are in, and cells that a spreadsheet would run as a formula."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable

from onepresence_desktop.domain.errors import Invalid

_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+\-]?[0-9][0-9 ]*")
_TOLD = re.compile(r"sep=([,;\t|])\r?\n", re.IGNORECASE)
"""What spreadsheets write above the heads to say what stands between the cells."""
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def decoded(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or, failing those, Windows' Western European. Raises `Invalid`.

    UTF-16 is known by its mark, or by the zero bytes between Latin letters. Files that were put together may have a
    mark in their middle, and lines in either of the others.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    head = data[:400]
    if encoding is None and head.count(0) > len(head) // 3:
        encoding = "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"
    if encoding in (None, "utf-8"):
        text = _utf_8(data)
    else:
        text = data[: len(data) // 2 * 2].decode(encoding or "", errors="replace")
    text = text.replace("\ufeff", "")
    if "\0" in text:
        raise Invalid(field="", problem="not_text")
    return text


def _utf_8(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as exc:
        before = data[: exc.start]
        if exc.reason == "unexpected end of data" and not before.isascii():
            return before.decode("utf-8")  # cut off in the middle of a sign
    return "\n".join(map(_line, data.split(b"\n")))


def _line(data: bytes) -> str:
    for encoding in ("utf-8", "cp1252"):
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode(encoding)
    return data.decode("latin-1")


def cell(text: str) -> str:
    """A cell of a CSV file that no spreadsheet runs: what begins like a formula and is no number is marked as text."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def from_cell(text: str) -> str:
    """A cell without the mark that `cell` set."""
    return text[1:] if len(text) > 1 and text[0] == "'" and _FORMULA.match(text[1]) else text


def cells_of(text: str) -> tuple[str, str, int]:
    """Of a sheet: what stands between its cells, its lines, and how many there are above them that say so.

    Where nothing says it, it is the commonest of comma, semicolon and tab in the heads, outside of quotes.
    """
    told = _TOLD.match(text)
    if told is not None:
        return told[1], text[told.end() :], 1
    heads = re.sub(r'"[^"]*"', "", text.split("\n", 1)[0])
    return max(",;\t", key=heads.count), text, 0


def csv_line(values: Iterable[str]) -> str:
    """One line of a CSV file (RFC 4180) with a line end."""
    quoted = []
    for value in map(cell, values):
        quoted.append('"' + value.replace('"', '""') + '"' if re.search(r'[",;\r\n]', value) else value)
    return ",".join(quoted) + "\r\n"
