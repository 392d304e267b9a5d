"""The HTTP interface as scripts use it: a service in its own process, plain requests, on either database."""

from __future__ import annotations

import io
import json
import socket
import wave
from collections.abc import Iterator

import httpx
import pytest

from tests.support.postgres import Cluster, cluster
from tests.support.service import Service


@pytest.fixture(scope="module")
def postgres() -> Iterator[Cluster]:
    with cluster() as running:
        yield running


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def service(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    extra: tuple[str, ...] = ()
    if request.param == "postgresql":
        postgres: Cluster = request.getfixturevalue("postgres")
        extra = ("--database", postgres.database())
    with Service(tmp_path_factory.mktemp("data"), driver="demo", extra=extra) as running:
        running.cli("customer", "add", "200", "Firma")
        running.cli("user", "add", "2002140", "--name", "Ny")
        yield running


@pytest.fixture
def sofie(service: Service) -> Iterator[httpx.Client]:
    with service.http(service.token("1002101")) as http:
        yield http


def test_a_new_user_signs_in_with_0000_changes_it_and_signs_out(service: Service) -> None:
    with httpx.Client(base_url=service.url, trust_env=False, timeout=60) as http:
        answer = http.post("/v1/sessions", json={"local_number": "2002140", "password": "0000"})
        assert answer.status_code == 201 and answer.json()["must_change_password"] is True
        http.headers["Authorization"] = f"Bearer {answer.json()['token']}"
        gated = http.get("/v1/snapshot")
        assert (gated.status_code, gated.json()["code"]) == (403, "password_change_required")
        assert gated.headers["content-type"] == "application/problem+json"
        assert http.put("/v1/me/password", json={"current": "0000", "new": "7319"}).status_code == 204
        assert http.get("/v1/snapshot").json()["private"]["me"]["local_number"] == "2002140"
        assert http.delete("/v1/sessions/current").status_code == 204
        assert http.get("/v1/snapshot").status_code == 401


def test_the_snapshot_and_the_stream_agree_and_the_stream_resumes(sofie: httpx.Client) -> None:
    snapshot = sofie.get("/v1/snapshot").json()
    assert {"event_id", "at", "version", "public", "private"} <= set(snapshot)
    assert len(snapshot["public"]["people"]) > 30 and snapshot["public"]["customer"]["demo"] is True
    with sofie.stream("GET", "/v1/events") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        lines = stream.iter_lines()
        assert next(lines) == "event: snapshot"
        event_id = next(lines).removeprefix("id: ")
        assert json.loads(next(lines).removeprefix("data: "))["event_id"] == event_id
    made = sofie.post("/v1/me/diversions", json={"preset": "lunch"}).json()
    with sofie.stream("GET", "/v1/events", headers={"Last-Event-ID": event_id}) as stream:
        seen = ""
        for line in stream.iter_lines():
            assert line != "event: snapshot"
            seen += line
            if made["id"] in seen:
                break
    assert sofie.delete("/v1/me/diversions").status_code == 204


def test_an_http_1_0_client_follows_the_stream_without_chunks(service: Service) -> None:
    host, port = service.url.removeprefix("http://").split(":")
    asked = f"GET /v1/events HTTP/1.0\r\nAuthorization: Bearer {service.token('1002101')}\r\n\r\n"
    with socket.create_connection((host, int(port)), timeout=60) as wire:
        wire.sendall(asked.encode())
        answer = wire.makefile("rb")
        head = list(iter(lambda: answer.readline().strip().lower(), b""))
        assert head[0].split()[1] == b"200"
        assert not any(line.startswith((b"transfer-encoding", b"content-length")) for line in head)
        assert answer.readline() == b"event: snapshot\n"
        assert answer.readline().startswith(b"id: ")
        assert "public" in json.loads(answer.readline().removeprefix(b"data: "))
        assert answer.readline() == b"\n"
        with service.http(service.token("1002101")) as http:
            http.post("/v1/me/diversions", json={"preset": "break"})
            lines = iter(answer.readline, b"")
            assert b"event: diversions\n" in lines
            http.delete("/v1/me/diversions")


def test_diversions_by_preset_in_full_changed_and_ended(sofie: httpx.Client) -> None:
    for preset in ("lunch", "break", "gone_home", "meeting_1h", "meeting_2h"):
        assert sofie.post("/v1/me/diversions", json={"preset": preset}).status_code == 201
    full = {
        "reason": "meeting",
        "duration": "PT30M",
        "destination": {"kind": "number", "number": "2140"},
        "note": "hos kunden",
        "reception_note": "kun haster",
    }
    previewed = sofie.post("/v1/me/diversions/preview", json=full).json()
    assert previewed["problem"] is None and previewed["parts"][-1]["name"]
    made = sofie.post("/v1/me/diversions", json=full)
    assert made.status_code == 201 and made.json()["why"] == "counts"
    path = f"/v1/me/diversions/{made.json()['id']}"
    assert sofie.patch(path, json={"until": None}).json()["until"] is None
    listed = sofie.get("/v1/me/diversions").json()
    assert listed["counts"] == made.json()["id"] and len(listed["current"]) == 6
    assert sofie.delete(path).status_code == 204
    assert sofie.delete("/v1/me/diversions").status_code == 204
    assert sofie.get("/v1/me/diversions").json() == {"current": [], "coming": [], "counts": None}


def test_messages_are_listed_played_marked_and_deleted(sofie: httpx.Client) -> None:
    messages = sofie.get("/v1/me/messages").json()
    first = messages[0]
    whole = sofie.get(f"/v1/me/messages/{first['id']}/recording")
    assert whole.headers["content-type"] == "audio/wav" and whole.headers["accept-ranges"] == "bytes"
    spoken = next(m for m in sofie.get("/v1/me/messages").json() if m["id"] == first["id"])
    with wave.open(io.BytesIO(whole.content)) as sound:
        assert abs(sound.getnframes() / sound.getframerate() - spoken["seconds"]) < 0.05
    part = sofie.get(f"/v1/me/messages/{first['id']}/recording", headers={"Range": "bytes=0-3"})
    assert (part.status_code, part.content) == (206, b"RIFF")
    assert part.headers["content-range"] == f"bytes 0-3/{len(whole.content)}"
    last = sofie.get(f"/v1/me/messages/{first['id']}/recording", headers={"Range": "bytes=-4"})
    assert last.content == whole.content[-4:]
    beyond = sofie.get(f"/v1/me/messages/{first['id']}/recording", headers={"Range": "bytes=99999999-"})
    assert beyond.status_code == 416 and beyond.headers["content-range"] == f"bytes */{len(whole.content)}"
    assert sofie.patch(f"/v1/me/messages/{first['id']}", json={"read": True, "kept": True}).json()["kept"] is True
    again = next(m for m in sofie.get("/v1/me/messages").json() if m["id"] == first["id"])
    assert again["read"] and again["kept"]
    assert sofie.delete(f"/v1/me/messages/{messages[-1]['id']}").status_code == 204
    assert sofie.get(f"/v1/me/messages/{messages[-1]['id']}/recording").status_code == 404
    assert len(sofie.get("/v1/me/messages").json()) == len(messages) - 1


def test_history_is_paged(sofie: httpx.Client) -> None:
    records = sofie.get("/v1/me/calls").json()
    assert records == sorted(records, key=lambda r: r["at"], reverse=True) and len(records) > 20
    older = sofie.get("/v1/me/calls", params={"before": records[5]["at"]}).json()
    assert older[0]["id"] == records[6]["id"]


def test_a_call_is_accepted_and_can_be_ended(sofie: httpx.Client) -> None:
    answer = sofie.post("/v1/calls", json={"to": "2140"})
    assert answer.status_code == 202
    call_id = answer.json()["call_id"]
    assert call_id in {call["id"] for call in sofie.get("/v1/snapshot").json()["private"]["calls"]}
    assert sofie.delete(f"/v1/calls/{call_id}").status_code == 204
    refused = sofie.post("/v1/calls", json={"to": "2999"})
    assert (refused.status_code, refused.json()["code"]) == (422, "number_refused")
    assert sofie.delete("/v1/calls/gone").json()["code"] == "call_gone"


def test_the_greeting_can_be_listened_to(sofie: httpx.Client) -> None:
    answer = sofie.get("/v1/me/voicemail/greeting")
    assert answer.status_code == 200 and answer.headers["content-type"] == "audio/wav"
    with wave.open(io.BytesIO(answer.content)) as sound:
        assert sound.getframerate() == 8000 and sound.getnframes() > 8000


def test_the_document_describes_every_route(service: Service) -> None:
    document = httpx.get(f"{service.url}/v1/openapi.json", trust_env=False, timeout=60).json()
    assert document["openapi"].startswith("3.1")
    paths = document["paths"]
    assert "text/event-stream" in paths["/v1/events"]["get"]["responses"]["200"]["content"]
    assert "audio/wav" in paths["/v1/me/messages/{id}/recording"]["get"]["responses"]["200"]["content"]
    for path, item in paths.items():
        for method, operation in item.items():
            assert operation["summary"] and "default" in operation["responses"], (method, path)


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"{", 422, "invalid"),
        (b"", 422, "invalid"),
        (b"[]", 422, "invalid"),
        (b"null", 422, "invalid"),
        (b"\xff\xfe", 422, "invalid"),
        (b'{"local_number": 5, "password": "x"}', 422, "invalid"),
        (b'{"local_number": "1002101"}', 422, "invalid"),
        (b"[" * 100_000, 422, "invalid"),
        (b'{"local_number": "' + b"1" * 300_000 + b'"}', 413, "too_large"),
        (b'{"local_number": "\xed\xa0\x80", "password": "\\ud800"}', 422, "invalid"),
        (b'{"local_number": "\\u0000", "password": "1"}', 422, "invalid"),
    ],
)
def test_a_malformed_or_huge_body_is_refused_by_name(service: Service, body: bytes, status: int, code: str) -> None:
    headers = {"Content-Type": "application/json"}
    answer = httpx.post(f"{service.url}/v1/sessions", content=body, headers=headers, trust_env=False, timeout=60)
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text


def test_unknown_paths_methods_and_heads_beyond_measure(service: Service) -> None:
    with httpx.Client(base_url=service.url, trust_env=False, timeout=60) as http:
        for path in ("/", "/v1/nothing", "/v1/me/nothing", "/v1/nothing.json", "/v2/everything"):
            answer = http.get(path)
            assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json"), path
            assert (answer.json()["code"], answer.json()["details"]) == ("not_found", {"what": "path"})
        assert http.put("/v1/sessions").status_code == 405
        with pytest.raises(httpx.HTTPError):
            http.get("/healthz", headers={"X-Long": "x" * 60_000}).raise_for_status()
        assert http.get("/healthz").status_code == 200
