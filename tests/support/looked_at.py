"""An employee whose screen can be read by words instead of places: what one would see, and where to put the mouse."""

from __future__ import annotations

import json
import re
import socket
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.support.employee import WINDOW, Employee
from tests.support.service import ROOT
from tests.support.waiting import PATIENCE, soon


@dataclass(frozen=True, slots=True)
class Part:
    """Something on the screen. kind: its class, or "row of …". value: what is written or chosen in it."""

    kind: str
    words: str
    value: str
    enabled: bool
    checked: bool
    place: tuple[int, int, int, int]

    def __contains__(self, other: Part) -> bool:
        left, top, width, height = self.place
        x, y = (int(at) for at in other.middle)
        return left <= x < left + width and top <= y < top + height

    @property
    def middle(self) -> tuple[str, str]:
        """Where it is hit, on the screen."""
        left, top, width, height = self.place
        return str(left + width // 2), str(top + height // 2)


class LookedAt(Employee):
    """Starts the real program with a door for questions about what it shows (`tests.support.seen_program`)."""

    def __init__(self, folder: Path, server: str, number: str, **more: object) -> None:
        super().__init__(folder, server, number, **more)  # type: ignore[arg-type]
        self._door = str(folder / "door")
        self.desk.environment["PYTHONPATH"] = str(ROOT)

    def _begin(self) -> None:
        self.program = self.desk.start(sys.executable, "-m", "tests.support.seen_program", self._door)
        self.desk.window("^(Sign in|Log ind|Logga in|OnePresence)")
        self.desk.type(self._password)
        self.desk.key("Return")
        self.window = self.desk.window("^OnePresence", size=WINDOW)

    def parts(self) -> list[Part]:
        """All that is on the screen now."""
        with socket.socket(socket.AF_UNIX) as ask:
            ask.settimeout(PATIENCE)
            ask.connect(self._door)
            ask.sendall(b"?")
            answer = b""
            while not answer.endswith(b"\n"):
                answer += ask.recv(1 << 20)
        return [Part(*part[:5], place=tuple(part[5])) for part in json.loads(answer)]

    def find(self, words: str, kind: str = "", value: str = "", *, on: str = "") -> Part | None:
        """The first whose words, kind and value match these expressions; None when nothing does.

        on: only inside something with such words.
        """
        parts = self.parts()
        around = [part for part in parts if re.search(on, part.words)] if on else []
        for part in parts:
            if re.search(words, part.words) and re.search(kind, part.kind) and re.search(value, part.value):
                if not on or any(part in each for each in around if each is not part):
                    return part
        return None

    def sees(self, words: str, kind: str = "", value: str = "", *, within: float = PATIENCE) -> Part:
        """Wait for it."""
        try:
            found = soon(lambda: self.find(words, kind, value), within=within, every=0.2)
        except AssertionError:
            shown = "\n".join(f"{part.kind}: {part.words!r} {part.value!r}" for part in self.parts())
            raise AssertionError(f"no {kind} {words!r} {value!r} on the screen:\n{shown}") from None
        assert found is not None
        return found

    def sees_no(self, words: str, kind: str = "", value: str = "", *, within: float = PATIENCE) -> None:
        """Wait until it has gone."""
        soon(lambda: self.find(words, kind, value) is None, within=within, every=0.2)

    def press(self, words: str, kind: str = "", *, on: str = "", button: str = "1") -> Part:
        """With the mouse, once it can be pressed and stays where it is."""
        before: list[Part | None] = [None]

        def still() -> Part | None:
            found = self.find(words, kind, on=on)
            last, before[0] = before[0], found
            return found if found is not None and found.enabled and found == last else None

        self.sees(words, kind)
        part = soon(still, every=0.15)
        assert part is not None
        self.hands("mousemove", *part.middle, "sleep", "0.1", "click", button)
        return part

    def chooses(self, file: Path) -> None:
        """A file, in the dialog that asks which.

        The dialog offers names while one types and may take Enter for one of them, or for going to the folder.
        """
        self.sees("^File name:", "QLabel")
        self.desk.type(f"{file}\n")

        def gone() -> bool:
            if self.find("^File name:", "QLabel") is None:
                return True
            row = self.find(f"^{re.escape(file.name)}$", "row of QTreeView")
            if row is not None:
                self.hands("mousemove", *row.middle, "click", "--repeat", "2", "--delay", "100", "1")
            else:
                self.desk.key("Return")
            return False

        soon(gone, every=1.0)

    def scrolls_to(self, words: str, kind: str = "") -> Part:
        """Turn the wheel over the page until it is there, whole with what stands below it."""
        middle = [str(at) for at in (self.corner()[0] + WINDOW[0] * 2 // 3, self.corner()[1] + WINDOW[1] * 2 // 3)]

        def there() -> Part | None:
            found = self.find(words, kind)
            if found is not None and int(found.middle[1]) < int(middle[1]):
                return found
            self.hands("mousemove", *middle, "click", "--repeat", "3", "--delay", "20", "5")
            return None

        part = soon(there, every=0.3)
        assert part is not None
        return part

    def writes(self, field: str, text: str) -> None:
        """Into a field, instead of what stood there; until it is seen there."""
        self.press(field, "Edit|Field|Search")
        self.hands("key", "ctrl+a")
        self.desk.type(text)
        self.sees(field, value=re.escape(text))
