"""How phones of other makes answer, and what they ask for within a call: written from the RFCs alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onepresence_desktop.domain.calls import CallState, Cause
from tests.pbx.telephony.sip.test_foreign_phones import two
from tests.support.foreign_phone import sound

COMPACT = {
    "Via": "v",
    "From": "f",
    "To": "t",
    "Call-ID": "i",
    "Content-Length": "l",
    "Content-Type": "c",
    "Contact": "m",
}


def compact(text: str) -> str:
    for name, short in COMPACT.items():
        text = re.sub(rf"(?m)^{name}:", f"{short} :", text)
    return text


def folded(text: str) -> str:
    return re.sub(r"(?m)^(From|To|Via|CSeq): ", "\\1:\r\n \t ", text)


ODDITIES = {
    "short names": compact,
    "folded lines": folded,
    "no words": lambda text: re.sub(r"^SIP/2.0 (\d+) .*", "SIP/2.0 \\1 ", text, count=1),
    "words of another tongue": lambda text: re.sub(r"^SIP/2.0 (\d+) .*", "SIP/2.0 \\1 Läuft gerade", text, count=1),
    "lower case": lambda text: text.replace("SIP/2.0 ", "sip/2.0 ", 1),
    "no length": lambda text: re.sub(r"Content-Length: \d+\r\n", "", text),
    "a server's name and much more": lambda text: text.replace(
        "\r\nContact", "\r\nServer: X \"q\" (a, b)\r\nX-A: 1\r\nX-A: 2\r\nWarning: 399 a \"b\"\r\nContact", 1),
}  # fmt: skip


@pytest.mark.parametrize("what", sorted(ODDITIES))
async def test_a_call_is_answered_and_ended_in_an_odd_way(tmp_path: Path, what: str) -> None:
    async with two(tmp_path, "yealink", "grandstream") as it:
        send = it.berit.send
        it.berit.send = lambda text: send(ODDITIES[what](text))  # type: ignore[method-assign]
        _, ok = await it.talk(it.call())
        assert "m=audio 40000" in ok.body and f"c=IN IP4 {it.berit.host}" in ok.body
        await it.ends(ok)


async def test_the_called_phone_holds_updates_and_hangs_up(tmp_path: Path) -> None:
    async with two(tmp_path) as it:
        invite, ok = await it.talk(it.call())
        berit, call = it.berit, invite.get("call-id")
        ours = invite.get("to") + ";tag=u1"

        def ask(method: str, cseq: int, body: str = "", *headers: str) -> None:
            text = berit.write(
                method, invite.target(), call=call, cseq=cseq, to=invite.get("from"), body=body, headers=list(headers)
            )
            berit.send(re.sub(r"(?mi)^from: .*\r\n", f"From: {ours}\r\n", text))

        ask("INVITE", 1, sound(berit.host, way="sendonly"))
        held = await it.anders.hears("INVITE")
        assert "a=sendonly" in held.body
        it.anders.answer(held, "200 OK", body=sound(it.anders.host, way="recvonly"))
        answer = await berit.hears(200, call=call)
        assert "a=recvonly" in answer.body
        berit.send(
            re.sub(
                r"(?mi)^from: .*\r\n", f"From: {ours}\r\n",
                berit.write("ACK", invite.target(), call=call, cseq=1, to=invite.get("from")),
            )
        )  # fmt: skip
        await it.office.call_is(CallState.HELD)
        ask("UPDATE", 2, sound(berit.host))
        while (resumed := await it.anders.hears("INVITE", "ACK")).method == "ACK":
            pass
        it.anders.answer(resumed, "200 OK", body=sound(it.anders.host))
        assert "a=sendrecv" in (await berit.hears(200, call=call)).body
        await it.office.call_is(CallState.CONNECTED)
        ask("INFO", 3, "<fast-update/>")
        assert (await berit.hears(200, call=call)).get("cseq").startswith("3 ")
        ask("BYE", 4)
        assert (await berit.hears(200, call=call)).get("cseq").startswith("4 ")
        while (bye := await it.anders.hears("BYE", "ACK")).method == "ACK":
            pass
        it.anders.answer(bye, "200 OK")
        await it.office.call_is(CallState.ENDED)
        assert ok.status == 200


@pytest.mark.parametrize(
    "told",
    [
        "<sip:2109@{host}>", "sip:2109@{host}", '"Nobody, at all" <sip:2109@{host};user=phone>', "<tel:2109>",
        "<sip:2109@{host};method=INVITE>;x=1", "<sip:2109@{host}?Subject=hi>",
    ],
)  # fmt: skip
async def test_a_transfer_to_nobody_is_told_in_the_way_of_the_rfc(tmp_path: Path, told: str) -> None:
    """RFC 3515: 202, and NOTIFYs with how it went; the call goes on."""
    async with two(tmp_path) as it:
        _, ok = await it.talk(it.call())
        answer = await it.ask("REFER", ok, 3, headers=[f"Refer-To: {told.format(host=it.office.host)}"])
        assert answer.status == 202, answer.start
        said = []
        while not said or "terminated" not in said[-1].get("subscription-state"):
            said.append(await it.anders.hears("NOTIFY"))
            it.anders.answer(said[-1], "200 OK")
        assert all(one.get("event").startswith("refer") for one in said)
        assert all(one.get("content-type").startswith("message/sipfrag") for one in said)
        assert [one.body.split()[1] for one in said] == ["100", "404"]
        await it.ends(ok)


async def test_a_late_offer_within_the_call_is_answered_in_the_ack(tmp_path: Path) -> None:
    async with two(tmp_path) as it:
        _, ok = await it.talk(it.call())
        anders, berit = it.anders, it.berit
        anders.send(anders.write("INVITE", ok.target(), call=ok.get("call-id"), cseq=3, to=ok.get("to")))
        asked = await berit.hears("INVITE")
        assert not asked.body
        berit.answer(asked, "200 OK", body=sound(berit.host))
        offered = await anders.hears(200, call=ok.get("call-id"))
        assert f"c=IN IP4 {berit.host}" in offered.body
        anders.acknowledge(offered, ok.target(), 3, body=sound(anders.host, formats="8"))
        acknowledged = await berit.hears("ACK")
        assert "RTP/AVP 8\r\n" in acknowledged.body
        await it.ends(ok)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("algorithm=MD5", 'algorithm="md5"'),
        lambda text: text.replace("qop=auth", 'qop="auth"'),
        lambda text: text.replace('DIGEST username="a1",', 'Digest\r\n  username = "a1" ,\r\n\t'),
        lambda text: text.replace("Authoriz", 'Authorization: Digest username="x",realm="elsewhere"\r\nAuthoriz'),
        lambda text: text.replace("\r\nMax-", "\r\nRoute: <sip:127.0.0.1;lr>, <sip:x.example.org;lr>\r\nMax-"),
        lambda text: text.replace("cnonce=", 'opaque="",auts="",cnonce='),
    ],
)  # fmt: skip
async def test_a_proof_is_read_however_it_is_written(tmp_path: Path, change: object) -> None:
    async with two(tmp_path) as it:
        send = it.anders.send
        it.anders.send = lambda text: send(change(text))  # type: ignore[method-assign, operator]
        assert (await it.anders.register()).status == 200


async def test_a_second_phone_that_was_lifted_for_the_same_call_is_let_go(tmp_path: Path) -> None:
    """200 of a second dialog of the same INVITE, as from a proxy that forks, is acknowledged and ended (13.2.2.4)."""
    async with two(tmp_path) as it:
        call = it.call()
        invite = await it.rings(call)
        it.berit.answer(invite, "200 OK", tag="one", body=sound(it.berit.host))
        ok = await it.anders.hears(200, call=call)
        it.anders.acknowledge(ok, ok.target(), 2)
        assert (await it.berit.hears("ACK")).tag == "one"
        it.berit.answer(invite, "200 OK", tag="two", body=sound(it.berit.host, port=40_100))
        ended = {
            (one.method, one.tag) for one in [await it.berit.hears("ACK", "BYE"), await it.berit.hears("ACK", "BYE")]
        }
        assert ended == {("ACK", "two"), ("BYE", "two")}
        await it.ends(ok)


async def test_a_gateway_that_describes_itself_before_it_answers_only_is_heard(tmp_path: Path) -> None:
    """183 with a description, 200 without: the first that was said is the answer (RFC 3261 section 13.2.1)."""
    async with two(tmp_path) as it:
        call = it.call()
        invite = await it.rings(call)
        it.berit.answer(invite, "183 Session Progress", body=sound(it.berit.host, port=40_300))
        assert "m=audio 40300" in (await it.anders.hears(183, call=call)).body
        it.berit.answer(invite, "200 OK")
        ok = await it.anders.hears("2xx", "4xx", call=call)
        assert ok.status == 200 and "m=audio 40300" in ok.body
        it.anders.acknowledge(ok, ok.target(), 2)
        await it.ends(ok)


async def test_an_offer_within_the_call_that_is_none_is_refused_with_what_would_be(tmp_path: Path) -> None:
    async with two(tmp_path) as it:
        _, ok = await it.talk(it.call())
        for number, method in enumerate(("INVITE", "UPDATE"), start=3):
            refused = await it.ask(method, ok, number, body="hello", kind="text/plain")
            assert (refused.status, refused.get("accept")) == (415, "application/sdp")
            if method == "INVITE":
                it.anders.acknowledge(refused, ok.target(), number)
        await it.ends(ok)


@pytest.mark.parametrize(
    ("reason", "cause"),
    [
        ('Reason: SIP;cause=200;text="Call completed elsewhere"', Cause.ANSWERED_ELSEWHERE),
        ('Reason: Q.850;cause=26, SIP ;text="a, b"; cause = 200', Cause.ANSWERED_ELSEWHERE),
        ('Reason: SIP;cause=600;text="Busy Everywhere"', Cause.CANCELLED),
        ("Subject: none", Cause.CANCELLED),
    ],
)
async def test_why_a_call_is_given_up_is_told_to_the_phones_that_ring(
    tmp_path: Path, reason: str, cause: Cause
) -> None:
    """RFC 3326: a call that was taken elsewhere is no missed one."""
    async with two(tmp_path) as it:
        call, anders, branch = it.call(), it.anders, "withdrawn1"
        invite = await it.rings(call, branch=branch)
        it.berit.answer(invite, "180 Ringing")
        await anders.hears(180, call=call)
        anders.send(
            anders.write("CANCEL", it.uri, call=call, cseq=2, to=f"<{it.uri}>", branch=branch, headers=[reason])
        )
        cancel = await it.berit.hears("CANCEL")
        assert ("cause=200" in cancel.get("reason")) is (cause is Cause.ANSWERED_ELSEWHERE)
        it.berit.answer(cancel, "200 OK")
        it.berit.answer(invite, "487 Request Terminated")
        assert (await anders.hears(487, call=call)).status == 487
        assert (await it.office.call_is(CallState.ENDED)).cause is cause
