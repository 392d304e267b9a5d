"""Voicemail as text: by a program that gets the recording, kept with the message, mailed and never waited for."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import wave
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain.calls import Party
from onepresence_desktop.domain.errors import Invalid, Unavailable
from onepresence_desktop.domain.outgoing import Outgoing
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.pbx.transcription import CommandTranscriber, Transcription, transcription
from onepresence_desktop.wire import commands as wire
from tests.pbx.office import As, Running, running
from tests.support.waiting import PATIENCE, eventually

WORDS = "import sys, wave; w = wave.open(sys.argv[1]); print('Ring mig op', w.getnframes(), sys.argv[2])"
LENGTH = "import sys; print(len(sys.stdin.buffer.read()))"


def by_python(program: str, *arguments: str, seconds: float = 60) -> Transcription:
    return Transcription((sys.executable, "-c", program, *arguments), seconds)


async def left(office: Running, user_id: str) -> str:
    """A voicemail of a second; its id."""
    message_id, path = await office.service.mailbox.new_draft(UserId(user_id))
    with wave.open(str(path), "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(16000))
    await office.service.mailbox.deposit(UserId(user_id), message_id, Party("+4533123456", "Karen"), 1.0)
    return str(message_id)


async def text_of(who: As, message_id: str) -> str:
    messages = (await who.get("/v1/me/messages")).json()
    return str(next(one for one in messages if one["id"] == message_id)["text"])


async def mail_of(office: Running, message_id: str) -> Outgoing:
    async with office.service.store.reading() as unit:
        found = await unit.outbox.get(f"{message_id}-mail")
    assert found is not None
    return found


async def mette(office: Running) -> tuple[str, As]:
    """Somebody who is told of voicemail by mail."""
    await office.company()
    await office.person("1002100", "Berit", role="administrator")
    user_id = await office.person("1002101", "Mette")
    berit, own = await office.caller("1002100"), await office.caller("1002101")
    assert (await berit.patch(f"/v1/people/{user_id}", {"email": "mette@firma.example"})).status_code == 200
    options = {"language": "da", "email": True}
    assert (await own.put("/v1/me/voicemail", options)).status_code < 300
    return user_id, own


async def test_what_is_heard_stands_with_the_message_and_in_the_mail_as_a_programs(tmp_path: Path) -> None:
    async with running(tmp_path, transcription=by_python(WORDS, "{file}", "{language}")) as office:
        user_id, own = await mette(office)
        message_id = await left(office, user_id)
        said = "Ring mig op 8000 da"
        assert await eventually(lambda: text_of(own, message_id)) == said
        mail = await mail_of(office, message_id)
        assert f"program hørt beskeden, og det kan tage fejl:\n\n{said}\n" in mail.text
        assert mail.next_try <= office.clock.now() + timedelta(minutes=30)
        assert (await own.patch(f"/v1/me/messages/{message_id}", {"read": True})).json()["text"] == said


async def test_a_program_that_fails_takes_neither_message_nor_mail_along(tmp_path: Path) -> None:
    async with running(tmp_path, transcription=by_python("import sys; print('half'); sys.exit(3)")) as office:
        user_id, own = await mette(office)
        message_id = await left(office, user_id)
        held = office.clock.now() + timedelta(seconds=120)

        async def let_go() -> bool:
            return (await mail_of(office, message_id)).next_try != held

        await eventually(let_go)
        assert await text_of(own, message_id) == ""
        assert "program" not in (await mail_of(office, message_id)).text


SCRIPT = """#!/bin/sh
head -c 4 "$1" | grep -q RIFF || exit 2
echo $$ > "$2.begun"; mv "$2.begun" "$2.pid"
while [ -e "$2" ]; do sleep 0.1; done
echo "Karen ringede, $(wc -c < "$1" | tr -d ' ') byte"
"""


async def test_what_a_stopped_service_was_hearing_ends_with_it_and_is_heard_after_the_next_start(
    tmp_path: Path,
) -> None:
    script, busy, pid = tmp_path / "hear", tmp_path / "busy", tmp_path / "busy.pid"
    script.write_text(SCRIPT)
    script.chmod(0o755)
    busy.touch()
    by_script = Transcription((str(script), "{file}", str(busy)), 3600)
    async with running(tmp_path / "data", transcription=by_script) as office:
        user_id, own = await mette(office)
        message_id = await left(office, user_id)
        await eventually(pid.exists)
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)
    busy.unlink()
    async with running(tmp_path / "data", transcription=by_script) as office:
        own = await office.caller("1002101")
        said = "Karen ringede, 16044 byte"
        assert await eventually(lambda: text_of(own, message_id)) == said
        assert said in (await mail_of(office, message_id)).text


async def test_nothing_is_written_out_unless_a_program_is_named(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        user_id, own = await mette(office)
        message_id = await left(office, user_id)
        assert "program" not in (await mail_of(office, message_id)).text
        assert await text_of(own, message_id) == ""


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "a.wav"
    path.write_bytes(bytes(5000))
    return path


async def test_a_recording_comes_on_standard_input_where_no_file_is_asked_for(recording: Path) -> None:
    assert (await CommandTranscriber(by_python(LENGTH)).text(recording, "sv")).strip() == "5000"


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        (by_python("import time; time.sleep(600)", seconds=1), "time_out"),
        (by_python("while True: print('x' * 9000)"), "too_large"),
        (by_python("raise SystemExit(2)"), "exit 2"),
        (by_python("import sys; sys.stdout.buffer.write(bytes(range(256)))"), "not_text"),
        (by_python("print('x' * 2**20)"), "too_large"),
        (Transcription(("/nowhere/hear",)), "No such file or directory"),
    ],
)
async def test_a_program_is_given_up_and_ended(recording: Path, settings: Transcription, why: str) -> None:
    with pytest.raises(Unavailable) as refused:
        await CommandTranscriber(settings).text(recording, "da")
    assert why in str(refused.value.details["detail"])


OUT_OF_REACH = """
import os, subprocess, sys, time
left = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
open(sys.argv[1] + ".pid", "w").write(str(left.pid))
time.sleep(600)
"""
"""Something of its own with its output, which doesn't end with it."""


async def test_a_program_that_leaves_something_behind_is_waited_for_no_longer_than_others(recording: Path) -> None:
    settings = Transcription((sys.executable, "-c", OUT_OF_REACH, "{file}"), seconds=600)
    pid = Path(f"{recording}.pid")
    asked = asyncio.create_task(CommandTranscriber(settings).text(recording, "da"))
    await eventually(lambda: pid.exists() and pid.read_text())
    try:
        asked.cancel()
        done, _ = await asyncio.wait([asked], timeout=PATIENCE)
        assert done and asked.cancelled()
    finally:
        os.kill(int(pid.read_text()), signal.SIGKILL)


@pytest.mark.parametrize(
    ("table", "field", "problem"),
    [
        ("hear", "transcription", "wrong_type"),
        ({}, "transcription.command", "missing"),
        ({"command": "hear {file}"}, "transcription.command", "wrong_type"),
        ({"command": ["hear"], "seconds": 0}, "transcription.seconds", "out_of_range"),
        ({"command": ["hear"], "seconds": "1"}, "transcription.seconds", "wrong_type"),
        ({"command": ["hear"], "model": "x"}, "transcription.model", "unknown_setting"),
    ],
)
def test_a_wrong_setting_is_named(table: Any, field: str, problem: str) -> None:
    with pytest.raises(Invalid) as refused:
        transcription(table)
    assert refused.value.details == {"field": field, "problem": problem}


def test_a_command_is_a_list_with_its_time() -> None:
    assert transcription({"command": ["hear", "{file}"]}) == Transcription(("hear", "{file}"), 120.0)


async def transcription_findings(office: Running) -> list[tuple[str, str, str]]:
    """Code, severity and what became of the last recording."""
    report = await office.command(wire.Diagnose())
    found = (one for one in report["findings"] if one["code"].startswith("transcription"))
    return [(one["code"], one["severity"], one["values"]["said"]) for one in found]


async def test_the_doctor_tells_of_a_program_that_fails_until_it_hears_again(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.touch()
    program = "import os, sys; sys.exit(3) if os.path.exists(sys.argv[1]) else print('Ring')"
    async with running(tmp_path / "data", transcription=by_python(program, str(broken))) as office:
        user_id, own = await mette(office)
        assert await transcription_findings(office) == [("transcription_good", "good", "")]

        async def told() -> list[tuple[str, str, str]]:
            return [one for one in await transcription_findings(office) if one[1] != "good"]

        await left(office, user_id)
        assert await eventually(told) == [("transcription_failed", "warning", "exit 3")]
        for _ in range(2):
            await left(office, user_id)

        async def lasts() -> bool:
            return await transcription_findings(office) == [("transcription_failed", "error", "exit 3")]

        await eventually(lasts)
        broken.unlink()
        message_id = await left(office, user_id)
        assert await eventually(lambda: text_of(own, message_id)) == "Ring"
        assert await transcription_findings(office) == [("transcription_good", "good", "")]


async def test_the_doctor_tells_of_a_program_that_is_not_there_before_anybody_leaves_a_message(tmp_path: Path) -> None:
    nowhere = Transcription((str(tmp_path / "whisper"), "{file}"))
    async with running(tmp_path / "data", transcription=nowhere) as office:
        await office.company()
        assert await transcription_findings(office) == [("transcription_missing", "error", "")]
    async with running(tmp_path / "other") as office:
        await office.company()
        assert await transcription_findings(office) == [], "without one, nothing is said of it"
