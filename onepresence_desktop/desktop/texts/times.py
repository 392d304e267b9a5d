"""Moments and lengths of time, in words."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QDate, QLocale

from onepresence_desktop.desktop.languages import translate


def clock(moment: datetime, zone: tzinfo | None = None) -> str:
    """The time of day here, or in another zone; 24 hours."""
    return moment.astimezone(zone).strftime("%H:%M")


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
    then, today = moment.astimezone(zone).date(), now.astimezone(zone).date()
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
    if moment.astimezone().date() == now.astimezone().date():
        return clock(moment)
    return day(moment, now)


def until(moment: datetime | None, now: datetime, zone: tzinfo | None = None) -> str:
    """ "until 12:30", "until tomorrow 08:00", "until 25 Jul", or "until further notice" for None; here or in a zone."""
    if moment is None:
        return translate("Texts", "until further notice")
    then, today = moment.astimezone(zone).date(), now.astimezone(zone).date()
    if then == today:
        return translate("Texts", "until {time}").format(time=clock(moment, zone))
    if then - today == timedelta(days=1):
        return translate("Texts", "until tomorrow {time}").format(time=clock(moment, zone))
    shown = QLocale().toString(QDate(then.year, then.month, then.day), translate("Texts", "d MMM"))
    return translate("Texts", "until {day}").format(day=shown)


def ago(moment: datetime, now: datetime) -> str:
    """How long since: "2 min ago"."""
    return translate("Texts", "{time} ago").format(time=span_short((now - moment).total_seconds()))
