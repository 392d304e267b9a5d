"""Check: what an administrator should mend, with what to do, and what is well (spec 12.4e)."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.administration.pane import AdminPane
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.texts import doctor as words
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button
from onepresence_desktop.desktop.widgets.card import Card, Scrolled
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.minutes import Minutes
from onepresence_desktop.domain.doctor import Finding, FindingCode, Severity
from onepresence_desktop.wire.doctor import DoctorView

LOOKS = {
    Severity.ERROR: ("error", Color.DANGER_TINT, Color.DANGER_TEXT),
    Severity.WARNING: ("warning", Color.WARNING_TINT, Color.WARNING_TEXT),
    Severity.UNKNOWN: ("info", Color.BG_SELECTED, Color.ACCENT_TEXT),
    Severity.GOOD: ("success", Color.BG_CARD, Color.AVAILABLE_TEXT),
}


class FindingCard(Card):
    """One finding: glyph, what it is, the facts, what to do. unblock: of a blocked phone; address and user."""

    unblock = Signal(str, str)

    def __init__(self, finding: Finding, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.finding = finding
        row = QHBoxLayout(self)
        row.setContentsMargins(58, 10, 14, 10)
        row.setSpacing(12)
        column = QVBoxLayout()
        column.setSpacing(1)
        self.what = Label(words.what(finding), weight=fonts.MEDIUM, wrap=True)
        self.facts = Label(words.facts(finding, now), role=fonts.Text.SMALL, tone="secondary", tabular=True, wrap=True)
        self.to_do = Label(f"→ {words.to_do(finding)}", role=fonts.Text.SMALL, wrap=True)
        for label in (self.what, self.facts, self.to_do):
            column.addWidget(label)
        row.addLayout(column, 1)
        self.to_do.setVisible(bool(words.to_do(finding)))
        self.button = Button(translate("Doctor", "Lift the block"), icon="lock", small=True).that_writes()
        address, user = finding.values.get("address", ""), finding.values.get("user", "")
        self.button.clicked.connect(lambda: self.unblock.emit(address, user))
        row.addWidget(self.button)
        self.button.setVisible(finding.code is FindingCode.PHONE_BLOCKED)

    def say_facts(self, now: datetime) -> None:
        """Since when, as that is told now."""
        self.facts.setText(words.facts(self.finding, now))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The glyph of its severity on its tint."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name, ground, ink = LOOKS[self.finding.severity]
        painter.setPen(color(ground))
        painter.setBrush(color(ground))
        painter.drawEllipse(QRectF(14, 12, 32, 32))
        icons.paint(painter, name, QRectF(21, 19, 18, 18), color(ink), self.devicePixelRatioF())


class Tick(QWidget):
    """Something that was looked at and is well."""

    def __init__(self, finding: Finding, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 4, 0, 4)
        row.setSpacing(8)
        row.addWidget(Label(words.what(finding), weight=fonts.MEDIUM))
        self.facts = Label(words.facts(finding, now), tone="secondary", tabular=True, elide=True)
        row.addWidget(self.facts, 1)

    def say_facts(self, now: datetime) -> None:
        """The facts, as they are told now."""
        self.facts.setText(words.facts(self.finding, now))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A tick."""
        spot = QRectF(0, self.height() / 2 - 8, 16, 16)
        icons.paint(QPainter(self), "success", spot, color(Color.AVAILABLE_TEXT), self.devicePixelRatioF())


class DoctorPane(AdminPane):
    """again: look once more. unblock: an address and a user. call: a number to try the line out with."""

    again = Signal()
    unblock = Signal(str, str)
    call = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.checked = Label(role=fonts.Text.SMALL, tone="secondary", tabular=True)
        self.number = Field(tabular=True)
        self.number.setMinimumWidth(110)
        self.number.setMaximumWidth(180)
        self.call_button = Button(icon="call", small=True).that_writes()
        self.again_button = Button(icon="refresh", small=True)
        self.copy_button = Button(icon="copy", small=True)
        self.band = Banner(Tone.DANGER)
        self.said = Banner(Tone.INFO)
        self.to_mend = Label(role=fonts.Text.SMALL, weight=fonts.MEDIUM)
        self.well = Label(role=fonts.Text.SMALL, weight=fonts.MEDIUM)
        self.cards: list[FindingCard] = []
        self.ticks: list[Tick] = []
        self._report: DoctorView | None = None
        self._cards = QVBoxLayout()
        self._ticks = QGridLayout()
        self._build()
        self.again_button.clicked.connect(self.again)
        self.copy_button.clicked.connect(self._copy)
        self.call_button.clicked.connect(self._call)
        self.number.returnPressed.connect(self._call)
        self.number.textChanged.connect(lambda text: self.call_button.setEnabled(bool(text.strip())))
        self.call_button.setEnabled(False)
        Minutes(self).passed.connect(self._say_times)
        self.retranslate()

    def _build(self) -> None:
        pane = Scrolled()
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 14, 20, 14)
        inner.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.checked)
        head.addStretch(1)
        for widget in (self.number, self.call_button, self.copy_button, self.again_button):
            head.addWidget(widget)
        inner.addLayout(head)
        inner.addWidget(self.band)
        inner.addWidget(self.said)
        inner.addWidget(self.to_mend)
        self._cards.setSpacing(8)
        inner.addLayout(self._cards)
        inner.addWidget(self.well)
        self._ticks.setHorizontalSpacing(24)
        self._ticks.setColumnStretch(0, 1)
        self._ticks.setColumnStretch(1, 1)
        inner.addLayout(self._ticks)
        inner.addStretch(1)
        pane.column.addLayout(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(pane)

    def retranslate(self) -> None:
        """All words again."""
        self.number.setPlaceholderText(translate("Doctor", "Number to try"))
        self.number.setAccessibleName(translate("Doctor", "Number to try"))
        self.call_button.setText(translate("Doctor", "Try a call"))
        self.again_button.setText(translate("Doctor", "Check again"))
        self.again_button.setToolTip("F5")
        self.copy_button.setText(translate("Doctor", "Copy report"))
        for button in (self.call_button, self.again_button, self.copy_button):
            button.updateGeometry()
        self.copy_button.setEnabled(self._report is not None)
        if self._report is not None:
            self.show_report(self._report)

    def load(self) -> None:
        """Look, each time it is shown."""
        self.again.emit()

    def show_report(self, report: DoctorView) -> None:
        """What was found, the worst first."""
        self._report = report
        now = datetime.now(UTC)
        for widget in (*self.cards, *self.ticks):
            widget.hide()
            widget.deleteLater()
        mend = [one for one in report.findings if one.severity is not Severity.GOOD]
        good = [one for one in report.findings if one.severity is Severity.GOOD]
        self.cards = [FindingCard(one, now) for one in mend]
        self.ticks = [Tick(one, now) for one in good]
        for card in self.cards:
            card.unblock.connect(self.unblock)
            self._cards.addWidget(card)
        for place, tick in enumerate(self.ticks):
            self._ticks.addWidget(tick, place // 2, place % 2)
        self._say_times()
        all_well = translate("Doctor", "Everything is well")
        self.to_mend.setText(translate("Doctor", "%n thing(s) to mend", "", len(mend)) if mend else all_well)
        self.well.setText(translate("Doctor", "Well: %n", "", len(good)))
        self.well.setVisible(bool(good))
        self.band.hide()
        self.copy_button.setEnabled(True)

    def _say_times(self) -> None:
        if self._report is None:
            return
        now = datetime.now(UTC)
        checked = texts.clock_or_more(self._report.checked_at, now)
        self.checked.setText(translate("Doctor", "Checked {time}").format(time=checked))
        for card in self.cards:
            card.say_facts(now)
        for tick in self.ticks:
            tick.say_facts(now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F5 looks once more, Ctrl+C copies the report."""
        if event.key() == Qt.Key.Key_F5:
            self.again.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def _copy(self) -> None:
        if self._report is not None:
            QGuiApplication.clipboard().setText(words.report(self._report, datetime.now(UTC)))

    def tried(self, line: str, said: str, *, good: bool) -> None:
        """How a call went."""
        rang = translate("Doctor", "It rings over {line}: {said}").format(line=line, said=said)
        not_so = translate("Doctor", "It doesn't ring over {line}: {said}").format(line=line, said=said)
        (self.said if good else self.band).say(rang if good else not_so)
        (self.band if good else self.said).hide()
        self.call_button.setEnabled(True)

    def refused(self, sentence: str) -> None:
        """Something asked for couldn't be done."""
        self.band.say(sentence)
        self.said.hide()
        self.call_button.setEnabled(bool(self.number.text().strip()))

    def _call(self) -> None:
        number = self.number.text().strip()
        if number:
            self.call_button.setEnabled(False)
            self.call.emit(number)
