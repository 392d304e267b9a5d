"""What comes up by itself: numbers to dial, calls, news; and the tray."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPixmap
from PySide6.QtWidgets import QLabel

from onepresence_desktop.desktop.popups.incoming import CallToast
from onepresence_desktop.desktop.popups.toasts import NoteToast
from onepresence_desktop.desktop.shell.call_bar import CallCard
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.tray import picture
from onepresence_desktop.domain.calls import CallState
from tests.pictures.camera import Camera

TEXTS = {
    "one": "lok. 2112",
    "outside": "Tel.: +45 70 10 99 11 (direkte)",
    "several": "Ring 70 10 99 22 eller lok. 2140, efter 17: +46 77 010 99 44",
    "none": "uden nummer",
    "emergency": "Alarm 112",
}


async def dialling(camera: Camera) -> None:
    for name, text in TEXTS.items():
        QCursor.setPos(QPoint(700, 300))
        camera.desktop.dialler.offer(text)
        popover = camera.desktop.dialler.popover
        assert popover is not None
        await camera.take(f"05-dial-popover-{name}", popover, only=True)
        popover.close()
        await asyncio.sleep(0.1)


async def incoming(camera: Camera) -> None:
    colleague = await camera.as_colleague("2140")
    call = await colleague.call("1002101")
    toasts = camera.desktop.windows.popups.stack.toasts
    await camera.wait(lambda: any(isinstance(toast, CallToast) for toast in toasts))
    await camera.take("call-incoming", *toasts, settle=1.0)
    await camera.take("05-toast-call", *toasts, only=True)
    await colleague.hang_up(call)
    await camera.wait(lambda: any(isinstance(toast, NoteToast) for toast in toasts))
    await camera.wait(lambda: not any(isinstance(toast, CallToast) for toast in toasts))
    await camera.take("05-toast-missed", *toasts, only=True, settle=1.0)


async def voicemail(camera: Camera) -> None:
    messages = camera.desktop.session.mirror.messages
    known = set(messages)
    camera.desktop.actions.divert_preset("lunch")
    await asyncio.sleep(0.6)
    colleague = await camera.as_colleague("2147")
    await colleague.call("1002101")
    stack = camera.desktop.windows.popups.stack
    await camera.wait(lambda: set(messages) != known and bool(stack.toasts), within=50)
    await camera.take("05-toast-voicemail", *stack.toasts, only=True, settle=0.8)
    camera.desktop.actions.open_phone()


async def refused(camera: Camera) -> None:
    camera.window.hide()
    camera.desktop.actions.call("1002199999")
    stack = camera.desktop.windows.popups.stack
    await camera.wait(lambda: bool(stack.toasts))
    await camera.take("05-toast-refused", *stack.toasts, only=True)


async def own_call(camera: Camera) -> None:
    await camera.show("search")
    camera.desktop.actions.call("+4570109911")
    calls = camera.desktop.session.mirror.calls
    await camera.wait(lambda: bool(calls))
    await camera.take("call-lifting")
    await camera.wait(lambda: any(c.state is CallState.CONNECTED for c in calls.values()), within=25)
    await camera.take("call-connected", settle=1.5)
    card = camera.window.findChild(CallCard)
    assert card is not None
    card.forward.click()
    camera.press(card.field, "Mette")
    await camera.take("call-transfer")


async def tray_icons(camera: Camera) -> None:
    """All states in their sizes on a light and a dark panel, and the icon in the tray itself."""
    sheet = QPixmap(760, 460)
    sheet.fill(color(Color.BG_SIDEBAR))
    painter = QPainter(sheet)
    kinds = ["available", "oncall", "dnd", "offwork", "offline", "connecting"]
    states = [picture.TrayState(kind) for kind in kinds]
    states += [picture.TrayState("diverted", left) for left in (1.0, 0.8, 0.5, 0.2)]
    for row, panel in enumerate(("light", "dark")):
        top = 10 + row * 220
        painter.fillRect(10, top, 740, 210, QColor("#F4F5F8" if panel == "light" else "#141619"))
        for badge in (False, True):
            for column, state in enumerate(states):
                shown = picture.icon(picture.TrayState(state.kind, state.left, badge, panel))
                for size, down in ((16, 0), (22, 22), (32, 50)):
                    shown.paint(painter, 24 + column * 72, top + 10 + down + 100 * badge, size, size)
    painter.end()
    label = QLabel()
    label.setPixmap(sheet)
    label.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    label.move(100, 100)
    label.show()
    await camera.take("01-tray-icons", label, only=True)
    label.close()


SCENES = {
    "dialling": dialling,
    "incoming": incoming,
    "voicemail": voicemail,
    "refused": refused,
    "own-call": own_call,
    "tray": tray_icons,
}
