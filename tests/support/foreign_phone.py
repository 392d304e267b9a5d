"""A telephone written from the RFCs alone: it reads and writes messages by itself, in the odd ways of many makes.

Nothing of the engine, nor of the other test phones, is used here.
"""

from __future__ import annotations

import asyncio
import hashlib
import itertools
import re
import socket
import time
from dataclasses import dataclass, field

SHORT = {"i": "call-id", "m": "contact", "l": "content-length", "c": "content-type", "f": "from", "s": "subject",
         "k": "supported", "t": "to", "v": "via", "o": "event", "r": "refer-to", "b": "referred-by",
         "x": "session-expires", "e": "content-encoding", "u": "allow-events"}  # fmt: skip
_numbers = itertools.count(1)


@dataclass
class Heard:
    """A message as RFC 3261 section 7 lays it out. headers: in their order, names in full and in lower case."""

    start: str
    headers: list[tuple[str, str]]
    body: str
    source: tuple[str, int]

    @property
    def method(self) -> str:
        return "" if self.start.startswith("SIP/") else self.start.split(" ")[0]

    @property
    def status(self) -> int:
        return int(self.start.split(" ")[1]) if self.start.startswith("SIP/") else 0

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key == name]

    def get(self, name: str) -> str:
        return next(iter(self.all(name)), "")

    @property
    def uri(self) -> str:
        return self.start.split(" ")[1]

    @property
    def tag(self) -> str:
        """Of To."""
        found = re.search(r";\s*tag=([^;>\s]+)", self.get("to"))
        return found[1] if found else ""

    def target(self) -> str:
        """The URI of Contact."""
        found = re.search(r"<([^>]+)>", self.get("contact"))
        return found[1] if found else self.get("contact").split(";")[0]


def read(data: bytes, source: tuple[str, int]) -> Heard:
    head, _, body = data.decode("utf-8", "replace").partition("\r\n\r\n")
    start, *lines = re.sub(r"\r\n[ \t]+", " ", head).split("\r\n")
    assert all(":" in line for line in lines), data
    headers = [(name.strip().lower(), value.strip()) for name, _, value in (line.partition(":") for line in lines)]
    return Heard(start, [(SHORT.get(name, name), value) for name, value in headers], body, source)


def sound(host: str, port: int = 40_000, *, formats: str = "0 8 101", more: str = "", way: str = "sendrecv") -> str:
    """A description in plain words."""
    return (
        f"v=0\r\no=- 20 1 IN IP4 {host}\r\ns=-\r\nc=IN IP4 {host}\r\nt=0 0\r\nm=audio {port} RTP/AVP {formats}\r\n"
        f"a=rtpmap:101 telephone-event/8000\r\na={way}\r\n{more}"
    )


@dataclass
class Make:
    """How a make writes. names: of headers, where not in full; extra: what it adds to its requests.

    via: of its requests, with {host}, {port}, {branch}. contact: with {user}, {host}, {port}. shown: before <sip:…>.
    """

    via: str = "SIP/2.0/UDP {host}:{port};branch=z9hG4bK{branch};rport"
    contact: str = "<sip:{user}@{host}:{port}>"
    shown: str = ""
    params: str = ""
    names: dict[str, str] = field(default_factory=dict)
    extra: list[str] = field(default_factory=list)


MAKES = {
    "cisco": Make(
        via="SIP/2.0/UDP {host}:{port};branch=z9hG4bK{branch}", contact="<sip:{user}@{host}:{port};transport=udp>",
        shown='"Cisco ""'.replace('""', "") + '" ', names={"Call-ID": "i", "Contact": "m"},
        extra=["User-Agent: Cisco-CP7940G/8.0", "Allow-Events: telephone-event,refer", "Date: Mon, 30 Nov 2026 GMT",
               'Remote-Party-ID: "Cisco" <sip:x@y>;party=calling;id-type=subscriber;privacy=off;screen=yes'],
    ),
    "snom": Make(
        via="SIP/2.0/UDP {host}:{port};branch=z9hG4bK-{branch};rport",
        contact='<sip:{user}@{host}:{port};line=xq0lwy2g>;q=1.0;+sip.instance="<urn:uuid:0d9a-{user}>";reg-id=1;'
                'audio;mobility="fixed";duplex="full";description="snom360";actor="principal";methods="INVITE,ACK"',
        shown='"S\\"nom\\" \\\\ <1>, & Co" ', params=";user=phone",
        extra=["User-Agent: snom360/8.7.5", "P-Key-Flags: resolution=\"31x13\", keys=\"4\"", "Accept: application/sdp",
               "Supported: timer, 100rel, replaces, from-change", "X-Serialnumber: 0004132"],
    ),
    "yealink": Make(
        shown="Yealink T46 ", names={"Via": "VIA", "CSeq": "cseq", "From": "FROM"},
        extra=["User-Agent: Yealink SIP-T46G 28.80", "Allow-Events: talk,hold,conference,refer,check-sync",
               "Allow: INVITE, INFO, PRACK, ACK, BYE, CANCEL, OPTIONS, NOTIFY, REGISTER, SUBSCRIBE, REFER, UPDATE"],
    ),
    "grandstream": Make(
        via="SIP/2.0/UDP {host}:{port};rport;branch=z9hG4bK{branch};alias", shown='"" ',
        contact="<sip:{user}@{host}:{port};transport=udp>;reg-id=1;+sip.instance=\"<urn:uuid:00-{user}>\"",
        extra=["User-Agent: Grandstream GXP2170", "Supported: replaces, path, timer, eventlist"],
    ),
    "folded": Make(
        via="SIP / 2.0 / UDP\r\n {host} : {port} ;\r\n\tbranch = z9hG4bK{branch} ; rport",
        contact="<sip:{user}@{host}:{port}>\r\n ;expires=120", names={"To": "t ", "Content-Length": "l\t"},
        extra=["Subject:", "Organization: a,\r\n  b;\r\n\tc"],
    ),
    "bare": Make(via="SIP/2.0/UDP {host}:{port};branch={branch}", contact="sip:{user}@{host}:{port}"),
}  # fmt: skip


class Foreign:
    """A phone of some make at an address of its own. calls at the server as `user`."""

    def __init__(self, make: str, server: str, host: str, user: str, password: str, *, port: int = 5060) -> None:
        self.make, self.server, self.host, self.port = MAKES[make], server, host, port
        self.user, self.password = user, password
        self.heard: list[Heard] = []
        self._seen = 0
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind((host, port))
        self._socket.setblocking(False)

    def close(self) -> None:
        self._socket.close()

    # --- what it says ---

    def send(self, text: str) -> None:
        self._socket.sendto(text.encode(), (self.server, 5060))

    def write(
        self, method: str, uri: str, *, call: str, cseq: int, to: str, tag: str = "f1", branch: str = "",
        headers: list[str] | None = None, body: str = "", kind: str = "application/sdp", vias: str = "",
    ) -> str:  # fmt: skip
        """A request as the make writes it; to: the To header; vias: of the hops before, as whole lines."""
        make, fields = self.make, {"user": self.user, "host": self.host, "port": self.port}
        via = make.via.format(branch=branch or f"{next(_numbers)}x", **fields)
        mine = f"{make.shown}<sip:{self.user}@{self.server}{make.params}>;tag={tag}"
        if not make.shown and make.contact.startswith("sip:"):
            mine = f"sip:{self.user}@{self.server};tag={tag}"
        lines = [
            f"{method} {uri} SIP/2.0", f"{self._name('Via')}: {via}", *([vias] if vias else []),
            f"{self._name('From')}: {mine}", f"{self._name('To')}: {to}", f"{self._name('Call-ID')}: {call}",
            f"{self._name('CSeq')}: {cseq} {method}", "Max-Forwards: 70",
        ]  # fmt: skip
        if method in ("REGISTER", "INVITE", "SUBSCRIBE", "UPDATE", "REFER", "OPTIONS"):
            lines.append(f"{self._name('Contact')}: {make.contact.format(**fields)}")
        lines += make.extra + (headers or [])
        if body:
            lines.append(f"Content-Type: {kind}")
        lines.append(f"{self._name('Content-Length')}: {len(body.encode())}")
        return "\r\n".join(lines) + "\r\n\r\n" + body

    def _name(self, name: str) -> str:
        return self.make.names.get(name, name)

    def answer(
        self, request: Heard, status: str, *, tag: str = "u1", headers: list[str] | None = None, body: str = ""
    ) -> None:
        """A response with what RFC 3261 section 8.2.6 has it copy."""
        to = request.get("to") + ("" if request.tag or status.startswith("100") else f";tag={tag}")
        lines = [f"SIP/2.0 {status}"]
        lines += [f"Via: {via}" for via in request.all("via")]
        lines += [f"Record-Route: {route}" for route in request.all("record-route")]
        lines += [f"From: {request.get('from')}", f"To: {to}", f"Call-ID: {request.get('call-id')}",
                  f"CSeq: {request.get('cseq')}"]  # fmt: skip
        fields = {"user": self.user, "host": self.host, "port": self.port}
        lines += [f"Contact: {self.make.contact.format(**fields)}", *(headers or [])]
        lines += ["Content-Type: application/sdp"] if body else []
        lines.append(f"Content-Length: {len(body.encode())}")
        self.send("\r\n".join(lines) + "\r\n\r\n" + body)

    def proof(self, challenge: Heard, method: str, uri: str, count: str = "00000001") -> str:
        """By RFC 2617, with the server's own algorithm."""
        name = "authorization" if challenge.status == 401 else "proxy-authorization"
        given = challenge.get("www-authenticate") or challenge.get("proxy-authenticate")
        fields = dict(re.findall(r'(\w+)="?([^",]+)"?', given.partition(" ")[2]))
        algorithm = fields.get("algorithm", "MD5")

        def hashed(text: str) -> str:
            return hashlib.new({"MD5": "md5", "SHA-256": "sha256"}[algorithm], text.encode()).hexdigest()

        one = hashed(f"{self.user}:{fields['realm']}:{self.password}")
        two = hashed(f"{method}:{uri}")
        response = hashed(f"{one}:{fields['nonce']}:{count}:cafe:auth:{two}")
        return (
            f'{name.title()}: DIGEST username="{self.user}",realm="{fields["realm"]}",nonce="{fields["nonce"]}",'
            f'uri="{uri}",response="{response}",algorithm={algorithm},cnonce="cafe",qop=auth,nc={count}'
        )

    # --- what it hears ---

    def _read(self) -> None:
        while True:
            try:
                data, source = self._socket.recvfrom(65_536)
            except BlockingIOError:
                return
            if data.strip():
                self.heard.append(read(data, source))

    async def hears(self, *wanted: str | int, call: str = "", within: float = 25.0) -> Heard:
        """The next message of one of these methods or statuses, or classes of them ("2xx"); it is passed then."""
        until = time.monotonic() + within
        while True:
            self._read()
            for place, one in enumerate(self.heard):
                fits = (
                    one.method in wanted or one.status in wanted or (one.status and f"{one.status // 100}xx" in wanted)
                )
                if fits and (not call or one.get("call-id") == call):
                    del self.heard[place]
                    return one
            assert time.monotonic() < until, f"{wanted} didn't come: {[one.start for one in self.heard]}"
            await asyncio.sleep(0.01)

    async def silence(self, seconds: float, *unwanted: str | int) -> None:
        """None of these comes."""
        await asyncio.sleep(seconds)
        self._read()
        assert not [one.start for one in self.heard if one.method in unwanted or one.status in unwanted]

    # --- what people do with it ---

    async def asks(self, method: str, uri: str, *, call: str, cseq: int = 1, to: str = "", **more: object) -> Heard:
        """Send a request, with proof when that is asked for; the final answer, which is acknowledged if it must be."""
        to = to or f"<{uri}>"
        self.send(self.write(method, uri, call=call, cseq=cseq, to=to, **more))  # type: ignore[arg-type]
        found = await self.hears("2xx", "3xx", "4xx", "5xx", "6xx", call=call)
        if found.status in (401, 407):
            if method == "INVITE":
                self.acknowledge(found, uri, cseq)
            headers = [*more.pop("headers", []), self.proof(found, method, uri)]  # type: ignore[misc]
            self.send(self.write(method, uri, call=call, cseq=cseq + 1, to=to, headers=headers, **more))  # type: ignore[arg-type]
            found = await self.hears("2xx", "3xx", "4xx", "5xx", "6xx", call=call)
            if found.status >= 300 and method == "INVITE":
                self.acknowledge(found, uri, cseq + 1)
        return found

    def acknowledge(self, response: Heard, uri: str, cseq: int, body: str = "") -> None:
        """An ACK; of a refusal it has the INVITE's Via."""
        ack = self.write("ACK", uri, call=response.get("call-id"), cseq=cseq, to=response.get("to"), body=body)
        if response.status >= 300:
            ack = re.sub(r"(?im)^(via|v)\s*:.*(\r\n[ \t].*)*", f"Via: {response.all('via')[0]}", ack, count=1)
        self.send(ack)

    async def register(self, *, call: str = "", headers: list[str] | None = None) -> Heard:
        return await self.asks(
            "REGISTER", f"sip:{self.server}", call=call or f"reg{next(_numbers)}@{self.host}",
            to=f"<sip:{self.user}@{self.server}>", headers=headers or ["Expires: 3600"],
        )  # fmt: skip
