"""How high the rows of colleagues are, as the setting says at any time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.stored_settings import Settings


class FollowedHeight(QObject):
    """Tells `take` whether rows are dense, now and when that is changed; lives as long as `parent`."""

    def __init__(self, settings: Settings, take: Callable[[bool], None], parent: QObject) -> None:
        super().__init__(parent)
        self._settings, self._take = settings, take
        settings.changed.connect(self._changed)
        self._changed(keys.DENSE_ROWS.key)

    def _changed(self, key: str) -> None:
        if key == keys.DENSE_ROWS.key:
            self._take(self._settings.get(keys.DENSE_ROWS))
