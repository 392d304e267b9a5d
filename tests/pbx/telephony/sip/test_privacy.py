"""A phone that asks not to be shown isn't (RFC 3323, RFC 3325), wherever the call goes in the company."""

from __future__ import annotations

import pytest

from onepresence_desktop.pbx.ports import MenuReached
from tests.pbx.telephony.sip.simulated import World

WISHES = [("id", True), ("user;id", True), ("Full", True), ("none", False), ("", False), ("session", False)]


@pytest.mark.parametrize(("wish", "hidden"), WISHES)
def test_the_called_phone_is_told_who_calls_unless_they_ask_not_to_be_shown(wish: str, hidden: bool) -> None:
    world = World(2)
    world.phones[0].dial("2102", headers=[("privacy", wish)] if wish else [])
    world.clock.run(3)
    (invite,) = world.phones[1].requests("INVITE")
    assert (invite.from_.parsed().host == "anonymous.invalid") is hidden
    assert invite.has("p-asserted-identity") is not hidden and (invite.get("privacy") == "id") is hidden
    assert (b"1002101" in invite.encode() or b"P0" in invite.encode()) is not hidden
    caller = world.progress()[-1].caller
    assert (caller.user_id, caller.hidden) == ("p0", hidden)


def test_a_phone_that_writes_itself_anonymous_is_hidden_too() -> None:
    world = World(2)
    phone = world.phones[0]
    build = phone._build

    def anonymous(method: str, uri: str, local: str, *more: object) -> object:
        return build(method, uri, local.replace("<sip:s-p0@10.0.0.1>", "<sip:anonymous@anonymous.invalid>"), *more)  # type: ignore[arg-type]

    phone._build = anonymous  # type: ignore[method-assign,assignment]
    dialog = phone.dial("2102")
    world.clock.run(3)
    assert dialog.talking and world.progress()[-1].caller.hidden
    assert not world.phones[1].requests("INVITE")[0].has("p-asserted-identity")


def test_a_mailbox_knows_that_its_caller_is_hidden() -> None:
    world = World(2)
    world.phones[1].manner = [(0.1, "busy")]
    world.phones[0].dial("2102", headers=[("privacy", "id")])
    world.clock.run(1)
    (reached,) = [event for event in world.events if isinstance(event, MenuReached)]
    assert reached.caller.hidden


def test_a_code_hides_the_caller_for_one_call_and_shows_who_is_usually_hidden() -> None:
    world = World(2)
    first = world.phones[0].dial("*31*2102")
    world.clock.run(3)
    world.phones[0].hang_up(first)
    world.clock.run(1)
    world.phones[0].dial("#31*2102", headers=[("privacy", "id")])
    world.clock.run(3)
    hidden, shown = world.phones[1].requests("INVITE")
    assert hidden.get("privacy") == "id" and not shown.has("privacy")
    assert "1002101" in shown.get("p-asserted-identity") and b"1002101" not in hidden.encode()
    assert world.progress()[-1].callee.user_id == "p1" and world.progress()[-1].dialled == "2102"
