"""An office on the real engine with real phones: routing by the domain, events collected."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from onepresence_desktop.domain import number_shown
from onepresence_desktop.domain.calls import CallId, CallState, Cause, Party
from onepresence_desktop.domain.diversion import Diversion, ForwardingDefaults
from onepresence_desktop.domain.number_shown import Shown
from onepresence_desktop.domain.people import (
    Customer,
    CustomerId,
    Device,
    DeviceId,
    DeviceKind,
    GroupId,
    HuntGroup,
    SoundPath,
    User,
    UserId,
)
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.routing import DialPlan, External, Hop, Reject, Step, route
from onepresence_desktop.pbx.certificate import own
from onepresence_desktop.pbx.ports import SIP_REALM, CallProgress, DeviceChanged, Line, TelephonyEvent
from onepresence_desktop.pbx.telephony.sip.driver import SipTelephony
from tests.support.phones import Phone, free_host, speech_like
from tests.support.softphone import SoftPhone
from tests.support.waiting import PATIENCE, eventually

CUSTOMER = Customer(CustomerId("c"), "100", "Firm")
ANDERS, BERIT, CARL = UserId("anders"), UserId("berit"), UserId("carl")
NUMBERS = {ANDERS: "1002101", BERIT: "1002102", CARL: "1002103"}
PASSWORD = "s3cret-pa55"
MAKES: dict[str, type[Phone]] = {"baresip": Phone, "pjsip": SoftPhone}


@dataclass
class TableRouter:
    """The domain's routing over a directory that a test changes. names: what users call numbers outside."""

    dial_plan: DialPlan
    names: dict[tuple[UserId | None, str], str] = field(default_factory=dict)

    def route(self, caller: Party, customer_id: CustomerId, dialled: str, hops: tuple[Hop, ...] = ()) -> Step:
        return route(dialled, self.dial_plan, datetime.now(UTC), hops=hops, caller=self.dial_plan.caller(caller))

    def arriving(self, caller: Party, customer_id: CustomerId, number: str | None) -> Step:
        if number is None or self.dial_plan.find(number) is None:
            return Reject(Cause.NUMBER_UNKNOWN)
        return route(number, self.dial_plan, datetime.now(UTC), caller=self.dial_plan.caller(caller))

    def keyed(self, caller: Party, customer_id: CustomerId, dialled: str) -> tuple[Party, str]:
        return number_shown.keyed(self.dial_plan, caller, dialled)

    def shown(self, customer_id: CustomerId, caller: Party, way: External) -> Shown:
        return number_shown.shown(self.dial_plan, caller, way)

    def public_number(self, customer_id: CustomerId, number: str) -> str | None:
        found = self.dial_plan.find(number)
        return number if number.startswith("+") else found.one_number if found is not None else None

    def party(self, customer_id: CustomerId, number: str) -> Party:
        found = self.dial_plan.find(number)
        if found is None:
            return Party(number)
        return Party(found.local_number, found.name, found.id if isinstance(found, User) else None)

    def known(self, customer_id: CustomerId, user_id: UserId | None, party: Party) -> Party:
        return replace(party, name=self.names.get((user_id, party.number), party.name))


def line(device: str, user: UserId, *, relay: bool = False) -> Line:
    secret = f"{device}:{SIP_REALM}:{PASSWORD}".encode()
    return Line(
        DeviceId(device),
        user,
        CUSTOMER.id,
        device,
        hashlib.md5(secret).hexdigest(),
        hashlib.sha256(secret).hexdigest(),
        user.title(),
        (NUMBERS[user], NUMBERS[user][-4:]),
        SoundPath.RELAYED if relay else SoundPath.AUTOMATIC,
    )


@dataclass
class Office:
    """a1 and a2 are Anders's phones, b1 is Berit's, c1 Carl's. keeps: registrations outlive a restart.

    secure: phones come in over TLS too. authorities: a file of certificates that providers may show.
    """

    folder: Path
    make: str = "baresip"
    seconds: int = 20
    relay: bool = False
    keeps: bool = False
    secure: bool = False
    authorities: str | None = None
    events: list[TelephonyEvent] = field(default_factory=list)
    listeners: list[Callable[[TelephonyEvent], None]] = field(default_factory=list)
    phones: dict[str, Phone] = field(default_factory=dict)

    async def __aenter__(self) -> Office:
        self.host = free_host()
        users = {id_: User(id_, CUSTOMER.id, number, id_.title()) for id_, number in NUMBERS.items()}
        owned = {"a1": ANDERS, "a2": ANDERS, "b1": BERIT, "c1": CARL}
        devices: dict[UserId, tuple[Device, ...]] = {}
        for name, owner in owned.items():
            device = Device(DeviceId(name), CUSTOMER.id, owner, DeviceKind.DESK, name)
            devices[owner] = (*devices.get(owner, ()), device)
        group = HuntGroup(GroupId("g"), CUSTOMER.id, "1002100", "Reception", (CARL,), reception=True)
        self.router = TableRouter(
            DialPlan(
                CUSTOMER,
                users,
                devices,
                defaults={u: ForwardingDefaults(no_reply_seconds=self.seconds) for u in users},
                groups={group.id: group},
                by_number={n: u for u, n in NUMBERS.items()},
                groups_by_number={group.local_number: group.id},
            )
        )
        self.lines = [line(name, owner, relay=self.relay) for name, owner in owned.items()]
        await self._start()
        return self

    async def _start(self) -> None:
        kept = self.folder / "registrations.json" if self.keeps else None
        shown = own(self.folder / "tls")
        secure = (self.host, 5061, shown.certificate, shown.key) if self.secure else None
        self.engine = SipTelephony(self.host, 5060, kept=kept, secure=secure, authorities=self.authorities)
        await self.engine.start(self.router, self._take)
        await self.engine.set_lines(self.lines)

    async def restart(self) -> None:
        await self.engine.stop()
        self.events.clear()
        await self._start()

    async def __aexit__(self, *_: object) -> None:
        for phone in self.phones.values():
            await phone.stop()
        await self.engine.stop()

    def _take(self, event: TelephonyEvent) -> None:
        self.events.append(event)
        for listener in self.listeners:
            listener(event)

    def divert(self, *diversions: Diversion) -> None:
        self.router.dial_plan = replace(self.router.dial_plan, diversions={d.user_id: (d,) for d in diversions})

    def defaults(self, user: UserId, **changes: Any) -> None:
        known = dict(self.router.dial_plan.defaults)
        known[user] = replace(known[user], **changes)
        self.router.dial_plan = replace(self.router.dial_plan, defaults=known)

    async def phone(self, name: str, *, seed: int = 0, seconds: float = 25.0, **more: Any) -> Phone:
        folder = self.folder / name
        folder.mkdir(parents=True, exist_ok=True)
        says = speech_like(folder / "says.wav", seconds, seed or sum(name.encode()))
        server = f"{self.host}:5061" if more.get("transport") == "tls" else self.host
        phone = MAKES[self.make](folder, server=server, user=name, password=PASSWORD, says=says, **more)
        self.phones[name] = phone
        await phone.start()
        await eventually(lambda: self.state(name) is DeviceState.IDLE)
        return phone

    def state(self, device: str) -> DeviceState | None:
        return next(
            (e.state for e in reversed(self.events) if isinstance(e, DeviceChanged) and e.device_id == device), None
        )

    def progress(self, call_id: CallId | None = None) -> list[CallProgress]:
        return [e for e in self.events if isinstance(e, CallProgress) and call_id in (None, e.call_id)]

    async def call_is(self, state: CallState, *, within: float = PATIENCE) -> CallProgress:
        """The newest call's progress once it is in a state."""
        await eventually(lambda: self.progress() and self.progress()[-1].state is state, within=within)
        return self.progress()[-1]

    async def device_is(self, device: str, state: DeviceState, *, within: float = PATIENCE) -> None:
        await eventually(lambda: self.state(device) is state, within=within)
