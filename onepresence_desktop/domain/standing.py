"""How a company's connection to a server stands, and what of its words may be shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import quote, quote_plus

from onepresence_desktop.domain.connections import LEFT_ALONE, ConnectionState, Trouble


@dataclass(frozen=True, slots=True)
class Standing:
    """How a connection stands. since: when that began. said: the server's own words. checked_at: the last use.

    not_before: the server asked to be left in peace until then (Retry-After, RFC 9110 section 10.2.3).
    """

    state: ConnectionState = ConnectionState.UNTRIED
    since: datetime | None = None
    trouble: Trouble | None = None
    said: str = ""
    checked_at: datetime | None = None
    not_before: datetime | None = None


def worked(before: Standing, now: datetime) -> Standing:
    """After a use that went well."""
    since = before.since if before.state is ConnectionState.OK else now
    return Standing(ConnectionState.OK, since, checked_at=now)


def reached(before: Standing, now: datetime) -> Standing:
    """After the server was only reached: a password that it refused is still refused."""
    if before.trouble in (Trouble.SIGN_IN_REFUSED, Trouble.REFUSED):
        return replace(before, checked_at=now)
    return worked(before, now)


def failed(
    before: Standing, now: datetime, trouble: Trouble, said: str, *, pause: timedelta = timedelta(0)
) -> Standing:
    """After a use that did not; another reason goes on since the first one. pause: that the server asks for."""
    since = before.since if before.state is ConnectionState.FAILING else now
    return Standing(ConnectionState.FAILING, since, trouble, said, now, now + pause if pause else None)


def left_alone(standing: Standing, now: datetime) -> bool:
    """Whether it is not to be tried by itself now: a refused password, again and again, locks the account.

    And a server that said when to come back is not asked before.
    """
    if standing.not_before is not None and now < standing.not_before:
        return True
    refused = standing.trouble is Trouble.SIGN_IN_REFUSED and standing.checked_at is not None
    return refused and standing.checked_at is not None and now - standing.checked_at < LEFT_ALONE


def clean(said: str, secrets: tuple[str, ...]) -> str:
    """A server's words fit to be shown: one line, of bounded length, without the secrets that it may repeat.

    A server often tells the address that it was asked at, in which they are written otherwise.
    """
    written = {form(secret) for secret in secrets if len(secret) > 2 for form in (str, quote, quote_plus, _quoted)}
    for secret in sorted(written, key=len, reverse=True):
        said = said.replace(secret, "…")
    return "".join(char for char in " ".join(said.split()) if char.isprintable())[:200]


def _quoted(text: str) -> str:
    return quote(text, safe="")
