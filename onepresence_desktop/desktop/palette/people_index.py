"""All colleagues ready to be searched; made anew when asked for after a change, so nothing is done for nobody."""

from __future__ import annotations

from PySide6.QtCore import QObject

from onepresence_desktop.desktop.languages import language_in_use
from onepresence_desktop.desktop.search_index import SearchIndex
from onepresence_desktop.desktop.session import Session


class PeopleIndex(QObject):
    """Follows the session."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._index = SearchIndex()
        self._language = ""
        session.reset.connect(self._changed)
        session.people_changed.connect(self._changed)

    @property
    def index(self) -> SearchIndex:
        """People as they are now, in the order of the language in use."""
        if self._language != language_in_use():
            self._language = language_in_use()
            self._index.replace(self._session.mirror.people.values(), self._language)
        return self._index

    def _changed(self) -> None:
        self._language = ""
