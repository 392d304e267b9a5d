"""`onepresence numbers` from outside: every text of the numbering tests, as argument and on standard input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.domain.messy import MESSY, SPEC, Row

PROGRAM = Path(sys.executable).with_name("onepresence")


def asked(text: str, region: str, *, piped: bool) -> subprocess.CompletedProcess[str]:
    command = [str(PROGRAM), "numbers", "--region", region, *([] if piped else ["--", text])]
    return subprocess.run(
        command, input=text if piped else None, capture_output=True, text=True, encoding="utf-8", timeout=60
    )


def answered(row: Row, *, piped: bool) -> tuple[str, ...]:
    text, region, _ = row
    done = asked(text, region, piped=piped)
    assert (done.returncode, done.stderr) == (0, "")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    for line in lines:
        assert set(line) == {"number", "text", "kind", "certain"}
        assert line["text"] in text
        assert line["kind"] in {"national", "international", "internal", "emergency"}
    return tuple(line["number"] + ("" if line["certain"] else "?") for line in lines)


def test_every_text_is_answered_right_as_an_argument() -> None:
    rows = [*SPEC, *MESSY]
    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(lambda row: answered(row, piped=False), rows))
    assert {row[0]: said for row, said in zip(rows, told, strict=True)} == {row[0]: row[2] for row in rows}


def test_the_specifications_examples_are_answered_right_on_standard_input() -> None:
    for row in SPEC:
        assert answered(row, piped=True) == row[2]


def test_a_megabyte_on_standard_input_is_read() -> None:
    done = asked("Tlf. 33 12 34 56\n" + "Lorem ipsum " * 90_000, "DK", piped=True)
    assert done.returncode == 0
    assert json.loads(done.stdout) == {
        "number": "+4533123456",
        "text": "33 12 34 56",
        "kind": "national",
        "certain": True,
    }


def test_bytes_that_are_no_text_do_no_harm() -> None:
    strict = {**os.environ, "PYTHONIOENCODING": "ascii:strict", "PYTHONUTF8": "0"}
    text = b"tlf. 33\xc2\xa012 34 56 \xff\xfe\x00"
    done = subprocess.run([str(PROGRAM), "numbers"], input=text, capture_output=True, timeout=60, env=strict)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode())["text"] == "33\u00a012 34 56"


def test_an_unknown_region_is_a_usage_error() -> None:
    done = asked("33123456", "XX", piped=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "XX" in done.stderr
