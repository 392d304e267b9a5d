"""Everyone's days as the service tells them, for the day board (spec 2.9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.colleagues.day_scale import USUAL, Hours, Scale, hours_shown, hours_worked
from onepresence_desktop.desktop.colleagues.rows import PersonRow
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import ConnectionState, Session
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire.schedules import DayBoardRow, DayBoardView

DAY, WEEK = "day", "week"
AHEAD, BACK = 14, 7
"""Days on and back that can be looked at."""
ASK_AGAIN_MS = 20_000
"""A change of somebody's state may be one of their day; the board is asked for anew this long after the first."""
REST_MS = 300_000
"""And anyhow after this long."""


class DayBoard(QObject):
    """changed: other days, or other rows. It asks while `shown`."""

    changed = Signal()

    def __init__(self, session: Session, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._actions = session, actions
        self.mode = DAY
        self.day = self._today = self.today()
        self.rows: dict[UserId, DayBoardRow] = {}
        self.of: tuple[date, int] | None = None
        """The days that `rows` are of."""
        self.hours = USUAL
        """From when to when a day is shown, see `fit_hours`."""
        self._worked: dict[UserId, Hours] = {}
        self.shown = False
        self._turn = 0
        self._again, self._rest = QTimer(self), QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(ASK_AGAIN_MS)
        self._rest.setInterval(REST_MS)
        for timer in (self._again, self._rest):
            timer.timeout.connect(self.ask)
        session.reset.connect(self._reset)
        session.presence_changed.connect(self._touched)
        session.connection_changed.connect(self.ask)
        session.day_changed.connect(self.follow_day)

    # --- which days ---

    @property
    def zone(self) -> ZoneInfo:
        """The company's, in which working hours are meant."""
        customer = self._session.mirror.customer
        return ZoneInfo(customer.time_zone if customer is not None else "UTC")

    def today(self) -> date:
        """The day it is in the company's zone."""
        return self._session.now().astimezone(self.zone).date()

    @property
    def first(self) -> date:
        """The first day shown."""
        return self.day if self.mode == DAY else self.day - timedelta(days=self.day.weekday())

    @property
    def days(self) -> int:
        """How many are shown."""
        return 1 if self.mode == DAY else 7

    def scale(self, width: float) -> Scale:
        """The time line in so much room."""
        return Scale(self.first, self.days, self.zone, width, self.hours)

    def now(self) -> datetime:
        """The service's present moment."""
        return self._session.now()

    @property
    def is_today(self) -> bool:
        """Whether today is among the days shown."""
        return 0 <= (self.today() - self.first).days < self.days

    def show_mode(self, mode: str) -> None:
        """One day or a week."""
        self.mode = mode
        self._go(self.day)

    def turn(self, by: int) -> None:
        """So many days or weeks on or back, within what can be asked for."""
        day = self.day + timedelta(days=by * self.days)
        if -BACK <= (day - self.today()).days <= AHEAD:
            self._go(day)

    def go_today(self) -> None:
        """Back to today."""
        self._go(self.today())

    def _go(self, day: date) -> None:
        self.day = day
        self.ask()
        self.changed.emit()

    # --- asking ---

    def show(self, shown: bool) -> None:
        """Somebody looks, or nobody does."""
        self.shown = shown
        if shown:
            self._rest.start()
            self.ask()
        else:
            self._rest.stop()
            self._again.stop()

    def ask(self) -> None:
        """Ask for the days shown."""
        self._again.stop()
        if not self.shown or self._session.connection.state is not ConnectionState.LIVE:
            return
        self._turn += 1
        turn, of = self._turn, (self.first, self.days)
        begin = datetime.combine(self.first, time(), tzinfo=self.zone)
        end = datetime.combine(self.first + timedelta(days=self.days), time(), tzinfo=self.zone)

        def take(answer: DayBoardView | OnePresenceError) -> None:
            if turn == self._turn and not isinstance(answer, OnePresenceError):
                self.rows = {row.user_id: row for row in answer.rows}
                self.of = of
                self._worked = _hours_worked(answer.rows, self.zone)
                self.changed.emit()

        self._actions.ask("day_board", lambda client: client.day_board(begin, end), take)

    def _touched(self, _users: object) -> None:
        if self.shown and not self._again.isActive():
            self._again.start()

    def follow_day(self) -> None:
        """Whoever looked at today looks at today still, after midnight where the company is."""
        before, self._today = self._today, self.today()
        if before != self._today:
            self._go(self._today if self.day == before else self.day)

    def _reset(self) -> None:
        self.rows, self.of, self._worked = {}, None, {}
        self.day = self._today = self.today()
        self.ask()

    # --- what is said of people ---

    def row(self, user: UserId) -> DayBoardRow | None:
        """A person's days; None while they aren't here."""
        return self.rows.get(user) if self.of == (self.first, self.days) else None

    def fit_hours(self, users: Iterable[UserId]) -> bool:
        """Show as many hours of a day as these people work, and the present one; whether they are others now."""
        before, hour = self.hours, self.now().astimezone(self.zone).hour
        worked = [self._worked[user] for user in users if user in self._worked]
        self.hours = hours_shown([*worked, (hour, hour + 1)] if self.is_today else worked)
        return self.hours != before

    def state(self, row: PersonRow) -> tuple[Presence, str] | None:
        """The pill: the state with its end. On other days None, see `comes_in`."""
        if not self.is_today:
            return None
        seen, now, zone = self._session.mirror.presence.get(row.id), self.now(), self.zone
        if seen is None or row.stale:
            return row.presence, row.words
        if row.presence is Presence.BUSY:
            return row.presence, translate("DayBoard", "On the phone")
        if seen.reason is not None and seen.until is not None:
            return row.presence, _until(seen.until, now, zone)
        if row.presence is Presence.MEETING and seen.meeting_until is not None:
            return row.presence, _until(seen.meeting_until, now, zone)
        if row.presence is Presence.OFF_WORK and seen.returns_at is not None:
            return row.presence, _day_and_clock(seen.returns_at, now, zone)
        return row.presence, row.words

    def comes_in(self, user: UserId) -> str:
        """When work begins on the day shown: "from 08:00"; of the night before: "until 06:00"; whose day off it is."""
        row = self.row(user)
        if row is not None and row.off:
            return texts.presence(Presence.OFF_WORK)
        if row is None or self.mode == WEEK or not row.work:
            return ""
        midnight = datetime.combine(self.first, time(), tzinfo=self.zone)
        begins = [work.starts_at for work in row.work if work.starts_at > midnight]
        if begins:
            return translate("DayBoard", "from {time}").format(time=f"{begins[0].astimezone(self.zone):%H:%M}")
        return texts.until(row.work[0].until, midnight, self.zone)

    def next_back(self, users: Iterable[UserId]) -> str:
        """Who of these is back next, and when: "Next back: Anders 12:30"; "" if nobody is expected today."""
        if not self.is_today:
            return ""
        mirror, today = self._session.mirror, self.today()
        found: tuple[datetime, str] | None = None
        for user in users:
            seen = mirror.presence.get(user)
            if seen is None or seen.until is None or seen.presence is not Presence.DIVERTED:
                continue
            if (found is None or seen.until < found[0]) and seen.until.astimezone(self.zone).date() == today:
                found = seen.until, mirror.people[user].name.split()[0]
        if found is None:
            return ""
        at = found[0].astimezone(self.zone)
        return translate("DayBoard", "Next back: {name} {time}").format(name=found[1], time=f"{at:%H:%M}")

    def spoken(self, user: UserId) -> str:
        """A person's day as it is read out: "Lunch 12:00 to 12:30, Meeting 13:00 to 14:30"."""
        row = self.row(user)
        if row is None:
            return ""
        said = []
        for absence in row.absences:
            begin, end = absence.starts_at.astimezone(self.zone), absence.until.astimezone(self.zone)
            words = texts.diversion_name(absence.title, absence.reason)
            form = "%H:%M" if self.mode == DAY else "%d/%m %H:%M"
            said.append(
                translate("DayBoard", "{what} {from} to {to}")
                .replace("{from}", begin.strftime(form))
                .format(what=words, to=end.strftime("%H:%M" if begin.date() == end.date() else "%d/%m %H:%M"))
            )
        return ", ".join(said)


def _until(moment: datetime, now: datetime, zone: ZoneInfo) -> str:
    """ "until 12:30", "tomorrow 06:00", "until 25 Jul": as short as a pill wants it."""
    apart = moment.astimezone(zone).date() - now.astimezone(zone).date()
    return _day_and_clock(moment, now, zone) if apart == timedelta(days=1) else texts.until(moment, now, zone)


def _day_and_clock(moment: datetime, now: datetime, zone: ZoneInfo) -> str:
    return f"{texts.day_within(moment, now, zone)} {texts.clock(moment, zone)}"


def _hours_worked(rows: Iterable[DayBoardRow], zone: ZoneInfo) -> dict[UserId, Hours]:
    """The hours of a day in which each works; most work as others do, so each stretch is reckoned once."""
    known: dict[tuple[datetime, datetime], Hours] = {}
    found: dict[UserId, Hours] = {}
    for row in rows:
        for work in row.work:
            stretch = work.starts_at, work.until
            if stretch not in known:
                known[stretch] = hours_worked(*stretch, zone)
            found[row.user_id] = hours_shown((known[stretch], found.get(row.user_id, USUAL)))
    return found
