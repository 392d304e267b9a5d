"""A disk that is really full: nothing half done, nothing acknowledged lost, and all well again when there is room."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.support.service import ROOT, Service
from tests.support.small_disk import SmallDisk


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    made = tmp_path / "made"
    Service(made).company(2)
    with SmallDisk(tmp_path / "data", megabytes=8, holding=made) as small:
        yield small


def test_a_full_disk_is_told_nothing_is_lost_and_the_service_lives_on(tmp_path: Path, disk: SmallDisk) -> None:
    service = Service(tmp_path / "data", under=disk.under)
    with service:
        token = service.token("1002101")
        with service.http(token) as http, http.stream("GET", "/v1/events") as stream:
            lines = stream.iter_lines()
            assert next(lines) == "event: snapshot"
            kept = [http.post("/v1/me/diversions", json={"preset": "lunch"}).json()["id"]]
            disk.fill()
            answers = [divert(http, f"full {n}") for n in range(60)]
            kept += [answer.json()["id"] for answer in answers if answer.status_code == 201]
            refused = [answer for answer in answers if answer.status_code != 201]
            assert refused, "the disk was not full"
            for answer in refused:
                assert (answer.status_code, answer.json()["code"]) == (507, "store_full"), answer.text
            assert listed(http) == set(kept), "what was refused must not count"
            assert http.get("/v1/snapshot").status_code == 200 and http.get("/healthz").status_code == 200
            again = http.post("/v1/sessions", json={"local_number": "1002102", "password": "2580"})
            assert again.status_code == 201, "people come in although nothing can be written"
            with service.http(again.json()["token"]) as other:
                assert other.get("/v1/snapshot").status_code == 200
            wrong = http.post("/v1/sessions", json={"local_number": "1002102", "password": "1111"})
            assert wrong.status_code == 401
            command = subprocess.run(
                [*disk.under, sys.executable, "-m", "onepresence_desktop.pbx", "user", "add", "1002150", "--name", "X"]
                + ["--data", str(service.data)],
                cwd=ROOT, capture_output=True, text=True, timeout=60,
            )  # fmt: skip
            assert command.returncode == 6 and "store_full" in command.stderr, command.stderr
            disk.empty()
            there = divert(http, "room again")
            assert there.status_code == 201
            kept.append(there.json()["id"])
            for line in lines:
                if "room again" in line:
                    break
        service.kill()
        service.start()
        with service.http(token) as http:
            assert listed(http) == set(kept)


def test_a_service_that_starts_on_a_full_disk_says_so(tmp_path: Path, disk: SmallDisk) -> None:
    disk.fill()
    command = [*disk.under, sys.executable, "-m", "onepresence_desktop.pbx", "serve", "--http", "127.0.0.1:0"]
    command += ["--sip", "127.0.0.1:0", "--data", str(tmp_path / "data")]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert answer.returncode == 6 and "store_full" in answer.stderr, answer.stderr
    assert "Traceback" not in answer.stderr
    disk.empty()
    with Service(tmp_path / "data", under=disk.under) as service:
        assert service.token("1002101")


def test_a_service_that_has_run_starts_on_a_full_disk_with_the_room_it_holds_back(
    tmp_path: Path, disk: SmallDisk
) -> None:
    service = Service(tmp_path / "data", under=disk.under)
    with service:
        token = service.token("1002101")
    disk.fill()
    with service:
        with service.http(token) as http:
            assert http.get("/v1/snapshot").status_code == 200
        assert service.token("1002102")


def divert(http: httpx.Client, note: str) -> httpx.Response:
    """Set a diversion of some size."""
    body = {"reason": "other", "until": None, "destination": {"kind": "voicemail"}, "note": note.ljust(500, ".")}
    return http.post("/v1/me/diversions", json=body)


def listed(http: httpx.Client) -> set[str]:
    """The ids of all that run."""
    return {diversion["id"] for diversion in http.get("/v1/me/diversions").json()["current"]}
