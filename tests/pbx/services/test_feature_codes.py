"""Feature codes through a whole service: what they change, and what the phone's owner hears (spec 12.1b)."""

from __future__ import annotations

from pathlib import Path

import pytest

from onepresence_desktop.domain.calls import CallId, CallState, Party
from onepresence_desktop.domain.feature_codes import read_code
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from onepresence_desktop.domain.routing import FeatureCode
from onepresence_desktop.pbx.ports import MenuReached, file_of
from onepresence_desktop.pbx.prompts import da
from onepresence_desktop.pbx.speech import EspeakSpeech
from onepresence_desktop.wire import commands as wire
from tests.pbx.office import Running, running
from tests.pbx.phones import TestPhones
from tests.support.waiting import eventually


class Listening(TestPhones):
    """Remembers what was played."""

    __test__ = False

    async def play(self, call_id: CallId, sounds: object) -> bool:
        self.done.append(("play", [file_of(sound).name for sound in sounds]))  # type: ignore[attr-defined]
        return True


async def key(office: Running, code: str, phrase: str) -> None:
    """Anders keys a code at the desk; `phrase` is what is said in Danish."""
    customer, user = CustomerId(office.ids["100"]), UserId(office.ids["1002101"])
    device = DeviceId(office.ids["1002101/desk"])
    assert office.phones.router is not None
    step = office.phones.router.route(Party("", device_id=device), customer, code)
    assert step == FeatureCode(read_code(code), trace=step.trace)
    caller = Party("1002101", "Anders", user, device)
    call = CallId(f"code {len(office.phones.done)}")
    office.phones.progress(call, customer, CallState.RINGING, caller, Party(code))
    office.phones.emit(MenuReached(call, customer, caller, step))
    speech = EspeakSpeech(office.data / "speech")
    expected = speech.where(da.PHRASES[phrase], "da").name  # type: ignore[index]
    speech.close()
    await eventually(lambda: ("play", [expected]) in office.phones.done)
    await eventually(lambda: any(verb[0] == "hangup" and verb[1] == call for verb in office.phones.done))
    office.phones.done.clear()


async def test_codes_do_what_the_app_would_and_say_so(tmp_path: Path) -> None:
    async with running(tmp_path, phones=Listening()) as office:
        await office.company()
        await office.person("1002101", "Anders")
        await office.person("1002102", "Mette")
        await office.command(wire.GroupAdd(local_number="1002190", name="Sales", members=["1002101"]))
        anders = await office.caller("1002101")

        async def destinations() -> list[tuple[str, str | None]]:
            current = (await anders.get("/v1/me/diversions")).json()["current"]
            return [(one["reason"], one["destination"].get("number")) for one in current]

        await key(office, "*21*2102#", "diverted")
        assert await destinations() == [("other", "1002102")]
        await key(office, "#21#", "opened")
        assert await destinations() == []
        await key(office, "*26", "not_disturbed")
        assert await destinations() == [("do_not_disturb", None)]
        await key(office, "#26#", "disturbed")
        assert await destinations() == []
        await key(office, "*61*2102#", "forwarding_set")
        plan = office.service.live.dial_plan(CustomerId(office.ids["100"]))
        assert plan is not None
        forwarding = plan.defaults[UserId(office.ids["1002101"])]
        assert (forwarding.no_reply.number, forwarding.busy.number) == ("1002102", None)
        await key(office, "#45*2190#", "logged_out")
        plan = office.service.live.dial_plan(CustomerId(office.ids["100"]))
        assert plan is not None and next(iter(plan.groups.values())).logged_out == (office.ids["1002101"],)


@pytest.mark.parametrize(
    ("code", "phrase"), [("*21*2101#", "code_refused"), ("*45*2999#", "code_refused"), ("*99#", "code_unknown")]
)
async def test_what_can_not_be_is_said_and_changes_nothing(tmp_path: Path, code: str, phrase: str) -> None:
    async with running(tmp_path, phones=Listening()) as office:
        await office.company()
        await office.person("1002101", "Anders")
        await key(office, code, phrase)
        anders = await office.caller("1002101")
        assert (await anders.get("/v1/me/diversions")).json()["current"] == []
