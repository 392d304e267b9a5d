"""A client among services of other versions: newer ones are understood as far as possible, others refused (13.8)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import inspect

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.client.pbx_client import PbxClient
from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.errors import ClientTooNew, ClientTooOld, Invalid, OnePresenceError, ServerAway
from onepresence_desktop.domain.preview import RoutePreview
from onepresence_desktop.domain.words import UNKNOWN
from onepresence_desktop.pbx.api.outside import speaking
from onepresence_desktop.wire import bodies, codec, protocol, views
from onepresence_desktop.wire.protocol import Protocols, disagreement, stated
from onepresence_desktop.wire.stream import EVENTS, read_event

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


ANSWERS = (*EVENTS.values(), RoutePreview, views.SessionView, views.SessionListing, views.DeviceListing)


def enums(shape: Any) -> Iterator[type]:
    match shape:
        case inspect.EnumType(cls=cls):
            yield cls
        case inspect.StructType(fields=fields) | inspect.DataclassType(fields=fields):
            for field in fields:
                yield from enums(field.type)
        case inspect.ListType(item_type=item) | inspect.VarTupleType(item_type=item):
            yield from enums(item)
        case inspect.TupleType(item_types=types) | inspect.UnionType(types=types):
            for one in types:
                yield from enums(one)


@pytest.mark.parametrize("kind", ANSWERS, ids=lambda kind: kind.__name__)
def test_every_word_that_a_client_reads_has_a_member_for_those_it_does_not_know(kind: type) -> None:
    for enum in enums(inspect.type_info(kind)):
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
    ("kind", "text", "field"),
    [
        (bodies.DiversionRequest, '{"reason": "unknown"}', "reason"),
        (bodies.DiversionRequest, '{"destination": {"kind": "unknown"}}', "destination"),
        (bodies.PersonBody, '{"role": "unknown"}', "role"),
        (bodies.DeviceBody, '{"kind": "unknown"}', "kind"),
    ],
)
def test_nobody_sends_an_unknown_word_to_a_service(kind: type, text: str, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        codec.decode(text, kind)
    assert refused.value.details == {"field": field, "problem": "unknown"}
    with pytest.raises(Invalid):
        codec.decode('{"reason": "holiday_on_mars"}', bodies.DiversionRequest)
    assert UNKNOWN not in Reason.known()


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
