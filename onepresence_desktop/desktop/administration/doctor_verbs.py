"""What is done on the page Check: the pane asks, the service answers, the pane shows it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from onepresence_desktop.client.pbx_client import PbxClient
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.doctor_pane import DoctorPane
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.errors import NoLineOut, OnePresenceError
from onepresence_desktop.wire.doctor import FINDINGS, DoctorView


class DoctorVerbs(QObject):
    """Of one pane."""

    def __init__(self, session: Session, actions: Actions, pane: DoctorPane) -> None:
        super().__init__(pane)
        self._actions, self.pane = actions, pane
        session.changed(FINDINGS).connect(self._news)
        pane.again.connect(self.load)
        pane.unblock.connect(self._unblock)
        pane.call.connect(self._call)

    def _news(self) -> None:
        if self.pane.isVisible():
            self.load()

    def load(self) -> None:
        """Look once more."""

        def arrived(answer: DoctorView | OnePresenceError) -> None:
            if isinstance(answer, OnePresenceError):
                self.pane.refused(texts.error(answer))
            else:
                self.pane.show_report(answer)

        self._actions.ask("doctor", lambda client: client.doctor(), arrived)

    def _unblock(self, address: str, user: str) -> None:
        def arrived(answer: int | OnePresenceError) -> None:
            if isinstance(answer, OnePresenceError):
                self.pane.refused(texts.error(answer))
            else:
                self.load()

        self._actions.ask("unblock", lambda client: client.unblock(address, user), arrived)

    def _call(self, number: str) -> None:
        """Over the first line that works; else over the first, so that its provider says why it doesn't."""

        async def tried(client: PbxClient) -> tuple[str, str, bool]:
            lines = await client.trunks()
            if not lines:
                raise NoLineOut
            line = next((one for one in lines if one.up), lines[0])
            answer = await client.try_trunk(line.id, number)
            return line.name, answer.said, answer.good

        def arrived(answer: tuple[str, str, bool] | OnePresenceError) -> None:
            if isinstance(answer, OnePresenceError):
                self.pane.refused(texts.error(answer))
            else:
                line, said, good = answer
                self.pane.tried(line, said, good=good)

        self._actions.ask("try_call", tried, arrived)
