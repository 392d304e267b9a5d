"""A third make of phone, Linphone: what the others do between them, with a menu, and over a line (spec 12.1, 12.1a).

All of its scenarios are in `tests.soak.linphone`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.pbx.telephony.sip import office
from tests.soak.linphone import SCENARIOS
from tests.support.linphone import LinPhone

pytestmark = [
    pytest.mark.phones,
    pytest.mark.skipif(shutil.which("linphonec") is None, reason="linphone-cli is not installed"),
]


@pytest.mark.parametrize(
    "scenario",
    [
        "test_hold_and_resume_are_seen_and_heard",
        "test_attended_transfer_by_the_api",
        "keys_are_heard_by_a_menu",
        "test_calls_out_and_in_with_sound_both_ways",
    ],
)
async def test_linphone_does_what_the_other_makes_do(
    scenario: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for make in ("linphone", "baresip"):  # an office with a line out has the usual make
        monkeypatch.setitem(office.MAKES, make, LinPhone)
    await SCENARIOS[scenario](tmp_path)
