"""An office with a line to a real provider, and telephones outside that call it and are called."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

from tests.support.exchange import Exchange, Person
from tests.support.phones import Phone, speech_like
from tests.support.provider import ACCOUNT, SECRET, Provider
from tests.support.waiting import eventually

MAIN = "+4570102100"
"""The company's own number; those of its people begin as it does."""


class Town:
    """Entered: the line is up, and every telephone outside can be reached. outside: their numbers (E.164)."""

    def __init__(self, folder: Path, outside: list[str], *, people: int = 3) -> None:
        self._folder, self._numbers = folder, outside
        self.office = Exchange(folder, people=people)
        self.outside: dict[str, Phone] = {}
        self._stack = AsyncExitStack()

    async def __aenter__(self) -> Town:
        async with AsyncExitStack() as stack:
            await self._open(stack)
            self._stack = stack.pop_all()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    async def _open(self, stack: AsyncExitStack) -> None:
        office = await stack.enter_async_context(self.office)
        for place, number in enumerate(self._numbers):
            folder = self._folder / number
            folder.mkdir()
            says = speech_like(folder / "says.wav", 25, 100 + place)
            self.outside[number] = Phone(folder, server="", user=number, password="", says=says)
        hosts = {number: phone.host for number, phone in self.outside.items()}
        provider = await stack.enter_async_context(Provider(self._folder / "provider", hosts))
        line = ("--server", provider.host, "--user", ACCOUNT, "--password", SECRET, "--register", "--main", MAIN)
        await asyncio.to_thread(office.service.cli, "trunk", "add", "Line", *line)
        for phone in self.outside.values():
            phone._server = provider.host
            stack.push_async_callback(phone.stop)
        await asyncio.gather(*(phone.start() for phone in self.outside.values()))
        admin = await office.client(office.numbers[0])
        await eventually(lambda: _is_up(admin), every=0.3)

    async def calls(self, number: str, dialled: str = MAIN) -> int:
        """Somebody outside dials, and hears it ring; what their telephone tells of this call begins there."""
        phone = self.outside[number]
        since = len(phone.events)
        await phone.dial(dialled)
        await phone.until("CALL_RINGING", since=since)
        return since

    async def ends(self, number: str) -> None:
        """Somebody outside puts down."""
        await self.outside[number].hang_up()


async def _is_up(admin: Person) -> bool:
    return bool((await admin("GET", "/v1/trunks"))[0]["up"])
