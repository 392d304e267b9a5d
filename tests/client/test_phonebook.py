"""The client's copy of contacts."""

from __future__ import annotations

from onepresence_desktop.client.phonebook import Phonebook
from onepresence_desktop.domain.phonebook import ContactId, ContactNumber, PhoneKind
from onepresence_desktop.wire.contacts import ContactChanges, ContactView


def contact(key: str, name: str, *numbers: str, shared: bool = False) -> ContactView:
    return ContactView(
        id=ContactId(key),
        name=name,
        company="",
        title="",
        numbers=tuple(ContactNumber(number, PhoneKind.WORK) for number in numbers),
        emails=(),
        note="",
        shared=shared,
        favourite=False,
    )


def told(version: int, *contacts: ContactView, whole: bool = False, removed: tuple[str, ...] = ()) -> ContactChanges:
    gone = [ContactId(one) for one in removed]
    return ContactChanges(version=version, whole=whole, contacts=list(contacts), removed=gone)


def test_what_the_user_calls_a_number_comes_before_what_the_company_does() -> None:
    book = Phonebook()
    book.shared.take(told(1, contact("s", "Kunde ApS", "+4570101155", shared=True), whole=True))
    found = book.whose("+4570101155")
    assert found is not None and found.name == "Kunde ApS"
    book.own.take(told(1, contact("o", "Karen", "+4570101155"), whole=True))
    found = book.whose("+4570101155")
    assert found is not None and found.name == "Karen"
    assert book.whose("+4599999999") is None and book.whose("") is None
    assert len(book) == 2 and [one.id for one in book] == ["o", "s"]
    assert [one.id for one in book.of([ContactId("s"), ContactId("gone")])] == ["s"]


def test_a_change_takes_the_old_numbers_away_and_a_number_of_two_is_the_others_again() -> None:
    book = Phonebook()
    assert book.own.take(told(5, contact("a", "A", "+451"), contact("b", "B", "+451"), whole=True)) == {"a", "b"}
    assert book.own.take(told(6, contact("a", "A", "+452"))) == {"a"}
    found = book.whose("+451")
    assert found is not None and found.name == "B"
    assert book.own.take(told(7, removed=("b",))) == {"b"}
    assert book.whose("+451") is None
    assert book.own.take(told(9, contact("c", "C", "+453"), whole=True)) == {"a", "c"}
    assert book.own.version == 9 and book.shelf(shared=False) is book.own and book.get(ContactId("a")) is None
