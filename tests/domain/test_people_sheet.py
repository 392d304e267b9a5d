"""The heads of a sheet of people, as people type them; what is written reads back."""

from __future__ import annotations

import csv
import io

import pytest

from onepresence_desktop.domain.people import CustomerId, Role, User, UserId
from onepresence_desktop.domain.people_sheet import COLUMNS, cell, column_of, from_cell, named, role_of, written

ANDERS = User(
    UserId("a"), CustomerId("c"), "1002101", "=Anders", email="a@example.com", mobile="+4520123456", title="Chef",
    department="Salg, Øst", role=Role.ADMINISTRATOR,
)  # fmt: skip


@pytest.mark.parametrize(
    ("head", "column"),
    [
        *((column, column) for column in COLUMNS),
        ("Lokalnr.", "local_number"),
        ("Anknytning", "local_number"),
        ("NAVN", "name"),
        ("Namn", "name"),
        (" Fornavn ", "first_name"),
        ("Efternamn", "last_name"),
        ("Mobil nummer", "mobile"),
        ("E-post", "email"),
        ("OneNumber", "one_number"),
        ("Afdeling", "department"),
        ("Avdelning", "department"),
        ("Skostørrelse", ""),
        ("", ""),
    ],
)
def test_a_head_names_its_column(head: str, column: str) -> None:
    assert column_of(head) == column


@pytest.mark.parametrize(
    ("word", "role"),
    [("Bruger", "user"), ("receptionist", "receptionist"), ("Administratör", "administrator"), ("x", "x")],
)
def test_a_role_is_known_in_each_language_and_other_words_stay(word: str, role: str) -> None:
    assert role_of(word) == role


def test_a_name_in_two_columns_becomes_one() -> None:
    assert named({"first_name": "Søren", "last_name": "Ågård", "title": "x"}) == {"name": "Søren Ågård", "title": "x"}
    assert named({"last_name": "Ågård"}) == {"name": "Ågård"}
    assert named({"name": "S. Ågård", "first_name": "Søren"}) == {"name": "S. Ågård"}
    assert named({"title": "x"}) == {"title": "x"}


@pytest.mark.parametrize("separator", [",", ";"])
def test_what_is_written_reads_back_and_computes_nothing(separator: str) -> None:
    head, row = csv.reader(io.StringIO(written([ANDERS], separator, "\r\n"), newline=""), delimiter=separator)
    assert head == list(COLUMNS) and row[1] == "'=Anders"
    assert [from_cell(text) for text in row] == [
        "1002101", "=Anders", "a@example.com", "+4520123456", "", "Chef", "Salg, Øst", "administrator", "",
    ]  # fmt: skip
    assert (cell("Anders"), from_cell("'quoted'")) == ("Anders", "'quoted'")


def test_a_manager_is_written_by_local_number_where_the_sheet_has_them() -> None:
    line = User(UserId("l"), CustomerId("c"), "1002102", "Line", manager=UserId("a"))
    rows = list(csv.reader(io.StringIO(written([line, ANDERS]), newline="")))
    assert [row[-1] for row in rows] == ["manager", "1002101", ""]
    assert [row[-1] for row in csv.reader(io.StringIO(written([line]), newline=""))] == ["manager", ""]
    assert (column_of("Leder"), column_of("Närmaste chef")) == ("manager", "manager")
