"""The keys that the search page tells at its foot."""

from __future__ import annotations

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.colleagues.day_board import DAY
from onepresence_desktop.desktop.colleagues.tools import TILES
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.widgets.hint_bar import Hint
from onepresence_desktop.domain.finding import digits_of


def hints(query: str, shape: str, *, nothing: bool, where: tuple[int, int] | None = None) -> list[Hint]:
    """shape: LIST, TILES or DAY as shown. nothing: nothing was found. where: the place in a long list that is turned,
    and how many it has."""
    if where is not None:
        return _on_the_way(*where)
    clear = Hint("Esc", translate("Colleagues", "Clear the search"), right=True)
    if nothing:
        step = Hint("Enter", translate("Colleagues", "Next step"))
        return [Hint("↑ ↓", translate("Colleagues", "Select")), step, clear]
    select, call = Hint("↑ ↓", translate("Colleagues", "Select")), Hint("Enter", translate("Colleagues", "Call"))
    message = Hint("Ctrl+Enter", translate("Colleagues", "Message"))
    divert = Hint("Ctrl+D", translate("Colleagues", "Divert to here"))
    if digits_of(query):
        return [select, call, clear]
    if query.strip():
        return [select, call, message, divert, Hint("Ctrl+C", translate("Colleagues", "Copy")), clear]
    details = Hint("→", translate("Colleagues", "Details"))
    favourite = Hint("Ctrl+B", translate("Colleagues", "Favourite"), right=True)
    return [select, call, message, divert, details, favourite, _other_view(shape)]


def _on_the_way(place: int, of: int) -> list[Hint]:
    words = translate("Colleagues", "{place} of {all}").format(place=texts.count(place), all=texts.count(of))
    return [
        Hint("", words),
        Hint("PgUp PgDn", translate("Colleagues", "Page")),
        Hint("Home End", translate("Colleagues", "Top and bottom")),
        Hint("", translate("Colleagues", "Scroll by the letters on the right"), right=True),
    ]


def _other_view(shape: str) -> Hint:
    if shape == DAY:
        return Hint("Alt+Home", translate("Colleagues", "Today"), right=True)
    if shape == TILES:
        return Hint("Ctrl+Shift+1", translate("Colleagues", "List"), right=True)
    return Hint("Ctrl+Shift+2", translate("Colleagues", "Tiles"), right=True)
