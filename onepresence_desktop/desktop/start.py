"""The first moments: the demo's service begun and the window's shape on the screen before the program is read in."""

from __future__ import annotations

import gc
import os
import subprocess
import sys

from PySide6.QtCore import QSettings

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.options import Options
from onepresence_desktop.desktop.platform.paths import paths
from onepresence_desktop.desktop.platform.pbx_command import begin_demo
from onepresence_desktop.desktop.stored_settings import Settings


def run(options: Options) -> int:
    """Run the program until the user quits; the exit code."""
    gc.disable()  # what is read in now stays; `Collector` takes over
    where = paths(options.profile)
    settings = Settings(QSettings(str(where.settings), QSettings.Format.IniFormat))
    begun: subprocess.Popen[bytes] | None = None
    if options.demo or settings.get(keys.WAY) == "demo":
        try:
            begun = begin_demo(where.demo)
        except OSError:
            begun = None  # tried again, and told, once there is somebody to tell it

    from PySide6.QtWidgets import QApplication

    from onepresence_desktop.desktop.first_look import is_wanted, show_first_look

    if (percent := settings.get(keys.SIZE)) != keys.SIZE.default:
        os.environ.setdefault("QT_SCALE_FACTOR", str(percent / 100))  # Qt reads it once, before the first window
    app = QApplication(sys.argv[:1])
    app.setApplicationName("OnePresence")
    app.setDesktopFileName("onepresence")
    app.setQuitOnLastWindowClosed(False)
    look = show_first_look(settings) if is_wanted(settings, options) else None

    from onepresence_desktop.desktop.app import run_in

    return run_in(app, options, settings, look=look, begun=begun)
