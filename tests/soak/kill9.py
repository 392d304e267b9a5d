"""`kill -9` of the real service at random moments while people change things: nothing acknowledged may be missing.

Each round: start the service, compare everything with what was acknowledged, let all write at once, kill. Some rounds
kill it while it starts. Prints a line per ten rounds; fails at the first contradiction.
"""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
import tempfile
import threading
import time
import wave
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from onepresence_desktop.domain.messages import Message, MessageId, MessageKind
from onepresence_desktop.pbx.store.recordings import FileRecordings
from onepresence_desktop.pbx.store.sql import SqlStore, url_of
from tests.soak.ledger import Writer
from tests.support.service import ROOT, Service

PEOPLE = 5
MESSAGES = 60
"""Voicemails of each person at the beginning."""

LONGEST = 1.0
"""Seconds of writing before the kill, at most."""


def main(rounds: int = 50, seed: int | None = None) -> dict[str, Any]:
    """All rounds; the figures."""
    seed = random.randrange(1 << 30) if seed is None else seed
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="onepresence-soak-") as folder:
        service = Service(Path(folder) / "data")
        service.start()
        try:
            numbers = service.company(PEOPLE)
            tokens = [service.token(number) for number in numbers]
            service.stop()
            asyncio.run(_leave_messages(service.data, numbers))
            service.start()
            writers = [
                Writer(service.url, token, rng.randrange(1 << 30), administrator=n == 0, code="100")
                for n, token in enumerate(tokens)
            ]
            for writer in writers:
                writer.ledger.settle(writer.read())
            for n in range(1, rounds + 1):
                _round(service, writers, rng, n, seed)
                if n % 10 == 0 or n == rounds:
                    total = sum(writer.ledger.acknowledged for writer in writers)
                    print(f"  {n} kills, {total} acknowledged changes, none missing", flush=True)
        finally:
            if service.process is not None:
                service.kill()
        return {
            "seed": seed,
            "kills": rounds,
            "people": PEOPLE,
            "acknowledged": sum(writer.ledger.acknowledged for writer in writers),
            "missing": 0,
        }


def _round(service: Service, writers: list[Writer], rng: random.Random, n: int, seed: int) -> None:
    problems: list[str] = []

    def run(writer: Writer) -> None:
        try:
            writer.write()
        except Exception as exc:
            problems.append(repr(exc))

    threads = [threading.Thread(target=run, args=(writer,)) for writer in writers]
    for thread in threads:
        thread.start()
    time.sleep(rng.uniform(0.02, LONGEST))
    service.kill()
    for thread in threads:
        thread.join(30)
        assert not thread.is_alive(), "a writer did not notice that the service is gone"
    assert not problems, f"seed {seed}, round {n}: {problems}"
    if n % 5 == 0:
        _kill_while_starting(service, rng.uniform(0.3, 2.5))
    service.start()
    for writer in writers:
        actual = writer.read()
        found = writer.ledger.differences(actual)
        assert not found, f"seed {seed}, round {n}:\n" + "\n".join(found)
        writer.ledger.settle(actual)


def _kill_while_starting(service: Service, after: float) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "onepresence_desktop.pbx", "serve", "--data", str(service.data)]
        + ["--http", "127.0.0.1:0", "--sip", "127.0.0.1:0"],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(after)
    process.kill()
    process.wait()


async def _leave_messages(data: Path, numbers: list[str]) -> None:
    store, recordings = SqlStore(url_of(data)), FileRecordings(data / "recordings")
    await store.open()
    async with store.unit() as unit:
        for number in numbers:
            user = await unit.people.user_by_local_number(number)
            assert user is not None
            for n in range(MESSAGES):
                message_id = MessageId(f"{user.id}-{n:04}")
                with wave.open(str(recordings.draft(message_id)), "wb") as sound:
                    sound.setparams((1, 2, 8000, 0, "NONE", ""))
                    sound.writeframes(bytes(1600))
                await recordings.keep(message_id)
                await unit.messages.put(
                    Message(message_id, user.id, MessageKind.VOICEMAIL, "+4533123456", "", datetime.now(UTC), 0.1)
                )
                await recordings.settle(message_id)
    await store.close()


if __name__ == "__main__":
    print(main(*(int(argument) for argument in sys.argv[1:3])))
