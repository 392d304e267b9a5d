"""The other pages of the window."""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import msgspec
from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor

from onepresence_desktop.desktop.administration.model import PERSON
from onepresence_desktop.desktop.administration.people_importing import PeopleImporting
from onepresence_desktop.desktop.diversion.target import EXTERNAL
from onepresence_desktop.desktop.inbox.rows import Filter
from onepresence_desktop.domain.calls import CallId
from onepresence_desktop.domain.company_number import MAIN, Answer, CompanyMenu, Leads, MenuKey
from onepresence_desktop.domain.diversion import VOICEMAIL, DestinationKind, Reason
from onepresence_desktop.domain.messages import CutShort
from onepresence_desktop.domain.outgoing import Way
from onepresence_desktop.domain.reception import QueueState
from onepresence_desktop.domain.shared_calls import Deed, SharedCallId, SharedState
from onepresence_desktop.domain.trunks import Abroad, Transport
from onepresence_desktop.wire.bodies import DiversionRequest, OpeningBody
from onepresence_desktop.wire.company import CompanyNumberBody
from onepresence_desktop.wire.reception import QueuedCallRemoved, QueuedCallView
from onepresence_desktop.wire.shared_calls import DeedView, SharedCallView
from onepresence_desktop.wire.trunks import TrunkBody
from tests.pictures.camera import USUAL, Camera

PEOPLE = (
    "local_number;name;title;department;email;role\n"
    "1002871;Søren Ågård;Bogholder;Økonomi;soren@demo.example;\n"
    "1002872;Åsa Öberg;Säljare;Salg;asa@demo.example;receptionist\n"
    "1002873;Ærlig Andersen;Chauffør;Lager;;user\n"
)
PEOPLE_WRONG = (
    "28;For Kort;;;;\n1002875;;;;;\n1002871;To Gange;;;;\n1002876;Ib Ingen;;;ingen;chef\n2002877;Fremmed;;;;\n"
    "1002878;Skæv;;;;;;mere\n"
)

PANES = ("divert", "calls", "messages", "password", "notify", "start", "about", "search", "pbx")


async def divert(camera: Camera) -> None:
    page = await camera.show("divert")
    await camera.take("03c-divert", settle=0.8)
    camera.desktop.actions.divert_preset("lunch")
    await camera.take("03c-divert-running", settle=1.2)
    form = page.now.form
    form.divert_to("+4520123456")
    form.target.kind.set_chosen(EXTERNAL)
    await camera.take("03c-divert-external", settle=0.8)
    camera.desktop.actions.open_phone()
    form.cards[DestinationKind.VOICEMAIL].click()
    form.divert_to("1002112")
    await camera.take("03c-divert-colleague", settle=1.0)
    form.cards[DestinationKind.VOICEMAIL].click()


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
    page.composing.begin(("demo-2140", "demo-2147"), Way.SMS, "Ring venligst til Nordic Marine A/S på 33 12 34 56.")
    await camera.wait(page.composing.pane.standard._chips.isVisible)
    await camera.take("03d-messages-compose")
    page.composing.pane.send_button.click()
    await camera.wait(lambda: not page.right.writing)
    page.chips[Filter.SENT].click()
    await camera.take("03d-messages-sent", settle=1.0)
    page.chips[Filter.ALL].click()
    messages = dict(camera.desktop.session.mirror.messages)
    camera.desktop.session.mirror.messages.clear()
    camera.desktop.session.messages_changed.emit(None)
    await camera.take("03d-messages-empty")
    camera.desktop.session.mirror.messages.update(messages)
    camera.desktop.session.messages_changed.emit(None)


async def calls(camera: Camera) -> None:
    page = await camera.show("calls")
    await camera.take("03e-calls", settle=0.8)
    place = next(n for n in range(page.model.rowCount()) if (e := page.model.entry(n)) and e.record.forwarded_by)
    page.list.choose(place)
    page.list.setFocus()
    page.open_details(place)
    await camera.take("03e-calls-route", settle=0.8)
    page.leave()
    page.list.show_why()
    await asyncio.sleep(0.3)
    await camera.take("03e-calls-menu", page._menu)
    await camera.begin()
    page = await camera.show("calls")
    place = next(n for n in range(page.model.rowCount()) if page.model.entry(n))
    QCursor.setPos(page.list.viewport().mapToGlobal(page.list.visualRect(page.model.index(place, 0)).center()))
    await camera.take("03e-calls-pointer")
    session = camera.desktop.session
    me, at = session.mirror.me.id, session.now()
    group = next(g for g in session.mirror.groups.values() if not g.reception)
    session.take(msgspec.structs.replace(group, members=(*group.members, me)), "")
    states = [(SharedState.OPEN, None), (SharedState.TAKEN, me), (SharedState.TAKEN, group.members[0])]
    for place, (state, by) in enumerate([*states, (SharedState.DONE, None)]):
        since = at - timedelta(minutes=74 - 10 * place)
        deeds = [DeedView(at=since, deed=Deed.MISSED), DeedView(at=at, deed=Deed.NOTED, by=group.members[0])]
        session.take(
            SharedCallView(
                id=SharedCallId(f"s{place}"), group_id=group.id, number=f"+453312345{place}", name="", state=state,
                tries=3 - place % 3, first_at=since, last_at=since, taken_by=by, taken_at=at if by else None,
                done_at=at if state is SharedState.DONE else None, memo="Spørger til levering torsdag", deeds=deeds,
            ),
            "",
        )  # fmt: skip
    await asyncio.sleep(0.3)
    page.filter._halves["shared"].click()
    await camera.take("03e-calls-shared", settle=0.8)
    page.filter._halves["all"].click()
    session.take(group, "")


async def phonebook(camera: Camera) -> None:
    page = await camera.show("phonebook")
    page.list.choose(0)
    await camera.take("03f-phonebook", settle=1.0)
    page.new_contact()
    camera.press(page.form.name, "Villiam Strandmark")
    camera.press(page.form.company, "Nordic Marine A/S")
    camera.press(page.form.numbers.rows[0].field, "20 12 34 56")
    page.form.numbers.add.click()
    camera.press(page.form.numbers.rows[1].field, "33 12 34")
    await camera.take("03f-phonebook-form")
    page.leave_form()
    page.leave_form()
    page.shelf._halves["favourites"].click()
    await camera.take("03f-phonebook-favourites")
    page.shelf._halves["own"].click()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "kontakter.csv"
        file.write_text(SHEET, encoding="utf-8")
        page.begin_import(file)
        await camera.take("03f-phonebook-import", settle=1.2)
        page.importing.leave()


async def settings(camera: Camera) -> None:
    page = await camera.show("settings")
    for pane in PANES:
        if pane in page.rows:
            page.show_pane(pane)
            await camera.take(f"03h-settings-{pane}")
    page.show_pane("password")
    await asyncio.sleep(0.2)


async def people_of_a_sheet(camera: Camera, importing: PeopleImporting) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "medarbejdere.csv"
        file.write_text(PEOPLE + PEOPLE_WRONG, encoding="cp1252")
        importing.begin(file)
        await camera.take("03j-admin-import-wrong", settle=1.5)
        file.write_text(PEOPLE, encoding="utf-16")
        importing.pane.read_again()
        await camera.take("03j-admin-import", settle=1.5)
        importing.pane.import_button.click()
        await camera.take("03j-admin-import-done", settle=2.5)
        importing.leave()


async def administration(camera: Camera) -> None:
    page = await camera.show("admin")
    await camera.take("03j-admin-people")
    page.people.new()
    await camera.take("03j-admin-new")
    page.people.form.show_person(None, "100")
    page.people.list.selectRow(6)
    page.people.form.more.emit()
    await camera.take("03j-admin-menu")
    await camera.begin()
    page = await camera.show("admin")
    page.people.deeds.remove()
    await camera.take("03j-admin-delete")
    page.people.form.sure.clear()
    await people_of_a_sheet(camera, page.people.importing)
    page.turn_to("devices")
    await asyncio.sleep(0.5)
    first = page.people.model.index(6, 0).data(PERSON)
    page.people.device_verbs._show_sip(f"{first.id}-d")
    await camera.take("03j-admin-devices", settle=0.8)
    page.people.devices.sip_card.eye.click()
    page.people.devices.fetching.show_address("https://telefoni.demo.example/provisioning/a1b2c3/Zk3vQ9xw1TbR4wLm/")
    await camera.take("03j-admin-devices-shown", settle=0.8)
    page.turn_to("people")


async def groups(camera: Camera) -> None:
    page = await camera.show("admin")
    page.turn_to("groups")
    await camera.take("03j-admin-groups", settle=1.2)
    camera.resize(980, 1100)
    await camera.take("03j-admin-groups-tall", settle=0.8)


async def lines(camera: Camera) -> None:
    client = camera.desktop.actions._ready()
    line = TrunkBody(
        name="Vestbælt",
        server="sip.vestbaelt.example:5061",
        transport=Transport.TLS,
        user="k1002000",
        password="unlikely",
        register=True,
        numbers=["+4533122000", "+4570123400"],
        max_calls=20,
        abroad=Abroad.NORDIC,
    )
    await client.add_trunk(line)
    await client.add_trunk(TrunkBody(name="Mobilporten", server="192.0.2.60", numbers=["+4520123400"]))
    page = await camera.show("admin")
    page.turn_to("lines")
    await camera.take("03j-admin-lines", settle=1.2)
    page.pane.form.show_trial("180 Ringing", good=True)
    camera.resize(980, 800)
    await camera.take("03j-admin-lines-tried", settle=0.8)


async def company_number(camera: Camera) -> None:
    client = camera.desktop.actions._ready()
    day = [OpeningBody(start="08:00", end="16:00")]
    body = CompanyNumberBody(
        one_number="+4533122000",
        name="Hovednummer",
        number="1002100",
        languages=["da", "en"],
        hours=[day, day, day, day, [OpeningBody(start="08:00", end="14:00")], [], []],
        greeting={"da": "Velkommen til Demofirma.", "en": "Welcome to the demo company."},
        menus=[
            CompanyMenu(
                MAIN,
                {"da": "Tast 1 for kundeservice, 5 for engelsk, 9 for receptionen."},
                (
                    MenuKey("1", Leads.NUMBER, "1002199"),
                    MenuKey("5", Leads.LANGUAGE, language="en"),
                    MenuKey("9", Leads.NUMBER, "1002100"),
                ),
            )
        ],
        closed=Answer({"da": "Vi har lukket. Vi åbner klokken otte."}),
    )
    await client.add_company_number(body)
    page = await camera.show("admin")
    page.turn_to("company")
    await camera.take("03j-admin-company", settle=1.2)
    camera.resize(980, 1100)
    await camera.take("03j-admin-company-tall", settle=0.8)
    camera.resize(*camera.size)
    page.turn_to("privacy")
    await camera.take("03j-admin-privacy", settle=0.8)
    page.turn_to("audit")
    await camera.take("03j-admin-audit", settle=0.8)


async def reception(camera: Camera) -> None:
    if camera.size == USUAL:
        camera.resize(1240, 760)
    page = await camera.show("reception")
    session = camera.desktop.session
    for place, (name, called, seconds) in enumerate(
        (("Nordic Marine A/S", "Hovednummer", 64), ("", "Salgslinjen", 21), ("Tage Ørnhøj", "Hovednummer", 6))
    ):
        call = QueuedCallView(
            id=CallId(f"q{place}"), state=QueueState.WAITING, number=f"+453312345{place}", name=name,
            called_number="+4533123400", called_name=called, since=session.now() - timedelta(seconds=seconds),
            back_from="Kasper Dalbyager" if place == 2 else "", language="sv" if place == 1 else "",
        )  # fmt: skip
        session.take(call, "")
    await camera.take("03i-reception-queue", settle=0.8)
    for place in range(3):
        session.take(QueuedCallRemoved(id=CallId(f"q{place}")), "")
    await camera.wait(lambda: bool(page.calls.pane.waiting))
    page.doing.answer_next()
    await camera.wait(lambda: page.calls.active is not None)
    camera.window.search.search_for("da")
    await camera.take("03i-reception", settle=1.0)
    page.doing.park()
    await camera.wait(lambda: bool(page.calls.pane.parked))
    camera.window.search.search_for("")
    await camera.take("03i-reception-parked", settle=1.0)


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
    camera.desktop.registry.program.show_keys()
    await camera.take("00-keys")


SHEET = (
    "Navn;Firma;Mobil;E-mail;Ukendt\n"
    "Asta Vig;Vig Byg;20123477;asta@vig.example;x\n"
    "Birk Salgaard;Vindrosen Transport;20123471;;\n"
    "Tage Ørnhøj;Vindrosen Transport;20123476;;\n"
    ";;20123480;;\n"
)

SCENES = {
    "divert": divert,
    "messages": messages,
    "calls": calls,
    "phonebook": phonebook,
    "settings": settings,
    "admin": administration,
    "groups": groups,
    "lines": lines,
    "company": company_number,
    "reception": reception,
    "own-menu": own_menu,
    "dnd": do_not_disturb,
    "keys": keys,
}
