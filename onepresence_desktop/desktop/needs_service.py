"""Nothing is changed while the service is away: what would on a page says so, and knows when it is back."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.widgets.writing import WHY_NOT, Writing


class NeedsService(QObject):
    """Keeps what writes within `page` off while the service can't be reached: `SaveButton`s, and all `that_writes`.

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
        self._page.setProperty(WHY_NOT, why_not)
        for button in self._page.findChildren(QAbstractButton):
            if isinstance(button, Writing) and button.writes:
                button.set_why_not(why_not)
