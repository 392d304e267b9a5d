"""What the doors take, told by the types of the wire."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from onepresence_desktop.wire import bodies, commands


@pytest.mark.parametrize(
    ("kind", "rest"),
    [
        (bodies.RingPatch, {}),
        (bodies.DevicePatch, {}),
        (commands.DeviceAdd, {"local_number": "1002101", "kind": "mobile"}),
        (commands.DeviceSet, {"which": "anders"}),
    ],
)
def test_every_door_lets_a_phone_join_in_within_a_minute(kind: type[Any], rest: dict[str, str]) -> None:
    assert msgspec.convert({**rest, "ring_after": 60}, kind).ring_after == 60
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**rest, "ring_after": 61}, kind)
