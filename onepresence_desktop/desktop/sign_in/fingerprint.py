"""A server's fingerprint, shown once in eight words to be compared with those that the server shows (spec 0.2)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.sign_in.frame import FixedDialog, IconPlate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import size_pair
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.card import Card, Footer
from onepresence_desktop.desktop.widgets.labels import Label

COLUMNS = 2


class Fingerprint(FixedDialog):
    """accepted_words: the words are the same. back_wanted: they aren't, or nobody knows."""

    accepted_words = Signal()
    back_wanted = Signal()

    def __init__(self, server: str, words: Sequence[str]) -> None:
        super().__init__(*size_pair("window.signIn"))
        self._server = server
        body = QVBoxLayout()
        body.setContentsMargins(36, 28, 36, 0)
        body.setSpacing(0)
        body.addWidget(IconPlate("lock"))
        body.addSpacing(14)
        self._title = Label(role=fonts.Text.TITLE, wrap=True)
        body.addWidget(self._title)
        body.addSpacing(6)
        self._line = Label(tone="secondary", wrap=True)
        body.addWidget(self._line)
        body.addSpacing(14)
        card = Card()
        grid = QGridLayout(card)
        grid.setContentsMargins(18, 14, 18, 14)
        grid.setVerticalSpacing(8)
        rows = -(-len(words) // COLUMNS)
        for place, word in enumerate(words):
            grid.addWidget(Label(f"{place + 1}  {word}", role=fonts.Text.HEADING), place % rows, place // rows)
        body.addWidget(card)
        body.addSpacing(14)
        self._where = Label(role=fonts.Text.SMALL, tone="tertiary", wrap=True)
        body.addWidget(self._where)
        body.addStretch()
        self.column.addLayout(body, 1)
        footer = Footer(60, 36)
        self._back = Button(kind=Kind.QUIET)
        self._back.clicked.connect(self.back_wanted)
        self._same = Button(kind=Kind.PRIMARY)
        self._same.clicked.connect(self.accepted_words)
        footer.row.addWidget(self._back)
        footer.row.addStretch()
        footer.row.addWidget(self._same)
        self.column.addWidget(footer)
        card.setAccessibleName(" ".join(words))
        self.retranslate()
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """All texts again."""
        self.setWindowTitle(translate("SignIn", "New server"))
        self._title.setText(translate("SignIn", "Is this your company's server?"))
        self._line.setText(
            translate("SignIn", "{server} shows these eight words. Compare them with those on the server.").format(
                server=self._server
            )
        )
        self._where.setText(
            translate(
                "SignIn",
                "They stand in Settings, About, on the computer that runs the telephone system; your administrator "
                "can tell you them. You are asked this once.",
            )
        )
        self._back.setText(translate("SignIn", "Cancel"))
        self._same.setText(translate("SignIn", "The words are the same"))
