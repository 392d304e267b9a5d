"""The week of the section "Divert my phone": to see, to drag, and to edit (spec 3.4; design, section 7.7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.diversion.schedule import draft, week, words
from onepresence_desktop.desktop.diversion.schedule.changes import Changes
from onepresence_desktop.desktop.diversion.schedule.editor import Editor
from onepresence_desktop.desktop.diversion.schedule.entry_card import EntryCard
from onepresence_desktop.desktop.diversion.schedule.grid import WeekGrid
from onepresence_desktop.desktop.diversion.schedule.heads import DayHeads
from onepresence_desktop.desktop.diversion.schedule.legend import Foot
from onepresence_desktop.desktop.diversion.schedule.loader import Weeks
from onepresence_desktop.desktop.diversion.schedule.repeat import Every
from onepresence_desktop.desktop.diversion.schedule.week import Block
from onepresence_desktop.desktop.hours.hours_text import parts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import ConnectionState, Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import current
from onepresence_desktop.desktop.theme.tokens import Color, Space
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton
from onepresence_desktop.desktop.widgets.card import Surface
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.schedule import ScheduleId
from onepresence_desktop.wire.schedules import SCHEDULES, OccurrenceView, ScheduleView

TICK_MS = 20_000
"""How often the line of the present moment is looked at; it is shown in minutes."""


class SchedulePane(QWidget):
    """edit_wanted, remove_wanted: a diversion set by hand, by its id, which this doesn't know how to change."""

    edit_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self._session, self._actions = session, actions
        self.weeks = Weeks(session, actions, self)
        self.monday = week.monday_of(self._today())
        self.back, self.on = IconButton("chevron-left"), IconButton("chevron-right")
        self.number, self.days = Label(role=fonts.Text.HEADING, tabular=True), Label(tone="secondary", tabular=True)
        self.today, self.add = Button(), Button(icon="add")
        self.grid = WeekGrid()
        self.heads = DayHeads(self.grid)
        self.foot = Foot()
        self.banner = Banner(Tone.DANGER)
        self._editor: Editor | None = None
        self.card: EntryCard | None = None
        self.changes = Changes(session, actions, self.weeks, self.grid, self.foot)
        self.panes = QStackedWidget()
        self._build()
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(lambda: self.grid.set_now(self._now_place()))
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        bar = Surface(Color.BG_WINDOW)
        row = QHBoxLayout(bar)
        row.setContentsMargins(Space.PANE - 4, 10, Space.PANE, 8)
        row.setSpacing(4)
        row.addWidget(self.back)
        row.addWidget(self.on)
        row.addSpacing(8)
        row.addWidget(self.number)
        row.addSpacing(6)
        row.addWidget(self.days)
        row.addSpacing(8)
        row.addWidget(self.today)
        row.addStretch()
        row.addWidget(self.add)
        holder = Surface(Color.BG_WINDOW)
        around = QHBoxLayout(holder)
        around.setContentsMargins(Space.PANE, 0, Space.PANE, 8)
        around.addWidget(self.banner)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (bar, self.heads):
            column.addWidget(part)
        column.addWidget(self.grid, 1)
        column.addWidget(holder)
        column.addWidget(self.foot)
        self.panes.addWidget(whole)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.panes)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.turn(-1))
        self.on.clicked.connect(lambda: self.turn(1))
        self.today.clicked.connect(self.go_today)
        self.add.clicked.connect(lambda: self._make(self.grid.day, self.grid.minute, self.grid.minute + 60, again=True))
        self.grid.weeks.connect(self.turn)
        self.grid.today_wanted.connect(self.go_today)
        self.grid.made.connect(self._make)
        self.grid.opened.connect(self._open)
        self.grid.moved.connect(self.changes.moved)
        self.grid.removed.connect(self.changes.remove)
        self.foot.undo_wanted.connect(self.changes.have_back)
        self.changes.refused.connect(self._refused)
        self.changes.remove_wanted.connect(self.remove_wanted)
        self.weeks.loaded.connect(self._loaded)
        self.weeks.refused.connect(lambda _monday, problem: self._say(problem))
        self._session.changed(SCHEDULES).connect(self._stale)
        self._session.diversions_changed.connect(self._stale)
        self._session.me_changed.connect(self._stale)
        self._session.reset.connect(self._reset)
        self._session.connection_changed.connect(self._stale)
        current().changed.connect(self.update)

    def ahead(self) -> Iterator[None]:
        """Build the form, which is else built when first opened."""
        if self._editor is None:
            self.editor  # noqa: B018  (building it is what is wanted)
            yield

    @property
    def editor(self) -> Editor:
        """Made when first needed."""
        if self._editor is None:
            self._editor = Editor(self._session, self._actions)
            self._editor.closed.connect(self.show_week)
            self._editor.saved.connect(self._saved)
            self.panes.addWidget(self._editor)
        return self._editor

    # --- the week ---

    def _live(self) -> bool:
        return self._session.connection.state is ConnectionState.LIVE

    def _today(self) -> date:
        return self._session.now().astimezone(self.weeks.zone).date()

    def _now_place(self) -> tuple[int, int] | None:
        local = self._session.now().astimezone(self.weeks.zone)
        day = (local.date() - self.monday).days
        return (day, local.hour * 60 + local.minute) if 0 <= day < week.DAYS else None

    def turn(self, by: int) -> None:
        """So many weeks on or back."""
        self.monday += timedelta(days=7 * by)
        self.refresh(ask=True)

    def go_today(self) -> None:
        """This week, with the cursor at the present hour."""
        self.monday = week.monday_of(self._today())
        self.refresh(ask=True)
        place = self._now_place()
        if place is not None:
            self.grid.go_to(place[0], place[1] // 30 * 30)

    def refresh(self, *, ask: bool = False) -> None:
        """Show what is known of the week; ask: the service, too."""
        if not self.isVisible():
            return
        zone, me = self.weeks.zone, self._session.mirror.me
        entries = words.entries(self.weeks.of(self.monday), self._session.mirror, zone)
        hours = me.hours.days if me is not None and me.hours.used else ()
        work = [parts(hours, day) for day in range(len(hours))]
        self.grid.begin_with(opening.start for day in hours for opening in day)
        self.grid.readonly = not self._live()
        self.grid.show_week(self.monday, week.blocks(entries, self.monday, zone), work=work, now=self._now_place())
        self.heads.today, self.heads.holidays = self._today(), self.weeks.holidays
        self.heads.update()
        self._name()
        if ask:
            self.weeks.ask(self.monday)

    def _loaded(self, monday: date | None) -> None:
        if monday in (None, self.monday):
            self.banner.hide()
            self.refresh()

    def _stale(self, _event: object = None) -> None:
        self.weeks.forget()
        self.refresh(ask=True)
        self._judge()

    def _reset(self) -> None:
        self.weeks.clear()
        self._stale()

    def _judge(self) -> None:
        live = self._live()
        self.add.setEnabled(live)
        reason = "" if live else translate("Diversion", "Not sent without a connection")
        self.add.setToolTip(reason)
        self.add.setAccessibleDescription(reason)

    def _name(self) -> None:
        last, form = self.monday + timedelta(days=6), translate("Schedule", "d MMM yyyy")
        self.number.setText(translate("Schedule", "Week {number}").format(number=self.monday.isocalendar().week))
        same = self.monday.month == last.month
        begin = QLocale().toString(
            _qdate(self.monday), translate("Schedule", "d") if same else translate("Schedule", "d MMM")
        )
        self.days.setText(f"{begin}–{QLocale().toString(_qdate(last), form)}")

    def show_week(self) -> None:
        """Back from the form."""
        self.panes.setCurrentIndex(0)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh(ask=True)

    @property
    def editing(self) -> bool:
        """Whether the form is shown."""
        return self.panes.currentIndex() > 0

    # --- making and changing ---

    def _make(self, day: int, begin: int, end: int, *, again: bool = False) -> None:
        every = Every.WEEK if again else Every.ONCE
        start, finish = self.grid.moment(day, begin), self.grid.moment(day, end)
        self._edit(draft.blank(start, finish, self.weeks.zone.key, every=every))

    def _edit(self, shown: draft.ScheduleDraft, editing: ScheduleView | None = None) -> None:
        editor = self.editor
        self.panes.setCurrentWidget(editor)
        editor.open(shown, self._today(), editing)

    def knows(self, schedule_id: str) -> bool:
        """Whether a schedule is there."""
        return ScheduleId(schedule_id) in self._session.mirror[SCHEDULES]

    def edit_series(self, schedule_id: str) -> None:
        """The form of one."""
        view = self._session.mirror[SCHEDULES][ScheduleId(schedule_id)]
        self._edit(draft.of_view(view), view)

    def _saved(self, day: date) -> None:
        self.foot.rest()
        self.monday = week.monday_of(day)
        self.show_week()

    def _open(self, block: Block, place: QRect) -> None:
        view, occurrence = self.changes.schedule(block), self._occurrence(block)
        zone = self.weeks.zone
        entry = block.entry
        lines = [(translate("Schedule", "Time"), words.span(entry.starts_at, entry.ends_at, zone))]
        if view is not None:
            lines.append((translate("Schedule", "Repeats"), words.of_view(view)))
        lines.append((translate("Schedule", "Calls to"), entry.line))
        if occurrence is not None and occurrence.note:
            lines.append((translate("Schedule", "Colleagues see"), occurrence.note))
        if occurrence is not None and occurrence.reception_note:
            lines.append((translate("Schedule", "Reception sees"), occurrence.reception_note))
        if entry.why:
            lines.append((translate("Schedule", "Counts"), entry.why))
        icon = texts.REASON_ICONS[occurrence.reason] if occurrence is not None else "calendar"
        able = self._live() and entry.look is not week.Look.CALENDAR
        card = self.card = EntryCard(entry.title, icon, lines, recurring=entry.recurring, able=able)
        if view is not None:
            card.edit.connect(lambda: self._edit(draft.of_view(view), view))
            card.stop.connect(lambda: self.changes.stop(view, block))
        else:
            card.edit.connect(lambda: self.edit_wanted.emit(entry.key))
        card.remove.connect(lambda: self.changes.remove(block))
        card.skip.connect(lambda: self.changes.remove(block))
        card.show_at(place)

    def _occurrence(self, block: Block) -> OccurrenceView | None:
        return next((o for o in self.weeks.of(self.monday).occurrences if o.id == block.entry.key), None)

    def _refused(self, problem: OnePresenceError) -> None:
        self._say(problem)
        self.refresh()

    def _say(self, problem: OnePresenceError) -> None:
        self.banner.say(texts.error(problem), strong=translate("Schedule", "The schedule stands as it was."))

    # --- as a part of the page ---

    def leave(self) -> bool:
        """Esc leaves the form."""
        if self.editing:
            self.show_week()
            return True
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the clock and the week while seen."""
        super().showEvent(event)
        self._tick.start()
        self.refresh(ask=True)
        self._judge()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._tick.stop()

    def retranslate(self) -> None:
        """All texts again."""
        self.back.set_name(translate("Schedule", "Week back (Page up)"))
        self.on.set_name(translate("Schedule", "Week on (Page down)"))
        self.today.setText(translate("Schedule", "Today"))
        self.add.setText(translate("Schedule", "New recurring diversion"))
        for button in (self.today, self.add):
            button.updateGeometry()
        if self._editor is not None:
            self._editor.retranslate()
        self._name()
        self._judge()
        self.refresh()


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
