"""What is done to a block of the week: shown at once as it will be, and brought back when it is refused."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.diversion.schedule import edits, week, words
from onepresence_desktop.desktop.diversion.schedule.entry_card import WhichCard
from onepresence_desktop.desktop.diversion.schedule.grid import WeekGrid
from onepresence_desktop.desktop.diversion.schedule.legend import Foot
from onepresence_desktop.desktop.diversion.schedule.loader import Weeks
from onepresence_desktop.desktop.diversion.schedule.week import Block
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.schedule import ScheduleId
from onepresence_desktop.wire.schedules import SCHEDULES, ScheduleView

if TYPE_CHECKING:
    from onepresence_desktop.client.pbx_client import PbxClient


class Changes(QObject):
    """refused: the error; the week is to be shown again as it is. remove_wanted: one set by hand, by its id."""

    refused = Signal(object)
    remove_wanted = Signal(str)

    def __init__(self, session: Session, actions: Actions, weeks: Weeks, grid: WeekGrid, foot: Foot) -> None:
        super().__init__(grid)
        self._session, self._actions, self._weeks = session, actions, weeks
        self._grid, self._foot = grid, foot
        self._undo: tuple[ScheduleView, bool] | None = None
        self.which: WhichCard | None = None

    def schedule(self, block: Block) -> ScheduleView | None:
        """Which a block comes from; None for one set by hand."""
        return self._session.mirror[SCHEDULES].get(ScheduleId(block.entry.schedule))

    def _day(self, block: Block) -> date:
        """The local day that an occurrence is known by."""
        return date.fromisoformat(block.entry.key.rpartition("@")[2])

    def remove(self, block: Block) -> None:
        """Leave one time out; what comes once or was set by hand goes."""
        view = self.schedule(block)
        if view is None:
            if block.entry.look is not week.Look.CALENDAR:
                self.remove_wanted.emit(block.entry.key)
            return
        day, once = self._day(block), view.rrule is None
        said = translate("Schedule", "“{name}” has been deleted.")
        if not once:
            said = translate("Schedule", "“{name}” is skipped on {day}.").replace("{day}", words.day_name(day))
        self._hide(lambda each: each.entry.key == block.entry.key)
        self._do(lambda client: edits.skip(client, view, day), said.format(name=block.entry.title), (view, once))

    def stop(self, view: ScheduleView, block: Block) -> None:
        """No more from the day of a block on."""
        day = self._day(block)
        gone = day <= view.start.date()
        self._hide(lambda each: each.entry.schedule == view.id and (each.day, each.begin) >= (block.day, block.begin))
        said = translate("Schedule", "“{name}” no longer comes.").format(name=block.entry.title)
        self._do(lambda client: edits.stop(client, view, day), said, (view, gone))

    def moved(self, block: Block, day: int, begin: int, end: int) -> None:
        """A block was dragged; of a series it is asked what of it moves."""
        view = self.schedule(block)
        if view is None:
            return
        if not block.entry.recurring:
            self._move(view, block, day, begin, end, following=False)
            return
        which = self.which = WhichCard()
        which.chosen.connect(lambda key: self._move(view, block, day, begin, end, following=key == "following"))
        which.show_at(self._grid.place_of(Block(block.entry, day, begin, end)))

    def _move(self, view: ScheduleView, block: Block, day: int, begin: int, end: int, *, following: bool) -> None:
        occurs, zone = self._day(block), self._weeks.zone
        local = block.entry.starts_at.astimezone(zone)
        shift = self._grid.moment(day, begin) - self._grid.moment(block.day, block.begin)
        start = datetime.combine(occurs, view.start.time()) + shift
        longer = timedelta(minutes=(end - begin) - (block.end - block.begin))
        if (local.hour, local.minute) != (view.start.hour, view.start.minute) and view.time_zone == zone.key:
            start = datetime.combine(self._grid.moment(day, begin).date(), self._grid.moment(day, begin).time())
        duration = view.duration + longer
        act = edits.move_following if following else edits.move_one
        kept = [each for each in self._grid.blocks if each is not block]
        self._grid.blocks = [*kept, Block(block.entry, day, begin, end)]
        self._grid.go_to(day, begin)
        self._do(lambda client: act(client, view, occurs, start, duration), "", None)

    def _hide(self, gone: Callable[[Block], bool]) -> None:
        """Shown at once as it will be; a refusal brings it back."""
        self._grid.blocks = [each for each in self._grid.blocks if not gone(each)]
        self._grid.viewport().update()

    def _do(
        self,
        verb: Callable[[PbxClient], Awaitable[None]],
        said: str,
        undo: tuple[ScheduleView, bool] | None,
    ) -> None:
        def answered(answer: None | OnePresenceError) -> None:
            if isinstance(answer, OnePresenceError):
                self.refused.emit(answer)
                return
            self._undo = undo
            self._foot.offer(said) if undo is not None else self._foot.rest()

        self._actions.ask("schedule", verb, answered)

    def have_back(self) -> None:
        """Undo what was done last."""
        if self._undo is not None:
            (view, removed), self._undo = self._undo, None
            self._do(lambda client: edits.restore(client, view, removed=removed), "", None)
