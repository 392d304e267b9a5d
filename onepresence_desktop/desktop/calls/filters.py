"""Which calls the history shows, as parts of the switch above it."""

from __future__ import annotations

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.widgets.segmented import Segment


def segments(open_now: int, *, bare: bool) -> list[Segment]:
    """open_now: shared calls that wait. bare: without icons, where room is scarce."""
    shared = translate("Calls", "Shared")
    made = [
        Segment("all", translate("Calls", "All")),
        Segment("incoming", translate("Calls", "In"), "call-in"),
        Segment("outgoing", translate("Calls", "Out"), "call-out"),
        Segment("missed", translate("Calls", "Missed"), "call-missed"),
        Segment("shared", f"{shared} {texts.count(open_now)}" if open_now else shared, "group"),
    ]
    return [Segment(one.key, one.text) for one in made] if bare else made
