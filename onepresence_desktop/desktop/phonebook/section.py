"""The phonebook in the navigation."""

from __future__ import annotations

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.pages import PageContext, Section, Steps


def section(context: PageContext) -> Section:
    """The form is most of the page, and a step of its own."""

    def build() -> Steps:
        from onepresence_desktop.desktop.phonebook.form import ContactForm
        from onepresence_desktop.desktop.phonebook.view import PhonebookPage

        form = ContactForm()
        yield
        context.contacts.want()
        return PhonebookPage(context.session, context.actions, context.contacts.search, context.go_to, form)

    return Section("phonebook", "nav-phonebook", lambda: translate("App", "Phonebook"), build)
