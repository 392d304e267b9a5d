"""Mail servers and SMS gateways as connections of a company's, with the settings of the file, checked as they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

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


@dataclass(frozen=True, slots=True)
class SmtpConnector:
    """Mail by SMTP. server: always this one, of the service's own settings, whatever the connection says.

    here: a company's server may be on this machine.
    """

    recordings: Recordings
    here: bool
    server: MailServer | None = None
    proves = True

    def check(self, connection: Connection) -> None:
        """See the port."""
        self._server(connection)

    async def attempt(self, connection: Connection, trial: Trial) -> str:
        """See the port."""
        sender = self.sender(connection)
        return await _sent(sender, connection, Way.EMAIL, trial) if trial.to else await sender.greet()

    def sender(self, connection: Connection) -> SmtpSender:
        """See the port."""
        from onepresence_desktop.pbx.delivery.smtp import SmtpSender

        judge = None if self.server is not None else self._judge
        return SmtpSender(self._server(connection), self.recordings, judge)

    def _server(self, connection: Connection) -> MailServer:
        return self.server or _named(mail_server, "mail", dict(connection.settings))

    async def _judge(self, host: str, port: int) -> None:
        await _judged(host, port, here=self.here)


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
        self._senders: dict[tuple[ConnectionId, object], SmppSender] = {}

    def check(self, connection: Connection) -> None:
        """See the port."""
        _named(sms_center, "sms", dict(connection.settings))

    async def attempt(self, connection: Connection, trial: Trial) -> str:
        """See the port."""
        sender = self.sender(connection)
        return await _sent(sender, connection, Way.SMS, trial) if trial.to else await sender.greet()

    def sender(self, connection: Connection) -> SmppSender:
        """See the port."""
        from onepresence_desktop.pbx.delivery.smpp import SmppSender

        key = connection.id, tuple(sorted(connection.settings.items()))
        made = self._senders.get(key)
        if made is None:
            center = _named(sms_center, "sms", dict(connection.settings))
            before = [self._senders.pop(other) for other in list(self._senders) if other[0] == connection.id]
            made = self._senders[key] = SmppSender(center, connection.id, self._reports, self._address, before)
        return made

    async def close(self) -> None:
        """Let the connections go."""
        for sender in self._senders.values():
            await sender.close()

    async def _address(self, host: str, port: int) -> str:
        return str(await _judged(host, port, here=self._here))


async def _judged(host: str, port: int, *, here: bool) -> Address:
    import httpx

    from onepresence_desktop.pbx.webdav.places import judged

    try:
        return await judged(host, port, here=here)
    except httpx.ConnectError as exc:
        raise ConnectionFailed(reason=Trouble.UNREACHABLE, said=str(exc)) from exc


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
