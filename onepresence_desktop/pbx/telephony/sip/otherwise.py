"""A phone that refuses sound as it was described is asked once more: secured where it wasn't, or the other way."""

from __future__ import annotations

from collections.abc import Callable

from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.pbx.telephony.sip.clock import Flow
from onepresence_desktop.pbx.telephony.sip.core import Core
from onepresence_desktop.pbx.telephony.sip.leg import Leg
from onepresence_desktop.pbx.telephony.sip.sdp import Sdp

NOT_SO = (488, 606)
"""Answers to a description (RFC 3261 sections 21.4.26 and 21.6.4)."""


class Otherwise:
    """invite: rings a phone at its contact, anew."""

    def __init__(self, core: Core, invite: Callable[[DeviceId, str, Flow], None]) -> None:
        self._core = core
        self._invite = invite
        self._contacts: dict[Leg, str] = {}
        self._turned: set[DeviceId] = set()

    def note(self, leg: Leg, contact: str) -> None:
        """A phone is being asked."""
        self._contacts[leg] = contact

    def again(self, leg: Leg, status: int, offer: bytes) -> bool:
        """It refused with `status` what it was offered; whether it is asked once more."""
        contact = self._contacts.pop(leg, "")
        if status not in NOT_SO or not contact or not offer or leg.device_id in self._turned:
            return False
        sound = Sdp(offer).streams()[Sdp(offer).place()]
        secured = self._core.wants_secure(leg, sound.crypto is not None)
        if not sound.speaks or not self._core.turned(leg, secured):
            return False
        self._turned.add(leg.device_id)
        self._invite(leg.device_id, contact, leg.flow)
        return True
