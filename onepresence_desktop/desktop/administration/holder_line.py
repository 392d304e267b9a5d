"""Under a person's numbers: who has the local number already that is typed for them (design, section 7.17)."""

from __future__ import annotations

from onepresence_desktop.desktop.administration.model import holder
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.wire.views import PersonView


class HolderLine(Label):
    """Away while a number is free. person: for whom it is typed, None for somebody new."""

    def __init__(self, session: Session, field: Field) -> None:
        super().__init__(role=fonts.Text.SMALL, tone="danger", wrap=True)
        self._session, self._field = session, field
        self.person: PersonView | None = None
        field.textChanged.connect(self.look)
        self.hide()

    def look(self) -> None:
        """Whose it is now."""
        name = holder(self._session.mirror, self._field.text(), self.person)
        words = translate("Administration", "{name} has that local number.").format(name=name) if name else ""
        self.setText(words)
        self._field.setAccessibleDescription(words)
        self.setVisible(bool(words))
