"""Keeping a diversion as a quick one of the user's own: a tick, and the name it shall have."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onepresence_desktop.desktop.diversion.draft import Wrong
from onepresence_desktop.desktop.diversion.wrong import sentence
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.desktop.widgets.labels import Label, field_label, labelled
from onepresence_desktop.desktop.widgets.switches import CheckBox

NAME_ROOM = 40
"""Characters of a name; more has no room in the left column."""


class Remember(QWidget):
    """changed: ticked, unticked, or another name."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.tick = CheckBox()
        self.tick.clicked.connect(self._ticked)
        self.name = Field()
        self.name.setMaxLength(NAME_ROOM)
        self.name.setMaximumWidth(260)
        self.name.textEdited.connect(self._typed)
        self._label = field_label()
        self._box = labelled(self._label, self.name)
        self._complaint = Label(role=fonts.Text.SMALL, tone="danger", wrap=True)
        column.addWidget(self.tick)
        column.addWidget(self._box)
        column.addWidget(self._complaint)
        self.set_wanted(False)

    @property
    def wanted(self) -> bool:
        """Whether it shall be kept."""
        return self.tick.isChecked()

    @property
    def wrong(self) -> Wrong | None:
        """Why it can't be kept under what is typed; None when it can, or isn't wanted."""
        if not self.wanted:
            return None
        name = self.name.text().strip()
        if not name:
            return Wrong.NAME_MISSING
        me = self._session.mirror.me
        taken = {quick.name.casefold() for quick in (me.quick if me is not None else [])}
        return Wrong.NAME_TAKEN if name.casefold() in taken else None

    def set_wanted(self, wanted: bool) -> None:
        """Tick it or not, with no name yet."""
        self.tick.setChecked(wanted)
        self.name.clear()
        self._box.setVisible(wanted)
        self.complain(None)

    def complain(self, wrong: Wrong | None) -> None:
        """Say at the field what is wrong with the name; None: nothing."""
        words = sentence(wrong) if wrong is not None else ""
        self.name.set_error(bool(words))
        self.name.setAccessibleDescription(words)
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))
        if words:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ticked(self) -> None:
        self.set_wanted(self.wanted)
        if self.wanted:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _typed(self, _text: str) -> None:
        self.complain(None)
        self.changed.emit()

    def retranslate(self) -> None:
        """All texts again."""
        self.tick.setText(translate("Diversion", "Remember as a quick diversion"))
        self.tick.set_line(translate("Diversion", "Shown at the left and in the tray's menu"))
        words = translate("Diversion", "Name of the quick diversion")
        self._label.setText(words)
        self.name.set_name(words)
