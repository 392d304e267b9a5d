"""The other pages of the window."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor

from onepresence_desktop.desktop.administration.model import PERSON
from onepresence_desktop.desktop.diversion.target import EXTERNAL
from onepresence_desktop.domain.diversion import VOICEMAIL, DestinationKind, Reason
from onepresence_desktop.domain.messages import CutShort
from onepresence_desktop.wire.bodies import DiversionRequest
from tests.pictures.camera import Camera

PANES = ("divert", "calls", "messages", "password", "notify", "start", "about", "search", "pbx")


async def divert(camera: Camera) -> None:
    page = await camera.show("divert")
    await camera.take("03c-divert", settle=0.8)
    camera.desktop.actions.divert_preset("lunch")
    await camera.take("03c-divert-running", settle=1.2)
    page.form.divert_to("+4520123456")
    page.form.target.kind.set_chosen(EXTERNAL)
    await camera.take("03c-divert-external", settle=0.8)
    camera.desktop.actions.open_phone()
    page.form.cards[DestinationKind.VOICEMAIL].click()
    page.form.divert_to("1002112")
    await camera.take("03c-divert-colleague", settle=1.0)
    page.form.cards[DestinationKind.VOICEMAIL].click()


async def messages(camera: Camera) -> None:
    page = await camera.show("inbox")
    page.list.setFocus()
    page.list.selectRow(0)
    await camera.take("03d-messages", settle=1.2)
    page.pane.player.toggled.emit()
    await camera.take("03d-messages-playing", settle=2.5)
    page.pane.player.toggled.emit()
    first = page.chosen()
    camera.desktop.session.take(replace(first, cut_short=CutShort.DISK_FULL), "")
    await camera.take("03d-messages-cut-short")
    camera.desktop.session.take(replace(first, cut_short=CutShort.SERVICE_STOPPED, kept=True, read=True), "")
    await camera.take("03d-messages-cut-short-kept")
    camera.desktop.session.take(first, "")
    messages = dict(camera.desktop.session.mirror.messages)
    camera.desktop.session.mirror.messages.clear()
    camera.desktop.session.messages_changed.emit()
    await camera.take("03d-messages-empty")
    camera.desktop.session.mirror.messages.update(messages)
    camera.desktop.session.messages_changed.emit()


async def calls(camera: Camera) -> None:
    page = await camera.show("calls")
    await camera.take("03e-calls", settle=0.8)
    place = next(n for n in range(page.model.rowCount()) if (e := page.model.entry(n)) and e.record.forwarded_by)
    page.list.choose(place)
    page.list.setFocus()
    page.list.show_why()
    await asyncio.sleep(0.3)
    await camera.take("03e-calls-trace", page._menu)
    await camera.begin()
    page = await camera.show("calls")
    place = next(n for n in range(page.model.rowCount()) if page.model.entry(n))
    QCursor.setPos(page.list.viewport().mapToGlobal(page.list.visualRect(page.model.index(place, 0)).center()))
    await camera.take("03e-calls-pointer")


async def settings(camera: Camera) -> None:
    page = await camera.show("settings")
    for pane in PANES:
        if pane in page.rows:
            page.show_pane(pane)
            await camera.take(f"03h-settings-{pane}")
    page.show_pane("password")
    await asyncio.sleep(0.2)


async def administration(camera: Camera) -> None:
    page = await camera.show("admin")
    await camera.take("03j-admin-people")
    page.new_person()
    await camera.take("03j-admin-new")
    page.form.show_person(None, "100")
    page.list.selectRow(6)
    page.form.more.emit()
    await camera.take("03j-admin-menu")
    await camera.begin()
    page = await camera.show("admin")
    page._remove()
    await camera.take("03j-admin-delete")
    page.form.sure.clear()
    page.segments.set_chosen("devices")
    page.segments.chosen.emit("devices")
    await asyncio.sleep(0.5)
    first = page.model.index(6, 0).data(PERSON)
    page.device_verbs._show_sip(f"{first.id}-d")
    await camera.take("03j-admin-devices", settle=0.8)
    page.segments.set_chosen("people")
    page.segments.chosen.emit("people")


async def own_menu(camera: Camera) -> None:
    await camera.show("search")
    camera.window.own_menu_wanted.emit()
    await camera.take("02-own-card-menu")
    await camera.begin()
    camera.desktop.actions.divert_preset("lunch")
    await camera.take("02-own-card-diverted", settle=1.0)
    camera.window.own_menu_wanted.emit()
    await camera.take("02-own-card-menu-diverted")
    await camera.begin()
    menu = camera.desktop.tray.menu
    menu.popup(QPoint(1000, 120))
    await camera.take("02-tray-menu", menu, only=True)
    menu.close()
    camera.desktop.actions.open_phone()
    await asyncio.sleep(0.5)
    menu.popup(QPoint(1000, 120))
    await camera.take("02-tray-menu-free", menu, only=True)
    menu.close()


async def do_not_disturb(camera: Camera) -> None:
    await camera.show("search")
    camera.desktop.actions.divert(DiversionRequest(reason=Reason.DO_NOT_DISTURB, destination=VOICEMAIL))
    await camera.take("02-own-card-dnd", settle=1.0)
    camera.desktop.actions.open_phone()


async def keys(camera: Camera) -> None:
    await camera.show("search")
    camera.window.key_overview_wanted.emit()
    await camera.take("00-keys")


SCENES = {
    "divert": divert,
    "messages": messages,
    "calls": calls,
    "settings": settings,
    "admin": administration,
    "own-menu": own_menu,
    "dnd": do_not_disturb,
    "keys": keys,
}
