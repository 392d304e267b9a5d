"""What a call knows of a transfer in it, whoever began it and however it is done."""

from __future__ import annotations

from abc import ABC, abstractmethod

from onepresence_desktop.pbx.telephony.sip.attempt import Attempt
from onepresence_desktop.pbx.telephony.sip.leg import Leg


class Handover(ABC):
    """A transfer under way."""

    attempt: Attempt | None = None

    @abstractmethod
    def left(self, leg: Leg) -> bool:
        """A party of the old call hung up; True when the transfer goes on without it."""

    @abstractmethod
    def stop(self) -> None:
        """Give the target up."""
