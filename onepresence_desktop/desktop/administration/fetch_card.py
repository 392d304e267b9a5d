"""The address where a desk phone fetches its settings, once: shown until another device is (spec 12.4b)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.buttons import IconButton
from onepresence_desktop.desktop.widgets.card import Card, into_view
from onepresence_desktop.desktop.widgets.labels import Label

LINES = 2
"""The address takes in the smallest window."""


class FetchCard(Card):
    """Hidden until `show_address`; the address is kept in this widget alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.title = Label(role=fonts.Text.HEADING)
        self.close_button = IconButton("close")
        self.address = QPlainTextEdit()
        self.address.setReadOnly(True)
        self.address.setTabChangesFocus(True)
        self.address.setFont(fonts.font(tabular=True))
        self.address.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.address.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.address.setFixedHeight(LINES * 18 + 22)
        self.copy = IconButton("copy", bordered=True)
        self._how = Label(role=fonts.Text.SMALL, tone="secondary", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 10, 12)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch()
        head.addWidget(self.close_button)
        column.addLayout(head)
        line = QHBoxLayout()
        line.addWidget(self.address, 1)
        line.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        column.addWidget(self._how)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.address.toPlainText()))
        self.close_button.clicked.connect(self.clear)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """All words again."""
        self.title.setText(translate("Administration", "The phone fetches its settings"))
        self.close_button.set_name(translate("Administration", "Hide the address"))
        self.address.setAccessibleName(translate("Administration", "Address for the phone"))
        self.copy.set_name(translate("Administration", "Copy: {what}").format(what=self.address.accessibleName()))
        self._how.setText(
            translate(
                "Administration",
                "Type it into the phone's own page: Yealink under Settings, Auto Provision, Server URL; Snom under "
                "Advanced, Update, Setting URL. It is good for one fetch; then the phone uses its own password. "
                "A phone that doesn't know this server's certificate must be told to trust it first.",
            )
        )

    def show_address(self, address: str) -> None:
        """Show all of it, for it may be typed by hand, and marked so that it can be copied."""
        self.address.setPlainText(address)
        self.show()
        into_view(self)
        self.address.setFocus()
        self.address.selectAll()

    def clear(self) -> None:
        """Hide and forget."""
        self.address.clear()
        self.hide()
