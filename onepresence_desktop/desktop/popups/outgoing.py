"""A call asked for while nobody looks at the window: that the phone is to be lifted, for whom, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.popups.toasts import NoteToast, ToastStack
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.domain.calls import CallId, CallState
from onepresence_desktop.wire.views import CallView

LONGEST_MS = 120_000
"""No phone rings longer for a click."""


class OutgoingCalls(QObject):
    """A pop-up for each call whose own phone rings, gone once it is lifted. looked_at: whether the window says it."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        stack: ToastStack,
        looked_at: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._actions, self._stack, self._looked_at = session, actions, stack, looked_at
        self.toasts: dict[CallId, NoteToast] = {}
        session.calls_changed.connect(self._changed)

    def _changed(self, call: CallView) -> None:
        lifting = call.outgoing and call.state is CallState.CALLING
        toast = self.toasts.get(call.id)
        if lifting and toast is None and not self._looked_at():
            self._show(call)
        elif not lifting and toast is not None:
            self.toasts.pop(call.id)
            toast.close()

    def _show(self, call: CallView) -> None:
        number = texts.number(call.number or call.dialled)
        name = call.name or self._session.whose(call.number)[0]
        line = translate("Shell", "Then {name} is called").format(name=f"{name}, {number}" if name else number)
        title, words = translate("Shell", "Lift your phone"), translate("Shell", "Hang up")
        toast = NoteToast("call-out", Color.RINGING_TINT, Color.RINGING_TEXT, title, line, words)
        call_id = call.id
        toast.action.clicked.connect(lambda: self._actions.hang_up(call_id))
        toast.destroyed.connect(lambda _gone=None: self._gone(call_id, toast))
        toast.leave_after(LONGEST_MS)
        self.toasts[call_id] = toast
        self._stack.show(toast)

    def _gone(self, call_id: CallId, toast: NoteToast) -> None:
        if self.toasts.get(call_id) is toast:
            del self.toasts[call_id]
