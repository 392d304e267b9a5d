"""A sheet of people computes nothing in a spreadsheet, and reads back as it was written."""

from __future__ import annotations

import pytest

from onepresence_desktop.domain import people_sheet
from onepresence_desktop.domain.people import Customer, CustomerId
from onepresence_desktop.pbx.services import people_csv
from onepresence_desktop.pbx.services.people import new_user

CUSTOMER = Customer(CustomerId("c"), "100", "Firma")


@pytest.mark.parametrize(
    "name", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "'=1", "Anders", "O'Hara", "'quoted'"]
)
def test_a_formula_is_written_as_text_and_reads_back(name: str) -> None:
    text = people_sheet.written([new_user(CUSTOMER, "1002101", name)])
    cell = text.splitlines()[1].split(",")[1].strip('"')
    assert not cell.startswith(("=", "+", "-", "@"))
    assert people_csv.read(text).lines[0][1]["name"] == name


def test_a_telephone_number_stays_one() -> None:
    assert ",+4520123456," in people_sheet.written([new_user(CUSTOMER, "1002101", "A")]).replace(
        ",,,,", ",+4520123456,,,"
    )


@pytest.mark.parametrize(
    "head",
    [
        "Lokalnummer;Fornavn;Efternavn;E-mail;Mobil;Afdeling;Stilling;Rolle",
        "Anknytning;Förnamn;Efternamn;E-post;Mobil;Avdelning;Befattning;Roll",
        "LOCAL NUMBER;First name;Last name;e_mail;Mobile;Department;Title;Role",
    ],
)
def test_a_sheet_is_understood_by_its_heads_in_each_language(head: str) -> None:
    sheet = people_csv.read(f"{head}\n1002101;Søren;Ågård;s@example.com;+4520123456;Salg;Chef;Omstilling\n")
    assert sheet.bad == []
    values = {
        "local_number": "1002101",
        "name": "Søren Ågård",
        "email": "s@example.com",
        "mobile": "+4520123456",
        "department": "Salg",
        "title": "Chef",
        "role": "receptionist",
    }
    assert sheet.lines == [(2, values)]


def test_a_whole_name_counts_before_one_in_two_parts_and_each_head_stands_once() -> None:
    both = people_csv.read("lokalnr,navn,fornavn\n1002101,Søren Ågård,S.\n")
    assert both.lines[0][1]["name"] == "Søren Ågård"
    (twice,) = people_csv.read("Navn,Namn,Lokalnummer\nA,B,1002101\n").bad
    assert (twice.problem, twice.field) == ("column_twice", "name")
    (missing,) = people_csv.read("Lokalnummer,Mobil\n1002101,1\n").bad
    assert (missing.problem, missing.field) == ("missing_column", "name")
    (nameless,) = people_csv.read("Lokalnummer,Fornavn,Efternavn\n1002101,,\n").bad
    assert (nameless.problem, nameless.field) == ("missing", "name")


def test_a_sheet_is_read_as_spreadsheets_and_people_write_it() -> None:
    text = "sep=|\r\nLokalnummer|Navn|Leder\r\n100 2140|Åse, A/S|100 2101\r\n100214|Kort|\r\n"
    sheet = people_csv.read(text)
    assert sheet.lines == [(3, {"local_number": "1002140", "name": "Åse, A/S", "manager": "1002101"})]
    assert [(one.line, one.problem) for one in sheet.bad] == [(4, "seven_digits")]
    (wrong,) = people_csv.read('sep=;\r\nLokalnummer;Navn\r\n1002140;"x"y\r\n').bad
    assert (wrong.line, wrong.problem) == (3, "malformed")


def test_a_row_whose_quotation_marks_do_not_fit_hides_no_other_row() -> None:
    text = (
        "local_number,name,title\n"
        '1002101,"Ib"sen,\n'
        "1002102,,\n"
        '1002103,"Bo,\n'
        '1002104,"Eva",\n'
        "1002105,Pia,\n"
        '1002106,"Åse\nHolm",\n'
        "x,Jo,\n"
        '1002107,"Ulf,\n'
        "1002108,Eva,\n"
    )
    sheet = people_csv.read(text)
    assert [(one.line, one.field, one.problem) for one in sheet.bad] == [
        (2, "", "malformed"),
        (3, "name", "missing"),
        (4, "", "malformed"),
        (8, "local_number", "seven_digits"),
        (9, "", "malformed"),
    ]
    assert [(line, values["local_number"]) for line, values in sheet.lines] == [(6, "1002105"), (7, "1002106")]
    (head,) = people_csv.read('sep=,\n"local_number"x,name\n1002101,Ib\n').bad
    assert (head.line, head.problem) == (2, "malformed")
