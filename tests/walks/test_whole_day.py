"""The whole day of an employee, by mouse and keyboard on a screen, with real phones over a real provider.

She arrives, plans a weekly absence, misses a customer and calls back from the shared list, writes to a colleague,
imports contacts, sees who calls, has lunch with a favourite let through, and comes back (spec 2.1, 3.2, 3.4, 3.9, 3.11,
4.6, 4.7, 6.1, 7.5, 8.2).

What is on the screen is read by its words (`LookedAt`), so that pages may change their places.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.support.employee import at_work
from tests.support.exchange import ZONE, Person
from tests.support.hearing import hears
from tests.support.looked_at import LookedAt
from tests.support.phones import Phone
from tests.support.town import Town
from tests.support.waiting import eventually

pytestmark = [pytest.mark.phones, pytest.mark.screen]

SALES, DIRECT = "+4570102500", "+4570102102"
"""Numbers of a group, and of Mette herself."""
CUSTOMER, FAVOURITE, STRANGER = "+4533123456", "+4520304101", "+4520304102"
CARDS = """BEGIN:VCARD
VERSION:3.0
N:Friis;Helle;;;
FN:Helle Friis
ORG:Hotel Kontoret
TEL;TYPE=WORK:+45 33 12 34 56
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:;Nordic Marine;;;
FN:Nordic Marine
TEL;TYPE=CELL:20 30 41 01
END:VCARD
"""
TRAY = ("1266", "787")
"""Where its icon is, on the screen."""


class Day:
    """Mette at her screen with a desk phone, her colleague Birgit at hers, and the town that calls."""

    def __init__(self, town: Town, api: Person, phone: Phone, mette: LookedAt, birgit: LookedAt) -> None:
        self.town, self.api, self.phone, self.mette, self.birgit = town, api, phone, mette, birgit

    async def rings(self, number: str, dialled: str) -> int:
        """Somebody outside calls, and the desk phone rings; what it tells of this call begins there."""
        since = len(self.phone.events)
        await self.town.calls(number, dialled)
        await self.phone.until("CALL_INCOMING", since=since)
        return since

    async def comes_to(self, path: str, expected: Any, key: str) -> None:
        """Wait until the service has kept it."""

        async def kept() -> bool:
            found = await self.api("GET", path)
            return bool((found[0] if isinstance(found, list) and found else found or {key: None})[key] == expected)

        await eventually(kept, every=0.2)


async def test_the_whole_day_of_an_employee(tmp_path: Path) -> None:
    async with Town(tmp_path, [CUSTOMER, FAVOURITE, STRANGER]) as town:
        office = town.office
        admin, api = await office.client("1002101"), await office.client("1002102")
        ids = {one["local_number"]: one["id"] for one in await admin("GET", "/v1/people")}
        await admin("PATCH", f"/v1/people/{ids['1002102']}", {"one_number": DIRECT})
        sales = {"local_number": "1002500", "name": "Salg", "members": [ids["1002102"]], "number": SALES}
        await admin("POST", "/v1/groups", {**sales, "seconds": 300})
        phone = await office.phone("1002102", seconds=120)
        mette = LookedAt(tmp_path / "mette", office.service.url, "1002102")
        birgit = LookedAt(tmp_path / "birgit", office.service.url, "1002103")
        async with at_work(birgit, mette):
            day = Day(town, api, phone, mette, birgit)
            birgit.sees("^Mette Lundgaard, Available", "row")
            await plans_a_weekly_absence(day)
            await misses_a_customer_and_calls_back(day)
            await writes_to_a_colleague(day)
            await imports_contacts_and_sees_who_calls(day)
            await goes_to_lunch_and_lets_a_favourite_through(day)
            await comes_back(day)


async def plans_a_weekly_absence(day: Day) -> None:
    mette, when = day.mette, datetime.now(ZONE).date() + timedelta(days=3)
    mette.press("^Divert my phone", "NavigationRow")
    mette.press("^Schedule$", "Half")
    mette.press("^New recurring diversion$", "Button")
    mette.writes("^Name, if you like$", "Team meeting")
    mette.writes("^Day$", f"{when:%d/%m}")
    mette.desk.key("Tab")
    mette.sees(f"^{when:%A}$", "DayChip")
    mette.picture("1-absence")
    mette.press("^Save$", "Button")
    mette.sees("^New recurring diversion$", "Button")
    mette.picture("2-week")
    (planned,) = await day.api("GET", "/v1/me/schedules")
    weekday = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[when.weekday()]
    assert (planned["title"], planned["rrule"]) == ("Team meeting", f"FREQ=WEEKLY;BYDAY={weekday}")


async def misses_a_customer_and_calls_back(day: Day) -> None:
    mette, phone, customer = day.mette, day.phone, day.town.outside[CUSTOMER]
    since = await day.rings(CUSTOMER, SALES)
    mette.sees("^33 12 34 56 is calling", "CallToast")
    mette.picture("3-customer")
    await day.town.ends(CUSTOMER)
    await phone.until("CALL_CLOSED", since=since)
    mette.press("^Calls", "NavigationRow")
    mette.press("^Shared 1$", "Half")
    mette.press("^33 12 34 56, Salg .* Open", "row")
    mette.picture("4-shared")
    since, rang = len(phone.events), len(customer.events)
    mette.press("^Call$", "Button")
    await phone.until("CALL_INCOMING", since=since)
    await phone.accept()
    await customer.until("CALL_INCOMING", since=rang)
    await customer.accept()
    await phone.until("CALL_ESTABLISHED", since=since)
    mette.sees("^33 12 34 56", "CallCard")
    await eventually(lambda: hears(phone, customer.says) >= 0.99, every=0.5)
    await eventually(lambda: hears(customer, phone.says) >= 0.99, every=0.5)
    mette.sees("^33 12 34 56, Salg .* Done", "row")
    mette.picture("5-called-back")
    await phone.hang_up()
    await customer.until("CALL_CLOSED", since=rang)
    mette.sees_no("", "CallCard")


async def writes_to_a_colleague(day: Day) -> None:
    mette, birgit = day.mette, day.birgit
    mette.press("^Phone messages", "NavigationRow")
    mette.press("^New message$", "Button")
    mette.press("^To$", "Line")
    mette.desk.type("Birgit")
    mette.press("^Birgit Fuglkær", "row")
    mette.press("^Text of the message$", "Edit")
    mette.desk.type("Please call Helle Friis")
    mette.sees("^Text of the message$", value="Helle Friis$")
    mette.picture("6-writes")
    mette.desk.key("ctrl+Return")  # the pop-up of the missed call may still lie over the button
    birgit.press("^Phone messages, 1 unread", "NavigationRow")
    birgit.sees("Mette Lundgaard.*Please call Helle Friis", "row")
    birgit.picture("please-call")


async def imports_contacts_and_sees_who_calls(day: Day) -> None:
    mette, phone, file = day.mette, day.phone, day.mette.folder / "contacts.vcf"
    file.write_text(CARDS.replace("\n", "\r\n"), encoding="utf-8")
    mette.press("^Phonebook", "NavigationRow")
    mette.press("^Import and export$", "Button")
    mette.press("^Import from a file", "QAction")
    mette.chooses(file)
    mette.press("^Import 2 contacts$", "Button")
    mette.press("^Nordic Marine$", "row")
    mette.press("^Add to favourites$", "Button")
    mette.sees("^Remove from favourites$", "Button")
    mette.picture("7-contacts")
    since = await day.rings(CUSTOMER, DIRECT)
    mette.sees("^Helle Friis is calling, 33 12 34 56", "CallToast")
    assert CUSTOMER in phone.last("CALL_INCOMING")["peeruri"]
    mette.picture("8-named")
    await phone.accept()
    mette.sees("^Helle Friis", "CallCard")
    mette.picture("9-call-bar")
    await phone.hang_up()
    await phone.until("CALL_CLOSED", since=since)


async def goes_to_lunch_and_lets_a_favourite_through(day: Day) -> None:
    mette, phone, stranger = day.mette, day.phone, day.town.outside[STRANGER]
    mette.press("^Settings", "NavigationRow")
    mette.press("^Diversion$", "PaneRow")
    mette.sees("^Saved destinations$")
    mette.scrolls_to("^Who gets through as usual$")
    mette.press("^Favourites$", "Chip")
    await day.comes_to("/v1/me/exceptions", ["favourites"], "usual")
    mette.hands("mousemove", *TRAY, "click", "3")
    mette.sees("^Lunch", "QAction")
    mette.picture("10-tray")
    mette.press("^Lunch", "QAction")
    day.birgit.press("^Search", "NavigationRow")
    day.birgit.sees("^Mette Lundgaard, Diverted, Lunch", "row")
    since, told = len(stranger.events), len(phone.events)
    await stranger.dial(DIRECT)
    await stranger.until("CALL_ESTABLISHED", since=since)
    await stranger.hang_up()

    async def missed() -> bool:
        calls = await day.api("GET", "/v1/me/calls")
        return any(
            (call["number"], call["direction"], call["voicemail"]) == (STRANGER, "missed", True) for call in calls
        )

    await eventually(missed, every=0.2)
    assert not phone.seen("CALL_INCOMING", told), "a stranger's call rings no phone during lunch"
    await day.rings(FAVOURITE, DIRECT)
    mette.sees("^Nordic Marine is calling", "CallToast")
    mette.picture("11-favourite")


async def comes_back(day: Day) -> None:
    mette, phone = day.mette, day.phone
    await phone.accept()
    await day.town.outside[FAVOURITE].until("CALL_ESTABLISHED")
    mette.sees("^Welcome back – open the phone", "NudgeToast")
    await phone.hang_up()
    mette.sees_no("", "CallCard")
    mette.picture("12-back")
    mette.press("^Open the phone$", "Button", on="^Welcome back – open the phone")
    day.birgit.sees("^Mette Lundgaard, Available", "row")
    mette.sees_no("^Welcome back")
    day.birgit.picture("available")
    assert (await day.api("GET", "/v1/me/diversions"))["current"] == []
