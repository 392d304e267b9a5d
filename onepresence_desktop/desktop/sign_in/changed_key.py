"""A server shows another key than before: its old words and the new ones, which are typed to be believed (spec 0.2)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.sign_in.frame import FixedDialog, IconPlate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import size_pair
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.card import Card, Footer
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.desktop.widgets.labels import Label, field_label, labelled

LONGEST = 200
"""Characters of eight words, with room to spare."""


class ChangedKey(FixedDialog):
    """accepted_words: the new words were typed, all eight, and the button pressed. back_wanted: nothing changes.

    Nothing of the server is believed meanwhile; closing it is as going back.
    """

    accepted_words = Signal()
    back_wanted = Signal()

    def __init__(self, server: str, known: Sequence[str], shown: Sequence[str]) -> None:
        super().__init__(*size_pair("window.signIn"))
        self._server, self._shown = server, [word.casefold() for word in shown]
        body = QVBoxLayout()
        body.setContentsMargins(36, 22, 36, 0)
        body.setSpacing(0)
        body.addWidget(IconPlate("lock"))
        body.addSpacing(10)
        self._title = Label(role=fonts.Text.TITLE, wrap=True)
        body.addWidget(self._title)
        body.addSpacing(4)
        self._line = Label(tone="secondary", wrap=True)
        body.addWidget(self._line)
        body.addSpacing(10)
        columns = QHBoxLayout()
        columns.setSpacing(10)
        self._heads = (field_label(), field_label())
        self._cards = tuple(_card(head, words) for head, words in zip(self._heads, (known, shown), strict=True))
        for card in self._cards:
            columns.addWidget(card)
        body.addLayout(columns)
        body.addSpacing(10)
        self._typed_label = field_label()
        self.typed = Field()
        self.typed.setMaxLength(LONGEST)
        self.typed.textEdited.connect(self._compare)
        self.typed.returnPressed.connect(self._accept)
        body.addWidget(labelled(self._typed_label, self.typed))
        body.addSpacing(8)
        self.wrong = Banner(Tone.DANGER)
        body.addWidget(self.wrong)
        body.addStretch()
        self.column.addLayout(body, 1)
        footer = Footer(60, 36)
        self.back = Button(kind=Kind.PRIMARY)
        self.back.clicked.connect(self.back_wanted)
        self.trust = Button(kind=Kind.QUIET)
        self.trust.clicked.connect(self._accept)
        footer.row.addWidget(self.trust)
        footer.row.addStretch()
        footer.row.addWidget(self.back)
        self.column.addWidget(footer)
        self.retranslate()
        self._compare()
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _right(self) -> bool:
        return self.typed.text().casefold().replace(",", " ").split() == self._shown

    def _compare(self) -> None:
        """Believed can only be what was typed whole; eight other words are told."""
        self.trust.setEnabled(self._right)
        other = not self._right and len(self.typed.text().split()) >= len(self._shown)
        self.typed.set_error(other)
        if other:
            self.wrong.say(translate("SignIn", "These aren't the words that the server shows now."))
        else:
            self.wrong.hide()

    def _accept(self) -> None:
        if self._right:
            self.accepted_words.emit()

    def retranslate(self) -> None:
        """All texts again."""
        self.setWindowTitle(translate("SignIn", "Another key"))
        self._title.setText(translate("SignIn", "{server} shows another key").format(server=self._server))
        self._line.setText(
            translate(
                "SignIn",
                "Somebody may be posing as your company's server. Nothing was sent to it. If your administrator has "
                "replaced the key, ask them for the eight new words and type them.",
            )
        )
        for head, words in zip(
            self._heads, (translate("SignIn", "Known until now"), translate("SignIn", "Shown now")), strict=True
        ):
            head.setText(words)
        label = translate("SignIn", "The eight words that your administrator told you")
        self._typed_label.setText(label)
        self.typed.set_name(label)
        self.back.setText(translate("SignIn", "Don't connect"))
        self.trust.setText(translate("SignIn", "Trust the new key"))
        for button in (self.back, self.trust):
            button.updateGeometry()


def _card(head: Label, words: Sequence[str]) -> Card:
    card = Card()
    column = QVBoxLayout(card)
    column.setContentsMargins(14, 10, 14, 10)
    column.setSpacing(4)
    column.addWidget(head)
    grid = QGridLayout()
    grid.setVerticalSpacing(4)
    half = -(-len(words) // 2)
    for place, word in enumerate(words):
        grid.addWidget(Label(f"{place + 1}  {word}", role=fonts.Text.SMALL), place % half, place // half)
    column.addLayout(grid)
    card.setAccessibleName(" ".join(words))
    return card
