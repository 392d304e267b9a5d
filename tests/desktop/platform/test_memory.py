"""Memory is given back once the program has come to rest, and everything still works afterwards."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from onepresence_desktop.desktop.platform import memory

CODE = """
import asyncio, hashlib, sys
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from onepresence_desktop.desktop.platform import memory

def resident():  # not its share of it: that depends on which other programs have the same libraries just then
    return sum(int(line.split()[1]) for line in open("/proc/self/smaps_rollup") if line.startswith("Rss:"))

def picture():
    image = QImage(200, 40, QImage.Format.Format_ARGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.drawText(10, 20, "Mette Lundgaard")
    painter.end()
    return hashlib.sha256(bytes(image.constBits())).hexdigest()

app = QApplication(["x", "-platform", "offscreen"])
memory.SETTLED = 0.05
before, drawn = resident(), picture()
asyncio.run(memory.give_back())
after = resident()
assert picture() == drawn
print(before - after)
"""


def test_pages_of_the_start_are_given_back_and_come_again_when_needed() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 15_000, "KiB given back"


def test_only_clean_mappings_of_files_are_let_go() -> None:
    found = memory.clean_mappings()
    maps = Path("/proc/self/maps").read_text().splitlines()
    lines = {line.split()[0]: line for line in maps}
    assert found
    for start, end, permissions in found:
        line = lines.get(f"{start:08x}-{end:08x}")
        if line is not None:  # it may have gone between the two looks
            assert permissions in ("r--p", "r-xp") and "/" in line


async def test_where_it_cant_be_done_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> set[memory.Mapping]:
        raise OSError

    monkeypatch.setattr(memory, "clean_mappings", none)
    await memory.give_back()


async def test_what_was_read_in_to_follow_the_service_is_given_back_a_little_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = []

    async def give_back() -> None:
        given.append(True)

    monkeypatch.setattr(memory, "AGAIN", 0)
    monkeypatch.setattr(memory, "give_back", give_back)
    await memory.come_to_rest()
    assert len(given) == 2
