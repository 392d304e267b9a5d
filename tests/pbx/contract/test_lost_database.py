"""A database that is gone while its recordings are there, and files of settings that no service has written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.service import ROOT, Service


def pbx(*arguments: str, data: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "onepresence_desktop.pbx", *arguments, "--data", str(data)],
        cwd=ROOT, capture_output=True, text=True, timeout=60,
    )  # fmt: skip


def test_recordings_without_their_database_stop_the_start_and_are_never_deleted(tmp_path: Path) -> None:
    service = Service(tmp_path)
    service.company(1)
    kept = tmp_path / "recordings" / "kept"
    kept.mkdir(parents=True, exist_ok=True)
    sound = kept / "someone-1234.wav"
    sound.write_bytes(b"RIFF" + b"\1" * 400)
    lost = tmp_path / "onepresence.sqlite3"
    lost.unlink()
    for way in (("serve", "--http", "127.0.0.1:0", "--sip", "127.0.0.1:0"), ("customer", "add", "100", "New")):
        refused = pbx(*way, data=tmp_path)
        assert refused.returncode == 4 and "store_empty" in refused.stderr, refused.stderr
        assert sound.exists() and not lost.exists()
    with Service(tmp_path, extra=("--accept-empty",)):
        assert not sound.exists()
        aside = tmp_path / "recordings" / "aside" / sound.name
        assert aside.read_bytes().startswith(b"RIFF")
    assert "1 recordings belong to no message" in pbx("check", data=tmp_path).stdout


def test_what_a_running_service_backed_up_is_restored_elsewhere_and_everybody_signs_in_again(tmp_path: Path) -> None:
    backup, elsewhere = tmp_path / "backup", tmp_path / "elsewhere"
    service = Service(tmp_path / "data")
    number, _ = service.company(2)
    with service:
        token = service.token(number)
        with service.http(token) as http:
            assert http.post("/v1/me/diversions", json={"preset": "lunch"}).status_code == 201
        assert service.cli("backup", str(backup))["size"] == backup.stat().st_size
        refused = pbx("restore", str(backup), data=service.data)
        assert refused.returncode == 5 and "store_locked" in refused.stderr
    pbx("user", "add", "1002150", "--name", "Newcomer", data=service.data)
    newer = pbx("restore", str(backup), data=service.data)
    assert newer.returncode == 1 and "--replace" in newer.stderr and "people=1" in newer.stderr, newer.stderr
    told = pbx("restore", str(backup), data=elsewhere)
    assert told.returncode == 0 and "2 people" in told.stdout, told.stderr
    with Service(elsewhere) as restored:
        with restored.http(token) as http:
            assert http.get("/v1/snapshot").status_code == 401
        in_place = pbx("restore", str(backup), "--replace", "--json", data=service.data)
        assert in_place.returncode == 0 and json.loads(in_place.stdout)["replaced"] == {"people": 1}, in_place.stderr
        with restored.http(restored.token(number)) as http:
            assert len(http.get("/v1/me/diversions").json()["current"]) == 1


def test_odd_files_are_refused_in_a_sentence(tmp_path: Path) -> None:
    Service(tmp_path).company(1)
    run, settings = tmp_path / "run.json", tmp_path / "settings.toml"
    for odd in ("[]", "{", '{"address": "nowhere", "pid": 1, "admin_token": "x"}', '{"address": 5}', "\0" * 70_000):
        run.write_text(odd)
        answer = pbx("check", data=tmp_path)
        assert answer.returncode == 1 and "field=run.json" in answer.stderr, (odd, answer.stderr)
        assert "Traceback" not in answer.stderr
    run.unlink()
    os.mkfifo(run)
    assert "field=run.json" in pbx("check", data=tmp_path).stderr
    run.unlink()
    for odd in ("[" * 20_000, "data = 5", 'http = "a\\u0000:1"', "mailbox_minutes = true", 'data = "~nobody-there/x"'):
        settings.write_text(odd)
        answer = subprocess.run(
            [sys.executable, "-m", "onepresence_desktop.pbx", "serve", "--config", str(settings)],
            cwd=ROOT, capture_output=True, text=True, timeout=60,
        )  # fmt: skip
        assert answer.returncode == 2 and "Traceback" not in answer.stderr, (odd, answer.stderr)


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes have no name in a folder there")
