"""How an absence comes again, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QDate, QLocale

from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate

ORDINALS = {
    1: QT_TRANSLATE_NOOP("Schedule", "Every month, first {day}"),
    2: QT_TRANSLATE_NOOP("Schedule", "Every month, second {day}"),
    3: QT_TRANSLATE_NOOP("Schedule", "Every month, third {day}"),
    4: QT_TRANSLATE_NOOP("Schedule", "Every month, fourth {day}"),
    5: QT_TRANSLATE_NOOP("Schedule", "Every month, fifth {day}"),
}
WORKDAYS, ALL_DAYS = frozenset(range(5)), frozenset(range(7))


def weekday(number: int, *, short: bool = False) -> str:
    """A day of the week, 0 is Monday."""
    form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return QLocale().dayName(number + 1, form).rstrip(".")


def month_weekday(start: date) -> str:
    """ "Every month, second Friday"."""
    return translate("Schedule", ORDINALS[(start.day - 1) // 7 + 1]).format(day=weekday(start.weekday()))


def month_last(start: date) -> str:
    """ "Every month, last Friday"."""
    return translate("Schedule", "Every month, last {day}").format(day=weekday(start.weekday()))


def month_last_workday() -> str:
    """The last one from Monday to Friday."""
    return translate("Schedule", "Every month, last working day")


def month_day(start: date) -> str:
    """ "Every month on the 27th"."""
    return translate("Schedule", "Every month, day {day}").format(day=start.day)


def week(days: Iterable[int]) -> str:
    """ "Every Monday and Friday"."""
    chosen = frozenset(days)
    if chosen == ALL_DAYS:
        return translate("Schedule", "Every day")
    if chosen == WORKDAYS:
        return translate("Schedule", "Every weekday")
    return translate("Schedule", "Every {days}").format(days=_listed(chosen))


def second_week(days: Iterable[int]) -> str:
    """ "Every second week: Friday"."""
    return translate("Schedule", "Every second week: {days}").format(days=_listed(days))


def until(last: date) -> str:
    """ "until 3 Mar 2027"."""
    shown = QLocale().toString(QDate(last.year, last.month, last.day), translate("Texts", "d MMM yyyy"))
    return translate("Schedule", "until {day}").format(day=shown)


def times(count: int) -> str:
    """How often in all."""
    return translate("Schedule", "%n time(s) in all", "", count)


def _listed(days: Iterable[int]) -> str:
    names = [weekday(day) for day in sorted(days)]
    if len(names) < 2:
        return "".join(names)
    return translate("Schedule", "{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])
