"""From a marked text, a link or a typed number to the call (walk a)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from onepresence_desktop.client.pbx_client import PbxClient
from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.dial.candidates import Candidate, candidates, typed
from onepresence_desktop.desktop.dial.popover import DialPopover, Nothing
from onepresence_desktop.desktop.directory_search import name_of
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.selection.marked import Marked
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.domain.errors import NumberRefused, OnePresenceError
from onepresence_desktop.domain.numbering import NumberKind
from onepresence_desktop.domain.people import DeviceId, DeviceKind
from onepresence_desktop.wire.directories import DirectoryPersonView

if TYPE_CHECKING:
    from onepresence_desktop.desktop.number_shown import NumberShownSelect

Read = Callable[[], Awaitable[Marked]]
"""Reads what is marked; raises TimeoutError when the program that has it doesn't answer."""

ASK = -1
"""Of the setting `CANCEL_SECONDS`: always ask."""

SHORTEST = 2
"""Seconds of the ring where one is needed although the setting has none."""


class Dialler(QObject):
    """said: a sentence for the user. instead: takes what was read while the key is only being tried out."""

    said = Signal(str)

    def __init__(self, session: Session, actions: Actions, settings: Settings, read: Read) -> None:
        super().__init__()
        self._session, self._actions, self._settings = session, actions, settings
        self._read = read
        self.instead: Callable[[str], bool] = lambda _: False
        self.popover: DialPopover | None = None

    @property
    def region(self) -> str:
        """Country of numbers that don't say theirs: the setting's, else the company's."""
        customer = self._session.mirror.customer
        return self._settings.get(keys.REGION) or (customer.region if customer is not None else "DK")

    async def dial_selection(self) -> None:
        """What the hotkey does."""
        try:
            marked = await self._read()
        except TimeoutError:
            if not self.instead(""):
                self._ask([], 0.0, nothing=Nothing.FROZEN)
            return
        if not self.instead(marked.text):
            self.offer(marked.text, stale=not marked.in_front)

    def offer(self, text: str, *, ask: bool = False, stale: bool = False) -> None:
        """Dial the number in a text, after the time to stop it; ask when there are several, or none, or it is 112.

        stale: marked in another program than the one in front, so perhaps long ago: never dialled unseen.
        """
        found = candidates(text, self.region, self._session.mirror, self._session.whose)
        seconds = self._settings.get(keys.CANCEL_SECONDS)
        one = found[0] if len(found) == 1 else None
        if one is not None and not (ask or stale or one.emergency) and one.certain and seconds == 0:
            self.dial(one.number)
            return
        nothing = Nothing.NO_NUMBER if text.strip() else Nothing.UNMARKED
        self._ask(found, 0.0 if ask or seconds == ASK else float(max(seconds, SHORTEST)), nothing=nothing)

    def open_link(self, link: str) -> None:
        """A tel:, callto: or sip: link: always asked about. Raises `NumberRefused` for codes with * or #, or none."""
        address = link.partition(":")[2]
        if "*" in address or "#" in address or "%2a" in address.lower() or "%23" in address:
            raise NumberRefused(number="code")
        found = candidates(link, self.region, self._session.mirror, self._session.whose)
        if not found:
            raise NumberRefused(number="none")
        self._ask(found, 0.0)

    def dial(self, number: str) -> None:
        """Ring the chosen phone and then the number."""
        self._actions.call(number, self.device())

    def _ask(self, found: list[Candidate], seconds: float, *, nothing: Nothing = Nothing.UNMARKED) -> None:
        if self.popover is not None:
            self.popover.close()
        popover = self.popover = DialPopover(
            found, seconds=seconds, line=self._line(), nothing=nothing, shown=self._shown(found)
        )
        popover.chosen.connect(lambda candidate: self._chosen(candidate, of=len(found)))
        popover.typed.connect(self.dial_typed)
        popover.destroyed.connect(lambda: self._gone(popover))
        popover.show_at_pointer()
        self._look_up(popover)

    def _shown(self, found: list[Candidate]) -> NumberShownSelect | None:
        """Where somebody outside may be called and there is a choice; 112 and colleagues see the own number anyway."""
        if found and all(one.emergency or one.kind is NumberKind.INTERNAL for one in found):
            return None
        from onepresence_desktop.desktop.number_shown import NumberShownSelect  # not needed to start

        select = NumberShownSelect(self._session, self._actions, bare=True)
        if select.choice:
            return select
        select.deleteLater()
        return None

    def _look_up(self, popover: DialPopover) -> None:
        """Ask the company's directories whose the numbers are that have no name yet; nobody waits for it."""
        shared = self._session.mirror.shared_contacts
        if shared is None or not shared.directories or not self._session.mirror.live:
            return
        for one in popover.found:
            if not one.name and not one.emergency and one.kind is not NumberKind.INTERNAL:
                verb = partial(PbxClient.search_directory, query=one.number)
                self._actions.ask(f"whose {one.number}", verb, partial(self._named, popover, one.number))

    def _named(
        self, popover: DialPopover, number: str, answer: Sequence[DirectoryPersonView] | OnePresenceError
    ) -> None:
        name = "" if isinstance(answer, OnePresenceError) else name_of(number, answer)
        if name and self.popover is popover:
            popover.tell_name(number, name)

    def _chosen(self, candidate: Candidate, *, of: int) -> None:
        """A key of a list is pressed too easily for 112: that asks once more."""
        if candidate.emergency and of > 1:
            self._ask([candidate], 0.0)
        else:
            self.dial(candidate.number)

    def _gone(self, popover: DialPopover) -> None:
        if self.popover is popover:
            self.popover = None

    def dial_typed(self, text: str) -> None:
        """A number somebody typed on purpose: dialled at once, but for emergency numbers."""
        found = candidates(text, self.region, self._session.mirror, self._session.whose)
        one = found[0] if found else typed(text, self.region)
        if one is None:
            self.said.emit(translate("Dial", "There is no number in that."))
        elif one.emergency:
            self._ask([one], 0.0)
        else:
            self.dial(one.number)

    def device(self) -> DeviceId | None:
        """The phone that calls start from by the settings; None: the service chooses."""
        chosen = self._settings.get(keys.CALL_DEVICE)
        me = self._session.mirror.me
        known = {device.id for device in me.devices} if me is not None else set()
        return DeviceId(chosen) if chosen in known else None

    def _line(self) -> str:
        me = self._session.mirror.me
        chosen = self.device()
        kind = next((d.kind for d in me.devices if d.id == chosen), DeviceKind.DESK) if me is not None else None
        return {
            DeviceKind.DESK: translate("Dial", "From the desk phone"),
            DeviceKind.MOBILE: translate("Dial", "From the mobile"),
            DeviceKind.SOFTPHONE: translate("Dial", "From the softphone"),
            None: "",
        }[kind]
