"""Phones of makes that the engine hasn't met, written from the RFCs alone, at the real engine over real sockets."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from onepresence_desktop.domain.calls import CallState
from tests.pbx.telephony.sip.office import PASSWORD, Office
from tests.support.foreign_phone import MAKES, Foreign, Heard, sound
from tests.support.phones import free_host

_calls = itertools.count(1)


class Two:
    """Anders's phone of one make and Berit's of another, both registered."""

    def __init__(self, office: Office, anders: Foreign, berit: Foreign) -> None:
        self.office, self.anders, self.berit = office, anders, berit
        self.uri = f"sip:2102@{office.host}"

    def call(self) -> str:
        return f"call{next(_calls)}.[]@{self.anders.host}"

    async def rings(self, call: str, *, body: str | None = None, to: str = "", cseq: int = 1, **more: object) -> Heard:
        """Anders calls; the INVITE that Berit's phone got."""
        anders, to = self.anders, to or f"<{self.uri}>"
        body = sound(anders.host) if body is None else body
        uri = str(more.pop("uri", self.uri))
        headers = list(more.pop("headers", []))  # type: ignore[call-overload]
        anders.send(anders.write("INVITE", uri, call=call, cseq=cseq, to=to, headers=headers, body=body, **more))  # type: ignore[arg-type]
        challenge = await anders.hears(401, call=call)
        anders.acknowledge(challenge, uri, cseq)
        headers = [*headers, anders.proof(challenge, "INVITE", uri)]
        anders.send(anders.write("INVITE", uri, call=call, cseq=cseq + 1, to=to, headers=headers, body=body, **more))  # type: ignore[arg-type]
        return await self.berit.hears("INVITE")

    async def talk(self, call: str, **more: object) -> tuple[Heard, Heard]:
        """They are connected; Berit's INVITE and Anders's 200."""
        invite = await self.rings(call, **more)  # type: ignore[arg-type]
        self.berit.answer(invite, "180 Ringing")
        self.berit.answer(invite, "200 OK", body=sound(self.berit.host, formats="0 101"))
        ok = await self.anders.hears(200, call=call)
        self.anders.acknowledge(ok, ok.target(), 2)
        await self.berit.hears("ACK")
        return invite, ok

    async def ask(self, method: str, ok: Heard, cseq: int, **more: object) -> Heard:
        """A request of Anders's phone within the call."""
        anders = self.anders
        anders.send(anders.write(method, ok.target(), call=ok.get("call-id"), cseq=cseq, to=ok.get("to"), **more))  # type: ignore[arg-type]
        return await anders.hears("2xx", "3xx", "4xx", "5xx", call=ok.get("call-id"))

    async def ends(self, ok: Heard, cseq: int = 9) -> None:
        assert (await self.ask("BYE", ok, cseq)).status == 200
        self.berit.answer(await self.berit.hears("BYE"), "200 OK")
        await self.office.call_is(CallState.ENDED)


@asynccontextmanager
async def two(folder: Path, one: str = "snom", other: str = "yealink") -> AsyncIterator[Two]:
    async with Office(folder, seconds=15) as office:
        made = [Foreign(make, office.host, free_host(), name, PASSWORD) for make, name in ((one, "a1"), (other, "b1"))]
        try:
            for phone in made:
                assert (await phone.register()).status == 200
            yield Two(office, *made)
        finally:
            for phone in made:
                phone.close()


@pytest.mark.parametrize("make", sorted(MAKES))
async def test_a_phone_of_any_make_registers_calls_and_is_called(tmp_path: Path, make: str) -> None:
    async with two(tmp_path, make, make) as it:
        bindings = await it.anders.register()
        (contact,) = bindings.all("contact")
        assert f"a1@{it.anders.host}:5060" in contact and "expires=" in contact
        call = it.call()
        invite, ok = await it.talk(call)
        assert invite.uri.startswith(f"sip:b1@{it.berit.host}:5060")
        assert ok.get("cseq").split() == ["2", "INVITE"] and ok.tag and ok.get("from").endswith("tag=f1")
        await it.ends(ok)


async def test_every_hop_is_answered_to_and_every_recorded_route_is_told(tmp_path: Path) -> None:
    async with two(tmp_path) as it:
        call = it.call()
        before = [
            "Via: SIP/2.0/UDP 10.1.1.1:5060;branch=z9hG4bKaa, SIP/2.0/TCP [2001:db8::9]:5062;branch=z9hG4bKbb;ttl=3",
            "v: SIP/2.0/TLS far.example.org;maddr=10.9.9.9;branch=z9hG4bKcc",
            "Record-Route: <sip:p1.example.org;lr>, <sip:p2.example.org;lr>",
            "Record-Route: <sip:p3.example.org;lr;x=1>",
            "Timestamp: 54.21",
        ]
        invite = await it.rings(call, vias="\r\n".join(before))
        it.berit.answer(invite, "180 Ringing")
        ringing = await it.anders.hears(180, call=call)
        hops = ", ".join(ringing.all("via"))
        assert [hops.count(name) for name in ("z9hG4bKaa", "z9hG4bKbb", "z9hG4bKcc")] == [1, 1, 1]
        assert hops.index("z9hG4bKaa") < hops.index("z9hG4bKbb") < hops.index("z9hG4bKcc")
        routes = ", ".join(ringing.all("record-route"))
        assert routes.index("p1.") < routes.index("p2.") < routes.index("p3.") and "x=1" in routes
        trying = [one for one in it.anders.heard if one.status == 100]
        assert all(one.get("timestamp").split()[:1] == ["54.21"] for one in trying)
        it.berit.answer(invite, "486 Busy Here")


@pytest.mark.parametrize(
    ("uri", "to"),
    [
        ("sip:{two};user=phone", "<sip:{two}>"),
        ("sip:%32102@{host}", "sip:2102@{host}"),
        ("SIP:2102@{host}:5060;transport=UDP", '"" <sip:2102@{host}>'),
        ("sip:2102;isub=1@{host};user=phone", '"Berit, the \\"B\\"" <sip:2102@{host};user=phone>'),
        ("tel:2102;phone-context={host}", "<tel:2102;phone-context={host}>"),
        ("tel:21-02", "tel:2102"),
        ("sip:2102:secret@{host};maddr={host};ttl=1;method=INVITE?Subject=hi", "<sip:2102@{host}>"),
    ],
)
async def test_a_number_is_dialled_in_whatever_uri_it_stands(tmp_path: Path, uri: str, to: str) -> None:
    async with two(tmp_path, "bare") as it:
        names = {"host": it.office.host, "two": f"2102@{it.office.host}"}
        invite = await it.rings(it.call(), uri=uri.format(**names), to=to.format(**names))
        it.berit.answer(invite, "486 Busy Here")
        assert (await it.berit.hears("ACK")).method == "ACK"


REFUSALS: dict[str, tuple[str, Callable[[str], str], set[int]]] = {
    "a method that nobody knows": ("FLY", str, {405, 501}),
    "a message outside a call": ("MESSAGE", str, {405}),
    "a REFER of no call": ("REFER", str, {603}),
    "a BYE of no call": ("BYE", str, {481}),
    "an INFO of no call": ("INFO", str, {481}),
    "an UPDATE of no call": ("UPDATE", str, {481}),
    "a PRACK of no call": ("PRACK", str, {481}),
    "a CANCEL of nothing": ("CANCEL", str, {481}),
    "an extension that nobody has": ("OPTIONS", lambda t: t.replace("\r\nMax", "\r\nRequire: x-fly\r\nMax", 1), {420}),
    "another scheme": ("OPTIONS", lambda t: t.replace(" sip:", " http:", 1), {416}),
    "another version": ("OPTIONS", lambda t: t.replace("SIP/2.0\r\n", "SIP/3.0\r\n", 1), {505}),
    "no hop left": ("OPTIONS", lambda t: t.replace("Max-Forwards: 70", "Max-Forwards: 0"), {483}),
    "more length than there is": ("OPTIONS", lambda t: t.replace("Content-Length: 0", "Content-Length: 20"), {400}),
    "another method in its number": ("OPTIONS", lambda t: t.replace("1 OPTIONS", "1 INFO"), {400}),
    "a number out of bounds": ("OPTIONS", lambda t: t.replace("1 OPTIONS", "4294967296 OPTIONS"), {400}),
    "an unknown package": ("NOTIFY", lambda t: t.replace("\r\nMax", "\r\nEvent: x\r\nMax", 1), {481, 489}),
    "lower case": ("OPTIONS", lambda t: t.replace("SIP/2.0\r\n", "sip/2.0\r\n", 1), {200}),
    "tabs": ("OPTIONS", lambda t: t.replace("CSeq: 1 OPTIONS", "CSeq:\t0001\t OPTIONS"), {200}),
    "no hops told": ("OPTIONS", lambda t: t.replace("Max-Forwards: 70\r\n", ""), {200}),
    "line ends alone": ("OPTIONS", lambda t: t.replace("\r\n", "\n"), {200}),
    "blank lines before": ("OPTIONS", lambda t: "\r\n\r\n" + t, {200}),
}


@pytest.mark.parametrize("what", sorted(REFUSALS))
async def test_what_is_asked_outside_a_call_has_the_answer_of_the_rfc(tmp_path: Path, what: str) -> None:
    method, change, wanted = REFUSALS[what]
    async with two(tmp_path) as it:
        call, phone = it.call(), it.anders
        phone.send(change(phone.write(method, it.uri, call=call, cseq=1, to=f"<{it.uri}>")))
        answer = await phone.hears("2xx", "4xx", "5xx", "6xx", call=call)
        assert answer.status in wanted, answer.start
        assert answer.tag, "every answer but 100 has a tag (RFC 3261 section 8.2.6.2)"
        if answer.status == 405:
            assert "INVITE" in answer.get("allow")
        if answer.status == 420:
            assert answer.get("unsupported") == "x-fly"
        if answer.status == 200:
            assert {"INVITE", "ACK", "BYE", "CANCEL"} <= {one.strip() for one in answer.get("allow").split(",")}


async def test_contacts_in_one_header_are_each_bound_and_a_star_takes_all_away(tmp_path: Path) -> None:
    async with two(tmp_path) as it:
        phone, host = it.anders, it.anders.host
        both = [f'Contact: <sip:x@{host}:5061>;q=0.3;expires=200, "A, b" <sip:y@{host}:5062>;q=0.9', "Expires: 100"]
        answer = await phone.register(headers=both)
        told = ", ".join(answer.all("contact"))
        assert answer.status == 200 and all(uri in told for uri in (f"x@{host}:5061", f"y@{host}:5062", "expires="))
        plain = phone.make.contact
        phone.make.contact = "*"
        try:
            assert (await phone.register(headers=["Expires: 60"])).status == 400
            gone = await phone.register(headers=["Expires: 0"])
        finally:
            phone.make.contact = plain
        assert gone.status == 200 and not gone.all("contact")


async def test_a_subscription_to_what_nobody_knows_is_refused_with_what_is_known(tmp_path: Path) -> None:
    async with two(tmp_path) as it:
        for headers, wanted in ((["Event: x-weather", "Expires: 600"], 489), (["Expires: 600"], 489)):
            answer = await it.anders.asks("SUBSCRIBE", it.uri, call=it.call(), headers=headers)
            assert answer.status == wanted and "message-summary" in answer.get("allow-events")


async def test_ringing_is_told_reliably_to_a_phone_that_insists(tmp_path: Path) -> None:
    async with two(tmp_path) as it:
        call = it.call()
        invite = await it.rings(call, headers=["Require: 100rel"])
        it.berit.answer(invite, "180 Ringing")
        ringing = await it.anders.hears(180, call=call)
        assert "100rel" in ringing.get("require") and ringing.get("rseq").isdigit()
        again = await it.anders.hears(180, call=call, within=5)
        assert again.get("rseq") == ringing.get("rseq")
        wrong = await it.ask("PRACK", ringing, 3, headers=["RAck: 99 2 INVITE"])
        assert wrong.status == 481
        right = await it.ask("PRACK", ringing, 4, headers=[f"RAck: {ringing.get('rseq')} 2 INVITE"])
        assert right.status == 200
        it.anders.heard.clear()
        await it.anders.silence(1.5, 180)
        it.berit.answer(invite, "200 OK", body=sound(it.berit.host))
        ok = await it.anders.hears(200, call=call)
        it.anders.acknowledge(ok, ok.target(), 2)
        await it.ends(ok)


async def test_the_called_phone_need_not_ring_reliably(tmp_path: Path) -> None:
    """We say nothing of 100rel to it, so it must not."""
    async with two(tmp_path) as it:
        invite = await it.rings(it.call(), headers=["Supported: 100rel"])
        assert "100rel" not in invite.get("supported") + invite.get("require")
        it.berit.answer(invite, "486 Busy Here")


async def test_the_same_call_that_came_two_ways_is_one_call(tmp_path: Path) -> None:
    """Merged by its From tag, Call-ID and number (RFC 3261 section 8.2.2.2)."""
    async with two(tmp_path) as it:
        call, anders = it.call(), it.anders
        invite = await it.rings(call)
        it.berit.answer(invite, "180 Ringing")
        await anders.hears(180, call=call)
        first = next(one for one in reversed(it.office.progress()))
        again = anders.write("INVITE", it.uri, call=call, cseq=2, to=f"<{it.uri}>", body=sound(anders.host))
        anders.send(again)
        answer = await anders.hears("4xx", call=call)
        assert answer.status == 482, answer.start
        anders.acknowledge(answer, it.uri, 2)
        await it.berit.silence(1.0, "INVITE")
        assert {one.call_id for one in it.office.progress()} == {first.call_id}
        it.berit.answer(invite, "486 Busy Here")


async def test_an_invitation_that_runs_out_is_taken_back(tmp_path: Path) -> None:
    """Expires says how long it holds (RFC 3261 section 13.3.1)."""
    async with two(tmp_path) as it:
        call = it.call()
        invite = await it.rings(call, headers=["Expires: 2"])
        it.berit.answer(invite, "180 Ringing")
        cancel = await it.berit.hears("CANCEL")
        it.berit.answer(cancel, "200 OK")
        it.berit.answer(invite, "487 Request Terminated")
        assert (await it.anders.hears(487, call=call)).status == 487


async def test_a_call_given_up_while_it_is_answered_ends_whole(tmp_path: Path) -> None:
    """CANCEL and 200 cross: the call stands until the caller hangs up (RFC 3261 section 9.1)."""
    async with two(tmp_path) as it:
        call, anders = it.call(), it.anders
        branch = "cross1"
        invite = await it.rings(call, branch=branch)
        it.berit.answer(invite, "200 OK", body=sound(it.berit.host))
        ok = await anders.hears(200, call=call)
        anders.send(anders.write("CANCEL", it.uri, call=call, cseq=2, to=f"<{it.uri}>", branch=branch))
        cancelled = await anders.hears(200, 481, call=call)
        assert cancelled.status == 200 and cancelled.get("cseq") == "2 CANCEL" and cancelled.tag == ok.tag
        anders.acknowledge(ok, ok.target(), 2)
        await it.berit.hears("ACK")
        await it.ends(ok)


async def test_a_caller_who_hangs_up_before_the_answer_is_let_go(tmp_path: Path) -> None:
    """BYE in an early dialog (RFC 3261 section 15), and before the ACK."""
    async with two(tmp_path) as it:
        call, anders = it.call(), it.anders
        invite = await it.rings(call)
        it.berit.answer(invite, "180 Ringing")
        ringing = await anders.hears(180, call=call)
        bye = anders.write("BYE", ringing.target(), call=call, cseq=3, to=ringing.get("to"))
        anders.send(bye)
        answers = {(await anders.hears(200, 487, call=call)).status for _ in range(2)}
        assert answers == {200, 487}
        it.berit.answer(await it.berit.hears("CANCEL"), "200 OK")
        it.berit.answer(invite, "487 Request Terminated")
        await it.office.call_is(CallState.ENDED)
        call = it.call()
        invite = await it.rings(call)
        it.berit.answer(invite, "200 OK", body=sound(it.berit.host))
        ok = await anders.hears(200, call=call)
        assert (await it.ask("BYE", ok, 3)).status == 200
        it.berit.answer(await it.berit.hears("BYE"), "200 OK")
        anders.acknowledge(ok, ok.target(), 2)
        await it.office.call_is(CallState.ENDED)


async def test_offers_of_both_at_once_are_put_off_by_both(tmp_path: Path) -> None:
    async with two(tmp_path) as it:
        call = it.call()
        _, ok = await it.talk(call)
        anders = it.anders
        held = sound(anders.host, way="sendonly")
        anders.send(anders.write("INVITE", ok.target(), call=call, cseq=3, to=ok.get("to"), body=held))
        asked = await it.berit.hears("INVITE")
        second = await it.ask("INVITE", ok, 4, body=held)
        assert second.status == 500 and second.get("retry-after").isdigit()
        anders.acknowledge(second, ok.target(), 4)
        updated = await it.ask("UPDATE", ok, 5, body=held)
        assert updated.status in (491, 500)
        it.berit.answer(asked, "200 OK", body=sound(it.berit.host, way="recvonly", formats="0 101"))
        done = await anders.hears(200, call=call)
        anders.acknowledge(done, done.target(), 3)
        assert (await it.ask("OPTIONS", ok, 6)).status == 200
        stale = await it.ask("INFO", ok, 2, body="Signal=1", kind="application/dtmf-relay")
        assert stale.status == 500
        await it.ends(ok, 12)


@pytest.mark.parametrize(
    ("kind", "body", "key"),
    [
        ("application/dtmf-relay", "Signal= 5\r\nDuration= 160\r\n", "5"),
        ("application/dtmf-relay;charset=utf-8", "Duration=100\nSignal=*\n", "*"),
        ("APPLICATION/DTMF-Relay", "signal = 11\r\n", "#"),
        ("application/dtmf", "7", "7"),
        ("application/dtmf", "10\r\n", "*"),
    ],
)
async def test_a_key_is_passed_on_however_it_is_told(tmp_path: Path, kind: str, body: str, key: str) -> None:
    async with two(tmp_path) as it:
        _, ok = await it.talk(it.call())
        assert (await it.ask("INFO", ok, 3, body=body, kind=kind)).status == 200
        told = await it.berit.hears("INFO")
        assert f"Signal={key}" in told.body
        it.berit.answer(told, "200 OK")
        await it.ends(ok)


ODD = {
    "bandwidth and sources": sound("{host}", more="b=AS:80\r\nb=TIAS:64000\r\n").replace("b=", "a=x-b:")
    + "a=ssrc:314159 cname:user@example.com\r\na=ssrc:314159 msid:a b\r\n",
    "candidates": sound("{host}", more="a=ice-ufrag:8hhY\r\na=ice-pwd:asd88fgpdd777uzjYhagZg\r\n"
                        "a=candidate:1 1 UDP 2130706431 {host} 40000 typ host\r\na=rtcp:40001\r\na=rtcp-mux\r\n"),
    "DTLS beside": sound("{host}", more="m=audio 40010 UDP/TLS/RTP/SAVPF 0\r\na=setup:actpass\r\n"
                         "a=fingerprint:sha-1 4A:AD:B9:B1:3F:82:18:3B:54:02:12:DF:3E:5D:49:6B:19:E5:7C:AB\r\n"),
    "pictures first": sound("{host}").replace(
        "m=audio", "m=video 40020 RTP/AVP 99\r\nb=AS:384\r\na=rtpmap:99 H264/90000\r\na=sendonly\r\nm=audio"),
    "lines without returns": sound("{host}").replace("\r\n", "\n"),
    "no last line end": sound("{host}").rstrip(),
    "an empty name": sound("{host}").replace("s=-", "s="),
    "a time to live": sound("{host}").replace("c=IN IP4 {host}", "c=IN IP4 {host}/127"),
    "its own address for the sound": sound("{host}").replace(" 101\r\n", " 101\r\nc=IN IP4 {host}\r\n"),
    "two ports": sound("{host}").replace("40000 RTP", "40000/1 RTP"),
}  # fmt: skip


@pytest.mark.parametrize("what", sorted(ODD))
@pytest.mark.parametrize("late", [False, True])
async def test_an_odd_description_is_understood_early_or_late(tmp_path: Path, what: str, late: bool) -> None:
    async with two(tmp_path) as it:
        call, odd = it.call(), ODD[what].replace("{host}", it.anders.host)
        streams = [line.split()[0] for line in odd.splitlines() if line.startswith("m=")]
        invite = await it.rings(call, body="" if late else odd)
        if late:
            assert not invite.body
            offered = sound(it.berit.host) + "m=video 40020 RTP/AVP 99\r\na=rtpmap:99 H264/90000\r\n"
            it.berit.answer(invite, "200 OK", body=offered)
            ok = await it.anders.hears(200, call=call)
            answer = sound(it.anders.host) + "m=video 0 RTP/AVP 99\r\n"
            it.anders.acknowledge(ok, ok.target(), 2, body=answer)
            acked = await it.berit.hears("ACK")
            assert f"c=IN IP4 {it.anders.host}" in acked.body and "m=video 0 " in acked.body
        else:
            assert [line.split()[0] for line in invite.body.splitlines() if line.startswith("m=")] == streams
            answer = "".join(
                line if line.startswith("m=audio 40000") else line.replace(line.split()[1], "0", 1)
                for line in invite.body.splitlines(keepends=True) if line.startswith("m=")
            )  # fmt: skip
            said = f"v=0\r\no=- 1 1 IN IP4 {it.berit.host}\r\ns=-\r\nc=IN IP4 {it.berit.host}\r\nt=0 0\r\n{answer}"
            it.berit.answer(invite, "200 OK", body=said)
            ok = await it.anders.hears(200, call=call)
            assert [line.split()[0] for line in ok.body.splitlines() if line.startswith("m=")] == streams
            it.anders.acknowledge(ok, ok.target(), 2)
            await it.berit.hears("ACK")
        await it.ends(ok)


async def test_what_cannot_be_understood_is_refused_with_what_can(tmp_path: Path) -> None:
    async with two(tmp_path) as it:
        cases = [
            ({"body": "<x/>", "kind": "application/pidf+xml"}, 415, "accept"),
            ({"body": "v=0\r\no=- 1 1 IN IP4 1.1.1.1\r\ns=-\r\nt=0 0\r\nm=video 1 RTP/AVP 99\r\n"}, 488, ""),
            ({"body": sound(it.anders.host), "headers": ["Content-Encoding: gzip"]}, 415, "accept-encoding"),
        ]
        for more, wanted, header in cases:
            answer = await it.anders.asks("INVITE", it.uri, call=it.call(), **more)  # type: ignore[arg-type]
            assert answer.status == wanted, (more, answer.start)
            assert not header or answer.all(header), header
        aside = ["Content-Disposition: render;handling=optional"]
        call = it.call()
        invite = await it.rings(call, body="hello", kind="text/plain", headers=aside)
        assert not invite.body
        it.berit.answer(invite, "486 Busy Here")
        await it.berit.hears("ACK")


async def test_answers_that_come_again_and_again_and_out_of_order_make_one_call(tmp_path: Path) -> None:
    async with two(tmp_path) as it:
        call = it.call()
        invite = await it.rings(call)
        for status in (
            "100 Trying",
            "183 Session Progress",
            "180 Ringing",
            "199 Early Dialog Terminated",
            "180 Ringing",
        ):
            it.berit.answer(invite, status, tag="u1" if status[:3] != "199" else "u2")
        for _ in range(3):
            it.berit.answer(invite, "200 OK", body=sound(it.berit.host))
        it.berit.answer(invite, "180 Ringing")
        acks = [await it.berit.hears("ACK") for _ in range(3)]
        assert {one.get("cseq") for one in acks} == {invite.get("cseq").replace("INVITE", "ACK")}
        ok = await it.anders.hears(200, call=call)
        await it.anders.hears(200, call=call)  # it comes again until it is acknowledged
        it.anders.acknowledge(ok, ok.target(), 2)
        await it.ends(ok)
