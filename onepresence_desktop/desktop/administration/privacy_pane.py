"""The tab Personal data: how long things are kept, who sees sickness and last contacts (spec 12.4d, 4.11)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout

from onepresence_desktop.client.pbx_client import PbxClient
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.record_form import RecordForm, Said
from onepresence_desktop.desktop.administration.record_pane import FormPane
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.fields import Select
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.switches import CheckBox
from onepresence_desktop.domain.caller_card import SeenBy
from onepresence_desktop.domain.errors import Conflict, OnePresenceError
from onepresence_desktop.wire.caller_card import CallerCardBody, CallerCardView
from onepresence_desktop.wire.privacy import PrivacyBody, PrivacyView

DAYS = (7, 30, 90, 180, 365, 730, 1825)
KINDS = ("calls_days", "messages_days", "sent_days", "audit_days")


def days_words(days: int | None) -> str:
    """How long something is kept."""
    return translate("Privacy", "For ever") if days is None else translate("Privacy", "%n day(s)", "", days)


@dataclass(frozen=True, slots=True)
class PrivacyRules:
    """What is set here, each with the version that was read."""

    kept: PrivacyView | PrivacyBody
    card: CallerCardView | CallerCardBody

    @property
    def version(self) -> str:
        """Of both."""
        return f"{self.kept.version} {self.card.version}"


def seen_by_words(who: SeenBy) -> str:
    """Who sees last contacts."""
    return {
        SeenBy.EVERYONE: translate("Privacy", "Everyone in the company"),
        SeenBy.MEMBERS: translate("Privacy", "Members of groups, and receptionists"),
        SeenBy.NOBODY: translate("Privacy", "Nobody: each sees their own calls alone"),
    }.get(who, who)


class PrivacyForm(RecordForm):
    """The settings as a form."""

    def __init__(self) -> None:
        super().__init__()
        self.days = {kind: Select() for kind in KINDS}
        self.sickness = CheckBox(line=" ")
        self.seen_by = Select()
        self._seen_line = Label(role=fonts.Text.SMALL, tone="secondary", wrap=True)
        self._words = Label(tone="secondary", wrap=True)
        self._person = Label(role=fonts.Text.SMALL, tone="secondary", wrap=True)
        self.inner.addWidget(self._words)
        for kind, select in self.days.items():
            select.setFixedHeight(32)
            box = self.box(kind, select)
            box.setMaximumWidth(420)
            self.inner.addWidget(box)
        self.seen_by.setFixedHeight(32)
        seen = self.box("seen_by", self.seen_by)
        seen.setMaximumWidth(420)
        self.inner.addWidget(seen)
        self.inner.addWidget(self._seen_line)
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
        self.boxes["seen_by"].name(translate("Privacy", "Who sees the company's last contacts with a number"))
        chosen = self.seen_by.key
        self.seen_by.set_rows([(who.value, seen_by_words(SeenBy(who))) for who in SeenBy if who in SeenBy.known()])
        self.seen_by.set_key(chosen or SeenBy.MEMBERS.value)
        self._seen_line.setText(translate("Privacy", "Shown when somebody calls. Private contacts are never shown."))
        self.sickness.setText(translate("Privacy", "Colleagues see sickness as the reason of a diversion"))
        self.sickness.set_line(translate("Privacy", "Off: they see that somebody is away, not why"))
        self._person.setText(
            translate("Privacy", "One person's data is exported and erased under People, in the person's menu.")
        )

    def fill(self, record: PrivacyRules | None) -> None:
        """The settings as they are."""
        for kind in KINDS:
            self._offer(kind, getattr(record.kept, kind) if record else None)
        self.sickness.setChecked(record.kept.sickness_shown if record else True)
        self.seen_by.set_key((record.card.seen_by if record else SeenBy.MEMBERS).value)

    def body(self) -> PrivacyRules:
        """What is in the form."""
        before: PrivacyRules | None = self.record
        kept = PrivacyBody(
            calls_days=self._chosen("calls_days"),
            messages_days=self._chosen("messages_days"),
            sent_days=self._chosen("sent_days"),
            audit_days=self._chosen("audit_days"),
            sickness_shown=self.sickness.isChecked(),
            version=before.kept.version if before is not None else None,
        )
        card = CallerCardBody(
            seen_by=SeenBy(self.seen_by.key), version=before.card.version if before is not None else None
        )
        return PrivacyRules(kept, card)

    def said(self, what: PrivacyRules) -> Said:
        """The settings, or what is to become of them, in words."""
        said = [(self.boxes[kind].label.text(), days_words(getattr(what.kept, kind))) for kind in KINDS]
        shown = translate("Privacy", "Yes") if what.kept.sickness_shown else translate("Privacy", "No")
        seen = (self.boxes["seen_by"].label.text(), seen_by_words(what.card.seen_by))
        return [*said, seen, (self.sickness.text(), shown)]

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
        self._theirs: PrivacyRules | None = None
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
        self._actions.ask("privacy", _read, self.arrived)

    def _save(self) -> None:
        before: PrivacyRules | None = self.form.record
        if before is None:
            return
        wanted = self.form.body()
        self.form.saving()
        kept, card = wanted.kept, wanted.card
        assert isinstance(kept, PrivacyBody)
        assert isinstance(card, CallerCardBody)

        async def put(client: PbxClient) -> PrivacyRules:
            if _kept(kept) != _kept(before.kept):
                await client.put_privacy(kept)
            if card.seen_by != before.card.seen_by:
                await client.save_caller_card(card)
            return await _read(client)

        self._actions.ask("put_privacy", put, self._saved)

    def _save_mine(self) -> None:
        if self._theirs is not None:
            self.form.record, self.form.seen = self._theirs, self._theirs.version
            self._save()

    def _saved(self, answer: PrivacyRules | OnePresenceError) -> None:
        if isinstance(answer, Conflict) and answer.details.get("what") == "changed":
            refusal = answer
            self._actions.ask("privacy", _read, lambda theirs: self._compare(theirs, refusal))
        elif isinstance(answer, OnePresenceError):
            self.form.refused(answer)
        else:
            self.form.show_record(answer)

    def _compare(self, theirs: PrivacyRules | OnePresenceError, refusal: Conflict) -> None:
        if isinstance(theirs, OnePresenceError):
            self.form.refused(theirs)
        else:
            self._theirs = theirs
            self.form.changed_by_others(theirs, refusal)


async def _read(client: PbxClient) -> PrivacyRules:
    return PrivacyRules(await client.privacy(), await client.caller_card())


def _kept(rules: PrivacyView | PrivacyBody) -> tuple[object, ...]:
    """What is set, without its version."""
    return (*(getattr(rules, kind) for kind in KINDS), rules.sickness_shown)
