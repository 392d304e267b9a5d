"""Mail servers and SMS gateways that answer what is no answer: nothing is lost by it, nothing taken for sent (6.4)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any, cast

import pytest

from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.outgoing import OutgoingState, Way
from onepresence_desktop.pbx.delivery.mail_server import MailServer, Security
from onepresence_desktop.pbx.delivery.sms import SmsSender
from onepresence_desktop.pbx.delivery.sms_gateway import GatewayKind, SmsGateway
from onepresence_desktop.pbx.delivery.smtp import SmtpSender
from tests.pbx.delivery.test_sms import TEXT, gateway

MAIL = replace(TEXT, way=Way.EMAIL, to="anders@firma.example", subject="Hej")
RIGHT = {
    "": b"220 x ESMTP",
    "RSET": b"250 ok",
    "EHLO": b"250 x",
    "MAIL": b"250 ok",
    "RCPT": b"250 ok",
    "DATA": b"354 go",
    ".": b"250 ok",
}


@asynccontextmanager
async def mail_server(**odd: bytes) -> AsyncIterator[SmtpSender]:
    """Who sends to a server that answers rightly but for some words."""
    said = {**RIGHT, **odd}

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(said[""] + b"\r\n")
        mail = False
        while line := await reader.readline():
            word = line.split()[0].decode().upper() if line.split() else ""
            if word == "QUIT" and not mail:
                break
            if not mail or word == ".":
                writer.write(said[word] + b"\r\n")
                mail = word == "DATA" and said[word].startswith(b"354")
        writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    where = MailServer(
        "127.0.0.1", "pbx@firma.example", port=server.sockets[0].getsockname()[1], security=Security.NONE
    )  # fmt: skip
    sender = SmtpSender(where, cast(Any, None))
    try:
        yield sender
    finally:
        await sender.close()
        server.close()


@pytest.mark.parametrize("step", ["", "EHLO", "MAIL", "RCPT", "DATA", "."])
@pytest.mark.parametrize("answer", [b"what?", b"\xff\xfe\x00", b"HTTP/1.1 400 Bad Request"])
async def test_a_mail_server_that_answers_nonsense_at_any_step_has_failed_no_mail(step: str, answer: bytes) -> None:
    async with mail_server(**{step: answer}) as sender:
        with pytest.raises(ConnectionFailed) as failed:
            await sender.send(MAIL)
    assert failed.value.details["reason"] == Trouble.NOT_UNDERSTOOD


async def test_a_mail_server_that_answers_rightly_is_understood() -> None:
    async with mail_server() as sender:
        assert (await sender.send(MAIL)).state is OutgoingState.SENT
    async with mail_server(RCPT=b"550 nobody") as sender:
        assert (await sender.send(MAIL)).state is OutgoingState.FAILED


PAGE = "<!DOCTYPE html>\n<html><head><title>Sign in</title></head></html>"


async def test_a_page_is_no_answer_of_kannel_and_the_text_waits() -> None:
    with gateway(200, PAGE) as (url, _):
        sender = SmsSender(SmsGateway(url, "Firma", kind=GatewayKind.KANNEL, account="a", password="b"))
        with pytest.raises(ConnectionFailed) as failed:
            await sender.send(TEXT)
    assert failed.value.details["reason"] == Trouble.NOT_UNDERSTOOD


@pytest.mark.parametrize(("accepted", "state"), [("", "failed"), ("Sign in", "sent")])
async def test_a_page_of_any_gateway_is_a_yes_only_where_it_is_said_how_a_yes_looks(accepted: str, state: str) -> None:
    with gateway(200, PAGE) as (url, _):
        receipt = await SmsSender(SmsGateway(url, "Firma", accepted=accepted)).send(TEXT)
    assert receipt.state.value == state


@pytest.mark.parametrize(
    ("status", "trouble"), [(429, Trouble.BUSY), (503, Trouble.BUSY), (502, Trouble.SERVER_FAILED)]
)
async def test_a_gateway_that_is_away_behind_its_proxy_is_not_called_well(status: int, trouble: Trouble) -> None:
    with gateway(status, "") as (url, _):
        with pytest.raises(ConnectionFailed) as failed:
            await SmsSender(SmsGateway(url, "Firma")).greet()
    assert failed.value.details["reason"] == trouble
