"""The field in which somebody's manager is named."""

from __future__ import annotations

from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.whom_field import WhomField
from onepresence_desktop.domain.people import UserId


class ManagerField(WhomField):
    """A colleague by name; whoever has a namesake stays who they were as long as nothing else is typed."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, all_there=True, people=True)
        self._mirror = session.mirror
        self._shown: tuple[str, UserId | None] = ("", None)

    def show_manager(self, manager: UserId | None) -> None:
        """Whose name stands there; None for nobody."""
        known = self._mirror.people.get(manager) if manager is not None else None
        self.setText(known.name if known is not None else "")
        self._shown = (self.text(), manager)

    def manager(self) -> UserId | None:
        """Who is meant; None also for words that don't say it clearly."""
        shown, manager = self._shown
        if self.text() == shown:
            return manager
        number = self.number()
        return next((who for who, one in self._mirror.people.items() if number == one.local_number), None)
