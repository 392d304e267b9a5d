"""The own name and the own greeting: heard, taken from a file, recorded by microphone or phone, deleted (6.5)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.deleting import Deleting
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.microphone import Recorder
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.settings.recording import RecordingStrip
from onepresence_desktop.desktop.settings.rows import Row
from onepresence_desktop.desktop.sound_file import ask_for_sound, read_sound
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.spoken import LONGEST, SpokenKind

if TYPE_CHECKING:
    from onepresence_desktop.client.pbx_client import PbxClient

RINGING_MS = 60_000
"""How long the line asks to lift the phone; no phone rings for longer."""


class OwnSound(Row):
    """One of the two, with its length. play: plays a WAV; None where this computer can't."""

    def __init__(
        self,
        kind: SpokenKind,
        session: Session,
        actions: Actions,
        play: Callable[[bytes], None] | None,
        recorder: Recorder | None = None,
    ) -> None:
        self.controls_box = QWidget()
        self.strip = RecordingStrip(play, recorder)
        super().__init__(self.controls_box, self.strip, two_lines=True)
        self.strip.hide()
        self._kind, self._session, self._actions, self._play = kind, session, actions, play
        self._known = self._seconds
        self._busy = False
        self._told: tuple[str, str] | None = None
        self.listen, self.choose, self.delete = IconButton("play"), IconButton("upload"), IconButton("delete")
        self.speak = IconButton("mic")
        self.record, self.undo = Button(small=True, icon="call"), Button(small=True, icon="undo")
        across = QHBoxLayout(self.controls_box)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        for control in (self.listen, self.choose, self.delete, self.speak, self.record, self.undo):
            across.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._deleting: Deleting[SpokenKind] = Deleting(self._delete, self)
        self._deleting.changed.connect(self._show)
        self._ringing = QTimer(self)
        self._ringing.setSingleShot(True)
        self._ringing.setInterval(RINGING_MS)
        self._ringing.timeout.connect(self._tell)
        self.listen.clicked.connect(self._listen)
        self.choose.clicked.connect(self._ask_which)
        self.record.clicked.connect(self._record)
        self.speak.clicked.connect(self._speak)
        self.strip.said.connect(self._tell)
        self.strip.over.connect(lambda: self._show_strip(False))
        self.strip.kept.connect(self._send)
        self.delete.clicked.connect(self._begin_deleting)
        self.undo.clicked.connect(self._deleting.undo)

    def refresh(self) -> None:
        """What the server has; another sound ends what was told of the one before."""
        if self._known != self._seconds:
            self._known = self._seconds
            self._deleting.failed()
            self._tell()
        else:
            self._show()

    def leave(self) -> None:
        """What waits to be deleted is; what was told is over."""
        self.strip.leave()
        self._deleting.carry_out()
        if not self._busy:
            self._tell()

    def retranslate(self) -> None:
        """All texts again."""
        name = self._kind is SpokenKind.NAME
        self.say(translate("Settings", "Your name") if name else translate("Settings", "Your own greeting"))
        self.listen.set_name(
            translate("Settings", "Play your name") if name else translate("Settings", "Play your own greeting")
        )
        self.choose.set_name(
            translate("Settings", "Choose a sound file for your name …")
            if name
            else translate("Settings", "Choose a sound file for your own greeting …")
        )
        self.delete.set_name(
            translate("Settings", "Delete your recorded name")
            if name
            else translate("Settings", "Delete your own greeting")
        )
        self.record.setText(translate("Settings", "Record by phone"))
        self.record.setAccessibleName(
            translate("Settings", "Record your name by phone")
            if name
            else translate("Settings", "Record your own greeting by phone")
        )
        self.speak.set_name(
            translate("Settings", "Record your name with the microphone")
            if name
            else translate("Settings", "Record your own greeting with the microphone")
        )
        self.strip.retranslate()
        self.undo.setText(translate("Settings", "Undo"))
        for button in (self.record, self.undo):
            button.updateGeometry()
        self._tell()

    @property
    def _seconds(self) -> float:
        """Length of what the server has; 0: nothing."""
        me = self._session.mirror.me
        if me is None:
            return 0.0
        return me.spoken_name if self._kind is SpokenKind.NAME else me.own_greeting

    def _show(self) -> None:
        hidden = self._deleting.waiting
        there = self._seconds > 0 and not hidden
        self.listen.setVisible(there and self._play is not None)
        self.delete.setVisible(there)
        self.undo.setVisible(hidden)
        self.record.setVisible(not hidden)
        self.choose.setVisible(not hidden)
        self.speak.setVisible(not hidden)
        for control in (self.listen, self.choose, self.delete, self.record, self.speak):
            control.setEnabled(not self._busy)
        if hidden:
            self.say_line(translate("Settings", "Deleted"))
        elif self._told is not None:
            self.say_line(*self._told)
        elif there:
            self.say_line(translate("Settings", "Recorded: {length}").format(length=texts.span(self._seconds)))
        elif self._kind is SpokenKind.NAME:
            self.say_line(translate("Settings", "Not recorded: the computer voice says it"))
        else:
            self.say_line(translate("Settings", "None: callers hear the usual greeting"))

    def _tell(self, words: str = "", tone: str = "tertiary") -> None:
        """Say something until it is over; "": what the server has."""
        self._ringing.stop()
        self._told = (words, tone) if words else None
        self._show()

    def _begin(self, words: str) -> None:
        self._busy = True
        self._tell(words)

    def _ended(self, answer: object) -> None:
        self._busy = False
        if isinstance(answer, OnePresenceError):
            self._tell(texts.error(answer), "danger")
        else:
            self._tell()

    def _listen(self) -> None:
        self._begin(translate("Settings", "Fetching …"))
        kind = self._kind
        self._actions.ask("own_sound", lambda client: client.own_sound(kind), self._fetched)

    def _fetched(self, answer: bytes | OnePresenceError) -> None:
        self._ended(answer)
        if isinstance(answer, bytes) and self._play is not None and self.isVisible():
            self._play(answer)

    def _ask_which(self) -> None:
        ask_for_sound(self, self.choose.accessibleName(), self.take)

    def take(self, path: Path) -> None:
        """Send a file to the server."""
        self._begin(translate("Settings", "Sending the file …"))
        kind = self._kind
        self._actions.ask("save_own_sound", lambda client: send_file(client, kind, path), self._ended)

    def _speak(self) -> None:
        self._show_strip(True)
        self.strip.begin(LONGEST[self._kind])

    def _show_strip(self, shown: bool) -> None:
        self.controls_box.setVisible(not shown)
        self.strip.setVisible(shown)

    def _send(self, sound: bytes) -> None:
        self._begin(translate("Settings", "Sending the recording …"))
        kind = self._kind
        self._actions.ask("save_own_sound", lambda client: client.save_own_sound(kind, sound), self._ended)

    def _record(self) -> None:
        self._begin(translate("Settings", "Your phone is being called …"))
        kind = self._kind
        self._actions.ask("record_own_sound", lambda client: client.record_own_sound(kind), self._rings)

    def _rings(self, answer: object) -> None:
        self._ended(answer)
        if not isinstance(answer, OnePresenceError):
            self._tell(translate("Settings", "Your phone rings. Speak after the tone."))
            self._ringing.start()

    def _begin_deleting(self) -> None:
        self._told = None
        self._deleting.begin(self._kind)
        self.undo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _delete(self, kind: SpokenKind) -> None:
        self._begin(translate("Settings", "Deleting …"))
        self._actions.ask("remove_own_sound", lambda client: client.remove_own_sound(kind), self._ended)


async def send_file(client: PbxClient, kind: SpokenKind, path: Path) -> None:
    """Keep a file as name or greeting. Raises `Invalid` when it can't be read, `TooLarge`, and as the service does."""
    await client.save_own_sound(kind, await asyncio.to_thread(read_sound, path))
