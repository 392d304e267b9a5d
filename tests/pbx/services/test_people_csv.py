"""A sheet of people computes nothing in a spreadsheet, and reads back as it was written."""

from __future__ import annotations

import pytest

from onepresence_desktop.domain.people import Customer, CustomerId
from onepresence_desktop.pbx.services import people_csv
from onepresence_desktop.pbx.services.people import new_user

CUSTOMER = Customer(CustomerId("c"), "100", "Firma")


@pytest.mark.parametrize(
    "name", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "'=1", "Anders", "O'Hara", "'quoted'"]
)
def test_a_formula_is_written_as_text_and_reads_back(name: str) -> None:
    text = people_csv.write([new_user(CUSTOMER, "1002101", name)])
    cell = text.splitlines()[1].split(",")[1].strip('"')
    assert not cell.startswith(("=", "+", "-", "@"))
    assert people_csv.read(text).lines[0][1]["name"] == name


def test_a_telephone_number_stays_one() -> None:
    assert ",+4520123456," in people_csv.write([new_user(CUSTOMER, "1002101", "A")]).replace(",,,,", ",+4520123456,,,")
