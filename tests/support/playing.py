"""Plays with the program's own player until it fails.

Prints the devices and the longest stretch of work in milliseconds until it was heard; what it was told, and after how
long.
"""

from __future__ import annotations

import io
import sys
import time
import wave

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from onepresence_desktop.desktop.platform.watchdog import Watchdog
from onepresence_desktop.desktop.player import Player


def main() -> None:
    app = QApplication(sys.argv)
    whole = io.BytesIO()
    with wave.open(whole, "wb") as out:
        out.setparams((1, 2, 8000, 0, "NONE", ""))
        out.writeframes(b"\x00\x10\x00\xf0" * 8000 * 15)
    player, watchdog = Player(), Watchdog()
    moved: list[float] = []
    begun = time.monotonic()

    def moves(seconds: float) -> None:
        if not moved:
            print("plays on", *(name for _, name in player.devices()), flush=True)
            print(watchdog.seen.busiest * 1000, flush=True)
        moved.append(time.monotonic())

    def failed(why: str) -> None:
        print(f"failed {why} after {time.monotonic() - (moved or [begun])[-1]:.1f}", flush=True)
        app.quit()

    player.moved.connect(moves)
    player.failed.connect(failed)
    QTimer.singleShot(100, watchdog.restart)
    QTimer.singleShot(200, lambda: player.play(whole.getvalue()))
    QTimer.singleShot(25_000, app.quit)
    app.exec()


if __name__ == "__main__":
    main()
