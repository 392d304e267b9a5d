"""What each command does inside the program."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.commands.request import REFUSED, Reply, Request, Verb
from onepresence_desktop.desktop.commands.verbs import Verbs
from onepresence_desktop.desktop.commands_registry import CommandRegistry, SectionWords
from onepresence_desktop.desktop.dial.dialler import Dialler
from onepresence_desktop.desktop.dial.popover import DialPopover
from onepresence_desktop.desktop.pages import MessagePlace
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.domain.calls import CallId
from onepresence_desktop.domain.diversion import VOICEMAIL, QuickDiversion, QuickDiversionId, Reason
from onepresence_desktop.domain.errors import DeviceNotRegistered, ServerAway
from onepresence_desktop.domain.messages import Message, MessageId, MessageKind
from onepresence_desktop.domain.people import CustomerId, DeviceId, DeviceKind, Role, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.wire import bodies, views
from tests.support.dressing import dress

MOBILE = views.OwnDeviceView(id=DeviceId("d2"), kind=DeviceKind.MOBILE, name="", state=DeviceState.IDLE)
VISIT = QuickDiversion(QuickDiversionId("q1"), "Kundebesøg", "reason-visit", Reason.TRAVEL, VOICEMAIL, minutes=90)


class Recorder(Actions):
    """Remembers what would go to the service, or refuses it."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Any] = []
        self.refuses: Exception | None = None

    async def call_and_wait(self, number: str, device_id: DeviceId | None = None) -> CallId:
        self._take((number, device_id))
        return CallId("c")

    async def divert_and_wait(self, request: bodies.DiversionRequest) -> None:
        self._take(request)

    async def open_phone_and_wait(self) -> None:
        self._take("open")

    def _take(self, what: Any) -> None:
        if self.refuses is not None:
            raise self.refuses
        self.asked.append(what)


class Desk:
    """The verbs with what they act on."""

    def __init__(self, folder: Path) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        dress(app)
        self.session, self.actions = Session(), Recorder()
        self.settings = Settings(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
        self.dialler = Dialler(self.session, self.actions, self.settings, self._read)
        self.said: list[str] = []
        self.did: list[str] = []
        self.registry = CommandRegistry(self.session, self.actions)
        self.registry.program.show_keys = lambda: self.did.append("keys")
        self.registry.program.sections = lambda: [SectionWords("search", "nav-search", "Search")]
        self.verbs = Verbs(
            self.session,
            self.actions,
            self.registry,
            self.dialler,
            dial_selection=self._dial,
            show=lambda: self.did.append("show"),
            quit_program=lambda: self.did.append("quit"),
            say=self.said.append,
            patience=0.2,
        )

    async def _read(self) -> str:
        return ""

    async def _dial(self) -> None:
        self.did.append("dial selection")

    def sign_in(self) -> None:
        me = views.MeView(
            id=UserId("u0"),
            name="Me",
            local_number="1002100",
            role=Role.USER,
            language="da",
            quick=[VISIT],
            devices=[MOBILE],
        )
        customer = views.CustomerView(
            id=CustomerId("c"), code="100", name="F", region="DK", time_zone="Europe/Copenhagen"
        )
        nothing = views.DiversionsView(current=[], coming=[])
        self.session.take(
            views.SnapshotView(
                event_id="e:0",
                at=self.session.now(),
                version="0",
                public=views.PublicView(customer=customer, people=[], presence=[], groups=[]),
                private=views.PrivateView(me=me, diversions=nothing, messages=[], calls=[], history=[]),
            ),
            "e:0",
        )
        self.session.set_connection(Connection(ConnectionState.LIVE))

    def popover(self) -> DialPopover | None:
        return self.dialler.popover

    async def __call__(self, verb: Verb, subject: str = "", **more: Any) -> Reply:
        return await self.verbs.carry_out(Request(verb, subject=subject, **more))


async def test_a_link_to_a_message_shows_it_and_says_when_it_has_gone(desk: Desk) -> None:
    went: list[Any] = []
    desk.registry.program.go_to = went.append
    desk.sign_in()
    at, me = desk.session.now(), UserId("u0")
    message = Message(MessageId("m1"), me, MessageKind.SMS, "1002101", "Mette", at, text="Hej")
    desk.session.take(message, "e:1")
    assert await desk(Verb.OPEN_LINK, "onepresence://message/m1") == Reply()
    assert went == [MessagePlace(message=MessageId("m1"))]
    reply = await desk(Verb.OPEN_LINK, "onepresence://message/../m2")
    assert reply.code == REFUSED and desk.said == [reply.reason]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(tmp_path)


async def test_a_number_in_any_form_is_called_from_the_chosen_phone(desk: Desk) -> None:
    desk.sign_in()
    for text, number in {"Tlf. 33 12 34 56": "+4533123456", "0046-8-123 45 67": "+4681234567", "4012": "4012"}.items():
        assert await desk(Verb.CALL, text) == Reply()
        assert desk.actions.asked[-1] == (number, None)
    desk.settings.set(keys.CALL_DEVICE, "d2")
    await desk(Verb.CALL, "33123456")
    assert desk.actions.asked[-1] == ("+4533123456", "d2")


async def test_several_numbers_or_none_are_refused(desk: Desk) -> None:
    desk.sign_in()
    for text in ("33 12 34 56 eller 33 12 34 57", "Mette", ""):
        assert (await desk(Verb.CALL, text)).code == REFUSED
    assert desk.actions.asked == []


async def test_112_is_asked_about_and_not_called(desk: Desk) -> None:
    desk.sign_in()
    assert (await desk(Verb.CALL, "112")).code == REFUSED
    assert desk.actions.asked == []
    assert desk.dialler.popover is not None
    assert desk.dialler.popover.isVisible()
    desk.dialler.popover.close()


async def test_a_refusal_is_a_sentence(desk: Desk) -> None:
    desk.sign_in()
    desk.actions.refuses = DeviceNotRegistered(device="d1")
    assert await desk(Verb.CALL, "4012") == Reply(REFUSED, reason="Your phone isn't connected. Choose another one.")


async def test_presets_are_known_by_word_id_and_name(desk: Desk) -> None:
    desk.sign_in()
    for word, preset in {
        "lunch": "lunch",
        "Gone-Home": "gone_home",
        "q1": "q1",
        "kundebesøg": "q1",
    }.items():
        assert await desk(Verb.DIVERT, word) == Reply()
        assert desk.actions.asked[-1] == bodies.DiversionRequest(preset=preset)
    refused = await desk(Verb.DIVERT, "siesta")
    assert refused.code == REFUSED
    assert "Kundebesøg" in refused.reason


async def test_a_length_or_an_end_goes_along(desk: Desk) -> None:
    desk.sign_in()
    await desk(Verb.DIVERT, "lunch", seconds=2700)
    assert desk.actions.asked[-1] == bodies.DiversionRequest(preset="lunch", duration=timedelta(minutes=45))
    end = (desk.session.now() + timedelta(hours=3)).astimezone().replace(second=0, microsecond=0)
    await desk(Verb.DIVERT, "lunch", until=end.strftime("%H:%M"))
    assert desk.actions.asked[-1] == bodies.DiversionRequest(preset="lunch", until=end)


async def test_signed_out_everything_but_status_is_refused_after_a_little_patience(desk: Desk) -> None:
    for verb in (Verb.CALL, Verb.DIVERT, Verb.OPEN_PHONE, Verb.DIAL_SELECTION):
        assert await desk(verb, "lunch") == Reply(REFUSED, reason="Not signed in.")
    assert await desk(Verb.STATUS) == Reply(text="Not signed in.")
    found = json.loads((await desk(Verb.STATUS, json=True)).text)
    assert (found["signed_in"], found["live"], found["name"]) == (False, False, None)
    assert desk.did == []


async def test_a_service_that_is_away_is_the_reason(desk: Desk) -> None:
    desk.session.set_connection(Connection(ConnectionState.CONNECTING, error=ServerAway()))
    assert (await desk(Verb.OPEN_PHONE)).reason == "The telephone system can't be reached."


async def test_a_command_during_the_sign_in_waits_for_it(desk: Desk) -> None:
    desk.verbs._patience = 10
    asked = asyncio.create_task(desk(Verb.OPEN_PHONE))
    await asyncio.sleep(0)
    assert not asked.done()
    desk.sign_in()
    assert await asked == Reply()
    assert desk.actions.asked == ["open"]


async def test_a_link_before_the_sign_in_is_asked_about_after_it_and_once(desk: Desk) -> None:
    assert await desk(Verb.OPEN_LINK, "tel:+4533123456") == Reply()
    assert desk.did == ["show"]
    assert desk.popover() is None
    desk.sign_in()
    popover = desk.popover()
    assert popover is not None
    assert popover.isVisible()
    desk.session.set_connection(Connection(ConnectionState.STALE))
    assert desk.dialler.popover is popover
    assert desk.actions.asked == []
    popover.close()


@pytest.mark.parametrize("link", ["tel:*21*33123456%23", "tel:%2A21", "tel:%23", "tel:", "tel:Mette", "sip:"])
async def test_codes_and_nothing_in_a_link_are_refused_and_said_on_the_screen(desk: Desk, link: str) -> None:
    desk.sign_in()
    reply = await desk(Verb.OPEN_LINK, link)
    assert reply.code == REFUSED
    assert desk.said == [reply.reason]
    assert desk.dialler.popover is None


async def test_quit_answers_first(desk: Desk) -> None:
    assert await desk(Verb.QUIT) == Reply()
    assert desk.did == []
    await asyncio.sleep(0)
    assert desk.did == ["quit"]


async def test_a_second_start_shows_the_window(desk: Desk) -> None:
    assert await desk(Verb.SHOW) == Reply()
    assert desk.did == ["show"]


async def test_dial_selection_does_what_the_key_does(desk: Desk) -> None:
    desk.sign_in()
    assert await desk(Verb.DIAL_SELECTION) == Reply()
    assert desk.did == ["dial selection"]


async def test_any_command_of_the_program_can_be_given_by_its_id(desk: Desk) -> None:
    desk.sign_in()
    assert await desk(Verb.DO, "keys") == Reply()
    await asyncio.sleep(0)
    assert desk.did == ["keys"]
    refused = await desk(Verb.DO, "make-coffee")
    assert refused.code == REFUSED and "make-coffee" in refused.reason


async def test_a_command_that_cant_be_given_now_is_refused_with_why(desk: Desk) -> None:
    desk.sign_in()
    desk.session.set_connection(Connection(ConnectionState.STALE))
    assert (await desk(Verb.DO, "divert.lunch")).reason == "Not connected"


async def test_the_commands_are_listed_with_what_they_are_called(desk: Desk) -> None:
    desk.sign_in()
    listed = dict(line.split(maxsplit=1) for line in (await desk(Verb.COMMANDS)).text.splitlines())
    assert listed["divert.lunch"] == "Lunch ½ hour"
    assert listed["divert.q1"].startswith("Kundebesøg ")
    assert listed["do-not-disturb.until_off"] == "Until I turn it off"
    assert listed["go.search"] == "Search"
    assert listed["quit"] == "Quit"


async def test_a_quick_diversion_is_known_by_its_name_on_the_screen(desk: Desk) -> None:
    desk.sign_in()
    for word in ("lunch", "Lunch", "lunch ½ hour", "kundebesøg", "gone-home"):
        assert await desk(Verb.DIVERT, word) == Reply()
    assert [asked.preset for asked in desk.actions.asked] == ["lunch", "lunch", "lunch", "q1", "gone_home"]
