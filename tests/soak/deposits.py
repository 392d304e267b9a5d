"""`kill -9` while callers leave messages: each acknowledged one is there with its sound, no half one, no stray.

Between the kills the real code recovers; in the end the real service serves every message's sound.
"""

from __future__ import annotations

import io
import random
import subprocess
import sys
import tempfile
import time
import wave
from pathlib import Path
from typing import Any

from tests.support.service import ROOT, Service

LONGEST = 0.6
"""Seconds of deposits before the kill, at most."""


def main(kills: int = 50, seed: int | None = None) -> dict[str, Any]:
    """All kills; the figures."""
    seed = random.randrange(1 << 30) if seed is None else seed
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="onepresence-soak-") as folder:
        data = Path(folder) / "data"
        service = Service(data)
        numbers = service.company(3)
        acknowledged: set[str] = set()
        for _ in range(kills):
            acknowledged |= _until_killed(data, rng.uniform(0.0, LONGEST))
        with service:
            tokens = [service.token(number) for number in numbers]
            found = {id_: length for token in tokens for id_, length in _messages(service, token).items()}
        missing = acknowledged - found.keys()
        assert not missing, f"seed {seed}: acknowledged and missing: {sorted(missing)}"
        silent = [id_ for id_, frames in found.items() if frames < 400]
        assert not silent, f"seed {seed}: messages without sound: {silent}"
        stray = {file.stem for file in (data / "recordings" / "kept").iterdir()} ^ found.keys()
        assert not stray, f"seed {seed}: sounds without a message, or the other way round: {sorted(stray)}"
        drafts = list((data / "recordings" / "drafts").iterdir())
        assert not drafts, f"seed {seed}: drafts left behind: {drafts}"
        rescued = len(found) - len(acknowledged)
        print(f"  {kills} kills, {len(acknowledged)} acknowledged messages, none missing; {rescued} more rescued")
        return {"seed": seed, "kills": kills, "acknowledged": len(acknowledged), "rescued": rescued, "missing": 0}


def _until_killed(data: Path, after: float) -> set[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.depositing", str(data), "1000000"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process.stdout:
        assert process.stdout.readline() == "ready\n", "it did not come up again"
        time.sleep(after)
        process.kill()
        lines = process.stdout.read().splitlines(keepends=True)
    process.wait()
    return {line.split()[1] for line in lines if line.startswith("kept ") and line.endswith("\n")}


def _messages(service: Service, token: str) -> dict[str, int]:
    """Every message of a person, and how many samples its sound has."""
    with service.http(token) as client:
        found = {}
        for message in client.get("/v1/me/messages").json():
            answer = client.get(f"/v1/me/messages/{message['id']}/recording")
            assert answer.status_code == 200, f"{message['id']}: {answer.status_code}"
            with wave.open(io.BytesIO(answer.content)) as sound:
                found[message["id"]] = sound.getnframes()
        return found


if __name__ == "__main__":
    print(main(*(int(argument) for argument in sys.argv[1:3])))
