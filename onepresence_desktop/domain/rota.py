"""On-call rota: who answers for a group outside its hours, week by week (spec 12.4f)."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from onepresence_desktop.domain.errors import Invalid

MOST_TURNS = 60
"""Turns of a rota: more than a year of weeks."""


@dataclass(frozen=True, slots=True)
class Rota:
    """Numbers that take turns by the week, from the first again after the last.

    turns: local numbers of people or groups, or numbers outside (E.164); "" for a week without anybody. first: a day of
    the first turn's week. changes_on, changes_at: weekday (Monday 0) and local time of the change.
    """

    turns: tuple[str, ...]
    first: date
    changes_on: int = 0
    changes_at: time = time(8)

    def without(self, numbers: Container[str]) -> Rota:
        """With nobody in the turns of these numbers."""
        return replace(self, turns=tuple("" if turn in numbers else turn for turn in self.turns))

    def on_call(self, now: datetime, zone: ZoneInfo) -> str:
        """Whose turn it is, "" for nobody's."""
        if not self.turns:
            return ""
        first = self.first - timedelta(days=(self.first.weekday() - self.changes_on) % 7)
        return self.turns[(self._begun(now, zone) - first).days // 7 % len(self.turns)]

    def next_change(self, now: datetime, zone: ZoneInfo) -> datetime:
        """When the next turn begins."""
        return self._change(self._begun(now, zone) + timedelta(days=7), zone).astimezone(zone)

    def _begun(self, now: datetime, zone: ZoneInfo) -> date:
        """The day on which the present turn began."""
        today = now.astimezone(zone).date()
        day = today - timedelta(days=(today.weekday() - self.changes_on) % 7)
        return day if self._change(day, zone) <= now.astimezone(UTC) else day - timedelta(days=7)

    def _change(self, day: date, zone: ZoneInfo) -> datetime:
        """The moment of a day's change: the first of two, where clocks are set back."""
        return datetime.combine(day, self.changes_at, tzinfo=zone).astimezone(UTC)


def checked(rota: Rota) -> Rota:
    """Raises `Invalid` for a rota that can't be."""
    if not rota.turns or len(rota.turns) > MOST_TURNS:
        raise Invalid(field="rota.turns", problem="out_of_range")
    if not 0 <= rota.changes_on <= 6:
        raise Invalid(field="rota.changes_on", problem="out_of_range")
    return rota
