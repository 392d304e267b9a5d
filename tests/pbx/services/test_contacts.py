"""Contacts, one's own and the company's: kept, found, imported, and the names they give to callers (spec 8)."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain.calls import CallState, Cause, Party
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from onepresence_desktop.domain.phonebook import Contact, ContactId
from onepresence_desktop.pbx.services.contact_book import MOST_GONE, Book, Changes
from tests.domain.test_contact_files import ANDROID, DANISH_SHEET, GMAIL, IPHONE, NOKIA, OUTLOOK, THUNDERBIRD
from tests.pbx.office import As, Running, follow, running
from tests.support.waiting import eventually

KUNDE: dict[str, Any] = {
    "name": "Karen Kunde",
    "company": "Kunde ApS",
    "numbers": [{"number": "70 10 11 55", "kind": "work"}, {"number": "20 12 34 56", "kind": "mobile"}],
    "emails": [{"address": "karen@kunde.example", "kind": "work"}],
    "note": "Ringer om mandagen",
}
WHEN = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
VCARD = {"Content-Type": "text/vcard"}
CSV = {"Content-Type": "text/csv; charset=utf-8"}


async def three(office: Running) -> tuple[As, As, As]:
    """An administrator, a receptionist, a user."""
    await office.company()
    for number, name, role in (
        ("1002101", "Anders Holmvig", "administrator"),
        ("1002102", "Rita Reception", "receptionist"),
        ("1002103", "Mette Lundgaard", "user"),
    ):
        await office.person(number, name, role=role)
    return await office.caller("1002101"), await office.caller("1002102"), await office.caller("1002103")


async def upload(who: As, path: str, data: str | bytes, headers: dict[str, str], **params: str) -> Any:
    content = data.encode() if isinstance(data, str) else data
    return await who._do("POST", path, content=content, headers=headers, params=params)


async def test_a_contact_is_kept_changed_starred_found_and_deleted(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        _, _, mette = await three(office)
        made = (await mette.post("/v1/me/contacts", KUNDE)).json()
        assert [n["number"] for n in made["numbers"]] == ["+4570101155", "+4520123456"]
        assert (made["shared"], made["favourite"]) == (False, False)
        path = f"/v1/me/contacts/{made['id']}"
        changed = (await mette.patch(path, {"title": "Chef", "favourite": True})).json()
        assert changed == {**made, "title": "Chef", "favourite": True}
        for query in ("kar", "kunde", "2012", "+45 70 10"):
            assert (await mette.get("/v1/me/contacts", params={"q": query})).json() == [changed]
        assert (await mette.get("/v1/me/contacts", params={"q": "ole"})).json() == []
    async with running(tmp_path) as office:
        mette = await office.caller("1002103")
        assert (await mette.get("/v1/me/contacts")).json() == [changed]
        assert (await mette.delete(path)).status_code == 204
        assert (await mette.get("/v1/me/contacts")).json() == []
        assert (await mette.delete(path)).status_code == 404


async def changes(who: As, base: str, since: int = 0) -> Any:
    answer = await who.get(f"{base}/changes", params={"since": str(since)})
    assert answer.status_code == 200
    return answer.json()


async def test_two_programs_of_one_user_hear_of_each_change_and_read_only_that(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        _, _, mette = await three(office)
        first = (await mette.post("/v1/me/contacts", KUNDE)).json()
        async with follow(mette) as events:
            _, _, snapshot = await events.next("snapshot")
            stands = snapshot["private"]["contacts"]["version"]
            whole = await changes(mette, "/v1/me/contacts")
            assert (whole["whole"], whole["contacts"], whole["version"]) == (True, [first], stands)
            second = (await mette.post("/v1/me/contacts", {"name": "Ole"})).json()
            _, _, told = await events.next("contacts_changed")
            assert told["version"] > stands
            delta = await changes(mette, "/v1/me/contacts", stands)
            assert (delta["whole"], delta["contacts"], delta["version"]) == (False, [second], told["version"])
            await mette.delete(f"/v1/me/contacts/{first['id']}")
            await events.next("contacts_changed")
            delta = await changes(mette, "/v1/me/contacts", stands)
            assert (delta["removed"], delta["contacts"]) == ([first["id"]], [second])
            await mette.patch(f"/v1/me/contacts/{second['id']}", {"favourite": True})
            _, _, told = await events.next("contacts_changed")
            assert told["favourites"] == [second["id"]]


async def test_everyone_hears_of_shared_contacts_and_nobody_of_anothers_own(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, rita, mette = await three(office)
        async with follow(mette) as events:
            await events.next("snapshot")
            await anders.post("/v1/me/contacts", {"name": "Anders' own"})
            made = (await rita.post("/v1/contacts", KUNDE)).json()
            name, _, told = await events.next("contacts_changed", "shared_contacts_changed")
            assert name == "shared_contacts_changed"
        found = await changes(mette, "/v1/contacts")
        assert (found["contacts"], found["version"]) == ([made], told["version"])


async def test_who_stands_at_a_version_of_an_earlier_life_reads_all_anew(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        _, _, mette = await three(office)
        await mette.post("/v1/me/contacts", KUNDE)
        stands = (await changes(mette, "/v1/me/contacts"))["version"]
    async with running(tmp_path) as office:
        mette = await office.caller("1002103")
        assert (await changes(mette, "/v1/me/contacts", stands))["whole"] is True


def test_changes_of_many_contacts_are_told_in_parts_that_add_up() -> None:
    book = Book()
    book.begin_at(1_000)
    contacts = [Contact(ContactId(f"c{n}"), CustomerId("c"), None, f"Name {n}", created_at=WHEN) for n in range(7)]
    for contact in contacts:
        book.put(contact)
    first = book.changes(0, 3)
    assert (first.whole, first.more, [c.id for c in first.contacts]) == (True, True, ["c0", "c1", "c2"])
    book.put(replace(contacts[0], note="changed in between"))
    book.drop(ContactId("c1"))
    book.drop(ContactId("c5"))
    second = book.changes(first.version, 10)
    assert not second.whole and not second.more and second.version == book.version
    assert [c.id for c in second.contacts] == ["c3", "c4", "c6", "c0"]
    assert second.removed == ["c1", "c5"]
    assert book.changes(book.version, 3) == Changes(book.version, False, [], [], False)


def test_who_was_away_for_more_deletions_than_are_remembered_begins_anew() -> None:
    book = Book()
    book.begin_at(1_000)
    for n in range(MOST_GONE + 1):
        book.put(Contact(ContactId(f"c{n}"), CustomerId("c"), None, f"Name {n}", created_at=WHEN))
    stands = book.version
    for n in range(MOST_GONE + 1):
        book.drop(ContactId(f"c{n}"))
    assert book.changes(stands, 10).whole


async def test_only_its_owner_sees_a_personal_contact(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, _, mette = await three(office)
        made = (await mette.post("/v1/me/contacts", KUNDE)).json()
        assert (await anders.get("/v1/me/contacts")).json() == []
        for base in ("/v1/me/contacts", "/v1/contacts"):
            assert (await anders.patch(f"{base}/{made['id']}", {"note": "x"})).status_code == 404
            assert (await anders.delete(f"{base}/{made['id']}")).status_code == 404


async def test_shared_contacts_are_everyones_to_read_and_star_and_written_by_those_who_may(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, rita, mette = await three(office)
        assert (await mette.post("/v1/contacts", KUNDE)).status_code == 403
        made = (await rita.post("/v1/contacts", KUNDE)).json()
        assert made["shared"] is True
        path = f"/v1/contacts/{made['id']}"
        assert (await mette.get("/v1/contacts", params={"q": "karen"})).json() == [made]
        assert (await mette.patch(path, {"note": "x"})).status_code == 403
        assert (await mette.delete(path)).status_code == 403
        assert (await upload(mette, "/v1/contacts/import", IPHONE, VCARD)).status_code == 403
        assert (await mette.patch(path, {"favourite": True})).json()["favourite"] is True
        assert (await anders.get("/v1/contacts")).json()[0]["favourite"] is False
        assert (await mette.patch(path, {"favourite": False})).json()["favourite"] is False
        assert (await anders.delete(path)).status_code == 204


@pytest.mark.parametrize(
    ("wrong", "field", "problem"),
    [
        ({"name": "", "company": ""}, "name", "missing"),
        ({"name": "a\u202eb"}, "name", "directional_mark"),
        ({"numbers": [{"number": "ingen"}]}, "numbers", "invalid_number"),
        ({"emails": [{"address": "ingen"}]}, "emails", "malformed"),
    ],
)
async def test_a_form_that_cannot_be_is_refused_by_name(
    tmp_path: Path, wrong: dict[str, Any], field: str, problem: str
) -> None:
    async with running(tmp_path) as office:
        _, _, mette = await three(office)
        answer = await mette.post("/v1/me/contacts", {**KUNDE, **wrong})
        assert (answer.status_code, answer.json()["details"]) == (422, {"field": field, "problem": problem})
        assert (await mette.get("/v1/me/contacts")).json() == []


async def test_cards_of_all_makes_come_in_whole_and_go_out_again(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        _, _, mette = await three(office)
        cards = IPHONE + ANDROID + OUTLOOK + GMAIL + THUNDERBIRD + NOKIA
        dry = (await upload(mette, "/v1/me/contacts/import", cards, VCARD, dry_run="1")).json()
        assert [(e["verdict"], e["taken"]) for e in dry["entries"]][:2] == [("new", False), ("conflict", False)]
        assert (await mette.get("/v1/me/contacts")).json() == []
        report = (await upload(mette, "/v1/me/contacts/import", cards, VCARD, conflicts="add")).json()
        assert (report["dry_run"], report["new"], report["conflict"]) == (False, dry["new"], dry["conflict"])
        there = (await mette.get("/v1/me/contacts")).json()
        assert "Łukasz Żółć" in [c["name"] for c in there]
        out = await mette.get("/v1/me/contacts/export")
        assert out.headers["content-type"].startswith("text/vcard")
        again = (await upload(mette, "/v1/me/contacts/import", out.content, VCARD)).json()
        assert (again["same"], again["new"]) == (len(there), 0)
        sheet = await mette.get("/v1/me/contacts/export", params={"format": "csv"})
        again = (await upload(mette, "/v1/me/contacts/import", sheet.content, CSV)).json()
        assert (again["new"], again["refused"]) == (0, 0)


async def test_a_report_tells_of_each_entry_what_it_is_and_why_it_is_refused(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        _, _, mette = await three(office)
        made = (await mette.post("/v1/me/contacts", KUNDE)).json()
        cards = "".join(
            f"BEGIN:VCARD\nVERSION:3.0\n{lines}\nEND:VCARD\n"
            for lines in (
                "FN:Ny Person\nTEL:86123456",
                "FN:Karen K.\nTEL;TYPE=CELL:20123456",
                "UID:7\nFN:Et\nTEL:86123457",
                "UID:7\nFN:To\nTEL:86123458",
                "NOTE:intet",
                "FN:" + "x" * 300,
            )
        )
        report = (await upload(mette, "/v1/me/contacts/import", cards + "BEGIN:VCARD\nFN:Halv", VCARD)).json()
        told = [(e["number"], e["verdict"], e["existing"], e["problem"], e["taken"]) for e in report["entries"]]
        assert told == [
            (1, "new", None, "", True),
            (2, "conflict", made["id"], "", False),
            (3, "new", None, "", True),
            (4, "conflict", None, "", False),
            (5, "refused", None, "empty", False),
            (6, "refused", None, "too_long", False),
            (7, "refused", None, "cut_off", False),
        ]
        assert (report["new"], report["same"], report["conflict"], report["refused"]) == (2, 0, 2, 3)


async def test_conflicts_are_resolved_as_told(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        _, _, mette = await three(office)
        made = (await mette.post("/v1/me/contacts", KUNDE)).json()
        card = "BEGIN:VCARD\nFN:Karen Berg\nTEL;TYPE=CELL:20123456\nTEL;TYPE=HOME:86123456\nEND:VCARD\n"
        path = "/v1/me/contacts/import"
        await upload(mette, path, card, VCARD, conflicts="replace")
        (one,) = (await mette.get("/v1/me/contacts")).json()
        assert (one["id"], one["name"], one["company"]) == (made["id"], "Karen Berg", "Kunde ApS")
        assert [n["number"] for n in one["numbers"]] == ["+4520123456", "+4586123456", "+4570101155"]
        other = card.replace("Berg", "Bak")
        await upload(mette, path, other + other.replace("Bak", "Buk"), VCARD, decisions="1:add,2:skip")
        assert [c["name"] for c in (await mette.get("/v1/me/contacts")).json()] == ["Karen Bak", "Karen Berg"]
        for wrong in ({"decisions": "x"}, {"decisions": "1:burn"}, {"conflicts": "burn"}):
            assert (await upload(mette, path, card, VCARD, **wrong)).status_code == 422


async def test_a_sheets_columns_are_reported_and_may_be_told(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        _, _, mette = await three(office)
        path = "/v1/me/contacts/import"
        report = (await upload(mette, path, DANISH_SHEET, CSV, dry_run="1")).json()
        assert [c["holds"] for c in report["columns"]] == [
            "name", "company", "phone_other", "phone_mobile", "email", "note",
        ]  # fmt: skip
        odd = "wer;was\nIb;33123456\n"
        assert (await upload(mette, path, odd, CSV)).json()["details"]["problem"] == "none_known"
        report = (await upload(mette, path, odd, CSV, dry_run="1")).json()
        told = [(c["head"], c["holds"]) for c in report["columns"]]
        assert told == [("wer", ""), ("was", "")] and report["entries"] == [], "what they hold is told by hand"
        report = (await upload(mette, path, odd, CSV, columns="name,phone_work")).json()
        assert report["new"] == 1
        report = (await upload(mette, path, DANISH_SHEET.encode("utf-16"), CSV)).json()
        assert report["new"] == 1
        out = (await mette.get("/v1/me/contacts/export", params={"format": "csv"})).content.decode("utf-8-sig")
        assert ",'=1+1" in out and ",=1" not in out


async def test_what_is_no_file_of_contacts_is_refused_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path) as office:
        _, _, mette = await three(office)
        path = "/v1/me/contacts/import"
        for data, headers, problem in (
            (b"hello", VCARD, "no_vcard"),
            (b"\x89PNG\x00\x00", VCARD, "not_text"),
            (b"", CSV, "none_known"),
            (b"x", {"Content-Type": "image/png"}, "unknown"),
        ):
            answer = await upload(mette, path, data, headers)
            assert (answer.status_code, answer.json()["details"]["problem"]) == (422, problem)
        monkeypatch.setattr("onepresence_desktop.pbx.services.contact_import.MOST_ENTRIES", 3)
        many = "name,phone\n" + "".join(f"P{n},331234{n}\n" for n in range(10, 20))
        assert (await upload(mette, path, many, CSV)).json()["details"]["problem"] == "too_many"
        monkeypatch.setattr("onepresence_desktop.pbx.services.contact_import.MOST_ENTRIES", 30)
        monkeypatch.setattr("onepresence_desktop.pbx.services.contacts.MOST_OWN", 9)
        refused = (await upload(mette, path, many, CSV)).json()
        assert refused["code"] == "conflict" and refused["details"] == {"what": "too_many", "room": 9}
        assert (await mette.get("/v1/me/contacts")).json() == []


async def test_two_thousand_cards_leave_the_service_answering_others(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, _, mette = await three(office)
        cards = "".join(
            f"BEGIN:VCARD\nVERSION:3.0\nFN:Person {n}\nN:{n};Person;;;\nORG:Firma {n % 50}\n"
            f"TEL;TYPE=WORK:+4533{n:06d}\nTEL;TYPE=CELL:+4520{n:06d}\nEMAIL;TYPE=WORK:p{n}@x.example\nEND:VCARD\n"
            for n in range(2_000)
        )
        start = time.process_time()
        report = (await upload(mette, "/v1/me/contacts/import", cards, VCARD)).json()
        print(f"2,000 cards: {time.process_time() - start:.2f} CPU seconds")
        assert (report["new"], report["refused"]) == (2_000, 0)
        assert (await anders.get("/v1/me/diversions")).status_code == 200


async def test_callers_carry_the_names_of_contacts_everywhere(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, _, mette = await three(office)
        await mette.post("/v1/me/contacts", KUNDE)
        await anders.post("/v1/contacts", {**KUNDE, "name": "Kunde (fælles)"})
        caller = Party("+4570101155", "KUNDE APS")

        def ring(call: str, number: str, state: CallState, **more: Any) -> None:
            callee = Party(number, "x", UserId(office.ids[number]), DeviceId(office.ids[f"{number}/desk"]))
            office.phones.progress(call, CustomerId(office.ids["100"]), state, caller, callee, **more)

        for who, number, name in ((mette, "1002103", "Karen Kunde"), (anders, "1002101", "Kunde (fælles)")):
            ring(f"c{number}", number, CallState.RINGING, rang=(UserId(office.ids[number]),))

            async def seen(who: As = who, name: str = name) -> bool:
                calls = (await who.get("/v1/snapshot")).json()["private"]["calls"]
                return [c["name"] for c in calls] == [name]

            await eventually(seen)
            ring(f"c{number}", number, CallState.ENDED, cause=Cause.CANCELLED)

            async def kept(who: As = who, name: str = name) -> bool:
                return [r["name"] for r in (await who.get("/v1/me/calls")).json()] == [name]

            await eventually(kept)
