"""What an administrator can do over the HTTP interface, they can do on the command line (spec 12.4)."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import pytest
from litestar.handlers import HTTPRouteHandler

from onepresence_desktop.pbx.admin import parser
from onepresence_desktop.pbx.api.rooms import HANDLERS
from onepresence_desktop.wire import bodies, routes
from onepresence_desktop.wire import commands as wire
from onepresence_desktop.wire.blocking import CompanyBlockingBody
from onepresence_desktop.wire.calendar_words import WordRuleBody
from onepresence_desktop.wire.calendars import CalendarBody
from onepresence_desktop.wire.connections import ConnectionBody, ConnectionPatch
from onepresence_desktop.wire.groups import GroupBody
from onepresence_desktop.wire.pickup import PickupGroupBody
from onepresence_desktop.wire.privacy import PrivacyBody
from onepresence_desktop.wire.reception import ReceptionTimesBody
from onepresence_desktop.wire.trunks import TrunkBody

COMMANDS = {
    ("POST", routes.PEOPLE): "user add",
    ("POST", routes.PEOPLE_IMPORT): "import",
    ("PATCH", routes.PERSON): "user set",
    ("DELETE", routes.PERSON): "user remove",
    ("POST", routes.PERSON_PASSWORD): "user reset-password",
    ("POST", routes.PERSON_ERASURE): "user erase",
    ("DELETE", routes.PERSON_PICTURE): "user remove-picture",
    ("POST", routes.PERSON_CALENDARS): "calendar add",
    ("PUT", routes.PERSON_CALENDAR_OF): "calendar set",
    ("DELETE", routes.PERSON_CALENDAR_OF): "calendar remove",
    ("PUT", routes.PERSON_CALENDAR): "calendar set",
    ("DELETE", routes.PERSON_CALENDAR): "calendar remove",
    ("POST", routes.PERSON_DEVICES): "device add",
    ("PATCH", routes.DEVICE): "device set",
    ("DELETE", routes.DEVICE): "device remove",
    ("POST", routes.DEVICE_PROVISIONING): "device provision",
    ("POST", routes.GROUPS): "group add",
    ("PUT", routes.GROUP): "group set",
    ("DELETE", routes.GROUP): "group remove",
    ("PUT", routes.GROUP_MEMBER): "group logout",
    ("POST", routes.PICKUP_GROUPS): "pickup-group set",
    ("PUT", routes.PICKUP_GROUP): "pickup-group set",
    ("DELETE", routes.PICKUP_GROUP): "pickup-group remove",
    ("POST", routes.COMPANY_NUMBERS): "company-number add",
    ("PUT", routes.COMPANY_NUMBER): "company-number set",
    ("DELETE", routes.COMPANY_NUMBER): "company-number remove",
    ("PUT", routes.COMPANY_SOUND): "sound set",
    ("DELETE", routes.COMPANY_SOUND): "sound remove",
    ("PUT", routes.COMPANY_SECURE_PHONES): "customer secure-phones",
    ("PUT", routes.COMPANY_NUMBERS_SHOWN): "customer numbers-shown",
    ("PUT", routes.COMPANY_RECEPTION): "customer reception-times",
    ("PUT", routes.COMPANY_CALLER_CARD): "customer last-contacts",
    ("PUT", routes.COMPANY_PRIVACY): "privacy set",
    ("PUT", routes.COMPANY_BLOCKED): "blocked add",
    ("PUT", routes.COMPANY_CALENDAR_WORDS): "calendar-word set",
    ("PUT", routes.HOLIDAY): "holiday add",
    ("DELETE", routes.HOLIDAY): "holiday remove",
    ("POST", routes.TRUNKS): "trunk add",
    ("PUT", routes.TRUNKS): "trunk order",
    ("PUT", routes.TRUNK): "trunk set",
    ("DELETE", routes.TRUNK): "trunk remove",
    ("POST", routes.TRUNK_TEST): "trunk test",
    ("POST", routes.CONNECTIONS): "connection add",
    ("PATCH", routes.CONNECTION): "connection set",
    ("DELETE", routes.CONNECTION): "connection remove",
    ("POST", routes.CONNECTION_TRY): "connection try",
    ("POST", routes.DIRECTORY_READING): "directory read",
    ("POST", routes.DOCTOR_UNBLOCK): "doctor",
}
"""What each of an administrator's routes that change something is on the command line."""

WITHOUT = {
    (
        "POST",
        routes.COMPANY_LISTEN,
    ): "lets a text be heard while it is written, and keeps nothing",
}
"""Those without a command, and why."""

SAID_OTHERWISE = {
    (CompanyBlockingBody, wire.Blocked): {"numbers": "add"},
    (GroupBody, wire.GroupSet): {"local_number": "", "hours": "", "rota": "rota"},  # `set-hours`
    (WordRuleBody, wire.CalendarWordSet): {},
    (TrunkBody, wire.TrunkSet): {"first": ""},  # `trunk order`
    (TrunkBody, wire.TrunkAdd): {"version": ""},  # nothing to overwrite
    (ConnectionBody, wire.ConnectionAdd): {},
    (ConnectionPatch, wire.ConnectionSet): {},
    (CalendarBody, wire.CalendarAdd): {"version": ""},  # nothing to overwrite
    (CalendarBody, wire.CalendarSet): {},
    (bodies.PersonBody, wire.UserSet): {},
    (bodies.PersonBody, wire.UserAdd): {"version": "", "closed": ""},  # `user set`
    (bodies.DeviceBody, wire.DeviceAdd): {},
    (bodies.DevicePatch, wire.DeviceSet): {},
    (PickupGroupBody, wire.PickupGroupSet): {},
    (PrivacyBody, wire.PrivacySet): {},
    (ReceptionTimesBody, wire.ReceptionTimes): {},
}
"""Bodies and the commands that say the same: what a field is called there, "" for one that another command sets."""


def administrators() -> Iterator[tuple[str, str]]:
    """Method and path of each route that is for administrators and does something."""
    for handler in HANDLERS:
        assert isinstance(handler, HTTPRouteHandler)
        if "administrator" in handler.fn.__annotations__:
            for method in handler.http_methods - {"GET"}:
                for path in handler.paths:
                    yield str(method), path.replace(":str}", "}")


def commands(of: argparse.ArgumentParser, before: str = "") -> Iterator[str]:
    """All there are, by their words."""
    below = [action for action in of._actions if isinstance(action, argparse._SubParsersAction)]
    if not below:
        yield before.strip()
    for action in below:
        for name, one in action.choices.items():
            yield from commands(one, f"{before} {name}")


def test_each_route_of_administrators_has_a_command_or_a_reason_why_not() -> None:
    there = set(administrators())
    assert there == COMMANDS.keys() | WITHOUT.keys()
    assert not COMMANDS.keys() & WITHOUT.keys()


def test_each_of_those_commands_is_there() -> None:
    assert set(COMMANDS.values()) <= set(commands(parser()))


@pytest.mark.parametrize("pair", SAID_OTHERWISE, ids=lambda pair: f"{pair[0].__name__} {pair[1].__name__}")
def test_a_command_says_all_that_the_page_says(pair: tuple[type, type]) -> None:
    body, command = pair
    named = SAID_OTHERWISE[pair]
    wanted = {named.get(field, field) for field in body.__struct_fields__} - {""}  # type: ignore[attr-defined]
    missing = wanted - set(command.__struct_fields__)  # type: ignore[attr-defined]
    assert not missing, missing
