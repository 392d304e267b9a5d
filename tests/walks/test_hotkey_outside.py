"""A number outside, marked in a text: the key left of 1 rings the desk phone, then the phone outside (spec 4.1,
12.1a).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.employee import Employee, at_work
from tests.support.hearing import hears
from tests.support.programs import editor
from tests.support.town import Town
from tests.support.waiting import eventually
from tests.walks.test_hotkey_day import CTRL, LEFT_OF_ONE, rings

pytestmark = [pytest.mark.phones, pytest.mark.screen]

OUTSIDE, DIRECT = "+4533123456", "+4570102101"
"""The number in the text, and Anders' own, which is shown there."""


async def test_a_number_outside_marked_in_a_text_rings_the_desk_phone_and_then_outside(
    tmp_path: Path,
) -> None:
    async with Town(tmp_path, [OUTSIDE]) as town:
        admin = await town.office.client("1002101")
        people = {one["local_number"]: one["id"] for one in await admin("GET", "/v1/people")}
        await admin("PATCH", f"/v1/people/{people['1002101']}", {"one_number": DIRECT})
        desk_phone, outside = await town.office.phone("1002101", seconds=120), town.outside[OUTSIDE]
        anders = Employee(tmp_path / "anders", town.office.service.url, "1002101", cancel_seconds=0)
        async with at_work(anders):
            window = editor(anders, "Hotel Kontoret: +45 33 12 34 56")
            await rings(anders, (CTRL, LEFT_OF_ONE), desk_phone, 0)
            assert anders.hands("getactivewindow") == window, "the text is still in front"
            assert not outside.seen("CALL_INCOMING"), "one lifts first"
            await desk_phone.accept()
            await outside.until("CALL_INCOMING")
            assert DIRECT in outside.last("CALL_INCOMING")["peeruri"]
            anders.picture("rings-outside")
            await outside.accept()
            await desk_phone.until("CALL_ESTABLISHED")
            await eventually(lambda: hears(desk_phone, outside.says) >= 0.99, every=0.5)
            await eventually(lambda: hears(outside, desk_phone.says) >= 0.99, every=0.5)
            anders.picture("talking")
            await desk_phone.hang_up()
            await outside.until("CALL_CLOSED")
