"""Beyond this machine it is TLS always; on it, and for the command line, plain HTTP (spec 0.2; contract)."""

from __future__ import annotations

import json
import re
import ssl
import stat
from pathlib import Path

import httpx
import pytest

from onepresence_desktop.domain.fingerprint import fingerprint
from onepresence_desktop.wire.fingerprint import in_words, word_list
from tests.pbx.contract.test_programs import pbx
from tests.support.service import Service


def test_on_every_address_the_service_speaks_tls_and_beside_it_plain_http_to_this_machine(tmp_path: Path) -> None:
    words = json.loads(pbx("fingerprint", "--json", data=tmp_path).stdout)
    with Service(tmp_path, driver="demo", http="0.0.0.0:0") as service:
        assert re.fullmatch(r"https://0\.0\.0\.0:\d+", service.url)
        outside = service.url.replace("0.0.0.0", "127.0.0.1")
        with pytest.raises(httpx.HTTPError):
            httpx.get(outside.replace("https", "http") + "/healthz", trust_env=False, timeout=60)
        assert httpx.get(f"{outside}/healthz", verify=False, trust_env=False, timeout=60).json()["status"] == "ok"
        run_file = json.loads((tmp_path / "run.json").read_text())
        assert run_file["address"].startswith("http://127.0.0.1:")
        assert run_file["network"].startswith("https://") and "0.0.0.0" not in run_file["network"]
        assert httpx.get(run_file["address"] + "/healthz", trust_env=False, timeout=60).status_code == 200
        assert service.cli("check")["running"] is True
        port = int(outside.rpartition(":")[2])
        shown = ssl.PEM_cert_to_DER_cert(ssl.get_server_certificate(("127.0.0.1", port)))
        assert words["sha256"] == run_file["fingerprint"] == fingerprint(shown)
        assert words["words"] == " ".join(in_words(fingerprint(shown)))
    for file in ("key.pem", "cert.pem"):
        assert stat.S_IMODE((tmp_path / "tls" / file).stat().st_mode) == 0o600


def test_a_fingerprint_of_another_file_and_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    own = pbx("fingerprint", data=tmp_path / "d").stdout
    file = tmp_path / "d" / "tls" / "cert.pem"
    assert pbx("fingerprint", "--tls-cert", str(file), data=tmp_path).stdout == own
    refused = pbx("fingerprint", data=tmp_path / "nothing")
    assert refused.returncode == 1 and "not_found" in refused.stderr and not (tmp_path / "nothing").exists()
    file.write_text("nonsense")
    assert pbx("fingerprint", "--tls-cert", str(file), data=tmp_path).returncode == 1


def test_the_list_of_words_is_whole_and_each_is_told_by_four_letters() -> None:
    words = word_list()
    assert len(words) == 2048 == len({word[:4] for word in words})
    assert all(word.isascii() and word.islower() for word in words)
