"""The page of one's own details in the navigation."""

from __future__ import annotations

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.pages import Page, PageContext, Section, at_once


def section(context: PageContext) -> Section:
    """Everybody has one."""

    def make() -> Page:
        from onepresence_desktop.desktop.profile.view import ProfileView

        return ProfileView(context.session, context.actions, context.settings)

    return Section("profile", "nav-profile", lambda: translate("App", "My details"), at_once(make))
