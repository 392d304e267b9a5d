"""Every page of Administration by mouse and keyboard, in the real program on the real service (spec 12.4 to 12.4f).

What a page did is asked of the service. A whole new company by the pages is `new_company`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.employee import at_work
from tests.support.exchange import Exchange, Person
from tests.support.free_port import free_port
from tests.support.looked_at import LookedAt
from tests.support.waiting import eventually

pytestmark = pytest.mark.screen

SHEET = "local_number;name;department\n1002110;Freja Nørlund;Lager\n100211;Emil Storbæk;Lager\n"


class Administrator(LookedAt):
    """Anders at the pages; `api` is asked what became of it."""

    def __init__(self, folder: Path, server: str, api: Person) -> None:
        super().__init__(folder, server, "1002101")
        self.api = api

    def tab(self, name: str) -> None:
        self.press(f"^{name}$", "_TabButton")
        self.picture(f"before-{name}")

    def picks(self, field: str, words: str) -> None:
        """Of a list that a field opens."""
        self.press(field, "Select")
        self.press(words, "row of QListView")
        self.sees(field, "Select", words)

    def saves(self) -> None:
        """By the button, until there is nothing to save."""
        self.press("^Save$", "Button")
        self.sees_no("^Not saved$")

    async def kept(self, path: str, so: Callable[[Any], bool]) -> Any:
        """What the service has there, once it is as wanted."""

        async def there() -> Any:
            found = await self.api("GET", path)
            return (found,) if so(found) else None

        return (await eventually(there, every=0.3))[0]


async def test_every_page_of_administration_by_mouse_and_keyboard(tmp_path: Path) -> None:
    async with Exchange(tmp_path, people=4) as office:
        anders = Administrator(tmp_path / "anders", office.service.url, await office.client("1002101"))
        async with at_work(anders):
            anders.press("^Administration$", "NavigationRow")
            for page in (people, a_sheet, devices, groups, company, lines, telephony, connections, privacy, log, check):
                await page(anders)


def row(people: list[dict[str, Any]], number: str) -> dict[str, Any]:
    return next((one for one in people if one["local_number"] == number), {})


async def people(anders: Administrator) -> None:
    anders.press("^Birgit", "row of QTableView")
    anders.writes("^Title$", "Bookkeeper")
    anders.writes("^Manager$", "anders")
    anders.desk.key("Tab", "ctrl+s")
    found = await anders.kept("/v1/people", lambda people: row(people, "1002103").get("title") == "Bookkeeper")
    assert row(found, "1002103")["manager"] == row(found, "1002101")["id"]
    anders.press("^Close access$", "Button")
    await anders.kept("/v1/people", lambda people: row(people, "1002103")["closed"])
    anders.press("^Open access$", "Button")
    await anders.kept("/v1/people", lambda people: not row(people, "1002103")["closed"])
    anders.press("^Reset password$", "Button")
    anders.press("^Reset password$", "Button", on="signed out")
    anders.sees("^One-time code: .{9}$", "Label")
    anders.press("^Anders", "row of QTableView")
    anders.sees("^Anders Holmvig$", "Label")
    part = anders.find("^Close access$", "Button")
    assert part is not None and not part.enabled, "the only administrator"


async def a_sheet(anders: Administrator) -> None:
    sheet = anders.folder / "people.csv"
    sheet.write_text(SHEET)
    anders.press("^Import", "Button")
    anders.chooses(sheet)
    anders.sees("^Row 3, Emil Storbæk, .*seven digits", "row of RowList")
    anders.picture("bad-row")
    assert len(await anders.api("GET", "/v1/people")) == 4, "nothing is imported while a row is wrong"
    sheet.write_text(SHEET.replace("100211;", "1002111;"))
    anders.press("^Import", "Button")
    anders.chooses(sheet)
    anders.press("^Import 2 people$", "Button")
    await anders.kept("/v1/people", lambda people: len(people) == 6)
    anders.press("^Emil", "row of QTableView")
    anders.sees("^Emil Storbæk$", "Label")
    anders.press("^More$", "IconButton")
    anders.press("^Delete", "QAction")
    anders.sees("^Delete Emil for good$", "Button")
    anders.desk.type("Emil")
    part = anders.find("^Delete Emil for good$", "Button")
    assert part is not None and not part.enabled, "the name isn't whole"
    anders.desk.key("Escape")


async def devices(anders: Administrator) -> None:
    anders.tab("Devices")
    anders.press("^Mette", "row of QTableView")
    anders.sees("^Mette Lundgaard$", "Label")
    anders.picks("^Kind of device$", "^Softphone$")
    anders.writes("^Name of the device$", "Laptop")
    anders.press("^Add device$", "Button")
    anders.sees("^SIP settings · Mette Lundgaard$", "Label")
    anders.press("^Show the password$", "IconButton")
    anders.sees("^QR code with the settings, for a softphone$", "QrCode")
    anders.picture("qr-code")
    anders.press("^More for Laptop$", "IconButton")
    anders.press("^Through the service$", "QAction")
    anders.sees("Through the service$", "Label")
    anders.press("^More for Laptop$", "IconButton")
    anders.press("^Remove Laptop$", "QAction")
    anders.press("^Remove Laptop$", "Button")
    anders.sees("^No devices yet", "Label")


async def groups(anders: Administrator) -> None:
    anders.tab("Groups")
    anders.sees("^Reception, ", "row of RowList")
    anders.press("^New group$", "Button")
    anders.writes("^Name$", "Support")
    anders.writes("^Number$", "100 2500")
    anders.press("^In turn$", "OptionCard")
    for name in ("Mette", "Birgit"):
        anders.press("^Add a member", "Field")
        anders.desk.type(name)
        anders.desk.key("Return")
        anders.sees(f"^{name}", "row of MembersList")
    anders.press("^Birgit", "row of MembersList")
    anders.desk.key("alt+Up")
    anders.saves()
    (made,) = [
        one
        for one in await anders.kept("/v1/groups", lambda groups: len(groups) == 2)
        if one["local_number"] == "1002500"
    ]
    known = {one["id"]: one["name"].split()[0] for one in await anders.api("GET", "/v1/people")}
    assert (made["strategy"], [known[member] for member in made["members"]]) == ("in_turn", ["Birgit", "Mette"])
    anders.press("^Delete the group$", "IconButton")
    anders.press("^Delete", "^Button$")
    await anders.kept("/v1/groups", lambda groups: len(groups) == 1)


async def company(anders: Administrator) -> None:
    anders.tab("Company number")
    anders.writes("^Name$", "Main")
    anders.writes("^Number from outside$", "70 10 10 00")
    anders.press("^Who answers$", "Field")
    anders.desk.type("recep")
    anders.press("^Open on Monday$", "Field")
    anders.desk.type("8-16")
    anders.press("^Copy to weekdays$", "Button")
    anders.press("^Greeting$", "Edit")
    anders.desk.type("Velkommen.")
    anders.press("^Listen: Greeting$", "IconButton")
    anders.scrolls_to("^Day, as", "Field")
    anders.writes("^Day, as", "24.12")
    anders.writes("^Name of the day$", "Juleaften")
    anders.desk.key("Return")
    anders.sees("^Closed on Juleaften$", "Switch")
    anders.saves()
    (made,) = await anders.kept("/v1/company/numbers", lambda numbers: len(numbers) == 1)
    assert (made["number"], made["greeting"]) == ("1002100", {"da": "Velkommen."})
    assert [len(day) for day in made["hours"]["days"]] == [1, 1, 1, 1, 1, 0, 0]


async def lines(anders: Administrator) -> None:
    anders.tab("Lines")
    anders.press("^New line$", "Button")
    anders.writes("^Name$", "Mobile")
    anders.press("^Fixed address$", "Half")
    anders.writes("^Server$", "127.0.0.1")
    anders.writes("^Port$", str(free_port()))
    anders.writes("^Addresses", "127.0.0.1")
    anders.press("^TCP$", "Half")
    anders.saves()
    (made,) = await anders.kept("/v1/trunks", lambda trunks: len(trunks) == 1)
    assert (made["name"], made["register"], made["transport"]) == ("Mobile", False, "tcp")
    anders.press("^Delete the line$", "IconButton")
    anders.press("^Delete", "^Button$")
    await anders.kept("/v1/trunks", lambda trunks: not trunks)


async def telephony(anders: Administrator) -> None:
    anders.tab("Telephony")
    anders.press("^No number .withheld.$", "CheckBox")
    anders.saves()
    await anders.kept("/v1/company/numbers-shown", lambda shown: "withheld" not in shown["kinds"])


async def connections(anders: Administrator) -> None:
    anders.tab("Connections")
    anders.writes("^Name$", "Mail")
    anders.writes("^Server$", "127.0.0.1")
    anders.writes("^Port$", str(free_port()))
    anders.writes("^Sender$", "firm@example.com")
    anders.picks("^Encryption$", "^None")
    anders.saves()
    (made,) = await anders.kept("/v1/connections", lambda found: len(found) == 1)
    assert made["name"] == "Mail"
    anders.press("^Delete the connection$", "IconButton")
    anders.press("^Delete", "^Button$")
    await anders.kept("/v1/connections", lambda found: not found)


async def privacy(anders: Administrator) -> None:
    anders.tab("Personal data")
    anders.picks("^Calls in the history$", "^90 days$")
    anders.press("^Colleagues see sickness", "CheckBox")
    anders.saves()
    kept = await anders.kept("/v1/company/privacy", lambda kept: kept["calls_days"] == 90)
    assert not kept["sickness_shown"]


async def log(anders: Administrator) -> None:
    anders.tab("Log")
    anders.sees("Anders Holmvig .*Mail", "row of RowList")
    anders.look_up("1002500")
    anders.sees_no("Mail", "row of RowList")
    anders.sees("Anders Holmvig .*100 2500", "row of RowList")


async def check(anders: Administrator) -> None:
    anders.tab("Check")
    anders.sees("^Checked ", "Label")
    anders.press("^Check again$", "Button")
    anders.sees("^Certificate$|^Disk$", "Label")
