"""What leads to a group or a person: company numbers by any of their ways, and groups that overflow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from onepresence_desktop.domain.company_number import (
    Answer,
    CompanyMenu,
    CompanyNumber,
    CompanyNumberId,
    Leads,
    MenuKey,
)
from onepresence_desktop.domain.dial_plan import DialPlan
from onepresence_desktop.domain.leading import leads_to
from onepresence_desktop.domain.people import Customer, CustomerId, GroupId, HuntGroup, User, UserId
from onepresence_desktop.domain.rota import Rota

C = CustomerId("c")
SALES = HuntGroup(GroupId("s"), C, "1002500", "Salg", one_number="+4570101500")
SERVICE = HuntGroup(GroupId("t"), C, "1002501", "Service")
MAIN = CompanyNumber(CompanyNumberId("n"), C, "+4570101000", "Hovednummer", "1002101")
PLAN = DialPlan(Customer(C, "100", "Firma"), groups={SALES.id: SALES, SERVICE.id: SERVICE})
KEY = MenuKey("1", Leads.NUMBER, number="1002500")


@pytest.mark.parametrize(
    "way",
    [
        {"number": "1002500"},
        {"number": "+4570101500"},
        {"menus": (CompanyMenu("main", {}, (MenuKey("2", Leads.MENU, menu="other"), KEY)),)},
        {"closed": Answer(number="1002500")},
        {"holiday": Answer(number="1002500")},
        {"nobody": Answer(number="1002500")},
    ],
)
def test_a_company_number_leads_to_a_group_by_any_of_its_ways(way: dict[str, Any]) -> None:
    plan = replace(PLAN, company_numbers={MAIN.id: replace(MAIN, **way)})
    assert (leads_to(plan, SALES), leads_to(plan, SERVICE)) == (["Hovednummer"], [])


def test_a_group_leads_to_another_by_its_overflow_and_nobody_to_one_that_nothing_names() -> None:
    assert leads_to(replace(PLAN, company_numbers={MAIN.id: MAIN}), SALES) == []
    overflowing = {SALES.id: SALES, SERVICE.id: replace(SERVICE, overflow="1002500")}
    assert leads_to(replace(PLAN, groups=overflowing), SALES) == ["Service"]
    assert leads_to(replace(PLAN, groups=overflowing), SERVICE) == []


def test_a_group_leads_to_another_that_is_on_call_for_it() -> None:
    on_call = {SALES.id: SALES, SERVICE.id: replace(SERVICE, rota=Rota(("", "1002500"), date(2026, 11, 23)))}
    assert leads_to(replace(PLAN, groups=on_call), SALES) == ["Service"]
    assert leads_to(replace(PLAN, groups=on_call), SERVICE) == []


def test_a_person_goes_only_once_no_number_and_no_overflow_leads_to_them_but_from_a_rota_at_once() -> None:
    berit = User(UserId("b"), C, "1002101", "Berit")
    assert leads_to(replace(PLAN, company_numbers={MAIN.id: MAIN}), berit) == ["Hovednummer"]
    overflowing = {SERVICE.id: replace(SERVICE, overflow="1002101")}
    assert leads_to(replace(PLAN, groups=overflowing), berit) == ["Service"]
    on_call = {SERVICE.id: replace(SERVICE, rota=Rota(("1002101",), date(2026, 11, 23)))}
    assert leads_to(replace(PLAN, groups=on_call), berit) == []
