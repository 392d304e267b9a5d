"""Files of contacts as nobody should send them: each is told about, and nothing is half taken in (spec 8.2)."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from onepresence_desktop.pbx.services import contact_import
from tests.pbx.office import running
from tests.pbx.services.test_contacts import CSV, VCARD, three, upload

OWN, IMPORT = "/v1/me/contacts", "/v1/me/contacts/import"


def card(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""])


async def test_a_photo_of_twenty_megabytes_is_left_out_and_its_contact_and_the_next_come_in(tmp_path: Path) -> None:
    photo = base64.b64encode(b"\xff\xd8\xff" + b"\x00" * 20_000_000).decode()
    folded = "\r\n ".join(photo[at : at + 74] for at in range(0, len(photo), 74))
    file = card("FN:Med Billede", "TEL:33123456", f"PHOTO;ENCODING=b;TYPE=JPEG:{folded}") + card("FN:Næste", "TEL:1")
    async with running(tmp_path) as office:
        _, _, mette = await three(office)
        report = (await upload(mette, IMPORT, file, VCARD)).json()
        assert [(e["name"], e["verdict"]) for e in report["entries"]][0] == ("Med Billede", "new")
        assert "Med Billede" in [c["name"] for c in (await mette.get(OWN)).json()]
        out = await mette.get(f"{OWN}/export")
        assert len(out.content) < 2_000


async def test_more_than_fifty_megabytes_or_a_hundred_thousand_entries_are_refused_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = "name,phone\n" + "".join(f"P{n},+4520{n:06}\n" for n in range(100_000))
    async with running(tmp_path) as office:
        _, _, mette = await three(office)
        answer = await upload(mette, IMPORT, sheet, CSV)
        assert (answer.status_code, answer.json()["details"]["problem"]) == (422, "too_many")
        monkeypatch.setattr(contact_import, "MOST_BYTES", 1_000_000)
        answer = await upload(mette, IMPORT, "name,phone\n" + "x" * 1_000_001, CSV)
        assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
        assert (await mette.get(OWN)).json() == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
async def test_cards_and_sheets_come_in_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    async with running(tmp_path) as office:
        _, _, mette = await three(office)
        for data, kind in (
            (card("FN:Søren Ågård", "TEL:33123456"), VCARD),
            ("Navn;Telefon\nÆrlig Öberg;33123457\n", {"Content-Type": "text/csv"}),
        ):
            report = (await upload(mette, IMPORT, data.encode(encoding), kind)).json()
            assert report["new"] == 1, report
        assert [c["name"] for c in (await mette.get(OWN)).json()] == ["Søren Ågård", "Ærlig Öberg"]


async def test_what_is_cut_off_in_the_middle_gives_what_is_whole_and_tells_of_the_rest(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        _, _, mette = await three(office)
        whole = card("FN:Hel", "TEL:33123456") + card("FN:Halv", "TEL:33123457")
        report = (await upload(mette, IMPORT, whole.encode()[:-20], VCARD)).json()
        assert [(e["name"], e["verdict"], e["problem"]) for e in report["entries"]] == [
            ("Hel", "new", ""),
            ("Halv", "refused", "cut_off"),
        ]


@pytest.mark.parametrize(
    "name",
    ["محمد بن علي", "שרה לוי", "Line 👩🏽‍🚒 Brand", "A\u030angstro\u0308m", "Zoë\u0301", "李小龍"],
    ids=["arabic", "hebrew", "emoji", "combining", "two marks", "chinese"],
)
async def test_names_of_any_script_come_in_are_found_and_go_out_the_same(tmp_path: Path, name: str) -> None:
    async with running(tmp_path) as office:
        _, _, mette = await three(office)
        report = (await upload(mette, IMPORT, card(f"FN:{name}", "TEL:33123456"), VCARD)).json()
        assert report["new"] == 1, report
        (kept,) = (await mette.get(OWN)).json()
        out = (await mette.get(f"{OWN}/export")).content
        again = (await upload(mette, IMPORT, out, VCARD)).json()
        assert (again["same"], again["new"]) == (1, 0)
        assert kept["name"] and (await mette.get(OWN)).json() == [kept]


async def test_a_formula_goes_out_as_text_in_every_cell(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        _, _, mette = await three(office)
        evil = '=HYPERLINK("http://x.example";"klik")'
        file = card(f"FN:{evil}", f"ORG:{evil}", "TEL:33123456", "NOTE:+1+1", "TITLE:@SUM(A1)")
        assert (await upload(mette, IMPORT, file, VCARD)).json()["new"] == 1
        out = (await mette.get(f"{OWN}/export", params={"format": "csv"})).content.decode("utf-8-sig")
        row = out.splitlines()[1]
        assert "'=HYPERLINK" in row and "'+1+1" in row and "'@SUM" in row
        assert not any(part.startswith(("=", "@")) for part in row.replace('"', "").split(","))
