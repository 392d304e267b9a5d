"""What somebody who can't see the screen is told beside the pages: at the door, in the palette, of pop-ups (13.3)."""

from __future__ import annotations

import subprocess
from pathlib import Path

import httpx
import pytest

from onepresence_desktop.wire import demo
from tests.support.employee import PROGRAM, Employee
from tests.support.free_port import free_port
from tests.support.screen_reader import FOCUSED, Heard, ScreenReader
from tests.walks.test_screen_reader import Listener, faults


class AtTheDoor(Employee):
    """Starts the program with a screen reader, and isn't signed in."""

    def _begin(self) -> None:
        self.reader = ScreenReader(self.desk.environment)
        self.reader.__enter__()
        self.program = self.desk.start(PROGRAM)

    def __exit__(self, *error: object) -> None:
        try:
            super().__exit__(*error)
        finally:
            self.reader.__exit__()

    def reads(self, role: str, name: str) -> Heard:
        """The window once it has something of this role and name."""
        return self.reader.window(until=lambda window: names(window, role) >= {name})


def names(window: Heard, role: str) -> set[str]:
    """What all of a role are called."""
    return {one.name for one in window.all() if one.role == role}


@pytest.mark.screen
def test_the_first_choice_and_the_sign_in_say_what_there_is_and_are_passed_by_keys(tmp_path: Path) -> None:
    with AtTheDoor(tmp_path / "first", "", "", way="") as newcomer:
        window = newcomer.reads("radio button", "Try with a demo company")
        assert not list(faults(window))
    server = f"http://127.0.0.1:{free_port()}"
    with AtTheDoor(tmp_path / "door", server, "1002101") as sofie:
        window = sofie.reads("push button", "Sign in")
        assert not list(faults(window))
        assert any(one.role in ("text", "password text") and one.states & FOCUSED for one in window.all())
        sofie.desk.type("2580")
        sofie.desk.key("Return")
        sofie.reader.hears(server)


@pytest.mark.screen
def test_the_palette_and_pop_ups_say_what_there_is(tmp_path: Path) -> None:
    with Listener(tmp_path / "listener") as sofie:
        sofie.main()
        command = [PROGRAM, "do", "palette"]
        subprocess.run(command, env=sofie.desk.environment, check=True, timeout=60, capture_output=True)
        palette = sofie.reader.popup(until=lambda window: "Command palette" in names(window, "text"))
        assert not list(faults(palette))
        sofie.desk.type("mette")
        sofie.reader.popup(
            until=lambda window: any(one.startswith("Mette Lundg") for one in names(window, "list item"))
        )
        sofie.desk.key("Escape")
        with httpx.Client(base_url=sofie.service(), trust_env=False, timeout=60) as http:
            body = {"local_number": demo.LOCAL_NUMBER[:3] + "2140", "password": demo.PASSWORD}
            http.headers["Authorization"] = f"Bearer {http.post('/v1/sessions', json=body).json()['token']}"
            called = http.post("/v1/calls", json={"to": demo.LOCAL_NUMBER}).json()
            popup = sofie.reader.window(until=lambda window: window.name.startswith("Mette Lundgaard-Riis is calling"))
            assert not list(faults(popup))
            assert names(popup, "push button") >= {"Answer", "OneVoicemail", "Divert", "Reject"}
            http.delete(f"/v1/calls/{called['call_id']}")
        missed = sofie.reader.window(until=lambda window: "Call back" in names(window, "push button"))
        assert not list(faults(missed)) and "Missed call from Mette Lundgaard-Riis" in missed.name
