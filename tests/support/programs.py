"""Ordinary programs on an employee's screen, with a text in them that is marked as people mark one."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.support.employee import Employee
from tests.support.waiting import soon


def terminal(person: Employee, text: str) -> tuple[str, Path]:
    """A terminal with a line in it, marked by the mouse, and the file that gets whatever is typed there."""
    typed = person.folder / "typed"
    script = f"stty raw -echo; printf '{text}'; cat > {typed}"
    person.desk.start("xterm", "-T", "terminal", "-geometry", "60x8+20+520", "-e", "sh", "-c", script)
    window = person.desk.window("^terminal$")
    person.hands("windowactivate", "--sync", window)
    soon(typed.exists)
    person.hands("mousemove", "--window", window, "100", "8", "click", "--repeat", "3", "--delay", "40", "1")
    soon(lambda: text in marked(person))
    return window, typed


def editor(person: Employee, text: str) -> str:
    """An editor with all of its text marked by the keyboard."""
    file = person.folder / "note.txt"
    file.write_text(text)
    person.desk.start("mousepad", "--disable-server", str(file))
    window = person.desk.window("note.txt")
    person.hands("windowactivate", "--sync", window)
    person.hands("key", "ctrl+a")
    soon(lambda: text in marked(person))
    return window


def marked(person: Employee) -> str:
    """What is marked now."""
    done = subprocess.run(
        ["xclip", "-o", "-selection", "primary"],
        env=person.desk.environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.stdout


def copy(person: Employee, text: str) -> None:
    """Put a text on the clipboard, as copied by some other program."""
    quiet = subprocess.DEVNULL
    subprocess.run(
        ["xclip", "-selection", "clipboard"],
        env=person.desk.environment, input=text.encode(), check=True, timeout=60, stdout=quiet, stderr=quiet,
    )  # fmt: skip
