"""How one gets in: the three ways of the first run, signing in, the first password (spec 0.1 to 0.3, 1)."""

from __future__ import annotations

import asyncio
import logging
import platform
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.connection import Account
from onepresence_desktop.desktop.platform.free_port import port_of
from onepresence_desktop.desktop.platform.local_pbx import LocalPbx, Where
from onepresence_desktop.desktop.platform.paths import Paths
from onepresence_desktop.desktop.platform.token_keeping import TokenKeeping
from onepresence_desktop.desktop.platform.token_store import NoKeyring, TokenStore
from onepresence_desktop.desktop.servers import Servers
from onepresence_desktop.desktop.settings.appearance import language
from onepresence_desktop.desktop.sign_in.asking import Asking, OtherWay
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.vouching import Vouching
from onepresence_desktop.domain.errors import (
    AddressInUse,
    CertificateChanged,
    CertificateUnknown,
    NotFound,
    OnePresenceError,
)
from onepresence_desktop.wire import demo
from onepresence_desktop.wire.fingerprint import in_words

if TYPE_CHECKING:
    from onepresence_desktop.client.pbx_client import PbxClient
    from onepresence_desktop.desktop.sign_in.first_run import Way
    from onepresence_desktop.desktop.sign_in.local_company import LocalCompany
    from onepresence_desktop.desktop.sign_in.sign_in import Credentials, Forgot, SignIn

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Entered:
    """A client with a token, and whose it is."""

    client: PbxClient
    account: Account


class Entry(QObject):
    """Asks what must be asked, in dialogs that are never modal loops. language_chosen is for the appearance.

    moved: told the address of the local PBX when it was started again. begun: the demo's service, when it was begun
    before everything else.
    """

    def __init__(
        self,
        settings: Settings,
        paths: Paths,
        tokens: TokenStore,
        *,
        demo_only: bool,
        begun: subprocess.Popen[bytes] | None = None,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._paths = paths
        self._tokens = tokens
        self._demo_only = demo_only
        self._begun = begun
        self._servers = Servers(settings)
        self.pbx: LocalPbx | None = None
        self.signed_out = False
        self.moved: Callable[[str], None] = lambda _address: None
        self._asking = Asking()
        self._vouching = Vouching(self._servers, self._asking)
        self.signed_out_because = ""
        self._keeping = TokenKeeping(tokens)
        settings.changed.connect(self._setting_changed)

    def when_no_keyring(self, then: Callable[[], None]) -> None:
        """What to do where no keyring takes the token."""
        self._keeping.no_keyring = then

    @property
    def way(self) -> str:
        """demo, company or local; "" before the first run."""
        return "demo" if self._demo_only else self._settings.get(keys.WAY)

    def known_account(self) -> Account | None:
        """Who was signed in last, for the local copy."""
        server, number = self._settings.get(keys.SERVER), self._settings.get(keys.LOCAL_NUMBER)
        return Account(server, number) if server and number and self.way != "demo" and not self.signed_out else None

    def for_colleagues(self) -> tuple[str, str]:
        """Where colleagues' programs find the local PBX, and the words they know it by; "" each while there is none."""
        where = self.pbx.where if self.pbx is not None else None
        if where is None or not where.network:
            return "", ""
        return where.network.removeprefix("https://"), " ".join(in_words(where.fingerprint))

    async def enter(self) -> Entered:
        """Until someone is signed in. Raises `Closed` when the user gives up."""
        while True:
            way = self.way or await self._first_run()
            try:
                match way:
                    case "demo":
                        return await self._demo()
                    case "local":
                        return await self._local()
                    case _:
                        return await self._sign_in(self._settings.get(keys.SERVER), fixed=False)
            except OtherWay:
                self._settings.set(keys.WAY, "")

    async def leave(self, entered: Entered) -> None:
        """Sign out: the session on the server and the kept token."""
        self.signed_out = True
        await self._keeping.stop()
        try:
            await entered.client.sign_out()
        except OnePresenceError as exc:
            log.info("signed out here only: %s", exc)
        await self._tokens.remove(entered.account.address, entered.account.local_number)
        if self.way == "demo":
            # The demo has no sign-in of its own to come back to: who leaves it chooses anew.
            self._demo_only = self.signed_out = False
            self._settings.set(keys.WAY, "")
            if self.pbx is not None:
                await self.pbx.stop()
                self.pbx = None

    async def close(self) -> None:
        """End the child, close what is open."""
        self._asking.close()
        await self._keeping.stop()
        if self.pbx is not None:
            await self.pbx.stop()

    async def again(self, entered: Entered, problem: OnePresenceError | None, retry: Callable[[], None]) -> None:
        """Try to connect again; where the server shows another key, only once its words were typed."""
        if not isinstance(problem, CertificateChanged) or await self._vouching.anew(entered.client):
            retry()

    def raise_dialog(self) -> bool:
        """Bring the open dialog to the front; False when there is none."""
        return self._asking.raise_dialog()

    # --- the ways ---

    async def _first_run(self) -> str:
        from onepresence_desktop.desktop.sign_in.first_run import FirstRun, Way

        dialog = FirstRun(language(self._settings))
        dialog.language_chosen.connect(lambda chosen: self._settings.set(keys.LANGUAGE, chosen.value))
        way: Way = await self._asking.ask(dialog, dialog.chosen)
        name = {Way.DEMO: "demo", Way.COMPANY: "company", Way.LOCAL: "local"}[way]
        self._settings.set(keys.WAY, name)
        dialog.close()
        return name

    async def _demo(self) -> Entered:
        folder = self._paths.demo
        if self.pbx is None:
            if self._begun is None:
                await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)
            self.pbx = LocalPbx(folder, driver="demo", begun=self._begun)
            self._begun = None
            self.pbx.on_moved = self._pbx_moved
        where = self.pbx.where or await self.pbx.start()
        client = self._servers.client(where.address)
        await client.sign_in(demo.LOCAL_NUMBER, demo.PASSWORD, device_name=platform.node())
        return Entered(client, Account(where.address, demo.LOCAL_NUMBER))

    async def _local(self) -> Entered:
        if self.pbx is None:
            keep = self._settings
            self.pbx = LocalPbx(
                self._paths.pbx,
                driver="sip",
                keep_running=lambda: keep.get(keys.KEEP_PBX_RUNNING),
                ports=lambda: (keep.get(keys.HTTP_PORT), keep.get(keys.SIP_PORT)),
            )
            self.pbx.on_moved = self._pbx_moved
        if not self._settings.get(keys.LOCAL_NUMBER):
            return await self._found_company(self.pbx)
        where = await self._start(self.pbx)
        self._settings.set(keys.SERVER, where.address)
        return await self._sign_in(where.address, fixed=True)

    def _setting_changed(self, key: str) -> None:
        if key == keys.KEEP_PBX_RUNNING.key and self.pbx is not None:
            self.pbx.keep_changed()

    def _pbx_moved(self, where: Where) -> None:
        if self.way == "local":
            self._settings.set(keys.SERVER, where.address)
        self.moved(where.address)

    async def _start(self, pbx: LocalPbx) -> Where:
        """Where it is; asks for another port as long as the usual one is taken. Raises what else keeps it from it."""
        while pbx.where is None:
            try:
                await pbx.start()
            except AddressInUse as exc:
                await self._other_port(exc)
        return pbx.where

    async def _other_port(self, taken: AddressInUse) -> None:
        from onepresence_desktop.desktop.platform.free_port import free_port
        from onepresence_desktop.desktop.sign_in.port_taken import PortTaken

        port, phones = port_of(taken)
        if not port:
            raise taken
        setting = keys.SIP_PORT if phones else keys.HTTP_PORT
        dialog = PortTaken(port, await asyncio.to_thread(free_port, port), phones=phones)
        self._settings.set(setting, await self._asking.ask(dialog, dialog.chosen))
        dialog.close()

    async def _found_company(self, pbx: LocalPbx) -> Entered:
        from onepresence_desktop.desktop.sign_in.local_company import LocalCompanyPage

        page = LocalCompanyPage()
        while True:
            company: LocalCompany = await self._asking.ask(page, page.chosen, page.back_wanted)
            page.set_busy(True)
            try:
                entered = await self._make_company(pbx, company)
            except OnePresenceError as exc:
                page.set_busy(False)
                page.show_error(exc)
                continue
            page.close()
            return entered

    async def _make_company(self, pbx: LocalPbx, company: LocalCompany) -> Entered:
        """Company and administrator by the command line, before anything is listened on: no stranger comes first.

        The password goes there by the standard input, for a command line can be read by others. Whoever made the
        company is signed in by that, whether a keyring can keep it or not.
        """
        try:
            listed = await pbx.command("list")
        except NotFound:
            await pbx.command("migrate")  # makes the store
            listed = {}
        there = listed.get("customers") or []
        if not there:
            await pbx.command("customer", "add", company.customer_code, company.name)
        if not any(customer["users"] for customer in there):
            person = ("--name", company.person, "--role", "administrator", "--password", "-")
            await pbx.command("user", "add", company.local_number, *person, typed=company.password)
        where = await self._start(pbx)
        client = self._servers.client(where.address)
        account = Account(where.address, company.local_number)
        try:
            await client.sign_in(company.local_number, company.password, device_name=platform.node())
            self._keeping.keep(account.address, account.local_number, client.token)
        except BaseException:
            await client.close()
            raise
        self._settings.set(keys.LOCAL_NUMBER, company.local_number)
        self._settings.set(keys.SERVER, where.address)
        self.signed_out = False
        return Entered(client, account)

    # --- signing in ---

    async def _sign_in(self, server: str, *, fixed: bool) -> Entered:
        entered = await self._by_token(server)
        if entered is not None:
            return entered
        from onepresence_desktop.desktop.platform.nearby import NearbyServers
        from onepresence_desktop.desktop.sign_in.sign_in import Forgot, SignIn

        dialog = SignIn(
            language(self._settings),
            server=server,
            local_number=self._settings.get(keys.LOCAL_NUMBER),
            fixed=fixed,
        )
        dialog.language_chosen.connect(lambda chosen: self._settings.set(keys.LANGUAGE, chosen.value))
        if self.signed_out_because:
            dialog.say(self.signed_out_because)
            self.signed_out_because = ""
        checks: set[asyncio.Task[None]] = set()

        def check(address: str) -> None:
            task = asyncio.get_running_loop().create_task(self._check(dialog, address), name="server check")
            checks.add(task)
            task.add_done_callback(checks.discard)

        dialog.server_entered.connect(check)
        around = NearbyServers(dialog)
        around.found.connect(dialog.offer_servers)
        if not fixed:
            around.start()
        try:
            while True:
                said: Credentials | Forgot = await self._asking.ask(dialog, dialog.submitted, dialog.demo_wanted)
                dialog.set_busy(True)
                try:
                    credentials = await self._forgotten(dialog, said) if isinstance(said, Forgot) else said
                    if credentials is None:
                        dialog.set_busy(False)
                        continue
                    entered = await self._try(credentials)
                except OnePresenceError as exc:
                    dialog.set_busy(False)
                    dialog.show_error(exc)
                    continue
                dialog.close()
                self.signed_out = False
                return entered
        finally:
            around.stop()
            for task in checks:
                task.cancel()
            await asyncio.gather(*checks, return_exceptions=True)

    async def _by_token(self, server: str) -> Entered | None:
        number = self._settings.get(keys.LOCAL_NUMBER)
        if not server or not number or self.signed_out:
            return None
        try:
            token = await self._tokens.load(server, number)
        except NoKeyring:
            self._keeping.no_keyring()
            return None
        try:
            return Entered(self._servers.client(server, token), Account(server, number)) if token else None
        except OnePresenceError as exc:
            log.info("the server is asked for again: %s", exc)
            return None

    async def _check(self, dialog: SignIn, typed: str) -> None:
        """Say how it stands with a server that was typed; nothing is asked yet."""
        try:
            client = await self._servers.find(typed)
        except CertificateUnknown:
            dialog.show_server(True)
            dialog.set_encrypted(None)
        except OnePresenceError as exc:
            dialog.show_server(False, exc)
            dialog.set_encrypted(None)
        else:
            dialog.show_server(True)
            dialog.set_encrypted(True if client.encrypted else None)
            await client.close()

    async def _try(self, credentials: Credentials) -> Entered:
        client = await self._vouching.find(credentials.server)
        try:
            session = await client.sign_in(credentials.local_number, credentials.password, device_name=platform.node())
            if session.must_change_password:
                from onepresence_desktop.desktop.sign_in.first_password import choose_first

                await choose_first(credentials.local_number, credentials.password, self._asking, client)
        except BaseException:
            await client.close()
            raise
        account = Account(client.address, credentials.local_number)
        self._settings.set(keys.SERVER, account.address)
        self._settings.set(keys.LOCAL_NUMBER, account.local_number)
        self._settings.set(keys.STAY_SIGNED_IN, credentials.stay)
        if credentials.stay:
            self._keeping.keep(account.address, account.local_number, client.token)
        return Entered(client, account)

    async def _forgotten(self, dialog: SignIn, forgot: Forgot) -> Credentials | None:
        """A new password by a code, with which to sign in at once; None when the user goes back."""
        from onepresence_desktop.desktop.sign_in.forgotten import Forgotten, choose_by_code
        from onepresence_desktop.desktop.sign_in.sign_in import Credentials

        client = await self._vouching.find(forgot.server)
        dialog.hide()
        try:
            chosen = await choose_by_code(Forgotten(forgot.local_number), self._asking, client)
        finally:
            await client.close()
        return Credentials(client.address, chosen.local_number, chosen.new, forgot.stay) if chosen else None
