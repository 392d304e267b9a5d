"""The README's "two talking phones" by mouse and keyboard, in a network of its own; run by the test beside it.

The keyring waits for a password that nobody types, as on a machine where it was never used.

usage: python -m tests.walks.own_company FOLDER
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.support.desk import Desk
from tests.support.own_network import ADDRESS
from tests.support.phones import Phone, correlation, read_wav, speech_like
from tests.support.waiting import eventually, soon

PROGRAM = str(Path(sys.executable).with_name("onepresence"))
ROOT = Path(__file__).resolve().parents[2]
WINDOW = (980, 680)
ADMINISTRATION, PEOPLE_OR_DEVICES, NEW_PERSON, SAVE = (89, 325), (319, 116), (903, 78), (936, 652)
NAME, FIRST_ROW, ADD_DEVICE = (619, 234), (339, 193), (899, 242)
COPY = {"server": (789, 383), "port": (789, 417), "user": (789, 451), "password": (789, 485)}


class Softphone(Phone):
    """A phone beside the telephone system on one machine, where port 5060 is taken."""

    port = 5062


def hears(listener: Phone, speaker: Phone) -> bool:
    """Whether 0.8 s of what one says are in what the other has recorded last."""
    files = listener.heard()
    if not files:
        return False
    heard, said = read_wav(files[-1])[-12_000:], read_wav(speaker.says)
    return len(heard) >= 8_000 and correlation(heard[-6_400:], said)[0] > 0.95


def company(folder: Path) -> dict[str, Any]:
    """What the running telephone system says is there."""
    command = [f"{PROGRAM}-pbx", "list", "--json", "--data", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    found: dict[str, Any] = json.loads(done.stdout or "{}")
    return found


def settings_of_new_phone(desk: Desk, window: str) -> dict[str, str]:
    """Add a device for the chosen person; what its card says, copied field by field."""
    before = desk.clipboard()
    desk.click(window, *ADD_DEVICE)
    copied: dict[str, str] = {}
    for name, place in COPY.items():

        def taken(place: tuple[int, int] = place) -> str:
            desk.click(window, *place)
            text = desk.clipboard()
            return "" if text == before or text in copied.values() else text

        copied[name] = soon(taken, every=0.3)
    return copied


def found_a_company(desk: Desk, data: Path, pictures: Path) -> tuple[dict[str, str], dict[str, str]]:
    """From the first start to the SIP settings of two phones."""
    first = desk.window("^OnePresence$")
    desk.click(first, 616, 218)
    desk.picture(pictures / "1-first-run.png")
    desk.click(first, 687, 418)
    page = desk.front(desk.window("^Run on this computer$"))
    desk.type("Papir")
    desk.key("Tab")
    desk.type("Anders")
    for place in ((540, 149), (540, 213)):
        desk.click(page, *place)
        desk.type("258036")
    desk.picture(pictures / "2-company.png")
    desk.click(page, 664, 418)
    window = desk.window("^OnePresence$", size=WINDOW)

    desk.click(window, *ADMINISTRATION)
    desk.click(window, *NEW_PERSON)
    desk.click(window, *NAME)
    desk.type("Berit")
    desk.picture(pictures / "3-person.png")
    desk.click(window, *SAVE)
    soon(lambda: "1002002" in json.dumps(company(data)), every=0.3)

    desk.click(window, *PEOPLE_OR_DEVICES)
    berit = settings_of_new_phone(desk, window)
    desk.picture(pictures / "4-phone.png")
    desk.click(window, *FIRST_ROW)
    anders = settings_of_new_phone(desk, window)
    return anders, berit


async def talk(folder: Path, first: dict[str, str], second: dict[str, str], seen: Any) -> None:
    """Two phones with these settings: registered, one calls 2002, both hear each other."""
    phones = []
    for number, settings in enumerate((first, second)):
        assert settings["server"] == ADDRESS, settings["server"]
        assert settings["port"] == "5060", settings["port"]
        place = folder / f"phone-{number}"
        place.mkdir()
        says = speech_like(folder / f"says-{number}.wav", 20, seed=number)
        phones.append(Softphone(place, server=ADDRESS, user=settings["user"], password=settings["password"], says=says))
    async with phones[0], phones[1]:
        await phones[0].dial("2002")
        await phones[1].until("CALL_INCOMING")
        await phones[1].accept()
        await phones[0].until("CALL_ESTABLISHED")
        await eventually(lambda: hears(phones[0], phones[1]) and hears(phones[1], phones[0]), every=0.3)
        seen()
        await phones[0].hang_up()
        await phones[1].until("CALL_CLOSED")


def walk(folder: Path) -> None:
    """All of it; raises when something isn't as it should be."""
    pictures = folder / "pictures"
    pictures.mkdir()
    waiting = {"PYTHON_KEYRING_BACKEND": "tests.support.asking_keyring.Keyring", "PYTHONPATH": str(ROOT)}
    with Desk(folder / "home", **waiting) as desk:
        data = folder / "home" / "data" / "onepresence" / "pbx"
        program = desk.start(PROGRAM)
        try:
            anders, berit = found_a_company(desk, data, pictures)
            asyncio.run(talk(folder, anders, berit, lambda: desk.picture(pictures / "5-talking.png")))
        except BaseException:
            desk.picture(pictures / "0-failed.png")
            raise
        print("from nothing to two talking phones")
        program.terminate()
        assert program.wait(90) == 0
        soon(lambda: not (data / "run.json").exists(), every=0.1)


if __name__ == "__main__":
    walk(Path(sys.argv[1]))
