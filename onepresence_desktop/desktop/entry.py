"""How one gets in: the three ways of the first run, signing in, the first password (spec 0.1 to 0.3, 1)."""

from __future__ import annotations

import asyncio
import logging
import platform
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from onepresence_desktop.desktop.connection import Account
from onepresence_desktop.desktop.platform.local_pbx import LocalPbx, Where, clear
from onepresence_desktop.desktop.platform.paths import Paths
from onepresence_desktop.desktop.platform.token_store import NoKeyring, TokenStore
from onepresence_desktop.desktop.settings import keys
from onepresence_desktop.desktop.settings.appearance import language
from onepresence_desktop.desktop.settings.keys import Settings
from onepresence_desktop.desktop.sign_in.asking import Asking, Closed, OtherWay
from onepresence_desktop.domain.errors import NotFound, OnePresenceError, SignInError
from onepresence_desktop.domain.password import FIRST_PASSWORD
from onepresence_desktop.wire import demo

if TYPE_CHECKING:
    from onepresence_desktop.client.pbx_client import PbxClient
    from onepresence_desktop.desktop.sign_in.first_run import Way
    from onepresence_desktop.desktop.sign_in.local_company import LocalCompany
    from onepresence_desktop.desktop.sign_in.sign_in import Credentials, SignIn

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Entered:
    """A client with a token, and whose it is."""

    client: PbxClient
    account: Account


class Entry(QObject):
    """Asks what must be asked, in dialogs that are never modal loops. language_chosen is for the appearance.

    moved: told the address of the local PBX when it was started again.
    """

    def __init__(self, settings: Settings, paths: Paths, tokens: TokenStore, *, demo_only: bool) -> None:
        super().__init__()
        self._settings = settings
        self._paths = paths
        self._tokens = tokens
        self._demo_only = demo_only
        self.pbx: LocalPbx | None = None
        self.signed_out = False
        self.no_keyring: Callable[[], None] = lambda: None
        self.moved: Callable[[str], None] = lambda _address: None
        self._asking = Asking()
        self._keeping: set[asyncio.Task[None]] = set()
        settings.changed.connect(self._setting_changed)

    @property
    def way(self) -> str:
        """demo, company or local; "" before the first run."""
        return "demo" if self._demo_only else self._settings.get(keys.WAY)

    def known_account(self) -> Account | None:
        """Who was signed in last, for the local copy."""
        server, number = self._settings.get(keys.SERVER), self._settings.get(keys.LOCAL_NUMBER)
        return Account(server, number) if server and number and self.way != "demo" and not self.signed_out else None

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
        await self._stop_keeping()
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
        await self._stop_keeping()
        if self.pbx is not None:
            await self.pbx.stop()

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
        await asyncio.to_thread(clear, folder)
        if self.pbx is None:
            self.pbx = LocalPbx(folder, driver="demo")
            self.pbx.on_moved = self._pbx_moved
        where = self.pbx.where or await self.pbx.start()
        client = _client(where.address)
        await client.sign_in(demo.LOCAL_NUMBER, demo.PASSWORD, device_name=platform.node())
        return Entered(client, Account(where.address, demo.LOCAL_NUMBER))

    async def _local(self) -> Entered:
        if self.pbx is None:
            keep = self._settings
            self.pbx = LocalPbx(self._paths.pbx, driver="sip", keep_running=lambda: keep.get(keys.KEEP_PBX_RUNNING))
            self.pbx.on_moved = self._pbx_moved
        if not self._settings.get(keys.LOCAL_NUMBER):
            return await self._found_company(self.pbx)
        where = self.pbx.where or await self.pbx.start()
        self._settings.set(keys.SERVER, where.address)
        return await self._sign_in(where.address, fixed=True)

    def _setting_changed(self, key: str) -> None:
        if key == keys.KEEP_PBX_RUNNING.key and self.pbx is not None:
            self.pbx.keep_changed()

    def _pbx_moved(self, where: Where) -> None:
        if self.way == "local":
            self._settings.set(keys.SERVER, where.address)
        self.moved(where.address)

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
        """Company and administrator by the command line, his password by the API, where it is never on a line.

        He is signed in by that, whether a keyring can keep it or not.
        """
        try:
            listed = await pbx.command("list")
        except NotFound:
            await pbx.command("migrate")  # makes the store
            listed = {}
        if not listed.get("customers"):
            await pbx.command("customer", "add", company.customer_code, company.name)
            await pbx.command("user", "add", company.local_number, "--name", company.person, "--role", "administrator")
        where = pbx.where or await pbx.start()
        client = _client(where.address)
        account = Account(where.address, company.local_number)
        try:
            await client.sign_in(company.local_number, FIRST_PASSWORD, device_name=platform.node())
            await client.change_password(FIRST_PASSWORD, company.password)
            self._keep(account, client)
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
        from onepresence_desktop.desktop.sign_in.sign_in import SignIn

        dialog = SignIn(
            language(self._settings),
            server=server,
            local_number=self._settings.get(keys.LOCAL_NUMBER),
            fixed=fixed,
        )
        dialog.language_chosen.connect(lambda chosen: self._settings.set(keys.LANGUAGE, chosen.value))
        checks: set[asyncio.Task[None]] = set()

        def check(address: str) -> None:
            task = asyncio.get_running_loop().create_task(_check(dialog, address), name="server check")
            checks.add(task)
            task.add_done_callback(checks.discard)

        dialog.server_entered.connect(check)
        try:
            while True:
                credentials: Credentials = await self._asking.ask(dialog, dialog.submitted, dialog.demo_wanted)
                dialog.set_busy(True)
                try:
                    entered = await self._try(credentials)
                except OnePresenceError as exc:
                    dialog.set_busy(False)
                    dialog.show_error(exc)
                    continue
                dialog.close()
                self.signed_out = False
                return entered
        finally:
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
            self.no_keyring()
            return None
        return Entered(_client(server, token), Account(server, number)) if token else None

    async def _try(self, credentials: Credentials) -> Entered:
        client = _client(address_of(credentials.server))
        try:
            session = await client.sign_in(credentials.local_number, credentials.password, device_name=platform.node())
            if session.must_change_password:
                await self._first_password(client, credentials)
        except BaseException:
            await client.close()
            raise
        account = Account(client.address, credentials.local_number)
        self._settings.set(keys.SERVER, account.address)
        self._settings.set(keys.LOCAL_NUMBER, account.local_number)
        self._settings.set(keys.STAY_SIGNED_IN, credentials.stay)
        if credentials.stay:
            self._keep(account, client)
        return Entered(client, account)

    async def _first_password(self, client: PbxClient, credentials: Credentials) -> None:
        from onepresence_desktop.desktop.sign_in.first_password import FirstPassword

        dialog = FirstPassword(credentials.local_number)
        while True:
            try:
                chosen: str = await self._asking.ask(dialog, dialog.chosen, dialog.sign_out_wanted)
            except (OtherWay, Closed):
                dialog.close()
                raise SignInError from None
            dialog.set_busy(True)
            try:
                await client.change_password(credentials.password, chosen)
            except OnePresenceError as exc:
                dialog.set_busy(False)
                dialog.show_error(exc)
                continue
            dialog.close()
            return

    def _keep(self, account: Account, client: PbxClient) -> None:
        """Give the token to the keyring, which may ask people something first: nobody waits for that to get in."""
        if client.token is not None:
            task = asyncio.get_running_loop().create_task(self._save(account, client.token), name="keyring")
            self._keeping.add(task)
            task.add_done_callback(self._keeping.discard)

    async def _save(self, account: Account, token: str) -> None:
        try:
            await self._tokens.save(account.address, account.local_number, token)
        except NoKeyring:
            self.no_keyring()

    async def _stop_keeping(self) -> None:
        for task in tuple(self._keeping):
            task.cancel()
        await asyncio.gather(*self._keeping, return_exceptions=True)


def address_of(text: str) -> str:
    """A server as typed, as a URL: TLS unless it is this machine or says otherwise."""
    text = text.strip().rstrip("/")
    if "://" in text:
        return text
    host = text.partition(":")[0]
    return f"http://{text}" if host in ("localhost", "127.0.0.1") else f"https://{text}"


def _client(address: str, token: str | None = None) -> PbxClient:
    from onepresence_desktop.client.pbx_client import PbxClient

    return PbxClient(address, token=token)


async def _check(dialog: SignIn, address: str) -> None:
    url = address_of(address)
    client = _client(url)
    try:
        dialog.show_server(await client.healthy())
        dialog.set_encrypted(url.startswith("https:"))
    finally:
        await client.close()
