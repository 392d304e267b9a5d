"""Administration in the navigation, for those whose role it is."""

from __future__ import annotations

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.pages import PageContext, Section, Steps
from onepresence_desktop.domain.people import Role


def section(context: PageContext) -> Section:
    """The form for a person is most of the page, and a step of its own."""

    def build() -> Steps:
        from onepresence_desktop.desktop.administration.person_form import PersonForm
        from onepresence_desktop.desktop.administration.view import AdministrationPage

        form = PersonForm(context.session)
        yield
        return AdministrationPage(context.session, context.actions, form)

    return Section(
        "admin",
        "nav-admin",
        lambda: translate("App", "Administration"),
        build,
        below_line=True,
        roles=frozenset({Role.ADMINISTRATOR}),
        ahead=True,
    )
