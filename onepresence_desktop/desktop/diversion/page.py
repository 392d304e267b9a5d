"""The section "Divert my phone": diverting now, and the schedule, under one head (design, sections 7.6 and 7.7)."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.diversion.schedule.view import SchedulePane
from onepresence_desktop.desktop.diversion.view import DiversionView
from onepresence_desktop.desktop.diversion.whose_time import WhoseTime
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.pages import Page, Place
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.widgets.card import SectionHeader
from onepresence_desktop.desktop.widgets.hint_bar import Hint
from onepresence_desktop.desktop.widgets.segmented import Segment, Segmented
from onepresence_desktop.wire.diversions import StandingView

NOW, SCHEDULE = "now", "schedule"


class DivertPage(Page):
    """now: the form. schedule: the week, made when first shown."""

    def __init__(self, session: Session, actions: Actions, now: DiversionView) -> None:
        super().__init__()
        self._session, self._actions = session, actions
        self.now = now
        self._schedule: SchedulePane | None = None
        self.header = SectionHeader()
        now.series_wanted.connect(self._to_series)
        self.switch = Segmented(_segments(), small=False)
        self.switch.chosen.connect(self.show_part)
        self.whose_time = WhoseTime(session)
        self.header.row.addStretch()
        self.header.row.addWidget(self.whose_time)
        self.header.row.addWidget(self.switch)
        self.parts = QStackedWidget()
        self.parts.addWidget(now)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.parts, 1)
        self.above_foot = now.above_foot
        self._calls = QVBoxLayout()
        column.addLayout(self._calls)
        for number, part in enumerate((NOW, SCHEDULE), start=1):
            key = QShortcut(QKeySequence(f"Ctrl+Shift+{number}"), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(lambda part=part: self.show_part(part))
        self._label()

    @property
    def schedule(self) -> SchedulePane:
        """Made when first needed."""
        if self._schedule is None:
            made = self._schedule = SchedulePane(self._session, self._actions)
            made.edit_wanted.connect(lambda key: self._with(key, change=True))
            made.remove_wanted.connect(lambda key: self._with(key, change=False))
            self.parts.addWidget(made)
        return self._schedule

    def show_part(self, part: str) -> None:
        """The form, or the week."""
        self.switch.set_chosen(part)
        if part == SCHEDULE:
            self.parts.setCurrentWidget(self.schedule)
            _move(self.now.above_foot, self._calls)
            self.above_foot = self._calls
            self.schedule.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.parts.setCurrentWidget(self.now)
            _move(self._calls, self.now.above_foot)
            self.above_foot = self.now.above_foot
            self.now.on_shown()
        self.hints_changed.emit()

    def _to_series(self, schedule_id: str) -> None:
        """Change the series that one of the list belongs to."""
        if self.schedule.knows(schedule_id):
            self.show_part(SCHEDULE)
            self.schedule.edit_series(schedule_id)

    def _with(self, key: str, *, change: bool) -> None:
        """Change or end one that was set by hand, where that is done."""
        standing = self._standing(key)
        if standing is None:
            return
        if change:
            self.show_part(NOW)
            self.now.edit(standing)
        else:
            self._actions.remove_diversion(standing.id)

    def _standing(self, key: str) -> StandingView | None:
        known = self._session.mirror.diversions
        every = [*known.current, *known.coming] if known is not None else []
        return next((standing for standing in every if standing.id == key), None)

    # --- as a page of the window ---

    def ahead(self) -> Iterator[None]:
        """Make what is else made when first needed."""
        yield from self.now.ahead()
        yield from self.schedule.ahead()

    def go_to(self, place: Place) -> None:
        """Come here for a colleague's number."""
        self.show_part(NOW)
        self.now.go_to(place)

    def hints(self) -> list[Hint]:
        """The form has its own foot, and so has the week."""
        return []

    def on_shown(self) -> None:
        """Begin where one was."""
        if self.parts.currentWidget() is self.now:
            self.now.on_shown()
        else:
            self.schedule.refresh(ask=True)
            self.schedule.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        """Esc goes back inside."""
        return self.now.leave() if self.parts.currentWidget() is self.now else self.schedule.leave()

    def retranslate(self) -> None:
        """All texts again."""
        self.now.retranslate()
        if self._schedule is not None:
            self._schedule.retranslate()
        self.whose_time.say()
        self._label()

    def _label(self) -> None:
        self.header.set_title(translate("Diversion", "Divert my phone"))
        self.switch.set_segments(_segments())
        self.switch.setAccessibleName(translate("Schedule", "Now or by a schedule"))


def _segments() -> list[Segment]:
    return [
        Segment(NOW, translate("Diversion", "Divert"), "nav-divert"),
        Segment(SCHEDULE, translate("Schedule", "Schedule"), "calendar"),
    ]


def _move(of: QVBoxLayout | None, to: QVBoxLayout | None) -> None:
    """Bring what stands above one foot over the other."""
    while of is not None and to is not None and (item := of.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            to.addWidget(widget)
