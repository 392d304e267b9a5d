"""A call that was parked is nobody's to hold, hang up or connect by the cards of one's own calls."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from onepresence_desktop.domain.calls import CallId, CallState
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.parking import ParkedRemoved, ParkedView
from tests.desktop.shell.test_calls_on_screen import Shown, bar_with, shown

__all__ = ["shown"]


def test_the_card_of_a_call_leaves_while_it_is_parked(shown: Shown, qtbot: QtBot) -> None:
    bar, now = bar_with(shown, qtbot, "k1", "k2"), shown.session.now()
    shown.call(CallState.HELD, name="k1", answered_at=now)
    place = ParkedView(
        id="701", call_id=CallId("k1"), by=UserId("u0"), number="+4533123456", name="", since=now, until=now
    )
    shown.session.take(place, "")
    qtbot.waitUntil(lambda: list(bar.cards) == ["k2"])
    own = shown.session.own_call()
    assert own is not None and own.id == "k2", "what is hung up by the key"
    shown.session.take(ParkedRemoved(id="701"), "")
    qtbot.waitUntil(lambda: set(bar.cards) == {"k1", "k2"})
