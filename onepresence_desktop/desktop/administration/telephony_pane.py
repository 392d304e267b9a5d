"""The tab Telephony: numbers that users may show, encrypted phones, music (spec 4.9, 12.1c, 12.4a)."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onepresence_desktop.client.pbx_client import PbxClient
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.record_form import RecordForm, Said
from onepresence_desktop.desktop.administration.record_pane import FormPane
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.player import Player
from onepresence_desktop.desktop.sound_file import ask_for_sound, read_sound
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.buttons import IconButton
from onepresence_desktop.desktop.widgets.labels import Label, field_label
from onepresence_desktop.desktop.widgets.switches import CheckBox
from onepresence_desktop.domain.company_sounds import MUSIC
from onepresence_desktop.domain.errors import Conflict, OnePresenceError
from onepresence_desktop.domain.shown_kinds import ShownKind
from onepresence_desktop.wire.company import CompanySoundView
from onepresence_desktop.wire.number_shown import NumbersShownBody


@dataclass(frozen=True, slots=True)
class TelephonyRules:
    """What is set here. shown: what users may choose of; possible: phones can come in over TLS at all."""

    shown: frozenset[ShownKind]
    secure: bool
    possible: bool
    version: str = ""


def kind_words(kind: ShownKind) -> str:
    """A kind of number that may be shown, in words."""
    return {
        ShownKind.OWN: translate("Telephony", "Their own number"),
        ShownKind.COMPANY: translate("Telephony", "The company's numbers"),
        ShownKind.GROUP: translate("Telephony", "Numbers of groups they are in"),
        ShownKind.WITHHELD: translate("Telephony", "No number (withheld)"),
    }.get(kind, kind)


class TelephonyForm(RecordForm):
    """The settings as a form, and the music, which changes at once. choose, hear, forget: what is wanted of it."""

    choose = Signal()
    hear = Signal()
    forget = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown = {kind: CheckBox() for kind in ShownKind.known()}
        self.secure = CheckBox(line=" ")
        self.play = IconButton("play")
        self.upload, self.delete = IconButton("upload").that_writes(), IconButton("delete").that_writes()
        self.music: float | None = None
        self._heads = [field_label() for _ in range(3)]
        self._lines = [Label(role=fonts.Text.SMALL, tone="secondary", wrap=True) for _ in range(2)]
        self._music = Label()
        self.inner.addWidget(self._heads[0])
        for box in self.shown.values():
            self.inner.addWidget(box)
        self.inner.addWidget(self._lines[0])
        self.inner.addSpacing(8)
        self.inner.addWidget(self._heads[1])
        self.inner.addWidget(self.secure)
        self.inner.addWidget(self._lines[1])
        self.inner.addSpacing(8)
        self.inner.addWidget(self._heads[2])
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._music)
        for button, wanted in ((self.play, self.hear), (self.upload, self.choose), (self.delete, self.forget)):
            row.addWidget(button)
            button.clicked.connect(wanted)
        row.addStretch()
        self.inner.addLayout(row)
        self.show_music(None)
        for box in (*self.shown.values(), self.secure):
            box.clicked.connect(lambda: self.touched())

    def retranslate(self) -> None:
        """All words again."""
        super().retranslate()
        self._heads[0].setText(translate("Telephony", "Numbers that users may show when they call out"))
        for kind, box in self.shown.items():
            box.setText(kind_words(kind))
        self._lines[0].setText(
            translate(
                "Telephony",
                "Users pick one of these in Settings. A code dialled before a number withholds theirs, or shows it, for"
                " that call. With none ticked, everybody shows their own. Whoever answers 112 always sees the caller's"
                " number.",
            )
        )
        self._heads[1].setText(translate("Telephony", "Encryption"))
        self.secure.setText(translate("Telephony", "All phones must be encrypted (TLS and SRTP)"))
        self.secure.set_line(translate("Telephony", "A phone that comes in without is no longer reached"))
        self._heads[2].setText(translate("Telephony", "Music for callers on hold, parked, or waiting for a group"))
        self.play.set_name(translate("Telephony", "Play the music"))
        self.upload.set_name(translate("Telephony", "Choose a sound file as music …"))
        self.delete.set_name(translate("Telephony", "Delete the music"))
        self.show_music(self.music)
        self._say_possible()

    def show_music(self, seconds: float | None) -> None:
        """How long the company's own is; None: there is none."""
        self.music = seconds
        self.play.setVisible(seconds is not None)
        self.delete.setVisible(seconds is not None)
        if seconds is None:
            self._music.setText(translate("Telephony", "The service's own melody; a ringing tone for groups"))
        else:
            self._music.setText(translate("Telephony", "Your own: {length}").format(length=texts.span(seconds)))

    def _say_possible(self) -> None:
        possible = self.record is None or self.record.possible
        self.secure.setEnabled(possible or self.secure.isChecked())
        self._lines[1].setText(
            translate("Telephony", "For one phone alone it is set under Devices, in the phone's menu.")
            if possible
            else texts.error(Conflict(what="no_tls"))
        )

    def fill(self, record: TelephonyRules | None) -> None:
        """The settings as they are."""
        for kind, box in self.shown.items():
            box.setChecked(record is not None and kind in record.shown)
        self.secure.setChecked(record is not None and record.secure)
        self._say_possible()

    def body(self) -> TelephonyRules:
        """What is in the form."""
        shown = frozenset(kind for kind, box in self.shown.items() if box.isChecked())
        possible = self.record is None or self.record.possible
        return TelephonyRules(shown, self.secure.isChecked(), possible, self.seen or "")

    def said(self, what: TelephonyRules) -> Said:
        """The rules, or what is to become of them, in words."""
        yes, no = translate("Telephony", "Yes"), translate("Telephony", "No")
        kinds = [(kind_words(kind), yes if kind in what.shown else no) for kind in self.shown]
        return [*kinds, (self.secure.text(), yes if what.secure else no)]


class TelephonyPane(FormPane[TelephonyForm]):
    """Telephony, for administrators."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self.form = TelephonyForm()
        self.player = Player(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self.form.save.connect(self._save)
        self.form.choose.connect(lambda: ask_for_sound(self, self.form.upload.accessibleName(), self.take_music))
        self.form.hear.connect(self._hear)
        self.form.forget.connect(self._forget)
        self._theirs: TelephonyRules | None = None
        self.form.conflict.theirs.connect(lambda: self.form.show_record(self._theirs))
        self.form.conflict.mine.connect(self._save_mine)

    def retranslate(self) -> None:
        """All words again."""
        self.form.retranslate()

    def load(self) -> None:
        """Ask how it is set."""
        self.form.wait()
        self._actions.ask("telephony_rules", _read, self.arrived)
        self._actions.ask("company_sounds", lambda client: client.company_sounds(), self._listed)

    # --- the music ---

    def _listed(self, answer: list[CompanySoundView] | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            self.form.band.say(texts.error(answer))
        else:
            self.form.show_music(next((one.seconds for one in answer if one.place == MUSIC), None))

    def take_music(self, path: Path) -> None:
        """Send a file to the service."""

        async def send(client: PbxClient) -> None:
            await client.save_company_sound(MUSIC, await asyncio.to_thread(read_sound, path))

        self._actions.ask("save_company_sound", send, self._music_changed)

    def _forget(self) -> None:
        self._actions.ask(
            "remove_company_sound", lambda client: client.remove_company_sound(MUSIC), self._music_changed
        )

    def _music_changed(self, answer: None | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            self.form.band.say(texts.error(answer))
        else:
            self.form.band.hide()
            self._actions.ask("company_sounds", lambda client: client.company_sounds(), self._listed)

    def _hear(self) -> None:
        def arrived(answer: bytes | OnePresenceError) -> None:
            if isinstance(answer, OnePresenceError):
                self.form.band.say(texts.error(answer))
            elif self.isVisible():
                self.player.play(answer)

        self._actions.ask("company_sound", lambda client: client.company_sound(MUSIC), arrived)

    # --- the rules ---

    def _save(self) -> None:
        before: TelephonyRules | None = self.form.record
        if before is None:
            return
        wanted = self.form.body()
        self.form.saving()

        async def put(client: PbxClient) -> TelephonyRules:
            if wanted.shown != before.shown:
                kinds = [kind for kind in ShownKind.known() if kind in wanted.shown]
                await client.save_numbers_shown(NumbersShownBody(kinds=kinds, version=wanted.version))
            if wanted.secure != before.secure:
                await client.save_secure_phones(wanted.secure)
            return await _read(client)

        self._actions.ask("save_telephony_rules", put, self._saved)

    def _saved(self, answer: TelephonyRules | OnePresenceError) -> None:
        if isinstance(answer, Conflict) and answer.details.get("what") == "changed":
            refusal = answer
            self._actions.ask("telephony_rules", _read, lambda theirs: self._compare(theirs, refusal))
        elif isinstance(answer, OnePresenceError):
            self.form.refused(answer)
        else:
            self.form.show_record(answer)

    def _compare(self, theirs: TelephonyRules | OnePresenceError, refusal: Conflict) -> None:
        if isinstance(theirs, OnePresenceError):
            self.form.refused(theirs)
        else:
            self._theirs = theirs
            self.form.changed_by_others(theirs, refusal)

    def _save_mine(self) -> None:
        if self._theirs is not None:
            self.form.record, self.form.seen = self._theirs, self._theirs.version
            self._save()


async def _read(client: PbxClient) -> TelephonyRules:
    shown, secure = await client.numbers_shown(), await client.secure_phones()
    known = frozenset(kind for kind in shown.kinds if kind in ShownKind.known())
    return TelephonyRules(known, secure.secure, secure.possible, shown.version)
