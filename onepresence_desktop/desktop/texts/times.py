"""Moments and lengths of time, in words."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QDate, QLocale

from onepresence_desktop.desktop import company_time
from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate


def clock(moment: datetime, zone: tzinfo | None = None) -> str:
    """The time of day by the company's clock, or in another zone; 24 hours."""
    return _local(moment, zone).strftime("%H:%M")


def clock_to_the_second(moment: datetime) -> str:
    """The time of day by the company's clock, with seconds: of steps that follow one another quickly."""
    return _local(moment).strftime("%H:%M:%S")


def duration(seconds: float) -> str:
    """Minutes and seconds of a recording or call: 0:47, 12:03, 1:02:09."""
    whole = max(0, round(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def span(seconds: float) -> str:
    """How long, in words: seconds under a minute, minutes under two hours, then hours."""
    whole = max(0, round(seconds))
    if whole < 60:
        return translate("Texts", "%n second(s)", "", whole)
    if whole < 7200:
        return translate("Texts", "%n minute(s)", "", round(whole / 60))
    return translate("Texts", "%n hour(s)", "", round(whole / 3600))


def span_short(seconds: float) -> str:
    """How long, for narrow places: 24 min, 3 h, 12 d."""
    whole = max(0, round(seconds))
    if whole < 5400:
        return translate("Texts", "{count} min").format(count=max(1, round(whole / 60)))
    if whole < 48 * 3600:
        return translate("Texts", "{count} h").format(count=round(whole / 3600))
    return translate("Texts", "{count} d").format(count=round(whole / 86400))


def day(moment: datetime, now: datetime) -> str:
    """The day of `moment`: Today, Yesterday, Tomorrow, a weekday within a week, else a date."""
    words = day_within(moment, now)
    return words[:1].upper() + words[1:]


def day_within(moment: datetime, now: datetime, zone: tzinfo | None = None) -> str:
    """The same inside a sentence: English weekdays and months keep their capital, Danish and Swedish ones have none."""
    then, today = _local(moment, zone).date(), _local(now, zone).date()
    apart = (then - today).days
    near = {0: translate("Texts", "Today"), -1: translate("Texts", "Yesterday"), 1: translate("Texts", "Tomorrow")}
    if apart in near:
        return near[apart].lower()
    shown = QDate(then.year, then.month, then.day)
    if abs(apart) < 7:
        return QLocale().toString(shown, "dddd")
    if then.year == today.year:
        return QLocale().toString(shown, translate("Texts", "d MMM"))
    return QLocale().toString(shown, translate("Texts", "d MMM yyyy"))


def time_or_day(moment: datetime, now: datetime) -> str:
    """For the right end of a row: the time when today, else the day."""
    if _local(moment).date() == _local(now).date():
        return clock(moment)
    return day(moment, now)


def clock_or_more(moment: datetime, now: datetime) -> str:
    """The time when today, else the day and the time, inside a sentence: "since yesterday 14:02"."""
    if _local(moment).date() == _local(now).date():
        return clock(moment)
    return f"{day_within(moment, now)} {clock(moment)}"


def until(moment: datetime | None, now: datetime, zone: tzinfo | None = None) -> str:
    """ "until 12:30", "until tomorrow 08:00", "until 25 Jul", or "until further notice" for None; as `clock`."""
    if moment is None:
        return translate("Texts", "until further notice")
    then, today = _local(moment, zone).date(), _local(now, zone).date()
    if then == today:
        return translate("Texts", "until {time}").format(time=clock(moment, zone))
    if then - today == timedelta(days=1):
        return translate("Texts", "until tomorrow {time}").format(time=clock(moment, zone))
    shown = QLocale().toString(QDate(then.year, then.month, then.day), translate("Texts", "d MMM"))
    return translate("Texts", "until {day}").format(day=shown)


def ago(moment: datetime, now: datetime) -> str:
    """How long since: "2 min ago"."""
    return translate("Texts", "{time} ago").format(time=span_short((now - moment).total_seconds()))


_PLACES = {
    "Europe/Copenhagen": QT_TRANSLATE_NOOP("Texts", "Copenhagen"),
    "Europe/Helsinki": QT_TRANSLATE_NOOP("Texts", "Helsinki"),
    "Atlantic/Faroe": QT_TRANSLATE_NOOP("Texts", "the Faroe Islands"),
    "Atlantic/Reykjavik": QT_TRANSLATE_NOOP("Texts", "Reykjavik"),
}
"""Zones whose place has another name in other languages."""


def other_place(now: datetime) -> str:
    """Where the times that are shown are those of ("Copenhagen"); "" where this computer's clock shows the same."""
    told = company_time.zone()
    if told is None or not company_time.elsewhere(now):
        return ""
    known = _PLACES.get(told.key)
    return translate("Texts", known) if known is not None else told.key.rpartition("/")[2].replace("_", " ")


def _local(moment: datetime, zone: tzinfo | None = None) -> datetime:
    return moment.astimezone(zone) if zone is not None else company_time.local(moment)
