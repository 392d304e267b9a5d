"""The search page in the navigation."""

from __future__ import annotations

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.pages import (
    Compose,
    ContactPlace,
    DivertTo,
    NewContact,
    Page,
    PageContext,
    PhonebookSearch,
    Section,
    at_once,
)
from onepresence_desktop.domain.phonebook import ContactId


def section(context: PageContext) -> Section:
    """Everybody's first page."""

    def make() -> Page:
        from onepresence_desktop.desktop.colleagues.outside import FollowedScope, OutsideSearch
        from onepresence_desktop.desktop.colleagues.row_height import FollowedHeight
        from onepresence_desktop.desktop.colleagues.view import ColleaguesView

        settings, contacts = context.settings, context.contacts
        outside = OutsideSearch(contacts.search, contacts.want)
        shows = settings.get(keys.SEARCH_VIEW)
        page = ColleaguesView(context.session, context.actions, context.watches, shows, outside)
        FollowedScope(settings, page.set_scope, page)
        FollowedHeight(settings, page.list.set_dense, page)
        contacts.search.changed.connect(page.contacts_changed)
        page.contact_wanted.connect(lambda contact: context.go_to(ContactPlace(contact=ContactId(contact))))
        page.nothing.phonebook_wanted.connect(lambda text: context.go_to(PhonebookSearch(text=text)))
        page.nothing.contact_wanted.connect(lambda name: context.go_to(NewContact(name=name)))
        page.view_chosen.connect(lambda chosen: settings.set(keys.SEARCH_VIEW, chosen))
        page.divert_to_wanted.connect(lambda number: context.go_to(DivertTo(number=number)))
        page.doing.message_wanted.connect(lambda to: context.go_to(Compose(to=(to,))))
        return page

    return Section("search", "nav-search", lambda: translate("App", "Search"), at_once(make))
