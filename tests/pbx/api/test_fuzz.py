"""The interface fuzzed from its own document: nothing that can be sent makes it fall over (no 5xx)."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings

from tests.support.service import Service

EXAMPLES = int(os.environ.get("ONEPRESENCE_FUZZ", "5"))
"""Requests per operation; the soak run makes more."""

LEFT_OUT = {
    ("GET", "/v1/events"),  # never ends; its refusals are tested beside it
    ("DELETE", "/v1/sessions/current"),  # ends the session that the others need
    ("POST", "/v1/me/proof"),
    ("PUT", "/v1/me/password"),  # a guess too many locks the number
    ("POST", "/v1/sessions"),  # the same
    ("POST", "/v1/admin"),  # another token; below
}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with Service(tmp_path_factory.mktemp("fuzz"), driver="demo") as running:
        yield running


def test_nothing_sent_to_the_interface_makes_it_fall_over(service: Service) -> None:
    with service.http(service.token("1002101")) as http:
        # The document is made when first asked for, which takes a busy machine a while. A stranger's connection lasts
        # no longer than a minute, whatever it waits for: so it is asked for by somebody who is known by then.
        ids = _ids(http)
        schema = schemathesis.openapi.from_dict(http.get("/v1/openapi.json", timeout=120).json())
        tried = 0
        for result in schema.get_all_operations():
            operation = result.ok()
            if (operation.method.upper(), operation.path) in LEFT_OUT:
                continue
            tried += 1
            _fuzz(operation, http, ids)
    assert tried > 35


def _fuzz(operation: object, http: httpx.Client, ids: list[str]) -> None:
    from hypothesis import given
    from hypothesis import strategies as st

    @given(case=operation.as_strategy(), known=st.sampled_from([None, *ids]))  # type: ignore[attr-defined]
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def run(case: object, known: str | None) -> None:
        if known is not None and case.path_parameters:  # type: ignore[attr-defined]
            case.path_parameters["id"] = known  # type: ignore[attr-defined]
        sent = case.as_transport_kwargs(base_url=str(http.base_url))  # type: ignore[attr-defined]
        given_headers = {key.lower(): value for key, value in dict(sent.pop("headers", None) or {}).items()}
        headers = {key: value for key, value in given_headers.items() if key == "content-type"}
        sent = {key: value for key, value in sent.items() if key in {"method", "url", "params", "json", "data"}}
        if "data" in sent:
            sent["content"] = sent.pop("data")
        try:
            answer = http.request(headers=headers, **sent)
        except (httpx.InvalidURL, UnicodeError, TypeError, ValueError):
            return
        assert answer.status_code < 500 or answer.status_code == 503, (sent, answer.text)
        if answer.is_error:
            assert answer.json()["code"], (sent, answer.text)

    run()


def _ids(http: httpx.Client) -> list[str]:
    snapshot = http.get("/v1/snapshot").json()
    people = [person["id"] for person in snapshot["public"]["people"]]
    mine = [message["id"] for message in snapshot["private"]["messages"]]
    return [people[5], people[6], *mine[:2], "%2F..%2F", "demo-m0/../x"]


def test_the_command_lines_door_takes_anything_too(service: Service, tmp_path: Path) -> None:
    from hypothesis import given
    from hypothesis import strategies as st

    from onepresence_desktop.pbx import run_file

    found = run_file.read(service.data)
    assert found is not None
    names = ["customer_add", "user_add", "device_add", "group_add", "remove", "list", "import", "check", "nonsense"]
    keys = st.sampled_from(["code", "name", "local_number", "kind", "members", "which", "text", "number", "region"])
    values = st.one_of(st.text(max_size=20), st.integers(), st.none(), st.lists(st.text(max_size=7), max_size=3))
    with httpx.Client(base_url=service.url, trust_env=False, timeout=60) as http:
        http.headers["Authorization"] = f"Bearer {found.admin_token}"

        @given(st.sampled_from(names), st.dictionaries(keys, values, max_size=5))
        @settings(max_examples=EXAMPLES * 5, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        def run(name: str, arguments: dict[str, object]) -> None:
            answer = http.post("/v1/admin", json={"command": name, **arguments})
            assert answer.status_code < 500, (name, arguments, answer.text)

        run()
    assert threading.active_count() < 50
