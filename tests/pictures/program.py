"""The program itself, and beside it in the same loop somebody who goes from screen to screen with a camera."""

from __future__ import annotations

import asyncio
import sys
import traceback
from pathlib import Path

import qasync
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from onepresence_desktop.desktop.app import Desktop
from onepresence_desktop.desktop.options import Options
from onepresence_desktop.desktop.platform.paths import paths
from onepresence_desktop.desktop.stored_settings import Settings
from tests.pictures.camera import Camera
from tests.pictures.scenes import SCENES


async def tour(desktop: Desktop, folder: Path, size: tuple[int, int], wanted: list[str]) -> int:
    """Every scene wanted, or all; how many failed."""
    program = asyncio.get_running_loop().create_task(desktop.run())
    camera = Camera(desktop, folder, size)
    failed = 0
    try:
        await camera.wait(lambda: bool(desktop.session.mirror.people) and desktop.windows.window is not None, within=60)
        for name, scene in SCENES.items():
            if wanted and name not in wanted:
                continue
            try:
                await camera.begin()
                await asyncio.wait_for(scene(camera), 60)
            except Exception:
                failed += 1
                print(f"{name} failed", file=sys.stderr)
                traceback.print_exc()
    finally:
        await camera.close()
        desktop.registry.program.quit()
        await program
    return failed


def main() -> int:
    folder, wanted = Path(sys.argv[1]), sys.argv[4:]
    size = (int(sys.argv[2]), int(sys.argv[3]))
    app = QApplication(sys.argv[:1])
    app.setApplicationName("OnePresence")
    app.setQuitOnLastWindowClosed(False)
    settings = Settings(QSettings(str(paths().settings), QSettings.Format.IniFormat))
    desktop = Desktop(app, Options(demo=True), settings)
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        return 1 if runner.run(tour(desktop, folder, size, wanted)) else 0


if __name__ == "__main__":
    sys.exit(main())
