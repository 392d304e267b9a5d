"""What somebody who can't see the screen is told on every page (spec 13.3), read off the accessibility bus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from onepresence_desktop.wire import demo, routes
from tests.support.employee import Newcomer
from tests.support.screen_reader import CHECKED, FOCUSABLE, FOCUSED, Heard, ScreenReader
from tests.support.waiting import soon

PAGES = [
    "Search",
    "Divert my phone",
    "Phone messages",
    "Calls",
    "Phonebook",
    "My details",
    "Settings",
    "Reception",
    "Administration",
]
"""In the order of their keys, Ctrl+1 and on."""
MOST_TABS = 80
NO_ROLE = {"filler", "unknown", "invalid", "panel", "layered pane", ""}
QTS_OWN = {"frame", "row header", "column header", "scroll bar"}
"""Parts of Qt's windows and tables that it names itself, or that no key reaches."""


class Listener(Newcomer):
    """Tries the demo with a screen reader."""

    def _begin(self) -> None:
        self.reader = ScreenReader(self.desk.environment)
        self.reader.__enter__()
        super()._begin()

    def __exit__(self, *error: object) -> None:
        try:
            super().__exit__(*error)
        finally:
            self.reader.__exit__()

    def main(self) -> Heard:
        """The window, as it is read now."""
        return self.reader.window(until=lambda window: window.role == "frame" and bool(list(chosen(window))))

    def at(self, page: str) -> Heard:
        """The window once this page of it shows."""
        return self.reader.window(until=lambda window: any(one.name.startswith(page) for one in chosen(window)))

    def press(self, role: str, name: str) -> None:
        """What is called so, once it is there."""
        found: list[Heard] = []

        def there() -> bool:
            found[:] = [one for one in self.main().all() if one.role == role and one.name == name]
            return bool(found)

        soon(there, every=0.2)
        self.reader.press(found[0])

    def tab_to(self, role: str, name: str) -> None:
        """With the Tab key, however often."""
        for _ in range(MOST_TABS):
            if any(one.states & FOCUSED and (one.role, one.name) == (role, name) for one in self.main().all()):
                return
            self.desk.key("Tab")
        raise AssertionError(f"Tab doesn't reach {role} {name!r}")

    def reads(self, words: str) -> Heard:
        """The window once something in it is called so."""
        return self.reader.window(until=lambda window: any(one.name.startswith(words) for one in window.all()))


def chosen(window: Heard) -> Iterator[Heard]:
    """The pages that are said to be shown."""
    pages = tuple(PAGES)
    return (one for one in window.all() if one.states & CHECKED and one.name.startswith(pages))


def faults(window: Heard) -> Iterator[str]:
    """What a screen reader couldn't say of it, or would say of two things alike in one named room."""
    yield from _without(window)
    yield from _twice(window)


def _without(window: Heard) -> Iterator[str]:
    for one in window.all():
        if one.role in QTS_OWN or not (one.states & FOCUSABLE or one.actions):
            continue
        if not one.name.strip():
            yield f"{one} has no name"
        if one.role in NO_ROLE:
            yield f"{one} has no role"


def _twice(room: Heard) -> Iterator[str]:
    said: Counter[tuple[str, str, str]] = Counter()
    waiting = list(room.inside)
    while waiting:
        one = waiting.pop()
        if one.actions and "button" in one.role:
            said[one.role, one.name, one.description] += 1
        elif one.name and one.inside:
            yield from _twice(one)
            continue
        waiting += one.inside
    yield from (f"{count} of {what} in {room}" for what, count in said.items() if count > 1)


@pytest.mark.screen
def test_every_page_says_what_there_is_and_tells_of_changes(tmp_path: Path) -> None:
    with Listener(tmp_path / "listener") as sofie:
        found: dict[str, list[str]] = {}

        def look(where: str, window: Heard) -> None:
            for fault in faults(window):
                found.setdefault(fault, []).append(where)

        for place, page in enumerate(PAGES, start=1):
            sofie.desk.key(f"ctrl+{place}")
            look(page, sofie.at(page))
            for where, window in parts_of(page, sofie):
                look(f"{page}, {where}", window)
        assert not found, "\n".join(f"{fault}: {', '.join(where[:3])}" for fault, where in sorted(found.items()))
        changes_are_told(sofie)


def parts_of(page: str, sofie: Listener) -> Iterator[tuple[str, Heard]]:
    """What opens on a page, part by part."""
    match page:
        case "Search":
            sofie.press("radio button", "Tiles by department")
            yield "tiles", sofie.reads("Colleagues")
            sofie.press("radio button", "Day board")
            yield "day", sofie.reads("Day back")
            sofie.press("radio button", "List")
        case "Divert my phone":
            sofie.press("push button", "Split: outside and colleagues")
            sofie.press("push button", "Who gets through: nobody")
            yield "more", sofie.main()
            sofie.press("radio button", "Schedule")
            yield "schedule", sofie.reads("Week")
        case "Phone messages" | "Phonebook":
            sofie.desk.key("ctrl+n")
            yield "new", sofie.reads("Cancel")
            sofie.desk.key("Escape")
        case "Settings" | "Administration":
            for name in SECTIONS[page]:
                sofie.press("radio button", name)
                yield (
                    name,
                    sofie.reader.window(
                        until=lambda window, name=name: any(  # type: ignore[misc]
                            one.name == name and one.states & CHECKED for one in window.all()
                        )
                    ),
                )


SECTIONS = {
    "Settings": [
        "Diversion",
        "Calendar",
        "Language and start",
        "Password",
        "Signed in on",
        "Call handling",
        "Message",
        "Notifications",
        "About",
    ],
    "Administration": [
        "Devices",
        "Groups",
        "Company number",
        "Lines",
        "Telephony",
        "Connections",
        "Personal data",
        "Log",
        "Check",
    ],
}


def changes_are_told(sofie: Listener) -> None:
    """A colleague's state while their row is looked at, and what couldn't be done."""
    http = httpx.Client(base_url=sofie.service(), trust_env=False, timeout=60)
    body = {"local_number": demo.LOCAL_NUMBER[:3] + "2140", "password": demo.PASSWORD}
    http.headers["Authorization"] = f"Bearer {http.post('/v1/sessions', json=body).json()['token']}"
    sofie.desk.key("ctrl+1")
    sofie.look_up("Mette")
    sofie.reads("Mette")
    sofie.desk.key("Down")
    soon(lambda: any(one.role == "table" and one.states & FOCUSED for one in sofie.main().all()), every=0.2)
    http.post(routes.MY_DIVERSIONS, json={"preset": "lunch"}).raise_for_status()
    sofie.reader.hears("Mette Lundgaard-Riis, Diverted")
    http.close()
    sofie.desk.key("ctrl+2")
    window = sofie.at("Divert my phone")
    ends = next(one for one in window.all() if (one.role, one.name) == ("text", "To"))
    sofie.reader.focus(ends)
    sofie.desk.key("ctrl+a")
    sofie.desk.type("?")
    sofie.desk.key("Tab")
    sofie.reader.hears("can't be read as a time")


@pytest.mark.screen
def test_each_page_is_reached_and_its_main_act_done_with_the_keys_alone(tmp_path: Path) -> None:
    with Listener(tmp_path / "typist") as sofie:
        http = httpx.Client(base_url=sofie.service(), trust_env=False, timeout=60)
        body = {"local_number": demo.LOCAL_NUMBER, "password": demo.PASSWORD}
        http.headers["Authorization"] = f"Bearer {http.post('/v1/sessions', json=body).json()['token']}"

        def own(what: str) -> Any:
            return http.get("/v1/snapshot").json()["private"][what]

        sofie.look_up("Mette Lundgaard")
        sofie.reads("Mette Lundgaard-Riis")
        sofie.desk.key("Return")
        soon(lambda: own("calls"), every=0.2)
        hang_up(http)

        sofie.desk.key("ctrl+2")
        sofie.at("Divert my phone")
        sofie.tab_to("push button", "Divert")
        sofie.desk.key("space")
        soon(lambda: [one["reason"] for one in own("diversions")["current"]] == ["lunch"], every=0.2)

        sofie.desk.key("ctrl+3")
        sofie.at("Phone messages")
        sofie.desk.key("b")
        soon(lambda: any(message["kept"] for message in own("messages")), every=0.2)

        sofie.desk.key("ctrl+4")
        sofie.at("Calls")
        sofie.desk.key("Return")
        soon(lambda: own("calls"), every=0.2)
        hang_up(http)

        sofie.desk.key("ctrl+5")
        sofie.at("Phonebook")
        sofie.desk.key("ctrl+n")
        sofie.reads("Save contact")
        sofie.desk.type("Villiam Strandmark")
        sofie.tab_to("text", "Number")
        sofie.desk.type("20123456")
        sofie.desk.key("ctrl+s")
        soon(lambda: "Villiam Strandmark" in http.get(routes.MY_CONTACTS).text, every=0.2)

        sofie.desk.key("ctrl+7")
        sofie.at("Settings")
        sofie.tab_to("check box", "High contrast")
        sofie.desk.key("space")
        settings = sofie.folder / "home" / "config" / "onepresence" / "settings.ini"
        soon(lambda: "high_contrast=true" in settings.read_text(), every=0.2)

        for place in (6, 8, 9):
            sofie.desk.key(f"ctrl+{place}")
            sofie.at(PAGES[place - 1])
        sofie.tab_to("text", "Title")
        http.close()


def hang_up(http: httpx.Client) -> None:
    """End all of the own calls."""

    def quiet() -> bool:
        calls = http.get("/v1/snapshot").json()["private"]["calls"]
        for call in calls:
            http.delete(f"/v1/calls/{call['id']}")
        return not calls

    soon(quiet, every=0.2)
