"""Calls that are asked for, left to the mailbox, or answered, while the window may be hidden."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.commands_registry import CommandRegistry
from onepresence_desktop.desktop.popups.outgoing import OutgoingCalls
from onepresence_desktop.desktop.shell.call_bar import CallBar
from onepresence_desktop.domain.calls import CallId, CallState
from tests.desktop.shell.test_calls_on_screen import Shown
from tests.support.dressing import speak

K1, K2 = CallId("k1"), CallId("k2")


@pytest.fixture
def shown(qapp: object, qtbot: QtBot, tmp_path: Path) -> Iterator[Shown]:
    """A user's calls, in English."""
    made = Shown(tmp_path)
    speak(qapp)  # type: ignore[arg-type]
    yield made
    made.stack.close_all()


def test_a_call_asked_for_with_the_window_hidden_shows_a_pop_up_that_hangs_up(shown: Shown) -> None:
    outgoing = OutgoingCalls(shown.session, shown.actions, shown.stack, lambda: False)
    shown.call(CallState.CALLING, outgoing=True)
    toast = outgoing.toasts[K1]
    assert toast.isVisible()
    assert (toast.title.text(), toast.line.text()) == ("Lift your phone", "Then 33 12 34 56 is called")
    toast.action.click()
    assert shown.actions.asked == [("hang_up", "k1")]


def test_it_goes_once_the_phone_is_lifted_and_never_comes_where_the_window_is_looked_at(shown: Shown) -> None:
    outgoing = OutgoingCalls(shown.session, shown.actions, shown.stack, lambda: False)
    shown.call(CallState.CALLING, outgoing=True)
    shown.call(CallState.RINGING, outgoing=True)
    assert not outgoing.toasts
    looked_at = OutgoingCalls(shown.session, shown.actions, shown.stack, lambda: True)
    shown.call(CallState.CALLING, name="k2", outgoing=True)
    assert not looked_at.toasts


def test_who_leaves_a_message_is_said_to_and_can_be_taken_back(shown: Shown, qtbot: QtBot) -> None:
    bar = CallBar(shown.session, shown.actions, shown.cards)
    qtbot.addWidget(bar)
    bar.show()
    shown.call(CallState.VOICEMAIL, answered_at=shown.session.now() - timedelta(seconds=12))
    card = bar.cards[K1]
    assert card.state_words().startswith("Is leaving a message · 0:1")
    assert not card.take.isHidden() and card.take.text() == "Take the call"
    card.take.click()
    assert shown.actions.asked == [("answer", "k1")]
    shown.call(CallState.CONNECTED)
    assert card.take.isHidden()


def test_a_second_call_stands_above_the_first_which_keeps_its_place(shown: Shown, qtbot: QtBot) -> None:
    bar = CallBar(shown.session, shown.actions, shown.cards)
    qtbot.addWidget(bar)
    shown.call(CallState.CONNECTED)
    shown.call(CallState.CONNECTED, name="k2")
    order = [bar._column.itemAt(place).widget() for place in range(2)]
    assert order == [bar.cards[K2], bar.cards[K1]]


@pytest.mark.parametrize("demo", [True, False])
def test_in_the_demo_alone_a_call_is_answered_on_the_screen_and_says_that_it_is_one(shown: Shown, demo: bool) -> None:
    customer = shown.session.mirror.customer
    assert customer is not None
    shown.session.mirror.customer = structs.replace(customer, demo=demo)
    shown.stack.demo = lambda: demo
    shown.call(CallState.RINGING)
    toast = shown.incoming.toasts[K1]
    assert toast.take.isVisible() == demo
    labels = [label.text() for label in toast.findChildren(type(toast.title))]
    assert any(words.startswith("Demo") for words in labels) == demo
    if demo:
        toast.take.click()
        assert shown.actions.asked == [("answer", "k1")]


def test_a_key_answers_the_first_that_rings_before_one_that_leaves_a_message(shown: Shown) -> None:
    registry = CommandRegistry(shown.session, shown.actions)
    registry.program.answer_keys = lambda: "Ctrl+Alt+B"
    assert registry.find("answer") is None
    shown.call(CallState.RINGING, name="own", outgoing=True)
    assert registry.find("answer") is None
    for name, state in (("speaks", CallState.VOICEMAIL), ("rings", CallState.RINGING), ("last", CallState.RINGING)):
        shown.call(state, name=name)
        command = registry.find("answer")
        assert command is not None and command.global_keys == "Ctrl+Alt+B"
        command.run()
    assert shown.actions.asked == [("answer", "speaks"), ("answer", "rings"), ("answer", "rings")]
