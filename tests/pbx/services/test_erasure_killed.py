"""An erasure that is killed (-9) at any point: nothing of it was done, or the next start does the rest of it."""

from __future__ import annotations

import asyncio
import contextlib
import io
import random
import shutil
import sys
import wave
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from onepresence_desktop.domain.calls import CallId, CallRecord, Cause, Direction, Party
from onepresence_desktop.domain.people import CustomerId, UserId
from tests.pbx.office import running
from tests.support.service import ROOT, Service
from tests.support.waiting import eventually

NAME = "Mathilde Vindfløj-Ravnsborg"
NUMBER = "1002102"
KNOWN_BY = (NAME, NUMBER, "+4533122102", "+4520447718", "mathilde@vindfloej.example")
PLACES = [
    ("after", "store.erasing:ErasingRepository.erase", False),
    ("before", "store.recordings:FileRecordings.remove", True),
    ("after", "store.sql:SqlStore.forget_for_good", True),
]
"""Where it is killed, and whether the erasure was committed by then."""

VOICES = {name: random.Random(name).randbytes(16_000) for name in ("heard by her", "her own", "another's")}
"""Sounds of a second; another's is what somebody else said to Anders."""


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A company's folder with what lies there of her: messages to and from her, and a call in a colleague's history."""
    data = tmp_path_factory.mktemp("firm") / "data"
    asyncio.run(remembered(data))
    return data


async def remembered(data: Path) -> None:
    async with running(data) as office:
        customer = CustomerId(await office.company())
        anders = UserId(await office.person("1002101", "Anders", role="administrator"))
        mathilde = UserId(await office.person(NUMBER, NAME))
        known = {"one_number": KNOWN_BY[2], "mobile": KNOWN_BY[3], "email": KNOWN_BY[4]}
        administrator = await office.caller("1002101")
        assert (await administrator.patch(f"/v1/people/{mathilde}", known)).status_code == 200
        left = {
            "heard by her": (mathilde, Party("+4533123456", "Marianne")),
            "her own": (anders, Party(NUMBER, NAME)),
            "another's": (anders, Party("+4533123456", "Marianne")),
        }
        for voice, (owner, caller) in left.items():
            message_id, path = await office.service.mailbox.new_draft(owner)
            path.write_bytes(wav(VOICES[voice]))
            await office.service.mailbox.deposit(owner, message_id, caller, 1.0)
        now, took = office.clock.now(), timedelta(seconds=5)
        call = CallRecord("r1", CallId("c1"), anders, Direction.INCOMING, NUMBER, NAME, now, took, Cause.NORMAL)
        async with office.service.store.unit(customer) as unit:
            await unit.history.put(call)


def wav(samples: bytes) -> bytes:
    whole = io.BytesIO()
    with wave.open(whole, "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(samples)
    return whole.getvalue()


def found_in(data: Path) -> list[str]:
    """In which files something of her is."""
    marks = {word: word.encode() for word in KNOWN_BY}
    marks |= {voice: VOICES[voice][2000:2400] for voice in ("heard by her", "her own")}
    found = []
    for path in sorted(data.rglob("*")):
        with contextlib.suppress(FileNotFoundError):  # one is replaced while others are read
            content = path.read_bytes() if path.is_file() else b""
            found += [f"{path.relative_to(data)}: {what}" for what, mark in marks.items() if mark in content]
    return found


def log_of(service: Service) -> str:
    return "".join(service.errors)


@pytest.mark.parametrize(("when", "place", "committed"), PLACES, ids=lambda value: str(value).rpartition(".")[2])
async def test_an_erasure_that_is_killed_is_not_begun_or_is_finished_by_the_next_start(
    firm: Path, tmp_path: Path, when: str, place: str, committed: bool
) -> None:
    data = shutil.copytree(firm, tmp_path / "data")
    assert {line.partition(": ")[2] for line in found_in(data)} == {*KNOWN_BY, "heard by her", "her own"}
    killer = (sys.executable, str(ROOT / "tests/support/killed_at.py"), when, place)
    service = Service(data, under=killer)
    await asyncio.to_thread(service.start)
    assert service.process is not None
    with service.http(service.token("1002101")) as anders:
        people = {one["local_number"]: one["id"] for one in anders.get("/v1/people").json()}
        with pytest.raises(httpx.TransportError):
            await asyncio.to_thread(anders.post, f"/v1/people/{people[NUMBER]}/erasure")
    assert await asyncio.to_thread(service.process.wait, 60) == -9

    with Service(data) as after, after.http(after.token("1002101")) as anders:
        names = {one["name"] for one in anders.get("/v1/people").json()}
        if not committed:
            assert names == {"Anders", NAME} and len(messages(anders)) == 2, "as if nobody had asked"
            assert anders.post(f"/v1/people/{people[NUMBER]}/erasure").status_code == 204
        else:
            assert names == {"Anders"}
        await eventually(lambda: not found_in(data))
        assert [one["number"] for one in messages(anders)] == ["+4533123456"], "what others left is there"
        (call,) = anders.get("/v1/me/calls").json()
        assert (call["name"], call["number"]) == ("Tidligere kollega", "")
        assert not any(word in log_of(after) for word in KNOWN_BY)
    assert not found_in(data)
    assert not any((data / "recordings" / "aside").glob("*.wav")), "what was hers isn't set aside, either"


def messages(anders: httpx.Client) -> list[dict[str, Any]]:
    return list(anders.get("/v1/me/messages").json())
