"""Where whoever talked to a phone goes when that is lost (spec 11.5; the rule is `domain.lost_phone`)."""

from __future__ import annotations

from onepresence_desktop.domain.errors import CallGone
from onepresence_desktop.domain.lost_phone import after_loss
from onepresence_desktop.domain.steps import PhoneLost, Step
from onepresence_desktop.pbx.ports import Clock, MenuReached
from onepresence_desktop.pbx.services.live_state import LiveState


class LostPhones:
    """Answers from memory."""

    def __init__(self, live: LiveState, clock: Clock) -> None:
        self._live = live
        self._clock = clock

    def after(self, reached: MenuReached) -> Step:
        """By the whole of the call's way, which no driver keeps. Raises `CallGone`."""
        lost = reached.menu
        assert isinstance(lost, PhoneLost)
        company = self._live.company(reached.customer_id)
        call = company.calls.get(reached.call_id)
        if call is None:
            raise CallGone
        return after_loss(lost, reached.caller, call.trace, company.dial_plan, self._clock.now())
