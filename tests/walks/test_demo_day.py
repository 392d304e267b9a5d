"""A newcomer's first minutes with the demo, by mouse and keyboard on a screen (spec 0.1, 2.2, 3.1, 6.1, 6.2)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest

from onepresence_desktop.wire import demo
from tests.support.employee import BUSY, DIVERTED, FREE, RINGING, TRAY, WINDOW, Newcomer
from tests.support.phones import read_wav
from tests.support.waiting import soon

OWN_CARD, OPEN, LUNCH = (60, 34), (172, 34), (107, 422)
MESSAGES, FIRST_MESSAGE, PLAY, SETTINGS = (60, 148), (340, 140), (554, 208), (70, 280)
LANGUAGE, FIRST_ROW = (855, 139), (300, 150)
"""In the window."""
TRY_THE_DEMO, GO_ON = (104, 218), (687, 418)
"""In the window of the three ways."""


TRIES = 8
"""Of the demo's people one in five doesn't answer, and somebody else may call them first."""


def free_colleague(snapshot: Any, *, besides: set[str]) -> Any:
    free = {seen["user_id"] for seen in snapshot["public"]["presence"] if seen["presence"] == "available"}
    return next(p for p in snapshot["public"]["people"] if p["id"] in free - besides)


@pytest.mark.screen
def test_a_newcomer_searches_calls_goes_to_lunch_listens_changes_the_language_and_signs_out(tmp_path: Path) -> None:
    with Newcomer(tmp_path / "newcomer", sound=True) as sofie:
        try:
            the_first_minutes(sofie)
        except BaseException:
            sofie.picture("failed")
            raise


def the_first_minutes(sofie: Newcomer) -> None:
    http = httpx.Client(base_url=sofie.service(), trust_env=False, timeout=60)
    body = {"local_number": demo.LOCAL_NUMBER, "password": demo.PASSWORD}
    token = http.post("/v1/sessions", json=body).json()["token"]
    http.headers["Authorization"] = f"Bearer {token}"
    snapshot = http.get("/v1/snapshot").json()
    people = snapshot["public"]["people"]
    assert len(people) >= 35

    sofie.look_up("soren")
    soon(lambda: rows(sofie) == 1, every=0.2)
    assert [person["name"] for person in people if "Søren" in person["name"]] == ["Søren Ågård"]
    sofie.picture("soren")

    tried = {snapshot["private"]["me"]["id"]}
    assert any(called_and_busy(sofie, http, tried) for _ in range(TRIES)), f"nobody answered, {TRIES} times"

    sofie.desk.key("Escape")
    hang_up(http)
    sofie.desk.click(sofie.window, *LUNCH)
    undisturbed(http, lambda: sofie.shows(DIVERTED, TRAY, near=8) >= 20)
    sofie.look_up("Sofie Engdal")
    undisturbed(http, lambda: sofie.shows(DIVERTED, sofie.state_of(0)) >= 20)
    sofie.picture("lunch")
    sofie.desk.click(sofie.window, *OPEN)
    undisturbed(http, lambda: sofie.shows(FREE, TRAY) >= 20 and sofie.shows(FREE, sofie.state_of(0)) >= 20)

    sofie.desk.click(sofie.window, *MESSAGES)
    sofie.desk.click(sofie.window, *FIRST_MESSAGE)
    sofie.desk.click(sofie.window, *PLAY)
    soon(lambda: loudness(sofie) > 300, every=0.3)
    sofie.picture("playing")

    before = sofie.picture("english").read_bytes()
    sofie.desk.click(sofie.window, *SETTINGS)
    sofie.desk.click(sofie.window, *LANGUAGE)
    sofie.desk.menu()
    sofie.desk.key("Up", "Return")
    settings = sofie.folder / "home" / "config" / "onepresence" / "settings.ini"
    soon(lambda: "language=sv" in settings.read_text(), every=0.2)
    assert sofie.picture("swedish").read_bytes() != before

    sofie.desk.click(sofie.window, *OWN_CARD)
    sofie.desk.menu()
    sofie.desk.key("Up", "Return")  # the last of it: sign out
    sofie.gone()
    choices = sofie.desk.window("^OnePresence$")
    sofie.picture("choices")
    sofie.desk.click(choices, *TRY_THE_DEMO)
    sofie.desk.click(choices, *GO_ON)
    sofie.window = sofie.desk.window("^OnePresence", size=WINDOW)
    soon(lambda: rows(sofie) >= 4, every=0.2)
    sofie.picture("signed-out")
    http.close()


def called_and_busy(sofie: Newcomer, http: httpx.Client, tried: set[str]) -> bool:
    """Call a colleague who is free: seen free, ringing, on the phone; False when it turned out otherwise."""
    colleague = free_colleague(http.get("/v1/snapshot").json(), besides=tried)
    tried.add(colleague["id"])
    sofie.look_up(colleague["name"])
    state = sofie.state_of(0)
    soon(lambda: any(sofie.shows(ink, state) >= 20 for ink in (FREE, RINGING, BUSY, DIVERTED)), every=0.2)
    if sofie.shows(FREE, state) < 20:
        return False  # somebody was quicker
    sofie.desk.key("Return")
    sofie.comes(RINGING, state)
    sofie.picture("ringing")
    sofie.goes(RINGING, state)
    if sofie.shows(BUSY, state) < 20:
        hang_up(http)
        return False
    sofie.picture("busy")
    return True


def hang_up(http: httpx.Client) -> None:
    """End all of the own calls, on the phone as it were."""

    def quiet() -> bool:
        calls = http.get("/v1/snapshot").json()["private"]["calls"]
        for call in calls:
            http.delete(f"/v1/calls/{call['id']}")
        return not calls

    soon(quiet, every=0.2)


def undisturbed(http: httpx.Client, condition: Callable[[], bool]) -> None:
    """Wait for it; the demo's customers, who call every other minute and are shown first, are turned away meanwhile."""

    def seen() -> bool:
        if condition():
            return True
        hang_up(http)
        return False

    soon(seen, every=0.2)


def rows(sofie: Newcomer) -> int:
    """Rows of the list that have something in them."""
    return sum(sofie.darkness(sofie.name_in(row)) > 60 for row in range(6))


def loudness(sofie: Newcomer) -> float:
    """Of the last second from the loudspeaker."""
    assert sofie.loudspeaker is not None
    sound = read_wav(sofie.loudspeaker.heard())[-8000:]
    return float(np.abs(sound).mean()) if len(sound) else 0.0
