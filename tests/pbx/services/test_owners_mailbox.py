"""Own name, own greeting and the mailbox by phone, through a whole service (spec 6.5, 6.6)."""

from __future__ import annotations

import io
import struct
import wave
from array import array
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from onepresence_desktop.domain.calls import CallId, CallState, Party
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from onepresence_desktop.domain.routing import FeatureCode
from onepresence_desktop.pbx import speech
from onepresence_desktop.pbx.ports import Digit, MenuReached, Recorded, Sound, file_of
from onepresence_desktop.pbx.prompts import da
from onepresence_desktop.pbx.speech import EspeakSpeech, keep
from tests.pbx.office import As, Running, follow, running
from tests.pbx.phones import TestPhones
from tests.support.waiting import eventually

TONE = array("h", [6000, -6000] * 8000)
"""Two seconds at 8 kHz."""


def wav(samples: bytes, *, rate: int = 8000, channels: int = 1, width: int = 2) -> bytes:
    whole = io.BytesIO()
    with wave.open(whole, "wb") as out:
        out.setparams((channels, width, rate, 0, "NONE", ""))
        out.writeframes(samples)
    return whole.getvalue()


def floats(rate: int, seconds: float) -> bytes:
    """A file of 32 bit floating point samples, with a chunk before them that nobody needs."""
    data = struct.pack("<f", 0.25) * int(rate * seconds)
    head = struct.pack("<HHIIHH", 3, 1, rate, rate * 4, 4, 32)
    chunks = [(b"LIST", b"odd"), (b"fmt ", head), (b"data", data)]
    body = b"".join(name + struct.pack("<I", len(one)) + one + b"\0" * (len(one) % 2) for name, one in chunks)
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WAVE" + body


@pytest.fixture(autouse=True)
def short_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """A voice that needs no time; what it says is known by the name of the sound."""
    monkeypatch.setattr(speech, "_speak", lambda text, language, voice: (8000, array("h", [len(text)] * 80)))


class Listening(TestPhones):
    """Remembers what is played, one call's words after another; a recording of two seconds ends at once."""

    __test__ = False

    def __init__(self) -> None:
        super().__init__(line_out=True)
        self.heard: list[str] = []

    async def play(self, call_id: CallId, sounds: Sequence[Sound]) -> bool:
        self.heard += [file_of(sound).name for sound in sounds]
        return True

    async def record(
        self, call_id: CallId, path: Path, *, most: timedelta, silence: timedelta, stop_digit: str = "#"
    ) -> Recorded:
        keep(path, TONE)
        return Recorded(path, 2.0, "digit")


class Desk:
    """Anders' phone, and what is heard in it."""

    def __init__(self, office: Running, owner: str = "1002101") -> None:
        self.office, self.number = office, owner
        self.customer = CustomerId(office.ids["100"])
        self.user, self.device = UserId(office.ids[owner]), DeviceId(office.ids[f"{owner}/desk"])
        self.call = CallId("none")
        self.calls = 0
        assert isinstance(office.phones, Listening)
        self.phones = office.phones
        self._speech = EspeakSpeech(office.data / "speech")

    def dial(self, code: str) -> None:
        self.calls += 1
        self.reached(CallId(f"call {self.number} {self.calls}"), code)

    def reached(self, call: CallId, code: str) -> None:
        router = self.phones.router
        assert router is not None
        caller = Party(self.number, "Anders", self.user, self.device)
        step = router.route(caller, self.customer, code)
        assert isinstance(step, FeatureCode)
        self.call = call
        self.phones.heard.clear()
        self.phones.progress(call, self.customer, CallState.VOICEMAIL, caller, Party(code))
        self.phones.emit(MenuReached(call, self.customer, caller, step))

    def press(self, keys: str) -> None:
        for key in keys:
            self.phones.emit(Digit(self.call, key))

    async def hears(self, *phrases: str, **values: str) -> None:
        """Wait until these are the last words; names of recorded sounds as they are."""
        words = [
            phrase if phrase.endswith(".wav") else self._speech.where(da.PHRASES[phrase].format(**values), "da").name  # type: ignore[index]
            for phrase in phrases
        ]
        await eventually(lambda: self.phones.heard[-len(words) :] == words)
        self.phones.heard.clear()

    async def over(self) -> None:
        await eventually(lambda: any(v[0] == "hangup" and v[1] == self.call for v in self.phones.done))


async def with_people(office: Running) -> As:
    await office.company()
    await office.person("1002101", "Anders")
    await office.person("1002102", "Mette")
    return await office.caller("1002101")


async def message(office: Running, number: str, name: str) -> str:
    """Somebody leaves Anders two seconds."""
    mailbox = office.service.mailbox
    user = UserId(office.ids["1002101"])
    message_id, path = await mailbox.new_draft(user)
    keep(path, TONE)
    await mailbox.deposit(user, message_id, Party(number, name), 2.0)
    return str(message_id)


@pytest.mark.parametrize(
    ("data", "seconds"),
    [
        (wav(TONE.tobytes()), 2.0),
        (wav(array("h", [100, 300] * 44100).tobytes(), rate=44100, channels=2), 1.0),
        (wav(b"\x90" * 11025, rate=11025, width=1), 1.0),
        (wav(b"\0\1\2" * 48000 * 2, rate=48000, channels=2, width=3), 1.0),
        (floats(16000, 1.5), 1.5),
    ],
)
async def test_a_name_of_any_make_of_file_is_taken_and_given_back_as_telephone_sound(
    tmp_path: Path, data: bytes, seconds: float
) -> None:
    async with running(tmp_path) as office:
        anders = await with_people(office)
        put = await anders.put("/v1/me/spoken-name", content=data, headers={"Content-Type": "audio/wav"})
        assert put.status_code == 204, put.text
        assert (await anders.get("/v1/me")).json()["spoken_name"] == pytest.approx(seconds, abs=0.01)
        got = await anders.get("/v1/me/spoken-name")
        with wave.open(io.BytesIO(got.content)) as sound:
            assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, 8000)


@pytest.mark.parametrize(
    ("data", "kind", "status", "problem"),
    [
        (b"ID3 no wav at all", "audio/wav", 422, "not_wav"),
        (b"RIFF\0\0\0\0WAVE", "audio/wav", 422, "not_wav"),
        (wav(b"\0" * 100), "audio/wav", 422, "sound_too_short"),
        (wav(b"\0" * 16000 * 11), "audio/wav", 422, "sound_too_long"),
        (wav(b"\0" * 8000, rate=4000), "audio/wav", 422, "encoding"),
        (wav(TONE.tobytes()), "application/octet-stream", 415, None),
    ],
)
async def test_what_is_no_recording_is_refused_with_the_reason_and_changes_nothing(
    tmp_path: Path, data: bytes, kind: str, status: int, problem: str | None
) -> None:
    async with running(tmp_path) as office:
        anders = await with_people(office)
        put = await anders.put("/v1/me/spoken-name", content=data, headers={"Content-Type": kind})
        assert put.status_code == status, put.text
        assert put.json().get("details", {}).get("problem") == problem
        assert (await anders.get("/v1/me/spoken-name")).status_code == 404


async def test_callers_hear_the_own_name_and_greeting_until_they_are_removed(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders = await with_people(office)
        plain = len((await anders.get("/v1/me/voicemail/greeting")).content)
        for path in ("/v1/me/spoken-name", "/v1/me/greeting"):
            content = wav(array("h", [6000, -6000] * 8000).tobytes())
            async with follow(anders) as events:
                await events.next("snapshot")
                await anders.put(path, content=content, headers={"Content-Type": "audio/wav"})
                _, _, me = await events.next("me")
        assert (me["spoken_name"], me["own_greeting"]) == (2.0, 2.0)
        assert len((await anders.get("/v1/me/voicemail/greeting")).content) > plain + 90000
        for path in ("/v1/me/spoken-name", "/v1/me/greeting"):
            assert (await anders.delete(path)).status_code == 204
            assert (await anders.delete(path)).status_code == 404
        assert len((await anders.get("/v1/me/voicemail/greeting")).content) == plain


@pytest.mark.parametrize(
    ("pin", "rule"),
    [("2580", "same_as_password"), ("1111", "repeat"), ("12a4", "digits_only"), ("2101", "local_number"),
     ("71935558240", "pin_too_long")],
)  # fmt: skip
async def test_a_pin_that_is_easy_or_the_password_is_refused(tmp_path: Path, pin: str, rule: str) -> None:
    async with running(tmp_path) as office:
        anders = await with_people(office)
        answer = await anders.put("/v1/me/mailbox-pin", json={"pin": pin})
        assert (answer.json()["code"], answer.json()["details"]["rule"]) == ("password_refused", rule)
        assert (await anders.get("/v1/me")).json()["mailbox_pin"] is False


async def test_messages_are_heard_kept_deleted_and_called_back_and_the_app_follows(tmp_path: Path) -> None:
    async with running(tmp_path, phones=Listening()) as office:
        anders = await with_people(office)
        desk = Desk(office)
        desk.dial("*98")
        await desk.hears("no_pin", "goodbye")
        await desk.over()
        assert (await anders.put("/v1/me/mailbox-pin", json={"pin": "4711"})).status_code == 204
        first = await message(office, "1002102", "Mette")
        office.clock.pass_(seconds=1)
        second = await message(office, "", "")
        desk.dial("*98#")
        await desk.hears("pin")
        desk.press("4711#")
        await desk.hears("some_new", "owner_keys", count="2")
        assert office.phones.lamps[desk.user].new == 2
        async with follow(anders) as events:
            await events.next("snapshot")
            desk.press("1")
            await desk.hears(f"{first}.wav", "message_keys")
            _, _, told = await events.next("message")
            assert (told["id"], told["read"]) == (first, True)
            await eventually(lambda: office.phones.lamps[desk.user].new == 1)
            desk.press("2")
            await desk.hears("message_kept")
            desk.press("6")
            await desk.hears(f"{second}.wav", "message_keys")
            desk.press("33")
            await desk.hears("message_restored")
            desk.press("5")
            await desk.hears("cannot_call")
            desk.press("36")
            await desk.hears("no_more", "no_new", "one_saved", "owner_keys")
        left = (await anders.get("/v1/me/messages")).json()
        assert [(one["id"], one["read"], one["kept"]) for one in left] == [(first, True, True)]
        desk.press("2")
        await desk.hears(f"{first}.wav", "message_keys")
        desk.press("5")
        await eventually(lambda: any(verb[0] == "redirect" for verb in office.phones.done))
        assert next(verb[2].user_id for verb in office.phones.done if verb[0] == "redirect") == office.ids["1002102"]


async def test_three_wrong_pins_lock_the_door_for_longer_and_longer_but_not_the_owners_own(tmp_path: Path) -> None:
    async with running(tmp_path, phones=Listening()) as office:
        anders = await with_people(office)
        await anders.put("/v1/me/mailbox-pin", json={"pin": "4711"})
        stranger, owner = Desk(office, "1002102"), Desk(office)
        stranger.dial("*982101")
        await stranger.hears("pin_of", name="Anders")
        for _ in range(3):
            stranger.press("4712#")
            await stranger.hears("pin_wrong", "pin_of", name="Anders")
        stranger.press("4711#")
        await stranger.hears("pin_locked", "goodbye")
        owner.dial("*98")
        await owner.hears("pin")
        owner.press("4711#")
        await owner.hears("no_new", "owner_keys")
        office.clock.pass_(minutes=6)
        stranger.dial("*982101")
        await stranger.hears("pin_of", name="Anders")
        stranger.press("4712#")
        await stranger.hears("pin_wrong", "pin_of", name="Anders")
        office.clock.pass_(minutes=6)
        stranger.press("4711#")
        await stranger.hears("pin_locked", "goodbye")
        office.clock.pass_(minutes=6)
        stranger.dial("*98*2101#")
        await stranger.hears("pin_of", name="Anders")
        stranger.press("4711#")
        await stranger.hears("no_new", "owner_keys")


async def test_by_setting_the_own_phone_needs_no_pin_and_new_messages_are_heard_at_once(tmp_path: Path) -> None:
    async with running(tmp_path, phones=Listening()) as office:
        anders = await with_people(office)
        options = {"language": "da", "second_language": None, "ask_pin": False, "quick_listening": True}
        assert (await anders.put("/v1/me/voicemail", json=options)).json()["quick_listening"] is True
        left = await message(office, "1002102", "Mette")
        desk, other = Desk(office), Desk(office, "1002102")
        desk.dial("*98")
        await desk.hears(f"{left}.wav", "message_keys")
        other.dial("*981002101")
        await other.hears("no_pin", "goodbye")
        other.dial("*989999")
        await other.hears("code_refused")


async def test_the_service_rings_and_records_a_greeting_without_asking_for_a_pin(tmp_path: Path) -> None:
    async with running(tmp_path, phones=Listening()) as office:
        anders = await with_people(office)
        asked = await anders.post("/v1/me/greeting/by-phone")
        assert asked.status_code == 202
        desk = Desk(office)
        assert ("originate", desk.device, "*98*4") in office.phones.done
        desk.reached(CallId(asked.json()["call_id"]), "*98*4")
        await desk.hears("review_keys")
        desk.press("2")
        await desk.hears("spoken_kept", "goodbye")
        await desk.over()
        assert (await anders.get("/v1/me")).json()["own_greeting"] == 2.0
        assert not list((tmp_path / "speech").glob("draft-*"))
