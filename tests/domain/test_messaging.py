"""Texts to be sent, and how many SMS they take (spec 6.4; 3GPP TS 23.038)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.messages import Arrival
from onepresence_desktop.domain.messaging import SmsAlphabet, SmsParts, checked_text, sms_parts, ways_to
from onepresence_desktop.domain.outgoing import Way

GSM7, UCS2 = SmsAlphabet.GSM7, SmsAlphabet.UCS2


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", SmsParts(GSM7, 0, 160)),
        ("x" * 160, SmsParts(GSM7, 1, 0)),
        ("x" * 161, SmsParts(GSM7, 2, 145)),
        ("x" * 306, SmsParts(GSM7, 2, 0)),
        ("x" * 307, SmsParts(GSM7, 3, 152)),
        ("Blåbærgrød på Ærø, Ölfässer für Müßig", SmsParts(GSM7, 1, 123)),
        ("€" * 80, SmsParts(GSM7, 1, 0)),
        ("€" * 81, SmsParts(GSM7, 2, 143)),
        ("ł", SmsParts(UCS2, 1, 69)),
        ("ł" * 70, SmsParts(UCS2, 1, 0)),
        ("ł" * 71, SmsParts(UCS2, 2, 63)),
        ("👍" * 35, SmsParts(UCS2, 1, 0)),
        ("👍" * 36, SmsParts(UCS2, 2, 61)),
    ],
)
def test_a_text_takes_so_many_sms(text: str, parts: SmsParts) -> None:
    assert sms_parts(text) == parts


@given(st.text(max_size=400))
def test_more_text_never_takes_fewer_sms(text: str) -> None:
    found = sms_parts(text)
    assert 0 <= found.left <= 160
    assert sms_parts(text + "x").parts >= found.parts


def test_no_text_and_too_long_a_text_are_refused() -> None:
    assert checked_text("Ring til Mette", by_sms=True) == "Ring til Mette"
    assert checked_text("x" * 10_000, by_sms=False)
    for text, by_sms, problem in (
        (" \n", False, "missing"),
        ("x" * 10_001, False, "too_long"),
        ("x" * 1_531, True, "too_long"),
    ):
        with pytest.raises(Invalid) as refused:
            checked_text(text, by_sms=by_sms)
        assert refused.value.details == {"field": "text", "problem": problem}


@pytest.mark.parametrize(
    ("arrival", "sent", "email", "mobile", "ways"),
    [
        (Arrival.AS_SENT, [Way.SMS, Way.EMAIL, Way.SMS], True, True, [Way.SMS, Way.EMAIL]),
        (Arrival.AS_SENT, [Way.SMS], True, False, []),
        (Arrival.UNKNOWN, [Way.EMAIL], True, True, [Way.EMAIL]),
        (Arrival.EMAIL, [Way.SMS], True, True, [Way.EMAIL]),
        (Arrival.SMS, [Way.EMAIL], True, True, [Way.SMS]),
        (Arrival.BOTH, [Way.SMS], True, True, [Way.EMAIL, Way.SMS]),
        (Arrival.BOTH, [Way.SMS], False, True, [Way.SMS]),
        (Arrival.EMAIL, [Way.SMS], False, True, [Way.SMS]),
        (Arrival.SMS, [Way.SMS], True, False, [Way.EMAIL]),
        (Arrival.SMS, [Way.SMS], False, False, []),
    ],
)
def test_a_text_goes_to_a_colleague_as_they_want_it(
    arrival: Arrival, sent: list[Way], email: bool, mobile: bool, ways: list[Way]
) -> None:
    assert ways_to(arrival, sent, "Ring til Mette", email=email, mobile=mobile) == ways


def test_what_is_too_long_for_sms_goes_by_mail() -> None:
    assert ways_to(Arrival.SMS, [Way.EMAIL], "x" * 5_000, email=True, mobile=True) == [Way.EMAIL]
    assert ways_to(Arrival.SMS, [Way.EMAIL], "x" * 5_000, email=False, mobile=True) == []
