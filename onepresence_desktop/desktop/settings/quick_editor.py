"""Making or changing a quick diversion of one's own: name, icon, time, destination, texts (spec 3.3)."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.card import Card
from onepresence_desktop.desktop.widgets.chips import Chip
from onepresence_desktop.desktop.widgets.fields import Field, Select
from onepresence_desktop.desktop.widgets.labels import Label, field_label, labelled
from onepresence_desktop.desktop.widgets.segmented import Segment, Segmented
from onepresence_desktop.domain.diversion import VOICEMAIL, Destination, DestinationKind, QuickDiversion, Reason
from onepresence_desktop.wire.bodies import QuickDiversionBody

FOR, UNTIL, OPEN_END = "for", "until", "open_end"
OTHER_NUMBER = "other_number"
ICONS = tuple(icon for reason, icon in texts.REASON_ICONS.items() if reason is not Reason.DO_NOT_DISTURB)
MOST_MINUTES = 60 * 24 * 30
NOTE_ROOM, NAME_ROOM = 60, 40
_CLOCK = re.compile(r"([01]?[0-9]|2[0-3])[:.]?([0-5][0-9])")


class QuickEditor(Card):
    """saved: a body that can be sent. cancelled: Escape or the button. destinations: key and words of those that
    can be chosen, with the one that is.
    """

    saved = Signal(object)
    cancelled = Signal()

    def __init__(self, destinations: Callable[[Destination], list[tuple[str, str]]]) -> None:
        super().__init__()
        self._destinations = destinations
        self.name, self.time, self.number = Field(), Field(tabular=True), Field(tabular=True)
        self.note, self.reception_note = Field(), Field()
        self.name.setMaxLength(NAME_ROOM)
        self.note.setMaxLength(NOTE_ROOM)
        self.time.setFixedWidth(72)
        self.reason, self.where = Select(), Select()
        for select in (self.reason, self.where):
            select.setFixedHeight(32)
        self.how = Segmented(_ways(), small=False)
        self.problem = Label(tone="danger", wrap=True)
        self.complaints = {
            field: Label(role=fonts.Text.SMALL, tone="danger", wrap=True)
            for field in (self.name, self.time, self.number)
        }
        self.save, self.cancel = Button(kind=Kind.PRIMARY), Button(kind=Kind.QUIET)
        self._labels = [field_label() for _ in range(8)]
        self._build_icons()
        self._build()
        self.reason.picked.connect(lambda key: self._choose_icon(texts.REASON_ICONS[Reason(key)]))
        self.how.chosen.connect(self._way_chosen)
        self.where.picked.connect(self._where_chosen)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.cancelled)
        self.retranslate()
        self.hide()

    def _build_icons(self) -> None:
        self._icon_box = QWidget()
        row = QHBoxLayout(self._icon_box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        group = QButtonGroup(self)
        self.icons = {icon: Chip(icon=icon, outlined=True, radius=8) for icon in ICONS}
        for chip in self.icons.values():
            group.addButton(chip)
            row.addWidget(chip)
        row.addStretch()

    def _build(self) -> None:
        times = QWidget()
        row = QHBoxLayout(times)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.how)
        row.addWidget(self.time)
        row.addStretch()
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 10, 12, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        name, icon, reason, time, where, note, reception, number = self._labels
        top = Qt.AlignmentFlag.AlignTop
        self._number_box = _over(labelled(number, self.number), self.complaints[self.number])
        grid.addWidget(_over(labelled(name, self.name), self.complaints[self.name]), 0, 0, top)
        grid.addWidget(labelled(reason, self.reason), 0, 1, top)
        grid.addWidget(labelled(icon, self._icon_box), 1, 0, 1, 2)
        grid.addWidget(_over(labelled(time, times), self.complaints[self.time]), 2, 0, 1, 2)
        grid.addWidget(labelled(where, self.where), 3, 0, top)
        grid.addWidget(self._number_box, 3, 1, top)
        grid.addWidget(labelled(note, self.note), 4, 0)
        grid.addWidget(labelled(reception, self.reception_note), 4, 1)
        grid.addWidget(self.problem, 5, 0, 1, 2)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        grid.addLayout(foot, 6, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def begin(self, quick: QuickDiversion | None) -> None:
        """Show one of one's own, or an empty form; the name has the keys."""
        self.problem.hide()
        self._wrong({})
        self.name.setText(quick.name if quick is not None else "")
        self.reason.set_key((quick.reason if quick is not None else Reason.OTHER).value)
        self._choose_icon(quick.icon if quick is not None else texts.REASON_ICONS[Reason.OTHER])
        minutes, clock = (quick.minutes, quick.clock) if quick is not None else (60, None)
        self.how.set_chosen(FOR if minutes is not None else UNTIL if clock is not None else OPEN_END)
        self.time.setText(str(minutes) if minutes is not None else clock or "")
        target = quick.destination if quick is not None else Destination(DestinationKind.VOICEMAIL)
        self._fill_where(target)
        key = target.number or target.kind.value
        known = self.where.findData(key) >= 0
        self.where.set_key(key if known else OTHER_NUMBER)
        self.number.setText("" if known else key)
        self.note.setText(quick.note if quick is not None else "")
        self.reception_note.setText(quick.reception_note if quick is not None else "")
        self._arrange()
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def say(self, words: str) -> None:
        """Why it could not be kept."""
        self.problem.setText(words)
        self.problem.show()

    def body(self) -> QuickDiversionBody | None:
        """What is typed, or None after having said at each field what is wrong with it."""
        wrong: dict[Field, str] = {}
        if not self.name.text().strip():
            wrong[self.name] = translate("Settings", "Give it a name")
        minutes, clock = None, None
        if self.how.key == FOR:
            typed = self.time.text().strip()
            minutes = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0
            if not 1 <= minutes <= MOST_MINUTES:
                wrong[self.time] = translate("Settings", "Minutes as a number, for example 90")
        elif self.how.key == UNTIL:
            found = _CLOCK.fullmatch(self.time.text().strip())
            if found is None:
                wrong[self.time] = translate("Settings", "A time of day, for example 15:00")
            else:
                clock = f"{int(found[1]):02}:{found[2]}"
        key = self.where.key
        if key == OTHER_NUMBER and not self.number.text().strip():
            wrong[self.number] = translate("Settings", "Type the number calls should go to")
        self._wrong(wrong)
        if wrong:
            return None
        where = self.number.text().strip() if key == OTHER_NUMBER else key
        return QuickDiversionBody(
            name=self.name.text().strip(),
            icon=next((icon for icon, chip in self.icons.items() if chip.isChecked()), ICONS[-1]),
            reason=Reason(self.reason.key),
            destination=(
                Destination(DestinationKind(where))
                if where in set(DestinationKind.known())
                else Destination(DestinationKind.NUMBER, where)
            ),
            minutes=minutes,
            clock=clock,
            note=self.note.text().strip(),
            reception_note=self.reception_note.text().strip(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps it, Escape leaves it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        body = self.body()
        if body is not None:
            self.problem.hide()
            self.saved.emit(body)

    def _wrong(self, found: dict[Field, str]) -> None:
        """Under each field what is wrong with it; the first of them has the keys."""
        for field, complaint in self.complaints.items():
            words = found.get(field, "")
            field.set_error(bool(words))
            field.setAccessibleDescription(words)
            complaint.setText(words)
            complaint.setVisible(bool(words))
        for first in list(found)[:1]:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_icon(self, icon: str) -> None:
        self.icons.get(icon, self.icons[ICONS[-1]]).setChecked(True)

    def _way_chosen(self, way: str) -> None:
        self.time.setText({FOR: "60", UNTIL: "15:00"}.get(way, ""))
        self._arrange()
        if self.time.isVisible():
            self.time.setFocus(Qt.FocusReason.OtherFocusReason)
            self.time.selectAll()

    def _where_chosen(self, key: str) -> None:
        self._arrange()
        if key == OTHER_NUMBER:
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        self.time.setVisible(self.how.key != OPEN_END)
        self.time.set_name(
            translate("Settings", "Minutes") if self.how.key == FOR else translate("Settings", "Time of day")
        )
        self._number_box.setVisible(self.where.key == OTHER_NUMBER)

    def _fill_where(self, chosen: Destination = VOICEMAIL) -> None:
        kept = chosen if chosen.kind is not DestinationKind.NUMBER else VOICEMAIL
        opening = (DestinationKind.OPEN.value, texts.destination(Destination(DestinationKind.OPEN)))
        self.where.set_rows(
            [*self._destinations(kept), opening, (OTHER_NUMBER, translate("Settings", "Another number …"))]
        )

    def retranslate(self) -> None:
        """All texts again."""
        words = (
            translate("Settings", "Name"),
            translate("Settings", "Icon"),
            translate("Settings", "Reason"),
            translate("Settings", "How long"),
            translate("Settings", "Calls go to"),
            translate("Settings", "Text for colleagues"),
            translate("Settings", "Text for the reception"),
            translate("Settings", "Number"),
        )
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
        for field, text in zip((self.name, self.note, self.reception_note), (words[0], *words[5:7]), strict=True):
            field.set_name(text)
        for select, text in ((self.reason, words[2]), (self.where, words[4]), (self.how, words[3])):
            select.setAccessibleName(text)
        self.number.set_name(translate("Settings", "Number"))
        self.number.setPlaceholderText(translate("Settings", "Number"))
        reasons = {
            icon: texts.reason(reason) for reason, icon in texts.REASON_ICONS.items() if reason is not Reason.UNKNOWN
        }
        for icon, chip in self.icons.items():
            chip.setAccessibleName(reasons[icon])
            chip.setToolTip(reasons[icon])
        kept, target = self.reason.key, self.where.key
        self.reason.set_rows([(r.value, texts.reason(r)) for r in Reason.known() if r is not Reason.DO_NOT_DISTURB])
        self.reason.set_key(kept or Reason.OTHER.value)
        self.how.set_segments(_ways())
        self._fill_where()
        self.where.set_key(target or DestinationKind.VOICEMAIL.value)
        self.save.setText(translate("Settings", "Save"))
        self.cancel.setText(translate("Settings", "Cancel"))
        self._arrange()


def _over(field: QWidget, complaint: Label) -> QWidget:
    """A field with what is wrong under it."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    column.addWidget(field)
    column.addWidget(complaint)
    complaint.hide()
    return box


def _ways() -> list[Segment]:
    return [
        Segment(FOR, translate("Settings", "Minutes")),
        Segment(UNTIL, translate("Settings", "Until a time")),
        Segment(OPEN_END, translate("Settings", "Until further notice")),
    ]
