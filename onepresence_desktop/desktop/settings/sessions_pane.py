"""Where one is signed in, and an end for each of them (spec 1.3)."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.settings.rows import Pane, Row
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button
from onepresence_desktop.desktop.widgets.card import Card, Line
from onepresence_desktop.desktop.widgets.minutes import Minutes
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.wire.sessions import SessionListing


class SessionsPane(Pane):
    """Asked of the server each time it is shown; a row for each signed-in program."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self._session = session
        self._actions = actions
        self._listed: list[SessionListing] = []
        self.rows: list[Row] = []
        self._card: Card | None = None
        self.banner = Banner(Tone.DANGER, below=10)
        self.column.addWidget(self.banner)
        self._place = QVBoxLayout()
        self.add_layout(self._place)
        self.end()
        Minutes(self).passed.connect(self._say_seen)
        self.retranslate()

    def refresh(self) -> None:
        """Ask where one is signed in."""
        self.banner.hide()
        self._actions.sessions(self._answered)

    def retranslate(self) -> None:
        """All texts again."""
        self.say(
            translate("Settings", "Signed in on"),
            translate("Settings", "Programs and devices that are signed in as you. End what you don't know."),
        )
        self._fill()

    def _answered(self, answer: list[SessionListing] | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            self.banner.say(texts.error(answer))
            return
        self._listed = answer
        self._fill()

    def _fill(self) -> None:
        if self._card is not None:
            self._place.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self.rows = [self._row(listed) for listed in self._listed]
        self._card = Card()
        column = QVBoxLayout(self._card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for place, row in enumerate(self.rows):
            if place:
                column.addWidget(Line())
            column.addWidget(row)
        self._place.addWidget(self._card)
        self._card.setVisible(bool(self.rows))

    def _row(self, listed: SessionListing) -> Row:
        if listed.current:
            row = Row(two_lines=True)
        else:
            end = Button(small=True)
            end.setText(translate("Settings", "End"))
            end.clicked.connect(partial(self._end, listed.id, end))
            row = Row(end, two_lines=True)
        self._say(row, listed)
        for control in row.controls:
            control.setAccessibleName(
                translate("Settings", "End the session on {device}").format(device=listed.device_name)
            )
        return row

    def _say_seen(self) -> None:
        for row, listed in zip(self.rows, self._listed, strict=True):
            self._say(row, listed)

    def _say(self, row: Row, listed: SessionListing) -> None:
        words = translate("Settings", "This program")
        if not listed.current:
            ago = texts.ago(listed.seen_at, self._session.now())
            words = translate("Settings", "Last seen {ago}").format(ago=ago)
        row.say(listed.device_name or translate("Settings", "Unnamed device"), words)

    def _end(self, session_id: str, button: Button, _checked: bool = False) -> None:
        button.set_busy(True)
        self._actions.end_session(session_id, self._ended)

    def _ended(self, answer: object) -> None:
        if isinstance(answer, OnePresenceError):
            self.banner.say(texts.error(answer))
        self._actions.sessions(self._answered)
