"""Asking the user something in a dialog of its own, without a modal loop: the answer is awaited."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QDialog


class Closed(Exception):
    """The user closed the dialog without choosing."""


class OtherWay(Exception):
    """The user wants another of the three ways."""


class Asking:
    """One dialog at a time."""

    def __init__(self) -> None:
        self._dialog: QDialog | None = None

    def raise_dialog(self) -> bool:
        """Bring the open dialog to the front; False when there is none."""
        if self._dialog is None:
            return False
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        return True

    def close(self) -> None:
        """Close the open dialog, if there is one."""
        if self._dialog is not None:
            self._dialog.close()

    async def ask(self, dialog: QDialog, chosen: SignalInstance, other: SignalInstance | None = None) -> Any:
        """Show a dialog until it emits `chosen` (its value), `other` (`OtherWay`) or is closed (`Closed`)."""
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

        def take(*values: object) -> None:
            if not answer.done():
                answer.set_result(values[0] if values else None)

        def refuse(trouble: Exception) -> Callable[..., None]:
            def then(*_: object) -> None:
                if not answer.done():
                    answer.set_exception(trouble)

            return then

        closing, turning = refuse(Closed()), refuse(OtherWay())
        chosen.connect(take)
        dialog.rejected.connect(closing)
        if other is not None:
            other.connect(turning)
        self._dialog = dialog
        self.raise_dialog()
        try:
            return await answer
        finally:
            chosen.disconnect(take)
            dialog.rejected.disconnect(closing)
            if other is not None:
                other.disconnect(turning)
            self._dialog = None
            if not answer.done() or answer.cancelled() or answer.exception() is not None:
                dialog.close()
