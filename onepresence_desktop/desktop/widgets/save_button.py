"""The button that sends what a form holds, and says why it can't when that is so."""

from __future__ import annotations

from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button, Kind


class SaveButton(Button):
    """Its form says whether there is something to be saved; `set_why_not` that nothing can be, whatever the form says.

    What is typed stays, and the button is on again by itself as soon as the reason is gone.
    """

    def __init__(self, *, kind: Kind = Kind.PRIMARY, small: bool = False) -> None:
        super().__init__(kind=kind, small=small)
        self._reason: Banner | None = None
        self.that_writes()

    def reason(self) -> Banner:
        """The band that says it, for the form to place near its foot."""
        if self._reason is None:
            self._reason = Banner(Tone.WARNING, icon="disconnected")
        return self._reason

    def set_why_not(self, words: str) -> None:
        """Nothing can be saved, and why; "" when it can."""
        super().set_why_not(words)
        if self._reason is not None and words:
            self._reason.say(words)
        elif self._reason is not None:
            self._reason.hide()
