"""A caller led through the mailbox over a driver that plays its part."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain import ivr
from onepresence_desktop.domain.calls import CallId, CallState, Cause, Party
from onepresence_desktop.domain.diversion import VOICEMAIL, Diversion, DiversionId, Forwarding, Reason
from onepresence_desktop.domain.errors import CallGone, NotFound, StoreFull, TelephonyAway, Unavailable
from onepresence_desktop.domain.messages import CutShort, MessageId, Room, VoicemailOptions
from onepresence_desktop.domain.people import Customer, CustomerId, DeviceId, GroupId, HuntGroup, User, UserId
from onepresence_desktop.domain.routing import Hop, OwnPhone, Reject, Ring, RingStage, Voicemail
from onepresence_desktop.domain.spoken import SpokenKind
from onepresence_desktop.pbx.ports import CallProgress, Digit, MenuReached, Recorded, Sound, file_of
from onepresence_desktop.pbx.prompts.phrases import Phrases
from onepresence_desktop.pbx.telephony.mailbox_call import DepositCall
from onepresence_desktop.pbx.telephony.menu_call import MenuCalls
from tests.support.waiting import eventually

CUSTOMER = Customer(CustomerId("c"), "100", "Firm")
ANDERS = User(UserId("a"), CUSTOMER.id, "1002101", "Anders Andersen")
NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
K = CallId("k")
CALLER = Party("+4533123456", "Marianne")


async def no_room() -> None:
    """Nothing is held in reserve."""


async def nothing_spoken(user_id: UserId, kind: SpokenKind) -> Path | None:
    """Nobody has recorded anything themselves."""
    return None


class Words:
    """A voice that writes what it says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made: list[str] = []

    async def render(self, text: str, language: str, *, voice: str = "") -> Path:
        self.made.append(text)
        return self.folder / f"{language}: {text}"


class Driver:
    """A line with one caller; `script` decides how each recording ends."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.led: list[Any] = []
        self.done: list[str] = []
        self.recording = Recorded(Path(), 7.0, "hangup")
        self.listening = asyncio.Event()
        self.gone = False
        self._broken_off = asyncio.Event()

    async def answer(self, call_id: CallId) -> None:
        if self.gone:
            raise CallGone
        self.done.append("answer")

    async def play(self, call_id: CallId, sounds: Sequence[Sound]) -> bool:
        self.said.append(" | ".join(file_of(sound).name for sound in sounds))
        self._broken_off.clear()
        waits = [asyncio.ensure_future(self.listening.wait()), asyncio.ensure_future(self._broken_off.wait())]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for waiting in waits:
                waiting.cancel()
            await asyncio.gather(*waits, return_exceptions=True)
        if self.gone:
            raise CallGone
        return not self._broken_off.is_set()

    async def stop_playing(self, call_id: CallId) -> None:
        self._broken_off.set()

    async def record(
        self, call_id: CallId, path: Path, *, most: timedelta, silence: timedelta, stop_digit: str = "#"
    ) -> Recorded:
        self.done.append(f"record {most.total_seconds():.0f}")
        return Recorded(path, self.recording.seconds, self.recording.why)

    async def redirect(self, call_id: CallId, step: Any) -> None:
        self.led.append(step)
        self.done.append("redirect")

    async def hangup(self, call_id: CallId, cause: Cause = Cause.NORMAL) -> None:
        self.done.append("hangup")


class Box:
    """The services' side of the mailbox."""

    def __init__(self, options: VoicemailOptions) -> None:
        self._options = options
        self.left = 3600.0
        self.stored: list[tuple[MessageId, str, float]] = []
        self.marks: list[CutShort | None] = []
        self.discarded: list[MessageId] = []
        self.full = False

    def options(self, user_id: UserId) -> VoicemailOptions:
        return self._options

    def owner(self, user_id: UserId) -> User:
        if user_id != ANDERS.id:
            raise NotFound(what="user")
        return ANDERS

    def reception(self, customer_id: CustomerId) -> HuntGroup | None:
        return HuntGroup(GroupId("g"), CUSTOMER.id, "1002100", "Reception")

    async def room(self, user_id: UserId) -> Room:
        return Room(3600.0 - self.left, 3600.0)

    async def new_draft(self, user_id: UserId) -> tuple[MessageId, Path]:
        return MessageId("m"), Path("draft")

    async def deposit(
        self,
        user_id: UserId,
        message_id: MessageId,
        caller: Party,
        seconds: float,
        cut_short: CutShort | None = None,
    ) -> None:
        if self.full:
            raise StoreFull
        self.stored.append((message_id, caller.name, seconds))
        self.marks.append(cut_short)

    async def discard(self, message_id: MessageId) -> None:
        self.discarded.append(message_id)


class Fixed:
    """A clock that stands, and a router that knows one way."""

    def now(self) -> datetime:
        return NOW

    def monotonic(self) -> float:
        return 0.0

    def route(self, caller: Party, customer_id: CustomerId, dialled: str, hops: tuple[Hop, ...] = ()) -> Ring:
        end = Reject(Cause.NO_ANSWER)
        return Ring((RingStage((OwnPhone(DeviceId("r1")),)),), 20, end, end, end, group_id=GroupId("g"), hops=hops)

    def party(self, customer_id: CustomerId, number: str) -> Party:
        return Party(number)


class Scene:
    """The mailbox at work."""

    def __init__(
        self, tmp_path: Path, options: VoicemailOptions = VoicemailOptions(), *, voice: Words | None = None
    ) -> None:
        self.driver, self.box = Driver(), Box(options)
        self.calls = MenuCalls(
            self.driver,  # type: ignore[arg-type]
            Phrases(voice or Words(tmp_path), tmp_path, no_room),
            Fixed(),
            lambda _: CUSTOMER,
            {Voicemail: partial(DepositCall, mailbox=self.box, router=Fixed(), spoken=nothing_spoken)},
        )

    async def __aenter__(self) -> Scene:
        self.task = asyncio.create_task(self.calls.run())
        diversion = Diversion(
            DiversionId("d"), ANDERS.id, Reason.LUNCH, NOW, NOW + timedelta(minutes=30), VOICEMAIL, NOW
        )
        self.calls.take(MenuReached(K, CUSTOMER.id, CALLER, Voicemail(ANDERS.id, Forwarding.CFU, diversion)))
        return self

    async def __aexit__(self, *_: object) -> None:
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)


async def test_a_caller_hears_who_why_and_when_and_leaves_a_message(tmp_path: Path) -> None:
    async with Scene(tmp_path) as scene:
        await eventually(lambda: scene.driver.said)
        assert "da: Velkommen. Du har ringet til Anders Andersen." in scene.driver.said[0]
        assert "til frokost, tilbage klokken halv et." in scene.driver.said[0]
        assert "en: For information in English, press five." in scene.driver.said[0]
        assert scene.driver.said[0].endswith("beep.wav")
        scene.driver.listening.set()
        await eventually(lambda: scene.box.stored)
        assert scene.box.stored == [("m", "Marianne", 7.0)]
        assert scene.driver.done == ["answer", "record 120"]
        assert scene.box.discarded == []


async def test_after_hash_there_are_thanks_and_the_call_ends(tmp_path: Path) -> None:
    async with Scene(tmp_path) as scene:
        scene.driver.recording = Recorded(Path(), 3.0, "digit")
        scene.driver.listening.set()
        await eventually(lambda: scene.driver.done and scene.driver.done[-1] == "hangup")
        assert "gemt" in scene.driver.said[-1]


async def test_five_breaks_off_and_begins_in_english(tmp_path: Path) -> None:
    async with Scene(tmp_path) as scene:
        await eventually(lambda: scene.driver.said)
        scene.calls.take(Digit(K, "5"))
        await eventually(lambda: len(scene.driver.said) == 2)
        assert scene.driver.said[1].startswith("en: Welcome.")
        assert "record 120" not in scene.driver.done


async def test_the_end_of_what_a_key_broke_off_is_not_the_end_of_what_comes_now(tmp_path: Path) -> None:
    async with Scene(tmp_path) as scene:
        await eventually(lambda: scene.driver.said)
        scene.calls.take(Digit(K, "5"))
        scene.calls._callers[K]._inputs.put_nowait(ivr.Played())
        await eventually(lambda: len(scene.driver.said) == 2)
        for _ in range(20):
            await asyncio.sleep(0)
        assert "record 120" not in scene.driver.done
        scene.driver.listening.set()
        await eventually(lambda: scene.box.stored)


@pytest.mark.parametrize(("trouble", "discarded"), [(CallGone, ["m"]), (TelephonyAway, [])])
async def test_a_draft_is_thrown_away_only_where_nothing_can_have_been_said(
    tmp_path: Path, trouble: type[Exception], discarded: list[str]
) -> None:
    async with Scene(tmp_path) as scene:

        async def fail(*_: object, **__: object) -> Recorded:
            raise trouble

        scene.driver.record = fail  # type: ignore[method-assign]
        await eventually(lambda: scene.driver.said)
        scene.driver.listening.set()
        await eventually(lambda: not scene.calls._callers)
        assert scene.box.discarded == discarded


async def test_a_clean_end_waits_for_what_is_being_stored_and_for_nobody_else(tmp_path: Path) -> None:
    async with Scene(tmp_path) as scene:
        await eventually(lambda: scene.driver.said)
        deposit, waiting = scene.box.deposit, asyncio.Event()

        async def slow(*given: Any) -> None:
            waiting.set()
            await asyncio.sleep(0.05)
            await deposit(*given)

        scene.box.deposit = slow  # type: ignore[method-assign]
        scene.driver.listening.set()
        await waiting.wait()
        listener = CallId("l")
        scene.driver.listening.clear()
        scene.calls.take(MenuReached(listener, CUSTOMER.id, CALLER, Voicemail(ANDERS.id, Forwarding.CFNR)))
        await eventually(lambda: listener in scene.calls._callers)
        await asyncio.wait_for(scene.calls.drain(within=90), 60)
        assert scene.box.stored == [("m", "Marianne", 7.0)]


async def test_who_is_back_from_an_empty_reception_at_once_is_still_heard(tmp_path: Path) -> None:
    async with Scene(tmp_path) as scene:

        async def nobody_there(call_id: CallId, step: Any) -> None:
            scene.calls.take(MenuReached(K, CUSTOMER.id, CALLER, step.unreachable))
            await eventually(lambda: len(scene.driver.said) == 2)

        scene.driver.redirect = nobody_there  # type: ignore[method-assign]
        await eventually(lambda: scene.driver.said)
        scene.calls.take(Digit(K, "9"))
        await eventually(lambda: len(scene.driver.said) == 2)
        for _ in range(20):
            await asyncio.sleep(0)
        scene.calls.take(Digit(K, "5"))
        await eventually(lambda: len(scene.driver.said) == 3)
        assert scene.driver.said[2].startswith("en: The reception does not answer")


async def test_a_key_that_means_nothing_is_answered_politely(tmp_path: Path) -> None:
    async with Scene(tmp_path) as scene:
        await eventually(lambda: scene.driver.said)
        scene.calls.take(Digit(K, "7"))
        await eventually(lambda: len(scene.driver.said) == 2)
        assert scene.driver.said[1].startswith("da: Den tast kan ikke bruges her.")
        assert scene.driver.said[1].endswith("beep.wav") and "Velkommen" not in scene.driver.said[1]
        scene.driver.listening.set()
        await eventually(lambda: scene.box.stored)


async def test_the_greeting_is_made_before_the_call_is_answered(tmp_path: Path) -> None:
    made: list[str] = []

    class Slow(Words):
        async def render(self, text: str, language: str, *, voice: str = "") -> Path:
            made.append(text)
            return await super().render(text, language, voice=voice)

    async with Scene(tmp_path, voice=Slow(tmp_path)) as scene:
        answer = scene.driver.answer

        async def answered(call_id: CallId) -> None:
            assert any("til frokost" in text for text in made) and any("Velkommen" in text for text in made)
            await answer(call_id)

        scene.driver.answer = answered  # type: ignore[method-assign]
        await eventually(lambda: scene.driver.said)


async def test_what_is_said_in_the_end_is_made_while_the_greeting_is_heard(tmp_path: Path) -> None:
    """An apology for a full disk couldn't be written to it."""
    voice = Words(tmp_path)
    async with Scene(tmp_path, voice=voice) as scene:
        await eventually(lambda: any("kan ikke optages mere" in text for text in voice.made))
        assert any("You have called" in text for text in voice.made)
        assert "record 120" not in scene.driver.done


async def test_without_a_voice_there_is_the_tone_and_a_message_can_be_left(tmp_path: Path) -> None:
    class Mute(Words):
        async def render(self, text: str, language: str, *, voice: str = "") -> Path:
            raise Unavailable(detail="speech")

    async with Scene(tmp_path, voice=Mute(tmp_path)) as scene:
        scene.driver.listening.set()
        await eventually(lambda: scene.box.stored)
        assert scene.driver.said == ["beep.wav"]


async def test_whom_the_reception_does_not_answer_is_back_and_leaves_a_message(tmp_path: Path) -> None:
    async with Scene(tmp_path) as scene:
        await eventually(lambda: scene.driver.said)
        scene.calls.take(Digit(K, "9"))
        await eventually(lambda: scene.driver.done[-1] == "redirect")
        (step,) = scene.driver.led
        assert isinstance(step, Ring) and step.hops == (Hop("1002101", Forwarding.CFU, Reason.LUNCH),)
        assert isinstance(step.no_reply, Voicemail) and step.no_reply == step.busy == step.unreachable
        scene.calls.take(MenuReached(K, CUSTOMER.id, CALLER, step.no_reply))
        await eventually(lambda: len(scene.driver.said) == 2)
        assert scene.driver.said[1].startswith("da: Receptionen svarer ikke i øjeblikket.")
        scene.driver.listening.set()
        await eventually(lambda: scene.box.stored)


async def test_nine_goes_to_the_reception(tmp_path: Path) -> None:
    async with Scene(tmp_path) as scene:
        await eventually(lambda: scene.driver.said)
        scene.calls.take(Digit(K, "9"))
        await eventually(lambda: scene.driver.done[-1] == "redirect")
        assert "hangup" not in scene.driver.done


async def test_whoever_hangs_up_while_listening_leaves_nothing_behind(tmp_path: Path) -> None:
    async with Scene(tmp_path) as scene:
        await eventually(lambda: scene.driver.said)
        scene.driver.gone = True
        scene.driver.listening.set()
        await eventually(lambda: not scene.calls._callers)
        assert scene.box.stored == [] and scene.driver.done == ["answer"]


async def test_a_driver_that_only_breaks_off_when_a_caller_hangs_up_leaves_nobody_behind(tmp_path: Path) -> None:
    async with Scene(tmp_path) as scene:
        await eventually(lambda: scene.driver.said)
        await scene.driver.stop_playing(K)
        scene.calls.take(CallProgress(K, CUSTOMER.id, CallState.ENDED, CALLER, CALLER, "2101"))
        await eventually(lambda: not scene.calls._callers)
        assert scene.box.stored == [] and "record 120" not in scene.driver.done


async def test_a_caller_in_whose_mailbox_something_breaks_is_not_kept_waiting(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with Scene(tmp_path) as scene:

        async def broken(*_: object) -> None:
            raise RuntimeError("a fault of ours")

        scene.driver.answer = broken  # type: ignore[method-assign]
        await eventually(lambda: scene.driver.done == ["hangup"])
        assert "failed in a menu" in caplog.text and not scene.task.done()


async def test_whoever_hangs_up_before_the_answer_is_no_trouble(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    scene.driver.gone = True
    async with scene:
        await eventually(lambda: not scene.calls._callers and scene.calls._reached.empty())
        assert not scene.task.done()


@pytest.mark.parametrize("why", ["silence", "disk_full"])
async def test_a_message_that_is_none_is_thrown_away(tmp_path: Path, why: str) -> None:
    async with Scene(tmp_path) as scene:
        scene.driver.recording = Recorded(Path(), 0.2, why)
        scene.driver.listening.set()
        await eventually(lambda: scene.driver.done and scene.driver.done[-1] == "hangup")
        assert scene.box.discarded == ["m"] and scene.box.stored == []


@pytest.mark.parametrize(("why", "mark"), [("digit", None), ("disk_full", CutShort.DISK_FULL)])
async def test_a_full_disk_is_told_to_the_caller_the_owner_and_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, why: str, mark: CutShort | None
) -> None:
    async with Scene(tmp_path) as scene:
        scene.driver.recording = Recorded(Path(), 3.0, why)
        scene.driver.listening.set()
        await eventually(lambda: scene.driver.done and scene.driver.done[-1] == "hangup")
        assert scene.box.stored == [("m", "Marianne", 3.0)] and scene.box.marks == [mark]
        full = mark is CutShort.DISK_FULL
        assert ("kan ikke optages mere" in scene.driver.said[-1]) is full
        warnings = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
        assert warnings == (["disk_full: call k was recorded for 3.0 s only"] if full else [])


@pytest.mark.parametrize(("room", "mark"), [(30.0, CutShort.MAILBOX_FULL), (3600.0, CutShort.LENGTH)])
async def test_a_message_that_took_the_last_of_its_mailbox_is_told_from_one_that_was_as_long_as_they_may_be(
    tmp_path: Path, room: float, mark: CutShort
) -> None:
    scene = Scene(tmp_path)
    scene.box.left = room
    async with scene:
        scene.driver.recording = Recorded(Path(), min(room, 120.0), "length")
        scene.driver.listening.set()
        await eventually(lambda: scene.driver.done and scene.driver.done[-1] == "hangup")
        assert scene.box.marks == [mark]


async def test_where_nothing_can_be_stored_the_caller_hears_it_and_the_recording_stays(tmp_path: Path) -> None:
    async with Scene(tmp_path) as scene:
        scene.box.full = True
        scene.driver.recording = Recorded(Path(), 3.0, "digit")
        scene.driver.listening.set()
        await eventually(lambda: scene.driver.done and scene.driver.done[-1] == "hangup")
        assert scene.driver.said[-1] == "da: Beklager, der kan ikke optages mere. Ring venligst igen senere."
        assert scene.box.stored == scene.box.discarded == []


async def test_a_caller_is_not_left_in_silence_where_no_words_can_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_: object, **__: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Words, "render", full)
    async with Scene(tmp_path) as scene:
        scene.driver.recording = Recorded(Path(), 3.0, "digit")
        scene.driver.listening.set()
        await eventually(lambda: scene.driver.done and scene.driver.done[-1] == "hangup")
        assert scene.box.stored == [("m", "Marianne", 3.0)]


async def test_where_no_messages_are_taken_none_is_recorded(tmp_path: Path) -> None:
    async with Scene(tmp_path, VoicemailOptions(deposit=False)) as scene:
        scene.driver.listening.set()
        await eventually(lambda: scene.driver.done and scene.driver.done[-1] == "hangup")
        assert scene.driver.done == ["answer", "hangup"]


async def test_a_full_mailbox_tells_the_caller_and_records_nothing(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    scene.box.left = 2.0
    async with scene:
        scene.driver.listening.set()
        await eventually(lambda: scene.driver.done and scene.driver.done[-1] == "hangup")
        assert scene.driver.said[0].endswith(
            "da: Postkassen er fuld, så der kan ikke lægges besked. Ring venligst igen senere."
        )
        assert scene.driver.done == ["answer", "hangup"]
