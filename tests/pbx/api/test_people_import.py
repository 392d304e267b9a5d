"""Everybody of a sheet at once: shown first, written whole or not at all, and only what was shown (spec 12.4)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.wire import codec
from onepresence_desktop.wire.people_import import PeopleImportReport
from tests.pbx.office import As, Running, running

PATH = "/v1/people/import"
HEAD = "local_number,name,title,role\n"
SHEET = HEAD + "1002101,Anders Holm,Chef,\n1002103,Birk Lund,,user\n1002177,Søren Ågård,Bogholder,receptionist\n"


async def office_of_three(office: Running) -> As:
    """Anders, the administrator, and two others."""
    await office.company("100", "Nordisk Papir")
    await office.person("1002101", "Anders Holm", role="administrator")
    await office.person("1002102", "Line Bækvang", role="administrator")
    await office.person("1002103", "Birk Lund")
    return await office.caller("1002101")


async def upload(who: As, data: str | bytes, kind: str = "text/csv", **params: str) -> Any:
    content = data.encode() if isinstance(data, str) else data
    return await who._do("POST", PATH, content=content, headers={"Content-Type": kind}, params=params)


async def report(who: As, data: str | bytes, **params: str) -> PeopleImportReport:
    answer = await upload(who, data, **params)
    assert answer.status_code == 200, answer.text
    return codec.decode(answer.content, PeopleImportReport)


def counts(of: PeopleImportReport) -> tuple[int, int, int, int]:
    return of.added, of.changed, of.unchanged, of.refused


async def titles(who: As) -> dict[str, str]:
    return {person["local_number"]: person["title"] for person in (await who.get("/v1/people")).json()}


async def test_a_dry_run_tells_what_would_be_and_only_that_is_written_then(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders = await office_of_three(office)
        before = await titles(anders)
        seen = await report(anders, SHEET, dry_run="1")
        assert (seen.dry_run, *counts(seen)) == (True, 1, 1, 1, 0)
        assert [(one.line, one.name, one.verdict.value, one.fields) for one in seen.lines] == [
            (2, "Anders Holm", "changed", ["title"]),
            (4, "Søren Ågård", "new", []),
        ]
        assert await titles(anders) == before
        done = await report(anders, SHEET, version=seen.version)
        assert (done.dry_run, *counts(done)) == (False, 1, 1, 1, 0)
        assert await titles(anders) == before | {"1002101": "Chef", "1002177": "Bogholder"}
        log = [(entry["action"], entry["subject"]) for entry in (await anders.get("/v1/audit")).json()][:2]
        assert sorted(log) == [("user_added", "1002177"), ("user_changed", "1002101")]
        again = await report(anders, SHEET)
        assert counts(again) == (0, 0, 3, 0) and again.lines == []


async def test_what_another_administrator_changed_since_is_not_written_over(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders = await office_of_three(office)
        line = await office.caller("1002102")
        seen = await report(anders, SHEET, dry_run="1")
        person = f"/v1/people/{office.ids['1002103']}"
        assert (await line.patch(person, {"title": "Salg"})).status_code == 200
        refused = await upload(anders, SHEET, version=seen.version)
        assert refused.status_code == 409
        assert (refused.json()["details"]["what"], refused.json()["details"]["by"]) == ("changed", "Line Bækvang")
        assert "1002177" not in await titles(anders)
        assert (await line.patch(f"/v1/people/{office.ids['1002102']}", {"title": "Ejer"})).status_code == 200
        now = await report(anders, SHEET, dry_run="1")
        assert counts(await report(anders, SHEET, version=now.version)) == (1, 2, 0, 0)


async def test_each_bad_line_is_told_and_one_of_them_keeps_all_out(tmp_path: Path) -> None:
    sheet = (
        "local_number;name;email;mobile;one_number;role;title\n"
        "1002177;Søren;;;33123456;;\n"
        "999;Kort;;;;;\n"
        "1002178;;;;;;\n"
        "1002177;Igen;;;;;\n"
        "1002179;Ib;ingen;;;;\n"
        "1002180;Bo;;ingen;;;\n"
        "1002181;Jo;;;33123456;;\n"
        "1002182;Pia;;;;boss;\n"
        "2002183;Fremmed;;;;;\n"
        "1002184;Vend\u202e;;;;;\n"
        f"1002185;Lang;;;;;{'x' * 501}\n"
        "1002186;Skæv;;;;;;;mere\n"
        "1002101;Anders Holm;;;;user;\n"
        "1002187;Fin;;;;;;;\n"
    )
    async with running(tmp_path) as office:
        anders = await office_of_three(office)
        before = await titles(anders)
        for dry in ("1", "0"):
            told = await report(anders, sheet, dry_run=dry)
            refused = [(one.line, one.field, one.problem) for one in told.lines if one.problem]
            assert refused == [
                (3, "local_number", "seven_digits"),
                (4, "name", "missing"),
                (5, "local_number", "twice"),
                (6, "email", "malformed"),
                (7, "mobile", "invalid_number"),
                (8, "one_number", "twice"),
                (9, "role", "unknown"),
                (10, "local_number", "other_customer_code"),
                (11, "name", "directional_mark"),
                (12, "title", "too_long"),
                (13, "", "extra_cells"),
                (14, "role", "self"),
            ]
            assert (told.refused, "Vend" in [one.name.strip() for one in told.lines]) == (12, True)
        with_version = await report(anders, sheet, version=told.version)
        assert with_version.refused == 12
        assert await titles(anders) == before


async def test_a_sheet_may_be_in_any_usual_encoding_and_delimiter(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders = await office_of_three(office)
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"):
            for delimiter in ",;\t":
                told = await report(anders, SHEET.replace(",", delimiter).encode(encoding), dry_run="1")
                assert counts(told) == (1, 1, 1, 0), (encoding, delimiter)
                assert told.lines[-1].name == "Søren Ågård", (encoding, delimiter)


async def test_what_is_no_sheet_is_refused_and_nobody_but_an_administrator_may(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path) as office:
        anders = await office_of_three(office)
        for data, problem in (
            (b"", "empty_file"),
            (b" \r\n", "empty_file"),
            (b"PK\x03\x04\x00\x00\x00", "not_text"),
        ):
            answer = await upload(anders, data)
            assert (answer.status_code, answer.json()["details"]["problem"]) == (422, problem)
        assert (await upload(anders, "x", "text/plain")).status_code in (415, 422)
        for text, field, problem in (
            ("name\nIb\n", "local_number", "missing_column"),
            ("local_number,name,name\n", "name", "column_twice"),
        ):
            (only,) = (await report(anders, text)).lines
            assert (only.line, only.field, only.problem) == (1, field, problem)
        only, _taken = (await report(anders, HEAD + '1002177,"Ib"\n1002178,"I"b\n')).lines
        assert (only.line, only.problem) == (3, "malformed")
        with monkeypatch.context() as smaller:
            smaller.setattr("onepresence_desktop.pbx.services.people_import.MOST_TEXT", 20)
            large = await upload(anders, SHEET)
            assert (large.status_code, large.json()["code"]) == (413, "too_large")
        birk = await office.caller("1002103")
        assert (await upload(birk, SHEET)).status_code == 403


async def test_fifty_thousand_lines_of_every_mistake_are_all_told(tmp_path: Path) -> None:
    kinds = ["1002177,Ib,,\n", "x,Ib,,\n", "1002178,,,\n", "1002179,Ib,,boss\n", '"1002180",Ib,,,,x\n']
    async with running(tmp_path) as office:
        anders = await office_of_three(office)
        told = await report(anders, HEAD + "".join(kinds) * 10_000)
        assert (told.refused, told.added) == (49_999, 1) and "1002177" not in await titles(anders)
