"""A customer never sees another customer's people, calls, events or messages, by any path (spec 1.6)."""

from __future__ import annotations

import wave
from pathlib import Path
from typing import Any

from onepresence_desktop.domain.calls import CallState, Party
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from tests.pbx.office import Running, follow, running

SECRET = "Zorro"
"""In every name and text of the first company."""

OPEN = {
    "get /healthz",
    "get /m/{id}",
    "get /metrics",
    "get /v1/admin/proof",
    "post /v1/sessions",
    "get /v1/delivery-reports/{id}",
    "post /v1/password-resets",
    "post /v1/password-resets/confirm",
}
"""Answered without a token; they tell of nobody."""

OWN: dict[str, Any] = {
    "delete /v1/sessions/current": None,
    "get /v1/snapshot": None,
    "get /v1/events": "stream",
    "get /v1/me": None,
    "put /v1/me/password": {"current": "2580", "new": "2580"},
    "post /v1/me/proof": {"password": "2580"},
    "get /v1/me/sessions": None,
    "get /v1/me/diversions": None,
    "post /v1/me/diversions": {"preset": "lunch"},
    "delete /v1/me/diversions": None,
    "post /v1/me/diversions/preview": {"reason": "other", "destination": {"kind": "number", "number": "1002101"}},
    "get /v1/me/quick-diversions": None,
    "post /v1/me/quick-diversions": {"name": "x", "destination": {"kind": "voicemail"}},
    "get /v1/me/destinations": None,
    "post /v1/me/destinations": {"name": "x", "number": "33123456"},
    "get /v1/me/forwarding": None,
    "put /v1/me/forwarding": {
        "busy": {"kind": "voicemail"},
        "no_reply": {"kind": "voicemail"},
        "no_reply_seconds": 20,
        "unreachable": {"kind": "voicemail"},
    },
    "get /v1/me/voicemail": None,
    "put /v1/me/voicemail": {"language": "da"},
    "get /v1/me/voicemail/greeting": None,
    "get /v1/me/favourites": None,
    "get /v1/me/messages": None,
    "get /v1/me/calls": None,
    "get /v1/me/calls/export": None,
    "patch /v1/me": {"mobile": None},
    "get /v1/me/schedules": None,
    "post /v1/me/schedules": {
        "start": "2026-03-23T09:00:00",
        "duration": "PT1H",
        "reason": "meeting",
        "destination": {"kind": "voicemail"},
    },
    "get /v1/me/occurrences": None,
    "get /v1/me/calendars": None,
    "get /v1/me/calendar": None,
    "patch /v1/me/calendar": {"show_subject": True},
    "post /v1/me/calendar/reading": None,
    "get /v1/me/calendar/words": None,
    "put /v1/me/calendar/words": {"on": True},
    "get /v1/company/calendar-words": None,
    "put /v1/company/calendar-words": {},
    "get /v1/day-board": None,
    "get /v1/me/sent": None,
    "get /v1/standard-messages": None,
    "post /v1/standard-messages": {"text": "x"},
    "get /v1/me/contacts": None,
    "get /v1/me/contacts/changes": None,
    "post /v1/me/contacts": {"name": "x"},
    "post /v1/me/contacts/import": None,
    "get /v1/me/contacts/export": None,
    "get /v1/directory": None,
    "get /v1/directories": None,
    "get /v1/contacts": None,
    "get /v1/contacts/changes": None,
    "post /v1/contacts": {"name": "x"},
    "post /v1/contacts/import": None,
    "get /v1/contacts/export": None,
    "get /v1/company/holidays": None,
    "get /v1/me/exceptions": None,
    "put /v1/me/exceptions": {},
    "get /v1/shared-calls": None,
    "get /v1/company/numbers": None,
    "post /v1/company/numbers": {"one_number": "+4533123499", "name": "x", "number": "2002101"},
    "get /v1/groups": None,
    "post /v1/groups": {"local_number": "2002500", "name": "x", "members": []},
    "get /v1/me/number-shown": None,
    "put /v1/me/number-shown": {"kind": "own"},
    "get /v1/company/secure-phones": None,
    "put /v1/company/secure-phones": {"secure": False},
    "get /v1/company/reception": None,
    "put /v1/company/reception": {"back_after": 30},
    "get /v1/company/sounds": None,
    "get /v1/company/sounds/{place}": None,
    "put /v1/company/sounds/{place}": None,
    "delete /v1/company/sounds/{place}": None,
    "get /v1/company/numbers-shown": None,
    "put /v1/company/numbers-shown": {"kinds": []},
    "put /v1/trunks": {"ids": []},
    "get /v1/company/privacy": None,
    "put /v1/company/privacy": {"calls_days": 30},
    "get /v1/audit": None,
    "post /v1/company/listen": {"text": "x", "language": "da"},
    "put /v1/me/picture": None,
    "delete /v1/me/picture": None,
    "get /v1/me/blocked": None,
    "put /v1/me/blocked": {},
    "get /v1/company/caller-card": None,
    "put /v1/company/caller-card": {"seen_by": "everyone"},
    "get /v1/contacts/last": None,
    "get /v1/company/blocked": None,
    "put /v1/company/blocked": {},
    "get /v1/me/greeting": None,
    "put /v1/me/greeting": None,
    "delete /v1/me/greeting": None,
    "post /v1/me/greeting/by-phone": None,
    "get /v1/me/spoken-name": None,
    "put /v1/me/spoken-name": None,
    "delete /v1/me/spoken-name": None,
    "post /v1/me/spoken-name/by-phone": None,
    "put /v1/me/mailbox-pin": {"pin": "4711"},
    "delete /v1/me/mailbox-pin": None,
    "get /v1/me/completions": None,
    "get /v1/parked": None,
    "get /v1/pickup-groups": None,
    "get /v1/trunks": None,
    "get /v1/connections": None,
    "post /v1/connections": {"name": "x", "kind": "smtp", "settings": {"host": "h.example", "sender": "a@h.example"}},
    "get /v1/doctor": None,
    "post /v1/doctor/unblock": {"address": "192.0.2.1"},
    "post /v1/trunks": {"name": "x", "server": "127.0.0.1:5999"},
    "get /v1/reception": None,
    "put /v1/reception/desk": {"state": "paused"},
    "get /v1/people": None,
    "post /v1/people": {"local_number": "2002177", "name": "Ny"},
    "post /v1/people/import": None,
}
"""Asked with the other's token: whatever is answered must hold nothing of the first company."""

WITH_ID: dict[str, tuple[str, Any]] = {
    "delete /v1/me/sessions/{id}": ("session", None),
    "patch /v1/me/diversions/{id}": ("diversion", {"note": "x"}),
    "delete /v1/me/diversions/{id}": ("diversion", None),
    "put /v1/standard-messages/{id}": ("standard_message", {"text": "x"}),
    "delete /v1/standard-messages/{id}": ("standard_message", None),
    "post /v1/me/sent/{id}/again": ("sent", None),
    "patch /v1/me/contacts/{id}": ("contact", {"note": "x"}),
    "delete /v1/me/contacts/{id}": ("contact", None),
    "patch /v1/contacts/{id}": ("shared_contact", {"note": "x"}),
    "delete /v1/contacts/{id}": ("shared_contact", None),
    "patch /v1/me/schedules/{id}": ("schedule", {"note": "x"}),
    "delete /v1/me/schedules/{id}": ("schedule", None),
    "put /v1/me/quick-diversions/{id}": ("quick", {"name": "x", "destination": {"kind": "voicemail"}}),
    "delete /v1/me/quick-diversions/{id}": ("quick", None),
    "delete /v1/me/destinations/{id}": ("destination", None),
    "patch /v1/me/messages/{id}": ("message", {"read": True}),
    "delete /v1/me/messages/{id}": ("message", None),
    "get /v1/me/messages/{id}/recording": ("message", None),
    "delete /v1/calls/{id}": ("call", None),
    "post /v1/calls/{id}/hold": ("call", None),
    "post /v1/calls/{id}/resume": ("call", None),
    "post /v1/calls/{id}/transfer": ("call", {"to": "2002101"}),
    "post /v1/calls/{id}/answer": ("call", None),
    "post /v1/calls/{id}/redirect": ("call", {"destination": {"kind": "voicemail"}}),
    "post /v1/calls/{id}/pickup": ("call", None),
    "post /v1/calls/{id}/park": ("call", None),
    "post /v1/parked/{id}/fetch": ("parked", None),
    "post /v1/people/{id}/pickup": ("person", None),
    "put /v1/pickup-groups/{id}": ("pickup_group", {"name": "x", "members": []}),
    "delete /v1/pickup-groups/{id}": ("pickup_group", None),
    "post /v1/reception/calls/{id}/answer": ("call", None),
    "post /v1/reception/calls/{id}/hand-on": ("call", {"to": "2002101"}),
    "post /v1/reception/calls/{id}/announce": ("call", {"to": "2002101"}),
    "post /v1/reception/people/{id}/diversions": ("person", {"preset": "lunch"}),
    "delete /v1/reception/people/{id}/diversions": ("person", None),
    "delete /v1/me/completions/{id}": ("completion", None),
    "get /v1/people/{id}/picture": ("person", None),
    "delete /v1/people/{id}/picture": ("person", None),
    "patch /v1/people/{id}": ("person", {"name": "x"}),
    "delete /v1/people/{id}": ("person", None),
    "post /v1/people/{id}/password": ("person", None),
    "get /v1/people/{id}/devices": ("person", None),
    "get /v1/people/{id}/export": ("person", None),
    "post /v1/people/{id}/erasure": ("person", None),
    "post /v1/people/{id}/devices": ("person", {"kind": "desk"}),
    "patch /v1/shared-calls/{id}": ("shared_call", {"memo": "x"}),
    "get /v1/shared-calls/{id}/recording": ("shared_call", None),
    "put /v1/company/numbers/{id}": (
        "company_number",
        {"one_number": "+4533123498", "name": "x", "number": "2002101"},
    ),
    "delete /v1/company/numbers/{id}": ("company_number", None),
    "put /v1/groups/{id}": ("group", {"local_number": "2002501", "name": "x", "members": []}),
    "delete /v1/groups/{id}": ("group", None),
    "put /v1/groups/{id}/members/{member}": ("group", {"logged_out": True}),
    "post /v1/groups/{id}/login": ("group", None),
    "post /v1/groups/{id}/logout": ("group", None),
    "put /v1/trunks/{id}": ("trunk", {"name": "x", "server": "127.0.0.1:5997"}),
    "delete /v1/trunks/{id}": ("trunk", None),
    "patch /v1/connections/{id}": ("connection", {"enabled": False}),
    "delete /v1/connections/{id}": ("connection", None),
    "post /v1/connections/{id}/try": ("connection", {}),
    "post /v1/trunks/{id}/test": ("trunk", {"number": "33123456"}),
    "post /v1/directories/{id}/reading": ("directory", None),
    "get /v1/people/{id}/calendars": ("person", None),
    "post /v1/people/{id}/calendars": ("person", {"kind": "ics", "address": "http://127.0.0.1:1/"}),
    "get /v1/people/{id}/calendars/{calendar}": ("person", None),
    "put /v1/people/{id}/calendars/{calendar}": ("person", {"kind": "ics", "address": "http://127.0.0.1:1/"}),
    "delete /v1/people/{id}/calendars/{calendar}": ("person", None),
    "patch /v1/me/calendars/{id}": ("calendar", {"show_subject": True}),
    "post /v1/me/calendars/{id}/reading": ("calendar", None),
    "get /v1/people/{id}/calendar": ("person", None),
    "put /v1/people/{id}/calendar": ("person", {"kind": "ics", "address": "http://127.0.0.1:1/"}),
    "delete /v1/people/{id}/calendar": ("person", None),
    "patch /v1/me/devices/{id}": ("device", {"ring_after": 5}),
    "patch /v1/devices/{id}": ("device", {"sound": "direct"}),
    "delete /v1/devices/{id}": ("device", None),
    "get /v1/devices/{id}/sip": ("device", None),
    "post /v1/devices/{id}/provisioning": ("device", None),
}
"""Asked with the other's token and an id of the first company: 404, as for an id that never was."""

IN_BODY: dict[str, Any] = {
    "post /v1/messages": {"to": [{"user_id": "{person}"}], "by": ["email"], "text": "x"},
    "post /v1/calls": {"to": "2002102", "device": "{device}"},
    "put /v1/me/favourites": {"user_ids": ["{person}"]},
    "post /v1/me/completions": {"user_id": "{person}"},
    "post /v1/pickup-groups": {"name": "x", "members": ["{person}"]},
}
"""Ids of the first company in the body: 404 as well."""

OF_A_DAY = {"put /v1/company/holidays/{id}": {"name": "x"}, "delete /v1/company/holidays/{id}": None}
"""Their id is a day, which every company has: changed in one's own company only."""

COMMAND_LINE = {"post /v1/admin"}
"""Only with the token of the run file."""


async def first_company(office: Running) -> dict[str, str]:
    """A company full of things; their ids."""
    await office.company("100", f"{SECRET} A/S")
    person = await office.person("1002101", f"{SECRET} Holm", role="administrator")
    await office.person("1002102", f"{SECRET} Lund")
    owner = await office.caller("1002101")
    note = {"preset": "lunch", "note": f"{SECRET} spiser", "reception_note": f"{SECRET} hemmelig"}
    quick = {"name": f"{SECRET} kunde", "destination": {"kind": "voicemail"}}
    schedule = {
        "title": f"{SECRET} møde",
        "rrule": "FREQ=DAILY",
        "start": "2026-11-02T12:00:00",
        "duration": "PT30M",
        "reason": "meeting",
        "destination": {"kind": "voicemail"},
    }
    ids = {
        "person": person,
        "device": office.ids["1002101/desk"],
        "diversion": (await owner.post("/v1/me/diversions", note)).json()["id"],
        "quick": (await owner.post("/v1/me/quick-diversions", quick)).json()["id"],
        "destination": (
            await owner.post("/v1/me/destinations", {"name": f"{SECRET} hjemme", "number": "33123456"})
        ).json()["id"],
        "standard_message": (await owner.post("/v1/standard-messages", {"text": f"{SECRET} ring"})).json()["id"],
        "sent": (
            await owner.post("/v1/messages", {"to": [{"email": "k@h.example"}], "by": ["email"], "text": f"{SECRET} x"})
        ).json()["id"],
        "contact": (await owner.post("/v1/me/contacts", {"name": f"{SECRET} ven"})).json()["id"],
        "shared_contact": (await owner.post("/v1/contacts", {"name": f"{SECRET} kunde"})).json()["id"],
        "schedule": (await owner.post("/v1/me/schedules", schedule)).json()["id"],
        "holiday": (await owner.put("/v1/company/holidays/2026-12-24", {"name": f"{SECRET} fridag"})).json()["day"],
        "trunk": (await owner.post("/v1/trunks", {"name": SECRET, "server": "127.0.0.1:5998"})).json()["id"],
        "connection": (
            await owner.post(
                "/v1/connections",
                {"name": SECRET, "kind": "smtp", "settings": {"host": "127.0.0.1", "port": 9, "sender": "a@h.example"}},
            )
        ).json()["id"],
        "company_number": (
            await owner.post(
                "/v1/company/numbers",
                {"one_number": "+4533123497", "name": f"{SECRET} hoved", "number": "1002102"},
            )
        ).json()["id"],
        "group": (
            await owner.post("/v1/groups", {"local_number": "1002500", "name": f"{SECRET} salg", "members": [person]})
        ).json()["id"],
        "pickup_group": (
            await owner.post("/v1/pickup-groups", {"name": f"{SECRET} gruppe", "members": [person]})
        ).json()["id"],
        "calendar": f"{SECRET}-calendar",
        "completion": f"{SECRET}-completion",
        "directory": f"{SECRET}-directory",
        "parked": f"{SECRET}-parked",
        "session": (await owner.get("/v1/me/sessions")).json()[0]["id"],
        "message": await voicemail(office, person),
        "call": f"{SECRET}-call",
        "shared_call": f"{SECRET}-shared",
    }
    ring(office, ids, CallState.RINGING)
    return ids


def ring(office: Running, ids: dict[str, str], state: CallState) -> None:
    """A call to the first company's person."""
    callee = Party("1002101", f"{SECRET} Holm", UserId(ids["person"]), DeviceId(ids["device"]))
    office.phones.progress(ids["call"], CustomerId(office.ids["100"]), state, Party("+4533123456", SECRET), callee)


async def voicemail(office: Running, user_id: str) -> str:
    """A message with sound."""
    message_id, path = await office.service.mailbox.new_draft(UserId(user_id))
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(b"\x01\x02" * 8000)
    await office.service.mailbox.deposit(UserId(user_id), message_id, Party("+4533123456", SECRET), 1.0)
    return message_id


def secrets_in(text: str, ids: dict[str, str]) -> list[str]:
    return [value for value in (SECRET, "1002102", *ids.values()) if value in text]


async def test_no_route_of_the_document_shows_or_changes_another_customers_things(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        ids = await first_company(office)
        await office.company("200", "Anden")
        await office.person("2002101", "Andrea", role="administrator")
        await office.person("2002102", "Rita", role="receptionist")
        document = (await office.http.get("/v1/openapi.json")).json()
        operations = {f"{method} {path}" for path, item in document["paths"].items() for method in item}
        known = OPEN | set(OWN) | set(WITH_ID) | set(IN_BODY) | set(OF_A_DAY) | COMMAND_LINE
        assert operations == known, operations ^ known
        other = await office.caller("2002101")
        before = await image(office)
        for operation, (kind, body) in WITH_ID.items():
            method, path = operation.split()
            answer = await other._do(method.upper(), path.replace("{id}", ids[kind]), json=body)
            unknown = await other._do(method.upper(), path.replace("{id}", "neverwas"), json=body)
            assert answer.status_code == 404, (operation, answer.status_code, answer.text)
            assert answer.content == unknown.content, operation
        for operation, body in IN_BODY.items():
            method, path = operation.split()
            text = str(body).replace("{device}", ids["device"]).replace("{person}", ids["person"])
            answer = await other._do(method.upper(), path, json=eval(text))
            assert answer.status_code == 404, (operation, answer.text)
        for operation, body in OWN.items():
            if body == "stream" or operation == "delete /v1/sessions/current":
                continue
            method, path = operation.split()
            answer = await other._do(method.upper(), path, json=body)
            assert answer.status_code < 500, (operation, answer.text)
            found = secrets_in(answer.text, ids)
            if operation == "post /v1/me/diversions/preview":
                found = []
                assert answer.json()["problem"] in {"invalid_number", "unknown_number"}
            assert not found, (operation, found)
        for operation, body in OF_A_DAY.items():
            method, path = operation.split()
            await other._do(method.upper(), path.replace("{id}", ids["holiday"]), json=body)
        for operation in OPEN:
            method, path = operation.split()
            assert not secrets_in((await office.http.request(method, path)).text, ids)
        for operation in COMMAND_LINE:
            method, path = operation.split()
            answer = await other._do(method.upper(), path, json={"command": "list"})
            assert answer.status_code == 401
        assert await image(office) == before


async def image(office: Running) -> Any:
    """All that the first company's owner sees, without the times of looking."""
    owner = await office.caller("1002101")
    snapshot = (await owner.get("/v1/snapshot")).json()
    await owner.delete("/v1/sessions/current")
    return snapshot["public"], snapshot["private"]


async def test_every_route_refuses_without_and_with_a_wrong_token(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        document = (await office.http.get("/v1/openapi.json")).json()
        for path, item in document["paths"].items():
            for method in item:
                if f"{method} {path}" in OPEN:
                    continue
                for headers in ({}, {"Authorization": "Bearer x"}, {"Authorization": "Basic eDp5"}):
                    answer = await office.http.request(
                        method, path.replace("{id}", "x"), headers=headers, json={"command": "list"}
                    )
                    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in"), (method, path)


async def test_the_stream_of_another_customer_carries_nothing(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        ids = await first_company(office)
        await office.company("200", "Anden")
        await office.person("2002102", "Rita", role="receptionist")
        rita, owner = await office.caller("2002102"), await office.caller("1002101")
        async with follow(rita) as events:
            _, at, snapshot = await events.next("snapshot")
            assert not secrets_in(str(snapshot), ids)
            await owner.post("/v1/me/diversions", {"preset": "break", "note": SECRET, "reception_note": SECRET})
            ring(office, ids, CallState.CONNECTED)
            await voicemail(office, ids["person"])
            ring(office, ids, CallState.ENDED)
            await office.person("1002103", f"{SECRET} Ny")
            await rita.post("/v1/me/diversions", {"preset": "break"})
            name, _, event = await events.next()
            assert name == "presence" and not secrets_in(str(event), ids)
        async with follow(rita, last_id=at) as events:
            name, _, event = await events.next()
            assert name == "presence" and not secrets_in(str(event), ids)
