"""Choosing a password of digits: two fields and the rules, which tick while typing (spec 1.1; design, section 7.12)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.fields import SecretField
from onepresence_desktop.desktop.widgets.labels import field_label, labelled
from onepresence_desktop.desktop.widgets.switches import radio_mark
from onepresence_desktop.domain.password import Rule, broken_rules


class Standing(Enum):
    """A rule not tried yet, kept, or broken."""

    OPEN = "open"
    MET = "met"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One line of the list."""

    words: str
    standing: Standing


def judge(password: str, repeated: str, local_number: str, refused: Rule | None = None) -> list[RuleLine]:
    """The lines for what is typed. `refused`: a rule the server has found broken in exactly this password."""
    broken = set(broken_rules(password, local_number)) if password else set()
    if refused is not None:
        broken.add(refused)

    def line(words: str, *rules: Rule) -> RuleLine:
        if not password:
            return RuleLine(words, Standing.OPEN)
        found = next((rule for rule in rules if rule in broken), None)
        if found is None:
            return RuleLine(words, Standing.MET)
        if found is Rule.TOO_SHORT:
            return RuleLine(words, Standing.OPEN)
        easy = found in (Rule.REPEAT, Rule.RUN, Rule.SAME_AS_BEFORE)
        return RuleLine(texts.rule(found) if easy else words, Standing.BROKEN)

    lines = [
        line(texts.rule(Rule.TOO_SHORT), Rule.TOO_SHORT, Rule.DIGITS_ONLY, Rule.TOO_LONG),
        line(texts.rule(Rule.FIRST_PASSWORD), Rule.FIRST_PASSWORD),
        line(texts.rule(Rule.LOCAL_NUMBER), Rule.LOCAL_NUMBER),
        line(translate("Password", "Not an easy one such as 1111 or 1234"), Rule.REPEAT, Rule.RUN, Rule.SAME_AS_BEFORE),
    ]
    same = Standing.OPEN
    if repeated:
        same = Standing.MET if repeated == password else Standing.OPEN
        if not password.startswith(repeated):
            same = Standing.BROKEN
    return [*lines, RuleLine(translate("Password", "The two fields are the same"), same)]


SECOND_LINE = 16
"""Height of each line of a rule beyond its first."""


class RuleList(QWidget):
    """The lines, painted; read out as one text."""

    def __init__(self, line_height: int = 22) -> None:
        super().__init__()
        self._line_height = line_height
        self._lines: list[RuleLine] = []

    @property
    def lines(self) -> list[RuleLine]:
        """What is shown."""
        return self._lines

    def show_lines(self, lines: list[RuleLine]) -> None:
        """Show these."""
        if lines != self._lines:
            self._lines = lines
            marks = {Standing.OPEN: "○", Standing.MET: "✓", Standing.BROKEN: "✗"}
            self.setAccessibleName(", ".join(f"{marks[line.standing]} {line.words}" for line in lines))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """All lines."""
        widest = max((painters.width(line.words, fonts.font(fonts.Text.SMALL)) for line in self._lines), default=100.0)
        return QSize(round(widest) + 26, self._line_height * max(5, len(self._lines)))

    def heightForWidth(self, width: int) -> int:
        """Long words take a second line."""
        lines = sum(len(self._wrapped(line.words, width)) - 1 for line in self._lines)
        return self._line_height * max(5, len(self._lines)) + SECOND_LINE * lines

    def _wrapped(self, words: str, width: int) -> list[str]:
        return painters.wrapped(words, fonts.font(fonts.Text.SMALL), max(1.0, width - 22))

    def minimumSizeHint(self) -> QSize:
        """Words wrap."""
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Mark and words of each."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0.0
        for line in self._lines:
            mark = QRectF(0, top + (self._line_height - 14) / 2, 14, 14)
            match line.standing:
                case Standing.MET:
                    ink = Color.AVAILABLE_TEXT
                    icons.paint(painter, "success", mark, color(ink), self.devicePixelRatioF())
                case Standing.BROKEN:
                    ink = Color.DANGER_TEXT
                    icons.paint(painter, "error", mark, color(ink), self.devicePixelRatioF())
                case Standing.OPEN:
                    ink = Color.TEXT_SECONDARY
                    radio_mark(painter, mark.adjusted(1, 1, -1, -1), on=False)
            for words in self._wrapped(line.words, self.width()):
                room = QRectF(22, top, self.width() - 22, self._line_height)
                painters.text(painter, room, words, fonts.font(fonts.Text.SMALL), color(ink))
                top += SECOND_LINE
            top += self._line_height - SECOND_LINE


class NewPassword(QWidget):
    """Two fields with the rules below, or `beside`; `before` come above the fields. ready_changed: all rules met."""

    ready_changed = Signal(bool)

    def __init__(self, *, beside: bool = False, before: list[QWidget] | None = None) -> None:
        super().__init__()
        self._local_number = ""
        self._refused: tuple[str, Rule] | None = None
        self._ready = False
        self.first = SecretField()
        self.second = SecretField()
        self._first_label, self._second_label = field_label(), field_label()
        self.rules = RuleList(26 if beside else 22)
        for field in (self.first, self.second):
            field.setValidator(QRegularExpressionValidator("[0-9]*", field))
            field.textChanged.connect(self._judge)
        fields = QVBoxLayout()
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(12)
        for widget in before or []:
            fields.addWidget(widget)
        fields.addWidget(labelled(self._first_label, self.first))
        fields.addWidget(labelled(self._second_label, self.second))
        if beside:
            across = QHBoxLayout(self)
            across.setContentsMargins(0, 0, 0, 0)
            across.setSpacing(20)
            fields.addStretch()
            across.addLayout(fields, 264)
            right = QVBoxLayout()
            right.addSpacing(20)
            right.addWidget(self.rules)
            right.addStretch()
            across.addLayout(right, 300)
        else:
            fields.addWidget(self.rules)
            fields.addStretch()
            self.setLayout(fields)
        self.retranslate()

    @property
    def password(self) -> str:
        """What was chosen."""
        return self.first.text()

    @property
    def ready(self) -> bool:
        """Whether all rules are met."""
        return self._ready

    def set_local_number(self, local_number: str) -> None:
        """Whose password it is; 7 digits."""
        self._local_number = local_number
        self._judge()

    def refuse(self, rule: Rule) -> None:
        """The server has refused what is typed now."""
        self._refused = (self.first.text(), rule)
        self._judge()

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self.first, self.second):
            field.clear()
            field.hide_again()

    def retranslate(self) -> None:
        """All texts again."""
        first = translate("Password", "New password, digits only")
        second = translate("Password", "New password again")
        self._first_label.setText(first)
        self._second_label.setText(second)
        self.first.set_name(first)
        self.second.set_name(second)
        for field in (self.first, self.second):
            field.set_eye_words(translate("Password", "Show password"), translate("Password", "Hide password"))
        self._judge()

    def _judge(self) -> None:
        password = self.first.text()
        refused = self._refused[1] if self._refused is not None and self._refused[0] == password else None
        lines = judge(password, self.second.text(), self._local_number, refused)
        self.rules.show_lines(lines)
        self.first.set_error(any(line.standing is Standing.BROKEN for line in lines[:-1]))
        self.second.set_error(lines[-1].standing is Standing.BROKEN)
        self.first.set_note(translate("Password", "%n digit(s)", "", len(password)) if password else "")
        ready = all(line.standing is Standing.MET for line in lines)
        if ready != self._ready:
            self._ready = ready
            self.ready_changed.emit(ready)
