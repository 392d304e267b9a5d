"""SMS by a gateway that takes HTTP requests, with delivery reports where it gives them (spec 6.4)."""

from __future__ import annotations

import re
import ssl
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.messaging import SmsAlphabet, sms_parts
from onepresence_desktop.domain.outgoing import Outgoing, OutgoingState
from onepresence_desktop.pbx.delivery.sms_gateway import JUDGED, Form, GatewayKind, SmsGateway
from onepresence_desktop.pbx.ports import Receipt
from onepresence_desktop.wire import routes

if TYPE_CHECKING:
    import httpx

PATIENCE = 30.0
"""Seconds for the gateway's whole answer."""

MOST_READ = 64 * 1024
"""Bytes of an answer; a gateway that says more has lost its way."""

MOST_SAID = 4000
"""Characters of it that go on; whoever shows them cuts them after secrets have been taken out."""

DLR_MASK = 1 | 2 | 16
"""Which reports are wanted: delivered, not delivered, rejected."""

_PAGE = re.compile(r"\s*(?:<!doctype\s+html|<html)", re.IGNORECASE)
"""Of a proxy, or to sign in at; where a gateway says yes by one, its settings say how that looks."""

_AWAY = {429: Trouble.BUSY, 503: Trouble.BUSY, 502: Trouble.SERVER_FAILED, 504: Trouble.SERVER_FAILED}
"""Answers of whoever stands before a gateway, or of one that wants to be left in peace."""


class SmsSender:
    """The `Sender` for SMS. judging: makes what connects to judged addresses only; None for any."""

    def __init__(self, gateway: SmsGateway, judging: Callable[[], httpx.AsyncBaseTransport] | None = None) -> None:
        self._gateway = gateway
        self._judging = judging

    async def send(self, outgoing: Outgoing) -> Receipt:
        """Hand one over; a refusal by 4xx is final, all else may work later."""
        import httpx

        try:
            async with self._client() as http:
                status, said, after = await _asked(http, self._request(http, outgoing))
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as exc:
            raise _failed(exc) from exc
        return self._judged(status, said, after)

    async def greet(self) -> str:
        """Reach the gateway and say nothing; any answer will do by which it isn't away. Raises `ConnectionFailed`."""
        import httpx

        try:
            async with self._client() as http:
                status, _, after = await _asked(http, http.build_request("HEAD", self._gateway.url.partition("?")[0]))
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as exc:
            raise _failed(exc) from exc
        if status in _AWAY:
            raise ConnectionFailed(reason=_AWAY[status], said=str(status), retry_after=_pause(after))
        return str(status)

    def _client(self) -> httpx.AsyncClient:
        import httpx

        if self._judging is not None:
            return httpx.AsyncClient(transport=self._judging(), timeout=PATIENCE, trust_env=False)
        return httpx.AsyncClient(verify=_trusting(), timeout=PATIENCE, follow_redirects=False)

    def _request(self, http: httpx.AsyncClient, outgoing: Outgoing) -> httpx.Request:
        gateway = self._gateway
        if gateway.kind is GatewayKind.KANNEL:
            return http.build_request("GET", gateway.url, params=kannel_query(outgoing, gateway))
        values = _values(outgoing, gateway)
        filled = {name: _filled(text, values) for name, text in gateway.fields.items()}
        headers = {name: _filled(text, values) for name, text in gateway.headers.items()}
        if gateway.account and not any(
            "{password}" in text for text in (*gateway.fields.values(), *gateway.headers.values())
        ):
            import httpx

            auth = httpx.BasicAuth(gateway.account, gateway.password)
            headers["Authorization"] = next(auth.auth_flow(httpx.Request("GET", gateway.url))).headers["Authorization"]
        match gateway.form:
            case Form.JSON:
                return http.build_request("POST", gateway.url, json=filled, headers=headers)
            case Form.FORM:
                return http.build_request("POST", gateway.url, data=filled, headers=headers)
            case Form.QUERY:
                return http.build_request("GET", gateway.url, params=filled, headers=headers)

    def _judged(self, status: int, said: str, after: str) -> Receipt:
        """401, 403, 407: a mended password sends what waits; 404, 405, 410: a mended address. 408, 429 and 5xx: later.

        after: Retry-After.
        """
        words = f"{status} {' '.join(said.split())}"[:MOST_SAID].strip()
        if status in (401, 403, 407):
            raise ConnectionFailed(reason=Trouble.SIGN_IN_REFUSED, said=words)
        if status in (404, 405, 410):  # nobody is there who takes messages, whatever is in them
            raise ConnectionFailed(reason=Trouble.NOT_FOUND, said=words)
        if status in (408, 429) or status >= 500 or 300 <= status < 400:
            trouble = Trouble.BUSY if status in (408, 429, 503) else Trouble.SERVER_FAILED
            raise ConnectionFailed(reason=trouble, said=words, retry_after=_pause(after))
        accepted, page = self._gateway.accepted, _PAGE.match(said) is not None
        if page and self._gateway.kind is GatewayKind.KANNEL and status < 300:  # which never answers one
            raise ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD, said=words)
        yes = 200 <= status < 300 and (not page or bool(accepted)) and re.search(accepted, said[:JUDGED]) is not None
        return Receipt(OutgoingState.SENT) if yes else Receipt(OutgoingState.FAILED, reason=words)


def _failed(exc: BaseException) -> ConnectionFailed:
    """Why no answer came; whether the gateway had the request by then (perhaps)."""
    import httpx

    from onepresence_desktop.pbx.webdav.asking import about_certificate, words_of

    if isinstance(exc, httpx.TimeoutException):
        trouble = Trouble.TIME_OUT
    else:
        trouble = Trouble.CERTIFICATE if about_certificate(exc) else Trouble.UNREACHABLE
    taken = httpx.ReadTimeout | httpx.ReadError | httpx.WriteTimeout | httpx.WriteError | httpx.RemoteProtocolError
    perhaps = {"perhaps": True} if isinstance(exc, taken) else {}
    return ConnectionFailed(reason=trouble, said=words_of(exc), **perhaps)


def kannel_query(outgoing: Outgoing, gateway: SmsGateway) -> dict[str, str]:
    """What `sendsms` is asked: the text in UTF-8, GSM where it fits and UCS-2 where not."""
    unicode = sms_parts(outgoing.text).alphabet is SmsAlphabet.UCS2
    query = {
        "username": gateway.account,
        "password": gateway.password,
        "from": gateway.sender,
        "to": outgoing.to,
        "text": outgoing.text,
        "charset": "UTF-8",
        "coding": "2" if unicode else "0",
    }
    report = report_address(outgoing, gateway)
    if report:
        query |= {"dlr-mask": str(DLR_MASK), "dlr-url": f"{report}?report=%d"}
    return query


def report_address(outgoing: Outgoing, gateway: SmsGateway) -> str:
    """Where the gateway tells what became of it; "" where it can't reach us. Its id is random: nobody guesses it."""
    if not gateway.report_url:
        return ""
    return gateway.report_url.rstrip("/") + routes.path(routes.DELIVERY_REPORT, quote(outgoing.id, safe=""))


def _values(outgoing: Outgoing, gateway: SmsGateway) -> Mapping[str, str]:
    return {
        "to": outgoing.to,
        "text": outgoing.text,
        "sender": gateway.sender,
        "id": outgoing.id,
        "report": report_address(outgoing, gateway),
        "account": gateway.account,
        "password": gateway.password,
    }


def _filled(text: str, values: Mapping[str, str]) -> str:
    """What stands in braces replaced once; a text that holds braces itself is left as it is."""
    return re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], found[0]), text)


def _pause(after: str) -> int | None:
    """Of Retry-After."""
    from onepresence_desktop.pbx.webdav.asking import seconds

    return seconds(after)


async def _asked(http: httpx.AsyncClient, request: httpx.Request) -> tuple[int, str, str]:
    """Status, the beginning of the answer, and when to come back."""
    from onepresence_desktop.pbx.webdav.asking import beginning

    request.headers["Accept-Encoding"] = "gzip"
    answer = await http.send(request, stream=True)
    try:
        read = await beginning(answer, MOST_READ)
    except ConnectionFailed:  # it may have taken the message all the same
        read = b""
    finally:
        await answer.aclose()
    return answer.status_code, read.decode("utf-8", "replace"), answer.headers.get("retry-after", "")


def _trusting() -> ssl.SSLContext | Any:
    """The system's trust, a company's own authority included."""
    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
