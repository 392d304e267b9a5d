"""What was typed and not saved is asked about once, before another one is shown in its place."""

from __future__ import annotations

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.widgets.banner import Banner


class Unsaved:
    """Says it in `band`. The second time in a row, without anything typed between, it is meant."""

    def __init__(self, band: Banner) -> None:
        self._band = band
        self._asked = False

    def asks(self, changed: bool) -> bool:
        """Whether it was asked just now, so that the form stays. changed: whether something isn't saved."""
        if not changed or self._asked:
            return False
        self._asked = True
        self.retranslate()
        return True

    def retranslate(self) -> None:
        """What is asked, in the language in use."""
        if self._asked:
            words = translate("Administration", "What you have written isn't saved. Choose again to leave it.")
            self._band.say(words)

    def forget(self) -> None:
        """Something was typed, or another one is shown."""
        self._asked = False
