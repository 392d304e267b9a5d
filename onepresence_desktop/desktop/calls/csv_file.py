"""Calls as a table for other programs (spec 7.4): CSV by RFC 4180, in the form the language's spreadsheets expect."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from PySide6.QtCore import QDate, QLocale

from onepresence_desktop.desktop import company_time, texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.domain.calls import CallRecord, Direction

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"\+?[0-9*#]*", re.ASCII)


def csv_bytes(records: Iterable[CallRecord]) -> bytes:
    """UTF-8 with a mark at its beginning, by which spreadsheets know it; semicolons where the comma is decimal."""
    separator = ";" if QLocale().decimalPoint() == "," else ","
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerow(
        [
            translate("Calls", "Date"),
            translate("Calls", "Time"),
            translate("Calls", "Kind"),
            translate("Calls", "Name"),
            translate("Calls", "Number"),
            translate("Calls", "Duration"),
            translate("Calls", "Outcome"),
        ]
    )
    kinds = {
        Direction.INCOMING: translate("Calls", "Incoming"),
        Direction.OUTGOING: translate("Calls", "Outgoing"),
        Direction.MISSED: translate("Calls", "Missed"),
    }
    for record in records:
        at, seconds = company_time.local(record.at), int(record.duration.total_seconds())
        minutes, left = divmod(seconds, 60)
        writer.writerow(
            [
                QLocale().toString(QDate(at.year, at.month, at.day), QLocale.FormatType.ShortFormat),
                at.strftime("%H:%M:%S"),
                kinds[record.direction],
                as_text(record.name),
                record.number if _NUMBER.fullmatch(record.number) else as_text(record.number),
                f"{minutes // 60}:{minutes % 60:02}:{left:02}",
                texts.cause(record.cause),
            ]
        )
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def as_text(words: str) -> str:
    """Words that a spreadsheet takes for nothing else: what would be a formula begins with an apostrophe."""
    return f"'{words}" if words.startswith(_FORMULA) else words
