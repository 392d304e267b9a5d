"""Who is whose manager (spec 9.1)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onepresence_desktop.domain.managers import above, in_loops


def test_the_managers_of_somebody_come_nearest_first() -> None:
    assert above("freja", {"freja": "mette", "mette": "sofie", "sofie": "henrik", "henrik": None}.get) == [
        "mette",
        "sofie",
        "henrik",
    ]


def test_whoever_has_no_manager_or_is_not_known_has_nobody_above() -> None:
    assert above("henrik", {"henrik": None}.get) == []
    assert above("stranger", {"freja": "mette"}.get) == []


def test_a_loop_has_an_end_for_whoever_walks_along_it() -> None:
    assert above("a", {"a": "b", "b": "c", "c": "a"}.get) == ["b", "c"]
    assert above("x", {"x": "a", "a": "b", "b": "a"}.get) == ["a", "b"]
    assert above("a", {"a": "a"}.get) == []


def test_only_those_are_in_a_loop_who_come_back_to_themselves() -> None:
    assert in_loops({"x": "a", "a": "b", "b": "c", "c": "a", "y": "z", "z": None}) == {"a", "b", "c"}
    assert in_loops({"a": "a", "b": "a"}) == {"a"}
    assert in_loops({"a": "b", "b": "c"}) == set()


@given(st.dictionaries(st.integers(0, 12), st.none() | st.integers(0, 12)))
def test_in_a_loop_is_whoever_meets_themselves_on_the_way_up(managers: dict[int, int | None]) -> None:
    def meets(who: int) -> bool:
        at = managers.get(who)
        for _ in range(len(managers) + 1):
            if at == who:
                return True
            at = managers.get(at) if at is not None else None
        return False

    assert in_loops(managers) == {who for who in managers if meets(who)}
