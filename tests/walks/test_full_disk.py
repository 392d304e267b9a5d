"""A disk that fills while a caller speaks: he hears why it ends, the owner gets what was said so far and sees why."""

from __future__ import annotations

import asyncio
import contextlib
import io
import os
import shutil
import subprocess
import threading
import wave
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.employee import BADGE, TRAY, Employee, at_work
from tests.support.exchange import Exchange, heard_in_order
from tests.support.own_network import NOT_ALLOWED
from tests.support.phones import Phone, correlation, read_wav, spoken_by
from tests.support.waiting import eventually
from tests.walks.test_voicemail import AFTER_THE_TONE, left_one

pytestmark = [pytest.mark.phones, pytest.mark.screen]

MIB = 16
APOLOGY = "Beklager, der kan ikke optages mere. Ring venligst igen senere."
MESSAGES, FIRST_MESSAGE = (60, 148), (340, 140)
"""In the window."""
BAND, BAND_AREA = (0xFE, 0xF4, 0xD6), (520, 280, 970, 360)
"""The colour of a warning, and where the window has it when a message was cut short."""

SMALL_DISK = f"""
cp -a "$0" "$0.whole"
mount -t tmpfs -o size={MIB}m tmpfs "$0"
cp -a "$0.whole/." "$0"
exec "$@"
"""


def on_a_small_disk(data: Path) -> tuple[str, ...]:
    """The command line that runs a service whose data folder is a disk of its own."""
    as_root = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    return ("unshare", "--mount", *as_root, "sh", "-e", "-c", SMALL_DISK, str(data))


def can_mount(folder: Path) -> bool:
    (folder / "try").mkdir()
    return subprocess.run([*on_a_small_disk(folder / "try"), "true"], capture_output=True).returncode == 0


def fill(filler: Path, ended: threading.Event) -> None:
    """Leave no room until ended, whatever gives some back: a log that is cleared, a file that was not written whole.

    What the service holds in reserve is for it alone: once that is given back, nothing more is taken.
    """
    with open(filler, "wb", buffering=0) as file:
        while not ended.wait(0.01):
            with contextlib.suppress(OSError):
                while any(filler.parent.glob("**/reserve")):
                    file.write(bytes(65536))


@contextlib.asynccontextmanager
async def filled(data: Path) -> AsyncIterator[None]:
    """Meanwhile the disk of the data folder is full, and so it is left."""
    ended = threading.Event()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(asyncio.to_thread(fill, data / "filler", ended))
        try:
            await eventually(lambda: shutil.disk_usage(data).free == 0)
            yield
        finally:
            ended.set()


def seen_by(mette: Employee) -> None:
    """She opens her inbox and the new message."""
    mette.comes(BADGE, TRAY, least=8, near=8)
    mette.picture("told")
    mette.desk.click(mette.window, *MESSAGES)
    mette.desk.click(mette.window, *FIRST_MESSAGE)
    left, top = mette.corner()
    mette.comes(BAND, (left + BAND_AREA[0], top + BAND_AREA[1], left + BAND_AREA[2], top + BAND_AREA[3]), least=5000)
    mette.picture("cut-short")


@contextlib.asynccontextmanager
async def small_office(folder: Path) -> AsyncIterator[tuple[Exchange, Phone, Path, Employee]]:
    """On a small disk: a caller's phone, the data folder as seen from here, and Mette, signed in at her screen."""
    async with Exchange(folder) as office:
        caller = await office.phone("1002101", seconds=60)
        await caller.stop()
        office.service.stop()
        office.service._under = on_a_small_disk(office.service.data)
        office.service.start()
        await caller.start()
        assert office.service.process is not None
        data = office.service.data = Path(f"/proc/{office.service.process.pid}/root{office.service.data}")
        screen = Employee(folder / "screen", office.service.url, "1002102", language="da")
        async with at_work(screen):
            yield office, caller, data, screen


async def test_the_caller_hears_an_apology_and_the_owner_gets_what_was_said_so_far_and_sees_why(tmp_path: Path) -> None:
    if not can_mount(tmp_path):
        pytest.skip(NOT_ALLOWED)
    async with small_office(tmp_path) as (office, caller, data, screen):
        mette = await office.client("1002102")
        await mette("PUT", "/v1/me/voicemail", {"language": "da", "second_language": None, "reception": False})
        stream = await office.follow(mette)
        await caller.dial("2102")
        await caller.until("CALL_ESTABLISHED")
        await heard_in_order(office, caller, ("da", AFTER_THE_TONE))
        await eventually(lambda: any(draft.stat().st_size > 40_000 for draft in data.glob("**/drafts/*.wav")))
        async with filled(data):
            await heard_in_order(office, caller, ("da", AFTER_THE_TONE), ("da", APOLOGY))
        await caller.until("CALL_CLOSED")
        message = await left_one(mette)
        assert message["cut_short"] == "disk_full"  # and so the owner is told
        sound = await mette("GET", f"/v1/me/messages/{message['id']}/recording")
        with wave.open(io.BytesIO(sound)) as recording:
            assert abs(recording.getnframes() / 8000 - message["seconds"]) < 0.1 and message["seconds"] > 2
        left = tmp_path / "left.wav"
        left.write_bytes(sound)
        assert correlation(read_wav(left)[800:-800], spoken_by(caller))[0] >= 0.99
        told = await eventually(lambda: [event for _, name, event in stream.events if name == "message"])
        assert told == [message]
        errors = office.service.errors

        def warned() -> list[str]:
            return [line for line in [*errors] if "WARNING" in line and "disk_full: call " in line]

        assert len(await eventually(warned)) == 1, "".join(errors)
        await asyncio.to_thread(seen_by, screen)
        (data / "filler").unlink()
        takes = len(caller.heard())
        await caller.dial("2102")  # and with room again all is as before
        await heard_in_order(office, caller, ("da", AFTER_THE_TONE), takes=takes)
        await eventually(lambda: any(draft.stat().st_size > 40_000 for draft in data.glob("**/drafts/*.wav")))
        await caller.hang_up()
        assert (await left_one(mette, known=1))["cut_short"] is None
        office.service.errors.clear()  # the disk was told of


async def test_whose_call_meets_a_full_disk_hears_an_apology_although_no_word_was_ever_said(tmp_path: Path) -> None:
    if not can_mount(tmp_path):
        pytest.skip(NOT_ALLOWED)
    async with small_office(tmp_path) as (office, caller, data, _):
        mette = await office.client("1002102")
        async with filled(data):
            await caller.dial("2102")
            await heard_in_order(office, caller, ("da", APOLOGY))
        await caller.until("CALL_CLOSED")
        await eventually(lambda: not list(data.glob("**/drafts/*")) and not list(data.glob("**/*.part")))
        assert await mette.messages() == []
        errors = office.service.errors
        await eventually(lambda: any("WARNING" in line and "disk_full: call " in line for line in [*errors]))
        (data / "filler").unlink()

        async def missed() -> bool:
            return any(record["voicemail"] for record in await mette("GET", "/v1/me/calls"))

        await eventually(missed, every=0.2)  # the owner learns of him as soon as it can be written
        office.service.errors.clear()
