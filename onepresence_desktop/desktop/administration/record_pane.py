"""Tabs over a form: of one thing that the company has, or of a kind of record of which it has several."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.administration.pane import AdminPane
from onepresence_desktop.desktop.administration.record_form import RecordForm
from onepresence_desktop.desktop.administration.record_list import WIDTH, RecordList
from onepresence_desktop.desktop.administration.records import Records
from onepresence_desktop.domain.errors import OnePresenceError

PAINTED = 120
"""Logical pixels that words in cards may need beyond what their form asks for at least."""

Form = TypeVar("Form", bound=RecordForm)


class FormPane(AdminPane, Generic[Form]):
    """The form, its button and its undoing."""

    form: Form

    def save(self) -> None:
        """As the button."""
        if self.form.save_button.isEnabled():
            self.form.save_button.click()

    def leave(self) -> bool:
        """Drop what was typed."""
        if not self.form.changed:
            return False
        self.form.cancel_button.click()
        return True

    def arrived(self, answer: object) -> None:
        """How it is set, or what kept the service from saying so; what is typed meanwhile stays."""
        self.form.ready()
        if isinstance(answer, OnePresenceError):
            self.form.band.say(texts.error(answer))
        elif not self.form.changed:
            self.form.show_record(answer)


class RecordPane(FormPane[Form], Generic[Form]):
    """The form of one record, which has a name, and what is done with all of them."""

    records: Records

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list lies over the form where both have no room beside one another."""
        super().resizeEvent(event)
        layout, left = self.layout(), getattr(self, "left", None)
        if not isinstance(left, RecordList) or not isinstance(layout, QBoxLayout):
            return
        over = self.width() < WIDTH + self.form.least_width() + PAINTED
        layout.setDirection(QBoxLayout.Direction.TopToBottom if over else QBoxLayout.Direction.LeftToRight)
        left.lie_over(over)

    def load(self) -> None:
        """Ask for them."""
        self.records.load()

    def new(self) -> None:
        """An empty form."""
        self.records.new()
        self.form.boxes["name"].field.setFocus()
