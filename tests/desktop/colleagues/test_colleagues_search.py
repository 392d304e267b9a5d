"""Finding colleagues: folding, parts, initials, numbers, ranking, typing errors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onepresence_desktop.desktop.search_index import SearchIndex, near_enough
from onepresence_desktop.domain.finding import digits_of
from onepresence_desktop.domain.names import fold
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.views import PersonView

PEOPLE = [
    ("Hans Overbæk", "Sælger", "Salg", "1002101", None, None),
    ("Johanne Hansen", "Bogholder", "Økonomi", "1002102", None, None),
    ("Søren Kjærby", "Sælger", "Salg", "1002103", "+4533123412", "+4520123412"),
    ("Soeren Aagaard", "Tekniker", "Service Øst", "1002104", None, None),
    ("Mette Lundgaard-Riis", "Teamleder", "Kundeservice", "1002140", "+4533123440", None),
    ("Jörgen Åström", "Inköpare", "Lager", "1002141", "+46846500412", None),
    ("Zoë Müller", "Udvikler", "IT", "1003312", None, None),
    ("Łukasz Yılmaz", "Udvikler", "IT", "1003313", None, None),
    ("Þór Guðmundsson", "Udvikler", "IT", "1003314", None, None),
]


def person(
    number: int, name: str, title: str, department: str, local: str, one: str | None, mobile: str | None
) -> PersonView:
    return PersonView(
        id=UserId(f"u{number}"),
        name=name,
        local_number=local,
        title=title,
        department=department,
        one_number=one,
        mobile=mobile,
    )


@pytest.fixture
def index() -> SearchIndex:
    """Seven colleagues."""
    return SearchIndex(person(i, *each) for i, each in enumerate(PEOPLE))


def names(index: SearchIndex, query: str) -> list[str]:
    return [index.person(place).name for place in index.find(query)]


@given(
    st.lists(st.tuples(st.integers(0, len(PEOPLE) - 1), st.booleans(), st.integers(0, len(PEOPLE) - 1)), max_size=12)
)
def test_an_index_changed_one_by_one_finds_the_same_as_one_made_anew(changes: list[tuple[int, bool, int]]) -> None:
    people = {n: person(n, *PEOPLE[n]) for n in range(0, len(PEOPLE), 2)}
    changed = SearchIndex(people.values())
    for number, stays, name in changes:
        changed.find("s")
        if stays:
            people[number] = person(number, *PEOPLE[name])
            changed.put(people[number])
        else:
            people.pop(number, None)
            changed.remove(UserId(f"u{number}"))
    anew = SearchIndex(people.values())
    assert len(changed) == len(anew)
    for query in ("s", "han", "3123", "øst", "sorne", "lm"):
        assert sorted(names(changed, query)) == sorted(names(anew, query))
    assert [changed.person(n).name for n in changed.everyone()] == [anew.person(n).name for n in anew.everyone()]


def test_a_part_of_a_name_finds_beginnings_before_middles(index: SearchIndex) -> None:
    assert names(index, "han") == ["Hans Overbæk", "Johanne Hansen"]
    assert names(index, "hansen") == ["Johanne Hansen"]


@pytest.mark.parametrize("query", ["soren", "søren", "SØREN", "soeren", "sören", "Søren"])
def test_letters_with_and_without_their_marks_find_one_another(index: SearchIndex, query: str) -> None:
    assert set(names(index, query)) == {"Søren Kjærby", "Soeren Aagaard"}


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("kjaerby", "Søren Kjærby"),
        ("kjärby", "Søren Kjærby"),
        ("ågård", "Soeren Aagaard"),
        ("aastroem", "Jörgen Åström"),
        ("astrom", "Jörgen Åström"),
        ("muller", "Zoë Müller"),
        ("zoe", "Zoë Müller"),
        ("luk", "Łukasz Yılmaz"),
        ("yil", "Łukasz Yılmaz"),
        ("thor", "Þór Guðmundsson"),
        ("gudm", "Þór Guðmundsson"),
        ("riis", "Mette Lundgaard-Riis"),
        ("lundgaard-riis", "Mette Lundgaard-Riis"),
        ("mette riis", "Mette Lundgaard-Riis"),
        ("mlr", "Mette Lundgaard-Riis"),
        ("teamleder", "Mette Lundgaard-Riis"),
        ("service øst", "Soeren Aagaard"),
    ],
)
def test_names_initials_titles_and_departments_are_found(index: SearchIndex, query: str, name: str) -> None:
    assert name in names(index, query)


def test_initials_come_before_the_same_letters_in_the_middle_of_a_name() -> None:
    people = ["Amina Rahbæk", "Hans Brøndsted", "Hbib Nassar"]
    found = SearchIndex(person(i, name, "", "", f"100210{i}", None, None) for i, name in enumerate(people))
    assert names(found, "hb") == ["Hbib Nassar", "Hans Brøndsted", "Amina Rahbæk"]


@pytest.mark.parametrize(
    "query", ["33 12 34 12", "+45 33 12 34 12", "004533123412", "33123412", "20-12-34-12", "(+45) 20 12 34 12", "3412"]
)
def test_a_number_is_found_in_any_spelling(index: SearchIndex, query: str) -> None:
    assert "Søren Kjærby" in names(index, query)


def test_the_whole_local_number_or_its_last_four_come_first(index: SearchIndex) -> None:
    assert names(index, "2140")[0] == "Mette Lundgaard-Riis"
    assert names(index, "1002141") == ["Jörgen Åström"]
    assert names(index, "3312")[0] == "Zoë Müller"


def test_a_typing_error_is_forgiven_only_when_nothing_else_is_found(index: SearchIndex) -> None:
    assert names(index, "mtete") == ["Mette Lundgaard-Riis"]
    assert names(index, "johane") == ["Johanne Hansen"]
    assert names(index, "xyzxyz") == []
    assert names(index, "zzz") == []


def test_each_word_narrows_further(index: SearchIndex) -> None:
    assert names(index, "s") != names(index, "salg søren")
    assert names(index, "salg søren") == ["Søren Kjærby"]


def test_growing_and_shrinking_a_query_gives_what_a_fresh_index_gives(index: SearchIndex) -> None:
    for query in ("s", "so", "sor", "so", "s", "h", "ha", "hans", "han", "", "øst", "ø"):
        fresh = SearchIndex(person(i, *each) for i, each in enumerate(PEOPLE))
        assert names(index, query) == names(fresh, query), query


def test_a_number_growing_and_shrinking_gives_what_a_fresh_index_gives(index: SearchIndex) -> None:
    for query in ("2", "21", "214", "2140", "21", "1", "1003", "3312", "33"):
        assert index.find(query) == SearchIndex(person(i, *each) for i, each in enumerate(PEOPLE)).find(query), query


def test_a_first_letter_typed_again_finds_who_has_come_and_gone_since(index: SearchIndex) -> None:
    before = names(index, "s")
    index.find("s").clear()
    assert names(index, "s") == before, "what is done with an answer changes no other"
    index.put(person(90, "Sanne Vig", "", "", "1004444", None, None))
    index.remove(UserId("u2"))
    assert "Sanne Vig" in names(index, "s") and "Søren Kjærby" not in names(index, "s")


@pytest.mark.parametrize("query", ["08-465 004 12", "+46 (0)8 465 004 12", "0046 8–46500412", "Tel. 08-465 004 12"])
def test_a_swedish_colleague_is_found_by_each_spelling_of_the_number(index: SearchIndex, query: str) -> None:
    assert names(index, query) == ["Jörgen Åström"]


def test_who_is_spelt_as_it_was_typed_comes_first() -> None:
    people = [
        ("Anders Holm", "1002101"),
        ("Anna Ebbesen", "1002102"),
        ("Åse Lund", "1002103"),
        ("Bo Aagaard", "1002104"),
    ]
    index = SearchIndex(person(i, name, "", "", local, None, None) for i, (name, local) in enumerate(people))
    assert names(index, "å")[0] == "Åse Lund"
    assert names(index, "ae")[0] == "Anna Ebbesen"  # these are her initials
    assert set(names(index, "aa")) == {name for name, _ in people}


def test_nothing_typed_finds_nothing_and_all_stand_in_alphabetical_order(index: SearchIndex) -> None:
    assert index.find("  ") == []
    order = [index.person(place).name for place in index.everyone()]
    assert order == sorted(order, key=fold)
    assert len(index.ids(index.everyone())) == len(PEOPLE)


def test_a_name_is_no_number_and_a_number_no_name() -> None:
    assert digits_of("33 12 34") == "331234"
    assert digits_of("+45 33 12") == "453312"
    assert digits_of("0045 33") == "4533"
    assert digits_of("mette 2140") == ""
    assert digits_of("") == ""


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) in (fold(text), fold(fold(fold(text))))


@given(st.text(alphabet="abcdeø", min_size=1, max_size=12))
def test_whoever_has_a_name_is_found_by_it(name: str) -> None:
    index = SearchIndex([person(0, name, "", "", "1002101", None, None)])
    assert names(index, name) == [name]


@given(st.text(alphabet="abc", min_size=1, max_size=8), st.text(alphabet="abc", min_size=1, max_size=8))
def test_nearness_does_not_depend_on_the_order(one: str, other: str) -> None:
    assert near_enough(one, other, 1) == near_enough(other, one, 1)
    assert near_enough(one, one, 0)
