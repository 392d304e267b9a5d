"""The composed presence (spec 2.1 to 2.1b)."""

from itertools import product

import pytest

from onepresence_desktop.domain.presence import ORDER, DeviceState, Presence, compose

S = DeviceState


@pytest.mark.parametrize(
    ("devices", "expected"),
    [
        ([S.IDLE], Presence.AVAILABLE),
        ([S.IDLE, S.UNKNOWN], Presence.AVAILABLE),
        ([S.RINGING, S.ON_CALL], Presence.RINGING),
        ([S.ON_CALL, S.IDLE], Presence.BUSY),
        ([S.ON_HOLD], Presence.BUSY),
        ([S.OFFLINE, S.OFFLINE], Presence.OFFLINE),
        ([S.OFFLINE, S.IDLE], Presence.AVAILABLE),
        ([S.OFFLINE, S.UNKNOWN], Presence.OFFLINE),
        ([S.UNKNOWN], Presence.UNKNOWN),
        ([], Presence.UNKNOWN),
    ],
)
def test_devices_alone_compose_to(devices: list[DeviceState], expected: Presence) -> None:
    assert compose(devices) is expected


def test_the_order_is_the_one_of_the_specification() -> None:
    assert [p.value for p in ORDER] == [
        "ringing",
        "busy",
        "do_not_disturb",
        "diverted",
        "meeting",
        "off_work",
        "offline",
        "available",
        "unknown",
    ]


def test_of_all_that_applies_the_highest_is_shown() -> None:
    for dnd, diverted, meeting, off_work in product([True, False], repeat=4):
        applies = [
            p
            for p, on in [
                (Presence.DO_NOT_DISTURB, dnd),
                (Presence.DIVERTED, diverted),
                (Presence.MEETING, meeting),
                (Presence.OFF_WORK, off_work),
            ]
            if on
        ]
        shown = compose([S.IDLE], do_not_disturb=dnd, diverted=diverted, meeting=meeting, off_work=off_work)
        assert shown is (applies[0] if applies else Presence.AVAILABLE)


def test_a_call_is_shown_even_while_diverted_or_not_to_be_disturbed() -> None:
    assert compose([S.ON_CALL], do_not_disturb=True, diverted=True) is Presence.BUSY
    assert compose([S.RINGING], do_not_disturb=True, diverted=True) is Presence.RINGING


def test_a_diversion_is_shown_even_when_no_phone_is_known() -> None:
    assert compose([], diverted=True) is Presence.DIVERTED
