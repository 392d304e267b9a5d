"""What a company recorded: uploaded, heard by callers instead of the voice, played to who waits (spec 12.4a)."""

from __future__ import annotations

import wave
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain.calls import CallId, CallState, Party
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.domain.routing import Attendant
from onepresence_desktop.pbx.admin import parser
from onepresence_desktop.pbx.ports import CallProgress, MenuReached, file_of
from tests.pbx.office import As, Running, running
from tests.pbx.services.test_company_numbers import BODY, NUMBER, firm
from tests.pbx.services.test_owners_mailbox import Listening, short_words, wav
from tests.support.waiting import eventually

__all__ = ["short_words"]

LOUD = wav(b"\0\x7f" * 2 * 44100, rate=44100, channels=2)
"""A second of stereo at full scale."""
SOUND = {"Content-Type": "audio/wav"}
GREETING, MUSIC = "/v1/company/sounds/greeting?number={}&language=da", "/v1/company/sounds/music"


async def heard(office: Running, phones: Listening) -> list[str]:
    """What the next caller hears first."""
    phones.heard.clear()
    assert phones.router is not None
    customer, caller = CustomerId(office.ids["100"]), Party("+4533123456")
    step = phones.router.arriving(caller, customer, NUMBER)
    assert isinstance(step, Attendant)
    call = CallId(f"c{len(phones.done)}")
    phones.done.append((call,))
    phones.calls.add(call)
    phones.emit(CallProgress(call, customer, CallState.RINGING, caller, Party(NUMBER), NUMBER))
    phones.emit(MenuReached(call, customer, caller, step))
    await eventually(lambda: len(phones.heard) >= 2)
    return phones.heard


async def seconds(caller: As) -> dict[str, float]:
    listed = (await caller.get("/v1/company/sounds")).json()
    return {f"{one['place']} {one['language']}".strip(): one["seconds"] for one in listed}


async def test_a_recording_is_heard_instead_of_the_voice_until_it_is_taken_away_also_after_a_restart(
    tmp_path: Path,
) -> None:
    body = {**BODY, "greeting": {"da": "Velkommen."}}
    phones = Listening()
    async with running(tmp_path, phones=phones) as office:
        anders, mette = await firm(office), await office.caller("1002102")
        number = (await anders.post("/v1/company/numbers", body)).json()
        greeting = GREETING.format(number["id"])
        assert not (await heard(office, phones))[0].startswith("own-")
        assert (await mette.put(greeting, content=LOUD, headers=SOUND)).status_code == 403
        assert (await anders.put(greeting, content=LOUD, headers=SOUND)).status_code == 204
        assert await seconds(anders) == {"greeting da": 1.0}
        assert (await heard(office, phones))[0].startswith("own-")
        menu = f"/v1/company/sounds/menu?number={number['id']}&language=da&menu=main"
        assert (await anders.put(menu, content=LOUD, headers=SOUND)).status_code == 204
        assert [name.startswith("own-") for name in (await heard(office, phones))[:2]] == [True, True]
        ids = dict(office.ids)
    phones = Listening()
    async with running(tmp_path, phones=phones) as office:
        office.ids = ids
        anders = await office.caller("1002101")
        assert (await heard(office, phones))[0].startswith("own-")
        (tmp_path / "heard.wav").write_bytes((await anders.get(greeting)).content)
        with wave.open(str(tmp_path / "heard.wav")) as file:
            assert (file.getframerate(), file.getnchannels(), file.getnframes()) == (8000, 1, 8000)
        menus = [{"name": "main", "text": {"da": "Tryk et."}, "keys": BODY["menus"][0]["keys"]}]
        await anders.put(f"/v1/company/numbers/{number['id']}", {**body, "menus": menus})
        assert await seconds(anders) == {"greeting da": 1.0, "menu.main da": 1.0}
        await anders.put(f"/v1/company/numbers/{number['id']}", {**body, "menus": []})
        assert await seconds(anders) == {"greeting da": 1.0}, "what a menu said goes with it"
        assert (await anders.delete(greeting)).status_code == 204
        assert (await anders.get(greeting)).status_code == 404
        await anders.put(greeting, content=LOUD, headers=SOUND)
        await anders.delete(f"/v1/company/numbers/{number['id']}")
        assert await seconds(anders) == {}


async def test_what_is_no_sound_or_for_no_place_is_refused_and_nothing_of_another_companys(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders = await firm(office)
        number = (await anders.post("/v1/company/numbers", BODY)).json()
        greeting = GREETING.format(number["id"])
        await office.company("200", "Anden")
        await office.person("2002101", "Bo", role="administrator")
        other = await office.caller("2002101")
        for caller, path, content, code in (
            (anders, greeting, b"RIFF nonsense", "invalid"),
            (anders, greeting.replace("greeting", "goodbye"), LOUD, "invalid"),
            (anders, greeting.replace("=da", "=sv"), LOUD, "invalid"),
            (anders, GREETING.format("nobodys"), LOUD, "not_found"),
            (other, greeting, LOUD, "not_found"),
            (anders, MUSIC, wav(b"\0\1" * 8000 * 181), "invalid"),
        ):
            answer = await caller.put(path, content=content, headers=SOUND)
            assert answer.json()["code"] == code, (path, answer.text)
        assert (await anders.put(greeting, content=LOUD, headers={"Content-Type": "text/plain"})).status_code == 415
        await anders.put(MUSIC, content=LOUD, headers=SOUND)
        assert (await other.get(MUSIC)).status_code == 404 and await seconds(other) == {}


async def test_the_driver_is_given_a_companys_music_at_once_and_after_a_restart(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders = await firm(office)
        customer = CustomerId(office.ids["100"])
        assert (await anders.put(MUSIC, content=LOUD, headers=SOUND)).status_code == 204
        await eventually(lambda: office.phones.music.get(customer) is not None)
        sound = office.phones.music[customer]
        assert sound is not None
        with wave.open(str(file_of(sound))) as file:
            frames = file.readframes(file.getnframes())
        loudest = max(abs(int.from_bytes(frames[n : n + 2], "little", signed=True)) for n in range(0, len(frames), 2))
        assert loudest <= 0.16 * 32768, "nobody is startled who is held"
    async with running(tmp_path) as office:
        await eventually(lambda: office.phones.music.get(customer) is not None)
        anders = await office.caller("1002101")
        assert (await anders.delete(MUSIC)).status_code == 204
        await eventually(lambda: office.phones.music.get(customer) is None)


async def test_a_menus_recording_goes_with_it_to_another_name_also_for_callers(tmp_path: Path) -> None:
    hours = {"name": "hours", "text": {"da": "Vi har åbent."}, "keys": []}
    leading = [{"key": "5", "leads": "menu", "menu": "hours"}]
    main = {"name": "main", "text": {"da": "Tryk fem."}, "keys": leading}
    body = {**BODY, "menus": [main, hours]}
    async with running(tmp_path) as office:
        anders = await firm(office)
        number = (await anders.post("/v1/company/numbers", body)).json()
        said = f"/v1/company/sounds/menu?number={number['id']}&language=da&menu="
        assert (await anders.put(f"{said}hours", content=LOUD, headers=SOUND)).status_code == 204
        sound = (await anders.get(f"{said}hours")).content
        renamed = {
            **body,
            "menus": [{**main, "keys": [{**leading[0], "menu": "opening"}]}, {**hours, "name": "opening"}],
        }
        assert (await anders.put(f"/v1/company/numbers/{number['id']}", renamed)).status_code == 200
        assert await seconds(anders) == {"menu.opening da": 1.0}
        assert (await anders.get(f"{said}opening")).content == sound
        ids = dict(office.ids)
    async with running(tmp_path) as office:
        office.ids = ids
        anders = await office.caller("1002101")
        assert (
            await seconds(anders) == {"menu.opening da": 1.0} and (await anders.get(f"{said}opening")).content == sound
        )


async def test_the_command_line_sets_tells_and_removes_what_a_company_recorded(tmp_path: Path) -> None:
    file = tmp_path / "own.wav"
    file.write_bytes(LOUD)

    def asked(*words: str) -> Any:
        given = parser().parse_args(["sound", *words, "--data", "x"])
        return given.make(given)

    def told(answer: Any) -> list[tuple[str, str, str, float]]:
        return [(one["number"], one["place"], one["language"], one["seconds"]) for one in answer["sounds"]]

    async with running(tmp_path / "pbx") as office:
        anders = await firm(office)
        assert told(await office.command(asked("list"))) == []
        music = ("", "music", "", 1.0)
        assert told(await office.command(asked("set", "music", str(file)))) == [music]
        await anders.post("/v1/company/numbers", BODY)
        greeting, menu = (NUMBER, "greeting", "da", 1.0), (NUMBER, "menu.main", "da", 1.0)
        await office.command(asked("set", "greeting", str(file)))
        await office.command(asked("set", "menu", str(file), "--number", NUMBER, "--language", "da"))
        assert sorted(told(await office.command(asked("list", "--customer", "100")))) == [music, greeting, menu]
        assert await seconds(anders) == {"greeting da": 1.0, "menu.main da": 1.0, "music": 1.0}
        assert sorted(told(await office.command(asked("remove", "greeting")))) == [music, menu]
        for words, code in (
            (("remove", "greeting"), "not_found"),
            (("set", "menu", str(file), "--menu", "nobodys"), "invalid"),
            (("set", "greeting", str(Path(__file__))), "invalid"),
            (("set", "greeting", str(file), "--number", "+4533999999"), "not_found"),
            (("list", "--customer", "999"), "not_found"),
        ):
            with pytest.raises(AssertionError, match=code):
                await office.command(asked(*words))
