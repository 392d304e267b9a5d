"""SMS by SMPP 3.4: one connection to the centre, bound as transceiver, over which delivery receipts come as well.

The library makes and reads the messages of the protocol; the connection is asyncio's.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import re
import ssl
import struct
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

import smpplib.consts
import smpplib.exceptions
import smpplib.gsm
import smpplib.smpp
import truststore

from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.errors import ConnectionFailed, OnePresenceError
from onepresence_desktop.domain.outgoing import Outgoing, OutgoingState
from onepresence_desktop.pbx.delivery.sms_center import SmsCenter
from onepresence_desktop.pbx.ports import Receipt
from onepresence_desktop.pbx.ports.outbox import Reports

log = logging.getLogger(__name__)

PATIENCE = 20.0
"""Seconds for a connection, and for an answer."""

MOST_BYTES = 64 * 1024
"""Of one message; the longest that there is takes some hundred."""

LAST_ANSWER, LEAVE = 5.0, 2.0
"""Seconds for what is under way when the connection is let go, and for the answer to that."""

STILL_THERE = 30.0
"""Seconds of silence after which the centre is asked whether it is there (enquire_link)."""

NOTED_WITHIN, NOTED_EVERY = 10, 1.0
"""How often, and after how many seconds each, a receipt is told that nobody knows yet: it may come too early."""

_BAD_SIGN_IN = (0x0D, 0x0E, 0x0F)  # bind failed, wrong password, wrong system_id (SMPP 3.4, 5.1.3)
_LATER = (0x08, 0x14, 0x58)  # system error, queue full, throttled
_STATES = {
    "DELIVRD": OutgoingState.DELIVERED,
    "EXPIRED": OutgoingState.FAILED,
    "DELETED": OutgoingState.FAILED,
    "UNDELIV": OutgoingState.FAILED,
    "REJECTD": OutgoingState.FAILED,
}
_RECEIPT = re.compile(rb"id:(\S+) .*?stat:(\w+)(?: err:(\w+))?", re.DOTALL)

_INTERNATIONAL, _ALPHANUMERIC, _UNKNOWN = 1, 5, 0
_E164 = 1
_RECEIPT_CLASS = 0x04

Judge = Callable[[str, int], Awaitable[str]]
"""The address that is connected to; raises `ConnectionFailed` for one that isn't allowed."""


class SmppSender:
    """The `Sender` for SMS over SMPP. name: begins what the centre's receipts are known by.

    before: those it takes the place of, let go before it connects, for many centres let in one at a time.
    """

    def __init__(
        self, center: SmsCenter, name: str, reports: Reports, judge: Judge, before: Iterable[SmppSender] = ()
    ) -> None:
        self._before = list(before)
        self._center = center
        self._name = name
        self._reports = reports
        self._judge = judge
        self._opening = asyncio.Lock()
        self._link: _Link | None = None
        self._closed = False
        self._handing_over = 0
        self._none_under_way = asyncio.Event()
        self._none_under_way.set()

    async def greet(self) -> str:
        """Be bound; the centre's name for itself. Raises `ConnectionFailed`."""
        return (await self._bound()).peer

    async def send(self, outgoing: Outgoing) -> Receipt:
        """Hand over all parts; a receipt is asked for the last one."""
        link = await self._bound()
        self._handing_over += 1
        self._none_under_way.clear()
        try:
            return await self._handed_over(link, outgoing)
        finally:
            self._handing_over -= 1
            if not self._handing_over:
                self._none_under_way.set()

    async def _handed_over(self, link: _Link, outgoing: Outgoing) -> Receipt:
        parts, coding, esm_class = smpplib.gsm.make_parts(outgoing.text)
        reference = ""
        for place, part in enumerate(parts, start=1):
            answer = await _submitted(
                link,
                source_addr_ton=_INTERNATIONAL if self._center.by_number else _ALPHANUMERIC,
                source_addr_npi=_E164 if self._center.by_number else _UNKNOWN,
                source_addr=self._center.sender.removeprefix("+"),
                dest_addr_ton=_INTERNATIONAL,
                dest_addr_npi=_E164,
                destination_addr=outgoing.to.removeprefix("+"),
                short_message=part,
                data_coding=coding,
                esm_class=esm_class,
                registered_delivery=place == len(parts),
            )
            if answer.status in _LATER:
                raise ConnectionFailed(reason=Trouble.BUSY, said=answer.get_status_desc())
            if answer.status:
                return Receipt(OutgoingState.FAILED, reason=answer.get_status_desc()[:200])
            reference = _message_id(answer.message_id or b"")
        return Receipt(OutgoingState.SENT, reference=f"{self._name}:{reference}"[:200] if reference else "")

    async def close(self) -> None:
        """Let the connection go for good, once what is under way has been answered."""
        self._closed = True
        try:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LAST_ANSWER):
                    await self._none_under_way.wait()
        finally:
            await self._let_go()

    async def _let_go(self) -> None:
        while self._before:
            await self._before[-1].close()
            self._before.pop()
        if self._link is not None:
            await self._link.close()

    async def _bound(self) -> _Link:
        async with self._opening:
            self._refuse_closed()
            if self._link is None or self._link.ended:
                await self._let_go()
                link = await _Link.open(self._center, self._judge, self._receipt)
                try:
                    self._refuse_closed()
                except ConnectionFailed:
                    await link.close()
                    raise
                self._link = link
            return self._link

    def _refuse_closed(self) -> None:
        if self._closed:
            raise ConnectionFailed(reason=Trouble.UNREACHABLE, said="")

    async def _receipt(self, message: bytes) -> None:
        """Centres tell an id as hexadecimal once and as decimal another time."""
        found = _RECEIPT.search(message)
        state = _STATES.get(found[2].decode()) if found is not None else None
        if found is None or state is None:
            return
        reason = "" if state is OutgoingState.DELIVERED else f"{found[2].decode()} {(found[3] or b'').decode()}".strip()
        for _ in range(NOTED_WITHIN):
            for one in _spellings(_message_id(found[1])):
                if await self._reports.told(f"{self._name}:{one}"[:200], state, reason):
                    return
            await asyncio.sleep(NOTED_EVERY)


async def _submitted(link: _Link, **values: Any) -> Any:
    """The answer to a message that was handed over; without one nobody knows whether the centre has it."""
    try:
        return await link.ask("submit_sm", **values)
    except ConnectionFailed as exc:
        raise ConnectionFailed(**{**exc.details, "perhaps": True}) from exc


class _Link:
    """A connection, bound. peer: what the centre calls itself. ended: nothing goes over it any more."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        receipt: Callable[[bytes], Awaitable[None]],
    ) -> None:
        self._reader, self._writer = reader, writer
        self._receipt = receipt
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._sequence = 0
        self._task: asyncio.Task[None] | None = None
        self.peer = ""

    @classmethod
    async def open(cls, center: SmsCenter, judge: Judge, receipt: Callable[[bytes], Awaitable[None]]) -> _Link:
        """Connect and bind. Raises `ConnectionFailed`."""
        address = await judge(center.host, center.port)
        secure = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if center.security == "tls" else None
        name = center.host if secure is not None else None
        try:
            async with asyncio.timeout(PATIENCE):
                streams = await asyncio.open_connection(address, center.port, ssl=secure, server_hostname=name)
        except ssl.SSLCertVerificationError as exc:
            raise ConnectionFailed(reason=Trouble.CERTIFICATE, said=exc.verify_message) from exc
        except TimeoutError as exc:
            raise ConnectionFailed(reason=Trouble.TIME_OUT, said="") from exc
        except OSError as exc:
            from onepresence_desktop.pbx.webdav.asking import words_of

            raise ConnectionFailed(reason=Trouble.UNREACHABLE, said=words_of(exc)) from exc
        link = cls(*streams, receipt)
        link._task = asyncio.create_task(link._run(), name=f"SMPP {center.host}")
        try:
            answer = await link.ask(
                "bind_transceiver",
                system_id=center.account,
                password=center.password,
                system_type="",
                interface_version=0x34,
            )
        except BaseException:
            await link._end()
            raise
        if answer.status:
            await link._end()
            refused = answer.status in _BAD_SIGN_IN
            raise ConnectionFailed(
                reason=Trouble.SIGN_IN_REFUSED if refused else Trouble.REFUSED, said=answer.get_status_desc()
            )
        link.peer = _text(answer.system_id or b"")
        return link

    @property
    def ended(self) -> bool:
        """Whether the centre, or the network, let go."""
        return self._task is None or self._task.done()

    async def ask(self, command: str, **values: Any) -> Any:
        """The answer to a message. Raises `ConnectionFailed`."""
        self._sequence = self._sequence % 0x7FFFFFFF + 1
        number = self._sequence
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        try:
            self._write(command, number, **values)
            async with asyncio.timeout(PATIENCE):
                return await answer
        except TimeoutError as exc:
            raise ConnectionFailed(reason=Trouble.TIME_OUT, said="") from exc
        finally:
            self._answers.pop(number, None)

    async def close(self) -> None:
        """Take leave, and let go."""
        try:
            if not self.ended:
                with contextlib.suppress(ConnectionFailed, OSError, TimeoutError):
                    async with asyncio.timeout(LEAVE):
                        await self.ask("unbind")
        finally:
            await self._end()

    async def _end(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        self._writer.close()
        with contextlib.suppress(OSError, ssl.SSLError, TimeoutError):
            async with asyncio.timeout(1):
                await self._writer.wait_closed()

    async def _run(self) -> None:
        """Take what comes until the connection ends; receipts are told beside it."""
        try:
            async with asyncio.TaskGroup() as group:
                while True:
                    await self._take(await self._next(), group)
        except* _ENDS as group:
            log.info("the connection to the SMS centre ended: %s", type(group.exceptions[0]).__name__)
        finally:
            for answer in self._answers.values():
                if not answer.done():
                    answer.set_exception(ConnectionFailed(reason=Trouble.UNREACHABLE, said=""))
            self._writer.close()

    async def _next(self) -> Any:
        """The next message; a silent centre is asked whether it is there, and given up when it stays silent."""
        for last in (False, True):
            try:
                async with asyncio.timeout(STILL_THERE):
                    head = await self._reader.readexactly(4)
                break
            except TimeoutError:
                if last:
                    raise OSError("silent") from None
                self._sequence = self._sequence % 0x7FFFFFFF + 1
                self._write("enquire_link", self._sequence)
        length = int(struct.unpack(">L", head)[0])
        if not 16 <= length <= MOST_BYTES:
            raise ValueError("no message of SMPP")
        async with asyncio.timeout(PATIENCE):
            body = await self._reader.readexactly(length - 4)
        return smpplib.smpp.parse_pdu(head + body, client=_Numbers(), allow_unknown_opt_params=True)

    async def _take(self, message: Any, group: asyncio.TaskGroup) -> None:
        waiting = self._answers.get(message.sequence) if message.is_response() else None
        if waiting is not None and not waiting.done():
            waiting.set_result(message)
        elif message.command == "deliver_sm":
            self._write("deliver_sm_resp", message.sequence, message_id="")
            if (message.esm_class or 0) & _RECEIPT_CLASS:
                group.create_task(self._tell(message.short_message or b""))
        elif message.command == "enquire_link":
            self._write("enquire_link_resp", message.sequence)
        elif message.command == "unbind":
            self._write("unbind_resp", message.sequence)
            raise EOFError

    async def _tell(self, message: bytes) -> None:
        try:
            await self._receipt(message)
        except OnePresenceError as exc:
            log.warning("a delivery receipt could not be noted: %s", exc)

    def _write(self, command: str, sequence: int, **values: Any) -> None:
        message = smpplib.smpp.make_pdu(command, client=_Numbers(), sequence=sequence, **values)
        message.sequence = sequence
        self._writer.write(message.generate())


_NO_SMPP = (ValueError, TypeError, LookupError, AttributeError, smpplib.exceptions.PDUError, struct.error)
_ENDS = (OSError, EOFError, *_NO_SMPP)
"""How a connection ends, and what the library raises for bytes that are no SMPP."""


class _Numbers:
    """What the library takes numbers of messages from; ours are counted by the connection."""

    sequence = 0

    def next_sequence(self) -> int:
        """None of its own."""
        return 0


def _text(raw: bytes) -> str:
    return raw.decode("latin-1").strip("\0 ")


def _message_id(raw: bytes) -> str:
    return _text(raw).lower().lstrip("0")


def _spellings(told: str) -> list[str]:
    found = [told]
    if told.isdigit():
        found.append(f"{int(told):x}")
    with contextlib.suppress(ValueError):
        found.append(str(int(told, 16)))
    return list(dict.fromkeys(found))
