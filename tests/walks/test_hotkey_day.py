"""The main job, end to end: a marked number, the key left of 1, the desk phone rings (spec 4.1 to 4.3, 2.1, 3.1, 3.5).

The service in a process of its own, real phones, the real program on a virtual screen with a window manager and a tray,
a terminal and an editor in front, key codes as a keyboard sends them.
"""

from __future__ import annotations

import asyncio
import contextlib
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.support.employee import BADGE, BUSY, DIVERTED, FREE, RINGING, TRAY, Employee, at_work
from tests.support.exchange import Exchange, heard_in_order, speaks, spoken_time
from tests.support.hearing import hears
from tests.support.phones import Phone, correlation, read_wav, spoken_by
from tests.support.programs import copy, editor, marked, terminal
from tests.support.waiting import eventually

CTRL, SHIFT, LEFT_OF_ONE = "37", "50", "49"
Samples = np.ndarray[Any, Any]
ANDERS, METTE = 0, 2
"""Rows of the list, by name."""
LUNCH = ("1044", "369")
"""In the tray's menu, on the screen."""
POP_UP, TO_VOICEMAIL = (880, 640, 1270, 765), ("975", "728")
"""Of a call that comes in, on the screen; its button."""
MESSAGES, FIRST_MESSAGE, PLAY = (60, 148), (340, 140), (554, 208)
"""In the window."""


def press(person: Employee, *codes: str) -> None:
    for code in codes:
        person.hands("keydown", code)
    for code in reversed(codes):
        person.hands("keyup", code)


async def rings(person: Employee, keys: tuple[str, ...], phone: Phone, since: int) -> None:
    """The keys ring the phone; the INVITE is in its own trace of the wire.

    Pressed once more after half a minute: on a busy machine a layout just chosen, or a mark, may not be there yet.
    """
    press(person, *keys)
    try:
        await phone.until("CALL_INCOMING", since=since, within=30)
    except AssertionError:
        press(person, *keys)
        await phone.until("CALL_INCOMING", since=since)
    assert "INVITE sip:" in phone.log()


@pytest.mark.phones
@pytest.mark.screen
async def test_a_number_marked_in_a_terminal_and_in_an_editor_rings_the_desk_phone_under_three_layouts(
    tmp_path: Path,
) -> None:
    async with Exchange(tmp_path / "exchange") as office:
        desk_phone, target = await office.phone("1002101", seconds=60), await office.phone("1002102", seconds=60)
        anders = Employee(tmp_path / "anders", office.service.url, "1002101", cancel_seconds=0)
        birgit = Employee(tmp_path / "birgit", office.service.url, "1002103")
        async with at_work(birgit, anders):
            await the_day(anders, birgit, desk_phone, target)


async def the_day(anders: Employee, birgit: Employee, desk_phone: Phone, target: Phone) -> None:
    def layout(name: str) -> None:
        subprocess.run(["setxkbmap", name], env=anders.desk.environment, check=True, timeout=60)

    copy(anders, "mine")
    birgit.comes(FREE, birgit.state_of(ANDERS))
    window, typed = await asyncio.to_thread(terminal, anders, "Tlf. 100 2102 (direkte)")
    for name, keys in (("dk", (CTRL, LEFT_OF_ONE)), ("se", (CTRL, SHIFT, LEFT_OF_ONE)), ("us", (CTRL, LEFT_OF_ONE))):
        layout(name)
        since, seen = len(desk_phone.events), len(target.events)
        await rings(anders, keys, desk_phone, since)
        assert anders.hands("getactivewindow") == window
        await desk_phone.accept()
        await target.until("CALL_INCOMING", since=seen)
        await eventually(desk_phone.receives)  # the other end's ringing
        await target.accept()
        await desk_phone.until("CALL_ESTABLISHED", since=since)
        if name == "dk":
            await eventually(lambda: hears(desk_phone, target.says) > 0.99, every=0.3)
            await eventually(lambda: hears(target, desk_phone.says) > 0.99, every=0.3)
            for row in (ANDERS, METTE):
                await asyncio.to_thread(birgit.comes, BUSY, birgit.state_of(row))
            birgit.picture("busy")
            anders.picture("talking")
        await desk_phone.hang_up()
        await target.until("CALL_CLOSED", since=seen)
        await desk_phone.until("CALL_CLOSED", since=since)
        await asyncio.to_thread(birgit.comes, FREE, birgit.state_of(ANDERS))
    assert typed.read_bytes() == b""

    note = "Ring til Mette, lok. 2102, om fakturaen"
    window = await asyncio.to_thread(editor, anders, note)
    for name, keys in (("dk", (CTRL, SHIFT, LEFT_OF_ONE)), ("se", (CTRL, LEFT_OF_ONE)), ("us", (CTRL, LEFT_OF_ONE))):
        layout(name)
        since = len(desk_phone.events)
        await rings(anders, keys, desk_phone, since)
        assert anders.hands("getactivewindow") == window
        await desk_phone.hang_up()
        await desk_phone.until("CALL_CLOSED", since=since)
    # The editor marks a changed text in its title, and what was marked in it is so still.
    title = anders.hands("getwindowname", window)
    assert "note.txt" in title and "*" not in title and marked(anders) == note
    assert anders.desk.clipboard() == "mine"


@pytest.mark.phones
@pytest.mark.screen
async def test_lunch_from_the_trays_menu_leads_to_the_mailbox_and_back_although_the_service_was_restarted(
    tmp_path: Path,
) -> None:
    async with Exchange(tmp_path / "exchange") as office:
        api = await office.client("1002102")
        caller, desk_phone = await office.phone("1002101", seconds=60), await office.phone("1002102", seconds=60)
        mette = Employee(tmp_path / "mette", office.service.url, "1002102", sound=True, language="da")
        birgit = Employee(tmp_path / "birgit", office.service.url, "1002103")
        async with at_work(birgit, mette):
            await the_lunch(office, api, mette, birgit, caller, desk_phone)


async def read(api: Any) -> bool:
    """Whether the newest message counts as heard."""
    found = await api.messages()
    return bool(found and found[0]["read"])


async def comes_out_whole(person: Employee, said: Samples) -> bool:
    """Whether a message that is played is heard in one piece, to its end."""
    assert person.loudspeaker is not None
    loudspeaker = person.loudspeaker
    try:
        within = len(said) / 8000 + 3
        await eventually(lambda: correlation(said, read_wav(loudspeaker.heard()))[0] >= 0.99, within=within, every=0.5)
    except AssertionError:
        return False
    return True


async def the_lunch(
    office: Exchange, api: Any, mette: Employee, birgit: Employee, caller: Phone, desk_phone: Phone
) -> None:
    mette.hands("mousemove", "1266", "787", "click", "3")
    await asyncio.to_thread(mette.desk.menu)
    mette.hands("mousemove", *LUNCH, "sleep", "0.5", "click", "1")
    await asyncio.to_thread(mette.comes, DIVERTED, TRAY)
    await asyncio.to_thread(birgit.comes, DIVERTED, birgit.state_of(METTE))
    birgit.picture("diverted")
    lunch = (await api("GET", "/v1/me/diversions"))["current"][0]
    until = datetime.fromisoformat(lunch["until"])
    assert 25 * 60 < (until - datetime.now(UTC)).total_seconds() < 31 * 60

    await caller.dial("2102")
    await caller.until("CALL_ESTABLISHED")
    reason = f"Mette Lundgård er til frokost, tilbage {spoken_time(until)}."
    after = "Læg en besked efter tonen. Afslut med firkant."
    await heard_in_order(
        office, caller, ("da", "Velkommen. Du har ringet til Mette Lundgård."), ("da", reason), ("da", after)
    )
    await speaks(office, 3)
    await caller.hang_up()
    await asyncio.to_thread(mette.comes, BADGE, TRAY, least=8, near=8)
    assert not desk_phone.seen("CALL_INCOMING")
    mette.desk.click(mette.window, *MESSAGES)
    mette.desk.click(mette.window, *FIRST_MESSAGE)
    mette.desk.click(mette.window, *PLAY)
    mette.picture("message")
    await eventually(lambda: read(api), every=0.2)
    message = (await api.messages())[0]
    left = mette.folder / "left.wav"
    left.write_bytes(await api("GET", f"/v1/me/messages/{message['id']}/recording"))
    said = read_wav(left)
    assert len(said) > 2 * 8000 and correlation(said[800:-800], spoken_by(caller))[0] >= 0.99
    for _ in range(10):
        if await comes_out_whole(mette, said):
            break
        mette.desk.click(mette.window, *PLAY)  # a busy machine left a gap, and one listens again
    else:
        raise AssertionError("the message did not come out of the loudspeaker as it was left")

    for seconds in (30, 90, 270):  # more than a restart takes, also on a busy machine
        soon_over = datetime.now(UTC) + timedelta(seconds=seconds)
        await api("PATCH", f"/v1/me/diversions/{lunch['id']}", {"until": soon_over.isoformat()})
        await asyncio.to_thread(office.service.stop)
        await asyncio.to_thread(office.service.start)
        with contextlib.suppress(AssertionError):
            within = (soon_over - datetime.now(UTC)).total_seconds()
            # No longer greyed: connected again.
            await asyncio.to_thread(birgit.comes, DIVERTED, birgit.state_of(METTE), within=within)
            break
        lunch = await api("POST", "/v1/me/diversions", {"preset": "lunch"})
    else:
        raise AssertionError("the diversion was not seen after the restart")
    await asyncio.to_thread(birgit.goes, DIVERTED, birgit.state_of(METTE), within=300)
    assert datetime.now(UTC) > soon_over - timedelta(seconds=1)
    for phone in (caller, desk_phone):
        # After a restart phones are known again when they next register; these are switched off and on.
        await phone.stop()
        await phone.start()
    await asyncio.to_thread(birgit.comes, FREE, birgit.state_of(METTE))
    mette.picture("back")
    window, typed = await asyncio.to_thread(terminal, mette, "noget andet")
    rung = len(caller.events)
    await caller.dial("2102")
    await desk_phone.until("CALL_INCOMING")
    await asyncio.to_thread(mette.comes, RINGING, POP_UP)
    mette.picture("called")
    mette.desk.type("x")
    await eventually(lambda: typed.read_bytes() == b"x")
    assert mette.hands("getactivewindow") == window
    mette.hands("mousemove", *TO_VOICEMAIL, "click", "1")
    await caller.until("CALL_ESTABLISHED", since=rung)
