"""What administrators do with one person, with pickup groups, and with who is on call."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from msgspec import structs
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from onepresence_desktop.desktop.administration.calendar.form import PersonsCalendar
from onepresence_desktop.desktop.settings.appearance import language
from onepresence_desktop.desktop.sign_in.sign_in import SignIn
from onepresence_desktop.domain.meetings import CalendarId, CalendarKind, MeetingUse
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.calendars import CalendarView
from onepresence_desktop.wire.nearby import Nearby
from onepresence_desktop.wire.pickup import PickupGroupBody
from tests.pictures.camera import Camera


async def pickup_groups(camera: Camera) -> None:
    client = camera.desktop.actions._ready()
    people = sorted(camera.desktop.session.mirror.people.values(), key=lambda person: person.name)
    await client.add_pickup_group(PickupGroupBody(name="Etage 2", members=[one.id for one in people[:5]]))
    await client.add_pickup_group(PickupGroupBody(name="Lager", members=[one.id for one in people[8:10]]))
    page = await camera.show("admin")
    page.turn_to("groups")
    page.pane.pickup_button.click()
    await camera.take("03j-admin-pickup", settle=4)
    page.pane.new()
    page.pane.pickup.form.member.setFocus()
    await camera.take("03j-admin-pickup-new", settle=0.8)
    page.pane.leave()
    page.pane.leave()


async def persons(camera: Camera) -> None:
    """A person's calendar, and being forgotten."""
    page = await camera.show("admin")
    page.turn_to("people")
    page.people.list.selectRow(6)
    page.people.form.more.emit()
    await asyncio.sleep(0.3)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.calendar_chosen.emit()  # type: ignore[attr-defined]
    menu.close()
    await camera.take("03j-admin-calendar-none", settle=1.0)
    form = page.people.calendar.form
    view = CalendarView(
        kind=CalendarKind.CALDAV,
        address="https://dav.demofirma.example/anders/calendar/",
        account="anders",
        use=MeetingUse.DIVERT,
        show_subject=False,
        out_of_office=False,
        has_password=True,
        read_at=datetime.now(UTC) - timedelta(seconds=20),
        id=CalendarId("dav"),
    )
    companys = CalendarView(
        kind=CalendarKind.COMPANY,
        address="",
        account="",
        use=MeetingUse.SHOW,
        show_subject=False,
        out_of_office=False,
        diverts=False,
    )
    theirs = PersonsCalendar(UserId("x"), view, "Microsoft 365", (companys, view))
    form.show_record(theirs)
    form.touched("address")
    await camera.take("03j-admin-calendar", settle=0.8)
    form.show_record(replace(theirs, view=None))
    await camera.take("03j-admin-calendar-new", settle=0.8)
    form.show_record(replace(theirs, view=companys))
    await camera.take("03j-admin-calendar-companys", settle=0.8)
    form.show_record(theirs)
    form.forget_button.click()
    await camera.take("03j-admin-calendar-forget", settle=0.8)
    page.people.calendar.step_aside()
    page.people.deeds.erase()
    page.people.form.sure.typed.setText("Anders")
    await camera.take("03j-admin-erase", settle=0.8)
    page.people.form.sure.clear()


async def calendars(camera: Camera) -> None:
    """One's own, of which one may divert."""
    page = await camera.show("settings")
    page.show_pane("calendar")
    await asyncio.sleep(1.0)
    now = datetime.now(UTC)
    usual = CalendarView(
        kind=CalendarKind.COMPANY,
        address="",
        account="",
        use=MeetingUse.DIVERT,
        show_subject=True,
        out_of_office=False,
        read_at=now - timedelta(seconds=20),
    )
    own = structs.replace(usual, kind=CalendarKind.ICS, diverts=False, use=MeetingUse.SHOW, show_subject=False)
    failing = structs.replace(
        own, id=CalendarId("ics"), address="https://klub.example/kalender.ics", trouble="not_understood"
    )
    unread = structs.replace(own, id=CalendarId("dav"), address="https://dav.demofirma.example/a/", read_at=None)
    page.pane._calendars_answered([usual, failing, unread])
    await camera.take("03h-settings-calendars", settle=0.8)
    page.pane.cards[1].diverts.setFocus(Qt.FocusReason.TabFocusReason)
    page.pane.ensureWidgetVisible(page.pane.cards[2])
    await camera.take("03h-settings-calendars-more", settle=0.8)


async def on_call(camera: Camera) -> None:
    page = await camera.show("admin")
    page.turn_to("groups")
    camera.resize(980, 800)
    await asyncio.sleep(1.0)
    page.pane.form._scrolled.ensureWidgetVisible(page.pane.form.rota)
    bar = page.pane.form._scrolled.verticalScrollBar()
    bar.setValue(bar.maximum())
    await camera.take("03j-admin-rota", settle=0.8)


async def nearby(camera: Camera) -> None:
    dialog = SignIn(language(camera.desktop.settings))
    dialog.show_server(True)
    camera.window.hide()
    dialog.move(QPoint(120, 80))
    dialog.show()
    dialog.activateWindow()
    dialog.offer_servers([Nearby("Demofirma", "192.168.1.9:8443"), Nearby("Vindfløj", "192.168.1.7:8443")])
    dialog.server.setFocus()
    completer = dialog.server.completer()
    assert completer is not None
    completer.complete()
    popup = completer.popup()
    assert popup is not None
    await camera.take("04-sign-in-nearby", dialog, popup, only=True, settle=0.8)
    popup.hide()
    dialog.close()


SCENES = {"pickup": pickup_groups, "persons": persons, "calendars": calendars, "on-call": on_call, "nearby": nearby}
