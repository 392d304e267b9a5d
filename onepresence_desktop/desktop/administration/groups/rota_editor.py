"""Who is on call outside a group's hours, week by week (spec 12.4f; design, section 7.24)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.texts import repeats
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.whom_field import WhomField
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton, Kind
from onepresence_desktop.desktop.widgets.card import Card, Line
from onepresence_desktop.desktop.widgets.fields import Select
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.rota import MOST_TURNS, Rota


class TurnRow(QWidget):
    """A week of the rota: which one it is, who answers, and a cross."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(10)
        self.week = Label(role=fonts.Text.SMALL, tabular=True)
        self.week.setFixedWidth(132)
        self.who = WhomField(session, all_there=True)
        self.who.setPlaceholderText(translate("Groups", "Nobody"))
        self.remove = IconButton("close", translate("Groups", "Take the week away"))
        row.addWidget(self.week)
        row.addWidget(self.who, 1)
        row.addWidget(self.remove)


class RotaEditor(Card):
    """changed: anything of it."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._first = date(2000, 1, 3)
        self.rows: list[TurnRow] = []
        self.day, self.hour = Select(), Select()
        self.add = Button(kind=Kind.LINK, icon="add")
        self._words = Label(role=fonts.Text.SMALL, tone="secondary")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 4)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(12, 2, 8, 4)
        head.addWidget(self._words, 1)
        head.addWidget(self.day)
        head.addSpacing(8)
        head.addWidget(self.hour)
        column.addLayout(head)
        column.addWidget(Line(Color.LINE_SOFT))
        column.addLayout(self._rows)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 2, 8, 2)
        foot.addWidget(self.add)
        foot.addStretch()
        column.addLayout(foot)
        self.add.clicked.connect(self._added)
        self.day.picked.connect(lambda _key: self._edited())
        self.hour.picked.connect(lambda _key: self._edited())
        self.retranslate()

    def retranslate(self) -> None:
        """All words again."""
        self._words.setText(translate("Groups", "Changes every"))
        self.day.set_rows([(str(number), repeats.weekday(number)) for number in range(7)])
        self._offer_times(self.hour.key)
        self.day.setAccessibleName(translate("Groups", "Day of the change"))
        self.hour.setAccessibleName(translate("Groups", "Time of the change"))
        self.add.setText(translate("Groups", "Add a week"))
        self._number()

    def show_rota(self, rota: Rota | None) -> None:
        """The weeks from the present one on; None for no rota."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        now = self._session.now()
        zone = self._zone()
        turns: list[str] = []
        if rota is not None:
            self.day.set_key(str(rota.changes_on))
            self._offer_times(f"{rota.changes_at:%H:%M}")
            begun = rota.next_change(now, zone).date() - timedelta(days=7)
            turns = [
                rota.on_call(datetime.combine(begun + timedelta(days=7 * week), rota.changes_at, zone), zone)
                for week in range(len(rota.turns))
            ]
            self._first = begun
        else:
            self.day.set_key("0")
            self._offer_times("08:00")
            self._first = now.astimezone(zone).date()
        for turn in turns:
            self._put(turn)
        self._number()

    def rota(self) -> Rota | None:
        """What is in it; None for no weeks. Raises `Invalid` for somebody who isn't known."""
        turns: list[str] = []
        for row in self.rows:
            number = row.who.number()
            if not number and row.who.text().strip():
                raise Invalid(field="rota", problem="unknown_number")
            turns.append(number)
        if not turns:
            return None
        return Rota(tuple(turns), self._first, int(self.day.key), time.fromisoformat(self.hour.key))

    def said(self, rota: Rota | None) -> str:
        """Who takes turns, in words."""
        if rota is None:
            return ""
        nobody = translate("Groups", "Nobody")
        whose = self._session.whose
        return ", ".join(whose(turn)[0] or texts.number(turn) if turn else nobody for turn in rota.turns)

    def _offer_times(self, chosen: str) -> None:
        """Each whole hour, and the time that is set, which may be another (by a script)."""
        times = sorted({f"{hour:02}:00" for hour in range(24)} | ({chosen} if chosen else set()))
        self.hour.set_rows([(at, at) for at in times])
        self.hour.set_key(chosen)

    def _put(self, turn: str) -> None:
        row = TurnRow(self._session)
        row.who.show_number(turn)
        row.who.textEdited.connect(lambda _text: self._edited())
        row.remove.clicked.connect(lambda: self._removed(row))
        self.rows.append(row)
        self._rows.addWidget(row)

    def _added(self) -> None:
        if len(self.rows) < MOST_TURNS:
            self._put("")
            self.rows[-1].who.offer()
            self._edited()

    def _removed(self, row: TurnRow) -> None:
        place = self.rows.index(row)
        self.rows.remove(row)
        (self.rows[min(place, len(self.rows) - 1)].remove if self.rows else self.add).setFocus()  # not to the search
        row.hide()
        row.deleteLater()
        self._edited()

    def _edited(self) -> None:
        self._number()
        self.changed.emit()

    def _number(self) -> None:
        shift = (self._first.weekday() - int(self.day.key or 0)) % 7
        begun = self._first - timedelta(days=shift)
        for place, row in enumerate(self.rows):
            start = begun + timedelta(days=7 * place)
            end = start + timedelta(days=6)
            number = start.isocalendar().week
            week = translate("Groups", "Week {number}").format(number=number)
            row.week.setText(f"{week} · {start.day}.{start.month}.–{end.day}.{end.month}.")
            row.who.set_name(translate("Groups", "Who answers in week {number}").format(number=number))

    def _zone(self) -> ZoneInfo:
        customer = self._session.mirror.customer
        return ZoneInfo(customer.time_zone if customer is not None else "UTC")
