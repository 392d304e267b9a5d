"""Whoever is in the local network can say anything by mDNS: what comes of lies and floods (spec 0.2)."""

from __future__ import annotations

import threading
from types import SimpleNamespace
from typing import Any

import pytest
import zeroconf
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.platform.nearby import MOST, NearbyServers
from onepresence_desktop.wire.nearby import LONGEST_NAME, Nearby

LIES = {
    "far": ({b"name": b"Vindmark"}, ["130.225.1.9"], 8443),
    "here": ({b"name": b"Vindmark"}, ["127.0.0.1"], 8443),
    "nowhere": ({b"name": b"Vindmark"}, [], 8443),
    "no port": ({b"name": b"Vindmark"}, ["192.168.1.9"], 0),
    "no answer": None,
}


def network(
    monkeypatch: pytest.MonkeyPatch,
    answers: dict[str, Any],
    *,
    asked: list[str],
    gone: tuple[str, ...] = (),
    again: tuple[str, ...] = (),
) -> None:
    """All that is heard: names, and what each says when it is asked; which say goodbye, which something else later."""

    class Voice:
        def __init__(self, **_: object) -> None:
            """Whichever kind of address is asked for."""

        def get_service_info(self, _kind: str, name: str, **_: object) -> Any:
            asked.append(name)
            said = answers[name]
            return said and SimpleNamespace(properties=said[0], parsed_addresses=lambda: said[1], port=said[2])

        def close(self) -> None:
            """Nothing is open."""

    def browse(_voice: Voice, kind: str, near: NearbyServers) -> None:
        for name in answers:
            near.add_service(None, kind, name)
        for name in gone:
            near.remove_service(None, kind, name)
        for name in again:
            near.update_service(None, kind, name)

    monkeypatch.setattr(zeroconf, "Zeroconf", Voice)
    monkeypatch.setattr(zeroconf, "ServiceBrowser", browse)


def listened(qtbot: QtBot, last: str, asked: list[str], *, times: int = 1) -> list[Nearby]:
    """What is offered once all that was heard has been looked at."""
    near, offered = NearbyServers(), [list[Nearby]()]
    near.found.connect(lambda there: offered.__setitem__(0, there))
    near.start()
    qtbot.waitUntil(lambda: asked.count(last) >= times)
    qtbot.waitUntil(lambda: any(one.name == "True" for one in offered[0]))
    near.stop()
    qtbot.waitUntil(lambda: all(thread.name != "nearby servers" for thread in threading.enumerate()))
    return offered[0]


def test_lies_are_not_offered_and_the_one_that_can_be_reached_is(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    network(monkeypatch, {**LIES, "true": ({b"name": b"True"}, ["192.168.1.20"], 8480)}, asked=asked)
    assert listened(qtbot, "true", asked) == [Nearby("True", "192.168.1.20:8480")]


def test_who_floods_the_network_is_not_heard_out_and_no_name_is_longer_than_a_line(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    flood = {str(n): ({b"name": b"x" * 9000}, [f"10.0.{n // 250}.{1 + n % 250}"], 8480) for n in range(1000)}
    network(monkeypatch, {"true": ({b"name": b"True"}, ["192.168.1.20"], 8480), **flood}, asked=asked)
    offered = listened(qtbot, str(MOST - 2), asked)
    assert len(offered) <= MOST and len(asked) <= MOST
    assert max(len(one.name) for one in offered) == LONGEST_NAME


def test_one_that_takes_anothers_name_stands_beside_it_with_its_own_address(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    same = {name: ({b"name": b"True"}, [address], 8480) for name, address in (("a", "10.0.0.1"), ("b", "10.0.0.2"))}
    network(monkeypatch, {**same, "c": ({b"name": b"Z"}, ["10.0.0.3"], 8480)}, asked=asked)
    offered = listened(qtbot, "c", asked)
    assert {one.address for one in offered if one.name == "True"} == {"10.0.0.1:8480", "10.0.0.2:8480"}


def test_one_that_says_goodbye_is_offered_no_longer(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    here = {"a": ({b"name": b"Old"}, ["10.0.0.1"], 8480), "b": ({b"name": b"True"}, ["10.0.0.2"], 8480)}
    network(monkeypatch, here, asked=asked, gone=("a",), again=("b",))
    assert listened(qtbot, "b", asked, times=2) == [Nearby("True", "10.0.0.2:8480")]
