"""A list of the numbers that those who are called may be shown (spec 4.9): in the settings, and where one dials."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.widgets.fields import Select
from onepresence_desktop.domain.shown_kinds import ShownKind
from onepresence_desktop.wire.number_shown import NumberShownBody, NumberShownView, ShownChoiceView

WIDEST = 240
KEYS = "Ctrl+Shift+N"
"""Open the list where one dials."""
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class NumberShownSelect(Select):
    """Shows what counts, and sends a choice at once; what the service refused is taken back.

    `bare`: for inside a field where one dials: it shows and chooses what counts for the next call, while that is not as
    always. There is a `choice` when there is more than one row. widened: its width may be another. busy: it is being
    chosen from, or the service has not said yes to what was chosen; a call waits as long.
    """

    widened = Signal()
    busy = Signal(bool)

    def __init__(self, session: Session, actions: Actions, *, bare: bool = False) -> None:
        super().__init__(icon="eye", bare=bare)
        self._session = session
        self._actions = actions
        self._saving, self._wanted = False, True
        self._once = False
        self.picked.connect(self._save)
        session.me_changed.connect(self.refresh)
        session.reset.connect(self.refresh)
        session.connection_changed.connect(self._judge)
        self.retranslate()

    @property
    def choice(self) -> bool:
        """Whether there is anything to choose."""
        return self.count() > 1

    def retranslate(self) -> None:
        """All texts again."""
        name = translate("Settings", "Number shown to whoever you call")
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({KEYS})" if self._bare else name)
        self.refresh()

    def refresh(self) -> None:
        """What the service says."""
        me = self._session.mirror.me
        if me is not None:
            rows = me.number_shown.choices or [me.number_shown.shown]
            self.set_rows([(_key(row), words(row)) for row in rows])
            self._once = self._bare and me.number_shown.once is not None
            self.set_key(_key(next_shown(me.number_shown) if self._bare else me.number_shown.shown))
        self.resize(min(self.sizeHint().width() + 8, WIDEST), self.height())
        self.widened.emit()
        self._judge()

    def _judge(self, _connection: Connection | None = None) -> None:
        self.setEnabled(self._session.connection.state is ConnectionState.LIVE and self.choice)

    def _save(self, key: str) -> None:
        kind, _, number = key.partition(" ")
        self._saving = True
        self._actions.save_number_shown(body(ShownKind(kind), number, once=self._once), self._saved)

    def _saved(self, _answer: object) -> None:
        self._saving = False
        if self._wanted:
            self.refresh()
            self.busy.emit(False)

    def let_go(self) -> None:
        """It goes with the pop-up it stands in: an answer that comes later changes nothing here."""
        self._wanted = False

    def showPopup(self) -> None:
        """The list opens."""
        self.busy.emit(True)
        super().showPopup()

    def hidePopup(self) -> None:
        """The list closes; what was chosen is told after that."""
        super().hidePopup()
        QTimer.singleShot(0, self, self._closed)

    @property
    def unsettled(self) -> bool:
        """Whether it is `busy`."""
        return self._saving or self.view().isVisible()

    def _closed(self) -> None:
        self.busy.emit(self._saving)

    def take_key(self, event: QKeyEvent) -> bool:
        """Open at its keys, where there is a choice; whether they were pressed."""
        pressed = event.key() == Qt.Key.Key_N and event.modifiers() == _HELD
        if pressed and self.isEnabled():
            self.showPopup()
        return pressed


def body(kind: ShownKind, number: str | None, *, once: bool = False) -> NumberShownBody:
    """What is sent for a choice: of the own number and of none it is known already which it is."""
    named = kind in (ShownKind.COMPANY, ShownKind.GROUP)
    return NumberShownBody(kind=kind, number=number if named else None, once=once)


def next_shown(view: NumberShownView) -> ShownChoiceView:
    """What whoever is called next sees."""
    return view.once or view.shown


def whose_words(row: ShownChoiceView) -> str:
    """Whose number a choice is: "My number", "Sales", "Withheld"."""
    if row.kind is ShownKind.WITHHELD:
        return translate("Settings", "Withheld")
    return translate("Settings", "My number") if row.kind is ShownKind.OWN else row.name


def words(row: ShownChoiceView) -> str:
    """A choice as people read it: "My number · 33 12 34 01", "Sales · 33 12 34 50", "Withheld"."""
    return f"{whose_words(row)} · {texts.number(row.number)}" if row.number else whose_words(row)


def _key(row: ShownChoiceView) -> str:
    return f"{row.kind} {row.number or ''}"
