"""The desktop program by itself: tray and window from its start, its memory, and its work when nothing happens."""

from __future__ import annotations

import asyncio
import contextlib
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from Xlib import X
from Xlib.display import Display

from onepresence_desktop.desktop.platform.background import REST_MS
from onepresence_desktop.desktop.platform.memory import SETTLED
from onepresence_desktop.desktop.platform.token_store import SERVICE
from tests.bench.limits import PSI, Limit, most
from tests.bench.setting import fill, token
from tests.support.desk import Desk
from tests.support.keyring_session import KeyringSession
from tests.support.service import ROOT, Service
from tests.support.waiting import soon

PEOPLE = 500
STARTS = 11
SETTLE, IDLE = 12.0, 60.0
ME = f"100{0:04}"

TRAY = (1252, 772, 28, 28)
NAMES = (330, 230, 250, 440)
"""Where on the screen the icon is shown, and the names of the roster (left, top, width, height)."""


def limits(found: dict[str, Any], window: float = 1.8) -> list[Limit]:
    """Medians of the starts."""
    return [
        most("desktop: start -> icon in the tray, median", statistics.median(found["tray_s"]), 1.2, PSI),
        most("desktop: start -> roster painted, median", statistics.median(found["window_s"]), window, PSI),
        most("desktop: PSS with the window, settled", found["window"]["pss_mib"], 90, "MiB"),
        most("desktop: PSS, all pages used, behind another program", found["window"]["behind_pss_mib"], 90, "MiB"),
        most("desktop: PSS tray only", found["tray_only"]["pss_mib"], 70, "MiB"),
        most("desktop: CPU idle, window open", found["window"]["cpu_percent"], 0.1, "%"),
        most("desktop: CPU idle, tray only", found["tray_only"]["cpu_percent"], 0.1, "%"),
    ]


def main() -> dict[str, Any]:
    """Run, print tables, return the figures."""
    command = [str(Path(sys.executable).with_name("onepresence"))]
    found = measure(command)
    show("from the virtual environment", found, window=1.8)
    return found


def measure(command: list[str], *, starts: int = STARTS, idle: float = IDLE) -> dict[str, Any]:
    """All of it with one way to start the program."""
    with tempfile.TemporaryDirectory() as name, _signed_in(Path(name)) as (desk, service):
        with running(desk, command):  # leaves the local copy and compiled modules behind
            _painted_within(desk, 30)
            time.sleep(SETTLE)
        times = [_start(desk, command) for _ in range(starts)]
        shown = _life(desk, command, idle)
        hidden = _life(desk, [*command, "--minimized"], idle)
        service.stop()
        alone = _start(desk, command)[1]
    return {
        "people": PEOPLE,
        "tray_s": [tray for tray, _, _ in times],
        "window_s": [window for _, window, _ in times],
        "cpu_s": [spent for _, _, spent in times],
        "without_service": alone,
        "window": shown,
        "tray_only": hidden,
    }


def show(how: str, found: dict[str, Any], *, window: float) -> None:
    """Print the table."""
    print(f"the desktop {how}: signed in by a keyring's token, {PEOPLE} people, X11; files of the disk's cache")
    print("                                           n   median      p95    worst   limit")
    for key, words, limit in (
        ("tray_s", "start -> icon painted in the tray, s", f"1.2 {PSI}"),
        ("window_s", "start -> roster painted (local copy), s", f"{window} {PSI}"),
        ("cpu_s", "CPU of the program until then, s", "-"),
    ):
        values = sorted(found[key])
        p95 = values[min(len(values) - 1, int(len(values) * 0.95))]
        print(
            f"  {words:40}{len(values):4}   {statistics.median(values):6.2f}   {p95:6.2f}   {values[-1]:6.2f}   {limit}"
        )
    print(f"  the roster without any service, s{'':10}{1:4}   {found['without_service']:6.2f}")
    print("                  PSS MiB   private MiB   all pages just used   and then behind   CPU % idle   limits")
    for key, limits in (("window", "90 MiB, 0.1 %"), ("tray_only", "70 MiB, 0.1 %")):
        one = found[key]
        print(
            f"  {key:12}   {one['pss_mib']:10.1f}   {one['uss_mib']:11.1f}   {one['used_pss_mib']:19.1f}"
            f"   {one['behind_pss_mib']:15.1f}   {one['cpu_percent']:10.3f}   {limits}"
        )


@contextlib.contextmanager
def _signed_in(folder: Path) -> Iterator[tuple[Desk, Service]]:
    """A service with a company, a screen, and a keyring that knows the token."""
    asyncio.run(fill(folder / "data", PEOPLE))
    with Service(folder / "data") as service, Desk(folder / "home") as desk:
        desk.environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as on a user's machine: compiled once
        config = folder / "home" / "config" / "onepresence"
        config.mkdir(parents=True)
        lines = {"server": service.url, "local_number": ME, "way": "company", "language": "en"}
        (config / "settings.ini").write_text("[General]\n" + "".join(f"{k}={v}\n" for k, v in lines.items()))
        with KeyringSession(desk.environment) as keyring:
            keyring.keep(SERVICE, f"{ME}@{service.url}", token(0))
            yield desk, service


@contextlib.contextmanager
def running(desk: Desk, command: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    """The program, ended in order."""
    with open(Path(desk.environment["HOME"]) / "program.log", "ab") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=desk.environment, stdout=log, stderr=log)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(15)


class Eye:
    """Looks at places of the screen."""

    def __init__(self, desk: Desk) -> None:
        self._display = Display(desk.environment["DISPLAY"])
        self._root = self._display.screen().root

    def pixels(self, place: tuple[int, int, int, int]) -> np.ndarray[Any, Any]:
        """Height by width by RGB."""
        left, top, width, height = place
        image = self._root.get_image(left, top, width, height, X.ZPixmap, 0xFFFFFFFF)
        return np.frombuffer(image.data, np.uint8).reshape(height, width, 4)[:, :, 2::-1].astype(int)

    def names(self) -> bool:
        """Letters (paler while not live) on light ground, where the roster's names are."""
        pixels = self.pixels(NAMES)
        return bool((pixels.min(axis=2) > 230).mean() > 0.5 and (pixels.max(axis=2) < 140).sum() > 400)

    def close(self) -> None:
        """Let the display go."""
        self._display.close()


def _painted_within(desk: Desk, seconds: float) -> None:
    eye = Eye(desk)
    try:
        soon(eye.names, within=seconds, every=0.02)
    finally:
        eye.close()


def _start(desk: Desk, command: list[str]) -> tuple[float, float, float]:
    """Seconds from the program's start to the icon and to the roster, and of its CPU until then."""
    eye = Eye(desk)
    soon(lambda: not eye.names(), within=10)
    time.sleep(1)
    empty = eye.pixels(TRAY)
    begun = time.perf_counter()
    tray = window = 0.0
    with running(desk, command) as process:
        while not (tray and window):
            now = time.perf_counter() - begun
            assert now < 20, "nothing is shown"
            if not tray and (np.abs(eye.pixels(TRAY) - empty).max(axis=2) > 10).sum() > 40:
                tray = now
            if not window and eye.names():
                window = now
            time.sleep(0.004)
        spent = _cpu(process.pid)
    eye.close()
    return tray, window, spent


def _life(desk: Desk, command: list[str], idle: float) -> dict[str, float]:
    """Memory and CPU of the program once it has settled, and its memory after some use."""
    with running(desk, command) as process:
        time.sleep(SETTLE)
        before, begun = _cpu(process.pid), time.monotonic()
        time.sleep(idle)
        spent = _cpu(process.pid) - before
        share = spent / (time.monotonic() - begun) * 100
        memory = _memory(process.pid)
        for section in ("ctrl+2", "ctrl+3", "ctrl+4", "ctrl+1"):  # to nobody, when there is no window
            desk.key(section)
            time.sleep(0.5)
        desk.type("person 1")
        time.sleep(1)
        used = _memory(process.pid)["pss_mib"]
        other = desk.start("xterm", "-geometry", "40x4+0+0")
        desk.window("xterm")
        time.sleep(REST_MS / 1000 + SETTLED + 3)
        behind = _memory(process.pid)["pss_mib"]
        other.terminate()
        assert process.poll() is None
    return {**memory, "cpu_percent": share, "used_pss_mib": used, "behind_pss_mib": behind}


def _cpu(pid: int) -> float:
    """CPU seconds of all threads, to the nanosecond (psutil knows clock ticks only)."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9


def _memory(pid: int) -> dict[str, float]:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    kib = {line.split()[0].rstrip(":"): int(line.split()[1]) for line in lines}
    return {
        "pss_mib": kib["Pss"] / 1024,
        "uss_mib": (kib["Private_Clean"] + kib["Private_Dirty"]) / 1024,
        "anonymous_mib": kib["Pss_Anon"] / 1024,
        "files_mib": kib["Pss_File"] / 1024,
        "rss_mib": kib["Rss"] / 1024,
    }


if __name__ == "__main__":
    main()
