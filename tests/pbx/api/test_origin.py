"""What a page in a browser, a proxy and odd bytes may do at the door (spec 1.1, 1.3)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain.errors import Forbidden, Invalid, NotFound, OnePresenceError, WrongMediaType
from onepresence_desktop.pbx.api.auth import peer_at
from onepresence_desktop.pbx.config import Config, load
from onepresence_desktop.pbx.http.origin import PROXIED, judge
from onepresence_desktop.wire import commands as wire
from tests.pbx.office import running

CONFIG = replace(Config(Path("d")), trusted_proxy=("10.0.0.5", "fd00::/64"))


def scope(
    client: str = "127.0.0.1", scheme: str = "http", path: str = "/v1/sessions", query: bytes = b"", **headers: str
) -> Any:
    named = {name.replace("_", "-"): value for name, value in {"host": "127.0.0.1:8480", **headers}.items()}
    return {
        "client": (client, 1),
        "scheme": scheme,
        "path": path,
        "query_string": query,
        "headers": [(name.encode(), value.encode()) for name, value in named.items() if value],
    }


@pytest.mark.parametrize(
    ("asked", "refused"),
    [
        (scope(host="evil.example"), Forbidden),
        (scope(host="evil.example:8480"), Forbidden),
        (scope(origin="https://evil.example"), Forbidden),
        (scope(origin="null"), Forbidden),
        (scope(scheme="https", host="pbx.example:8480", origin="https://evil.example:8480"), Forbidden),
        (scope(content_length="10", content_type="text/plain"), WrongMediaType),
        (scope(content_length="10", content_type="application/x-www-form-urlencoded; a=b"), WrongMediaType),
        (scope(content_length="10"), WrongMediaType),
        (scope(transfer_encoding="chunked", content_type="multipart/form-data; boundary=x"), WrongMediaType),
        (scope(path="/v1/people/a\x00b"), NotFound),
        (scope(query=b"q=a%00"), Invalid),
    ],
)  # fmt: skip
def test_what_another_page_sends_is_refused_before_it_counts(asked: Any, refused: type[OnePresenceError]) -> None:
    with pytest.raises(refused):
        judge(asked, CONFIG.trusted)


@pytest.mark.parametrize(
    "asked",
    [
        scope(),
        scope(host=""),
        scope(host="localhost:8480"),
        scope(host="[::1]:8480"),
        scope(content_length="10", content_type="application/json"),
        scope(content_length="0"),
        scope(scheme="https", host="pbx.example:8480", origin="https://pbx.example:8480"),
        scope(scheme="https", host="192.168.1.20:8480"),
        scope(client="10.0.0.5", host="pbx.example"),
    ],
)
def test_programs_and_the_services_own_pages_come_in(asked: Any) -> None:
    judge(asked, CONFIG.trusted)


def test_only_a_configured_proxy_speaks_for_others_and_nobody_through_one_is_from_here() -> None:
    asked = scope(client="10.0.0.5", x_forwarded_for="192.168.1.9, 203.0.113.7, 10.0.0.5")
    judge(asked, CONFIG.trusted)
    assert asked["client"][0] == "203.0.113.7" and asked["extensions"][PROXIED]
    lying = scope(client="203.0.113.9", scheme="https", x_forwarded_for="127.0.0.1")
    judge(lying, CONFIG.trusted)
    assert lying["client"][0] == "203.0.113.9"
    for name in (
        "x_forwarded_for",
        "forwarded",
        "via",
        "x_real_ip",
        "cf_connecting_ip",
        "true_client_ip",
        "x_cluster_client_ip",
    ):
        proxied = scope(**{name: "192.168.1.9"})
        judge(proxied, CONFIG.trusted)
        assert proxied["extensions"][PROXIED], name
    assert peer_at("127.0.0.1").private and not peer_at("127.0.0.1", proxied=True).private


def test_proxies_are_read_from_the_settings_and_nonsense_is_refused(tmp_path: Path) -> None:
    assert load({"data": str(tmp_path), "trusted_proxy": ["10.0.0.5", "fd00::/64"]}).trusted == CONFIG.trusted
    for nonsense in (["here"], "10.0.0.5", [5]):
        with pytest.raises(Invalid):
            load({"data": str(tmp_path), "trusted_proxy": nonsense})


async def test_a_page_uses_up_nobodys_tries_and_odd_values_are_refused_in_words(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002101", "Anders")
        body = {"local_number": "1002101", "password": "9999"}
        for _ in range(12):
            answer = await office.http.post("/v1/sessions", json=body, headers={"Origin": "https://evil.example"})
            assert answer.status_code == 403
            answer = await office.http.post("/v1/sessions", content=b"{}", headers={"Content-Type": "text/plain"})
            assert answer.status_code == 415
        anders = await office.caller("1002101")
        for year in ("0001-01-01T00:00:00%2B14:00", "9999-12-31T23:59:59-14:00"):
            answer = await anders.get(f"/v1/me/calls?before={year}")
            assert answer.status_code in {200, 422}, answer.text
        early, late = "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"
        for begin, until in ((early, None), (late, None), (None, late)):
            wish = {"reason": "other", "from": begin, "until": until, "destination": {"kind": "voicemail"}}
            wish = {name: value for name, value in wish.items() if value is not None or name == "until"}
            for path in ("/v1/me/diversions", "/v1/me/diversions/preview"):
                answer = await anders.post(path, wish)
                assert answer.status_code == 422, (path, wish, answer.text)
        for text in (b'"a\\u0000b"', b'"a\x00b"'):
            content = b'{"preset":"lunch","note":' + text + b"}"
            answer = await anders.post(
                "/v1/me/diversions", content=content, headers={"Content-Type": "application/json"}
            )
            assert answer.status_code == 422, answer.text
        assert (await anders.delete("/v1/me/diversions/a%00b")).status_code == 404
        assert isinstance(await office.command(wire.Check()), dict)
