"""What stands beside the pages' first looks: other shapes of a page, dialogs that ask, the palette."""

from __future__ import annotations

from PySide6.QtCore import Qt

from onepresence_desktop.desktop.popups.nudge import Nudge
from onepresence_desktop.desktop.sign_in.changed_key import ChangedKey
from onepresence_desktop.desktop.sign_in.fingerprint import Fingerprint
from onepresence_desktop.desktop.sign_in.forgotten import Forgotten
from onepresence_desktop.desktop.sign_in.port_taken import PortTaken
from onepresence_desktop.desktop.sign_in.proof import Proof
from onepresence_desktop.domain.diversion import DestinationKind
from tests.pictures.camera import Camera
from tests.pictures.entering import shown

WORDS = "anker birk cirkel dansk eng fyr gavl hav".split()


async def shapes(camera: Camera) -> None:
    page = await camera.show("search")
    page.list.setFocus()
    page.list.choose(2)
    page.beside.open(page.model.user_at(2))
    await camera.take("03a-search-details", settle=0.8)
    page.leave()
    page.show_as("tiles")
    await camera.take("03b-search-tiles", settle=0.8)
    page.show_as("day")
    await camera.take("03b-search-day", settle=1.2)
    page._days_chosen("week")
    await camera.take("03b-search-week", settle=1.2)
    page._days_chosen("day")
    page.show_as("list")


async def schedule(camera: Camera) -> None:
    page = await camera.show("divert")
    form = page.now.form
    form.cards[DestinationKind.NUMBER].click()
    form.ends.setText("?")
    form.times._end_typed("?")
    await camera.take("03c-divert-wrong", settle=0.8)
    page.show_part("schedule")
    await camera.take("03c-divert-week", settle=1.2)
    page.schedule.add.click()
    await camera.take("03c-divert-week-new", settle=0.8)
    page.schedule.editor.form.repeat.ends.set_key("on_day")
    page.schedule.editor.form.repeat._end_picked("on_day")
    page.schedule.editor.form.day.setText("?")
    page.schedule.editor.form.complain()
    await camera.take("03c-divert-week-wrong", settle=0.5)
    page.schedule.leave()
    page.show_part("now")


async def profile(camera: Camera) -> None:
    await camera.show("profile")
    await camera.take("03g-profile", settle=1.0)


async def palette(camera: Camera) -> None:
    await camera.show("search")
    camera.desktop.registry.program.palette()
    made = camera.desktop.windows.window
    assert made is not None
    panel = next(w for w in _tops() if type(w).__name__ == "Palette")
    await camera.take("06-palette", panel, settle=0.6)
    for text, name in (("mette", "person"), ("331221", "number"), ("fro 1245", "command"), ("qqqq", "nothing")):
        field = panel.focusWidget() or panel
        camera.press(field, Qt.Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
        camera.press(field, text)
        await camera.take(f"06-palette-{name}", panel, only=True, settle=0.6)
    panel.close()


def _tops() -> list:
    from PySide6.QtWidgets import QApplication

    return QApplication.topLevelWidgets()


async def nudge(camera: Camera) -> None:
    camera.desktop.actions.divert_preset("lunch")
    popups = camera.desktop.windows.popups
    asking = popups.findChild(Nudge)
    assert asking is not None
    await camera.wait(lambda: bool(asking._of))
    asking.ask()
    await camera.take("05-nudge", *popups.stack.toasts, only=True, settle=1.0)
    camera.desktop.actions.open_phone()


async def tabs(camera: Camera) -> None:
    page = await camera.show("admin")
    for tab in ("groups", "company", "lines", "telephony", "connections", "privacy", "audit", "doctor"):
        page.turn_to(tab)
        await camera.take(f"03j-admin-{tab}-first", settle=1.2)
    page.turn_to("people")


async def asking(camera: Camera) -> None:
    for name, dialog in (
        ("04-fingerprint", Fingerprint("telefoni.demo.example", WORDS)),
        ("04-changed-key", ChangedKey("telefoni.demo.example", WORDS, WORDS[::-1])),
        ("04-forgotten", Forgotten("1002141")),
        ("04-proof", Proof(in_demo=True)),
        ("04-port-taken", PortTaken(5060, 5062, phones=True)),
    ):
        await shown(camera, dialog, name)
        dialog.close()


SCENES = {
    "shapes": shapes,
    "schedule": schedule,
    "profile": profile,
    "palette": palette,
    "nudge": nudge,
    "tabs": tabs,
    "asking": asking,
}
