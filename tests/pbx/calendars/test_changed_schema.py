"""Microsoft's servers with another schema than is known: read without what is missing, or told in a word (spec 5.1)."""

from __future__ import annotations

import copy
import json
import xml.etree.ElementTree as Xml
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.meetings import Meeting
from onepresence_desktop.pbx.calendars.ews import EwsCalendars
from onepresence_desktop.pbx.calendars.graph import GraphCalendars
from tests.pbx.calendars.test_microsoft import ANDERS, NOW, hour, read
from tests.support.calendar_server import Answer, CalendarServer
from tests.support.ews import Ews, found
from tests.support.graph import Graph

ODD: list[Any] = [None, "", "\x00", "http://[", "é", "0001-01-01T00:00:00", -1, 10**400, True, {}, [1]]
"""In the place of any value of an answer."""


def changed(value: Any) -> Iterator[Any]:
    """A JSON value with one thing in it missing, another, or more than is known, each way there is.

    Of a list only the first is changed.
    """
    if isinstance(value, dict):
        yield {**value, "newInV2": {"a": [1]}}
        for name, inner in value.items():
            yield {key: one for key, one in value.items() if key != name}
            yield from ({**value, name: other} for other in (*ODD, *changed(inner)))
    elif isinstance(value, list):
        yield from ([other, *value[1:]] for inner in value[:1] for other in (*ODD, *changed(inner)))


def changed_xml(text: bytes) -> Iterator[bytes]:
    """The same of an XML text: its elements, their texts and attributes."""
    whole = Xml.fromstring(text)
    for place in range(len(list(whole.iter()))):

        def altered(how: Callable[[Xml.Element], object], place: int = place) -> bytes:
            root = copy.deepcopy(whole)
            how(list(root.iter())[place])
            return Xml.tostring(root)

        for other in ODD:
            if isinstance(other, str) and "\x00" not in other:
                yield altered(lambda node, other=other: setattr(node, "text", other))  # type: ignore[misc]
        for name in list(whole.iter())[place].attrib:
            yield altered(lambda node, name=name: node.attrib.pop(name))  # type: ignore[misc]
            yield altered(lambda node, name=name: node.set(name, "é" * 9))  # type: ignore[misc]
        yield altered(lambda node: setattr(node, "tag", "{urn:new}V2"))
        yield altered(lambda node: node.insert(0, Xml.Element("{urn:new}V2", {"Start": "x"})))
        yield altered(lambda node: [node.remove(child) for child in list(node)])


async def survives(server: Graph | Ews, reader: GraphCalendars | EwsCalendars) -> list[Meeting] | Trouble:
    """What is read, or why not."""
    try:
        return await read(server, reader)
    except ConnectionFailed as exc:
        return Trouble(str(exc.details["reason"]))


def recorded(server: CalendarServer) -> list[Answer]:
    """The answers it gives from now on."""
    kept: list[Answer] = []
    answer = server.answer

    def noting(method: str, path: str, headers: dict[str, str], body: bytes) -> Answer:
        kept.append(answer(method, path, headers, body))
        return kept[-1]

    server.answer = noting  # type: ignore[method-assign]
    return kept


async def test_whatever_becomes_of_an_answer_of_graph_it_is_read_or_told_in_a_word() -> None:
    reader = GraphCalendars(here=True)
    with Graph() as server:
        server.calendars[ANDERS] = {"a": hour(0, subject="Budget"), "b": hour(3, subject="Frokost")}
        kept = recorded(server)
        assert len(await read(server, reader)) == 2
        token, page = (json.loads(body) for _, _, body in kept)
        outcomes = []
        for other in changed({**page, "@odata.nextLink": ""}):
            server.instead = [(200, {}, json.dumps(other).encode())]
            outcomes.append(await survives(server, reader))
        assert {len(one) for one in outcomes if isinstance(one, list)} >= {1, 2}
        for other in changed(token):
            server.instead, fresh = [], GraphCalendars(here=True)
            server.sign_in_instead = [(200, {}, json.dumps(other).encode())]
            await survives(server, fresh)
            await fresh.close()
    await reader.close()


async def test_whatever_becomes_of_an_answer_of_exchange_it_is_read_or_told_in_a_word() -> None:
    reader = EwsCalendars(here=True)
    with Ews() as server:
        server.calendars[ANDERS] = {"a": hour(0, subject="Budget"), "b": hour(3, subject="Frokost")}
        kept = recorded(server)
        assert len(await read(server, reader)) == 2
        outcomes = []
        for body in changed_xml(kept[0][2]):
            server.instead = [(200, {"Content-Type": "text/xml"}, body)] * 3
            outcomes.append(await survives(server, reader))
        assert {len(one) for one in outcomes if isinstance(one, list)} >= {1, 2}
    await reader.close()


BARE = {
    "start": {"dateTime": "2026-11-24T10:00:00.0000000"},
    "end": {"dateTime": "2026-11-24T11:00:00.0000000", "precision": "minute"},
}


def schedule(*items: Any, **more: Any) -> Answer:
    """An answer of Graph with these entries."""
    told = {"scheduleId": ANDERS, "scheduleItems": items}
    return 200, {}, json.dumps({"value": [told], **more}).encode()


async def test_an_entry_of_graph_without_what_can_be_missing_and_with_what_is_new_is_a_meeting() -> None:
    reader = GraphCalendars(here=True)
    with Graph() as server:
        new = {**BARE, "status": "focusing", "subject": None, "isPrivate": None, "mood": {"level": 3}}
        server.instead = [schedule(BARE, new, **{"@odata.context": "x", "@odata.nextLink": None, "hints": [1]})]
        found = await read(server, reader)
    await reader.close()
    assert [(one.busy.value, one.subject) for one in found] == [("busy", ""), ("busy", "")]
    assert len({one.key for one in found}) == 2
    assert all((one.start, one.end) == (NOW, NOW + timedelta(hours=1)) for one in found)


SHORT = "<t:Start>2026-11-24T{}:00:00Z</t:Start><t:End>2026-11-24T{}:30:00Z</t:End>"


def items(*inner: str) -> Answer:
    """An answer of Exchange with entries that hold no more than that."""
    whole = "".join(f"<t:CalendarItem>{one}</t:CalendarItem>" for one in inner)
    return found(f"<m:RootFolder><t:Items>{whole}</t:Items></m:RootFolder>")


async def test_entries_of_exchange_without_a_name_are_as_many_meetings() -> None:
    reader = EwsCalendars(here=True)
    with Ews() as server:
        server.instead = [items(SHORT.format("10", "10"), SHORT.format("12", "12") + "<t:Mood>3</t:Mood>")]
        found = await read(server, reader)
    await reader.close()
    assert [one.start - NOW for one in found] == [timedelta(0), timedelta(hours=2)]


@pytest.mark.parametrize("kind", ["graph", "ews"])
async def test_a_calendar_of_which_no_entry_can_be_read_is_told_and_not_taken_for_an_empty_one(kind: str) -> None:
    gone = schedule({"begins": "x"}, {"begins": "y"})
    reader: GraphCalendars | EwsCalendars = GraphCalendars(here=True)
    double: Graph | Ews = Graph()
    if kind == "ews":
        gone, reader, double = items("<t:Begins>x</t:Begins>", "<t:Begins>y</t:Begins>"), EwsCalendars(here=True), Ews()
    with double as server:
        assert isinstance(server, Graph | Ews)
        server.instead = [gone]
        with pytest.raises(ConnectionFailed) as failed:
            await read(server, reader)
    await reader.close()
    assert failed.value.details["reason"] == Trouble.NOT_UNDERSTOOD and failed.value.details["person"]
