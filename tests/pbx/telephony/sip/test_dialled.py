"""What is dialled by a request URI: telephone numbers with their parameters, and plain names."""

from __future__ import annotations

import pytest

from onepresence_desktop.pbx.telephony.sip.address import local_part, parse_uri
from tests.pbx.telephony.sip.simulated import World


@pytest.mark.parametrize(
    ("uri", "dialled"),
    [
        ("sip:2102@10.0.0.1", "2102"),
        ("sip:2102;phone-context=firm.example@10.0.0.1", "2102"),
        ("sip:2-1-02;phone-context=firm.example@10.0.0.1;user=phone", "2102"),
        ("sip:(21)%2002@10.0.0.1;user=phone", "2102"),
        ("sip:33123456;phone-context=+45@10.0.0.1", "+4533123456"),
        ("sip:+45-33-12-34-56@10.0.0.1;user=phone", "+4533123456"),
        ("tel:2102;phone-context=firm.example", "2102"),
        ("tel:+45-3312-3456", "+4533123456"),
        ("sip:*21*2102%23@10.0.0.1", "*21*2102#"),
        ("sip:a.b-c@10.0.0.1", "a.b-c"),
    ],
)
def test_a_number_is_read_without_its_parameters_and_separators(uri: str, dialled: str) -> None:
    assert local_part(parse_uri(uri)) == dialled


@pytest.mark.parametrize("uri", ["sip:2102;phone-context=firm.example@10.0.0.1", "sip:21-02;phone-context=x@10.0.0.1"])
def test_a_number_with_a_context_rings(uri: str) -> None:
    world = World(2)
    phone = world.phones[0]
    answers: list[int] = []
    phone._authenticated(
        "INVITE", uri, "<sip:2102@10.0.0.1>", "k", lambda r: answers.append(r.status),
        headers=[("contact", "<sip:s-p0@10.0.1.1:5060>")],
    )  # fmt: skip
    world.clock.run(2)
    assert 180 in answers
