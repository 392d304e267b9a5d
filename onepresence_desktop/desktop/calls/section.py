"""The call history in the navigation."""

from __future__ import annotations

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.pages import Page, PageContext, Section, at_once


def _play(context: PageContext, sound: bytes) -> None:
    play = context.ports().play
    if play is not None:
        play(sound)


def section(context: PageContext) -> Section:
    """One's own calls."""

    def make() -> Page:
        from onepresence_desktop.desktop.calls.lookup import lookup_url
        from onepresence_desktop.desktop.calls.view import CallsView

        def look_up(number: str) -> str:
            return lookup_url(number, context.settings.get(keys.LOOKUP))

        return CallsView(context.session, context.actions, lambda sound: _play(context, sound), context.go_to, look_up)

    return Section("calls", "nav-calls", lambda: translate("App", "Calls"), at_once(make), ahead=True)
