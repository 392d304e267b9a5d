"""The running service: starts what `bootstrap` has built, waits, and takes it down in order."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import logging
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from onepresence_desktop.domain.errors import AddressInUse
from onepresence_desktop.pbx import addresses, certificate, demo_office, nearby, run_file
from onepresence_desktop.pbx.adapters import Ports, open_ports
from onepresence_desktop.pbx.api.app import make_api
from onepresence_desktop.pbx.bootstrap import Built, build
from onepresence_desktop.pbx.config import Config
from onepresence_desktop.pbx.event_stream import EventStream
from onepresence_desktop.pbx.http.guests import Guests
from onepresence_desktop.pbx.http.listening import Door, open_door
from onepresence_desktop.pbx.ports import Clock, Store, Telephony
from onepresence_desktop.pbx.services.doctor import Doctor
from onepresence_desktop.pbx.services.expiry import Expiry
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.messages import Inbox, MailboxService
from onepresence_desktop.pbx.services.outbox import Outbox
from onepresence_desktop.pbx.services.passwords import Passwords
from onepresence_desktop.pbx.services.provisioning import Provisioning
from onepresence_desktop.pbx.services.shared_calls import SharedCalls
from onepresence_desktop.supervise import supervise

if TYPE_CHECKING:
    from litestar.types import ASGIApp

log = logging.getLogger(__name__)

NO_PHONES = "127.0.0.1:0"
"""What stands for the address of a driver that no phone can register with."""

LOOPBACK = "127.0.0.1"
"""Where an app and the command line beside a service of the network find it."""

DRAIN = 5.0
"""Seconds that the messages and records of calls cut off by the service's end may take to be written."""


@dataclass(slots=True)
class Service:
    """Everything that lives while the service runs; `ready` is what it announces."""

    config: Config
    store: Store
    telephony: Telephony
    live: LiveState
    stream: EventStream
    expiry: Expiry
    mailbox: MailboxService
    inbox: Inbox
    outbox: Outbox
    doctor: Doctor
    shared_calls: SharedCalls
    provisioning: Provisioning
    url: str = ""
    sip: str = ""

    @property
    def ready(self) -> str:
        """The line that tells others where it is (contract); a driver without phones has port 0."""
        return f"ready {self.url} sip:{self.sip or NO_PHONES}"


async def serve(
    config: Config,
    *,
    on_ready: Callable[[Service], None],
    stop: asyncio.Event,
    clock: Clock | None = None,
    telephony: Telephony | None = None,
    passwords: Passwords | None = None,
) -> None:
    """Run until `stop` is set. Raises `AddressInUse`, `StoreDamaged`, `StoreLocked`, `StoreFull`, `Invalid`."""
    async with contextlib.AsyncExitStack() as stack:
        opened = open_ports(config, clock=clock, telephony=telephony, passwords=passwords)
        ports = await stack.enter_async_context(opened)
        built = build(ports, config, running=True)
        await _load(ports, built, config)
        admin_token = secrets.token_urlsafe(32)
        doors = _open_doors(config, make_api(built.services, admin_token=admin_token, trusted=config.trusted))
        for door in doors:
            stack.callback(door.sock.close)
        async with contextlib.AsyncExitStack() as starting:
            starting.push_async_callback(ports.telephony.stop)
            await ports.telephony.start(built.router, built.take)
            phones = starting.pop_all()
        stack.push_async_callback(phones.aclose)
        await built.lines.tell()
        built.calls.take_states()
        service = _service(config, ports, built, doors)
        built.services.provisioning.reached_at = partial(addresses.on_the_network, service.url)
        stack.callback(run_file.remove, config.folders)
        if config.announce and not config.http.loopback and config.driver != "demo":
            names = [company.customer.name for company in built.live.companies.values()]
            name = names[0] if len(names) == 1 else ""
            await stack.enter_async_context(nearby.announced(name, addresses.on_the_network(service.url)))
        _announce(service, _whereabouts(service, doors[-1], admin_token))
        async with asyncio.TaskGroup() as group:
            serving = [group.create_task(door.server.serve(sockets=[door.sock]), name=door.url) for door in doors]
            tasks = [group.create_task(supervise(name, work), name=name) for name, work in built.background.items()]
            while not all(door.server.started for door in doors) and not any(task.done() for task in serving):
                await asyncio.sleep(0.01)
            on_ready(service)
            await asyncio.wait([*serving, group.create_task(stop.wait())], return_when=asyncio.FIRST_COMPLETED)
            stop.set()
            built.stream.close()
            for door in doors:
                door.server.end()
            await asyncio.wait(serving)
            await phones.aclose()
            await built.menu_calls.drain(within=DRAIN)
            await built.records.drain(within=DRAIN)
            await built.services.shared_calls.drain(within=DRAIN)
            for task in tasks:
                task.cancel()


async def _load(ports: Ports, built: Built, config: Config) -> None:
    """Everything that must be known before the first phone or client is let in."""
    if config.driver == "demo":
        await demo_office.fill(ports, config)
    await built.live.load()
    await built.services.load_settings()
    await built.services.schedules.load()
    await built.services.contacts.load()
    await built.services.directories.load()
    await built.services.passing.load()
    await built.services.shared_calls.load()
    await built.services.reception.load()
    await built.services.provisioning.load()
    await built.services.person_data.resume()
    await built.mailbox.recover()
    built.announcer.start()


def _open_doors(config: Config, api: ASGIApp) -> list[Door]:
    """Where clients come in: the address of the settings, and beside one of the network, one for this machine alone.

    Beyond this machine it is TLS always (spec 0.2). The last one is for the command line and an app beside the service.
    """
    shown = certificate.identity(config)
    files = (shown.certificate, shown.key) if shown is not None else None
    guests = Guests()
    doors = [open_door(api, guests, config.http.host, config.http.port, files)]
    if not config.http.loopback:
        beside = config.http.port + 1 if 0 < config.http.port < 65535 else 0
        try:
            doors.append(open_door(api, guests, LOOPBACK, beside))
        except AddressInUse:
            doors.append(open_door(api, guests, LOOPBACK, 0))
    return doors


def _service(config: Config, ports: Ports, built: Built, doors: list[Door]) -> Service:
    return Service(
        config,
        ports.store,
        ports.telephony,
        built.live,
        built.stream,
        built.expiry,
        built.mailbox,
        built.inbox,
        built.outbox,
        built.services.doctor,
        built.services.shared_calls,
        built.services.provisioning,
        url=doors[0].url,
        sip=ports.telephony.address or "",
    )


def _announce(service: Service, whereabouts: run_file.RunFile) -> None:
    """Tell commands where the service is; on a full disk they find it only once there is room at the next start."""
    try:
        run_file.announce(service.config.folders, whereabouts)
    except OSError as exc:
        if exc.errno not in (errno.ENOSPC, getattr(errno, "EDQUOT", None)):
            raise
        log.error("the disk is full: commands can't find this service")


def _whereabouts(service: Service, door: Door, admin_token: str) -> run_file.RunFile:
    config = service.config
    shown = certificate.identity(config)
    return run_file.RunFile(
        address=addresses.on_this_machine(door.url),
        network=addresses.on_the_network(service.url) if door.url != service.url else "",
        pid=os.getpid(),
        admin_token=admin_token,
        sip=service.sip,
        driver=config.driver,
        store=config.store_name,
        certificate=shown.certificate if shown is not None else None,
        fingerprint=certificate.of(shown.certificate) if shown is not None else "",
    )
