"""Nothing is saved while the service is away: every form of a page says so, and knows when it is back."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.widgets.save_button import SaveButton


class NeedsService(QObject):
    """Keeps the `SaveButton`s within `page` off while the service can't be reached.

    A page that makes a form later, or sets its words again, calls `look`.
    """

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._page = session, page
        session.reset.connect(self.look)
        session.connection_changed.connect(self._connection)
        self.look()

    def _connection(self, _connection: object) -> None:
        self.look()

    def look(self) -> None:
        """As it stands now, in the language in use."""
        away = translate("Diversion", "Not sent without a connection")
        why_not = "" if self._session.mirror.live else away
        for button in self._page.findChildren(SaveButton):
            button.set_why_not(why_not)
