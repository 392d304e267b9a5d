"""A schedule in words: how it repeats, what of it the grid and the card say."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.diversion.schedule.repeat import Every, Repeat, read
from onepresence_desktop.desktop.diversion.schedule.week import Entry, Look
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.named_numbers import destination_words
from onepresence_desktop.desktop.texts import repeats
from onepresence_desktop.domain.diversion import DestinationKind, Origin, Reason
from onepresence_desktop.domain.schedule import ScheduleId
from onepresence_desktop.wire.schedules import SCHEDULES, OccurrencesView, OccurrenceView, ScheduleView, StretchView


def every(kind: Every, start: date, days: frozenset[int]) -> str:
    """One way of coming again, without its end."""
    match kind:
        case Every.ONCE:
            return translate("Schedule", "Does not repeat")
        case Every.WEEK:
            return repeats.week(days or {start.weekday()})
        case Every.SECOND_WEEK:
            return repeats.second_week(days or {start.weekday()})
        case Every.MONTH_DAY:
            return repeats.month_day(start)
        case Every.MONTH_WEEKDAY:
            return repeats.month_weekday(start)
        case Every.MONTH_LAST:
            return repeats.month_last(start)
        case Every.MONTH_LAST_WORKDAY:
            return repeats.month_last_workday()
        case Every.OTHER:
            return translate("Schedule", "By a rule of its own")


def repeat(what: Repeat, start: date) -> str:
    """How it comes again and when it ends: "Every Friday, until 3 Mar 2027"."""
    words = every(what.every, start, what.days)
    if what.until is not None:
        return f"{words}, {repeats.until(what.until)}"
    if what.count is not None:
        return f"{words}, {repeats.times(what.count)}"
    return words


def of_view(view: ScheduleView) -> str:
    """How a schedule comes again."""
    return repeat(read(view.rrule, view.start.date()), view.start.date())


def day_name(day: date) -> str:
    """ "Wednesday 26 November"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), translate("Schedule", "dddd d MMMM"))


def clock(moment: datetime, zone: ZoneInfo) -> str:
    """The time of day in the company's zone."""
    return moment.astimezone(zone).strftime("%H:%M")


def span(starts_at: datetime, ends_at: datetime | None, zone: ZoneInfo) -> str:
    """ "12:00–12:30", with days where it lasts longer than one."""
    if ends_at is None:
        return translate("Schedule", "{from}, until further notice").replace("{from}", clock(starts_at, zone))
    start, end = starts_at.astimezone(zone), ends_at.astimezone(zone)
    if start.date() == end.date() or (end - start <= timedelta(days=1) and not (end.hour or end.minute)):
        return f"{start:%H:%M}–{end:%H:%M}"
    return f"{start.day}/{start.month} {start:%H:%M} – {end.day}/{end.month} {end:%H:%M}"


def entries(found: OccurrencesView, mirror: Mirror, zone: ZoneInfo) -> list[Entry]:
    """What the service told of a week, as it is shown."""
    schedules = mirror[SCHEDULES]
    return [
        _entry(each, schedules.get(each.schedule_id or ScheduleId("")), found.counts, found, mirror, zone)
        for each in found.occurrences
    ]


def _entry(
    each: OccurrenceView,
    schedule: ScheduleView | None,
    counts: list[StretchView],
    found: OccurrencesView,
    mirror: Mirror,
    zone: ZoneInfo,
) -> Entry:
    effective = any(stretch.id == each.id for stretch in counts)
    title = texts.diversion_name(each.title, each.reason)
    line = destination_words(mirror, each.destination)
    look = Look.DIVERTED
    if each.origin is Origin.CALENDAR:
        look, line = Look.CALENDAR, translate("Schedule", "Calendar")
    elif each.reason is Reason.DO_NOT_DISTURB:
        look = Look.DO_NOT_DISTURB
    elif each.destination.kind is DestinationKind.OPEN:
        look = Look.OPEN
    recurring = schedule is not None and schedule.rrule is not None
    why = "" if effective else _why(each, counts, found)
    spoken = [
        title,
        span(each.starts_at, each.until, zone),
        line,
        of_view(schedule) if recurring and schedule else "",
        why,
    ]
    return Entry(
        each.id,
        each.schedule_id or "",
        title,
        line,
        look,
        each.starts_at,
        each.until,
        recurring,
        effective,
        why,
        ", ".join(part for part in spoken if part),
    )


def _why(each: OccurrenceView, counts: list[StretchView], found: OccurrencesView) -> str:
    """Why it never counts (spec 3.8): what counts while it lasts."""
    winner = next((s.id for s in counts if s.starts_at < (each.until or s.until) and s.until > each.starts_at), None)
    other = next((one for one in found.occurrences if one.id == winner), None)
    if other is None:
        return ""
    name = texts.diversion_name(other.title, other.reason)
    if other.origin is Origin.MANUAL and each.origin is not Origin.MANUAL:
        return translate("Schedule", "“{name}”, set by hand, counts instead").format(name=name)
    if other.origin is Origin.SCHEDULE and each.origin is Origin.CALENDAR:
        return translate("Schedule", "“{name}” in the schedule counts instead").format(name=name)
    return translate("Schedule", "“{name}” is newer and counts instead").format(name=name)
