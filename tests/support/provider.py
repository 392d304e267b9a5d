"""A real telephone provider for tests: kamailio with a registrar, digest authentication and numbers behind it."""

from __future__ import annotations

import asyncio
import glob
import os
import shutil
import signal
import socket
import subprocess
from pathlib import Path

from tests.support.phones import free_host
from tests.support.tls import for_address
from tests.support.waiting import STARTING, eventually

ACCOUNT, SECRET = "firm", "trunk-pa55"

CONFIGURATION = """#!KAMAILIO
debug=1
log_stderror=yes
children=1
tcp_children=1
auto_aliases=no
mpath="{modules}"
listen=udp:{host}:{port}
listen=tcp:{host}:{port}
{tls}
loadmodule "tm.so"
loadmodule "tmx.so"
loadmodule "sl.so"
loadmodule "rr.so"
loadmodule "pv.so"
loadmodule "maxfwd.so"
loadmodule "usrloc.so"
loadmodule "registrar.so"
loadmodule "textops.so"
loadmodule "siputils.so"
loadmodule "xlog.so"
loadmodule "auth.so"
modparam("usrloc", "db_mode", 0)
modparam("registrar", "default_expires", 60)
modparam("rr", "enable_full_lr", 1)

request_route {{
    if (!mf_process_maxfwd_header("20")) {{ sl_send_reply("483", "Too Many Hops"); exit; }}
    if (is_method("CANCEL")) {{ if (t_check_trans()) {{ t_relay(); }} exit; }}
    if (has_totag()) {{
        if (loose_route()) {{ t_relay(); exit; }}
        if (is_method("ACK")) {{ if (t_check_trans()) {{ t_relay(); }} exit; }}
        sl_send_reply("404", "Not here");
        exit;
    }}
    t_check_trans();
    if (is_method("OPTIONS")) {{ sl_send_reply("200", "OK"); exit; }}
    if (!($fU =~ "{phones}")) {{
        if (is_method("REGISTER")) {{
            if (!pv_www_authenticate("provider", "{secret}", "0")) {{ www_challenge("provider", "1"); exit; }}
        }} else if (is_method("INVITE")) {{
            if (!pv_proxy_authenticate("provider", "{secret}", "0")) {{ proxy_challenge("provider", "1"); exit; }}
            consume_credentials();
        }}
        if ($au != "{account}") {{ sl_send_reply("403", "{words}"); exit; }}
    }}
    if (is_method("REGISTER")) {{ save("location"); exit; }}
    if (!is_method("INVITE")) {{ sl_send_reply("405", "Method Not Allowed"); exit; }}
    record_route();
{routes}
    if (!($rU =~ "^[+]457010")) {{ sl_send_reply("404", "No such number"); exit; }}
    $var(number) = $rU;
    $ru = "sip:{account}@{host}";
    if (!lookup("location")) {{ sl_send_reply("404", "No such number"); exit; }}
    $rU = $var(number);
    t_on_failure("SHED");
    t_relay();
}}

# A proxy tells a 503 as 500 (RFC 3261 section 16.7): that the account sheds load would look like a fault of its own.
failure_route[SHED] {{
    if (t_check_status("503")) {{ t_reply("503", "Service Unavailable"); }}
}}
"""

TLS = """enable_tls=yes
listen=tls:{host}:5061
loadmodule "tls.so"
modparam("tls", "certificate", "{certificate}")
modparam("tls", "private_key", "{key}")
modparam("tls", "tls_method", "TLSv1.2+")
"""


class Provider:
    """numbers: E.164 to the address of the phone behind it. Those that begin with +457010 are the account's.

    port: its own, and that of the phones behind it.
    """

    def __init__(
        self,
        folder: Path,
        numbers: dict[str, str],
        *,
        words: str = "Account closed",
        secure: bool = False,
        port: int = 5060,
    ) -> None:
        self.host, self.port = free_host(), port
        self.identity = for_address(folder / "tls", self.host) if secure else None
        self._folder = folder
        self._numbers = numbers
        self._words = words
        self._process: subprocess.Popen[bytes] | None = None

    async def __aenter__(self) -> Provider:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self) -> None:
        """Start, and wait until it answers."""
        assert shutil.which("kamailio"), "kamailio is not installed"
        self._folder.mkdir(parents=True, exist_ok=True)
        routes = "\n".join(
            f'    if ($rU == "{number}") {{ $ru = "sip:{number}@{host}:{self.port}"; t_relay(); exit; }}'
            for number, host in self._numbers.items()
        )
        phones = "^(" + "|".join(number.replace("+", "[+]") for number in self._numbers) + ")$"
        (modules,) = glob.glob("/usr/lib/*/kamailio/modules/") or [""]
        text = CONFIGURATION.format(
            modules=modules, host=self.host, port=self.port, routes=routes, phones=phones, account=ACCOUNT,
            secret=SECRET, words=self._words, tls=self._tls(),
        )  # fmt: skip
        configuration = self._folder / "kamailio.cfg"
        configuration.write_text(text)
        with open(self._folder / "log", "ab") as log:
            self._process = subprocess.Popen(
                ["kamailio", "-f", str(configuration), "-DD", "-E", "-Y", str(self._folder), "-m", "32", "-M", "4"],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        await eventually(self._answers, within=STARTING, every=0.1)

    def _tls(self) -> str:
        """Its lines where it speaks TLS too."""
        if self.identity is None:
            return ""
        return TLS.format(host=self.host, certificate=self.identity.certificate, key=self.identity.key)

    async def _answers(self) -> bool:
        assert self._process is not None and self._process.poll() is None, self.log()
        ask = (
            f"OPTIONS sip:{self.host} SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:0;rport;branch=z9hG4bKup\r\n"
            f"From: <sip:test@{self.host}>;tag=t\r\nTo: <sip:{self.host}>\r\nCall-ID: up\r\nCSeq: 1 OPTIONS\r\n"
            "Max-Forwards: 5\r\nContent-Length: 0\r\n\r\n"
        )

        def asked() -> bool:
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
                probe.settimeout(0.3)
                try:
                    probe.sendto(ask.encode(), (self.host, self.port))
                    return probe.recv(4096).startswith(b"SIP/2.0 200")
                except OSError:
                    return False

        return await asyncio.to_thread(asked)

    async def stop(self) -> None:
        """End it and its children."""
        process, self._process = self._process, None
        if process is not None:
            os.killpg(process.pid, signal.SIGTERM)
            try:
                await asyncio.to_thread(process.wait, 5)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                await asyncio.to_thread(process.wait)

    def kill(self) -> None:
        """The power is gone."""
        process, self._process = self._process, None
        assert process is not None
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def log(self) -> str:
        """What it printed."""
        return (self._folder / "log").read_text(errors="replace")[-4000:]
