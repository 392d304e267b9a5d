"""Starts the program with its demo company (fixed seed) on a virtual screen and takes a picture of every screen.

usage: python -m tests.pictures [--out FOLDER] [--theme light,dark] [--language da,sv,en] [--ratio 1,2]
[--window 1024x700,1366x768] [--beside FOLDER] [SCENE…]. Pictures are FOLDER/THEME-LANGUAGE-RATIO/SCENE.png; with
--window the window is as large as it can be on such a screen (pixels of the screen, less its title bar), and the folder
THEME-LANGUAGE-RATIO-WINDOW. With --beside, each one whose name stands in that folder as SCENE-THEME.png is put beside
it in FOLDER/beside.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

from tests.pictures.camera import USUAL
from tests.pictures.scenes import SCENES
from tests.support.desk import Desk

ROOT = Path(__file__).resolve().parents[2]
TITLE_BAR = 28
"""Logical pixels a window manager takes of a screen's height."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "pictures-out")
    parser.add_argument("--theme", default="light,dark")
    parser.add_argument("--language", default="da,sv")
    parser.add_argument("--ratio", default="2")
    parser.add_argument("--window", default="")
    parser.add_argument("--beside", type=Path, help="a folder with SCENE-THEME.png to compare with")
    parser.add_argument("scenes", nargs="*", metavar="SCENE", help=f"all of: {', '.join(SCENES)}")
    options = parser.parse_args()
    failed = 0
    for window, ratio, language, theme in product(
        *(part.split(",") for part in (options.window, options.ratio, options.language, options.theme))
    ):
        folder = options.out / "-".join(part for part in (theme, language, ratio, window) if part)
        folder.mkdir(parents=True, exist_ok=True)
        size = _logical(window, float(ratio)) if window else USUAL
        failed += _take(folder, theme, language, float(ratio), size, options.scenes)
        if options.beside is not None:
            _put_beside(folder, theme, options.beside, options.out / "beside")
    return 1 if failed else 0


def _logical(window: str, ratio: float) -> tuple[int, int]:
    wide, high = (round(int(side) / ratio) for side in window.split("x"))
    return wide, high - TITLE_BAR


def _take(folder: Path, theme: str, language: str, ratio: float, size: tuple[int, int], scenes: list[str]) -> int:
    with tempfile.TemporaryDirectory() as home:
        config = Path(home) / "config" / "onepresence"
        config.mkdir(parents=True)
        settings = {"theme": theme, "language": language, "reduced_motion": "true", "cancel_seconds": "2"}
        (config / "settings.ini").write_text("[General]\n" + "".join(f"{k}={v}\n" for k, v in settings.items()))
        screen = f"{round(1400 * ratio)}x{round(900 * ratio)}x24"
        environment = {
            "QT_SCALE_FACTOR": f"{ratio:g}",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
            "TZ": "Europe/Copenhagen",
        }
        with Desk(Path(home), size=screen, **environment) as desk:
            command = [sys.executable, "-m", "tests.pictures.program", os.fspath(folder), *map(str, size), *scenes]
            return subprocess.run(command, env=desk.environment, cwd=ROOT, timeout=1200).returncode


def _put_beside(folder: Path, theme: str, other: Path, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for ours in sorted(folder.glob("*.png")):
        theirs = other / f"{ours.stem}-{theme}.png"
        if theirs.is_file():
            tile = ["-tile", "2x1", "-geometry", "+12+12", "-background", "#888", "-gravity", "north"]
            subprocess.run(
                ["montage", theirs, ours, *tile, out / f"{ours.stem}-{folder.name}.png"], check=True, timeout=120
            )


if __name__ == "__main__":
    sys.exit(main())
