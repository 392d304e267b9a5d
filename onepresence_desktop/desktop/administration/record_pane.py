"""A tab that keeps one kind of record in a form: what groups, lines, connections and company numbers share."""

from __future__ import annotations

from typing import Generic, TypeVar

from onepresence_desktop.desktop.administration.pane import AdminPane
from onepresence_desktop.desktop.administration.record_form import RecordForm
from onepresence_desktop.desktop.administration.records import Records

Form = TypeVar("Form", bound=RecordForm)


class RecordPane(AdminPane, Generic[Form]):
    """The form of one record, which has a name, and what is done with all of them."""

    form: Form
    records: Records

    def load(self) -> None:
        """Ask for them."""
        self.records.load()

    def new(self) -> None:
        """An empty form."""
        self.records.new()
        self.form.boxes["name"].field.setFocus()

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
