"""`onepresence-pbx` in the tests' own process."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from onepresence_desktop.pbx.admin_run import main


class Cli:
    """The command line, in this process: what it answers in JSON, or why it refuses."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._data, self._capsys = data, capsys

    def run(self, *arguments: str) -> tuple[int, str, str]:
        """Exit code, standard output and error."""
        self._capsys.readouterr()
        code = main([*arguments, "--data", str(self._data)])
        said = self._capsys.readouterr()
        return code, said.out, said.err

    def __call__(self, *arguments: str) -> Any:
        code, out, err = self.run(*arguments, "--json")
        assert code == 0, (arguments, err)
        return json.loads(out)

    def says(self, *arguments: str) -> str:
        """What people read."""
        code, out, err = self.run(*arguments)
        assert code == 0, (arguments, err)
        return out

    def refused(self, *arguments: str) -> str:
        """The sentence, of a command that ends with 1."""
        code, out, err = self.run(*arguments)
        assert code == 1 and not out, (arguments, code, out)
        return err


@contextmanager
def published(text: str) -> Iterator[str]:
    """The address of an iCalendar text."""

    class Published(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/calendar")
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Published) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/anna.ics"
        server.shutdown()
