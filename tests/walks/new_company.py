"""The README's "A whole company by the pages" by mouse and keyboard, in a network of its own; run by the test here.

From an empty computer over the first-run page to a line to a provider, two groups, a company number with a menu, and
five people whose phones have fetched their settings; then somebody outside calls.

usage: python -m tests.walks.new_company FOLDER
"""

from __future__ import annotations

import asyncio
import ssl
import sys
from contextlib import AsyncExitStack
from pathlib import Path

import httpx

from tests.support.looked_at import LookedAt
from tests.support.own_network import ADDRESS
from tests.support.phones import Phone, read_wav, speech_like
from tests.support.provider import ACCOUNT, SECRET, Provider
from tests.support.waiting import eventually
from tests.walks.own_company import Softphone, hears
from tests.walks.test_provisioned_phones import SNOM, YEALINK, Told, read_snom, read_yealink

OUTSIDE, MAIN = "+4520304101", "+4570101000"
PROVIDERS_PORT = 5070
TYPED = {"Mette Lundgaard": "100 2002", "Birgit Holst": "100 2003"}
SHEET = "Lokalnummer;Navn\n1002004;Søren Ågård\n1002005;Freja Nørlund\n"
MENU = "Tryk et for salg, eller vent."


class Founder(LookedAt):
    """Starts the program for the first time on this computer."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, "", "")
        (folder / "home" / "config" / "onepresence" / "settings.ini").unlink()

    def _begin(self) -> None:
        self.program = self.desk.start(sys.executable, "-m", "tests.support.seen_program", self._door)
        self.desk.window("^OnePresence$")
        self.sees("^Welcome to OnePresence$", "Label")

    def tab(self, name: str) -> None:
        """A tab of Administration."""
        self.press(f"^{name}$", "_TabButton")


class OutsidePhone(Phone):
    """A telephone at the provider, beside everything else on one machine."""

    port = PROVIDERS_PORT


def founds(anders: Founder) -> None:
    """The first-run page."""
    anders.press("^Run on this computer", "WayCard")
    anders.press("^Continue$", "Button")
    anders.writes("^Company name$", "Papir")
    anders.writes("^Your name$", "Anders Holmvig")
    for field in ("^New password, digits only$", "^New password again$"):
        anders.writes(field, "258036")
    anders.press("^Create and start$", "Button")
    anders.window = anders.desk.window("^OnePresence$", size=(980, 680))
    anders.press("^Administration$", "NavigationRow")


def adds_people(anders: Founder) -> None:
    """Two by the form, whose next free number is proposed; two by a file."""
    for name, number in TYPED.items():
        anders.press("^New person$", "Button")
        anders.sees("^Local number$", "Field", f"^{number}$")
        anders.desk.type(name)
        anders.press("^Save$", "Button")
        anders.sees(f"^{name}, {number}$", "row")
        anders.sees("^One-time code: .{9}", "Label")
    sheet = anders.folder / "people.csv"
    sheet.write_text(SHEET)
    anders.press("^Import", "Button")
    anders.chooses(sheet)
    anders.sees("Freja Nørlund, New person$", "row")
    anders.press("^Import 2 people$", "Button")
    anders.sees("^Freja Nørlund, 100 2005$", "row of QTableView")


def connects_a_line(anders: Founder, provider: Provider) -> None:
    """As the provider has told."""
    anders.tab("Lines")
    anders.press("^New line$", "Button")
    for field, text in {
        "Name": "Provider", "Server": provider.host, "Port": str(provider.port), "User": ACCOUNT, "Password": SECRET,
        "Numbers": "70 10 10 00",
    }.items():  # fmt: skip
        anders.writes(f"^{field}\\b", text)
    anders.press("^Save$", "Button")
    anders.sees("^Provider, Registered", "row")


def makes_a_group(anders: Founder, name: str, number: str, members: list[str], *, reception: bool = False) -> None:
    """Members by the beginning of their names, and Enter."""
    anders.tab("Groups")
    anders.press("^New group$", "Button")
    anders.sees("^Name$", "Field", "^$")
    anders.writes("^Name$", name)
    anders.writes("^Number$", number)
    for member in members:
        anders.press("^Add a member", "Field")
        anders.desk.type(member)
        anders.desk.key("Return")
        anders.sees(f"^{member}", "row of MembersList")
    if reception:
        anders.scrolls_to("^This is the reception", "CheckBox")
        anders.press("^This is the reception", "CheckBox")
    anders.picture(f"group-{number[-4:]}")
    anders.press("^Save$", "Button")
    anders.sees(f"^{name}, ", "row of RowList")


def answers_for_the_company(anders: Founder) -> None:
    """The number, its menu with a key, and who answers without one."""
    anders.tab("Company number")
    anders.writes("^Name$", "Papir")
    anders.writes("^Number from outside$", "70 10 10 00")
    anders.press("^Who answers$", "Field")
    anders.desk.type("Rec")
    anders.press("^What the menu says$", "Edit")
    anders.sees("^Who answers$", "Field", "^Reception")
    anders.desk.type(MENU)
    anders.press("^Add a key$", "Button")
    anders.sees("^Name or number$", "Field")
    anders.desk.type("Sal")
    anders.desk.key("Down", "Return")
    anders.sees("^Name or number$", "Field", "^Sales")
    anders.picture("company")
    anders.press("^Save$", "Button")
    anders.sees("^Calls now → menu, Reception$", "Label")


def provisions(anders: Founder) -> dict[str, str]:
    """A device for each; the addresses that are shown, by name."""
    anders.tab("Devices")
    shown: dict[str, str] = {}
    for name in ("Anders Holmvig", "Birgit Holst", "Freja Nørlund", "Mette Lundgaard", "Søren Ågård"):
        anders.press(f"^{name}, 100", "row of QTableView")
        anders.sees(f"^{name}$", "Label")
        anders.sees("^No devices yet", "Label")
        anders.press("^Add device$", "Button")
        anders.press("^More for Desk phone$", "IconButton")
        anders.press("^Let the phone fetch its settings", "QAction")
        shown[name] = anders.sees("^Address for the phone$", value="^https://").value
    anders.picture("address")
    return shown


def fetch(address: str, believed: ssl.SSLContext, kind: tuple[str, str]) -> str:
    """What a phone into which the address was typed reads there."""
    agent, file = kind
    with httpx.Client(verify=believed, trust_env=False, timeout=60) as phone:
        told = phone.get(address + file, headers={"User-Agent": agent})
    assert told.status_code == 200, told.text
    return told.text


async def phone_of(told: Told, folder: Path, seed: int) -> Softphone:
    """Made of what it fetched; registered."""
    assert (told.server, told.port) == (ADDRESS, "5060")
    folder.mkdir()
    says = speech_like(folder / "says.wav", 25, seed=seed)
    phone = Softphone(folder, server=told.server, user=told.user, password=told.password, says=says)
    await phone.start()
    return phone


def spoken_to(caller: Phone, takes: int) -> bool:
    """Whether the caller has heard half a second of this call; the menu is over a few seconds after it was said."""
    heard = caller.heard()[takes:]
    return bool(heard) and len(read_wav(heard[-1])) > 4000


async def gets_through(caller: Phone, keys: str, lifting: Phone, other: Phone) -> None:
    """Somebody outside calls, presses these keys, and is heard by whoever lifts first of the group that rings."""
    since, rung, besides = len(caller.events), len(lifting.events), len(other.events)
    takes = len(caller.heard())
    await caller.dial(MAIN)
    await caller.until("CALL_ESTABLISHED", since=since)
    await eventually(lambda: spoken_to(caller, takes), every=0.1)
    await caller.keys(keys)
    await lifting.until("CALL_INCOMING", since=rung)
    await other.until("CALL_INCOMING", since=besides)
    await lifting.accept()
    await other.until("CALL_CLOSED", since=besides)
    await eventually(lambda: hears(lifting, caller) and hears(caller, lifting), every=0.3)
    await caller.hang_up()
    await lifting.until("CALL_CLOSED", since=rung)


async def walk(folder: Path) -> None:
    """All of it; raises when something isn't as it should be."""
    async with AsyncExitStack() as stack:
        outside = folder / "outside"
        outside.mkdir()
        says = speech_like(folder / "outside.wav", 25, seed=9)
        caller = OutsidePhone(outside, server="", user=OUTSIDE, password="", says=says)
        provider = await stack.enter_async_context(
            Provider(folder / "provider", {OUTSIDE: caller.host}, port=PROVIDERS_PORT)
        )
        caller._server = f"{provider.host}:{provider.port}"
        await caller.start()
        stack.push_async_callback(caller.stop)
        with Founder(folder / "anders") as anders:
            founds(anders)
            adds_people(anders)
            connects_a_line(anders, provider)
            makes_a_group(anders, "Reception", "100 2050", ["Birgit", "Anders"], reception=True)
            anders.sees("^Reception$", "NavigationRow")
            makes_a_group(anders, "Sales", "100 2060", ["Mette", "Freja"])
            answers_for_the_company(anders)
            addresses = provisions(anders)
            anders.tab("Check")
            anders.sees("^Everything is well$", "Label")
            anders.sees("^Line Provider$", "Label")
            print("the pages are filled in")
            data = folder / "anders" / "home" / "data" / "onepresence" / "pbx"
            believed = ssl.create_default_context(cafile=str(data / "tls" / "cert.pem"))
            phones: dict[str, Softphone] = {}
            for seed, (name, address) in enumerate(addresses.items()):
                kind, read = (YEALINK, read_yealink) if seed % 2 else (SNOM, read_snom)
                told = read(await asyncio.to_thread(fetch, address, believed, kind))
                phones[name] = await phone_of(told, folder / told.user, seed)
                stack.push_async_callback(phones[name].stop)
            anders.tab("Devices")
            anders.press("^Anders Holmvig, 100", "row of QTableView")
            anders.sees("^Registered$", "Label")
            await gets_through(caller, "1", phones["Mette Lundgaard"], phones["Freja Nørlund"])
            await gets_through(caller, "", phones["Birgit Holst"], phones["Anders Holmvig"])
            print("somebody outside got through")


if __name__ == "__main__":
    asyncio.run(walk(Path(sys.argv[1])))
