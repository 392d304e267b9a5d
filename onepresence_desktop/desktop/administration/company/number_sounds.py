"""Recordings of a company number: chosen from a file, heard, deleted; each at once, beside the form's Save."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import QObject

from onepresence_desktop.client.pbx_client import PbxClient
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.company.form import CompanyForm
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.player import Player
from onepresence_desktop.desktop.sound_file import ask_for_sound, read_sound
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.wire.company import CompanySoundView


class NumberSounds(QObject):
    """Of the number that the form shows."""

    def __init__(self, actions: Actions, form: CompanyForm, player: Player) -> None:
        super().__init__(form)
        self._actions, self._form, self._player = actions, form, player
        self._all: list[CompanySoundView] = []
        form.choose.connect(self._ask_which)
        form.hear.connect(self._hear)
        form.forget.connect(self._forget)

    def load(self) -> None:
        """Ask what there is."""
        self._actions.ask("company_sounds", lambda client: client.company_sounds(), self._arrived)

    def show(self) -> None:
        """Of the number that is shown now."""
        record = self._form.record
        mine = [one for one in self._all if record is not None and one.number_id == record.id]
        self._form.show_sounds({(one.place, one.language): one.seconds for one in mine}, possible=record is not None)

    def _arrived(self, answer: list[CompanySoundView] | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            self._form.band.say(texts.error(answer))
        else:
            self._all = answer
            self.show()

    def _ask_which(self, place: str, language: str) -> None:
        title = translate("Company", "Sound file for callers")
        ask_for_sound(self._form, title, lambda path: self.take(place, language, path))

    def take(self, place: str, language: str, path: Path) -> None:
        """Send a file to the service."""
        number = self._form.record.id

        async def send(client: PbxClient) -> None:
            data = await asyncio.to_thread(read_sound, path)
            await client.save_company_sound(place, data, number=number, language=language)

        self._actions.ask("save_company_sound", send, self._changed)

    def _hear(self, place: str, language: str) -> None:
        number = self._form.record.id

        def arrived(answer: bytes | OnePresenceError) -> None:
            if isinstance(answer, OnePresenceError):
                self._form.band.say(texts.error(answer))
            elif self._form.isVisible():
                self._player.play(answer)

        self._actions.ask(
            "company_sound", lambda client: client.company_sound(place, number=number, language=language), arrived
        )

    def _forget(self, place: str, language: str) -> None:
        number = self._form.record.id
        self._actions.ask(
            "remove_company_sound",
            lambda client: client.remove_company_sound(place, number=number, language=language),
            self._changed,
        )

    def _changed(self, answer: None | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            self._form.band.say(texts.error(answer))
        else:
            self._form.band.hide()
        self.load()
