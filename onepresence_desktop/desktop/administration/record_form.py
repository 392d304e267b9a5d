"""Forms of administration: a sentence at the field that is wrong, and what to do when somebody else was quicker."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.administration.sure_card import SureCard
from onepresence_desktop.desktop.administration.unsaved import Unsaved
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import Color, Space
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.card import Card, Footer, Scrolled, into_view
from onepresence_desktop.desktop.widgets.fields import Field, Select
from onepresence_desktop.desktop.widgets.labels import Label, field_label
from onepresence_desktop.desktop.widgets.refilling import emptied, shown_now
from onepresence_desktop.desktop.widgets.save_button import SaveButton
from onepresence_desktop.domain.errors import Conflict, Invalid, OnePresenceError

Said = list[tuple[str, str]]
"""A record in words: each thing that can be set, and how it is set."""


class FieldBox(QWidget):
    """A label, a field under it, and a sentence under that when it is wrong."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self.field = field
        self.label = field_label()
        self.label.setBuddy(field)
        self._complaint = Label(role=fonts.Text.SMALL, tone="danger", wrap=True)
        self._complaint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.LABEL_TO_FIELD)
        column.addWidget(self.label)
        column.addWidget(field)
        column.addWidget(self._complaint)
        column.addStretch()

    def name(self, words: str) -> None:
        """What is set here."""
        self.label.setText(words)
        self.field.setAccessibleName(words)

    @property
    def complaint(self) -> str:
        """What is wrong with it, "" for nothing."""
        return self._complaint.text()

    def complain(self, words: str) -> None:
        """Say what is wrong; "" takes it back."""
        if isinstance(self.field, Field):
            self.field.set_error(bool(words))
        self.field.setAccessibleDescription(words)
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))


class ConflictCard(Card):
    """Somebody changed the thing meanwhile: theirs beside mine. theirs, mine: which of the two is wanted."""

    theirs = Signal()
    mine = Signal()

    def __init__(self) -> None:
        super().__init__(Color.WARNING_TINT, None)
        self.words = Label(weight=fonts.MEDIUM, wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self.theirs_button = Button(small=True)
        self.mine_button = SaveButton(kind=Kind.PLAIN, small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 12, 12)
        column.addWidget(self.words)
        column.addLayout(self._grid)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.theirs_button)
        row.addWidget(self.mine_button)
        column.addLayout(row)
        self.theirs_button.clicked.connect(self.theirs)
        self.mine_button.clicked.connect(self.mine)
        self.hide()

    def tell(self, who: str, at: object, theirs: Said, mine: Said, *, again: bool = False) -> None:
        """Show what differs. who, at: as the refusal has them (RFC 3339), "" and None where nobody knows.

        again: it is shown already, and in other words now.
        """
        when = datetime.fromisoformat(str(at)) if at else None
        name = texts.doer(who)
        words = translate("Administration", "{name} has changed this meanwhile.").format(name=name)
        if when is not None:
            changed_at = translate("Administration", "{name} changed this at {time}.")
            words = changed_at.replace("{time}", texts.clock(when)).format(name=name)
        self.words.setText(words)
        emptied(self._grid)
        heads = ("", translate("Administration", "As it is now"), translate("Administration", "As you typed it"))
        differing = [(label, now, typed) for (label, now), (_, typed) in zip(theirs, mine, strict=True) if now != typed]
        for row, cells in enumerate([heads, *differing]):
            for place, text in enumerate(cells):
                tone = "secondary" if place == 0 or row == 0 else ""
                words = text or "–" if row else text
                self._grid.addWidget(Label(words, role=fonts.Text.SMALL, tone=tone, wrap=True), row, place)
        shown_now(self._grid)
        self.theirs_button.setText(translate("Administration", "Take what is there now"))
        self.mine_button.setText(translate("Administration", "Save mine all the same"))
        for button in (self.theirs_button, self.mine_button):
            button.updateGeometry()
        self.setAccessibleName(words)
        self.show()
        if again:
            return
        into_view(self)
        self.theirs_button.setFocus(Qt.FocusReason.OtherFocusReason)


class RecordForm(QWidget):
    """What all forms share; a subclass adds its boxes to `inner` and says how a record fills them.

    save: the button was pressed. cancelled: back to what was. boxes: by the wire's name of what they set.
    """

    save = Signal()
    cancelled = Signal()

    def __init__(self, *, footer: int = 56) -> None:
        super().__init__()
        self.record: Any = None
        self.seen: str | None = None
        self._told = False
        self._refusal: OnePresenceError | None = None
        self._beside: tuple[Any, OnePresenceError | None] | None = None
        self.boxes: dict[str, FieldBox] = {}
        self.band = Banner(Tone.DANGER)
        self.unsaved = Unsaved(self.band)
        self.conflict = ConflictCard()
        self.sure = SureCard()
        self.state = Label(weight=fonts.MEDIUM, elide=True)
        self.under = Label(role=fonts.Text.SMALL, tone="secondary", elide=True)
        self.cancel_button = Button(kind=Kind.QUIET)
        self.save_button = SaveButton()
        self.inner = QVBoxLayout()
        self.inner.setContentsMargins(20, 14, 20, 14)
        self.inner.setSpacing(Space.FIELD_TO_FIELD)
        pane = self._scrolled = Scrolled()
        top = QVBoxLayout()
        top.setContentsMargins(20, 0, 20, 0)
        top.addWidget(self.conflict)
        top.addWidget(self.sure)
        top.addWidget(self.band)
        pane.column.addSpacing(10)
        pane.column.addLayout(top)
        pane.column.addLayout(self.inner)
        pane.column.addStretch()
        foot = Footer(footer)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self.state)
        words.addWidget(self.under)
        words.addStretch()
        foot.row.addLayout(words, 1)
        foot.row.addWidget(self.cancel_button)
        foot.row.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(pane, 1)
        column.addWidget(self.save_button.reason())
        column.addWidget(foot)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self._cancel)
        self._untouched()

    # --- what a subclass answers ---

    def fill(self, record: Any) -> None:
        """Fill the fields from a record; None for a new one."""

    def body(self) -> Any:
        """What is in the form, as it is sent. Raises `Invalid` naming the field that can't be read."""
        return None

    def said(self, what: Any) -> Said:
        """A record, or a body, in words."""
        return []

    def complete(self) -> bool:
        """Whether there is enough to be saved."""
        return True

    # --- what they share ---

    def wait(self) -> None:
        """Nothing can be typed before it is known what there is: a fast one would write over it."""
        self.setEnabled(self._told)

    def ready(self) -> None:
        """It is known, or can't be."""
        self._told = True
        self.setEnabled(True)

    def least_width(self) -> int:
        """Logical pixels under which its fields would be cut off."""
        content = self._scrolled.widget()
        return content.minimumSizeHint().width() if content is not None else 0

    def box(self, key: str, field: QWidget) -> FieldBox:
        """A labelled field of the wire's `key`, that marks the form as changed."""
        made = self.boxes[key] = FieldBox(field)
        if isinstance(field, Field):
            field.textEdited.connect(lambda _text: self.touched(key))
        elif isinstance(field, Select):
            field.picked.connect(lambda _key: self.touched(key))
        return made

    @property
    def changed(self) -> bool:
        """Whether something isn't saved."""
        return self._changed

    def touched(self, key: str = "") -> None:
        """Something was changed by the user."""
        if key in self.boxes:
            self.boxes[key].complain("")
        self._refusal = None
        self.band.hide()
        self._changed = True
        self.unsaved.forget()
        self.cancel_button.setEnabled(True)
        self.save_button.setEnabled(self.complete())

    def show_record(self, record: Any) -> None:
        """Fill the form; None for a new one. Another one is read from the top."""
        before, self.record = self.record, record
        if record is None or (before is not None and getattr(before, "id", "") != getattr(record, "id", "")):
            self._scrolled.verticalScrollBar().setValue(0)
        self.seen = record.version if record is not None else None
        self.fill(record)
        self._untouched()
        self.cancel_button.setEnabled(record is None)

    def saving(self) -> None:
        """The request is under way."""
        self.save_button.set_busy(True)
        self._refusal = self._beside = None
        self.band.hide()
        self.conflict.hide()
        for box in self.boxes.values():
            box.complain("")

    def refused(self, error: OnePresenceError) -> None:
        """Say why at the field it belongs to, else in the band; nothing that was typed is lost."""
        self.save_button.set_busy(False)
        self.save_button.setEnabled(True)
        self._refusal = error
        box = self._complain(error)
        if box is not None:
            box.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _complain(self, error: OnePresenceError) -> FieldBox | None:
        """In the language in use; the field it belongs to."""
        named = str(error.details.get("field") or error.details.get("what") or "")
        box = self.boxes.get(named) or self.boxes.get(named.split("[")[0].split(".")[0])
        if box is not None and isinstance(error, Invalid | Conflict):
            box.complain(texts.error(error))
            return box
        self.band.say(texts.error(error))
        return None

    def changed_by_others(self, theirs: Any, error: OnePresenceError | None = None) -> None:
        """Show theirs beside mine; saving mine from then on is meant."""
        self.save_button.set_busy(False)
        try:
            self.body()
        except Invalid as wrong:
            self.refused(wrong)
        self._beside = theirs, error
        self._compare()
        self.save_button.setEnabled(False)

    def name_others(self, refusal: OnePresenceError) -> None:
        """It is known now who changed it, while it still stands beside what is typed."""
        if self._beside is not None and self.conflict.isVisibleTo(self):
            self._beside = self._beside[0], refusal
            self._compare(again=True)

    def _compare(self, *, again: bool = False) -> None:
        """Theirs beside mine, in the language in use."""
        if self._beside is None:
            return
        theirs, error = self._beside
        details = error.details if error is not None else {}
        try:
            mine = self.said(self.body())
        except Invalid:
            mine = self.said(self.record)
        self.conflict.tell(str(details.get("by") or ""), details.get("at"), self.said(theirs), mine, again=again)

    def foot(self, words: str, under: str = "") -> None:
        """What stands at the left of the footer, and in a second line."""
        self.state.setText(words)
        self.under.setText(under)
        self.under.setVisible(bool(under))

    def retranslate(self) -> None:
        """All words again."""
        self.cancel_button.setText(translate("Administration", "Cancel"))
        self.save_button.setText(translate("Administration", "Save"))
        self._tell_again()

    def _tell_again(self) -> None:
        """What is told of what is typed, in the language in use."""
        if self._refusal is not None:
            self._complain(self._refusal)
        if self.conflict.isVisibleTo(self):
            self._compare(again=True)
        self.unsaved.retranslate()

    def _untouched(self) -> None:
        self._changed = False
        self._refusal = self._beside = None
        self.unsaved.forget()
        self.band.hide()
        self.conflict.hide()
        self.sure.clear()
        for box in self.boxes.values():
            box.complain("")
        self.save_button.set_busy(False)
        self.save_button.setEnabled(False)
        self.cancel_button.setEnabled(False)

    def _cancel(self) -> None:
        self.show_record(self.record)
        self.cancelled.emit()
