"""The settings in the navigation."""

from __future__ import annotations

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.pages import Page, PageContext, Section, at_once


def section(context: PageContext) -> Section:
    """What is kept on this computer, and what the service keeps for the user."""

    def make() -> Page:
        from onepresence_desktop.desktop.settings.view import SettingsView

        return SettingsView(context.session, context.actions, context.settings, context.ports())

    return Section("settings", "nav-settings", lambda: translate("App", "Settings"), at_once(make))
