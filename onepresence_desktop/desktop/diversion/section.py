"""The diversion page in the navigation."""

from __future__ import annotations

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.pages import PageContext, Section, Steps


def section(context: PageContext) -> Section:
    """Its form is most of the page, and a step of its own."""

    def build() -> Steps:
        from onepresence_desktop.desktop.diversion.form import DiversionForm
        from onepresence_desktop.desktop.diversion.page import DivertPage
        from onepresence_desktop.desktop.diversion.view import DiversionView

        form = DiversionForm(context.session)
        yield
        now = DiversionView(context.session, context.actions, form)
        yield
        return DivertPage(context.session, context.actions, now)

    return Section("divert", "nav-divert", lambda: translate("App", "Divert my phone"), build, ahead=True)
