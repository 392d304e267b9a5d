"""The tab Personal data: how long things are kept, and who sees sickness (spec 12.4d)."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.record_form import RecordForm, Said
from onepresence_desktop.desktop.administration.record_pane import FormPane
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.fields import Select
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.switches import CheckBox
from onepresence_desktop.domain.errors import Conflict, OnePresenceError
from onepresence_desktop.wire.privacy import PrivacyBody, PrivacyView

DAYS = (7, 30, 90, 180, 365, 730, 1825)
KINDS = ("calls_days", "messages_days", "sent_days", "audit_days")


def days_words(days: int | None) -> str:
    """How long something is kept."""
    return translate("Privacy", "For ever") if days is None else translate("Privacy", "%n day(s)", "", days)


class PrivacyForm(RecordForm):
    """The settings as a form."""

    def __init__(self) -> None:
        super().__init__()
        self.days = {kind: Select() for kind in KINDS}
        self.sickness = CheckBox(line=" ")
        self._words = Label(tone="secondary", wrap=True)
        self._person = Label(role=fonts.Text.SMALL, tone="secondary", wrap=True)
        self.inner.addWidget(self._words)
        for kind, select in self.days.items():
            select.setFixedHeight(32)
            box = self.box(kind, select)
            box.setMaximumWidth(420)
            self.inner.addWidget(box)
        self.inner.addWidget(self.sickness)
        self.inner.addWidget(self._person)
        self.sickness.clicked.connect(lambda: self.touched())

    def retranslate(self) -> None:
        """All words again."""
        super().retranslate()
        self._words.setText(translate("Privacy", "What is older goes by itself, once an hour. Kept messages stay."))
        names = {
            "calls_days": translate("Privacy", "Calls in the history"),
            "messages_days": translate("Privacy", "Messages that were read or heard"),
            "sent_days": translate("Privacy", "Texts that were sent"),
            "audit_days": translate("Privacy", "The log of what administrators did"),
        }
        for kind, words in names.items():
            self.boxes[kind].name(words)
            self._offer(kind, self._chosen(kind))
        self.sickness.setText(translate("Privacy", "Colleagues see sickness as the reason of a diversion"))
        self.sickness.set_line(translate("Privacy", "Off: they see that somebody is away, not why"))
        self._person.setText(
            translate("Privacy", "One person's data is exported and erased under People, in the person's menu.")
        )

    def fill(self, record: PrivacyView | None) -> None:
        """The settings as they are."""
        for kind in KINDS:
            self._offer(kind, getattr(record, kind) if record else None)
        self.sickness.setChecked(record.sickness_shown if record else True)

    def body(self) -> PrivacyBody:
        """What is in the form."""
        return PrivacyBody(
            calls_days=self._chosen("calls_days"),
            messages_days=self._chosen("messages_days"),
            sent_days=self._chosen("sent_days"),
            audit_days=self._chosen("audit_days"),
            sickness_shown=self.sickness.isChecked(),
            version=self.seen,
        )

    def said(self, what: PrivacyView | PrivacyBody) -> Said:
        """The settings, or what is to become of them, in words."""
        said = [(self.boxes[kind].label.text(), days_words(getattr(what, kind))) for kind in KINDS]
        shown = translate("Privacy", "Yes") if what.sickness_shown else translate("Privacy", "No")
        return [*said, (self.sickness.text(), shown)]

    def _chosen(self, kind: str) -> int | None:
        key = self.days[kind].key
        return int(key) if key.isdigit() else None

    def _offer(self, kind: str, days: int | None) -> None:
        """The usual lengths, and the one that is set."""
        lengths = sorted({*DAYS, *({days} if days is not None else ())})
        select = self.days[kind]
        select.set_rows([("ever", days_words(None)), *((str(length), days_words(length)) for length in lengths)])
        select.set_key(str(days) if days is not None else "ever")


class PrivacyPane(FormPane[PrivacyForm]):
    """Personal data, for administrators."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self.form = PrivacyForm()
        self._theirs: PrivacyView | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self.form.save.connect(self._save)
        self.form.conflict.theirs.connect(lambda: self.form.show_record(self._theirs))
        self.form.conflict.mine.connect(self._save_mine)

    def retranslate(self) -> None:
        """All words again."""
        self.form.retranslate()

    def load(self) -> None:
        """Ask how it is set."""
        self.form.wait()
        self._actions.ask("privacy", lambda client: client.privacy(), self.arrived)

    def _save(self) -> None:
        body = self.form.body()
        self.form.saving()
        self._actions.ask("put_privacy", lambda client: client.put_privacy(body), self._saved)

    def _save_mine(self) -> None:
        if self._theirs is not None:
            self.form.seen = self._theirs.version
            self._save()

    def _saved(self, answer: PrivacyView | OnePresenceError) -> None:
        if isinstance(answer, Conflict) and answer.details.get("what") == "changed":
            refusal = answer
            self._actions.ask("privacy", lambda client: client.privacy(), lambda theirs: self._compare(theirs, refusal))
        elif isinstance(answer, OnePresenceError):
            self.form.refused(answer)
        else:
            self.form.show_record(answer)

    def _compare(self, theirs: PrivacyView | OnePresenceError, refusal: Conflict) -> None:
        if isinstance(theirs, OnePresenceError):
            self.form.refused(theirs)
        else:
            self._theirs = theirs
            self.form.changed_by_others(theirs, refusal)
