"""A field in which a colleague or group is named, or a number typed (spec 4.6, 4.7)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.widgets.completing import FoldedNames, NameCompleter, offer
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.domain.names import fold

OFFER_WIDTH = 320
"""Of the list of names: a long name and its number, which tells two of one name apart."""


class WhomField(Field):
    """Completes names, each with its number, so that two of one name are told apart; `number` says who is meant.

    all_there: oneself too, and groups unless only `people` are wanted; the names are read when the focus comes.
    """

    def __init__(
        self,
        session: Session,
        *,
        height: int = 32,
        all_there: bool = False,
        people: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(height=height, parent=parent)
        self._session = session
        self._all_there, self._people = all_there, people
        self._everybody: list[tuple[str, str]] = []
        self._labels: dict[str, str] = {}
        self._names = FoldedNames(self)
        self.editingFinished.connect(self._name)

    def offer(self) -> None:
        """Take the focus, with everybody there is now to choose from."""
        self._read()
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """With everybody there is now, where nobody has offered them."""
        if self._all_there and event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._read()
        super().focusInEvent(event)

    def show_number(self, number: str) -> None:
        """A number that is known, by the name of whose it is."""
        self._read()
        self.setText(self._named(number) or (texts.number(number) if number else ""))

    def _name(self) -> None:
        """Say who is meant by a part of a name, once the field is left."""
        number = self.number()
        label = next((label for label in self._names.stringList() if self._labels[label.casefold()] == number), "")
        if label and self.text().casefold() not in {label.casefold(), self._named(number).casefold()}:
            self.setText(label)

    def _named(self, number: str) -> str:
        return next((name for name, known in self._everybody if known == number), "")

    def _read(self) -> None:
        self._everybody = self._known()
        labels = [(f"{name} · {texts.number(number)}", number) for name, number in self._everybody]
        self._labels = {label.casefold(): number for label, number in labels}
        self._names.put(sorted(label for label, _ in labels))
        if self.completer() is None:
            self._complete()

    def _complete(self) -> None:
        """Once: Enter in its list may lead back here, and a completer in the middle of that can't be replaced."""
        offer(NameCompleter(self._names, self), self, at_least=OFFER_WIDTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a name of the list takes it into the field; only the next Enter means "do it"."""
        completer = self.completer()
        popup = completer.popup() if completer is not None else None
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and popup is not None and popup.isVisible() and popup.currentIndex().isValid():
            event.ignore()
            return
        super().keyPressEvent(event)

    def number(self) -> str:
        """Whom the text means: a name or a part of one that only one has, or a number; "" when that isn't clear."""
        typed = self.text().strip()
        wanted = fold(typed)
        if typed.casefold() in self._labels:
            return self._labels[typed.casefold()]
        part = [(name, number) for name, number in self._everybody if wanted and wanted in fold(name)]
        exact = [number for name, number in part if fold(name) == wanted]
        for meant in (exact, [number for _, number in part]):
            if meant:
                return meant[0] if len(meant) == 1 else ""
        digits = "".join(c for c in typed if c in "0123456789+*#")
        return digits if len(digits) >= 2 and not any(c.isalpha() for c in typed) else ""

    def _known(self) -> list[tuple[str, str]]:
        mirror = self._session.mirror
        me = mirror.me.id if mirror.me is not None else None
        people = [
            (person.name, person.local_number)
            for person in mirror.people.values()
            if self._all_there or person.id != me
        ]
        if self._people:
            return people
        return [*people, *((group.name, group.local_number) for group in mirror.groups.values())]
