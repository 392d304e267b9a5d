"""Less motion, as the system asks for it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.platform.motion import SystemMotion, means_less

PORTAL = """
import sys
from jeepney import HeaderFields, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

bus = open_dbus_connection(bus="SESSION")
bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop"))
print("up", flush=True)
while True:
    asked = bus.receive()
    if asked.header.message_type is MessageType.method_call:
        if asked.body == ("org.gnome.desktop.interface", "enable-animations"):
            bus.send(new_method_return(asked, "v", (("v", ("b", False)),)))
        else:
            bus.send(new_error(asked, "org.freedesktop.portal.Error.NotFound"))
"""


@pytest.fixture
def portal() -> Iterator[None]:
    """A desktop portal whose user has turned animations off."""
    service = subprocess.Popen([sys.executable, "-c", PORTAL], stdout=subprocess.PIPE, text=True)
    assert service.stdout is not None
    try:
        assert service.stdout.readline() == "up\n"
        yield
    finally:
        service.kill()
        service.wait()
        service.stdout.close()


@pytest.mark.skipif(sys.platform != "linux", reason="the desktop portal is Linux's")
def test_a_desktop_without_animations_is_heard(qapp: QApplication, qtbot: QtBot, portal: None) -> None:
    motion = SystemMotion()
    with qtbot.waitSignal(motion.changed):
        motion.ask()
    assert motion.reduced


@pytest.mark.parametrize(
    ("key", "value", "less"),
    [
        ("reduced-motion", 1, True),
        ("reduced-motion", 0, False),
        ("enable-animations", False, True),
        ("enable-animations", True, False),
        ("AnimationDurationFactor", "0", True),
        ("AnimationDurationFactor", "0.5", False),
        ("AnimationDurationFactor", "fast", False),
    ],
)
def test_each_desktops_word_is_understood(key: str, value: object, less: bool) -> None:
    assert means_less(key, value) == less
