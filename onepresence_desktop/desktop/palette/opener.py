"""Makes the palette when there is time, or when it is first wanted, and shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.commands_registry import CommandRegistry
from onepresence_desktop.desktop.contact_keeper import ContactKeeper
from onepresence_desktop.desktop.session import Session

if TYPE_CHECKING:
    from onepresence_desktop.desktop.palette.view import Palette


class PaletteOpener:
    """call: dials a number typed on purpose. not_in: nobody is signed in. own_key: whether a key is the palette's."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        registry: CommandRegistry,
        *,
        call: Callable[[str], None],
        not_in: Callable[[], None],
        contacts: ContactKeeper,
        own_key: Callable[[QKeyEvent], bool] = lambda _event: False,
    ) -> None:
        self._session, self._actions, self._registry = session, actions, registry
        self._call, self._not_in = call, not_in
        self._contacts, self._own_key = contacts, own_key
        self._palette: Palette | None = None

    def toggle(self) -> None:
        """Show it, or hide it again."""
        if self._session.mirror.me is None:
            self._not_in()
        else:
            self.made().toggle()

    def made(self) -> Palette:
        """The one there is, with the index of colleagues that it needs."""
        if self._palette is None:
            from onepresence_desktop.desktop.number_shown import NumberShownSelect
            from onepresence_desktop.desktop.palette.finder import Finder
            from onepresence_desktop.desktop.palette.people_index import PeopleIndex
            from onepresence_desktop.desktop.palette.view import Palette

            people = PeopleIndex(self._session)
            self._contacts.want()
            finder = Finder(
                self._session,
                self._actions,
                self._registry,
                people,
                call=self._call,
                go_to=lambda place: self._registry.program.go_to(place),
                contacts=self._contacts.search,
            )
            shown = NumberShownSelect(self._session, self._actions, bare=True)
            self._palette = Palette(self._session, finder, shown, self._own_key)
            people.setParent(self._palette)
        return self._palette

    def close(self) -> None:
        """The program ends, or the user signs out."""
        if self._palette is not None:
            self._palette.hide()
            self._palette.deleteLater()
            self._palette = None
