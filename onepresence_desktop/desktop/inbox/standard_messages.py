"""The company's standard messages over a text that is written: put in, changed, deleted (spec 6.4, 11.3)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton, Kind
from onepresence_desktop.desktop.widgets.flow_layout import FlowLayout
from onepresence_desktop.desktop.widgets.labels import Label, field_label, labelled
from onepresence_desktop.desktop.widgets.save_button import SaveButton
from onepresence_desktop.domain.errors import Conflict, OnePresenceError
from onepresence_desktop.wire.messaging import StandardMessageView

LONGEST_CHIP = 28
EDITOR_HEIGHT = 72


def _short(text: str) -> str:
    return (text if len(text) <= LONGEST_CHIP else f"{text[: LONGEST_CHIP - 1]}…").replace("\n", " ")


class StandardMessages(QWidget):
    """inserted: a text. dropped: a `StandardMessageView`. changed: one, and its new text.

    Who was quicker is named and what they wrote shown; only then does saving put another text in its place.
    """

    inserted = Signal(str)
    dropped = Signal(object)
    changed = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[StandardMessageView] = ()
        self._may_keep = False
        self._edited: StandardMessageView | None = None
        self._refusal: Conflict | None = None
        self._words = field_label()
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=6)
        self.editor = QWidget()
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(EDITOR_HEIGHT)
        self.save_button = SaveButton(small=True)
        self.cancel_button = Button(kind=Kind.QUIET, small=True)
        self.complaint = Label(role=fonts.Text.SMALL, tone="danger", wrap=True)
        self.complaint.hide()
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        inner = QVBoxLayout(self.editor)
        inner.setContentsMargins(0, 6, 0, 0)
        inner.setSpacing(6)
        inner.addWidget(self.text)
        inner.addWidget(self.complaint)
        inner.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(labelled(self._words, self._chips))
        column.addWidget(self.editor)
        self.editor.hide()
        self.save_button.clicked.connect(self._save)
        self.cancel_button.clicked.connect(self.put_away)
        self.text.textChanged.connect(self._able)
        self.hide()

    def retranslate(self) -> None:
        """All words again."""
        self._words.setText(translate("Inbox", "Standard messages"))
        self.text.setAccessibleName(translate("Inbox", "Text of the standard message"))
        self.save_button.setText(translate("Inbox", "Save the standard message"))
        self.cancel_button.setText(translate("Inbox", "Leave it as it is"))
        for button in (self.save_button, self.cancel_button):
            button.updateGeometry()

    def allow(self, *, may_keep: bool) -> None:
        """Whether the user may change and delete them."""
        self._may_keep = may_keep
        self.put_away()

    def show_all(self, standard: Sequence[StandardMessageView]) -> None:
        """Those that there are."""
        self._all = standard
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in standard:
            self._flow.addWidget(self._part(one))
        self.setVisible(bool(standard) or self._edited is not None)
        self._chips.updateGeometry()
        self._theirs()

    def _part(self, one: StandardMessageView) -> QWidget:
        short = _short(one.text)
        button = Button(short, small=True)
        button.setToolTip(one.text)
        button.setAccessibleName(one.text)
        button.clicked.connect(partial(self.inserted.emit, one.text))
        part = QWidget()
        across = QHBoxLayout(part)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(2)
        across.addWidget(button)
        if self._may_keep:
            change = IconButton("edit", translate("Inbox", "Change “{text}”").format(text=short), size=14, extent=24)
            change.that_writes()
            change.clicked.connect(partial(self._begin, one))
            across.addWidget(change)
            away = IconButton("delete", translate("Inbox", "Delete “{text}”").format(text=short), size=14, extent=24)
            away.that_writes()
            away.clicked.connect(partial(self.dropped.emit, one))
            across.addWidget(away)
        return part

    # --- one is changed ---

    def _begin(self, one: StandardMessageView) -> None:
        self._edited, self._refusal = one, None
        self.complaint.hide()
        self.text.setPlainText(one.text)
        self.editor.show()
        self._able()
        self.text.setFocus()

    def put_away(self) -> None:
        """Nothing is changed any more."""
        self._edited, self._refusal = None, None
        self.complaint.hide()
        self.save_button.set_busy(False)
        self.editor.hide()
        self.setVisible(bool(self._all))

    def _able(self) -> None:
        text = self.text.toPlainText().strip()
        self.save_button.setEnabled(self._edited is not None and bool(text) and text != self._edited.text)

    def _save(self) -> None:
        if self._edited is not None:
            self.save_button.set_busy(True)
            self.changed.emit(self._edited, self.text.toPlainText().strip())

    def refused(self, error: OnePresenceError) -> None:
        """It wasn't kept, and what is typed stays. After a conflict `show_all` follows with what stands there now."""
        self._refusal = error if isinstance(error, Conflict) else None
        self.save_button.set_busy(False)
        self._able()
        self.complaint.setText(texts.error(error))
        self.complaint.show()

    def _theirs(self) -> None:
        if self._refusal is None or self._edited is None:
            return
        theirs = next((one for one in self._all if one.id == self._edited.id), None)
        if theirs is None:
            return
        self._edited = theirs
        words = translate("Inbox", "It now says “{text}”. Save again to put yours in its place.")
        self.complaint.setText(f"{texts.error(self._refusal)} {words.format(text=theirs.text)}")
        self._able()
