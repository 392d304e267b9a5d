"""A phone that does no more than SIP over UDP by hand, so that what is timed is the service and not the phone."""

from __future__ import annotations

import hashlib
import re
import secrets
import socket
import threading
import time

Head = dict[str, list[str]]


class PlainPhone:
    """Registers, rings for whoever calls until they give up, and times its own calls. rung: set at each INVITE.

    answers: whether it takes the calls that come.
    """

    def __init__(self, server: str, user: str, password: str) -> None:
        host, port = server.rsplit(":", 1)
        self._server = (host, int(port))
        self._user, self._password = user, password
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self._socket.settimeout(0.2)
        self._at = f"127.0.0.1:{self._socket.getsockname()[1]}"
        self._answers: dict[str, list[tuple[int, Head]]] = {}
        self._news = threading.Condition()
        self.rung = threading.Event()
        self.answers = False
        self._ended = False
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Let go of it."""
        self._ended = True
        self._thread.join()
        self._socket.close()

    def register(self) -> None:
        """Be reachable."""
        status, _ = self._asked("REGISTER", f"sip:{self._server[0]}", self._user, {"Contact": f"<sip:{self._at}>"})
        assert status == 200, status

    def call(self, number: str, callee: PlainPhone) -> float:
        """Seconds from an INVITE with credentials to the callee's ringing; it is cancelled then."""
        uri, begun, took = self._ring(number, callee)
        self._send("CANCEL", uri, begun, begun.branch)
        self._wait(begun.call_id, "INVITE", final=True)
        self._send("ACK", uri, begun, begun.branch)
        return took

    def talk(self, number: str, callee: PlainPhone, seconds: float) -> float:
        """The same with a callee that answers; both stay for so long before the caller ends it."""
        _, begun, took = self._ring(number, callee)
        status, head = self._wait(begun.call_id, "INVITE", final=True)
        assert status == 200, f"{status} instead of an answer"
        begun.to = head["to"][0]
        target = head["contact"][0].strip("<>").partition(">")[0]
        self._send("ACK", target, begun, f"z9hG4bK{secrets.token_hex(8)}")
        time.sleep(seconds)
        begun.number += 1
        self._send("BYE", target, begun, f"z9hG4bK{secrets.token_hex(8)}")
        status, _ = self._wait(begun.call_id, "BYE", final=True)
        assert status == 200, f"{status} at the end of a call"
        return took

    def _ring(self, number: str, callee: PlainPhone) -> tuple[str, _Request, float]:
        """Until the callee rings: what was called, the INVITE, and how long it took."""
        callee.rung.clear()
        head = {"Contact": f"<sip:{self._at}>", "Content-Type": "application/sdp"}
        uri = f"sip:{number}@{self._server[0]}:{self._server[1]}"
        begun = self._ask("INVITE", uri, number, head, _OFFER)
        until = begun.at + 60
        while not callee.rung.wait(0.1):
            said = [status for status, head in self._answers[begun.call_id] if head["cseq"][0].endswith("INVITE")]
            assert not said or said[-1] < 300, f"{said[-1]} instead of ringing"
            assert time.perf_counter() < until, "it never rang"
        return uri, begun, time.perf_counter() - begun.at

    def _asked(self, method: str, uri: str, to: str, head: dict[str, str]) -> tuple[int, Head]:
        return self._wait(self._ask(method, uri, to, head).call_id, method, final=True)

    def _ask(self, method: str, uri: str, to: str, head: dict[str, str], body: str = "") -> _Request:
        """With credentials for the challenge that comes first."""
        request = _Request(method, f"<sip:{self._user}@{self._server[0]}>;tag={secrets.token_hex(4)}", f"<sip:{to}@x>")
        self._send(method, uri, request, request.branch, head, body)
        status, answer = self._wait(request.call_id, method, final=True)
        assert status in (401, 407), status
        if method == "INVITE":
            request.to = answer["to"][0]
            self._send("ACK", uri, request, request.branch)
            request.to = f"<sip:{to}@x>"
        challenge = (answer.get("www-authenticate") or answer["proxy-authenticate"])[0]
        name = "Authorization" if status == 401 else "Proxy-Authorization"
        request.number, request.branch = request.number + 1, f"z9hG4bK{secrets.token_hex(8)}"
        with self._news:
            self._answers[request.call_id] = []
        request.at = time.perf_counter()
        self._send(method, uri, request, request.branch, {**head, name: self._proof(challenge, method, uri)}, body)
        return request

    def _proof(self, challenge: str, method: str, uri: str) -> str:
        given = dict(re.findall(r'(\w+)="?([^",]+)"?', challenge))
        md5 = "MD5" in challenge or "algorithm" not in given

        def digest(*parts: str) -> str:
            data = ":".join(parts).encode()
            return hashlib.md5(data, usedforsecurity=False).hexdigest() if md5 else hashlib.sha256(data).hexdigest()

        nonce, count, own = given["nonce"], "00000001", secrets.token_hex(4)
        secret, what = digest(self._user, given["realm"], self._password), digest(method, uri)
        response = digest(secret, nonce, count, own, "auth", what)
        return (
            f'Digest username="{self._user}", realm="{given["realm"]}", nonce="{nonce}", uri="{uri}", qop=auth, '
            f'nc={count}, cnonce="{own}", response="{response}", algorithm={"MD5" if md5 else "SHA-256"}'
        )

    def _send(
        self, method: str, uri: str, of: _Request, branch: str, head: dict[str, str] | None = None, body: str = ""
    ) -> None:
        lines = [f"{method} {uri} SIP/2.0", f"Via: SIP/2.0/UDP {self._at};branch={branch};rport", "Max-Forwards: 70"]
        lines += [f"From: {of.caller}", f"To: {of.to}", f"Call-ID: {of.call_id}", f"CSeq: {of.number} {method}"]
        lines += [f"{name}: {value}" for name, value in (head or {}).items()]
        lines += [f"Content-Length: {len(body)}", "", body]
        self._socket.sendto("\r\n".join(lines).encode(), self._server)

    def _wait(self, call_id: str, method: str, *, final: bool) -> tuple[int, Head]:
        def there() -> tuple[int, Head] | None:
            for status, head in self._answers.get(call_id, []):
                if head["cseq"][0].endswith(method) and (status >= 200 or not final):
                    return status, head
            return None

        with self._news:
            assert self._news.wait_for(there, 60), f"no answer to {method}"
            found = there()
        assert found is not None
        return found

    def _listen(self) -> None:
        while not self._ended:
            try:
                data, source = self._socket.recvfrom(65536)
            except TimeoutError:
                continue
            first, head = _read(data.decode())
            if first.startswith("SIP/2.0"):
                with self._news:
                    self._answers.setdefault(head["call-id"][0], []).append((int(first.split()[1]), head))
                    self._news.notify_all()
            elif first.startswith("INVITE"):
                self._answer(180, head, source)
                self._ringing = head
                self.rung.set()
                if self.answers:
                    self._answer(200, head, source, _OFFER)
            elif not first.startswith("ACK"):
                self._answer(200, head, source)
                if first.startswith("CANCEL") and not self.answers:
                    self._answer(487, self._ringing, source)

    def _answer(self, status: int, head: Head, source: tuple[str, int], body: str = "") -> None:
        lines = [f"SIP/2.0 {status} so", *(f"Via: {via}" for via in head["via"])]
        to = head["to"][0] if "tag=" in head["to"][0] else f"{head['to'][0]};tag=plain"
        lines += [f"From: {head['from'][0]}", f"To: {to}", f"Call-ID: {head['call-id'][0]}", f"CSeq: {head['cseq'][0]}"]
        lines += [f"Contact: <sip:{self._at}>", *(["Content-Type: application/sdp"] if body else [])]
        lines += [f"Content-Length: {len(body)}", "", body]
        self._socket.sendto("\r\n".join(lines).encode(), source)


class _Request:
    """What stays the same in a request and in what belongs to it. at: when it was sent."""

    def __init__(self, method: str, caller: str, to: str) -> None:
        self.method, self.caller, self.to = method, caller, to
        self.call_id, self.number, self.at = secrets.token_hex(8), 1, 0.0
        self.branch = f"z9hG4bK{secrets.token_hex(8)}"


_OFFER = (
    "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 40000 RTP/AVP 0\r\n"
    "a=rtpmap:0 PCMU/8000\r\n"
)


def _read(message: str) -> tuple[str, Head]:
    first, *lines = message.partition("\r\n\r\n")[0].split("\r\n")
    head: Head = {}
    for line in lines:
        name, _, value = line.partition(":")
        head.setdefault(name.strip().lower(), []).append(value.strip())
    return first, head
