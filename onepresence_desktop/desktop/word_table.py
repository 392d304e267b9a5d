"""Words in calendars that make absences of entries: a row for each, and fields for a new one (spec 5.3)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton
from onepresence_desktop.desktop.widgets.card import Card, Line
from onepresence_desktop.desktop.widgets.fields import Field, Select
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.refilling import emptied, shown_now
from onepresence_desktop.domain.diversion import Destination, DestinationKind, Reason
from onepresence_desktop.wire.calendar_words import WordRuleBody

MEANT = tuple(reason for reason in Reason.known() if reason is not Reason.DO_NOT_DISTURB)


class WordRow(QWidget):
    """A word, what it means, and a button that takes it away."""

    def __init__(self, rule: WordRuleBody) -> None:
        super().__init__()
        self.rule = rule
        self.setFixedHeight(36)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.addWidget(Label(rule.word, weight=fonts.MEDIUM, elide=True), 1)
        meaning = f"{texts.reason(rule.reason)} → {texts.destination(rule.destination)}"
        row.addWidget(Label(meaning, role=fonts.Text.SMALL, tone="secondary"))
        self.remove = IconButton("delete", translate("Settings", "Remove {word}").format(word=rule.word))
        row.addWidget(self.remove)


class WordTable(Card):
    """wanted: all the rules as they are to be, a list of `WordRuleBody`."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._known: Sequence[WordRuleBody] | None = None
        self._able = False
        self.rules: list[WordRow] = []
        self.word, self.reason, self.where = Field(), Select(), Select()
        for select in (self.reason, self.where):
            select.setFixedHeight(32)
        self.add = Button(icon="add")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column.addLayout(self._rows)
        means, leads = QHBoxLayout(), QHBoxLayout()
        means.addWidget(self.word, 1)
        means.addWidget(self.reason, 1)
        leads.addWidget(self.where, 1)
        leads.addWidget(self.add)
        new = QVBoxLayout()
        new.setContentsMargins(11, 8, 11, 10)
        new.setSpacing(8)
        for line in (means, leads):
            line.setSpacing(8)
            new.addLayout(line)
        column.addLayout(new)
        self.add.clicked.connect(self._add)
        self.word.returnPressed.connect(self._add)
        self.word.textChanged.connect(lambda _text: self._judge())

    def retranslate(self) -> None:
        """All words again."""
        self.word.set_name(translate("Settings", "Word"))
        self.word.setPlaceholderText(translate("Settings", "Word"))
        self.reason.setAccessibleName(translate("Settings", "Means"))
        self.where.setAccessibleName(translate("Settings", "Calls go to"))
        self.add.setText(translate("Settings", "Add"))
        self.add.updateGeometry()
        self.reason.set_rows([(reason.value, texts.reason(reason)) for reason in MEANT])
        self.show_rules(self._known)

    def offer(self, destinations: list[tuple[str, str]]) -> None:
        """Keys and words of where calls may go; the choice stays where it is still offered."""
        self.where.set_rows(destinations)

    def show_rules(self, rules: Sequence[WordRuleBody] | None, *, keep: bool = False) -> None:
        """The rules as they are kept; None while they aren't known. keep: the word typed isn't among them yet."""
        if not keep and self._known is not None and rules is not None and len(rules) > len(self._known):
            self.word.clear()
        self._known = rules
        emptied(self._rows)
        self.rules = []
        for rule in rules or ():
            row = WordRow(rule)
            row.remove.clicked.connect(lambda _on=False, gone=rule: self._remove(gone))
            self.rules.append(row)
            self._rows.addWidget(row)
            self._rows.addWidget(Line())
        shown_now(self._rows)
        self._judge()

    def set_able(self, able: bool) -> None:
        """Whether anything can be changed now."""
        self._able = able
        self._judge()

    @property
    def known(self) -> list[WordRuleBody]:
        """The rules as they are kept."""
        return list(self._known or ())

    def _add(self) -> None:
        word = self.word.text().strip()
        if word and self.add.isEnabled():
            where = destination_of(self.where.key)
            self.wanted.emit([*self.known, WordRuleBody(word=word, reason=Reason(self.reason.key), destination=where)])

    def _remove(self, gone: WordRuleBody) -> None:
        self.wanted.emit([rule for rule in self.known if rule != gone])

    def _judge(self) -> None:
        able = self._able and self._known is not None
        for field in (self.word, self.reason, self.where):
            field.setEnabled(able)
        for row in self.rules:
            row.remove.setEnabled(able)
        self.add.setEnabled(able and bool(self.word.text().strip()))


def destination_key(where: Destination) -> str:
    """Its key among the destinations that are offered: the number, or the kind."""
    return where.number if where.number is not None else where.kind.value


def destination_of(key: str) -> Destination:
    """What a key stands for."""
    if key in set(DestinationKind.known()):
        return Destination(DestinationKind(key))
    return Destination(DestinationKind.NUMBER, key)
