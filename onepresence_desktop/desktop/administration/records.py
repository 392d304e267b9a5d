"""What is done with a kind of record (groups, company numbers, lines): asked for, shown in a form, saved, removed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QObject, Signal

from onepresence_desktop.client.pbx_client import PbxClient
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.record_form import RecordForm
from onepresence_desktop.desktop.administration.who_changed import ask_who
from onepresence_desktop.domain.errors import Conflict, Invalid, OnePresenceError


@dataclass(frozen=True, slots=True)
class RecordKind:
    """The client's verbs of one kind. word: names the requests; records have `id` and `version`.

    subject: what the log calls one.
    """

    word: str
    fetch: Callable[[PbxClient], Awaitable[list[Any]]]
    add: Callable[[PbxClient, Any], Awaitable[Any]]
    put: Callable[[PbxClient, str, Any], Awaitable[Any]]
    remove: Callable[[PbxClient, str], Awaitable[None]]
    subject: Callable[[Any], str] = attrgetter("name")


class Records(QObject):
    """Of one form. listed: there is another list. shown: another record stands in the form (its id, "" for a new one).

    What an administrator is typing is never replaced by what arrives: a record that somebody else changed is shown
    beside it.
    """

    listed = Signal()
    shown = Signal(str)

    def __init__(self, kind: RecordKind, actions: Actions, form: RecordForm) -> None:
        super().__init__(form)
        self._kind, self._actions, self._form = kind, actions, form
        self.all: list[Any] = []
        self.chosen: str | None = None
        self._theirs: Any = None
        form.save.connect(self.save)
        form.cancelled.connect(self._cancelled)
        form.conflict.theirs.connect(self._take_theirs)
        form.conflict.mine.connect(self._save_mine)
        form.sure.agreed.connect(self._remove)

    def by_id(self, record_id: str | None) -> Any:
        """A record, None when it isn't there."""
        return next((record for record in self.all if record.id == record_id), None)

    def load(self) -> None:
        """Ask for all of them; until they are known the form is empty, and nothing can be typed."""
        if self._form.record is None and not self._form.changed and self.chosen is None:
            self._form.show_record(None)
        self._form.wait()
        self._actions.ask(f"{self._kind.word}_list", self._kind.fetch, self._arrived)

    def choose(self, record_id: str) -> None:
        """Show another one; what was typed and not saved is asked about once, then dropped."""
        if record_id == self.chosen and self._form.record is not None:
            return
        if record_id != self.chosen and self._form.unsaved.asks(self._form.changed and not self._form.save_button.busy):
            self.shown.emit(self.chosen or "")
            return
        self.chosen = record_id
        self._form.show_record(self.by_id(record_id))
        self.shown.emit(record_id)

    def new(self) -> None:
        """An empty form; what was typed and not saved is asked about once."""
        if self._form.unsaved.asks(self._form.changed and not self._form.save_button.busy):
            return
        self._form.ready()
        self.chosen = ""
        self._form.show_record(None)
        self.shown.emit("")

    def save(self) -> None:
        """What is in the form."""
        form, kind = self._form, self._kind
        try:
            body = form.body()
        except Invalid as wrong:
            form.refused(wrong)
            return
        form.saving()
        record, chosen = form.record, self.chosen

        def arrived(answer: Any) -> None:
            if self.chosen == chosen:
                self._saved(answer)
            else:  # another one is shown by now, and may be typed in
                self.load()

        if record is None:
            self._actions.ask(f"add_{kind.word}", lambda client: kind.add(client, body), arrived)
        else:
            record_id: str = record.id
            self._actions.ask(f"change_{kind.word}", lambda client: kind.put(client, record_id, body), arrived)

    def ask_to_remove(self, words: str, verb: str) -> None:
        """Ask once more, then remove the one shown."""
        if self._form.record is not None:
            self._form.sure.ask(words, verb)

    def _arrived(self, answer: list[Any] | OnePresenceError) -> None:
        self._form.ready()
        if isinstance(answer, OnePresenceError):
            self._form.band.say(texts.error(answer))
            return
        self.all = answer
        self.listed.emit()
        record = self.by_id(self.chosen)
        if not self._form.changed:
            if record is None and self.chosen != "" and answer:
                record = answer[0]
                self.chosen = record.id
                self.shown.emit(record.id)
            if record is not None or self.chosen != "":
                self._form.show_record(record)
        elif record is not None and self._form.seen is not None and record.version != self._form.seen:
            self._theirs = record
            self._form.changed_by_others(record)
            ask_who(self._actions, self._kind.word, self._kind.subject(record), partial(self._named, record))

    def _named(self, record: Any, refusal: Conflict) -> None:
        """Who changed it, unless something else has happened since it was asked."""
        if self._theirs is record:
            self._form.name_others(refusal)

    def _saved(self, answer: Any) -> None:
        if isinstance(answer, Conflict) and answer.details.get("what") == "changed":
            asked_for = self.chosen
            self._actions.ask(
                f"{self._kind.word}_list",
                self._kind.fetch,
                lambda listing: self._compare(listing, answer) if self.chosen == asked_for else None,
            )
        elif isinstance(answer, OnePresenceError):
            self._form.refused(answer)
        else:
            self.all = [*(record for record in self.all if record.id != answer.id), answer]
            self.chosen = answer.id
            self._form.show_record(answer)
            self.listed.emit()
            self.shown.emit(answer.id)
            self.load()

    def _compare(self, listing: list[Any] | OnePresenceError, refusal: Conflict) -> None:
        if isinstance(listing, OnePresenceError):
            self._form.refused(listing)
            return
        self.all = listing
        self.listed.emit()
        self._theirs = self.by_id(self.chosen)
        if self._theirs is None:
            self._form.refused(refusal)
        else:
            self._form.changed_by_others(self._theirs, refusal)

    def _take_theirs(self) -> None:
        self._form.show_record(self._theirs)

    def _save_mine(self) -> None:
        self._form.seen = self._theirs.version
        self.save()

    def _cancelled(self) -> None:
        if self.chosen == "" and self.all:
            self.choose(self.all[0].id)

    def _remove(self) -> None:
        if self._form.record is None:
            return
        record_id: str = self._form.record.id

        def removed(answer: None | OnePresenceError) -> None:
            if self.chosen != record_id:
                self.load()
                return
            if isinstance(answer, OnePresenceError):
                self._form.refused(answer)
                return
            self.all = [record for record in self.all if record.id != record_id]
            self.chosen = None
            self._form.show_record(None)
            self.shown.emit("")
            self.load()

        self._actions.ask(f"remove_{self._kind.word}", lambda client: self._kind.remove(client, record_id), removed)
