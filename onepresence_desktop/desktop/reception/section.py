"""The reception in the navigation."""

from __future__ import annotations

from onepresence_desktop.client import readings
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.pages import Compose, Page, PageContext, Section, at_once
from onepresence_desktop.domain.people import Role

RAIL_BELOW = 1101
"""Window width: up to the design's own the calls, the names and the details need all of it (design, 7.13)."""


def section(context: PageContext) -> Section:
    """For receptionists, and administrators who serve there."""

    def make() -> Page:
        from onepresence_desktop.desktop.reception.view import ReceptionView

        page = ReceptionView(context.session, context.actions, context.watches)
        page.message_wanted.connect(lambda user, text: context.go_to(Compose(to=(user,), text=text, back="reception")))
        return page

    return Section(
        "reception",
        "nav-reception",
        lambda: translate("App", "Reception"),
        at_once(make),
        below_line=True,
        roles=frozenset({Role.RECEPTIONIST, Role.ADMINISTRATOR}),
        rail_below=RAIL_BELOW,
        counted=lambda: translate("Shell", "{section}, {count} waiting"),
        wanted=lambda: readings.attends(context.session.mirror),
        ahead=True,
    )
