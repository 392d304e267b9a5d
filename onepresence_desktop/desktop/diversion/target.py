"""Choosing the number that calls go to: a group, a colleague, or any number outside."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.diversion.draft import Wrong
from onepresence_desktop.desktop.diversion.wrong import sentence
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.completing import FoldedNames, NameCompleter, offer
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.segmented import Segment, Segmented

LOCAL_DIGITS, EXTENSION_DIGITS = 7, 4
"""Digits of a local number, and of the end of it that colleagues use."""
GROUP, COLLEAGUE, EXTERNAL = "group", "colleague", "external"


class Target(QWidget):
    """changed: another number, or none yet."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.kind = Segmented(self._segments(), small=False)
        self.kind.chosen.connect(self._kind_chosen)
        self.field = Field(icon="person", tabular=True)
        self.field.textChanged.connect(self._typed)
        self.field.editingFinished.connect(self._left)
        row.addWidget(self.kind)
        row.addWidget(self.field, 1)
        column.addLayout(row)
        self._complaint = Label(role=fonts.Text.SMALL, tone="danger", wrap=True)
        self._complaint.hide()
        column.addWidget(self._complaint)
        self._names = FoldedNames(self)
        self._complete()
        self.cost = Banner(Tone.WARNING, icon="cost")
        column.addWidget(self.cost)
        self.kind.set_chosen(COLLEAGUE)
        self.retranslate()

    @property
    def number(self) -> str:
        """The number chosen, "" as long as none is."""
        typed = self.field.text().strip()
        names = {name.casefold(): number for name, number in self._known(self.kind.key)}
        alike = {name.casefold() for name in self._names.alike(typed)} & names.keys()
        if typed.casefold() in names:
            return names[typed.casefold()]
        if len(alike) == 1:
            return names[alike.pop()]
        digits = "".join(c for c in typed if c in "0123456789+")
        return digits if len(digits) >= 3 and not any(c.isalpha() for c in typed) else ""

    @property
    def wrong(self) -> Wrong | None:
        """Why calls can't be sent to what is typed, as far as that can be told here."""
        number = self.number
        if not self.field.text().strip():
            return Wrong.TARGET_MISSING
        if self.kind.key == EXTERNAL:
            return None if number else Wrong.NO_NUMBER
        if self.kind.key == GROUP:
            return None if number and self._inside(number, GROUP) else Wrong.NO_SUCH_GROUP
        inside = len(number) > LOCAL_DIGITS or self._inside(number, COLLEAGUE) or self._inside(number, GROUP)
        return None if number and inside else Wrong.NO_SUCH_COLLEAGUE

    def complain(self, words: str) -> None:
        """Say at the field why calls can't be sent there; "" takes it back."""
        self.field.set_error(bool(words))
        self.field.setAccessibleDescription(words)
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))

    def set_number(self, number: str) -> None:
        """Show a number, by its name when it has one."""
        for kind in (COLLEAGUE, GROUP, EXTERNAL):
            name = next((name for name, known in self._known(kind) if known == number), None)
            if name is not None:
                self.kind.set_chosen(kind)
                self._dress()
                self.field.setText(name)
                return
        self.kind.set_chosen(EXTERNAL if len(number) > 7 else COLLEAGUE)
        self._dress()
        self.field.setText(texts.number(number))

    def retranslate(self) -> None:
        """All texts again."""
        self.kind.setAccessibleName(translate("Diversion", "Kind of number"))
        self.kind.set_segments(self._segments())
        self._dress()

    def _inside(self, number: str, kind: str) -> bool:
        """Whether a number, whole or by its last digits, is one of this kind."""
        return any(known == number or known[-EXTENSION_DIGITS:] == number for _name, known in self._known(kind))

    def _typed(self, _text: str) -> None:
        self.complain("")
        self.changed.emit()

    def _left(self) -> None:
        wrong = self.wrong
        if wrong is not None and wrong is not Wrong.TARGET_MISSING:
            self.complain(sentence(wrong))

    def _complete(self) -> None:
        """Offer names while typing."""
        completer = NameCompleter(self._names, self.field)
        completer.setMaxVisibleItems(8)
        offer(completer, self.field)

    def _segments(self) -> list[Segment]:
        return [
            Segment(GROUP, translate("Diversion", "Group")),
            Segment(COLLEAGUE, translate("Diversion", "Colleague")),
            Segment(EXTERNAL, translate("Diversion", "External")),
        ]

    def _kind_chosen(self, _kind: str) -> None:
        self.field.clear()
        self._dress()
        self.field.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def _dress(self) -> None:
        kind = self.kind.key
        words = {
            GROUP: translate("Diversion", "Name of the group"),
            COLLEAGUE: translate("Diversion", "Name or local number"),
            EXTERNAL: translate("Diversion", "Number, or the name of a saved one"),
        }[kind]
        self.field.setPlaceholderText(words)
        self.field.set_name(words)
        self._names.put(name for name, _number in self._known(kind))
        if kind == EXTERNAL:
            self.cost.say(translate("Diversion", "Diverting to an external number is charged as a call from you."))
        else:
            self.cost.hide()

    def _known(self, kind: str) -> list[tuple[str, str]]:
        mirror = self._session.mirror
        me = mirror.me
        if kind == GROUP:
            return [(group.name, group.local_number) for group in mirror.groups.values()]
        if kind == COLLEAGUE:
            others = [p for p in mirror.people.values() if me is None or p.id != me.id]
            return sorted((person.name, person.local_number) for person in others)
        known = [(saved.name, saved.number) for saved in (me.destinations if me is not None else [])]
        if me is not None and me.mobile:
            known.insert(0, (translate("Diversion", "My mobile"), me.mobile))
        return known
