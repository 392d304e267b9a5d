"""A quick share of `tests.soak.offers`, and proof that its checker sees what is wrong."""

from __future__ import annotations

import random

import pytest

from tests.support import random_offers, rfc3264

OFFER = (
    "v=0\r\no=- 1 1 IN IP4 10.0.1.1\r\ns=-\r\nc=IN IP4 10.0.1.1\r\nt=0 0\r\n"
    "m=video 6000 RTP/AVP 100\r\na=rtpmap:100 VP8/90000\r\n"
    "m=audio 5004 RTP/AVP 0 8 101\r\na=rtpmap:101 telephone-event/8000\r\na=sendonly\r\n"
)
ANSWER = OFFER.replace("video 6000", "video 0").replace("sendonly", "recvonly")


def test_every_answer_of_the_mailbox_fits_its_offer() -> None:
    counts = random_offers.mailbox(200, 1)
    assert counts.faulty == [] and counts.answered > 50 and counts.refused > 20


@pytest.mark.parametrize("relay", [False, True])
def test_every_answer_between_two_phones_fits_its_offer(relay: bool) -> None:
    counts = random_offers.between_phones(100, 2, relay=relay)
    assert counts.faulty == [] and counts.answered >= 200


@pytest.mark.parametrize("relay", [False, True])
def test_sound_and_pictures_in_all_combinations_are_answered_as_they_must(relay: bool) -> None:
    counts = random_offers.every_combination(relay=relay, share=5)
    assert counts.faulty == [] and counts.refused == 0 and counts.answered > 300


def test_every_answer_to_two_who_both_offered_fits() -> None:
    counts = random_offers.two_offers(300, 3)
    assert counts.faulty == [] and counts.answered > 200


def test_random_offers_and_answers_are_valid_themselves() -> None:
    rng = random.Random(4)
    for _ in range(300):
        offered = rfc3264.offer(rng, "10.0.1.1", spoken=True)
        assert rfc3264.read(offered).faults == []
        assert rfc3264.faults(offered, rfc3264.answer(rng, offered, "10.0.1.2")) == []


@pytest.mark.parametrize(
    ("change", "to"),
    [
        ("m=video 0 RTP/AVP 100\r\na=rtpmap:100 VP8/90000\r\n", ""),
        ("m=video 0 RTP/AVP 100\r\n", "m=audio 0 RTP/AVP 100\r\n"),
        ("RTP/AVP 0 8", "RTP/SAVP 0 8"),
        ("recvonly", "sendrecv"),
        ("RTP/AVP 0 8 101", "RTP/AVP 18 101"),
        ("RTP/AVP 0 8 101", "RTP/AVP 101"),
        ("t=0 0", "t=1 0"),
        ("telephone-event/8000", "telephone-event/48000"),
        ("a=rtpmap:101", "a=rtpmap:8 PCMU/8000\r\na=rtpmap:101"),
        ("c=IN IP4 10.0.1.1\r\n", ""),
        ("s=-\r\n", ""),
        ("\r\n", "\n"),
    ],
)
def test_the_checker_sees_what_does_not_fit(change: str, to: str) -> None:
    assert rfc3264.faults(OFFER.encode(), ANSWER.encode()) == []
    assert change in ANSWER and rfc3264.faults(OFFER.encode(), ANSWER.replace(change, to).encode())
