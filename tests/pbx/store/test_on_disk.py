"""Acknowledged means on disk: the order of writing, syncing and answering, as the system saw it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.support import traced
from tests.support.service import ROOT, Service
from tests.support.traced import Deed

WAL = "onepresence.sqlite3-wal"


def between(done: list[Deed], request: str, reply: str) -> list[Deed]:
    """From when a request was heard to when its answer was told."""
    start = next(n for n, deed in enumerate(done) if deed.what == "heard" and deed.where.startswith(request))
    end = next(n for n in range(start, len(done)) if done[n].what == "told" and done[n].where.startswith(reply))
    return done[start:end]


def test_every_change_by_the_interface_is_synced_before_it_is_acknowledged(tmp_path: Path) -> None:
    log = tmp_path / "trace"
    service = Service(tmp_path / "data", under=traced.prefix(log))
    service.company(2)
    with service:
        process = service.process
        assert process is not None
        with service.http(service.token("1002101")) as client:
            person = {"local_number": "1002199", "name": "Ny", "role": "user"}
            assert client.put("/v1/me/voicemail", json={"language": "sv"}).status_code == 200
            made = client.post("/v1/me/diversions", json={"preset": "lunch"})
            assert made.status_code == 201
            changed = client.patch(f"/v1/me/diversions/{made.json()['id']}", json={"note": "changed"})
            assert changed.status_code == 200
            assert client.delete("/v1/me/diversions").status_code in (200, 204)
            assert client.post("/v1/people", json=person).status_code == 201
            quick = {"name": "Gym", "destination": {"kind": "voicemail"}, "minutes": 45}
            assert client.post("/v1/me/quick-diversions", json=quick).status_code == 201
            assert client.put("/v1/me/favourites", json={"user_ids": []}).status_code == 200
            assert client.put("/v1/me/password", json={"current": "2580", "new": "7319"}).status_code == 204
        service.cli("device", "add", "1002101", "desk")
        with service.http(service.token("1002101", "7319")) as client:
            assert client.delete("/v1/sessions/current").status_code in (200, 204)
    done = traced.finished(log, process.pid)
    for request in (
        "POST /v1/sessions",
        "PUT /v1/me/voicemail",
        "POST /v1/me/diversions",
        "PATCH /v1/me/diversions/",
        "DELETE /v1/me/diversions",
        "POST /v1/people",
        "POST /v1/me/quick-diversions",
        "PUT /v1/me/favourites",
        "PUT /v1/me/password",
        "POST /v1/admin",
        "DELETE /v1/sessions/current",
    ):
        deeds = between(done, request, "HTTP/1.1 20")
        assert any(deed.what == "written" and WAL in deed.where for deed in deeds), f"{request}: nothing was written"
        assert any(deed.what == "synced" and WAL in deed.where for deed in deeds), f"{request}: nothing was synced"
        assert not traced.unsynced(deeds, "onepresence.sqlite3"), f"{request}: answered before it was on disk"


def test_a_voicemail_is_on_disk_sound_first_before_it_is_acknowledged(tmp_path: Path) -> None:
    log, data = tmp_path / "trace", tmp_path / "data"
    Service(data).company(1)
    watched = subprocess.Popen(
        [*traced.prefix(log), sys.executable, "-m", "tests.support.depositing", str(data), "3"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    told, _ = watched.communicate(timeout=60)
    assert watched.returncode == 0
    kept = [line.removeprefix("kept ") for line in told.splitlines() if line.startswith("kept ")]
    assert len(kept) == 3
    done = traced.finished(log, watched.pid)
    for message in kept:
        begun = next(n for n, d in enumerate(done) if d.what == "written" and d.where.endswith(f"drafts/{message}.wav"))
        end = next(n for n, d in enumerate(done) if d.what == "told" and d.where.startswith(f"kept {message}"))
        deeds = done[begun:end]
        order = [
            next(n for n, d in enumerate(deeds) if d.what == what and d.where.endswith(where))
            for what, where in (
                ("synced", f"drafts/{message}.wav"),
                ("named", f"kept/{message}.wav"),
                ("synced", "recordings/kept"),
                ("written", WAL),
                ("synced", WAL),
            )
        ]
        assert order == sorted(order), f"{message}: {order}"
        assert not traced.unsynced(deeds, str(data)), "answered before all of it was on disk"
