"""A client among services of other versions: newer ones are understood as far as possible, others refused (13.8)."""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import GenericAlias
from typing import Any, get_args

import httpx
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import inspect

from onepresence_desktop import client
from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.client.pbx_client import PbxClient
from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.errors import (
    ClientTooNew,
    ClientTooOld,
    Invalid,
    NotFound,
    OnePresenceError,
    ServerAway,
)
from onepresence_desktop.domain.outgoing import OutgoingState
from onepresence_desktop.domain.people import RingStrategy
from onepresence_desktop.domain.phonebook import PhoneKind, Verdict
from onepresence_desktop.domain.preview import RoutePreview
from onepresence_desktop.domain.trunks import Transport
from onepresence_desktop.domain.words import UNKNOWN
from onepresence_desktop.pbx.api.outside import speaking
from onepresence_desktop.wire import bodies, codec, protocol, views
from onepresence_desktop.wire.blocking import BlockingBody
from onepresence_desktop.wire.commands.trunks import TrunkAdd
from onepresence_desktop.wire.contacts import ContactView, ImportReport
from onepresence_desktop.wire.groups import GroupDetailView
from onepresence_desktop.wire.problems import Problem, problem_of
from onepresence_desktop.wire.protocol import Protocols, disagreement, stated
from onepresence_desktop.wire.slices import Audience
from onepresence_desktop.wire.stream import EVENTS, read_event
from onepresence_desktop.wire.trunks import TrunkBody, TrunkView

NEWEST = sorted((Path(__file__).parent / "golden").iterdir())[-1]
GOLDEN = {file.stem: json.loads(file.read_bytes()) for file in sorted(NEWEST.glob("*.json"))}

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=3,
)
new_words = st.text("abcdefghijklmnopqrstuvwxyz_", min_size=1, max_size=12).map(lambda word: f"new_{word}")


def newer(value: Any, shape: inspect.Type, draw: Callable[[Any], Any]) -> tuple[Any, Any]:
    """What a newer service might say instead of `value`, and what of it can be understood here."""
    match shape:
        case inspect.EnumType():
            return (draw(new_words), UNKNOWN) if draw(st.integers(0, 3)) == 0 else (value, value)
        case inspect.StructType(fields=fields) | inspect.DataclassType(fields=fields):
            shapes = {field.encode_name: field.type for field in fields}
            pairs = {key: newer(one, shapes[key], draw) for key, one in value.items()}
            more = draw(st.dictionaries(new_words, json_values, max_size=2))
            said = {key: said for key, (said, _) in pairs.items()}
            return more | said, {key: understood for key, (_, understood) in pairs.items()}
        case inspect.ListType(item_type=item) | inspect.VarTupleType(item_type=item):
            pairs = [newer(one, item, draw) for one in value]
            return [said for said, _ in pairs], [understood for _, understood in pairs]
        case inspect.TupleType(item_types=items):
            pairs = [newer(one, item, draw) for one, item in zip(value, items)]
            return [said for said, _ in pairs], [understood for _, understood in pairs]
        case inspect.UnionType(types=types) if value is not None:
            return newer(value, next(one for one in types if not isinstance(one, inspect.NoneType)), draw)
        case _:
            return value, value


@settings(max_examples=40)  # each draws the whole state, in which every field and word may be a newer one
@given(st.data())
def test_what_a_newer_service_adds_is_passed_over_and_known_state_stays_right(data: st.DataObject) -> None:
    mirror, expected = Mirror(), Mirror()
    names = ["snapshot", *data.draw(st.lists(st.sampled_from(sorted(GOLDEN)), max_size=8))]
    for name in names:
        if data.draw(st.booleans()):
            stranger = data.draw(new_words)
            assert read_event(stranger, json.dumps(data.draw(json_values)).encode()) is None
        said, understood = newer(GOLDEN[name], inspect.type_info(EVENTS[name]), data.draw)
        event = read_event(name, json.dumps(said).encode())
        assert event == codec.decode(json.dumps(understood), EVENTS[name])
        assert event is not None
        mirror.apply(event)
        expected.apply(codec.decode(json.dumps(understood), EVENTS[name]))
    assert mirror == expected
    assert mirror.people["u1"].name == "Anna Bæk"
    kept = mirror.snapshot()
    assert codec.read(codec.encode(kept), views.SnapshotView) == kept


def read_by_client() -> Iterator[Any]:
    """Every type that a module of the client hands on to be decoded into: what its calls name that JSON can be."""
    for module in pkgutil.iter_modules(client.__path__, f"{client.__name__}."):
        names = vars(importlib.import_module(module.name))
        source = Path(str(names["__file__"])).read_text()
        for call in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)):
            for argument in (*call.args, *(one.value for one in call.keywords)):
                if any(
                    isinstance(part, ast.Call | ast.Lambda | ast.Await | ast.Starred) for part in ast.walk(argument)
                ):
                    continue
                try:
                    named = eval(ast.unparse(argument), dict(names))
                except (NameError, AttributeError, TypeError, KeyError):
                    continue  # of the verb's own, not of the module
                if isinstance(named, type | GenericAlias) and any(True for _ in structs_in(named)):
                    yield named


def structs_in(kind: Any) -> Iterator[type]:
    for part in (kind, *get_args(kind)):
        if isinstance(part, type) and issubclass(part, msgspec.Struct):
            yield part


ANSWERS = {repr(kind): kind for kind in (*EVENTS.values(), RoutePreview, *read_by_client())}
NEVER_TRAVELS = frozenset({Audience})
"""Of a slice's description, beside its view."""


def enums(shape: Any, seen: frozenset[type] = frozenset()) -> Iterator[type]:
    match shape:
        case inspect.EnumType(cls=cls):
            yield cls
        case inspect.StructType(cls=cls, fields=fields) | inspect.DataclassType(cls=cls, fields=fields):
            for field in fields if cls not in seen else ():
                yield from enums(field.type, seen | {cls})
        case inspect.ListType(item_type=item) | inspect.VarTupleType(item_type=item):
            yield from enums(item, seen)
        case inspect.DictType(key_type=key, value_type=item):
            yield from (*enums(key, seen), *enums(item, seen))
        case inspect.TupleType(item_types=types) | inspect.UnionType(types=types):
            for one in types:
                yield from enums(one, seen)


def test_all_that_a_client_reads_is_looked_at() -> None:
    for kind in (views.SessionView, views.DeviceListing, GroupDetailView, TrunkView, ImportReport, list[ContactView]):
        assert repr(kind) in ANSWERS or repr(list[kind]) in ANSWERS, kind  # type: ignore[valid-type]
    assert len(ANSWERS) > 60
    found = {enum for kind in ANSWERS.values() for enum in enums(inspect.type_info(kind))}
    assert {Reason, RingStrategy, Transport, Verdict, PhoneKind, OutgoingState} <= found


@pytest.mark.parametrize("kind", ANSWERS.values(), ids=ANSWERS)
def test_every_word_that_a_client_reads_has_a_member_for_those_it_does_not_know(kind: type) -> None:
    for enum in set(enums(inspect.type_info(kind))) - NEVER_TRAVELS:
        assert UNKNOWN in {word.value for word in enum}, enum  # type: ignore[attr-defined]


def test_a_wrong_type_is_no_newer_word_and_is_named() -> None:
    with pytest.raises(Invalid) as refused:
        codec.read(b'{"id": "g", "local_number": 7, "name": "x"}', views.GroupView)
    assert refused.value.details["field"] == "local_number"
    with pytest.raises(Invalid):
        codec.read(b'{"user_id": "u", "presence": 3}', views.PresenceView)
    with pytest.raises(Invalid):
        codec.read(b"[" * 100_000, views.PresenceView)


@pytest.mark.parametrize(
    ("kind", "body", "problem"),
    [
        (bodies.PersonBody, {"name": "x" * 10_000}, "too_long"),
        (bodies.PersonBody, {"name": ""}, "missing"),
        (bodies.DevicePatch, {"ring_after": 500}, "out_of_range"),
        (bodies.DevicePatch, {"ring_after": -1}, "out_of_range"),
        (bodies.DevicePatch, {"ring_after": "5"}, "wrong_type"),
        (BlockingBody, {"numbers": ["1"] * 1001}, "too_many"),
    ],
)
def test_what_is_wrong_with_a_value_of_its_type_is_told(kind: type, body: dict[str, object], problem: str) -> None:
    with pytest.raises(Invalid) as refused:
        codec.decode(codec.encode(body), kind)
    assert refused.value.details == {"field": next(iter(body)), "problem": problem}


@pytest.mark.parametrize(
    ("kind", "text", "field"),
    [
        (bodies.DiversionRequest, '{"reason": "unknown"}', "reason"),
        (bodies.DiversionRequest, '{"destination": {"kind": "unknown"}}', "destination"),
        (bodies.PersonBody, '{"role": "unknown"}', "role"),
        (bodies.DeviceBody, '{"kind": "unknown"}', "kind"),
        (bodies.ContactBody, '{"numbers": [{"number": "1"}, {"number": "2", "kind": "unknown"}]}', "numbers"),
        (bodies.ContactBody, '{"emails": [{"address": "a@b.example", "kind": "unknown"}]}', "emails"),
        (bodies.MessageBody, '{"to": [{"number": "1"}], "by": ["sms", "unknown"], "text": "x"}', "by"),
        (TrunkBody, '{"name": "x", "server": "y", "transport": "unknown"}', "transport"),
        (TrunkAdd, '{"command": "trunk_add", "name": "x", "server": "y", "abroad": "unknown"}', "abroad"),
    ],
)
def test_nobody_sends_an_unknown_word_to_a_service(kind: type, text: str, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        codec.decode(text, kind)
    assert refused.value.details == {"field": field, "problem": "unknown"}
    with pytest.raises(Invalid):
        codec.decode('{"reason": "holiday_on_mars"}', bodies.DiversionRequest)
    assert UNKNOWN not in Reason.known()
    assert Reason.offered(None) == Reason.offered(Reason.LUNCH) == Reason.known()
    assert Reason.offered(Reason.UNKNOWN) == (*Reason.known(), Reason.UNKNOWN)


# --- protocols ---


@pytest.mark.parametrize(
    ("client", "service", "refusal"),
    [
        (Protocols(1, 2), Protocols(1, 2), None),
        (Protocols(1, 1), Protocols(1, 2), None),
        (Protocols(2, 3), Protocols(3, 9), None),
        (Protocols(1, 2), Protocols(3, 4), ClientTooOld),
        (Protocols(5, 6), Protocols(3, 4), ClientTooNew),
    ],
)
def test_client_and_service_need_a_protocol_in_common(client: Protocols, service: Protocols, refusal: Any) -> None:
    found = disagreement(client=client, service=service)
    assert type(found) is refusal if refusal else found is None


def test_who_says_nothing_speaks_the_first_protocol_and_nonsense_is_refused() -> None:
    assert stated(None) == Protocols(1, 1)
    assert stated(str(protocol.OURS)) == protocol.OURS
    for text in ("", "2", "3-2", "1-99999", "a-b", "-1-2", "¹-²"):
        with pytest.raises(Invalid):
            stated(text)


def test_this_service_still_speaks_with_the_clients_published_before() -> None:
    assert disagreement(client=Protocols(1, 1), service=protocol.OURS) is None
    assert disagreement(client=protocol.OURS, service=Protocols(1, 1)) is None


async def healthy(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"application/json")]})
    await send({"type": "http.response.body", "body": b"[]"})


async def asked(headers: dict[str, str]) -> httpx.Response:
    transport = httpx.ASGITransport(speaking(healthy))
    async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
        return await client.get("/v1/me/messages", headers=headers)


async def test_a_service_states_its_protocols_and_refuses_a_client_it_has_none_in_common_with() -> None:
    answer = await asked({})
    assert answer.status_code == 200 and answer.headers[protocol.HEADER] == str(protocol.OURS)
    newer_client = await asked({protocol.HEADER: "9000-9001"})
    assert newer_client.status_code == 400 and newer_client.headers[protocol.HEADER] == str(protocol.OURS)
    problem = msgspec.json.decode(newer_client.content)
    assert problem["code"] == "client_too_new" and problem["details"] == {"client": 9000, "service": 2}
    refused = await asked({protocol.HEADER: "two"})
    assert refused.status_code == 422
    assert {one.headers["X-Content-Type-Options"] for one in (answer, newer_client, refused)} == {"nosniff"}


@pytest.mark.parametrize(
    ("stated_by_service", "refusal"), [("9000-9001", ClientTooOld), ("nonsense", ServerAway), (None, None)]
)
async def test_a_client_states_its_protocols_and_refuses_a_service_it_has_none_in_common_with(
    stated_by_service: str | None, refusal: type[OnePresenceError] | None
) -> None:
    seen: list[str | None] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers.get(protocol.HEADER))
        headers = {} if stated_by_service is None else {protocol.HEADER: stated_by_service}
        return httpx.Response(200, content=b"[]", headers=headers)

    client = PbxClient("http://127.0.0.1:1", token="t", transport=httpx.MockTransport(answer))
    try:
        if refusal is None:
            assert await client.messages() == []
        else:
            with pytest.raises(refusal):
                await client.messages()
    finally:
        await client.close()
    assert seen == [str(protocol.OURS)]


@pytest.mark.parametrize(
    ("status", "problem", "told"),
    [
        (404, problem_of(NotFound(what="path")), ClientTooNew),
        (405, Problem(type="", title="", status=405, code="method_not_allowed"), ClientTooNew),
        (404, problem_of(NotFound(what="calendar")), NotFound),
    ],
)
async def test_what_an_older_service_doesnt_have_is_told_as_such_and_not_as_something_that_is_gone(
    status: int, problem: Problem, told: type[OnePresenceError]
) -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(status, content=codec.encode(problem), headers={protocol.HEADER: str(protocol.OURS)})

    one = PbxClient("http://127.0.0.1:1", token="t", transport=httpx.MockTransport(answer))
    with pytest.raises(OnePresenceError) as caught:
        await one.my_calendars()
    assert type(caught.value) is told
    await one.close()
