"""A company for commands, of which no service runs, or one does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.command_line import Cli
from tests.support.service import Service


@pytest.fixture(params=["on the store", "through the service"])
def cli(request: pytest.FixtureRequest, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Cli]:
    one = Cli(tmp_path, capsys)
    one("customer", "add", "100", "Firma")
    one("user", "add", "1002101", "--name", "Anna Berg", "--email", "anna@firma.example")
    one("group", "add", "1002050", "--name", "Kundeservice", "--members", "1002101")
    if request.param == "on the store":
        yield one
        return
    with Service(tmp_path, driver="demo"):
        yield Cli(tmp_path, capsys)
