"""What a screen reader is told of the program: the accessibility bus (AT-SPI) of a session, read over D-Bus."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    Properties,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.support.waiting import PATIENCE, STARTING, soon

Place = tuple[str, str]
"""Where an accessible is: the name of its program on the bus, and its path."""

REGISTRY: Place = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
ACCESSIBLE, ACTION = "org.a11y.atspi.Accessible", "org.a11y.atspi.Action"
FOCUSABLE, FOCUSED, SENSITIVE, SHOWING, CHECKED = 1 << 11, 1 << 12, 1 << 24, 1 << 25, 1 << 4
"""Of `AtspiStateType`."""


@dataclass(slots=True)
class Heard:
    """One accessible as it is read out; inside: what it contains of what shows. states: bits of AtspiStateType."""

    place: Place
    role: str
    name: str
    description: str
    states: int
    actions: int
    inside: list[Heard] = field(default_factory=list)

    def all(self) -> Iterator[Heard]:
        """It, and everything in it, as it is read."""
        yield self
        for one in self.inside:
            yield from one.all()

    def __str__(self) -> str:
        return f"{self.role} {self.name!r}"


class ScreenReader:
    """Entered: `environment` (given, and added to) leads to a session with an accessibility bus. Left: both ended.

    said: what the program announced by itself, as it came.
    """

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment
        self.said: list[str] = []
        self._bus: subprocess.Popen[bytes] | None = None
        self._session: DBusConnection | None = None
        self._connection: DBusConnection | None = None
        self._focus: Place | None = None

    def __enter__(self) -> ScreenReader:
        # Without a screen reader's switch in the user's settings Qt doesn't join the bus by itself.
        self.environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        reading, writing = os.pipe()
        command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--print-address={writing}"]
        quiet = subprocess.DEVNULL
        self._bus = subprocess.Popen(command, pass_fds=[writing], env=self.environment, stdout=quiet, stderr=quiet)
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                address = self.environment["DBUS_SESSION_BUS_ADDRESS"] = told.readline().strip()
            self._session = open_dbus_connection(bus=address)
            # The bus starts the launcher (package at-spi2-core) when it is first asked for.
            where = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
            self._connection = open_dbus_connection(
                bus=self._session.send_and_get_reply(where, timeout=STARTING).body[0]
            )
            self._ask([message_bus.AddMatch(MatchRule(type="signal", interface="org.a11y.atspi.Event.Object"))])
            registry = DBusAddress("/org/a11y/atspi/registry", REGISTRY[0], "org.a11y.atspi.Registry")
            for event in ("object:announcement", "object:state-changed:focused"):
                self._ask([new_method_call(registry, "RegisterEvent", "sas", (event, []))])
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for connection in (self._connection, self._session):
            if connection is not None:
                connection.close()
        if self._bus is not None:
            self._bus.terminate()
            self._bus.wait(60)

    def windows(self) -> list[Heard]:
        """All that shows of the programs on this bus, window by window."""
        programs = self._children([REGISTRY])[0]
        windows = [window for children in self._children(programs) for window in children]
        return self._grown([window for window in self._read(windows) if window.states & SHOWING])

    def popup(self, *, until: Callable[[Heard], bool], within: float = PATIENCE) -> Heard:
        """The window round what has the keys, also a pop-up, which Qt doesn't list among the program's windows."""
        found: list[Heard] = []

        def there() -> bool:
            self._listen()
            top = self._top_of(self._focus) if self._focus is not None else None
            found[:] = [one for one in self._grown(self._read([top])) if until(one)] if top is not None else []
            return bool(found)

        soon(there, within=within, every=0.2)
        return found[0]

    def _top_of(self, place: Place) -> Place | None:
        """The outermost that something lies in, below its program; None when it went."""
        while True:
            (parent,) = self._ask([Properties(_at(place, ACCESSIBLE)).get("Parent")])
            above = tuple(parent[0][1]) if parent else None
            role = self._ask([new_method_call(_at(above, ACCESSIBLE), "GetRoleName")])[0] if above else None
            if above is None or role is None:
                return None
            if role[0] == "application":
                return place
            place = above

    def _grown(self, shown: list[Heard]) -> list[Heard]:
        """With all that shows in them."""
        level = shown
        while level:
            for one, children in zip(level, self._children([one.place for one in level]), strict=True):
                one.inside = [Heard(place, "", "", "", 0, 0) for place in children]
            found = self._read([inner.place for one in level for inner in one.inside])
            for one in level:
                count = len(one.inside)
                one.inside = [inner for inner in found[:count] if inner.states & SHOWING]
                found = found[count:]
            level = [inner for one in level for inner in one.inside]
        return shown

    def press(self, heard: Heard) -> None:
        """As a screen reader's user does, without knowing the keys."""
        (named,) = self._ask([new_method_call(_at(heard.place, ACTION), "GetActions")])
        names = [action[0] for action in named[0]]
        place = next(place for place, name in enumerate(names) if name != "SetFocus")
        (answer,) = self._ask([new_method_call(_at(heard.place, ACTION), "DoAction", "i", (place,))])
        assert answer == (True,), f"{heard} can't be pressed: {names}"

    def focus(self, heard: Heard) -> None:
        """Go there."""
        component = _at(heard.place, "org.a11y.atspi.Component")
        assert self._ask([new_method_call(component, "GrabFocus")]) == [(True,)], f"{heard} takes no focus"

    def hears(self, words: str, *, within: float = PATIENCE) -> None:
        """Wait until the program has said something with these words in it."""
        soon(lambda: self._listen() or any(words in one for one in self.said), within=within)

    def window(self, *, until: Callable[[Heard], bool], within: float = PATIENCE) -> Heard:
        """The first window of which `until` holds, once there is one, with all it shows."""
        found: list[Heard] = []

        def there() -> bool:
            found[:] = [window for window in self.windows() if until(window)]
            return bool(found)

        soon(there, within=within, every=0.2)
        return found[0]

    def _children(self, places: list[Place]) -> list[list[Place]]:
        asked = [new_method_call(_at(place, ACCESSIBLE), "GetChildren") for place in places]
        return [[tuple(one) for one in answer[0]] if answer else [] for answer in self._ask(asked)]

    def _read(self, places: list[Place]) -> list[Heard]:
        """What each is; of one that went meanwhile nothing shows."""
        asked: list[Message] = []
        for place in places:
            plain = _at(place, ACCESSIBLE)
            asked += [new_method_call(plain, "GetRoleName"), new_method_call(plain, "GetState")]
            asked += [Properties(plain).get(what) for what in ("Name", "Description")]
            asked.append(Properties(_at(place, ACTION)).get("NActions"))
        answers = self._ask(asked)
        found = []
        for place, at in zip(places, range(0, len(answers), 5), strict=True):
            role, states, name, description, actions = answers[at : at + 5]
            if role is None or states is None or name is None or description is None:
                found.append(Heard(place, "", "", "", 0, 0))
                continue
            low, high = states[0]
            count = actions[0][1] if actions else 0
            found.append(Heard(place, role[0], name[0][1], description[0][1], low | high << 32, int(count)))
        return found

    def _ask(self, asked: list[Message]) -> list[Any]:
        """The answers in their order, None where something is refused; all are asked before the first has come."""
        assert self._connection is not None
        answers: dict[int, Any] = {}
        serials = []
        for message in asked:
            serials.append(next(self._connection.outgoing_serial))
            self._connection.send(message, serial=serials[-1])
        deadline = time.monotonic() + PATIENCE
        while len(answers) < len(serials):
            message = self._connection.receive(timeout=max(0.01, deadline - time.monotonic()))
            to = message.header.fields.get(HeaderFields.reply_serial)
            if to is not None:
                answers[to] = message.body if message.header.message_type is MessageType.method_return else None
            else:
                self._note(message)
        return [answers[serial] for serial in serials]

    def _listen(self) -> None:
        """Take what came by itself."""
        assert self._connection is not None
        try:
            while True:
                self._note(self._connection.receive(timeout=0.05))
        except TimeoutError:
            return

    def _note(self, message: Message) -> None:
        """Keep the words of an announcement (the event's fourth value, a variant), and where the keys went."""
        fields = message.header.fields
        if message.header.message_type is not MessageType.signal:
            return
        if fields[HeaderFields.member] == "Announcement":
            self.said.append(message.body[3][1])
        elif fields[HeaderFields.member] == "StateChanged" and message.body[:2] == ("focused", 1):
            self._focus = fields[HeaderFields.sender], fields[HeaderFields.path]


def _at(place: Place, interface: str) -> DBusAddress:
    return DBusAddress(place[1], place[0], interface)
