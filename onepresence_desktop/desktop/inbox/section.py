"""The inbox in the navigation."""

from __future__ import annotations

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.pages import PageContext, Section, Steps


def section(context: PageContext) -> Section:
    """The pane for reading is most of the page. When the program ends, no recording stays outside."""
    settings, folders = context.settings, context.folders

    def build() -> Steps:
        from onepresence_desktop.desktop.inbox.outlet import Outlet
        from onepresence_desktop.desktop.inbox.reading import ReadingPane
        from onepresence_desktop.desktop.inbox.view import InboxView

        pane = ReadingPane()
        yield
        outlet = Outlet(
            folder=folders.voicemail,
            outside=lambda: settings.get(keys.VOICEMAIL_OUTSIDE),
            device=lambda: settings.get(keys.LOUDSPEAKER),
            choose_outside=lambda on: settings.set(keys.VOICEMAIL_OUTSIDE, on),
            choose_device=lambda device: settings.set(keys.LOUDSPEAKER, device),
        )
        return InboxView(
            context.session, context.actions, outlet, pane=pane, search=context.contacts.search, go_to=context.go_to
        )

    def ended() -> None:
        if folders.voicemail.exists():
            from onepresence_desktop.desktop.inbox.outlet import forget_recordings

            forget_recordings(folders.voicemail)

    return Section(
        "inbox",
        "nav-messages",
        lambda: translate("App", "Phone messages"),
        build,
        ended=ended,
        counted=lambda: translate("Shell", "{section}, {count} unread"),
    )
