"""The wire as it was when each protocol number was given out: it must be read and written for as long as it is spoken.

The files are never changed. A new protocol gets a folder of its own.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.stream import EVENTS, SnapshotView

GOLDEN = Path(__file__).parent / "golden"
FILES = sorted(GOLDEN.glob("*/*.json"))


def lost(golden: Any, now: Any, path: str = "$") -> list[str]:
    """What stands in `golden` and not so in `now`: fields may be added, none may go or change."""
    if isinstance(golden, dict) and isinstance(now, dict):
        return [
            found for key, value in golden.items() for found in lost(value, now.get(key, "missing"), f"{path}.{key}")
        ]
    if isinstance(golden, list) and isinstance(now, list) and len(golden) == len(now):
        return [found for n, (a, b) in enumerate(zip(golden, now)) for found in lost(a, b, f"{path}[{n}]")]
    return [] if golden == now else [f"{path}: {golden!r} became {now!r}"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_what_was_sent_then_is_read_and_sent_the_same_now(file: Path) -> None:
    text = file.read_bytes()
    event = codec.decode(text, EVENTS[file.stem])
    assert lost(json.loads(text), json.loads(codec.encode(event))) == []


@pytest.mark.parametrize("folder", sorted(GOLDEN.iterdir()), ids=lambda folder: folder.name)
def test_the_events_of_then_change_the_mirror_of_now(folder: Path) -> None:
    mirror = Mirror()
    mirror.apply(codec.decode((folder / "snapshot.json").read_bytes(), SnapshotView))
    for file in sorted(set(folder.glob("*.json")) - {folder / "snapshot.json"}):
        mirror.apply(codec.decode(file.read_bytes(), EVENTS[file.stem]))
    assert mirror.me is not None and mirror.me.name == "Anna Bæk"
    assert sorted(mirror.people) == ["u1", "u2"]
    assert not mirror.groups and not mirror.calls
    assert list(mirror.messages) == ["m2"]
    assert [note.note for note in mirror.reception_notes.values()] == ["ask for Anna"]
    assert mirror.snapshot() is not None


def test_there_is_a_file_for_the_snapshot_and_for_every_event_of_the_first_protocol() -> None:
    assert len([file for file in FILES if file.parent.name == "protocol1"]) == 14
