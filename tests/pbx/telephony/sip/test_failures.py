"""What the engine remembers of phones that try and fail, and of blocks (spec 12.4e)."""

from __future__ import annotations

from onepresence_desktop.domain.doctor import REMEMBERED, Failure
from onepresence_desktop.pbx.telephony.sip.diagnosis import ahead, diagnosed
from onepresence_desktop.pbx.telephony.sip.failures import MOST, MOST_OF_ONE, Failures
from onepresence_desktop.pbx.telephony.sip.guard import FREE_TRIES, MOST_NAMES, WHOLE, Guard
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.test_trunk_calls import Lines

PHONE = "10.0.1.1"


def seen(world: World) -> dict[tuple[str, str], tuple[Failure, int]]:
    return {key: (one.failure, one.tries) for key, one in world.engine.failures.seen().items()}


def guess(world: World, tries: int, user: str = "") -> None:
    """The first phone registers with a wrong password."""
    phone = world.phones[0]
    right, phone.password = phone.password, "wrong"
    name, phone.name = phone.name, user or phone.name
    for _ in range(tries):
        phone.register()
        world.clock.run(2)
    phone.password, phone.name = right, name


def test_a_wrong_password_is_remembered_until_the_right_one_is_given() -> None:
    world = World(1)
    user = world.phones[0].name
    guess(world, 2)
    assert seen(world) == {(PHONE, user): (Failure.WRONG_PASSWORD, 2)}
    world.phones[0].register()
    world.clock.run(2)
    assert seen(world) == {}


def test_who_is_blocked_is_shown_and_let_in_again_and_blocked_by_the_next_guess() -> None:
    world = World(1)
    user = world.phones[0].name
    guess(world, FREE_TRIES + 1)
    assert seen(world)[(PHONE, user)][0] is Failure.BLOCKED
    engine = world.engine
    told = diagnosed(engine.clock.time, engine.failures, engine.guard, [("udp", "127.0.0.1", 5060, True)])
    assert [(one.address, one.user) for one in told.blocks] == [(PHONE, user)]
    assert told.sources[0].blocked_until == told.blocks[0].until and told.ports[0].local
    assert engine.guard.unblock(PHONE, user) == 1 and not engine.guard.blocked()
    guess(world, 1)
    assert engine.guard.locked(PHONE, user)
    engine.guard.unblock(PHONE, None)
    world.phones[0].register()
    world.clock.run(2)
    assert not engine.guard.blocked() and seen(world) == {}


def test_a_user_whom_nobody_has_is_told_apart_from_a_wrong_password() -> None:
    world = World(1)
    guess(world, 1, user="ghost")
    assert seen(world) == {(PHONE, "ghost"): (Failure.UNKNOWN_USER, 1)}


def test_one_address_that_guesses_at_many_users_is_blocked_as_a_whole_unless_a_phone_has_proved_itself_there() -> None:
    guard = Guard(lambda: 0.0)
    guard.proved("10.0.0.9", "good")
    for source in ("10.0.0.8", "10.0.0.9"):
        for number in range(MOST_NAMES):
            for attempt in range(FREE_TRIES):
                guard.failed(source, f"u{number}", f"{number} {attempt}")
    assert guard.locked("10.0.0.8", "another") and not guard.locked("10.0.0.9", "another")
    assert ("10.0.0.8", WHOLE) in guard.blocked() and ("10.0.0.9", WHOLE) not in guard.blocked()
    assert guard.unblock("10.0.0.8", None) == MOST_NAMES + 1 and not guard.locked("10.0.0.8", "another")


def test_names_and_addresses_that_are_made_up_do_not_fill_memory_and_a_day_is_enough() -> None:
    now = 0.0
    failures = Failures(lambda: now)
    for number in range(MOST_OF_ONE + 5):
        failures.note("10.0.0.1", f"u{number}", "", Failure.UNKNOWN_USER)
    assert len(failures.seen()) == MOST_OF_ONE + 1 and failures.seen()[("10.0.0.1", "")].tries == 5
    for number in range(MOST + 10):
        failures.note(f"10.1.{number // 250}.{number % 250}", "u", "x" * 1000, Failure.STRANGER)
    assert len(failures.seen()) == MOST and all(len(one.agent) < 100 for one in failures.seen().values())
    now = REMEMBERED.total_seconds() + 1
    assert failures.seen() == {}


def test_a_provider_tells_what_our_address_and_clock_look_like_from_outside() -> None:
    lines = Lines()
    (trunk,) = lines.world.engine.trunks._trunks.values()
    assert trunk.flow is not None
    trunk.their_time = ("Tue, 24 Nov 2026 10:00:00 GMT", 0.0)
    off = ahead(lines.world.engine.clock.time, trunk.their_time)
    assert off is not None and ahead(lines.world.engine.clock.time, ("soon", 0.0)) is None
    (state,) = lines.world.engine.trunks.states().values()
    assert state.since is not None and state.own == f"{trunk.flow.local[0]}:{trunk.flow.local[1]}"
    lines.end()
