"""`onepresence-pbx` as users script it: by subprocess, from outside the package."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import tarfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from tests.support.free_port import free_port
from tests.support.service import ROOT, Service
from tests.support.waiting import soon

CODE = "200"


def pbx(*arguments: str, data: Path | None = None) -> subprocess.CompletedProcess[str]:
    """One command line."""
    where = ["--data", str(data)] if data is not None else []
    command = [sys.executable, "-m", "onepresence_desktop.pbx", *arguments, *where]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)


def administer(data: Path) -> None:
    """Every administration command once, with its JSON."""

    def done(*arguments: str) -> object:
        answer = pbx(*arguments, "--json", data=data)
        assert answer.returncode == 0, (arguments, answer.stderr)
        return json.loads(answer.stdout)

    assert done("customer", "add", CODE, "Firma")["code"] == CODE  # type: ignore[index]
    added = done(
        "user", "add", "2002140", "--name", "Anders Andersen", "--email", "a@firma.example", "--mobile", "20 12 34 56",
        "--onenumber", "+4570102140", "--title", "Chef", "--department", "Salg", "--role", "administrator",
        "--password", "2580",
    )  # fmt: skip
    assert added["activation_code"] == ""  # type: ignore[index]
    new = done("user", "add", "2002141", "--name", "Ny Person", "--manager", "2002140")
    assert re.fullmatch(r"[A-Z0-9]{4}-[A-Z0-9]{4}", new["activation_code"])  # type: ignore[index]
    desk = done("device", "add", "2002140", "desk")
    assert desk["sip_user"] and len(desk["sip_password"]) >= 12  # type: ignore[index]
    mobile = done("device", "add", "2002140", "mobile", "--number", "+4520123456")
    assert (mobile["number"], mobile["sip_password"]) == ("+4520123456", "")  # type: ignore[index]
    soft = done("device", "add", "2002141", "softphone")
    group = done("group", "add", "2002100", "--name", "Reception", "--members", "2002140,2002141", "--reception")
    assert group["local_number"] == "2002100"  # type: ignore[index]
    listed = next(c for c in done("list")["customers"] if c["code"] == CODE)  # type: ignore[index]
    first = next(u for u in listed["users"] if u["local_number"] == "2002140")
    assert first["mobile"] == "+4520123456" and first["one_number"] == "+4570102140"
    assert [u["manager"] for u in listed["users"]] == [None, "2002140"]
    assert {d["kind"] for d in first["devices"]} == {"desk", "mobile"}
    assert listed["groups"][0]["members"] == ["2002140", "2002141"]
    assert desk["sip_password"] not in json.dumps(listed)  # type: ignore[index]
    sheet = data / "people.csv"
    sheet.write_text(
        "local_number;name;department;manager\n2002142;Søren Ågård;Økonomi;2002140\n2002140;Anders Andersen;Ledelse;\n",
        "utf-8",
    )
    assert done("import", str(sheet)) == {"added": 1, "changed": 1, "bad": []}
    bad = data / "bad.csv"
    bad.write_text("local_number,name,role\n2002143,Ny,user\n2002144,,boss\n999,X,user\n", "utf-8")
    refused = pbx("import", str(bad), "--json", data=data)
    assert refused.returncode == 1
    assert [(b["line"], b["field"]) for b in json.loads(refused.stdout)["bad"]] == [
        (3, "name"), (3, "role"), (4, "local_number"),
    ]  # fmt: skip
    target = data / "out.csv"
    done("export", str(target))
    text = target.read_text("utf-8")
    assert "2002142,Søren Ågård,,,,,Økonomi,user,2002140" in text and "2002143" not in text
    assert done("import", str(target))["added"] == 0  # type: ignore[index]
    done("remove", soft["sip_user"])  # type: ignore[index]
    done("remove", "2002142")
    done("group", "remove", "2002100")
    backup = data / "copy.backup"
    assert done("backup", str(backup))["size"] == backup.stat().st_size  # type: ignore[index]
    with tarfile.open(backup) as archive:
        archive.extract("onepresence.sqlite3", data / "looked at", filter="data")
    with sqlite3.connect(data / "looked at" / "onepresence.sqlite3") as copy:
        assert copy.execute("SELECT name FROM users WHERE local_number='2002140'").fetchone() == ("Anders Andersen",)
    assert done("migrate")["users"] == done("check")["users"] >= 2  # type: ignore[index]


def test_every_command_works_on_the_store_alone(tmp_path: Path) -> None:
    administer(tmp_path)
    assert not (tmp_path / "run.json").exists()


def test_every_command_works_through_a_running_service_which_takes_it_in_at_once(tmp_path: Path) -> None:
    with Service(tmp_path, driver="demo") as service:
        administer(tmp_path)
        with service.http(service.token("2002140")) as http:
            names = {p["name"] for p in http.get("/v1/snapshot").json()["public"]["people"]}
            assert names == {"Anders Andersen", "Ny Person"}


def test_the_ready_line_the_run_file_and_a_clean_end(tmp_path: Path) -> None:
    service = Service(tmp_path, driver="demo")
    service.start()
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+", service.url) and service.sip == "sip:127.0.0.1:0"
    run_file = tmp_path / "run.json"
    assert stat.S_IMODE(run_file.stat().st_mode) == 0o600
    assert json.loads(run_file.read_text())["address"] == service.url
    assert httpx.get(f"{service.url}/healthz", trust_env=False, timeout=60).json()["status"] == "ok"
    assert "onepresence_event_clients" in httpx.get(f"{service.url}/metrics", trust_env=False, timeout=60).text
    headers = {"Authorization": f"Bearer {service.token('1002101')}"}
    with httpx.stream("GET", f"{service.url}/v1/events", trust_env=False, timeout=60, headers=headers) as stream:
        assert next(stream.iter_lines()) == "event: snapshot"
        assert service.stop() == 0
    assert not run_file.exists()


def test_what_the_service_keeps_is_for_its_owner_only(tmp_path: Path) -> None:
    with Service(tmp_path / "new", driver="demo"):
        for file in (tmp_path / "new").rglob("*"):
            assert not file.stat().st_mode & 0o077, file


def test_a_child_ends_when_its_parent_lets_go_of_it(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "onepresence_desktop.pbx", "serve", "--data", str(tmp_path), "--child"]
    with subprocess.Popen(
        [*command, "--http", "127.0.0.1:0", "--driver", "demo"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdin is not None and process.stdout is not None
        assert process.stdout.readline().startswith("ready ")
        process.stdin.close()
        assert process.wait(60) == 0


def test_a_killed_services_run_file_stands_in_nobodys_way(tmp_path: Path) -> None:
    service = Service(tmp_path, driver="demo")
    service.start()
    assert service.process is not None
    service.process.send_signal(signal.SIGKILL)
    service.kill()
    assert (tmp_path / "run.json").exists()
    assert pbx("check", data=tmp_path).returncode == 0
    port = int(service.url.rpartition(":")[2])
    with ThreadingHTTPServer(("127.0.0.1", port), SimpleHTTPRequestHandler) as stranger:
        threading.Thread(target=stranger.serve_forever, daemon=True).start()
        answer = pbx("check", data=tmp_path)
        stranger.shutdown()
    assert answer.returncode == 0, answer.stderr
    with Service(tmp_path / "other", driver="demo", http=f"127.0.0.1:{port}"):
        answer = pbx("list", "--json", data=tmp_path)
        assert answer.returncode == 0 and json.loads(answer.stdout)["customers"], answer.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["user", "add", "9991234", "--name", "X"], 1, "not_found"),
        (["user", "add", "12", "--name", "X"], 1, "local_number"),
        (["customer", "add", "1", "X"], 1, "code"),
        (["customer", "add", "300", "X", "--time-zone", "Mars/Base"], 1, "time_zone"),
        (["remove", "2009999"], 1, "not_found"),
        (["import", "/nowhere.csv"], 1, "nowhere"),
        (["serve", "--http", "nonsense"], 2, "http"),
        (["serve", "--driver", "asterisk"], 2, "not_available"),
        (["serve", "--driver", "demo", "--tls-cert", "x.pem"], 2, "tls_key"),
        (["serve", "--driver", "smoke"], 2, "driver"),
        (["fly"], 2, "fly"),
        (["serve", "--config", "/nowhere.toml"], 2, "config"),
        (["check", "--database", "nonsense"], 2, "database"),
        (["list", "--database", "mysql://x/y"], 2, "database"),
        (["serve", "--database", "postgresql://[x/y"], 2, "database"),
        (["check", "--database", "postgresql://127.0.0.1:nine/x"], 1, "database"),
        (["check", "--database", "postgresql://one@127.0.0.1:1/x"], 1, "unavailable"),
    ],
)
def test_a_wrong_command_says_why_and_ends_with_its_code(
    tmp_path: Path, arguments: list[str], code: int, says: str
) -> None:
    answer = pbx(*arguments, data=tmp_path)
    assert answer.returncode == code, answer.stderr
    assert says in answer.stderr and "Traceback" not in answer.stderr


def test_looking_into_a_folder_without_a_store_makes_none(tmp_path: Path) -> None:
    for arguments in (["check"], ["list"], ["export", "-"], ["backup", str(tmp_path / "copy")], ["remove", "2002101"]):
        answer = pbx(*arguments, data=tmp_path / "typo")
        assert answer.returncode == 1 and "what=store" in answer.stderr
    assert not list(tmp_path.iterdir())


def test_a_command_without_a_folder_is_wrong_usage() -> None:
    for arguments in (["check"], ["serve", "--http", "127.0.0.1:0"]):
        answer = pbx(*arguments)
        assert answer.returncode == 2 and "data" in answer.stderr and "Traceback" not in answer.stderr


def test_a_sheet_that_is_no_text_or_too_big_is_refused_by_name(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    with Service(tmp_path / "data", driver="demo") as service:
        for stopped in (False, True):
            if stopped:
                service.stop()
            sheet.write_bytes(b"local_number,name\n1002177,S\0ren\n")
            answer = pbx("import", str(sheet), "--json", data=service.data)
            assert answer.returncode == 1 and "not_text" in answer.stderr, answer.stderr
            sheet.write_bytes(b"local_number,name\n" + b'1002177,"' + b"x\n" * 7_000_000 + b'"\n')
            answer = pbx("import", str(sheet), "--json", data=service.data)
            assert answer.returncode == 1 and "too_large" in answer.stderr, answer.stderr
            sheet.write_bytes(b"local_number,name\n" + b'1002177,"' + b"\n" * 12_000_000 + b'"\n')
            answer = pbx("import", str(sheet), "--json", data=service.data)
            assert answer.returncode == 1, answer.stderr
            assert json.loads(answer.stdout)["bad"] == [{"line": 1, "field": "", "problem": "too_long"}]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_a_sheet_is_taken_as_spreadsheets_write_it(tmp_path: Path, encoding: str) -> None:
    assert pbx("customer", "add", CODE, "Firma", data=tmp_path / "data").returncode == 0
    sheet = tmp_path / "sheet.csv"
    sheet.write_bytes("Lokalnummer;Navn\r\n2002101;Søren Ågård\r\n".encode(encoding))
    assert pbx("import", str(sheet), data=tmp_path / "data").stdout.strip() == "1 added, 0 changed"
    assert "Søren Ågård" in pbx("list", data=tmp_path / "data").stdout


def test_a_user_can_not_be_added_twice_nor_with_a_trivial_password(tmp_path: Path) -> None:
    assert pbx("customer", "add", CODE, "Firma", data=tmp_path).returncode == 0
    assert pbx("user", "add", "2002101", "--name", "A", data=tmp_path).returncode == 0
    again = pbx("user", "add", "2002101", "--name", "B", data=tmp_path)
    assert again.returncode == 1 and "conflict" in again.stderr
    weak = pbx("user", "add", "2002102", "--name", "B", "--password", "1234", data=tmp_path)
    assert weak.returncode == 1 and "password_refused" in weak.stderr


def test_a_group_takes_in_nobody_of_another_company(tmp_path: Path) -> None:
    for code in (CODE, "300"):
        assert pbx("customer", "add", code, "Firma", data=tmp_path).returncode == 0
        assert pbx("user", "add", f"{code}2101", "--name", "A", data=tmp_path).returncode == 0
    mixed = pbx("group", "add", "2002100", "--name", "R", "--members", "2002101,3002101", data=tmp_path)
    assert mixed.returncode == 1 and "what=person" in mixed.stderr
    assert pbx("group", "add", "2002100", "--name", "R", "--members", "2002101", data=tmp_path).returncode == 0


def test_a_port_taken_a_damaged_and_a_locked_store_each_end_with_their_own_code(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        answer = pbx("serve", "--http", f"127.0.0.1:{port}", "--driver", "demo", data=tmp_path / "a")
        assert answer.returncode == 3 and "address_in_use" in answer.stderr
    damaged = tmp_path / "b"
    damaged.mkdir()
    (damaged / "onepresence.sqlite3").write_bytes(b"this is no database at all" * 200)
    answer = pbx("serve", "--http", "127.0.0.1:0", "--driver", "demo", data=damaged)
    assert answer.returncode == 4 and "store_damaged" in answer.stderr, answer.stderr
    assert (damaged / "onepresence.sqlite3").read_bytes().startswith(b"this is no database")
    assert pbx("check", data=damaged).returncode == 4
    with Service(tmp_path / "c", driver="demo"):
        answer = pbx("serve", "--http", "127.0.0.1:0", "--driver", "demo", data=tmp_path / "c")
        assert answer.returncode == 5 and "store_locked" in answer.stderr
        (tmp_path / "c" / "run.json").unlink()
        assert pbx("list", data=tmp_path / "c").returncode == 5


def test_pages_that_went_bad_are_found_when_the_service_starts_and_by_check(tmp_path: Path) -> None:
    assert pbx("customer", "add", CODE, "Firma", data=tmp_path).returncode == 0
    sheet = tmp_path / "people.csv"
    sheet.write_text("local_number,name\n" + "".join(f"200{n},Somebody\n" for n in range(2000, 2600)))
    assert pbx("import", str(sheet), data=tmp_path).returncode == 0
    store = tmp_path / "onepresence.sqlite3"
    data = bytearray(store.read_bytes())
    for page in range(4096 * 8, len(data), 4096):
        data[page : page + 256] = b"\xff" * 256
    store.write_bytes(data)
    for arguments in (["check"], ["serve", "--http", "127.0.0.1:0", "--driver", "demo"]):
        answer = pbx(*arguments, data=tmp_path)
        assert answer.returncode == 4 and "store_damaged" in answer.stderr, answer.stderr
        assert "Traceback" not in answer.stderr
    assert store.read_bytes() == data


def test_help_is_worth_reading() -> None:
    text = pbx("--help").stdout
    for word in (
        "serve",
        "customer",
        "user",
        "device",
        "group",
        "import",
        "export",
        "backup",
        "restore",
        "migrate",
        "check",
    ):
        assert word in text
    assert "Exit codes" in text and "onepresence-pbx user add" in text
    assert "ready http://HOST:PORT sip:HOST:PORT" in pbx("serve", "--help").stdout


def test_settings_come_from_a_file_too(tmp_path: Path) -> None:
    port = free_port()
    config = tmp_path / "pbx.toml"
    config.write_text(f'http = "127.0.0.1:{port}"\ndriver = "demo"\ndata = "{tmp_path / "data"}"\n')
    command = [sys.executable, "-m", "onepresence_desktop.pbx", "serve", "--config", str(config)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == f"ready http://127.0.0.1:{port} sip:127.0.0.1:0\n"
        os.kill(process.pid, signal.SIGTERM)
        assert soon(lambda: process.poll() is not None)
        assert process.returncode == 0


def test_a_password_is_taken_from_standard_input_and_needs_no_change(tmp_path: Path) -> None:
    assert pbx("customer", "add", "100", "Firma", data=tmp_path).returncode == 0
    command = [sys.executable, "-m", "onepresence_desktop.pbx", "user", "add", "1002140", "--name", "A"]
    command += ["--role", "administrator", "--password", "-", "--data", str(tmp_path), "--json"]
    done = subprocess.run(command, cwd=ROOT, input="258036\n", capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["activation_code"] == ""
    with Service(tmp_path, driver="demo") as service:
        body = {"local_number": "1002140", "password": "258036"}
        answer = httpx.post(f"{service.url}/v1/sessions", json=body, trust_env=False, timeout=60)
        assert answer.json()["must_change_password"] is False
