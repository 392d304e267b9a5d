"""A company on the real service in a process of its own, with real phones on it: what the walks take place in."""

from __future__ import annotations

import asyncio
import contextlib
import json
import threading
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import numpy as np

from onepresence_desktop.domain.people import DeviceKind
from onepresence_desktop.pbx.speech import EspeakSpeech
from onepresence_desktop.wire.commands import DeviceAdd
from tests.support import late
from tests.support.phones import Phone, correlation, free_host, read_wav, speech_like
from tests.support.service import Service
from tests.support.softphone import SoftPhone
from tests.support.waiting import eventually

ZONE = ZoneInfo("Europe/Copenhagen")
MAKES: dict[str, type[Phone]] = {"baresip": Phone, "pjsip": SoftPhone}


class Exchange:
    """Anders (1002101), Mette (1002102), Birgit (1002103); Birgit is the reception (1002100). Phones are added."""

    def __init__(self, folder: Path, *, people: int = 3) -> None:
        self.folder = folder
        self.host = free_host()
        self.service = Service(folder / "pbx", sip=f"{self.host}:5060")
        self.numbers: list[str] = []
        self.phones: list[Phone] = []
        self.streams: list[Stream] = []
        self._people = people

    async def __aenter__(self) -> Exchange:
        def begin() -> None:
            self.numbers = self.service.company(self._people, reception=True)
            self.service.start()

        await asyncio.to_thread(begin)
        return self

    async def __aexit__(self, *_: object) -> None:
        for stream in self.streams:
            stream.stop()
        for phone in self.phones:
            await phone.stop()
        await asyncio.to_thread(self.service.stop)
        failures = [line for line in self.service.errors if "Traceback" in line or "Error" in line]
        assert not failures, "".join(self.service.errors)

    async def phone(
        self, number: str, *, make: str = "baresip", seconds: float = 25.0, says: Path | None = None, **more: Any
    ) -> Phone:
        """A desk phone of a person, registered; it says a sound like speech for so many seconds, or what is given."""
        added = await asyncio.to_thread(self.service.command, DeviceAdd(local_number=number, kind=DeviceKind.DESK))
        folder = self.folder / f"phone-{len(self.phones)}"
        folder.mkdir()
        says = says or speech_like(folder / "says.wav", seconds, 7 * len(self.phones) + 1)
        phone = MAKES[make](
            folder, server=self.host, user=added["sip_user"], password=added["sip_password"], says=says, **more
        )
        phone.device_id = added["id"]
        self.phones.append(phone)
        await phone.start()
        return phone

    async def client(self, number: str) -> Person:
        """A person signed in."""
        token = await asyncio.to_thread(self.service.token, number)
        return Person(self, number, token)

    async def follow(self, person: Person) -> Stream:
        """A person's live events, with the time of each."""
        stream = Stream(self.service.url, person.token)
        self.streams.append(stream)
        await eventually(lambda: stream.live)
        return stream


class Person:
    """Commands by HTTP."""

    def __init__(self, exchange: Exchange, number: str, token: str) -> None:
        self._exchange = exchange
        self.number = number
        self.token = token
        self._late = late.pauses(f"answers to {number}", late.ANSWER)

    async def __call__(self, method: str, path: str, body: Any = None, *, status: int | None = None) -> Any:
        """One request; its JSON, or its bytes."""

        def ask() -> Any:
            with self._exchange.service.http(self.token) as http:
                answer = http.request(method, path, json=body)
            assert answer.status_code == status if status else answer.is_success, answer.text
            if answer.headers.get("content-type", "").startswith("application/"):
                return answer.json()
            return answer.content

        try:
            return await asyncio.to_thread(ask)
        finally:
            await asyncio.sleep(self._late())

    async def messages(self) -> Any:
        """The inbox."""
        return await self("GET", "/v1/me/messages")


class Stream:
    """The event stream on a thread of its own."""

    def __init__(self, url: str, token: str) -> None:
        self.events: list[tuple[float, str, dict[str, Any]]] = []
        self.live = False
        self._stopping = False
        self._late = late.pauses("stream", late.ANSWER)
        self._client = httpx.Client(
            base_url=url, headers={"Authorization": f"Bearer {token}"}, timeout=60, trust_env=False, verify=False
        )
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End it."""
        self._stopping = True
        self._client.close()
        self._thread.join(5)

    def _read(self) -> None:
        kind = ""
        with contextlib.suppress(httpx.HTTPError, RuntimeError, OSError), self._client.stream("GET", "/v1/events") as s:
            for line in s.iter_lines():
                if self._stopping:
                    return
                self.live = True
                if line.startswith("event:"):
                    kind = line[6:].strip()
                elif line.startswith("data:"):
                    time.sleep(self._late())
                    self.events.append((time.monotonic(), kind, json.loads(line[5:])))


async def heard_in_order(office: Exchange, listener: Phone, *sentences: tuple[str, str], takes: int = 0) -> None:
    """Every sentence is in what the phone heard last, one after another; not in the first `takes`, of calls before.

    The synthesizer's voice flutters on from sentence to sentence, so a second rendering is another sound: heard must be
    what the service rendered for just these words.
    """
    kept = [rendered(office, language, text) for language, text in sentences]

    def found() -> list[tuple[float, int]]:
        heard = listener.heard()[takes:]
        take = read_wav(heard[-1]) if heard else np.zeros(1)
        return [correlation(read_wav(sound), take) if sound.exists() else (0.0, 0) for sound in kept]

    try:
        await eventually(lambda: all(likeness >= 0.99 for likeness, _ in found()), every=0.5)
    except AssertionError:
        raise AssertionError(f"heard: {list(zip(found(), sentences, strict=True))}") from None
    places = [place for _, place in found()]
    assert places == sorted(places)


async def speaks(office: Exchange, seconds: float) -> None:
    """Let a caller at a mailbox speak until so much of it is recorded, however long that takes."""
    drafts = office.service.data / "recordings" / "drafts"

    def recorded() -> float:
        return max((draft.stat().st_size for draft in drafts.glob("*.wav")), default=0) / 16_000

    await eventually(lambda: recorded() > seconds)


def rendered(office: Exchange, language: str, text: str) -> Path:
    """Where the service keeps the sound of a sentence once it has been made."""
    speech = EspeakSpeech(office.service.data / "speech")
    try:
        return speech.where(text, language)
    finally:
        speech.close()


async def the_day_stays(seconds: float) -> None:
    """Return when the company's day lasts that much longer: who begins at five to twelve says another "tomorrow"."""
    now = datetime.now(ZONE)
    left = (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0).timestamp() - now.timestamp()
    if left < seconds:
        await asyncio.sleep(left + 1)


def spoken_time(when: datetime) -> str:
    """The next five minutes as Danes say them, seconds aside; written out here once more, on purpose."""
    local = when.astimezone(ZONE)
    names = ("tolv", "et", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve")
    minute = -(-local.minute // 5) * 5
    hour = local.hour + minute // 60
    if hour % 24 == minute % 60 == 0:
        return "ved midnat"
    this, following = names[hour % 12], names[(hour + 1) % 12]
    said = {
        0: this, 5: f"fem minutter over {this}", 10: f"ti minutter over {this}", 15: f"kvart over {this}",
        20: f"tyve minutter over {this}", 25: f"fem minutter i halv {following}", 30: f"halv {following}",
        35: f"fem minutter over halv {following}", 40: f"tyve minutter i {following}", 45: f"kvart i {following}",
        50: f"ti minutter i {following}", 55: f"fem minutter i {following}",
    }  # fmt: skip
    return f"klokken {said[minute % 60]}"
