"""A PJSIP phone in a process of its own: commands as JSON lines in, events as JSON lines out.

`python -m tests.support.pjsip_worker '{"host": …, "server": …, "user": …, "password": …, "says": …, "folder": …}'`
"""

from __future__ import annotations

import ctypes
import json
import os
import select
import sys
from pathlib import Path
from typing import Any

import pjsua2 as pj

CLOSED, CONFIRMED, EARLY = 6, 5, 3
ANSWER_AFTER = "answer-after=0"
"""In a Call-Info header: the phone lifts by itself, as desk phones do."""


def tell(kind: str, **fields: Any) -> None:
    """An event; its names are those of the other make of phone."""
    print(json.dumps({"type": kind, **fields}), flush=True)


class Conversation(pj.Call):  # type: ignore[misc]
    """A call: what the phone says is a file, what it hears becomes one."""

    def __init__(self, phone: Account, call_id: int = -1) -> None:
        super().__init__(phone, call_id)
        self.phone = phone
        self.player: Any = None
        self.recorder: Any = None

    def onCallState(self, prm: Any) -> None:
        """The dialog moves on."""
        info = self.getInfo()
        if info.state == EARLY and info.role == 0:
            tell("CALL_RINGING")
        elif info.state == CONFIRMED:
            tell("CALL_ESTABLISHED", peer=info.remoteUri)
        elif info.state == CLOSED:
            self.player = self.recorder = None
            if self in self.phone.calls:
                self.phone.calls.remove(self)
            tell("CALL_CLOSED", status=info.lastStatusCode, reason=info.lastReason)

    def onCallMediaState(self, prm: Any) -> None:
        """Sound flows, or is another."""
        info = self.getInfo()  # its parts live no longer than it does
        for index, media in enumerate(info.media):
            sounds = (pj.PJSUA_CALL_MEDIA_ACTIVE, pj.PJSUA_CALL_MEDIA_REMOTE_HOLD)
            if media.type == pj.PJMEDIA_TYPE_AUDIO and media.status in sounds:
                line = self.getAudioMedia(index)
                if self.player is None:
                    self.player = pj.AudioMediaPlayer()
                    self.player.createPlayer(self.phone.says)
                    self.phone.takes += 1
                    self.recorder = pj.AudioMediaRecorder()
                    self.recorder.createRecorder(str(self.phone.folder / f"heard-{self.phone.takes:03}.wav"))
                self.player.startTransmit(line)
                line.startTransmit(self.recorder)
            tell("MEDIA", status=media.status)

    def onCallTransferStatus(self, prm: Any) -> None:
        """How our REFER fares."""
        tell("TRANSFER", status=prm.statusCode, final=bool(prm.finalNotify))
        prm.cont = True

    def op(self, **options: Any) -> Any:
        """Parameters of an operation."""
        prm = pj.CallOpParam(True)
        for name, value in options.items():
            setattr(prm, name, value)
        return prm


class Account(pj.Account):  # type: ignore[misc]
    """The line and its calls, the latest last."""

    def __init__(self, given: dict[str, Any]) -> None:
        super().__init__()
        self.server = given["server"]
        self.says = given["says"]
        self.folder = Path(given["folder"])
        self.calls: list[Conversation] = []
        self.takes = 0

    def onRegState(self, prm: Any) -> None:
        """The server's answer."""
        tell("REGISTER_OK" if prm.code == 200 and prm.expiration > 0 else "REGISTER_FAIL", code=prm.code)

    def onIncomingCall(self, prm: Any) -> None:
        """It rings."""
        call = Conversation(self, prm.callId)
        self.calls.append(call)
        call.answer(call.op(statusCode=200 if ANSWER_AFTER in prm.rdata.wholeMsg else 180))
        tell("CALL_INCOMING", peer=call.getInfo().remoteUri, message=prm.rdata.wholeMsg)

    def onMwiInfo(self, prm: Any) -> None:
        """The lamp."""
        tell("MWI", body=prm.rdata.wholeMsg.partition("\r\n\r\n")[2])

    def do(self, command: str, params: str) -> None:
        """One order of the test."""
        if command == "dial":
            call = Conversation(self)
            self.calls.append(call)
            prm = call.op()
            uri, _, replaced = params.partition(" ")
            if replaced:
                header = pj.SipHeader()
                header.hName, header.hValue = "Replaces", replaced
                prm.txOption.headers.append(header)
            call.makeCall(uri, prm)
            return
        if command == "flush":
            ctypes.CDLL(None).fflush(None)  # the library's log is a C file
            return
        call = self.calls[-1]
        match command:
            case "accept":
                call.answer(call.op(statusCode=200))
            case "reject":
                call.answer(call.op(statusCode=486))
            case "hangup":
                call.hangup(call.op())
            case "hold":
                call.setHold(call.op())
            case "resume":
                prm = call.op()
                prm.opt.flag = pj.PJSUA_CALL_UNHOLD
                call.reinvite(prm)
            case "transfer":
                call.xfer(params, call.op())
            case "join":
                self.calls[0].xferReplaces(call, self.calls[0].op())
            case "sndcode":
                call.dialDtmf(params)


def keep_every_frame(media: Any) -> None:
    """A jitter buffer of one length that throws nothing away: what arrives is what is written down.

    As it comes the buffer shortens itself by leaving frames out, whenever this process was late at taking them.
    """
    media.jbInit = media.jbMinPre = media.jbMaxPre = 200
    media.jbMax = 2000
    none = media.jbDiscardAlgo  # the wheel knows no names for the enumeration's values; PJMEDIA_JB_DISCARD_NONE is 0
    ctypes.c_int.from_address(int(none)).value = 0
    media.jbDiscardAlgo = none


def main() -> None:
    """Until `quit` or the end of the input."""
    given = json.loads(sys.argv[1])
    endpoint = pj.Endpoint()
    endpoint.libCreate()
    config = pj.EpConfig()
    config.uaConfig.threadCnt = 0
    config.uaConfig.mainThreadOnly = True
    config.uaConfig.maxCalls = 8
    config.logConfig.level = 4
    config.logConfig.consoleLevel = 0
    config.logConfig.filename = str(Path(given["folder"]) / "log")
    config.medConfig.ecTailLen = 0
    config.medConfig.noVad = True
    config.medConfig.clockRate = config.medConfig.sndClockRate = 8000
    keep_every_frame(config.medConfig)
    endpoint.libInit(config)
    endpoint.audDevManager().setNullDev()
    transport = pj.TransportConfig()
    transport.boundAddress, transport.port = given["host"], 5060
    endpoint.transportCreate(
        pj.PJSIP_TRANSPORT_TCP if given["transport"] == "tcp" else pj.PJSIP_TRANSPORT_UDP, transport
    )
    endpoint.libStart()
    for codec in endpoint.codecEnum2():
        wanted = [c for c in given["codecs"] if codec.codecId.startswith(c)]
        endpoint.codecSetPriority(codec.codecId, 255 - given["codecs"].index(wanted[0]) if wanted else 0)
    account = Account(given)
    line = pj.AccountConfig()
    server = f"{given['server']};transport={given['transport']}"
    line.idUri = f"sip:{given['user']}@{given['server']}"
    line.regConfig.registrarUri = f"sip:{server}"
    line.sipConfig.authCreds.append(pj.AuthCredInfo("digest", "*", given["user"], 0, given["password"]))
    # Over TCP alone the library looks for a datagram way to subscribe, finds none and falls over an assertion.
    line.mwiConfig.enabled = given["transport"] == "udp"
    line.callConfig.prackUse = pj.PJSUA_100REL_MANDATORY if given.get("prack") else pj.PJSUA_100REL_NOT_USED
    line.mediaConfig.transportConfig.boundAddress = given["host"]
    line.natConfig.sipStunUse = line.natConfig.mediaStunUse = pj.PJSUA_STUN_USE_DISABLED
    account.create(line)
    tell("READY")
    pending = b""
    os.set_blocking(0, False)
    while True:
        endpoint.libHandleEvents(10)
        if not select.select([0], [], [], 0)[0]:
            continue
        data = os.read(0, 65536)
        if not data:
            os._exit(0)
        *lines, pending = (pending + data).split(b"\n")
        for text in lines:
            order = json.loads(text)
            if order["command"] == "quit":
                endpoint.hangupAllCalls()
                for _ in range(20):
                    endpoint.libHandleEvents(10)
                account.calls.clear()
                account.shutdown()
                endpoint.libDestroy()
                os._exit(0)
            try:
                account.do(order["command"], order["params"])
                answer = {"ok": True}
            except Exception as exc:
                answer = {"ok": False, "error": str(exc)}
            print(json.dumps({"response": True, "token": order["token"], **answer}), flush=True)


if __name__ == "__main__":
    main()
