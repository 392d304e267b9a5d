"""What is shown of a caller (spec 4.11)."""

from __future__ import annotations

import pytest

from onepresence_desktop.domain.caller_card import LONGEST_ADDRESS, SeenBy, card_address, checked_address, may_see
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.people import Role


@pytest.mark.parametrize(
    ("seen_by", "role", "in_group", "sees"),
    [
        (SeenBy.EVERYONE, Role.USER, False, True),
        (SeenBy.MEMBERS, Role.USER, True, True),
        (SeenBy.MEMBERS, Role.RECEPTIONIST, False, True),
        (SeenBy.MEMBERS, Role.USER, False, False),
        (SeenBy.MEMBERS, Role.ADMINISTRATOR, False, False),
        (SeenBy.NOBODY, Role.RECEPTIONIST, True, False),
        (SeenBy.UNKNOWN, Role.RECEPTIONIST, True, False),
    ],
)
def test_who_sees_what_others_spoke_with_a_number(seen_by: SeenBy, role: Role, in_group: bool, sees: bool) -> None:
    assert may_see(seen_by, role, in_group=in_group) is sees


def test_the_number_is_encoded_into_the_address() -> None:
    template = " https://crm.example:8443/find?q={number}&again={number} "
    found = card_address(template, "+4533123456")
    assert found == "https://crm.example:8443/find?q=%2B4533123456&again=%2B4533123456"
    assert card_address("http://crm.example/{number}", "1&x=../#?") == "http://crm.example/1%26x%3D..%2F%23%3F"


def test_there_is_no_address_without_number_or_usable_template() -> None:
    assert card_address("https://crm.example/{number}", "") == ""
    assert card_address("", "+4533123456") == ""
    assert card_address("javascript:alert({number})", "+4533123456") == ""
    assert checked_address("  ") == ""


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        ("javascript:alert('{number}')", "not_a_web_address"),
        ("file:///tmp/{number}", "not_a_web_address"),
        ("crm.example/{number}", "not_a_web_address"),
        ("https:///x?{number}", "not_a_web_address"),
        ("https://crm.example/find", "no_number"),
        ("https://{number}.example/", "no_number"),
        ("https://crm.example:{number}/", "malformed"),
        ("https://crm.example:99999/{number}", "malformed"),
        ("https://[::1/{number}", "malformed"),
        ("https://crm.example/a b{number}", "malformed"),
        ("https://crm.example/\u202e{number}", "malformed"),
        ("https://crm.example/{number}" + "x" * LONGEST_ADDRESS, "too_long"),
    ],
)
def test_an_address_that_leads_nowhere_is_refused_with_the_reason(template: str, problem: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked_address(template)
    assert refused.value.details == {"field": "address", "problem": problem}
