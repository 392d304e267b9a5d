"""What pop-up and call bar say of a caller, and the customer card (spec 4.11)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.shell.call_bar import CallBar
from onepresence_desktop.domain.calls import CallId, CallState, TraceEntry, TraceKind
from onepresence_desktop.domain.errors import ServerAway
from onepresence_desktop.domain.people import GroupId, UserId
from onepresence_desktop.wire import views
from onepresence_desktop.wire.caller_card import LastContactView
from onepresence_desktop.wire.groups import GroupView
from tests.desktop.shell.test_calls_on_screen import Shown, shown

__all__ = ["shown"]

KUNDE = "+4533123480"


def contact(user: str, name: str, hours: int, seconds: int = 217) -> LastContactView:
    at = datetime.now(UTC) - timedelta(hours=hours)
    return LastContactView(at=at, user_id=UserId(user), name=name, outgoing=False, seconds=seconds)


def test_a_pop_up_tells_with_whom_the_caller_spoke_last(shown: Shown) -> None:
    shown.call(CallState.RINGING, number=KUNDE)
    toast = shown.incoming.toasts[CallId("k1")]
    assert toast.lines.isHidden() and len(shown.actions.replies) == 1
    shown.actions.replies[0]([contact("u9", "Sofie Engdal", 1), contact("u0", "Me", 50)])
    words = [line.words for line in toast.lines.shown]
    assert len(words) == 2 and words[0].endswith("with Sofie Engdal") and words[1].endswith("with you")
    assert toast.lines.isVisible() and toast.lines.shown[0].right == "3:37"
    shown.call(CallState.RINGING, number=KUNDE)
    assert len(shown.actions.replies) == 1, "asked once for each call"


def test_what_comes_late_or_not_at_all_moves_nothing(shown: Shown) -> None:
    shown.call(CallState.RINGING, number=KUNDE)
    toast = shown.incoming.toasts[CallId("k1")]
    shown.actions.replies[0](ServerAway())
    assert toast.lines.isHidden()
    toast._fresh.stop()
    shown.actions.replies[0]([contact("u9", "Sofie Engdal", 1)])
    assert toast.lines.isHidden()
    shown.call(CallState.ENDED, number=KUNDE)
    shown.actions.replies[0]([contact("u9", "Sofie Engdal", 1)])


def test_nothing_is_asked_of_colleagues_and_withheld_numbers(shown: Shown) -> None:
    shown.settings.set(keys.CUSTOMER_CARD, "https://crm.example/{number}")
    shown.call(CallState.RINGING, name="k1", number="")
    shown.call(CallState.RINGING, name="k2", number="1002110", user_id=UserId("u0"))
    assert shown.actions.replies == []
    assert all(toast.customer_card.isHidden() for toast in shown.incoming.toasts.values())


def test_a_click_opens_the_customer_card(shown: Shown) -> None:
    shown.settings.set(keys.CUSTOMER_CARD, "https://crm.example/find?q={number}")
    shown.call(CallState.RINGING, number=KUNDE)
    toast = shown.incoming.toasts[CallId("k1")]
    assert toast.customer_card.isVisible() and shown.opened == []
    toast.customer_card.click()
    bar = CallBar(shown.session, shown.actions, shown.cards)
    shown.call(CallState.CONNECTED, number=KUNDE, answered_at=shown.session.now())
    bar.cards[CallId("k1")].card.click()
    assert shown.opened == ["https://crm.example/find?q=%2B4533123480"] * 2


def test_a_call_bar_that_is_gone_hears_of_no_more_cards(shown: Shown) -> None:
    bar = CallBar(shown.session, shown.actions, shown.cards)
    shown.call(CallState.CONNECTED, number=KUNDE, answered_at=shown.session.now())
    kept = bar.cards[CallId("k1")]
    bar.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shown.cards.told.emit(CallId("k1"))  # an exception here would fail the test
    assert not isValid(kept)


@pytest.mark.parametrize(("when", "opens"), [("click", 0), ("ringing", 1), ("answer", 2)])
def test_it_opens_by_itself_when_it_rings_or_is_answered_and_once(shown: Shown, when: str, opens: int) -> None:
    shown.settings.set(keys.CUSTOMER_CARD, "https://crm.example/{number}")
    shown.settings.set(keys.CUSTOMER_CARD_OPENS, when)
    seen = []
    for state in (CallState.RINGING, CallState.CONNECTED, CallState.HELD, CallState.CONNECTED):
        shown.call(state, number=KUNDE)
        seen.append(len(shown.opened))
    assert seen == {0: [0, 0, 0, 0], 1: [1, 1, 1, 1], 2: [0, 1, 1, 1]}[opens]
    shown.call(CallState.CONNECTED, name="k2", number=KUNDE, outgoing=True)
    assert len(shown.opened) == seen[-1], "calls one makes open nothing by themselves"


def test_calls_that_last_already_open_nothing_when_the_connection_is_back(shown: Shown) -> None:
    shown.settings.set(keys.CUSTOMER_CARD, "https://crm.example/{number}")
    shown.settings.set(keys.CUSTOMER_CARD_OPENS, "answer")
    shown.session.mirror.calls[CallId("k7")] = views.CallView(
        id=CallId("k7"),
        state=CallState.CONNECTED,
        outgoing=False,
        number=KUNDE,
        started_at=shown.session.now(),
    )
    shown.session.reset.emit()
    shown.call(CallState.CONNECTED, name="k7", number=KUNDE)
    assert shown.opened == []


def test_the_call_bar_says_with_whom_the_caller_spoke_last(shown: Shown, qtbot: QtBot) -> None:
    bar = CallBar(shown.session, shown.actions, shown.cards)
    qtbot.addWidget(bar)
    shown.call(CallState.CONNECTED, number=KUNDE, answered_at=shown.session.now())
    shown.actions.replies[0]([contact("u9", "Sofie Engdal", 1)])
    assert bar.cards[CallId("k1")].accessibleName().endswith("with Sofie Engdal")
    bar.grab()


def test_the_pop_up_of_a_groups_call_says_which_group_is_called(shown: Shown) -> None:
    entries = (TraceEntry(TraceKind.DIALLED, "1002199"), TraceEntry(TraceKind.GROUP, "1002199", "Support"))
    shown.call(CallState.RINGING, number=KUNDE, dialled="1002199", trace=entries)
    shown.call(CallState.RINGING, name="k2", number=KUNDE)
    group, alone = (shown.incoming.toasts[CallId(name)] for name in ("k1", "k2"))
    assert group.group.text() == "To Support" and group.group.isVisible()
    assert group.accessibleName().endswith("To Support")
    assert alone.group.isHidden()


def test_a_group_is_told_by_the_number_that_was_called_where_the_way_is_not_known(shown: Shown) -> None:
    shown.session.take(GroupView(id=GroupId("g"), local_number="1002199", name="Support"), "")
    shown.call(CallState.RINGING, number=KUNDE, dialled="1002199")
    assert shown.incoming.toasts[CallId("k1")].group.text() == "To Support"
