"""Mail servers and SMS gateways as connections of a company's, with the settings of the file, checked as they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from onepresence_desktop.domain.connections import Connection, ConnectionId, ConnectionKind, Trouble, lines
from onepresence_desktop.domain.errors import ConnectionFailed, Invalid, OnePresenceError
from onepresence_desktop.domain.outgoing import Outgoing, OutgoingState, Way
from onepresence_desktop.pbx.delivery.mail_server import MailServer, mail_server
from onepresence_desktop.pbx.delivery.sms_center import sms_center
from onepresence_desktop.pbx.delivery.sms_gateway import SmsGateway, sms_gateway
from onepresence_desktop.pbx.ports import Recordings, Sender
from onepresence_desktop.pbx.ports.connections import Trial
from onepresence_desktop.pbx.ports.outbox import Reports

if TYPE_CHECKING:
    import httpx

    from onepresence_desktop.pbx.delivery.smpp import SmppSender
    from onepresence_desktop.pbx.delivery.sms import SmsSender
    from onepresence_desktop.pbx.delivery.smtp import SmtpSender
    from onepresence_desktop.pbx.webdav.places import Address


Made = TypeVar("Made")


class _Keeping(Protocol):
    """A sender that keeps something open."""

    async def close(self) -> None: ...


Keeping = TypeVar("Keeping", bound=_Keeping)


class _Senders(Generic[Keeping]):
    """Senders of connections, one for each as it is set. make: also told those that were made for it earlier."""

    def __init__(self, make: Callable[[Connection, list[Keeping]], Keeping]) -> None:
        self._make = make
        self._made: dict[tuple[ConnectionId, object], Keeping] = {}

    def of(self, connection: Connection) -> Keeping:
        """The one for a connection."""
        key = _key(connection)
        if key not in self._made:
            before = [sender for other, sender in self._made.items() if other[0] == connection.id]
            self._made[key] = self._make(connection, before)
        return self._made[key]

    async def let_go(self, connection: Connection) -> None:
        """It isn't used any more as it is set here."""
        sender = self._made.pop(_key(connection), None)
        if sender is not None:
            await sender.close()

    async def close(self) -> None:
        """Let all go."""
        while self._made:
            await self._made.popitem()[1].close()


def _key(connection: Connection) -> tuple[ConnectionId, object]:
    return connection.id, tuple(sorted(connection.settings.items()))


class SmtpConnector:
    """Mail by SMTP. server: always this one, of the service's own settings, whatever the connection says.

    here: a company's server may be on this machine.
    """

    proves = True

    def __init__(self, recordings: Recordings, *, here: bool, server: MailServer | None = None) -> None:
        self._recordings = recordings
        self._here = here
        self._of_file = server
        self._senders = _Senders(self._made)

    def check(self, connection: Connection) -> None:
        """See the port."""
        self._server(connection)

    async def attempt(self, connection: Connection, trial: Trial) -> str:
        """See the port."""
        sender = self.sender(connection)
        return await _sent(sender, connection, Way.EMAIL, trial) if trial.to else await sender.greet()

    def sender(self, connection: Connection) -> SmtpSender:
        """See the port."""
        return self._senders.of(connection)

    async def let_go(self, connection: Connection) -> None:
        """See the port."""
        await self._senders.let_go(connection)

    async def close(self) -> None:
        """Let the connections go."""
        await self._senders.close()

    def _made(self, connection: Connection, _before: list[SmtpSender]) -> SmtpSender:
        from onepresence_desktop.pbx.delivery.smtp import SmtpSender

        judge = None if self._of_file is not None else self._judge
        return SmtpSender(self._server(connection), self._recordings, judge)

    def _server(self, connection: Connection) -> MailServer:
        return self._of_file or _named(mail_server, "mail", dict(connection.settings))

    async def _judge(self, host: str, port: int) -> None:
        await _judged(host, port, here=self._here)


@dataclass(frozen=True, slots=True)
class SmsConnector:
    """SMS by a gateway over HTTP. gateway, here: as for mail."""

    here: bool
    gateway: SmsGateway | None = None
    proves = False

    def check(self, connection: Connection) -> None:
        """See the port."""
        self._gateway(connection)

    async def attempt(self, connection: Connection, trial: Trial) -> str:
        """See the port."""
        sender = self.sender(connection)
        return await _sent(sender, connection, Way.SMS, trial) if trial.to else await sender.greet()

    def sender(self, connection: Connection) -> SmsSender:
        """See the port."""
        from onepresence_desktop.pbx.delivery.sms import SmsSender

        return SmsSender(self._gateway(connection), None if self.gateway is not None else self._judging)

    async def let_go(self, connection: Connection) -> None:
        """Nothing is kept open: what is asked twice by mistake is sent twice."""

    def _gateway(self, connection: Connection) -> SmsGateway:
        if self.gateway is not None:
            return self.gateway
        table: dict[str, Any] = dict(connection.settings)
        table["kind"] = "kannel" if connection.kind is ConnectionKind.KANNEL else "http"
        for name in ("fields", "headers"):
            if name in table:
                table[name] = lines(str(table[name]))
        return _named(sms_gateway, "sms", table)

    def _judging(self) -> httpx.AsyncBaseTransport:
        from onepresence_desktop.pbx.webdav.places import Judging

        return Judging(here=self.here)


class SmppConnector:
    """SMS by a centre that speaks SMPP; one connection to each, for they let in no more. here: as for mail."""

    proves = True

    def __init__(self, reports: Reports, *, here: bool) -> None:
        self._reports = reports
        self._here = here
        self._senders = _Senders(self._made)

    def check(self, connection: Connection) -> None:
        """See the port."""
        _named(sms_center, "sms", dict(connection.settings))

    async def attempt(self, connection: Connection, trial: Trial) -> str:
        """See the port."""
        sender = self.sender(connection)
        return await _sent(sender, connection, Way.SMS, trial) if trial.to else await sender.greet()

    def sender(self, connection: Connection) -> SmppSender:
        """See the port."""
        return self._senders.of(connection)

    async def let_go(self, connection: Connection) -> None:
        """See the port."""
        await self._senders.let_go(connection)

    async def close(self) -> None:
        """Let the connections go."""
        await self._senders.close()

    def _made(self, connection: Connection, before: list[SmppSender]) -> SmppSender:
        from onepresence_desktop.pbx.delivery.smpp import SmppSender

        center = _named(sms_center, "sms", dict(connection.settings))
        return SmppSender(center, connection.id, self._reports, self._address, before)

    async def _address(self, host: str, port: int) -> str:
        return str(await _judged(host, port, here=self._here))


async def _judged(host: str, port: int, *, here: bool) -> Address:
    import httpx

    from onepresence_desktop.pbx.webdav.asking import words_of
    from onepresence_desktop.pbx.webdav.places import judged

    try:
        return await judged(host, port, here=here)
    except httpx.ConnectError as exc:
        raise ConnectionFailed(reason=Trouble.UNREACHABLE, said=words_of(exc)) from exc


def _named(make: Callable[[Mapping[str, Any]], Made], table: str, values: Mapping[str, Any]) -> Made:
    """What the settings' table makes of the values. Raises `Invalid` that names `settings.NAME`."""
    try:
        return make(values)
    except Invalid as exc:
        field = str(exc.details["field"]).removeprefix(f"{table}.")
        raise Invalid(field=f"settings.{field}", problem=exc.details["problem"]) from exc


async def _sent(sender: Sender, connection: Connection, way: Way, trial: Trial) -> str:
    """Send a trial; a refusal for good is told like any other failure."""
    now = datetime.now(UTC)
    outgoing = Outgoing(
        id=f"trial-{connection.id}-{now:%Y%m%d%H%M%S%f}",
        customer_id=connection.customer_id,
        way=way,
        to=trial.to,
        subject=trial.subject,
        text=trial.text,
        created_at=now,
        next_try=now,
    )
    try:
        receipt = await sender.send(outgoing)
    except ConnectionFailed:
        raise
    except OnePresenceError as exc:
        raise ConnectionFailed(reason=Trouble.BUSY, said=str(exc.details.get("detail") or "")) from exc
    if receipt.state is OutgoingState.FAILED:
        raise ConnectionFailed(reason=Trouble.REFUSED, said=receipt.reason)
    return receipt.reason
