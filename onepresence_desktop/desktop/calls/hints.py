"""The keys that the call history tells at its foot."""

from __future__ import annotations

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.widgets.hint_bar import Hint


def hints(*, shared: bool) -> list[Hint]:
    """shared: of the calls that a group missed."""
    select, back = Hint("↑ ↓", translate("Calls", "Select")), Hint("Enter", translate("Calls", "Call back"))
    if shared:
        take, done = Hint("Space", translate("Calls", "Take / give back")), Hint("K", translate("Calls", "Done"))
        return [select, back, take, done, Hint("N", translate("Calls", "Memo"))]
    return [
        select,
        back,
        Hint("Ctrl+Enter", translate("Colleagues", "Message")),
        Hint("→", translate("Calls", "Details")),
        Hint("O", translate("Calls", "Look up the number")),
        Hint("Ctrl+E", translate("Calls", "Export"), right=True),
    ]
