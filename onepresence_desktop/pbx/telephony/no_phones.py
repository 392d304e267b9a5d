"""What stands for a telephony driver while no service runs: the command line changes people and phones without one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import NoReturn

from onepresence_desktop.domain.calls import CallId, Cause
from onepresence_desktop.domain.errors import TelephonyAway
from onepresence_desktop.domain.messages import MessageWaiting
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.steps import Step, TrunkId
from onepresence_desktop.pbx.ports import Diagnosis, Line, Recorded, Router, TelephonyEvent, TrunkLine, TrunkState
from onepresence_desktop.pbx.ports.sounds import Sound


class NoPhones:
    """A `Telephony` without phones: it takes in what it is told, and every verb of a call raises `TelephonyAway`."""

    address = None
    line_out = False

    async def start(self, router: Router, emit: Callable[[TelephonyEvent], None]) -> None:
        """Nothing is listened on."""

    async def stop(self) -> None:
        """Nothing runs."""

    async def set_lines(self, lines: Sequence[Line]) -> None:
        """The service reads them when it starts."""

    async def change_lines(self, changed: Sequence[Line], gone: Collection[DeviceId]) -> None:
        """The service reads them when it starts."""

    async def set_mwi(self, waiting: MessageWaiting) -> None:
        """The service lights all lamps when it starts."""

    async def check_settings(self, device_ids: Collection[DeviceId]) -> None:
        """The service looks when it starts."""

    async def set_trunks(self, trunks: Sequence[TrunkLine]) -> None:
        """The service reads them when it starts."""

    def trunks(self) -> Mapping[TrunkId, TrunkState]:
        """None is known."""
        return {}

    async def set_asking(self, sounds: Mapping[str, Sound]) -> None:
        """Nobody is asked."""

    async def set_music(self, customer_id: CustomerId, sound: Sound | None) -> None:
        """Nobody is heard here."""

    async def try_trunk(self, trunk_id: TrunkId, number: str) -> NoReturn:
        raise TelephonyAway

    async def diagnose(self) -> Diagnosis:
        """None is known."""
        return Diagnosis()

    async def unblock(self, address: str, user: str | None) -> int:
        """Nobody is blocked."""
        return 0

    def devices(self) -> Mapping[DeviceId, DeviceState]:
        """None is known."""
        return {}

    async def originate(self, call_id: CallId, device_id: DeviceId, dialled: str, *, answers: bool = False) -> NoReturn:
        """Raises `TelephonyAway`, as all below do."""
        raise TelephonyAway

    async def hangup(self, call_id: CallId, cause: Cause = Cause.NORMAL) -> NoReturn:
        raise TelephonyAway

    async def refuse(self, call_id: CallId, user_id: UserId) -> NoReturn:
        raise TelephonyAway

    async def hold(self, call_id: CallId, device_id: DeviceId) -> NoReturn:
        raise TelephonyAway

    async def resume(self, call_id: CallId, device_id: DeviceId) -> NoReturn:
        raise TelephonyAway

    async def transfer(self, call_id: CallId, device_id: DeviceId, dialled: str) -> NoReturn:
        raise TelephonyAway

    async def join(self, call_id: CallId, other: CallId, device_id: DeviceId) -> NoReturn:
        raise TelephonyAway

    async def pick_up(self, call_id: CallId, other: CallId) -> NoReturn:
        raise TelephonyAway

    async def park(self, call_id: CallId, device_id: DeviceId | None) -> NoReturn:
        raise TelephonyAway

    async def redirect(self, call_id: CallId, step: Step) -> NoReturn:
        raise TelephonyAway

    async def lift(self, call_id: CallId, user_id: UserId) -> NoReturn:
        raise TelephonyAway

    async def answer(self, call_id: CallId) -> NoReturn:
        raise TelephonyAway

    async def play(self, call_id: CallId, sounds: Sequence[Sound]) -> bool:
        raise TelephonyAway

    async def stop_playing(self, call_id: CallId) -> NoReturn:
        raise TelephonyAway

    async def record(
        self, call_id: CallId, path: Path, *, most: timedelta, silence: timedelta, stop_digit: str = "#"
    ) -> Recorded:
        raise TelephonyAway
