"""What dialogs about a password share: key, title and line, a band for refusals, and two buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from onepresence_desktop.desktop.sign_in.frame import FixedDialog, IconPlate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import size_pair
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.card import Footer
from onepresence_desktop.desktop.widgets.labels import Label


class PasswordDialog(FixedDialog):
    """Fill `body`. leaving and going_on: the buttons at its foot, quiet and primary; their words are the dialog's.

    height: of the window; 0 is as high as that of signing in.
    """

    def __init__(self, height: int = 0) -> None:
        width, usual = size_pair("window.signIn")
        super().__init__(width, height or usual)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(36, 28, 36, 0)
        self.body.setSpacing(0)
        self.body.addWidget(IconPlate("key"))
        self.body.addSpacing(14)
        self.title = Label(role=fonts.Text.TITLE, wrap=True)
        self.body.addWidget(self.title)
        self.body.addSpacing(2)
        self.line = Label(tone="secondary", wrap=True)
        self.body.addWidget(self.line)
        self.body.addSpacing(12)
        self.banner = Banner(Tone.DANGER, below=8)
        self.body.addWidget(self.banner)
        self.body.addSpacing(6)
        self.column.addLayout(self.body, 1)
        footer = Footer(60, 36)
        self.leaving = Button(kind=Kind.QUIET)
        self.going_on = Button(kind=Kind.PRIMARY)
        footer.row.addWidget(self.leaving)
        footer.row.addStretch()
        footer.row.addWidget(self.going_on)
        self.column.addWidget(footer)
