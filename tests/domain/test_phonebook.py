"""Contacts: what is taken, what is found, and what is the same as what (spec 8.1, 8.2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.domain.phonebook import (
    Contact,
    ContactEmail,
    ContactId,
    ContactNumber,
    EmailKind,
    PhoneKind,
    Verdict,
    checked,
    cleaned,
    compare,
    found_by,
    merged,
    search_key,
)
from tests.domain.company import CUSTOMER

METTE = Contact(
    ContactId("m"),
    CustomerId("x"),
    UserId("u"),
    "Mette Lundgaard",
    datetime(2026, 11, 24, tzinfo=UTC),
    "Nordisk Papir",
    numbers=(ContactNumber("33 12 34 56", PhoneKind.WORK), ContactNumber("118")),
    emails=(ContactEmail("mette@papir.example", EmailKind.WORK),),
)


def test_numbers_are_kept_as_they_are_dialled_and_others_as_they_were_written() -> None:
    kept = checked(replace(METTE, numbers=(*METTE.numbers, ContactNumber("+45 33123456", PhoneKind.WORK))), CUSTOMER)
    assert [n.number for n in kept.numbers] == ["+4533123456", "118"]
    assert checked(replace(METTE, numbers=(ContactNumber("2101"),)), CUSTOMER).numbers[0].number == "1002101"


@pytest.mark.parametrize(
    ("wrong", "field", "problem"),
    [
        ({"name": "", "company": ""}, "name", "missing"),
        ({"name": "x" * 251}, "name", "too_long"),
        ({"note": "x" * 10_001}, "note", "too_long"),
        ({"name": "Met\x01te"}, "name", "control_character"),
        ({"numbers": (ContactNumber("mette"),)}, "numbers", "invalid_number"),
        ({"numbers": (ContactNumber("1" * 65),)}, "numbers", "invalid_number"),
        ({"numbers": tuple(ContactNumber(f"331234{n}") for n in range(10, 31))}, "numbers", "too_many"),
        ({"emails": (ContactEmail("mette"),)}, "emails", "malformed"),
        ({"emails": (ContactEmail("m@" + "x" * 250),)}, "emails", "malformed"),
    ],
)
def test_a_form_with_something_wrong_is_refused_by_name(wrong: dict[str, object], field: str, problem: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked(replace(METTE, **wrong), CUSTOMER)  # type: ignore[arg-type]
    assert refused.value.details == {"field": field, "problem": problem}


def test_what_comes_from_a_file_is_cleaned() -> None:
    rough = replace(
        METTE,
        name="Met\x01te\u202e",
        note="a\x00\r\nb",
        uid="u" * 300,
        numbers=(ContactNumber("none"), *METTE.numbers),
        emails=(ContactEmail("nobody"), *METTE.emails),
        more=("X:" + "y" * 3_000, "BDAY:1970"),
    )
    kept = cleaned(rough, CUSTOMER)
    assert (kept.name, kept.note, kept.uid) == ("Met te", "a\nb", "")
    assert [n.number for n in kept.numbers] == ["+4533123456", "118"]
    assert (kept.emails, kept.more) == (METTE.emails, ("BDAY:1970",))
    nameless = replace(METTE, name="", company="")
    assert cleaned(nameless, CUSTOMER).name == "mette@papir.example"
    assert cleaned(replace(nameless, company="Papir"), CUSTOMER).name == "Papir"
    with pytest.raises(Invalid):
        cleaned(replace(nameless, emails=()), CUSTOMER)


def test_an_entry_is_new_the_same_or_in_conflict() -> None:
    there = checked(METTE, CUSTOMER)
    other = replace(there, id=ContactId("o"))
    assert compare(other, [there]) == (Verdict.SAME, there)
    assert compare(replace(other, title="Chef"), [there]) == (Verdict.CONFLICT, there)
    stranger = replace(other, name="Ib", numbers=(), emails=())
    assert compare(stranger, [there]) == (Verdict.NEW, None)
    assert compare(replace(stranger, emails=(ContactEmail("METTE@papir.example"),)), [there])[0] is Verdict.CONFLICT
    assert compare(replace(stranger, uid="1"), [replace(there, uid="1")])[0] is Verdict.CONFLICT
    assert compare(replace(stranger, name="mette lundgård"), [there])[0] is Verdict.CONFLICT
    same_mobile = (ContactNumber("+4520123456", PhoneKind.MOBILE),)
    assert compare(replace(stranger, numbers=same_mobile), [replace(there, numbers=same_mobile)])[0] is Verdict.CONFLICT
    switchboard = (ContactNumber("+4533123456", PhoneKind.MAIN),)
    assert compare(replace(stranger, numbers=switchboard), [there])[0] is Verdict.NEW
    twice = [replace(there, title="x"), there]
    assert compare(other, twice) == (Verdict.SAME, there)
    assert compare(replace(other, note="n"), twice) == (Verdict.CONFLICT, twice[0])


def test_two_are_made_one_without_losing_a_number() -> None:
    there = replace(checked(METTE, CUSTOMER), title="Indkøber", note="Ring", more=("BDAY:1970",))
    entry = replace(
        there,
        id=ContactId("e"),
        name="Mette Lund",
        title="Chef",
        note="",
        more=(),
        numbers=(ContactNumber("+4520123456", PhoneKind.MOBILE),),
        emails=(ContactEmail("Mette@Papir.example", EmailKind.HOME),),
    )
    one = merged(there, entry)
    assert (one.id, one.name, one.title, one.note, one.more) == ("m", "Mette Lund", "Chef", "Ring", ("BDAY:1970",))
    assert [n.number for n in one.numbers] == ["+4520123456", "+4533123456", "118"]
    assert one.emails == entry.emails


@pytest.mark.parametrize(
    "query", ["met", "lundgård", "LUND met", "papir", "33 12 34", "+45 33 12", "0045331234", "mette@pap", "nordisk met"]
)
def test_a_contact_is_found_by(query: str) -> None:
    assert found_by(search_key(checked(METTE, CUSTOMER)), query)


@pytest.mark.parametrize("query", ["gaard", "ette", "44", "met ib"])
def test_a_contact_is_not_found_by(query: str) -> None:
    assert not found_by(search_key(checked(METTE, CUSTOMER)), query)
