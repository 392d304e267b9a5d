"""What painted widgets are to a screen reader lasts until Qt has done with it, and no longer (spec 13.3).

Programs of their own, because what went wrong is seen when the program ends. Freed memory is overwritten (glibc).
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

BEGUN = """
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from onepresence_desktop.desktop.widgets.telling import install_roles

app = QApplication(["program"])
first = QWidget()
QAccessible.queryAccessibleInterface(first)  # as by a window that is there before anything else
install_roles()

class Painted(QWidget):
    accessible_role = QAccessible.Role.List

room = QWidget()
inside = [Painted(room) for _ in range(20)]
for one in inside:
    one.setAccessibleName("people")
    assert QAccessible.queryAccessibleInterface(one).role() == QAccessible.Role.List
"""

LEFT_TO_THE_END = """
from PySide6.QtWidgets import QScrollArea

area = QScrollArea()
area.setWidget(room)
area.takeWidget()  # belongs to nobody, so it is still there when the application has gone
"""

ASKED_WHILE_DESTROYED = """
import shiboken6

asked = []
for one in inside:
    one.destroyed.connect(lambda gone: asked.append(QAccessible.queryAccessibleInterface(gone) is None))
shiboken6.delete(room)
assert len(asked) == 20
"""


@pytest.mark.parametrize(
    "then", [LEFT_TO_THE_END, ASKED_WHILE_DESTROYED], ids=["left_to_the_end", "asked_while_destroyed"]
)
def test_the_program_ends_well_whether_the_widgets_or_the_application_go_first(then: str) -> None:
    environment = {**os.environ, "MALLOC_PERTURB_": "165", "PYTHONFAULTHANDLER": "1"}
    done = subprocess.run(
        [sys.executable, "-c", BEGUN + then], env=environment, capture_output=True, text=True, timeout=240
    )
    assert (done.returncode, done.stderr) == (0, "")
